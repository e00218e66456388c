//! A glance at a text, at little cost: whether there may be anything personal in it. Most texts have nothing.
//!
//! It goes by letters and digits alone, so that it holds for whatever the text is read as when signs, spaces and the
//! numbers of lists are taken out of it, or signs put in, as by Markdown and YAML. It may say yes where there is
//! nothing, and never no where there is something.

use super::folded::digit;
use crate::skim;
use crate::thai::block;
use memchr::memchr3_iter;

/// Fewest digits that a number of any kind has, with no letter between them.
const FEWEST_DIGITS: usize = 9;

// Places in the block of Thai characters: ก to ฮ, ฯ to what is no letter, ๐ to ๙.
const FIRST_CONSONANT: u8 = place('ก');
const LAST_CONSONANT: u8 = place('ฮ');
const LAST_LETTER: u8 = place('\u{e4e}');
const FIRST_DIGIT: u8 = place('๐');
const LAST_DIGIT: u8 = place('๙');

const fn place(thai: char) -> u8 {
    (thai as u32 & 0x7f) as u8
}

/// What has been seen of a text.
#[derive(Debug, Clone, Copy)]
pub struct Glance {
    may_have_numbers: bool,
    may_have_homes: bool,
}

impl Glance {
    /// A glance at a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut digits = Digits::default();
        digits.read(text);
        Self::with(text, digits)
    }

    /// The same where its digits were read already.
    #[must_use]
    pub fn with(text: &str, digits: Digits) -> Self {
        Self { may_have_numbers: digits.are_enough, may_have_homes: digits.are_there && speaks_of_a_home(text) }
    }

    /// Whether there may be a number of any kind.
    #[must_use]
    pub fn may_have_numbers(self) -> bool {
        self.may_have_numbers
    }

    /// Whether there may be a home address.
    #[must_use]
    pub fn may_have_homes(self) -> bool {
        self.may_have_homes
    }

    /// Whether there may be anything personal.
    #[must_use]
    pub fn may_have_any(self) -> bool {
        self.may_have_numbers || self.may_have_homes
    }
}

/// The digits of a text that is read piece by piece.
#[derive(Debug, Clone, Copy, Default)]
pub struct Digits {
    /// How many there were since the last letter.
    in_row: usize,
    /// Whether there was any.
    are_there: bool,
    /// Whether there were enough in a row for a number.
    are_enough: bool,
}

impl Digits {
    /// Goes on with the next piece of the text.
    pub fn read(&mut self, text: &str) {
        let mut passed = 0;
        for at in skim::places(text.as_bytes(), may_be_digit) {
            let Some(char) = text[at..].chars().next().filter(|char| digit(*char).is_some()) else { continue };
            self.end_at_letter(&text[passed..at]);
            self.in_row += 1;
            self.are_there = true;
            self.are_enough |= self.in_row >= FEWEST_DIGITS;
            passed = at + char.len_utf8();
        }
        self.end_at_letter(&text[passed..]);
    }

    /// Goes on with a piece that may be left out where the text is read.
    pub fn read_or_skip(&mut self, text: &str) {
        let before = self.in_row;
        // What stands before the piece is parted from it by signs that no number has, unless it is left out.
        self.in_row = 0;
        self.read(text);
        self.in_row = self.in_row.max(before);
    }

    /// Ends the row where there is a letter among what follows it.
    fn end_at_letter(&mut self, between: &str) {
        if self.in_row > 0 && has_letter(between.as_bytes()) {
            self.in_row = 0;
        }
    }
}

/// Whether a digit may stand where these bytes do: one of ASCII, a Thai one, or any character of another script.
fn may_be_digit([first, second, third]: [u8; 3]) -> bool {
    let is_thai = first == 0xe0 && second & 0xfe == 0xb8;
    let is_thai_digit = is_thai && second == 0xb9 && third & 0xf0 == 0x90;
    first.is_ascii_digit() || is_thai_digit || first >= 0xc2 && !is_thai
}

/// Whether there is a letter of ASCII or a Thai one. Where there is, it mostly stands near the beginning.
fn has_letter(bytes: &[u8]) -> bool {
    (0..bytes.len()).any(|at| match block::first(&bytes[at..]) {
        Some(place) => (FIRST_CONSONANT..=LAST_LETTER).contains(&place),
        None => bytes[at].is_ascii_alphabetic(),
    })
}

