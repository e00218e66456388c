//! Measures, their actions and what came of them.

use super::linker::{self, Linker, Written};
use super::progress::{self, ActionFacts, OutcomeStatus, Progress, Status};
use super::prose::Prose;
use super::{Target, UnitId};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::field;
use crate::framework::{Code, CodeError, Framework, FrameworkYear, Instrument};
use crate::read::{Source, Step};
use crate::record::{ActionRecord, EvidenceRecord, MeasureRecord, ResultRecord};
use crate::thai::calendar::FiscalYear;
use crate::thai::period::Span;
use crate::value::{Number, Whole};
use jiff::civil::Date;
use std::sync::Arc;

/// A measure.
#[derive(Debug)]
pub struct Measure {
    /// Where it was written.
    pub source: Arc<Source>,
    /// Its address.
    pub slug: String,
    /// Its place in the official table, from 1.
    pub number: u32,
    /// มาตรการ/แนวทาง
    pub title: String,
    /// The indicators it concerns.
    pub indicators: Vec<u8>,
    /// The instrument under which a plan lists it.
    pub instrument: Option<Instrument>,
    /// The issue it answers.
    pub issue: Option<u8>,
    /// Questions of the analysed year.
    pub questions: Vec<Code>,
    /// Items of the list of `oit_year`.
    pub oit: Vec<Code>,
    /// The year of that list.
    pub oit_year: u16,
    /// When, as written and as understood.
    pub period: Option<Timing>,
    /// What is planned.
    pub plan: Plan,
    /// What the progress report words otherwise, already filled up from the plan.
    pub report: Option<Plan>,
    /// What the editor adds.
    pub remark: Vec<String>,
    /// The free text.
    pub body: Prose,
    /// How it stands.
    pub status: Status,
    /// How far it has come; `None` where no result has been reported.
    pub progress: Option<Progress>,
    /// When it was last changed.
    pub updated: Option<Date>,
}

impl Measure {
    /// The plan as the progress report words it.
    #[must_use]
    pub fn reported(&self) -> &Plan {
        self.report.as_ref().unwrap_or(&self.plan)
    }

    /// The report, where it has actions of its own: otherwise they are the plan's.
    #[must_use]
    pub fn own_report(&self) -> Option<&Plan> {
        self.report.as_ref().filter(|report| report.actions_field != self.plan.actions_field)
    }

    /// Every unit that is responsible for it or for one of its actions, each once.
    #[must_use]
    pub fn all_units(&self) -> Vec<UnitId> {
        let mut all: Vec<UnitId> = self.plan.units.clone();
        all.extend(self.reported().units.iter().copied());
        all.extend(
            self.plan.actions.iter().chain(&self.reported().actions).flat_map(|action| action.units.iter().copied()),
        );
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Who is responsible.
    pub units: Vec<UnitId>,
    /// Sub-measures.
    pub parts: Vec<String>,
    /// The actions.
    pub actions: Vec<Action>,
    /// The field of the record in which the actions stand.
    pub actions_field: &'static [&'static str],
    /// การติดตามผล
    pub follow_up: Vec<String>,
    /// ข้อเสนอแนะ
    pub suggestions: Vec<String>,
}

/// A time as written and as understood.
#[derive(Debug, Clone)]
pub struct Timing {
    /// As written.
    pub text: String,
    /// As understood.
    pub span: Span,
}

/// One action.
#[derive(Debug, Clone)]
pub struct Action {
    /// วิธีการดำเนินการ
    pub text: String,
    /// A short name.
    pub title: Option<String>,
    /// Who is responsible, where it is not who is for the measure.
    pub units: Vec<UnitId>,
    /// When, where it is not when the measure is.
    pub period: Option<Timing>,
    /// ขั้นตอน
    pub steps: Vec<String>,
    /// ผลการดำเนินการ
    pub outcomes: Vec<Outcome>,
    /// What the editor adds.
    pub remark: Vec<String>,
    /// How it stands.
    pub status: Status,
}

/// One result.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// ผลการดำเนินการ
    pub text: String,
    /// When.
    pub date: Option<Timing>,
    /// How it stands.
    pub status: OutcomeStatus,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// What the editor adds.
    pub remark: Vec<String>,
}

