//! A field of a table: its name for programs, and what it means for people.

use crate::diagnostic::Language;

/// Words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    /// Thai.
    pub th: &'static str,
    /// English.
    pub en: &'static str,
}

impl Bilingual {
    /// The same in both languages.
    #[must_use]
    pub const fn new(th: &'static str, en: &'static str) -> Self {
        Self { th, en }
    }

    /// The words in `language`.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match language {
            Language::Thai => self.th,
            Language::English => self.en,
        }
    }
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as written; it may have several lines.
    Text,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// A whole number from 0.
    Integer,
    /// A score from 0 to 100.
    Score,
    /// `true` or `false`.
    Boolean,
    /// A day of the Common Era: `2022-02-10`.
    Date,
    /// Short names or codes, in CSV joined with `; `.
    Names,
    /// Whole numbers from 0, in CSV joined with `; `.
    Integers,
    /// Texts, in CSV one a line of the cell.
    Lines,
}

impl Kind {
    /// What stands between the values of a list in CSV; `None` where the field is no list.
    #[must_use]
    pub const fn separator(self) -> Option<&'static str> {
        match self {
            Self::Names | Self::Integers => Some("; "),
            Self::Lines => Some("\n"),
            Self::Text | Self::OneOf(_) | Self::Integer | Self::Score | Self::Boolean | Self::Date => None,
        }
    }
}

/// A field of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in data: English, `snake_case`, never changed.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it is called.
    pub title: Bilingual,
    /// What else is to be known of it.
    pub note: Option<Bilingual>,
    /// Whether it has a value in every row.
    pub required: bool,
}

impl Field {
    /// A field that may have no value, and what it is called in Thai and in English.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, th: &'static str, en: &'static str) -> Self {
        Self { name, kind, title: Bilingual::new(th, en), note: None, required: false }
    }

    /// The same field with a value in every row.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same field with what else is to be known of it.
    #[must_use]
    pub const fn noted(self, th: &'static str, en: &'static str) -> Self {
        Self { note: Some(Bilingual::new(th, en)), ..self }
    }
}
