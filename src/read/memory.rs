//! What was read before: of a folder that is read again and again, only what has changed is read anew.

use super::load::{Form, load};
use super::{Entry, Stamp};
use crate::diagnostic::Diagnostics;
use crate::memo::print;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Records by their files.
#[derive(Default)]
pub struct Memory {
    /// By what they are called when speaking to the person.
    files: Mutex<HashMap<String, Kept>>,
}

/// What a file was when it was read, and what was made of it.
struct Kept {
    disk: PathBuf,
    stamp: Stamp,
    /// An `Arc<Entry<T>>` of the kind of record that the file holds.
    entry: Arc<dyn Any + Send + Sync>,
    problems: Diagnostics,
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
        // Looked at before it is read: what is written meanwhile is read the next time.
        let stamp = Stamp::of(&wanted.disk);
        if let Some(kept) = self.files().get_mut(&wanted.name)
            && kept.disk == wanted.disk
            && kept.stamp.is_surely(&stamp)
            && let Some(entry) = kept.entry()
        {
            kept.seen = true;
            problems.add(&kept.problems);
            return Some(entry);
        }
        let mut own = Diagnostics::default();
        let read = load(&wanted.disk, &wanted.name, &wanted.within, wanted.form, &mut own);
        problems.add(&own);
        let read = Arc::new(read?);
        let mut files = self.files();
        // Who writes the same anew has changed nothing.
        let same = files.get(&wanted.name).and_then(Kept::entry).filter(|kept: &Arc<Entry<T>>| {
            let (kept, read) = (&kept.source, &read.source);
            kept.text() == read.text() && kept.path == read.path && kept.within == read.within
        });
        let entry = same.unwrap_or(read);
        let any = Arc::clone(&entry) as Arc<dyn Any + Send + Sync>;
        let kept = Kept { disk: wanted.disk.clone(), stamp, entry: any, problems: own, seen: true };
        files.insert(wanted.name.clone(), kept);
        Some(entry)
    }

    /// Reads many, as many at once as there are cores; in their order.
    pub fn load_all<T: DeserializeOwned + JsonSchema + Send + Sync + 'static>(
        &self,
        wanted: &[Wanted],
        problems: &mut Diagnostics,
    ) -> Vec<Arc<Entry<T>>> {
        let loaded: Vec<_> = wanted
            .par_iter()
            .map(|wanted| {
                let mut own = Diagnostics::default();
                (self.load(wanted, &mut own), own)
            })
            .collect();
        loaded
            .into_iter()
            .filter_map(|(entry, own)| {
                problems.extend(own);
                entry
            })
            .collect()
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

    fn files(&self) -> MutexGuard<'_, HashMap<String, Kept>> {
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
