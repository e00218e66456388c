//! The page of one measure: what is planned, what was reported, and where the two differ.

use super::frame::{Frame, Heading};
use super::measures::{ProgressView, TimeView};
use super::question::{Asked, QuestionView};
use super::sharing::text_of;
use super::timeline::Timeline;
use super::voice::StatusView;
use super::{Link, Links, Voice, names};
use crate::framework::{Code, Instrument};
use crate::model::{Action, Evidence, Measure, Outcome, PageKey, Plan, Site, UnitId, Year};
use crate::thai::recurrence;
use schemars::JsonSchema;
use serde::Serialize;

/// The page of one measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasurePage {
    /// What every page has.
    frame: Frame,
    /// “Measure 4”.
    heading: String,
    /// How it stands.
    status: StatusView,
    /// How much of it is done; none where nothing has been reported.
    progress: Option<ProgressView>,
    /// When it is carried out.
    period: Option<TimeView>,
    /// Who is responsible.
    units: Vec<Link>,
    /// Who is responsible by the report, where it names others than the plan.
    reported_units: Vec<Link>,
    /// The indicators that it concerns.
    indicators: Vec<Link>,
    /// The OIT items that it concerns.
    oit: Vec<Link>,
    /// The year whose list of OIT items is meant.
    oit_year: String,
    /// Questions of the analysed year that it concerns.
    questions: Vec<QuestionView>,
    /// The year whose result the plan answers, in words.
    analysed_year: String,
    /// The instrument, IIT, EIT or OIT, where the plan is laid out by instrument.
    instrument: Option<&'static str>,
    /// The analysed issue that it answers.
    issue: Option<Link>,
    /// The fiscal year, in words.
    fiscal_year: String,
    /// Its times, as they are drawn.
    timeline: Option<Timeline>,
    /// Its sub-measures.
    parts: Told<Link>,
    /// What is to be done, in order.
    actions: Told<ActionView>,
    /// Steps that all actions share.
    steps: Vec<String>,
    /// How it is followed up.
    follow_up: Told<FollowUp>,
    /// What is suggested.
    suggestions: Told<String>,
    /// Remarks of those who transcribed the record.
    remark: Vec<String>,
    /// The text of the record, as HTML: shown with `safe`.
    body: Option<String>,
    /// The page before, in the order of the list.
    previous: Option<Link>,
    /// The page after.
    next: Option<Link>,
}

/// What the plan says, and what the report says where it says something else.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Told{T}")]
struct Told<T> {
    /// As the plan says.
    plan: Vec<T>,
    /// As the report says; none where it says the same.
    report: Option<Vec<T>>,
}

impl<T> Told<T> {
    fn new<S: PartialEq>(plan: &[S], report: Option<&[S]>, view: impl Fn(&S) -> T) -> Self {
        Self {
            plan: plan.iter().map(&view).collect(),
            report: report.filter(|report| *report != plan).map(|report| report.iter().map(view).collect()),
        }
    }
}

/// A way in which a measure is followed up.
#[derive(Debug, Serialize, JsonSchema)]
struct FollowUp {
    /// The text.
    text: String,
    /// How often, as understood.
    recurrence: Vec<String>,
}

/// An action as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
struct ActionView {
    /// Its number, in the site's digits.
    number: String,
    /// Its title.
    title: Option<String>,
    /// The text.
    text: String,
    /// How it stands.
    status: StatusView,
    /// Who is responsible.
    units: Vec<Link>,
    /// When it is carried out.
    period: Option<TimeView>,
    /// Steps, in their order.
    steps: Vec<String>,
    /// What came of it.
    outcomes: Vec<OutcomeView>,
    /// Remarks of those who transcribed the record.
    remark: Vec<String>,
}

