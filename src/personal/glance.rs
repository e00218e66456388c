//! A glance at a text, at little cost: whether there may be anything personal in it. Most texts have nothing.
//!
//! It goes by letters and digits alone, so that it holds for whatever the text is read as when signs, spaces and the
//! numbers of lists are taken out of it, or signs put in, as by Markdown and YAML. It may say yes where there is
//! nothing, and never no where there is something.

use super::folded::digit;
use crate::thai::block;

/// Fewest digits that a number of any kind has, with no letter between them.
const FEWEST_DIGITS: usize = 9;

// Places in the block of Thai characters: ก to ฮ, ฯ to what is no letter, ๐ to ๙.
const FIRST_CONSONANT: u8 = place('ก');
const LAST_CONSONANT: u8 = place('ฮ');
const AFTER_CONSONANTS: u8 = place('ฯ');
const LAST_LETTER: u8 = place('\u{e4e}');
const FIRST_DIGIT: u8 = place('๐');
const LAST_DIGIT: u8 = place('๙');

const fn place(thai: char) -> u8 {
    (thai as u32 & 0x7f) as u8
}

/// Three consonants that follow each other, whatever vowels, marks and signs are between them: their places in the block
/// of Thai characters.
type Consonants = u32;

/// Those of the words that every address begins with: เลขที่, ที่อยู่ and ภูมิลำเนา.
const OF_ADDRESSES: [Consonants; 3] = [after('ล', 'ข', 'ท'), after('ท', 'อ', 'ย'), after('ภ', 'ม', 'ล')];

const fn after(first: char, second: char, third: char) -> Consonants {
    and(and(and(0, place(first)), place(second)), place(third))
}

/// The last three after one more.
const fn and(last: Consonants, next: u8) -> Consonants {
    (last << 8 | next as u32) & 0xff_ffff
}

/// What has been seen of a text so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Glance {
    /// The digits since the last letter.
    digits: usize,
    /// Whether there was any digit.
    has_digit: bool,
    /// Whether there were enough digits in a row for a number.
    has_number: bool,
    /// The last consonants.
    last: Consonants,
    /// Whether there was a word of addresses.
    has_address: bool,
}

impl Glance {
    /// A glance at all of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut glance = Self::default();
        glance.read(text);
        glance
    }

    /// Goes on with the next piece of the text.
    pub fn read(&mut self, text: &str) {
        let (bytes, mut at) = (text.as_bytes(), 0);
        while let Some(byte) = bytes.get(at) {
            let rest = &bytes[at..];
            if let Some(place) = block::first(rest) {
                self.thai(place);
                at += block::LENGTH;
            } else if byte.is_ascii() {
                match byte {
                    b'0'..=b'9' => self.digit(),
                    b'a'..=b'z' | b'A'..=b'Z' => self.digits = 0,
                    _ => {}
                }
                at += 1;
            } else {
                let char = text[at..].chars().next();
                if char.is_some_and(|char| digit(char).is_some()) {
                    self.digit();
                }
                at += char.map_or(1, char::len_utf8);
            }
        }
    }

    /// Goes on with the Thai character of a place in its block.
    #[inline]
    fn thai(&mut self, place: u8) {
        match place {
            FIRST_CONSONANT..=LAST_CONSONANT => {
                self.last = and(self.last, place);
                self.has_address |= OF_ADDRESSES.contains(&self.last);
                self.digits = 0;
            }
            FIRST_DIGIT..=LAST_DIGIT => {
                // One of a list may be counted by a number that is no part of the text; but never in Thai digits.
                self.last = 0;
                self.digit();
            }
            AFTER_CONSONANTS..=LAST_LETTER => self.digits = 0,
            _ => {}
        }
    }

    #[inline]
    fn digit(&mut self) {
        self.digits += 1;
        self.has_digit = true;
        self.has_number |= self.digits >= FEWEST_DIGITS;
    }

    /// Goes on with a piece that may be left out where the text is read. It has neither Thai letters nor Thai digits.
    pub fn read_or_skip(&mut self, text: &str) {
        let before = self.digits;
        // What stands before the piece is parted from it by signs that no number has, unless it is left out.
        self.digits = 0;
        self.read(text);
        self.digits = self.digits.max(before);
    }

    /// Whether there may be a number of any kind.
    #[must_use]
    pub fn may_have_numbers(self) -> bool {
        self.has_number
    }

    /// Whether there may be a home address.
    #[must_use]
    pub fn may_have_homes(self) -> bool {
        self.has_address && self.has_digit
    }

    /// Whether there may be anything personal.
    #[must_use]
    pub fn may_have_any(self) -> bool {
        self.may_have_numbers() || self.may_have_homes()
    }
}
