//! The arithmetic of scores: questions or items to indicators, indicators to instruments, instruments to the
//! overall score.
//!
//! Every function takes only what is given and answers `None` when a part that is needed is missing: a mean
//! over the questions that happen to be printed is not the indicator's score. Nothing is rounded on the way;
//! [`round2`] is for the end. It does not know where scores come from.

use super::{Code, FrameworkYear, Instrument, Judgement, Means, PerInstrument, Weights};
use std::collections::BTreeMap;

/// How far a printed score may be from the computed one: 0.02.
///
/// What is printed has been rounded to two decimals, and so have the parts that it is computed from. Each
/// rounding is up to 0.005, which explains 0.01; yet a municipality's printed indicator of 78.36 has questions
/// with a mean of 78.348. So twice that is allowed.
pub const TOLERANCE: f64 = 0.02;

/// A score in hundredths, half of one rounded up.
///
/// Every f64 close to a half is taken for the half: 94.995 is 94.99499… in binary and still means 94.995.
/// No mean of published scores comes that close to a half without being one.
pub(super) fn hundredths(score: f64) -> f64 {
    const CLOSE: f64 = 1e-6;
    (score * 100.0 + 0.5 + CLOSE).floor()
}

/// The score rounded to two decimals, half up, as scores are published: 94.995 is 95.00.
#[must_use]
pub fn round2(score: f64) -> f64 {
    hundredths(score) / 100.0
}

/// Whether a printed score and a computed one are the same, but for [`TOLERANCE`].
#[must_use]
pub fn agrees(printed: f64, computed: f64) -> bool {
    (hundredths(printed) - hundredths(computed)).abs() <= hundredths(TOLERANCE)
}

/// The mean; `None` of nothing, or if any part is missing or no number.
fn mean(parts: impl IntoIterator<Item = Option<f64>>) -> Option<f64> {
    let mut sum = 0.0;
    let mut count = 0_u16;
    for part in parts {
        sum += part.filter(|score| score.is_finite())?;
        count = count.checked_add(1)?;
    }
    (count > 0).then(|| sum / f64::from(count))
}

/// The overall score out of the means of the instruments. An instrument that weighs nothing is not needed.
#[must_use]
pub fn overall(means: &Means, weights: &Weights) -> Option<f64> {
    let mut sum = 0.0;
    for (instrument, weight) in weights.iter().filter(|(_, weight)| **weight != 0.0) {
        sum += weight * means.get(instrument).filter(|mean| mean.is_finite())?;
    }
    Some(sum)
}

impl FrameworkYear {
    /// An indicator's score out of all its questions.
    #[must_use]
    pub fn indicator_from_questions(&self, indicator: u8, scores: &BTreeMap<Code, f64>) -> Option<f64> {
        mean(self.questions_of(indicator).map(|question| scores.get(&question.code).copied()))
    }

    /// The questions of a survey's indicator, or the items of the list's, that have no score.
    pub fn unscored<'a>(&'a self, indicator: u8, scores: &'a BTreeMap<Code, f64>) -> impl Iterator<Item = Code> + 'a {
        let questions = self.questions_of(indicator).map(|question| question.code);
        let items = self.items.iter().filter(move |item| item.indicator == indicator).map(|item| item.code);
        questions.chain(items).filter(|code| !scores.contains_key(code))
    }

    /// About what the one question without a score must have scored for the indicator to come to `published`, 0 to 100;
    /// `None` where none or several lack a score, or where no score that there is would do.
    #[must_use]
    pub fn implied(&self, indicator: u8, published: f64, scores: &BTreeMap<Code, f64>) -> Option<(Code, f64)> {
        let all: Vec<Code> = self.questions_of(indicator).map(|question| question.code).collect();
        let mut lacking = all.iter().filter(|code| !scores.contains_key(code));
        let (Some(code), None) = (lacking.next(), lacking.next()) else { return None };
        let count = u16::try_from(all.len()).ok()?;
        let known: f64 = all.iter().filter_map(|code| scores.get(code)).sum();
        let implied = published * f64::from(count) - known;
        // What was published is rounded to two decimals, and so the implied score is off by as much for each question;
        // sums of decimals are off by a hair besides.
        let off = 0.005 * f64::from(count) + 1e-6;
        let fits = count > 1 && (-off..=100.0 + off).contains(&implied);
        fits.then_some((*code, implied.clamp(0.0, 100.0)))
    }

    /// An indicator's score out of all its items, 0 or 100 each: the mean of the means of its sub-indicators.
    /// An item thus weighs more in a sub-indicator of few items.
    #[must_use]
    pub fn indicator_from_items(&self, indicator: u8, scores: &BTreeMap<Code, f64>) -> Option<f64> {
        mean(
            self.sub_indicators_of(indicator)
                .map(|sub| mean(self.items_of(sub.number).map(|item| scores.get(&item.code).copied()))),
        )
    }

    /// An indicator's score out of whatever it is made of, questions or items.
    #[must_use]
    pub fn indicator_from_parts(&self, indicator: u8, scores: &BTreeMap<Code, f64>) -> Option<f64> {
        match self.indicator(indicator)?.instrument {
            Instrument::Oit => self.indicator_from_items(indicator, scores),
            Instrument::Iit | Instrument::Eit => self.indicator_from_questions(indicator, scores),
        }
    }

    /// The mean of an instrument out of all its indicators.
    #[must_use]
    pub fn instrument_mean(&self, instrument: Instrument, indicators: &BTreeMap<u8, f64>) -> Option<f64> {
        mean(self.indicators_of(instrument).map(|one| indicators.get(&one.number).copied()))
    }

    /// The means of all instruments, each where it can be known.
    #[must_use]
    pub fn means(&self, indicators: &BTreeMap<u8, f64>) -> Means {
        PerInstrument::from_fn(|one| self.instrument_mean(one, indicators))
    }

    /// The overall score out of the scores of all indicators.
    #[must_use]
    pub fn overall(&self, indicators: &BTreeMap<u8, f64>) -> Option<f64> {
        overall(&self.means(indicators), &self.weights()?)
    }

    /// How many of the 100 points of the overall score an indicator is: its instrument's weight, shared equally among
    /// the instrument's indicators. `None` where the weight of any instrument is not known.
    #[must_use]
    pub fn points_of(&self, indicator: u8) -> Option<f64> {
        let instrument = self.indicator(indicator)?.instrument;
        let among = u16::try_from(self.indicators_of(instrument).count()).ok().filter(|count| *count > 0)?;
        Some(self.weights()?.get(instrument) * 100.0 / f64::from(among))
    }

    /// How many of its points an indicator with this score loses.
    #[must_use]
    pub fn points_lost(&self, indicator: u8, score: f64) -> Option<f64> {
        Some(self.points_of(indicator)? * (100.0 - score) / 100.0)
    }

    /// The level of an overall score, given the scores of the indicators as far as they are known.
    #[must_use]
    pub fn judge(&self, overall: f64, indicators: &BTreeMap<u8, f64>) -> Option<Judgement<'_>> {
        self.levels.as_ref()?.judge(overall, &self.means(indicators))
    }
}
