//! The official tables, made for paper: the plan, and the progress report.

use super::frame::{Frame, Heading};
use super::{Links, Voice, names};
use crate::model::{Action, Measure, Plan, Site, Timing, UnitId, Year};
use serde::Serialize;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// มาตรการ…
    Plan,
    /// รายงานผลการดำเนินการตามมาตรการ…
    Progress,
}

/// A report.
#[derive(Debug, Serialize)]
pub struct ReportPage {
    frame: Frame,
    is_plan: bool,
    heading: String,
    organisation: String,
    has_results: bool,
    measures: Vec<MeasureBlock>,
    signatory: Option<SignatoryView>,
}

#[derive(Debug, Serialize)]
struct SignatoryView {
    name: String,
    position: Option<String>,
    role: Option<String>,
}

/// A measure: as many rows as it has actions, under cells that span them all.
#[derive(Debug, Serialize)]
struct MeasureBlock {
    number: String,
    title: String,
    parts: Vec<String>,
    span: usize,
    rows: Vec<Row>,
    units: Vec<String>,
    /// Whether all actions share the measure's units, so that one cell spans them.
    units_shared: bool,
    period: Option<String>,
    period_shared: bool,
    steps: Vec<String>,
    follow_up: Vec<String>,
    suggestions: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Row {
    number: String,
    text: String,
    steps: Vec<String>,
    units: Vec<String>,
    period: Option<String>,
    outcomes: Vec<OutcomeCell>,
}

#[derive(Debug, Serialize)]
struct OutcomeCell {
    number: String,
    text: String,
}

/// A report of a year.
pub fn page(site: &Site, year: &Year, kind: Kind, links: Links<'_>, voice: Voice<'_>) -> ReportPage {
    let be = year.year.be();
    let title = match kind {
        Kind::Plan => voice.say("plan_title", &[&voice.number(be)]),
        Kind::Progress => voice.say("progress_report_title", &[&site.organisation.name, &voice.number(be)]),
    };
    let measures: Vec<MeasureBlock> = year.measures.iter().map(|measure| block(site, measure, kind, voice)).collect();
    ReportPage {
        is_plan: kind == Kind::Plan,
        organisation: format!("{} {}", site.organisation.name, names::place(&site.organisation, voice))
            .trim_end()
            .to_owned(),
        has_results: year
            .measures
            .iter()
            .any(|measure| measure.reported().actions.iter().any(|action| !action.outcomes.is_empty())),
        measures,
        signatory: year.assessment.as_ref().and_then(|one| one.signatory.as_ref()).map(|one| SignatoryView {
            name: one.name.clone(),
            position: one.position.clone(),
            role: one.role.clone(),
        }),
        heading: title.clone(),
        frame: Frame::new(site, Some(year), links, voice, Heading { title, ..Heading::default() }),
    }
}

fn block(site: &Site, measure: &Measure, kind: Kind, voice: Voice<'_>) -> MeasureBlock {
    let plan: &Plan = if kind == Kind::Plan { &measure.plan } else { measure.reported() };
    let names = |units: &[UnitId]| units.iter().map(|unit| site.unit(*unit).name.clone()).collect::<Vec<_>>();
    let text = |period: &Option<Timing>| period.as_ref().map(|timing| timing.text.clone());
    MeasureBlock {
        number: voice.number(measure.number),
        title: measure.title.clone(),
        parts: plan.parts.clone(),
        span: plan.actions.len().max(1),
        units: names(&plan.units),
        units_shared: plan.actions.iter().all(|action| action.units.is_empty()),
        period: text(&measure.period),
        period_shared: plan.actions.iter().all(|action| action.period.is_none()),
        steps: plan.steps.clone(),
        follow_up: plan.follow_up.clone(),
        suggestions: plan.suggestions.clone(),
        rows: plan
            .actions
            .iter()
            .enumerate()
            .map(|(at, action)| Row {
                number: voice.number(at + 1),
                text: action.text.clone(),
                steps: action.steps.clone(),
                units: names(if action.units.is_empty() { &plan.units } else { &action.units }),
                period: text(&action.period).or_else(|| text(&measure.period)),
                outcomes: outcomes(at + 1, action, voice),
            })
            .collect(),
    }
}

/// Results carry the number of their action, and one of their own where there are several.
fn outcomes(number: usize, action: &Action, voice: Voice<'_>) -> Vec<OutcomeCell> {
    let several = action.outcomes.len() > 1;
    action
        .outcomes
        .iter()
        .enumerate()
        .map(|(at, outcome)| OutcomeCell {
            number: if several {
                voice.number(format_args!("{number}.{}", at + 1))
            } else {
                voice.number(format_args!("{number}."))
            },
            text: outcome.text.clone(),
        })
        .collect()
}
