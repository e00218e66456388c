//! Words with a space after every letter, as designers set headings and scanners read justified lines.

use super::letter::{Letter, Part, is_space};
use super::{Fault, FaultKind};

/// Fewest letters of a row, unless one of them cannot stand alone.
const FEWEST: usize = 4;
/// Fewest letters of a row that has a vowel among them.
const FEWEST_WITH_VOWEL: usize = 3;

/// A row of single letters as it grows.
#[derive(Default)]
struct Row {
    /// Its bytes.
    range: std::ops::Range<usize>,
    letters: usize,
    /// Whether a letter is a vowel by itself, which no writing has.
    has_vowel: bool,
    /// Whether all are bare consonants in the order of the alphabet: ก ข ค ง are a list.
    alphabet: bool,
    last: Option<char>,
}

impl Row {
    fn add(&mut self, letter: Letter, end: usize, bare: bool) {
        if self.letters == 0 {
            *self = Self { range: letter.at..end, alphabet: true, ..Self::default() };
        }
        self.range.end = end;
        self.letters += 1;
        self.has_vowel |= letter.part != Part::Consonant;
        self.alphabet &= bare && !self.has_vowel && self.last.is_none_or(|last| last <= letter.char);
        self.last = Some(letter.char);
    }

    fn fault(&self, text: &str) -> Option<Fault> {
        let fewest = if self.has_vowel { FEWEST_WITH_VOWEL } else { FEWEST };
        if self.letters < fewest || self.alphabet {
            return None;
        }
        let joined = text[self.range.clone()].chars().filter(|char| !is_space(*char)).collect();
        Some(Fault { kind: FaultKind::Spaced, range: self.range.clone(), suggestion: Some(joined) })
    }
}

/// Finds rows of single letters, each with its marks, with one space between two of them.
pub(super) fn find(text: &str, letters: &[Letter], faults: &mut Vec<Fault>) {
    let mut row = Row::default();
    let mut before: Option<&Letter> = None;
    let mut at = 0;
    while at < letters.len() {
        let letter = letters[at];
        let begins = before.is_none_or(|before| !in_word(before))
            && matches!(letter.part, Part::Consonant | Part::Leading | Part::Following);
        at += 1;
        before = Some(&letters[at - 1]);
        if begins {
            let marks = letters[at..].iter().take_while(|letter| letter.part.is_mark()).count();
            at += marks;
            before = Some(&letters[at - 1]);
            let next = letters.get(at);
            if next.is_none_or(|next| !in_word(next)) {
                row.add(letter, next.map_or(text.len(), |next| next.at), marks == 0);
                // One space, and a letter after it: the row may go on.
                if next.is_some_and(|next| is_space(next.char)) && letters.get(at + 1).is_some_and(in_word) {
                    before = next;
                    at += 1;
                    continue;
                }
            }
        }
        if row.letters > 0 {
            faults.extend(row.fault(text));
            row.letters = 0;
        }
    }
    if row.letters > 0 {
        faults.extend(row.fault(text));
    }
}

/// Whether a character beside a letter makes it a part of a longer word.
fn in_word(letter: &Letter) -> bool {
    letter.part != Part::Other || letter.char.is_alphanumeric()
}
