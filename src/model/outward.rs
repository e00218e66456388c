//! Where a site links to the rest of the web: every address that its pages show, with the place that names it.
//!
//! It does not know whether anything is behind an address.

use super::{Measure, Oit, Page, Prose, Site, Target, Year};
use crate::diagnostic::Location;
use crate::field;
use crate::framework::Code;
use crate::read::{Source, Step};
use std::ops::Range;

/// An address elsewhere that a record names.
#[derive(Debug)]
pub struct Outward<'a> {
    /// The address as pages show it; it begins with `http:` or `https:` in letters of either case.
    pub url: &'a str,
    /// The item that it answers, if it does.
    pub item: Option<Code>,
    source: &'a Source,
    place: Place<'a>,
}

/// Where in a record an address stands. Looking it up takes time, and most are never asked for.
#[derive(Debug)]
enum Place<'a> {
    Field(Vec<Step>),
    Body(&'a Range<usize>),
}

impl Outward<'_> {
    /// Where it was written.
    #[must_use]
    pub fn location(&self) -> Location {
        match &self.place {
            Place::Field(way) => self.source.at(way),
            Place::Body(range) => self.source.in_body((*range).clone()),
        }
    }
}

/// Every address elsewhere that the pages of a site show, in the order of its records; one that is named several
/// times is there several times.
#[must_use]
pub fn outward(site: &Site) -> Vec<Outward<'_>> {
    let mut found = Found::default();
    found.settings(site);
    for year in &site.years {
        found.year(year);
    }
    found.pages(&site.pages);
    found.all
}

/// The same of ordinary pages alone.
#[must_use]
pub fn outward_of_pages(pages: &[Page]) -> Vec<Outward<'_>> {
    let mut found = Found::default();
    found.pages(pages);
    found.all
}

#[derive(Default)]
struct Found<'a> {
    all: Vec<Outward<'a>>,
}

impl<'a> Found<'a> {
    fn add(&mut self, url: &'a str, item: Option<Code>, source: &'a Source, place: Place<'a>) {
        let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
        if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") {
            self.all.push(Outward { url, item, source, place });
        }
    }

    fn settings(&mut self, site: &'a Site) {
        if let Some(contact) = &site.organisation.contact {
            let ways = [("website", &contact.website), ("facebook", &contact.facebook), ("line", &contact.line)];
            for (name, url) in ways {
                let url = url.as_deref().unwrap_or_default();
                self.add(url, None, &site.source, Place::Field(field!["organisation", "contact", name].to_vec()));
            }
        }
        // A survey that is closed is not shown, and its address is not meant to work any more.
        if let Some(survey) = site.settings.survey.as_ref().filter(|one| one.open.contains(site.settings.as_of)) {
            self.add(&survey.url, None, &site.source, Place::Field(field!["survey", "url"].to_vec()));
        }
    }

    fn year(&mut self, year: &'a Year) {
        if let Some(assessment) = &year.assessment {
            self.body(&assessment.source, &assessment.body);
        }
        for measure in &year.measures {
            self.measure(measure);
        }
        for issue in &year.issues {
            self.body(&issue.source, &issue.body);
        }
        for item in &year.oit {
            self.item(item);
        }
    }

    fn measure(&mut self, measure: &'a Measure) {
        for plan in std::iter::once(&measure.plan).chain(measure.own_report()) {
            let field: Vec<Step> = plan.actions_field.iter().map(|name| Step::from(*name)).collect();
            for (at, action) in plan.actions.iter().enumerate() {
                for (nth, outcome) in action.outcomes.iter().enumerate() {
                    for evidence in &outcome.evidence {
                        let Target::External(url) = &evidence.target else { continue };
                        let way = field![at, "results", nth, "evidence", evidence.at, "url"];
                        let way = [field.as_slice(), &way].concat();
                        self.add(url, None, &measure.source, Place::Field(way));
                    }
                }
            }
        }
        self.body(&measure.source, &measure.body);
    }

    fn item(&mut self, item: &'a Oit) {
        let Some(source) = &item.source else { return };
        for link in &item.links {
            if let Target::External(url) = &link.target {
                let way = field!["links", link.at, "url"].to_vec();
                self.add(url, Some(item.code), source, Place::Field(way));
            }
        }
        self.body(source, &item.body);
    }

    fn pages(&mut self, pages: &'a [Page]) {
        for page in pages {
            self.body(&page.source, &page.body);
        }
    }

    fn body(&mut self, source: &'a Source, body: &'a Prose) {
        for (url, range) in body.outward() {
            self.add(url, None, source, Place::Body(range));
        }
    }
}
