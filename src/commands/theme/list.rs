//! Which themes there are, which of them sites use, and which files they replace.

use super::named;
use crate::diagnostic::{Diagnostics, Language};
use crate::read;
use crate::record::ThemeRecord;
use crate::theme::{ABOUT, Choice, DEFAULT, Files, of_project};
use crate::unseen::spelt_out;
use std::collections::BTreeSet;
use std::path::Path;

/// The themes of the project in `root`.
pub fn themes(root: &Path, language: Language) -> String {
    let named = named(root);
    let there = of_project(root);
    let all: BTreeSet<&str> = there.iter().chain(named.keys()).map(String::as_str).chain([DEFAULT]).collect();
    let told = all.into_iter().map(|name| {
        let users = named.get(name).map(|sites| used(sites, language)).unwrap_or_default();
        let is_there = there.iter().any(|known| known == name);
        format!("{name}{users}\n{}", about(root, name, is_there, language))
    });
    told.collect::<Vec<_>>().join("\n")
}

/// By whom it is used, beside its name.
fn used(sites: &[String], language: Language) -> String {
    let sites: Vec<&str> = sites.iter().map(String::as_str).filter(|site| !site.is_empty()).collect();
    let by = if sites.is_empty() { String::new() } else { format!(": {}", sites.join(", ")) };
    match language {
        Language::Thai => format!(" (ใช้อยู่{by})"),
        Language::English => format!(" (in use{by})"),
    }
}

/// What it says of itself and what it replaces, a line for each.
fn about(root: &Path, name: &str, is_there: bool, language: Language) -> String {
    let word = |th: &'static str, en: &'static str| match language {
        Language::Thai => th,
        Language::English => en,
    };
    let mut text = String::new();
    if name == DEFAULT {
        text += &format!("  {}\n", word("ธีมในตัวโปรแกรม", "the built-in theme"));
    } else if !is_there {
        let missing = word("ไม่มีโฟลเดอร์นี้", "there is no such folder");
        return format!("  themes/{name}: {missing}\n");
    }
    let mut none = Diagnostics::default();
    let Some(files) = Files::read(root, &Choice::Named(name.to_owned()), &mut none) else { return text };
    let record =
        files.own.get(ABOUT).and_then(|file| read::yaml::<ThemeRecord>(&file.data, &file.name, &mut none)?.record);
    if let Some(ThemeRecord { title, author, licence, .. }) = record {
        let said: Vec<String> = [title, author, licence].into_iter().flatten().collect();
        text += &format!("  {}\n", spelt_out(said.join(" · ")));
    }
    for path in files.own.keys().filter(|path| *path != ABOUT) {
        let replaces = files.built_in.contains_key(path);
        let what = if replaces { word("แทน", "replaces") } else { word("เพิ่ม", "adds") };
        text += &format!("  {what} {path}\n");
    }
    text
}
