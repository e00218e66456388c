//! What this program knows of the Thai language and calendar: digits, the Buddhist Era, months, dates, the
//! notations in which officers write periods and recurrences, and the words to write them back.
//!
//! It knows nothing of sites, files, YAML or ITA: text goes in, values or a [`NotationError`] come out.
//!
//! Nothing here normalises text with NFKC: that would split ำ in two and so change what the officer wrote.

pub mod calendar;
pub mod digits;
mod notation;
pub mod period;
pub mod recurrence;

pub use notation::{Fault, NotationError};
