//! The assessment: what was published, how it comes about, and the analysis.

use super::frame::{Frame, Heading};
use super::indicator::{self, InstrumentGroup};
use super::pictures::Scores;
use super::question::{self, Asked, QuestionView};
use super::result::{self, LevelRow, ResultView};
use super::sharing::text_of;
use super::{Links, Voice, names};
use crate::model::{Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that hinders the authority.
#[derive(Debug, Serialize, JsonSchema)]
struct ConstraintView {
    /// What it is about.
    topic: String,
    /// What it is.
    text: String,
}

/// What one instrument asked, and what came of it.
#[derive(Debug, Serialize, JsonSchema)]
struct QuestionGroup {
    /// The instrument: IIT, EIT or OIT.
    code: &'static str,
    /// Its name.
    name: String,
    /// How many questions it has.
    total: String,
    /// The questions.
    questions: Vec<QuestionView>,
}

/// The page of a year's assessment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssessmentPage {
    /// What every page has.
    frame: Frame,
    /// The overall result.
    result: Option<ResultView>,
    /// The scale of levels, best first.
    levels: Vec<LevelRow>,
    /// The indicators, by instrument.
    groups: Vec<InstrumentGroup>,
    /// The questions, by instrument.
    questions: Vec<QuestionGroup>,
    /// How many questions there are, where any is known.
    questions_total: Option<String>,
    /// Whether any score is known.
    has_scores: bool,
    /// The scores as a picture.
    scores: Option<Scores>,
    /// The year whose result the plan answers, in words.
    analysed_year: String,
    /// How many points are to be improved, where there are any.
    points_total: Option<String>,
    /// The text of the record, as HTML: shown with `safe`.
    body: Option<String>,
    /// What hinders the authority.
    constraints: Vec<ConstraintView>,
    /// Remarks of those who transcribed the record.
    remark: Vec<String>,
    /// Whether there is a record of the assessment.
    written: bool,
}

/// The page of a year's assessment.
pub fn page(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> AssessmentPage {
    let assessment = year.assessment.as_ref();
    let analysed = assessment.map_or(year.year.be() - 1, |one| one.analysed_year);
    let points: usize = assessment.map_or(0, |one| one.points.values().map(Vec::len).sum());
    let questions = assessment.map_or(0, |one| one.questions.len());
    let body = assessment.and_then(|one| links.prose(&one.body));
    let heading = Heading {
        title: voice.say("assessment_title", &[&voice.fiscal_year(analysed)]),
        above: Vec::new(),
        updated: assessment.and_then(|one| one.updated),
        text: body.as_deref().map(text_of),
    };
    AssessmentPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        result: ResultView::new(site, assessment, voice),
        levels: assessment.map(|one| result::levels(one, voice)).unwrap_or_default(),
        questions: question_groups(site, year, links, voice),
        questions_total: (questions > 0).then(|| voice.number(questions)),
        groups: indicator::groups(site, year, links, voice),
        has_scores: assessment.is_some_and(|one| !one.indicators.is_empty() || !one.derived.indicators.is_empty()),
        scores: Scores::new(site, year, links, voice),
        analysed_year: voice.fiscal_year(analysed),
        points_total: (points > 0).then(|| voice.number(points)),
        body,
        constraints: assessment
            .iter()
            .flat_map(|one| &one.constraints)
            .map(|one| ConstraintView { topic: one.topic.clone(), text: one.text.clone() })
            .collect(),
        remark: assessment.map(|one| one.remark.clone()).unwrap_or_default(),
        written: assessment.is_some(),
    }
}

/// Everything that was scored, by instrument.
fn question_groups(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> Vec<QuestionGroup> {
    let asked = Asked::before(site, year);
    year.framework
        .instruments()
        .iter()
        .filter_map(|instrument| {
            let questions = question::of_instrument(asked, instrument.code, links, voice);
            (!questions.is_empty()).then(|| QuestionGroup {
                code: instrument.code.name(),
                name: names::instrument_name(instrument, voice).to_owned(),
                total: voice.number(questions.len()),
                questions,
            })
        })
        .collect()
}
