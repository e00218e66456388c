//! The grammar of recurrences.
//!
//! It does not know how they are written; only how they are read.

use super::{MONTHS_OF_YEAR, Recurrence};
use crate::thai::calendar::Month;
use crate::thai::notation::{Cursor, Reading, Token, pieces};
use std::collections::BTreeSet;
use std::num::NonZeroU8;

/// Finds the recurrences that stand in a sentence, each of them once, in the order in which they are first
/// told:
///
/// * `เป็นประจำทุกเดือน`, `ในทุกๆเดือน`, `ทุก ๖ เดือน`, `ทุกไตรมาส`, `ทุกปี`, `ทุกปีงบประมาณ`, `ทุกสัปดาห์`,
///   `ทุกวันจันทร์`, `ทุกวัน`, `ทุกสิ้นเดือน`; `every 6 months`
/// * `เดือนละ ๑ ครั้ง`, `ปีละ ๒ ครั้ง`
/// * `เดือนเมษายน และ กันยายนของทุกปี`, `ทุกเดือนเมษายน`
/// * `ณ สิ้นปีงบประมาณ`, `ทุกสิ้นปีงบประมาณ`, but not the end of a year that is named
///
/// Numbers may be in digits or, for 2, 3, 4 and 6, in Thai words. Takes time in proportion to the length of
/// the text.
#[must_use]
pub fn find(text: &str) -> Vec<Recurrence> {
    let pieces = pieces(text, Reading::Sentence).unwrap_or_default();
    let row = Cursor::new(text, &pieces);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let mut cursor = row.at(at);
        match read(&mut cursor) {
            Some(recurrence) => {
                if !found.contains(&recurrence) {
                    found.push(recurrence);
                }
                at = cursor.position();
            }
            None => at += 1,
        }
    }
    found
}

fn read(cursor: &mut Cursor<'_>) -> Option<Recurrence> {
    match cursor.peek()? {
        Token::Every => every(cursor),
        Token::EndOf => end_of_fiscal_year(cursor),
        Token::Month(_) => {
            let months = months(cursor)?;
            cursor.eat(Token::Of);
            (cursor.eat(Token::Every) && cursor.eat(Token::Year)).then_some(Recurrence::InMonths(months))
        }
        Token::Week | Token::MonthWord | Token::Quarter | Token::Year | Token::FiscalYear => so_often(cursor),
        _ => None,
    }
}

/// Reads ทุกเดือน, ทุก ๖ เดือน, ทุกเดือนเมษายน, ทุกสิ้นปีงบประมาณ.
fn every(cursor: &mut Cursor<'_>) -> Option<Recurrence> {
    cursor.eat(Token::Every);
    cursor.eat(Token::Round);
    let count = count(cursor);
    if count.is_none() {
        if cursor.peek() == Some(Token::EndOf) && cursor.ahead(1) == Some(Token::FiscalYear) {
            return end_of_fiscal_year(cursor);
        }
        let mut ahead = *cursor;
        ahead.eat(Token::MonthWord);
        if let Some(months) = months(&mut ahead) {
            *cursor = ahead;
            return Some(Recurrence::InMonths(months));
        }
        cursor.eat(Token::EndOf);
    }
    let number = count.unwrap_or(NonZeroU8::MIN);
    let unit = cursor.peek()?;
    cursor.advance(1);
    match unit {
        // Where the word goes on, as in ทุกวันนี้, it is another word.
        Token::DayUnit if cursor.spaced(0) || cursor.peek() != Some(Token::Unknown) => {
            Some(Recurrence::EveryDays(number))
        }
        Token::Weekday if count.is_none() => Some(Recurrence::EveryWeeks(number)),
        Token::Week => Some(Recurrence::EveryWeeks(number)),
        unit => number.checked_mul(months_of(unit)?).map(Recurrence::EveryMonths),
    }
}

/// Reads the number after ทุก. A number that is none, such as ๐ or ๑,๐๐๐, is left to be in the way.
fn count(cursor: &mut Cursor<'_>) -> Option<NonZeroU8> {
    let count = match cursor.peek()? {
        Token::Number { value, .. } => NonZeroU8::new(u8::try_from(value).ok()?)?,
        Token::NumberWord(count) => NonZeroU8::new(count)?,
        _ => return None,
    };
    cursor.advance(1);
    Some(count)
}

fn months_of(unit: Token) -> Option<NonZeroU8> {
    NonZeroU8::new(match unit {
        Token::MonthWord => 1,
        Token::Quarter => 3,
        Token::Year | Token::FiscalYear => MONTHS_OF_YEAR,
        _ => return None,
    })
}

/// Reads สิ้นปีงบประมาณ, with or without ของทุกปี, or "end of every fiscal year", unless a year follows: then it
/// is one day, and does not recur.
fn end_of_fiscal_year(cursor: &mut Cursor<'_>) -> Option<Recurrence> {
    cursor.eat(Token::EndOf);
    cursor.eat(Token::Every);
    if !cursor.eat(Token::FiscalYear)
        || matches!(cursor.peek(), Some(Token::Era(_) | Token::Number { digits: 2 | 4, .. }))
    {
        return None;
    }
    let mut ahead = *cursor;
    ahead.eat(Token::Of);
    if ahead.eat(Token::Every) && ahead.eat(Token::Year) {
        *cursor = ahead;
    }
    Some(Recurrence::EndOfFiscalYear)
}

/// Reads เดือนละครั้ง, ปีละ ๒ ครั้ง, where the times part the unit into whole months.
fn so_often(cursor: &mut Cursor<'_>) -> Option<Recurrence> {
    let unit = cursor.peek()?;
    cursor.advance(1);
    if !cursor.eat(Token::Per) {
        return None;
    }
    let times = count(cursor).unwrap_or(NonZeroU8::MIN);
    if !cursor.eat(Token::Times) {
        return None;
    }
    if unit == Token::Week {
        return (times == NonZeroU8::MIN).then_some(Recurrence::EveryWeeks(times));
    }
    let months = months_of(unit)?.get();
    let parted = months.is_multiple_of(times.get()).then(|| months / times.get())?;
    NonZeroU8::new(parted).map(Recurrence::EveryMonths)
}

/// Reads one or more months, listed in any way, or from one to another.
fn months(cursor: &mut Cursor<'_>) -> Option<BTreeSet<Month>> {
    let Some(Token::Month(first)) = cursor.peek() else { return None };
    cursor.advance(1);
    let mut months = BTreeSet::from([first]);
    let mut previous = first;
    // A longer list than the year has months repeats itself.
    for _ in 1..MONTHS_OF_YEAR {
        let mut ahead = *cursor;
        let range = ahead.eat_range();
        ahead.eat(Token::Comma);
        ahead.eat(Token::And);
        ahead.eat(Token::MonthWord);
        let Some(Token::Month(month)) = ahead.peek() else { break };
        ahead.advance(1);
        if range {
            let from_previous = Month::ALL.into_iter().cycle().skip_while(|month| *month != previous);
            months.extend(from_previous.take_while(|passed| *passed != month));
        }
        months.insert(month);
        previous = month;
        *cursor = ahead;
    }
    Some(months)
}
