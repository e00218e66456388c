//! Taking a folder apart that was a site: what is ours is removed, what is foreign goes to the site that stands now.

use super::foreign::{exists, in_folder, is_ours, other_name, relative, second_name};
use super::manifest::{FILE, Manifest, Print, Unreadable};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A foreign file whose name was taken in the new site, and the name under which it is kept there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Relative to the site.
    pub name: PathBuf,
    /// Relative to the site.
    pub kept_as: PathBuf,
}

/// Takes the site in `old` apart; `out` is the one that took its place.
///
/// The list goes last: as long as it is there, this can be stopped and begun again. Where there is none, all that is
/// left is foreign.
///
/// # Errors
/// Where the disk refuses; what could not be dealt with is still in `old`.
pub(super) fn retire(old: &Path, out: &Path, kept: &mut Vec<Kept>) -> io::Result<()> {
    let manifest = Manifest::read(old).map_err(|unreadable| match unreadable {
        Unreadable::Io(error) => error,
        damaged @ Unreadable::Damaged(_) => io::Error::other(damaged),
    })?;
    let manifest = manifest.unwrap_or_default();
    for entry in WalkDir::new(old).min_depth(1).contents_first(true).sort_by_file_name() {
        let entry = entry?;
        let path = relative(old, entry.path());
        let ours = is_ours(&manifest, &entry, path);
        if entry.file_type().is_dir() {
            if !ours && !exists(&out.join(path)) {
                fs::create_dir_all(out.join(path))?;
                fs::set_permissions(out.join(path), entry.metadata()?.permissions())?;
            }
            remove(entry.path(), || fs::remove_dir(entry.path()))?;
        } else if !ours {
            settle(entry.path(), path, out, kept)?;
        } else if path != Path::new(FILE) {
            remove(entry.path(), || fs::remove_file(entry.path()))?;
        }
    }
    let list = old.join(FILE);
    match remove(&list, || fs::remove_file(&list)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(old)
}

/// Sees to it that the foreign file `old` is in the site at `out`, and removes it here.
fn settle(old: &Path, path: &Path, out: &Path, kept: &mut Vec<Kept>) -> io::Result<()> {
    let target = out.join(path);
    if !is_same(old, &target)? && !give(old, &target)? {
        // Beside the file that took the name; where the folder itself is taken, at the top.
        let beside = if target.parent().is_some_and(Path::is_dir) {
            path
        } else {
            Path::new(old.file_name().unwrap_or_default())
        };
        let mut number = 2;
        let kept_as = loop {
            let other = other_name(beside, number);
            if is_same(old, &out.join(&other))? || give(old, &out.join(&other))? {
                break other;
            }
            number += 1;
        };
        kept.push(Kept { name: path.to_owned(), kept_as });
    }
    remove(old, || fs::remove_file(old))
}

/// Does `work`, which removes what is at `path`, also out of a folder that may not be written: its twin in the new
/// site stays so.
fn remove(path: &Path, work: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match work() {
        #[cfg(unix)]
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            use std::os::unix::fs::PermissionsExt;
            let folder = path.parent().unwrap_or(path);
            let mode = fs::symlink_metadata(folder)?.permissions().mode();
            fs::set_permissions(folder, fs::Permissions::from_mode(mode | 0o700))?;
            work()
        }
        done => done,
    }
}

/// Gives `old` the name `target` too; false where something else has it.
fn give(old: &Path, target: &Path) -> io::Result<bool> {
    match in_folder(target, || second_name(old, target)) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether nothing is lost when `one` goes and `other` stays.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (Ok(first), Ok(second)) = (fs::symlink_metadata(one), fs::symlink_metadata(other)) else { return Ok(false) };
    if is_same_file(&first, &second) {
        return Ok(true);
    }
    if first.is_symlink() && second.is_symlink() {
        return Ok(fs::read_link(one)? == fs::read_link(other)?);
    }
    Ok(first.is_file()
        && second.is_file()
        && first.len() == second.len()
        && Print::of_file(one)? == Print::of_file(other)?)
}

