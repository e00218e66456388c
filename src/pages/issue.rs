//! Analysed issues: the year's list, and the page of one.

use super::frame::{Frame, Heading};
use super::measure::{self, MeasureRow};
use super::voice::ScoreView;
use super::{Link, Links, Voice, names};
use crate::model::{Issue, PageKey, Site, Year};
use serde::Serialize;

/// The year's issues.
#[derive(Debug, Serialize)]
pub struct IssuesPage {
    frame: Frame,
    rows: Vec<Link>,
}

/// The year's issues.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> IssuesPage {
    let heading = Heading { title: voice.word("issues").to_owned(), ..Heading::default() };
    IssuesPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        rows: year.issues.iter().map(|issue| names::issue_link(year, issue.number, links, voice)).collect(),
    }
}

#[derive(Debug, Serialize)]
struct FindingView {
    instrument: Option<String>,
    scores: Vec<CodeScore>,
    remark: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CodeScore {
    code: String,
    score: Option<ScoreView>,
}

/// The page of one issue.
#[derive(Debug, Serialize)]
pub struct IssuePage {
    frame: Frame,
    doubtful: bool,
    findings: Vec<FindingView>,
    body: Option<String>,
    remark: Vec<String>,
    rows: Vec<MeasureRow>,
}

/// The page of one issue.
pub fn page(site: &Site, year: &Year, issue: &Issue, links: Links<'_>, voice: Voice<'_>) -> IssuePage {
    let heading = Heading {
        title: names::issue_title(year, issue.number, voice),
        above: vec![links.to(&PageKey::Issues(year.year.be()), voice.word("issues"))],
        updated: issue.updated,
    };
    let scores = year.assessment.as_ref().map(|one| &one.questions);
    IssuePage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        doubtful: year.framework.issue(issue.number).is_some_and(|issue| issue.certainty.is_doubtful()),
        findings: issue
            .findings
            .iter()
            .map(|finding| FindingView {
                instrument: finding.instrument.map(|one| one.name().to_owned()),
                scores: finding
                    .codes
                    .iter()
                    .map(|code| CodeScore {
                        code: code.to_string(),
                        score: ScoreView::new(scores.and_then(|scores| scores.get(code).copied()), voice),
                    })
                    .collect(),
                remark: finding.remark.clone(),
            })
            .collect(),
        body: links.prose(&issue.body),
        remark: issue.remark.clone(),
        rows: measure::rows(
            site,
            year,
            year.measures.iter().filter(|one| one.issue == Some(issue.number)),
            links,
            voice,
        ),
    }
}
