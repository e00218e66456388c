//! Which pages a site has, and their addresses. A link is made from a [`PageRef`], and only the map gives
//! those out: a link to a page that does not exist cannot be written.

use crate::framework::Code;
use crate::record::PartRecord;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A page by what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKey {
    /// The newest year's overview, at the top.
    Home,
    /// A year's overview.
    Year(u16),
    /// All indicators.
    Indicators(u16),
    /// One indicator.
    Indicator(u16, u8),
    /// The progress table.
    Measures(u16),
    /// One measure, by its slug.
    Measure(u16, String),
    /// All OIT items.
    OitList(u16),
    /// One OIT item.
    Oit(u16, Code),
    /// All units.
    Units(u16),
    /// One unit, by its id.
    Unit(u16, String),
    /// All issues.
    Issues(u16),
    /// One issue.
    Issue(u16, u8),
    /// The assessment.
    Assessment(u16),
    /// The plan, for paper.
    Plan(u16),
    /// The progress report, for paper.
    Progress(u16),
    /// Year after year.
    Years,
    /// The year's tables as open data.
    Data(u16),
    /// An ordinary page, by its slug.
    Page(String),
    /// An ordinary page of a portal, by its slug.
    PortalPage(String),
    /// The search.
    Search,
    /// What a host shows for an address that is not there.
    NotFound,
    /// A page at an old address, by the address of the page, that leads on.
    Redirect(String),
}

impl PageKey {
    /// The address within the site.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Home => "index.html".into(),
            Self::Year(year) => format!("{year}/index.html"),
            Self::Indicators(year) => format!("{year}/indicators/index.html"),
            Self::Indicator(year, number) => format!("{year}/indicators/{number}.html"),
            Self::Measures(year) => format!("{year}/measures/index.html"),
            Self::Measure(year, slug) => format!("{year}/measures/{slug}.html"),
            Self::OitList(year) => format!("{year}/oit/index.html"),
            Self::Oit(year, code) => format!("{year}/oit/{code}.html"),
            Self::Units(year) => format!("{year}/units/index.html"),
            Self::Unit(year, id) => format!("{year}/units/{id}.html"),
            Self::Issues(year) => format!("{year}/issues/index.html"),
            Self::Issue(year, number) => format!("{year}/issues/{number}.html"),
            Self::Assessment(year) => format!("{year}/assessment.html"),
            Self::Plan(year) => format!("{year}/report/plan.html"),
            Self::Progress(year) => format!("{year}/report/progress.html"),
            Self::Years => "years.html".into(),
            Self::Data(year) => format!("{year}/data/index.html"),
            Self::Page(slug) => format!("{slug}.html"),
            Self::PortalPage(slug) => format!("pages/{slug}.html"),
            Self::Search => "search.html".into(),
            Self::NotFound => "404.html".into(),
            Self::Redirect(address) => address.clone(),
        }
    }
}

/// A page that exists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageRef {
    key: PageKey,
    address: String,
}

impl PageRef {
    /// What it is.
    #[must_use]
    pub fn key(&self) -> &PageKey {
        &self.key
    }

    /// Its address within the site, unescaped.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The same page as it is seen from above the `folder` in which its site stands.
    #[must_use]
    pub fn below(&self, folder: &str) -> Self {
        Self { key: self.key.clone(), address: format!("{folder}/{}", self.address) }
    }

    /// A relative link from this page to another of the same site.
    #[must_use]
    pub fn link_to(&self, other: &Self) -> String {
        relative(&self.address, &other.address)
    }

    /// A relative link from this page to a file at `path` within the site.
    #[must_use]
    pub fn link_to_file(&self, path: &str) -> String {
        relative(&self.address, path)
    }
}

/// All pages of a site.
#[derive(Debug, Default)]
pub struct SiteMap {
    pages: FxHashMap<PageKey, PageRef>,
    /// Addresses in lower case, since some hosts do not tell cases apart.
    taken: FxHashMap<String, PageKey>,
    /// Addresses of pages that the site is made without, each with the part that it would belong to.
    left_out: BTreeMap<String, PartRecord>,
}

impl SiteMap {
    /// Adds a page; gives back the page that already has its address, if one has.
    pub fn add(&mut self, key: PageKey) -> Option<&PageKey> {
        let address = key.address();
        let folded = address.to_lowercase();
        if self.taken.contains_key(&folded) {
            return self.taken.get(&folded);
        }
        self.taken.insert(folded, key.clone());
        self.pages.insert(key.clone(), PageRef { key, address });
        None
    }

    /// Notes a page that is left out with the part of the site to which it would belong.
    pub fn leave_out(&mut self, key: &PageKey, part: PartRecord) {
        self.left_out.insert(key.address(), part);
    }

    /// The part with which the page at an address within the site was left out, if one was.
    #[must_use]
    pub fn left_out(&self, address: &str) -> Option<PartRecord> {
        self.left_out.get(address).copied()
    }

    /// A page, if it exists.
    #[must_use]
    pub fn find(&self, key: &PageKey) -> Option<&PageRef> {
        self.pages.get(key)
    }

    /// The page at an address within the site, if there is one.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<&PageRef> {
        let key = self.taken.get(&address.to_lowercase())?;
        self.pages.get(key).filter(|page| page.address == address)
    }

    /// All pages, in the order of their keys.
    pub fn pages(&self) -> impl Iterator<Item = &PageRef> {
        let mut pages: Vec<_> = self.pages.values().collect();
        pages.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        pages.into_iter()
    }
}

/// What must be escaped in a path, which is all but `/` that segments must not hold. Thai letters are escaped too: every host serves them then.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'[')
    .add(b']')
    .add(b'|')
    .add(b'\\')
    .add(b'^')
    .add(b':')
    .add(b'&')
    .add(b'\'');

/// A path with its segments escaped for use in a link.
#[must_use]
pub fn escape(path: &str) -> String {
    utf8_percent_encode(path, SEGMENT).to_string()
}

/// The link from the file at `from` to the file at `to`, both within one site.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let same = from.bytes().zip(to.bytes()).take_while(|(one, other)| one == other).count();
    // What both have in common ends with a folder.
    let shared = from.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let (up, down) = (from[shared..].matches('/').count(), &to[shared..]);
    let mut link = String::with_capacity(3 * up + down.len());
    link.extend(std::iter::repeat_n("../", up));
    link.extend(utf8_percent_encode(down, SEGMENT));
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_the_file_and_climb_no_further_than_needed() {
        assert_eq!(relative("index.html", "2566/index.html"), "2566/index.html");
        assert_eq!(relative("2566/measures/a.html", "2566/measures/b.html"), "b.html");
        assert_eq!(relative("2566/measures/a.html", "2566/oit/o31.html"), "../oit/o31.html");
        assert_eq!(relative("2566/measures/a.html", "index.html"), "../../index.html");
        assert_eq!(relative("a.html", "ก ข.html"), "%E0%B8%81%20%E0%B8%82.html");
    }

    #[test]
    fn two_pages_cannot_have_one_address_even_in_other_letter_case() {
        let mut map = SiteMap::default();
        assert_eq!(map.add(PageKey::Page("About".into())), None);
        assert_eq!(map.add(PageKey::Page("about".into())), Some(&PageKey::Page("About".into())));
        assert!(map.at("about.html").is_none() && map.at("About.html").is_some());
    }
}
