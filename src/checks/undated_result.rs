//! PS207: a result whose text names a day has it as its date, where progress is read from.

use super::actions;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Measure, Site, Year};
use crate::thai::digits::Numerals;
use crate::thai::period;

pub fn measure(_: &Site, year: &Year, measure: &Measure, problems: &mut Diagnostics) {
    for acted in actions::of(measure) {
        for (outcome, way) in acted.results().filter(|(outcome, _)| outcome.date.is_none()) {
            let Some(found) = period::find(&outcome.text, year.year).into_iter().next() else { continue };
            let Some(words) = outcome.text.get(found.at) else { continue };
            let way = [way.as_slice(), &field!["text"]].concat();
            problems.push(
                acted
                    .measure
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
