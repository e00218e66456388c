//! OIT items: the year's list, and the page of one item, which an officer submits as the item's link.

use super::frame::{Frame, Heading};
use super::measures::{self, MeasureRow};
use super::pictures::Coverage;
use super::sharing::text_of;
use super::{Link, Links, Voice, names};
use crate::framework::{Code, FrameworkYear, OitItem, SubIndicator};
use crate::model::{Measure, Oit, PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// An item as lists show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemRow {
    /// Its code.
    code: String,
    /// The way to its page.
    link: Link,
    /// Whether the title rests on something less than a copy of the official list.
    doubtful: bool,
    /// Whether it has a link, or a reason for having none.
    answered: bool,
    /// The same in words.
    state: String,
    /// When its record was last changed.
    updated: Option<String>,
    /// How many measures name it.
    measures: String,
    /// What it scored when it was last assessed.
    last: Option<LastResult>,
}

/// What the item, or the one that asked for the same, scored when it was last assessed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LastResult {
    /// The year.
    year: String,
    /// The item.
    link: Link,
    /// The score.
    score: String,
    /// Whether points were lost.
    lost: bool,
}

impl LastResult {
    fn new(site: &Site, be: u16, item: &OitItem, links: Links<'_>, voice: Voice<'_>) -> Option<Self> {
        let (year, code, score) = site.last_result(be, item)?;
        Some(Self {
            year: voice.number(year),
            link: links.to(&PageKey::Oit(year, code), code.to_string()),
            score: voice.score(score),
            lost: score < 100.0,
        })
    }
}

/// The items of a sub-indicator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemGroup {
    /// Its number, in the site's digits.
    number: String,
    /// Its title.
    title: String,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// The indicator that it counts towards.
    indicator: Link,
    /// Its items.
    rows: Vec<ItemRow>,
}

/// Items by sub-indicator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Items {
    /// The items, by sub-indicator.
    groups: Vec<ItemGroup>,
    /// Whether any title among them is doubtful.
    any_doubtful: bool,
    /// Whether any of them has been assessed before.
    any_last: bool,
}

/// The year's list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OitListPage {
    /// What every page has.
    frame: Frame,
    /// The items.
    items: Items,
    /// How many have a link, in words.
    linked: String,
    /// How many are answered by a reason instead, where any is.
    reasoned: Option<String>,
    /// The items as a picture.
    coverage: Option<Coverage>,
}

/// The year's list.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> OitListPage {
    let heading = Heading { title: voice.word("oit_title").to_owned(), ..Heading::default() };
    let (answered, linked) = (year.answered_items(), year.linked_items());
    OitListPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        items: items(site, year, |_| true, links, voice),
        linked: voice.say("linked_of", &[&voice.number(linked), &voice.number(year.oit.len())]),
        reasoned: (answered > linked).then(|| voice.say("reasoned", &[&voice.number(answered - linked)])),
        coverage: Coverage::new(year, links, voice),
    }
}

/// The items of some indicators, by sub-indicator.
pub fn items(site: &Site, year: &Year, wanted: impl Fn(u8) -> bool, links: Links<'_>, voice: Voice<'_>) -> Items {
    let indicators = year.framework.indicators().iter().map(|one| one.number).filter(|number| wanted(*number));
    let groups: Vec<ItemGroup> = indicators
        .flat_map(|indicator| {
            let subs = year.framework.sub_indicators_of(indicator);
            subs.map(move |sub| group(site, year, indicator, sub, links, voice))
        })
        .collect();
    let any = |has: fn(&ItemRow) -> bool| groups.iter().any(|group| group.rows.iter().any(has));
    Items {
        any_doubtful: any(|row| row.doubtful) || groups.iter().any(|group| group.doubtful),
        any_last: any(|row| row.last.is_some()),
        groups,
    }
}

fn group(site: &Site, year: &Year, indicator: u8, sub: &SubIndicator, links: Links<'_>, voice: Voice<'_>) -> ItemGroup {
    let items = year.framework.items_of(sub.number);
    ItemGroup {
        number: voice.number(sub.number),
        title: sub.title.clone(),
        doubtful: sub.certainty.is_doubtful(),
        indicator: names::indicator_link(year, indicator, links, voice),
        rows: items.filter_map(|item| Some(row(site, year, item, find(year, item.code)?, links, voice))).collect(),
    }
}

fn find(year: &Year, code: Code) -> Option<&Oit> {
    year.oit.iter().find(|oit| oit.code == code)
}

fn row(site: &Site, year: &Year, item: &OitItem, oit: &Oit, links: Links<'_>, voice: Voice<'_>) -> ItemRow {
    let be = year.year.be();
    let state = if !oit.links.is_empty() {
        voice.say("links_count", &[&voice.number(oit.links.len())])
    } else if oit.not_applicable.is_some() {
        voice.word("not_applicable").to_owned()
    } else {
        voice.word("not_linked").to_owned()
    };
    ItemRow {
        code: item.code.to_string(),
        link: links.to(&PageKey::Oit(be, item.code), item.title.clone()),
        doubtful: item.certainty.is_doubtful(),
        answered: oit.is_answered(),
        state,
        updated: oit.updated.map(|date| voice.date(date)),
        measures: voice.number(naming(site, be, item).count()),
        last: LastResult::new(site, be, item, links, voice),
    }
}

