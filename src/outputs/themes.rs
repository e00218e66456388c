//! The themes in which a portal is shown.

use crate::diagnostic::Diagnostics;
use crate::memo::print;
use crate::model::Portal;
use crate::theme::{DEFAULT, Theme};
use std::path::Path;

/// The themes of a portal.
#[derive(Debug)]
pub struct Themes {
    /// The theme of the pages over all sites, where there are any.
    pub front: Option<Theme>,
    /// The theme of each site, in their order.
    pub sites: Vec<Theme>,
}

impl Themes {
    /// Loads them from the project in `root`; `None` where one cannot be used.
    pub fn load(portal: &Portal, root: &Path, problems: &mut Diagnostics) -> Option<Self> {
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

    /// A number for all their files: the same while they are the same.
    #[must_use]
    pub fn print(&self) -> u64 {
        print(&self.front.iter().chain(&self.sites).map(Theme::print).collect::<Vec<_>>())
    }
}
