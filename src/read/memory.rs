//! What was read before: of a folder that is read again and again, only what has changed is read anew.

use super::load::{Form, load};
use super::{Entry, Stamp};
use crate::diagnostic::Diagnostics;
use crate::memo::print;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Records by their files.
#[derive(Default)]
pub struct Memory {
    /// By what they are called when speaking to the person.
    files: Mutex<FxHashMap<String, Kept>>,
}

/// What a file was when it was read, and what was made of it.
struct Kept {
    disk: PathBuf,
    stamp: Stamp,
    /// An `Arc<Entry<T>>` of the kind of record that the file holds.
    entry: Arc<dyn Any + Send + Sync>,
    problems: Arc<Diagnostics>,
    /// Whether it was there when the folder was read last.
    seen: bool,
}

/// A file to be read.
pub struct Wanted {
    pub disk: PathBuf,
    /// What it is called when speaking to the person.
    pub name: String,
    /// Its path within its site.
    pub within: String,
    pub form: Form,
}

impl Memory {
    /// Reads a record, unless its file is still what it was.
    pub fn load<T: DeserializeOwned + JsonSchema + Send + Sync + 'static>(
        &self,
        wanted: &Wanted,
        problems: &mut Diagnostics,
    ) -> Option<Arc<Entry<T>>> {
        let (entry, own) = self.load_one(wanted);
        problems.add(&own);
        entry
    }

    /// Reads a record, unless its file is still what it was; and what is wrong with it.
    fn load_one<T: DeserializeOwned + JsonSchema + Send + Sync + 'static>(
        &self,
        wanted: &Wanted,
    ) -> (Option<Arc<Entry<T>>>, Arc<Diagnostics>) {
        // Looked at before it is read: what is written meanwhile is read the next time.
        let stamp = Stamp::of(&wanted.disk);
        if let Some(kept) = self.files().get_mut(&wanted.name)
            // Paths that are written alike: to compare them part by part takes as long as to look at the file.
            && kept.disk.as_os_str() == wanted.disk.as_os_str()
            && kept.stamp.is_surely(&stamp)
            && let Some(entry) = kept.entry()
        {
            kept.seen = true;
            return (Some(entry), Arc::clone(&kept.problems));
        }
        let mut own = Diagnostics::default();
        let read = load(&wanted.disk, &wanted.name, &wanted.within, wanted.form, &mut own);
        let own = Arc::new(own);
        let Some(read) = read.map(Arc::new) else { return (None, own) };
        let mut files = self.files();
        // Who writes the same anew has changed nothing.
        let same = files.get(&wanted.name).and_then(Kept::entry).filter(|kept: &Arc<Entry<T>>| {
            let (kept, read) = (&kept.source, &read.source);
            kept.text() == read.text() && kept.path == read.path && kept.within == read.within
        });
        let entry = same.unwrap_or(read);
        let any = Arc::clone(&entry) as Arc<dyn Any + Send + Sync>;
        let kept = Kept { disk: wanted.disk.clone(), stamp, entry: any, problems: Arc::clone(&own), seen: true };
        files.insert(wanted.name.clone(), kept);
        (Some(entry), own)
    }

    /// Reads many, as many at once as there are cores; in their order.
    pub fn load_all<T: DeserializeOwned + JsonSchema + Send + Sync + 'static>(
        &self,
        wanted: &[Wanted],
        problems: &mut Diagnostics,
    ) -> Vec<Arc<Entry<T>>> {
        let loaded: Vec<_> = wanted.par_iter().map(|wanted| self.load_one(wanted)).collect();
        let entries = loaded.into_iter().filter_map(|(entry, own)| {
            problems.add(&own);
            entry
        });
        entries.collect()
    }

    /// A number for all records that were read: the same where they read the same, written meanwhile or not.
    pub fn print(&self) -> u64 {
        // An entry knows its path, and no two stand at one place.
        let mut all: Vec<_> = self.files().values().map(|kept| Arc::as_ptr(&kept.entry).addr()).collect();
        all.sort_unstable();
        print(&all)
    }

    /// Forgets the files that were not there when the folder was read last.
    pub fn end(&self) {
        self.files().retain(|_, kept| std::mem::take(&mut kept.seen));
    }

    fn files(&self) -> MutexGuard<'_, FxHashMap<String, Kept>> {
        // What is kept is put there whole.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// The entry; `None` where it is of another kind.
    fn entry<T: Send + Sync + 'static>(&self) -> Option<Arc<Entry<T>>> {
        Arc::clone(&self.entry).downcast().ok()
    }
}
