//! Words with a space after every letter, as designers set headings and scanners read justified lines.

use super::letter::{Letter, Letters, Part};
use super::{Fault, FaultKind};
use std::ops::Range;

/// Fewest letters of a row, unless one of them cannot stand alone.
const FEWEST: usize = 4;
/// Fewest letters of a row that has a vowel among them.
const FEWEST_WITH_VOWEL: usize = 3;

/// A row of single letters as it grows.
#[derive(Default)]
struct Row {
    /// Its places.
    range: Range<usize>,
    letters: usize,
    /// Whether a letter is a vowel by itself, which no writing has.
    has_vowel: bool,
    /// Whether all are bare consonants in the order of the alphabet: ก ข ค ง are a list.
    alphabet: bool,
    last: Option<char>,
}

impl Row {
    /// Adds a letter that stands with its marks at these places.
    fn add(&mut self, letter: Letter, places: Range<usize>) {
        if self.letters == 0 {
            *self = Self { range: places.clone(), alphabet: true, ..Self::default() };
        }
        let is_bare = places.len() == 1;
        self.range.end = places.end;
        self.letters += 1;
        self.has_vowel |= letter.part() != Part::Consonant;
        self.alphabet &= is_bare && !self.has_vowel && self.last.is_none_or(|last| last <= letter.char());
        self.last = Some(letter.char());
    }

    fn fault(&self, letters: &Letters<'_>) -> Option<Fault> {
        let fewest = if self.has_vowel { FEWEST_WITH_VOWEL } else { FEWEST };
        if self.letters < fewest || self.alphabet {
            return None;
        }
        let range = letters.byte(self.range.start)..letters.byte(self.range.end);
        let joined = letters.text[range.clone()].chars().filter(|char| !Letter::of(*char).is_space()).collect();
        Some(Fault { kind: FaultKind::Spaced, range, suggestion: Some(joined) })
    }
}

/// Finds rows of single letters, each with its marks, with one space between two of them.
pub(super) fn find(letters: &Letters<'_>, faults: &mut Vec<Fault>) {
    if has_single(letters) {
        look(letters, faults);
    }
}

/// Whether a letter with its marks stands between two spaces anywhere, as all but the first and the last of a row do.
/// Few texts have one.
fn has_single(letters: &Letters<'_>) -> bool {
    let mut after = None;
    letters.spaces().any(|space| {
        let before = after.replace(space + 1);
        before.is_some_and(|start| {
            let mut between = letters.from(start).take(space - start);
            between.next().is_some_and(is_single) && between.all(|letter| letter.part().is_mark())
        })
    })
}

/// The same where there may be one.
fn look(letters: &Letters<'_>, faults: &mut Vec<Fault>) {
    let mut row = Row::default();
    let mut before: Option<Letter> = None;
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let begins = before.is_none_or(|before| !in_word(before)) && is_single(letter);
        at += 1;
        before = Some(letter);
        if begins {
            let marks = letters.from(at).take_while(|letter| letter.part().is_mark()).count();
            let start = at - 1;
            at += marks;
            before = letters.before(at).next();
            let next = letters.get(at);
            if next.is_none_or(|next| !in_word(next)) {
                row.add(letter, start..at);
                // One space, and a letter after it: the row may go on.
                if next.is_some_and(Letter::is_space) && letters.get(at + 1).is_some_and(in_word) {
                    before = next;
                    at += 1;
                    continue;
                }
            }
        }
        if row.letters > 0 {
            faults.extend(row.fault(letters));
            row.letters = 0;
        }
        // No row begins within a word.
        if before.is_some_and(in_word) {
            at += letters.from(at).take_while(|letter| in_word(*letter)).count();
            before = letters.before(at).next();
        }
    }
    if row.letters > 0 {
        faults.extend(row.fault(letters));
    }
}

/// Whether a letter may be one of a row.
fn is_single(letter: Letter) -> bool {
    matches!(letter.part(), Part::Consonant | Part::Leading | Part::Following)
}

/// Whether a character beside a letter makes it a part of a longer word.
#[inline]
fn in_word(letter: Letter) -> bool {
    letter.part() != Part::Other || letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_row_is_without_a_letter_between_two_spaces(text in "([กขเา][ี่์]{0,2}[ \u{a0}]|[กa๑-]| |\n){0,20}") {
            let letters = Letters::of(&text);
            let mut faults = Vec::new();
            look(&letters, &mut faults);
            prop_assert!(faults.is_empty() || has_single(&letters), "{}", text);
        }
    }
}
