//! The files of a theme: those that are built in, and those of a project that take their place.

use super::{ABOUT, ASSETS, Choice, DEFAULT, FOLDER, TEMPLATES, WORDS};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::memo::print;
use crate::read::{bad_name, collision, collisions, is_left_aside, name_fault};
use crate::slashes::slashed;
use crate::system::why;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Embedded;

/// A file of a theme.
#[derive(Debug, Clone)]
pub struct File {
    /// What is in it.
    pub data: Cow<'static, [u8]>,
    /// How it is called when speaking to the person: its path in the project.
    pub name: String,
}

/// The files of a theme, by their paths in its folder.
#[derive(Debug, Default)]
pub struct Files {
    /// Those of the project.
    pub own: BTreeMap<String, File>,
    /// Those that are built in, also where one of the project takes their place.
    pub built_in: BTreeMap<String, File>,
}

impl Files {
    /// The files of a theme for the project in `root`; `None` where there is no such theme.
    pub fn read(root: &Path, choice: &Choice, problems: &mut Diagnostics) -> Option<Self> {
        match choice {
            Choice::Named(name) => {
                let folder = root.join(FOLDER).join(name);
                if is_name(name) && folder.is_dir() {
                    let own = own(&folder, &format!("{FOLDER}/{name}"), problems);
                    return Some(Self { own, built_in: built_in() }.named(problems));
                }
                if name == DEFAULT {
                    return Some(Self { own: BTreeMap::new(), built_in: built_in() });
                }
                problems.push(missing(name));
            }
            Choice::Folder(folder) => {
                let own = if folder.is_dir() { own(folder, &shown(folder), problems) } else { BTreeMap::new() };
                // Any folder could be named by a slip, and every file of it would be told as unused.
                if own.keys().any(|path| Self::is_place(path)) {
                    return Some(Self { own, built_in: built_in() }.named(problems));
                }
                problems.push(no_theme(folder));
            }
        }
        None
    }

    /// The same, with names told under which its files cannot be published beside each other.
    fn named(self, problems: &mut Diagnostics) -> Self {
        for (path, file) in self.own.iter().filter(|(path, _)| path.starts_with(ASSETS)) {
            if let Some(why) = path.split('/').find_map(name_fault) {
                problems.push(bad_name(&file.name, why));
            }
        }
        let all = self.all();
        for (path, other) in collisions(all.keys().copied().filter(|path| path.starts_with(ASSETS))) {
            // Of two, it is the project's that can be renamed.
            let (own, other) = if self.own.contains_key(path) { (path, other) } else { (other, path) };
            let told = all.get(own).map_or(own, |file| file.name.as_str());
            problems.push(collision(told, other));
        }
        self
    }

    /// Each file that counts, by its path, once.
    #[must_use]
    pub fn all(&self) -> BTreeMap<&str, &File> {
        self.built_in.iter().chain(&self.own).map(|(path, file)| (path.as_str(), file)).collect()
    }

    /// A number for each file that counts: the same while they are the same.
    #[must_use]
    pub fn print(&self) -> u64 {
        print(&self.all().iter().map(|(path, file)| (*path, file.data.as_ref())).collect::<Vec<_>>())
    }

    /// The files in one of its folders, by their paths in that.
    pub fn below(&self, folder: &'static str) -> impl Iterator<Item = (&str, &File)> {
        self.all().into_iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)))
    }

    /// Whether a theme has files in such a place.
    #[must_use]
    pub fn is_place(path: &str) -> bool {
        path == ABOUT || [TEMPLATES, ASSETS, WORDS].iter().any(|folder| path.starts_with(folder))
    }
}

/// How the folder of a theme is told: without `/` at its end.
fn shown(folder: &Path) -> String {
    slashed(folder).trim_end_matches('/').to_owned()
}

/// The files that are built in, by their paths.
#[must_use]
pub fn built_in() -> BTreeMap<String, File> {
    let file = |path: Cow<'static, str>| {
        let file = File { data: Embedded::get(&path)?.data, name: format!("{FOLDER}/{DEFAULT}/{path}") };
        Some((path.into_owned(), file))
    };
    // What the built-in theme says of itself is not said by one that takes its place.
    Embedded::iter().filter(|path| path != ABOUT).filter_map(file).collect()
}

/// Whether `name` can be that of a theme: one folder, and no private one.
#[must_use]
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains('/') && !is_left_aside(name) && name_fault(name).is_none()
}

/// The names of the themes in the project in `root`, in order.
#[must_use]
pub fn of_project(root: &Path) -> Vec<String> {
    let folders = std::fs::read_dir(root.join(FOLDER)).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<_> = folders
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| is_name(name))
        .collect();
    names.sort();
    names
}

/// The files in the folder of a theme, which is told as `shown`, but for private notes and what is left beside files.
fn own(folder: &Path, shown: &str, problems: &mut Diagnostics) -> BTreeMap<String, File> {
    let mut files = BTreeMap::new();
    let walk = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_left_aside(&entry.file_name().to_string_lossy())) {
        let entry = match entry {
            Ok(entry) if entry.file_type().is_file() => entry,
            Ok(_) => continue,
            Err(error) => {
                let same = || Message::new(error.to_string(), error.to_string());
                problems.push(unreadable(shown, &error.io_error().map_or_else(same, why)));
                continue;
            }
        };
        let path = slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
        let name = format!("{shown}/{path}");
        match std::fs::read(entry.path()) {
            Ok(data) => {
                files.insert(path, File { data: Cow::Owned(data), name });
            }
            Err(error) => problems.push(unreadable(&name, &why(&error))),
        }
    }
    files
}

fn missing(name: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::NO_THEME,
        Location::file(format!("{FOLDER}/{name}")),
        Message::new(format!("ไม่พบธีม “{name}”"), format!("there is no theme “{name}”")),
    )
    .help(
        format!("สร้างโฟลเดอร์ themes/{name} หรือเขียน `theme: default` ใน site.yaml"),
        format!("make a folder themes/{name}, or write `theme: default` in site.yaml"),
    )
}

fn no_theme(folder: &Path) -> Diagnostic {
    let folder = shown(folder);
    Diagnostic::new(
        &rules::NO_THEME,
        Location::file(folder.as_str()),
        Message::new(format!("โฟลเดอร์ “{folder}” ไม่ใช่ธีม"), format!("the folder “{folder}” is no theme")),
    )
    .help(
        "ระบุโฟลเดอร์ที่มี templates/, assets/, words/ หรือ theme.yaml อยู่ข้างใน นับจากโฟลเดอร์ที่สั่งงาน",
        "name a folder that holds templates/, assets/, words/ or theme.yaml, as seen from where the command is given",
    )
}

fn unreadable(name: &str, why: &Message) -> Diagnostic {
    Diagnostic::new(
        &rules::THEME,
        Location::file(name),
        Message::new(format!("อ่านแฟ้มของธีมไม่ได้: {}", why.th), format!("a file of the theme cannot be read: {}", why.en)),
    )
    .help("ตรวจสิทธิ์การอ่านแฟ้มนี้", "see to the permission to read it")
}
