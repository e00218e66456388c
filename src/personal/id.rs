//! ID numbers.

use super::numbers::{Joint, Number, Numbers, before, digits_of, last_of};
use std::ops::Range;

/// How many digits there are.
const LENGTH: usize = 13;
/// The groups in which a card shows them.
const USUAL: [usize; 5] = [1, 4, 5, 2, 1];
/// Words after which a number parted by spaces in any way is one.
const LABELS: [&str; 6] = ["ประจำตัว", "บัตรประชาชน", "เลขบัตร", "เลขประชาชน", "citizen", "id"];
/// Milliseconds since 1970 that fall into the years 2014 to 2033: a number in an address that a server made.
const MILLISECONDS: Range<u64> = 1_400_000_000_000..2_000_000_000_000;

pub fn find(text: &str, numbers: &Numbers) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        match at_group(text, numbers, at) {
            Some(number) => {
                found.push(numbers.range(number));
                at = number.first + number.count;
            }
            None => at += 1,
        }
    }
    found
}

fn at_group(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    let candidates = [
        numbers.shaped(first, &[LENGTH], |_| true),
        numbers.shaped(first, &USUAL, |_| true),
        numbers.chain(first, |_, _, joint| joint.sign == Some('-') && !joint.line),
        numbers.chain(first, |_, _, joint| joint.sign == Some('.') && joint.is_tight()),
        numbers.chain(first, one_by_one),
        numbers
            .chain(first, |_, _, joint| joint.sign.is_none() && !joint.line)
            .filter(|number| last_of(&before(text, numbers.range(*number).start, 40), &LABELS).is_some()),
    ];
    candidates.into_iter().flatten().find(|number| {
        numbers.digits(*number) == LENGTH && numbers.stands_alone(*number) && is_id(text, &numbers.range(*number))
    })
}

/// Whether the joint stands between two digits that are each alone, as in forms with a box for each.
pub fn one_by_one(numbers: &Numbers, at: usize, joint: Joint) -> bool {
    !joint.line && joint.spaced && numbers.length(at) == 1 && numbers.length(at + 1) == 1
}

fn is_id(text: &str, range: &Range<usize>) -> bool {
    let digits = digits_of(&text[range.clone()]);
    is_person(&digits) && !is_part_of_word(text, range) && !is_made_by_server(text, range, &digits)
}

/// Whether 13 Arabic digits are the number of a person: the last is right, and the first is not that of a company.
pub fn is_person(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|char| char.to_digit(10)).collect();
    let [first, .., check] = values.as_slice() else { return false };
    let sum: u32 = (2..=13).rev().zip(&values).map(|(weight, value)| weight * value).sum();
    values.len() == LENGTH && (1..=8).contains(first) && (11 - sum % 11) % 10 == *check
}

/// Whether Latin letters touch the number, so that it is a piece of some code. The letters of “ID” may.
fn is_part_of_word(text: &str, range: &Range<usize>) -> bool {
    let word = before(text, range.start, 12);
    let letters = word.rsplit(|char: char| !char.is_ascii_alphabetic()).next().unwrap_or_default();
    let label = letters.is_empty() || letters.ends_with("id") || letters.ends_with("no");
    !label || text[range.end..].starts_with(|char: char| char.is_ascii_alphabetic())
}

/// Whether the number is a moment that a server put into the address of what it stores. A file of the office's own
/// that has such a name is told all the same: many are named after the person they are about.
fn is_made_by_server(text: &str, range: &Range<usize>, digits: &str) -> bool {
    let address = text[..range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    let in_address = address.contains("://")
        && (address.ends_with(['/', '_', '=', '-'])
            || text[range.end..].starts_with(['/', '_', '&', '-'])
            || text[range.end..]
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|char: char| char.is_alphabetic())));
    in_address && range.len() == LENGTH && digits.parse().is_ok_and(|number| MILLISECONDS.contains(&number))
}
