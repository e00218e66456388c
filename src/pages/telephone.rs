//! Telephone numbers as offices write them: several in one line, with extensions, in digits of either kind.
//!
//! It knows how numbers of this country are built, and not whose they are.

use crate::thai::digits::to_arabic;
use std::ops::Range;

/// What parts one number from the next.
const BETWEEN: [&str; 6] = [",", ";", "/", "\n", "และ", "หรือ"];
/// What an extension stands behind, and what is pressed once somebody answers.
const EXTENSION: [&str; 3] = ["ต่อ", "ext", "#"];
const PRESSED: [&str; 2] = ["กด", "press"];
/// What is no telephone.
const FAX: [&str; 4] = ["โทรสาร", "แฟกซ์", "แฟ็กซ์", "fax"];
/// Longest and shortest numbers that can be dialled, in digits.
const LONGEST: usize = 15;
const SHORTEST: usize = 3;

/// The numbers in a text, each with the words around it, and the link that dials it. A text without any is given back
/// whole.
pub fn telephones(text: &str) -> Vec<(String, Option<String>)> {
    let mut found: Vec<(Range<usize>, Option<String>)> = Vec::new();
    for piece in pieces(text) {
        let link = link(&text[piece.clone()]);
        match found.last_mut() {
            // Words, or another extension, belong to the number before them; words in front to the first.
            Some((before, linked)) if link.is_none() || linked.is_none() => {
                before.end = piece.end;
                *linked = linked.take().or(link);
            }
            _ => found.push((piece, link)),
        }
    }
    found.into_iter().map(|(piece, link)| (text[piece].trim().to_owned(), link)).collect()
}

/// The bytes of what stands between the signs and words that part numbers.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.char_indices() {
        let parting = BETWEEN.iter().find(|parting| at >= start && text[at..].starts_with(**parting));
        if let Some(parting) = parting {
            pieces.push(start..at);
            start = at + parting.len();
        }
    }
    pieces.push(start..text.len());
    pieces
}

/// The link that dials the number in a text, if there is one.
fn link(piece: &str) -> Option<String> {
    let plain = to_arabic(piece).to_lowercase();
    if FAX.iter().any(|fax| plain.contains(fax)) {
        return None;
    }
    let cut = |text: &str, signs: &[&str]| signs.iter().filter_map(|sign| text.find(sign)).min();
    let plain = &plain[..cut(&plain, &PRESSED).unwrap_or(plain.len())];
    let (number, extension) = plain.split_at(cut(plain, &EXTENSION).unwrap_or(plain.len()));
    let abroad = number.find('+');
    // The zero that is not dialled from abroad.
    let number = abroad.map_or(number.to_owned(), |at| number[at..].replace("(0)", ""));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let length = length(&digits, abroad.is_some());
    let dialled = digits.get(..length).filter(|_| (SHORTEST..=LONGEST).contains(&length))?;
    let first = extension.split(|char: char| !char.is_ascii_digit()).find(|digits| !digits.is_empty());
    let plus = if abroad.is_some() { "+" } else { "" };
    Some(format!("tel:{plus}{dialled}{}", first.map(|digits| format!(";ext={digits}")).unwrap_or_default()))
}

/// How many digits a number has that begins with these: what comes behind is the last digit of other lines, as in
/// `0 2111 2222-5`.
fn length(digits: &str, abroad: bool) -> usize {
    let own = match digits.strip_prefix("66").filter(|_| abroad) {
        Some(rest) => Some(("66".len(), rest)),
        None => digits.strip_prefix('0').filter(|_| !abroad).map(|rest| ("0".len(), rest)),
    };
    let whole = own.map(|(before, rest)| before + if rest.starts_with(['6', '8', '9']) { 9 } else { 8 });
    whole.map_or(digits.len(), |whole| whole.min(digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_number_has_a_link_of_its_own() {
        for (written, links) in [
            ("0 3435 1000", &["0 3435 1000 → tel:034351000"][..]),
            ("0 3435 1000, 0 3435 1001", &["0 3435 1000 → tel:034351000", "0 3435 1001 → tel:034351001"]),
            ("๐ ๓๔๓๕ ๑๐๐๐ และ ๐๘๑-๒๓๔-๕๖๗๘", &["๐ ๓๔๓๕ ๑๐๐๐ → tel:034351000", "๐๘๑-๒๓๔-๕๖๗๘ → tel:0812345678"]),
            ("02-111-2222 ต่อ 12", &["02-111-2222 ต่อ 12 → tel:021112222;ext=12"]),
            ("02-111-2222 ต่อ 12, 13", &["02-111-2222 ต่อ 12, 13 → tel:021112222;ext=12"]),
            ("0 2111 2222-5", &["0 2111 2222-5 → tel:021112222"]),
            ("โทร. 034-351000 / โทรสาร 034-351002", &["โทร. 034-351000 / โทรสาร 034-351002 → tel:034351000"]),
            ("+66 (0) 2 111 2222 Ext. 7", &["+66 (0) 2 111 2222 Ext. 7 → tel:+6621112222;ext=7"]),
            ("1567 กด 5", &["1567 กด 5 → tel:1567"]),
            ("สายด่วน, 191", &["สายด่วน, 191 → tel:191"]),
            ("ไม่มี", &["ไม่มี"]),
            ("12", &["12"]),
        ] {
            let found = telephones(written).into_iter();
            let found: Vec<String> =
                found.map(|(text, link)| link.map_or(text.clone(), |link| format!("{text} → {link}"))).collect();
            assert_eq!(found, links, "{written}");
        }
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost_and_links_hold_digits_alone(text in "([0-9๐-๙+() ,;/#-]|ต่อ|และ|ก|ext){0,24}") {
            let found = telephones(&text);
            let shown: String = found.iter().map(|(text, _)| text.as_str()).collect();
            let digits = |text: &str| text.chars().filter(|char| char.is_numeric() || *char == 'ก').collect::<String>();
            prop_assert_eq!(digits(&shown), digits(&text));
            for link in found.into_iter().filter_map(|(_, link)| link) {
                let number = link.trim_start_matches("tel:").replace(";ext=", "");
                prop_assert!(number.trim_start_matches('+').chars().all(|char| char.is_ascii_digit()), "{}", link);
            }
        }
    }
}
