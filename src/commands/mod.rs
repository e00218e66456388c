//! What the program does, each a few lines over the same steps.

mod archiving;
mod build;
mod check;
mod command_line;
mod external;
mod hidden;
mod init;
mod last_search;
mod made;
mod new;
mod produce;
mod publishing;
mod report;
mod rules;
mod schema;
mod serve;
mod settle;
mod steps;
mod theme;

pub use build::build;
pub use check::check;
pub use command_line::{completions, man};
pub use init::init;
pub use new::new;
pub use rules::rules;
pub use schema::schema;
pub use serve::serve;
pub use theme::theme;

use crate::cli::RunArgs;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use std::num::NonZero;

/// The time in Thailand to the second, wherever the program runs: progress is judged by the officer's calendar.
fn now() -> DateTime {
    let thailand = TimeZone::fixed(Offset::constant(7));
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_zoned(thailand).datetime()
}

/// Lets no more than so many cores work, from now on; as many as there are, where nothing is asked for.
fn limit(args: &RunArgs) {
    let threads = args.jobs.map_or(0, NonZero::get);
    // Where threads were started already they are those that were asked for: a command asks once.
    let _started = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
}

/// Today in Thailand.
fn today() -> Date {
    now().date()
}
