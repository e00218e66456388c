//! How much of a Thai text is normal as it stands: nearly all is, and is copied instead of gone through by letter.

use super::normal::rank;
use crate::thai::block::{self, LENGTH};

/// What becomes of a Thai character in a normal text.
#[derive(Clone, Copy)]
enum Class {
    /// It stays.
    Letter,
    /// It stays, but two of them are another letter.
    SaraE,
    /// It stays behind marks of lower ranks, and moves behind others.
    Mark(u8),
    /// It becomes something else.
    Other,
}

/// By the place in the block.
const CLASSES: [Class; 128] = {
    let mut classes = [Class::Letter; 128];
    let mut place = 0_u32;
    while place < 128 {
        classes[place as usize] = class(place);
        place += 1;
    }
    classes
};

const fn class(place: u32) -> Class {
    match char::from_u32(0xe00 + place) {
        Some('เ') => Class::SaraE,
        Some('ำ' | '๐'..='๙') | None => Class::Other,
        Some(char) => match rank(char) {
            Some(rank) => Class::Mark(rank),
            None => Class::Letter,
        },
    }
}

/// How many bytes at the beginning of `text` are normal as they stand, whatever stands before and behind them: Thai
/// letters with their marks in order. The marks of the last letter are left out, since more may follow.
pub(super) fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut settled) = (0, 0);
    // The least rank of a mark that may follow, and whether เ was the last.
    let (mut least, mut after_e) = (0, false);
    while let Some(place) = block::first(&bytes[at..]) {
        match CLASSES[usize::from(place)] {
            Class::Mark(rank) if at > 0 && rank >= least => (least, after_e) = (rank + 1, false),
            Class::Letter => (settled, least, after_e) = (at + LENGTH, 0, false),
            Class::SaraE if at > 0 && !after_e => (settled, least, after_e) = (at + LENGTH, 0, true),
            _ => break,
        }
        at += LENGTH;
    }
    settled
}
