//! A year at one glance: the score on its scale, what is done, what is late, and where the points are lost.

use super::Caption;
use super::ladder::Ladder;
use super::losses::{Losses, TotalLoss};
use super::shares::{Share, standing, told};
use crate::model::{Measure, PageKey, Site, Status, Year};
use crate::pages::{Link, Links, Voice, names};
use schemars::JsonSchema;
use serde::Serialize;

/// A year at one glance.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Glance {
    /// The overall score on its scale, where both are known.
    ladder: Option<Ladder>,
    /// All measures as one bar; none where there are no measures.
    standing: Option<Standing>,
    /// What is late.
    late: Late,
    /// Where most points are lost.
    losses: Vec<LossRow>,
    /// How many points are lost in all, where every score is known.
    lost: Option<TotalLoss>,
}

/// How the measures stand.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "GlanceStanding")]
struct Standing {
    /// Its name and its description.
    caption: Caption,
    /// Its parts, one after the other.
    parts: Vec<Share>,
}

/// What is late.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "GlanceLate")]
struct Late {
    /// How many measures.
    count: String,
    /// The first of them, in the order of the official table.
    measures: Vec<Link>,
    /// Where all of them are, where those are not all.
    more: Option<Link>,
    /// Why there are none.
    none: Option<String>,
}

/// Where points are lost, and what is done about it.
#[derive(Debug, Serialize, JsonSchema)]
struct LossRow {
    /// The indicator.
    link: Link,
    /// How many points of the overall score it loses.
    lost: String,
    /// How many measures speak to it: “๒ มาตรการ”.
    measures: String,
    /// Whether any does.
    is_answered: bool,
}

/// How many late measures are named.
const NAMED: usize = 5;
/// How many losses are.
const GREATEST: usize = 3;

impl Glance {
    /// A year at one glance.
    pub fn new(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> Self {
        let losses = year.assessment.as_ref().map(Losses::new);
        Self {
            ladder: year.assessment.as_ref().and_then(|one| Ladder::new(one, voice)),
            standing: all(year, voice),
            late: late(site, year, links, voice),
            lost: losses.as_ref().and_then(|losses| losses.total(voice)),
            losses: losses.map(|losses| greatest(year, &losses, links, voice)).unwrap_or_default(),
        }
    }
}

fn all(year: &Year, voice: Voice<'_>) -> Option<Standing> {
    let counts = standing(year.measures.iter(), voice);
    let total = year.measures.len();
    (total > 0).then(|| Standing {
        caption: Caption {
            id: "standing".to_owned(),
            title: voice.say("standing_picture", &[&voice.fiscal_year(year.year.be())]),
            text: voice.say("standing_picture_text", &[&voice.number(total), &told(&counts, voice)]),
        },
        parts: Share::all(&counts, total),
    })
}

fn late(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> Late {
    let be = year.year.be();
    let late: Vec<&Measure> = year.measures.iter().filter(|measure| measure.status == Status::Delayed).collect();
    let as_of = voice.date(site.settings.as_of);
    let none = if !late.is_empty() {
        None
    } else if year.is_reported() {
        Some(voice.say("late_none", &[&as_of]))
    } else {
        Some(voice.word("late_unknown").to_owned())
    };
    let more = (late.len() > NAMED).then(|| {
        let mut link = links.to(&PageKey::Measures(be), voice.say("late_all", &[&voice.number(late.len())]));
        // The page's table shows those that its address asks for.
        link.href = link.href.map(|page| format!("{page}?measures.status={}", Status::Delayed.id()));
        link
    });
    Late {
        count: voice.number(late.len()),
        measures: late
            .iter()
            .take(NAMED)
            .map(|measure| links.to(&PageKey::Measure(be, measure.slug.clone()), measure.title.clone()))
            .collect(),
        more,
        none,
    }
}

fn greatest(year: &Year, losses: &Losses, links: Links<'_>, voice: Voice<'_>) -> Vec<LossRow> {
    let row = |number: u8| {
        let measures = year.measures_for(number).count();
        Some(LossRow {
            link: names::indicator_link(year, number, links, voice),
            lost: losses.of(number, voice)?.label,
            measures: match measures {
                0 => voice.word("loss_unanswered").to_owned(),
                _ => voice.say("loss_measures", &[&voice.number(measures)]),
            },
            is_answered: measures > 0,
        })
    };
    losses.greatest().into_iter().take(GREATEST).filter_map(row).collect()
}
