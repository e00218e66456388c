//! Files into records: walks the content, splits front matter, reads YAML, and says where things stand.
//!
//! It knows the folders of the content format and nothing of what their records mean. Everything wrong in
//! any file becomes a diagnostic; whatever can be read is.

mod front_matter;
mod load;
mod names;
mod node;
mod shape;
mod source;
mod syntax;
mod walk;

pub use names::fault as name_fault;
pub use source::{Source, Step};

use crate::diagnostic::Diagnostics;
use crate::framework::FrameworkPatch;
use crate::record::{AssessmentRecord, IssueRecord, MeasureRecord, OitRecord, PageRecord, SiteRecord};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainFile {
    /// Its path within its site, with `/`: also its address.
    pub path: String,
    /// Where it is.
    pub disk: PathBuf,
    /// Its size in bytes.
    pub size: u64,
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
    pub assessment: Option<Entry<AssessmentRecord>>,
    /// `measures/*.md`
    pub measures: Vec<Entry<MeasureRecord>>,
    /// `issues/*.md`
    pub issues: Vec<Entry<IssueRecord>>,
    /// `oit/*.md`
    pub oit: Vec<Entry<OitRecord>>,
}

impl YearContent {
    /// Whether it has any record that is no draft. One that could not be read may be none.
    #[must_use]
    pub fn has_published(&self) -> bool {
        fn any<'e, T: 'e>(mut entries: impl Iterator<Item = &'e Entry<T>>, draft: fn(&T) -> bool) -> bool {
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
    pub site: Entry<SiteRecord>,
    /// `framework/*.yaml`
    pub framework: Vec<Entry<FrameworkPatch>>,
    /// `pages/*.md`
    pub pages: Vec<Entry<PageRecord>>,
    /// Year folders, oldest first.
    pub years: Vec<YearContent>,
    /// Everything below a `files` folder, by path.
    pub files: Vec<PlainFile>,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Content {
    /// Whether the sites stand in folders of their own, with one front page over them.
    pub portal: bool,
    /// The sites, by folder.
    pub sites: Vec<SiteContent>,
}

impl Content {
    /// How many records were read, settings included.
    #[must_use]
    pub fn records(&self) -> usize {
        self.sites
            .iter()
            .map(|site| {
                let years = site.years.iter().map(|year| {
                    usize::from(year.assessment.is_some()) + year.measures.len() + year.issues.len() + year.oit.len()
                });
                1 + site.framework.len() + site.pages.len() + years.sum::<usize>()
            })
            .sum()
    }

    /// The files from which no record could be made, as diagnostics name them.
    #[must_use]
    pub fn unread(&self) -> BTreeSet<String> {
        fn of<T>(entries: &[Entry<T>]) -> impl Iterator<Item = &Arc<Source>> {
            entries.iter().filter(|entry| entry.record.is_none()).map(|entry| &entry.source)
        }
        let of_year = |year: &YearContent| {
            let assessment = year.assessment.iter().filter(|entry| entry.record.is_none()).map(|entry| &entry.source);
            let records = of(&year.measures).chain(of(&year.issues)).chain(of(&year.oit)).chain(assessment);
            records.map(|source| source.path.clone()).collect::<Vec<_>>()
        };
        let of_site = |site: &SiteContent| {
            let records = of(&site.pages).chain(of(&site.framework)).chain(of(std::slice::from_ref(&site.site)));
            let own: Vec<_> = records.map(|source| source.path.clone()).collect();
            site.years.iter().flat_map(of_year).chain(own).collect::<Vec<_>>()
        };
        self.sites.iter().flat_map(of_site).collect()
    }
}

/// Reads the `content` folder of the project in `root`.
pub fn read(root: &Path, problems: &mut Diagnostics) -> Content {
    walk::content(root, problems)
}
