//! The site as it is: linked, typed and total.
//!
//! [`link`] makes it from what was read. Everything that could not be understood has become a diagnostic by
//! then; nothing after it can fail for want of data.

mod addresses;
mod area;
mod assessment;
mod broken_link;
mod issue;
mod link;
mod linker;
mod linking;
mod measure;
mod measures;
mod memory;
mod nearby;
mod oit;
mod organisation;
mod outward;
mod page;
mod portal;
mod progress;
mod prose;
mod redirects;
mod rule_settings;
mod sitemap;
mod survey;
mod top;
mod unknown_code;
mod web_address;

pub use addresses::{is_reserved, usable};
pub use assessment::{Assessment, Constraint, Derived};
pub use broken_link::wanted_back;
pub use issue::{Finding, Issue};
pub use link::{Options, link, link_again};
pub use linker::path_from;
pub use measure::{Action, Evidence, Measure, Measures, Outcome, Plan, Timing};
pub use memory::Memory;
pub use nearby::Nearby;
pub use oit::{ItemLink, Oit};
pub use outward::{Outward, outward, outward_of_pages};
pub use page::Page;
pub use portal::Portal;
pub use progress::{OutcomeStatus, Progress, Status};
pub use prose::{Anchor, MARKDOWN, Prose, Section};
pub use redirects::{Destination, Redirect, taken};
pub use sitemap::{PageKey, PageRef, SiteMap, escape};
pub use survey::Survey;
pub use top::Top;
pub use web_address::{mail_link, web_link};

use crate::diagnostic::{Language, Setting};
use crate::framework::{Code, Framework, FrameworkYear, OitItem};
use crate::read::{PlainFile, Source};
use crate::record::{ContactRecord, PartRecord};
use crate::thai::calendar::FiscalYear;
use crate::thai::digits::Numerals;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A colour.
pub type Color = color::OpaqueColor<color::Srgb>;

/// One organisation's site.
#[derive(Debug)]
pub struct Site {
    /// The folder under which it is published, in a portal.
    pub folder: Option<String>,
    /// `site.yaml`
    pub source: Arc<Source>,
    /// Who publishes.
    pub organisation: Organisation,
    /// How it is shown.
    pub settings: Settings,
    /// What was assessed in every year that is known, with the site's own corrections.
    pub framework: Framework,
    /// The years, oldest first.
    pub years: Vec<Year>,
    /// Ordinary pages, in menu order.
    pub pages: Vec<Page>,
    /// Files that are published as they are, by path.
    pub files: Vec<PlainFile>,
    /// Old addresses that lead elsewhere.
    pub redirects: Vec<Redirect>,
    /// Which pages there are, and where.
    pub map: Arc<SiteMap>,
}

impl Site {
    /// Every record that is published, with the page it becomes and its body: the years oldest first, then ordinary
    /// pages.
    pub fn bodies(&self) -> impl Iterator<Item = (PageKey, &Arc<Source>, &Prose)> {
        let pages = self.pages.iter().map(|page| (PageKey::Page(page.slug.clone()), &page.source, &page.body));
        self.years.iter().flat_map(Year::bodies).chain(pages)
    }

    /// The files of all that, after `site.yaml`.
    pub fn sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        std::iter::once(&self.source).chain(self.bodies().map(|(_, source, _)| source))
    }

    /// The published file at a path.
    #[must_use]
    pub fn file_at(&self, path: &str) -> Option<&PlainFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The newest year.
    #[must_use]
    pub fn newest(&self) -> Option<&Year> {
        self.years.last()
    }

    /// The result of an analysed year, as the newest year that speaks of it has it.
    #[must_use]
    pub fn assessment_of(&self, analysed_year: u16) -> Option<&Assessment> {
        self.years
            .iter()
            .rev()
            .filter_map(|year| year.assessment.as_ref())
            .find(|one| one.analysed_year == analysed_year)
    }

    /// Every analysed year's result, oldest first.
    #[must_use]
    pub fn assessments(&self) -> Vec<&Assessment> {
        let years: BTreeSet<u16> =
            self.years.iter().filter_map(|year| Some(year.assessment.as_ref()?.analysed_year)).collect();
        years.into_iter().filter_map(|year| self.assessment_of(year)).collect()
    }

    /// The newest result before `year` of the item that asks for the same as `item`, an item of `year`'s list: the
    /// year whose result it is, the item's code in that year, and its score.
    #[must_use]
    pub fn last_result(&self, year: u16, item: &OitItem) -> Option<(u16, Code, f64)> {
        self.assessments().into_iter().rev().filter(|one| one.analysed_year < year).find_map(|one| {
            let same = one.framework.same_item(item)?;
            Some((one.analysed_year, same.code, *one.questions.get(&same.code)?))
        })
    }

    /// All units, in the order of `site.yaml`.
    pub fn unit_ids(&self) -> impl Iterator<Item = UnitId> + use<> {
        (0..self.organisation.units.len()).map(UnitId)
    }

    /// A unit by its number.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.organisation.units[id.0]
    }
}

