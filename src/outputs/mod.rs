//! Every file that a site consists of: what stands at each address, and how it is made.
//!
//! A step after [`crate::data`] and [`crate::pages`]. It knows nothing of disks or requests: a build makes every
//! output, a preview the one that is asked for.

mod commons;
mod hosting;
mod indexes;
mod themes;

pub use commons::Commons;
pub use indexes::{Indexes, Search};
pub use themes::{Memory as ThemesMemory, Themes};

use crate::data::{self, DataFile, FrontFile};
use crate::diagnostic::{Diagnostic, Message};
use crate::host::HostFile;
use crate::model::{Color, Page as OrdinaryPage, PageKey, PageRef, Portal, Site, Year};
use crate::pages::{self, Common};
use crate::read::PlainFile;
use crate::record::PartRecord;
use crate::search::{self, Part};
use crate::theme::{COLOR, Theme, style};
use std::borrow::Cow;
use std::collections::HashSet;
use std::mem::discriminant;
use std::path::Path;

/// What stands at an address.
#[derive(Debug, Clone, Copy)]
pub enum Output<'p> {
    /// A page of a site.
    Page(&'p Site, &'p Theme, &'p Common, &'p PageRef),
    /// A page over the sites of a portal.
    FrontPage(&'p Portal, &'p Theme, Front),
    /// An ordinary page of a portal.
    PortalPage(&'p Portal, &'p Theme, &'p OrdinaryPage),
    /// A table or description of open data.
    Data(DataFile<'p>),
    /// The same of a portal.
    FrontData(FrontFile<'p>),
    /// A file of the theme.
    Asset(&'p [u8]),
    /// The theme's style sheet, below the colours of the site.
    Style(Option<Color>, &'p [u8]),
    /// The site's sign in a browser's tab, in its colours.
    Icon(Option<Color>, &'p Theme),
    /// A file of the content, as it is.
    File(&'p PlainFile),
    /// A file by which the site is searched.
    Search(Search<'p>, Part),
    /// The code that leads to the survey, while that is open.
    SurveyCode(&'p Site, &'p Theme),
    /// The picture that stands beside links to a year where people share them.
    ShareImage(&'p Site, &'p Theme, &'p Year),
    /// The addresses of a site's pages, for search engines; there are none while its own is not known.
    Sitemap(&'p Site),
    /// Where the addresses of a portal's sites are, and those of its own pages.
    SitemapIndex(&'p Portal),
    /// The addresses of a portal's own pages.
    PortalSitemap(&'p Portal),
    /// What changed on a site; there is none while its own address is not known, or where it is left out.
    Feed(&'p Site, &'p Theme),
    /// What search engines may read of what stands at an address.
    Robots(Option<&'p str>),
    /// What a web server is told of the whole.
    Host(&'p Portal, HostFile),
}

/// A page over the sites of a portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Front {
    /// The front page.
    Home,
    /// What is shown where nothing is.
    NotFound,
}

/// What an output is made into.
#[derive(Debug)]
pub enum Made<'p> {
    /// A page, as HTML.
    Page(String),
    /// Any other text or data.
    Bytes(Vec<u8>),
    /// What is in memory already.
    Kept(&'p [u8]),
    /// A file that is on disk already.
    CopyOf(&'p Path),
}

impl<'p> Output<'p> {
    /// Whether it is made into a page.
    #[must_use]
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Page(..) | Self::FrontPage(..) | Self::PortalPage(..))
    }

    /// What it is made into; `None` where there is no such file for now.
    ///
    /// # Errors
    /// Where the theme's template cannot show it.
    pub fn make(self) -> Result<Option<Made<'p>>, Diagnostic> {
        let text = |text: String| Made::Bytes(text.into_bytes());
        Ok(match self {
            Self::Page(site, theme, common, page) => Some(Made::Page(pages::render(site, page, theme, common)?)),
            Self::FrontPage(portal, theme, front) => {
                Some(Made::Page(pages::portal(portal, front == Front::Home, theme)?))
            }
            Self::PortalPage(portal, theme, page) => Some(Made::Page(pages::portal_page(portal, page, theme)?)),
            Self::Data(file) => Some(Made::Bytes(file.bytes())),
            Self::FrontData(file) => Some(Made::Bytes(file.bytes())),
            Self::Asset(bytes) => Some(Made::Kept(bytes)),
            Self::Style(color, bytes) => Some(Made::Bytes([style(color.unwrap_or(COLOR)).as_bytes(), bytes].concat())),
            Self::Icon(color, theme) => Some(text(pages::icon(color, theme)?)),
            Self::File(file) => Some(Made::CopyOf(&file.disk)),
            Self::Search(search, part) => search.bytes(part).map(|bytes| match bytes {
                Cow::Borrowed(bytes) => Made::Kept(bytes),
                Cow::Owned(bytes) => Made::Bytes(bytes),
            }),
            Self::SurveyCode(site, theme) => pages::survey_code(site, theme)?.map(text),
            Self::ShareImage(site, theme, year) => pages::share_image(site, year, theme).map(Made::Bytes),
            Self::Sitemap(site) => pages::sitemap(site).map(text),
            Self::Feed(site, theme) => pages::feed(site, theme).map(text),
            Self::SitemapIndex(portal) => pages::sitemap_index(portal).map(text),
            Self::PortalSitemap(portal) => pages::portal_sitemap(portal).map(text),
            Self::Robots(base_url) => Some(text(pages::robots(base_url))),
            Self::Host(portal, file) => Some(text(file.text(&hosting::standing(portal)))),
        })
    }
}

/// Everything there is, by address, but for [`searches`].
#[must_use]
pub fn all<'p>(portal: &'p Portal, themes: &'p Themes, commons: &'p Commons) -> Vec<(String, Output<'p>)> {
    let of_sites = commons.with(portal, themes).flat_map(|(site, theme, common)| {
        let prefix = prefix(site);
        let pages = site.map.pages().map(|page| (page.address().to_owned(), Output::Page(site, theme, common, page)));
        let all = pages.chain(besides(site, theme));
        all.map(move |(address, output)| (format!("{prefix}{address}"), output))
    });
    of_sites.chain(front(portal, themes)).collect()
}

/// The searches of all sites.
pub fn searches<'p>(portal: &'p Portal, themes: &'p Themes, indexes: &'p Indexes) -> impl Iterator<Item = Search<'p>> {
    indexes.with(portal, themes)
}

/// What stands at an address.
#[must_use]
pub fn at<'p>(
    portal: &'p Portal,
    themes: &'p Themes,
    (commons, indexes): (&'p Commons, &'p Indexes),
    address: &str,
) -> Option<Output<'p>> {
    let mut sites = commons.with(portal, themes).zip(indexes.with(portal, themes));
    let of_site = sites.find_map(|((site, theme, common), search)| {
        let address = address.strip_prefix(&prefix(site))?;
        if let Some(page) = site.map.at(address) {
            return Some(Output::Page(site, theme, common, page));
        }
        // Nothing else stands in that folder, so that the index is made for nobody who does not search.
        if address.strip_prefix(search::FOLDER).is_some_and(|rest| rest.starts_with('/')) {
            return search.at(address);
        }
        find(besides(site, theme), address)
    });
    of_site.or_else(|| find(front(portal, themes), address))
}

/// What of a site people link to, by address within it: pages, open data, and files of the content.
pub fn linked_to(site: &Site) -> impl Iterator<Item = String> {
    let is_page = |page: &&PageRef| !matches!(page.key(), PageKey::NotFound | PageKey::Redirect(_));
    let pages = site.map.pages().filter(is_page).map(|page| page.address().to_owned());
    let data = data::files(site).into_iter().map(|file| file.address());
    pages.chain(data).chain(site.files.iter().map(|file| file.path.clone()))
}

/// Files that a site has or may get for programs, and the folders of others.
pub const FOR_PROGRAMS: [&str; 6] = [SITEMAP, ROBOTS, pages::FEED, pages::SURVEY_CODE, "assets/", "search/"];

/// Why the page at an address cannot be shown, with the address, and with how many `more` cannot for the same reason.
#[must_use]
pub fn unshown(mut problem: Diagnostic, address: &str, more: usize) -> Diagnostic {
    let Message { th, en } = problem.message;
    problem.message = match more {
        0 => Message::new(format!("{th} (ขณะแสดง {address})"), format!("{en} (when showing {address})")),
        _ => Message::new(
            format!("{th} (ขณะแสดง {address} และอีก {more} หน้า)"),
            format!("{en} (when showing {address} and {more} more)"),
        ),
    };
    problem
}

/// One page of each kind of each site: what a template cannot show of one of them, it seldom can of another.
#[must_use]
pub fn one_of_each_kind(portal: &Portal) -> Vec<String> {
    let of_sites = portal.sites.iter().flat_map(|site| {
        let prefix = prefix(site);
        let mut kinds = HashSet::new();
        let pages = site.map.pages().filter(move |page| kinds.insert(discriminant(page.key())));
        pages.map(move |page| format!("{prefix}{}", page.address()))
    });
    let front = portal.top.iter().flat_map(|top| {
        let own = top.pages.first().map(|page| page.at.address().to_owned());
        own.into_iter().chain(["index.html".to_owned()])
    });
    of_sites.chain(front).collect()
}

fn find<'p>(outputs: impl IntoIterator<Item = (String, Output<'p>)>, address: &str) -> Option<Output<'p>> {
    outputs.into_iter().find_map(|(at, output)| (at == address).then_some(output))
}

fn prefix(site: &Site) -> String {
    site.folder.as_ref().map(|folder| format!("{folder}/")).unwrap_or_default()
}

/// What a site has besides its pages.
fn besides<'p>(site: &'p Site, theme: &'p Theme) -> impl Iterator<Item = (String, Output<'p>)> {
    let data = data::files(site).into_iter().map(|file| (file.address(), Output::Data(file)));
    let is_searched = site.settings.has(PartRecord::Search);
    let is_run = move |address: &str| is_searched || !pages::SEARCH_SCRIPTS.contains(&address);
    let assets = assets(theme, site.settings.color).filter(move |(address, _)| is_run(address));
    let files = site.files.iter().map(|file| (file.path.clone(), Output::File(file)));
    let pictured = site.years.iter().filter(|_| pages::has_share_images(site));
    let pictures =
        pictured.map(move |year| (pages::share_address(year.year.be()), Output::ShareImage(site, theme, year)));
    let made = [
        (pages::SURVEY_CODE, Output::SurveyCode(site, theme)),
        (SITEMAP, Output::Sitemap(site)),
        (pages::FEED, Output::Feed(site, theme)),
        (ROBOTS, Output::Robots(site.settings.base_url.as_deref())),
    ];
    data.chain(assets).chain(files).chain(pictures).chain(made.map(|(address, output)| (address.to_owned(), output)))
}

/// The files of a theme, its style sheet in the colours that follow from one, and the sign of the site, unless the theme
/// has one of its own.
pub fn assets(theme: &Theme, color: Option<Color>) -> impl Iterator<Item = (String, Output<'_>)> {
    let files = theme.assets().iter().map(move |(address, data)| {
        let output = if address == STYLE { Output::Style(color, data) } else { Output::Asset(data) };
        (address.clone(), output)
    });
    let made =
        (!theme.assets().contains_key(pages::ICON)).then(|| (pages::ICON.to_owned(), Output::Icon(color, theme)));
    files.chain(made)
}

/// What stands at the top: what web servers are told, and what a portal has of its own.
fn front<'p>(portal: &'p Portal, themes: &'p Themes) -> Vec<(String, Output<'p>)> {
    let hosting = hosting::files(portal).map(|file| (file.address().to_owned(), Output::Host(portal, file)));
    let (Some(theme), Some(top)) = (&themes.front, &portal.top) else { return hosting.collect() };
    let own = top.pages.iter().map(|page| (page.at.address().to_owned(), Output::PortalPage(portal, theme, page)));
    let files = top.files.iter().map(|file| (file.path.clone(), Output::File(file)));
    let data = data::front_files(portal).into_iter().map(|file| (file.address(), Output::FrontData(file)));
    let assets = assets(theme, None);
    let made = [
        ("index.html", Output::FrontPage(portal, theme, Front::Home)),
        ("404.html", Output::FrontPage(portal, theme, Front::NotFound)),
        (SITEMAP, Output::SitemapIndex(portal)),
        (pages::PORTAL_SITEMAP, Output::PortalSitemap(portal)),
        (ROBOTS, Output::Robots(portal.base_url.as_deref())),
    ];
    let made = made.map(|(address, output)| (address.to_owned(), output));
    own.chain(files).chain(data).chain(assets).chain(hosting).chain(made).collect()
}

/// The style sheet that every theme has.
const STYLE: &str = "assets/style.css";
const SITEMAP: &str = "sitemap.xml";
const ROBOTS: &str = "robots.txt";
