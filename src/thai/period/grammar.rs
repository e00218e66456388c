//! The grammar of periods: which words, in which order, mean which days.
//!
//! It does not know how a single day or month is spelt; that is [`Moment`].

use super::{Precision, Span};
use crate::thai::calendar::{BE_YEARS, FiscalYear, Month, be_of};
use crate::thai::notation::{Cursor, End, Fault, Moment, NotationError, Token, TwoDigits, year};
use jiff::civil::date;

/// A span, and whether its year stood in the text.
pub(super) struct Dated {
    pub span: Span,
    pub with_year: bool,
}

/// The fiscal year to which a notation belongs, and the years that two digits may mean there.
#[derive(Clone, Copy)]
pub(super) struct Near {
    fiscal: FiscalYear,
    two_digits: TwoDigits,
}

impl Near {
    /// Two digits mean a year at most `reach` years away.
    pub fn new(fiscal: FiscalYear, reach: u8) -> Self {
        Self { fiscal, two_digits: TwoDigits::around(fiscal.be(), reach) }
    }
}

type Read<T> = Result<T, NotationError>;

/// Reads any notation that may stand alone.
pub(super) fn read_all(cursor: &mut Cursor<'_>, near: Near) -> Read<Span> {
    cursor.leads()?;
    let span = match cursor.peek() {
        Some(Token::EndOf) => end_of_year(cursor, near)?,
        Some(Token::FiscalYear | Token::Year | Token::CalendarYear | Token::Era(_)) => years(cursor, near)?.span,
        Some(Token::Number { value, digits: 4 }) if is_bare_year(cursor) => {
            // 2023 alone could be a calendar or a fiscal year, and of the wrong era.
            if u16::try_from(value).is_ok_and(|be| BE_YEARS.contains(&be)) {
                years(cursor, near)?.span
            } else {
                return Err(cursor.error_here(Fault::BadYear));
            }
        }
        _ => read(cursor, near)?.span,
    };
    if span.precision() == Precision::Month {
        return day_of_month(cursor, near, span);
    }
    Ok(span)
}

/// Reads a notation that can be told from other words around it: days, months, quarters, ตลอดปี.
pub(super) fn read(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    let whole = whole(cursor)?;
    match cursor.peek() {
        Some(Token::Quarter) => quarters(cursor, near),
        Some(Token::FiscalYear | Token::Year | Token::CalendarYear) if whole => {
            let numbered = matches!(cursor.ahead(1), Some(Token::Era(_) | Token::Number { .. }));
            if cursor.peek() == Some(Token::CalendarYear) || numbered {
                years(cursor, near)
            } else {
                this_year(cursor, near)
            }
        }
        _ => moments(cursor, near),
    }
}

/// Reads ตลอดปี or ตลอดปีงบประมาณ without the number of a year, whatever other number follows.
pub(super) fn read_this_year(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    if !whole(cursor)? {
        return Err(cursor.unexpected());
    }
    let dated = this_year(cursor, near)?;
    match cursor.peek() {
        Some(Token::Era(_) | Token::Number { digits: 4, .. }) => Err(cursor.unexpected()),
        _ => Ok(dated),
    }
}

/// Reads ปี or ปีงบประมาณ as the one in which it is written.
fn this_year(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    if !cursor.eat(Token::FiscalYear) && !cursor.eat(Token::Year) {
        return Err(cursor.unexpected());
    }
    Ok(Dated { span: Span::fiscal_year(near.fiscal), with_year: false })
}

/// Reads ตลอด, ทั้ง or both, if they stand here.
fn whole(cursor: &mut Cursor<'_>) -> Read<bool> {
    let whole = cursor.eat(Token::Whole);
    if whole {
        cursor.eat(Token::Whole);
        cursor.leads()?;
    }
    Ok(whole)
}

/// Reads one day or one month with its year, and no range.
pub(super) fn read_one(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    let moment = Moment::read_whole(cursor, near.two_digits)?;
    let span = span_of(cursor, &moment, None, near.fiscal)?;
    let span = span.ok_or_else(|| cursor.unexpected())?;
    Ok(Dated { span, with_year: moment.year.is_some() })
}

