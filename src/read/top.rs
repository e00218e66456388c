//! What of a portal belongs to none of its sites: ordinary pages, and the files that they show.

use super::found::{Found, is_markdown, stray};
use super::load::Form;
use super::memory::Memory;
use super::{CONTENT, TopContent, names};
use crate::diagnostic::{Diagnostic, Diagnostics};
use std::collections::BTreeMap;

/// The folders of a portal that are none of its sites.
const OWN: [&str; 2] = ["pages", "files"];

/// Reads what belongs to none of a portal's sites: files that stand beside them, and folders that are the portal's own,
/// which are taken out of `folders`.
pub fn top(
    beside: Vec<Found>,
    folders: &mut BTreeMap<String, Vec<Found>>,
    memory: &Memory,
    problems: &mut Diagnostics,
) -> TopContent {
    let mut own = beside;
    for folder in OWN {
        // One that somebody has made a site is told to be no name for it.
        let is_own = |found: &Vec<Found>| found.iter().all(|file| file.path != "site.yaml");
        if folders.get(folder).is_some_and(is_own) {
            let found = folders.remove(folder).unwrap_or_default();
            own.extend(found.into_iter().map(|file| {
                let path = format!("{folder}/{}", file.path);
                Found { shown: path.clone(), path, disk: file.disk }
            }));
        }
    }
    let (mut pages, mut files) = (Vec::new(), Vec::new());
    for file in own {
        match file.path.split('/').collect::<Vec<_>>().as_slice() {
            ["pages", name] if is_markdown(name) => pages.push(file),
            ["files", _, ..] => files.push(file),
            _ => problems.push(stray_at_top(&file.path)),
        }
    }
    let pages: Vec<_> = pages.iter().map(|file| file.wanted(CONTENT, Form::Page)).collect();
    TopContent { pages: memory.load_all(&pages, problems), files: files.into_iter().map(Found::plain).collect() }
}

/// A file that has no place in a portal.
fn stray_at_top(path: &str) -> Diagnostic {
    let problem = stray(CONTENT, path);
    match names::meant(path) {
        Some((th, en)) => problem.help(th, en),
        None => problem.help(
            "หน้าของเว็บไซต์รวมให้วางเป็น pages/ชื่อ.md ภาพและเอกสารของหน้าให้วางใน files ถ้าเป็นบันทึกส่วนตัวให้ขึ้นต้นชื่อด้วย _",
            "pages of the portal are pages/NAME.md, their pictures and documents belong in files; a private note gets a name that begins with _",
        ),
    }
}
