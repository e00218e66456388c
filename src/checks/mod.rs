//! Rules over the finished site: what is said, held against itself. One file a subject; they only report.

mod actions;
mod active_file;
mod analysed_year;
mod anchors;
mod completeness;
mod evidence;
mod hidden_results;
mod hosts;
mod instruments;
mod language;
mod large_file;
mod other_list;
mod other_year;
mod personal;
mod result_dates;
mod same_number;
mod same_result;
mod scores;
mod status;
mod undated_result;

pub use anchors::missing_headings;
pub use personal::without_personal;

use crate::diagnostic::Diagnostics;
use crate::model::{Portal, Site, Year};

/// Checks every year of every site.
pub fn check(portal: &Portal, problems: &mut Diagnostics) {
    let rules: [fn(&Site, &Year, &mut Diagnostics); 11] = [
        scores::check,
        analysed_year::check,
        result_dates::check,
        same_number::check,
        undated_result::check,
        hidden_results::check,
        status::check,
        completeness::check,
        instruments::check,
        other_year::check,
        other_list::check,
    ];
    for site in &portal.sites {
        anchors::check(site, problems);
        same_result::check(site, problems);
        large_file::check(site, problems);
        active_file::check(site, problems);
        hosts::check(site, problems);
        personal::check(site, problems);
        evidence::check(site, problems);
        language::check(site, problems);
        for year in &site.years {
            for rule in rules {
                rule(site, year, problems);
            }
        }
    }
}
