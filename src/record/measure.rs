//! `<year>/measures/*.md`: a measure, its actions and their results. The body is free Markdown.

use crate::value::{Many, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// `<year>/measures/*.md`
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureRecord {
    /// มาตรการ/แนวทาง
    pub title: String,
    /// Its place in the official table; otherwise by file name.
    pub number: Option<Whole>,
    /// The indicators 1 to 10 that it concerns.
    #[serde(default)]
    pub indicators: Many<Whole>,
    /// IIT, EIT or OIT, where a plan is laid out by instrument.
    pub instrument: Option<String>,
    /// The analysed issue that it answers.
    pub issue: Option<Whole>,
    /// Question codes of the analysed year.
    #[serde(default)]
    pub questions: Many<String>,
    /// OIT items of `oit_year`.
    #[serde(default)]
    pub oit: Many<String>,
    /// The year whose list `oit` speaks of; otherwise the folder's.
    pub oit_year: Option<Whole>,
    /// Who is responsible: names, aliases or ids of units.
    #[serde(default)]
    pub units: Many<String>,
    /// ระยะเวลาดำเนินการ
    pub period: Option<String>,
    /// Sub-measures that stand under the title.
    #[serde(default)]
    pub parts: Many<String>,
    /// วิธีการดำเนินการ, in order.
    #[serde(default)]
    pub actions: Many<ActionRecord>,
    /// ขั้นตอน, where they stand beside all actions together.
    #[serde(default)]
    pub steps: Many<String>,
    /// การติดตามผล
    #[serde(default)]
    pub follow_up: Many<String>,
    /// ข้อเสนอแนะ
    #[serde(default)]
    pub suggestions: Many<String>,
    /// Where the progress report words things otherwise than the plan.
    pub report: Option<ReportRecord>,
    /// Overrides what the actions say.
    pub status: Option<StatusRecord>,
    /// What the editor adds: a doubt, or a difference from the printed document.
    #[serde(default)]
    pub remark: Many<String>,
    /// When this was last changed.
    pub updated: Option<String>,
    /// The address, where it is not the file's name.
    pub slug: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    pub draft: bool,
}

/// One action under a measure.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionRecord {
    /// วิธีการดำเนินการ
    pub text: String,
    /// A short name.
    pub title: Option<String>,
    /// Who is responsible, where it is not who is for the measure.
    #[serde(default)]
    pub units: Many<String>,
    /// When, where it is not when the measure is.
    pub period: Option<String>,
    /// How it stands; otherwise read off the results.
    pub status: Option<StatusRecord>,
    /// ขั้นตอน
    #[serde(default)]
    pub steps: Many<String>,
    /// ผลการดำเนินการ
    #[serde(default)]
    pub results: Many<ResultRecord>,
    /// What the editor adds.
    #[serde(default)]
    pub remark: Many<String>,
}

/// One result of an action.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultRecord {
    /// ผลการดำเนินการ
    pub text: String,
    /// A day, a range of days, a month, a fiscal year.
    pub date: Option<String>,
    /// How it stands; otherwise read off the date.
    pub status: Option<ResultStatusRecord>,
    /// What shows it.
    #[serde(default)]
    pub evidence: Many<EvidenceRecord>,
    /// What the editor adds.
    #[serde(default)]
    pub remark: Many<String>,
}

/// A file or page that shows a result.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// What it is.
    pub title: String,
    /// A web address, `files/…`, or a page of this site.
    pub url: String,
}

/// What the progress report words otherwise than the plan.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportRecord {
    /// Sub-measures.
    #[serde(default)]
    pub parts: Many<String>,
    /// Actions.
    #[serde(default)]
    pub actions: Many<ActionRecord>,
    /// การติดตามผล
    #[serde(default)]
    pub follow_up: Many<String>,
    /// ข้อเสนอแนะ
    #[serde(default)]
    pub suggestions: Many<String>,
    /// Who is responsible.
    #[serde(default)]
    pub units: Many<String>,
}

/// How a measure or an action stands, as far as it can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusRecord {
    /// ยังไม่เริ่ม
    NotStarted,
    /// กำลังดำเนินการ
    InProgress,
    /// เสร็จแล้ว
    Done,
    /// ยกเลิก
    Cancelled,
}

/// How a result stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultStatusRecord {
    /// Done.
    Done,
    /// Still to come.
    Planned,
    /// Goes on all the time.
    Ongoing,
    /// There was nothing to do.
    NotApplicable,
}
