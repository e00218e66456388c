//! The command line: its words are its reference.

use crate::diagnostic::Language;
use crate::schema::Kind;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// โปร่งใส — สร้างเว็บไซต์ความโปร่งใสของหน่วยงานจากแฟ้ม Markdown และ YAML
///
/// Turns a local authority's integrity and transparency records into a static public site.
#[derive(Debug, Parser)]
#[command(name = "prongsai", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// ภาษาของข้อความจากโปรแกรม (the language of messages)
    #[arg(long, value_enum, global = true, env = "PRONGSAI_LANG", default_value_t = Words::Th)]
    pub lang: Words,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// สร้างเว็บไซต์ (build the site)
    Build(BuildArgs),
    /// ตรวจเนื้อหาโดยไม่เขียนแฟ้มใด ๆ (read and check the content, write nothing; exit code 1 on errors)
    Check(CheckArgs),
    /// แสดง JSON Schema ของระเบียนสำหรับโปรแกรมแก้ไขข้อความ และรายการช่องทั้งหมด (the schemas of records, for editors,
    /// and the reference of all fields)
    Schema(SchemaArgs),
}

/// `prongsai build`
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// โฟลเดอร์ที่มี content อยู่ข้างใน (the folder that holds content)
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// โฟลเดอร์ของเว็บที่สร้าง แทนที่ทั้งโฟลเดอร์ (the folder to write, replaced whole) [default: DIR/public]
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// ที่อยู่บนเว็บ แทนที่ระบุใน site.yaml (where the site will stand, instead of what site.yaml says)
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// รวมฉบับร่าง (publish drafts too)
    #[arg(long)]
    pub drafts: bool,
}

/// `prongsai check`
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// โฟลเดอร์ที่มี content อยู่ข้างใน (the folder that holds content)
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// รวมฉบับร่าง (check drafts too)
    #[arg(long)]
    pub drafts: bool,
}

/// `prongsai schema`
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// ชนิดของระเบียน (the kind of record) [default: list the kinds]
    pub kind: Option<Kind>,
    /// เขียน schema ของทุกชนิดลงในโฟลเดอร์ (write the schemas of all kinds into a folder)
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    pub out: Option<PathBuf>,
    /// แสดงรายการช่องทั้งหมดเป็น Markdown (print the reference of all fields, in Markdown)
    #[arg(long, conflicts_with = "out")]
    pub reference: bool,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.file()))
    }
}

/// An address on the web.
fn web_address(text: &str) -> Result<String, String> {
    if text.starts_with("https://") || text.starts_with("http://") {
        Ok(text.to_owned())
    } else {
        Err("ต้องขึ้นต้นด้วย https:// หรือ http:// (it must begin with https:// or http://)".to_owned())
    }
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Words {
    /// ไทย
    Th,
    /// English
    En,
}

impl From<Words> for Language {
    fn from(words: Words) -> Self {
        match words {
            Words::Th => Self::Thai,
            Words::En => Self::English,
        }
    }
}
