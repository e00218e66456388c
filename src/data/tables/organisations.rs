//! The portal's front page as data: organisations side by side, each as of its newest year.

use super::common::{ANALYSED_YEAR, Counted, FISCAL_YEAR, PAGE, count_columns, counts, level};
use crate::data::table::Column;
use crate::data::{Field, Kind, ORGANISATIONS, Table};
use crate::model::{Assessment, Portal, Site, Year, escape};

struct Row<'a> {
    site: &'a Site,
    folder: &'a str,
    year: Option<&'a Year>,
    counts: [usize; 6],
}

impl Counted for Row<'_> {
    fn counts(&self) -> &[usize; 6] {
        &self.counts
    }
}

impl<'a> Row<'a> {
    fn assessment(&self) -> Option<&'a Assessment> {
        self.year?.assessment.as_ref()
    }
}

/// One row for each organisation.
pub fn organisations(portal: &Portal) -> Table<'_> {
    let mut columns = vec![
        Column::new(
            Field::new("folder", Kind::Text, "โฟลเดอร์", "Folder")
                .required()
                .noted("โฟลเดอร์ของหน่วยงานในเว็บไซต์นี้", "The folder of the organisation on this site"),
            |row: &Row<'_>| row.folder.into(),
        ),
        Column::new(
            Field::new("organisation", Kind::Text, "หน่วยงาน", "Organisation").required(),
            |row| (&row.site.organisation.name).into(),
        ),
        Column::new(
            Field::new("kind", Kind::Text, "ประเภทหน่วยงาน", "Kind of authority"),
            |row| row.site.organisation.kind.as_ref().into(),
        ),
        Column::new(Field::new("district", Kind::Text, "อำเภอ", "District"), |row| {
            row.site.organisation.district.as_ref().into()
        }),
        Column::new(Field::new("province", Kind::Text, "จังหวัด", "Province"), |row| {
            row.site.organisation.province.as_ref().into()
        }),
        Column::new(Field { required: false, ..FISCAL_YEAR }, |row| row.year.map(|year| year.year.be()).into()),
        Column::new(
            Field::new("as_of", Kind::Date, "ความก้าวหน้า ณ วันที่", "Progress as of").required(),
            |row| row.site.settings.as_of.into(),
        ),
        Column::new(ANALYSED_YEAR, |row| row.assessment().map(|one| one.analysed_year).into()),
        Column::new(
            Field::new("overall_score", Kind::Score, "คะแนนรวม", "Overall score").noted(
                "ที่ประกาศ หรือที่คำนวณได้เมื่อไม่มีที่ประกาศ 0 ถึง 100",
                "As printed, or as computed where none is printed, 0 to 100",
            ),
            |row| row.assessment().and_then(Assessment::overall).into(),
        ),
        Column::new(
            Field::new("level", Kind::Text, "ระดับ", "Level")
                .noted("ที่ประกาศ หรือตามคะแนนเมื่อไม่มีที่ประกาศ", "As printed, or by the scores where none is printed"),
            |row| row.assessment().and_then(level).into(),
        ),
    ];
    columns.extend(count_columns());
    columns.extend([
        Column::new(
            Field::new("oit_items", Kind::Integer, "จำนวนข้อ OIT", "OIT items").required(),
            |row: &Row<'_>| row.year.map_or(0, |year| year.oit.len()).into(),
        ),
        Column::new(
            Field::new("oit_linked", Kind::Integer, "ข้อ OIT ที่มีลิงก์", "OIT items that have a link").required(),
            |row| row.year.map_or(0, Year::linked_items).into(),
        ),
        Column::new(
            Field::new("oit_answered", Kind::Integer, "ข้อ OIT ที่ตอบแล้ว", "OIT items that are answered").required(),
            |row| row.year.map_or(0, Year::answered_items).into(),
        ),
        Column::new(
            PAGE.required().noted(
                "หน้าแรกของหน่วยงาน ที่อยู่ต่อจากหน้าแรกของเว็บไซต์นี้",
                "The organisation's front page, from the front page of this site",
            ),
            |row| format!("{}/index.html", escape(row.folder)).into(),
        ),
    ]);
    let rows = portal.sites.iter().map(|site| {
        let year = site.newest();
        Row {
            site,
            folder: site.folder.as_deref().unwrap_or_default(),
            year,
            counts: counts(year.into_iter().flat_map(|year| &year.measures)),
        }
    });
    Table::new(&ORGANISATIONS, columns, rows)
}
