//! Units: who answers for what, and how it stands.

use super::frame::{Frame, Heading};
use super::measures::{self, MeasureRow, ProgressView, StatusCount, TimeView};
use super::pictures::{self, Bars};
use super::voice::StatusView;
use super::{Link, Links, Voice};
use crate::model::{Action, Measure, PageKey, Progress, Site, Status, UnitId, Year};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// A unit among all of them.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitRow {
    /// The unit.
    link: Link,
    /// How many measures concern it.
    measures: String,
    /// The same for sorting.
    total: usize,
    /// How many measures stand how.
    counts: Vec<StatusCount>,
    /// How many of the actions that it answers for are done; `None` where no result of any has been reported.
    progress: Option<ProgressView>,
    /// For how many of them no result has been reported.
    silent: Option<String>,
    /// How many of the OIT items that its measures name have a link; `None` where they name none.
    oit: Option<ProgressView>,
}

/// All units of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UnitsPage {
    /// What every page has.
    frame: Frame,
    /// The units.
    rows: Vec<UnitRow>,
    /// The same as bars on one scale.
    bars: Option<Bars>,
    /// Measures that name no unit.
    unassigned: Vec<Link>,
}

/// All units of a year.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> UnitsPage {
    let be = year.year.be();
    let heading = Heading { title: voice.word("units").to_owned(), ..Heading::default() };
    UnitsPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        rows: site.unit_ids().map(|unit| row(site, year, unit, links, voice)).collect(),
        bars: pictures::by_unit(site, year, None, links, voice),
        unassigned: year
            .measures
            .iter()
            .filter(|measure| measure.all_units().is_empty())
            .map(|measure| links.to(&PageKey::Measure(be, measure.slug.clone()), measure.title.clone()))
            .collect(),
    }
}

fn row(site: &Site, year: &Year, id: UnitId, links: Links<'_>, voice: Voice<'_>) -> UnitRow {
    let unit = site.unit(id);
    let measures: Vec<&Measure> = year.measures_of(id).collect();
    let actions: Vec<Status> =
        measures.iter().flat_map(|measure| actions(measure, |told| told.is_for(id))).map(Told::status).collect();
    let count = |status| actions.iter().filter(|one| **one == status).count();
    let (done, silent) = (count(Status::Done), count(Status::NotReported));
    let progress = Progress { done, of: actions.len() };
    UnitRow {
        link: links.to(&PageKey::Unit(year.year.be(), unit.id.clone()), unit.name.clone()),
        measures: voice.number(measures.len()),
        total: measures.len(),
        counts: measures::counts(measures.iter().copied(), voice),
        progress: ProgressView::new((silent < actions.len()).then_some(progress), voice),
        silent: (silent > 0).then(|| voice.number(silent)),
        oit: oit(site, &measures, voice),
    }
}

/// How many of the items that these measures name have a link, as far as this site has the year of their list.
fn oit(site: &Site, measures: &[&Measure], voice: Voice<'_>) -> Option<ProgressView> {
    let named: BTreeSet<_> =
        measures.iter().flat_map(|measure| measure.oit.iter().map(|code| (measure.oit_year, *code))).collect();
    let items: Vec<_> = named
        .iter()
        .filter_map(|(be, code)| {
            site.years.iter().find(|year| year.year.be() == *be)?.oit.iter().find(|item| item.code == *code)
        })
        .collect();
    let linked = Progress { done: items.iter().filter(|item| !item.links.is_empty()).count(), of: items.len() };
    Some(ProgressView {
        percent: linked.percent()?,
        label: voice.say("linked_of", &[&voice.number(linked.done), &voice.number(linked.of)]),
    })
}

/// An action as it was planned and as it was reported: one and the same, unless the report words it otherwise.
#[derive(Clone, Copy)]
struct Told<'m> {
    measure: &'m Measure,
    planned: &'m Action,
    reported: &'m Action,
}

