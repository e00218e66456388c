//! The records as they can be shown: what is personal in them masked, by what the whole of each file says.

use crate::checks::without_personal;
use crate::diagnostic::Diagnostics;
use crate::model::{Portal, Site};
use std::collections::{HashMap, HashSet};

/// The records in which something is personal.
pub struct Hidden {
    /// Their lines, masked, by path.
    lines: HashMap<String, Vec<String>>,
}

impl Hidden {
    /// Looks through the records of which something is told.
    pub fn of(portal: &Portal, told: &Diagnostics) -> Self {
        let told: HashSet<&str> = told.sorted().into_iter().map(|one| one.location.path.as_str()).collect();
        let sources = portal.sites.iter().flat_map(Site::sources);
        let sources = sources.filter(|source| told.contains(source.path.as_str()));
        let lines = sources.filter_map(|source| {
            let masked = without_personal(source)?;
            Some((source.path.clone(), masked.lines().map(str::to_owned).collect()))
        });
        Self { lines: lines.collect() }
    }

    /// A line of a record, from 1, where something in the record is personal.
    pub fn line(&self, path: &str, line: usize) -> Option<&str> {
        self.lines.get(path)?.get(line.checked_sub(1)?).map(String::as_str)
    }
}
