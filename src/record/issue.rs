//! `<year>/issues/*.md`: one analysed issue. The body is the narrative.

use crate::value::{Many, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// `<year>/issues/*.md`
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueRecord {
    /// Its number in the year's list.
    pub issue: Whole,
    /// What was found, by instrument.
    #[serde(default)]
    pub findings: Many<FindingRecord>,
    /// What the editor adds.
    #[serde(default)]
    pub remark: Many<String>,
    /// When this was last changed.
    pub updated: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    pub draft: bool,
}

/// What one instrument says of an issue.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingRecord {
    /// IIT, EIT or OIT.
    pub instrument: Option<String>,
    /// Codes of the analysed year; their scores come from the assessment.
    #[serde(default)]
    pub questions: Many<String>,
    /// What stands beside all of them.
    #[serde(default)]
    pub remark: Many<String>,
}
