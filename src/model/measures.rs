//! Records of measures into [`Measure`]s: what each field means, and how far each measure has come.

use super::UnitId;
use super::linker;
use super::linking::{Context, Linking, each_once, no_framework};
use super::measure::{Action, Evidence, Measure, Outcome, Plan, Timing};
use super::progress::{self, ActionFacts, OutcomeStatus, Progress, Status};
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::framework::{Code, FrameworkYear};
use crate::read::{Source, Step};
use crate::record::{ActionRecord, EvidenceRecord, MeasureRecord, ResultRecord};
use crate::value::Whole;
use std::sync::Arc;

const PLANNED: &[&str] = &["actions"];
const REPORTED: &[&str] = &["report", "actions"];

/// Links one measure. `place` is its place by file name, from 1.
pub fn measure(
    source: &Arc<Source>,
    slug: String,
    place: u32,
    record: &MeasureRecord,
    context: &Context<'_>,
    problems: &mut Diagnostics,
) -> Measure {
    let mut linking = Linking { source, context, problems };
    let oit_year = record.oit_year.and_then(|year| linking.oit_year(year)).unwrap_or(context.own);
    let period = record.period.as_deref().and_then(|text| linking.timing(text, &field!["period"]));
    let reported = record.status.is_some()
        || record
            .actions
            .iter()
            .chain(record.report.iter().flat_map(|report| report.actions.iter()))
            .any(|action| !action.results.is_empty() || action.status.is_some());
    let (units, unit_names) = linking.units(&record.units, &field!["units"]);
    let plan = Plan {
        units,
        unit_names,
        parts: record.parts.to_vec(),
        actions_field: PLANNED,
        actions: linking.actions(&record.actions, &field!["actions"], period.as_ref(), reported),
        steps: record.steps.to_vec(),
        follow_up: record.follow_up.to_vec(),
        suggestions: record.suggestions.to_vec(),
    };
    let report = record.report.as_ref().map(|report| {
        let (units, unit_names) = linking.units(&report.units, &field!["report", "units"]);
        Plan {
            units: or(units, &plan.units),
            unit_names: or(unit_names, &plan.unit_names),
            parts: or(report.parts.to_vec(), &plan.parts),
            actions_field: if report.actions.is_empty() { PLANNED } else { REPORTED },
            actions: or(
                linking.actions(&report.actions, &field!["report", "actions"], period.as_ref(), reported),
                &plan.actions,
            ),
            steps: plan.steps.clone(),
            follow_up: or(report.follow_up.to_vec(), &plan.follow_up),
            suggestions: or(report.suggestions.to_vec(), &plan.suggestions),
        }
    });
    let statuses: Vec<Status> = report.as_ref().unwrap_or(&plan).actions.iter().map(|action| action.status).collect();
    let status =
        progress::measure_status(record.status, &statuses, period.as_ref().map(|timing| timing.span), context.as_of);
    let done = statuses.iter().filter(|one| **one == Status::Done).count();
    let progress = match status {
        Status::NotReported => None,
        // What is declared done is done, whatever was written of its parts.
        Status::Done if record.status.is_some() => {
            Some(Progress { done: statuses.len().max(1), of: statuses.len().max(1) })
        }
        _ => Some(Progress { done, of: statuses.len() }),
    };
    let title = linking.said(&record.title, &field!["title"]);
    Measure {
        source: Arc::clone(source),
        slug,
        number: record.number.map_or(place, |number| number.0),
        title,
        indicators: linking.indicators(&record.indicators, &field!["indicators"]),
        instrument: record.instrument.as_deref().and_then(|text| linking.instrument(text, &field!["instrument"])),
        issue: record.issue.and_then(|number| linking.issue(number)),
        questions: linking.codes(&record.questions, &field!["questions"], Code::parse, context.analysed),
        oit: linking.codes(&record.oit, &field!["oit"], Code::parse_oit, oit_year),
        oit_year: oit_year.year(),
        period,
        plan,
        report,
        remark: record.remark.to_vec(),
        body: linking.body(),
        status,
        progress,
        updated: record.updated.as_deref().and_then(|text| linking.day(text, &field!["updated"])),
    }
}

fn or<T: Clone>(own: Vec<T>, otherwise: &[T]) -> Vec<T> {
    if own.is_empty() { otherwise.to_vec() } else { own }
}

impl<'a> Linking<'a> {
    fn indicators(&mut self, numbers: &[Whole], way: &[Step]) -> Vec<u8> {
        let numbers = numbers.iter().enumerate();
        each_once(numbers.filter_map(|(at, number)| self.indicator(*number, &[way, &field![at]].concat())), |one| *one)
    }

