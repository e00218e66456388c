//! Codes of questions and items where they are named in a text: `o31`, `OIT 31`, `โอ31`.
//!
//! Stricter than [`crate::framework::Code::parse`], which reads a field in which nothing else stands: a number alone
//! is no code here. `search-text.js` finds the same, by the same examples.

use crate::framework::{Code, Instrument};
use std::ops::Range;

/// The words after which โอ stands for the letter, and is not the end of another word.
const LEADS: [&str; 4] = ["ข้อ", "ข้อที่", "ข้อคำถาม", "ข้อคำถามที่"];
/// Most characters between the letter and its number.
const JOINTS: usize = 2;

/// The codes that a [normal](super::normal()) text names, with the bytes at which each stands, in order.
#[must_use]
pub fn codes(normal: &str) -> Vec<(Code, Range<usize>)> {
    let bytes = normal.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(before) = bytes[at..].iter().position(u8::is_ascii_digit) {
        at += before;
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let ends = !bytes.get(end).is_some_and(u8::is_ascii_lowercase);
        let number = Some(&normal[at..end]).filter(|digits| ends && digits.trim_start_matches('0').len() <= 3);
        let code = number.and_then(|digits| digits.parse().ok()).zip(letter(&normal[..at]));
        if let Some((code, from)) = code.and_then(|(number, (of, from))| Some((Code::new(of, number)?, from))) {
            found.push((code, from..end));
        }
        at = end;
    }
    found
}

/// The instrument whose letter or name the text before a number ends with, and where that begins.
fn letter(before: &str) -> Option<(Instrument, usize)> {
    let joint = |char: char| matches!(char, ' ' | '.' | ':' | '-');
    let bare = before.trim_end_matches(joint);
    if before.len() - bare.len() > JOINTS {
        return None;
    }
    if let Some(rest) = bare.strip_suffix("โอ") {
        let thai = rest.ends_with(|char| ('ก'..='๎').contains(&char));
        let led = LEADS.iter().any(|lead| rest.ends_with(&super::normal(lead)));
        return (!thai || led).then_some((Instrument::Oit, rest.len()));
    }
    let rest = bare.trim_end_matches(|char: char| char.is_ascii_lowercase());
    let apart = !rest.ends_with(|char: char| char.is_ascii_digit());
    Instrument::parse(&bare[rest.len()..]).filter(|_| apart).map(|instrument| (instrument, rest.len()))
}

/// How a code is written among the pieces of a text: with a capital letter, which no normal text has.
pub(super) fn as_gram(code: Code) -> String {
    code.to_string().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::codes;
    use crate::search::normal;
    use proptest::prelude::*;
    use serde_json::Value;

    #[test]
    fn codes_are_found_by_the_table_that_the_script_is_held_to_as_well() {
        let table: Value = serde_json::from_str(include_str!("../../tests/search-text.json")).expect("JSON");
        for row in table["codes"].as_array().expect("rows") {
            let text = row[0].as_str().expect("a text");
            let found: Vec<String> = codes(&normal(text)).iter().map(|(code, _)| code.to_string()).collect();
            assert_eq!(serde_json::json!(found), row[1], "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[oiteโอข้ 0-9.:-]{0,30}|.{0,40}") {
            let text = normal(&text);
            for (_, range) in codes(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
