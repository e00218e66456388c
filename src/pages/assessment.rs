//! The assessment: what was published, how it comes about, and the analysis.

use super::frame::{Frame, Heading};
use super::indicator::{self, InstrumentGroup};
use super::voice::ScoreView;
use super::{Links, Voice};
use crate::framework::agrees;
use crate::model::{Assessment, Site, Year};
use serde::Serialize;

/// The overall result.
#[derive(Debug, Serialize)]
pub struct ResultView {
    score: Option<ScoreView>,
    level: Option<String>,
    /// The score worked out from the indicators.
    computed: Option<ScoreView>,
    /// Whether it is the one that was published.
    agrees: bool,
    /// The level that the scores give, or those that they can give.
    computed_levels: Vec<String>,
    /// Whether the scale of levels is only supposed to hold in that year.
    computed_doubtful: bool,
    /// The same for the level that is shown, where none was published.
    level_doubtful: bool,
    analysed_year: String,
    /// How the score is reached: “๐.๓๐ × ๙๐.๗๘ + …”
    sum: Option<String>,
}

impl ResultView {
    /// The overall result; `None` where none is known.
    pub fn new(assessment: Option<&Assessment>, voice: Voice<'_>) -> Option<Self> {
        let assessment = assessment?;
        let overall = assessment.overall();
        if overall.is_none() && assessment.level.is_none() {
            return None;
        }
        let computed = assessment.derived.overall;
        let computed_doubtful = assessment.derived.levels.iter().any(|level| level.certainty.is_doubtful());
        Some(Self {
            score: ScoreView::new(overall, voice),
            level: assessment.level.clone().or_else(|| single_level(assessment)),
            agrees: overall.zip(computed).is_some_and(|(printed, computed)| agrees(printed, computed)),
            computed_doubtful,
            level_doubtful: assessment.level.is_none() && computed_doubtful,
            computed: ScoreView::new(computed, voice),
            computed_levels: assessment
                .derived
                .levels
                .iter()
                .map(|level| level.name_en.as_deref().filter(|_| voice.is_english()).unwrap_or(&level.name).to_owned())
                .collect(),
            analysed_year: voice.fiscal_year(assessment.analysed_year),
            sum: computed.is_some().then(|| sum(assessment, voice)),
        })
    }
}

fn single_level(assessment: &Assessment) -> Option<String> {
    match assessment.derived.levels.as_slice() {
        [one] => Some(one.name.clone()),
        _ => None,
    }
}

fn sum(assessment: &Assessment, voice: Voice<'_>) -> String {
    assessment
        .framework
        .instruments()
        .iter()
        .filter_map(|instrument| {
            let mean = assessment.derived.instruments.get(&instrument.code)?;
            Some(voice.number(format_args!("{:.2} × {mean:.2} ({})", instrument.weight, instrument.code.name())))
        })
        .collect::<Vec<_>>()
        .join(" + ")
}

#[derive(Debug, Serialize)]
struct ConstraintView {
    topic: String,
    text: String,
}

/// The page of a year's assessment.
#[derive(Debug, Serialize)]
pub struct AssessmentPage {
    frame: Frame,
    result: Option<ResultView>,
    groups: Vec<InstrumentGroup>,
    has_scores: bool,
    analysed_year: String,
    points_total: Option<String>,
    body: Option<String>,
    constraints: Vec<ConstraintView>,
    remark: Vec<String>,
    written: bool,
}

/// The page of a year's assessment.
pub fn page(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> AssessmentPage {
    let assessment = year.assessment.as_ref();
    let analysed = assessment.map_or(year.year.be() - 1, |one| one.analysed_year);
    let points: usize = assessment.map_or(0, |one| one.points.values().map(Vec::len).sum());
    let heading = Heading {
        title: voice.say("assessment_title", &[&voice.fiscal_year(analysed)]),
        above: Vec::new(),
        updated: assessment.and_then(|one| one.updated),
    };
    AssessmentPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        result: ResultView::new(assessment, voice),
        groups: indicator::groups(year, links, voice),
        has_scores: assessment.is_some_and(|one| !one.indicators.is_empty() || !one.derived.indicators.is_empty()),
        analysed_year: voice.fiscal_year(analysed),
        points_total: (points > 0).then(|| voice.number(points)),
        body: assessment.and_then(|one| links.prose(&one.body)),
        constraints: assessment
            .iter()
            .flat_map(|one| &one.constraints)
            .map(|one| ConstraintView { topic: one.topic.clone(), text: one.text.clone() })
            .collect(),
        remark: assessment.map(|one| one.remark.clone()).unwrap_or_default(),
        written: assessment.is_some(),
    }
}
