//! What this program knows of the Thai language and calendar: digits, the Buddhist Era, months, dates, the
//! notations in which officers write periods and recurrences, the words to write them back, and faults of writing.
//!
//! It knows nothing of sites, files, YAML or ITA: text goes in, values, a [`NotationError`] or [`writing`] faults come out.
//!
//! Nothing here normalises text with NFKC: that would split ำ in two and so change what the officer wrote.

pub mod block;
pub mod calendar;
pub mod digits;
mod notation;
pub mod period;
pub mod recurrence;
pub mod writing;

pub use notation::{Fault, NotationError};