    fn indicator(&mut self, number: Whole, way: &[Step]) -> Option<u8> {
        let found = u8::try_from(number.0).ok().filter(|number| self.context.own.indicator(*number).is_some());
        if found.is_none() {
            let last = self.context.own.indicators().len();
            self.problems.push(
                self.source
                    .problem(
                        &rules::WRONG_VALUE,
                        way,
                        Message::new(format!("ไม่มีตัวชี้วัดที่ {}", number.0), format!("there is no indicator {}", number.0)),
                    )
                    .help(format!("ตัวชี้วัดมี 1 ถึง {last}"), format!("indicators are 1 to {last}")),
            );
        }
        found
    }

    fn oit_year(&mut self, year: Whole) -> Option<&'a FrameworkYear> {
        let found = u16::try_from(year.0).ok().and_then(|year| self.context.framework.year(year));
        if found.is_none() {
            self.problems.push(no_framework(self.source.at(&field!["oit_year"]), year.0));
        }
        found
    }

    /// The units and their names as written; one that is written by its id has its name.
    fn units(&mut self, names: &[String], way: &[Step]) -> (Vec<UnitId>, Vec<String>) {
        let linker = self.context.linker;
        let units = names.iter().enumerate().filter_map(|(at, name)| {
            let way = [way, &field![at]].concat();
            let id = linker.unit(self.written(name, &way), self.problems)?;
            let unit = &linker.units[id.0];
            Some((id, if *name == unit.id { unit.name.clone() } else { name.trim().to_owned() }))
        });
        each_once(units, |(id, _)| *id).into_iter().unzip()
    }

    fn timing(&mut self, text: &str, way: &[Step]) -> Option<Timing> {
        let span = linker::span(self.written(text, way), self.context.year, self.problems)?;
        Some(Timing { text: text.trim().to_owned(), span })
    }

    fn actions(
        &mut self,
        records: &[ActionRecord],
        way: &[Step],
        period: Option<&Timing>,
        reported: bool,
    ) -> Vec<Action> {
        records
            .iter()
            .enumerate()
            .map(|(at, record)| {
                let way = [way, &field![at]].concat();
                self.action(record, &way, period, reported)
            })
            .collect()
    }

    fn action(&mut self, record: &ActionRecord, way: &[Step], period: Option<&Timing>, reported: bool) -> Action {
        let own_period =
            record.period.as_deref().and_then(|text| self.timing(text, &[way, &field!["period"]].concat()));
        let outcomes: Vec<Outcome> = record
            .results
            .iter()
            .enumerate()
            .map(|(at, record)| self.outcome(record, &[way, &field!["results", at]].concat()))
            .collect();
        let facts: Vec<_> =
            outcomes.iter().map(|outcome| (outcome.status, outcome.date.as_ref().map(|date| date.span))).collect();
        let status = progress::action_status(
            ActionFacts {
                written: record.status,
                outcomes: &facts,
                period: own_period.as_ref().or(period).map(|timing| timing.span),
                reported,
            },
            self.context.as_of,
        );
        let text = self.said(&record.text, &[way, &field!["text"]].concat());
        let (units, unit_names) = self.units(&record.units, &[way, &field!["units"]].concat());
        Action {
            text,
            title: record.title.clone(),
            units,
            unit_names,
            period: own_period,
            steps: record.steps.to_vec(),
            outcomes,
            remark: record.remark.to_vec(),
            status,
            written_status: record.status,
        }
    }

    fn outcome(&mut self, record: &ResultRecord, way: &[Step]) -> Outcome {
        let date = record.date.as_deref().and_then(|text| self.timing(text, &[way, &field!["date"]].concat()));
        let status = OutcomeStatus::of(record.status, date.as_ref().map(|date| date.span), self.context.as_of);
        let evidence = record
            .evidence
            .iter()
            .enumerate()
            .filter_map(|(at, one)| self.evidence(one, at, &[way, &field!["evidence", at, "url"]].concat()))
            .collect();
        let text = self.said(&record.text, &[way, &field!["text"]].concat());
        Outcome { text, date, status, evidence, remark: record.remark.to_vec() }
    }

    fn evidence(&mut self, record: &EvidenceRecord, at: usize, way: &[Step]) -> Option<Evidence> {
        let target = self.target(&record.url, way)?;
        Some(Evidence { title: record.title.clone(), target, at })
    }
}
