//! The command line: its words are its reference.

mod start;
mod values;

pub use start::{InitArgs, NewArgs, NewCommand, NewMeasureArgs};
pub(crate) use start::{fiscal_year, one_line};
pub use values::Words;

use crate::diagnostic::{Format, Language, Rule};
use crate::record::PartRecord;
use crate::schema::Kind;
use crate::theme::Choice;
use clap::{Args, Parser, Subcommand};
use std::num::NonZero;
use std::path::PathBuf;
use values::{rule, theme, web_address};

/// The version, and what it was built from.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("PRONGSAI_BUILT_FROM"), ")");

/// โปร่งใส — สร้างเว็บไซต์ความโปร่งใสของหน่วยงานจากแฟ้ม Markdown และ YAML
///
/// Turns a local authority's integrity and transparency records into a static public site.
#[derive(Debug, Parser)]
///
/// Exit codes: 0 nothing is wrong (there may be warnings), 1 the content has errors, 2 the program could not do its
/// work: no content, an output folder that cannot be written, options it does not know.
#[command(name = "prongsai", version = VERSION, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// ภาษาของข้อความจากโปรแกรม (the language of messages) [default: the system's, else th]
    #[arg(long, value_enum, global = true, env = "PRONGSAI_LANG")]
    pub lang: Option<Words>,
}

impl Cli {
    /// The language of messages: as asked for, else English where the system speaks it, else Thai.
    #[must_use]
    pub fn language(&self) -> Language {
        match self.lang {
            Some(words) => words.into(),
            None if sys_locale::get_locale().is_some_and(|locale| locale.starts_with("en")) => Language::English,
            None => Language::Thai,
        }
    }
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// เริ่มเว็บไซต์ใหม่ ถามชื่อหน่วยงานแล้วสร้างแฟ้มให้ครบ ไม่เขียนทับแฟ้มที่มีอยู่ (start a new site, with every file that it
    /// needs; nothing is written over)
    Init(InitArgs),
    /// เพิ่มปีงบประมาณ มาตรการ หรือหน้า (add a fiscal year, a measure or a page)
    New(NewArgs),
    /// สร้างเว็บไซต์ (build the site)
    Build(BuildArgs),
    /// ตรวจเนื้อหาโดยไม่เผยแพร่ (check the content and every page it would make, publish nothing)
    Check(CheckArgs),
    /// เปิดดูเว็บขณะเขียน หน้าเว็บเปลี่ยนเองเมื่อบันทึก (show the site while it is written, anew at every save; for this
    /// machine alone)
    Serve(ServeArgs),
    /// อธิบายข้อตรวจทุกข้อ (explain what is checked, rule by rule)
    Rules(RulesArgs),
    /// แสดง JSON Schema ของระเบียนสำหรับโปรแกรมแก้ไขข้อความ และรายการช่องทั้งหมด (the schemas of records, for editors,
    /// and the reference of all fields)
    Schema(SchemaArgs),
    /// ธีม: มีอะไรบ้าง คัดลอกแฟ้มออกมาแก้ แม่แบบได้รับข้อมูลใด (themes: what there is, files to change, what templates are
    /// given)
    Theme(ThemeArgs),
    /// ให้เชลล์เติมคำสั่งต่อให้ พิมพ์สคริปต์ของเชลล์นั้น (what makes a shell complete commands, to be put where it looks for
    /// that)
    Completions(CompletionsArgs),
    /// คู่มือสำหรับคำสั่ง man (the manual page, for man)
    Man(ManArgs),
}

/// `prongsai completions`
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// เชลล์ (the shell)
    pub shell: clap_complete::Shell,
}

/// `prongsai man`
#[derive(Debug, Args)]
pub struct ManArgs {
    /// เขียนหน้าของทุกคำสั่งลงในโฟลเดอร์นี้ (write a page for each command into this folder)
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// `prongsai build`
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// โฟลเดอร์ที่มี content อยู่ข้างใน (the folder that holds content)
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// โฟลเดอร์ของเว็บที่สร้าง แฟ้มอื่นในนั้นคงอยู่ (the folder to write; other files in it are kept) [default: DIR/public]
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// ที่อยู่บนเว็บ แทนที่ระบุใน site.yaml (where the site will stand, instead of what site.yaml says)
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// รวมฉบับร่าง (publish drafts too)
    #[arg(long)]
    pub drafts: bool,
    /// สร้างทุกแฟ้มใหม่ แม้ข้อมูลเดิมไม่เปลี่ยน (make every file anew, also those that nothing has changed for)
    #[arg(long)]
    pub fresh: bool,
    /// รวมเว็บเป็นแฟ้มบีบอัดแฟ้มเดียวสำหรับอัปโหลดด้วย (make one archive of the site besides, to be uploaded) [default: beside the
    /// folder, such as public.zip]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    pub zip: Option<Option<PathBuf>>,
    /// What takes the place of what site.yaml says.
    #[command(flatten)]
    pub site: SiteArgs,
    /// How problems are told.
    #[command(flatten)]
    pub report: ReportArgs,
    /// How the work is done.
    #[command(flatten)]
    pub run: RunArgs,
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
    /// เปิดลิงก์ภายนอกทุกแห่งที่เผยแพร่ด้วย และเขียนผลไว้ใน .prongsai (open the links to other sites too, but not those of
    /// drafts, and keep what came of it in .prongsai)
    #[arg(long, conflicts_with = "drafts")]
    pub external: bool,
    /// ไม่เปิดลิงก์ที่เปิดได้ภายในจำนวนวันนี้ซ้ำ; 0 เปิดทุกลิงก์ (do not open again what opened within so many days; 0 opens
    /// everything)
    #[arg(long, value_name = "DAYS", requires = "external", default_value_t = 7)]
    pub max_age: u16,
    /// เวลารอคำตอบของแต่ละลิงก์ เป็นวินาที (how long to wait for an answer)
    #[arg(long, value_name = "SECONDS", requires = "external", default_value_t = 20,
        value_parser = clap::value_parser!(u16).range(1..=300))]
    pub timeout: u16,
    /// What takes the place of what site.yaml says.
    #[command(flatten)]
    pub site: SiteArgs,
    /// How problems are told.
    #[command(flatten)]
    pub report: ReportArgs,
    /// How the work is done.
    #[command(flatten)]
    pub run: RunArgs,
}

