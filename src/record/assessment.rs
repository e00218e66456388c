//! `<year>/assessment.md`: the result that a year's plan answers. The body is the analysis in words.

use crate::value::{Keyed, Many, Number, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// The ITA result that the plan of a year answers. The text below the fields is the analysis in words.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    title = "ผลการประเมิน",
    extend("x-th" = "ผลการประเมิน ITA ที่แผนของปีนั้นนำมาวิเคราะห์ ข้อความใต้ช่องข้อมูลคือบทวิเคราะห์")
)]
pub struct AssessmentRecord {
    /// The fiscal year (Buddhist Era) whose result this is; otherwise the folder's year less one.
    #[schemars(
        title = "ปีที่ประเมิน",
        extend("x-th" = "ปีงบประมาณ (พ.ศ.) ของผลการประเมินนี้ ถ้าไม่ระบุ คือปีก่อนหน้าปีของโฟลเดอร์")
    )]
    pub analysed_year: Option<Whole>,
    /// The overall score as published, 0 to 100.
    #[schemars(title = "คะแนนรวม", extend("x-th" = "คะแนนรวมตามที่ประกาศ ตั้งแต่ 0 ถึง 100"))]
    pub overall: Option<Number>,
    /// The level as published, by its name in the scale of the year that was assessed.
    #[schemars(
        title = "ระดับผลการประเมิน",
        extend("x-th" = "ระดับตามที่ประกาศ ใช้ชื่อระดับตามเกณฑ์ของปีที่ประเมิน", "examples" = ["ผ่าน"])
    )]
    pub level: Option<String>,
    /// Scores of indicators, 0 to 100, by number of the indicator.
    #[serde(default)]
    #[schemars(
        title = "คะแนนรายตัวชี้วัด",
        extend("x-th" = "คะแนนของแต่ละตัวชี้วัด ตั้งแต่ 0 ถึง 100 เขียนเป็น เลขตัวชี้วัด: คะแนน", "examples" = [{ "1": 94.14, "2": 88.05 }])
    )]
    pub indicators: Keyed<Whole, Number>,
    /// Scores of questions and OIT items, 0 to 100, by codes of the year that was assessed.
    #[serde(default)]
    #[schemars(
        title = "คะแนนรายข้อ",
        extend("x-th" = "คะแนนของแต่ละข้อคำถามหรือข้อ OIT ตั้งแต่ 0 ถึง 100 เขียนเป็น รหัสข้อของปีที่ประเมิน: คะแนน", "examples" = [{ "i1": 87.19, "e1": 71.71, "o1": 0 }])
    )]
    pub questions: Keyed<String, Number>,
    /// What should be improved, by number of the indicator.
    #[serde(default)]
    #[schemars(
        title = "ประเด็นที่ต้องปรับปรุง",
        extend("x-th" = "ประเด็นที่ต้องแก้ไขหรือปรับปรุง เขียนเป็น เลขตัวชี้วัด: รายการ", "examples" = [{ "9": ["ข้อมูลพื้นฐาน", "งบประมาณ"] }])
    )]
    pub points_to_improve: Keyed<Whole, Many<String>>,
    /// The constraints under which the authority works.
    #[serde(default)]
    #[schemars(title = "ข้อจำกัดของหน่วยงาน", extend("x-th" = "ข้อจำกัดในการดำเนินงานของหน่วยงาน"))]
    pub constraints: Many<ConstraintRecord>,
    /// Who signs the official reports of the year.
    #[schemars(title = "ผู้ลงนาม", extend("x-th" = "ผู้ลงนามท้ายแผนและรายงานของปีนี้"))]
    pub signatory: Option<SignatoryRecord>,
    /// How the official tables of the year are headed and laid out; otherwise as most authorities do.
    #[serde(default)]
    #[schemars(
        title = "แบบตารางทางการ",
        extend("x-th" = "ชื่อ ข้อความนำ และช่องของตารางทางการประจำปี ถ้าไม่ระบุ ใช้แบบที่หน่วยงานส่วนใหญ่ใช้")
    )]
    pub reports: ReportsRecord,
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
        extend("x-th" = "วันที่ปรับปรุงข้อมูลนี้ครั้งล่าสุด", "examples" = ["2566-11-05", "๕ พฤศจิกายน ๒๕๖๖"])
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

