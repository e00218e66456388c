//! PS208: results under `actions` are not in the progress report where the report words the actions anew.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Measure, Site, Year};

pub fn measure(_: &Site, _: &Year, measure: &Measure, problems: &mut Diagnostics) {
    if measure.own_report().is_some() {
        let with_results = measure.plan.actions.iter().enumerate().filter(|(_, action)| !action.outcomes.is_empty());
        for (at, _) in with_results {
            problems.push(
                measure
                    .source
                    .problem(
                        &rules::HIDDEN_RESULTS,
                        &field!["actions", at, "results"],
                        Message::new(
                            "ผลเหล่านี้ไม่อยู่ในรายงานผล เพราะ `report.actions` เขียนวิธีการใหม่",
                            "these results are not in the progress report, since `report.actions` words the actions anew",
                        ),
                    )
                    .help(
                        "ย้าย `results` ไปไว้ที่วิธีการเดียวกันใน `report.actions`",
                        "move `results` to the same action under `report.actions`",
                    ),
            );
        }
    }
}
