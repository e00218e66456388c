//! `<year>/measures/*.md`: a measure, its actions and their results. The body is free Markdown.

use super::INSTRUMENT;
use crate::value::{Many, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// A measure, its actions and their results. The text below the fields is free Markdown.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "มาตรการ",
    extend("x-th" = "มาตรการหนึ่งมาตรการ พร้อมวิธีการดำเนินการและผล ข้อความใต้ช่องข้อมูลเขียนเพิ่มได้ตามต้องการ")
)]
pub struct MeasureRecord {
    /// What the measure is called in the plan.
    #[schemars(title = "มาตรการ/แนวทาง", extend("x-th" = "ชื่อมาตรการหรือแนวทางตามแผน"))]
    pub title: String,
    /// Its place in the official table; otherwise by file name.
    #[schemars(title = "ลำดับที่", extend("x-th" = "ลำดับในตารางของแผน ถ้าไม่ระบุ เรียงตามชื่อแฟ้ม"))]
    pub number: Option<Whole>,
    /// The numbers of the indicators that it concerns, 1 to 10.
    #[serde(default)]
    #[schemars(
        title = "ตัวชี้วัด",
        extend("x-th" = "เลขตัวชี้วัดที่เกี่ยวข้อง ตั้งแต่ 1 ถึง 10", "examples" = [[5, 10]])
    )]
    pub indicators: Many<Whole>,
    /// IIT, EIT or OIT, where a plan is laid out by instrument.
    #[schemars(
        title = "เครื่องมือการประเมิน",
        extend("x-th" = "IIT, EIT หรือ OIT ใช้เมื่อแผนแบ่งตามเครื่องมือ", "pattern" = INSTRUMENT, "examples" = ["IIT", "EIT", "OIT"])
    )]
    pub instrument: Option<String>,
    /// The number of the analysed issue that it answers.
    #[schemars(title = "ประเด็นที่ตอบ", extend("x-th" = "ลำดับของประเด็นการวิเคราะห์ที่มาตรการนี้ตอบ"))]
    pub issue: Option<Whole>,
    /// Codes of questions of the analysed year.
    #[serde(default)]
    #[schemars(title = "ข้อคำถาม", extend("x-th" = "รหัสข้อคำถามของปีที่ประเมิน", "examples" = [["i29", "e15"]]))]
    pub questions: Many<String>,
    /// Codes of OIT items, in any usual spelling: o31, OIT 31, ๐๓๑.
    #[serde(default)]
    #[schemars(
        title = "ข้อ OIT",
        extend("x-th" = "รหัสข้อ OIT ที่เกี่ยวข้อง เขียนแบบใดก็ได้ที่ใช้กัน เช่น o31, OIT 31, ๐๓๑", "examples" = [["o31", "o32"]])
    )]
    pub oit: Many<String>,
    /// The fiscal year (Buddhist Era) whose list `oit` speaks of; otherwise the folder's.
    #[schemars(
        title = "ปีของข้อ OIT",
        extend("x-th" = "ปีงบประมาณ (พ.ศ.) ของรายการที่ช่อง oit อ้างถึง ถ้าไม่ระบุ คือปีของโฟลเดอร์", "examples" = [2566])
    )]
    pub oit_year: Option<Whole>,
    /// Who is responsible: names, other names or ids of units.
    #[serde(default)]
    #[schemars(title = "ผู้รับผิดชอบ", extend("x-th" = "ชื่อ ชื่ออื่น หรือรหัสของส่วนราชการที่รับผิดชอบ"))]
    pub units: Many<String>,
    /// When it is carried out, in any usual notation.
    #[schemars(
        title = "ระยะเวลาดำเนินการ",
        extend("x-th" = "ช่วงเวลาที่ดำเนินการ เขียนแบบใดก็ได้ที่ใช้กัน", "examples" = ["ม.ค.-ก.ย.๖๗", "ตลอดปีงบประมาณ", "1 ต.ค. 2566 - 30 ก.ย. 2567"])
    )]
    pub period: Option<String>,
    /// Sub-measures that stand under the title.
    #[serde(default)]
    #[schemars(title = "มาตรการย่อย", extend("x-th" = "มาตรการย่อยที่อยู่ใต้ชื่อมาตรการ"))]
    pub parts: Many<String>,
    /// The actions, in order.
    #[serde(default)]
    #[schemars(title = "วิธีการดำเนินการ", extend("x-th" = "วิธีการดำเนินการ เรียงตามลำดับ"))]
    pub actions: Many<ActionRecord>,
    /// Steps, where they stand beside all actions together.
    #[serde(default)]
    #[schemars(title = "ขั้นตอนร่วม", extend("x-th" = "ขั้นตอนที่อยู่ข้างวิธีการดำเนินการทั้งหมด"))]
    pub steps: Many<String>,
    /// How it is followed up.
    #[serde(default)]
    #[schemars(title = "การติดตามผล", extend("x-th" = "วิธีติดตามผลของมาตรการ"))]
    pub follow_up: Many<String>,
    /// What is suggested for later; a written “ไม่มี” (none) is shown as such.
    #[serde(default)]
    #[schemars(title = "ข้อเสนอแนะ", extend("x-th" = "ข้อเสนอแนะ ถ้าเขียนว่า “ไม่มี” จะแสดงตามนั้น"))]
    pub suggestions: Many<String>,
    /// What the progress report words otherwise than the plan.
    #[schemars(title = "ถ้อยคำในรายงานผล", extend("x-th" = "ส่วนที่รายงานผลเขียนต่างจากแผน"))]
    pub report: Option<ReportRecord>,
    /// How it stands; otherwise read off its actions.
    #[schemars(title = "สถานะ", extend("x-th" = "สถานะของมาตรการ ถ้าไม่ระบุ ดูจากวิธีการดำเนินการ"))]
    pub status: Option<StatusRecord>,
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
        extend("x-th" = "วันที่ปรับปรุงข้อมูลนี้ครั้งล่าสุด", "examples" = ["2567-02-28", "๒๘ กุมภาพันธ์ ๒๕๖๗"])
    )]
    pub updated: Option<String>,
    /// The page's address, where it is not the file's name; letters, digits and hyphens.
    #[schemars(
        title = "ที่อยู่ของหน้า",
        extend("x-th" = "ที่อยู่ของหน้า ถ้าไม่ใช้ชื่อแฟ้ม ใช้ตัวอักษร ตัวเลข และขีดกลาง")
    )]
    pub slug: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    #[schemars(
        title = "ฉบับร่าง",
        extend("x-th" = "true คือยังไม่เผยแพร่ นอกจากจะสั่งสร้างเว็บแบบรวมฉบับร่าง (--drafts)")
    )]
    pub draft: bool,
}