/// The measures, of any year, that name this item; and those of its own year that name the one that asks for the same
/// in the list of another year.
fn naming<'a>(site: &'a Site, be: u16, item: &OitItem) -> impl Iterator<Item = (&'a Year, &'a Measure)> + use<'a> {
    let known = site.framework.years();
    let same: BTreeMap<u16, Code> =
        known.filter_map(|list| Some((list.year(), list.same_item(item)?.code))).chain([(be, item.code)]).collect();
    let names = move |year: &Year, measure: &Measure| {
        (measure.oit_year == be || year.year.be() == be)
            && same.get(&measure.oit_year).is_some_and(|code| measure.oit.contains(code))
    };
    let all = site.years.iter().flat_map(|year| year.measures.iter().map(move |one| (year, one)));
    all.filter(move |(year, one)| names(year, one))
}

/// The page of one item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OitPage {
    /// What every page has.
    frame: Frame,
    /// Its code.
    code: String,
    /// Its title.
    title: String,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// What it asks for, as far as that is known.
    requirement: Option<String>,
    /// What holds for the links of every item.
    rule: String,
    /// What it scored when it was last assessed.
    last: Option<LastResult>,
    /// The indicator that it counts towards.
    indicator: Link,
    /// The sub-indicator that it counts towards.
    sub_indicator: String,
    /// Whether the name of the sub-indicator rests on something less than a copy of the official list.
    sub_indicator_doubtful: bool,
    /// The fiscal year, in words.
    fiscal_year: String,
    /// What is published for it.
    links: Vec<ItemLinkView>,
    /// Notes of the officer, line by line.
    note: Vec<String>,
    /// Why it is answered without a link.
    not_applicable: Option<String>,
    /// The text of the record, as HTML: shown with `safe`.
    body: Option<String>,
    /// The measures that name it.
    measures: Vec<MeasureRow>,
    /// The page before, in the order of the list.
    previous: Option<Link>,
    /// The page after.
    next: Option<Link>,
}

/// Something that is published for an item.
#[derive(Debug, Serialize, JsonSchema)]
struct ItemLinkView {
    /// Its number, in the site's digits.
    number: String,
    /// What is published.
    link: Link,
    /// A note.
    note: Option<String>,
}

/// What the item asks for, as far as it is known: of its own year, or else of the nearest year before that says it of
/// the item that asked for the same.
fn requirement(site: &Site, be: u16, item: &OitItem, voice: Voice<'_>) -> Option<String> {
    let before = || {
        let mut lists = site.framework.years().rev().filter(|list| list.year() < be);
        let (year, note) = lists.find_map(|list| Some((list.year(), list.same_item(item)?.note.as_ref()?)))?;
        Some(voice.say("requirement_before", &[&voice.number(year), &voice.number(note)]))
    };
    item.note.as_ref().map(|note| voice.number(note)).or_else(before)
}

/// The page of one item; `None` if the year has no such item.
pub fn page(site: &Site, year: &Year, code: Code, links: Links<'_>, voice: Voice<'_>) -> Option<OitPage> {
    let be = year.year.be();
    let framework: &FrameworkYear = &year.framework;
    let item = framework.item(code)?;
    let oit = find(year, code)?;
    let place = framework.items().iter().position(|one| one.code == code)?;
    let beside =
        |other: Option<usize>| Some(names::item_link(site, be, framework.items().get(other?)?.code, links, voice));
    let body = links.prose(&oit.body);
    let heading = Heading {
        title: format!("{code} {}", item.title),
        above: vec![links.to(&PageKey::OitList(be), voice.word("oit"))],
        updated: oit.updated,
        text: body.as_deref().map(text_of),
    };
    let sub = framework.sub_indicator_at(item.sub_indicator);
    Some(OitPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        code: code.to_string(),
        title: item.title.clone(),
        doubtful: item.certainty.is_doubtful(),
        requirement: requirement(site, be, item, voice),
        rule: voice.say("oit_rule", &[&voice.number(be)]),
        last: LastResult::new(site, be, item, links, voice),
        indicator: names::indicator_link(year, item.indicator, links, voice),
        sub_indicator_doubtful: sub.is_some_and(|sub| sub.certainty.is_doubtful()),
        sub_indicator: sub.map(|sub| format!("{} {}", voice.number(sub.number), sub.title)).unwrap_or_default(),
        fiscal_year: voice.fiscal_year(be),
        links: oit
            .links
            .iter()
            .enumerate()
            .map(|(at, link)| ItemLinkView {
                number: voice.number(at + 1),
                link: links.target(&link.target, link.title.clone(), voice),
                note: link.note.clone(),
            })
            .collect(),
        note: oit.note.clone(),
        not_applicable: oit.not_applicable.clone(),
        body,
        measures: measures::rows_of_years(site, Some(year), naming(site, be, item), links, voice),
        previous: beside(place.checked_sub(1)),
        next: beside(Some(place + 1)),
    })
}
