//! How a period is written: in Thai, in English and for machines. All three read back.
//!
//! It does not know which of them a page wants.

use super::{Precision, Span};
use crate::thai::calendar::{Month, be_of};
use crate::thai::digits::Numerals;
use jiff::civil::Date;
use std::fmt::Write as _;

/// Bytes that two days with their months and years take in Thai.
const LONG: usize = 96;

impl Span {
    /// In Thai, with years of the Buddhist Era: `๙–๑๒ ธันวาคม ๒๕๖๔`, `ตุลาคม ๒๕๖๔ – มีนาคม ๒๕๖๕`,
    /// `ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖`.
    ///
    /// [`super::parse`] reads an equal span from it where all its days lie in the Buddhist years 2400–2999.
    #[must_use]
    pub fn thai(&self, numerals: Numerals) -> String {
        let (first, last) = (be_of(fiscal_ce(self.first)), be_of(fiscal_ce(self.last)));
        let text = match self.precision {
            Precision::Quarter => format!("ไตรมาสที่ {} ปีงบประมาณ พ.ศ. {last}", self.quarter_number()),
            Precision::FiscalYear => format!("ตลอดปีงบประมาณ พ.ศ. {last}"),
            Precision::FiscalYears => format!("ปีงบประมาณ พ.ศ. {first}–{last}"),
            _ => self.days_or_months(|date| Month::of(date).thai(), |date| be_of(date.year())),
        };
        numerals.of_arabic(text)
    }

    /// In English, with years of the Common Era: `9–12 December 2021`, `October 2021 – March 2022`,
    /// `Fiscal year 2023` for the Thai fiscal year 2566.
    ///
    /// [`super::parse`] reads an equal span from it for years of the Common Era from 1857 to 2399.
    #[must_use]
    pub fn english(&self) -> String {
        let (first, last) = (fiscal_ce(self.first), fiscal_ce(self.last));
        match self.precision {
            Precision::Quarter => format!("Quarter {} of fiscal year {last}", self.quarter_number()),
            Precision::FiscalYear => format!("Fiscal year {last}"),
            Precision::FiscalYears => format!("Fiscal years {first}–{last}"),
            _ => self.days_or_months(|date| Month::of(date).english(), Date::year),
        }
    }

    /// As ISO 8601, with years of the Common Era: a day `2022-02-17`, a month `2022-02`, anything else as the
    /// interval of its days `2022-01-01/2022-02-28`.
    ///
    /// [`super::parse`] reads the same days from it, from 1857 to 2399; but ISO 8601 knows neither fiscal
    /// years nor quarters, so what was given as one, or as months, comes back as [`Precision::Days`].
    #[must_use]
    pub fn iso(&self) -> String {
        match self.precision {
            Precision::Day => self.first.to_string(),
            Precision::Month => format!("{:04}-{:02}", self.first.year(), self.first.month()),
            _ => format!("{}/{}", self.first, self.last),
        }
    }

    /// Days and months, with a month or a year once where both ends have the same.
    fn days_or_months(&self, month: fn(Date) -> &'static str, year: fn(Date) -> i16) -> String {
        let (first, last) = (self.first, self.last);
        let mut text = String::with_capacity(LONG);
        let has_days = matches!(self.precision, Precision::Day | Precision::Days);
        let day_and_month = |text: &mut String, date: Date| {
            if has_days {
                _ = write!(text, "{} ", date.day());
            }
            text.push_str(month(date));
        };
        if !matches!(self.precision, Precision::Day | Precision::Month) {
            if first.year() == last.year() && first.month() == last.month() {
                _ = write!(text, "{}–", first.day());
            } else {
                day_and_month(&mut text, first);
                if first.year() != last.year() {
                    _ = write!(text, " {}", year(first));
                }
                text.push_str(" – ");
            }
        }
        day_and_month(&mut text, last);
        _ = write!(text, " {}", year(last));
        text
    }

    fn quarter_number(&self) -> u8 {
        Month::of(self.first).fiscal_index() / 3 + 1
    }
}

/// The year of the Common Era in which the fiscal year of a day ends.
fn fiscal_ce(date: Date) -> i16 {
    date.year().saturating_add(i16::from(date.month() >= 10))
}
