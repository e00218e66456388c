//! Progress by unit: a bar for each, as long as it has measures.

use super::Caption;
use super::shares::{BarFacts, Bars, standing};
use crate::model::{Measure, PageKey, Site, Year};
use crate::pages::{Links, Voice};
use std::cmp::Reverse;

/// A bar for every unit that has measures, in the order of the organisation's list; with `most`, only for that many of
/// those that have the most. `None` where no unit has any.
pub fn by_unit(site: &Site, year: &Year, most: Option<usize>, links: Links<'_>, voice: Voice<'_>) -> Option<Bars> {
    let be = year.year.be();
    let mut units: Vec<(_, Vec<&Measure>)> = site
        .unit_ids()
        .map(|id| (site.unit(id), year.measures_of(id).collect::<Vec<_>>()))
        .filter(|(_, measures)| !measures.is_empty())
        .collect();
    let all = units.len();
    let shared = year.measures.iter().any(|measure| measure.all_units().len() > 1);
    if let Some(most) = most {
        units.sort_by_key(|(_, measures)| Reverse(measures.len()));
        units.truncate(most);
    }
    let (longest, of_most) = units.iter().map(|(unit, all)| (all.len(), unit)).max_by_key(|(count, _)| *count)?;
    let caption = Caption {
        id: "by-unit".to_owned(),
        title: voice.say("units_picture", &[&voice.fiscal_year(be)]),
        text: voice.say("units_picture_text", &[&voice.number(all), &of_most.name, &voice.number(longest)]),
    };
    let left_out = all > units.len();
    let facts = units.iter().map(|(unit, measures)| BarFacts {
        label: links.to(&PageKey::Unit(be, unit.id.clone()), unit.name.clone()),
        hint: None,
        counts: standing(measures.iter().copied(), voice),
    });
    let bars = Bars::new(caption, voice.word("unit"), facts.collect(), voice)?;
    Some(bars.with(
        shared.then(|| voice.word("units_picture_shared").to_owned()),
        left_out.then(|| links.to(&PageKey::Units(be), voice.say("units_all", &[&voice.number(all)]))),
    ))
}
