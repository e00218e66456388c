//! Text with the differences taken away that do not matter to a reader: kinds of digits, dashes and spaces, and the
//! code points under which old fonts keep marks of Thai letters.

use crate::thai::digits::arabic_digit;
use std::ops::Range;

/// A text and where each of its bytes comes from.
pub struct Folded {
    /// Arabic digits, `-`, spaces and Thai as it is written today.
    pub text: String,
    /// For every byte of `text`, and for its end, the byte of the original.
    from: Vec<usize>,
}

impl Folded {
    pub fn new(original: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(original.len()), from: Vec::with_capacity(original.len() + 1) };
        for (at, char) in original.char_indices() {
            match char {
                // Zero-width signs part Thai words, or say how to break lines; nobody sees them.
                '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\r' => {}
                // PDF keeps ำ in its two halves, with the mark between them.
                'า' if folded.half_am().is_some() => {
                    let mark = folded.half_am().flatten();
                    let half = '\u{e4d}'.len_utf8() + mark.map_or(0, char::len_utf8);
                    folded.text.truncate(folded.text.len() - half);
                    folded.text.extend(mark);
                    folded.text.push('ำ');
                }
                _ => {
                    let char = fold(char);
                    // In PDF the mark may stand before the vowel that it is written after. All of them are of one
                    // length, so that the places stay in order.
                    let mark = folded.text.chars().next_back().filter(|last| is_tone(*last) && is_vowel_mark(char));
                    if let Some(mark) = mark {
                        folded.text.pop();
                        folded.text.extend([char, mark]);
                    } else {
                        folded.text.push(char);
                    }
                    folded.from.extend(std::iter::repeat_n(at, char.len_utf8()));
                }
            }
        }
        folded.from.push(original.len());
        folded
    }

    /// The text without tone marks, of which PDF may lose some.
    pub fn without_tones(&self) -> Self {
        let mut plain =
            Self { text: String::with_capacity(self.text.len()), from: Vec::with_capacity(self.from.len()) };
        for (at, char) in self.text.char_indices().filter(|(_, char)| !is_tone(*char)) {
            plain.text.push(char);
            plain.from.extend_from_slice(&self.from[at..at + char.len_utf8()]);
        }
        plain.from.extend(self.from.last());
        plain
    }

    /// The mark after a ํ at the end, where there is such a half of ำ.
    fn half_am(&self) -> Option<Option<char>> {
        let mut last = self.text.chars().rev();
        match last.next()? {
            '\u{e4d}' => Some(None),
            mark if is_tone(mark) && last.next() == Some('\u{e4d}') => Some(Some(mark)),
            _ => None,
        }
    }

    /// The bytes of the original for those of the folded text.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.from.get(byte).copied().unwrap_or_default();
        at(range.start)..at(range.end)
    }
}

/// The Arabic digit for one of either kind.
pub fn digit(char: char) -> Option<char> {
    if char.is_ascii_digit() { Some(char) } else { arabic_digit(char) }
}

/// Whether a character is one that a text can do without and be read: a tone mark, or what stands for one that a
/// font does not tell of.
pub fn is_tone(char: char) -> bool {
    matches!(char, '่' | '้' | '๊' | '๋' | char::REPLACEMENT_CHARACTER)
}

fn is_vowel_mark(char: char) -> bool {
    matches!(char, 'ั' | 'ิ' | 'ี' | 'ึ' | 'ื' | 'ุ' | 'ู' | '\u{e4d}')
}

fn fold(char: char) -> char {
    /// What U+F700 and those after it stand for in fonts of Windows and the Macintosh, which move marks out of the
    /// way of tall letters.
    const MARKS: [char; 27] =
        ['ฐ', 'ิ', 'ี', 'ึ', 'ื', '่', '้', '๊', '๋', '์', '่', '้', '๊', '๋', '์', 'ญ', 'ั', 'ํ', '็', '่', '้', '๊', '๋', '์', 'ุ', 'ู', 'ฺ'];
    match char {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{f700}'..='\u{f71a}' => {
            let place = u32::from(char) - 0xf700;
            usize::try_from(place).ok().and_then(|place| MARKS.get(place)).copied().unwrap_or(char)
        }
        other => digit(other).unwrap_or(other),
    }
}
