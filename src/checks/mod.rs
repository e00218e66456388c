//! Rules over the finished site: what is said, held against itself. One file a rule; they only report.

mod analysed_year;
mod anchors;
mod hidden_results;
mod result_dates;
mod same_number;
mod scores;
mod undated_result;

use crate::diagnostic::Diagnostics;
use crate::model::{Portal, Site, Year};

/// Checks every year of every site.
pub fn check(portal: &Portal, problems: &mut Diagnostics) {
    let rules: [fn(&Site, &Year, &mut Diagnostics); 6] = [
        scores::check,
        analysed_year::check,
        result_dates::check,
        same_number::check,
        undated_result::check,
        hidden_results::check,
    ];
    for site in &portal.sites {
        anchors::check(site, problems);
        for year in &site.years {
            for rule in rules {
                rule(site, year, problems);
            }
        }
    }
}
