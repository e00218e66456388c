//! The result that a year's plan answers: what was printed, and what its parts give.

use super::linking::Linking;
use super::prose::Prose;
use crate::diagnostic::{Message, rules};
use crate::field;
use crate::framework::{Code, FrameworkYear, Indicator, Instrument, Judgement, Level, round2};
use crate::read::Source;
use crate::record::{AssessmentRecord, FormRecord, ReportsRecord, SignatoryRecord};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A year's result and its analysis.
#[derive(Debug)]
pub struct Assessment {
    /// Where it was written.
    pub source: Arc<Source>,
    /// The year whose result it is.
    pub analysed_year: u16,
    /// The framework of that year.
    pub framework: Arc<FrameworkYear>,
    /// The overall score as printed.
    pub overall: Option<f64>,
    /// The level as printed.
    pub level: Option<String>,
    /// Scores of indicators as printed.
    pub indicators: BTreeMap<u8, f64>,
    /// Scores of questions and items as printed.
    pub questions: BTreeMap<Code, f64>,
    /// What should be improved, by indicator.
    pub points: BTreeMap<u8, Vec<String>>,
    /// Under which constraints the authority works.
    pub constraints: Vec<Constraint>,
    /// Who signs.
    pub signatory: Option<SignatoryRecord>,
    /// How the year's official tables are headed and laid out.
    pub reports: ReportsRecord,
    /// What the editor adds.
    pub remark: Vec<String>,
    /// The analysis in words.
    pub body: Prose,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// What the parts give.
    pub derived: Derived,
}

