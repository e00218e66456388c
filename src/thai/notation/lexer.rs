//! Cuts text into the words, numbers and signs of which notations are made.
//!
//! It does not know what they mean together.

use super::MOST_CHARACTERS;
use super::error::{Fault, NotationError};
use super::fold::{Glyph, fold, is_thai_letter, is_thai_mark};
use super::token::Token;
use super::words::{Spelling, words_with};
use std::ops::Range;

/// A token and its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::thai) struct Piece {
    pub token: Token,
    pub at: Range<usize>,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// Which kind of text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::thai) enum Reading {
    /// A notation and nothing else, of limited length. A word that is not known goes on to the next space.
    Notation,
    /// Running text of any length, in which notations may stand. Thai has no spaces between words, so known
    /// words are looked for everywhere; abbreviations need their full stops, or they would be found
    /// inside other words.
    Sentence,
}

/// Cuts a text into pieces. Takes time in proportion to its length.
///
/// # Errors
/// [`Fault::TooLong`] for a [`Reading::Notation`] that is longer than a notation can be.
pub(in crate::thai) fn pieces(text: &str, reading: Reading) -> Result<Vec<Piece>, NotationError> {
    if reading == Reading::Notation
        && let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS)
    {
        return Err(NotationError::new(Fault::TooLong, text, 0..end));
    }
    let glyphs = fold(text);
    let mut lexer = Lexer { glyphs: &glyphs, reading };
    Ok(lexer.run())
}

struct Lexer<'a> {
    glyphs: &'a [Glyph],
    reading: Reading,
}

