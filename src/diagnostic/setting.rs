//! What a site says about rules: how bad it is to break one here, and why.

use super::naming::{Paths, is_of};
use super::{Diagnostic, Diagnostics, Location, Message, Rule, Severity, rules};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Rules about what stands outside of the content: nothing is known of files that their settings name.
const OUTSIDE: [&Rule; 7] = [
    &rules::BUILT_LINK,
    &rules::FOREIGN_FILES,
    &rules::UNUSED_IN_THEME,
    &rules::OFFLINE,
    &rules::LINK_RECORD,
    &rules::VANISHED_ADDRESS,
    &rules::ADDRESS_RECORD,
];

/// How many names of nothing are looked up: whoever has more will mend these first.
const MOST_MISNAMED: usize = 100;

/// What a site says about one rule.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is to break it; `None` where it is not told at all.
    pub severity: Option<Severity>,
    /// The files and folders it is about, as seen from the site's folder; all of the site's where there are none.
    pub files: Vec<String>,
    /// Why.
    pub reason: String,
    /// The site's own folder, ending in `/`: the setting is about nothing that belongs to another.
    pub site: String,
    /// Where the setting stands.
    pub place: Location,
}

/// What became of problems when settings were applied to them.
#[derive(Debug, Default)]
pub struct Settled {
    /// What is told.
    pub problems: Diagnostics,
    /// What is not told, by rule and reason, and how often.
    pub silenced: Vec<(&'static Rule, String, usize)>,
}

/// What sites say about rules, and what has to be known to go by it.
#[derive(Debug, Default)]
pub struct Rulebook {
    /// The settings, those about some files after those about all: the last that is about a problem wins.
    pub settings: Vec<Setting>,
    /// The folders of a portal's sites within the published one, each ending in `/`.
    pub folders: Vec<String>,
    /// The files of the content, as diagnostics name them.
    pub files: Vec<String>,
    /// Those from which no record could be made. An error in one stays an error, since there is nothing to publish in
    /// its place.
    pub unread: BTreeSet<String>,
    /// Whether warnings are errors.
    pub strict: bool,
}

impl Rulebook {
    /// Applies it. A setting that names what is not there is told, and so is one that is about nothing, unless that
    /// cannot be known: its rule is one of those that are `idle`, which nothing was held against, or one of its files
    /// could not be read.
    #[must_use]
    pub fn settle(&self, problems: Diagnostics, idle: &[&Rule]) -> Settled {
        let misnamed = self.misnamed(&problems);
        let mut used = vec![0; self.settings.len()];
        let mut problems = self.apply(problems, &mut used);
        let is_misnamed = |setting: &Setting| misnamed.iter().any(|problem| problem.location == setting.place);
        let known = |setting: &&Setting| {
            !idle.contains(&setting.rule)
                && !is_misnamed(setting)
                && !self
                    .unread
                    .iter()
                    .filter_map(|path| path.strip_prefix(&setting.site))
                    .any(|path| setting.names(path))
        };
        let settings = || self.settings.iter().zip(&used);
        let unused = settings().filter(|(_, used)| **used == 0).map(|(setting, _)| setting);
        unused.filter(known).for_each(|setting| problems.push(unused_setting(setting)));
        for problem in misnamed {
            problems.push(problem);
        }
        if self.strict {
            for problem in problems.all.iter_mut().filter(|problem| problem.severity == Severity::Warning) {
                Arc::make_mut(problem).change().severity = Severity::Error;
            }
        }
        let silenced = settings().filter(|(setting, used)| setting.severity.is_none() && **used > 0);
        Settled {
            silenced: silenced.map(|(setting, used)| (setting.rule, setting.reason.clone(), *used)).collect(),
            problems,
        }
    }

    /// Applies it to what was found when everything was done already: none of that is an error, which would say that
    /// nothing was done.
    #[must_use]
    pub fn settle_late(&self, problems: Diagnostics) -> Diagnostics {
        let mut problems = self.apply(problems, &mut vec![0; self.settings.len()]);
        for problem in problems.all.iter_mut().map(|one| Arc::make_mut(one).change()) {
            problem.severity = problem.severity.max(Severity::Warning);
        }
        problems
    }

