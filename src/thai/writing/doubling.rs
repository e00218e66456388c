//! Words, or rows of words, that stand twice in a row by mistake.
//!
//! Here repetitions are found, by their letters first and by their words where the letters agree; which of them are
//! mistakes, [`repetition`](super::repetition) knows.

use super::letter::{Letter, Letters, Part};
use super::repetition::{Repetition, makes_nouns};
use super::words::Words;
use super::{Fault, FaultKind};
use std::ops::Range;

/// Longest row of letters that is looked for twice: a clause.
const LONGEST: usize = 60;

/// Thai letters in a row; single spaces and line ends may part them.
struct Row<'l> {
    /// All letters of the text.
    all: &'l Letters<'l>,
    /// Those of the row, by their numbers.
    letters: Vec<u8>,
    /// Where its pieces begin, between which there are gaps.
    pieces: Vec<Piece>,
}

/// Letters of a row that stand side by side in the text.
struct Piece {
    /// Where they begin in the row.
    at: usize,
    /// Where they begin in the text.
    place: usize,
}

/// Where pairs of letters were seen last, by a few bits of them: they are only a hint of where to look.
struct Seen {
    places: [usize; 1024],
    /// Where the row begins: places of earlier rows lie so far below it that nothing is long enough to reach them.
    base: usize,
}

impl Seen {
    fn new() -> Self {
        Self { places: [0; 1024], base: LONGEST + 1 }
    }

    /// How far before a place in the row this pair was seen last, or more than [`LONGEST`]: it is seen there now.
    #[inline]
    fn distance(&mut self, pair: &[u8], here: usize) -> usize {
        let hash = pair.iter().fold(0, |hash, letter| hash << 5 ^ usize::from(*letter)) % self.places.len();
        here - std::mem::replace(&mut self.places[hash], here)
    }

    /// Goes on with the next row, after one of so many letters.
    fn end_row(&mut self, letters: usize) {
        self.base += letters + LONGEST;
    }
}

/// Finds Thai words that stand twice.
pub(super) fn find(letters: &Letters<'_>, faults: &mut Vec<Fault>) {
    let mut seen = Seen::new();
    let mut words = Words::default();
    let mut row = Row { all: letters, letters: Vec::new(), pieces: Vec::new() };
    let mut from = 0;
    while let Some(place) = letters.next_thai(from) {
        row.pieces.push(Piece { at: row.letters.len(), place });
        from = place + letters.thai_from(place);
        row.letters.extend_from_slice(&letters.codes()[place..from]);
        match gap(letters, from) {
            Some(gap) => from += gap,
            None => row.find(&mut seen, &mut words, faults),
        }
    }
}

/// How many characters part two words: one space, or one line end with the spaces around it.
fn gap(letters: &Letters<'_>, at: usize) -> Option<usize> {
    let mut spaces = 0;
    let mut lines = 0;
    for (count, letter) in letters.from(at).enumerate() {
        if letter.part().is_thai() {
            return (lines == 1 || lines == 0 && spaces == 1).then_some(count);
        } else if letter.is_line_feed() {
            lines += 1;
        } else if letter.is_space() || letter.is_tab() {
            spaces += 1;
        } else if !letter.is_carriage_return() {
            return None;
        }
        if lines > 1 {
            return None;
        }
    }
    None
}

