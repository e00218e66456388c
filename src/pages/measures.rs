//! Progress tables: measures as rows, and how many of them stand how.

use super::frame::{Frame, Heading};
use super::pictures::{self, Bars};
use super::timeline::Timeline;
use super::voice::StatusView;
use super::{Link, Links, Voice, names};
use crate::framework::Instrument;
use crate::model::{Measure, PageKey, Progress, Site, Status, Timing, UnitId, Year};
use crate::theme::Finished;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;
use std::hash::Hash;

/// A time as it was written, with its meaning.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimeView {
    /// As written, in the site's digits; what is written in numbers alone, or on an English page, by the days that are
    /// meant.
    pub text: String,
    /// The other of the two, where it says something else.
    pub meaning: Option<String>,
    /// The same for machines: a day, a month, or the first and the last day of an interval.
    pub iso: String,
    /// Whether it is an interval, for which HTML has no `<time>`.
    pub is_interval: bool,
}

impl TimeView {
    pub fn new(timing: &Timing, voice: Voice<'_>) -> Self {
        let (written, meaning) = (voice.numerals().show(&timing.text).into_owned(), voice.span(timing.span));
        let in_words = timing.text.contains(char::is_alphabetic);
        let (text, other) = if in_words && !voice.is_english() { (written, meaning) } else { (meaning, written) };
        // What is written in numbers alone says nothing that the words do not.
        let says_more = in_words && !bare(&text).eq(bare(&other));
        let iso = timing.span.iso();
        Self { text, meaning: says_more.then_some(other), is_interval: iso.contains('/'), iso }
    }
}

/// A time without what may be written in one way or another.
fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|char| !char.is_whitespace()).map(|char| if char == '–' { '-' } else { char })
}

/// How far a measure has come.
#[derive(Debug, Clone, Serialize, JsonSchema)]
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

/// A link that rows are filtered by, and the name it has in a filtered table's address.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Choice {
    /// What it is called when a table is filtered.
    id: String,
    /// Its words, and the way to its page.
    link: Link,
}

/// A row of a progress table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasureRow {
    /// The fiscal year and its overview, where a table holds measures of several years.
    year: Option<Finished<Choice>>,
    /// Its number, in the site's digits.
    number: Finished<String>,
    /// The same for sorting.
    place: u32,
    /// The measure.
    link: Link,
    /// The instrument, IIT, EIT or OIT, where the plan is laid out by instrument.
    instrument: Option<&'static str>,
    /// The indicators that it concerns.
    indicators: Vec<Finished<Choice>>,
    /// The OIT items that it names, by their codes.
    oit: Finished<Vec<String>>,
    /// Who is responsible.
    units: Vec<Finished<Choice>>,
    /// When it is carried out.
    period: Finished<Option<TimeView>>,
    /// The first day of the period, as ISO 8601, for sorting.
    starts: Finished<Option<String>>,
    /// How it stands.
    status: Finished<StatusView>,
    /// The place of the status in the order in which statuses are shown, for sorting.
    rank: usize,
    /// How much of it is done; none where nothing has been reported.
    progress: Finished<Option<ProgressView>>,
    /// When its record was last changed.
    updated: Finished<Option<String>>,
}

impl MeasureRow {
    /// The row of a measure without what depends on the page that shows it: no link leads anywhere.
    fn anywhere(measure: &Measure, voice: Voice<'_>) -> Self {
        Self {
            year: None,
            number: voice.number(measure.number).into(),
            place: measure.number,
            link: Link::words(&measure.title),
            instrument: measure.instrument.map(Instrument::name),
            indicators: Vec::new(),
            oit: Finished::new(&measure.oit.iter().map(ToString::to_string).collect()),
            units: Vec::new(),
            period: Finished::new(&measure.period.as_ref().map(|timing| TimeView::new(timing, voice))),
            starts: Finished::new(&measure.period.as_ref().map(|timing| timing.span.first().to_string())),
            status: Finished::new(&voice.status(measure.status)),
            rank: rank(measure.status),
            progress: Finished::new(&ProgressView::new(measure.progress, voice)),
            updated: Finished::new(&measure.updated.map(|date| voice.date(date))),
        }
    }
}

/// The rows of one table. What several of them name is finished once.
struct Rows<'a> {
    site: &'a Site,
    links: Links<'a>,
    voice: Voice<'a>,
    years: FxHashMap<u16, Finished<Choice>>,
    indicators: FxHashMap<(u16, u8), Finished<Choice>>,
    units: FxHashMap<(u16, UnitId), Finished<Choice>>,
}