/// A result as its page shows it.
#[derive(Debug, Serialize, JsonSchema)]
struct OutcomeView {
    /// What came of it, with a link where it names an OIT item.
    text: Link,
    /// How it stands.
    status: StatusView,
    /// When.
    date: Option<TimeView>,
    /// The evidence.
    evidence: Vec<Link>,
    /// Remarks of those who transcribed the record.
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
    let body = links.prose(&measure.body);
    let heading = Heading {
        title: measure.title.clone(),
        above: vec![links.to(&PageKey::Measures(be), voice.word("measures"))],
        updated: measure.updated,
        text: body.as_deref().filter(|_| links.are_used("sharing")).map(text_of),
    };
    let reported = measure.report.as_ref();
    let asked = Asked::before(site, year);
    let writer = Writer { site, year, measure, links, voice };
    MeasurePage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        heading: voice.say("measure_number", &[&voice.number(measure.number)]),
        status: voice.status(measure.status),
        progress: ProgressView::new(measure.progress, voice),
        period: measure.period.as_ref().map(|timing| TimeView::new(timing, voice)),
        units: names::unit_links(site, year, &all_units(&measure.plan), links),
        reported_units: reported
            .map(all_units)
            .filter(|units| *units != all_units(&measure.plan))
            .map(|units| names::unit_links(site, year, &units, links))
            .unwrap_or_default(),
        indicators: measure
            .indicators
            .iter()
            .map(|number| names::indicator_link(year, *number, links, voice))
            .collect(),
        oit: measure.oit.iter().map(|code| names::item_link(site, measure.oit_year, *code, links, voice)).collect(),
        oit_year: voice.number(measure.oit_year),
        questions: measure.questions.iter().map(|code| QuestionView::new(asked, *code, links, voice)).collect(),
        analysed_year: voice.fiscal_year(asked.year()),
        instrument: measure.instrument.map(Instrument::name),
        issue: measure.issue.map(|number| names::issue_link(year, number, links, voice)),
        fiscal_year: voice.fiscal_year(be),
        timeline: if links.are_used("timeline") {
            Timeline::of_measure(measure, year.year, site.settings.as_of, voice)
        } else {
            None
        },
        parts: Told::new(&measure.plan.parts, reported.map(|plan| plan.parts.as_slice()), |text| writer.named(text)),
        actions: Told {
            plan: writer.actions(&measure.plan),
            report: measure.own_report().map(|report| writer.actions(report)),
        },
        steps: measure.plan.steps.clone(),
        follow_up: Told::new(&measure.plan.follow_up, reported.map(|plan| plan.follow_up.as_slice()), |text| {
            follow_up(text, voice)
        }),
        suggestions: Told::new(
            &measure.plan.suggestions,
            reported.map(|plan| plan.suggestions.as_slice()),
            Clone::clone,
        ),
        remark: measure.remark.clone(),
        body,
        previous: beside(place.and_then(|place| place.checked_sub(1))),
        next: beside(place.map(|place| place + 1)),
    }
}

fn all_units(plan: &Plan) -> Vec<UnitId> {
    let mut all: Vec<UnitId> = Vec::new();
    for unit in plan.units.iter().chain(plan.actions.iter().flat_map(|action| &action.units)) {
        if !all.contains(unit) {
            all.push(*unit);
        }
    }
    all
}

fn follow_up(text: &str, voice: Voice<'_>) -> FollowUp {
    let recurrence = recurrence::find(text);
    let said = recurrence.iter().map(|one| if voice.is_english() { one.english() } else { one.thai(voice.numerals()) });
    FollowUp { text: text.to_owned(), recurrence: said.filter(|said| said.trim() != text.trim()).collect() }
}

struct Writer<'a> {
    site: &'a Site,
    year: &'a Year,
    measure: &'a Measure,
    links: Links<'a>,
    voice: Voice<'a>,
}

impl Writer<'_> {
    /// A text that begins with one of the measure's items leads to the item's page. The letter must be there, or
    /// the nought that stands for it: “31 มกราคม” is no item.
    fn named(&self, text: &str) -> Link {
        let first = text.split_whitespace().next().filter(|first| first.starts_with(['o', 'O', '0', '๐']));
        let code = first.and_then(|first| Code::parse_oit(first).ok()).filter(|code| self.measure.oit.contains(code));
        let link = code.map(|code| self.links.to(&PageKey::Oit(self.measure.oit_year, code), text));
        link.unwrap_or_else(|| Link::words(text))
    }

    fn actions(&self, plan: &Plan) -> Vec<ActionView> {
        plan.actions.iter().enumerate().map(|(at, action)| self.action(at + 1, action)).collect()
    }

    fn action(&self, number: usize, action: &Action) -> ActionView {
        ActionView {
            number: self.voice.number(number),
            title: action.title.clone(),
            text: action.text.clone(),
            status: self.voice.status(action.status),
            units: names::unit_links(self.site, self.year, &action.units, self.links),
            period: action.period.as_ref().map(|timing| TimeView::new(timing, self.voice)),
            steps: action.steps.clone(),
            outcomes: action.outcomes.iter().map(|outcome| self.outcome(outcome)).collect(),
            remark: action.remark.clone(),
        }
    }

    fn outcome(&self, outcome: &Outcome) -> OutcomeView {
        let evidence = |one: &Evidence| self.links.target(&one.target, one.title.clone(), self.voice);
        OutcomeView {
            text: self.named(&outcome.text),
            status: self.voice.outcome(outcome.status),
            date: outcome.date.as_ref().map(|timing| TimeView::new(timing, self.voice)),
            evidence: outcome.evidence.iter().map(evidence).collect(),
            remark: outcome.remark.clone(),
        }
    }
}
