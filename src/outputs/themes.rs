//! The themes in which a portal is shown.

use crate::diagnostic::{Diagnostics, Language};
use crate::memo::print;
use crate::model::Portal;
use crate::theme::{DEFAULT, Design, Theme};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The themes of a portal. Sites that have one theme in one language share it.
#[derive(Debug)]
pub struct Themes {
    /// The theme of the pages over all sites, where there are any.
    pub front: Option<Arc<Theme>>,
    /// The theme of each site, in their order.
    pub sites: Vec<Arc<Theme>>,
}

impl Themes {
    /// Loads them from the project in `root`; `None` where one cannot be used.
    pub fn load(portal: &Portal, root: &Path, problems: &mut Diagnostics) -> Option<Self> {
        let mut loaded = Loaded { root, problems, designs: BTreeMap::new(), themes: BTreeMap::new() };
        let sites: Vec<_> =
            portal.sites.iter().filter_map(|site| loaded.theme(&site.settings.theme, site.settings.language)).collect();
        let front = match portal.sites.first().filter(|_| portal.has_front_page) {
            Some(first) => Some(loaded.theme(DEFAULT, first.settings.language)?),
            None => None,
        };
        (sites.len() == portal.sites.len()).then_some(Self { front, sites })
    }

    /// Whether the project has a hand in any: then pages may be impossible to show.
    #[must_use]
    pub fn are_own(&self) -> bool {
        self.front.iter().chain(&self.sites).any(|theme| theme.is_own())
    }

    /// A number for all their files: the same while they are the same.
    #[must_use]
    pub fn print(&self) -> u64 {
        print(&self.front.iter().chain(&self.sites).map(|theme| theme.print()).collect::<Vec<_>>())
    }
}

/// What has been loaded, so that what is wrong in a theme is told once.
struct Loaded<'a> {
    root: &'a Path,
    problems: &'a mut Diagnostics,
    designs: BTreeMap<String, Option<Arc<Design>>>,
    themes: BTreeMap<(String, Language), Arc<Theme>>,
}

impl Loaded<'_> {
    fn theme(&mut self, name: &str, language: Language) -> Option<Arc<Theme>> {
        let Self { root, problems, designs, themes } = self;
        let load = || Design::load(root, name, problems).map(Arc::new);
        let design = Arc::clone(designs.entry(name.to_owned()).or_insert_with(load).as_ref()?);
        let theme = || Arc::new(Theme::new(design, language));
        Some(Arc::clone(themes.entry((name.to_owned(), language)).or_insert_with(theme)))
    }
}
