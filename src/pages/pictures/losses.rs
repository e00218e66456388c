//! Where the points are lost: of the 100 points of the overall score an indicator is a share, and loses of that share
//! what its score lacks.

use super::tenths;
use crate::framework::round2;
use crate::model::Assessment;
use crate::pages::Voice;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the indicators of a result lose.
#[derive(Debug)]
pub struct Losses {
    /// By indicator, in points of the overall score, unrounded: how many it loses, and how many it could.
    all: BTreeMap<u8, (f64, f64)>,
    /// The largest share of any indicator, by which all are drawn.
    largest: f64,
    /// Whether every indicator's score is known, so that the losses are all there are.
    whole: bool,
}

/// What one indicator loses.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "LossesLoss")]
pub struct Loss {
    /// In points of the overall score, with two decimals.
    pub label: String,
    /// The same with how many it could lose: “เสีย ๐.๓๕ จาก ๖.๐๐”.
    said: String,
    /// How long the two are drawn: the largest share of any indicator is as long as the picture is wide.
    width: f64,
    /// How many it could lose.
    all: f64,
}

/// What is lost altogether.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TotalLoss {
    /// In words.
    label: String,
    /// Whether the losses as they are shown, rounded, come to something else.
    is_rounded: bool,
}

impl Losses {
    /// What each indicator loses of which score and share are known.
    pub fn new(assessment: &Assessment) -> Self {
        let framework = &assessment.framework;
        let numbers = || framework.indicators().iter().map(|one| one.number);
        let all: BTreeMap<u8, (f64, f64)> = numbers()
            .filter_map(|number| {
                let score = assessment.indicator(number)?;
                Some((number, (framework.points_lost(number, score)?, framework.points_of(number)?)))
            })
            .collect();
        let largest = numbers().filter_map(|number| framework.points_of(number)).fold(0.0, f64::max);
        Self { whole: !all.is_empty() && all.len() == framework.indicators().len(), all, largest }
    }

    /// What an indicator loses.
    pub fn of(&self, indicator: u8, voice: Voice<'_>) -> Option<Loss> {
        let (lost, share) = *self.all.get(&indicator)?;
        let width = |points: f64| tenths(points * 100.0 / self.largest);
        let label = voice.score(lost);
        let said = voice.say("lost_of", &[&label, &voice.score(share)]);
        Some(Loss { label, said, width: width(lost), all: width(share) })
    }

    /// The indicators that lose anything, those that lose most first; of two that lose the same, the first in the list.
    pub fn greatest(&self) -> Vec<u8> {
        let mut losing: Vec<(u8, f64)> = self
            .all
            .iter()
            .map(|(number, (lost, _))| (*number, round2(*lost)))
            .filter(|(_, lost)| *lost > 0.0)
            .collect();
        losing.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        losing.into_iter().map(|(number, _)| number).collect()
    }

    /// What is lost altogether; `None` where the score of any indicator is not known.
    pub fn total(&self, voice: Voice<'_>) -> Option<TotalLoss> {
        let sum = |lost: fn(f64) -> f64| self.all.values().map(|(points, _)| lost(*points)).sum::<f64>();
        let exact = round2(sum(|points| points));
        let shown = round2(sum(round2));
        self.whole.then(|| TotalLoss {
            label: voice.say("lost_total", &[&voice.score(exact), &voice.number(100)]),
            is_rounded: (exact - shown).abs() > 0.001,
        })
    }
}
