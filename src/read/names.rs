//! Names of files and folders: those that a web host cannot carry, and what a misplaced file was meant to be.
//!
//! It looks at names alone and opens nothing.

use crate::diagnostic::{Diagnostic, Location, Message, rules};
use crate::thai::calendar::FiscalYear;
use crate::thai::digits;
use crate::unseen::is_unseen;
use std::collections::BTreeMap;

/// Longest name, in bytes, that file systems of web hosts take. A Thai letter has three.
const LONGEST: usize = 255;
/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];
/// Folders of a year and of a site.
const FOLDERS: [&str; 6] = ["measures", "issues", "oit", "files", "pages", "framework"];
/// Between the Buddhist Era and the Common Era.
const BE_MINUS_CE: u32 = 543;

/// Whether a file or folder of this name is no part of what is published: a private note, which begins with `.` or `_`,
/// or something that Office or Windows left beside files.
#[must_use]
pub fn is_left_aside(name: &str) -> bool {
    let left = ["Thumbs.db", "desktop.ini"].iter().any(|left| name.eq_ignore_ascii_case(left));
    name.starts_with(['.', '_']) || name.starts_with("~$") || left
}

/// Why a host cannot carry a name: Thai, English.
pub fn fault(name: &str) -> Option<(String, String)> {
    if let Some(char) = name.chars().find(|char| r#"\:*?"<>|"#.contains(*char)) {
        return Some((format!("มีเครื่องหมาย {char}"), format!("it has {char}")));
    }
    if name.chars().any(hidden) {
        return Some(("มีอักขระที่มองไม่เห็น".to_owned(), "it has characters that cannot be seen".to_owned()));
    }
    if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        return Some((
            "ขึ้นต้นด้วยช่องว่าง หรือลงท้ายด้วยจุดหรือช่องว่าง".to_owned(),
            "it begins with a space, or ends in a dot or space".to_owned(),
        ));
    }
    // Spaces before the dot are lost on the way to the device.
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ').to_ascii_lowercase();
    let numbered = |device: &str| {
        let mut number = stem.strip_prefix(device).unwrap_or_default().chars();
        let digit = number.next().is_some_and(|digit| digit.is_ascii_digit() || matches!(digit, '¹' | '²' | '³'));
        digit && number.next().is_none()
    };
    if DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.into_iter().any(numbered) {
        return Some((format!("Windows สงวนชื่อ {stem} ไว้"), format!("Windows keeps the name {stem} for a device")));
    }
    if name.len() > LONGEST {
        return Some(("ยาวเกินไป".to_owned(), "it is too long".to_owned()));
    }
    None
}

/// What cannot be seen in a name, line breaks, tabs and zero-width characters among it.
#[must_use]
pub fn hidden(char: char) -> bool {
    is_unseen(char) || char.is_control() || matches!(char, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A name that a host cannot carry, as a problem of the file at `path`.
#[must_use]
pub fn bad_name(path: &str, why: (String, String)) -> Diagnostic {
    let (th, en) = why;
    Diagnostic::new(
        &rules::FILE_NAME,
        Location::file(path),
        Message::new(format!("โฮสต์เว็บหลายแห่งรับชื่อนี้ไม่ได้: {th}"), format!("many web hosts cannot carry this name: {en}")),
    )
    .help(
        "เปลี่ยนชื่อ ใช้ตัวอักษร ตัวเลข ขีดกลาง และจุดเดียวก่อนนามสกุล",
        "rename it: letters, digits, hyphens and one dot before the ending",
    )
}

/// Paths of files that cannot all stand on Windows or macOS, which do not tell capital letters apart: each with one that
/// has its place, or needs a folder there.
pub fn collisions<'p>(paths: impl Iterator<Item = &'p str> + Clone) -> Vec<(&'p str, &'p str)> {
    // Folders that are named in two ways are one there, which holds what is in both.
    let mut folders: BTreeMap<String, &str> = BTreeMap::new();
    for path in paths.clone() {
        for (at, _) in path.match_indices('/') {
            folders.entry(path[..at].to_lowercase()).or_insert(path);
        }
    }
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    paths
        .filter_map(|path| {
            let folded = path.to_lowercase();
            Some((path, folders.get(&folded).copied().or(seen.insert(folded, path))?))
        })
        .collect()
}

/// That the file at `path` cannot stand beside `other` there.
#[must_use]
pub fn collision(path: &str, other: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::CASE_COLLISION,
        Location::file(path),
        Message::new(
            format!("ชื่อต่างจาก {other} แค่ตัวพิมพ์เล็กใหญ่"),
            format!("its name differs from {other} in capital letters alone"),
        ),
    )
    .help(
        "Windows เห็นเป็นแฟ้มเดียวกันและจะเหลือเพียงแฟ้มเดียว เปลี่ยนชื่อแฟ้มใดแฟ้มหนึ่ง",
        "Windows takes them for one file and keeps one of the two: rename one",
    )
}