impl Row<'_> {
    /// Looks through the row and empties it.
    fn find(&mut self, seen: &mut Seen, words: &mut Words, faults: &mut Vec<Fault>) {
        let mut from = 0;
        let mut here = seen.base;
        for pair in self.letters.get(1..).unwrap_or_default().windows(2) {
            let distance = seen.distance(pair, here);
            here += 1;
            if !(2..=LONGEST).contains(&distance) {
                continue;
            }
            let (at, length) = (here - 1 - seen.base, distance);
            if at < from || !self.may_be_twice(at, length) {
                continue;
            }
            let start = (length..at).rev().take_while(|place| self.same(*place, length)).last().unwrap_or(at);
            let end = (at..self.letters.len()).take_while(|place| self.same(*place, length)).last().unwrap_or(at) + 1;
            if end - start < length {
                continue;
            }
            from = end;
            // The letters agree wherever the repetition is taken to begin; words begin in one place.
            let found = (start - length..=end - 2 * length).find_map(|begin| self.mistake(begin, length, words));
            faults.extend(found);
        }
        seen.end_row(self.letters.len());
        self.letters.clear();
        self.pieces.clear();
    }

    /// Whether so many letters around a place may be those that stand as many before them: then one half of them on one
    /// side of it is.
    #[inline]
    fn may_be_twice(&self, at: usize, length: usize) -> bool {
        let half = length / 2;
        self.same(at, length)
            && (self.same(at + half, length) || at.checked_sub(length - half).is_some_and(|at| self.same(at, length)))
    }

    /// Whether the letter is the one that stands `length` before it.
    #[inline]
    fn same(&self, at: usize, length: usize) -> bool {
        at >= length && self.letters.get(at).is_some_and(|letter| *letter == self.letters[at - length])
    }

    /// The byte of the text at which a letter stands.
    fn start_of(&self, at: usize) -> usize {
        self.all.byte(self.place(at))
    }

    /// The byte of the text at which the letter before ends.
    fn end_of(&self, at: usize) -> usize {
        self.all.byte(self.place(at - 1) + 1)
    }

    /// The place in the text of a letter.
    fn place(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        let piece = &self.pieces[after - 1];
        piece.place + at - piece.at
    }

    /// The fault, if the letters from `begin` are whole words that stand twice, by mistake.
    fn mistake(&self, begin: usize, length: usize, words: &mut Words) -> Option<Fault> {
        let (middle, end, text) = (begin + length, begin + 2 * length, self.all.text);
        let first_gap = self.pieces.partition_point(|piece| piece.at <= begin);
        let parted = match &self.pieces[first_gap..] {
            [gap, ..] if gap.at >= end => false,
            [] => false,
            [gap, next, ..] if gap.at == middle && next.at >= end => true,
            [gap] if gap.at == middle => true,
            _ => return None,
        };
        let range = self.start_of(begin)..self.end_of(end);
        let word = &text[range.start..self.end_of(middle)];
        let repetition = Repetition {
            word,
            before: &text[..range.start],
            after: &text[range.end..],
            parted,
            begins_a_part: self.is_gap(begin),
            ends_a_part: self.is_gap(end),
        };
        // The dictionary takes its time, and most repetitions are none of one word either.
        if !repetition.is_mistake(true) || !self.is_of_words(begin..end, words) {
            return None;
        }
        let one_word = (begin + 1..middle).all(|place| !self.parts_words(place, words));
        repetition.is_mistake(one_word).then(|| Fault {
            kind: FaultKind::Doubled,
            suggestion: Some(word.to_owned()),
            range: range.clone(),
        })
    }

    /// Whether the letters of a range are twice a word, or a row of words, by the dictionary.
    fn is_of_words(&self, range: Range<usize>, words: &mut Words) -> bool {
        let middle = range.start.midpoint(range.end);
        let word = &self.all.text[self.start_of(range.start)..self.end_of(middle)];
        if makes_nouns(word) {
            // No word of the dictionary has it twice, and what is left may be torn anywhere: กา-รกา-ร. What has a mark
            // next is another word: การันตี.
            let next = self.letter(range.end).map(Letter::part);
            let goes_on = matches!(next, None | Some(Part::Consonant | Part::Leading)) || self.is_gap(range.end);
            return goes_on && self.parts_words(range.start, words);
        }
        if ![range.start, middle, range.end].into_iter().all(|place| self.parts_words(place, words)) {
            return false;
        }
        // No Thai word but ณ is a single letter: where one is seen, the words are not what the dictionary took them for.
        let mut single = |place: usize| {
            self.letter(place).is_some_and(|letter| letter.char() != 'ณ')
                && self.parts_words(place, words)
                && self.parts_words(place + 1, words)
        };
        !(range.start.saturating_sub(1)..=range.end).any(&mut single)
    }

    /// A letter of the row, if it is so long.
    fn letter(&self, at: usize) -> Option<Letter> {
        if at < self.letters.len() { self.all.get(self.place(at)) } else { None }
    }

    /// Whether no Thai letter, or a gap, stands on one side of a place.
    fn is_gap(&self, place: usize) -> bool {
        place == self.letters.len() || self.pieces.binary_search_by_key(&place, |piece| piece.at).is_ok()
    }

    /// Whether one word ends and another begins at a place.
    fn parts_words(&self, place: usize, words: &mut Words) -> bool {
        if self.is_gap(place) {
            return true;
        }
        let after = self.pieces.partition_point(|piece| piece.at <= place);
        let from = self.pieces[after - 1].at;
        let to = self.pieces.get(after).map_or(self.letters.len(), |next| next.at);
        let row = self.start_of(from)..self.end_of(to);
        words.ends(self.all.text, row).binary_search(&self.start_of(place)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_letters_stand_twice_where_they_may_not(text in "([กขาน]{1,9}|การ|ดำเนินการ){0,12}") {
            let all = Letters::of(&text);
            let row = Row { all: &all, letters: all.codes().to_vec(), pieces: Vec::new() };
            for length in 2..row.letters.len() {
                for (start, twice) in row.letters.windows(2 * length).enumerate() {
                    if twice[..length] == twice[length..] {
                        let middle = start + length;
                        prop_assert!((middle..middle + length).all(|at| row.may_be_twice(at, length)), "{}", text);
                    }
                }
            }
        }
    }
}
