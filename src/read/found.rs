//! A file that was found in the content, before it is known what is in it.

use super::load::Form;
use super::memory::Wanted;
use super::{PlainFile, Stamp};
use crate::diagnostic::{Diagnostic, Location, Message, rules};
use std::path::PathBuf;

/// A file found.
pub struct Found {
    /// Its path within its site, as the person named it.
    pub shown: String,
    /// The same with the year as addresses write it: a folder ๒๕๖๕ is 2565.
    pub path: String,
    pub disk: PathBuf,
}

impl Found {
    /// The same to be read as a record of the site in the folder at `site`.
    pub fn wanted(&self, site: &str, form: Form) -> Wanted {
        let name = format!("{site}/{}", self.shown);
        Wanted { disk: self.disk.clone(), name, within: self.path.clone(), form }
    }

    /// The same to be published as it is.
    pub fn plain(self) -> PlainFile {
        PlainFile { stamp: Stamp::of(&self.disk), path: self.path, disk: self.disk }
    }
}

/// Whether a file of this name is a record in Markdown.
pub fn is_markdown(name: &str) -> bool {
    name.len() > ".md".len() && name.ends_with(".md")
}

/// That a file of the site in the folder at `site` has no place there, without what to do about it.
pub fn stray(site: &str, path: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::STRAY_FILE,
        Location::file(format!("{site}/{path}")),
        Message::new(
            "แฟ้มนี้ไม่ได้อยู่ในตำแหน่งที่กำหนด จึงไม่ถูกเผยแพร่",
            "this file has no place in the format and is not published",
        ),
    )
}
