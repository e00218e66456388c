//! Change from year to year: the overall score, and each indicator, as a line over the analysed years.
//!
//! Only scores of years that follow one another and that measure the same are joined. A year without a score is a gap:
//! nothing is said of what lay between.

use super::{Caption, tenths};
use crate::framework::{FrameworkYear, Indicator};
use crate::model::{Assessment, Site};
use crate::pages::{Voice, names};
use schemars::JsonSchema;
use serde::Serialize;

/// The scores of one indicator in every analysed year, whatever its number was.
#[derive(Debug)]
pub struct Series<'a> {
    /// As the newest year that has it has it.
    pub indicator: &'a Indicator,
    /// Its number in each of the years, where they have it.
    pub numbers: Vec<Option<u8>>,
}

/// The indicators of these results: those of the newest first, by number, then those that it no longer has.
pub fn series<'a>(results: &[&'a Assessment]) -> Vec<Series<'a>> {
    let mut all: Vec<Series<'a>> = Vec::new();
    for (at, result) in results.iter().enumerate().rev() {
        for indicator in result.framework.indicators() {
            let is_same = |one: &&mut Series<'_>| {
                let same = result.framework.same_indicator(one.indicator);
                same.is_some_and(|same| same.number == indicator.number)
            };
            if let Some(known) = all.iter_mut().find(is_same) {
                known.numbers[at] = Some(indicator.number);
            } else {
                let mut numbers = vec![None; results.len()];
                numbers[at] = Some(indicator.number);
                all.push(Series { indicator, numbers });
            }
        }
    }
    all
}

impl Series<'_> {
    /// Its score in one of the results.
    pub fn score(&self, at: usize, result: &Assessment) -> Option<f64> {
        result.indicator(self.numbers.get(at).copied().flatten()?)
    }
}

/// The overall score and the indicators over the years.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Changes {
    /// A chart for the overall score and each indicator.
    charts: Vec<Chart>,
    /// From which score the charts are drawn, to which: “๕๐ ถึง ๑๐๐ คะแนน”.
    scale: String,
}

/// The scores of an indicator, or the overall ones, over the years.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ChangesChart")]
struct Chart {
    /// Its name and its description.
    caption: Caption,
    /// The scores.
    points: Vec<Point>,
    /// What joins the scores of years that follow one another.
    lines: Vec<Line>,
    /// The years below.
    years: Vec<Label>,
}

/// A score in its year, in hundredths of width and height.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ChangesPoint")]
struct Point {
    /// From the left, in hundredths.
    x: f64,
    /// From the top, in hundredths.
    y: f64,
    /// Where there is room to write it.
    label: Option<String>,
}

/// From one year's score to the next year's.
#[derive(Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "ChangesLine")]
struct Line {
    /// Where it begins, from the left.
    x1: f64,
    /// Where it begins, from the top.
    y1: f64,
    /// Where it ends, from the left.
    x2: f64,
    /// Where it ends, from the top.
    y2: f64,
}

/// A year below a chart.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ChangesLabel")]
struct Label {
    /// From the left, in hundredths.
    x: f64,
    /// What is written.
    text: String,
}

/// A score of an analysed year.
#[derive(Debug, Clone, Copy)]
struct Scored<'a> {
    year: u16,
    score: Option<f64>,
    framework: &'a FrameworkYear,
}

/// What one chart shows.
#[derive(Debug)]
struct Row<'a> {
    name: String,
    scores: Vec<Scored<'a>>,
    is_overall: bool,
}

/// Where the years and scores of all charts stand: between these, so that what is written at the ends has room.
#[derive(Debug, Clone, Copy)]
struct Scale {
    first: u16,
    last: u16,
    lowest: f64,
}

/// How many scores of a chart can all be written beside their points.
const ALL_WRITTEN: usize = 4;

impl Scale {
    const LEFT: f64 = 13.0;
    const TOP: f64 = 26.0;
    const BOTTOM: f64 = 76.0;

    fn x(self, year: u16) -> f64 {
        let years = f64::from((self.last - self.first).max(1));
        tenths(Self::LEFT + f64::from(year - self.first) / years * (100.0 - 2.0 * Self::LEFT))
    }

    fn y(self, score: f64) -> f64 {
        let share = (score - self.lowest) / (100.0 - self.lowest);
        tenths(Self::BOTTOM - share * (Self::BOTTOM - Self::TOP))
    }
}

