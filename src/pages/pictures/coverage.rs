//! Which items of the OIT list are answered: a square for each, by sub-indicator.

use super::Caption;
use super::shares::{Counted, Share, told};
use crate::framework::SubIndicator;
use crate::model::{Oit, PageKey, Year};
use crate::pages::{Links, Voice};
use schemars::JsonSchema;
use serde::Serialize;

/// The year's items as squares.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Coverage {
    /// Its name and its description.
    caption: Caption,
    /// All items in one bar.
    parts: Vec<Share>,
    /// The kinds of answers that there are, for the key.
    kinds: Vec<Kind>,
    /// The groups of the list.
    groups: Vec<Group>,
}

/// How an item is answered, and how many are so.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CoverageKind")]
struct Kind {
    /// Its name in style sheets.
    id: &'static str,
    /// In words.
    label: String,
    /// How many items.
    count: String,
}

/// A group of the list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CoverageGroup")]
struct Group {
    /// Its number in the official list.
    number: String,
    /// Its title.
    title: String,
    /// Its items.
    items: Vec<Square>,
    /// How many items of each kind, in the order of the kinds.
    cells: Vec<String>,
}

/// An item of the list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CoverageSquare")]
struct Square {
    /// The code of the item.
    code: String,
    /// Its title.
    title: String,
    /// The item's page.
    href: Option<String>,
    /// How it is answered, for style sheets.
    id: &'static str,
    /// The same in words.
    state: String,
}

/// How an item is answered: its name in style sheets, and the word for it.
fn answer(item: &Oit) -> (&'static str, &'static str) {
    if !item.links.is_empty() {
        ("linked", "answer_linked")
    } else if item.is_answered() {
        ("reasoned", "not_applicable")
    } else {
        ("open", "not_linked")
    }
}

impl Coverage {
    /// The items of the year's list; `None` where it has none.
    pub fn new(year: &Year, links: Links<'_>, voice: Voice<'_>) -> Option<Self> {
        let be = year.year.be();
        let all = year.oit.len();
        let count = |kind: &str| year.oit.iter().filter(|item| answer(item).0 == kind).count();
        let kinds = [("linked", "answer_linked"), ("reasoned", "not_applicable"), ("open", "not_linked")];
        let counts = kinds.map(|(id, word)| Counted { id, label: voice.word(word).to_owned(), count: count(id) });
        let square = |item: &Oit| {
            let (id, word) = answer(item);
            Some(Square {
                title: year.framework.item(item.code)?.title.clone(),
                href: links.to(&PageKey::Oit(be, item.code), "").href,
                code: item.code.to_string(),
                id,
                state: voice.word(word).to_owned(),
            })
        };
        let shown: Vec<&str> = counts.iter().filter(|one| one.count > 0).map(|one| one.id).collect();
        let group = |sub: &SubIndicator| {
            let of_sub = year.framework.items_of(sub.number);
            let items: Vec<Square> =
                of_sub.filter_map(|item| square(year.oit.iter().find(|one| one.code == item.code)?)).collect();
            let count = |kind: &str| items.iter().filter(|one| one.id == kind).count();
            Group {
                number: voice.number(sub.number),
                title: sub.title.clone(),
                cells: shown.iter().map(|kind| voice.number(count(kind))).collect(),
                items,
            }
        };
        let groups: Vec<Group> = year.framework.sub_indicators().iter().map(group).collect();
        (all > 0).then(|| Self {
            caption: Caption {
                id: "coverage".to_owned(),
                title: voice.say("coverage_picture", &[&voice.fiscal_year(be)]),
                text: voice.say("coverage_picture_text", &[&voice.number(all), &told(&counts, voice)]),
            },
            parts: Share::all(&counts, all),
            groups: groups.into_iter().filter(|group| !group.items.is_empty()).collect(),
            kinds: counts
                .into_iter()
                .filter(|one| one.count > 0)
                .map(|one| Kind { id: one.id, count: voice.number(one.count), label: one.label })
                .collect(),
        })
    }
}
