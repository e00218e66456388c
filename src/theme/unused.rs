//! What of a theme of one's own takes the place of nothing and is used by nothing: most often a slip in a name.

use super::calls::Name;
use super::templates::Templates;
use super::{ABOUT, ASSETS, File, Files, TEMPLATES, WORDS};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::field;
use crate::read::{Source, Step, nearest};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Files that say something of a theme to people.
const FOR_PEOPLE: [&str; 4] = ["readme", "licence", "license", "changelog"];

/// Tells of each such file and word.
pub fn tell(files: &Files, templates: &Templates, words: &[Arc<Source>], problems: &mut Diagnostics) {
    let used = Used::of(files, templates);
    for (path, file) in files.own.iter().filter(|(path, _)| !files.built_in.contains_key(*path)) {
        if !used.has(path) {
            problems.push(unused_file(path, file, files));
        }
    }
    let known = files.built_in.iter().filter(|(path, _)| path.starts_with(WORDS));
    let known: BTreeSet<&str> = known
        .filter_map(|(_, file)| std::str::from_utf8(&file.data).ok())
        .flat_map(|yaml| yaml.lines().filter_map(|line| Some(line.split_once(':')?.0)))
        .collect();
    for source in words {
        source.each_value(&mut |word, _| {
            if !word.is_empty() && !known.contains(word) && !used.asks_for_word(word) {
                problems.push(unused_word(word, source, &known));
            }
        });
    }
}

/// What is used.
struct Used<'f> {
    files: &'f Files,
    templates: &'f Templates,
    asked: BTreeSet<&'f Name>,
    /// The text of every template, style sheet, script and drawing.
    texts: Vec<&'f str>,
}

impl<'f> Used<'f> {
    fn of(files: &'f Files, templates: &'f Templates) -> Self {
        let ends = |path: &str| [".css", ".js", ".svg", ".json"].iter().any(|end| path.ends_with(end));
        let of_assets = files.below(ASSETS).filter(|(path, _)| ends(path));
        let of_assets = of_assets.filter_map(|(_, file)| std::str::from_utf8(&file.data).ok());
        let texts = templates.all().values().map(|template| template.text.as_str()).chain(of_assets).collect();
        Self { files, templates, asked: templates.calls().map(|call| &call.to).collect(), texts }
    }

    /// Whether a file of the project that takes the place of none is used.
    fn has(&self, path: &str) -> bool {
        if let Some(name) = path.strip_prefix(TEMPLATES) {
            let defines = self.templates.all().get(name).map(|template| &template.said.defines);
            let mut defined = defines.into_iter().flatten().map(|(name, _)| Name::Component(name.clone()));
            return self.asked.contains(&Name::Template(name.to_owned()))
                || defined.any(|one| self.asked.contains(&one));
        }
        if path.starts_with(ASSETS) {
            let name = file_name(path);
            let own = self.files.own.get(path).map(|file| file.data.as_ref());
            // A file that names itself is used by nothing for that.
            return self.texts.iter().any(|text| text.contains(name) && Some(text.as_bytes()) != own);
        }
        let stem = path.split('.').next().unwrap_or(path).to_lowercase();
        path == ABOUT || FOR_PEOPLE.contains(&stem.as_str())
    }

    fn asks_for_word(&self, word: &str) -> bool {
        let named = format!("words.{word}");
        let is_end = |char: char| !(char.is_alphanumeric() || char == '_');
        self.texts
            .iter()
            .any(|text| text.match_indices(&named).any(|(at, _)| text[at + named.len()..].starts_with(is_end)))
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn unused_file(path: &str, file: &File, files: &Files) -> Diagnostic {
    let problem = Diagnostic::new(
        &rules::UNUSED_IN_THEME,
        Location::file(file.name.as_str()),
        Message::new(
            "แฟ้มนี้ไม่ได้แทนแฟ้มใดของธีมในตัวโปรแกรม และไม่มีสิ่งใดใช้",
            "this file takes the place of none of the built-in theme, and nothing uses it",
        ),
    )
    .outside(file.name.as_str());
    let known = || files.built_in.keys().map(String::as_str).chain([ABOUT]);
    // A file in the wrong folder, before one with a slip in its name.
    let moved = known().find(|known| file_name(known) == file_name(path));
    match moved.or_else(|| near(path, known())) {
        Some(near) => problem.help(
            format!("หมายถึง {near} หรือไม่ ถ้าไม่ใช้แล้วให้ลบแฟ้มนี้"),
            format!("did you mean {near}? Delete it if it is not needed"),
        ),
        None if Files::is_place(path) => problem.help(
            "ดูชื่อแฟ้มที่แทนได้ด้วย prongsai theme files ถ้าไม่ใช้แล้วให้ลบแฟ้มนี้",
            "prongsai theme files lists those that can be replaced; delete this one if it is not needed",
        ),
        None => problem.help(
            "แม่แบบอยู่ใน templates/ คำอยู่ใน words/ แฟ้มอื่นที่เผยแพร่อยู่ใน assets/",
            "templates belong in templates/, words in words/, and whatever is published as it is in assets/",
        ),
    }
}

/// The file in the same folder that a misspelt one most likely means; otherwise one of all.
fn near<'k>(path: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let folder = |path: &str| Path::new(path).parent().map(Path::to_owned);
    let stem = |path: &'k str| path.rsplit_once('/').map_or(path, |(_, name)| name);
    let beside: Vec<&str> = known.clone().filter(|known| folder(known) == folder(path)).collect();
    let found = nearest(file_name(path), beside.iter().map(|known| stem(known)));
    found.and_then(|found| beside.into_iter().find(|known| stem(known) == found)).or_else(|| nearest(path, known))
}

fn unused_word(word: &str, source: &Source, known: &BTreeSet<&str>) -> Diagnostic {
    let problem = Diagnostic::new(
        &rules::UNUSED_IN_THEME,
        source.at(&field![Step::Name(word.to_owned().into())]),
        Message::new(format!("ไม่มีแม่แบบใดใช้คำ `{word}`"), format!("no template uses the word `{word}`")),
    )
    .outside(source.path.as_str());
    match nearest(word, known.iter().copied()) {
        Some(near) => problem.help(format!("หมายถึง `{near}` หรือไม่"), format!("did you mean `{near}`?")),
        None => problem.help("ลบคำนี้ถ้าไม่ใช้แล้ว", "take it out if it is not needed"),
    }
}