/// `prongsai serve`
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// โฟลเดอร์ที่มี content อยู่ข้างใน (the folder that holds content)
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// พอร์ต (the port) [default: 8000, or the next that is free]
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    /// เปิดเบราว์เซอร์ให้ด้วย (open it in the browser)
    #[arg(long)]
    pub open: bool,
    /// รวมฉบับร่าง (show drafts too)
    #[arg(long)]
    pub drafts: bool,
    /// ที่อยู่บนเว็บ แทนที่ระบุใน site.yaml (where the site will stand, instead of what site.yaml says)
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// What takes the place of what site.yaml says.
    #[command(flatten)]
    pub site: SiteArgs,
    /// อ่านโฟลเดอร์ทุกวินาทีแทนการรอระบบบอก (look through the folders every second instead of waiting to be told)
    #[arg(long)]
    pub poll: bool,
    /// ลิงก์ที่เปิดโปรแกรมแก้ไขข้อความ (the link that opens the editor; {file}, {line} and {column} stand for the place)
    #[arg(long, value_name = "LINK", env = "PRONGSAI_EDITOR", default_value = "vscode://file{file}:{line}:{column}")]
    pub editor: String,
}

/// What takes the place of what `site.yaml` says, or adds to it.
#[derive(Debug, Args)]
pub struct SiteArgs {
    /// ธีมที่ใช้แทนที่ระบุใน site.yaml: ชื่อธีม หรือโฟลเดอร์ของธีม เช่น ./ours (the theme to use, instead of what site.yaml says:
    /// its name, or the folder that it is in, such as ./ours)
    #[arg(long, value_name = "NAME_OR_FOLDER", value_parser = theme)]
    pub theme: Option<Choice>,
    /// ส่วนที่ไม่สร้าง เพิ่มจากที่ระบุใน site.yaml (parts to leave out, besides those that site.yaml names)
    #[arg(long, value_name = "PART", value_enum, value_delimiter = ',')]
    pub without: Vec<PartRecord>,
}

/// How problems are told.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// ถือว่าคำเตือนเป็นข้อผิดพลาด (warnings are errors)
    #[arg(long)]
    pub strict: bool,
    /// แสดงทุกแห่ง ไม่จำกัดจำนวนต่อข้อตรวจ (show every place, however many break one rule)
    #[arg(long)]
    pub all: bool,
    /// รูปแบบของผลการตรวจ (how problems are told)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How the work is done.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// จำนวนแกนประมวลผลที่ใช้พร้อมกัน (how many cores work at once) [default: all]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZero<usize>>,
    /// แสดงเวลาที่ใช้ในแต่ละขั้น (show what took how long)
    #[arg(long)]
    pub timings: bool,
}

/// `prongsai rules`
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// รหัสข้อตรวจ เช่น PS104 (the code of a rule) [default: list them]
    #[arg(value_parser = rule)]
    pub code: Option<&'static Rule>,
    /// แสดงคำอธิบายทุกข้อเป็น Markdown (print the handbook of all rules, in Markdown)
    #[arg(long, conflicts_with = "code")]
    pub handbook: bool,
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

/// `prongsai theme`
#[derive(Debug, Args)]
pub struct ThemeArgs {
    /// What to do
    #[command(subcommand)]
    pub command: ThemeCommand,
    /// โฟลเดอร์ที่มี content อยู่ข้างใน (the folder that holds content)
    #[arg(long, global = true, default_value = ".")]
    pub dir: PathBuf,
}

/// What to do with themes.
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// ธีมที่มี ธีมที่เว็บใช้ และแฟ้มที่แต่ละธีมแทน (the themes there are, which are used, and which files they replace)
    List,
    /// แฟ้มของธีมในตัวโปรแกรม (the files of the built-in theme)
    Files,
    /// คัดลอกแฟ้มของธีมในตัวโปรแกรมออกมาแก้ ไม่เขียนทับแฟ้มที่มีอยู่ (copy files of the built-in theme, to be changed; nothing is
    /// written over)
    Copy {
        /// ชื่อแฟ้ม เช่น measure.html หรือ style.css (its name, such as measure.html or style.css)
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
        /// ธีมที่คัดลอกไปไว้ (the theme to copy into) [default: the one that the site uses]
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
    },
    /// คัดลอกทั้งธีมเป็นธีมใหม่ (copy the whole theme as a new one)
    New {
        /// ชื่อธีม (its name)
        name: String,
    },
    /// ข้อมูลที่แม่แบบได้รับ เป็น Markdown (what templates are given, in Markdown)
    Context {
        /// ชื่อแม่แบบ เช่น measure.html (a template) [default: all]
        template: Option<String>,
    },
    /// คู่มือทำธีมทั้งหมด เป็น Markdown (the whole guide to themes, in Markdown)
    Guide,
}
