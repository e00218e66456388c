//! The way to every action and result of a year, in the plan and where the report words them anew.

use crate::field;
use crate::model::{Action, Measure, Outcome, Plan};
use crate::read::Step;

/// An action and where its record has it.
pub struct Acted<'a> {
    pub measure: &'a Measure,
    pub action: &'a Action,
    pub way: Vec<Step>,
}

impl<'a> Acted<'a> {
    /// Its results, each with where the record has it.
    pub fn results(&self) -> impl Iterator<Item = (&'a Outcome, Vec<Step>)> + use<'a> {
        let way = self.way.clone();
        let outcomes = self.action.outcomes.iter().enumerate();
        outcomes.map(move |(at, outcome)| (outcome, [way.as_slice(), &field!["results", at]].concat()))
    }
}

/// Every action of a measure, in its plan and in its report.
pub fn of(measure: &Measure) -> impl Iterator<Item = Acted<'_>> {
    plans(measure).flat_map(move |plan| of_plan(measure, plan))
}

/// The actions of a measure as its progress report counts them.
pub fn reported(measure: &Measure) -> impl Iterator<Item = Acted<'_>> {
    of_plan(measure, measure.reported())
}

/// Every result of a measure, in its plan and in its report.
pub fn outcomes(measure: &Measure) -> impl Iterator<Item = &Outcome> {
    plans(measure).flat_map(|plan| &plan.actions).flat_map(|action| &action.outcomes)
}

/// The plan, and the report where it has actions of its own.
fn plans(measure: &Measure) -> impl Iterator<Item = &Plan> {
    std::iter::once(&measure.plan).chain(measure.own_report())
}

fn of_plan<'a>(measure: &'a Measure, plan: &'a Plan) -> impl Iterator<Item = Acted<'a>> {
    let field: Vec<Step> = plan.actions_field.iter().map(|name| Step::from(*name)).collect();
    plan.actions.iter().enumerate().map(move |(at, action)| {
        let way = [field.as_slice(), &field![at]].concat();
        Acted { measure, action, way }
    })
}
