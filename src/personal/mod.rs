//! Personal data in text: ID numbers, bank accounts, private phone numbers, home addresses.
//!
//! It knows how such things are written in Thailand, in any digits and with any signs between them, and nothing of
//! files or sites. It is careful: a false alarm costs the trust that a true one needs.

mod account;
mod address;
mod folded;
mod glance;
mod id;
mod mask;
mod numbers;
mod phone;
#[cfg(test)]
mod tests;

pub use folded::is_digit;
pub use glance::{Digits, Glance};
pub use mask::{Masked, mask};

use folded::Folded;
use numbers::Numbers;
use std::ops::Range;

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// เลขประจำตัวประชาชน: 13 digits, the last of which checks the others. Those that begin with 0 belong to
    /// companies and authorities, which are public.
    IdNumber,
    /// เลขที่บัญชีธนาคาร
    BankAccount,
    /// A mobile number. Landlines and hotlines are an office's.
    PrivatePhone,
    /// ที่อยู่ of a person.
    HomeAddress,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub kind: Kind,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
}

/// Bytes of a text that are looked through at a time, so that a long one takes no more room than a short one.
const WINDOW: usize = 1 << 18;
/// Bytes that are read before and after them: more than any number or address takes with the words that speak of it.
const AROUND: usize = 1 << 12;

/// Everything personal in `text`, in its order, no two of which overlap.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text.ceil_char_boundary(start + WINDOW);
        let from = text.floor_char_boundary(start.saturating_sub(AROUND));
        let to = text.ceil_char_boundary(end + AROUND);
        let taken = all.last().map_or(start, |last| start.max(last.range.end));
        let own = in_window(&text[from..to]).into_iter().filter_map(|found| {
            let range = found.range.start + from..found.range.end + from;
            (taken..end).contains(&range.start).then_some(Found { range, ..found })
        });
        all.extend(own);
        start = end;
    }
    all
}

/// The same for a text that is short.
fn in_window(text: &str) -> Vec<Found> {
    let glance = Glance::of(text);
    if glance.may_have_any() { look(text, glance) } else { Vec::new() }
}

/// Looks closely, for what there may be.
fn look(text: &str, glance: Glance) -> Vec<Found> {
    let folded = Folded::new(text);
    let mut all: Vec<Found> = Vec::new();
    if glance.may_have_numbers() {
        let numbers = Numbers::of(&folded.text);
        let kinds = [
            (Kind::IdNumber, id::find(&folded.text, &numbers)),
            (Kind::BankAccount, account::find(&folded.text, &numbers)),
            (Kind::PrivatePhone, phone::find(&folded.text, &numbers)),
        ];
        for (kind, ranges) in kinds {
            add(&mut all, kind, ranges.iter().map(|range| folded.original(range)));
        }
    }
    if glance.may_have_homes() {
        let plain = folded.without_tones();
        let homes = address::find(&plain.text);
        add(&mut all, Kind::HomeAddress, homes.iter().map(|range| folded.original(&plain.original(range))));
    }
    all
}

/// The digits of a text, of whatever kind, as Arabic ones.
#[must_use]
pub fn digits(text: &str) -> String {
    text.chars().filter_map(folded::digit).collect()
}

/// Puts finds of a kind, no two of which overlap, among those that there are, unless one is there already.
fn add(all: &mut Vec<Found>, kind: Kind, ranges: impl Iterator<Item = Range<usize>>) {
    let is_free = |range: &Range<usize>| {
        let after = all.partition_point(|other| other.range.end <= range.start);
        all.get(after).is_none_or(|next| range.end <= next.range.start)
    };
    let own: Vec<Found> = ranges.filter(is_free).map(|range| Found { kind, range }).collect();
    all.extend(own);
    all.sort_by_key(|found| found.range.start);
}
