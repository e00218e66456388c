//! Periods: from which day to which, as officers write them, and how to write them back.
//!
//! It does not know what is done in a period, nor what day it is today.

mod find;
mod grammar;
#[cfg(test)]
mod property_tests;
mod show;
#[cfg(test)]
mod tests;

pub use find::{Found, find};

use crate::thai::calendar::{FiscalYear, Month};
use crate::thai::notation::{Cursor, Fault, NotationError, Reading, pieces};
use crate::thai::recurrence;
use jiff::civil::Date;

/// A span of days, both ends included, and how precisely it was given.
///
/// It is ordered by its first day, then by its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    first: Date,
    last: Date,
    precision: Precision,
}

/// What a [`Span`] was given as. It decides how the span is written, not which days it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day: ๑๗ กุมภาพันธ์ ๒๕๖๕
    Day,
    /// From one day to a later one: ๙–๑๒ ธันวาคม ๒๕๖๔
    Days,
    /// One whole month: กุมภาพันธ์ ๒๕๖๕
    Month,
    /// From the first day of a month to the last day of a later one: มกราคม – มีนาคม ๒๕๖๕
    Months,
    /// A quarter of a fiscal year; the first is October to December: ไตรมาสที่ ๑ ปีงบประมาณ พ.ศ. ๒๕๖๖
    Quarter,
    /// One whole fiscal year: ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖
    FiscalYear,
    /// From the first day of a fiscal year to the last of a later one: ปีงบประมาณ พ.ศ. ๒๕๖๖–๒๕๗๐
    FiscalYears,
}

impl Span {
    /// One day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { first: date, last: date, precision: Precision::Day }
    }

    /// From one day to another; [`Precision::Day`] if they are the same, `None` if the last lies before the
    /// first.
    #[must_use]
    pub fn days(first: Date, last: Date) -> Option<Self> {
        match first.cmp(&last) {
            std::cmp::Ordering::Less => Some(Self { first, last, precision: Precision::Days }),
            std::cmp::Ordering::Equal => Some(Self::day(first)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// The whole month in which a day lies.
    #[must_use]
    pub fn month_of(date: Date) -> Self {
        Self { first: date.first_of_month(), last: date.last_of_month(), precision: Precision::Month }
    }

    /// From the month in which one day lies to that of another; [`Precision::Month`] if they are the same,
    /// `None` if the last lies before the first.
    #[must_use]
    pub fn months(first: Date, last: Date) -> Option<Self> {
        let (first, last) = (first.first_of_month(), last.last_of_month());
        if first > last {
            None
        } else if first.last_of_month() == last {
            Some(Self::month_of(first))
        } else {
            Some(Self { first, last, precision: Precision::Months })
        }
    }

    /// A quarter of a fiscal year, 1–4, of which the first begins in October; `None` for any other number.
    #[must_use]
    pub fn quarter(year: FiscalYear, quarter: u8) -> Option<Self> {
        let start = match quarter {
            1 => Month::October,
            2 => Month::January,
            3 => Month::April,
            4 => Month::July,
            _ => return None,
        };
        let end = Month::from_number(start.number() + 2)?;
        let last = year.month(end).last_of_month();
        Some(Self { first: year.month(start), last, precision: Precision::Quarter })
    }

    /// A whole fiscal year.
    #[must_use]
    pub fn fiscal_year(year: FiscalYear) -> Self {
        Self { first: year.first_day(), last: year.last_day(), precision: Precision::FiscalYear }
    }

    /// From one fiscal year to another; [`Precision::FiscalYear`] if they are the same, `None` if the last
    /// lies before the first.
    #[must_use]
    pub fn fiscal_years(first: FiscalYear, last: FiscalYear) -> Option<Self> {
        match first.cmp(&last) {
            std::cmp::Ordering::Less => {
                Some(Self { first: first.first_day(), last: last.last_day(), precision: Precision::FiscalYears })
            }
            std::cmp::Ordering::Equal => Some(Self::fiscal_year(first)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn first(&self) -> Date {
        self.first
    }

    /// Its last day, which still belongs to it.
    #[must_use]
    pub const fn last(&self) -> Date {
        self.last
    }

    /// What it was given as.
    #[must_use]
    pub const fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// Whether it holds the same days as another, however either was given.
    #[must_use]
    pub fn same_days(&self, other: &Self) -> bool {
        (self.first, self.last) == (other.first, other.last)
    }
}

/// How many years from the fiscal year a year may lie that has only two digits.
const TWO_DIGIT_REACH: u8 = 20;

/// Reads a notation of a period or of the date of a result, and nothing else, in Thai or Arabic digits:
///
/// * a day, in any form that [`crate::thai::calendar::date_of`] reads; a range of days: `๙ -๑๒ ธันวาคม ๒๕๖๔`,
///   `1 ตุลาคม 2566 – 30 กันยายน 2567`
/// * a month, a range of months: `เดือนมกราคม ๒๕๖๕`, `ม.ค.-ก.ย.๖๕`, `ต.ค.๖๔.-ก.ย. ๖๕`
/// * a quarter: `ไตรมาสที่ ๑`, `ไตรมาส ๑-๒ ปีงบประมาณ ๒๕๖๖`
/// * a fiscal year: `ตลอดทั้งปี`, `ตลอดปีงบประมาณ พ.ศ.๒๕๖๖`, `ปีงบประมาณ ๒๕๖๖ - ๒๕๗๐`, `2566`; its last day:
///   `สิ้นปีงบประมาณ`; a calendar year, as months: `ปีปฏิทิน ๒๕๖๖`
/// * ISO 8601: `2565-02-17`, `2022-02`, `2022-01-01/2022-02-28`
///
/// with the words that announce a date before it: `เมื่อวันที่`, `กำหนดการตามแผน เดือน`,
/// `คำสั่งที่ ๒๙/๒๕๖๖ ลงวันที่`. After a month a day of that month may follow, and is what is read:
/// `ประจำเดือน มีนาคม ๒๕๖๖ วันที่ ๑๖ มีนาคม ๒๕๖๖`.
///
/// What has no year lies in the fiscal year `year`. A range with one year takes it for both ends, unless the
/// months show that the other end lies in the year beside it: `ต.ค. - มี.ค. ๒๕๖๖` begins in 2565. A year of
/// four digits from 2400 on is Buddhist Era, below that Common Era; one of two digits is the Buddhist year
/// that lies within 20 years of `year`, if there is one. A range from a day to a month, or the other way round, holds the whole month.
///
/// # Errors
/// Says which part is not understood, or what is missing; see [`crate::thai::Fault`].
pub fn parse(text: &str, year: FiscalYear) -> Result<Span, NotationError> {
    let pieces = pieces(text, Reading::Notation)?;
    let mut cursor = Cursor::new(text, &pieces);
    let span = grammar::read_all(&mut cursor, grammar::Near::new(year, TWO_DIGIT_REACH));
    span.and_then(|span| cursor.finish().map(|()| span)).map_err(|error| {
        let strange = matches!(error.fault(), Fault::NotUnderstood | Fault::Leftover);
        if strange && !recurrence::find(text).is_empty() { NotationError::whole(Fault::HowOften, text) } else { error }
    })
}
