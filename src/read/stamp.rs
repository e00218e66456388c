//! What a file looks like from outside: whether it may have changed since it was read.

use crate::memo::print;
use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Two changes within such a time may bear the same time: how finely file systems count.
const GRAIN: Duration = Duration::from_secs(2);

/// A file at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    modified: Option<SystemTime>,
    /// Which file it is, and when anything about it changed last, where the system says so.
    identity: (u64, i64, i64),
    /// Whether it was so young when it was looked at that another change may have left the same marks.
    young: bool,
}

impl Stamp {
    /// The stamp of the file at a path; that of none where there is none.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        std::fs::metadata(path).map_or_else(|_| Self::default(), |meta| Self::from(&meta))
    }

    /// A number for all that it says of the file, whenever it was looked at.
    #[must_use]
    pub fn print(&self) -> u64 {
        print(&(self.size, self.modified, self.identity))
    }

    /// Whether the file was so young that another change may have left the same marks.
    #[must_use]
    pub fn is_young(&self) -> bool {
        self.young
    }

    /// Whether a file with this stamp, which then had the other, surely is what it was.
    #[must_use]
    pub fn is_surely(&self, later: &Self) -> bool {
        let same = (self.size, self.modified, self.identity) == (later.size, later.modified, later.identity);
        same && !self.young && self.modified.is_some()
    }
}

impl From<&Metadata> for Stamp {
    fn from(meta: &Metadata) -> Self {
        let modified = meta.modified().ok();
        let age = modified.and_then(|modified| SystemTime::now().duration_since(modified).ok());
        Self { size: meta.len(), modified, identity: identity(meta), young: age.is_none_or(|age| age < GRAIN) }
    }
}

#[cfg(unix)]
fn identity(meta: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (meta.ino(), meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
