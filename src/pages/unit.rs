//! Units: who answers for what, and how it stands.

use super::frame::{Frame, Heading};
use super::measure::{self, MeasureRow, StatusCount};
use super::{Link, Links, Voice};
use crate::model::{PageKey, Site, UnitId, Year};
use serde::Serialize;

#[derive(Debug, Serialize)]
struct UnitRow {
    link: Link,
    measures: String,
    counts: Vec<StatusCount>,
}

/// All units of a year.
#[derive(Debug, Serialize)]
pub struct UnitsPage {
    frame: Frame,
    rows: Vec<UnitRow>,
}

/// All units of a year.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> UnitsPage {
    let heading = Heading { title: voice.word("units").to_owned(), ..Heading::default() };
    let rows = site
        .unit_ids()
        .map(|id| {
            let unit = site.unit(id);
            let measures: Vec<_> = year.measures_of(id).collect();
            UnitRow {
                link: links.to(&PageKey::Unit(year.year.be(), unit.id.clone()), unit.name.clone()),
                measures: voice.number(measures.len()),
                counts: measure::counts(&measures.iter().copied(), voice),
            }
        })
        .collect();
    UnitsPage { frame: Frame::new(site, Some(year), links, voice, heading), rows }
}

/// The page of one unit.
#[derive(Debug, Serialize)]
pub struct UnitPage {
    frame: Frame,
    aliases: Vec<String>,
    rows: Vec<MeasureRow>,
    counts: Vec<StatusCount>,
    total: String,
}

/// The page of one unit.
pub fn page(site: &Site, year: &Year, id: UnitId, links: Links<'_>, voice: Voice<'_>) -> UnitPage {
    let unit = site.unit(id);
    let heading = Heading {
        title: unit.name.clone(),
        above: vec![links.to(&PageKey::Units(year.year.be()), voice.word("units"))],
        updated: None,
    };
    let measures: Vec<_> = year.measures_of(id).collect();
    UnitPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        aliases: unit.aliases.clone(),
        rows: measure::rows(site, year, measures.iter().copied(), links, voice),
        counts: measure::counts(&measures.iter().copied(), voice),
        total: voice.number(measures.len()),
    }
}
