//! What the program does, each a few lines over the same steps.

mod build;
mod check;
mod external;
mod produce;
mod report;
mod rules;
mod schema;

pub use build::build;
pub use check::check;
pub use rules::rules;
pub use schema::schema;

use crate::diagnostic::Setting;
use crate::model::Portal;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// What all sites say about rules.
fn settings(portal: &Portal) -> Vec<Setting> {
    portal.sites.iter().flat_map(|site| &site.settings.rules).cloned().collect()
}

/// The time in Thailand to the second, wherever the program runs: progress is judged by the officer's calendar.
fn now() -> DateTime {
    let thailand = TimeZone::fixed(Offset::constant(7));
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_zoned(thailand).datetime()
}

/// Today in Thailand.
fn today() -> Date {
    now().date()
}
