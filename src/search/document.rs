//! What can be found of a site: its pages, each with its title, its text, and what it is filtered by.
//!
//! A text is found where it stands, and not on the pages that list that page: a measure is not found once more by the
//! tables of its indicators and units.

use super::shown::shown;
use crate::model::{PageKey, Site, Status, UnitId, Year};
use crate::pages::{Voice, indicator_name, issue_title};
use crate::read::Source;

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A year at a glance.
    Year,
    /// A measure.
    Measure,
    /// An analysed issue.
    Issue,
    /// The assessment.
    Assessment,
    /// An indicator.
    Indicator,
    /// An OIT item.
    Oit,
    /// A unit.
    Unit,
    /// A list or table of the above.
    List,
    /// An ordinary page.
    Page,
}

impl Kind {
    /// The letter that stands for it in the table.
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Year => 'y',
            Self::Measure => 'm',
            Self::Issue => 's',
            Self::Assessment => 'a',
            Self::Indicator => 'i',
            Self::Oit => 'o',
            Self::Unit => 'u',
            Self::List => 'l',
            Self::Page => 'p',
        }
    }

    /// What a page of this key is about; `None` for one that is not found.
    const fn of(key: &PageKey) -> Option<Self> {
        Some(match key {
            PageKey::Year(_) => Self::Year,
            PageKey::Measure(..) => Self::Measure,
            PageKey::Issue(..) => Self::Issue,
            PageKey::Assessment(_) => Self::Assessment,
            PageKey::Indicator(..) => Self::Indicator,
            PageKey::Oit(..) => Self::Oit,
            PageKey::Unit(..) => Self::Unit,
            PageKey::Indicators(_)
            | PageKey::Measures(_)
            | PageKey::OitList(_)
            | PageKey::Units(_)
            | PageKey::Issues(_)
            | PageKey::Plan(_)
            | PageKey::Progress(_)
            | PageKey::Data(_)
            | PageKey::Years => Self::List,
            PageKey::Page(_) => Self::Page,
            // The newest year's overview stands under its year too.
            PageKey::Home | PageKey::PortalPage(_) | PageKey::Search | PageKey::NotFound | PageKey::Redirect(_) => {
                return None;
            }
        })
    }
}

/// About how many bytes of text stand on a page beside what its own record says.
const BESIDE: usize = 512;

/// A page that can be found.
#[derive(Debug)]
pub struct Document {
    /// What it is about.
    pub kind: Kind,
    /// The year that it belongs to.
    pub year: Option<u16>,
    /// Its address within the site, unescaped.
    pub address: String,
    /// Its heading.
    pub title: String,
    /// How it stands, where it is a measure.
    pub status: Option<Status>,
    /// Who is responsible for it, or the unit that it is about.
    pub units: Vec<UnitId>,
    /// About how many bytes its text has, which is known before that is read.
    pub weight: usize,
}

/// The pages that are found, in the order in which they are told when one fits as well as the other: newest year first.
pub(super) fn keys(site: &Site) -> Vec<PageKey> {
    let place = |key: &PageKey| match key {
        PageKey::Measure(be, slug) => {
            site.years.iter().find(|year| year.year.be() == *be).and_then(|year| year.place(slug)).unwrap_or_default()
        }
        _ => 0,
    };
    let found = site.map.pages().map(crate::model::PageRef::key);
    let mut keys: Vec<_> = found
        .filter_map(|key| {
            let order = (std::cmp::Reverse(year_of(key)), Kind::of(key)?, place(key));
            Some((order, key))
        })
        .collect();
    keys.sort();
    keys.into_iter().map(|(_, key)| key.clone()).collect()
}

