//! Links to things whose names come from the framework or the organisation, and what those names are.

use super::{Link, Links, Voice};
use crate::framework::{Certainty, Code, Indicator, InstrumentInfo};
use crate::model::{Organisation, PageKey, Site, UnitId, Year};

/// A link to an indicator.
pub fn indicator_link(year: &Year, number: u8, links: Links<'_>, voice: Voice<'_>) -> Link {
    let key = PageKey::Indicator(year.year.be(), number);
    let shown = voice.number(number);
    match year.framework.indicator(number) {
        Some(one) => links.named(&key, format!("{shown} {}", indicator_name(one, voice)), one.certainty, voice),
        None => links.to(&key, shown),
    }
}

/// An indicator's name in the site's language.
#[must_use]
pub fn indicator_name<'i>(indicator: &'i Indicator, voice: Voice<'_>) -> &'i str {
    indicator.name_en.as_deref().filter(|_| voice.is_english()).unwrap_or(&indicator.name)
}

/// An instrument's name in the site's language.
pub fn instrument_name<'i>(instrument: &'i InstrumentInfo, voice: Voice<'_>) -> &'i str {
    instrument.name_en.as_deref().filter(|_| voice.is_english()).unwrap_or(&instrument.name)
}

/// Links to units.
pub fn unit_links(site: &Site, year: &Year, units: &[UnitId], links: Links<'_>) -> Vec<Link> {
    units.iter().map(|unit| unit_link(site, year, *unit, links)).collect()
}

/// A link to a unit.
pub fn unit_link(site: &Site, year: &Year, unit: UnitId, links: Links<'_>) -> Link {
    let unit = site.unit(unit);
    links.to(&PageKey::Unit(year.year.be(), unit.id.clone()), &unit.name)
}

/// A link to an item of any year's list; just its name where the site does not have that year.
pub fn item_link(site: &Site, year: u16, code: Code, links: Links<'_>, voice: Voice<'_>) -> Link {
    let key = PageKey::Oit(year, code);
    match site.framework.year(year).and_then(|year| year.item(code)) {
        Some(item) => links.named(&key, format!("{code} {}", item.title), item.certainty, voice),
        None => links.to(&key, code.to_string()),
    }
}

/// The issue's title in the year's framework, or its number.
#[must_use]
pub fn issue_title(year: &Year, number: u8, voice: Voice<'_>) -> String {
    let title = year.framework.issue(number).map_or("", |issue| issue.title.as_str());
    voice.say("issue_title", &[&voice.number(number), &title]).trim().to_owned()
}

/// A link to an issue, which says so where its title is not certain.
pub fn issue_link(year: &Year, number: u8, links: Links<'_>, voice: Voice<'_>) -> Link {
    let certainty = year.framework.issue(number).map_or(Certainty::FULL, |issue| issue.certainty);
    links.named(&PageKey::Issue(year.year.be(), number), issue_title(year, number, voice), certainty, voice)
}

/// District and province, as far as they are known, whether or not they are written with the words อำเภอ and จังหวัด.
pub fn place(organisation: &Organisation, voice: Voice<'_>) -> String {
    let named = |word, name: &Option<String>| {
        let name = name.as_deref()?.trim();
        let before = voice.word(word).split("{}").next().unwrap_or_default();
        let bare = Some(name).filter(|name| before.is_empty() || !name.starts_with(before));
        Some(bare.map_or_else(|| name.to_owned(), |name| voice.say(word, &[&name])))
    };
    let parts = [named("district", &organisation.district), named("province", &organisation.province)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
