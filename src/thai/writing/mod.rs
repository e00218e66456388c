//! Faults of Thai writing that embarrass whoever publishes them: misspelt words, words written twice in a row, words
//! with a space after every letter, and vowels and tone marks that are put together wrongly.
//!
//! Only what is surely wrong is found; style and taste are the writer's. What the text is, and whether it is published,
//! is not known here. The way: [`misspelling`] finds what a list has; [`doubling`], [`spacing`], [`marks`] and
//! [`invisible`] look at the letters in their order; of faults that overlap, the one that begins first is kept.

mod doubling;
mod invisible;
mod letter;
mod marks;
mod misspelling;
mod repetition;
mod spacing;
#[cfg(test)]
mod tests;
mod words;

use letter::Letters;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What is wrong with a piece of text. Where two hold for one place, the first in this order is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FaultKind {
    /// A wrong spelling that the list has: ซ่องทาง.
    Misspelling,
    /// A space after every letter: เ ท ศ บ า ล.
    Spaced,
    /// Vowels or tone marks that are doubled, out of order, without their consonant, or put together from parts.
    Marks,
    /// A word, or a row of words, written twice: ดำเนินการดำเนินการ.
    Doubled,
    /// A character that takes no room, between Thai letters.
    Invisible,
}

/// A fault of writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where, in bytes of the text, on character boundaries; never empty.
    pub range: Range<usize>,
    /// What to write in the place of all that, where there is only one answer.
    pub suggestion: Option<String>,
}

/// All faults of a text, in order and without overlaps. Time and memory grow with the length of the text alone.
#[must_use]
pub fn faults(text: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    let letters = Letters::of(text);
    misspelling::find(&letters, &mut found);
    repetition::find_english(text, &mut found);
    doubling::find(&letters, &mut found);
    spacing::find(&letters, &mut found);
    marks::find(&letters, &mut found);
    invisible::find(&letters, &mut found);
    found.sort_by_key(|fault| (fault.range.start, fault.kind));
    let mut end = 0;
    found.retain(|fault| {
        let apart = fault.range.start >= end;
        if apart {
            end = fault.range.end;
        }
        apart
    });
    found
}
