//! One day or one month, as it stands alone or at either end of a range, with or without its year.
//!
//! It does not know what a missing year is to be; that depends on the rest of the notation.

use super::cursor::Cursor;
use super::error::{Fault, NotationError};

use super::token::{Era, Token};
use crate::thai::calendar::{BE_MINUS_CE, BE_YEARS, Month, ce_of};
use jiff::civil::Date;
use std::ops::Range;

/// A day, or a whole month where there is no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::thai) struct Moment {
    pub day: Option<i8>,
    pub month: Month,
    /// Common Era.
    pub year: Option<i16>,
    /// Written as in ISO 8601, so that a slash may part it from another.
    pub iso: bool,
    pub at: Range<usize>,
}

/// The Buddhist years that may be written with two digits: fewer than a hundred, so that each is of one century.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::thai) struct TwoDigits {
    first: i16,
    last: i16,
}

impl TwoDigits {
    /// 2500–2599.
    pub const THIS_CENTURY: Self = Self { first: 2500, last: 2599 };
    const NONE: Self = Self { first: 1, last: 0 };

    /// The years at most so far from one, and never more than 49. Up to 20 the digits of a year of the Common Era
    /// nearby are not among them, as by these the eras are 43 years apart: 22 for 2022 is not 2522.
    pub fn around(be: u16, reach: u8) -> Self {
        let (be, reach) = (be.cast_signed(), i16::from(reach.min(49)));
        Self { first: be.saturating_sub(reach), last: be.saturating_add(reach) }
    }

    fn buddhist(self, two_digits: i16) -> Option<i16> {
        (self.first..=self.last).find(|be| be.rem_euclid(100) == two_digits)
    }
}

/// What stands at one end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::thai) enum End {
    Moment(Moment),
    /// A day whose month is that of the other end: the ๙ of ๙ - ๑๒ ธันวาคม.
    Day {
        day: i8,
        at: Range<usize>,
    },
}

impl Moment {
    /// Reads a moment, and not a day alone.
    pub fn read_whole(cursor: &mut Cursor<'_>, two_digits: TwoDigits) -> Result<Self, NotationError> {
        match End::read(cursor, two_digits)? {
            End::Moment(moment) => Ok(moment),
            End::Day { at, .. } => Err(cursor.error(Fault::MonthMissing, at)),
        }
    }

    /// The date of that day in the moment's month.
    pub fn date(&self, cursor: &Cursor<'_>, ce: i16, day: i8) -> Result<Date, NotationError> {
        Date::new(ce, self.month.number().cast_signed(), day)
            .map_err(|_| cursor.error(Fault::NoSuchDay, self.at.clone()))
    }
}

impl End {
    /// Reads a moment or a day alone, with วันที่ or เดือน before it.
    pub fn read(cursor: &mut Cursor<'_>, two_digits: TwoDigits) -> Result<Self, NotationError> {
        if cursor.eat(Token::Weekday) {
            cursor.eat(Token::The);
        }
        let labelled = cursor.eat(Token::DayWord);
        let first = cursor.position();
        match cursor.peek() {
            Some(Token::Number { digits: 4, .. }) if !labelled && is_iso(cursor) => iso(cursor).map(Self::Moment),
            Some(Token::Number { value, .. }) => match numeric_sign(cursor) {
                Some(sign) => numeric(cursor, two_digits, sign).map(Self::Moment),
                None => day_first(cursor, two_digits, value),
            },
            Some(Token::Month(_) | Token::MonthWord) if !labelled => {
                worded(cursor, two_digits, None, first).map(Self::Moment)
            }
            _ => Err(cursor.unexpected()),
        }
    }
}

/// Reads an optional year, with words such as ปี or พ.ศ. before it and stray stops after it, as one of the
/// Common Era.
pub(in crate::thai) fn year(cursor: &mut Cursor<'_>, two_digits: TwoDigits) -> Result<Option<i16>, NotationError> {
    let latin = cursor.is_latin(1);
    let start = *cursor;
    cursor.eat(Token::Of);
    cursor.eat(Token::Year);
    let first = cursor.position();
    let era = match cursor.peek() {
        Some(Token::Era(era)) => {
            cursor.advance(1);
            cursor.eat_stops();
            Some(era)
        }
        _ => None,
    };
    match cursor.peek() {
        Some(Token::Number { value, digits }) => {
            let ce = common_year(value, digits, era, latin && era.is_none(), two_digits)
                .map_err(|fault| cursor.error_here(fault))?;
            cursor.advance(1);
            cursor.eat_stops();
            Ok(Some(ce))
        }
        _ if era.is_some() => Err(cursor.error(Fault::YearMissing, cursor.bytes_from(first))),
        _ => {
            *cursor = start;
            Ok(None)
        }
    }
}

