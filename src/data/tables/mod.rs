//! The tables themselves: which fields each has, and which of the model's records are its rows.

mod actions;
mod common;
mod findings;
mod lines;
mod measures;
mod official;
mod oit;
mod organisations;
mod remarks;
mod scores;
mod units;
mod years;

use super::{Table, TableId};
use crate::model::{Plan, Portal, Site, Year};

/// A table of a year of a site.
#[must_use]
pub fn of_year<'a>(site: &'a Site, year: &'a Year, table: TableId) -> Table<'a> {
    let about = table.about();
    match table {
        TableId::Measures => measures::measures(about, site, year),
        TableId::OitMeasures => measures::items(about, year),
        TableId::Actions => actions::actions(about, site, year),
        TableId::Steps => actions::steps(about, year),
        TableId::Results => actions::results(about, year),
        TableId::Evidence => actions::evidence(about, year),
        TableId::Parts => lines::lines(about, year, |plan: &Plan| &plan.parts),
        TableId::FollowUp => lines::lines(about, year, |plan: &Plan| &plan.follow_up),
        TableId::Suggestions => lines::lines(about, year, |plan: &Plan| &plan.suggestions),
        TableId::Remarks => remarks::remarks(about, year),
        TableId::Units => units::units(about, site, year),
        TableId::Scores => scores::scores(about, year),
        TableId::PointsToImprove => scores::points(about, year),
        TableId::Constraints => scores::constraints(about, year),
        TableId::Issues => findings::issues(about, site, year),
        TableId::Findings => findings::findings(about, year),
        TableId::Oit => oit::items(about, site, year),
        TableId::OitLinks => oit::links(about, year),
        TableId::Plan => official::plan(about, site, year),
        TableId::Progress => official::progress(about, site, year),
    }
}

/// A site's years side by side.
#[must_use]
pub fn of_years(site: &Site) -> Table<'_> {
    years::years(site)
}

/// The rows of a table of all years of a site, oldest year first; `None` where it has no year.
#[must_use]
pub fn of_all_years(site: &Site, table: TableId) -> Option<Table<'_>> {
    Table::joined(site.years.iter().map(|year| of_year(site, year, table)).collect())
}

/// The table of a portal's organisations.
#[must_use]
pub fn of_portal(portal: &Portal) -> Table<'_> {
    organisations::organisations(portal)
}