/// A constraint under which the authority works.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConstraintRecord {
    /// What it is about.
    #[schemars(title = "เรื่อง", extend("x-th" = "ข้อจำกัดเกี่ยวกับเรื่องใด"))]
    pub topic: String,
    /// The constraint in words.
    #[schemars(title = "รายละเอียด", extend("x-th" = "ข้อความที่อธิบายข้อจำกัด"))]
    pub text: String,
}

/// The year's official tables.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportsRecord {
    /// The plan.
    #[serde(default)]
    #[schemars(title = "ตารางแผน", extend("x-th" = "แบบของตารางแผนมาตรการ"))]
    pub plan: FormRecord,
    /// The report of what was done.
    #[serde(default)]
    #[schemars(title = "ตารางรายงานผล", extend("x-th" = "แบบของตารางรายงานผลการดำเนินการ"))]
    pub progress: FormRecord,
}

/// How one official table is headed and laid out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormRecord {
    /// The heading above it.
    #[schemars(title = "ชื่อตาราง", extend("x-th" = "ชื่อรายงานที่อยู่เหนือตาราง"))]
    pub title: Option<String>,
    /// What stands between the heading and the table, by paragraph.
    #[serde(default)]
    #[schemars(title = "ข้อความนำ", extend("x-th" = "ข้อความระหว่างชื่อรายงานกับตาราง หนึ่งรายการต่อหนึ่งย่อหน้า"))]
    pub lead: Many<String>,
    /// Who signs this one, where it is not who signs both.
    #[schemars(title = "ผู้ลงนาม", extend("x-th" = "ผู้ลงนามท้ายตารางนี้ ถ้าไม่ระบุ ใช้ผู้ลงนามของทั้งสองตาราง"))]
    pub signatory: Option<SignatoryRecord>,
    /// Its columns, in order.
    #[serde(default)]
    #[schemars(
        title = "ช่องของตาราง",
        extend("x-th" = "ช่องของตาราง เรียงตามลำดับ", "examples" = [[{ "shows": "measure", "title": "หัวข้อ" }, { "shows": "actions" }]])
    )]
    pub columns: Many<ColumnRecord>,
}

/// A column of an official table.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnRecord {
    /// What it shows.
    #[schemars(title = "ข้อมูลในช่อง", extend("x-th" = "ข้อมูลที่ช่องนี้แสดง"))]
    pub shows: ColumnKind,
    /// The words at its head; otherwise the usual ones.
    #[schemars(title = "หัวช่อง", extend("x-th" = "คำที่หัวช่อง ถ้าไม่ระบุ ใช้คำที่ใช้กันทั่วไป"))]
    pub title: Option<String>,
}

/// What a column of an official table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// The measure, with its parts.
    #[schemars(extend("x-th" = "มาตรการ/แนวทาง"))]
    Measure,
    /// What is to be done.
    #[schemars(extend("x-th" = "วิธีการดำเนินการ"))]
    Actions,
    /// The steps.
    #[schemars(extend("x-th" = "ขั้นตอน"))]
    Steps,
    /// Who is responsible.
    #[schemars(extend("x-th" = "ผู้รับผิดชอบ"))]
    Units,
    /// When.
    #[schemars(extend("x-th" = "ระยะเวลาดำเนินการ"))]
    Period,
    /// What came of it.
    #[schemars(extend("x-th" = "ผลการดำเนินการ"))]
    Results,
    /// How it is followed up.
    #[schemars(extend("x-th" = "การติดตามผล"))]
    FollowUp,
    /// What is suggested.
    #[schemars(extend("x-th" = "ข้อเสนอแนะ"))]
    Suggestions,
}

/// Who signs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatoryRecord {
    /// The person's name.
    #[schemars(title = "ชื่อ", extend("x-th" = "ชื่อและนามสกุลของผู้ลงนาม"))]
    pub name: String,
    /// The post held.
    #[schemars(title = "ตำแหน่ง", extend("x-th" = "ตำแหน่งของผู้ลงนาม"))]
    pub position: Option<String>,
    /// In what part the person signs.
    #[schemars(title = "ลงนามในฐานะ", extend("x-th" = "ลงนามในฐานะใด", "examples" = ["ผู้รายงาน"]))]
    pub role: Option<String>,
}
