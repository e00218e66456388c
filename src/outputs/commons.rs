//! What many pages of a portal's sites have alike.

use super::Themes;
use crate::model::{Portal, Site};
use crate::pages::Common;
use crate::theme::Theme;

/// What many pages of each site have alike, in the order of the sites. It belongs to one state of the portal.
#[derive(Debug)]
pub struct Commons(Vec<Common>);

impl Commons {
    /// Of these sites; nothing is worked out yet.
    #[must_use]
    pub fn of(portal: &Portal) -> Self {
        Self(portal.sites.iter().map(|_| Common::default()).collect())
    }

    /// The sites, each with its theme and what its pages have alike.
    pub(super) fn with<'p>(
        &'p self,
        portal: &'p Portal,
        themes: &'p Themes,
    ) -> impl Iterator<Item = (&'p Site, &'p Theme, &'p Common)> {
        let sites = portal.sites.iter().zip(&themes.sites).zip(&self.0);
        sites.map(|((site, theme), common)| (site, theme.as_ref(), common))
    }
}
