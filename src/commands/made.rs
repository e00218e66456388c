//! Telling the person which files were made, or why none were.

use crate::diagnostic::Language;
use crate::scaffold::{Lists, Plan, Refusal};
use crate::slashes::slashed;
use crate::system::why;
use std::path::Path;

/// Folders with more new files than this are told as one line.
const SHOWN: usize = 3;

/// The files of a plan, a line for each or for a folder of many, as they are called from where the program was started.
pub fn files(root: &Path, plan: &Plan, language: Language) -> String {
    let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let paths: Vec<&str> = plan.paths().collect();
    let mut lines = String::new();
    for group in paths.chunk_by(|a, b| folder(a) == folder(b)) {
        if group.len() <= SHOWN {
            lines.extend(group.iter().map(|path| format!("  {}\n", shown(root, path))));
        } else {
            let count = group.len();
            let path = shown(root, &folder(group[0]));
            lines += &match language {
                Language::Thai => format!("  {path} ({count} แฟ้ม)\n"),
                Language::English => format!("  {path} ({count} files)\n"),
            };
        }
    }
    lines
}

/// A path below `root` as it is called from where the program was started.
pub fn shown(root: &Path, path: &str) -> String {
    let root = slashed(root);
    let root = root.trim_start_matches("./").trim_end_matches('/');
    if root.is_empty() || root == "." { path.to_owned() } else { format!("{root}/{path}") }
}

/// Why nothing was made.
pub fn refused(root: &Path, refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::Taken(paths) => {
            let paths: Vec<String> = paths.iter().map(|path| shown(root, path)).collect();
            let paths = paths.join(", ");
            match language {
                Language::Thai => format!("มีอยู่แล้ว จึงไม่เขียนทับ และไม่ได้สร้างแฟ้มใด: {paths}"),
                Language::English => format!("there already, and not written over; nothing was made: {paths}"),
            }
        }
        Refusal::Disk { path, error } => {
            let (path, why) = (slashed(path), why(error));
            match language {
                Language::Thai => format!("เขียน {path} ไม่ได้: {}", why.th),
                Language::English => format!("{path} cannot be written: {}", why.en),
            }
        }
    }
}

/// That the lists of a year are taken from another's, and where that is said; `site` is the folder of its `site.yaml`,
/// ending in `/`.
pub fn guessed(root: &Path, site: &str, lists: &Lists, language: Language) -> String {
    let each = |(year, like): &(u16, u16)| {
        let file = shown(root, &format!("{site}framework/{year}.yaml"));
        match language {
            Language::Thai => {
                format!("โปรแกรมรุ่นนี้ยังไม่มีรายการของปี {year} จึงใช้ของปี {like} แทนไปก่อน แก้ได้ที่ {file}\n")
            }
            Language::English => format!(
                "This version does not know the lists of {year}: those of {like} stand in for them; mend that in {file}\n"
            ),
        }
    };
    lists.guessed.iter().map(each).collect()
}
