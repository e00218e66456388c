//! A text as one line, composed (NFC) as browsers compose it when they compare.
//!
//! Nearly all texts are that already, which a glance over their bytes tells.

use crate::thai::block::{self, LENGTH};
use crate::unseen::without_unseen;
use icu_normalizer::ComposingNormalizerBorrowed;

/// `text` without what no reader sees, in one line.
pub(super) fn shown(text: &str) -> String {
    if is_shown(text) { text.to_owned() } else { composed(without_unseen(one_line(text))) }
}

/// Words with one space between them.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

fn composed(line: String) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    if nfc.is_normalized(&line) { line } else { nfc.normalize(&line).into_owned() }
}

/// Whether a text stays as it is for sure: it is all ASCII that is seen, dashes, quotation marks and Thai, of which
/// nothing is ever put together; the marks of each letter stand in the order of their combining classes; and there is
/// one space between its words.
fn is_shown(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut at, mut before) = (0, 0);
    while at < bytes.len() {
        let (length, class) = match bytes[at] {
            b' ' if at > 0 && bytes[at - 1] != b' ' => (1, 0),
            b'!'..=b'~' => (1, 0),
            // U+2010 to U+2027.
            0xe2 if bytes[at + 1] == 0x80 && matches!(bytes[at + 2], 0x90..=0xa7) => (LENGTH, 0),
            _ => match block::first(&bytes[at..]) {
                Some(place) => (LENGTH, combining_class(place)),
                None => return false,
            },
        };
        if class != 0 && class < before {
            return false;
        }
        before = class;
        at += length;
    }
    !text.ends_with(' ')
}

/// The canonical combining class of the Thai character at a place in its block.
const fn combining_class(place: u8) -> u8 {
    match place {
        // ุ ู
        0x38 | 0x39 => 103,
        // ฺ
        0x3a => 9,
        // ่ ้ ๊ ๋
        0x48..=0x4b => 107,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The plain way, without a glance.
    fn plainly(text: &str) -> String {
        let line = without_unseen(text.split_whitespace().collect::<Vec<_>>().join(" "));
        ComposingNormalizerBorrowed::new_nfc().normalize(&line).into_owned()
    }

    /// Thai in any order, what officers type beside it, and what is composed.
    fn text() -> impl Strategy<Value = String> {
        let parts = prop_oneof![
            "[ก-๛]{1,4}",
            "[ -~]{1,3}",
            "[\u{a0}-\u{2ff}\u{300}-\u{36f}\u{2000}-\u{206f}\u{3000}\u{9c7}\u{9be}\n\t]",
            any::<char>().prop_map(String::from)
        ];
        prop::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn a_text_is_shown_as_the_plain_way_shows_it(text in text()) {
            prop_assert_eq!(shown(&text), plainly(&text));
        }

        #[test]
        fn marks_in_any_order_are_shown_so_too(text in "[กฺุู่้๊๋์ํำ ]{0,8}") {
            prop_assert_eq!(shown(&text), plainly(&text));
        }
    }

    #[test]
    fn ordinary_thai_is_told_by_a_glance() {
        assert!(is_shown("ให้ผู้บริหาร “น้ำ” – กตัญญู รู้ (2566) ปฺระ"));
        assert!(!is_shown("รู\u{e49}\u{e39}"), "a vowel that comes after its tone mark");
        for other in ["cafe\u{301}", "a  b", " a", "a ", "a\tb", "\u{7f}"] {
            assert!(!is_shown(other), "{other:?}");
        }
    }
}