impl Lexer<'_> {
    fn run(&mut self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut at, mut spaced) = (0, false);
        while let Some(glyph) = self.glyphs.get(at) {
            if glyph.c == ' ' {
                spaced = true;
                at += 1;
                continue;
            }
            let (token, end) = self.token(at).unwrap_or_else(|| (Token::Unknown, self.unknown_end(at)));
            let bytes = glyph.at.start..self.glyphs.get(end - 1).map_or(glyph.at.end, |last| last.at.end);
            match pieces.last_mut() {
                Some(last) if last.token == Token::Unknown && token == Token::Unknown && !spaced => {
                    last.at.end = bytes.end;
                }
                _ => pieces.push(Piece { token, at: bytes, spaced }),
            }
            (at, spaced) = (end, false);
        }
        pieces
    }

    fn char(&self, at: usize) -> Option<char> {
        self.glyphs.get(at).map(|glyph| glyph.c)
    }

    /// The token that begins at a glyph, and the glyph after its end.
    fn token(&self, at: usize) -> Option<(Token, usize)> {
        let sign = match self.char(at)? {
            '-' => Token::Dash,
            '/' => Token::Slash,
            '.' => Token::Stop,
            ',' => Token::Comma,
            '0'..='9' => return Some(self.number(at)),
            first if first.is_ascii_alphabetic() && self.in_latin_word(at) => return None,
            first => return self.word(at, first),
        };
        Some((sign, at + 1))
    }

    fn number(&self, start: usize) -> (Token, usize) {
        let mut end = start;
        let mut value: u32 = 0;
        while let Some(digit) = self.char(end).and_then(|c| c.to_digit(10)) {
            value = value.saturating_mul(10).saturating_add(digit);
            end += 1;
        }
        (Token::Number { value, digits: end - start }, end)
    }

    fn word(&self, at: usize, first: char) -> Option<(Token, usize)> {
        words_with(first).iter().find_map(|(spelling, token)| {
            let end = match spelling {
                Spelling::Word(word) => self.literal(at, word),
                Spelling::ThaiAbbreviation(first, second) => self.thai_abbreviation(at, first, second),
                Spelling::LatinAbbreviation(word) => {
                    self.literal(at, word).map(|end| if self.char(end) == Some('.') { end + 1 } else { end })
                }
            };
            Some((*token, end?))
        })
    }

    /// Reads a word. Inside a Thai word one space is passed over: cells that were wrapped on paper have spaces
    /// in the middle of words.
    fn literal(&self, start: usize, word: &str) -> Option<usize> {
        let mut at = start;
        for c in word.chars() {
            if at > start && is_thai_letter(c) && self.char(at) == Some(' ') {
                at += 1;
            }
            if self.char(at)? != c {
                return None;
            }
            at += 1;
        }
        let goes_on = match word.chars().next_back() {
            Some(last) if last.is_ascii() => |c: char| c.is_ascii_alphabetic(),
            _ => is_thai_mark,
        };
        (!self.char(at).is_some_and(goes_on)).then_some(at)
    }

    /// Reads a Thai abbreviation of two parts, with or without full stops and spaces after either.
    fn thai_abbreviation(&self, start: usize, first: &str, second: &str) -> Option<usize> {
        let (at, first_stop) = self.stop_after(self.part(start, first)?);
        let at = if self.char(at) == Some(' ') { at + 1 } else { at };
        let (at, last_stop) = self.stop_after(self.part(at, second)?);
        let parted = last_stop || !self.char(at).is_some_and(is_thai_letter);
        (parted && (first_stop || self.reading == Reading::Notation)).then_some(at)
    }

    fn part(&self, start: usize, part: &str) -> Option<usize> {
        part.chars().try_fold(start, |at, c| (self.char(at)? == c).then_some(at + 1))
    }

    /// The glyph after a full stop, if one stands here, with or without a space before it.
    fn stop_after(&self, at: usize) -> (usize, bool) {
        match (self.char(at), self.char(at + 1)) {
            (Some('.'), _) => (at + 1, true),
            (Some(' '), Some('.')) => (at + 2, true),
            _ => (at, false),
        }
    }

    fn in_latin_word(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.char(before)).is_some_and(|c| c.is_ascii_alphabetic())
    }

    fn unknown_end(&self, start: usize) -> usize {
        let ends = |c: char| c == ' ' || c == '-' || c == '/' || c.is_ascii_digit();
        match self.reading {
            Reading::Sentence => start + 1,
            Reading::Notation => {
                let rest = self.glyphs.get(start + 1..).unwrap_or_default();
                start + 1 + rest.iter().take_while(|glyph| !ends(glyph.c)).count()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::thai::calendar::Month;

    fn tokens(text: &str, reading: Reading) -> Vec<Token> {
        pieces(text, reading).expect("short enough").iter().map(|piece| piece.token).collect()
    }

    #[test]
    fn cuts_a_notation() {
        let expected = [
            Token::Lead,
            Token::DayWord,
            Token::Number { value: 17, digits: 2 },
            Token::Month(Month::February),
            Token::Number { value: 65, digits: 2 },
            Token::Stop,
            Token::Dash,
        ];
        assert_eq!(tokens("เมื่อวันที่ ๑๗ ก.พ.๖๕.–", Reading::Notation), expected);
        assert_eq!(tokens("เมื่ อวัน ที่ ๑๗ กุม ภาพันธ์ ๖๕ .-", Reading::Notation), expected);
    }

    #[test]
    fn an_unknown_word_goes_on_to_the_next_space_in_a_notation() {
        let pieces = pieces("จ.ค.๖๔ ปลายปี", Reading::Notation).expect("short enough");
        let places: Vec<_> = pieces.iter().map(|piece| (piece.token, piece.at.clone())).collect();
        assert_eq!(places[0], (Token::Unknown, 0..8));
        assert_eq!(places[2].0, Token::Unknown);
        assert_eq!(places.len(), 3);
    }

    #[test]
    fn finds_known_words_inside_a_sentence() {
        let found = tokens("ให้ทราบเป็นประจำทุกเดือน mayor", Reading::Sentence);
        let known: Vec<_> = found.into_iter().filter(|token| *token != Token::Unknown).collect();
        assert_eq!(known, [Token::Lead, Token::Every, Token::MonthWord]);
        assert!(!tokens("นพค ๒๕๖๕", Reading::Sentence).contains(&Token::Month(Month::May)));
    }

    #[test]
    fn latin_words_are_whole_words() {
        assert_eq!(tokens("Mayor inch", Reading::Sentence), [Token::Unknown, Token::Unknown]);
        assert_eq!(tokens("May", Reading::Sentence), [Token::Month(Month::May)]);
        assert_eq!(tokens("FY2566", Reading::Notation)[0], Token::FiscalYear);
    }

    #[test]
    fn a_notation_has_a_greatest_length() {
        let error = pieces(&"๑".repeat(201), Reading::Notation).expect_err("too long");
        assert_eq!(error.fault(), Fault::TooLong);
        assert!(pieces(&"๑".repeat(200), Reading::Notation).is_ok());
        assert!(pieces(&"๑".repeat(201), Reading::Sentence).is_ok());
    }
}
