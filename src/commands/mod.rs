//! What the program does, each a few lines over the same steps.

mod build;
mod check;
mod report;

pub use build::build;
pub use check::check;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// Today in Thailand, wherever the program runs: progress is judged by the officer's calendar.
fn today() -> Date {
    let thailand = TimeZone::fixed(Offset::constant(7));
    jiff::Timestamp::now().to_zoned(thailand).date()
}
