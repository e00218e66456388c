//! Year after year: how the scores changed, how much was done, and the measures of all years in one table.

use super::frame::{Frame, Heading};
use super::indicator;
use super::measures::{self, MeasureRow, ProgressView};
use super::pictures::{self, Changes};
use super::voice::{ChangeView, ScoreView};
use super::{Link, Links, Voice};
use super::{names, result};
use crate::model::{Assessment, Measure, PageKey, Site, Year};
use serde::Serialize;

/// Year after year.
#[derive(Debug, Serialize)]
pub struct YearsPage {
    frame: Frame,
    years: Vec<YearRow>,
    analysed: Vec<String>,
    changes: Option<Changes>,
    indicators: Vec<IndicatorRow>,
    rows: Vec<MeasureRow>,
}

/// A fiscal year with the result that its plan answers.
#[derive(Debug, Serialize)]
struct YearRow {
    link: Link,
    analysed_year: Option<String>,
    score: Option<ScoreView>,
    level: Option<String>,
    change: Option<ChangeView>,
    measures: String,
    actions: Option<ProgressView>,
    linked: String,
}

/// An indicator's scores, in the order of the analysed years.
#[derive(Debug, Serialize)]
struct IndicatorRow {
    name: String,
    cells: Vec<ScoreCell>,
}

#[derive(Debug, Serialize)]
struct ScoreCell {
    year: String,
    score: Option<ScoreView>,
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