/// Who publishes.
#[derive(Debug)]
pub struct Organisation {
    /// The full name.
    pub name: String,
    /// The kind of authority.
    pub kind: Option<String>,
    /// อำเภอ
    pub district: Option<String>,
    /// จังหวัด
    pub province: Option<String>,
    /// The path of the logo's file within the site.
    pub logo: Option<String>,
    /// The units.
    pub units: Vec<Unit>,
    /// How to reach it.
    pub contact: Option<ContactRecord>,
}

/// A unit of an organisation.
#[derive(Debug)]
pub struct Unit {
    /// Its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
}

impl Unit {
    /// Whether a name, an alias or an id is this unit's, but for spaces, letter case and a dash before it.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = squeezed(name);
        [&self.id, &self.name].into_iter().chain(&self.aliases).any(|one| squeezed(one) == wanted)
    }
}

/// Names differ in their spaces and in the dash before them more often than in their letters.
fn squeezed(name: &str) -> String {
    let name = name.trim_start_matches(['-', ' ']).chars().filter(|char| !char.is_whitespace());
    name.flat_map(char::to_lowercase).collect()
}

/// A unit, by its place in the organisation's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(usize);

/// How a site is shown.
#[derive(Debug)]
pub struct Settings {
    /// Where it stands on the web, ending in `/`.
    pub base_url: Option<String>,
    /// The theme's folder.
    pub theme: String,
    /// The colour that it picks.
    pub color: Option<Color>,
    /// The language of the theme's words.
    pub language: Language,
    /// The digits of numbers.
    pub numerals: Numerals,
    /// The day on which progress is judged.
    pub as_of: Date,
    /// The EIT survey.
    pub survey: Option<Survey>,
    /// Whether files for web servers are published with it.
    pub host_files: bool,
    /// The parts of a site that it is made without.
    pub without: BTreeSet<PartRecord>,
    /// What it says about rules.
    pub rules: Vec<Setting>,
}

impl Settings {
    /// Whether the site has a part that it could do without.
    #[must_use]
    pub fn has(&self, part: PartRecord) -> bool {
        !self.without.contains(&part)
    }
}

/// A fiscal year of a site.
#[derive(Debug)]
pub struct Year {
    /// Which.
    pub year: FiscalYear,
    /// The framework of that year.
    pub framework: Arc<FrameworkYear>,
    /// The result that its plan answers.
    pub assessment: Option<Assessment>,
    /// Its measures, in the order of the official table.
    pub measures: Measures,
    /// Where in that order a measure stands, by its slug.
    places: HashMap<String, usize>,
    /// Every item of its list, in order.
    pub oit: Vec<Oit>,
    /// Its analysed issues.
    pub issues: Vec<Issue>,
}

impl Year {
    fn bodies(&self) -> impl Iterator<Item = (PageKey, &Arc<Source>, &Prose)> {
        let be = self.year.be();
        let assessment = self.assessment.iter().map(move |one| (PageKey::Assessment(be), &one.source, &one.body));
        let measures =
            self.measures.iter().map(move |one| (PageKey::Measure(be, one.slug.clone()), &one.source, &one.body));
        let issues = self.issues.iter().map(move |one| (PageKey::Issue(be, one.number), &one.source, &one.body));
        let written = self.oit.iter().filter_map(|one| Some((one, one.source.as_ref()?)));
        let items = written.map(move |(one, source)| (PageKey::Oit(be, one.code), source, &one.body));
        assessment.chain(measures).chain(issues).chain(items)
    }

    /// Where in the official table the measure with an address stands, from 0.
    #[must_use]
    pub fn place(&self, slug: &str) -> Option<usize> {
        self.places.get(slug).copied()
    }

    /// How many of the year's actions are done, as the progress report counts them.
    #[must_use]
    pub fn actions(&self) -> Progress {
        let own =
            |measure: &Measure| measure.progress.unwrap_or(Progress { done: 0, of: measure.reported().actions.len() });
        self.measures
            .iter()
            .map(own)
            .fold(Progress { done: 0, of: 0 }, |all, one| Progress { done: all.done + one.done, of: all.of + one.of })
    }

    /// Whether any result has been reported.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        self.measures.iter().any(|measure| measure.status != Status::NotReported)
    }

    /// How many items of the list have a link.
    #[must_use]
    pub fn linked_items(&self) -> usize {
        self.oit.iter().filter(|item| !item.links.is_empty()).count()
    }

    /// How many items of the list are answered: by a link, or by a reason why there is none.
    #[must_use]
    pub fn answered_items(&self) -> usize {
        self.oit.iter().filter(|item| item.is_answered()).count()
    }

    /// The measures that are responsible to a unit, themselves or by one of their actions.
    pub fn measures_of(&self, unit: UnitId) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |measure| measure.all_units().contains(&unit))
    }

    /// The measures that concern an indicator.
    pub fn measures_for(&self, indicator: u8) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |measure| measure.indicators.contains(&indicator))
    }
}

/// What a link leads to. Whatever stands here has been seen to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page of this site, with what follows `#`.
    Page(PageRef, Option<String>),
    /// A published file, by its path within the site, with its size in bytes.
    File(String, u64),
    /// Something elsewhere.
    External(String),
}
