//! Progress tables: measures as rows, and how many of them stand how.

use super::frame::{Frame, Heading};
use super::voice::StatusView;
use super::{Link, Links, Voice, names};
use crate::model::{Measure, PageKey, Progress, Site, Status, Timing, Year};
use serde::Serialize;

/// A time as printed, with its meaning.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// As printed.
    pub text: String,
    /// The days that are meant, in the site's words.
    pub meaning: String,
    /// The same for machines.
    pub iso: String,
}

impl TimeView {
    pub fn new(timing: &Timing, voice: Voice<'_>) -> Self {
        Self { text: timing.text.clone(), meaning: voice.span(timing.span), iso: timing.span.iso() }
    }
}

/// How far a measure has come.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressView {
    /// The share done, 0 to 100, for drawing.
    pub percent: usize,
    /// The same in words: “๒ จาก ๓ วิธี”.
    pub label: String,
}

impl ProgressView {
    pub fn new(progress: Option<Progress>, voice: Voice<'_>) -> Option<Self> {
        let progress = progress?;
        Some(Self {
            percent: progress.percent()?,
            label: voice.say("done_of", &[&voice.number(progress.done), &voice.number(progress.of)]),
        })
    }
}

/// A row of a progress table.
#[derive(Debug, Serialize)]
pub struct MeasureRow {
    number: String,
    link: Link,
    indicators: Vec<Link>,
    units: Vec<Link>,
    period: Option<TimeView>,
    status: StatusView,
    progress: Option<ProgressView>,
}

impl MeasureRow {
    pub fn new(site: &Site, year: &Year, measure: &Measure, links: Links<'_>, voice: Voice<'_>) -> Self {
        Self {
            number: voice.number(measure.number),
            link: links.to(&PageKey::Measure(year.year.be(), measure.slug.clone()), measure.title.clone()),
            indicators: measure
                .indicators
                .iter()
                .map(|number| names::indicator_link(year, *number, links, voice))
                .collect(),
            units: names::unit_links(site, year, &measure.all_units(), links),
            period: measure.period.as_ref().map(|timing| TimeView::new(timing, voice)),
            status: voice.status(measure.status),
            progress: ProgressView::new(measure.progress, voice),
        }
    }
}

/// Rows for some of a year's measures.
pub fn rows<'m>(
    site: &Site,
    year: &Year,
    measures: impl Iterator<Item = &'m Measure>,
    links: Links<'_>,
    voice: Voice<'_>,
) -> Vec<MeasureRow> {
    measures.map(|measure| MeasureRow::new(site, year, measure, links, voice)).collect()
}

/// How many measures stand how.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    status: StatusView,
    label: String,
}

/// How many of `measures` stand how; statuses that none has are left out.
pub fn counts<'m>(measures: &(impl Iterator<Item = &'m Measure> + Clone), voice: Voice<'_>) -> Vec<StatusCount> {
    Status::ALL
        .into_iter()
        .filter_map(|status| {
            let count = measures.clone().filter(|measure| measure.status == status).count();
            (count > 0).then(|| StatusCount { status: voice.status(status), label: voice.number(count) })
        })
        .collect()
}

/// The progress table of a year.
#[derive(Debug, Serialize)]
pub struct MeasuresPage {
    frame: Frame,
    rows: Vec<MeasureRow>,
    counts: Vec<StatusCount>,
    total: String,
    actions_total: String,
}

/// The progress table of a year.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> MeasuresPage {
    let heading = Heading { title: voice.word("progress_table").to_owned(), ..Heading::default() };
    MeasuresPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        rows: rows(site, year, year.measures.iter(), links, voice),
        counts: counts(&year.measures.iter(), voice),
        total: voice.number(year.measures.len()),
        actions_total: voice.number(year.measures.iter().map(|measure| measure.plan.actions.len()).sum::<usize>()),
    }
}
