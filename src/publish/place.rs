//! Where a site stands, and what lies beside it while one is built.
//!
//! Beside the folder `public` a build keeps `.prongsai-<tag>-<random>`, its *work*; the tag is of the name `public`,
//! so that sites beside each other do not meet. In it are
//!
//! * `lock`, held while the build lives: a work whose lock can be had is a leftover of a killed build;
//! * `site`, the new site, and after the swap the old one until that is cleared away;
//! * `aside`, the old site for a moment, where the system cannot swap in one step;
//! * `list`, the list of files until it is whole and moves into `site`.
//!
//! The *gate*, a locked file `.prongsai-<tag>.lock`, lets one build at a time begin or publish. Where a disk knows no
//! locks there is no gate, and leftovers are left to the person.

use super::error::{Error, at};
use super::foreign::{exists, names};
use super::gate::{Gate, is_at};
use super::manifest::{FILE, Manifest, Unreadable};
use super::retire::{Kept, retire};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const LOCK: &str = "lock";
const SITE: &str = "site";
const ASIDE: &str = "aside";
const LIST: &str = "list";

/// Where a site stands, or will.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder itself.
    pub out: PathBuf,
    parent: PathBuf,
    prefix: String,
}

impl Place {
    /// The place that `out` names. A link to a folder stays a link: what it points at is meant.
    ///
    /// # Errors
    /// Where no site can stand there.
    pub(super) fn new(out: &Path) -> Result<Self, Error> {
        let out = real(out).map_err(at(out))?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(Error::Mounted(out));
        };
        let tag = blake3::hash(name.as_encoded_bytes()).to_hex();
        Ok(Self { parent: parent.to_owned(), prefix: format!(".prongsai-{}", &tag[..12]), out })
    }

    /// The list of the site that stands there; none where nothing does.
    ///
    /// # Errors
    /// Where something stands there that is not ours to replace.
    pub(super) fn standing(&self) -> Result<Option<Manifest>, Error> {
        let out = &self.out;
        match Manifest::read(out) {
            Ok(Some(manifest)) => return Ok(Some(manifest)),
            Ok(None) => {}
            Err(Unreadable::Io(error)) => return Err(at(out)(error)),
            Err(Unreadable::Damaged(line)) => return Err(Error::Manifest(out.clone(), line)),
        }
        match names(out) {
            Ok(found) if found.is_empty() => Ok(None),
            Ok(found) => Err(Error::Foreign(out.clone(), found)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(at(out)(error)),
        }
    }

    /// Waits until no other build begins or publishes here, and keeps them waiting.
    ///
    /// # Errors
    /// Where the folder around the site cannot be written.
    pub(super) fn enter(&self) -> Result<Gate, Error> {
        fs::create_dir_all(&self.parent).map_err(at(&self.parent))?;
        Gate::enter(self.parent.join(format!("{}.lock", self.prefix))).map_err(at(&self.parent))
    }

    /// Begins a work.
    ///
    /// # Errors
    /// Where the folder around the site cannot be written.
    pub(super) fn work(&self, _gate: &Gate) -> Result<Work, Error> {
        let refused = || at(&self.parent);
        let folder =
            tempfile::Builder::new().prefix(&format!("{}-", self.prefix)).tempdir_in(&self.parent).map_err(refused())?;
        let lock = File::create_new(folder.path().join(LOCK)).map_err(refused())?;
        let _locked = lock.lock();
        fs::create_dir(folder.path().join(SITE)).map_err(refused())?;
        Ok(Work { folder, lock })
    }

    /// Clears away what killed builds left beside the site, and finishes or undoes what they were at.
    ///
    /// # Errors
    /// Where something could not be cleared away; it is still there then, and everything else was seen to.
    pub(super) fn sweep(&self, _gate: &Gate, kept: &mut Vec<Kept>) -> Result<(), Error> {
        let mut outcome = Ok(());
        let prefix = format!("{}-", self.prefix);
        for entry in fs::read_dir(&self.parent).map_err(at(&self.parent))? {
            let entry = entry.map_err(at(&self.parent))?;
            let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(&prefix));
            if ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                outcome = outcome.and(self.sweep_one(&entry.path(), kept).map_err(at(&entry.path())));
            }
        }
        outcome
    }

    fn sweep_one(&self, work: &Path, kept: &mut Vec<Kept>) -> io::Result<()> {
        let lock = match File::options().write(true).open(work.join(LOCK)) {
            Ok(lock) => lock,
            // Killed before it had one: works are begun behind the gate.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return self.clear(work, kept),
            Err(error) => return Err(error),
        };
        match lock.try_lock() {
            Ok(()) => self.clear(work, kept),
            Err(TryLockError::WouldBlock) => Ok(()),
            Err(TryLockError::Error(error)) => self.put_back(work).and(Err(error)),
        }
    }

    /// Puts the old site back that a build moved aside and did not live to replace.
    fn put_back(&self, work: &Path) -> io::Result<()> {
        let aside = work.join(ASIDE);
        if exists(&aside) && !exists(&self.out) { fs::rename(aside, &self.out) } else { Ok(()) }
    }

    /// Takes a work apart that nobody is at.
    fn clear(&self, work: &Path, kept: &mut Vec<Kept>) -> io::Result<()> {
        self.put_back(work)?;
        for folder in [work.join(ASIDE), work.join(SITE)] {
            if !exists(&folder) {
                continue;
            }
            if !exists(&folder.join(FILE)) {
                // The list comes first and goes last: a site without one was never finished, or is dealt with.
                fs::remove_dir_all(&folder)?;
            } else if Manifest::read(&self.out).is_ok_and(|list| list.is_some()) {
                retire(&folder, &self.out, kept)?;
            } else {
                // It may hold foreign files, and there is no site yet to which they could go.
                return Ok(());
            }
        }
        fs::remove_dir_all(work)
    }
}

