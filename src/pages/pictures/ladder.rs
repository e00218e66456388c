//! The overall score on the scale of its year: which level it is in, and what it lacks for the next.

use super::{Caption, tenths};
use crate::framework::{LevelScale, round2};
use crate::model::Assessment;
use crate::pages::Voice;
use crate::pages::result::{self, LevelRow};
use crate::pages::voice::ScoreView;
use schemars::JsonSchema;
use serde::Serialize;

/// The overall score on its scale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ladder {
    /// Its name and its description.
    caption: Caption,
    /// The overall score.
    score: ScoreView,
    /// From one threshold to the next, lowest first.
    bands: Vec<Band>,
    /// The scores from which levels begin.
    thresholds: Vec<Threshold>,
    /// What the score lacks for the next level: “ขาดอีก ๔.๕๘ คะแนน …”
    lacks: Option<String>,
    /// The scale as a table, best first.
    levels: Vec<LevelRow>,
}

/// The stretch of the scale between two thresholds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LadderBand")]
struct Band {
    /// Where it begins, in hundredths of the width.
    from: f64,
    /// How wide it is, in the same.
    width: f64,
    /// Whether the score is in it.
    here: bool,
}

/// A score from which a level begins.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Threshold {
    /// Where it stands, in hundredths of the width.
    at: f64,
    /// The score, in words.
    label: String,
    /// Whether there is room to write it beside its neighbours.
    has_room: bool,
}

/// Labels closer than this, in hundredths of the width, would touch on a phone.
const CLOSEST: f64 = 8.0;

/// The scores from which levels begin, highest first, but for nought; several levels may begin at one.
pub fn thresholds(scale: &LevelScale, voice: Voice<'_>) -> Vec<Threshold> {
    let mut written: Option<f64> = None;
    from_highest(scale)
        .into_iter()
        .map(|at| {
            let has_room = written.is_none_or(|last| last - at >= CLOSEST);
            if has_room {
                written = Some(at);
            }
            Threshold { at, label: plain(at, voice), has_room }
        })
        .collect()
}

fn from_highest(scale: &LevelScale) -> Vec<f64> {
    let mut all: Vec<f64> = scale.levels().iter().map(|level| level.overall_min).filter(|least| *least > 0.0).collect();
    all.sort_by(|one, other| other.total_cmp(one));
    all.dedup();
    all
}

/// A threshold without decimals that say nothing.
fn plain(score: f64, voice: Voice<'_>) -> String {
    voice.number(round2(score))
}

impl Ladder {
    /// The result on its scale; `None` where either is not known.
    pub fn new(assessment: &Assessment, voice: Voice<'_>) -> Option<Self> {
        let scale = assessment.framework.levels()?;
        let score = ScoreView::new(assessment.overall(), voice)?;
        let value = round2(score.value);
        let steps = from_highest(scale);
        let next = steps.iter().rev().copied().find(|least| *least > value);
        let lacks = next.and_then(|least| {
            // Of the levels that begin there the lowest is the one that the overall score alone gives.
            let level = scale.levels().iter().rev().find(|level| round2(level.overall_min) == round2(least))?;
            let name = result::level_name(level, voice);
            Some(voice.say("level_lacks", &[&voice.score(least - value), &name, &voice.score(least)]))
        });
        let named = result::known_level(assessment, voice).map(|level| voice.say("ladder_level", &[&level]));
        let said = [Some(voice.say("ladder_score", &[&score.label])), named, lacks.clone()];
        Some(Self {
            caption: Caption {
                id: "ladder".to_owned(),
                title: voice.say("ladder_picture", &[&voice.fiscal_year(assessment.analysed_year)]),
                text: said.into_iter().flatten().collect::<Vec<_>>().join(" "),
            },
            bands: bands(&steps, value),
            thresholds: thresholds(scale, voice),
            levels: result::levels(assessment, voice),
            lacks,
            score,
        })
    }
}

fn bands(steps: &[f64], score: f64) -> Vec<Band> {
    let ends: Vec<f64> = std::iter::once(0.0).chain(steps.iter().rev().copied()).chain([100.0]).collect();
    ends.windows(2)
        .filter_map(|pair| {
            let [from, to] = *pair else { return None };
            let here = score >= from && (score < to || to >= 100.0);
            (to > from).then(|| Band { from, width: tenths(to - from), here })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_in_one_band_whatever_it_is() {
        let steps = [95.0, 85.0, 70.0];
        for (score, from) in [(0.0, 0.0), (69.99, 0.0), (70.0, 70.0), (84.99, 70.0), (95.0, 95.0), (100.0, 95.0)] {
            let all = bands(&steps, score);
            let here: Vec<f64> = all.iter().filter(|band| band.here).map(|band| band.from).collect();
            assert_eq!(here, [from], "{score}");
            assert!((all.iter().map(|band| band.width).sum::<f64>() - 100.0).abs() < 1e-9);
        }
    }
}
