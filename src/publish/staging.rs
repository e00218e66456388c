//! A site that is being written, out of sight.

use super::Content;
use super::error::{Error, at};
use super::foreign::{Carried, carry, exists, found, in_folder};
use super::manifest::{Manifest, Print};
use super::place::{Place, Work};
use super::retire::Kept;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A site that is being written, out of sight.
#[derive(Debug)]
pub struct Staging {
    place: Place,
    work: Work,
    before: Manifest,
    made: Mutex<Manifest>,
    kept: Vec<Kept>,
}

/// What a person should know of a site that was published.
#[derive(Debug)]
pub struct Published {
    /// What the program did not make, and kept: as in [`Staging::foreign`].
    pub foreign: Vec<String>,
    /// Foreign files that came while the site was built and whose names the new site needed.
    pub kept: Vec<Kept>,
    /// What is left beside the site because it could not be cleared away.
    pub left: Option<Error>,
}

impl Staging {
    /// Begins to write the site that will stand at `out`; `content` is the folder of the officer's own files.
    ///
    /// # Errors
    /// Where `out` is not ours to replace, or cannot be written.
    pub fn begin(out: &Path, content: &Path) -> Result<Self, Error> {
        let place = Place::new(out)?;
        let content = fs::canonicalize(content).map_err(at(content))?;
        if place.out.starts_with(&content) || content.starts_with(&place.out) {
            return Err(Error::InContent(place.out));
        }
        // Asked before anything is written beside a folder that is not ours, and again once no other build is at it.
        place.standing()?;
        let gate = place.enter()?;
        let mut kept = Vec::new();
        // What could not be cleared away is told after the next try, when the site is published.
        let _told_later = place.sweep(&gate, &mut kept);
        let before = place.standing()?.unwrap_or_default();
        let work = place.work(&gate)?;
        Ok(Self { place, work, before, made: Mutex::default(), kept })
    }

    /// Writes the file that will stand at `address`; one that holds the same already is taken over as it stands,
    /// with its time. May be called from several threads.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, address: &str, content: &Content<'_>) -> Result<(), Error> {
        let path = self.work.site().join(address);
        let write = || match *content {
            Content::Bytes(bytes) => {
                let print = Print::of(bytes);
                if !self.take_over(address, print, &path) {
                    create(&path)?.write_all(bytes)?;
                }
                Ok(print)
            }
            Content::CopyOf(file) => {
                // Evidence is large: it is read for nothing only if its size is the same and its bytes are not.
                let before =
                    self.before.get(address).filter(|before| file.metadata().is_ok_and(|now| now.len() == before.size));
                match before {
                    Some(before) if Print::of_file(file)? == before && self.take_over(address, before, &path) => {
                        Ok(before)
                    }
                    _ => Print::copy(File::open(file)?, &mut create(&path)?),
                }
            }
        };
        let print = write().map_err(at(&self.place.out.join(address)))?;
        // A thread that was stopped in here left the list as it was.
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(address, print);
        Ok(())
    }

    /// Takes over the file that stands at `address`, with its time, if it was made to hold so many bytes of this hash,
    /// and still does; whether it did. May be called from several threads.
    pub fn keep(&self, address: &str, size: u64, hash: blake3::Hash) -> bool {
        let print = Print { size, hash };
        let kept = self.take_over(address, print, &self.work.site().join(address));
        if kept {
            self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(address, print);
        }
        kept
    }

    /// What the published file at `address` holds, if it was made to hold so many bytes of this hash, and still does.
    pub fn standing(&self, address: &str, size: u64, hash: blake3::Hash) -> Option<Vec<u8>> {
        let print = Print { size, hash };
        let path = self.place.out.join(address);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() == size);
        let bytes = (is_file && self.before.get(address) == Some(print)).then(|| fs::read(&path).ok()).flatten();
        bytes.filter(|bytes| Print::of(bytes) == print)
    }

    /// What was written at `address` so far: the bytes, and their hash.
    pub fn written(&self, address: &str) -> Option<(u64, blake3::Hash)> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.get(address).map(|print| (print.size, print.hash))
    }

    /// Gives the published file at `address` a second name at `path`, if it is what `print` says.
    ///
    /// The list only says that it may be: the folder may have been replaced since, or somebody may have edited the
    /// file. So it is looked at under its new name, which is ours alone.
    fn take_over(&self, address: &str, print: Print, path: &Path) -> bool {
        if self.before.get(address) != Some(print) {
            return false;
        }
        let published = self.place.out.join(address);
        if in_folder(path, || fs::hard_link(&published, path)).is_err() {
            return false;
        }
        let is_file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() == print.size);
        (is_file && Print::of_file(path).is_ok_and(|found| found == print)) || {
            // Written anew; where this fails, so does that.
            let _gone = fs::remove_file(path);
            false
        }
    }

    /// Whether something that the program did not make stands at `address` in the old site.
    #[must_use]
    pub fn is_foreign(&self, address: &str) -> bool {
        self.before.get(address).is_none() && exists(&self.place.out.join(address))
    }

    /// What stands in the old site that the program did not make, by path within the site and sorted so. A folder ends
    /// in `/`, and what is in it is not named.
    ///
    /// # Errors
    /// Where what stands there is not ours to replace, or cannot be read.
    pub fn foreign(&self) -> Result<Vec<String>, Error> {
        let _gate = self.place.enter()?;
        self.place.standing()?.map_or_else(|| Ok(Vec::new()), |before| found(&self.place.out, &before))
    }

    /// Puts the new site in the old one's place, with the foreign files that are in that.
    ///
    /// # Errors
    /// Where the disk refuses or a foreign file is in the way; the old site then stands where it stood.
    pub fn publish(self) -> Result<Published, Error> {
        let Self { place, work, made, mut kept, .. } = self;
        let gate = place.enter()?;
        let standing = place.standing()?;
        let carried = match &standing {
            Some(before) => carry(&place.out, before, &work.site())?,
            None => Carried::default(),
        };
        work.finish(&made.into_inner().unwrap_or_else(PoisonError::into_inner), &place.out)?;
        if standing.is_some() {
            // Who may come in is not for a build to change.
            let permissions = fs::metadata(&place.out).map_err(at(&place.out))?.permissions();
            fs::set_permissions(work.site(), permissions).map_err(at(&place.out))?;
        }
        let foreign = carried.close()?;
        let left = work.swap_in(&place, standing.is_some(), &mut kept)?;
        let swept = place.sweep(&gate, &mut kept);
        Ok(Published { foreign, kept, left: left.or(swept.err()) })
    }
}

/// A new file at `path`. One that is there is never written into, but replaced: it may be the published one under a
/// second name.
fn create(path: &Path) -> io::Result<File> {
    in_folder(path, || match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            File::create_new(path)
        }
        created => created,
    })
}
