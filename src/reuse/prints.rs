//! A number for all that a file of the site is made from.
//!
//! A measure stands with its text on its own page, in the feed and in the search. All others show at most its fields: a
//! change of the text alone leaves them as they are. Whatever else changes, changes all pages of its site, since titles
//! and menus, scores and the names of units stand nearly everywhere.

use crate::memo::print;
use crate::model::{Options, PageKey, Portal, Site};
use crate::outputs::{Output, Themes};
use crate::read::{Content, Entry, MeasureBrief, PlainFile, SiteContent, Source};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use twox_hash::xxhash3_128::Hasher;

/// Of so many that no two differ by chance and are still the same. It guards against nobody who makes two records that
/// have the same one: who writes them may write anything.
pub type Print = u128;

/// The bytes that were read, by numbers.
#[derive(Debug)]
pub struct Read {
    /// What a portal has of its own.
    top: Print,
    /// By the path of `site.yaml`.
    sites: FxHashMap<String, SiteRead>,
}

#[derive(Debug)]
struct SiteRead {
    /// All but the measures.
    rest: Print,
    /// The measures, by path.
    measures: FxHashMap<String, MeasureRead>,
}

#[derive(Debug, Clone, Copy)]
struct MeasureRead {
    fields: Print,
    whole: Print,
}

impl Read {
    /// Of all that was read.
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let sites = content.sites.iter().map(|site| (site.site.source.path.clone(), SiteRead::of(site)));
        let mut top = Hasher::new();
        if let Some(own) = &content.top {
            sources(&mut top, &own.pages);
            files(&mut top, &own.files);
        }
        Self { top: top.finish_128(), sites: sites.collect() }
    }
}

impl SiteRead {
    fn of(site: &SiteContent) -> Self {
        let mut rest = Hasher::new();
        source(&mut rest, &site.site.source);
        sources(&mut rest, &site.framework);
        sources(&mut rest, &site.pages);
        for year in &site.years {
            rest.write(&year.year.to_le_bytes());
            sources(&mut rest, year.assessment.as_slice());
            sources(&mut rest, &year.issues);
            sources(&mut rest, &year.oit);
        }
        files(&mut rest, &site.files);
        let measures = site.years.par_iter().flat_map(|year| year.measures.par_iter().map(|one| measure(one)));
        Self { rest: rest.finish_128(), measures: measures.collect::<Vec<_>>().into_iter().collect() }
    }
}

fn measure(entry: &Entry<MeasureBrief>) -> (String, MeasureRead) {
    let source = &entry.source;
    let mut hasher = Hasher::new();
    text(&mut hasher, &source.path);
    hasher.write(&source.text().as_bytes()[..source.body_start()]);
    let fields = hasher.finish_128();
    hasher.write(source.body().as_bytes());
    (source.path.clone(), MeasureRead { fields, whole: hasher.finish_128() })
}

/// What is in a file is copied, and how large it is, is told. Of pictures more is shown: how wide and high they are.
fn files(hasher: &mut Hasher, files: &[PlainFile]) {
    for file in files {
        text(hasher, &file.path);
        hasher.write(&file.stamp.print().to_le_bytes());
    }
}

fn sources<T>(hasher: &mut Hasher, entries: &[Arc<Entry<T>>]) {
    hasher.write(&(entries.len() as u64).to_le_bytes());
    for entry in entries {
        source(hasher, &entry.source);
    }
}

fn source(hasher: &mut Hasher, source: &Source) {
    text(hasher, &source.path);
    text(hasher, source.text());
}

/// A text, and where it ends.
fn text(hasher: &mut Hasher, text: &str) {
    hasher.write(&(text.len() as u64).to_le_bytes());
    hasher.write(text.as_bytes());
}

/// The numbers of what a portal consists of.
#[derive(Debug)]
pub struct Prints {
    /// Of everything.
    all: Print,
    /// By the path of `site.yaml`.
    sites: FxHashMap<String, SitePrints>,
}

