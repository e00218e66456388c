//! Opens addresses on the web and remembers how each stood.
//!
//! Given addresses, [`refresh`] opens each once, as a person would who follows the links of a page; it does not
//! crawl, so that it asks for no robots.txt. It is a polite guest: a host is asked one thing at a time with a pause
//! after it, the whole web at most eight, and never for more than the first bytes of a file. [`Record`] is the
//! memory: what is known to have worked lately is not [`due`], and a dead address has the day on which it last
//! worked. [`stands`] says what is known of an address, and [`finding`] says it to the person.
//!
//! It knows nothing of what addresses are for, nor of the pages that name them.

mod address;
mod answer;
mod client;
mod finding;
mod inside;
mod manners;
mod open;
mod record;
mod refresh;
mod resolver;
mod visit;

pub use address::address;
pub use answer::{Outcome, Standing};
pub use finding::{finding, no_net, record_problem};
pub use record::{Entry, Freshness, Record, RecordError};
pub use refresh::{Reached, refresh};
pub use visit::Limits;

use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// What is known of an address: its entry in the record, or why it has none.
#[derive(Debug, Clone, Copy)]
pub enum Known<'a> {
    /// It was opened, now or before.
    Entry(&'a Entry),
    /// It cannot be opened: no browser takes it for an address.
    NoAddress,
    /// It was never opened.
    Unopened,
}

/// What `record` knows of an address as it was written.
#[must_use]
pub fn stands<'a>(record: &'a Record, written: &str) -> Known<'a> {
    match address(written) {
        None => Known::NoAddress,
        Some(url) => record.get(&url).map_or(Known::Unopened, Known::Entry),
    }
}

impl Known<'_> {
    /// How the address stands, if that is known.
    #[must_use]
    pub fn standing(self) -> Option<Standing> {
        match self {
            Self::Entry(entry) => Some(entry.outcome.standing()),
            Self::NoAddress => Some(Standing::Dead),
            Self::Unopened => None,
        }
    }
}

/// What two spellings of one address have in common.
#[must_use]
pub fn key(written: &str) -> String {
    address(written).map_or_else(|| written.to_owned(), String::from)
}

/// How many different addresses there are among those written, and how many stand how, in the order of
/// [`Standing::ALL`].
#[must_use]
pub fn tally<'w>(record: &Record, written: impl Iterator<Item = &'w str>) -> (usize, [usize; 4]) {
    let all: BTreeMap<String, Option<Standing>> =
        written.map(|written| (key(written), stands(record, written).standing())).collect();
    let count = |standing| all.values().filter(|one| **one == Some(standing)).count();
    (all.len(), Standing::ALL.map(count))
}

/// The addresses among those written that are to be opened, each once, in their order as text.
#[must_use]
pub fn due<'w>(record: &Record, written: impl Iterator<Item = &'w str>, fresh: Freshness) -> Vec<Url> {
    let all: BTreeSet<Url> = written.filter_map(address).collect();
    all.into_iter().filter(|url| record.get(url).is_none_or(|entry| !fresh.covers(entry))).collect()
}
