//! PS205: a result that is said to be done lies in the fiscal year of its measure.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Measure, OutcomeStatus, Plan, Site, Year};
use crate::read::Step;

pub fn check(_: &Site, year: &Year, problems: &mut Diagnostics) {
    for measure in &year.measures {
        check_actions(year, measure, &measure.plan, problems);
        if let Some(report) = measure.own_report() {
            check_actions(year, measure, report, problems);
        }
    }
}

fn check_actions(year: &Year, measure: &Measure, plan: &Plan, problems: &mut Diagnostics) {
    let field: Vec<Step> = plan.actions_field.iter().map(|name| Step::from(*name)).collect();
    for (at, action) in plan.actions.iter().enumerate() {
        for (nth, outcome) in action.outcomes.iter().enumerate() {
            let Some(date) = outcome.date.as_ref().filter(|_| outcome.status == OutcomeStatus::Done) else { continue };
            if date.span.first() >= year.year.first_day() && date.span.last() <= year.year.last_day() {
                continue;
            }
            let way = [field.as_slice(), &field![at, "results", nth, "date"]].concat();
            let be = year.year.be();
            problems.push(
                measure
                    .source
                    .problem(
                        &rules::RESULT_OUTSIDE_YEAR,
                        &way,
                        Message::new(
                            format!("วันที่ของผล “{}” อยู่นอกปีงบประมาณ {be}", date.text),
                            format!("the date of this result, “{}”, is outside fiscal year {be}", date.text),
                        ),
                    )
                    .help(
                        format!("ปีงบประมาณ {be} คือ 1 ตุลาคม {} ถึง 30 กันยายน {be} ตรวจปีที่พิมพ์", be - 1),
                        format!(
                            "fiscal year {be} runs from 1 October {} to 30 September {be}: look at the year",
                            be - 1
                        ),
                    ),
            );
        }
    }
}
