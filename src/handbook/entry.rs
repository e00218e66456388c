//! One rule's entry, as it stands in its file.

use crate::diagnostic::{Language, Message, Rule};
use rust_embed::Embed;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The entries, a file for each rule.
#[derive(Embed)]
#[folder = "src/handbook/rules"]
struct Files;

/// What the handbook says of a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    about: Words,
    /// Content that breaks the rule.
    pub bad: Example,
    /// The same content, mended.
    pub good: Example,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    th: String,
    en: String,
}

/// Content in small. Files of the content folder by path; what is not given is as in any site.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Example {
    /// What happens outside of the content, in words.
    Words {
        /// Thai.
        th: String,
        /// English.
        en: String,
    },
    /// Files that show it.
    Files(BTreeMap<String, File>),
}

/// A file of an example.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum File {
    /// As it stands.
    Text(String),
    /// One that is no text.
    Made(Made),
}

/// A file that is no text, by what matters of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Made {
    /// A PDF of one page with this text.
    Pdf(String),
    /// A PDF of so many pages that are pictures.
    Scan(usize),
    /// So many million bytes.
    Megabytes(u64),
    /// A symbolic link to this path.
    Link(String),
    /// Text in the old encoding of Thai Windows.
    Windows874(String),
}

impl Made {
    /// It in words.
    #[must_use]
    pub fn words(&self) -> Message {
        match self {
            Self::Pdf(text) => {
                Message::new(format!("(PDF ที่มีข้อความ “{text}”)"), format!("(a PDF with the text “{text}”)"))
            }
            Self::Scan(pages) => Message::new(
                format!("(PDF จากการสแกน {pages} หน้า ไม่มีข้อความ)"),
                format!("(a scanned PDF of {pages} pages, without text)"),
            ),
            Self::Megabytes(size) => Message::new(format!("(แฟ้มขนาด {size} MB)"), format!("(a file of {size} MB)")),
            Self::Link(path) => Message::new(format!("(ลิงก์ไปยัง {path})"), format!("(a symbolic link to {path})")),
            Self::Windows874(text) => Message {
                th: format!("(บันทึกด้วยการเข้ารหัส Windows-874)\n{text}").into(),
                en: format!("(saved in the encoding Windows-874)\n{text}").into(),
            },
        }
    }
}

impl Entry {
    /// What the handbook says of `rule`.
    ///
    /// # Errors
    /// Where its file is missing or cannot be read: a fault of the program, which a test rules out.
    pub fn of(rule: &Rule) -> Result<Self, String> {
        let file = Files::get(&format!("{}.yaml", rule.code)).ok_or_else(|| format!("{} has no entry", rule.code))?;
        serde_yaml::from_slice(&file.data).map_err(|error| format!("{}: {error}", rule.code))
    }

    /// What the rule is about, why it matters and what to do.
    #[must_use]
    pub fn about(&self, language: Language) -> &str {
        match language {
            Language::Thai => &self.about.th,
            Language::English => &self.about.en,
        }
    }
}
