//! The records as they can be shown: what is personal in them masked, by what the whole of each file says.

use crate::checks::without_personal;
use crate::diagnostic::{Diagnostic, Diagnostics, rules};
use crate::model::Portal;
use crate::personal::{find, mask};
use std::collections::HashMap;

/// The records in which something is personal.
pub struct Hidden {
    /// Their lines, masked, by path.
    lines: HashMap<String, Vec<String>>,
}

impl Hidden {
    /// Masks the records in which the checks have found something personal, whatever sites make of that.
    pub fn of(portal: &Portal, found: &Diagnostics) -> Self {
        let personal =
            found.files_of(&[&rules::ID_NUMBER, &rules::BANK_ACCOUNT, &rules::PRIVATE_PHONE, &rules::HOME_ADDRESS]);
        let sources = portal.sources().filter(|source| personal.contains(source.path.as_str()));
        let lines = sources.filter_map(|source| {
            let masked = without_personal(source)?;
            Some((source.path.clone(), masked.lines().map(str::to_owned).collect()))
        });
        Self { lines: lines.collect() }
    }

    /// Masks what is personal in problems: a line that is shown for one rule may hold what another forbids to publish,
    /// and nothing of that is repeated, whoever reads the log.
    pub fn cover(&self, problem: &mut Diagnostic) {
        problem.hide(|text| mask(text, &find(text)).text, |path, line| self.line(path, line));
    }

    /// The same of all of these.
    pub fn cover_all(&self, problems: &mut Diagnostics) {
        problems.each(|problem| self.cover(problem));
    }

    /// A line of a record, from 1, where something in the record is personal.
    fn line(&self, path: &str, line: usize) -> Option<&str> {
        self.lines.get(path)?.get(line.checked_sub(1)?).map(String::as_str)
    }
}
