//! `<year>/issues/*.md`: one analysed issue. The body is the narrative.

use super::INSTRUMENT;
use crate::value::{Many, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// One issue of the analysis, of which there are seven from 2567 on. The text below the fields is the narrative.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "ประเด็นการวิเคราะห์",
    extend("x-th" = "ประเด็นหนึ่งในการวิเคราะห์ผลการประเมิน ตั้งแต่ปี 2567 มีเจ็ดประเด็น ข้อความใต้ช่องข้อมูลคือคำบรรยาย")
)]
pub struct IssueRecord {
    /// Its number in the year's list of issues.
    #[schemars(title = "ประเด็นที่", extend("x-th" = "ลำดับของประเด็นตามรายการของปีนั้น"))]
    pub issue: Whole,
    /// What was found, by instrument.
    #[serde(default)]
    #[schemars(title = "ผลการวิเคราะห์", extend("x-th" = "สิ่งที่พบจากแต่ละเครื่องมือ (IIT, EIT, OIT)"))]
    pub findings: Many<FindingRecord>,
    /// What the editor adds: a doubt, or a difference from the printed document.
    #[serde(default)]
    #[schemars(
        title = "หมายเหตุ",
        extend("x-th" = "หมายเหตุของผู้บันทึก เช่น ข้อสงสัย หรือสิ่งที่ต่างจากเอกสารต้นฉบับ")
    )]
    pub remark: Many<String>,
    /// The day on which this was last changed.
    #[schemars(
        title = "วันที่ปรับปรุง",
        extend("x-th" = "วันที่ปรับปรุงข้อมูลนี้ครั้งล่าสุด", "examples" = ["2566-12-01", "๑ ธันวาคม ๒๕๖๖"])
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

/// What one instrument says of an issue.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingRecord {
    /// The instrument: IIT, EIT or OIT.
    #[schemars(
        title = "เครื่องมือการประเมิน",
        extend("x-th" = "เครื่องมือที่พบ: IIT, EIT หรือ OIT", "pattern" = INSTRUMENT, "examples" = ["IIT", "EIT", "OIT"])
    )]
    pub instrument: Option<String>,
    /// Codes of questions or items of the analysed year; their scores come from the assessment.
    #[serde(default)]
    #[schemars(
        title = "ข้อคำถาม",
        extend("x-th" = "รหัสข้อคำถามหรือข้อ OIT ของปีที่ประเมิน คะแนนนำมาจากผลการประเมิน (assessment.md)", "examples" = [["i1", "i2", "i3"]])
    )]
    pub questions: Many<String>,
    /// What stands beside all of these questions.
    #[serde(default)]
    #[schemars(title = "ข้อสังเกต", extend("x-th" = "ข้อความที่อยู่ข้างข้อคำถามเหล่านี้ทั้งหมด"))]
    pub remark: Many<String>,
}
