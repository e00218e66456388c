//! Measures, their actions and what came of them.

use super::progress::{OutcomeStatus, Progress, Status};
use super::prose::Prose;
use super::{Target, UnitId};
use crate::framework::{Code, Instrument};
use crate::read::Source;
use crate::record::StatusRecord;
use crate::thai::period::Span;
use jiff::civil::Date;
use std::ops::Deref;
use std::sync::Arc;

/// Measures in the order of the official table. Each is shared with other states of the same site.
#[derive(Debug, Default)]
pub struct Measures(Vec<Arc<Measure>>);

impl Measures {
    /// One after the other.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Measure> + DoubleEndedIterator + Clone {
        self.0.iter().map(|measure| &**measure)
    }
}

impl Deref for Measures {
    type Target = [Arc<Measure>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl FromIterator<Arc<Measure>> for Measures {
    fn from_iter<I: IntoIterator<Item = Arc<Measure>>>(measures: I) -> Self {
        let mut measures: Vec<_> = measures.into_iter().collect();
        measures.sort_by(|a, b| (a.number, &a.slug).cmp(&(b.number, &b.slug)));
        Self(measures)
    }
}

impl<'m> IntoIterator for &'m Measures {
    type Item = &'m Measure;
    type IntoIter = std::iter::Map<std::slice::Iter<'m, Arc<Measure>>, fn(&'m Arc<Measure>) -> &'m Measure>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|measure| &**measure)
    }
}

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

    /// Every unit that is responsible for it or for one of its actions, each once, in the order of the record.
    #[must_use]
    pub fn all_units(&self) -> Vec<UnitId> {
        let actions = self.plan.actions.iter().chain(&self.reported().actions).flat_map(|action| &action.units);
        let mut all: Vec<UnitId> = Vec::new();
        for unit in self.plan.units.iter().chain(&self.reported().units).chain(actions) {
            if !all.contains(unit) {
                all.push(*unit);
            }
        }
        all
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Who is responsible.
    pub units: Vec<UnitId>,
    /// Their names as the record has them.
    pub unit_names: Vec<String>,
    /// Sub-measures.
    pub parts: Vec<String>,
    /// The actions.
    pub actions: Vec<Action>,
    /// The field of the record in which the actions stand.
    pub actions_field: &'static [&'static str],
    /// ขั้นตอน that stand beside all actions together.
    pub steps: Vec<String>,
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
    /// Their names as the record has them.
    pub unit_names: Vec<String>,
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
    /// How the record says that it stands, if it does.
    pub written_status: Option<StatusRecord>,
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
    /// Which of the result's evidence it is in the record, from 0.
    pub at: usize,
}
