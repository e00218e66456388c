//! PS205, PS209: a result that is said to be done lies in the fiscal year of its measure, and not in the future.

use super::actions;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{OutcomeStatus, Site, Year};
use crate::thai::digits::Numerals;
use crate::thai::period::Span;

pub fn check(site: &Site, year: &Year, problems: &mut Diagnostics) {
    let as_of = site.settings.as_of;
    let be = year.year.be();
    for acted in actions::of(year) {
        for (outcome, way) in acted.results() {
            let Some(date) = outcome.date.as_ref().filter(|_| outcome.status == OutcomeStatus::Done) else { continue };
            let way = [way.as_slice(), &field!["date"]].concat();
            let source = &acted.measure.source;
            if date.span.first() > as_of {
                let day = Span::day(as_of).thai(Numerals::Thai);
                problems.push(
                    source
                        .problem(
                            &rules::FUTURE_RESULT,
                            &way,
                            Message::new(
                                format!("ผลนี้ว่าเสร็จแล้ว แต่ “{}” ยังมาไม่ถึง (ข้อมูล ณ {day})", date.text),
                                format!("this result is called done, but “{}” is after {as_of}, the day of the report", date.text),
                            ),
                        )
                        .help(
                            "ตรวจวันที่และปี ถ้ายังไม่เกิดขึ้น ใช้ `status: planned` ถ้าข้อมูลใหม่กว่านั้น ให้ปรับ `as_of` ใน site.yaml",
                            "look at the date and its year; write `status: planned` if it is to come, or move `as_of` in site.yaml on",
                        ),
                );
            } else if date.span.first() < year.year.first_day() || date.span.last() > year.year.last_day() {
                problems.push(
                    source
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
}
