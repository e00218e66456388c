//! The overall result: score and level, and how both are reached.

use super::voice::{ChangeView, ScoreView};
use super::{Voice, indicator};
use crate::framework::{Level, agrees};
use crate::model::{Assessment, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// The overall result.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ResultView {
    /// The score.
    score: Option<ScoreView>,
    /// The level, as published.
    level: Option<String>,
    /// Whether the published level is none that the scores can give.
    level_differs: bool,
    /// How the score differs from the year before.
    change: Option<ChangeView>,
    /// The score worked out from the indicators.
    computed: Option<ScoreView>,
    /// Whether it is the one that was published, where one was.
    agrees: Option<bool>,
    /// The level that the scores give, or those that they can give.
    computed_levels: Vec<String>,
    /// Whether the scale of levels is only supposed to hold in that year.
    computed_doubtful: bool,
    /// The same for the level that is shown, where none was published.
    level_doubtful: bool,
    /// The year whose result the plan answers, in words.
    analysed_year: String,
    /// How the score is reached: “๐.๓๐ × ๙๐.๗๘ + …”
    sum: Option<String>,
}

impl ResultView {
    /// The overall result; `None` where none is known.
    pub fn new(site: &Site, assessment: Option<&Assessment>, voice: Voice<'_>) -> Option<Self> {
        let assessment = assessment?;
        let overall = assessment.overall();
        if overall.is_none() && assessment.level.is_none() {
            return None;
        }
        let computed = assessment.derived.overall;
        let computed_doubtful = assessment.derived.levels.iter().any(|level| level.certainty.is_doubtful());
        Some(Self {
            score: ScoreView::new(overall, voice),
            level: known_level(assessment, voice),
            level_differs: level_differs(assessment),
            change: indicator::change(site, assessment, voice, Assessment::overall),
            agrees: assessment.overall.zip(computed).map(|(printed, computed)| agrees(printed, computed)),
            computed_doubtful,
            level_doubtful: assessment.level.is_none() && computed_doubtful,
            computed: ScoreView::new(computed, voice),
            computed_levels: assessment
                .derived
                .levels
                .iter()
                .map(|level| level_name(level, voice).to_owned())
                .collect(),
            analysed_year: voice.fiscal_year(assessment.analysed_year),
            sum: computed.is_some().then(|| sum(assessment, voice)),
        })
    }
}

/// A level's name in the site's language.
pub fn level_name<'l>(level: &'l Level, voice: Voice<'_>) -> &'l str {
    level.name_en.as_deref().filter(|_| voice.is_english()).unwrap_or(&level.name)
}

/// The level as published, or else the one that the scores give, in the site's language.
pub fn known_level(assessment: &Assessment, voice: Voice<'_>) -> Option<String> {
    let Some(written) = &assessment.level else {
        return assessment.derived_level().map(|level| level_name(level, voice).to_owned());
    };
    let known = assessment.framework.levels().and_then(|scale| scale.find(written));
    Some(known.filter(|_| voice.is_english()).map_or(written.as_str(), |level| level_name(level, voice)).to_owned())
}

/// Whether a level was published that the scores cannot give.
fn level_differs(assessment: &Assessment) -> bool {
    let found = assessment.level.as_ref().zip(assessment.framework.levels());
    let found = found.and_then(|(written, scale)| scale.find(written));
    let derived = &assessment.derived.levels;
    !derived.is_empty() && found.is_some_and(|level| derived.iter().all(|one| one.name != level.name))
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

/// A level of the year's scale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LevelRow {
    /// Its name.
    name: String,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// What the overall score must reach.
    overall: String,
    /// What every instrument must reach too.
    instruments: Option<String>,
    /// Whether the scores give this level, or may give it.
    reached: bool,
}

/// The scale by which the analysed year's scores were judged, best level first.
pub fn levels(assessment: &Assessment, voice: Voice<'_>) -> Vec<LevelRow> {
    let reached = |level: &Level| assessment.derived.levels.iter().any(|one| one.name == level.name);
    assessment
        .framework
        .levels()
        .iter()
        .flat_map(|scale| scale.levels())
        .map(|level| LevelRow {
            name: level_name(level, voice).to_owned(),
            doubtful: level.certainty.is_doubtful(),
            overall: voice.score(level.overall_min),
            instruments: level.instrument_min.map(|least| voice.score(least)),
            reached: reached(level),
        })
        .collect()
}
