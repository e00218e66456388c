//! `pages/*.md`: an ordinary page. The body is the page.

use super::LanguageRecord;
use crate::value::Whole;
use schemars::JsonSchema;
use serde::Deserialize;

/// An ordinary page, such as about or contact. The text below the fields is the page; the fields may be left out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "หน้าทั่วไป",
    extend("x-th" = "หน้าทั่วไป เช่น เกี่ยวกับหน่วยงาน หรือการติดต่อ ข้อความใต้ช่องข้อมูลคือเนื้อหาของหน้า จะไม่มีช่องข้อมูลเลยก็ได้")
)]
pub struct PageRecord {
    /// The title; otherwise the body's first heading.
    #[schemars(title = "ชื่อหน้า", extend("x-th" = "ชื่อของหน้า ถ้าไม่ระบุ ใช้หัวข้อแรกในเนื้อหา"))]
    pub title: Option<String>,
    /// Its place in the menu; otherwise by file name, after those that have one.
    #[schemars(title = "ลำดับ", extend("x-th" = "ลำดับในเมนู ถ้าไม่ระบุ เรียงตามชื่อแฟ้มต่อจากหน้าที่มีลำดับ"))]
    pub order: Option<Whole>,
    /// The page's address, where it is not the file's name; letters, digits and hyphens.
    #[schemars(
        title = "ที่อยู่ของหน้า",
        extend("x-th" = "ที่อยู่ของหน้า ถ้าไม่ใช้ชื่อแฟ้ม ใช้ตัวอักษร ตัวเลข และขีดกลาง")
    )]
    pub slug: Option<String>,
    /// The language that the page is written in, where that is not the site's: the theme's words on it are in that
    /// language too.
    #[schemars(
        title = "ภาษา",
        extend("x-th" = "ภาษาที่ใช้เขียนหน้านี้ ถ้าไม่ใช่ภาษาของเว็บ คำที่ธีมแสดงบนหน้านี้จะเป็นภาษานั้นด้วย")
    )]
    pub language: Option<LanguageRecord>,
    /// The day on which this was last changed.
    #[schemars(
        title = "วันที่ปรับปรุง",
        extend("x-th" = "วันที่ปรับปรุงข้อมูลนี้ครั้งล่าสุด", "examples" = ["2567-01-01", "๑ มกราคม ๒๕๖๗"])
    )]
    pub updated: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    #[schemars(
        title = "ฉบับร่าง",
        extend("x-th" = "true คือยังไม่เผยแพร่ นอกจากจะสั่งสร้างเว็บแบบรวมฉบับร่าง (--drafts)")
    )]
    pub draft: bool,
}
