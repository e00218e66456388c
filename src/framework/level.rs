//! Levels: what an overall score is called, by the scale of its year.
//!
//! It does not know how an overall score comes about ([`score`](super::score)), nor which year uses which
//! scale: that is data.

use super::score::hundredths;
use super::spelling::bare;
use super::{Basis, Certainty, Means};
use serde::Serialize;

/// One level of a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Level {
    /// As it is published: `D`, `ผ่านดี`.
    pub name: String,
    /// Our English translation, where the name is Thai.
    pub name_en: Option<String>,
    /// The least overall score, 0 to 100.
    pub overall_min: f64,
    /// The least mean that every single instrument must have too, if the scale asks for it.
    pub instrument_min: Option<f64>,
    /// How certain the level is.
    pub certainty: Certainty,
    /// What that rests on.
    pub basis: Vec<Basis>,
}

/// A year's scale of levels, from best to worst; the last one takes every score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelScale {
    /// What the scale is called here; there is no official name.
    pub name: String,
    /// The overall score from which an assessment counts as passed, if there is one.
    pub pass_mark: Option<f64>,
    pub(super) levels: Vec<Level>,
}

/// What can be said of a level.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement<'a> {
    /// It is this level.
    Level(&'a Level),
    /// It is one of these, best first, two or more: means of instruments that would decide it are not known.
    OneOf(Vec<&'a Level>),
}

impl<'a> Judgement<'a> {
    /// The level, if it is certain.
    #[must_use]
    pub const fn level(&self) -> Option<&'a Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::OneOf(_) => None,
        }
    }

    /// Every level that it can be, best first.
    #[must_use]
    pub fn candidates(&self) -> &[&'a Level] {
        match self {
            Self::Level(level) => std::slice::from_ref(level),
            Self::OneOf(levels) => levels,
        }
    }

    /// Whether a level that was published can be right.
    #[must_use]
    pub fn allows(&self, level: &Level) -> bool {
        self.candidates().iter().any(|one| one.name == level.name)
    }
}

impl LevelScale {
    /// The levels, from best to worst.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The level of an overall score, and of the means of the instruments as far as they are known.
    ///
    /// All are rounded to two decimals before they are compared, as they are when they are published:
    /// otherwise 84.995 would fall between two levels. `None` for a score outside 0 to 100.
    #[must_use]
    pub fn judge(&self, overall: f64, means: &Means) -> Option<Judgement<'_>> {
        if !(0.0..=10_000.0).contains(&hundredths(overall)) {
            return None;
        }
        let mut candidates = Vec::new();
        for level in &self.levels {
            if hundredths(overall) < hundredths(level.overall_min) {
                continue;
            }
            match level.holds_for(means) {
                Some(true) => {
                    candidates.push(level);
                    break;
                }
                Some(false) => {}
                None => candidates.push(level),
            }
        }
        match candidates.as_slice() {
            [] => None,
            [one] => Some(Judgement::Level(one)),
            _ => Some(Judgement::OneOf(candidates)),
        }
    }

    /// Reads a level as an officer writes it: `D`, `d`, `ระดับ D`, `ระดับผ่านดี`, `“ผ่าน ดี”`.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&Level> {
        let wanted = bare(text);
        let without_lead = wanted.strip_prefix("ระดับ").unwrap_or(&wanted);
        let find = |name: &str| self.levels.iter().find(|level| bare(&level.name) == name);
        find(&wanted).or_else(|| find(without_lead))
    }
}

impl Level {
    /// Whether every score that this level asks for is taken by `self` if it comes first.
    pub(super) fn takes_all_of(&self, later: &Self) -> bool {
        let least = |level: &Self| level.instrument_min.unwrap_or(0.0);
        self.overall_min <= later.overall_min && least(self) <= least(later)
    }

    /// Whether the instruments are good enough for this level; `None` if that depends on one not known.
    fn holds_for(&self, means: &Means) -> Option<bool> {
        let Some(least) = self.instrument_min else { return Some(true) };
        let enough = |mean: f64| hundredths(mean) >= hundredths(least);
        if means.iter().any(|(_, mean)| mean.is_some_and(|mean| !enough(mean))) {
            return Some(false);
        }
        means.iter().all(|(_, mean)| mean.is_some()).then_some(true)
    }
}
