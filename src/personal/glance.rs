//! A glance at a text, at little cost: whether there may be anything personal in it. Most texts have nothing.
//!
//! It goes by letters and digits alone, so that it holds for whatever the text is read as when signs, spaces and the
//! numbers of lists are taken out of it, or signs put in, as by Markdown and YAML. It may say yes where there is
//! nothing, and never no where there is something.

use super::folded::digit;

/// Fewest digits that a number of any kind has, with no letter between them.
const FEWEST_DIGITS: usize = 9;

/// Three consonants that follow each other, whatever vowels, marks and signs are between them: the last bytes of their
/// numbers, which tell Thai characters apart.
type Consonants = u32;

/// Those of the words that every address begins with: เลขที่, ที่อยู่ and ภูมิลำเนา.
const OF_ADDRESSES: [Consonants; 3] = [after('ล', 'ข', 'ท'), after('ท', 'อ', 'ย'), after('ภ', 'ม', 'ล')];

const fn after(first: char, second: char, third: char) -> Consonants {
    and(and(and(0, first), second), third)
}

/// The last three after one more.
const fn and(last: Consonants, next: char) -> Consonants {
    (last << 8 | next as u32 & 0xff) & 0xff_ffff
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
        for char in text.chars() {
            match char {
                'ก'..='ฮ' => {
                    self.last = and(self.last, char);
                    self.has_address |= OF_ADDRESSES.contains(&self.last);
                    self.digits = 0;
                }
                'ฯ'..='\u{e4e}' | 'a'..='z' | 'A'..='Z' => self.digits = 0,
                '\0'..='/' | ':'..='~' => {}
                _ if digit(char).is_some() => {
                    // One of a list may be counted by a number that is no part of the text; but never in Thai digits.
                    if ('๐'..='๙').contains(&char) {
                        self.last = 0;
                    }
                    self.digits += 1;
                    self.has_digit = true;
                    self.has_number |= self.digits >= FEWEST_DIGITS;
                }
                _ => {}
            }
        }
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