/// Reads a day that says more closely when in a month: the วันที่ ๑๖ มีนาคม of a meeting ประจำเดือน มีนาคม.
fn day_of_month(cursor: &mut Cursor<'_>, near: Near, month: Span) -> Read<Span> {
    let mut ahead = *cursor;
    ahead.leads()?;
    if !matches!(ahead.peek(), Some(Token::DayWord | Token::Weekday)) {
        return Ok(month);
    }
    let start = ahead.position();
    let day = moments(&mut ahead, near)?.span;
    if !month.contains(day.first()) || !month.contains(day.last()) {
        return Err(ahead.error(Fault::Leftover, ahead.bytes_from(start)));
    }
    *cursor = ahead;
    Ok(day)
}

/// Whether a year stands alone, or with another.
fn is_bare_year(cursor: &Cursor<'_>) -> bool {
    match cursor.ahead(1) {
        None | Some(Token::Stop) => true,
        Some(Token::Dash | Token::Until) => matches!(cursor.ahead(2), Some(Token::Number { digits: 4, .. })),
        Some(_) => false,
    }
}

/// Reads สิ้นปีงบประมาณ. The end of a mere ปี could be that of either year, fiscal or calendar.
fn end_of_year(cursor: &mut Cursor<'_>, near: Near) -> Read<Span> {
    cursor.advance(1);
    cursor.leads()?;
    match cursor.peek() {
        Some(Token::FiscalYear | Token::CalendarYear) => Ok(Span::day(years(cursor, near)?.span.last())),
        _ => Err(cursor.unexpected()),
    }
}

/// Reads a year, fiscal unless it says otherwise, or a range of fiscal years. ปีงบประมาณ without a number is
/// the one in which it is written.
fn years(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    let start = cursor.position();
    let word = cursor.peek();
    if matches!(word, Some(Token::FiscalYear | Token::Year | Token::CalendarYear)) {
        cursor.advance(1);
    }
    let Some(first) = fiscal_year(cursor, near)? else {
        return match word {
            Some(Token::FiscalYear) => Ok(Dated { span: Span::fiscal_year(near.fiscal), with_year: false }),
            _ => Err(cursor.error(Fault::YearMissing, cursor.bytes_from(start))),
        };
    };
    let mut ahead = *cursor;
    let span = if word == Some(Token::CalendarYear) {
        Span::months(first.month(Month::January), date(first.ce(), 12, 1))
    } else if ahead.eat_range() {
        ahead.eat(Token::FiscalYear);
        let Some(last) = fiscal_year(&mut ahead, near)? else { return Err(ahead.unexpected()) };
        *cursor = ahead;
        Span::fiscal_years(first, last)
    } else {
        Some(Span::fiscal_year(first))
    };
    let span = span.ok_or_else(|| cursor.error(Fault::EndBeforeStart, cursor.bytes_from(start)))?;
    Ok(Dated { span, with_year: true })
}

/// Reads the number of a fiscal year, if one follows.
fn fiscal_year(cursor: &mut Cursor<'_>, near: Near) -> Read<Option<FiscalYear>> {
    let start = cursor.position();
    let Some(ce) = year(cursor, near.two_digits)? else { return Ok(None) };
    let fiscal = u16::try_from(be_of(ce)).ok().and_then(FiscalYear::new);
    fiscal.map(Some).ok_or_else(|| cursor.error(Fault::BadYear, cursor.bytes_from(start)))
}

/// Reads the fiscal year to which a quarter, or months without a year, belong, if it is named:
/// ของปีงบประมาณ พ.ศ. ๒๕๖๖.
fn fiscal_clause(cursor: &mut Cursor<'_>, near: Near) -> Read<Option<FiscalYear>> {
    let start = *cursor;
    cursor.leads()?;
    cursor.eat(Token::Of);
    cursor.leads()?;
    if cursor.eat(Token::FiscalYear)
        && let Some(year) = fiscal_year(cursor, near)?
    {
        return Ok(Some(year));
    }
    *cursor = start;
    Ok(None)
}

