//! Files into records: walks the content, splits front matter, reads YAML, and says where things stand.
//!
//! It knows the folders of the content format and nothing of what their records mean. Everything wrong in
//! any file becomes a diagnostic; whatever can be read is.

mod brief;
mod found;
mod front_matter;
mod load;
mod memory;
mod names;
mod node;
mod shape;
mod source;
mod stamp;
mod syntax;
mod text;
mod top;
mod walk;

pub use brief::MeasureBrief;
pub use load::yaml;
pub use memory::Memory;
pub use names::{bad_name, collision, collisions, fault as name_fault, hidden as hidden_in_name, is_left_aside};
pub use node::{Node, Value};
pub use shape::nearest;
pub use source::{Source, Step};
pub use stamp::Stamp;
pub use text::{NoText, SAVE_AS, Text, ends_in_return, has_mark, saved_like, with_line_feeds, without_mark};

use crate::diagnostic::Diagnostics;
use crate::framework::FrameworkPatch;
use crate::record::{AssessmentRecord, IssueRecord, OitRecord, PageRecord, SiteRecord};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of a project that holds its records.
pub const CONTENT: &str = "content";

/// A record together with the file it came from. `record` is `None` where the file was too broken to read:
/// its address is still taken, so that links to it are not reported as well.
#[derive(Debug)]
pub struct Entry<T> {
    /// The file.
    pub source: Arc<Source>,
    /// What it says.
    pub record: Option<T>,
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlainFile {
    /// Its path within its site, with `/`: also its address.
    pub path: String,
    /// Where it is.
    pub disk: PathBuf,
    /// What it looked like when it was found, its size among it.
    pub stamp: Stamp,
}

impl PlainFile {
    /// Its path within its site as its folders are named: a year's may be in Thai digits.
    #[must_use]
    pub fn written(&self) -> String {
        let parts: Vec<_> = self.disk.iter().map(|part| part.to_string_lossy()).collect();
        let depth = Path::new(&self.path).iter().count();
        parts[parts.len().saturating_sub(depth)..].join("/")
    }
}

/// The records of one fiscal year.
#[derive(Debug)]
pub struct YearContent {
    /// The year, Buddhist Era.
    pub year: u16,
    /// `assessment.md`
    pub assessment: Option<Arc<Entry<AssessmentRecord>>>,
    /// `measures/*.md`
    pub measures: Vec<Arc<Entry<MeasureBrief>>>,
    /// `issues/*.md`
    pub issues: Vec<Arc<Entry<IssueRecord>>>,
    /// `oit/*.md`
    pub oit: Vec<Arc<Entry<OitRecord>>>,
}

impl YearContent {
    /// Whether it has any record that is no draft. One that could not be read may be none.
    #[must_use]
    pub fn has_published(&self) -> bool {
        fn any<'e, T: 'e>(mut entries: impl Iterator<Item = &'e Arc<Entry<T>>>, draft: fn(&T) -> bool) -> bool {
            entries.any(|entry| entry.record.as_ref().is_none_or(|record| !draft(record)))
        }
        any(self.assessment.iter(), |record| record.draft)
            || any(self.measures.iter(), |record| record.draft)
            || any(self.issues.iter(), |record| record.draft)
            || any(self.oit.iter(), |record| record.draft)
    }
}

/// The records of one site.
#[derive(Debug)]
pub struct SiteContent {
    /// The folder within a portal; also the folder under which the site is published.
    pub folder: Option<String>,
    /// `site.yaml`
    pub site: Arc<Entry<SiteRecord>>,
    /// `framework/*.yaml`
    pub framework: Vec<Arc<Entry<FrameworkPatch>>>,
    /// `pages/*.md`
    pub pages: Vec<Arc<Entry<PageRecord>>>,
    /// Year folders, oldest first.
    pub years: Vec<YearContent>,
    /// Everything below a `files` folder, by path.
    pub files: Vec<PlainFile>,
}

/// What a portal has of its own, beside its sites.
#[derive(Debug, Default)]
pub struct TopContent {
    /// `pages/*.md`
    pub pages: Vec<Arc<Entry<PageRecord>>>,
    /// Everything below `files`, by path.
    pub files: Vec<PlainFile>,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Content {
    /// What stands over the sites, where they stand in folders of their own and there is one front page over them.
    pub top: Option<TopContent>,
    /// The sites, by folder.
    pub sites: Vec<SiteContent>,
}

impl Content {
    /// How many records were read, settings included.
    #[must_use]
    pub fn records(&self) -> usize {
        let of_top = self.top.as_ref().map_or(0, |top| top.pages.len());
        let of_sites = self
            .sites
            .iter()
            .map(|site| {
                let years = site.years.iter().map(|year| {
                    usize::from(year.assessment.is_some()) + year.measures.len() + year.issues.len() + year.oit.len()
                });
                1 + site.framework.len() + site.pages.len() + years.sum::<usize>()
            })
            .sum::<usize>();
        of_top + of_sites
    }

    /// What it was read from.
    #[must_use]
    pub fn paths(&self) -> Paths {
        let mut paths = Paths::default();
        self.sites.iter().for_each(|site| paths.add(site));
        if let Some(top) = &self.top {
            paths.records(&top.pages);
            paths.files(&format!("{CONTENT}/"), &top.files);
        }
        paths
    }
}

/// The files of the content, as diagnostics name them.
#[derive(Debug, Default)]
pub struct Paths {
    /// All that are records or are published as they are.
    pub all: Vec<String>,
    /// Those from which no record could be made.
    pub unread: BTreeSet<String>,
}

impl Paths {
    fn add(&mut self, site: &SiteContent) {
        self.records(std::slice::from_ref(&site.site));
        self.records(&site.framework);
        self.records(&site.pages);
        for year in &site.years {
            self.records(year.assessment.as_slice());
            self.records(&year.measures);
            self.records(&year.issues);
            self.records(&year.oit);
        }
        let source = &site.site.source;
        let folder = source.path.strip_suffix(source.within.as_str()).unwrap_or_default();
        self.files(folder, &site.files);
    }

    fn files(&mut self, folder: &str, files: &[PlainFile]) {
        self.all.extend(files.iter().map(|file| format!("{folder}{}", file.written())));
    }

    fn records<T>(&mut self, entries: &[Arc<Entry<T>>]) {
        let unread = entries.iter().filter(|entry| entry.record.is_none());
        self.unread.extend(unread.map(|entry| entry.source.path.clone()));
        self.all.extend(entries.iter().map(|entry| entry.source.path.clone()));
    }
}

/// Reads the `content` folder of the project in `root`.
pub fn read(root: &Path, problems: &mut Diagnostics) -> Content {
    read_again(root, &Memory::default(), problems)
}

/// The same where it was read before.
pub fn read_again(root: &Path, memory: &Memory, problems: &mut Diagnostics) -> Content {
    let content = walk::content(root, memory, problems);
    memory.end();
    content
}
