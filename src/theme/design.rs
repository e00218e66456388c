//! A theme in all its languages: what is read of its folder, and what is wrong there.

use super::templates::Templates;
use super::{ABOUT, ASSETS, CONTEXT, Files, Named, WORDS, Words, unused};
use crate::diagnostic::{Diagnostic, Diagnostics, Language, Location, Message, rules};
use crate::field;
use crate::memo::Memo;
use crate::read::{self, Source};
use crate::record::ThemeRecord;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::Tera;

/// A theme in all its languages.
#[derive(Debug)]
pub struct Design {
    tera: Tera,
    templates: Templates,
    thai: Words,
    english: Words,
    assets: BTreeMap<String, Cow<'static, [u8]>>,
    print: u64,
    is_own: bool,
    named: Memo<&'static str, Arc<Named>>,
}

impl Design {
    /// The theme that consists of these files; `None` where it cannot be used.
    pub fn of(files: &Files, problems: &mut Diagnostics) -> Option<Self> {
        let usable = about(files, problems);
        let templates = Templates::read(files, problems);
        let mut own_words = Vec::new();
        let [thai, english] =
            [Language::Thai, Language::English].map(|language| words(files, language, &mut own_words, problems));
        let tera = templates.compile(problems);
        unused::tell(files, &templates, &own_words, problems);
        let asset = |(path, file): (&str, &super::File)| (format!("{ASSETS}{path}"), file.data.clone());
        let assets = files.below(ASSETS).map(asset).collect();
        Some(Self {
            tera: tera.filter(|_| usable)?,
            templates,
            thai,
            english,
            assets,
            print: files.print(),
            is_own: !files.own.is_empty(),
            named: Memo::default(),
        })
    }

    pub(super) fn tera(&self) -> &Tera {
        &self.tera
    }

    pub(super) fn words(&self, language: Language) -> &Words {
        match language {
            Language::Thai => &self.thai,
            Language::English => &self.english,
        }
    }

    pub(super) fn assets(&self) -> &BTreeMap<String, Cow<'static, [u8]>> {
        &self.assets
    }

    pub(super) fn print(&self) -> u64 {
        self.print
    }

    pub(super) fn is_own(&self) -> bool {
        self.is_own
    }

    pub(super) fn named(&self, template: &'static str) -> Arc<Named> {
        self.named.get(template, || Arc::new(self.templates.named(template)))
    }

    /// What Tera says of a page that it could not show.
    pub(super) fn problem(&self, error: &tera::Error) -> Diagnostic {
        self.templates.problem(error)
    }
}

/// Holds what the theme says of itself against what the program gives; whether it can be used.
fn about(files: &Files, problems: &mut Diagnostics) -> bool {
    let Some(file) = files.own.get(ABOUT) else { return true };
    let Some(entry) = read::yaml::<ThemeRecord>(&file.data, &file.name, problems) else { return false };
    let Some(wanted) = entry.record.and_then(|record| record.min_version) else { return true };
    let place = || entry.source.at(&field!["min_version"]);
    if wanted.0 == 0 {
        problems.push(
            Diagnostic::new(&rules::WRONG_VALUE, place(), Message::new("รุ่นเริ่มที่ 1", "versions begin at 1"))
                .help(format!("เขียน `min_version: {CONTEXT}`"), format!("write `min_version: {CONTEXT}`")),
        );
    }
    if wanted.0 > CONTEXT {
        problems.push(newer(place(), wanted.0));
        return false;
    }
    true
}

fn newer(place: Location, wanted: u32) -> Diagnostic {
    Diagnostic::new(
        &rules::NEWER_THEME,
        place,
        Message::new(
            format!("ธีมนี้ต้องการข้อมูลรุ่น {wanted} แต่โปรแกรมนี้ให้รุ่น {CONTEXT}"),
            format!("this theme needs version {wanted} of what templates are given, but this program has {CONTEXT}"),
        ),
    )
    .help(
        "ใช้ prongsai รุ่นใหม่กว่า หรือใช้ธีมฉบับที่เขียนไว้สำหรับรุ่นนี้ ดูข้อมูลที่แม่แบบได้รับด้วย prongsai theme context",
        "use a newer prongsai, or an edition of the theme that was written for this one; prongsai theme context shows what templates are given",
    )
}

/// The words in a language. The built-in ones come first, so that a theme of one's own need only name those it
/// changes.
fn words(files: &Files, language: Language, own: &mut Vec<Arc<Source>>, problems: &mut Diagnostics) -> Words {
    let path = format!("{WORDS}{}.yaml", language.tag());
    let mut words = Words::default();
    if let Some(file) = files.built_in.get(&path) {
        words.read(&file.data, &file.name, problems);
    }
    if let Some(file) = files.own.get(&path) {
        own.extend(words.read(&file.data, &file.name, problems));
    }
    words
}
