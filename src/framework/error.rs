//! What is wrong in a framework file, entry by entry.
//!
//! It knows the place within the file (`sub_indicators[0].items[2]`) but not the file, nor lines and columns.

use super::{Code, CodeError, SubNumber};
use std::fmt;

/// Everything that keeps a framework file from being used. It displays in English, one line per problem.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct PatchError {
    /// The fiscal year that the file speaks of, as written.
    pub year: u32,
    /// What is wrong; never empty.
    pub problems: Vec<PatchProblem>,
}

impl fmt::Display for PatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the framework of {} cannot be used:", self.year)?;
        self.problems.iter().try_for_each(|problem| write!(f, "\n{problem}"))
    }
}

/// One thing that is wrong with one entry. It displays in English; [`PatchProblem::thai`] is the same in Thai.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchProblem {
    /// Where it stands in the file, such as `sub_indicators[0].items[2]`; empty for the file as a whole, and
    /// for an entry that does not stand in it but no longer fits.
    pub path: String,
    /// The entry that it is about.
    pub entry: Entry,
    /// What is wrong with it.
    pub fault: PatchFault,
}

impl fmt::Display for PatchProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.entry, self.fault)
    }
}

impl PatchProblem {
    /// Which entry, what is wrong with it and what to write instead, in Thai.
    #[must_use]
    pub fn thai(&self) -> String {
        format!("{}: {}", self.entry.thai(), self.fault.thai())
    }
}

/// The name of an entry. It displays in English; [`Entry::thai`] is the same in Thai.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The year itself.
    Year,
    /// The instruments together.
    Instruments,
    /// An instrument, indicator, sub-indicator, item, question or level, by code, number or name.
    Named(EntryKind, String),
    /// The scale of levels.
    Levels,
    /// An issue, of the file's year or of another.
    Issue {
        /// The year of the plan.
        year: u16,
        /// Its number.
        number: u32,
    },
    /// The items for plan and progress.
    MeasureItems,
}

/// The kinds of entry that have a name of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// แบบวัด
    Instrument,
    /// ตัวชี้วัด
    Indicator,
    /// ตัวชี้วัดย่อย
    SubIndicator,
    /// ข้อ OIT
    Item,
    /// ข้อคำถาม
    Question,
    /// ระดับ
    Level,
}

impl EntryKind {
    /// In English and in Thai.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Instrument => ("instrument", "แบบวัด"),
            Self::Indicator => ("indicator", "ตัวชี้วัดที่"),
            Self::SubIndicator => ("sub-indicator", "ตัวชี้วัดย่อยที่"),
            Self::Item => ("item", "ข้อ"),
            Self::Question => ("question", "ข้อคำถาม"),
            Self::Level => ("level", "ระดับ"),
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year => f.write_str("the year"),
            Self::Instruments => f.write_str("the instruments"),
            Self::Named(kind, name) => write!(f, "{} {name}", kind.words().0),
            Self::Levels => f.write_str("levels"),
            Self::Issue { year, number } => write!(f, "issue {number} of {year}"),
            Self::MeasureItems => f.write_str("measure_items"),
        }
    }
}

impl Entry {
    /// The name in Thai.
    #[must_use]
    pub fn thai(&self) -> String {
        match self {
            Self::Year => "ปีงบประมาณ".to_owned(),
            Self::Instruments => "แบบวัด".to_owned(),
            Self::Named(kind, name) => format!("{} {name}", kind.words().1),
            Self::Levels => "ระดับผลการประเมิน (levels)".to_owned(),
            Self::Issue { year, number } => format!("ประเด็นที่ {number} ของปี {year}"),
            Self::MeasureItems => "ข้อสำหรับแผนและรายงานผล (measure_items)".to_owned(),
        }
    }
}

