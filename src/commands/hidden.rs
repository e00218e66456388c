//! The records as they can be shown: what is personal in them masked, by what the whole of each file says.

use crate::diagnostic::Diagnostics;
use crate::model::Portal;
use crate::personal::{find, mask};
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
        let sources = portal.sites.iter().flat_map(|site| site.sources());
        let sources = sources.filter(|source| told.contains(source.path.as_str()));
        let found = sources.map(|source| (source, find(source.text()))).filter(|(_, found)| !found.is_empty());
        let lines = found.map(|(source, found)| {
            let masked = mask(source.text(), &found).text;
            (source.path.clone(), masked.lines().map(str::to_owned).collect())
        });
        Self { lines: lines.collect() }
    }

    /// A line of a record, from 1, where something in the record is personal.
    pub fn line(&self, path: &str, line: usize) -> Option<&str> {
        self.lines.get(path)?.get(line.checked_sub(1)?).map(String::as_str)
    }
}
