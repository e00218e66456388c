//! Text with the differences taken away that a reader does not mean when searching. Its letters, vowels and tone marks
//! all stay: ข้าว, ขาว and ข่าว are three words. `search-text.js` does the same, by the same examples
//! (`tests/search-text.json`).

use super::run;
use crate::thai::digits::arabic_digit;
use icu_normalizer::ComposingNormalizerBorrowed;

const NIKHAHIT: char = '\u{e4d}';

/// `text` as it is compared:
///
/// * composed (NFC), in small letters, with Arabic digits, and one kind of dash;
/// * without characters that take no room, and without quotation marks;
/// * the marks over and under a letter in one order, each once: vowel, tone, ํ;
/// * ำ as ํ and า, with a tone mark before both, so that น้ำ is the same however it was typed, and begins with น้;
/// * เเ as แ;
/// * without spaces, which officers set or leave out beside Thai as it pleases them, but for those that part Latin
///   words and numbers. A line break parts texts that do not belong together, and stays.
///
/// What stands between two letters of a text is normal in the same way when it is taken out first: what is typed as it
/// stands in the text is found.
#[must_use]
pub fn normal(text: &str) -> String {
    of_composed(&ComposingNormalizerBorrowed::new_nfc().normalize(text))
}

/// The same for a text that is composed already.
pub(super) fn of_composed(text: &str) -> String {
    let mut normal = Normal { text: String::with_capacity(text.len()), marks: Vec::new(), gap: false };
    let mut rest = text;
    loop {
        let (run, after) = rest.split_at(run::length(rest));
        normal.run(run);
        let mut chars = after.chars();
        let Some(char) = chars.next() else { break };
        normal.add(char);
        rest = chars.as_str();
    }
    normal.marks_end();
    normal.text
}

#[derive(Debug)]
struct Normal {
    text: String,
    /// The marks of the letter that the text ends with.
    marks: Vec<char>,
    /// Whether there was a space after it.
    gap: bool,
}

impl Normal {
    /// Adds letters of Thai that are normal as they stand, if there are any.
    fn run(&mut self, run: &str) {
        if !run.is_empty() {
            self.marks_end();
            self.gap = false;
            self.text.push_str(run);
        }
    }

    fn add(&mut self, char: char) {
        // Most of what stands between Thai, and soon told.
        if char.is_ascii_graphic() && char != '"' {
            self.letter(char.to_ascii_lowercase());
            return;
        }
        if is_dropped(char) {
            return;
        }
        if let Some(rank) = rank(char) {
            self.mark(char, rank);
            return;
        }
        match char {
            // The half that stands above the letter is one of its marks.
            'ำ' => {
                self.mark(NIKHAHIT, 2);
                self.letter('า');
            }
            '\n' => {
                self.marks_end();
                self.gap = false;
                self.text.push('\n');
            }
            _ if is_space(char) => {
                self.marks_end();
                self.gap = true;
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => self.letter('-'),
            _ => match arabic_digit(char) {
                Some(digit) => self.letter(digit),
                None => char.to_lowercase().for_each(|small| self.letter(small)),
            },
        }
    }

    fn mark(&mut self, char: char, of: u8) {
        // A mark that comes after a space belongs to nothing before it.
        self.gap = false;
        if !self.marks.contains(&char) {
            let at = self.marks.iter().take_while(|mark| rank(**mark).is_some_and(|other| other <= of)).count();
            self.marks.insert(at, char);
        }
    }

    fn letter(&mut self, char: char) {
        self.marks_end();
        if self.gap && parts_words(char) && self.text.ends_with(parts_words) {
            self.text.push(' ');
        }
        self.gap = false;
        if char == 'เ' && self.text.ends_with('เ') {
            self.text.pop();
            self.text.push('แ');
        } else {
            self.text.push(char);
        }
    }

    fn marks_end(&mut self) {
        if !self.marks.is_empty() {
            self.text.extend(self.marks.drain(..));
        }
    }
}

/// Where a mark stands among those of one letter; `None` for what is no mark.
pub(super) const fn rank(char: char) -> Option<u8> {
    match char {
        'ั' | 'ิ'..='\u{e3a}' | '็' => Some(0),
        '่'..='์' | '๎' => Some(1),
        NIKHAHIT => Some(2),
        _ => None,
    }
}

/// Whether a space beside `char` tells words or numbers apart: in Thai it does not.
fn parts_words(char: char) -> bool {
    !('\u{e00}'..='\u{e7f}').contains(&char) && char.is_alphanumeric()
}

/// Whether `char` is a space of any width, or a break of a line that is no `\n`.
const fn is_space(char: char) -> bool {
    matches!(char, '\t' | '\u{b}'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether nobody types `char` to search: it takes no room, turns text around, or is a quotation mark, which keeps
/// words together in what is typed.
const fn is_dropped(char: char) -> bool {
    matches!(char, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}'
        | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '"' | '\u{201c}'..='\u{201f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn text_is_normal_by_the_table_that_the_script_is_held_to_as_well() {
        let table: Value = serde_json::from_str(include_str!("../../tests/search-text.json")).expect("JSON");
        let rows = table["normal"].as_array().expect("rows");
        assert!(rows.len() > 20);
        for row in rows {
            let (text, expected) = (row[0].as_str().expect("a text"), row[1].as_str().expect("a text"));
            assert_eq!(normal(text), expected, "{text:?}");
        }
    }

    /// Text of the letters, marks and spaces that official texts are made of, and of those that come along in copying.
    fn text() -> impl Strategy<Value = String> {
        let consonant = "[ก-ฮ][ัิีึืุู็]?[่้๊๋์]?[ํำ]?|[ก-ฮ][่้๊๋][ิีืุูํ]";
        let other = "[ะาใไโแ0-9๐-๙a-zA-Z .()/\u{200b}\u{a0}\"-]";
        prop::collection::vec(prop_oneof![consonant, other], 1..60).prop_map(|parts| parts.concat())
    }

    /// The plain way: one character after the other.
    fn plainly(text: &str) -> String {
        let mut normal = Normal { text: String::new(), marks: Vec::new(), gap: false };
        text.chars().for_each(|char| normal.add(char));
        normal.marks_end();
        normal.text
    }

    proptest! {
        #[test]
        fn runs_of_thai_become_what_their_characters_become(text in prop_oneof![any::<String>(), text(), "([กเแ]|เเ|[ิุู่้ํำา๑ \u{200b}a-]){0,12}"]) {
            prop_assert_eq!(of_composed(&text), plainly(&text));
        }

        #[test]
        fn whatever_is_taken_out_of_a_text_is_found_in_it(text in text(), from in any::<prop::sample::Index>(), length in 2_usize..20) {
            let letters: Vec<&str> = text.graphemes(true).collect();
            let from = from.index(letters.len());
            let piece: String = letters[from..(from + length).min(letters.len())].concat();
            prop_assert!(normal(&text).contains(&normal(&piece)), "{:?} in {:?}", piece, text);
        }

        #[test]
        fn what_is_normal_stays_as_it_is(text in prop_oneof![any::<String>(), text()]) {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }
    }
}
