//! `<year>/assessment.md`: the result that a year's plan answers. The body is the analysis in words.

use crate::value::{Keyed, Many, Number, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// `<year>/assessment.md`
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentRecord {
    /// The fiscal year whose result this is; otherwise the folder's year less one.
    pub analysed_year: Option<Whole>,
    /// The overall score, 0 to 100.
    pub overall: Option<Number>,
    /// The level as published.
    pub level: Option<String>,
    /// Scores of the indicators 1 to 10.
    #[serde(default)]
    pub indicators: Keyed<Whole, Number>,
    /// Scores of questions and items, by codes of the analysed year.
    #[serde(default)]
    pub questions: Keyed<String, Number>,
    /// What should be improved, by indicator.
    #[serde(default)]
    pub points_to_improve: Keyed<Whole, Many<String>>,
    /// ข้อจำกัดของหน่วยงาน
    #[serde(default)]
    pub constraints: Many<ConstraintRecord>,
    /// Who signs the report.
    pub signatory: Option<SignatoryRecord>,
    /// How the official tables of the year are headed and laid out; otherwise as most authorities do.
    #[serde(default)]
    pub reports: ReportsRecord,
    /// What the editor adds: a doubt, or a difference from the printed document.
    #[serde(default)]
    pub remark: Many<String>,
    /// When this was last changed.
    pub updated: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    pub draft: bool,
}

/// A constraint under which the authority works.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConstraintRecord {
    /// What it is about, such as บุคลากร.
    pub topic: String,
    /// What it is.
    pub text: String,
}

/// The year's official tables.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportsRecord {
    /// มาตรการส่งเสริมคุณธรรมและความโปร่งใส
    #[serde(default)]
    pub plan: FormRecord,
    /// รายงานผลการดำเนินการตามมาตรการ
    #[serde(default)]
    pub progress: FormRecord,
}

/// How one official table is headed and laid out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormRecord {
    /// The heading above it.
    pub title: Option<String>,
    /// What stands between the heading and the table, by paragraph.
    #[serde(default)]
    pub lead: Many<String>,
    /// Its columns, in order.
    #[serde(default)]
    pub columns: Many<ColumnRecord>,
}

/// A column of an official table.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnRecord {
    /// What it shows.
    pub shows: ColumnKind,
    /// The words at its head.
    pub title: Option<String>,
}

/// What a column of an official table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// มาตรการ/แนวทาง
    Measure,
    /// วิธีการดำเนินการ
    Actions,
    /// ขั้นตอน
    Steps,
    /// ผู้รับผิดชอบ
    Units,
    /// ระยะเวลาดำเนินการ
    Period,
    /// ผลการดำเนินการ
    Results,
    /// การติดตามผล
    FollowUp,
    /// ข้อเสนอแนะ
    Suggestions,
}

/// Who signs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatoryRecord {
    /// The person.
    pub name: String,
    /// The post held.
    pub position: Option<String>,
    /// The part played, such as ผู้รายงาน.
    pub role: Option<String>,
}