impl Changes {
    /// The charts of a site; `None` where fewer than two years have a score.
    pub fn new(site: &Site, voice: Voice<'_>) -> Option<Self> {
        let results = site.assessments();
        let (first, last) = (results.first()?.analysed_year, results.last()?.analysed_year);
        let row = |score: &dyn Fn(usize, &Assessment) -> Option<f64>| -> Vec<Scored<'_>> {
            let scored = |(at, one): (usize, &&'_ Assessment)| (one.analysed_year, score(at, one), at);
            results
                .iter()
                .enumerate()
                .map(scored)
                .map(|(year, score, at)| Scored { year, score, framework: &results[at].framework })
                .collect()
        };
        let overall = Row {
            name: voice.word("overall_score").to_owned(),
            scores: row(&|_, one| one.overall()),
            is_overall: true,
        };
        let all: Vec<Row<'_>> = std::iter::once(overall)
            .chain(series(&results).iter().map(|one| Row {
                name: format!(
                    "{}. {}",
                    voice.number(one.indicator.number),
                    names::indicator_name(one.indicator, voice)
                ),
                scores: row(&|at, result| one.score(at, result)),
                is_overall: false,
            }))
            .filter(|row| row.scores.iter().any(|one| one.score.is_some()))
            .collect();
        let scores = || all.iter().flat_map(|row| &row.scores).filter_map(|one| one.score);
        let years_scored = results
            .iter()
            .enumerate()
            .filter(|(at, _)| all.iter().any(|row| row.scores.get(*at).is_some_and(|one| one.score.is_some())));
        if years_scored.count() < 2 {
            return None;
        }
        let lowest = (scores().fold(100.0, f64::min) / 10.0).floor() * 10.0;
        let scale = Scale { first, last, lowest: lowest.min(90.0) };
        let chart = |(at, row): (usize, Row<'_>)| {
            let joins = |one: &Scored<'_>, next: &Scored<'_>| {
                // The indicators of a series are the same anyway; an overall score may be made of others.
                one.year + 1 == next.year && (!row.is_overall || one.framework.scores_like(next.framework))
            };
            Chart {
                points: points(&row.scores, scale, voice),
                lines: lines(&row.scores, scale, joins),
                years: years(&row.scores, scale, voice),
                caption: Caption { id: format!("change-{at}"), text: text(&row.scores, voice), title: row.name },
            }
        };
        Some(Self {
            scale: voice.say("changes_scale", &[&voice.number(scale.lowest), &voice.number(100)]),
            charts: all.into_iter().enumerate().map(chart).collect(),
        })
    }
}

/// Whether the place among `count` is written: all where there are few, else the first and the last.
fn is_written(at: usize, count: usize) -> bool {
    count <= ALL_WRITTEN || at == 0 || at + 1 == count
}

fn points(scores: &[Scored<'_>], scale: Scale, voice: Voice<'_>) -> Vec<Point> {
    let there: Vec<(u16, f64)> = scores.iter().filter_map(|one| Some((one.year, one.score?))).collect();
    let count = there.len();
    let point = |(at, (year, score)): (usize, (u16, f64))| Point {
        x: scale.x(year),
        y: scale.y(score),
        label: is_written(at, count).then(|| voice.score(score)),
    };
    there.into_iter().enumerate().map(point).collect()
}

fn lines(scores: &[Scored<'_>], scale: Scale, joins: impl Fn(&Scored<'_>, &Scored<'_>) -> bool) -> Vec<Line> {
    scores
        .windows(2)
        .filter_map(|pair| {
            let [one, next] = pair else { return None };
            let (from, to) = (one.score?, next.score?);
            joins(one, next).then(|| Line {
                x1: scale.x(one.year),
                y1: scale.y(from),
                x2: scale.x(next.year),
                y2: scale.y(to),
            })
        })
        .collect()
}

fn years(scores: &[Scored<'_>], scale: Scale, voice: Voice<'_>) -> Vec<Label> {
    let count = scores.len();
    let label = |one: &Scored<'_>| Label { x: scale.x(one.year), text: voice.number(one.year) };
    scores.iter().enumerate().filter(|(at, _)| is_written(*at, count)).map(|(_, one)| label(one)).collect()
}

/// “ปี ๒๕๖๕ ๗๐.๐๐, ปี ๒๕๖๖ ไม่มีคะแนน”
fn text(scores: &[Scored<'_>], voice: Voice<'_>) -> String {
    let said = |one: &Scored<'_>| match one.score {
        Some(score) => voice.say("change_point", &[&voice.number(one.year), &voice.score(score)]),
        None => voice.say("change_gap", &[&voice.number(one.year)]),
    };
    scores.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Framework;

    const SCALE: Scale = Scale { first: 2563, last: 2567, lowest: 50.0 };

    fn scored(years: &[(u16, Option<f64>)]) -> Vec<Scored<'static>> {
        let framework = Framework::embedded().year(2566).expect("a year that is built in");
        years.iter().map(|(year, score)| Scored { year: *year, score: *score, framework }).collect()
    }

    fn joined(years: &[(u16, Option<f64>)]) -> Vec<(f64, f64)> {
        let next = |one: &Scored<'_>, next: &Scored<'_>| one.year + 1 == next.year;
        lines(&scored(years), SCALE, next).into_iter().map(|line| (line.x1, line.x2)).collect()
    }

    #[test]
    fn scores_stand_on_one_scale() {
        assert_eq!((SCALE.x(2563), SCALE.x(2565), SCALE.x(2567)), (13.0, 50.0, 87.0));
        assert_eq!((SCALE.y(100.0), SCALE.y(75.0), SCALE.y(50.0)), (26.0, 51.0, 76.0));
    }

    #[test]
    fn a_year_without_a_score_and_a_year_that_is_not_there_are_gaps() {
        assert_eq!(joined(&[(2563, Some(60.0)), (2564, Some(70.0)), (2565, Some(80.0))]).len(), 2);
        assert_eq!(joined(&[(2563, Some(60.0)), (2564, None), (2565, Some(80.0))]), []);
        assert_eq!(joined(&[(2563, Some(60.0)), (2565, Some(80.0)), (2566, Some(81.0))]), [(50.0, 68.5)]);
    }

    #[test]
    fn what_has_no_room_is_not_written() {
        assert!((0..4).all(|at| is_written(at, 4)));
        assert_eq!((0..6).filter(|at| is_written(*at, 6)).collect::<Vec<_>>(), [0, 5]);
    }
}