impl Assessment {
    /// The level that the scores give, where they give just one.
    #[must_use]
    pub fn derived_level(&self) -> Option<&Level> {
        match self.derived.levels.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// An indicator's score: as printed, or else from its questions.
    #[must_use]
    pub fn indicator(&self, number: u8) -> Option<f64> {
        self.indicators.get(&number).copied().or_else(|| self.derived.indicators.get(&number).copied())
    }

    /// The score of the indicator that measures the same as `indicator` of any year, whatever its number.
    #[must_use]
    pub fn same_indicator(&self, indicator: &Indicator) -> Option<f64> {
        self.indicator(self.framework.same_indicator(indicator)?.number)
    }

    /// The overall score: as printed, or else from its parts.
    #[must_use]
    pub fn overall(&self) -> Option<f64> {
        self.overall.or(self.derived.overall)
    }
}

/// A constraint.
#[derive(Debug)]
pub struct Constraint {
    /// What it is about.
    pub topic: String,
    /// What it is.
    pub text: String,
}

/// Scores worked out from their parts, rounded to two decimals; what lacks a part is not there.
#[derive(Debug, Default)]
pub struct Derived {
    /// Indicators, from their questions or items.
    pub indicators: BTreeMap<u8, f64>,
    /// Instruments, from their indicators.
    pub instruments: BTreeMap<Instrument, f64>,
    /// The overall score, from the instruments.
    pub overall: Option<f64>,
    /// The level, from the overall score and the instruments; several, best first, where what would decide
    /// between them is not known.
    pub levels: Vec<Level>,
}

/// Links a year's assessment.
pub fn assessment(
    source: &Arc<Source>,
    record: &AssessmentRecord,
    year: u16,
    framework: &Arc<FrameworkYear>,
    mut linking: Linking<'_>,
) -> Assessment {
    let indicators: BTreeMap<u8, f64> = record
        .indicators
        .iter()
        .filter_map(|(number, score)| {
            let number = known_indicator(number.0, "indicators", framework, &mut linking)?;
            Some((number, linking.score(*score, &field!["indicators", number.to_string()])?))
        })
        .collect();
    let questions = questions(record, framework, &mut linking);
    let points = record
        .points_to_improve
        .iter()
        .filter_map(|(number, points)| {
            Some((known_indicator(number.0, "points_to_improve", framework, &mut linking)?, points.to_vec()))
        })
        .collect();
    let overall = record.overall.and_then(|score| linking.score(score, &field!["overall"]));
    if let (Some(level), Some(scale)) = (&record.level, framework.levels())
        && scale.find(level).is_none()
    {
        let names = scale.levels().iter().map(|level| level.name.as_str()).collect::<Vec<_>>().join(", ");
        linking.problems.push(
            source
                .problem(
                    &rules::WRONG_VALUE,
                    &field!["level"],
                    Message::new(
                        format!("ปีงบประมาณ {year} ไม่มีระดับ “{level}”"),
                        format!("fiscal year {year} has no level “{level}”"),
                    ),
                )
                .help(format!("ระดับของปีนั้นคือ {names}"), format!("its levels are {names}")),
        );
    }
    for (name, form) in [("plan", &record.reports.plan), ("progress", &record.reports.progress)] {
        doubled_columns(form, name, &mut linking);
    }
    let derived = derive(&indicators, &questions, overall, framework);
    Assessment {
        source: Arc::clone(source),
        analysed_year: year,
        framework: Arc::clone(framework),
        overall,
        level: record.level.clone(),
        indicators,
        questions,
        points,
        constraints: record
            .constraints
            .iter()
            .map(|one| Constraint { topic: one.topic.clone(), text: one.text.clone() })
            .collect(),
        signatory: record.signatory.clone(),
        reports: record.reports.clone(),
        remark: record.remark.to_vec(),
        body: linking.body(),
        updated: record.updated.as_deref().and_then(|text| linking.day(text, &field!["updated"])),
        derived,
    }
}

/// Scores by code; a code that is there in two spellings is a slip of the pen.
fn questions(record: &AssessmentRecord, framework: &FrameworkYear, linking: &mut Linking<'_>) -> BTreeMap<Code, f64> {
    let mut all = BTreeMap::new();
    for (text, score) in record.questions.iter() {
        let way = field!["questions", text.clone()];
        let code = linking.codes(std::slice::from_ref(text), &way, Code::parse, framework).pop();
        let (Some(code), Some(score)) = (code, linking.score(*score, &way)) else { continue };
        if all.insert(code, score).is_some() {
            linking.problems.push(
                linking
                    .source
                    .problem(
                        &rules::DUPLICATE_FIELD,
                        &way,
                        Message::new(format!("มีคะแนนของ {code} ซ้ำ"), format!("{code} has a score already")),
                    )
                    .help("เหลือไว้เพียงที่เดียว", "keep one of them"),
            );
        }
    }
    all
}

/// A table that shows one thing in two columns is a slip of the pen.
fn doubled_columns(form: &FormRecord, name: &'static str, linking: &mut Linking<'_>) {
    for (at, column) in form.columns.iter().enumerate() {
        if form.columns[..at].iter().any(|before| before.shows == column.shows) {
            let way = field!["reports", name, "columns", at, "shows"];
            linking.problems.push(
                linking
                    .source
                    .problem(
                        &rules::WRONG_VALUE,
                        &way,
                        Message::new("ช่องนี้มีในตารางแล้ว", "the table has this column already"),
                    )
                    .help("เหลือไว้เพียงช่องเดียว", "keep one of them"),
            );
        }
    }
}

fn known_indicator(
    number: u32,
    field: &'static str,
    framework: &FrameworkYear,
    linking: &mut Linking<'_>,
) -> Option<u8> {
    let found = u8::try_from(number).ok().filter(|number| framework.indicator(*number).is_some());
    if found.is_none() {
        let way = [field!(field)[0].clone(), crate::read::Step::Name(number.to_string().into())];
        let last = framework.indicators().len();
        linking.problems.push(
            linking
                .source
                .problem(
                    &rules::WRONG_VALUE,
                    &way,
                    Message::new(format!("ไม่มีตัวชี้วัดที่ {number}"), format!("there is no indicator {number}")),
                )
                .help(format!("ตัวชี้วัดมี 1 ถึง {last}"), format!("indicators are 1 to {last}")),
        );
    }
    found
}

fn derive(
    printed: &BTreeMap<u8, f64>,
    questions: &BTreeMap<Code, f64>,
    overall: Option<f64>,
    framework: &FrameworkYear,
) -> Derived {
    let from_parts: BTreeMap<u8, f64> = framework
        .indicators()
        .iter()
        .filter_map(|indicator| Some((indicator.number, framework.indicator_from_parts(indicator.number, questions)?)))
        .collect();
    // Printed scores are what the municipality was given: they come before our own.
    let mut known = from_parts.clone();
    known.extend(printed);
    let computed = framework.overall(&known);
    let levels = overall.or(computed).and_then(|overall| framework.judge(overall, &known));
    Derived {
        levels: levels.iter().flat_map(Judgement::candidates).map(|level| (*level).clone()).collect(),
        indicators: from_parts.into_iter().map(|(number, score)| (number, round2(score))).collect(),
        instruments: framework
            .means(&known)
            .iter()
            .filter_map(|(instrument, mean)| Some((instrument, round2((*mean)?))))
            .collect(),
        overall: computed.map(round2),
    }
}
