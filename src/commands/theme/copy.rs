//! Copies files of the built-in theme into one of the project. What is there is never written over.

use super::{named, unknown};
use crate::diagnostic::Language;
use crate::slashes::slashed;
use crate::system::why;
use crate::theme::{ABOUT, CONTEXT, DEFAULT, FOLDER, File, built_in, is_name};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Copies the files that are named, into the theme `to`, or else into the one that the site uses.
pub fn some(root: &Path, files: &[String], to: Option<&str>, language: Language) -> Result<String, String> {
    let named = named(root);
    let to = match (to, named.keys().next()) {
        (Some(to), _) => to.to_owned(),
        (None, None) => DEFAULT.to_owned(),
        (None, Some(theme)) if named.len() == 1 => theme.clone(),
        (None, Some(_)) => return Err(several(&named, language)),
    };
    check_name(&to, language)?;
    let built_in = built_in();
    let mut wanted = BTreeMap::new();
    for file in files {
        let (path, file) = find(file, &built_in, language)?;
        wanted.insert(path.to_owned(), file.data.to_vec());
    }
    write(root, &to, &wanted, language)?;
    Ok(told(&to, &wanted, &named, language))
}

/// Copies all of it, with a `theme.yaml`.
pub fn all(root: &Path, name: &str, language: Language) -> Result<String, String> {
    check_name(name, language)?;
    if name == DEFAULT {
        return Err(match language {
            Language::Thai => "default เป็นชื่อของธีมในตัวโปรแกรม ใช้ชื่ออื่น เช่น prongsai theme new ours".to_owned(),
            Language::English => {
                "default is the name of the built-in theme; use another, such as prongsai theme new ours".to_owned()
            }
        });
    }
    let mut wanted: BTreeMap<_, _> = built_in().into_iter().map(|(path, file)| (path, file.data.to_vec())).collect();
    // A name is no YAML of its own: quotes and whatever else stands in it are spelt out.
    let title = serde_json::Value::from(name);
    wanted.insert(ABOUT.to_owned(), format!("title: {title}\nmin_version: {CONTEXT}\n").into_bytes());
    write(root, name, &wanted, language)?;
    Ok(told(name, &wanted, &named(root), language))
}

/// A file of the built-in theme by its path, or by its name alone.
fn find<'f>(asked: &str, files: &'f BTreeMap<String, File>, language: Language) -> Result<(&'f str, &'f File), String> {
    let asked = asked.replace('\\', "/");
    let name = |path: &'f str| path.rsplit('/').next().unwrap_or(path);
    let found = files.iter().find(|(path, _)| **path == asked || name(path) == asked);
    found.map(|(path, file)| (path.as_str(), file)).ok_or_else(|| {
        let known: Vec<&str> = files.keys().map(|path| name(path)).collect();
        unknown(asked.rsplit('/').next().unwrap_or(&asked), &known, language)
    })
}

fn check_name(name: &str, language: Language) -> Result<(), String> {
    if is_name(name) {
        return Ok(());
    }
    Err(match language {
        Language::Thai => format!("ใช้ {name} เป็นชื่อธีมไม่ได้ ใช้ตัวอักษร ตัวเลข และขีดกลาง"),
        Language::English => format!("{name} cannot be the name of a theme: use letters, digits and hyphens"),
    })
}

/// Writes the files, or none of them where one is there already.
fn write(root: &Path, theme: &str, files: &BTreeMap<String, Vec<u8>>, language: Language) -> Result<(), String> {
    let folder = root.join(FOLDER).join(theme);
    let there: Vec<_> = files.keys().filter(|path| fs::symlink_metadata(folder.join(path)).is_ok()).collect();
    if !there.is_empty() {
        let there: Vec<_> = there.into_iter().map(|path| format!("{FOLDER}/{theme}/{path}")).collect();
        let there = there.join(", ");
        return Err(match language {
            Language::Thai => format!("มีอยู่แล้ว จึงไม่เขียนทับ: {there}"),
            Language::English => format!("there already, and not written over: {there}"),
        });
    }
    for (path, data) in files {
        let place = folder.join(path);
        put(&place, data).map_err(|error| {
            let (place, why) = (slashed(&place), why(&error));
            match language {
                Language::Thai => format!("เขียน {place} ไม่ได้: {}", why.th),
                Language::English => format!("{place} cannot be written: {}", why.en),
            }
        })?;
    }
    Ok(())
}

/// Writes a file that is not there yet.
fn put(place: &Path, data: &[u8]) -> io::Result<()> {
    place.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::File::create_new(place)?.write_all(data)
}

fn several(named: &BTreeMap<String, Vec<String>>, language: Language) -> String {
    let themes: Vec<&str> = named.keys().map(String::as_str).collect();
    let themes = themes.join(", ");
    match language {
        Language::Thai => format!("หน่วยงานใช้หลายธีม ({themes}) ระบุธีมด้วย --to"),
        Language::English => format!("the sites use several themes ({themes}): say which with --to"),
    }
}

/// What was copied, and what to do next.
fn told(
    theme: &str,
    files: &BTreeMap<String, Vec<u8>>,
    named: &BTreeMap<String, Vec<String>>,
    language: Language,
) -> String {
    let written: Vec<_> = files.keys().map(|path| format!("  {FOLDER}/{theme}/{path}")).collect();
    let written = written.join("\n");
    let is_used = named.contains_key(theme);
    match language {
        Language::Thai => {
            let next = if is_used {
                String::new()
            } else {
                format!("เขียน `theme: {theme}` ใน site.yaml แล้ว")
            };
            format!(
                "คัดลอกแล้ว:\n{written}\n\n{next}แก้แฟ้มเหล่านี้ได้ ดูผลขณะแก้ด้วย prongsai serve ลบแฟ้มที่ไม่ได้แก้เพื่อใช้ของโปรแกรมต่อไป"
            )
        }
        Language::English => {
            let next = if is_used { String::new() } else { format!("Write `theme: {theme}` into site.yaml. ") };
            format!(
                "copied:\n{written}\n\n{next}Change them, with prongsai serve to see what comes of it; delete those that you \
                 leave as they are, so that they stay the program's own."
            )
        }
    }
}
