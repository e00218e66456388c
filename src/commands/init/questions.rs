//! What is asked of a person who begins a site.
//!
//! The prompts are `inquire`'s, which edits by what is seen as one letter: a Thai vowel or tone mark is no place of its
//! own. They are asked on standard error, so that standard output stays what the command says.

use crate::cli::{fiscal_year, one_line};
use crate::diagnostic::Language;
use crate::scaffold::Authority;
use crate::thai::calendar::FiscalYear;
use inquire::validator::{ErrorMessage, Validation};
use inquire::{InquireError, Select, Text};
use std::fmt;

/// Asks in a language.
#[derive(Debug, Clone, Copy)]
pub struct Questions {
    /// The language.
    pub language: Language,
}

/// What can be chosen for a kind of authority.
struct Choice {
    kind: Option<Authority>,
    language: Language,
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.kind, self.language) {
            (Some(kind), Language::Thai) => f.write_str(kind.thai()),
            (Some(kind), Language::English) => write!(f, "{} ({})", kind.thai(), kind.english()),
            (None, Language::Thai) => f.write_str("อื่น ๆ"),
            (None, Language::English) => f.write_str("another"),
        }
    }
}

impl Questions {
    /// The authority's full name.
    pub fn name(self) -> Result<String, String> {
        let help = self.words("ชื่อเต็ม เช่น เทศบาลตำบลจันทวี", "its full name, such as เทศบาลตำบลจันทวี");
        let asked = Text::new(self.words("ชื่อหน่วยงาน:", "Name of the authority:"))
            .with_help_message(help)
            .with_validator(|text: &str| Ok(validity(one_line(text))));
        asked.prompt().map(|name| name.trim().to_owned()).map_err(|error| self.stopped(&error))
    }

    /// What it is; `None` for what is not in the list.
    pub fn kind(self) -> Result<Option<Authority>, String> {
        let kinds = Authority::ALL.into_iter().map(Some).chain([None]);
        let choices = kinds.map(|kind| Choice { kind, language: self.language }).collect();
        let asked = Select::new(self.words("ประเภท:", "Kind:"), choices)
            .with_help_message(self.words("↑↓ เลือก ⏎ ตกลง", "↑↓ to choose, ⏎ to take it"));
        asked.prompt().map(|choice| choice.kind).map_err(|error| self.stopped(&error))
    }

    /// Its district, if that is said.
    pub fn district(self) -> Result<Option<String>, String> {
        self.optional(self.words("อำเภอ:", "District (อำเภอ):"))
    }

    /// Its province, if that is said.
    pub fn province(self) -> Result<Option<String>, String> {
        self.optional(self.words("จังหวัด:", "Province (จังหวัด):"))
    }

    /// The first fiscal year.
    pub fn year(self, this: FiscalYear) -> Result<FiscalYear, String> {
        let this = this.be().to_string();
        let asked = Text::new(self.words("ปีงบประมาณ (พ.ศ.):", "Fiscal year (Buddhist Era):"))
            .with_default(&this)
            .with_validator(|text: &str| Ok(validity(fiscal_year(text))));
        let answer = asked.prompt().map_err(|error| self.stopped(&error))?;
        fiscal_year(&answer)
    }

    fn optional(self, question: &str) -> Result<Option<String>, String> {
        let asked = Text::new(question).with_help_message(self.words("กด ⏎ เพื่อข้าม", "⏎ to pass over"));
        let answer = asked.prompt().map_err(|error| self.stopped(&error))?;
        Ok(one_line(&answer).ok())
    }

    const fn words(self, thai: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Thai => thai,
            Language::English => english,
        }
    }

    fn stopped(self, error: &InquireError) -> String {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => {
                self.words("ยกเลิกแล้ว ไม่ได้สร้างแฟ้มใด", "given up; nothing was made").to_owned()
            }
            other => {
                let flags = self.words("ระบุด้วยตัวเลือกของคำสั่งแทน เช่น --name", "use options instead, such as --name");
                format!("{other}; {flags}")
            }
        }
    }
}

fn validity<T>(read: Result<T, String>) -> Validation {
    match read {
        Ok(_) => Validation::Valid,
        Err(why) => Validation::Invalid(ErrorMessage::Custom(why)),
    }
}
