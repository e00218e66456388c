//! The Thai fiscal year, named by the Buddhist year in which it ends.
//!
//! It does not know what is planned or assessed in it.

use super::{BE_MINUS_CE, BE_YEARS, Month};
use crate::thai::digits::to_arabic;
use crate::thai::notation::{Fault, NotationError};
use jiff::civil::{Date, date};

/// A fiscal year (ปีงบประมาณ) in the Buddhist Era, 2400–2999: 2566 runs from 1 October 2565 to 30 September
/// 2566, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(u16);

impl FiscalYear {
    /// The fiscal year of that Buddhist year; `None` outside 2400–2999.
    #[must_use]
    pub fn new(be: u16) -> Option<Self> {
        BE_YEARS.contains(&be).then_some(Self(be))
    }

    /// The fiscal year in which a day lies; `None` outside 2400–2999.
    #[must_use]
    pub fn containing(date: Date) -> Option<Self> {
        let starts_next = i16::from(date.month() >= 10);
        Self::new(u16::try_from(date.year().checked_add(BE_MINUS_CE + starts_next)?).ok()?)
    }

    /// Reads a Buddhist year of four digits, `2566` or `๒๕๖๖`, with nothing but white space around it.
    ///
    /// # Errors
    /// [`Fault::BadYear`] for anything else, among it years of the Common Era.
    pub fn parse(text: &str) -> Result<Self, NotationError> {
        let year = text.trim();
        let digits = to_arabic(year);
        let four_digits = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let be = if four_digits { digits.parse().ok() } else { None };
        be.and_then(Self::new).ok_or_else(|| NotationError::whole(Fault::BadYear, text))
    }

    /// The Buddhist year that names it: 2566.
    #[must_use]
    pub const fn be(self) -> u16 {
        self.0
    }

    /// The year of the Common Era in which it ends, by which it is called in English: 2023 for 2566.
    #[must_use]
    pub const fn ce(self) -> i16 {
        // At most 2999: see `new`.
        self.0.cast_signed() - BE_MINUS_CE
    }

    /// 1 October of the year before.
    #[must_use]
    pub fn first_day(self) -> Date {
        date(self.ce() - 1, 10, 1)
    }

    /// 30 September.
    #[must_use]
    pub fn last_day(self) -> Date {
        date(self.ce(), 9, 30)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&date)
    }

    /// The first day of that month in this fiscal year: 1 October 2022 for October in 2566.
    #[must_use]
    pub fn month(self, month: Month) -> Date {
        date(self.ce_of_month(month), month.number().cast_signed(), 1)
    }

    /// The year of the Common Era in which that month of this fiscal year lies.
    pub(in crate::thai) fn ce_of_month(self, month: Month) -> i16 {
        self.ce() - i16::from(month >= Month::October)
    }

    /// The first days of its twelve months, from October to September.
    #[must_use]
    pub fn months(self) -> [Date; 12] {
        let mut months = Month::ALL;
        months.rotate_left(9);
        months.map(|month| self.month(month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(be: u16) -> FiscalYear {
        FiscalYear::new(be).expect("a year of the test")
    }

    #[test]
    fn runs_from_october_to_september() {
        let year = year(2566);
        assert_eq!(year.first_day(), date(2022, 10, 1));
        assert_eq!(year.last_day(), date(2023, 9, 30));
        assert!(year.contains(date(2022, 10, 1)) && year.contains(date(2023, 9, 30)));
        assert!(!year.contains(date(2022, 9, 30)) && !year.contains(date(2023, 10, 1)));
        let months = year.months();
        assert_eq!(months[0], date(2022, 10, 1));
        assert_eq!(months[2], date(2022, 12, 1));
        assert_eq!(months[3], date(2023, 1, 1));
        assert_eq!(months[11], date(2023, 9, 1));
        assert!(months.is_sorted());
    }

    #[test]
    fn finds_the_year_of_a_day() {
        for be in [2400, 2566, 2600, 2999] {
            assert_eq!(FiscalYear::containing(year(be).first_day()), Some(year(be)));
            assert_eq!(FiscalYear::containing(year(be).last_day()), Some(year(be)));
        }
        assert_eq!(FiscalYear::containing(Date::MAX), None);
        assert_eq!(FiscalYear::containing(Date::MIN), None);
    }

    #[test]
    fn reads_buddhist_years_of_four_digits_only() {
        for text in ["2566", "๒๕๖๖", " ๒๕66 "] {
            assert_eq!(FiscalYear::parse(text), Ok(year(2566)), "{text}");
        }
        for text in ["", "66", "2023", "2399", "3000", "02566", "2,566", "+256", "พ.ศ. 2566", "2566.0", "สอง"]
        {
            let error = FiscalYear::parse(text).expect_err(text);
            assert_eq!(error.fault(), Fault::BadYear);
        }
    }
}
