//! The folders of the content format: which file is what.

use super::found::{Found, is_markdown, stray};
use super::load::Form;
use super::memory::Memory;
use super::names;
use super::top::top;
use super::{CONTENT, Content, SiteContent, YearContent};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::slashes::slashed;
use crate::system;
use crate::thai::calendar::FiscalYear;
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

pub fn content(root: &Path, memory: &Memory, problems: &mut Diagnostics) -> Content {
    let folder = root.join(CONTENT);
    if !folder.is_dir() {
        problems.push(
            Diagnostic::new(
                &rules::NO_CONTENT,
                Location::from_start(&folder),
                Message::new("ไม่พบโฟลเดอร์ content", "there is no folder content"),
            )
            .help(
                "เรียกจากโฟลเดอร์ที่มี content อยู่ข้างใน หรือบอกโฟลเดอร์นั้นต่อท้ายคำสั่ง",
                "run this in the folder that holds content, or name that folder",
            ),
        );
        return Content::default();
    }
    let mut found = files(&folder, problems);
    if found.iter().any(|file| file.path == "site.yaml") {
        let site = site(None, CONTENT, found, memory, problems);
        return Content { top: None, sites: site.into_iter().collect() };
    }
    let mut sites: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    found.retain_mut(|file| match file.path.split_once('/') {
        Some((name, rest)) => {
            let inner = Found { shown: rest.to_owned(), path: rest.to_owned(), disk: std::mem::take(&mut file.disk) };
            sites.entry(name.to_owned()).or_default().push(inner);
            false
        }
        None => true,
    });
    if !sites.values().flatten().any(|file| file.path == "site.yaml") {
        problems.push(
            Diagnostic::new(
                &rules::NO_CONTENT,
                Location::file(format!("{CONTENT}/site.yaml")),
                Message::new("ไม่พบ site.yaml", "there is no site.yaml"),
            )
            .help(
                "สร้าง content/site.yaml ที่มี `organisation:` และ `name:` ของหน่วยงาน",
                "write content/site.yaml with `organisation:` and its `name:`",
            ),
        );
        return Content::default();
    }
    let top = top(found, &mut sites, memory, problems);
    let sites = sites
        .into_iter()
        .filter_map(|(folder, found)| {
            let path = format!("{CONTENT}/{folder}");
            if found.iter().all(|file| file.path != "site.yaml") {
                let message = Message::new(
                    "โฟลเดอร์นี้ไม่มี site.yaml จึงไม่ถูกเผยแพร่",
                    "this folder has no site.yaml and is not published",
                );
                problems.push(Diagnostic::new(&rules::STRAY_FILE, Location::file(path), message).help(
                    "เพิ่ม site.yaml ในโฟลเดอร์นี้ หน้าของเว็บไซต์รวมให้วางใน content/pages ถ้าเป็นบันทึกส่วนตัวให้ขึ้นต้นชื่อด้วย _",
                    "write a site.yaml in it; pages of the portal itself belong in content/pages, and a folder of private notes gets a name that begins with _",
                ));
                return None;
            }
            site(Some(folder), &path, found, memory, problems)
        })
        .collect();
    Content { top: Some(top), sites }
}