impl Told<'_> {
    /// How it stands. What is declared done is done, whatever was written of its parts.
    fn status(self) -> Status {
        if self.measure.status == Status::Done { Status::Done } else { self.reported.status }
    }

    /// Whether it names this unit.
    fn names(self, unit: UnitId) -> bool {
        self.planned.units.contains(&unit) || self.reported.units.contains(&unit)
    }

    /// Whether it names this unit, and not just the units that its measure names.
    fn is_own(self, unit: UnitId) -> bool {
        let theirs = |action: &Action| action.units.contains(&unit) && action.units != self.measure.plan.units;
        theirs(self.planned) || theirs(self.reported)
    }

    /// Whether a unit answers for it: it names the unit, or no unit where its measure names it.
    fn is_for(self, unit: UnitId) -> bool {
        let of_all = self.measure.plan.units.contains(&unit) || self.measure.reported().units.contains(&unit);
        self.names(unit) || of_all && self.planned.units.is_empty() && self.reported.units.is_empty()
    }
}

/// The actions of a measure that are `wanted`: those of its report, or else those of its plan.
fn actions(measure: &Measure, wanted: impl Fn(Told<'_>) -> bool) -> Vec<Told<'_>> {
    let (planned, reported) = (&measure.plan.actions, &measure.reported().actions);
    let same = |action| Told { measure, planned: action, reported: action };
    // A report that has as many actions as the plan words the same ones; otherwise they cannot be told apart.
    let told: Vec<_> = if planned.len() == reported.len() {
        planned.iter().zip(reported).map(|(planned, reported)| Told { measure, planned, reported }).collect()
    } else {
        reported.iter().map(same).collect()
    };
    let found: Vec<_> = told.into_iter().filter(|told| wanted(*told)).collect();
    if found.is_empty() { planned.iter().map(same).filter(|told| wanted(*told)).collect() } else { found }
}

/// An action for which a unit answers itself, rather than by the measure.
#[derive(Debug, Serialize, JsonSchema)]
struct ActionRow {
    /// What is to be done.
    text: String,
    /// The measure that it belongs to.
    measure: Link,
    /// The measure's number, for sorting.
    place: u32,
    /// How it stands.
    status: StatusView,
    /// The place of the status in the order in which statuses are shown, for sorting.
    rank: usize,
    /// When it is carried out.
    period: Option<TimeView>,
    /// The first day of the period, as ISO 8601, for sorting.
    starts: Option<String>,
}

/// The page of one unit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UnitPage {
    /// What every page has.
    frame: Frame,
    /// Other names of the unit.
    aliases: Vec<String>,
    /// The measures that it answers for.
    rows: Vec<MeasureRow>,
    /// How many measures stand how.
    counts: Vec<StatusCount>,
    /// How many measures it answers for.
    total: String,
    /// Actions that it answers for, in measures of others.
    actions: Vec<ActionRow>,
}

/// The page of one unit.
pub fn page(site: &Site, year: &Year, id: UnitId, links: Links<'_>, voice: Voice<'_>) -> UnitPage {
    let unit = site.unit(id);
    let heading = Heading {
        title: unit.name.clone(),
        above: vec![links.to(&PageKey::Units(year.year.be()), voice.word("units"))],
        updated: None,
        text: None,
    };
    let measures: Vec<_> = year.measures_of(id).collect();
    let action = |told: Told<'_>| {
        let measure = told.measure;
        let period = told.reported.period.as_ref().or(told.planned.period.as_ref()).or(measure.period.as_ref());
        ActionRow {
            text: told.planned.title.as_ref().unwrap_or(&told.planned.text).clone(),
            measure: links.to(&PageKey::Measure(year.year.be(), measure.slug.clone()), measure.title.clone()),
            place: measure.number,
            status: voice.status(told.status()),
            rank: measures::rank(told.status()),
            period: period.map(|timing| TimeView::new(timing, voice)),
            starts: period.map(|timing| timing.span.first().to_string()),
        }
    };
    UnitPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        aliases: unit.aliases.clone(),
        rows: measures::rows(site, year, measures.iter().copied(), links, voice),
        counts: measures::counts(measures.iter().copied(), voice),
        total: voice.number(measures.len()),
        actions: measures.iter().flat_map(|measure| actions(measure, |told| told.is_own(id))).map(action).collect(),
    }
}
