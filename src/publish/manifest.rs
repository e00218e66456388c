//! The list of the files that the program made, kept in the published folder.
//!
//! It is the file [`FILE`] at the top of the site. Lines that begin with `#` tell a person what the folder is.
//! Then come one JSON object a line: a head with the version of the format and the number of files, and for every
//! file its path with `/` between folders, its size in bytes and the BLAKE3 hash of its content, in the order of
//! the paths:
//!
//! ```text
//! {"prongsai":1,"files":2}
//! {"path":"2566/index.html","size":5120,"blake3":"af1349b9f5f9a1a6…"}
//! {"path":"index.html","size":5120,"blake3":"af1349b9f5f9a1a6…"}
//! ```
//!
//! JSON, because a file name may hold a line break. No times, because the same records give the same bytes. Whoever
//! may write into the folder can write into the list, so nothing is ever looked up on the disk by a path that stands
//! in it: it is asked about files that were found by walking the folder.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Component, Path};

/// The file by which a folder is known to be ours.
pub const FILE: &str = ".prongsai";
const NOTICE: &str = "\
# This folder is made by prongsai. The files listed here are replaced at every build; keep your own elsewhere.\n\
# โฟลเดอร์นี้สร้างโดย prongsai แฟ้มในรายการนี้จะถูกแทนที่ทุกครั้งที่สร้างเว็บ โปรดเก็บแฟ้มของท่านไว้ที่อื่น\n";
const VERSION: u32 = 1;

/// What a file holds, without holding it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// Bytes.
    pub size: u64,
    /// Of all of them.
    pub hash: blake3::Hash,
}

impl Print {
    /// Of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, hash: blake3::hash(bytes) }
    }

    /// Of a file, read to its end.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        Self::copy(File::open(path)?, &mut io::sink())
    }

    /// Of what is read and written on.
    ///
    /// # Errors
    /// Where reading or writing fails.
    pub fn copy(from: impl io::Read, to: &mut impl io::Write) -> io::Result<Self> {
        let mut tee = Tee { to, hasher: blake3::Hasher::new() };
        let size = io::copy(&mut io::BufReader::with_capacity(64 * 1024, from), &mut tee)?;
        Ok(Self { size, hash: tee.hasher.finalize() })
    }
}

/// Writes on, and hashes what it wrote.
struct Tee<'a, W> {
    to: &'a mut W,
    hasher: blake3::Hasher,
}

impl<W: io::Write> io::Write for Tee<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Why a list cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The disk refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is of another version, or somebody changed it: in this line, from 1.
    #[error("line {0} is not what prongsai wrote")]
    Damaged(usize),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    prongsai: u32,
    files: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    path: String,
    size: u64,
    blake3: String,
}

/// The files of one site, by address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, Print>,
    folders: BTreeSet<String>,
}

impl Manifest {
    /// Adds a file; the last word on an address counts.
    pub fn insert(&mut self, address: &str, print: Print) {
        self.folders.extend(address.match_indices('/').map(|(at, _)| address[..at].to_owned()));
        self.files.insert(address.to_owned(), print);
    }

    /// What the file at `address` held when it was written, if it was.
    pub fn get(&self, address: &str) -> Option<Print> {
        self.files.get(address).copied()
    }

    /// The files by address, each with what it held when it was written.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Print)> {
        self.files.iter().map(|(address, print)| (address.as_str(), print))
    }

    /// Whether the file found at `path`, relative to the site, was made by the program; so is the list itself.
    pub fn has_file(&self, path: &Path) -> bool {
        address(path).is_some_and(|address| address == FILE || self.files.contains_key(&address))
    }

    /// Whether the folder found at `path`, relative to the site, was made to hold such a file.
    pub fn has_folder(&self, path: &Path) -> bool {
        address(path).is_some_and(|address| self.folders.contains(&address))
    }

    /// The list of the site in `folder`; nothing where there is none.
    ///
    /// # Errors
    /// Where there is one that cannot be used.
    pub fn read(folder: &Path) -> Result<Option<Self>, Unreadable> {
        let path = folder.join(FILE);
        // A link or folder of that name is not ours.
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => Self::parse(&fs::read(&path)?).map(Some),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads the list from the bytes of its file.
    fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let text = str::from_utf8(bytes).map_err(|_| Unreadable::Damaged(1))?;
        let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#'));
        let head = lines.next().and_then(|(_, line)| serde_json::from_str::<Head>(line).ok());
        let head = head.filter(|head| head.prongsai == VERSION).ok_or(Unreadable::Damaged(1))?;
        let mut manifest = Self::default();
        for (number, line) in lines {
            let (path, print) = parse_line(line).ok_or(Unreadable::Damaged(number))?;
            if manifest.files.last_key_value().is_some_and(|(last, _)| *last >= path) {
                return Err(Unreadable::Damaged(number));
            }
            manifest.insert(&path, print);
        }
        if manifest.files.len() == head.files { Ok(manifest) } else { Err(Unreadable::Damaged(1)) }
    }

    /// The bytes of its file.
    ///
    /// # Errors
    /// None in practice: what is written is numbers and text.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = NOTICE.as_bytes().to_vec();
        let mut line = |value: serde_json::Result<String>| -> io::Result<()> {
            bytes.extend(value?.as_bytes());
            bytes.push(b'\n');
            Ok(())
        };
        line(serde_json::to_string(&Head { prongsai: VERSION, files: self.files.len() }))?;
        for (path, print) in &self.files {
            let path = path.clone();
            line(serde_json::to_string(&Line { path, size: print.size, blake3: print.hash.to_hex().to_string() }))?;
        }
        Ok(bytes)
    }
}

