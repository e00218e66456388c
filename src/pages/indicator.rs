//! Indicators: all ten with their scores, and the page of one.

use super::frame::{Frame, Heading};
use super::measures::{self, MeasureRow};
use super::names::{self, indicator_name};
use super::oit::{self, Items};
use super::pictures::Losses;
use super::question::{self, Asked, QuestionView};
use super::voice::{ChangeView, ScoreView};
use super::{Link, Links, Voice};
use crate::framework::{Code, Indicator, InstrumentInfo, agrees};
use crate::model::{Assessment, Measure, PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// An indicator as lists show it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndicatorRow {
    /// Its number, in the site's digits.
    number: String,
    /// The indicator.
    link: Link,
    /// The score.
    score: Option<ScoreView>,
    /// The score that its questions or items give, where all of them are known.
    computed: Option<ComputedView>,
    /// Why its questions or items do not give it.
    incomplete: Option<String>,
    /// How the score differs from the year before.
    change: Option<ChangeView>,
    /// What is to be improved.
    points: Vec<String>,
    /// How many points of the overall score it loses.
    lost: Option<String>,
    /// How many measures concern it.
    measures: String,
}

/// A score as its parts give it, held against the one that was published.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComputedView {
    /// The score, in the site's digits.
    label: String,
    /// Whether it is the one that was published.
    agrees: bool,
}

impl ComputedView {
    fn new(assessment: Option<&Assessment>, indicator: u8, voice: Voice<'_>) -> Option<Self> {
        let assessment = assessment?;
        let computed = *assessment.derived.indicators.get(&indicator)?;
        let published = *assessment.indicators.get(&indicator)?;
        Some(Self { label: voice.score(computed), agrees: agrees(published, computed) })
    }
}

/// Why the questions or items of an indicator do not give its score, where some of them are scored; and what the
/// only one that is not scored must have been.
fn incomplete(assessment: Option<&Assessment>, indicator: u8, voice: Voice<'_>) -> Option<String> {
    let assessment = assessment.filter(|one| !one.derived.indicators.contains_key(&indicator))?;
    let framework = &assessment.framework;
    let belongs = |code: &Code| framework.indicator_of(*code).is_some_and(|one| one.number == indicator);
    assessment.questions.keys().any(belongs).then_some(())?;
    let published = assessment.indicators.get(&indicator);
    let implied = published.and_then(|score| framework.implied(indicator, *score, &assessment.questions));
    Some(match implied {
        Some((code, score)) => voice.say("one_unscored", &[&code, &voice.score(score)]),
        None => voice
            .say("several_unscored", &[&voice.number(framework.unscored(indicator, &assessment.questions).count())]),
    })
}

/// The indicators of an instrument.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InstrumentGroup {
    /// The instrument: IIT, EIT or OIT.
    code: &'static str,
    /// Its name.
    name: String,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// Its weight in the overall score.
    weight: String,
    /// The mean of its scores.
    mean: Option<ScoreView>,
    /// What its mean adds to the overall score: the mean by the weight.
    adds: Option<String>,
    /// Whether there is anything to improve.
    any_points: bool,
    /// Whether any row says what it loses.
    any_lost: bool,
    /// Its indicators.
    rows: Vec<IndicatorRow>,
}

/// All indicators, by instrument.
pub fn groups(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> Vec<InstrumentGroup> {
    let assessment = year.assessment.as_ref();
    let losses = assessment.map(Losses::new);
    // Scores are told by the names and weights of the year that they are of.
    let framework = assessment.map_or(&year.framework, |one| &one.framework);
    let group = |instrument: &InstrumentInfo| {
        let indicators = year.framework.indicators_of(instrument.code);
        let rows: Vec<IndicatorRow> =
            indicators.map(|indicator| row(site, year, indicator, losses.as_ref(), links, voice)).collect();
        let mean = assessment.and_then(|one| one.derived.instruments.get(&instrument.code).copied());
        InstrumentGroup {
            code: instrument.code.name(),
            doubtful: instrument.certainty.is_doubtful(),
            name: names::instrument_name(instrument, voice).to_owned(),
            weight: voice.number(format_args!("{:.0}%", instrument.weight * 100.0)),
            mean: ScoreView::new(mean, voice),
            adds: mean.map(|mean| voice.score(mean * instrument.weight)),
            any_points: rows.iter().any(|row| !row.points.is_empty()),
            any_lost: rows.iter().any(|row| row.lost.is_some()),
            rows,
        }
    };
    framework.instruments().iter().map(group).collect()
}

fn row(
    site: &Site,
    year: &Year,
    indicator: &Indicator,
    losses: Option<&Losses>,
    links: Links<'_>,
    voice: Voice<'_>,
) -> IndicatorRow {
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
        computed: ComputedView::new(assessment, indicator.number, voice),
        incomplete: incomplete(assessment, indicator.number, voice),
        change: assessment.and_then(|one| own_change(site, one, indicator.number, voice)),
        points: assessment.and_then(|assessment| assessment.points.get(&indicator.number).cloned()).unwrap_or_default(),
        lost: losses.and_then(|losses| losses.of(indicator.number, voice)).map(|loss| loss.label),
        measures: voice.number(year.measures_for(indicator.number).count()),
    }
}

