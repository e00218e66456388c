//! `themes/*/theme.yaml`: what a theme says of itself.

use crate::value::Whole;
use schemars::JsonSchema;
use serde::Deserialize;

/// What a theme says of itself. A theme that only replaces a file or two need not say anything.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "ธีม",
    extend("x-th" = "สิ่งที่ธีมบอกเกี่ยวกับตัวเอง ธีมที่แทนเพียงบางแฟ้มไม่ต้องมีก็ได้")
)]
pub struct ThemeRecord {
    /// What it is called, where themes are listed.
    #[schemars(title = "ชื่อธีม", extend("x-th" = "ชื่อที่แสดงในรายการธีม", "examples" = ["สีฟ้าของเทศบาล"]))]
    pub title: Option<String>,
    /// The version of what templates are given that it was written for: a program that gives less refuses it.
    #[schemars(
        title = "รุ่นขั้นต่ำ",
        extend("x-th" = "รุ่นของข้อมูลที่แม่แบบได้รับ ซึ่งธีมนี้เขียนไว้ให้ใช้ โปรแกรมที่ให้ข้อมูลรุ่นเก่ากว่าจะไม่ใช้ธีมนี้", "examples" = [1])
    )]
    pub min_version: Option<Whole>,
    /// The licence under which it may be passed on.
    #[schemars(
        title = "สัญญาอนุญาต",
        extend("x-th" = "สัญญาอนุญาตที่กำหนดการนำธีมไปใช้และเผยแพร่ต่อ", "examples" = ["MIT", "CC-BY-4.0"])
    )]
    pub licence: Option<String>,
    /// Who made it.
    #[schemars(title = "ผู้จัดทำ", extend("x-th" = "ผู้จัดทำธีม", "examples" = ["กองยุทธศาสตร์และงบประมาณ"]))]
    pub author: Option<String>,
}
