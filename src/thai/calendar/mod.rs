//! The Thai civil calendar: months, fiscal years, the Buddhist Era, and single days in words.
//!
//! It knows no periods and no recurrences.

mod day;
mod fiscal_year;
mod month;

pub use day::{date_of, english_date, thai_date, thai_date_short};
pub use fiscal_year::FiscalYear;
pub(in crate::thai) use month::MISSPELT;
pub use month::Month;

/// How far the Buddhist Era is ahead of the Common Era, in years. Both begin their years on 1 January.
pub const BE_MINUS_CE: i16 = 543;

/// The first and last years of the Buddhist Era that are taken to be meant; a lesser number is a year of the
/// Common Era.
pub(in crate::thai) const BE_YEARS: std::ops::RangeInclusive<u16> = 2400..=2999;

/// The year of the Buddhist Era for one of the Common Era: 2022 → 2565.
#[must_use]
pub const fn be_of(ce: i16) -> i16 {
    ce.saturating_add(BE_MINUS_CE)
}

/// The year of the Common Era for one of the Buddhist Era: 2565 → 2022.
#[must_use]
pub const fn ce_of(be: i16) -> i16 {
    be.saturating_sub(BE_MINUS_CE)
}
