//! Templates, assets and words.
//!
//! A theme is built into the program; a folder `themes/NAME` of a project takes its place file by file. No
//! template holds domain logic: what a page shows has been worked out before it comes here. Everything that
//! Tera does is behind this module.

mod palette;
mod words;

pub use palette::{COLOR, Color, style};
pub use words::Words;

use crate::diagnostic::{Diagnostic, Diagnostics, Language, Location, Message, rules};
use crate::memo::print;
use crate::unseen::without_unseen;
use rust_embed::RustEmbed;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use tera::{Context, Tera};
use walkdir::WalkDir;

/// The theme that is built in, and that every other starts from.
pub const DEFAULT: &str = "default";
/// The folder of a project that holds its themes.
const FOLDER: &str = "themes";
const TEMPLATES: &str = "templates/";
const ASSETS: &str = "assets/";

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Embedded;

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    words: Words,
    assets: BTreeMap<String, Cow<'static, [u8]>>,
    templates: Templates,
    /// A number for all its files.
    print: u64,
}

/// The text of each template and how its file is called, to point at what is wrong in it.
#[derive(Debug, Default)]
struct Templates {
    all: BTreeMap<String, (String, String)>,
}

impl Templates {
    /// What Tera says, with the place in the template that it names.
    fn problem(&self, error: &tera::Error) -> Diagnostic {
        let said = error.to_string();
        let what = said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        let place = said.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).and_then(|place| {
            let mut parts = place.rsplitn(3, ':');
            let (column, line, name) = (parts.next()?, parts.next()?, parts.next()?);
            let (text, file) = self.all.get(name)?;
            let start: usize =
                text.split_inclusive('\n').take(line.parse::<usize>().ok()?.checked_sub(1)?).map(str::len).sum();
            let at = start + column.parse::<usize>().ok()?.checked_sub(1)?;
            Some(Location::in_text(file.as_str(), text, at..at + 1))
        });
        let location = place.unwrap_or_else(|| Location::file(FOLDER));
        Diagnostic::new(
            &rules::THEME,
            location,
            Message::new(format!("ใช้แม่แบบของธีมไม่ได้: {what}"), format!("this template cannot be used: {what}")),
        )
        .help(
            "แก้แม่แบบใน themes/ หรือลบแฟ้มนั้นเพื่อกลับไปใช้แม่แบบของโปรแกรม",
            "mend the template in themes/, or delete it to use the program's own",
        )
    }
}

impl Theme {
    /// The theme `name` of the project in `root`, with its words in `language`.
    pub fn load(root: &Path, name: &str, language: Language, problems: &mut Diagnostics) -> Option<Self> {
        let folder = format!("{FOLDER}/{name}");
        let mut files: BTreeMap<String, (Cow<'static, [u8]>, String)> = Embedded::iter()
            .filter_map(|path| {
                let name = format!("{FOLDER}/{DEFAULT}/{path}");
                Some((path.clone().into_owned(), (Embedded::get(&path)?.data, name)))
            })
            .collect();
        let own = root.join(FOLDER).join(name);
        if own.is_dir() {
            read_over(&own, &folder, &mut files, problems);
        } else if name != DEFAULT {
            problems.push(
                Diagnostic::new(
                    &rules::NO_THEME,
                    Location::file(folder),
                    Message::new(format!("ไม่พบธีม “{name}”"), format!("there is no theme “{name}”")),
                )
                .help(
                    format!("สร้างโฟลเดอร์ themes/{name} หรือเขียน `theme: default` ใน site.yaml"),
                    format!("make a folder themes/{name}, or write `theme: default` in site.yaml"),
                ),
            );
            return None;
        }
        let print = print(&files);
        let mut words = Words::default();
        let mut templates = Templates::default();
        let mut assets = BTreeMap::new();
        let word_file = format!("words/{}.yaml", language.tag());
        // The built-in words come first, so that a theme of one's own need only name those it changes.
        let built_in = Embedded::get(&word_file).map(|file| (file.data, format!("{FOLDER}/{DEFAULT}/{word_file}")));
        for (data, name) in built_in.into_iter().chain(files.remove(&word_file)) {
            if let Err(error) = words.read(&data) {
                problems.push(unusable(&name, &error.to_string()));
            }
        }
        for (path, (data, name)) in files {
            if let Some(asset) = path.strip_prefix(ASSETS) {
                assets.insert(format!("assets/{asset}"), data);
            } else if let Some(template) = path.strip_prefix(TEMPLATES) {
                match String::from_utf8(data.into_owned()) {
                    Ok(text) => {
                        templates.all.insert(template.to_owned(), (text, name));
                    }
                    Err(error) => problems.push(unusable(&name, &error.to_string())),
                }
            }
        }
        let mut tera = Tera::default();
        if let Err(error) = tera.add_raw_templates(templates.all.iter().map(|(name, (text, _))| (name, text))) {
            problems.push(templates.problem(&error));
            return None;
        }
        tera.global_context().insert("words", words.all());
        Some(Self { tera, words, assets, templates, print })
    }

    /// A number for all its files: the same while they are the same.
    #[must_use]
    pub fn print(&self) -> u64 {
        self.print
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Its assets, by address.
    #[must_use]
    pub fn assets(&self) -> &BTreeMap<String, Cow<'static, [u8]>> {
        &self.assets
    }

    /// A page from its template, without characters that cannot be seen.
    ///
    /// # Errors
    /// Where the template asks for something that is not there, which only a theme of one's own can do.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, Diagnostic> {
        let render = || self.tera.render(template, &Context::from_serialize(view)?);
        render().map(without_unseen).map_err(|error| self.templates.problem(&error))
    }
}

fn unusable(name: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::THEME,
        Location::file(name),
        Message::new(format!("ใช้แฟ้มของธีมไม่ได้: {why}"), format!("this file of the theme cannot be used: {why}")),
    )
    .help("แก้แฟ้มนี้ หรือลบออกเพื่อกลับไปใช้แฟ้มของโปรแกรม", "mend this file, or delete it to use the program's own")
}

fn read_over(
    own: &Path,
    folder: &str,
    files: &mut BTreeMap<String, (Cow<'static, [u8]>, String)>,
    problems: &mut Diagnostics,
) {
    for entry in WalkDir::new(own)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
    {
        let path = entry
            .path()
            .strip_prefix(own)
            .unwrap_or(entry.path())
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect::<Vec<_>>()
            .join("/");
        let name = format!("{folder}/{path}");
        match std::fs::read(entry.path()) {
            Ok(data) => {
                files.insert(path, (Cow::Owned(data), name));
            }
            Err(error) => problems.push(unusable(&name, &error.to_string())),
        }
    }
}