/// One action under a measure.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionRecord {
    /// The action in words.
    #[schemars(title = "วิธีการดำเนินการ", extend("x-th" = "ข้อความของวิธีการดำเนินการ"))]
    pub text: String,
    /// A short name.
    #[schemars(title = "ชื่อสั้น", extend("x-th" = "ชื่อสั้นของวิธีการนี้"))]
    pub title: Option<String>,
    /// Who is responsible, where it is not who is for the measure.
    #[serde(default)]
    #[schemars(title = "ผู้รับผิดชอบ", extend("x-th" = "ส่วนราชการที่รับผิดชอบ ถ้าต่างจากของมาตรการ"))]
    pub units: Many<String>,
    /// When it is carried out, where it is not when the measure is.
    #[schemars(
        title = "ระยะเวลาดำเนินการ",
        extend("x-th" = "ช่วงเวลาที่ดำเนินการ ถ้าต่างจากของมาตรการ", "examples" = ["ก.พ. ๒๕๖๗", "ม.ค.-มี.ค.๖๗"])
    )]
    pub period: Option<String>,
    /// How it stands; otherwise read off its results.
    #[schemars(title = "สถานะ", extend("x-th" = "สถานะของวิธีการนี้ ถ้าไม่ระบุ ดูจากผลการดำเนินการ"))]
    pub status: Option<StatusRecord>,
    /// The steps of this action, in order.
    #[serde(default)]
    #[schemars(title = "ขั้นตอน", extend("x-th" = "ขั้นตอนของวิธีการนี้ เรียงตามลำดับ"))]
    pub steps: Many<String>,
    /// What came of it.
    #[serde(default)]
    #[schemars(title = "ผลการดำเนินการ", extend("x-th" = "ผลที่เกิดขึ้นจากวิธีการนี้"))]
    pub results: Many<ResultRecord>,
    /// What the editor adds: a doubt, or a difference from the printed document.
    #[serde(default)]
    #[schemars(
        title = "หมายเหตุ",
        extend("x-th" = "หมายเหตุของผู้บันทึก เช่น ข้อสงสัย หรือสิ่งที่ต่างจากเอกสารต้นฉบับ")
    )]
    pub remark: Many<String>,
}

