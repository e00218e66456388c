//! The items of the year's OIT list, and the links that answer them.

use super::common::{
    BYTES, FISCAL_YEAR, LINK_KIND, NUMBER, PAGE, TITLE_IS_CERTAIN, UPDATED, URL, bytes, link_kind, page, url,
};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::framework::OitItem;
use crate::model::{ItemLink, Oit, PageKey, Site, Year};

const CODE: Field = Field::new("code", Kind::Text, "รหัสข้อ", "Code of the item")
    .required()
    .noted("รหัสของปีใน fiscal_year เช่น o10", "A code of the list of fiscal_year, such as o10");

struct ItemRow<'a> {
    site: &'a Site,
    year: u16,
    item: &'a OitItem,
    oit: &'a Oit,
}

/// One row for each item.
pub fn items<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &ItemRow<'a>| row.year.into()),
        Column::new(CODE, |row| row.item.code.to_string().into()),
        Column::new(Field::new("title", Kind::Text, "ชื่อข้อ", "Title").required(), |row| {
            (&row.item.title).into()
        }),
        Column::new(TITLE_IS_CERTAIN, |row| (!row.item.certainty.is_doubtful()).into()),
        Column::new(
            Field::new("indicator", Kind::Integer, "ตัวชี้วัด", "Indicator, 1 to 10").required(),
            |row| row.item.indicator.into(),
        ),
        Column::new(
            Field::new("sub_indicator", Kind::Text, "ตัวชี้วัดย่อย", "Sub-indicator")
                .required()
                .noted("เช่น 9.1 เป็นรหัส ไม่ใช่จำนวน", "Such as 9.1: a code and no number"),
            |row| row.item.sub_indicator.to_string().into(),
        ),
        Column::new(
            Field::new("answered", Kind::Boolean, "ตอบแล้ว", "Answered")
                .required()
                .noted("มีลิงก์ หรือชี้แจงเหตุผลที่ไม่มีลิงก์", "By a link, or by a reason why there is none"),
            |row| row.oit.is_answered().into(),
        ),
        Column::new(
            Field::new("links", Kind::Integer, "จำนวนลิงก์", "Number of links").required(),
            |row| row.oit.links.len().into(),
        ),
        Column::new(UPDATED, |row| row.oit.updated.into()),
        Column::new(
            Field::new("not_applicable", Kind::Text, "เหตุผลที่ไม่มีลิงก์", "Why it is answered without a link"),
            |row| row.oit.not_applicable.as_ref().into(),
        ),
        Column::new(Field::new("note", Kind::Lines, "คำอธิบาย", "Notes"), |row| {
            Value::list(&row.oit.note)
        }),
        Column::new(PAGE.required(), |row| page(row.site, &PageKey::Oit(row.year, row.item.code))),
    ];
    let be = year.year.be();
    let rows = year.oit.iter().filter_map(move |oit| {
        let item = year.framework.item(oit.code)?;
        Some(ItemRow { site, year: be, item, oit })
    });
    Table::new(about, columns, rows)
}

struct LinkRow<'a> {
    year: u16,
    oit: &'a Oit,
    number: usize,
    link: &'a ItemLink,
}

/// One row for each link.
pub fn links<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &LinkRow<'a>| row.year.into()),
        Column::new(CODE, |row| row.oit.code.to_string().into()),
        Column::new(NUMBER, |row| row.number.into()),
        Column::new(
            Field::new("title", Kind::Text, "ชื่อลิงก์", "What is behind it").required(),
            |row| (&row.link.title).into(),
        ),
        Column::new(LINK_KIND, |row| link_kind(&row.link.target)),
        Column::new(URL, |row| url(&row.link.target)),
        Column::new(BYTES, |row| bytes(&row.link.target)),
        Column::new(Field::new("note", Kind::Text, "วิธีใช้ลิงก์", "How to use it"), |row| {
            row.link.note.as_ref().into()
        }),
    ];
    let be = year.year.be();
    let rows = year.oit.iter().flat_map(move |oit| {
        oit.links.iter().enumerate().map(move |(at, link)| LinkRow { year: be, oit, number: at + 1, link })
    });
    Table::new(about, columns, rows)
}
