//! The progress table as data, and which OIT items each measure names.

use super::common::{
    ANALYSED_YEAR, FISCAL_YEAR, MEASURE, PAGE, PERIOD, PERIOD_END, PERIOD_START, STATUS, UNIT_NAMES, UNITS, UPDATED,
    analysed_year, end, page, start, unit_ids, unit_names, written,
};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::framework::{Code, Instrument};
use crate::model::{Measure, PageKey, Progress, Site, Year};
use std::collections::BTreeSet;

pub const MEASURE_NUMBER: Field = Field::new("number", Kind::Integer, "ลำดับมาตรการ", "Number of the measure")
    .required()
    .noted("ลำดับในตารางทางการ", "Its place in the official table");
pub const INSTRUMENT: Field =
    Field::new("instrument", Kind::OneOf(&["IIT", "EIT", "OIT"]), "เครื่องมือการประเมิน", "Instrument")
        .noted("เฉพาะแผนที่จัดตามเครื่องมือการประเมิน", "Only where the plan is laid out by instrument");
pub const OIT_YEAR: Field =
    Field::new("oit_year", Kind::Integer, "ปีของรายการ OIT (พ.ศ.)", "Year of the OIT list (Buddhist Era)")
        .required()
        .noted("รหัสข้อมีความหมายเมื่ออยู่กับปีนี้เท่านั้น", "A code means something only together with this year");

struct Row<'a> {
    site: &'a Site,
    year: &'a Year,
    measure: &'a Measure,
}

/// One row for each measure.
pub fn measures<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &Row<'a>| row.year.year.be().into()),
        Column::new(MEASURE, |row| (&row.measure.slug).into()),
        Column::new(MEASURE_NUMBER, |row| row.measure.number.into()),
        Column::new(
            Field::new("title", Kind::Text, "มาตรการ/แนวทาง", "Title").required(),
            |row| (&row.measure.title).into(),
        ),
        Column::new(
            Field::new("indicators", Kind::Integers, "ตัวชี้วัด", "Indicators, 1 to 10"),
            |row| Value::list(row.measure.indicators.iter().copied()),
        ),
        Column::new(INSTRUMENT, |row| row.measure.instrument.map(Instrument::name).into()),
        Column::new(
            Field::new("issue", Kind::Integer, "ประเด็นที่ตอบ", "Issue answered")
                .noted("เลขประเด็นวิเคราะห์ของปี", "The number of an analysed issue of the year"),
            |row| row.measure.issue.into(),
        ),
        Column::new(ANALYSED_YEAR.required(), |row| analysed_year(row.year).into()),
        Column::new(
            Field::new("questions", Kind::Names, "ข้อคำถามที่เกี่ยวข้อง", "Questions concerned")
                .noted("รหัสของปีใน analysed_year", "Codes of the year analysed_year"),
            |row| Value::list(row.measure.questions.iter().map(Code::to_string)),
        ),
        Column::new(OIT_YEAR, |row| row.measure.oit_year.into()),
        Column::new(
            Field::new("oit", Kind::Names, "ข้อ OIT ที่เกี่ยวข้อง", "OIT items concerned")
                .noted("รหัสของปีใน oit_year", "Codes of the list of oit_year"),
            |row| Value::list(row.measure.oit.iter().map(Code::to_string)),
        ),
        Column::new(UNITS, |row| unit_ids(row.site, &row.measure.all_units())),
        Column::new(UNIT_NAMES, |row| unit_names(row.site, &row.measure.all_units())),
        Column::new(PERIOD, |row| written(row.measure.period.as_ref())),
        Column::new(PERIOD_START, |row| start(row.measure.period.as_ref())),
        Column::new(PERIOD_END, |row| end(row.measure.period.as_ref())),
        Column::new(STATUS, |row| row.measure.status.id().into()),
        Column::new(
            Field::new("actions_done", Kind::Integer, "วิธีการที่เสร็จแล้ว", "Actions that are done")
                .noted("ว่างเมื่อยังไม่มีรายงานผล", "Missing where no result has been reported"),
            |row| row.measure.progress.map(|progress| progress.done).into(),
        ),
        Column::new(
            Field::new("actions_total", Kind::Integer, "วิธีการทั้งหมด", "All actions")
                .noted("ว่างเมื่อยังไม่มีรายงานผล", "Missing where no result has been reported"),
            |row| row.measure.progress.map(|progress| progress.of).into(),
        ),
        Column::new(
            Field::new("progress_percent", Kind::Integer, "ความก้าวหน้า (ร้อยละ)", "Progress in per cent").noted(
                "ส่วนของวิธีการที่เสร็จแล้ว ว่างเมื่อยังไม่มีรายงานผล",
                "The share of the actions that are done; missing where no result has been reported",
            ),
            |row| row.measure.progress.and_then(Progress::percent).into(),
        ),
        Column::new(UPDATED, |row| row.measure.updated.into()),
        Column::new(PAGE.required(), |row| {
            page(row.site, &PageKey::Measure(row.year.year.be(), row.measure.slug.clone()))
        }),
    ];
    Table::new(about, columns, year.measures.iter().map(|measure| Row { site, year, measure }))
}

struct Named<'a> {
    year: u16,
    measure: &'a Measure,
    code: Code,
}

/// One row for each item that a measure names.
pub fn items<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &Named<'a>| row.year.into()),
        Column::new(MEASURE, |row| (&row.measure.slug).into()),
        Column::new(OIT_YEAR, |row| row.measure.oit_year.into()),
        Column::new(Field::new("code", Kind::Text, "รหัสข้อ", "Code of the item").required(), |row| {
            row.code.to_string().into()
        }),
    ];
    let rows = year.measures.iter().flat_map(|measure| {
        // Whoever names an item twice means it once.
        let codes: BTreeSet<Code> = measure.oit.iter().copied().collect();
        codes.into_iter().map(|code| Named { year: year.year.be(), measure, code })
    });
    Table::new(about, columns, rows)
}