/// What shows a result.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub target: Target,
}

const PLANNED: &[&str] = &["actions"];
const REPORTED: &[&str] = &["report", "actions"];

/// What the measures of a year are linked with.
pub struct Context<'a> {
    /// The site.
    pub linker: &'a Linker<'a>,
    /// The folder's year.
    pub year: FiscalYear,
    /// The framework of every year.
    pub framework: &'a Framework,
    /// The framework of the folder's year.
    pub own: &'a FrameworkYear,
    /// The framework of the analysed year.
    pub analysed: &'a FrameworkYear,
    /// The day on which progress is judged.
    pub as_of: Date,
}

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
    let plan = Plan {
        units: linking.units(&record.units, &field!["units"]),
        parts: record.parts.to_vec(),
        actions_field: PLANNED,
        actions: linking.actions(&record.actions, &field!["actions"], period.as_ref(), reported),
        follow_up: record.follow_up.to_vec(),
        suggestions: record.suggestions.to_vec(),
    };
    let report = record.report.as_ref().map(|report| Plan {
        units: or(linking.units(&report.units, &field!["report", "units"]), &plan.units),
        parts: or(report.parts.to_vec(), &plan.parts),
        actions_field: if report.actions.is_empty() { PLANNED } else { REPORTED },
        actions: or(
            linking.actions(&report.actions, &field!["report", "actions"], period.as_ref(), reported),
            &plan.actions,
        ),
        follow_up: or(report.follow_up.to_vec(), &plan.follow_up),
        suggestions: or(report.suggestions.to_vec(), &plan.suggestions),
    });
    let statuses: Vec<Status> = report.as_ref().unwrap_or(&plan).actions.iter().map(|action| action.status).collect();
    let status =
        progress::measure_status(record.status, &statuses, period.as_ref().map(|timing| timing.span), context.as_of);
    let done = statuses.iter().filter(|one| **one == Status::Done).count();
    let progress = match status {
        Status::NotReported => None,
        // What is declared done is done, whatever was written of its parts.
        Status::Done => Some(Progress { done: statuses.len().max(1), of: statuses.len().max(1) }),
        _ => Some(Progress { done, of: statuses.len() }),
    };
    if record.title.trim().is_empty() {
        linking.report_empty(&field!["title"]);
    }
    Measure {
        source: Arc::clone(source),
        slug,
        number: record.number.map_or(place, |number| number.0),
        title: record.title.trim().to_owned(),
        indicators: record
            .indicators
            .iter()
            .enumerate()
            .filter_map(|(at, number)| linking.indicator(*number, &field!["indicators", at]))
            .collect(),
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

/// The linking of one record of a year.
pub struct Linking<'a> {
    pub source: &'a Source,
    pub context: &'a Context<'a>,
    pub problems: &'a mut Diagnostics,
}

impl<'a> Linking<'a> {
    fn written<'w>(&self, text: &'w str, way: &'w [Step]) -> Written<'w>
    where
        'a: 'w,
    {
        Written { source: self.source, text, way }
    }

    /// The body with its links found.
    pub fn body(&mut self) -> Prose {
        let (linker, source) = (self.context.linker, self.source);
        super::prose::compile(
            source,
            |link, range, problems| linker.target(source, link, &source.in_body(range), problems),
            self.problems,
        )
    }

    /// A single day.
    pub fn day(&mut self, text: &str, way: &[Step]) -> Option<Date> {
        linker::day(self.written(text, way), self.problems)
    }

    /// What a field links to.
    pub fn target(&mut self, link: &str, way: &[Step]) -> Option<Target> {
        self.context.linker.target(self.source, link, &self.source.at(way), self.problems)
    }

    /// Codes, in the order written.
    pub fn codes(
        &mut self,
        texts: &[String],
        way: &[Step],
        read: fn(&str) -> Result<Code, CodeError>,
        framework: &FrameworkYear,
    ) -> Vec<Code> {
        texts
            .iter()
            .enumerate()
            .filter_map(|(at, text)| {
                let way = [way, &field![at]].concat();
                linker::code(self.written(text, &way), read, framework, self.problems)
            })
            .collect()
    }