/// What is wrong with an entry. It displays in English; [`PatchFault::thai`] is the same in Thai.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PatchFault {
    /// Not a plausible year of the Buddhist Era.
    #[error("{0} is not a fiscal year of the Buddhist Era: write for example 2570")]
    NotAYear(u32),
    /// `like` names a year that is not known.
    #[error("`like: {0}` names a year that is not known")]
    LikeUnknown(u32),
    /// `like` in a file for a year that is known already.
    #[error("this year is known already: take `like` out and write only what is to be corrected")]
    LikeOfKnownYear,
    /// A field that a new entry needs.
    #[error("this entry is new and needs `{0}`")]
    Missing(&'static str),
    /// A field with nothing in it.
    #[error("`{0}` is empty")]
    Empty(&'static str),
    /// The same entry stands twice in the file.
    #[error("this entry is written twice")]
    Twice,
    /// `remove` on an entry that is not there.
    #[error("there is no such entry to remove")]
    NothingToRemove,
    /// Text that is no code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// The code of an item among the questions.
    #[error("`{0}` is an OIT item, not a question")]
    NotAQuestion(Code),
    /// Text that is no sub-indicator's number.
    #[error("`{0}` is not the number of a sub-indicator: write for example 9.1")]
    NotASubNumber(String),
    /// A number outside its range.
    #[error("`{field}` is from {from} to {to}, and not {value}")]
    OutOfRange {
        /// The field.
        field: &'static str,
        /// What it holds.
        value: f64,
        /// The least that it can be.
        from: f64,
        /// The most that it can be.
        to: f64,
    },
    /// An item under one sub-indicator that names another.
    #[error("it stands under {0} but says `sub_indicator: {1}`")]
    TwoPlaces(SubNumber, SubNumber),
    /// A sub-indicator that is not there.
    #[error("there is no sub-indicator {0}")]
    NoSubIndicator(SubNumber),
    /// An indicator that is not there.
    #[error("there is no indicator {0}")]
    NoIndicator(u32),
    /// Something of one instrument under an indicator of another.
    #[error("indicator {indicator} is measured by another instrument")]
    OtherInstrument {
        /// The indicator.
        indicator: u8,
    },
    /// A code that the year does not have.
    #[error("the framework of {year} has no {code}")]
    NoSuchCode {
        /// The code.
        code: Code,
        /// The year.
        year: u16,
    },
    /// Weights that do not make 1.
    #[error("the weights make {0} together, and not 1")]
    Weights(f64),
    /// `text` and `kind` do not go together.
    #[error("`kind: wording` and `kind: topic` need a `text`, and `kind: unknown` has none")]
    KindAgainstText,
    /// A level that comes before a better one, or can never be reached.
    #[error("levels go from best to worst, and this one can never be reached where it stands")]
    LevelOrder,
    /// No level for the lowest scores.
    #[error("the last level must have `overall_min: 0` and no `instrument_min`, so that every score has a level")]
    NoLastLevel,
}

impl PatchFault {
    /// What is wrong and what to write instead, in Thai.
    #[must_use]
    pub fn thai(&self) -> String {
        match self {
            Self::NotAYear(year) => format!("{year} ไม่ใช่ปีงบประมาณ พ.ศ. ให้เขียน เช่น 2570"),
            Self::LikeUnknown(year) => format!("`like: {year}` อ้างถึงปีที่ไม่รู้จัก"),
            Self::LikeOfKnownYear => "ปีนี้มีอยู่แล้ว ให้ลบ `like` ออก แล้วเขียนเฉพาะส่วนที่ต้องการแก้".to_owned(),
            Self::Missing(field) => format!("เป็นรายการใหม่ ต้องมี `{field}`"),
            Self::Empty(field) => format!("`{field}` ว่างอยู่"),
            Self::Twice => "เขียนรายการนี้ซ้ำสองครั้ง ให้เหลือเพียงที่เดียว".to_owned(),
            Self::NothingToRemove => "ไม่มีรายการนี้ให้ลบ".to_owned(),
            Self::Code(error) => error.thai(),
            Self::NotAQuestion(code) => format!("`{code}` เป็นข้อ OIT ไม่ใช่ข้อคำถาม"),
            Self::NotASubNumber(text) => format!("`{text}` ไม่ใช่เลขตัวชี้วัดย่อย ให้เขียน เช่น 9.1"),
            Self::OutOfRange { field, value, from, to } => {
                format!("`{field}` เป็นได้ตั้งแต่ {from} ถึง {to} แต่เขียนว่า {value}")
            }
            Self::TwoPlaces(under, said) => format!("อยู่ใต้ {under} แต่เขียนว่า `sub_indicator: {said}`"),
            Self::NoSubIndicator(number) => format!("ไม่มีตัวชี้วัดย่อยที่ {number}"),
            Self::NoIndicator(number) => format!("ไม่มีตัวชี้วัดที่ {number}"),
            Self::OtherInstrument { indicator } => format!("ตัวชี้วัดที่ {indicator} ใช้แบบวัดอื่น"),
            Self::NoSuchCode { code, year } => format!("รายการของปี {year} ไม่มี {code}"),
            Self::Weights(sum) => format!("น้ำหนักรวมกันได้ {sum} แต่ต้องรวมกันได้ 1"),
            Self::KindAgainstText => {
                "`kind: wording` และ `kind: topic` ต้องมี `text` ส่วน `kind: unknown` ต้องไม่มี".to_owned()
            }
            Self::LevelOrder => "ระดับต้องเรียงจากดีที่สุดลงมา ระดับนี้อยู่ในลำดับที่ไม่มีคะแนนใดได้".to_owned(),
            Self::NoLastLevel => "ระดับสุดท้ายต้องมี `overall_min: 0` และไม่มี `instrument_min` เพื่อให้ทุกคะแนนมีระดับ".to_owned(),
        }
    }
}