impl Rows<'_> {
    /// The row of a measure; it names its `year` where that `tells` it from others.
    fn row(&mut self, year: &Year, tells: bool, measure: &Measure) -> MeasureRow {
        let (be, voice, links) = (year.year.be(), self.voice, self.links);
        let make = || MeasureRow::anywhere(measure, voice);
        let anywhere = match year.place(&measure.slug) {
            Some(place) => links.common().rows.get((be, place), make),
            None => make(),
        };
        let of_year = || Choice { id: be.to_string(), link: links.to(&PageKey::Year(be), voice.number(be)) };
        MeasureRow {
            year: tells.then(|| finished(&mut self.years, be, of_year)),
            link: Link {
                label: anywhere.link.label,
                ..links.to(&PageKey::Measure(be, measure.slug.clone()), Finished::empty())
            },
            indicators: measure.indicators.iter().map(|number| self.indicator(year, *number)).collect(),
            units: measure.all_units().into_iter().map(|unit| self.unit(year, unit)).collect(),
            ..anywhere
        }
    }

    fn indicator(&mut self, year: &Year, number: u8) -> Finished<Choice> {
        let choice =
            || Choice { id: number.to_string(), link: names::indicator_link(year, number, self.links, self.voice) };
        finished(&mut self.indicators, (year.year.be(), number), choice)
    }

    fn unit(&mut self, year: &Year, unit: UnitId) -> Finished<Choice> {
        let choice = || Choice {
            id: self.site.unit(unit).id.clone(),
            link: names::unit_link(self.site, year, unit, self.links),
        };
        finished(&mut self.units, (year.year.be(), unit), choice)
    }
}

/// What is known under `key`, or is now made and finished.
fn finished<K: Eq + Hash, T: Serialize>(
    known: &mut FxHashMap<K, Finished<T>>,
    key: K,
    make: impl FnOnce() -> T,
) -> Finished<T> {
    known.entry(key).or_insert_with(|| Finished::new(&make())).clone()
}

/// Where a status stands among all of them.
pub fn rank(status: Status) -> usize {
    Status::ALL.iter().take_while(|one| **one != status).count()
}

/// Rows for some of a year's measures.
pub fn rows<'m>(
    site: &Site,
    year: &'m Year,
    measures: impl Iterator<Item = &'m Measure>,
    links: Links<'_>,
    voice: Voice<'_>,
) -> Vec<MeasureRow> {
    rows_of_years(site, Some(year), measures.map(|measure| (year, measure)), links, voice)
}

/// Rows for measures of any years. Each names its year, unless all are of `own`, the year of the page.
pub fn rows_of_years<'m>(
    site: &Site,
    own: Option<&Year>,
    measures: impl Iterator<Item = (&'m Year, &'m Measure)>,
    links: Links<'_>,
    voice: Voice<'_>,
) -> Vec<MeasureRow> {
    let measures: Vec<_> = measures.collect();
    let tells = measures.iter().any(|(year, _)| own.is_none_or(|own| own.year != year.year));
    let (years, indicators, units) = Default::default();
    let mut rows = Rows { site, links, voice, years, indicators, units };
    measures.into_iter().map(|(year, measure)| rows.row(year, tells, measure)).collect()
}

/// How many measures stand how.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatusCount {
    /// How it stands.
    status: StatusView,
    /// How many, in the site's digits.
    label: String,
}

/// How many of `measures` stand how; statuses that none has are left out.
pub fn counts<'m>(measures: impl Iterator<Item = &'m Measure>, voice: Voice<'_>) -> Vec<StatusCount> {
    let there = Status::counts(measures.map(|measure| measure.status)).into_iter().filter(|(_, count)| *count > 0);
    there.map(|(status, count)| StatusCount { status: voice.status(status), label: voice.number(count) }).collect()
}

/// The progress table of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasuresPage {
    /// What every page has.
    frame: Frame,
    /// The measures.
    rows: Vec<MeasureRow>,
    /// How many measures stand how.
    counts: Vec<StatusCount>,
    /// How many there are.
    total: String,
    /// How many actions there are.
    actions_total: String,
    /// The measures in the months of the year, where they are not too many.
    timeline: Option<Timeline>,
    /// What falls due in each month, where there are too many measures for a timeline.
    due: Option<Bars>,
}

/// How many measures a timeline can hold and still be read.
const MOST_ROWS: usize = 40;

/// The progress table of a year.
pub fn list(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> MeasuresPage {
    let heading = Heading { title: voice.word("progress_table").to_owned(), ..Heading::default() };
    let too_many = year.measures.len() > MOST_ROWS;
    MeasuresPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        rows: rows(site, year, year.measures.iter(), links, voice),
        counts: counts(year.measures.iter(), voice),
        total: voice.number(year.measures.len()),
        actions_total: voice.number(year.actions().of),
        timeline: Timeline::of_year(site, year, MOST_ROWS, links, voice),
        due: too_many.then(|| pictures::due(site, year, voice)).flatten(),
    }
}
