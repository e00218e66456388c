//! What is told in the end: when sites have had their say about rules, by how far a command came.

use super::hidden::Hidden;
use crate::diagnostic::{Diagnostics, Rule, Rulebook, Settled, rules};
use crate::model::Portal;
use crate::read::Paths;

/// Which steps a command took. The rules of the others were held against nothing, so that no setting of theirs is
/// without use.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    /// Every page was made.
    pub pages: bool,
    /// The published folder was looked into.
    pub output: bool,
    /// Links to other sites were opened.
    pub links: bool,
}

impl Taken {
    fn idle(self) -> Vec<&'static Rule> {
        // What the machine is like changes from run to run.
        let mut idle = vec![&rules::OFFLINE, &rules::LINK_RECORD, &rules::ADDRESS_RECORD];
        if !self.pages {
            idle.extend([&rules::BUILT_LINK, &rules::UNUSED_IN_THEME]);
        }
        if !self.output {
            idle.push(&rules::FOREIGN_FILES);
        }
        if !self.links {
            idle.extend([&rules::DEAD_LINK, &rules::SOFT_404, &rules::UNSURE_LINK]);
        }
        idle
    }
}

/// What a run says about the sites of a portal.
#[derive(Debug)]
pub struct Verdict<'p> {
    rulebook: Rulebook,
    portal: &'p Portal,
}

impl<'p> Verdict<'p> {
    /// What the sites say about rules; `paths` are the files that they were read from. With `strict`, warnings become
    /// errors.
    pub fn of(portal: &'p Portal, paths: Paths, strict: bool) -> Self {
        let rulebook = Rulebook {
            settings: portal.sites.iter().flat_map(|site| &site.settings.rules).cloned().collect(),
            folders: portal.sites.iter().filter_map(|site| Some(format!("{}/", site.folder.as_ref()?))).collect(),
            files: paths.all,
            unread: paths.unread,
            strict,
        };
        Self { rulebook, portal }
    }

    /// What is told of `problems`, and what must not be repeated of it. Settings name a file as it is called, so names
    /// are masked after them, where a problem is shown.
    pub fn on(&self, problems: Diagnostics, taken: Taken) -> (Settled, Hidden) {
        let hidden = Hidden::of(self.portal, &problems);
        (self.rulebook.settle(problems, &taken.idle()), hidden)
    }

    /// Whether there would be an error.
    pub fn refuses(&self, problems: &Diagnostics, taken: Taken) -> bool {
        self.rulebook.settle(problems.clone(), &taken.idle()).problems.errors() > 0
    }

    /// What is told of problems that were found when the site stood already.
    pub fn on_late(&self, problems: Diagnostics) -> Diagnostics {
        self.rulebook.settle_late(problems)
    }
}
