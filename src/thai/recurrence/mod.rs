//! Recurrences: how often something is done, as told in the course of a sentence, and how to write it.
//!
//! It does not know what is done, nor when it is next due.

mod find;

pub use find::find;

use crate::thai::calendar::Month;
use crate::thai::digits::Numerals;
use std::collections::BTreeSet;
use std::num::NonZeroU8;

/// How often something is done. [`find`] reads an equal one from what [`Recurrence::thai`] or
/// [`Recurrence::english`] writes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recurrence {
    /// Every so many days: ทุกวัน, ทุก ๑๕ วัน
    EveryDays(NonZeroU8),
    /// Every so many weeks: ทุกสัปดาห์
    EveryWeeks(NonZeroU8),
    /// Every so many months; a quarter is three, a year twelve: ทุกเดือน, ทุก ๖ เดือน, ทุกไตรมาส, ทุกปี
    EveryMonths(NonZeroU8),
    /// In these months of every year, of which there is at least one: เดือนเมษายน และ กันยายนของทุกปี
    InMonths(BTreeSet<Month>),
    /// At the end of every fiscal year, 30 September: ณ สิ้นปีงบประมาณ
    EndOfFiscalYear,
}

const MONTHS_OF_YEAR: u8 = 12;

impl Recurrence {
    /// In Thai: `ทุกเดือน`, `ทุก ๖ เดือน`, `เดือนเมษายนและกันยายนของทุกปี`, `ทุกสิ้นปีงบประมาณ`.
    #[must_use]
    pub fn thai(&self, numerals: Numerals) -> String {
        let every = |count: u8, unit: &str| match count {
            1 => format!("ทุก{unit}"),
            _ => format!("ทุก {count} {unit}"),
        };
        let text = match self {
            Self::EveryDays(days) => every(days.get(), "วัน"),
            Self::EveryWeeks(weeks) => every(weeks.get(), "สัปดาห์"),
            Self::EveryMonths(months) => match in_years(*months) {
                Some(years) => every(years, "ปี"),
                None => every(months.get(), "เดือน"),
            },
            Self::InMonths(months) => {
                format!("เดือน{}ของทุกปี", list(months.iter().map(|month| month.thai()), " ", "และ"))
            }
            Self::EndOfFiscalYear => "ทุกสิ้นปีงบประมาณ".into(),
        };
        numerals.show(&text).into_owned()
    }

    /// In English: `every month`, `every 6 months`, `in April and September every year`, `at the end of every
    /// fiscal year`.
    #[must_use]
    pub fn english(&self) -> String {
        let every = |count: u8, unit: &str| match count {
            1 => format!("every {unit}"),
            _ => format!("every {count} {unit}s"),
        };
        match self {
            Self::EveryDays(days) => every(days.get(), "day"),
            Self::EveryWeeks(weeks) => every(weeks.get(), "week"),
            Self::EveryMonths(months) => match in_years(*months) {
                Some(years) => every(years, "year"),
                None => every(months.get(), "month"),
            },
            Self::InMonths(months) => {
                format!("in {} every year", list(months.iter().map(|month| month.english()), ", ", " and "))
            }
            Self::EndOfFiscalYear => "at the end of every fiscal year".into(),
        }
    }

    /// As ISO 8601: a duration `P1M`, `P6M`, `P1Y`, `P1W`, `P15D`; months or a day of every year as `--04;--09`
    /// and `--09-30`, which are dates without their year.
    #[must_use]
    pub fn iso(&self) -> String {
        match self {
            Self::EveryDays(days) => format!("P{days}D"),
            Self::EveryWeeks(weeks) => format!("P{weeks}W"),
            Self::EveryMonths(months) => match in_years(*months) {
                Some(years) => format!("P{years}Y"),
                None => format!("P{months}M"),
            },
            Self::InMonths(months) => {
                let months: Vec<_> = months.iter().map(|month| format!("--{:02}", month.number())).collect();
                months.join(";")
            }
            Self::EndOfFiscalYear => "--09-30".into(),
        }
    }
}

/// The years that so many months make, if they make whole ones.
fn in_years(months: NonZeroU8) -> Option<u8> {
    months.get().is_multiple_of(MONTHS_OF_YEAR).then(|| months.get() / MONTHS_OF_YEAR)
}

/// Names with a sign between them and a word before the last. In Thai a third name parts that word from the
/// others with a space.
fn list<'a>(names: impl Iterator<Item = &'a str>, sign: &str, and: &str) -> String {
    let names: Vec<_> = names.collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, other] => format!("{one}{and}{other}"),
        [first @ .., last] => format!("{} {}{last}", first.join(sign), and.trim_start()),
    }
}

#[cfg(test)]
mod tests;
