//! Analysed issues, and what was found on each.

use super::common::{ANALYSED_YEAR, FISCAL_YEAR, PAGE, TITLE_IS_CERTAIN, UPDATED, analysed_year, page};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::framework::{Code, Instrument};
use crate::model::{Finding, Issue, PageKey, Site, Year};

const ISSUE: Field = Field::new("issue", Kind::Integer, "เลขประเด็น", "Number of the issue").required();

struct IssueRow<'a> {
    site: &'a Site,
    year: &'a Year,
    issue: &'a Issue,
}

/// One row for each issue.
pub fn issues<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &IssueRow<'a>| row.year.year.be().into()),
        Column::new(ISSUE, |row| row.issue.number.into()),
        Column::new(Field::new("title", Kind::Text, "ชื่อประเด็น", "Title"), |row| {
            row.year.framework.issue(row.issue.number).map(|known| &known.title).into()
        }),
        Column::new(Field { required: false, ..TITLE_IS_CERTAIN }, |row| {
            row.year.framework.issue(row.issue.number).map(|known| !known.certainty.is_doubtful()).into()
        }),
        Column::new(
            Field::new("narrative", Kind::Text, "บทวิเคราะห์", "Narrative").noted("เป็น Markdown", "As Markdown"),
            |row| Some(row.issue.source.body().trim()).filter(|body| !body.is_empty()).into(),
        ),
        Column::new(
            Field::new("measures", Kind::Names, "มาตรการที่ตอบประเด็น", "Measures that answer it")
                .noted("รหัสตามตาราง measures", "Their keys in the table measures"),
            |row| {
                let answering = row.year.measures.iter().filter(|one| one.issue == Some(row.issue.number));
                Value::list(answering.map(|one| &one.slug))
            },
        ),
        Column::new(UPDATED, |row| row.issue.updated.into()),
        Column::new(PAGE.required(), |row| page(row.site, &PageKey::Issue(row.year.year.be(), row.issue.number))),
    ];
    Table::new(about, columns, year.issues.iter().map(|issue| IssueRow { site, year, issue }))
}

struct FindingRow<'a> {
    year: &'a Year,
    issue: &'a Issue,
    number: usize,
    finding: &'a Finding,
    /// Missing where a finding names no code and only says something.
    code: Option<Code>,
}

impl FindingRow<'_> {
    fn score(&self) -> Option<f64> {
        self.year.assessment.as_ref()?.questions.get(&self.code?).copied()
    }
}

/// One row for each code of each finding.
pub fn findings<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &FindingRow<'a>| row.year.year.be().into()),
        Column::new(ANALYSED_YEAR.required(), |row| analysed_year(row.year).into()),
        Column::new(ISSUE, |row| row.issue.number.into()),
        Column::new(
            Field::new("finding", Kind::Integer, "ลำดับข้อค้นพบ", "Number of the finding")
                .required()
                .noted("แถวที่มีเลขเดียวกันใช้หมายเหตุร่วมกัน", "Rows of one number share one remark"),
            |row| row.number.into(),
        ),
        Column::new(
            Field::new("instrument", Kind::OneOf(&["IIT", "EIT", "OIT"]), "เครื่องมือการประเมิน", "Instrument"),
            |row| row.finding.instrument.map(Instrument::name).into(),
        ),
        Column::new(
            Field::new("code", Kind::Text, "รหัสข้อ", "Code")
                .noted("รหัสของปีใน analysed_year", "A code of the year analysed_year"),
            |row| row.code.map(|code| code.to_string()).into(),
        ),
        Column::new(
            Field::new("score", Kind::Score, "คะแนน", "Score").noted("0 ถึง 100", "0 to 100"),
            |row| row.score().into(),
        ),
        Column::new(Field::new("remark", Kind::Lines, "หมายเหตุ", "Remark"), |row| {
            Value::list(&row.finding.remark)
        }),
    ];
    let rows = year.issues.iter().flat_map(move |issue| {
        issue.findings.iter().enumerate().flat_map(move |(at, finding)| {
            let codes = finding.codes.iter().copied().map(Some);
            let none = finding.codes.is_empty().then_some(None);
            codes.chain(none).map(move |code| FindingRow { year, issue, number: at + 1, finding, code })
        })
    });
    Table::new(about, columns, rows)
}
