//! The file by which builds of one site wait for each other.

use same_file::Handle;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// While it is there, no other build begins or publishes at the same place.
#[derive(Debug)]
pub(super) struct Gate {
    path: PathBuf,
    _file: File,
}

impl Gate {
    /// Waits until nobody else holds the file at `path`, which is made if it is not there.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(super) fn enter(path: PathBuf) -> io::Result<Self> {
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(&path)?;
            // Fails only where the disk knows no locks.
            let _locked = file.lock();
            // Who leaves takes the file away; who waited for it then holds a file without a name.
            if is_at(&file, &path) {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        // Where it cannot be removed, the next build takes it over.
        let _left_there = fs::remove_file(&self.path);
    }
}

/// Whether the open file is the one that has this name now.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let open = file.try_clone().and_then(Handle::from_file);
    open.is_ok_and(|open| Handle::from_path(path).is_ok_and(|named| named == open))
}