/// What a file without a place was most likely meant to be: Thai, English.
pub fn meant(path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let name = *parts.last()?;
    let suggest = |better: &str| {
        let meant = || (format!("ตั้งใจให้เป็น {better} หรือไม่"), format!("is it meant to be {better}?"));
        // What has the name already is wrong in another way, such as a picture among the measures.
        (better != path).then(meant)
    };
    if parts.len() == 1 && matches!(name.to_lowercase().as_str(), "site.yml" | "sites.yaml" | "site.yaml") {
        return suggest("site.yaml");
    }
    let [folder, rest @ ..] = parts.as_slice() else { return None };
    // A folder named by the Common Era.
    let year = digits::parse_whole(folder);
    if let Some(year) = year.filter(|year| (1900..2100).contains(year) && !rest.is_empty()) {
        return suggest(&format!("{}/{}", year + BE_MINUS_CE, rest.join("/")));
    }
    let of_year = FiscalYear::parse(folder).is_ok();
    match rest {
        [file] if of_year && near(&file.to_lowercase(), "assessment.md") => suggest(&format!("{folder}/assessment.md")),
        [inner, file] if of_year => {
            let better = FOLDERS[..4].iter().find(|known| near(&inner.to_lowercase(), known))?;
            suggest(&format!("{folder}/{better}/{}", with_ending_of(better, file)))
        }
        [file] if !of_year => {
            let better = FOLDERS.iter().find(|known| near(&folder.to_lowercase(), known))?;
            suggest(&format!("{better}/{}", with_ending_of(better, file)))
        }
        _ => None,
    }
}

fn near(word: &str, known: &str) -> bool {
    strsim::jaro_winkler(word, known) > 0.85
}

/// A file's name with the ending that files of a folder have, where it has another for text.
fn with_ending_of(folder: &str, name: &str) -> String {
    let ending = match folder {
        "files" => return name.to_owned(),
        "framework" => "yaml",
        _ => "md",
    };
    let is_text = |written: &str| ["md", "markdown", "txt", "text", "yml", "yaml"].contains(&written);
    match name.rsplit_once('.') {
        Some((stem, written)) if is_text(&written.to_lowercase()) => format!("{stem}.{ending}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_hosts_cannot_carry() {
        let long = "ก".repeat(86);
        for name in [
            "a:b.pdf",
            "a\u{7}.pdf",
            "a\nb.csv",
            "a\tb.csv",
            "a\u{202e}fdp.exe",
            "a.pdf ",
            "a.",
            " a",
            "CON",
            "nul.md",
            "com1.pdf",
            "LPT².txt",
            "Aux .pdf",
            "conin$",
            &long,
        ] {
            assert!(fault(name).is_some(), "{name:?}");
        }
    }

    #[test]
    fn ordinary_names_are_fine() {
        for name in [
            "ประกาศ No Gift (ฉบับที่ ๒).pdf",
            "contact.md",
            "com.pdf",
            "com10.pdf",
            "com๑.pdf",
            "con$.pdf",
            "a&b#c%d'e.pdf",
            "v1.2 (ก).pdf",
            "a .pdf",
            "a..pdf",
            ".htaccess",
        ] {
            assert_eq!(fault(name), None, "{name}");
        }
    }

    #[test]
    fn a_misplaced_file_is_told_where_it_belongs() {
        let meant = |path| meant(path).map(|(_, en)| en.replace("is it meant to be ", "").replace('?', ""));
        assert_eq!(meant("2566/assesment.md").as_deref(), Some("2566/assessment.md"));
        assert_eq!(meant("2566/Measures/a.md").as_deref(), Some("2566/measures/a.md"));
        assert_eq!(meant("2566/issue/1.MD").as_deref(), Some("2566/issues/1.md"));
        assert_eq!(meant("2023/measures/a.md").as_deref(), Some("2566/measures/a.md"));
        assert_eq!(meant("page/about.md").as_deref(), Some("pages/about.md"));
        assert_eq!(meant("site.yml").as_deref(), Some("site.yaml"));
        assert_eq!(meant("2566/measures/x.txt").as_deref(), Some("2566/measures/x.md"));
        assert_eq!(meant("framework/2567.yml").as_deref(), Some("framework/2567.yaml"));
        for path in ["readme.txt", "2566/measures/x.jpg", "2566/measures/x.docx", "pages/sub.d"] {
            assert_eq!(meant(path), None, "{path}");
        }
    }
}
