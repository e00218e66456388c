//! What a character does in Thai writing, and the characters of a text by that. Words are not known here.

use crate::thai::block;
use memchr::{memchr, memchr_iter};

/// A character: which of the Thai ones, or what any other does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter(u8);

/// The number before that of the first Thai character.
const THAI: u32 = 0xe00;
/// How many have a number after it.
const THAI_COUNT: u32 = 0x5b;

// Numbers for all others, of which not more is asked.
const OTHER: u8 = 0x80;
const ALPHANUMERIC: u8 = 0x81;
const INVISIBLE: u8 = 0x82;
const SPACE: u8 = 0x83;
const TAB: u8 = 0x84;
const LINE_FEED: u8 = 0x85;
const CARRIAGE_RETURN: u8 = 0x86;
const OTHER_WHITESPACE: u8 = 0x87;

impl Letter {
    /// What a character is.
    #[inline]
    pub(super) fn of(char: char) -> Self {
        match u32::from(char).checked_sub(THAI) {
            Some(place @ 0..=0x7f) => Self((place & 0x7f) as u8),
            _ => Self(other(char)),
        }
    }

    /// What the character at a byte of a text is, and how many bytes it takes; `None` at the end.
    #[inline]
    fn first(text: &str, at: usize) -> Option<(Self, usize)> {
        let bytes = &text.as_bytes()[at..];
        let byte = *bytes.first()?;
        if byte.is_ascii() {
            return Some((Self(ASCII[usize::from(byte)]), 1));
        }
        if let Some(place) = block::first(bytes) {
            return Some((Self(place), block::LENGTH));
        }
        text[at..].chars().next().map(|char| (Self::of(char), char.len_utf8()))
    }

    /// It, where it is Thai, and U+FFFD in the place of any other.
    pub(super) fn char(self) -> char {
        let place = Some(u32::from(self.0)).filter(|place| (1..=THAI_COUNT).contains(place));
        place.and_then(|place| char::from_u32(THAI + place)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// What it does.
    #[inline]
    pub(super) fn part(self) -> Part {
        PARTS[usize::from(self.0)]
    }

    /// Whether it is a part of a Thai word.
    #[inline]
    pub(super) fn is_thai(self) -> bool {
        THAI_LETTERS[usize::from(self.0)]
    }

    /// Whether it is a space within a line, of any width.
    #[inline]
    pub(super) const fn is_space(self) -> bool {
        self.0 == SPACE
    }

    /// Whether it is a tab.
    pub(super) const fn is_tab(self) -> bool {
        self.0 == TAB
    }

    /// Whether it ends a line.
    pub(super) const fn is_line_feed(self) -> bool {
        self.0 == LINE_FEED
    }

    /// Whether it goes before what ends a line, in some files.
    pub(super) const fn is_carriage_return(self) -> bool {
        self.0 == CARRIAGE_RETURN
    }

    /// Whether it is white space of any kind.
    pub(super) const fn is_whitespace(self) -> bool {
        matches!(self.0, SPACE | TAB | LINE_FEED | CARRIAGE_RETURN | OTHER_WHITESPACE)
    }

    /// Whether it is a letter or a digit of another script.
    #[inline]
    pub(super) const fn is_alphanumeric(self) -> bool {
        self.0 == ALPHANUMERIC
    }
}

/// The number of a character of ASCII.
const fn other_ascii(byte: u8) -> u8 {
    match byte {
        b' ' => SPACE,
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => ALPHANUMERIC,
        b'\n' => LINE_FEED,
        b'\t' => TAB,
        b'\r' => CARRIAGE_RETURN,
        0x0b | 0x0c => OTHER_WHITESPACE,
        _ => OTHER,
    }
}

/// The number of a character that is not Thai.
fn other(char: char) -> u8 {
    match char {
        '\0'..='\x7f' => other_ascii(char as u8),
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => SPACE,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => INVISIBLE,
        _ if char.is_whitespace() => OTHER_WHITESPACE,
        _ if char.is_alphanumeric() => ALPHANUMERIC,
        _ => OTHER,
    }
}

/// The numbers of those that ASCII has.
static ASCII: [u8; 0x80] = {
    let mut numbers = [OTHER; 0x80];
    let mut byte = 0;
    while byte < 0x80 {
        numbers[byte as usize] = other_ascii(byte);
        byte += 1;
    }
    numbers
};

/// The characters of a text, a byte for each.
pub(super) struct Letters<'t> {
    /// The text.
    pub(super) text: &'t str,
    codes: Vec<u8>,
    /// Places some way apart, each with the byte at which it stands.
    marks: Vec<(usize, usize)>,
}

/// How many characters apart the marks are, or a few more.
const APART: usize = 32;

impl<'t> Letters<'t> {
    /// The characters of a text.
    pub(super) fn of(text: &'t str) -> Self {
        // No text has more characters than bytes.
        let mut letters = Self { text, codes: Vec::with_capacity(text.len()), marks: Vec::new() };
        let (bytes, mut at, mut next_mark) = (text.as_bytes(), 0, 0);
        while at < bytes.len() {
            if letters.codes.len() >= next_mark {
                letters.marks.push((letters.codes.len(), at));
                next_mark += APART;
            }
            if let Some(eight) = block::eight(&bytes[at..]) {
                letters.codes.extend_from_slice(&eight);
                at += block::EIGHT * block::LENGTH;
                continue;
            }
            // Fewer than eight, up to the next that more may follow.
            for _ in 0..block::EIGHT {
                let Some((letter, length)) = Letter::first(text, at) else { break };
                letters.codes.push(letter.0);
                at += length;
                if length != block::LENGTH {
                    break;
                }
            }
        }
        letters
    }

