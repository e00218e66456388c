//! All sites of a build, and what is over them.

use super::{Prose, Site, Top};
use crate::read::{PlainFile, Source};
use crate::record::PartRecord;
use std::sync::Arc;

/// All sites of a build.
#[derive(Debug)]
pub struct Portal {
    /// What stands over the sites; none where there is one site without a front page over it.
    pub top: Option<Top>,
    /// Where the front page stands on the web, ending in `/`.
    pub base_url: Option<String>,
    /// The sites, by folder.
    pub sites: Vec<Site>,
}

impl Portal {
    /// The files of all records that are published, those of the portal itself first.
    pub fn sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        let own = self.top.iter().flat_map(|top| top.pages.iter().map(|page| &page.source));
        own.chain(self.sites.iter().flat_map(Site::sources))
    }

    /// The body of the page at an address as seen from the portal's top, if that page has one.
    #[must_use]
    pub fn body_at(&self, address: &str) -> Option<&Prose> {
        let own = self.top.iter().flat_map(|top| &top.pages).find(|page| page.at.address() == address);
        own.map(|page| &page.body).or_else(|| {
            let (folder, address) = address.split_once('/')?;
            let site = self.site(folder)?;
            let key = site.map.at(address)?.key();
            site.bodies().find(|(other, ..)| other == key).map(|(.., body)| body)
        })
    }

    /// Whether there is anything of such a part: on a site, and so over them.
    #[must_use]
    pub fn has(&self, part: PartRecord) -> bool {
        self.sites.iter().any(|site| site.settings.has(part))
    }

    /// The published file at a path as seen from the portal's top.
    #[must_use]
    pub fn file_at(&self, path: &str) -> Option<&PlainFile> {
        let own = self.top.iter().flat_map(|top| &top.files).find(|file| file.path == path);
        own.or_else(|| {
            let (folder, path) = path.split_once('/')?;
            self.site(folder)?.file_at(path)
        })
    }

    fn site(&self, folder: &str) -> Option<&Site> {
        self.sites.iter().find(|site| site.folder.as_deref() == Some(folder))
    }
}