fn parse_line(line: &str) -> Option<(String, Print)> {
    let line: Line = serde_json::from_str(line).ok()?;
    let plain = line.path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains('\0'));
    let hash = blake3::Hash::from_hex(&line.blake3).ok()?;
    plain.then_some((line.path, Print { size: line.size, hash }))
}

/// The address of a path relative to the site; none where it is no text, and so not one of ours.
fn address(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    parts.map(|parts| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn manifest(files: &BTreeMap<String, Vec<u8>>) -> Manifest {
        let mut manifest = Manifest::default();
        for (address, bytes) in files {
            manifest.insert(address, Print::of(bytes));
        }
        manifest
    }

    /// A list with one file at `path`, well-formed but for that.
    fn listing(path: &str) -> Vec<u8> {
        let print = Print::of(b"x");
        let head = serde_json::to_string(&Head { prongsai: VERSION, files: 1 }).expect("JSON");
        let line = Line { path: path.to_owned(), size: print.size, blake3: print.hash.to_hex().to_string() };
        format!("{head}\n{}\n", serde_json::to_string(&line).expect("JSON")).into_bytes()
    }

    #[test]
    fn a_path_that_leaves_the_folder_makes_the_list_unusable() {
        assert!(Manifest::parse(&listing("2566/index.html")).is_ok());
        for path in ["../x", "a/../../x", "/etc/passwd", "", "a//b", "a/", "./a", "a/.", "..", "a\0b"] {
            assert!(Manifest::parse(&listing(path)).is_err(), "{path:?}");
        }
    }

    #[test]
    fn a_list_that_was_cut_or_put_out_of_order_is_not_used() {
        let whole = manifest(&BTreeMap::from([("a".to_owned(), vec![1]), ("b/c".to_owned(), vec![2])]));
        let bytes = whole.bytes().expect("text");
        for end in 0..bytes.len() - 1 {
            assert!(Manifest::parse(&bytes[..end]).is_err(), "cut at {end}");
        }
        let text = String::from_utf8(bytes).expect("text");
        let mut lines: Vec<&str> = text.lines().collect();
        let last = lines.len() - 1;
        lines.swap(last, last - 1);
        assert!(matches!(Manifest::parse(lines.join("\n").as_bytes()), Err(Unreadable::Damaged(5))));
        assert!(Manifest::parse(text.replace("\"prongsai\":1", "\"prongsai\":2").as_bytes()).is_err());
    }

    #[test]
    fn knows_the_folders_of_its_files() {
        let manifest = manifest(&BTreeMap::from([("a/b/c".to_owned(), vec![])]));
        assert!(manifest.has_folder(Path::new("a")) && manifest.has_folder(Path::new("a/b")));
        assert!(!manifest.has_folder(Path::new("a/b/c")) && manifest.has_file(Path::new("a/b/c")));
        assert!(manifest.has_file(Path::new(FILE)) && !manifest.has_file(Path::new("a/b")));
        assert!(!manifest.has_file(Path::new("/a/b/c")) && !manifest.has_file(Path::new("x/../a/b/c")));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _either = Manifest::parse(&bytes);
        }

        #[test]
        fn bytes_that_look_like_a_list_are_read_or_refused(
            lines in prop::collection::vec(
                prop_oneof![
                    Just("{\"prongsai\":1,\"files\":1}".to_owned()),
                    any::<(String, u64, String)>().prop_map(|(path, size, hash)| {
                        serde_json::json!({ "path": path, "size": size, "blake3": hash }).to_string()
                    }),
                    any::<String>(),
                ],
                0..6,
            )
        ) {
            if let Ok(manifest) = Manifest::parse(lines.join("\n").as_bytes()) {
                let inside = |path: &String| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
                prop_assert!(manifest.files.keys().all(inside));
            }
        }

        #[test]
        fn what_is_written_is_read_again(
            files in prop::collection::btree_map("[^/\0]{0,3}[^/\0.](/[^/\0]{0,2}[^/\0.]){0,3}", any::<Vec<u8>>(), 0..8)
        ) {
            let manifest = manifest(&files);
            let bytes = manifest.bytes().expect("text");
            prop_assert_eq!(Manifest::parse(&bytes).expect("ours"), manifest);
        }

        #[test]
        fn a_copy_has_the_print_of_its_bytes(bytes in any::<Vec<u8>>()) {
            let mut copy = Vec::new();
            prop_assert_eq!(Print::copy(bytes.as_slice(), &mut copy).expect("memory"), Print::of(&bytes));
            prop_assert_eq!(copy, bytes);
        }
    }
}