    /// An instrument by its abbreviation.
    pub fn instrument(&mut self, text: &str, way: &[Step]) -> Option<Instrument> {
        let found = Instrument::parse(text);
        if found.is_none() {
            self.problems.push(
                self.source
                    .problem(
                        &rules::WRONG_VALUE,
                        way,
                        Message::new(format!("“{text}” ไม่ใช่แบบวัด"), format!("“{text}” is not an instrument")),
                    )
                    .help("ใช้ IIT, EIT หรือ OIT", "use IIT, EIT or OIT"),
            );
        }
        found
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

    fn issue(&mut self, number: Whole) -> Option<u8> {
        let known = self.context.own.issues();
        let found = u8::try_from(number.0)
            .ok()
            .filter(|number| known.is_empty() || known.iter().any(|issue| issue.number == *number));
        if found.is_none() {
            self.problems.push(self.source.problem(
                &rules::WRONG_VALUE,
                &field!["issue"],
                Message::new(format!("ไม่มีประเด็นที่ {}", number.0), format!("there is no issue {}", number.0)),
            ));
        }
        found
    }

    fn oit_year(&mut self, year: Whole) -> Option<&'a FrameworkYear> {
        let found = u16::try_from(year.0).ok().and_then(|year| self.context.framework.year(year));
        if found.is_none() {
            self.problems.push(no_framework(self.source, &field!["oit_year"], year.0));
        }
        found
    }

    fn report_empty(&mut self, way: &[Step]) {
        self.problems.push(self.source.problem(
            &rules::WRONG_VALUE,
            way,
            Message::new("ข้อความนี้ว่างเปล่า", "this text is empty"),
        ));
    }

    fn units(&mut self, names: &[String], way: &[Step]) -> Vec<UnitId> {
        names
            .iter()
            .enumerate()
            .filter_map(|(at, name)| {
                let way = [way, &field![at]].concat();
                self.context.linker.unit(self.written(name, &way), self.problems)
            })
            .collect()
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
        Action {
            text: record.text.trim().to_owned(),
            title: record.title.clone(),
            units: self.units(&record.units, &[way, &field!["units"]].concat()),
            period: own_period,
            steps: record.steps.to_vec(),
            outcomes,
            remark: record.remark.to_vec(),
            status,
        }
    }

    fn outcome(&mut self, record: &ResultRecord, way: &[Step]) -> Outcome {
        let date = record.date.as_deref().and_then(|text| self.timing(text, &[way, &field!["date"]].concat()));
        let status = OutcomeStatus::of(record.status, date.as_ref().map(|date| date.span), self.context.as_of);
        let evidence = record
            .evidence
            .iter()
            .enumerate()
            .filter_map(|(at, one)| self.evidence(one, &[way, &field!["evidence", at, "url"]].concat()))
            .collect();
        Outcome { text: record.text.trim().to_owned(), date, status, evidence, remark: record.remark.to_vec() }
    }

    fn evidence(&mut self, record: &EvidenceRecord, way: &[Step]) -> Option<Evidence> {
        let target = self.target(&record.url, way)?;
        Some(Evidence { title: record.title.clone(), target })
    }

    /// A score between 0 and 100.
    pub fn score(&mut self, score: Number, way: &[Step]) -> Option<f64> {
        if (0.0..=100.0).contains(&score.0) {
            return Some(score.0);
        }
        self.problems.push(self.source.problem(
            &rules::WRONG_VALUE,
            way,
            Message::new(
                format!("คะแนน {} ไม่อยู่ในช่วง 0 ถึง 100", score.0),
                format!("the score {} is not between 0 and 100", score.0),
            ),
        ));
        None
    }
}

/// The problem that nothing is known of a fiscal year.
pub fn no_framework(source: &Source, way: &[Step], year: u32) -> Diagnostic {
    source
        .problem(
            &rules::NO_FRAMEWORK,
            way,
            Message::new(
                format!("ไม่มีกรอบการประเมินของปีงบประมาณ {year}"),
                format!("nothing is known of the assessment of fiscal year {year}"),
            ),
        )
        .help(
            format!("เพิ่ม framework/{year}.yaml ในโฟลเดอร์ของเว็บนี้ เช่น `year: {year}` และ `like: 2569`"),
            format!("add framework/{year}.yaml to this site's folder, such as `year: {year}` and `like: 2569`"),
        )
}
