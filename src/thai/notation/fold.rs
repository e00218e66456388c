//! Text as it is compared: one spelling for what looks alike, each character with its place in the original.
//!
//! It knows no words.

use crate::thai::digits::arabic_digit;
use std::ops::Range;

/// One character to compare, and the bytes of the text for which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glyph {
    pub c: char,
    pub at: Range<usize>,
}

/// The text with Arabic digits, small Latin letters, one kind of dash, one space for any run of white space,
/// and nothing that has no width.
///
/// Text copied from a PDF often holds ำ in two parts, ํ and า, with a tone mark between; and แ is often typed
/// as เ twice. Both look right on paper, so both are read.
pub(super) fn fold(text: &str) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len() / 2);
    for (start, original) in text.char_indices() {
        let at = start..start + original.len_utf8();
        let c = match original {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '~' => '-',
            c if c.is_whitespace() => ' ',
            c => arabic_digit(c).unwrap_or(c.to_ascii_lowercase()),
        };
        match (glyphs.as_mut_slice(), c) {
            ([.., Glyph { c: ' ', at: last }], ' ') => last.end = at.end,
            ([.., Glyph { c: last @ 'เ', at: place }], 'เ') => {
                *last = 'แ';
                place.end = at.end;
            }
            ([.., Glyph { c: last @ '\u{e4d}', at: place }], 'า') => {
                *last = 'ำ';
                place.end = at.end;
            }
            ([.., circle @ Glyph { c: '\u{e4d}', .. }, tone @ Glyph { c: '\u{e48}'..='\u{e4b}', .. }], 'า') => {
                // The circle and the long stroke become one letter after the tone mark, as ำ is typed.
                circle.c = tone.c;
                tone.c = 'ำ';
                tone.at.end = at.end;
            }
            _ => glyphs.push(Glyph { c, at }),
        }
    }
    glyphs
}

/// Whether a character is a letter, vowel or mark of the Thai script: a word may go on with it.
pub(super) const fn is_thai_letter(c: char) -> bool {
    matches!(c, 'ก'..='\u{e3a}' | 'เ'..='\u{e4e}')
}

/// Whether a character is a vowel or mark that belongs to the consonant before it.
pub(super) const fn is_thai_mark(c: char) -> bool {
    matches!(c, 'ะ'..='\u{e3a}' | 'ๅ' | '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        fold(text).iter().map(|glyph| glyph.c).collect()
    }

    #[test]
    fn gives_one_spelling_to_what_looks_alike() {
        assert_eq!(folded("๑๗ \u{a0}\n ก.พ.\u{200b}๖๕"), "17 ก.พ.65");
        assert_eq!(folded("a–B—c\u{2212}d"), "a-b-c-d");
        assert_eq!(folded("ประจ\u{e4d}าปี"), "ประจำปี");
        assert_eq!(folded("สม\u{e4d}\u{e48}าเสมอ"), "สม่ำเสมอ");
        assert_eq!(folded("สม่\u{e4d}าเสมอ"), "สม่ำเสมอ");
        assert_eq!(folded("เเละ"), "และ");
        assert_eq!(folded("ประจำ"), "ประจำ");
    }

    #[test]
    fn keeps_the_places_of_the_original() {
        let text = "ก\u{200b}  ํ่า๙";
        let glyphs = fold(text);
        assert_eq!(glyphs.first().map(|g| g.at.clone()), Some(0..3));
        assert!(glyphs.iter().zip(glyphs.iter().skip(1)).all(|(a, b)| a.at.end <= b.at.start));
        assert!(glyphs.iter().all(|g| text.get(g.at.clone()).is_some()));
        assert_eq!(glyphs.last().map(|g| g.at.end), Some(text.len()));
    }
}