/// The year of a page.
const fn year_of(key: &PageKey) -> Option<u16> {
    match key {
        PageKey::Year(be)
        | PageKey::Indicators(be)
        | PageKey::Indicator(be, _)
        | PageKey::Measures(be)
        | PageKey::Measure(be, _)
        | PageKey::OitList(be)
        | PageKey::Oit(be, _)
        | PageKey::Units(be)
        | PageKey::Unit(be, _)
        | PageKey::Issues(be)
        | PageKey::Issue(be, _)
        | PageKey::Assessment(be)
        | PageKey::Plan(be)
        | PageKey::Progress(be)
        | PageKey::Data(be) => Some(*be),
        PageKey::Home
        | PageKey::Years
        | PageKey::Search
        | PageKey::Page(_)
        | PageKey::NotFound
        | PageKey::PortalPage(_)
        | PageKey::Redirect(_) => None,
    }
}

impl Document {
    /// What is told of a page without reading its text; `None` where it is not found.
    #[must_use]
    pub fn new(site: &Site, voice: Voice<'_>, key: &PageKey) -> Option<Self> {
        let be = year_of(key);
        let year = be.and_then(|be| site.years.iter().find(|year| year.year.be() == be));
        let mut document = Self {
            kind: Kind::of(key)?,
            year: be,
            address: site.map.find(key)?.address().to_owned(),
            title: String::new(),
            status: None,
            units: Vec::new(),
            weight: BESIDE,
        };
        document.title = shown(&document.head(site, year, voice, key)?);
        Some(document)
    }

    /// Its heading, while the rest of what is told of it is noted.
    fn head(&mut self, site: &Site, year: Option<&Year>, voice: Voice<'_>, key: &PageKey) -> Option<String> {
        Some(match key {
            PageKey::Year(be) => format!("{} {}", voice.word("overview"), voice.fiscal_year(*be)),
            PageKey::Measure(_, slug) => {
                let measure = year?.measures.get(year?.place(slug)?)?;
                self.weigh(&measure.source);
                self.status = Some(measure.status);
                self.units = measure.all_units();
                measure.title.clone()
            }
            PageKey::Issue(_, number) => {
                let issue = year?.issues.iter().find(|issue| issue.number == *number)?;
                self.weigh(&issue.source);
                issue_title(year?, *number, voice)
            }
            PageKey::Assessment(be) => {
                let mut analysed = be - 1;
                if let Some(assessment) = &year?.assessment {
                    self.weigh(&assessment.source);
                    analysed = assessment.analysed_year;
                }
                voice.say("assessment_title", &[&voice.fiscal_year(analysed)])
            }
            PageKey::Indicator(_, number) => {
                let indicator = year?.framework.indicator(*number)?;
                voice.say("indicator_title", &[&voice.number(number), &indicator_name(indicator, voice)])
            }
            PageKey::Oit(_, code) => {
                let item = year?.framework.item(*code)?;
                if let Some(source) = year?.oit.iter().find(|oit| oit.code == *code).and_then(|oit| oit.source.as_ref())
                {
                    self.weigh(source);
                }
                format!("{code} {}", item.title)
            }
            PageKey::Unit(_, id) => {
                let unit = site.unit_ids().find(|unit| site.unit(*unit).id == *id)?;
                self.units = vec![unit];
                site.unit(unit).name.clone()
            }
            PageKey::Page(slug) => {
                let page = site.pages.iter().find(|page| page.slug == *slug)?;
                self.weigh(&page.source);
                page.title.clone()
            }
            PageKey::Indicators(_) => voice.word("indicators_heading").to_owned(),
            PageKey::Measures(_) => voice.word("progress_table").to_owned(),
            PageKey::OitList(_) => voice.word("oit_title").to_owned(),
            PageKey::Units(_) => voice.word("units").to_owned(),
            PageKey::Issues(_) => voice.word("issues").to_owned(),
            PageKey::Plan(_) => voice.word("plan").to_owned(),
            PageKey::Progress(_) => voice.word("progress_report").to_owned(),
            PageKey::Data(_) => voice.word("open_data").to_owned(),
            PageKey::Years => voice.word("years_title").to_owned(),
            PageKey::Home | PageKey::PortalPage(_) | PageKey::Search | PageKey::NotFound | PageKey::Redirect(_) => {
                return None;
            }
        })
    }

    fn weigh(&mut self, source: &Source) {
        self.weight += source.text().len();
    }
}
