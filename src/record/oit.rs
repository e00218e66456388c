//! `<year>/oit/o31.md`: what is published for one OIT item. The body explains.

use crate::value::Many;
use schemars::JsonSchema;
use serde::Deserialize;

/// What is published for one OIT item, which the file's name says. The text below the fields explains it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "ข้อมูลสาธารณะ OIT",
    extend("x-th" = "ข้อมูลที่เผยแพร่สำหรับข้อ OIT หนึ่งข้อ ชื่อแฟ้มคือรหัสข้อ ข้อความใต้ช่องข้อมูลคือคำอธิบาย")
)]
pub struct OitRecord {
    /// Where it is published.
    #[serde(default)]
    #[schemars(title = "ลิงก์", extend("x-th" = "แหล่งเผยแพร่ข้อมูลของข้อนี้"))]
    pub links: Many<LinkRecord>,
    /// The day on which this was last changed.
    #[schemars(
        title = "วันที่ปรับปรุง",
        extend("x-th" = "วันที่ปรับปรุงข้อมูลนี้ครั้งล่าสุด", "examples" = ["2567-03-16", "๑๖ มีนาคม ๒๕๖๗"])
    )]
    pub updated: Option<String>,
    /// A note beside the links.
    #[serde(default)]
    #[schemars(title = "หมายเหตุ", extend("x-th" = "หมายเหตุข้างลิงก์"))]
    pub note: Many<String>,
    /// Why the item is answered without a link.
    #[schemars(title = "เหตุผลที่ไม่มีลิงก์", extend("x-th" = "เหตุผลที่ข้อนี้ไม่ต้องมีลิงก์"))]
    pub not_applicable: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    #[schemars(
        title = "ฉบับร่าง",
        extend("x-th" = "true คือยังไม่เผยแพร่ นอกจากจะสั่งสร้างเว็บแบบรวมฉบับร่าง (--drafts)")
    )]
    pub draft: bool,
}

/// A link that answers an item.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkRecord {
    /// What is behind it.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อของข้อมูลที่ลิงก์ไปถึง"))]
    pub title: String,
    /// A web address, a file below `files/`, or a record or page of this site.
    #[schemars(
        title = "ที่อยู่",
        extend("x-th" = "ที่อยู่เว็บ แฟ้มใน files/ หรือระเบียนหรือหน้าในเว็บนี้", "examples" = ["files/order.pdf", "https://www.example.go.th/order", "../measures/no-gift-policy.md"])
    )]
    pub url: String,
    /// How to find what is asked for behind the link.
    #[schemars(title = "คำแนะนำ", extend("x-th" = "วิธีหาข้อมูลจากลิงก์นี้"))]
    pub note: Option<String>,
}
