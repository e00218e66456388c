//! The framework file: the form in which a fiscal year is written, in the program and in a site's content.
//!
//! One form serves both. The program's own files describe whole years; a site's file says only what is to be
//! corrected or added. These types are what was written, unchecked; [`merge`](super::merge) makes sense of it.

use super::{AnswerScale, Basis, Code, Instrument, Polarity, QuestionKind};
use crate::value::{Many, Number, Text, Whole};
use schemars::JsonSchema;
use serde::Deserialize;

/// ITA as it is in one fiscal year: a whole year, or what is to be corrected in one that the program knows.
///
/// Entries are found by their code or number. Fields that are given replace those of the entry, fields that
/// are left out stay as they are, and an entry that is not there yet is added.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrameworkPatch {
    /// ปีงบประมาณ พ.ศ.: the fiscal year that is described or corrected.
    pub year: Whole,
    /// For a year that the program does not know yet: the year to start from. What is not said here is then
    /// taken over from it, and is held to be uncertain unless `certainty` says otherwise.
    pub like: Option<Whole>,
    /// How certain the entries of this file are, from 0 to 1, where they do not say so themselves; otherwise 1.
    pub certainty: Option<Number>,
    /// What the entries of this file rest on, where they do not say so themselves; otherwise `site`.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// แบบวัด: the instruments, IIT, EIT and OIT.
    #[serde(default)]
    pub instruments: Many<InstrumentPatch>,
    /// ตัวชี้วัด: the indicators.
    #[serde(default)]
    pub indicators: Many<IndicatorPatch>,
    /// ตัวชี้วัดย่อย: the sub-indicators, each with its items.
    #[serde(default)]
    pub sub_indicators: Many<SubIndicatorPatch>,
    /// ข้อ OIT: items written without their sub-indicator, which is the short way to correct one.
    #[serde(default)]
    pub items: Many<ItemPatch>,
    /// ข้อคำถาม: the questions of IIT and EIT.
    #[serde(default)]
    pub questions: Many<QuestionPatch>,
    /// ระดับผลการประเมิน: the scale of levels.
    pub levels: Option<LevelsPatch>,
    /// ประเด็น: the issues that a plan of this year has to analyse.
    #[serde(default)]
    pub issues: Many<IssuePatch>,
    /// The items under which the plan and the report on it are published.
    pub measure_items: Option<MeasureItemsPatch>,
}

/// An instrument.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstrumentPatch {
    /// IIT, EIT or OIT.
    pub code: Instrument,
    /// Its Thai name. A new entry must have it.
    pub name: Option<String>,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its share of the overall score, such as 0.30; the three together make 1. A new entry must have it.
    pub weight: Option<Number>,
    /// Other Thai names that documents use for it.
    #[serde(default)]
    pub other_names: Many<String>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    pub remove: bool,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorPatch {
    /// Its number, such as 9.
    pub number: Whole,
    /// Its Thai name. A new entry must have it.
    pub name: Option<String>,
    /// Its English name.
    pub name_en: Option<String>,
    /// Other Thai names that documents use for it.
    #[serde(default)]
    pub other_names: Many<String>,
    /// The instrument that measures it: IIT, EIT or OIT. A new entry must have it.
    pub instrument: Option<Instrument>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    pub remove: bool,
}

/// A sub-indicator.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubIndicatorPatch {
    /// Its number, such as 9.1.
    pub number: Text,
    /// Its Thai title. A new entry must have it.
    pub title: Option<String>,
    /// The items that stand under it. An item that stands elsewhere so far is moved here.
    #[serde(default)]
    pub items: Many<ItemPatch>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// `true` takes the entry out, with the items that still stand under it.
    #[serde(default)]
    pub remove: bool,
}

/// An item of the OIT list.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemPatch {
    /// Its code, such as o10.
    #[schemars(with = "Code")]
    pub code: Text,
    /// Its Thai title, as in the handbook. A new entry must have it.
    pub title: Option<String>,
    /// The heading that it stands under in the list.
    pub group: Option<String>,
    /// Other wordings of the title that documents use.
    #[serde(default)]
    pub other_titles: Many<String>,
    /// The sub-indicator that it counts towards, such as 9.1, where it is not written under one. A new entry
    /// must have it.
    pub sub_indicator: Option<Text>,
    /// A remark for the officer.
    pub note: Option<String>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    pub remove: bool,
}

/// A question of IIT or EIT.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionPatch {
    /// Its code, such as i1 or e15.
    #[schemars(with = "Code")]
    pub code: Text,
    /// The number of the indicator that it counts towards. A new entry must have it.
    pub indicator: Option<Whole>,
    /// Whether `text` is the wording or only the topic; otherwise `wording` where there is a text.
    pub kind: Option<QuestionKind>,
    /// The question, in Thai.
    pub text: Option<String>,
    /// Its sub-questions, in order.
    #[serde(default)]
    pub parts: Many<String>,
    /// The answers that it allows.
    pub scale: Option<AnswerScale>,
    /// Whether a high answer is good or bad.
    pub polarity: Option<Polarity>,
    /// A remark for the officer.
    pub note: Option<String>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    pub remove: bool,
}

/// The scale of levels.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelsPatch {
    /// A name for the scale.
    pub name: Option<String>,
    /// The overall score from which an assessment counts as passed.
    pub pass_mark: Option<Number>,
    /// Every level, from best to worst. The list is taken as a whole: it replaces the one that was there.
    #[serde(default)]
    pub scale: Many<LevelPatch>,
}

/// A level.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelPatch {
    /// Its name, as published.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// The least overall score; 0 for the last level.
    pub overall_min: Number,
    /// The least score that every instrument must have too, where the level asks for it.
    pub instrument_min: Option<Number>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuePatch {
    /// Its number, 1 to 7.
    pub number: Whole,
    /// Its Thai title. A new entry must have it.
    pub title: Option<String>,
    /// The questions and items that speak to it.
    pub codes: Option<IssueCodesPatch>,
    /// How certain this entry is, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this entry rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
    /// `true` takes the entry out.
    #[serde(default)]
    pub remove: bool,
}

/// The questions and items that speak to an issue.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueCodesPatch {
    /// The fiscal year whose codes these are: the year that is analysed.
    pub of_year: Whole,
    /// The codes, such as i1, e11 and o12.
    #[schemars(with = "Many<Code>")]
    pub codes: Many<Text>,
    /// How certain it is that they belong to the issue, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
}

/// The items under which measures are published.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureItemsPatch {
    /// The item that shows the analysis and the plan, such as o42. A new entry must have it.
    #[schemars(with = "Option<Code>")]
    pub plan: Option<Text>,
    /// The item that reports what was done, such as o43. A new entry must have it.
    #[schemars(with = "Option<Code>")]
    pub progress: Option<Text>,
    /// How certain the two are, from 0 to 1.
    pub certainty: Option<Number>,
    /// What this rests on.
    #[serde(default)]
    pub basis: Many<Basis>,
}
