//! A site's years side by side as data: how the scores changed, and how much was done.

use super::common::{ANALYSED_YEAR, Counted, FISCAL_YEAR, PAGE, count_columns, counts, level, page};
use crate::data::table::Column;
use crate::data::{Field, Kind, Table, YEARS};
use crate::model::{Assessment, PageKey, Site, Year};

struct Row<'a> {
    site: &'a Site,
    year: &'a Year,
    counts: [usize; 6],
}

impl Counted for Row<'_> {
    fn counts(&self) -> &[usize; 6] {
        &self.counts
    }
}

/// One row for each fiscal year, oldest first.
pub fn years(site: &Site) -> Table<'_> {
    let mut columns = vec![
        Column::new(FISCAL_YEAR, |row: &Row<'_>| row.year.year.be().into()),
        Column::new(ANALYSED_YEAR, |row| row.year.assessment.as_ref().map(|one| one.analysed_year).into()),
        Column::new(
            Field::new("overall_score", Kind::Score, "คะแนนรวม", "Overall score").noted(
                "ที่ประกาศ หรือที่คำนวณได้เมื่อไม่มีที่ประกาศ 0 ถึง 100",
                "As printed, or as computed where none is printed, 0 to 100",
            ),
            |row| row.year.assessment.as_ref().and_then(Assessment::overall).into(),
        ),
        Column::new(
            Field::new("level", Kind::Text, "ระดับ", "Level")
                .noted("ที่ประกาศ หรือตามคะแนนเมื่อไม่มีที่ประกาศ", "As printed, or by the scores where none is printed"),
            |row| row.year.assessment.as_ref().and_then(level).into(),
        ),
    ];
    columns.extend(count_columns());
    columns.extend([
        Column::new(
            Field::new("actions_total", Kind::Integer, "วิธีการทั้งหมด", "All actions").required(),
            |row: &Row<'_>| row.year.actions().of.into(),
        ),
        Column::new(
            Field::new("actions_done", Kind::Integer, "วิธีการที่เสร็จแล้ว", "Actions that are done").required(),
            |row| row.year.actions().done.into(),
        ),
        Column::new(
            Field::new("oit_items", Kind::Integer, "จำนวนข้อ OIT", "OIT items").required(),
            |row| row.year.oit.len().into(),
        ),
        Column::new(
            Field::new("oit_linked", Kind::Integer, "ข้อ OIT ที่มีลิงก์", "OIT items that have a link").required(),
            |row| row.year.linked_items().into(),
        ),
        Column::new(
            Field::new("oit_answered", Kind::Integer, "ข้อ OIT ที่ตอบแล้ว", "OIT items that are answered").required(),
            |row| row.year.answered_items().into(),
        ),
        Column::new(PAGE.required(), |row| page(row.site, &PageKey::Year(row.year.year.be()))),
    ]);
    let rows = site.years.iter().map(|year| Row { site, year, counts: counts(year.measures.iter()) });
    Table::new(&YEARS, columns, rows)
}
