//! Private phone numbers: those of mobile phones.

use super::id::one_by_one;
use super::numbers::{Joint, Number, Numbers, before, different, digits_of, last_of};
use std::ops::Range;

/// Words after which a number is one to call.
pub const LABELS: [&str; 9] = ["โทร", "มือถือ", "เบอร์", "แฟกซ์", "fax", "tel", "phone", "mobile", "ติดต่อ"];
/// How many digits there are.
const LENGTH: usize = 10;
/// Fewest different digits of a number in boxes: fewer may be a row of counts.
const FEWEST_DIFFERENT: usize = 7;
/// Words after which ten digits are the number of a document.
const DOCUMENTS: [&str; 9] = ["เลขที่", "สัญญา", "รหัส", "ใบเสร็จ", "โครงการ", "เลขคุม", "ฎีกา", "เลขทะเบียน", "ครุภัณฑ์"];

pub fn find(text: &str, numbers: &Numbers) -> Vec<Range<usize>> {
    numbers.find(|at| local(text, numbers, at).or_else(|| abroad(text, numbers, at)).or_else(|| cut(text, numbers, at)))
}

fn local(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    if !numbers.begins(text, first, "0") {
        return None;
    }
    let whole = numbers.shaped(first, &[10], |_| true);
    let parted = [&[3, 3, 4][..], &[3, 7], &[3, 4, 3], &[6, 4]]
        .into_iter()
        .find_map(|shape| numbers.shaped(first, shape, |joint| !joint.line));
    let dashed = [&[2, 4, 4][..], &[2, 8], &[2, 3, 5], &[1, 4, 5], &[3, 2, 5], &[1, 2, 7]]
        .into_iter()
        .find_map(|shape| numbers.shaped(first, shape, |joint| joint.sign == Some('-') && !joint.line));
    // `(081) 234-5678`
    let bracket = |joint: Joint| !joint.line && (joint.is_usual() || joint.sign == Some(')'));
    let bracketed = || {
        let number = [&[3, 3, 4][..], &[3, 7]].into_iter().find_map(|shape| numbers.grouped(first, shape, bracket))?;
        text[..numbers.range(number).start].ends_with('(').then_some(number)
    };
    let spaced = || {
        let number = numbers.shaped(first, &[2, 4, 4], |joint| !joint.line)?;
        last_of(&before(text, numbers.range(number).start, 20), &LABELS).map(|_| number)
    };
    let in_boxes = || {
        let number = numbers.chain(first, one_by_one).filter(|number| number.count == LENGTH)?;
        let range = numbers.range(number);
        let called = || last_of(&before(text, range.start, 40), &LABELS).is_some();
        (different(&text[range.clone()]) >= FEWEST_DIFFERENT || called()).then_some(number)
    };
    let number = whole.or(parted).or(dashed).or_else(bracketed).or_else(spaced).or_else(in_boxes)?;
    let range = numbers.range(number);
    let digits = digits_of(&text[range.clone()]);
    let mobile = digits.len() == LENGTH && ["06", "08", "09"].iter().any(|start| digits.starts_with(start));
    (mobile && numbers.stands_alone(number) && !is_document(text, &range)).then_some(number)
}

/// `+66 81 234 5678`
fn abroad(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    if !numbers.begins(text, first, "66") {
        return None;
    }
    let shapes = [&[11][..], &[2, 9], &[2, 2, 3, 4], &[2, 2, 7], &[2, 1, 4, 4], &[2, 1, 8], &[2, 5, 4], &[4, 3, 4]];
    let number = shapes.into_iter().find_map(|shape| numbers.shaped(first, shape, |joint| !joint.line))?;
    let range = numbers.range(number);
    let digits = digits_of(&text[range.clone()]);
    let mobile = ["666", "668", "669"].iter().any(|start| digits.starts_with(start));
    (mobile && text[..range.start].ends_with('+') && numbers.stands_alone(number)).then_some(number)
}

/// `812345678` under `โทรศัพท์`: sheets take the number for an amount and drop its zero.
fn cut(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    let number = numbers.shaped(first, &[9], |_| true)?;
    let range = numbers.range(number);
    let head = text[..range.start].strip_suffix("\n\n")?.lines().next_back()?.to_lowercase();
    let mobile = text[range].starts_with(['6', '8', '9']);
    let called = last_of(&head, &LABELS);
    (mobile && called.is_some() && last_of(&head, &DOCUMENTS) <= called && numbers.stands_alone(number))
        .then_some(number)
}

/// Whether the number is that of a document: said so before, or followed by a year.
fn is_document(text: &str, range: &Range<usize>) -> bool {
    let words = before(text, range.start, 25);
    text[range.end..].starts_with("/25")
        || last_of(&words, &DOCUMENTS) > last_of(&words, &LABELS)
        || text[..range.start].ends_with(|char: char| char.is_ascii_alphanumeric())
        || text[range.end..].starts_with(|char: char| char.is_ascii_alphabetic())
}
