//! Measures: the rows of progress tables, and the page of one measure.

use super::frame::{Frame, Heading};
use super::voice::StatusView;
use super::{Link, Links, Voice, names};
use crate::framework::Instrument;
use crate::model::{Action, Measure, Outcome, PageKey, Plan, Progress, Site, Status, Timing, Year};
use crate::thai::recurrence;
use serde::Serialize;

/// A time as printed, with its meaning.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// As printed.
    pub text: String,
    /// The days that are meant, in the site's words.
    pub meaning: String,
    /// The same for machines.
    pub iso: String,
}

impl TimeView {
    pub fn new(timing: &Timing, voice: Voice<'_>) -> Self {
        Self { text: timing.text.clone(), meaning: voice.span(timing.span), iso: timing.span.iso() }
    }
}

/// How far a measure has come.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressView {
    /// The share done, 0 to 100, for drawing.
    pub percent: usize,
    /// The same in words: “๒ จาก ๓ วิธี”.
    pub label: String,
}

impl ProgressView {
    pub fn new(progress: Option<Progress>, voice: Voice<'_>) -> Option<Self> {
        let progress = progress?;
        Some(Self {
            percent: progress.percent()?,
            label: voice.say("done_of", &[&voice.number(progress.done), &voice.number(progress.of)]),
        })
    }
}

/// A row of a progress table.
#[derive(Debug, Serialize)]
pub struct MeasureRow {
    number: String,
    link: Link,
    indicators: Vec<Link>,
    units: Vec<Link>,
    period: Option<TimeView>,
    status: StatusView,
    progress: Option<ProgressView>,
}

impl MeasureRow {
    pub fn new(site: &Site, year: &Year, measure: &Measure, links: Links<'_>, voice: Voice<'_>) -> Self {
        Self {
            number: voice.number(measure.number),
            link: links.to(&PageKey::Measure(year.year.be(), measure.slug.clone()), measure.title.clone()),
            indicators: measure
                .indicators
                .iter()
                .map(|number| names::indicator_link(year, *number, links, voice))
                .collect(),
            units: names::unit_links(site, year, &measure.all_units(), links),
            period: measure.period.as_ref().map(|timing| TimeView::new(timing, voice)),
            status: voice.status(measure.status),
            progress: ProgressView::new(measure.progress, voice),
        }
    }
}

/// Rows for some of a year's measures.
pub fn rows<'m>(
    site: &Site,
    year: &Year,
    measures: impl Iterator<Item = &'m Measure>,
    links: Links<'_>,
    voice: Voice<'_>,
) -> Vec<MeasureRow> {
    measures.map(|measure| MeasureRow::new(site, year, measure, links, voice)).collect()
}

/// How many measures stand how.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    status: StatusView,
    label: String,
}

/// How many of `measures` stand how; statuses that none has are left out.
pub fn counts<'m>(measures: &(impl Iterator<Item = &'m Measure> + Clone), voice: Voice<'_>) -> Vec<StatusCount> {
    Status::ALL
        .into_iter()
        .filter_map(|status| {
            let count = measures.clone().filter(|measure| measure.status == status).count();
            (count > 0).then(|| StatusCount { status: voice.status(status), label: voice.number(count) })
        })
        .collect()
}

/// The progress table of a year.
#[derive(Debug, Serialize)]
pub struct MeasuresPage {
    frame: Frame,
    rows: Vec<MeasureRow>,
    counts: Vec<StatusCount>,
    total: String,
    actions_total: String,
}

/// The progress table of a year.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> MeasuresPage {
    let heading = Heading { title: voice.word("progress_table").to_owned(), ..Heading::default() };
    MeasuresPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        rows: rows(site, year, year.measures.iter(), links, voice),
        counts: counts(&year.measures.iter(), voice),
        total: voice.number(year.measures.len()),
        actions_total: voice.number(year.measures.iter().map(|measure| measure.plan.actions.len()).sum::<usize>()),
    }
}

