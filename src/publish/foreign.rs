//! Files in the published folder that the program did not make: carried into the new site before it is swapped in.
//!
//! A foreign file gets a second name in the new site (a hard link), so that it is never missing and takes no space;
//! where the disk has no such links it is copied with its times and permissions. A link is made anew and never
//! followed. What is ours is known by the list alone: a link or a folder in the place of a listed file is foreign.

use super::error::{Error, Names, at};
use super::manifest::Manifest;
use crate::slashes::slashed;
use std::ffi::OsStr;
use std::fs::{self, File, FileTimes, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Whether what the walk found at `path`, relative to the site, is the program's own.
pub(super) fn is_ours(manifest: &Manifest, entry: &DirEntry, path: &Path) -> bool {
    let kind = entry.file_type();
    (kind.is_dir() && manifest.has_folder(path)) || (kind.is_file() && manifest.has_file(path))
}

/// The entries at the top of `folder`, for people.
///
/// # Errors
/// Where the folder cannot be read.
pub(super) fn names(folder: &Path) -> io::Result<Names> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// What was carried.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// What was found: a foreign folder is named, with a `/`, and what is in it is not.
    pub names: Vec<String>,
    folders: Vec<(PathBuf, Permissions)>,
}

impl Carried {
    /// Gives the carried folders the permissions of those they stand for. The last thing that is done to them:
    /// a folder that may not be written can neither be filled nor, if the build fails, be cleared away.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub(super) fn close(self) -> Result<Vec<String>, Error> {
        for (folder, permissions) in self.folders.into_iter().rev() {
            fs::set_permissions(&folder, permissions).map_err(at(&folder))?;
        }
        Ok(self.names)
    }
}

/// What is foreign in the site at `out`: a foreign folder is named, with a `/`, and what is in it is not.
///
/// # Errors
/// Where a folder cannot be read.
pub(super) fn found(out: &Path, manifest: &Manifest) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    let mut walk = WalkDir::new(out).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        let Some(entry) = still_there(out, entry)? else { continue };
        let path = relative(out, entry.path());
        if is_ours(manifest, &entry, path) {
            continue;
        }
        let is_folder = entry.file_type().is_dir();
        names.push(name(path, is_folder));
        if is_folder {
            walk.skip_current_dir();
        }
    }
    names.sort();
    Ok(names)
}

/// What a walk of `out` came to; none where somebody took it away just now.
fn still_there(out: &Path, entry: walkdir::Result<DirEntry>) -> Result<Option<DirEntry>, Error> {
    match entry {
        Ok(entry) => Ok(Some(entry)),
        Err(error) if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) => Ok(None),
        Err(error) => {
            let path = error.path().unwrap_or(out).to_owned();
            Err(at(&path)(error.into()))
        }
    }
}

/// What is foreign as it is named: with `/` between folders, and at the end of one.
fn name(path: &Path, is_folder: bool) -> String {
    slashed(path) + if is_folder { "/" } else { "" }
}

/// Puts every foreign file and folder of the site at `out` into the one at `site` as well.
///
/// # Errors
/// Where one cannot be carried, or stands where the new site has something else.
pub(super) fn carry(out: &Path, manifest: &Manifest, site: &Path) -> Result<Carried, Error> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut names = Vec::new();
    let mut in_the_way: Vec<PathBuf> = Vec::new();
    let mut folders: Vec<(PathBuf, Permissions)> = Vec::new();
    for entry in WalkDir::new(out).min_depth(1).sort_by_file_name() {
        let Some(entry) = still_there(out, entry)? else { continue };
        let path = relative(out, entry.path());
        if is_ours(manifest, &entry, path) || in_the_way.iter().any(|taken| path.starts_with(taken)) {
            continue;
        }
        let is_folder = entry.file_type().is_dir();
        if !found.iter().any(|folder| path.starts_with(folder)) {
            names.push(name(path, is_folder));
        }
        let target = site.join(path);
        let carried = if is_folder {
            found.push(path.to_owned());
            make_folder(&target).and_then(|made| {
                if made {
                    folders.push((target.clone(), fs::symlink_metadata(entry.path())?.permissions()));
                }
                Ok(())
            })
        } else {
            in_folder(&target, || second_name(entry.path(), &target))
        };
        match carried {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                return Err(Error::Mounted(entry.path().parent().unwrap_or(out).to_owned()));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && !exists(entry.path()) => {}
            Err(error) if stands_in_the_way(&error) => in_the_way.push(path.to_owned()),
            Err(error) => return Err(at(entry.path())(error)),
        }
    }
    if !in_the_way.is_empty() {
        return Err(Error::InTheWay(in_the_way.iter().map(|path| slashed(path)).collect()));
    }
    names.sort();
    Ok(Carried { names, folders })
}

