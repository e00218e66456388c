//! The official tables, made for paper: the plan, and the progress report.
//!
//! Authorities draw them up in different columns and under different heads; the year's record says which, and
//! what it does not say is as most of them do it. What belongs to all actions of a measure is one cell beside them.

use super::cell::{Cell, Line};
use super::columns::{Kind, columns, id};
use super::frame::{Frame, Heading};
use super::measures::TimeView;
use super::paper::OnPaper;
use super::{Links, Voice, names, paper};
use crate::framework::Instrument;
use crate::model::{Action, Measure, Outcome, Plan, Site, Status, Timing, Year};
use crate::record::{ColumnKind, FormRecord};
use crate::thai::period;
use crate::theme::Finished;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportPage {
    /// What every page has.
    frame: Frame,
    /// The line above the heading.
    heading: String,
    /// The authority's name.
    organisation: String,
    /// The sentence below the heading.
    lead: Vec<String>,
    /// Whether it is a report in which nothing is reported.
    is_silent: bool,
    /// The columns of the official table, in order.
    columns: Vec<ColumnView>,
    /// The heads of the columns, by their names in style sheets.
    titles: BTreeMap<&'static str, String>,
    /// The measures.
    sections: Vec<Section>,
    /// Who signs.
    signatory: Option<SignatoryView>,
}

/// A column of an official table.
#[derive(Debug, Serialize, JsonSchema)]
struct ColumnView {
    /// Its name in style sheets.
    id: &'static str,
    /// Its head.
    title: String,
    /// Its share of the table's width, in per cent.
    width: u16,
}

/// The measures of an instrument, where the plan is laid out by instrument; otherwise all of them.
#[derive(Debug, Serialize, JsonSchema)]
struct Section {
    /// The instrument, where the plan is laid out by instrument.
    title: Option<String>,
    /// The measures, in order.
    measures: Vec<Finished<MeasureBlock>>,
}

/// A measure: as many rows as it has actions, under cells that span them all.
#[derive(Debug, Serialize, JsonSchema)]
struct MeasureBlock {
    /// The cells that begin in each row.
    rows: Vec<Vec<Finished<Cell>>>,
    /// The same rows for paper, where each has its part of the cells that span them; none where no cell does.
    on_paper: Vec<Vec<Finished<Cell>>>,
}

/// Who signs a report.
#[derive(Debug, Serialize, JsonSchema)]
struct SignatoryView {
    /// Its name.
    name: String,
    /// The position.
    position: Option<String>,
    /// What the person signs as.
    role: Option<String>,
}

/// A report of a year.
pub fn page(site: &Site, year: &Year, kind: Kind, links: Links<'_>, voice: Voice<'_>) -> ReportPage {
    let be = year.year.be();
    let assessment = year.assessment.as_ref();
    let blank = FormRecord::default();
    let form = assessment.map_or(&blank, |one| match kind {
        Kind::Plan => &one.reports.plan,
        Kind::Progress => &one.reports.progress,
    });
    let title = form.title.clone().unwrap_or_else(|| match kind {
        Kind::Plan => voice.say("plan_title", &[&voice.number(be)]),
        Kind::Progress => voice.say("progress_report_title", &[&site.organisation.name, &voice.number(be)]),
    });
    let columns = columns(year, kind, form, voice);
    let kinds: Vec<ColumnKind> = columns.iter().map(|(kind, _)| *kind).collect();
    let writer = Writer { year, kind, columns: &kinds, voice };
    let reported = |measure: &Measure| measure.reported().actions.iter().any(|action| !action.outcomes.is_empty());
    let drafts = drafts(year, &writer);
    let widths = paper::widths(kinds.len(), drafts.iter().flat_map(|draft| &draft.measures));
    let sections = drafts.into_iter().map(|draft| draft.finished(&widths, voice)).collect();
    ReportPage {
        organisation: format!("{} {}", site.organisation.name, names::place(&site.organisation, voice))
            .trim_end()
            .to_owned(),
        lead: form.lead.to_vec(),
        is_silent: kinds.contains(&ColumnKind::Results) && !year.measures.iter().any(reported),
        sections,
        titles: columns.iter().map(|(kind, title)| (id(*kind), title.clone())).collect(),
        columns: columns
            .into_iter()
            .zip(widths)
            .map(|((kind, title), width)| ColumnView { id: id(kind), title, width })
            .collect(),
        signatory: form.signatory.as_ref().or(assessment.and_then(|one| one.signatory.as_ref())).map(|one| {
            SignatoryView { name: one.name.clone(), position: one.position.clone(), role: one.role.clone() }
        }),
        heading: title.clone(),
        frame: Frame::new(site, Some(year), links, voice, Heading { title, ..Heading::default() }),
    }
}

