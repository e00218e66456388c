//! Year after year: how the scores changed, how much was done, and the measures of all years in one table.

use super::frame::{Frame, Heading};
use super::indicator;
use super::measures::{self, MeasureRow, ProgressView};
use super::pictures::{self, Changes};
use super::voice::{ChangeView, ScoreView};
use super::{Link, Links, Voice};
use super::{names, result};
use crate::model::{Assessment, Measure, PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// Year after year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct YearsPage {
    /// What every page has.
    frame: Frame,
    /// The fiscal years, newest first.
    years: Vec<YearRow>,
    /// The years that were assessed.
    analysed: Vec<String>,
    /// The changes as a picture.
    changes: Option<Changes>,
    /// The indicators, with their scores year after year.
    indicators: Vec<IndicatorRow>,
    /// The measures of all years.
    rows: Vec<MeasureRow>,
}

/// A fiscal year with the result that its plan answers.
#[derive(Debug, Serialize, JsonSchema)]
struct YearRow {
    /// The year's overview.
    link: Link,
    /// The year whose result the plan answers, in words.
    analysed_year: Option<String>,
    /// The score.
    score: Option<ScoreView>,
    /// The level, as published.
    level: Option<String>,
    /// How the score differs from the year before.
    change: Option<ChangeView>,
    /// How many measures it has.
    measures: String,
    /// How many actions are done; none where nothing has been reported.
    actions: Option<ProgressView>,
    /// How many OIT items have a link, in words.
    linked: String,
}

/// An indicator's scores, in the order of the analysed years.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "YearsIndicator")]
struct IndicatorRow {
    /// Its number and name.
    name: String,
    /// Its scores, a cell for each year.
    cells: Vec<ScoreCell>,
}

/// A score of a year.
#[derive(Debug, Serialize, JsonSchema)]
struct ScoreCell {
    /// The year.
    year: String,
    /// The score.
    score: Option<ScoreView>,
    /// How the score differs from the year before.
    change: Option<ChangeView>,
}

/// Year after year, newest first.
pub fn page(site: &Site, links: Links<'_>, voice: Voice<'_>) -> YearsPage {
    let heading = Heading { title: voice.word("years_title").to_owned(), ..Heading::default() };
    let results = site.assessments();
    YearsPage {
        frame: Frame::new(site, None, links, voice, heading),
        years: site.years.iter().rev().map(|year| year_row(site, year, links, voice)).collect(),
        analysed: results.iter().map(|one| voice.number(one.analysed_year)).collect(),
        changes: Changes::new(site, voice),
        indicators: indicator_rows(site, &results, voice),
        rows: measures::rows_of_years(site, None, all_measures(site), links, voice),
    }
}

/// The measures of every year, newest year first.
fn all_measures(site: &Site) -> impl Iterator<Item = (&Year, &Measure)> {
    site.years.iter().rev().flat_map(|year| year.measures.iter().map(move |measure| (year, measure)))
}

fn year_row(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> YearRow {
    let assessment = year.assessment.as_ref();
    YearRow {
        link: links.to(&PageKey::Year(year.year.be()), voice.number(year.year.be())),
        analysed_year: assessment.map(|one| voice.number(one.analysed_year)),
        score: ScoreView::new(assessment.and_then(Assessment::overall), voice),
        level: assessment.and_then(|one| result::known_level(one, voice)),
        change: assessment.and_then(|one| indicator::change(site, one, voice, Assessment::overall)),
        measures: voice.number(year.measures.len()),
        actions: ProgressView::new(year.is_reported().then(|| year.actions()), voice),
        linked: voice.say("linked_of", &[&voice.number(year.linked_items()), &voice.number(year.oit.len())]),
    }
}

/// The indicators, each by the name that the newest result with it has. What a year calls by another name is another
/// indicator, and has a row of its own.
fn indicator_rows(site: &Site, results: &[&Assessment], voice: Voice<'_>) -> Vec<IndicatorRow> {
    let cell = |one: &pictures::Series<'_>, at: usize, result: &Assessment| ScoreCell {
        year: voice.number(result.analysed_year),
        score: ScoreView::new(one.score(at, result), voice),
        change: one
            .score(at, result)
            .and_then(|_| indicator::change(site, result, voice, |other| other.same_indicator(one.indicator))),
    };
    pictures::series(results)
        .iter()
        .map(|one| IndicatorRow {
            name: format!("{}. {}", voice.number(one.indicator.number), names::indicator_name(one.indicator, voice)),
            cells: results.iter().enumerate().map(|(at, result)| cell(one, at, result)).collect(),
        })
        .filter(|row: &IndicatorRow| row.cells.iter().any(|cell| cell.score.is_some()))
        .collect()
}