/// One result of an action.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultRecord {
    /// The result in words.
    #[schemars(title = "ผลการดำเนินการ", extend("x-th" = "ข้อความของผลการดำเนินการ"))]
    pub text: String,
    /// When: a day, a range of days, a month or a fiscal year.
    #[schemars(
        title = "วันที่",
        extend("x-th" = "วัน ช่วงวัน เดือน หรือปีงบประมาณที่เกิดผล", "examples" = ["๑๐ กุมภาพันธ์ ๒๕๖๗", "2567-02-10", "๙ - ๑๒ ธันวาคม ๒๕๖๖", "ม.ค. ๖๗"])
    )]
    pub date: Option<String>,
    /// How it stands; otherwise read off the date.
    #[schemars(title = "สถานะ", extend("x-th" = "สถานะของผล ถ้าไม่ระบุ ดูจากวันที่"))]
    pub status: Option<ResultStatusRecord>,
    /// What shows it.
    #[serde(default)]
    #[schemars(title = "หลักฐาน", extend("x-th" = "แฟ้มหรือหน้าเว็บที่แสดงผลนี้"))]
    pub evidence: Many<EvidenceRecord>,
    /// What the editor adds: a doubt, or a difference from the printed document.
    #[serde(default)]
    #[schemars(
        title = "หมายเหตุ",
        extend("x-th" = "หมายเหตุของผู้บันทึก เช่น ข้อสงสัย หรือสิ่งที่ต่างจากเอกสารต้นฉบับ")
    )]
    pub remark: Many<String>,
}

/// A file or page that shows a result.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// What it is.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อของหลักฐาน"))]
    pub title: String,
    /// A web address, a file below `files/`, or a record or page of this site.
    #[schemars(
        title = "ที่อยู่",
        extend("x-th" = "ที่อยู่เว็บ แฟ้มใน files/ หรือระเบียนหรือหน้าในเว็บนี้", "examples" = ["files/no-gift.pdf", "https://www.example.go.th/no-gift", "../oit/o31.md"])
    )]
    pub url: String,
}

/// What the progress report words otherwise than the plan.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportRecord {
    /// Sub-measures, as the report words them.
    #[serde(default)]
    #[schemars(title = "มาตรการย่อย", extend("x-th" = "มาตรการย่อยตามถ้อยคำในรายงาน"))]
    pub parts: Many<String>,
    /// Actions, as the report words them.
    #[serde(default)]
    #[schemars(title = "วิธีการดำเนินการ", extend("x-th" = "วิธีการดำเนินการตามถ้อยคำในรายงาน"))]
    pub actions: Many<ActionRecord>,
    /// How it is followed up, as the report words it.
    #[serde(default)]
    #[schemars(title = "การติดตามผล", extend("x-th" = "การติดตามผลตามถ้อยคำในรายงาน"))]
    pub follow_up: Many<String>,
    /// What is suggested for later, as the report words it.
    #[serde(default)]
    #[schemars(title = "ข้อเสนอแนะ", extend("x-th" = "ข้อเสนอแนะตามถ้อยคำในรายงาน"))]
    pub suggestions: Many<String>,
    /// Who is responsible, as the report says.
    #[serde(default)]
    #[schemars(title = "ผู้รับผิดชอบ", extend("x-th" = "ส่วนราชการที่รับผิดชอบตามรายงาน"))]
    pub units: Many<String>,
}

/// How a measure or an action stands, as far as it can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusRecord {
    /// Not begun
    #[schemars(extend("x-th" = "ยังไม่เริ่ม"))]
    NotStarted,
    /// Under way
    #[schemars(extend("x-th" = "กำลังดำเนินการ"))]
    InProgress,
    /// Done
    #[schemars(extend("x-th" = "เสร็จแล้ว"))]
    Done,
    /// Given up
    #[schemars(extend("x-th" = "ยกเลิก"))]
    Cancelled,
}

/// How a result stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultStatusRecord {
    /// Done
    #[schemars(extend("x-th" = "ดำเนินการแล้ว"))]
    Done,
    /// Still to come
    #[schemars(extend("x-th" = "อยู่ในแผน"))]
    Planned,
    /// Goes on all the time
    #[schemars(extend("x-th" = "ดำเนินการต่อเนื่อง"))]
    Ongoing,
    /// There was nothing to do
    #[schemars(extend("x-th" = "ไม่มีกรณีต้องดำเนินการ"))]
    NotApplicable,
}