fn quarters(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    let start = cursor.position();
    let first = quarter_number(cursor)?;
    let mut last = first;
    if cursor.eat_range() {
        last = quarter_number(cursor)?;
    }
    let range = cursor.bytes_from(start);
    let mut named = fiscal_clause(cursor, near)?;
    if named.is_none() {
        // ไตรมาส ๑/๒๕๖๖, ไตรมาส ๑ ปี ๒๕๖๖
        let slash = cursor.eat(Token::Slash);
        named = fiscal_year(cursor, near)?;
        if slash && named.is_none() {
            return Err(cursor.unexpected());
        }
    }
    let fiscal = named.unwrap_or(near.fiscal);
    let ends = Span::quarter(fiscal, first).zip(Span::quarter(fiscal, last));
    let (from, to) = ends.ok_or_else(|| cursor.error(Fault::NoSuchQuarter, range.clone()))?;
    let span = if first == last { Some(from) } else { Span::months(from.first(), to.last()) };
    let span = span.ok_or_else(|| cursor.error(Fault::EndBeforeStart, range))?;
    Ok(Dated { span, with_year: named.is_some() })
}

fn quarter_number(cursor: &mut Cursor<'_>) -> Read<u8> {
    cursor.eat(Token::Quarter);
    cursor.eat(Token::The);
    let Some(Token::Number { value, .. }) = cursor.peek() else { return Err(cursor.unexpected()) };
    let quarter = u8::try_from(value).ok().filter(|quarter| (1..=4).contains(quarter));
    let quarter = quarter.ok_or_else(|| cursor.error_here(Fault::NoSuchQuarter))?;
    cursor.advance(1);
    Ok(quarter)
}

/// Reads a day or a month, or a range of them.
fn moments(cursor: &mut Cursor<'_>, near: Near) -> Read<Dated> {
    let start = cursor.position();
    let first = End::read(cursor, near.two_digits)?;
    let iso = matches!(&first, End::Moment(moment) if moment.iso);
    let last = if cursor.eat_range() || (iso && cursor.eat(Token::Slash)) {
        cursor.leads()?;
        Some(Moment::read_whole(cursor, near.two_digits)?)
    } else {
        None
    };
    let range = cursor.bytes_from(start);
    let first = match (first, &last) {
        (End::Moment(first), _) => first,
        // The 9 of "9-12 ธันวาคม 2564" has the month and the year of the other end.
        (End::Day { day, at }, Some(last)) => Moment { day: Some(day), at: at.start..last.at.end, ..last.clone() },
        (End::Day { at, .. }, None) => return Err(cursor.error(Fault::MonthMissing, at)),
    };
    let own_year = first.year.is_some() || last.as_ref().is_some_and(|last| last.year.is_some());
    let named = if own_year { None } else { fiscal_clause(cursor, near)? };
    let span = span_of(cursor, &first, last.as_ref(), named.unwrap_or(near.fiscal))?;
    let span = span.ok_or_else(|| cursor.error(Fault::EndBeforeStart, range))?;
    Ok(Dated { span, with_year: own_year || named.is_some() })
}

/// The span of one moment or from one to another; `None` if it ends before it begins.
fn span_of(cursor: &Cursor<'_>, first: &Moment, last: Option<&Moment>, fiscal: FiscalYear) -> Read<Option<Span>> {
    let (first_year, last_year) = years_of(first, last.unwrap_or(first), fiscal);
    let start = first.date(cursor, first_year, first.day.unwrap_or(1))?;
    let Some(last) = last else {
        return Ok(Some(if first.day.is_some() { Span::day(start) } else { Span::month_of(start) }));
    };
    let end = last.date(cursor, last_year, last.day.unwrap_or(1))?;
    Ok(match (first.day, last.day) {
        (None, None) => Span::months(start, end),
        (Some(_), None) => Span::days(start, end.last_of_month()),
        (_, Some(_)) => Span::days(start, end),
    })
}

/// The years of both ends, where one may have its own only by way of the other.
fn years_of(first: &Moment, last: &Moment, fiscal: FiscalYear) -> (i16, i16) {
    let crosses_new_year = i16::from(first.month > last.month);
    match (first.year, last.year) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => (first, first + crosses_new_year),
        (None, Some(last)) => (last - crosses_new_year, last),
        (None, None) => (fiscal.ce_of_month(first.month), fiscal.ce_of_month(last.month)),
    }
}
