//! What a site says about rules: how bad it is to break one here, and why.

use super::{Diagnostic, Diagnostics, Location, Message, Rule, Severity, rules};
use std::collections::BTreeSet;

/// What a site says about one rule.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is to break it; `None` where it is not told at all.
    pub severity: Option<Severity>,
    /// The files it is about, as diagnostics name them; all of the site's where there are none. One that ends in `/`
    /// is a folder.
    pub files: Vec<String>,
    /// Why.
    pub reason: String,
    /// The site's own folder, ending in `/`: the setting is about nothing outside of it.
    pub site: String,
    /// Where the setting stands.
    pub place: Location,
}

impl Setting {
    fn is_about(&self, problem: &Diagnostic) -> bool {
        let path = problem.location.path.as_str();
        let file = |file: &String| if file.ends_with('/') { path.starts_with(file) } else { path == file };
        self.rule == problem.rule
            && path.starts_with(&self.site)
            && (self.files.is_empty() || self.files.iter().any(file))
    }
}

/// What became of problems when settings were applied to them.
#[derive(Debug, Default)]
pub struct Settled {
    /// What is told.
    pub problems: Diagnostics,
    /// What is not told, by rule and reason, and how often.
    pub silenced: Vec<(&'static Rule, String, usize)>,
}

impl Diagnostics {
    /// Applies what sites say about rules.
    ///
    /// An error in one of the files `unread`, from which no record could be made, stays one, since there is nothing
    /// to publish in its place. A setting that is about nothing is told. With `strict`, warnings become errors in
    /// the end.
    #[must_use]
    pub fn settle(mut self, settings: &[Setting], unread: &BTreeSet<String>, strict: bool) -> Settled {
        let mut used = vec![0_usize; settings.len()];
        self.all.retain_mut(|problem| {
            // The last one wins: it is the nearer one where one is about all files and one about some.
            let Some(at) = settings.iter().rposition(|setting| setting.is_about(problem)) else { return true };
            used[at] += 1;
            if problem.severity == Severity::Error && unread.contains(&problem.location.path) {
                return true;
            }
            match settings[at].severity {
                Some(severity) => problem.severity = severity,
                None => return false,
            }
            true
        });
        for setting in settings.iter().zip(&used).filter(|(_, used)| **used == 0).map(|(setting, _)| setting) {
            self.push(unused(setting));
        }
        if strict {
            for problem in self.all.iter_mut().filter(|problem| problem.severity == Severity::Warning) {
                problem.severity = Severity::Error;
            }
        }
        let silenced = settings.iter().zip(used).filter(|(setting, used)| setting.severity.is_none() && *used > 0);
        Settled {
            silenced: silenced.map(|(setting, used)| (setting.rule, setting.reason.clone(), used)).collect(),
            problems: self,
        }
    }
}

fn unused(setting: &Setting) -> Diagnostic {
    let code = setting.rule.code;
    Diagnostic::new(
        &rules::RULE_SETTING,
        setting.place.clone(),
        Message::new(
            format!("ไม่มีสิ่งใดเข้าข้อ {code} แล้ว การตั้งค่านี้จึงไม่มีผล"),
            format!("nothing breaks {code} here any more, so this setting changes nothing"),
        ),
    )
    .help("ลบการตั้งค่านี้ออกจาก `rules:`", "take this setting out of `rules:`")
}