/// A section whose columns have no widths yet.
struct Draft {
    title: Option<String>,
    /// The rows of each measure.
    measures: Vec<Vec<Vec<Cell>>>,
}

/// The measures in their order, under a head wherever another instrument begins: only where every measure names one.
fn drafts(year: &Year, writer: &Writer<'_>) -> Vec<Draft> {
    let by_instrument = year.measures.iter().all(|measure| measure.instrument.is_some());
    year.measures
        .chunk_by(|one, next| !by_instrument || one.instrument == next.instrument)
        .enumerate()
        .map(|(at, measures)| Draft {
            title: measures.first().and_then(|one| one.instrument).filter(|_| by_instrument).map(|instrument| {
                let (number, name) = (writer.voice.number(at + 1), Instrument::name(instrument));
                writer.voice.say("instrument_section", &[&number, &name])
            }),
            measures: measures.iter().map(|measure| writer.rows(measure)).collect(),
        })
        .collect()
}

impl Draft {
    /// The section, with what paper needs besides. Measures are finished one by one: all of a year's are large, and need
    /// not be there twice.
    fn finished(self, widths: &[u16], voice: Voice<'_>) -> Section {
        let block = |rows: Vec<Vec<Cell>>| {
            let on_paper = paper::rows(&rows, widths, voice.word("continued"));
            let rows: Vec<Vec<Finished<Cell>>> =
                rows.iter().map(|row| row.iter().map(Finished::new).collect()).collect();
            let on_paper = on_paper.iter().zip(&rows).map(|(row, on_screen)| {
                let cell = |cell: &OnPaper| match cell {
                    OnPaper::AsOnScreen(place) => on_screen[*place].clone(),
                    OnPaper::Part(part) => Finished::new(part),
                };
                row.iter().map(cell).collect()
            });
            let on_paper = on_paper.collect();
            Finished::new(&MeasureBlock { rows, on_paper })
        };
        Section { title: self.title, measures: self.measures.into_iter().map(block).collect() }
    }
}

struct Writer<'a> {
    year: &'a Year,
    kind: Kind,
    columns: &'a [ColumnKind],
    voice: Voice<'a>,
}

