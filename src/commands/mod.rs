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
use crate::diagnostic::Diagnostics;
use crate::framework::Framework;
use crate::model::Portal;
use crate::outputs::Themes;
use crate::theme::Choice;
use crate::{checks, lasting};
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use std::num::NonZero;
use std::path::Path;

/// The time in Thailand to the second, wherever the program runs: progress is judged by the officer's calendar.
fn now() -> DateTime {
    let thailand = TimeZone::fixed(Offset::constant(7));
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_zoned(thailand).datetime()
}

/// Starts the threads that do the work: so many, or as many as there are cores, where nothing is asked for.
fn start_threads(args: &RunArgs) {
    let threads = args.jobs.map_or(0, NonZero::get);
    // Where threads were started already they are those that were asked for: a command asks once.
    let _started = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    // While folders are walked through, they have nothing else to do.
    rayon::spawn(|| _ = Framework::embedded());
}

/// Holds all rules against a portal, while its themes are read; these are `None` where one of them cannot be used.
fn check_and_load(
    portal: &Portal,
    root: &Path,
    theme: Option<&Choice>,
    memory: &checks::Memory,
    problems: &mut Diagnostics,
) -> Option<Themes> {
    let mut of_themes = Diagnostics::default();
    let check = || {
        checks::check_again(portal, memory, problems);
        lasting::check(portal, root, problems);
    };
    let ((), themes) = rayon::join(check, || Themes::load(portal, root, theme, &mut of_themes));
    problems.extend(of_themes);
    themes
}

/// Today in Thailand.
fn today() -> Date {
    now().date()
}
