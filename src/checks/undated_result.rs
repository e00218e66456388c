//! PS207: a result whose text names a day has it as its date, where progress is read from.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Site, Year};
use crate::read::Step;
use crate::thai::digits::Numerals;
use crate::thai::period;

pub fn check(_: &Site, year: &Year, problems: &mut Diagnostics) {
    for measure in &year.measures {
        let plans = std::iter::once(&measure.plan).chain(measure.own_report());
        for plan in plans {
            let field: Vec<Step> = plan.actions_field.iter().map(|name| Step::from(*name)).collect();
            for (at, action) in plan.actions.iter().enumerate() {
                for (nth, outcome) in action.outcomes.iter().enumerate().filter(|(_, outcome)| outcome.date.is_none()) {
                    let Some(found) = period::find(&outcome.text, year.year).into_iter().next() else { continue };
                    let Some(words) = outcome.text.get(found.at) else { continue };
                    let way = [field.as_slice(), &field![at, "results", nth, "text"]].concat();
                    problems.push(
                        measure
                            .source
                            .problem(
                                &rules::UNDATED_RESULT,
                                &way,
                                Message::new(
                                    format!("ข้อความบอกเวลาไว้ว่า “{words}” แต่ผลนี้ไม่มี `date`"),
                                    format!("the text says “{words}”, but this result has no `date`"),
                                ),
                            )
                            .help(
                                format!("เพิ่มบรรทัด `date: {}`", found.span.thai(Numerals::Thai)),
                                format!("add a line `date: {}`", found.span.iso()),
                            ),
                    );
                }
            }
        }
    }
}