    /// What is told of names under `files:` that are of no file and no folder of the content. What could not be read
    /// or published is known by its `problems`.
    fn misnamed(&self, problems: &Diagnostics) -> Vec<Diagnostic> {
        let settings = || self.settings.iter().filter(|setting| !OUTSIDE.contains(&setting.rule));
        let naming: BTreeSet<&str> =
            settings().filter(|setting| !setting.files.is_empty()).map(|setting| setting.site.as_str()).collect();
        let of_site = |site: &str| {
            let told = problems.all.iter().map(|problem| &problem.location.path);
            let paths = Paths::of(self.files.iter().chain(told).filter_map(|path| path.strip_prefix(site)));
            let own = settings().filter(|setting| setting.site == site);
            let names = own.flat_map(|setting| setting.files.iter().map(move |name| (setting, name)));
            let missing = names.filter(|(_, name)| !paths.has(name)).take(MOST_MISNAMED);
            missing.map(|(setting, name)| misnamed_setting(setting, name, &paths)).collect::<Vec<_>>()
        };
        naming.into_iter().flat_map(of_site).collect()
    }

    fn apply(&self, mut problems: Diagnostics, used: &mut [usize]) -> Diagnostics {
        problems.all.retain_mut(|problem| {
            let Some(at) = self.settings.iter().rposition(|setting| self.is_about(setting, problem)) else {
                return true;
            };
            used[at] += 1;
            if problem.severity == Severity::Error && self.unread.contains(&problem.location.path) {
                return true;
            }
            match self.settings[at].severity {
                Some(severity) => Arc::make_mut(problem).change().severity = severity,
                None => return false,
            }
            true
        });
        problems
    }

    fn is_about(&self, setting: &Setting, problem: &Diagnostic) -> bool {
        let path = match &problem.outside {
            None => problem.location.path.strip_prefix(&setting.site),
            // What belongs to no site of a portal is the business of each.
            Some(path) => match self.folders.iter().find(|folder| path.starts_with(*folder)) {
                Some(folder) => setting.is_of(folder).then(|| &path[folder.len()..]),
                None => Some(path.as_str()),
            },
        };
        setting.rule == problem.rule && path.is_some_and(|path| setting.names(path))
    }
}

impl Setting {
    /// Whether it is about a path, as seen from its site's folder.
    fn names(&self, path: &str) -> bool {
        self.files.is_empty() || self.files.iter().any(|name| is_of(name, path))
    }

    /// Whether its site has this folder of a portal.
    fn is_of(&self, folder: &str) -> bool {
        self.site.strip_suffix(folder).is_some_and(|above| above.ends_with('/'))
    }
}

fn misnamed_setting(setting: &Setting, name: &str, paths: &Paths<'_>) -> Diagnostic {
    let problem = Diagnostic::new(
        &rules::RULE_SETTING,
        setting.place.clone(),
        Message::new(
            format!("ไม่มีแฟ้มหรือโฟลเดอร์ `{name}` การตั้งค่านี้จึงไม่มีผลกับชื่อนั้น"),
            format!("there is no file or folder `{name}`, so this setting does nothing there"),
        ),
    );
    match paths.meant(name, &setting.site) {
        Some(near) => problem.help(
            format!("หมายถึง `{near}` หรือไม่ (เขียนชื่อแฟ้มหรือโฟลเดอร์นับจากโฟลเดอร์ของ site.yaml โดยไม่ใช้ *)"),
            format!("did you mean `{near}`? (files and folders are named from the folder of site.yaml, without *)"),
        ),
        None => problem.help(
            "เขียนชื่อแฟ้มหรือโฟลเดอร์นับจากโฟลเดอร์ของ site.yaml เช่น 2566/files/ ถ้าไม่มีแฟ้มนั้นแล้ว ให้ลบชื่อออก",
            "name files and folders from the folder of site.yaml, such as 2566/files/; take out what is there no more",
        ),
    }
}

fn unused_setting(setting: &Setting) -> Diagnostic {
    let code = setting.rule.code;
    Diagnostic::new(
        &rules::RULE_SETTING,
        setting.place.clone(),
        Message::new(
            format!("ไม่พบสิ่งที่ผิดข้อตรวจ {code} แล้ว การตั้งค่านี้จึงไม่มีผล"),
            format!("nothing breaks {code} here any more, so this setting changes nothing"),
        ),
    )
    .help("ลบการตั้งค่านี้ออกจาก `rules:`", "take this setting out of `rules:`")
}
