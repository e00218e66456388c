//! PS210: what is written as the status of an action does not contradict its own results.

use super::actions;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{OutcomeStatus, Site, Year};
use crate::record::StatusRecord;

pub fn check(_: &Site, year: &Year, problems: &mut Diagnostics) {
    for acted in actions::of(year) {
        let outcomes = &acted.action.outcomes;
        let happened = |status: OutcomeStatus| status != OutcomeStatus::Planned;
        let (message, th, en) = match acted.action.written_status {
            Some(StatusRecord::NotStarted) if outcomes.iter().any(|one| happened(one.status)) => (
                Message::new(
                    "สถานะว่ายังไม่เริ่ม แต่มีผลการดำเนินการแล้ว",
                    "the status says not started, but there are results",
                ),
                "ลบ `status` เพื่อให้อ่านจากผล หรือแก้ผลให้เป็น `status: planned`",
                "take `status` out, so that it is read off the results, or mark the results as `status: planned`",
            ),
            Some(StatusRecord::Done) if !outcomes.is_empty() && !outcomes.iter().any(|one| happened(one.status)) => (
                Message::new(
                    "สถานะว่าเสร็จแล้ว แต่ผลทั้งหมดยังเป็นแผน",
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
}
