//! What the readers of days, periods and recurrences share: how text is cut into words and numbers, how one
//! day or month is read, and the error that says which part was not understood.
//!
//! It knows neither ranges nor fiscal years.

mod cursor;
mod error;
mod fold;
mod lexer;
mod moment;
mod token;
mod words;

pub use error::{Fault, NotationError};

pub(in crate::thai) use cursor::Cursor;
pub(in crate::thai) use lexer::{Piece, Reading, pieces};
pub(in crate::thai) use moment::{End, Moment, TwoDigits, year};
pub(in crate::thai) use token::Token;

/// The longest notation that is read, in characters. Notations are cells of a table; a longer text is a
/// sentence that has strayed into one.
pub(in crate::thai) const MOST_CHARACTERS: usize = 200;
