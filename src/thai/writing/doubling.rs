//! Words, or rows of words, that stand twice in a row by mistake.
//!
//! Here repetitions are found, by their letters first and by their words where the letters agree; which of them are
//! mistakes, [`repetition`](super::repetition) knows.

use super::letter::{Letter, Part, is_space};
use super::repetition::{Repetition, makes_nouns};
use super::words::Words;
use super::{Fault, FaultKind};
use std::ops::Range;

/// Longest row of letters that is looked for twice: a clause.
const LONGEST: usize = 60;

/// Thai letters in a row; single spaces and line ends may part them.
struct Row {
    letters: Vec<Letter>,
    /// The places in `letters` before which there is a gap.
    gaps: Vec<usize>,
}

/// Where three letters were seen last, by a few bits of them: they are only a hint of where to look.
struct Seen {
    places: [usize; 1024],
    /// Places of earlier rows lie below it.
    base: usize,
}

/// Finds Thai words that stand twice.
pub(super) fn find(text: &str, letters: &[Letter], faults: &mut Vec<Fault>) {
    let mut seen = Seen { places: [0; 1024], base: 1 };
    let mut words = Words::default();
    let mut row = Row { letters: Vec::new(), gaps: Vec::new() };
    let mut at = 0;
    while at < letters.len() {
        if letters[at].part.is_thai() {
            row.letters.push(letters[at]);
            at += 1;
            continue;
        }
        let gap = if row.letters.is_empty() { None } else { gap(&letters[at..]) };
        at += gap.unwrap_or(1);
        if gap.is_some() {
            row.gaps.push(row.letters.len());
        } else {
            row.find(text, &mut seen, &mut words, faults);
        }
    }
    row.find(text, &mut seen, &mut words, faults);
}

/// How many characters part two words: one space, or one line end with the spaces around it.
fn gap(letters: &[Letter]) -> Option<usize> {
    let mut spaces = 0;
    let mut lines = 0;
    for (count, letter) in letters.iter().enumerate() {
        match letter.char {
            '\r' => {}
            '\n' => lines += 1,
            '\t' => spaces += 1,
            char if is_space(char) => spaces += 1,
            _ if letter.part.is_thai() => return (lines == 1 || lines == 0 && spaces == 1).then_some(count),
            _ => return None,
        }
        if lines > 1 {
            return None;
        }
    }
    None
}

impl Row {
    /// Looks through the row and empties it.
    fn find(&mut self, text: &str, seen: &mut Seen, words: &mut Words, faults: &mut Vec<Fault>) {
        let mut from = 0;
        for (at, three) in self.letters.windows(3).enumerate() {
            let hash = three.iter().fold(0, |hash, letter| (hash << 5) ^ (u32::from(letter.char) & 0x7f)) % 1024;
            let last = std::mem::replace(&mut seen.places[hash as usize], seen.base + at);
            if at < from || last < seen.base {
                continue;
            }
            let length = seen.base + at - last;
            if !(2..=LONGEST).contains(&length) || !self.same(at, length) {
                continue;
            }
            let start = (length..at).rev().take_while(|place| self.same(*place, length)).last().unwrap_or(at);
            let end = (at..self.letters.len()).take_while(|place| self.same(*place, length)).last().unwrap_or(at) + 1;
            if end - start < length {
                continue;
            }
            from = end;
            // The letters agree wherever the repetition is taken to begin; words begin in one place.
            let found = (start - length..=end - 2 * length).find_map(|begin| self.mistake(text, begin, length, words));
            faults.extend(found);
        }
        seen.base += self.letters.len();
        self.letters.clear();
        self.gaps.clear();
    }

    /// Whether the letter is the one that stands `length` before it.
    fn same(&self, at: usize, length: usize) -> bool {
        at >= length && self.letters[at].char == self.letters[at - length].char
    }

    /// The fault, if the letters from `begin` are whole words that stand twice, by mistake.
    fn mistake(&self, text: &str, begin: usize, length: usize, words: &mut Words) -> Option<Fault> {
        let (middle, end) = (begin + length, begin + 2 * length);
        let first_gap = self.gaps.partition_point(|gap| *gap <= begin);
        let parted = match self.gaps[first_gap..] {
            [gap, ..] if gap >= end => false,
            [] => false,
            [gap, next, ..] if gap == middle && next >= end => true,
            [gap] if gap == middle => true,
            _ => return None,
        };
        let start_of = |place: usize| self.letters[place].at;
        let end_of = |place: usize| self.letters[place - 1].end();
        let range = start_of(begin)..end_of(end);
        let word = &text[range.start..end_of(middle)];
        if !self.is_of_words(text, begin..end, words) {
            return None;
        }
        let repetition = Repetition {
            word,
            before: &text[..range.start],
            after: &text[range.end..],
            parted,
            begins_a_part: self.is_gap(begin),
            ends_a_part: self.is_gap(end),
        };
        let one_word = (begin + 1..middle).all(|place| !self.parts_words(text, place, words));
        repetition.is_mistake(one_word).then(|| Fault {
            kind: FaultKind::Doubled,
            suggestion: Some(word.to_owned()),
            range: range.clone(),
        })
    }

    /// Whether the letters of a range are twice a word, or a row of words, by the dictionary.
    fn is_of_words(&self, text: &str, range: Range<usize>, words: &mut Words) -> bool {
        let middle = range.start.midpoint(range.end);
        let word = &text[self.letters[range.start].at..self.letters[middle - 1].end()];
        if makes_nouns(word) {
            // No word of the dictionary has it twice, and what is left may be torn anywhere: กา-รกา-ร. What has a mark
            // next is another word: การันตี.
            let next = self.letters.get(range.end).map(|letter| letter.part);
            let goes_on = matches!(next, None | Some(Part::Consonant | Part::Leading)) || self.is_gap(range.end);
            return goes_on && self.parts_words(text, range.start, words);
        }
        if ![range.start, middle, range.end].into_iter().all(|place| self.parts_words(text, place, words)) {
            return false;
        }
        // No Thai word but ณ is a single letter: where one is seen, the words are not what the dictionary took them for.
        let mut single = |place: usize| {
            self.letters.get(place).is_some_and(|letter| letter.char != 'ณ')
                && self.parts_words(text, place, words)
                && self.parts_words(text, place + 1, words)
        };
        !(range.start.saturating_sub(1)..=range.end).any(&mut single)
    }

    /// Whether no Thai letter, or a gap, stands on one side of a place.
    fn is_gap(&self, place: usize) -> bool {
        place == 0 || place == self.letters.len() || self.gaps.binary_search(&place).is_ok()
    }

    /// Whether one word ends and another begins at a place.
    fn parts_words(&self, text: &str, place: usize, words: &mut Words) -> bool {
        if self.is_gap(place) {
            return true;
        }
        let gap = self.gaps.partition_point(|gap| *gap <= place);
        let from = gap.checked_sub(1).map_or(0, |before| self.gaps[before]);
        let to = self.gaps.get(gap).map_or(self.letters.len(), |after| *after);
        let row = self.letters[from].at..self.letters[to - 1].end();
        words.ends(text, row).binary_search(&self.letters[place].at).is_ok()
    }
}
