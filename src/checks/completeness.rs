//! PS211, PS501 to PS504: what an assessor will look for and not find: a result when its time is over, a link for an
//! item, a unit, a result, evidence.

use super::actions;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::field;
use crate::framework::Code;
use crate::model::{Measure, OutcomeStatus, Site, Status, Year};
use crate::thai::digits::Numerals;
use crate::thai::period::Span;

pub fn measure(site: &Site, _: &Year, measure: &Measure, problems: &mut Diagnostics) {
    unit(measure, problems);
    results(site, measure, problems);
    evidence(measure, problems);
}

/// One finding for the whole list: what is missing is one piece of work.
pub fn items(site: &Site, year: &Year, problems: &mut Diagnostics) {
    let open: Vec<Code> = year.oit.iter().filter(|item| !item.is_answered()).map(|item| item.code).collect();
    if open.is_empty() {
        return;
    }
    let (missing, all) = (open.len(), year.oit.len());
    let folder = site.source.path.strip_suffix("site.yaml").unwrap_or_default();
    let list = ranges(&open);
    problems.push(
        Diagnostic::new(
            &rules::ITEM_WITHOUT_LINK,
            Location::file(format!("{folder}{}/oit", year.year.be())),
            Message::new(
                format!("ข้อ OIT ที่ยังไม่มีลิงก์ {missing} จาก {all} ข้อ: {list}"),
                format!("{missing} of {all} items have no link yet: {list}"),
            ),
        )
        .help(
            "เขียนแฟ้มเช่น oit/o1.md ที่มี `links:` หรือ `not_applicable:` พร้อมเหตุผล",
            "write a file such as oit/o1.md with `links:`, or with `not_applicable:` and the reason",
        ),
    );
}

/// `o1–o3, o5`
fn ranges(codes: &[Code]) -> String {
    let mut runs: Vec<(Code, Code)> = Vec::new();
    for code in codes {
        match runs.last_mut() {
            Some((_, last)) if last.number + 1 == code.number => *last = *code,
            _ => runs.push((*code, *code)),
        }
    }
    let run =
        |(first, last): &(Code, Code)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

fn unit(measure: &Measure, problems: &mut Diagnostics) {
    let without = measure.plan.actions.iter().any(|action| action.units.is_empty()) || measure.plan.actions.is_empty();
    // A unit that is written and not understood was told already.
    if measure.plan.units.is_empty() && without && !measure.source.mentions("units") {
        problems.push(
            measure
                .source
                .problem(
                    &rules::NO_UNIT,
                    &field!["title"],
                    Message::new("มาตรการนี้ไม่มีหน่วยงานรับผิดชอบ", "no unit is responsible for this measure"),
                )
                .help(
                    "เพิ่ม `units:` ในระเบียนนี้ โดยใช้ชื่อหน่วยงานที่มีใน site.yaml",
                    "add `units:` to this record, with the name of a unit that site.yaml has",
                ),
        );
    }
}

fn results(site: &Site, measure: &Measure, problems: &mut Diagnostics) {
    let as_of = site.settings.as_of;
    let day = || Span::day(as_of).thai(Numerals::Thai);
    let ended = |span: Span| span.last() < as_of;
    let end = |span: Span| Span::day(span.last()).english();
    let help = |problem: Diagnostic| {
        problem.help(
            "บันทึกผลใน `results:` ถ้าทำไม่ได้ ใช้ `status: cancelled` และบอกเหตุผลใน `remark:`",
            "write down what came of it under `results:`; if it was given up, `status: cancelled` and why in `remark:`",
        )
    };
    let whole = measure.period.as_ref().filter(|period| ended(period.span));
    if measure.status == Status::NotReported {
        problems.push(match whole {
            Some(period) => help(measure.source.problem(
                &rules::NOTHING_REPORTED,
                &field!["period"],
                Message::new(
                    format!("พ้นกำหนด “{}” แล้ว (ข้อมูล ณ {}) แต่ยังไม่รายงานผลใดเลย", period.text, day()),
                    format!("“{}” was over on {}, and no result is reported", period.text, end(period.span)),
                ),
            )),
            None => measure
                .source
                .problem(
                    &rules::NO_RESULT,
                    &field!["title"],
                    Message::new("ยังไม่มีผลการดำเนินการ", "no result is reported yet"),
                )
                .help("บันทึกผลใน `results:` ของแต่ละวิธีการ", "write results under `results:` of each action"),
        });
        return;
    }
    for acted in actions::reported(measure) {
        let open = acted.action.outcomes.is_empty() && matches!(acted.action.status, Status::Delayed);
        let period = acted.action.period.as_ref().or(measure.period.as_ref());
        if let Some(period) = period.filter(|period| open && ended(period.span)) {
            problems.push(help(measure.source.problem(
                &rules::NOTHING_REPORTED,
                &acted.way,
                Message::new(
                    format!("พ้นกำหนด “{}” แล้ว (ข้อมูล ณ {}) แต่ยังไม่รายงานผลของวิธีการนี้", period.text, day()),
                    format!(
                        "“{}” was over on {}, and no result of this action is reported",
                        period.text,
                        end(period.span)
                    ),
                ),
            )));
        }
    }
}

fn evidence(measure: &Measure, problems: &mut Diagnostics) {
    let outcomes = || actions::reported(measure).flat_map(|acted| acted.results());
    let done = outcomes().filter(|(outcome, _)| outcome.status == OutcomeStatus::Done).count();
    if done > 0 && outcomes().all(|(outcome, _)| outcome.evidence.is_empty()) {
        problems.push(
            measure
                .source
                .problem(
                    &rules::NO_EVIDENCE,
                    &field!["title"],
                    Message::new(
                        format!("ผลที่เสร็จแล้ว {done} รายการไม่มีหลักฐานแม้แต่รายการเดียว"),
                        if done == 1 {
                            "1 result is done, and has no evidence".to_owned()
                        } else {
                            format!("{done} results are done, and none has evidence")
                        },
                    ),
                )
                .help(
                    "วางแฟ้มไว้ใน files ของปีนั้น แล้วเพิ่ม `evidence: [{ title: …, url: files/… }]` ใต้ผล",
                    "put the file into the year's files and add `evidence: [{ title: …, url: files/… }]` to the result",
                ),
        );
    }
}
