//! How a site speaks: its words, its digits, its dates.

use crate::diagnostic::Language;
use crate::framework::round2;
use crate::model::{OutcomeStatus, Settings, Status};
use crate::thai::calendar::{english_date, thai_date};
use crate::thai::digits::Numerals;
use crate::thai::period::Span;
use crate::theme::Words;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Display;

/// The words and number forms of one site.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    words: &'a Words,
    numerals: Numerals,
    language: Language,
}

/// A status as pages show it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatusView {
    /// Its name in style sheets and data.
    pub id: &'static str,
    /// Its words.
    pub label: String,
}

/// A score as it is drawn and written.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ScoreView {
    /// 0 to 100, for drawing.
    pub value: f64,
    /// In the site's digits.
    pub label: String,
}

impl ScoreView {
    pub fn new(score: Option<f64>, voice: Voice<'_>) -> Option<Self> {
        score.map(|value| Self { value, label: voice.score(value) })
    }
}

/// How a score differs from the same score of the year before.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeView {
    /// `up`, `down` or `same`, for style sheets.
    direction: &'static str,
    /// With its sign.
    label: String,
    /// The year before.
    year: String,
    /// The score of the year before.
    before: String,
}

impl ChangeView {
    /// The change from `before`, the score of `year`, to `now`.
    pub fn new(now: f64, before: f64, year: u16, voice: Voice<'_>) -> Self {
        let change = round2(now) - round2(before);
        let (direction, label) = if change.abs() < 0.005 {
            ("same", voice.word("unchanged").to_owned())
        } else if change > 0.0 {
            ("up", voice.number(format_args!("+{change:.2}")))
        } else {
            // The sign that is as wide as a plus, rather than a hyphen.
            ("down", voice.number(format_args!("−{:.2}", -change)))
        };
        Self { direction, label, year: voice.number(year), before: voice.score(before) }
    }
}

impl<'a> Voice<'a> {
    /// The voice of a site with these settings.
    #[must_use]
    pub fn new(words: &'a Words, settings: &Settings) -> Self {
        Self { words, numerals: settings.numerals, language: settings.language }
    }

    /// The voice on a page that is written in `language`, with the words of that. Digits are those of the site, but
    /// among English words that it does not use elsewhere they are Arabic.
    #[must_use]
    pub fn speaking(words: &'a Words, settings: &Settings, language: Language) -> Self {
        let is_foreign = language == Language::English && settings.language != Language::English;
        let numerals = if is_foreign { Numerals::Arabic } else { settings.numerals };
        Self { words, numerals, language }
    }

    /// A word of the theme.
    #[must_use]
    pub fn word(&self, name: &'a str) -> &'a str {
        self.words.get(name)
    }

    /// A sentence of the theme with `{}` filled in, in order.
    #[must_use]
    pub fn say(&self, name: &'a str, values: &[&dyn Display]) -> String {
        let mut values = values.iter();
        let mut text = String::new();
        let mut parts = self.word(name).split("{}");
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            if let Some(value) = values.next() {
                text.push_str(&value.to_string());
            }
            text.push_str(part);
        }
        text
    }

    /// A number in the site's digits.
    #[must_use]
    pub fn number(&self, number: impl Display) -> String {
        let text = number.to_string();
        match self.numerals.show(&text) {
            Cow::Owned(shown) => shown,
            Cow::Borrowed(_) => text,
        }
    }

    /// A score, with two decimals as it is published.
    #[must_use]
    pub fn score(&self, score: f64) -> String {
        self.number(format_args!("{:.2}", round2(score)))
    }

    /// A share, in per cent.
    #[must_use]
    pub fn percent(&self, percent: usize) -> String {
        self.number(format_args!("{percent}%"))
    }

    /// A day.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        match self.language {
            Language::Thai => thai_date(date, self.numerals),
            Language::English => english_date(date),
        }
    }

    /// A span of days.
    #[must_use]
    pub fn span(&self, span: Span) -> String {
        match self.language {
            Language::Thai => span.thai(self.numerals),
            Language::English => span.english(),
        }
    }

    /// “ปีงบประมาณ พ.ศ. ๒๕๖๖”
    #[must_use]
    pub fn fiscal_year(&self, year: u16) -> String {
        self.say("fiscal_year", &[&self.number(year)])
    }

    /// The file's kind and size, as it stands beside a link to it.
    #[must_use]
    pub fn file(&self, path: &str, size: u64) -> String {
        let kind = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
        // Shown to one place; files are far smaller than what an f64 can count.
        #[expect(clippy::cast_precision_loss, reason = "a size shown to one decimal")]
        let size = match size {
            0..1000 => format!("{size} B"),
            1000..1_000_000 => format!("{:.0} kB", size as f64 / 1e3),
            _ => format!("{:.1} MB", size as f64 / 1e6),
        };
        format!("{kind} {}", self.number(size)).trim().to_owned()
    }

    /// How an action or a measure stands.
    #[must_use]
    pub fn status(&self, status: Status) -> StatusView {
        StatusView { id: status.id(), label: self.words.get(&format!("status_{}", status.id())).to_owned() }
    }

    /// How a result stands.
    #[must_use]
    pub fn outcome(&self, status: OutcomeStatus) -> StatusView {
        StatusView { id: status.id(), label: self.words.get(&format!("outcome_{}", status.id())).to_owned() }
    }

    /// The digits of numbers.
    #[must_use]
    pub fn numerals(&self) -> Numerals {
        self.numerals
    }

    /// Their name in style sheets: `thai` or `arabic`.
    #[must_use]
    pub fn digits(&self) -> &'static str {
        match self.numerals {
            Numerals::Thai => "thai",
            Numerals::Arabic => "arabic",
        }
    }

    /// The language of pages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether pages are in English.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.language == Language::English
    }
}
