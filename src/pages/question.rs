//! Questions and items with their scores, as assessments, indicators and issues show them. A code is looked up in
//! the list of the year that was analysed: in another year it means something else.

use super::voice::ScoreView;
use super::{Links, Voice};
use crate::framework::{Certainty, Code, FrameworkYear, Instrument, QuestionKind};
use crate::model::{Assessment, PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// What was asked in the analysed year, and what each of it scored.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    framework: &'a FrameworkYear,
    year: u16,
    assessment: Option<&'a Assessment>,
}

impl<'a> Asked<'a> {
    /// What the plan of `year` answers; without a result, the year before it.
    pub fn before(site: &'a Site, year: &'a Year) -> Self {
        let assessment = year.assessment.as_ref();
        let analysed = assessment.map_or(year.year.be() - 1, |one| one.analysed_year);
        let framework = assessment.map(|one| one.framework.as_ref());
        Self {
            framework: framework.or_else(|| site.framework.year(analysed)).unwrap_or(&year.framework),
            year: analysed,
            assessment,
        }
    }

    /// The analysed year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The score of a code.
    pub fn score(self, code: Code) -> Option<f64> {
        self.assessment?.questions.get(&code).copied()
    }

    /// Everything that was scored, in the order of the year's list.
    fn scored(self) -> impl Iterator<Item = Code> + 'a {
        self.assessment.into_iter().flat_map(|one| one.questions.keys().copied())
    }
}

/// A question of a survey, or an item of the list, with its score.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionView {
    /// Its code.
    code: String,
    /// Its words or its title, as far as they are known.
    text: Option<String>,
    /// Whether the text only says what the question is about.
    is_topic: bool,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// The indicator that it counts towards.
    indicator: Option<String>,
    /// The item's page, where the site has the year.
    href: Option<String>,
    /// The score.
    score: Option<ScoreView>,
}

impl QuestionView {
    /// A code of the analysed year.
    pub fn new(asked: Asked<'_>, code: Code, links: Links<'_>, voice: Voice<'_>) -> Self {
        let framework = asked.framework;
        let question = framework.question(code);
        let item = framework.item(code);
        let certainty = item.map(|item| item.certainty).or_else(|| question.map(|question| question.certainty));
        let text = item.map(|item| item.title.clone()).or_else(|| question.and_then(|question| question.text.clone()));
        Self {
            code: code.to_string(),
            is_topic: question.is_some_and(|question| question.kind == QuestionKind::Topic),
            doubtful: text.is_some() && certainty.is_some_and(Certainty::is_doubtful),
            text,
            indicator: framework.indicator_of(code).map(|one| voice.number(one.number)),
            href: links.to(&PageKey::Oit(asked.year, code), "").href,
            score: ScoreView::new(asked.score(code), voice),
        }
    }
}

/// Everything of an indicator that was scored, in the order of the year's list.
pub fn of_indicator(asked: Asked<'_>, indicator: u8, links: Links<'_>, voice: Voice<'_>) -> Vec<QuestionView> {
    views(asked, links, voice, |code| asked.framework.indicator_of(code).is_some_and(|one| one.number == indicator))
}

/// Everything that was scored by an instrument.
pub fn of_instrument(
    asked: Asked<'_>,
    instrument: Instrument,
    links: Links<'_>,
    voice: Voice<'_>,
) -> Vec<QuestionView> {
    views(asked, links, voice, |code| code.instrument == instrument)
}

fn views(asked: Asked<'_>, links: Links<'_>, voice: Voice<'_>, wanted: impl Fn(Code) -> bool) -> Vec<QuestionView> {
    asked.scored().filter(|code| wanted(*code)).map(|code| QuestionView::new(asked, code, links, voice)).collect()
}
