//! Rules over the finished site: what is said, held against itself. One file a rule; they only report.

mod analysed_year;
mod result_dates;
mod same_number;
mod scores;

use crate::diagnostic::Diagnostics;
use crate::model::{Portal, Site, Year};

/// Checks every year of every site.
pub fn check(portal: &Portal, problems: &mut Diagnostics) {
    let rules: [fn(&Site, &Year, &mut Diagnostics); 4] =
        [scores::check, analysed_year::check, result_dates::check, same_number::check];
    for site in &portal.sites {
        for year in &site.years {
            for rule in rules {
                rule(site, year, problems);
            }
        }
    }
}
