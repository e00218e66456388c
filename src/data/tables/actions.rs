//! What is done under each measure: actions, their steps, what came of them, and what shows it.

use super::common::{
    ACTION, AS_WRITTEN, BYTES, FISCAL_YEAR, LINK_KIND, MEASURE, NUMBER, OUTCOMES, PERIOD, PERIOD_END, PERIOD_START,
    RESULT, STATUS, Stated, TEXT, UNIT_NAMES, UNITS, URL, WORDING, Wording, bytes, end, link_kind, start, stated,
    unit_ids, unit_names, url, written,
};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table};
use crate::model::{Evidence, Measure, Outcome, Site, Status, Year};

struct ActionRow<'a> {
    site: &'a Site,
    at: Stated<'a>,
}

/// One row for each action.
pub fn actions<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &ActionRow<'a>| row.at.year.into()),
        Column::new(MEASURE, |row| (&row.at.measure.slug).into()),
        Column::new(WORDING, |row| row.at.wording.into()),
        Column::new(ACTION.required(), |row| row.at.number.into()),
        Column::new(Field::new("title", Kind::Text, "ชื่อสั้น", "Short name"), |row| {
            row.at.action.title.as_ref().into()
        }),
        Column::new(TEXT, |row| (&row.at.action.text).into()),
        Column::new(
            UNITS.noted(
                "รหัสตามตาราง units ถ้าวิธีการไม่ได้ระบุ คือหน่วยงานของมาตรการ",
                "Their keys in the table units; those of the measure where the action names none",
            ),
            |row| unit_ids(row.site, row.at.units()),
        ),
        Column::new(UNIT_NAMES, |row| unit_names(row.site, row.at.units())),
        Column::new(
            PERIOD.noted(
                "ตามที่เขียนในเอกสาร ถ้าวิธีการไม่ได้ระบุ คือของมาตรการ",
                "As it stands in the document; that of the measure where the action has none",
            ),
            |row| written(row.at.period()),
        ),
        Column::new(PERIOD_START, |row| start(row.at.period())),
        Column::new(PERIOD_END, |row| end(row.at.period())),
        Column::new(
            Field { required: false, ..STATUS }.noted(
                "เหมือนในตาราง measures ว่างในแถวของแผนเมื่อรายงานผลมีวิธีการด้วยถ้อยคำของตน",
                "As in the table measures; missing in the plan's rows where the progress report words the actions for itself",
            ),
            |row| row.at.status().map(Status::id).into(),
        ),
        Column::new(
            Field::new("results", Kind::Integer, "จำนวนผล", "Number of results").required(),
            |row| row.at.action.outcomes.len().into(),
        ),
    ];
    Table::new(about, columns, stated(year).map(|at| ActionRow { site, at }))
}

struct StepRow<'a> {
    year: u16,
    measure: &'a Measure,
    wording: Wording,
    action: Option<usize>,
    number: usize,
    text: &'a str,
}

/// One row for each step.
pub fn steps<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &StepRow<'a>| row.year.into()),
        Column::new(MEASURE, |row| (&row.measure.slug).into()),
        Column::new(WORDING, |row| row.wording.into()),
        Column::new(
            ACTION.noted(
                "ลำดับในมาตรการ เริ่มที่ 1 ว่างเมื่อเป็นขั้นตอนร่วมของทุกวิธี",
                "Its place in the measure, from 1; missing for a step of all actions together",
            ),
            |row| row.action.into(),
        ),
        Column::new(NUMBER, |row| row.number.into()),
        Column::new(TEXT, |row| row.text.into()),
    ];
    let be = year.year.be();
    let numbered = |texts: &'a [String]| texts.iter().enumerate().map(|(at, text)| (at + 1, text.as_str()));
    let own = stated(year).flat_map(move |at| {
        numbered(&at.action.steps).map(move |(number, text)| StepRow {
            year: be,
            measure: at.measure,
            wording: at.wording,
            action: Some(at.number),
            number,
            text,
        })
    });
    let shared = year.measures.iter().flat_map(move |measure| {
        numbered(&measure.plan.steps).map(move |(number, text)| StepRow {
            year: be,
            measure,
            wording: Wording::Plan,
            action: None,
            number,
            text,
        })
    });
    Table::new(about, columns, own.chain(shared))
}

#[derive(Clone, Copy)]
struct ResultRow<'a> {
    at: Stated<'a>,
    number: usize,
    outcome: &'a Outcome,
}

fn outcomes(year: &Year) -> impl Iterator<Item = ResultRow<'_>> {
    stated(year).flat_map(|at| {
        let outcomes = at.action.outcomes.iter().enumerate();
        outcomes.map(move |(place, outcome)| ResultRow { at, number: place + 1, outcome })
    })
}

/// One row for each result.
pub fn results<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &ResultRow<'a>| row.at.year.into()),
        Column::new(MEASURE, |row| (&row.at.measure.slug).into()),
        Column::new(WORDING, |row| row.at.wording.into()),
        Column::new(ACTION.required(), |row| row.at.number.into()),
        Column::new(RESULT.required(), |row| row.number.into()),
        Column::new(TEXT, |row| (&row.outcome.text).into()),
        Column::new(
            Field::new("date", Kind::Text, "เมื่อใด", "When").noted(AS_WRITTEN.th, AS_WRITTEN.en),
            |row| written(row.outcome.date.as_ref()),
        ),
        Column::new(Field::new("date_start", Kind::Date, "วันแรก", "First day"), |row| {
            start(row.outcome.date.as_ref())
        }),
        Column::new(Field::new("date_end", Kind::Date, "วันสุดท้าย", "Last day"), |row| {
            end(row.outcome.date.as_ref())
        }),
        Column::new(
            Field::new("status", Kind::OneOf(OUTCOMES), "สถานะ", "Status").required().noted(
                "done ดำเนินการแล้ว ongoing ดำเนินการต่อเนื่อง planned อยู่ในแผน not_applicable ไม่มีกรณีต้องดำเนินการ",
                "Whether it happened, goes on, is still to come, or there was nothing to do",
            ),
            |row| row.outcome.status.id().into(),
        ),
        Column::new(
            Field::new("evidence", Kind::Integer, "จำนวนหลักฐาน", "Pieces of evidence").required(),
            |row| row.outcome.evidence.len().into(),
        ),
    ];
    Table::new(about, columns, outcomes(year))
}

struct EvidenceRow<'a> {
    of: ResultRow<'a>,
    number: usize,
    evidence: &'a Evidence,
}

/// One row for each file or link that shows a result.
pub fn evidence<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &EvidenceRow<'a>| row.of.at.year.into()),
        Column::new(MEASURE, |row| (&row.of.at.measure.slug).into()),
        Column::new(WORDING, |row| row.of.at.wording.into()),
        Column::new(ACTION.required(), |row| row.of.at.number.into()),
        Column::new(RESULT.required(), |row| row.of.number.into()),
        Column::new(NUMBER, |row| row.number.into()),
        Column::new(
            Field::new("title", Kind::Text, "ชื่อหลักฐาน", "What it is").required(),
            |row| (&row.evidence.title).into(),
        ),
        Column::new(LINK_KIND, |row| link_kind(&row.evidence.target)),
        Column::new(URL, |row| url(&row.evidence.target)),
        Column::new(BYTES, |row| bytes(&row.evidence.target)),
    ];
    let rows = outcomes(year).flat_map(|of| {
        let evidence = of.outcome.evidence.iter().enumerate();
        evidence.map(move |(place, evidence)| EvidenceRow { of, number: place + 1, evidence })
    });
    Table::new(about, columns, rows)
}
