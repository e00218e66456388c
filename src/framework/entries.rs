//! What a fiscal year's framework is made of: instruments, indicators, sub-indicators, items, questions, issues.
//!
//! These are the entries after reading and checking. They do not know the file they come from, nor each
//! other: [`FrameworkYear`](super::FrameworkYear) holds them together.

use super::{Basis, Certainty, Code, Instrument};
use crate::thai::digits::to_arabic;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// An instrument as it was in a year: what it is called and how much it weighs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InstrumentInfo {
    /// Which one.
    pub code: Instrument,
    /// Its Thai name.
    pub name: String,
    /// Our English translation.
    pub name_en: Option<String>,
    /// Its share of the overall score, 0 to 1.
    pub weight: f64,
    /// Other Thai names that documents use for it.
    pub other_names: Vec<String>,
    /// How certain name and weight are.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// An indicator (ตัวชี้วัด).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Indicator {
    /// 1 to 10 in every year so far.
    pub number: u8,
    /// Its Thai name.
    pub name: String,
    /// Our English translation.
    pub name_en: Option<String>,
    /// Other Thai names that documents use for it.
    pub other_names: Vec<String>,
    /// The instrument that measures it.
    pub instrument: Instrument,
    /// How certain the name is.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// The number of a sub-indicator: the indicator's and its own, `9.1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubNumber {
    /// The number of the indicator.
    pub indicator: u8,
    /// The number within the indicator, from 1.
    pub part: u8,
}

impl SubNumber {
    /// Reads `9.1` or `๙.๑`, with spaces around it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = to_arabic(text);
        let (indicator, part) = text.trim().split_once('.')?;
        let number = |text: &str| {
            let digits = text.bytes().all(|b| b.is_ascii_digit());
            text.parse().ok().filter(|number: &u8| digits && *number >= 1)
        };
        Some(Self { indicator: number(indicator)?, part: number(part)? })
    }
}

impl fmt::Display for SubNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}", self.indicator, self.part))
    }
}

impl Serialize for SubNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A sub-indicator (ตัวชี้วัดย่อย): the items under it make one mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SubIndicator {
    /// `9.1`
    pub number: SubNumber,
    /// Its Thai title.
    pub title: String,
    /// How certain the title and the range of items are.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// An item of the OIT list: something that has to be published.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OitItem {
    /// `o10`
    pub code: Code,
    /// Its Thai title.
    pub title: String,
    /// The heading that it stands under in the list, where there is one.
    pub group: Option<String>,
    /// Other wordings of the title that have been seen.
    pub other_titles: Vec<String>,
    /// The sub-indicator that it counts towards.
    pub sub_indicator: SubNumber,
    /// The indicator that it counts towards.
    pub indicator: u8,
    /// A remark for the officer, in Thai.
    pub note: Option<String>,
    /// How certain the title and its number are.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// How much of a question's text is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// The text is the question as it was asked.
    #[schemars(extend("x-th" = "ถ้อยคำของข้อคำถามตามจริง"))]
    Wording,
    /// The text only says what the question is about.
    #[schemars(extend("x-th" = "เพียงหัวข้อของข้อคำถาม"))]
    Topic,
    /// Only the code and the indicator are known.
    #[schemars(extend("x-th" = "ทราบเพียงรหัสข้อและตัวชี้วัด"))]
    Unknown,
}

/// The answers that a question allows, and what they score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerScale {
    /// Four steps: 0, 33, 67, 100.
    #[schemars(extend("x-th" = "สี่ระดับ: 0, 33, 67, 100"))]
    FourPoint,
    /// Yes or no: 0, 100.
    #[schemars(extend("x-th" = "มีหรือไม่มี: 0, 100"))]
    YesNo,
}

/// Which way a question is asked. Published scores are turned round already: 100 is always best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// A high answer is good.
    #[schemars(extend("x-th" = "คำตอบระดับสูงหมายถึงดี"))]
    Positive,
    /// A high answer is bad.
    #[schemars(extend("x-th" = "คำตอบระดับสูงหมายถึงไม่ดี"))]
    Negative,
    /// Some of its sub-questions are positive and some negative.
    #[schemars(extend("x-th" = "มีทั้งข้อย่อยเชิงบวกและเชิงลบ"))]
    Mixed,
}

/// A question of a survey (IIT or EIT).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// `i1`, `e15`
    pub code: Code,
    /// The indicator that it counts towards.
    pub indicator: u8,
    /// How much of the text is known.
    pub kind: QuestionKind,
    /// The Thai wording or topic; nothing when the kind is unknown.
    pub text: Option<String>,
    /// Its sub-questions, in order.
    pub parts: Vec<String>,
    /// The answers that it allows, where known.
    pub scale: Option<AnswerScale>,
    /// Which way it is asked, where known.
    pub polarity: Option<Polarity>,
    /// A remark for the officer, in Thai.
    pub note: Option<String>,
    /// How certain the text is; where there is none, that the code belongs to the indicator.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// An issue (ประเด็น) that a plan has to analyse; seven of them from 2567 on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Issue {
    /// 1 to 7 so far.
    pub number: u8,
    /// Its Thai title.
    pub title: String,
    /// The codes that were looked at for it, where an example is known.
    pub codes: Option<IssueCodes>,
    /// How certain the title is.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// The questions and items that speak to an issue, as somebody chose them. An example, hardly a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IssueCodes {
    /// The fiscal year whose codes these are: the year that was analysed, not the year of the plan.
    pub of_year: u16,
    /// The codes, in natural order.
    pub codes: Vec<Code>,
    /// How certain it is that these codes are meant to go with the issue.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

impl IssueCodes {
    /// The codes of one instrument.
    pub fn of(&self, instrument: Instrument) -> impl Iterator<Item = Code> {
        self.codes.iter().copied().filter(move |code| code.instrument == instrument)
    }
}

/// The two items under which measures are published.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureItems {
    /// The item that shows the analysis and the plan.
    pub plan: Code,
    /// The item that reports what was done.
    pub progress: Code,
    /// How certain the two are.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}
