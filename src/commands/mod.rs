//! What the program does, each a few lines over the same steps.

mod build;
mod check;
mod external;
mod produce;
mod publishing;
mod report;
mod rules;
mod schema;

pub use build::build;
pub use check::check;
pub use rules::rules;
pub use schema::schema;

use crate::diagnostic::{Diagnostics, Setting, Settled};
use crate::model::Portal;
use crate::personal;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use std::collections::BTreeSet;

/// What is told, when sites have had their say about rules. A line that is shown for one rule may hold what another
/// forbids to publish: nothing of that is repeated, whoever reads the log.
fn settle(mut problems: Diagnostics, portal: &Portal, unread: &BTreeSet<String>, strict: bool) -> Settled {
    problems.hide(|text| personal::mask(text, &personal::find(text)).text);
    let settings: Vec<Setting> = portal.sites.iter().flat_map(|site| &site.settings.rules).cloned().collect();
    problems.settle(&settings, unread, strict)
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
