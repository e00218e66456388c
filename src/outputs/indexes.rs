//! What the searches of a portal's sites know.

use super::Themes;
use crate::model::{Portal, Site};
use crate::pages::Voice;
use crate::record::PartRecord;
use crate::search::Index;
use crate::theme::Theme;
use std::sync::OnceLock;

/// The index of each site, in their order, made when it is first asked for.
#[derive(Debug)]
pub struct Indexes(Vec<OnceLock<Index>>);

impl Indexes {
    /// Of these sites; none is made yet.
    #[must_use]
    pub fn of(portal: &Portal) -> Self {
        Self(portal.sites.iter().map(|_| OnceLock::new()).collect())
    }

    /// The sites, each with its theme and its index.
    pub(super) fn with<'p>(&'p self, portal: &'p Portal, themes: &'p Themes) -> impl Iterator<Item = Searched<'p>> {
        let sites = portal.sites.iter().zip(&themes.sites).zip(&self.0);
        sites.map(|((site, theme), index)| Searched { site, theme, index })
    }
}

/// A site in its theme, and how it is searched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Searched<'p> {
    pub(super) site: &'p Site,
    pub(super) theme: &'p Theme,
    index: &'p OnceLock<Index>,
}

impl<'p> Searched<'p> {
    /// Its index, unless the site leaves the search out. Whoever asks while it is made waits for it.
    pub(super) fn index(self) -> Option<&'p Index> {
        let make = || Index::new(self.site, Voice::new(self.theme.words(), &self.site.settings));
        self.site.settings.has(PartRecord::Search).then(|| self.index.get_or_init(make))
    }
}