/// `path` without links and dots, as far as it exists.
fn real(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !exists(path) => {
            let path = std::path::absolute(path)?;
            match (path.parent(), path.file_name()) {
                (Some(parent), Some(name)) => Ok(real(parent)?.join(name)),
                _ => Err(error),
            }
        }
        found => found,
    }
}

/// A site in the making; cleared away with all that is in it unless it is published.
#[derive(Debug)]
pub(super) struct Work {
    folder: TempDir,
    lock: File,
}

impl Work {
    /// The folder of the new site.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.path().join(SITE)
    }

    /// Finishes the site with its list, which is there whole or not at all.
    ///
    /// # Errors
    /// Where it cannot be written, or somebody took the work away.
    pub(super) fn finish(&self, manifest: &Manifest, out: &Path) -> Result<(), Error> {
        let (list, place) = (self.folder.path().join(LIST), self.site().join(FILE));
        let write = || {
            if !is_at(&self.lock, &self.folder.path().join(LOCK)) {
                return Err(io::ErrorKind::NotFound.into());
            }
            let mut file = File::create_new(&list)?;
            io::Write::write_all(&mut file, &manifest.bytes()?)?;
            file.sync_all()?;
            super::swap::sync(self.folder.path())?;
            fs::rename(&list, place)
        };
        write().map_err(at(&out.join(FILE)))
    }

    /// Swaps the finished site in; `over` says whether a site stands there.
    ///
    /// # Errors
    /// Where the disk refuses; the site that stood there still does.
    pub(super) fn swap_in(self, place: &Place, over: bool, kept: &mut Vec<Kept>) -> Result<Option<Error>, Error> {
        if !over {
            return super::swap::put(&self.site(), &place.out).map(|()| None);
        }
        // From here on the folder may hold the old site with foreign files, which must not go with it.
        let work = self.folder.keep();
        let swapped = super::swap::swap(&work.join(SITE), &place.out, &work.join(ASIDE));
        let cleared = place.clear(&work, kept).map_err(at(&work));
        swapped.map(|()| cleared.err())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::manifest::Print;
    use tempfile::TempDir;

    /// A place in a folder of its own.
    fn place(folder: &TempDir) -> Place {
        Place::new(&folder.path().join("site")).expect("a place")
    }

    /// Makes a site of one page with this text, and a foreign file beside it.
    fn site(folder: &Path, text: &str, foreign: &[(&str, &str)]) {
        fs::create_dir_all(folder).expect("can be made");
        let mut manifest = Manifest::default();
        manifest.insert("index.html", Print::of(text.as_bytes()));
        fs::write(folder.join("index.html"), text).expect("can be written");
        for (name, text) in foreign {
            fs::write(folder.join(name), text).expect("can be written");
        }
        fs::write(folder.join(FILE), manifest.bytes().expect("text")).expect("can be written");
    }

    /// What a killed build leaves: its work, which nobody holds.
    fn leftover(place: &Place) -> PathBuf {
        let gate = place.enter().expect("open");
        place.work(&gate).expect("begun").folder.keep()
    }

    /// The next build begins; then it publishes, and its site stands.
    fn sweep(place: &Place) -> Vec<Kept> {
        let mut kept = Vec::new();
        place.sweep(&place.enter().expect("open"), &mut kept).expect("swept");
        kept
    }

    fn beside(place: &Place) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(&place.parent)
            .expect("readable")
            .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn text(path: impl AsRef<Path>) -> String {
        fs::read_to_string(path).expect("readable")
    }

    #[test]
    fn killed_between_two_steps_the_old_site_comes_back() {
        let folder = TempDir::new().expect("a temporary folder");
        let place = place(&folder);
        let work = leftover(&place);
        site(&work.join(ASIDE), "old", &[("photo", "mine")]);
        site(&work.join(SITE), "new", &[("photo", "mine")]);
        assert!(sweep(&place).is_empty());
        assert_eq!((text(place.out.join("index.html")), text(place.out.join("photo"))), ("old".into(), "mine".into()));
        assert_eq!(beside(&place), ["site"]);
    }

    #[test]
    fn killed_after_two_steps_what_was_aside_is_cleared_away() {
        let folder = TempDir::new().expect("a temporary folder");
        let place = place(&folder);
        let work = leftover(&place);
        fs::remove_dir(work.join(SITE)).expect("empty");
        site(&work.join(ASIDE), "old", &[("photo", "mine"), ("late", "mine")]);
        site(&place.out, "new", &[("photo", "mine")]);
        assert!(sweep(&place).is_empty());
        assert_eq!((text(place.out.join("index.html")), text(place.out.join("late"))), ("new".into(), "mine".into()));
        assert_eq!(beside(&place), ["site"]);
    }

    #[test]
    fn killed_with_the_list_in_place_the_old_site_stays() {
        let folder = TempDir::new().expect("a temporary folder");
        let place = place(&folder);
        site(&leftover(&place).join(SITE), "new", &[("photo", "mine")]);
        site(&place.out, "old", &[("photo", "mine")]);
        assert!(sweep(&place).is_empty());
        assert_eq!((text(place.out.join("index.html")), text(place.out.join("photo"))), ("old".into(), "mine".into()));
        assert_eq!(beside(&place), ["site"]);
    }

    #[test]
    fn a_leftover_that_may_hold_foreign_files_waits_for_a_site() {
        let folder = TempDir::new().expect("a temporary folder");
        let place = place(&folder);
        let work = leftover(&place);
        site(&work.join(SITE), "old", &[("photo", "mine"), ("index~.html", "mine")]);
        sweep(&place);
        assert_eq!(text(work.join("site/photo")), "mine");
        site(&place.out, "new", &[("photo", "another")]);
        let kept = sweep(&place);
        assert_eq!(kept, [Kept { name: "photo".into(), kept_as: "photo~2".into() }]);
        assert_eq!((text(place.out.join("photo")), text(place.out.join("photo~2"))), ("another".into(), "mine".into()));
        assert_eq!(beside(&place), ["site"]);
    }

    #[test]
    fn the_work_of_a_build_that_lives_or_of_another_site_is_let_be() {
        let folder = TempDir::new().expect("a temporary folder");
        let (place, other) = (place(&folder), Place::new(&folder.path().join("other")).expect("a place"));
        let living = place.work(&place.enter().expect("open")).expect("begun");
        let others = leftover(&other);
        sweep(&place);
        assert!(living.site().is_dir() && others.is_dir());
        drop(living);
        sweep(&other);
        assert_eq!(beside(&place), Vec::<String>::new());
    }

    #[test]
    fn a_work_that_somebody_took_away_is_not_published() {
        let folder = TempDir::new().expect("a temporary folder");
        let place = place(&folder);
        let work = place.work(&place.enter().expect("open")).expect("begun");
        fs::remove_dir_all(work.folder.path()).expect("can be removed");
        fs::create_dir_all(work.site()).expect("can be made");
        assert!(work.finish(&Manifest::default(), &place.out).is_err());
    }
}
