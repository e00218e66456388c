//! PS205, PS209: a result that is said to be done lies in the fiscal year of its measure, and not in the future; what is
//! planned for a year has at least a day in it.

use super::actions;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::field;
use crate::model::{Measure, OutcomeStatus, Site, Year};
use crate::read::{Source, Step};
use crate::thai::calendar::FiscalYear;
use crate::thai::digits::Numerals;
use crate::thai::period::Span;
use jiff::civil::Date;

pub fn measure(site: &Site, year: &Year, measure: &Measure, problems: &mut Diagnostics) {
    let as_of = site.settings.as_of;
    for acted in actions::of(measure) {
        for (outcome, way) in acted.results() {
            let Some(date) = outcome.date.as_ref().filter(|_| outcome.status == OutcomeStatus::Done) else { continue };
            let way = [way.as_slice(), &field!["date"]].concat();
            let source = &acted.measure.source;
            if date.span.first() > as_of {
                let day = Span::day(as_of);
                problems.push(
                    source
                        .problem(
                            &rules::FUTURE_RESULT,
                            &way,
                            Message::new(
                                format!("ระบุว่าผลนี้เสร็จแล้ว แต่ “{}” ยังมาไม่ถึง (ข้อมูล ณ {})", date.text, day.thai(Numerals::Thai)),
                                format!("this result is called done, but “{}” is after {}, the day of the report", date.text, day.english()),
                            ),
                        )
                        .help(
                            "ตรวจวันที่และปี ถ้ายังไม่เกิดขึ้น ใช้ `status: planned` ถ้าข้อมูลใหม่กว่านั้น ให้ปรับ `as_of` ใน site.yaml",
                            "look at the date and its year; write `status: planned` if it is to come, or move `as_of` in site.yaml on",
                        ),
                );
            } else if !holds(year.year, date.span.first()) || !holds(year.year, date.span.last()) {
                let message = Message::new(
                    format!("วันที่ของผล “{}” อยู่นอกปีงบประมาณ {}", date.text, year.year.be()),
                    format!("the date of this result, “{}”, is outside fiscal year {}", date.text, year.year.be()),
                );
                problems.push(outside(source, &way, message, year.year));
            }
        }
    }
    let whole = measure.period.iter().map(|period| (field!["period"].to_vec(), period));
    let of_actions = actions::reported(measure)
        .filter_map(|acted| Some(([acted.way.as_slice(), &field!["period"]].concat(), acted.action.period.as_ref()?)));
    for (way, period) in whole.chain(of_actions) {
        // What is planned may begin before the year and go on after it.
        if period.span.last() < year.year.first_day() || period.span.first() > year.year.last_day() {
            let message = Message::new(
                format!("ช่วงเวลา “{}” อยู่นอกปีงบประมาณ {} ทั้งหมด", period.text, year.year.be()),
                format!("the period “{}” lies wholly outside fiscal year {}", period.text, year.year.be()),
            );
            problems.push(outside(&measure.source, &way, message, year.year));
        }
    }
}

fn holds(year: FiscalYear, day: Date) -> bool {
    (year.first_day()..=year.last_day()).contains(&day)
}

fn outside(source: &Source, way: &[Step], message: Message, year: FiscalYear) -> Diagnostic {
    let (be, first, last) = (year.be(), Span::day(year.first_day()), Span::day(year.last_day()));
    source.problem(&rules::OUTSIDE_YEAR, way, message).help(
        format!("ปีงบประมาณ {be} คือ {} ถึง {} ตรวจปีที่พิมพ์", first.thai(Numerals::Thai), last.thai(Numerals::Thai)),
        format!("fiscal year {be} runs from {} to {}: look at the year", first.english(), last.english()),
    )
}