/// How a score differs from the one of the year before the analysed one, where the site has both.
pub fn change(
    site: &Site,
    now: &Assessment,
    voice: Voice<'_>,
    score: impl Fn(&Assessment) -> Option<f64>,
) -> Option<ChangeView> {
    let before = site.assessment_of(now.analysed_year.checked_sub(1)?)?;
    Some(ChangeView::new(score(now)?, score(before)?, before.analysed_year, voice))
}

/// How an indicator's score differs from what the same indicator scored the year before.
fn own_change(site: &Site, now: &Assessment, number: u8, voice: Voice<'_>) -> Option<ChangeView> {
    let indicator = now.framework.indicator(number)?;
    change(site, now, voice, |result| result.same_indicator(indicator))
}

/// All indicators.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndicatorsPage {
    /// What every page has.
    frame: Frame,
    /// The indicators, by instrument.
    groups: Vec<InstrumentGroup>,
    /// The year whose result the plan answers, in words.
    analysed_year: Option<String>,
}

/// All indicators.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> IndicatorsPage {
    let heading = Heading { title: voice.word("indicators").to_owned(), ..Heading::default() };
    IndicatorsPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        groups: groups(site, year, links, voice),
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

/// An indicator's score in one analysed year.
#[derive(Debug, Serialize, JsonSchema)]
struct HistoryRow {
    /// The year.
    year: String,
    /// The score.
    score: Option<ScoreView>,
    /// How the score differs from the year before.
    change: Option<ChangeView>,
}

/// The page of one indicator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndicatorPage {
    /// What every page has.
    frame: Frame,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// The instrument: IIT, EIT or OIT.
    instrument: String,
    /// The instrument's name.
    instrument_name: String,
    /// Whether that name rests on something less than a copy of the official list.
    instrument_doubtful: bool,
    /// The score.
    score: Option<ScoreView>,
    /// The score that its questions or items give, where all of them are known.
    computed: Option<ComputedView>,
    /// Why its questions or items do not give it.
    incomplete: Option<String>,
    /// How the score differs from the year before.
    change: Option<ChangeView>,
    /// The year whose result the plan answers, in words.
    analysed_year: Option<String>,
    /// What is to be improved.
    points: Vec<String>,
    /// The measures that concern it.
    rows: Vec<MeasureRow>,
    /// The measures of other years, newest year first.
    other_years: Vec<MeasureRow>,
    /// The year whose list of items is shown.
    fiscal_year: String,
    /// The OIT items that count towards it.
    items: Items,
    /// The questions.
    questions: Vec<QuestionView>,
    /// Its scores, year after year.
    history: Vec<HistoryRow>,
    /// The page before, in the order of the list.
    previous: Option<Link>,
    /// The page after.
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
        text: None,
    };
    let beside = |other: Option<u8>| {
        let other = year.framework.indicator(other?)?;
        Some(names::indicator_link(year, other.number, links, voice))
    };
    Some(IndicatorPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        doubtful: indicator.certainty.is_doubtful(),
        instrument: indicator.instrument.name().to_owned(),
        instrument_doubtful: instrument.is_some_and(|one| one.certainty.is_doubtful()),
        instrument_name: instrument.map(|one| names::instrument_name(one, voice).to_owned()).unwrap_or_default(),
        score: ScoreView::new(assessment.and_then(|one| one.indicator(number)), voice),
        computed: ComputedView::new(assessment, number, voice),
        incomplete: incomplete(assessment, number, voice),
        change: assessment.and_then(|one| own_change(site, one, number, voice)),
        analysed_year: analysed_year(year, voice),
        points: assessment.and_then(|one| one.points.get(&number).cloned()).unwrap_or_default(),
        rows: measures::rows(site, year, year.measures_for(number), links, voice),
        other_years: measures::rows_of_years(site, Some(year), of_other_years(site, year, number), links, voice),
        fiscal_year: voice.fiscal_year(be),
        items: oit::items(site, year, |one| one == number, links, voice),
        questions: question::of_indicator(Asked::before(site, year), number, links, voice),
        history: history(site, indicator, voice),
        previous: beside(number.checked_sub(1)),
        next: beside(number.checked_add(1)),
    })
}

fn of_other_years<'a>(site: &'a Site, own: &'a Year, number: u8) -> impl Iterator<Item = (&'a Year, &'a Measure)> {
    let others = site.years.iter().rev().filter(|year| year.year != own.year);
    others.flat_map(move |year| year.measures_for(number).map(move |measure| (year, measure)))
}

/// The indicator's score in every analysed year that the site has, newest first; nothing where there is but one.
fn history(site: &Site, indicator: &Indicator, voice: Voice<'_>) -> Vec<HistoryRow> {
    let results = site.assessments();
    let rows: Vec<HistoryRow> = results
        .iter()
        .rev()
        .filter_map(|one| {
            Some(HistoryRow {
                year: voice.number(one.analysed_year),
                score: ScoreView::new(Some(one.same_indicator(indicator)?), voice),
                change: change(site, one, voice, |result| result.same_indicator(indicator)),
            })
        })
        .collect();
    if rows.len() > 1 { rows } else { Vec::new() }
}
