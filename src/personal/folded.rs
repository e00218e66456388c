//! Text with the differences taken away that do not matter to a reader: kinds of digits, dashes and spaces, and the
//! code points under which old fonts keep marks of Thai letters.

use crate::thai::digits::arabic_digit;
use std::ops::Range;

/// A text and where it comes from.
pub struct Folded {
    /// Arabic digits, `-`, spaces and Thai as it is written today.
    pub text: String,
    /// The bytes of `text` at which its distance from the original changes, and those of the original that stand
    /// there, in order: most of a text is as long as it was.
    steps: Vec<(usize, usize)>,
}

impl Folded {
    pub fn new(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), steps: Vec::new() };
        for (at, char) in original.char_indices() {
            match char {
                // Lists are long, and mostly these, which are as they are.
                ' '..='~' => {
                    folded.come_from(at);
                    folded.text.push(char);
                }
                _ if char == '\r' || is_invisible(char) => {}
                // PDF keeps ำ in its two halves, with the mark between them.
                'า' if folded.half_am().is_some() => {
                    let half = folded.half_am().unwrap_or(folded.text.len());
                    let mark = folded.text[half..].chars().nth(1);
                    folded.text.truncate(half);
                    folded.text.extend(mark);
                    folded.text.push('ำ');
                }
                _ => {
                    let char = fold(char);
                    folded.come_from(at);
                    // In PDF the mark may stand before the vowel that it is written after. All of them are of one
                    // length, so that the places stay in order.
                    let mark = folded.text.chars().next_back().filter(|last| is_tone(*last) && is_vowel_mark(char));
                    if let Some(mark) = mark {
                        folded.text.pop();
                        folded.text.extend([char, mark]);
                    } else {
                        folded.text.push(char);
                    }
                }
            }
        }
        folded.come_from(original.len());
        folded
    }

    /// The text without tone marks, of which PDF may lose some. It comes from the folded text.
    pub fn without_tones(&self) -> Self {
        let mut plain = Self { text: String::with_capacity(self.text.len()), steps: Vec::new() };
        for (at, char) in self.text.char_indices().filter(|(_, char)| !is_tone(*char)) {
            plain.come_from(at);
            plain.text.push(char);
        }
        plain.come_from(self.text.len());
        plain
    }

    /// Notes that what is added next stands at byte `at` of the original.
    fn come_from(&mut self, at: usize) {
        let here = self.text.len();
        if self.steps.last().is_none_or(|(step, original)| here - step + original != at) {
            self.steps.push((here, at));
        }
    }

    /// Where the half of ำ begins that the text ends with: a ํ, with or without a mark after it.
    fn half_am(&self) -> Option<usize> {
        let text = self.text.strip_suffix(is_tone).unwrap_or(&self.text);
        text.strip_suffix('\u{e4d}').map(str::len)
    }

    /// The bytes of the original for those of the folded text.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        self.original_byte(range.start)..self.original_byte(range.end)
    }

    fn original_byte(&self, byte: usize) -> usize {
        let after = self.steps.partition_point(|(step, _)| *step <= byte);
        let step = after.checked_sub(1).and_then(|last| self.steps.get(last));
        step.map_or(byte, |(step, original)| byte - step + original)
    }
}

/// Whether a character takes no room of its own: it parts Thai words, says how to break lines or which way they run,
/// or is drawn upon the one before. Nobody reads it.
fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character is a digit of any kind.
#[must_use]
pub fn is_digit(char: char) -> bool {
    digit(char).is_some()
}

/// The Arabic digit for one of any kind.
#[inline]
pub fn digit(char: char) -> Option<char> {
    match char {
        '0'..='9' => Some(char),
        // Nearly all that is asked for.
        '\0'..='\u{7f}' | '\u{e00}'..='\u{e4f}' | '\u{e5a}'..='\u{e7f}' => None,
        _ => arabic_digit(char).or_else(|| other_digit(char)),
    }
}

/// The Arabic digit for one of another script than Thai, or in another dress: wide, in a circle, in the letters of
/// formulas. Small raised ones are left out: they number the notes to what stands before them.
fn other_digit(char: char) -> Option<char> {
    /// The noughts after which nine digits follow.
    const NOUGHTS: [u32; 24] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xed0, 0xf20, 0x1040,
        0x17e0, 0x1810, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0,
    ];
    /// The ones of those that have their nought elsewhere: in circles and brackets, with a full stop.
    const ONES: [u32; 7] = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a];
    let code = u32::from(char);
    let from = |first: &u32| code.checked_sub(*first).filter(|value| *value <= 9);
    let value = match char {
        '\u{24ea}' | '\u{24ff}' => Some(0),
        _ => NOUGHTS
            .iter()
            .find_map(from)
            .or_else(|| ONES.iter().find_map(|one| from(&(one - 1)).filter(|value| *value > 0))),
    }?;
    char::from_digit(value, 10)
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
        '·' | '\u{2022}' | '\u{2027}' | '\u{22c5}' | '\u{30fb}' | '\u{ff65}' => '·',
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
        '\u{ff0c}' => ',',
        '\u{ff0e}' => '.',
        '\u{ff3f}' => '_',
        '\u{ff0b}' => '+',
        // Borders between cells.
        '\t' | '\u{2502}' | '\u{ff5c}' => '|',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{f700}'..='\u{f71a}' => {
            let place = u32::from(char) - 0xf700;
            usize::try_from(place).ok().and_then(|place| MARKS.get(place)).copied().unwrap_or(char)
        }
        other => digit(other).unwrap_or(other),
    }
}