/// Whether there may be one of the words that every address begins with: เลขที่, ที่อยู่ and ภูมิลำเนา. Whatever vowels, marks
/// and signs stand between, three consonants follow each other in each.
fn speaks_of_a_home(text: &str) -> bool {
    // Of each word the rarest. Thai characters are told by the last of their three bytes, and so are others.
    let [rare, and, or] = ['ข', 'ย', 'ภ'].map(|char| 0x80 | place(char) & 0x3f);
    memchr3_iter(rare, and, or, text.as_bytes()).any(|last| {
        let Some((before, here)) = last.checked_sub(2).and_then(|start| text.split_at_checked(start)) else {
            return false;
        };
        let mut before = before.chars().rev();
        let mut after = here.chars();
        match after.next() {
            Some('ข') => consonant(&mut before) == Some('ล') && consonant(&mut after) == Some('ท'),
            Some('ย') => consonant(&mut before) == Some('อ') && consonant(&mut before) == Some('ท'),
            Some('ภ') => consonant(&mut after) == Some('ม') && consonant(&mut after) == Some('ล'),
            _ => false,
        }
    })
}

/// The next Thai consonant, with no Thai digit before it: one of a list may be counted by a number that is no part of the
/// text; but never in Thai digits.
fn consonant(chars: &mut impl Iterator<Item = char>) -> Option<char> {
    let is_thai = |char: &char, first: u8, last: u8| {
        ('\u{e00}'..'\u{e80}').contains(char) && (first..=last).contains(&place(*char))
    };
    let next =
        chars.find(|char| is_thai(char, FIRST_CONSONANT, LAST_CONSONANT) || is_thai(char, FIRST_DIGIT, LAST_DIGIT));
    next.filter(|char| is_thai(char, FIRST_CONSONANT, LAST_CONSONANT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same, character by character.
    fn plainly(text: &str) -> (bool, bool) {
        let (mut in_row, mut are_there, mut are_enough) = (0, false, false);
        let (mut consonants, mut is_home) = (String::new(), false);
        for char in text.chars() {
            if digit(char).is_some() {
                in_row += 1;
                are_there = true;
                are_enough |= in_row >= FEWEST_DIGITS;
            } else if char.is_ascii_alphabetic() || matches!(char, 'ก'..='\u{e4e}') {
                in_row = 0;
            }
            match char {
                'ก'..='ฮ' => consonants.push(char),
                '๐'..='๙' => consonants.clear(),
                _ => {}
            }
            is_home |= ["ลขท", "ทอย", "ภมล"].iter().any(|word| consonants.ends_with(word));
        }
        (are_enough, are_there && is_home)
    }

    #[test]
    fn a_thai_digit_parts_a_word_and_no_other_does() {
        for (text, is_home) in [("ล1ข5ท", true), ("ล๑ขท", false), ("ทอ๑ย", false), ("ภม๙ล", false), ("1 ทeอoย", true)]
        {
            assert_eq!(Glance::of(text).may_have_homes(), is_home, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_glance_sees_what_is_told_letter_by_letter(
            text in "([0-9๐-๙]{1,5}|[ลขทอยภม]|[ลขทอยภม][ะ-ู]?|เลขที่|ที่อยู่|ภูมิลำเนา|a|ฯ|๏|-|\\*| |\n|é|“|٣|\u{e80}|\u{e00}|       ){0,24}",
        ) {
            let glance = Glance::of(&text);
            prop_assert_eq!((glance.may_have_numbers(), glance.may_have_homes()), plainly(&text));
        }

        #[test]
        fn pieces_are_read_as_the_whole(pieces in prop::collection::vec("[0-9๐-๙]{0,6}(ก|a|-|é)?[0-9]{0,3}", 0..6)) {
            let mut digits = Digits::default();
            for piece in &pieces {
                digits.read(piece);
            }
            let mut whole = Digits::default();
            whole.read(&pieces.concat());
            prop_assert_eq!((digits.in_row, digits.are_there, digits.are_enough), (whole.in_row, whole.are_there, whole.are_enough));
        }
    }
}