fn common_year(value: u32, digits: usize, era: Option<Era>, latin: bool, two_digits: TwoDigits) -> Result<i16, Fault> {
    let value = i16::try_from(value).map_err(|_| Fault::BadYear)?;
    let buddhist = |be: i16| u16::try_from(be).is_ok_and(|be| BE_YEARS.contains(&be));
    match (digits, era) {
        (4, None | Some(Era::Buddhist)) if buddhist(value) => Ok(ce_of(value)),
        // From 1856 on: the first month of the fiscal year 2400.
        (4, None | Some(Era::Common)) if !buddhist(value) && buddhist(value.saturating_add(BE_MINUS_CE + 1)) => {
            Ok(value)
        }
        (2, None) if latin => Err(Fault::AmbiguousYear),
        (2, None | Some(Era::Buddhist)) => two_digits.buddhist(value).map(ce_of).ok_or(Fault::AmbiguousYear),
        _ => Err(Fault::BadYear),
    }
}

/// Reads เดือน, a month and its year, if it has one.
fn worded(
    cursor: &mut Cursor<'_>,
    two_digits: TwoDigits,
    day: Option<i8>,
    first: usize,
) -> Result<Moment, NotationError> {
    cursor.eat(Token::MonthWord);
    let Some(Token::Month(month)) = cursor.peek() else { return Err(cursor.unexpected()) };
    cursor.advance(1);
    let year = year(cursor, two_digits)?;
    Ok(Moment { day, month, year, iso: false, at: cursor.bytes_from(first) })
}

/// Reads a number that should be a day, and its month if that follows.
fn day_first(cursor: &mut Cursor<'_>, two_digits: TwoDigits, value: u32) -> Result<End, NotationError> {
    let first = cursor.position();
    if value > 99 {
        // A year or a count: not a wrong day, but no day at all.
        return Err(cursor.error_here(Fault::MonthMissing));
    }
    let day = day_number(cursor)?;
    match cursor.peek() {
        Some(Token::Month(_) | Token::MonthWord) => worded(cursor, two_digits, Some(day), first).map(End::Moment),
        Some(Token::Unknown) => Err(cursor.unexpected()),
        _ => Ok(End::Day { day, at: cursor.bytes_from(first) }),
    }
}

/// Whether year, dash and month follow with no space between them.
fn is_iso(cursor: &Cursor<'_>) -> bool {
    let glued = !cursor.spaced(1) && !cursor.spaced(2);
    glued
        && matches!((cursor.ahead(1), cursor.ahead(2)), (Some(Token::Dash), Some(Token::Number { digits: 1..=2, .. })))
}

/// Reads 2565-02 or 2565-02-17.
fn iso(cursor: &mut Cursor<'_>) -> Result<Moment, NotationError> {
    let first = cursor.position();
    let Some(Token::Number { value, digits }) = cursor.peek() else { return Err(cursor.unexpected()) };
    let year = common_year(value, digits, None, false, TwoDigits::NONE).map_err(|fault| cursor.error_here(fault))?;
    cursor.advance(2);
    let month = month_number(cursor)?;
    let day = if is_glued_day(cursor) {
        cursor.advance(1);
        Some(day_number(cursor)?)
    } else {
        None
    };
    Ok(Moment { day, month, year: Some(year), iso: true, at: cursor.bytes_from(first) })
}

fn is_glued_day(cursor: &Cursor<'_>) -> bool {
    let glued = !cursor.spaced(0) && !cursor.spaced(1);
    glued && matches!((cursor.peek(), cursor.ahead(1)), (Some(Token::Dash), Some(Token::Number { digits: 1..=2, .. })))
}

/// The sign that parts day, month and year, if they are all numbers: 17/2/2565, 17-2-2565. Dashes must have no
/// spaces around them, or they could be those of a range.
fn numeric_sign(cursor: &Cursor<'_>) -> Option<Token> {
    let sign = cursor.ahead(1).filter(|sign| matches!(sign, Token::Slash | Token::Dash))?;
    let numbers = [0, 2, 4].into_iter().all(|n| matches!(cursor.ahead(n), Some(Token::Number { .. })));
    let glued = sign == Token::Slash || (1..=4).all(|n| !cursor.spaced(n));
    (numbers && glued && cursor.ahead(3) == Some(sign)).then_some(sign)
}

fn numeric(cursor: &mut Cursor<'_>, two_digits: TwoDigits, sign: Token) -> Result<Moment, NotationError> {
    let first = cursor.position();
    let day = day_number(cursor)?;
    cursor.eat(sign);
    let month = month_number(cursor)?;
    cursor.eat(sign);
    let year = year(cursor, two_digits)?;
    Ok(Moment { day: Some(day), month, year, iso: false, at: cursor.bytes_from(first) })
}

fn month_number(cursor: &mut Cursor<'_>) -> Result<Month, NotationError> {
    let month = match cursor.peek() {
        Some(Token::Number { value, digits: 1..=2 }) => u8::try_from(value).ok().and_then(Month::from_number),
        _ => None,
    };
    let month = month.ok_or_else(|| cursor.error_here(Fault::UnknownMonth))?;
    cursor.advance(1);
    Ok(month)
}

/// Reads a number from 1 to 31.
fn day_number(cursor: &mut Cursor<'_>) -> Result<i8, NotationError> {
    let day = match cursor.peek() {
        Some(Token::Number { value, .. }) => i8::try_from(value).ok().filter(|day| (1..=31).contains(day)),
        _ => None,
    };
    let day = day.ok_or_else(|| cursor.error_here(Fault::NoSuchDay))?;
    cursor.advance(1);
    Ok(day)
}
