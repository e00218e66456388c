//! What a character does in Thai writing. Words are not known here.

/// A character where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    /// Its first byte in the text.
    pub(super) at: usize,
    /// It.
    pub(super) char: char,
    /// What it does.
    pub(super) part: Part,
}

impl Letter {
    /// The characters of a text.
    pub(super) fn all(text: &str) -> Vec<Self> {
        // A Thai letter takes three bytes.
        let mut letters = Vec::with_capacity(text.len() / 3 + 16);
        letters.extend(text.char_indices().map(|(at, char)| Self { at, char, part: Part::of(char) }));
        letters
    }

    /// The byte after it.
    pub(super) const fn end(self) -> usize {
        self.at + self.char.len_utf8()
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

impl Part {
    /// The part of a character.
    pub(super) const fn of(char: char) -> Self {
        match char {
            'ก'..='ฮ' => Self::Consonant,
            'เ'..='ไ' => Self::Leading,
            'ั' | 'ิ'..='ู' | '็' => Self::Vowel,
            '่'..='์' => Self::Tone,
            'ํ' => Self::Nikhahit,
            'ฺ' | '๎' => Self::Pali,
            'ะ' | 'า' | 'ำ' | 'ๅ' => Self::Following,
            'ๆ' | 'ฯ' | '฿' | '๐'..='๙' => Self::Sign,
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Self::Invisible,
            _ => Self::Other,
        }
    }

    /// Whether it stands above or below a consonant.
    pub(super) const fn is_mark(self) -> bool {
        matches!(self, Self::Vowel | Self::Tone | Self::Nikhahit | Self::Pali)
    }

    /// Whether it is a part of a Thai word.
    pub(super) const fn is_thai(self) -> bool {
        !matches!(self, Self::Sign | Self::Invisible | Self::Other)
    }
}

/// Whether a character is a space within a line, of any width.
pub(super) const fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}')
}
