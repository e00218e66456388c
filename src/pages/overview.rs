//! A year at a glance; the newest year's is also the front page of its site.

use super::frame::{Frame, Heading};
use super::indicator::{self, InstrumentGroup};
use super::measures::{self, MeasureRow, ProgressView, StatusCount};
use super::pictures::{self, Bars, Coverage, Glance, Scores};
use super::result::ResultView;
use super::survey::{self, SurveyView};
use super::timeline::Timeline;
use super::{Link, Links, Voice};
use crate::model::{PageKey, Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// A year at a glance.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OverviewPage {
    /// What every page has.
    frame: Frame,
    /// The fiscal year, in words.
    fiscal_year: String,
    /// The result that the plan answers.
    result: Option<ResultView>,
    /// The measures.
    rows: Vec<MeasureRow>,
    /// How many measures stand how.
    counts: Vec<StatusCount>,
    /// How many measures there are.
    measures_total: String,
    /// How many actions there are.
    actions_total: String,
    /// How many actions are done; none where nothing has been reported.
    actions: Option<ProgressView>,
    /// How many OIT items have a link, in words.
    oit_label: String,
    /// The indicators, by instrument.
    groups: Vec<InstrumentGroup>,
    /// Whether any score is known.
    has_scores: bool,
    /// The way to the progress table.
    measures: Link,
    /// The way to the assessment.
    assessment: Link,
    /// Year after year, where there are several.
    years: Link,
    /// The way to the OIT items.
    oit: Link,
    /// The way to the plan; without an address where the site leaves the reports out.
    plan: Link,
    /// The way to the progress report, in the same way.
    report: Link,
    /// The EIT survey, while it is open.
    survey: Option<SurveyView>,
    /// What is seen first: the score on its scale, what is done and late, where points are lost.
    glance: Glance,
    /// The indicators as a picture.
    scores: Option<Scores>,
    /// The measures in the months of the year.
    timeline: Option<Timeline>,
    /// What falls due in each month, where there are too many measures for a timeline.
    due: Option<Bars>,
    /// The units as bars.
    units: Option<Bars>,
    /// The OIT items as squares.
    coverage: Option<Coverage>,
}

/// How many measures the timeline holds here, above the table of all of them.
const MOST_ROWS: usize = 12;
/// For how many units there is a bar.
const MOST_UNITS: usize = 6;

/// A year at a glance.
pub fn page(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> OverviewPage {
    let be = year.year.be();
    let linked = year.linked_items();
    OverviewPage {
        frame: Frame::new(
            site,
            Some(year),
            links,
            voice,
            Heading { title: site.organisation.name.clone(), ..Heading::default() },
        ),
        fiscal_year: voice.fiscal_year(be),
        result: ResultView::new(site, year.assessment.as_ref(), voice),
        rows: measures::rows(site, year, year.measures.iter(), links, voice),
        counts: measures::counts(year.measures.iter(), voice),
        measures_total: voice.number(year.measures.len()),
        actions_total: voice.number(year.actions().of),
        actions: ProgressView::new(year.is_reported().then(|| year.actions()), voice),
        oit_label: voice.say("linked_of", &[&voice.number(linked), &voice.number(year.oit.len())]),
        groups: indicator::groups(site, year, links, voice),
        has_scores: indicator::analysed_year(year, voice).is_some(),
        measures: links.to(&PageKey::Measures(be), voice.word("progress_table")),
        assessment: links.to(&PageKey::Assessment(be), voice.word("assessment")),
        years: links.to(&PageKey::Years, voice.word("years_title")),
        oit: links.to(&PageKey::OitList(be), voice.word("oit_title")),
        plan: links.to(&PageKey::Plan(be), voice.word("plan")),
        report: links.to(&PageKey::Progress(be), voice.word("progress_report")),
        survey: survey::view(site, links, voice),
        glance: Glance::new(site, year, links, voice),
        scores: Scores::new(site, year, links, voice),
        timeline: Timeline::of_year(site, year, MOST_ROWS, links, voice),
        due: (year.measures.len() > MOST_ROWS).then(|| pictures::due(site, year, voice)).flatten(),
        units: pictures::by_unit(site, year, Some(MOST_UNITS), links, voice),
        coverage: Coverage::new(year, links, voice),
    }
}
