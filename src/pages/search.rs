//! The page on which the site is searched. The search itself is done by a script, from the files that
//! [`crate::search`] makes; here are the box, what can be chosen, and the way to the lists for those without script.

use super::frame::{Frame, Heading};
use super::measures::rank;
use super::voice::StatusView;
use super::{Link, Links, Voice};
use crate::model::{PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// The scripts of the theme that only this page runs, in the order in which they do.
pub const SCRIPTS: [&str; 3] = ["assets/search-text.js", "assets/search-index.js", "assets/search.js"];

/// The page of the search.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchPage {
    /// What every page has.
    frame: Frame,
    /// Where the table of pages stands; the other files stand beside it.
    table: String,
    /// The scripts, in the order in which they run.
    scripts: Vec<String>,
    /// The years, newest first.
    years: Vec<Choice>,
    /// The units.
    units: Vec<Choice>,
    /// Those in which a measure stands.
    statuses: Vec<StatusView>,
    /// The lists of every year, newest first.
    lists: Vec<YearLists>,
}

/// What results can be narrowed to.
#[derive(Debug, Serialize, JsonSchema)]
struct Choice {
    /// Its name in addresses.
    id: String,
    /// In words.
    label: String,
}

/// The lists of a year.
#[derive(Debug, Serialize, JsonSchema)]
struct YearLists {
    /// The fiscal year, in words.
    year: String,
    /// The lists.
    links: Vec<Link>,
}

/// The page of the search.
pub fn page(site: &Site, links: Links<'_>, voice: Voice<'_>) -> SearchPage {
    let heading = Heading { title: voice.word("search").to_owned(), ..Heading::default() };
    let newest_first = || site.years.iter().rev();
    let statuses: BTreeSet<_> =
        site.years.iter().flat_map(|year| year.measures.iter().map(|measure| measure.status)).collect();
    let mut statuses: Vec<_> = statuses.into_iter().collect();
    statuses.sort_by_key(|status| rank(*status));
    SearchPage {
        frame: Frame::new(site, None, links, voice, heading),
        table: links.file("search/table.js"),
        scripts: SCRIPTS.map(|path| links.file(path)).to_vec(),
        years: newest_first()
            .map(|year| year.year.be())
            .map(|be| Choice { id: be.to_string(), label: voice.number(be) })
            .collect(),
        units: site
            .unit_ids()
            .map(|unit| site.unit(unit))
            .filter(|_| !site.years.is_empty())
            .map(|unit| Choice { id: unit.id.clone(), label: unit.name.clone() })
            .collect(),
        statuses: statuses.into_iter().map(|status| voice.status(status)).collect(),
        lists: newest_first().map(|year| lists(year, links, voice)).collect(),
    }
}

fn lists(year: &Year, links: Links<'_>, voice: Voice<'_>) -> YearLists {
    let be = year.year.be();
    let all = [
        (PageKey::Measures(be), "measures"),
        (PageKey::Indicators(be), "indicators"),
        (PageKey::OitList(be), "oit"),
        (PageKey::Units(be), "units"),
    ];
    YearLists {
        year: voice.fiscal_year(be),
        links: all.into_iter().map(|(key, word)| links.to(&key, voice.word(word))).collect(),
    }
}