impl Writer<'_> {
    /// As many rows as a measure has actions.
    fn rows(&self, measure: &Measure) -> Vec<Vec<Cell>> {
        let plan = self.kind.of(measure);
        let rows = plan.actions.len().max(1);
        let columns: Vec<_> = self.columns.iter().map(|column| (*column, is_shared(*column, plan))).collect();
        let row = |at: usize| {
            let action = plan.actions.get(at);
            let cell = |(column, shared): &(ColumnKind, bool)| {
                let lines = if *shared {
                    (at == 0).then(|| self.shared(*column, measure, plan))?
                } else {
                    self.own(*column, at, action, measure, plan)
                };
                Some(Cell { column: id(*column), span: if *shared { rows } else { 1 }, part: None, lines })
            };
            columns.iter().filter_map(cell).collect()
        };
        (0..rows).map(row).collect()
    }

    /// What one cell says for all actions of a measure.
    fn shared(&self, column: ColumnKind, measure: &Measure, plan: &Plan) -> Vec<Line> {
        match column {
            ColumnKind::Measure => {
                let title = Line {
                    number: Some(format!("{}.", self.voice.number(measure.number))),
                    ..Line::plain(&measure.title)
                };
                let parts = self.numbered("", &plan.parts).into_iter().map(|line| Line { inner: true, ..line });
                std::iter::once(title).chain(parts).collect()
            }
            ColumnKind::Units => plain(&plan.unit_names),
            ColumnKind::Period => timing(measure.period.as_ref(), self.voice),
            ColumnKind::Steps => {
                let own = plan.actions.iter().enumerate().flat_map(|(at, action)| {
                    let before = if plan.actions.len() > 1 { format!("{}.", at + 1) } else { String::new() };
                    self.numbered(&before, &action.steps)
                });
                own.chain(self.numbered("", &plan.steps)).collect()
            }
            ColumnKind::FollowUp => self.numbered("", &plan.follow_up),
            ColumnKind::Suggestions => self.numbered("", &plan.suggestions),
            ColumnKind::Actions | ColumnKind::Results => Vec::new(),
        }
    }

    /// What a cell says for one action.
    fn own(&self, column: ColumnKind, at: usize, action: Option<&Action>, measure: &Measure, plan: &Plan) -> Vec<Line> {
        let Some(action) = action else { return Vec::new() };
        match column {
            ColumnKind::Actions => {
                let number = (plan.actions.len() > 1).then(|| format!("{}.", self.voice.number(at + 1)));
                vec![Line { number, ..Line::plain(&action.text) }]
            }
            ColumnKind::Results => self.results(at, action, plan),
            ColumnKind::Steps => self.numbered("", &action.steps),
            ColumnKind::Units => plain(if action.units.is_empty() { &plan.unit_names } else { &action.unit_names }),
            ColumnKind::Period => timing(action.period.as_ref().or(measure.period.as_ref()), self.voice),
            ColumnKind::Measure | ColumnKind::FollowUp | ColumnKind::Suggestions => Vec::new(),
        }
    }

    /// Results with their dates and evidence. Where an action has several, their numbers say which action they belong
    /// to; one that is done or cancelled without a result says so.
    fn results(&self, at: usize, action: &Action, plan: &Plan) -> Vec<Line> {
        if action.outcomes.is_empty() && matches!(action.status, Status::Done | Status::Cancelled) {
            return vec![Line::plain(&self.voice.status(action.status).label)];
        }
        let before = if plan.actions.len() > 1 { format!("{}.", at + 1) } else { String::new() };
        let texts: Vec<String> = action.outcomes.iter().map(|outcome| self.result(outcome)).collect();
        let evidence = |outcome: &Outcome| {
            let titles: Vec<&str> = outcome.evidence.iter().map(|one| one.title.as_str()).collect();
            let text = format!("{}: {}", self.voice.word("evidence"), titles.join(", "));
            (!titles.is_empty()).then(|| Line { inner: true, ..Line::plain(&text) })
        };
        let lines = self.numbered(&before, &texts).into_iter().zip(&action.outcomes);
        lines.flat_map(|(line, outcome)| std::iter::once(line).chain(evidence(outcome))).collect()
    }

    /// A result with its date, unless its text says when already.
    fn result(&self, outcome: &Outcome) -> String {
        let Some(date) = &outcome.date else { return outcome.text.clone() };
        let said = period::find(&outcome.text, self.year.year).iter().any(|found| found.span.same_days(&date.span));
        if said || outcome.text.contains(&date.text) {
            outcome.text.clone()
        } else {
            format!("{} ({})", outcome.text, TimeView::new(date, self.voice).text)
        }
    }

    /// Texts with their numbers, where there are several.
    fn numbered(&self, before: &str, texts: &[String]) -> Vec<Line> {
        let line = |(at, text): (usize, &String)| Line {
            number: (texts.len() > 1).then(|| {
                let point = if before.is_empty() { "." } else { "" };
                self.voice.number(format_args!("{before}{}{point}", at + 1))
            }),
            ..Line::plain(text)
        };
        texts.iter().enumerate().map(line).collect()
    }
}

/// Whether one cell stands beside all actions of a measure.
fn is_shared(column: ColumnKind, plan: &Plan) -> bool {
    match column {
        ColumnKind::Measure | ColumnKind::FollowUp | ColumnKind::Suggestions => true,
        ColumnKind::Units => plan.actions.iter().all(|action| action.units.is_empty()),
        ColumnKind::Period => plan.actions.iter().all(|action| action.period.is_none()),
        ColumnKind::Steps => !plan.steps.is_empty() || plan.actions.is_empty(),
        ColumnKind::Actions | ColumnKind::Results => false,
    }
}

fn timing(timing: Option<&Timing>, voice: Voice<'_>) -> Vec<Line> {
    timing.map(|timing| Line::plain(&TimeView::new(timing, voice).text)).into_iter().collect()
}

fn plain(texts: &[String]) -> Vec<Line> {
    texts.iter().map(|text| Line::plain(text)).collect()
}
