//! ID numbers.

use super::numbers::{Joint, Number, Numbers, before, different, digits_of, last_of};
use std::ops::Range;

/// How many digits there are.
const LENGTH: usize = 13;
/// The groups in which a card shows them.
const USUAL: [usize; 5] = [1, 4, 5, 2, 1];
/// Words after which a number parted by spaces in any way is one.
const LABELS: [&str; 6] = ["ประจำตัว", "บัตรประชาชน", "เลขบัตร", "เลขประชาชน", "citizen", "id"];
/// Words right before the number of something else. One in eleven of those has the right check digit.
const CODES: [&str; 23] = [
    "งบประมาณ",
    "โครงการ",
    "แผนงาน",
    "กิจกรรม",
    "ครุภัณฑ์",
    "พัสดุ",
    "สินทรัพย์",
    "สินค้า",
    "บาร์โค้ด",
    "สัญญา",
    "คุม",
    "หนังสือ",
    "ใบเสร็จ",
    "ใบเสร็จรับเงิน",
    "ฎีกา",
    "อ้างอิง",
    "เอกสาร",
    "ธุรกรรม",
    "barcode",
    "isbn",
    "ean",
    "gtin",
    "gfmis",
];
/// What may stand between such a word and the number.
const BETWEEN: [&str; 7] = ["เลขที่", "ที่", "เลข", "หมายเลข", "number", "code", "no"];
/// Words before a moment that a program noted.
const MOMENTS: [&str; 6] = ["time", "stamp", "date", "created", "modified", "epoch"];
/// Milliseconds since 1970 that fall into the years 2014 to 2033: a number that a program made.
const MILLISECONDS: Range<u64> = 1_400_000_000_000..2_000_000_000_000;
/// Furthest that an address is read back from a number in it, in bytes.
const LONGEST_ADDRESS: usize = 2000;
/// Fewest different digits of a number in boxes that nothing calls one: with fewer, it may as well be a row of counts,
/// as of twelve months and their sum.
const FEWEST_DIFFERENT: usize = 6;

pub fn find(text: &str, numbers: &Numbers) -> Vec<Range<usize>> {
    numbers.find(|at| at_group(text, numbers, at))
}

fn at_group(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    // Most numbers are short and stand alone: they are passed by at once.
    if numbers.length(first) != LENGTH && !numbers.goes_on(first) {
        return None;
    }
    let is_one = |number: &Number| {
        numbers.digits(*number) == LENGTH && numbers.stands_alone(*number) && is_id(text, &numbers.range(*number))
    };
    let start = |number: &Number| numbers.range(*number).start;
    let in_groups = || numbers.grouped(first, &USUAL, |_| true).filter(is_one);
    let others = || {
        let others = [
            numbers.shaped(first, &[LENGTH], |_| true),
            numbers.chain(first, |_, _, joint| joint.sign == Some('-') && !joint.line),
            numbers.chain(first, |_, _, joint| joint.sign == Some('.') && joint.is_tight()),
        ];
        others.into_iter().flatten().find(|number| is_one(number) && !is_code(text, numbers.range(*number)))
    };
    let in_boxes = || {
        let number = numbers.chain(first, |numbers, at, joint| {
            one_by_one(numbers, at, joint) || joint.is_border() && is_alone(numbers, at)
        })?;
        let is_one = number.count == LENGTH && is_one(&number);
        (is_one && (is_called(text, start(&number), 60) || different(&text[numbers.range(number)]) >= FEWEST_DIFFERENT))
            .then_some(number)
    };
    let in_spaces = || {
        let number = numbers.chain(first, |_, _, joint| joint.sign.is_none() && !joint.line)?;
        (number.count > 1 && is_one(&number) && is_called(text, start(&number), 40)).then_some(number)
    };
    in_groups().or_else(others).or_else(in_boxes).or_else(in_spaces)
}

/// Whether the joint stands between two digits that are each alone, as in forms with a box for each.
pub fn one_by_one(numbers: &Numbers, at: usize, joint: Joint) -> bool {
    !joint.line && joint.spaced && joint.is_usual() && is_alone(numbers, at)
}

fn is_alone(numbers: &Numbers, at: usize) -> bool {
    numbers.length(at) == 1 && numbers.length(at + 1) == 1
}

/// Whether the words before byte `at` say that a number is one.
fn is_called(text: &str, at: usize, distance: usize) -> bool {
    last_of(&before(text, at, distance), &LABELS).is_some()
}

/// Whether the word right before the number says that it is that of a document, a project or a thing.
fn is_code(text: &str, range: Range<usize>) -> bool {
    let words = before(text, range.start, 30);
    let trim = |words: &'_ str| words.trim_end_matches(|char: char| !char.is_alphanumeric() && !is_thai(char)).len();
    let mut words = &words[..trim(&words)];
    while let Some(rest) = BETWEEN.iter().find_map(|word| words.strip_suffix(word)) {
        words = &rest[..trim(rest)];
    }
    CODES.iter().any(|code| words.ends_with(code))
        || MOMENTS.iter().any(|moment| words.ends_with(moment)) && is_moment(&text[range])
}

fn is_thai(char: char) -> bool {
    ('\u{e01}'..='\u{e4e}').contains(&char)
}

fn is_moment(number: &str) -> bool {
    number.len() == LENGTH && number.parse().is_ok_and(|number| MILLISECONDS.contains(&number))
}

fn is_id(text: &str, range: &Range<usize>) -> bool {
    let digits = digits_of(&text[range.clone()]);
    is_person(&digits) && !is_part_of_word(text, range) && !is_made_by_server(text, range)
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
fn is_made_by_server(text: &str, range: &Range<usize>) -> bool {
    if !is_moment(&text[range.clone()]) {
        return false;
    }
    let far = text.floor_char_boundary(range.start.saturating_sub(LONGEST_ADDRESS));
    let address = text[far..range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    address.contains("://")
        && (address.ends_with(['/', '_', '=', '-'])
            || text[range.end..].starts_with(['/', '_', '&', '-'])
            || text[range.end..]
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|char: char| char.is_alphabetic())))
}