/// Told from the metadata, because opening a pipe or a device to compare it may wait for ever.
#[cfg(unix)]
fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same_file(_one: &Metadata, _other: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// Writes these files below `folder`, and a list that names `ours`.
    fn site(folder: &Path, files: &[(&str, &str)], ours: &[&str]) {
        let mut manifest = Manifest::default();
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("can be made");
            fs::write(path, text).expect("can be written");
        }
        for address in ours {
            manifest.insert(address, Print::of(b""));
        }
        fs::create_dir_all(folder).expect("can be made");
        fs::write(folder.join(FILE), manifest.bytes().expect("text")).expect("can be written");
    }

    fn text(path: impl AsRef<Path>) -> String {
        fs::read_to_string(path).expect("readable")
    }

    #[test]
    fn what_is_foreign_is_in_the_new_site_afterwards_whatever_has_its_name() {
        let folder = TempDir::new().expect("a temporary folder");
        let (old, out) = (folder.path().join("old"), folder.path().join("out"));
        site(
            &old,
            &[
                ("a.html", "old"),
                ("deep/same", "same"),
                ("deep/new", "arrived"),
                ("deep/taken.php", "mine"),
                ("folder/x", "mine"),
            ],
            &["a.html"],
        );
        fs::create_dir(old.join("empty")).expect("can be made");
        site(
            &out,
            &[("a.html", "new"), ("deep/same", "same"), ("deep/taken.php", "theirs"), ("folder", "a file")],
            &["a.html"],
        );
        let mut kept = Vec::new();
        retire(&old, &out, &mut kept).expect("retired");
        assert!(!old.exists());
        assert_eq!(text(out.join("a.html")), "new");
        assert_eq!(text(out.join("deep/new")), "arrived");
        assert_eq!(
            (text(out.join("deep/taken.php")), text(out.join("deep/taken~2.php"))),
            ("theirs".into(), "mine".into())
        );
        assert_eq!((text(out.join("folder")), text(out.join("x~2"))), ("a file".into(), "mine".into()));
        assert!(out.join("empty").is_dir());
        let kept: Vec<_> = kept.iter().map(|kept| crate::slashes::slashed(&kept.kept_as)).collect();
        assert_eq!(kept, ["deep/taken~2.php", "x~2"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_list_never_makes_it_remove_anything_behind_a_link() {
        let folder = TempDir::new().expect("a temporary folder");
        let (old, out, private) = (folder.path().join("old"), folder.path().join("out"), folder.path().join("private"));
        site(&private, &[("x", "precious"), ("deep/y", "precious")], &[]);
        site(&old, &[], &["a/x", "a/deep/y", "b", "c"]);
        site(&out, &[], &[]);
        for (name, target) in [("a", &private), ("b", &private.join("x"))] {
            std::os::unix::fs::symlink(target, old.join(name)).expect("can be made");
        }
        // A folder where the list has a file.
        fs::create_dir(old.join("c")).expect("can be made");
        fs::write(old.join("c/z"), "mine").expect("can be written");
        retire(&old, &out, &mut Vec::new()).expect("retired");
        assert_eq!((text(private.join("x")), text(private.join("deep/y"))), ("precious".into(), "precious".into()));
        assert_eq!(fs::read_link(out.join("a")).expect("a link"), private);
        assert_eq!(text(out.join("c/z")), "mine");
    }

    #[test]
    fn without_a_list_nothing_is_removed() {
        let folder = TempDir::new().expect("a temporary folder");
        let (old, out) = (folder.path().join("old"), folder.path().join("out"));
        site(&old, &[("a", "1")], &[]);
        fs::remove_file(old.join(FILE)).expect("there");
        site(&out, &[], &[]);
        retire(&old, &out, &mut Vec::new()).expect("retired");
        assert_eq!(text(out.join("a")), "1");
    }
}
