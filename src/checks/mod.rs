//! Rules over the finished site: what is said, held against itself. One file a subject; they only report.

mod actions;
mod active_file;
mod analysed_year;
mod anchors;
mod completeness;
mod evidence;
mod hidden_results;
mod hosts;
mod instruments;
mod language;
mod large_file;
mod other_list;
mod other_year;
mod personal;
mod result_dates;
mod same_number;
mod same_result;
mod scores;
mod status;
mod texts;
mod undated_result;

pub use anchors::missing_headings;
pub use personal::without_personal;
pub use texts::Texts;

use crate::diagnostic::Diagnostics;
use crate::memo::{Itself, Memo, print};
use crate::model::{Measure, Portal, Site, Top, Year, outward, outward_of_pages};
use crate::read::{CONTENT, PlainFile, Source};
use personal::Office;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What was checked before: of a site that is checked again and again, records and files that are still the same are
/// not looked through again.
#[derive(Debug, Default)]
pub struct Memory {
    personal: Memo<(Itself<Source>, u64), Arc<Diagnostics>>,
    language: Memo<Itself<Source>, Arc<Diagnostics>>,
    texts: Texts,
    evidence: Memo<(PlainFile, u64), Arc<Diagnostics>>,
    measures: Memo<(Itself<Measure>, u64), Arc<Diagnostics>>,
}

impl Memory {
    /// Nothing but what was seen of texts in another run of the program.
    #[must_use]
    pub fn of_texts(texts: Texts) -> Self {
        Self { texts, ..Self::default() }
    }

    /// What was seen of texts when it was checked last, and nothing else: the rest is taken apart beside all that follows.
    #[must_use]
    pub fn into_texts(self) -> Texts {
        let Self { personal, language, texts, evidence, measures } = self;
        rayon::spawn(|| drop((personal, language, evidence, measures)));
        texts
    }

    fn end(&self) {
        self.personal.end();
        self.language.end();
        self.evidence.end();
        self.measures.end();
    }
}

/// Checks every year of every site, and what their portal has of its own.
pub fn check(portal: &Portal, problems: &mut Diagnostics) {
    check_again(portal, &Memory::default(), problems);
}

/// The same where it was checked before.
pub fn check_again(portal: &Portal, memory: &Memory, problems: &mut Diagnostics) {
    memory.texts.begin();
    if let Some(top) = &portal.top {
        anchors::of_top(portal, problems);
        own_of_portal(top, &portal.sites, memory, problems);
    }
    for site in &portal.sites {
        let office = Office::of(std::slice::from_ref(site));
        let mut as_whole = Diagnostics::default();
        rayon::join(|| whole(site, &office, memory, &mut as_whole), || records(site, &office, memory, problems));
        problems.extend(as_whole);
    }
    memory.end();
}

/// Checks what is said of a site as a whole, or stands in several records.
fn whole(site: &Site, office: &Office, memory: &Memory, problems: &mut Diagnostics) {
    anchors::check(site, problems);
    same_result::check(site, problems);
    hosts::check(&outward(site), problems);
    Files::of(site).check(office, memory, problems);
    for year in &site.years {
        for rule in OF_YEARS {
            rule(site, year, problems);
        }
    }
}

/// Files that are published as they are, and the folder of the content that they are in, ending in `/`.
#[derive(Clone, Copy)]
struct Files<'a> {
    folder: &'a str,
    all: &'a [PlainFile],
}

impl<'a> Files<'a> {
    fn of(site: &'a Site) -> Self {
        Self { folder: site.source.path.strip_suffix("site.yaml").unwrap_or_default(), all: &site.files }
    }

    fn check(self, office: &Office, memory: &Memory, problems: &mut Diagnostics) {
        large_file::check(self, problems);
        active_file::check(self, problems);
        evidence::check(self, office, memory, problems);
    }

    /// A file as diagnostics name it.
    fn name(self, file: &PlainFile) -> String {
        format!("{}{}", self.folder, file.written())
    }
}

/// Checks what a portal has of its own, but for its links to headings. What its sites' authorities publish of themselves
/// may stand there too.
fn own_of_portal(top: &Top, sites: &[Site], memory: &Memory, problems: &mut Diagnostics) {
    let office = Office::of(sites);
    hosts::check(&outward_of_pages(&top.pages), problems);
    Files { folder: &format!("{CONTENT}/"), all: &top.files }.check(&office, memory, problems);
    for page in &top.pages {
        problems.add(&personal::check(&page.source, &office, memory));
        problems.add(&language::check(&page.source, memory));
    }
}

/// Checks the records of a site one by one, each by all rules, so that of no two for a core the places of values need
/// be known at a time.
fn records(site: &Site, office: &Office, memory: &Memory, problems: &mut Diagnostics) {
    let years = site.years.iter().flat_map(|year| year.measures[..].iter().map(move |measure| (year, measure)));
    let measures: HashMap<&str, _> =
        years.map(|(year, measure)| (measure.source.path.as_str(), (year, measure))).collect();
    let sources: Vec<&Arc<Source>> = site.sources().collect();
    let found = sources.into_par_iter().map(|source| {
        let linked = measures.get(source.path.as_str()).map(|(year, measure)| {
            // A measure is linked anew when its record reads otherwise, or anything in the settings that it is held
            // against; but its year's assessment is not among that.
            let with = year.assessment.as_ref().map(|assessment| assessment.analysed_year);
            let key = (Itself(Arc::clone(measure)), print(&with));
            memory.measures.get(key, || Arc::new(of_measure(site, year, measure)))
        });
        let found = [personal::check(source, office, memory), language::check(source, memory)];
        source.forget_places();
        found.into_iter().chain(linked)
    });
    for own in found.collect::<Vec<_>>().into_iter().flatten() {
        problems.add(&own);
    }
}

/// Rules over a year.
const OF_YEARS: [fn(&Site, &Year, &mut Diagnostics); 7] = [
    scores::check,
    analysed_year::check,
    same_number::check,
    completeness::items,
    instruments::issues,
    other_year::items,
    other_list::items,
];

/// Rules over a measure of a year.
const OF_MEASURES: [fn(&Site, &Year, &Measure, &mut Diagnostics); 8] = [
    result_dates::measure,
    undated_result::measure,
    hidden_results::measure,
    status::measure,
    completeness::measure,
    instruments::measure,
    other_year::measure,
    other_list::measure,
];

fn of_measure(site: &Site, year: &Year, measure: &Measure) -> Diagnostics {
    let mut problems = Diagnostics::default();
    for rule in OF_MEASURES {
        rule(site, year, measure, &mut problems);
    }
    problems
}
