//! Bank accounts: numbers that could be one, near words that say so.

use super::numbers::{Number, Numbers, after, before, digits_of, last_of};
use super::phone;
use std::ops::Range;

/// The groups of most banks' accounts.
const USUAL: [usize; 4] = [3, 1, 5, 1];
/// Words after which any number of the right length is an account.
const LABELS: [&str; 9] =
    ["เลขที่บัญชี", "เลขบัญชี", "บัญชีเลขที่", "บัญชีธนาคาร", "บัญชีออมทรัพย์", "เลข บช", "account no", "account number", "a/c"];
/// Names of banks and the like.
const BANKS: [&str; 13] = [
    "ธนาคาร",
    "ธ.",
    "พร้อมเพย์",
    "promptpay",
    "account",
    "กรุงไทย",
    "ออมสิน",
    "ธกส",
    "กสิกร",
    "ไทยพาณิชย์",
    "กรุงศรี",
    "ทหารไทย",
    "บัญชีเงินฝาก",
];
/// The shortest word: enough beside a number in the usual groups.
const BOOK: [&str; 3] = ["บัญชี", "บช.", "bank"];

/// Words before the name of whose account it is.
const HOLDERS: [&str; 5] = ["ชื่อบัญชี", "เข้าบัญชี", "บัญชีของ", "บัญชีธนาคารของ", "account name"];
/// How the names of authorities begin.
const OFFICES: [&str; 8] = ["เทศบาล", "องค์การบริหารส่วน", "อบต", "อบจ", "ทต.", "ทม.", "ทน.", "เมืองพัทยา"];

pub fn find(text: &str, numbers: &Numbers) -> Vec<Range<usize>> {
    numbers.find(|at| at_group(text, numbers, at))
}

fn at_group(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    if numbers.length(first) < 10 && !numbers.goes_on(first) {
        return None;
    }
    let is_one = |number: &Number| (10..=12).contains(&numbers.digits(*number)) && numbers.stands_alone(*number);
    let near = |number: Number, words: &[&[&str]], distance| {
        let range = numbers.range(number);
        is_near(text, &range, words, distance) && !is_of_office(text, &range)
    };
    let usual = || {
        let number = numbers.shaped(first, &USUAL, |joint| joint.sign == Some('-') && !joint.line).filter(is_one)?;
        near(number, &[&LABELS, &BANKS, &BOOK], 80).then_some(number)
    };
    let dashed = || {
        let number = numbers.chain(first, |_, _, joint| joint.sign == Some('-') && !joint.line).filter(is_one)?;
        let is_account = number.count > 1 && !is_phone(text, &numbers.range(number));
        (is_account && near(number, &[&LABELS, &BANKS], 60)).then_some(number)
    };
    let plain = || {
        let spaced = numbers.shaped(first, &USUAL, |joint| joint.sign.is_none() && !joint.line);
        let whole = || numbers.chain(first, |_, _, joint| joint.is_tight()).filter(|one| one.count == 1);
        let number = spaced.or_else(whole).filter(is_one)?;
        near(number, &[&LABELS], 40).then_some(number)
    };
    usual().or_else(dashed).or_else(plain)
}

/// Whether the words around a number say that the account is an authority's own, which it gives out to be paid.
fn is_of_office(text: &str, range: &Range<usize>) -> bool {
    let (front, back) = (before(text, range.start, 100), after(text, range.end, 80));
    let front = front.rsplit("\n\n").next().unwrap_or_default();
    let back = back.split("\n\n").next().unwrap_or_default();
    [front, back].into_iter().any(|words| {
        let named = HOLDERS.iter().filter_map(|holder| words.rfind(holder).map(|at| &words[at + holder.len()..]));
        named.into_iter().any(|name| {
            let name = name.trim_start_matches(|char: char| !char.is_alphanumeric());
            OFFICES.iter().any(|office| name.starts_with(office))
        })
    })
}

/// Whether one of the words stands before the number and none of those that make it a phone number comes between,
/// or one stands close after it.
fn is_near(text: &str, range: &Range<usize>, words: &[&[&str]], distance: usize) -> bool {
    let front = before(text, range.start, distance);
    let said = words.iter().filter_map(|words| last_of(&front, words)).max();
    let called = last_of(&front, &phone::LABELS);
    if said.is_some() || called.is_some() {
        return said > called;
    }
    // A line below is another matter.
    let back = after(text, range.end, distance / 2);
    let line = back.lines().next().unwrap_or_default();
    words.iter().any(|words| last_of(line, words).is_some())
}

/// Whether a number with dashes is grouped as phone numbers are: `0-4212-3456-7`, `081-234-5678`.
fn is_phone(text: &str, range: &Range<usize>) -> bool {
    let groups: Vec<usize> = text[range.clone()].split('-').map(|group| digits_of(group).len()).collect();
    text[range.clone()].starts_with('0')
        && matches!(
            groups.as_slice(),
            [1, 4, 4, ..] | [2, 3, 4, ..] | [2, 4, 4] | [3, 3, 4] | [3, 7] | [3, 6, ..] | [2, 7, ..]
        )
}