/// Every file below `folder` by path, except what begins with `.` or `_`: those are the officer's own notes; and
/// except what Office and Windows leave beside files, which nobody put there.
fn files(folder: &Path, problems: &mut Diagnostics) -> Vec<Found> {
    let own = |name: &std::ffi::OsStr| names::is_left_aside(&name.to_string_lossy());
    let walk = WalkDir::new(folder).min_depth(1);
    let mut found = Vec::new();
    for entry in walk.into_iter().filter_entry(|entry| !own(entry.file_name())) {
        match entry {
            Ok(entry) => {
                let path = shown(folder, entry.path());
                check_name(&path, &entry, problems);
                if entry.file_type().is_dir() {
                    continue;
                }
                if let Some(why) = not_a_file(&entry) {
                    problems.push(why(&format!("{CONTENT}/{path}")));
                } else {
                    found.push(Found { shown: path.clone(), path, disk: entry.into_path() });
                }
            }
            Err(error) => {
                let path = shown(folder, error.path().unwrap_or(folder));
                // The path is told beside it.
                let same = || Message::new(error.to_string(), error.to_string());
                let why = error.io_error().map_or_else(same, system::why);
                let message = Message::new(format!("อ่านไม่ได้: {}", why.th), format!("cannot be read: {}", why.en));
                problems.push(
                    Diagnostic::new(&rules::UNREADABLE, Location::file(format!("{CONTENT}/{path}")), message).help(
                        "ตรวจสิทธิ์การอ่านโฟลเดอร์นี้ และดูว่าชื่อไม่ยาวเกินไป",
                        "see to the permission to read it, and that its path is not too long",
                    ),
                );
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    for (path, other) in names::collisions(found.iter().map(|file| file.path.as_str())) {
        problems.push(names::collision(&format!("{CONTENT}/{path}"), other));
    }
    found
}

/// A path below `root`, with `/` between folders.
fn shown(root: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(root).unwrap_or(path))
}

/// Reports a name that a web host cannot carry.
fn check_name(path: &str, entry: &DirEntry, problems: &mut Diagnostics) {
    let why = match entry.file_name().to_str() {
        Some(name) => names::fault(name),
        None => Some(("ไม่ใช่ UTF-8".to_owned(), "it is not UTF-8".to_owned())),
    };
    if let Some(why) = why {
        problems.push(names::bad_name(&format!("{CONTENT}/{path}"), why));
    }
}

/// Why something found is no file that could be published. A link may lead out of the content, to what nobody
/// meant to publish.
fn not_a_file(entry: &DirEntry) -> Option<fn(&str) -> Diagnostic> {
    let kind = entry.file_type();
    if kind.is_file() {
        return None;
    }
    if kind.is_symlink() {
        return Some(|path| {
            Diagnostic::new(
                &rules::NOT_A_FILE,
                Location::file(path),
                Message::new("เป็นลิงก์ ไม่ใช่แฟ้ม จึงไม่ถูกเผยแพร่", "this is a link, not a file, and is not published"),
            )
            .help("วางแฟ้มจริงไว้แทน", "put the file itself in its place")
        });
    }
    Some(|path| {
        Diagnostic::new(
            &rules::NOT_A_FILE,
            Location::file(path),
            Message::new(
                "เป็นอุปกรณ์หรือท่อของระบบ ไม่ใช่แฟ้ม จึงไม่ถูกเผยแพร่",
                "this is a device or pipe of the system, not a file, and is not published",
            ),
        )
        .help("ลบออกจากโฟลเดอร์ content", "take it out of the content folder")
    })
}

/// A file that has no place in a site.
fn stray_in_site(site: &str, path: &str) -> Diagnostic {
    let problem = stray(site, path);
    match names::meant(path) {
        Some((th, en)) => problem.help(th, en),
        None => problem.help(
            "แฟ้มหลักฐานให้วางไว้ใน files ของปีนั้น ถ้าเป็นบันทึกส่วนตัวให้ขึ้นต้นชื่อด้วย _",
            "evidence belongs in the year's folder files; a private note gets a name that begins with _",
        ),
    }
}

/// The files of a site, sorted by what they are.
#[derive(Default)]
struct Sorted {
    framework: Vec<Found>,
    pages: Vec<Found>,
    files: Vec<Found>,
    years: BTreeMap<u16, SortedYear>,
}

#[derive(Default)]
struct SortedYear {
    /// At most one.
    assessment: Vec<Found>,
    measures: Vec<Found>,
    issues: Vec<Found>,
    oit: Vec<Found>,
}

fn site(
    folder: Option<String>,
    path: &str,
    found: Vec<Found>,
    memory: &Memory,
    problems: &mut Diagnostics,
) -> Option<SiteContent> {
    let mut sorted = Sorted::default();
    let mut settings = None;
    for file in found {
        if file.path == "site.yaml" {
            settings = Some(file);
        } else if let Some(stray_one) = sort(file, &mut sorted) {
            problems.push(stray_in_site(path, &stray_one.shown));
        }
    }
    let settings = settings?;
    let all = |files: &[Found], form| files.iter().map(|file| file.wanted(path, form)).collect::<Vec<_>>();
    let site = memory.load(&settings.wanted(path, Form::Yaml), problems)?;
    let framework = memory.load_all(&all(&sorted.framework, Form::Yaml), problems);
    let pages = memory.load_all(&all(&sorted.pages, Form::Page), problems);
    let years = sorted
        .years
        .into_iter()
        .map(|(year, of)| YearContent {
            year,
            assessment: of.assessment.first().and_then(|file| memory.load(&file.wanted(path, Form::Record), problems)),
            measures: memory.load_all(&all(&of.measures, Form::Record), problems),
            issues: memory.load_all(&all(&of.issues, Form::Record), problems),
            oit: memory.load_all(&all(&of.oit, Form::Record), problems),
        })
        .collect();
    let files = sorted.files.into_iter().map(Found::plain).collect();
    Some(SiteContent { folder, site, framework, pages, years, files })
}

/// Puts a file where it belongs, or gives it back.
fn sort(mut file: Found, sorted: &mut Sorted) -> Option<Found> {
    let parts: Vec<&str> = file.shown.split('/').collect();
    match parts.as_slice() {
        ["framework", name] if name.ends_with(".yaml") => sorted.framework.push(file),
        ["pages", name] if is_markdown(name) => sorted.pages.push(file),
        ["files", _, ..] => sorted.files.push(file),
        [folder, rest @ ..] => {
            let Ok(year) = FiscalYear::parse(folder) else { return Some(file) };
            let of_year = sorted.years.entry(year.be()).or_default();
            let place = match rest {
                ["files", _, ..] => &mut sorted.files,
                ["assessment.md"] if of_year.assessment.is_empty() => &mut of_year.assessment,
                ["measures", name] if is_markdown(name) => &mut of_year.measures,
                ["issues", name] if is_markdown(name) => &mut of_year.issues,
                ["oit", name] if is_markdown(name) => &mut of_year.oit,
                _ => return Some(file),
            };
            file.path = format!("{}/{}", year.be(), rest.join("/"));
            place.push(file);
        }
        [] => return Some(file),
    }
    None
}
