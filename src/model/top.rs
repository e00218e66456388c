//! What a portal has of its own, over its sites: ordinary pages, which may link to all of them.

use super::addresses::Named;
use super::area::Area;
use super::link::Options;
use super::linker::Linker;
use super::page::{self, Page};
use super::{Site, SiteMap};
use crate::diagnostic::{Diagnostics, Language};
use crate::memo::print;
use crate::read::{PlainFile, TopContent};
use std::sync::{Arc, OnceLock};

/// What a portal has of its own.
#[derive(Debug)]
pub struct Top {
    /// The language of the front page, and of pages that do not say otherwise.
    pub language: Language,
    /// Ordinary pages, in menu order.
    pub pages: Vec<Page>,
    /// Files that are published as they are, by path.
    pub files: Vec<PlainFile>,
    /// Which pages there are, and where.
    pub map: Arc<SiteMap>,
}

/// Links what a portal has of its own; `named` are the pages of its `sites`.
pub fn top(
    content: TopContent,
    sites: &[Site],
    named: &[Arc<Named>],
    options: &Options,
    problems: &mut Diagnostics,
) -> Top {
    let own = Named::of_top(&content, options.drafts, problems);
    // The front page looks like the first of its sites.
    let language = sites.first().map_or(Language::Thai, |site| site.settings.language);
    let areas = sites.iter().zip(named).filter_map(|(site, named)| {
        let folder = site.folder.as_deref()?;
        Some((folder, Area::new(named, &site.files)))
    });
    let linker = Linker {
        units: &[],
        print: print(&own.print),
        own: Area::new(&own, &content.files),
        // Whoever has no page needs no way to them.
        sites: areas.filter(|_| !content.pages.is_empty()).collect(),
        nearby: OnceLock::new(),
    };
    let pages = page::pages(&content.pages, language, &linker, problems);
    Top { language, pages, map: own.map, files: content.files }
}