/// The path of what a walk of `folder` found, relative to it.
pub(super) fn relative<'a>(folder: &Path, found: &'a Path) -> &'a Path {
    found.strip_prefix(folder).unwrap_or(found)
}

/// Whether anything, be it a link to nowhere, has this name.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Does `work`, which makes something at `path`, after making the folder for it if there is none.
pub(super) fn in_folder<T>(path: &Path, work: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (work(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            work()
        }
        (done, _) => done,
    }
}

/// Makes the folder and those above it; false where it is there already.
fn make_folder(path: &Path) -> io::Result<bool> {
    match in_folder(path, || fs::create_dir(path)) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && fs::symlink_metadata(path)?.is_dir() => Ok(false),
        made => made.map(|()| true),
    }
}

fn stands_in_the_way(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory)
}

/// Gives the file or link at `from` a second name `to`, which nothing may have yet.
///
/// # Errors
/// Where it cannot; [`io::ErrorKind::AlreadyExists`] where the name is taken.
pub(super) fn second_name(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(from)?;
    if found.is_symlink() {
        return link_like(from, to);
    }
    match fs::hard_link(from, to) {
        Err(error) if !cannot_help(&error) && found.is_file() => copy(from, &found, to),
        linked => linked,
    }
}

/// Errors of a hard link that a copy would meet too, or must not get around.
fn cannot_help(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    stands_in_the_way(error)
        || matches!(
            error.kind(),
            Kind::NotFound | Kind::CrossesDevices | Kind::StorageFull | Kind::QuotaExceeded | Kind::ReadOnlyFilesystem
        )
}

fn copy(from: &Path, found: &Metadata, to: &Path) -> io::Result<()> {
    let mut target = File::create_new(to)?;
    let mut fill = || {
        io::copy(&mut File::open(from)?, &mut target)?;
        let mut times = FileTimes::new().set_modified(found.modified()?);
        if let Ok(accessed) = found.accessed() {
            times = times.set_accessed(accessed);
        }
        target.set_times(times)?;
        target.set_permissions(found.permissions())
    };
    // Half a copy under a name that looks like the whole would be worse than none.
    fill().or_else(|error| fs::remove_file(to).and(Err(error)))
}

#[cfg(unix)]
fn link_like(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn link_like(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::windows::fs::{FileTypeExt, symlink_dir, symlink_file};
    let target = fs::read_link(from)?;
    if fs::symlink_metadata(from)?.file_type().is_symlink_dir() {
        symlink_dir(target, to)
    } else {
        symlink_file(target, to)
    }
}

/// `path` with `~2`, `~3`, … before the ending of its name: an ending keeps its meaning for a web server.
pub(super) fn other_name(path: &Path, number: usize) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("~{number}"));
    if let Some(ending) = path.extension() {
        name.push(OsStr::new("."));
        name.push(ending);
    }
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};
    use tempfile::TempDir;

    #[test]
    fn a_copy_keeps_times_and_permissions() {
        let folder = TempDir::new().expect("a temporary folder");
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&from, "x").expect("can be written");
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        File::options().write(true).open(&from).and_then(|file| file.set_modified(then)).expect("can be set");
        let mut permissions = fs::metadata(&from).expect("there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&from, permissions.clone()).expect("can be set");
        copy(&from, &fs::metadata(&from).expect("there"), &to).expect("copied");
        let copied = fs::metadata(&to).expect("there");
        assert_eq!((copied.modified().expect("known"), copied.permissions()), (then, permissions));
        assert_eq!(copy(&from, &copied, &to).expect_err("taken").kind(), io::ErrorKind::AlreadyExists);
    }

    #[test]
    fn what_is_foreign_is_named_with_slashes_on_every_system() {
        let path = Path::new("a").join("b").join("c");
        assert_eq!((name(&path, false).as_str(), name(&path, true).as_str()), ("a/b/c", "a/b/c/"));
    }

    #[test]
    fn another_name_keeps_the_ending() {
        for (path, other) in [("a/b.php", "a/b~2.php"), (".htaccess", ".htaccess~2"), ("a.tar.gz", "a.tar~2.gz")] {
            assert_eq!(other_name(Path::new(path), 2), Path::new(other));
        }
    }
}
