//! A place in a row of pieces, from which the grammars read on.
//!
//! It does not know what is being read, only how to say what was in the way.

use super::error::{Fault, NotationError};
use super::lexer::Piece;
use super::token::Token;
use std::ops::Range;

/// Reads a row of pieces from first to last. Copying it is how a reader tries and steps back.
#[derive(Debug, Clone, Copy)]
pub(in crate::thai) struct Cursor<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    next: usize,
}

/// The words before a date, and the stops after a year, that are passed over at most: more are noise, and
/// a sentence of nothing else must not be read over and over.
const MOST_PASSED_OVER: usize = 8;

impl<'a> Cursor<'a> {
    pub const fn new(text: &'a str, pieces: &'a [Piece]) -> Self {
        Self { text, pieces, next: 0 }
    }

    /// The same row, from a piece on.
    pub const fn at(self, next: usize) -> Self {
        Self { next, ..self }
    }

    /// How many pieces have been read.
    pub const fn position(&self) -> usize {
        self.next
    }

    /// The token that many pieces ahead; 0 is the next one.
    pub fn ahead(&self, pieces: usize) -> Option<Token> {
        self.piece(self.next + pieces).map(|piece| piece.token)
    }

    pub fn peek(&self) -> Option<Token> {
        self.ahead(0)
    }

    /// Whether white space stands before the piece that many ahead.
    pub fn spaced(&self, pieces: usize) -> bool {
        self.piece(self.next + pieces).is_none_or(|piece| piece.spaced)
    }

    pub fn advance(&mut self, pieces: usize) {
        self.next += pieces;
    }

    /// Reads the next token if it is this one.
    pub fn eat(&mut self, token: Token) -> bool {
        let there = self.peek() == Some(token);
        self.next += usize::from(there);
        there
    }

    /// Reads the sign or word of a range, - or ถึง.
    pub fn eat_range(&mut self) -> bool {
        self.eat(Token::Dash) || self.eat(Token::Until)
    }

    /// Reads full stops that have strayed behind a year or an abbreviation.
    pub fn eat_stops(&mut self) {
        for _ in 0..MOST_PASSED_OVER {
            if !self.eat(Token::Stop) {
                return;
            }
        }
    }

    /// Reads the words before a date that add nothing to it, among them the number of a paper:
    /// คำสั่งที่ ๒๙/๒๕๖๖ ลงวันที่.
    pub fn leads(&mut self) -> Result<(), NotationError> {
        for _ in 0..MOST_PASSED_OVER {
            match self.peek() {
                Some(Token::Lead) => self.advance(1),
                Some(Token::Paper) => {
                    self.advance(1);
                    let numbered = matches!(
                        (self.peek(), self.ahead(1), self.ahead(2)),
                        (Some(Token::Number { .. }), Some(Token::Slash), Some(Token::Number { .. }))
                    );
                    if !numbered {
                        return Err(self.unexpected());
                    }
                    self.advance(3);
                }
                _ => break,
            }
        }
        Ok(())
    }

    /// Whether the piece that many behind is written in Latin letters.
    pub fn is_latin(&self, behind: usize) -> bool {
        let piece = self.next.checked_sub(behind).and_then(|index| self.piece(index));
        let first = piece.and_then(|piece| self.text.as_bytes().get(piece.at.start));
        first.is_some_and(u8::is_ascii_alphabetic)
    }

    /// The bytes from one piece up to the one to be read next.
    pub fn bytes_from(&self, first: usize) -> Range<usize> {
        let start = self.piece(first).map_or(self.text.len(), |piece| piece.at.start);
        let end = self.next.checked_sub(1).and_then(|last| self.piece(last)).map_or(start, |piece| piece.at.end);
        start..end.max(start)
    }

    /// The fault of those bytes.
    pub fn error(&self, fault: Fault, at: Range<usize>) -> NotationError {
        NotationError::new(fault, self.text, at)
    }

    /// The fault of the next piece.
    pub fn error_here(&self, fault: Fault) -> NotationError {
        let end = self.text.len();
        self.error(fault, self.piece(self.next).map_or(end..end, |piece| piece.at.clone()))
    }

    /// Why the next piece cannot stand where it stands.
    pub fn unexpected(&self) -> NotationError {
        match self.peek() {
            None if self.pieces.is_empty() => NotationError::whole(Fault::Empty, self.text),
            None => self.error(Fault::DateMissing, self.bytes_from(0)),
            Some(Token::Unknown) if self.month_was_meant() => self.error_here(Fault::UnknownMonth),
            Some(_) => self.error_here(Fault::NotUnderstood),
        }
    }

    /// That nothing is left to read.
    pub fn finish(&mut self) -> Result<(), NotationError> {
        self.eat_stops();
        match (self.piece(self.next), self.pieces.last()) {
            (Some(piece), Some(last)) => Err(self.error(Fault::Leftover, piece.at.start..last.at.end)),
            _ => Ok(()),
        }
    }

    /// Whether the next piece, which is no known word, stands where a month stands, or looks like one: จ.ค.
    fn month_was_meant(&self) -> bool {
        let before = self.next.checked_sub(1).and_then(|index| self.piece(index)).map(|piece| piece.token);
        let written = self.piece(self.next).and_then(|piece| self.text.get(piece.at.clone())).unwrap_or_default();
        let abbreviation = written.contains('.') && written.chars().count() <= 6;
        abbreviation || matches!(before, Some(Token::Number { .. } | Token::MonthWord))
    }

    fn piece(&self, index: usize) -> Option<&'a Piece> {
        self.pieces.get(index)
    }
}
