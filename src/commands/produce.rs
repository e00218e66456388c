//! Everything that a site consists of, made one file after the other and handed to whoever wants it.

use crate::diagnostic::Diagnostic;
use crate::model::{Portal, Site};
use crate::publish::{self, Content};
use crate::theme::{DEFAULT, Theme};
use crate::{data, pages};
use rayon::prelude::*;

/// Where finished files go. Called from several threads.
pub trait Sink: Sync {
    /// Takes a page.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn page(&self, address: &str, html: &str) -> Result<(), publish::Error>;

    /// Takes any other file.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn file(&self, address: &str, content: &Content<'_>) -> Result<(), publish::Error>;
}

/// Why no whole site could be made.
#[derive(Debug)]
pub enum Failure {
    /// A template cannot show a page.
    Theme(Box<Diagnostic>),
    /// The disk refused.
    Disk(publish::Error),
}

impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Self {
        Self::Theme(Box::new(problem))
    }
}

impl From<publish::Error> for Failure {
    fn from(error: publish::Error) -> Self {
        Self::Disk(error)
    }
}

/// The themes of a portal.
#[derive(Debug)]
pub struct Themes {
    /// The theme of the page over all sites, where there is one.
    pub front: Option<Theme>,
    /// The theme of each site, in their order.
    pub sites: Vec<Theme>,
}

impl Themes {
    /// Loads them from the project in `root`; `None` where one cannot be used.
    pub fn load(
        portal: &Portal,
        root: &std::path::Path,
        problems: &mut crate::diagnostic::Diagnostics,
    ) -> Option<Self> {
        let sites = portal.sites.iter();
        let themes: Vec<_> = sites
            .filter_map(|site| Theme::load(root, &site.settings.theme, site.settings.language, problems))
            .collect();
        let front = match portal.sites.first().filter(|_| portal.has_front_page) {
            Some(first) => Some(Theme::load(root, DEFAULT, first.settings.language, problems)?),
            None => None,
        };
        (themes.len() == portal.sites.len()).then_some(Self { front, sites: themes })
    }
}

/// Makes everything; how many pages there are.
///
/// # Errors
/// At the first page that cannot be shown and the first file that is not taken.
pub fn produce(portal: &Portal, themes: &Themes, sink: &impl Sink) -> Result<usize, Failure> {
    let mut pages = 0;
    if let Some(theme) = &themes.front {
        front(portal, theme, sink)?;
        pages += 2;
    }
    for (one, theme) in portal.sites.iter().zip(&themes.sites) {
        pages += site(one, theme, sink)?;
    }
    Ok(pages)
}

fn site(site: &Site, theme: &Theme, sink: &impl Sink) -> Result<usize, Failure> {
    let prefix = site.folder.as_ref().map(|folder| format!("{folder}/")).unwrap_or_default();
    let at = |address: &str| format!("{prefix}{address}");
    let all: Vec<_> = site.map.pages().collect();
    all.par_iter().try_for_each(|page| {
        let html = pages::render(site, page, theme)?;
        sink.page(&at(page.address()), &html)?;
        Ok::<(), Failure>(())
    })?;
    data::files(site)
        .par_iter()
        .try_for_each(|file| sink.file(&at(&file.address()), &Content::Bytes(&file.bytes())))?;
    for (address, data) in theme.assets() {
        sink.file(&at(address), &Content::Bytes(data))?;
    }
    for file in &site.files {
        sink.file(&at(&file.path), &Content::CopyOf(&file.disk))?;
    }
    if let Some(svg) = pages::survey_code(site, theme)? {
        sink.file(&at(pages::SURVEY_CODE), &Content::Bytes(svg.as_bytes()))?;
    }
    if let Some(xml) = pages::sitemap(site) {
        sink.file(&at("sitemap.xml"), &Content::Bytes(xml.as_bytes()))?;
    }
    sink.file(&at("robots.txt"), &Content::Bytes(pages::robots(site.settings.base_url.as_deref()).as_bytes()))?;
    Ok(all.len())
}

fn front(portal: &Portal, theme: &Theme, sink: &impl Sink) -> Result<(), Failure> {
    sink.page("index.html", &pages::portal(portal, true, theme)?)?;
    sink.page("404.html", &pages::portal(portal, false, theme)?)?;
    for (address, bytes) in data::front_files(portal) {
        sink.file(&address, &Content::Bytes(&bytes))?;
    }
    for (address, data) in theme.assets() {
        sink.file(address, &Content::Bytes(data))?;
    }
    if let Some(xml) = pages::sitemap_index(&portal.sites) {
        sink.file("sitemap.xml", &Content::Bytes(xml.as_bytes()))?;
    }
    sink.file("robots.txt", &Content::Bytes(pages::robots(portal.base_url.as_deref()).as_bytes()))?;
    Ok(())
}
