//! Values as they stand on the command line: what can be written, and what it means.

use crate::diagnostic::{Format, Language, Rule, rules};
use crate::record::PartRecord;
use crate::schema::Kind;
use crate::theme::Choice;
use clap::ValueEnum;
use clap::builder::PossibleValue;

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.file()))
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Json, Self::Github, Self::Sarif]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Human => PossibleValue::new("human").help("สำหรับคนอ่าน (for people)"),
            Self::Json => PossibleValue::new("json").help("บรรทัดละหนึ่งออบเจกต์ (one object a line)"),
            Self::Github => PossibleValue::new("github").help("หมายเหตุใน GitHub (annotations)"),
            Self::Sarif => PossibleValue::new("sarif").help("SARIF 2.1.0"),
        })
    }
}

impl ValueEnum for PartRecord {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(match self {
            Self::Search => "การค้นหา (the search)",
            Self::Data => "ข้อมูลเปิด (open data)",
            Self::Feed => "ฟีดความเปลี่ยนแปลง (the feed of what changed)",
            Self::Reports => "แผนและรายงานผลตามแบบทางการ (the official plan and progress report)",
            Self::Pictures => "ภาพประกอบเมื่อแชร์ลิงก์ (the pictures beside shared links)",
        }))
    }
}

/// A rule by its code.
pub(super) fn rule(text: &str) -> Result<&'static Rule, String> {
    rules::ALL
        .iter()
        .copied()
        .find(|rule| rule.code.eq_ignore_ascii_case(text))
        .ok_or_else(|| "ไม่มีข้อตรวจนี้ ดูทั้งหมดด้วย prongsai rules (no such rule: see prongsai rules)".to_owned())
}

/// A theme by its name or folder.
pub(super) fn theme(text: &str) -> Result<Choice, String> {
    if text.is_empty() {
        return Err("ระบุชื่อธีม หรือโฟลเดอร์ของธีม (name a theme, or the folder of one)".to_owned());
    }
    Ok(Choice::of(text))
}

/// An address on the web.
pub(super) fn web_address(text: &str) -> Result<String, String> {
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
