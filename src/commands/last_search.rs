//! What the last build left of a search, looked at where it was published.

use crate::outputs::Search;
use crate::publish::Staging;
use crate::reuse::{Known, Prints};
use crate::search::{Last, Part};

/// What the last build left of the search of a site.
pub(super) struct LastSearch<'s> {
    /// The search, as it is to be now.
    pub(super) search: Search<'s>,
    /// What the site is made from now.
    pub(super) prints: &'s Prints,
    /// What the last build made.
    pub(super) before: &'s Known,
    /// Where that stands.
    pub(super) staging: &'s Staging,
}

impl Last for LastSearch<'_> {
    fn has_page(&self, address: &str) -> bool {
        let site = self.search.site();
        let inputs = site.map.at(address).and_then(|page| self.prints.of_page(site, page.key()));
        inputs.is_some_and(|inputs| self.before.made_from(&self.search.address(address), inputs).is_some())
    }

    fn file(&self, part: Part) -> Option<Vec<u8>> {
        let address = self.search.address(&part.address());
        let known = self.before.at(&address)?;
        self.staging.standing(&address, known.size, known.hash)
    }
}