#[derive(Debug)]
struct SitePrints {
    /// All, but for the texts of the measures.
    fields: Print,
    /// All.
    whole: Print,
    /// Of the page of each measure, by year and slug.
    measures: FxHashMap<(u16, String), Print>,
}

impl Prints {
    /// Of a portal that was linked from what was read; `program` tells one version of the program from all others.
    #[must_use]
    pub fn of(read: &Read, portal: &Portal, themes: &Themes, options: &Options, program: &str) -> Self {
        let mut common = Hasher::new();
        text(&mut common, program);
        common.write(&[u8::from(options.drafts), u8::from(portal.top.is_some())]);
        text(&mut common, portal.base_url.as_deref().unwrap_or_default());
        common.write(&themes.print().to_le_bytes());
        let sites: FxHashMap<String, SitePrints> = portal
            .sites
            .iter()
            .filter_map(|site| {
                let path = &site.source.path;
                Some((path.clone(), SitePrints::of(common.clone(), site, read.sites.get(path)?)))
            })
            .collect();
        common.write(&read.top.to_le_bytes());
        for site in &portal.sites {
            if let Some(prints) = sites.get(&site.source.path) {
                common.write(&prints.whole.to_le_bytes());
            }
        }
        Self { all: common.finish_128(), sites }
    }

    /// All that an output is made from; `None` where it is little, and made every time.
    #[must_use]
    pub fn of_output(&self, output: &Output<'_>) -> Option<Print> {
        match output {
            Output::Page(site, .., page) => self.of_page(site, page.key()),
            Output::Data(file) => self.sites.get(file.site().source.path.as_str()).map(|prints| prints.fields),
            Output::ShareImage(site, ..) => self.site(site).map(|prints| prints.fields),
            Output::Search(search, _) => self.of_search(search.site()),
            Output::FrontPage(..) | Output::PortalPage(..) | Output::FrontData(_) => Some(self.all),
            _ => None,
        }
    }

    /// All that a page of a site is made from, and what is found of it.
    #[must_use]
    pub fn of_page(&self, site: &Site, key: &PageKey) -> Option<Print> {
        let prints = self.site(site)?;
        match key {
            PageKey::Measure(be, slug) => prints.measures.get(&(*be, slug.clone())).copied(),
            _ => Some(prints.fields),
        }
    }

    /// All that the search of a site is made from.
    #[must_use]
    pub fn of_search(&self, site: &Site) -> Option<Print> {
        self.site(site).map(|prints| prints.whole)
    }

    fn site(&self, site: &Site) -> Option<&SitePrints> {
        self.sites.get(site.source.path.as_str())
    }
}

impl SitePrints {
    fn of(mut rest: Hasher, site: &Site, read: &SiteRead) -> Self {
        rest.write(&read.rest.to_le_bytes());
        // What is decided elsewhere than in the site's files.
        text(&mut rest, site.settings.base_url.as_deref().unwrap_or_default());
        text(&mut rest, &site.settings.as_of.to_string());
        text(&mut rest, site.folder.as_deref().unwrap_or_default());
        rest.write(&print(&site.settings.without).to_le_bytes());
        // What pages there are, and what the measures among them are called, which their texts may say.
        for page in site.map.pages() {
            text(&mut rest, page.address());
        }
        let measures = || site.years.iter().flat_map(|year| year.measures.iter().map(move |one| (year.year.be(), one)));
        for (_, measure) in measures() {
            text(&mut rest, &measure.slug);
            text(&mut rest, &measure.title);
            text(&mut rest, &measure.number.to_string());
        }
        let (mut fields, mut whole) = (rest.clone(), rest.clone());
        let rest = rest.finish_128();
        let mut own = FxHashMap::default();
        for (be, measure) in measures() {
            let Some(read) = read.measures.get(measure.source.path.as_str()) else { continue };
            fields.write(&read.fields.to_le_bytes());
            whole.write(&read.whole.to_le_bytes());
            let page = Hasher::oneshot([rest.to_le_bytes(), read.whole.to_le_bytes()].as_flattened());
            own.insert((be, measure.slug.clone()), page);
        }
        Self { fields: fields.finish_128(), whole: whole.finish_128(), measures: own }
    }
}
