//! Analysed issues: the year's list, and the page of one.

use super::frame::{Frame, Heading};
use super::measures::{self, MeasureRow, StatusCount};
use super::question::{Asked, QuestionView};
use super::sharing::text_of;
use super::voice::ScoreView;
use super::{Link, Links, Voice, names};
use crate::framework::{Code, Instrument};
use crate::model::{Finding, Issue, Measure, PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// An issue as the list shows it.
#[derive(Debug, Serialize, JsonSchema)]
struct IssueRow {
    /// Its number, in the site's digits.
    number: String,
    /// The way to its page.
    link: Link,
    /// The mean of its scores, by instrument in the order of the year's list; empty where it has none.
    means: Vec<Option<ScoreView>>,
    /// The question that scored least.
    lowest: Option<Lowest>,
    /// How many measures concern it.
    measures: String,
    /// How many of its measures stand how.
    counts: Vec<StatusCount>,
}

/// The question that scored least.
#[derive(Debug, Serialize, JsonSchema)]
struct Lowest {
    /// Its code.
    code: String,
    /// Its score.
    score: String,
}

/// The year's issues.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IssuesPage {
    /// What every page has.
    frame: Frame,
    /// The year whose result the plan answers, in words.
    analysed_year: String,
    /// The instruments whose means stand in the table.
    instruments: Vec<&'static str>,
    /// The rows of its table.
    rows: Vec<IssueRow>,
}

/// The year's issues.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> IssuesPage {
    let heading = Heading { title: voice.word("issues").to_owned(), ..Heading::default() };
    let asked = Asked::before(site, year);
    IssuesPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        analysed_year: voice.fiscal_year(asked.year()),
        instruments: year.framework.instruments().iter().map(|one| one.code.name()).collect(),
        rows: year.issues.iter().map(|issue| row(year, asked, issue, links, voice)).collect(),
    }
}

fn row(year: &Year, asked: Asked<'_>, issue: &Issue, links: Links<'_>, voice: Voice<'_>) -> IssueRow {
    let measures: Vec<&Measure> = answering(year, issue).collect();
    let all = || issue.findings.iter().flat_map(|finding| scored(asked, finding));
    IssueRow {
        number: voice.number(issue.number),
        link: names::issue_link(year, issue.number, links, voice),
        means: year
            .framework
            .instruments()
            .iter()
            .map(|one| {
                let scores = all().filter(|(code, _)| code.instrument == one.code).map(|(_, score)| score);
                ScoreView::new(mean(scores), voice)
            })
            .collect(),
        lowest: all()
            .min_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(code, score)| Lowest { code: code.to_string(), score: voice.score(score) }),
        measures: voice.number(measures.len()),
        counts: measures::counts(measures.iter().copied(), voice),
    }
}

/// The measures that answer an issue.
fn answering<'y>(year: &'y Year, issue: &Issue) -> impl Iterator<Item = &'y Measure> + use<'y> {
    let number = issue.number;
    year.measures.iter().filter(move |one| one.issue == Some(number))
}

/// The codes of a finding that have a score.
fn scored<'a>(asked: Asked<'a>, finding: &'a Finding) -> impl Iterator<Item = (Code, f64)> + 'a {
    finding.codes.iter().filter_map(move |code| Some((*code, asked.score(*code)?)))
}

fn mean(scores: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = scores.fold((0.0, 0_u16), |(sum, count), score| (sum + score, count.saturating_add(1)));
    (count > 0).then(|| sum / f64::from(count))
}

/// What one instrument says: its rows, and what stands beside all of them.
#[derive(Debug, Serialize, JsonSchema)]
struct FindingView {
    /// The instrument that asked.
    instrument: Option<&'static str>,
    /// The questions.
    questions: Vec<QuestionView>,
    /// How many rows the cells beside them span.
    span: usize,
    /// The mean of its scores.
    mean: Option<String>,
    /// “i1–i6”, for narrow screens on which the remark stands below.
    range: String,
    /// What is remarked beside the questions, line by line.
    remark: Vec<String>,
}

impl FindingView {
    fn new(asked: Asked<'_>, finding: &Finding, links: Links<'_>, voice: Voice<'_>) -> Self {
        Self {
            instrument: finding.instrument.map(Instrument::name),
            questions: finding.codes.iter().map(|code| QuestionView::new(asked, *code, links, voice)).collect(),
            span: finding.codes.len().max(1),
            mean: mean(scored(asked, finding).map(|(_, score)| score)).map(|mean| voice.score(mean)),
            range: finding.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            remark: finding.remark.clone(),
        }
    }
}

/// The page of one issue.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IssuePage {
    /// What every page has.
    frame: Frame,
    /// Whether the wording rests on something less than a copy of the official list.
    doubtful: bool,
    /// The year whose result the plan answers, in words.
    analysed_year: String,
    /// What the questions say, by instrument.
    findings: Vec<FindingView>,
    /// The text of the record, as HTML: shown with `safe`.
    body: Option<String>,
    /// Remarks of those who transcribed the record.
    remark: Vec<String>,
    /// The measures that answer it.
    rows: Vec<MeasureRow>,
    /// The page before, in the order of the list.
    previous: Option<Link>,
    /// The page after.
    next: Option<Link>,
}

/// The page of one issue.
pub fn page(site: &Site, year: &Year, issue: &Issue, links: Links<'_>, voice: Voice<'_>) -> IssuePage {
    let body = links.prose(&issue.body);
    let heading = Heading {
        title: names::issue_title(year, issue.number, voice),
        above: vec![links.to(&PageKey::Issues(year.year.be()), voice.word("issues"))],
        updated: issue.updated,
        text: body.as_deref().map(text_of),
    };
    let place = year.issues.iter().position(|one| one.number == issue.number);
    let beside = |other: Option<usize>| {
        let other = year.issues.get(other?)?;
        Some(names::issue_link(year, other.number, links, voice))
    };
    let asked = Asked::before(site, year);
    IssuePage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        doubtful: year.framework.issue(issue.number).is_some_and(|issue| issue.certainty.is_doubtful()),
        analysed_year: voice.fiscal_year(asked.year()),
        findings: issue.findings.iter().map(|finding| FindingView::new(asked, finding, links, voice)).collect(),
        body,
        remark: issue.remark.clone(),
        rows: measures::rows(site, year, answering(year, issue), links, voice),
        previous: beside(place.and_then(|place| place.checked_sub(1))),
        next: beside(place.map(|place| place + 1)),
    }
}
