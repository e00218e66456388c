//! Indicators: all ten with their scores, and the page of one.

use super::frame::{Frame, Heading};
use super::measure::{self, MeasureRow};
use super::names::{self, indicator_name};
use super::oit::{self, ItemGroup};
use super::voice::ScoreView;
use super::{Link, Links, Voice};
use crate::framework::{Indicator, QuestionKind};
use crate::model::{PageKey, Site, Year};
use serde::Serialize;

/// An indicator as lists show it.
#[derive(Debug, Serialize)]
pub struct IndicatorRow {
    number: String,
    link: Link,
    score: Option<ScoreView>,
    points: Vec<String>,
    measures: String,
}

/// The indicators of an instrument.
#[derive(Debug, Serialize)]
pub struct InstrumentGroup {
    code: &'static str,
    name: String,
    doubtful: bool,
    weight: String,
    mean: Option<ScoreView>,
    rows: Vec<IndicatorRow>,
}

/// All indicators, by instrument.
pub fn groups(year: &Year, links: Links<'_>, voice: Voice<'_>) -> Vec<InstrumentGroup> {
    let assessment = year.assessment.as_ref();
    year.framework
        .instruments()
        .iter()
        .map(|instrument| InstrumentGroup {
            code: instrument.code.name(),
            doubtful: instrument.certainty.is_doubtful(),
            name: instrument.name_en.as_deref().filter(|_| voice.is_english()).unwrap_or(&instrument.name).to_owned(),
            weight: voice.number(format_args!("{:.0}%", instrument.weight * 100.0)),
            mean: ScoreView::new(
                assessment.and_then(|assessment| assessment.derived.instruments.get(&instrument.code).copied()),
                voice,
            ),
            rows: year
                .framework
                .indicators_of(instrument.code)
                .map(|indicator| row(year, indicator, links, voice))
                .collect(),
        })
        .collect()
}

fn row(year: &Year, indicator: &Indicator, links: Links<'_>, voice: Voice<'_>) -> IndicatorRow {
    let assessment = year.assessment.as_ref();
    IndicatorRow {
        number: voice.number(indicator.number),
        link: links.named(
            &PageKey::Indicator(year.year.be(), indicator.number),
            indicator_name(indicator, voice),
            indicator.certainty,
            voice,
        ),
        score: ScoreView::new(assessment.and_then(|assessment| assessment.indicator(indicator.number)), voice),
        points: assessment.and_then(|assessment| assessment.points.get(&indicator.number).cloned()).unwrap_or_default(),
        measures: voice.number(year.measures_for(indicator.number).count()),
    }
}

/// All indicators.
#[derive(Debug, Serialize)]
pub struct IndicatorsPage {
    frame: Frame,
    groups: Vec<InstrumentGroup>,
    analysed_year: Option<String>,
}

/// All indicators.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> IndicatorsPage {
    let heading = Heading { title: voice.word("indicators").to_owned(), ..Heading::default() };
    IndicatorsPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        groups: groups(year, links, voice),
        analysed_year: analysed_year(year, voice),
    }
}

/// The year whose scores are shown, where there are any.
pub fn analysed_year(year: &Year, voice: Voice<'_>) -> Option<String> {
    let assessment = year
        .assessment
        .as_ref()
        .filter(|one| !one.indicators.is_empty() || !one.derived.indicators.is_empty() || one.overall().is_some())?;
    Some(voice.fiscal_year(assessment.analysed_year))
}

#[derive(Debug, Serialize)]
struct QuestionView {
    code: String,
    text: Option<String>,
    /// Whether the text is the question as asked, rather than what it is about.
    is_wording: bool,
    doubtful: bool,
    score: Option<ScoreView>,
}

/// The page of one indicator.
#[derive(Debug, Serialize)]
pub struct IndicatorPage {
    frame: Frame,
    doubtful: bool,
    instrument: String,
    instrument_name: String,
    instrument_doubtful: bool,
    score: Option<ScoreView>,
    computed: Option<ScoreView>,
    analysed_year: Option<String>,
    points: Vec<String>,
    rows: Vec<MeasureRow>,
    items: Vec<ItemGroup>,
    any_doubtful: bool,
    questions: Vec<QuestionView>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// The page of one indicator; `None` if the year has no such indicator.
pub fn page(site: &Site, year: &Year, number: u8, links: Links<'_>, voice: Voice<'_>) -> Option<IndicatorPage> {
    let be = year.year.be();
    let indicator = year.framework.indicator(number)?;
    let assessment = year.assessment.as_ref();
    let instrument = year.framework.instrument(indicator.instrument);
    let heading = Heading {
        title: voice.say("indicator_title", &[&voice.number(number), &indicator_name(indicator, voice)]),
        above: vec![links.to(&PageKey::Indicators(be), voice.word("indicators"))],
        updated: None,
    };
    let beside = |other: Option<u8>| {
        let other = year.framework.indicator(other?)?;
        Some(names::indicator_link(year, other.number, links, voice))
    };
    let scores = assessment.map(|assessment| &assessment.questions);
    // Only questions that were scored or whose words are known are worth a reader's time.
    let questions: Vec<QuestionView> = assessment
        .iter()
        .flat_map(|assessment| assessment.framework.questions_of(number))
        .map(|question| QuestionView {
            code: question.code.to_string(),
            text: question.text.clone(),
            is_wording: question.kind == QuestionKind::Wording,
            doubtful: question.certainty.is_doubtful(),
            score: ScoreView::new(scores.and_then(|scores| scores.get(&question.code).copied()), voice),
        })
        .filter(|question| question.score.is_some())
        .collect();
    let items = oit::groups(year, number, links, voice);
    Some(IndicatorPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        doubtful: indicator.certainty.is_doubtful(),
        instrument: indicator.instrument.name().to_owned(),
        instrument_doubtful: instrument.is_some_and(|one| one.certainty.is_doubtful()),
        instrument_name: instrument
            .map(|one| one.name_en.as_deref().filter(|_| voice.is_english()).unwrap_or(&one.name).to_owned())
            .unwrap_or_default(),
        score: ScoreView::new(assessment.and_then(|one| one.indicator(number)), voice),
        computed: ScoreView::new(assessment.and_then(|one| one.derived.indicators.get(&number).copied()), voice),
        analysed_year: analysed_year(year, voice),
        points: assessment.and_then(|one| one.points.get(&number).cloned()).unwrap_or_default(),
        rows: measure::rows(site, year, year.measures_for(number), links, voice),
        any_doubtful: oit::any_doubtful(&items),
        items,
        questions,
        previous: beside(number.checked_sub(1)),
        next: beside(number.checked_add(1)),
    })
}
