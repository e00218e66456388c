//! What there is to link to in one place: the pages and files of a site, or what a portal has of its own.
//!
//! It knows paths within its place, and nothing of what is around that.

use super::Target;
use super::addresses::Named;
use crate::read::PlainFile;
use std::collections::BTreeMap;

/// What there is to link to in one place.
#[derive(Debug)]
pub struct Area<'a> {
    /// Its pages, and the records that become them.
    pub named: &'a Named,
    /// Its published files, by path.
    pub files: BTreeMap<&'a str, &'a PlainFile>,
}

impl<'a> Area<'a> {
    /// The place with these pages and files.
    pub fn new(named: &'a Named, files: &'a [PlainFile]) -> Self {
        Self { named, files: files.iter().map(|file| (file.path.as_str(), file)).collect() }
    }

    /// What a path leads to: the page that a record becomes, a page by its address, or a file.
    pub fn find(&self, path: &str, fragment: Option<&String>) -> Option<Target> {
        let page = self.named.records.get(path).or_else(|| self.named.map.at(path));
        page.map(|page| Target::Page(page.clone(), fragment.cloned()))
            .or_else(|| self.files.get(path).map(|file| Target::File(file.path.clone(), file.stamp.size)))
    }

    /// Whether a path is that of a record that is a draft and left out.
    pub fn leaves_out(&self, path: &str) -> bool {
        self.named.left_out.contains(path)
    }

    /// The paths of its records and files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.named.records.keys().map(String::as_str).chain(self.files.keys().copied())
    }
}

impl Target {
    /// The same as it is seen from above the `folder` in which its site stands.
    pub(super) fn below(self, folder: &str) -> Self {
        match self {
            Self::Page(page, fragment) => Self::Page(page.below(folder), fragment),
            Self::File(path, size) => Self::File(format!("{folder}/{path}"), size),
            Self::External(url) => Self::External(url),
        }
    }
}
