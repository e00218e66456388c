//! The themes in which a portal is shown.

use crate::diagnostic::{Diagnostics, Language};
use crate::memo::{Itself, Memo, print};
use crate::model::Portal;
use crate::theme::{Choice, DEFAULT, Design, Files, Theme};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What was loaded before: of a project whose themes are loaded again and again, only those that have changed.
#[derive(Debug, Default)]
pub struct Memory {
    designs: Memo<(Choice, u64), Loaded>,
    themes: Memo<(Itself<Design>, Language), Arc<Theme>>,
}

/// A theme, unless it cannot be used; and what is wrong with it.
type Loaded = (Option<Arc<Design>>, Arc<Diagnostics>);

/// The themes of a portal. Sites that have one theme in one language share it.
#[derive(Debug)]
pub struct Themes {
    /// The theme of the pages over all sites, where there are any.
    pub front: Option<Arc<Theme>>,
    /// The theme of each site, in their order.
    pub sites: Vec<Arc<Theme>>,
}

impl Themes {
    /// Loads them from the project in `root`; `None` where one cannot be used. A theme that is `chosen` comes before
    /// those that the sites name.
    pub fn load(portal: &Portal, root: &Path, chosen: Option<&Choice>, problems: &mut Diagnostics) -> Option<Self> {
        Self::load_again(portal, root, chosen, &Memory::default(), problems)
    }

    /// The same where they were loaded before.
    pub fn load_again(
        portal: &Portal,
        root: &Path,
        chosen: Option<&Choice>,
        memory: &Memory,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let mut loaded = Loading { root, memory, problems, designs: BTreeMap::new() };
        let mut theme = |name: &str, language| {
            loaded.theme(&chosen.cloned().unwrap_or_else(|| Choice::Named(name.to_owned())), language)
        };
        let sites: Vec<_> =
            portal.sites.iter().filter_map(|site| theme(&site.settings.theme, site.settings.language)).collect();
        let front = match portal.sites.first().filter(|_| portal.top.is_some()) {
            Some(first) => Some(theme(DEFAULT, first.settings.language)?),
            None => None,
        };
        memory.designs.end();
        memory.themes.end();
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

/// The loading, in which what is wrong in a theme is told once.
struct Loading<'a> {
    root: &'a Path,
    memory: &'a Memory,
    problems: &'a mut Diagnostics,
    designs: BTreeMap<Choice, Option<Arc<Design>>>,
}

impl Loading<'_> {
    fn theme(&mut self, choice: &Choice, language: Language) -> Option<Arc<Theme>> {
        if !self.designs.contains_key(choice) {
            let design = self.design(choice);
            self.designs.insert(choice.clone(), design);
        }
        let design = self.designs.get(choice)?.as_ref()?;
        let new = || Arc::new(Theme::new(Arc::clone(design), language));
        Some(self.memory.themes.get((Itself(Arc::clone(design)), language), new))
    }

    fn design(&mut self, choice: &Choice) -> Option<Arc<Design>> {
        let files = Files::read(self.root, choice, self.problems)?;
        let (design, problems) = self.memory.designs.get((choice.clone(), files.print()), || {
            let mut problems = Diagnostics::default();
            (Design::of(&files, &mut problems).map(Arc::new), Arc::new(problems))
        });
        self.problems.add(&problems);
        design
    }
}
