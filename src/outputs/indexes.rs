//! What the searches of a portal's sites know.

use super::{Output, Themes, prefix};
use crate::model::{Portal, Site};
use crate::pages::Voice;
use crate::record::PartRecord;
use crate::search::{FOLDER, Index, Last, Part};
use crate::theme::Theme;
use std::borrow::Cow;
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
    pub(super) fn with<'p>(&'p self, portal: &'p Portal, themes: &'p Themes) -> impl Iterator<Item = Search<'p>> {
        let sites = portal.sites.iter().zip(&themes.sites).zip(&self.0);
        sites.map(|((site, theme), index)| Search { site, theme, index })
    }
}

/// The search of a site: which files it has shows only when the whole site has been looked through for it.
#[derive(Debug, Clone, Copy)]
pub struct Search<'p> {
    pub(super) site: &'p Site,
    pub(super) theme: &'p Theme,
    index: &'p OnceLock<Index>,
}

impl<'p> Search<'p> {
    /// Whose it is.
    #[must_use]
    pub fn site(self) -> &'p Site {
        self.site
    }

    /// What the addresses of all its files begin with, and no others.
    #[must_use]
    pub fn start(self) -> String {
        self.address(&format!("{FOLDER}/"))
    }

    /// Where something stands whose address within the site this is.
    #[must_use]
    pub fn address(self, within: &str) -> String {
        format!("{}{within}", prefix(self.site))
    }

    /// Its files, by address, which may go by what the last build left.
    #[must_use]
    pub fn files(self, last: Option<&dyn Last>) -> Vec<(String, Output<'p>)> {
        let parts = self.index(last).into_iter().flat_map(Index::parts);
        parts.map(|part| (self.address(&part.address()), Output::Search(self, part))).collect()
    }

    /// The file at an address within the site.
    pub(super) fn at(self, address: &str) -> Option<Output<'p>> {
        self.index(None)?.at(address).map(|part| Output::Search(self, part))
    }

    /// Whether a file is to stay as the last build left it.
    #[must_use]
    pub fn is_kept(self, part: Part) -> bool {
        self.index.get().is_some_and(|index| index.bytes(part).is_none())
    }

    /// What is in a file. One that was to stay, and was changed by somebody since that was decided, is made from nothing.
    pub(super) fn bytes(self, part: Part) -> Option<Cow<'p, [u8]>> {
        match self.index.get()?.bytes(part) {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None => self.make(None).bytes(part).map(|bytes| Cow::Owned(bytes.to_vec())),
        }
    }

    /// Its index, unless the site leaves the search out. Whoever asks while it is made waits for it.
    fn index(self, last: Option<&dyn Last>) -> Option<&'p Index> {
        self.site.settings.has(PartRecord::Search).then(|| self.index.get_or_init(|| self.make(last)))
    }

    fn make(self, last: Option<&dyn Last>) -> Index {
        Index::new(self.site, Voice::new(self.theme.words(), &self.site.settings), last)
    }
}