    /// The one at a place, if there is one.
    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<Letter> {
        self.codes.get(at).copied().map(Letter)
    }

    /// Those from a place on.
    pub(super) fn from(&self, at: usize) -> impl Iterator<Item = Letter> {
        self.codes[at..].iter().copied().map(Letter)
    }

    /// How many in a row from a place on are parts of Thai words.
    pub(super) fn thai_from(&self, at: usize) -> usize {
        let rest = &self.codes[at..];
        rest.iter().position(|code| !Letter(*code).is_thai()).unwrap_or(rest.len())
    }

    /// The first from a place on that takes no room.
    pub(super) fn next_invisible(&self, at: usize) -> Option<usize> {
        memchr(INVISIBLE, &self.codes[at..]).map(|passed| at + passed)
    }

    /// The spaces within lines.
    pub(super) fn spaces(&self) -> impl Iterator<Item = usize> {
        memchr_iter(SPACE, &self.codes)
    }

    /// The first from a place on that is a part of a Thai word.
    pub(super) fn next_thai(&self, at: usize) -> Option<usize> {
        self.codes[at..].iter().position(|code| Letter(*code).is_thai()).map(|passed| at + passed)
    }

    /// Those before a place, the nearest first.
    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = Letter> {
        self.codes[..at].iter().rev().copied().map(Letter)
    }

    /// A byte for each: the same for the same Thai character, and none of theirs for others.
    pub(super) fn codes(&self) -> &[u8] {
        &self.codes
    }

    /// The first byte in the text of the one at a place; the end of the text after the last.
    pub(super) fn byte(&self, at: usize) -> usize {
        let after = self.marks.partition_point(|(place, _)| *place <= at);
        let (place, byte) = after.checked_sub(1).map_or((0, 0), |last| self.marks[last]);
        let passed = self.text[byte..].char_indices().nth(at - place);
        passed.map_or(self.text.len(), |(bytes, _)| byte + bytes)
    }
}

/// The part of a character in a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// ก to ฮ, ฤ and ฦ with them.
    Consonant,
    /// เ แ โ ใ ไ: written before the consonant.
    Leading,
    /// ั ิ ี ึ ื ็ ุ ู: written above or below the consonant.
    Vowel,
    /// ่ ้ ๊ ๋ and ์: written above all else.
    Tone,
    /// ํ, which is a letter of Pali; in Thai a part of ำ.
    Nikhahit,
    /// ฺ and ๎, which only Pali and the tongues of minorities have, in ways of their own.
    Pali,
    /// ะ า ำ ๅ: written after the consonant.
    Following,
    /// ๆ ฯ ฿ and the digits.
    Sign,
    /// A character that takes no room.
    Invisible,
    /// All else.
    Other,
}

/// The parts of all letters, by their numbers.
static PARTS: [Part; 256] = {
    let mut parts = [Part::Other; 256];
    let mut place = 1;
    while place <= THAI_COUNT {
        if let Some(char) = char::from_u32(THAI + place) {
            parts[place as usize] = Part::of_thai(char);
        }
        place += 1;
    }
    parts[INVISIBLE as usize] = Part::Invisible;
    parts
};

/// Which letters are parts of Thai words, by their numbers.
static THAI_LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut number = 0;
    while number < letters.len() {
        letters[number] = PARTS[number].is_thai();
        number += 1;
    }
    letters
};

impl Part {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 10] = [
        Self::Consonant,
        Self::Leading,
        Self::Vowel,
        Self::Tone,
        Self::Nikhahit,
        Self::Pali,
        Self::Following,
        Self::Sign,
        Self::Invisible,
        Self::Other,
    ];

    /// The part of a character.
    pub(super) fn of(char: char) -> Self {
        Letter::of(char).part()
    }

    const fn of_thai(char: char) -> Self {
        match char {
            'ก'..='ฮ' => Self::Consonant,
            'เ'..='ไ' => Self::Leading,
            'ั' | 'ิ'..='ู' | '็' => Self::Vowel,
            '่'..='์' => Self::Tone,
            'ํ' => Self::Nikhahit,
            'ฺ' | '๎' => Self::Pali,
            'ะ' | 'า' | 'ำ' | 'ๅ' => Self::Following,
            'ๆ' | 'ฯ' | '฿' | '๐'..='๙' => Self::Sign,
            _ => Self::Other,
        }
    }

    /// Whether it stands above or below a consonant.
    #[inline]
    pub(super) const fn is_mark(self) -> bool {
        matches!(self, Self::Vowel | Self::Tone | Self::Nikhahit | Self::Pali)
    }

    /// Whether it is a part of a Thai word.
    #[inline]
    pub(super) const fn is_thai(self) -> bool {
        !matches!(self, Self::Sign | Self::Invisible | Self::Other)
    }
}
