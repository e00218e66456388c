//! Finds the dates that are told in the course of a sentence.
//!
//! It does not know what happened on them.

use super::grammar::{Dated, Near, read, read_one, read_this_year};
use super::{Precision, Span};
use crate::thai::calendar::FiscalYear;
use crate::thai::notation::{Cursor, Piece, Reading, Token, pieces};
use std::ops::Range;

/// A period found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// When.
    pub span: Span,
    /// The bytes of the sentence that tell it, with the words that announce it: `เมื่อวันที่ ๑๗ ก.พ.๖๕`.
    pub at: Range<usize>,
}

/// How many years from the fiscal year a year of two digits may lie in a sentence, where "๖๐" after a month
/// may as well be a number of people.
const TWO_DIGIT_REACH: u8 = 3;

/// Finds the periods that stand in a sentence, in order: days, months and ranges of them that have their year,
/// quarters of a named fiscal year, and ตลอดปี or ตลอดปีงบประมาณ, which may mean the fiscal year `year`.
///
/// It is strict where [`super::parse`] is lenient: what has no year, or is a year alone, is not found, as it may
/// be part of a name, a law or a number; nor is the part that is left of a range whose other end is not understood.
/// Takes time in proportion to the length of the text.
#[must_use]
pub fn find(text: &str, year: FiscalYear) -> Vec<Found> {
    let near = Near::new(year, TWO_DIGIT_REACH);
    let pieces = pieces(text, Reading::Sentence).unwrap_or_default();
    let row = Cursor::new(text, &pieces);
    let mut found = Vec::new();
    // Pieces before this one belong to what was found already.
    let mut free = 0;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let tried = starts(piece.token) && !is_rest(&pieces, free, at);
        let Some((span, end)) = tried.then(|| attempt(row.at(at), near)).flatten() else {
            at += 1;
            continue;
        };
        let first = announced_from(&pieces, free, at);
        found.push(Found { span, at: row.at(end).bytes_from(first) });
        (free, at) = (end, end);
    }
    found
}

const fn starts(token: Token) -> bool {
    matches!(
        token,
        Token::Number { .. }
            | Token::Month(_)
            | Token::MonthWord
            | Token::DayWord
            | Token::Weekday
            | Token::Whole
            | Token::Quarter
    )
}

/// Whether what begins at a place is the rest of something that was not understood: the month of a day that it
/// does not have, ๓๑ กุมภาพันธ์, or the end of a range that has no beginning, จ.ค. ๖๔ - ก.ย. ๖๕. Taken
/// alone it would be a date that nobody meant.
fn is_rest(pieces: &[Piece], free: usize, at: usize) -> bool {
    let label = |token: &Token| matches!(token, Token::DayWord | Token::MonthWord | Token::Weekday | Token::The);
    let before = pieces.get(free..at).unwrap_or_default().iter().rev().take(8).map(|piece| piece.token);
    let mut before = before.filter(|token| !label(token));
    match before.next() {
        Some(Token::Number { digits: 1..=2, .. }) => {
            pieces.get(at).is_some_and(|piece| matches!(piece.token, Token::Month(_) | Token::MonthWord))
        }
        Some(Token::Dash | Token::Until) => {
            let end = before.find(|token| *token != Token::Stop);
            matches!(end, Some(Token::Number { digits: 2 | 4, .. } | Token::Month(_)))
        }
        _ => false,
    }
}

/// The span that begins at a place, and the piece after its end.
fn attempt(row: Cursor<'_>, near: Near) -> Option<(Span, usize)> {
    let certain = |dated: &Dated| {
        let this_year = row.peek() == Some(Token::Whole) && dated.span.precision() == Precision::FiscalYear;
        dated.with_year || this_year
    };
    // What follows a date may belong to the sentence: a dash after a day, the number of the next item after
    // ตลอดปี. So the date alone is tried as well.
    [read, read_one, read_this_year].into_iter().find_map(|reader| {
        let mut cursor = row;
        let dated = reader(&mut cursor, near).ok().filter(certain)?;
        Some((dated.span, cursor.position()))
    })
}

/// The first of the words directly before a piece that announce it.
fn announced_from(pieces: &[Piece], free: usize, at: usize) -> usize {
    let before = pieces.get(free..at).unwrap_or_default();
    at - before.iter().rev().take_while(|piece| piece.token == Token::Lead).count()
}