/// The page of one measure.
#[derive(Debug, Serialize)]
pub struct MeasurePage {
    frame: Frame,
    heading: String,
    status: StatusView,
    progress: Option<ProgressView>,
    period: Option<TimeView>,
    units: Vec<Link>,
    indicators: Vec<Link>,
    oit: Vec<Link>,
    oit_year: String,
    questions: Vec<String>,
    instrument: Option<&'static str>,
    issue: Option<Link>,
    plan: PlanView,
    report: Option<PlanView>,
    remark: Vec<String>,
    body: Option<String>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A plan as its page shows it.
#[derive(Debug, Serialize)]
struct PlanView {
    parts: Vec<String>,
    actions: Vec<ActionView>,
    steps: Vec<String>,
    follow_up: Vec<FollowUp>,
    suggestions: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FollowUp {
    text: String,
    /// How often, as understood.
    recurrence: Vec<String>,
}

/// An action as its page shows it.
#[derive(Debug, Serialize)]
struct ActionView {
    number: String,
    title: Option<String>,
    text: String,
    status: StatusView,
    units: Vec<Link>,
    period: Option<TimeView>,
    steps: Vec<String>,
    outcomes: Vec<OutcomeView>,
    remark: Vec<String>,
}

/// A result as its page shows it.
#[derive(Debug, Serialize)]
struct OutcomeView {
    text: String,
    status: StatusView,
    date: Option<TimeView>,
    evidence: Vec<Link>,
    remark: Vec<String>,
}

/// The page of one measure.
pub fn page(site: &Site, year: &Year, measure: &Measure, links: Links<'_>, voice: Voice<'_>) -> MeasurePage {
    let be = year.year.be();
    let place = year.place(&measure.slug);
    let beside = |other: Option<usize>| {
        let other = year.measures.get(other?)?;
        Some(links.to(&PageKey::Measure(be, other.slug.clone()), other.title.clone()))
    };
    let heading = Heading {
        title: measure.title.clone(),
        above: vec![links.to(&PageKey::Measures(be), voice.word("measures"))],
        updated: measure.updated,
    };
    MeasurePage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        heading: voice.say("measure_number", &[&voice.number(measure.number)]),
        status: voice.status(measure.status),
        progress: ProgressView::new(measure.progress, voice),
        period: measure.period.as_ref().map(|timing| TimeView::new(timing, voice)),
        units: names::unit_links(site, year, &measure.all_units(), links),
        indicators: measure
            .indicators
            .iter()
            .map(|number| names::indicator_link(year, *number, links, voice))
            .collect(),
        oit: measure.oit.iter().map(|code| names::item_link(site, measure.oit_year, *code, links, voice)).collect(),
        oit_year: voice.number(measure.oit_year),
        questions: measure.questions.iter().map(ToString::to_string).collect(),
        instrument: measure.instrument.map(Instrument::name),
        issue: measure.issue.map(|number| names::issue_link(year, number, links, voice)),
        plan: plan_view(site, year, &measure.plan, links, voice),
        report: measure.report.as_ref().map(|report| plan_view(site, year, report, links, voice)),
        remark: measure.remark.clone(),
        body: links.prose(&measure.body),
        previous: beside(place.and_then(|place| place.checked_sub(1))),
        next: beside(place.map(|place| place + 1)),
    }
}

fn plan_view(site: &Site, year: &Year, plan: &Plan, links: Links<'_>, voice: Voice<'_>) -> PlanView {
    PlanView {
        parts: plan.parts.clone(),
        actions: plan
            .actions
            .iter()
            .enumerate()
            .map(|(at, action)| action_view(site, year, at + 1, action, links, voice))
            .collect(),
        steps: plan.steps.clone(),
        follow_up: plan
            .follow_up
            .iter()
            .map(|text| FollowUp {
                text: text.clone(),
                recurrence: recurrence::find(text)
                    .iter()
                    .map(|one| if voice.is_english() { one.english() } else { one.thai(voice.numerals()) })
                    .collect(),
            })
            .collect(),
        suggestions: plan.suggestions.clone(),
    }
}

fn action_view(
    site: &Site,
    year: &Year,
    number: usize,
    action: &Action,
    links: Links<'_>,
    voice: Voice<'_>,
) -> ActionView {
    ActionView {
        number: voice.number(number),
        title: action.title.clone(),
        text: action.text.clone(),
        status: voice.status(action.status),
        units: names::unit_links(site, year, &action.units, links),
        period: action.period.as_ref().map(|timing| TimeView::new(timing, voice)),
        steps: action.steps.clone(),
        outcomes: action.outcomes.iter().map(|outcome| outcome_view(outcome, links, voice)).collect(),
        remark: action.remark.clone(),
    }
}

fn outcome_view(outcome: &Outcome, links: Links<'_>, voice: Voice<'_>) -> OutcomeView {
    OutcomeView {
        text: outcome.text.clone(),
        status: voice.outcome(outcome.status),
        date: outcome.date.as_ref().map(|timing| TimeView::new(timing, voice)),
        evidence: outcome.evidence.iter().map(|one| links.target(&one.target, one.title.clone(), voice)).collect(),
        remark: outcome.remark.clone(),
    }
}
