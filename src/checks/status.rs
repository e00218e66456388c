//! PS210: what is written as the status of an action, or of a measure, does not contradict its results.

use super::actions::{self, Acted};
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Measure, OutcomeStatus, Site, Status, Year};
use crate::read::Step;
use crate::record::StatusRecord;

pub fn measure(_: &Site, _: &Year, measure: &Measure, problems: &mut Diagnostics) {
    for acted in actions::of(measure) {
        let outcomes = &acted.action.outcomes;
        let happened = |status: OutcomeStatus| status != OutcomeStatus::Planned;
        let (message, th, en) = match acted.action.written_status {
            Some(StatusRecord::NotStarted) if outcomes.iter().any(|one| happened(one.status)) => (
                Message::new("ระบุว่ายังไม่เริ่ม แต่มีผลการดำเนินการแล้ว", "the status says not started, but there are results"),
                "ลบ `status` เพื่อให้อ่านจากผล หรือแก้ผลให้เป็น `status: planned`",
                "take `status` out, so that it is read off the results, or mark the results as `status: planned`",
            ),
            Some(StatusRecord::Done) if !outcomes.is_empty() && !outcomes.iter().any(|one| happened(one.status)) => (
                Message::new(
                    "ระบุว่าเสร็จแล้ว แต่ผลทั้งหมดยังเป็นแผน",
                    "the status says done, but all of its results are still to come",
                ),
                "ลบ `status` หรือบันทึกผลที่เกิดขึ้นจริง",
                "take `status` out, or write down what has happened",
            ),
            _ => continue,
        };
        let way = [acted.way.as_slice(), &field!["status"]].concat();
        problems.push(acted.measure.source.problem(&rules::STATUS, &way, message).help(th, en));
    }
    claims(measure, problems);
}

/// What is said to be done has results, or a remark that says where they are: plans report what was done once for
/// several actions together.
fn claims(measure: &Measure, problems: &mut Diagnostics) {
    let claim = |way: &[Step]| {
        measure
            .source
            .problem(
                &rules::STATUS,
                way,
                Message::new("ระบุว่าเสร็จแล้ว แต่ไม่มีผลใดรายงานไว้", "the status says done, but no result is reported"),
            )
            .help(
                "บันทึกสิ่งที่ทำแล้วใน `results:` ถ้ารายงานไว้ในมาตรการหรือวิธีการอื่น บอกใน `remark:` ว่าอยู่ที่ใด",
                "write down what was done under `results:`; if another measure or action reports it, say which in `remark:`",
            )
    };
    let said_done = |acted: &Acted<'_>| acted.action.written_status == Some(StatusRecord::Done);
    for acted in actions::reported(measure).filter(said_done) {
        if acted.action.outcomes.is_empty() && acted.action.remark.is_empty() {
            problems.push(claim(&[acted.way.as_slice(), &field!["status"]].concat()));
        }
    }
    // A status of the measure itself rests on its actions, whose own claims are told above.
    let nothing = actions::reported(measure).all(|acted| acted.action.outcomes.is_empty() && !said_done(&acted));
    if measure.status == Status::Done && nothing && measure.remark.is_empty() {
        problems.push(claim(&field!["status"]));
    }
}
