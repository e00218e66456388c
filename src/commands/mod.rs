//! What the program does, each a few lines over the same steps.

mod build;
mod check;
mod report;
mod schema;

pub use build::build;
pub use check::check;
pub use schema::schema;

use crate::diagnostic::Diagnostics;
use crate::model::Portal;
use crate::theme::Theme;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use std::path::Path;

/// The theme of each site, in their order.
fn themes(portal: &Portal, root: &Path, problems: &mut Diagnostics) -> Vec<Theme> {
    let sites = portal.sites.iter();
    sites.filter_map(|site| Theme::load(root, &site.settings.theme, site.settings.language, problems)).collect()
}

/// Today in Thailand, wherever the program runs: progress is judged by the officer's calendar.
fn today() -> Date {
    let thailand = TimeZone::fixed(Offset::constant(7));
    jiff::Timestamp::now().to_zoned(thailand).date()
}
