//! Files that are to be made, and the one way in which they are written: all of them, or none where one is there.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files to be made below the folder that holds `content`.
#[derive(Debug, Default)]
pub struct Plan {
    files: Vec<(String, String)>,
}

/// Why a plan was not carried out. Nothing of it stands then.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Some of the files are there already.
    #[error("there already: {}", .0.join(", "))]
    Taken(Vec<String>),
    /// The disk refuses.
    #[error("{}: {error}", path.display())]
    Disk {
        /// The file that could not be written.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
}

impl Plan {
    /// Adds a file, by its path with `/` between folders.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.push((path.into(), text.into()));
    }

    /// The paths of the files, in the order in which they were added.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(path, _)| path.as_str())
    }

    /// Each file's path and text.
    #[cfg(test)]
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Takes out what is in `root` already, and gives back its paths.
    ///
    /// # Errors
    /// Where it cannot be told whether a file is there.
    pub fn leave_taken(&mut self, root: &Path) -> Result<Vec<String>, Refusal> {
        let taken = self.taken(root)?;
        self.files.retain(|(path, _)| !taken.contains(path));
        Ok(taken)
    }

    /// Writes the files below `root`, with the folders that they need.
    ///
    /// # Errors
    /// Where one of them is there already, or cannot be written. What was written before that is taken away again,
    /// folders aside.
    pub fn write(&self, root: &Path) -> Result<(), Refusal> {
        let taken = self.taken(root)?;
        if !taken.is_empty() {
            return Err(Refusal::Taken(taken));
        }
        for (at, (path, text)) in self.files.iter().enumerate() {
            let place = root.join(path);
            if let Err(error) = put(&place, text) {
                for (path, _) in &self.files[..at] {
                    // They were made a moment ago, by nobody else. What stays in spite of that is named next time.
                    let _ = fs::remove_file(root.join(path));
                }
                return Err(Refusal::Disk { path: place, error });
            }
        }
        Ok(())
    }

    fn taken(&self, root: &Path) -> Result<Vec<String>, Refusal> {
        let mut taken = Vec::new();
        for path in self.paths() {
            let place = root.join(path);
            match fs::symlink_metadata(&place) {
                Ok(_) => taken.push(path.to_owned()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(Refusal::Disk { path: place, error }),
            }
        }
        Ok(taken)
    }
}

/// Writes a file that is not there yet; one that came in between stays.
fn put(place: &Path, text: &str) -> io::Result<()> {
    place.parent().map_or(Ok(()), fs::create_dir_all)?;
    let mut file = fs::File::create_new(place)?;
    let written = file.write_all(text.as_bytes());
    if written.is_err() {
        let _ = fs::remove_file(place);
    }
    written
}
