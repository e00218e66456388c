//! Text in which personal data can no longer be read, to show where it stands.

use super::{Found, Kind, folded};
use std::ops::Range;

/// A text with what was found in it made unreadable, a character for a character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// The text.
    pub text: String,
    /// Where what was found stands now, in bytes, in the order of the finds.
    pub ranges: Vec<Range<usize>>,
}

/// Puts `x` for the digits of everything in `found`, which must be in the order of the text, but for the few that
/// tell which of several it is: `1-2345-xxxxx-xx-1`, `081-xxx-xxxx`.
#[must_use]
pub fn mask(text: &str, found: &[Found]) -> Masked {
    let mut masked = Masked { text: String::with_capacity(text.len()), ranges: Vec::with_capacity(found.len()) };
    let mut at = 0;
    for one in found {
        let (Some(between), Some(own)) = (text.get(at..one.range.start), text.get(one.range.clone())) else { continue };
        masked.text.push_str(between);
        let start = masked.text.len();
        let last = own.chars().filter(|char| folded::digit(*char).is_some()).count();
        let mut digits = 0;
        for char in own.chars() {
            let hidden = folded::digit(char).is_some() && {
                digits += 1;
                !stays(one.kind, digits, last)
            };
            masked.text.push(if hidden { 'x' } else { char });
        }
        masked.ranges.push(start..masked.text.len());
        at = one.range.end;
    }
    masked.text.push_str(text.get(at..).unwrap_or_default());
    masked
}

/// Whether the `nth` digit, from 1, of `last` can be shown.
fn stays(kind: Kind, nth: usize, last: usize) -> bool {
    match kind {
        Kind::IdNumber => nth <= 5 || nth == last,
        Kind::BankAccount | Kind::PrivatePhone => nth <= 3,
        Kind::HomeAddress => false,
    }
}
