//! `prongsai theme`: which themes there are, what they consist of, and files of the built-in one to change.

mod copy;
mod list;

use super::report;
use crate::cli::{ThemeArgs, ThemeCommand};
use crate::diagnostic::{Diagnostics, Language};
use crate::{guide, read, theme};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

/// Runs the command.
#[must_use]
pub fn theme(args: &ThemeArgs, language: Language) -> ExitCode {
    let told = match &args.command {
        ThemeCommand::List => Ok(list::themes(&args.dir, language)),
        ThemeCommand::Files => Ok(files(language)),
        ThemeCommand::Copy { files, to } => copy::some(&args.dir, files, to.as_deref(), language),
        ThemeCommand::New { name } => copy::all(&args.dir, name, language),
        ThemeCommand::Context { template } => guide::context(template.as_deref(), language)
            .map_err(|known| unknown(template.as_deref().unwrap_or_default(), &known, language)),
        ThemeCommand::Guide => Ok(guide::page(language)),
    };
    report::outcome(told)
}

/// What the built-in theme consists of, a line for each file.
fn files(language: Language) -> String {
    let files = theme::built_in();
    let widest = files.keys().map(|path| path.width()).max().unwrap_or_default();
    let row = |path: &String| format!("{path:<widest$}  {}\n", guide::part(path, language));
    let rows: String = files.keys().map(row).collect();
    let next = match language {
        Language::Thai => "คัดลอกแฟ้มหนึ่งออกมาแก้: prongsai theme copy measure.html",
        Language::English => "to copy one of them, to be changed: prongsai theme copy measure.html",
    };
    format!("{rows}\n{next}")
}

/// The themes that the sites of a project name, each with the folders of those sites; empty where there is no site.
fn named(root: &Path) -> BTreeMap<String, Vec<String>> {
    // What is wrong with records is the business of `prongsai check`.
    let content = read::read(root, &mut Diagnostics::default());
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for site in content.sites {
        let theme = site.site.record.as_ref().and_then(|record| record.theme.clone());
        let theme = theme.unwrap_or_else(|| theme::DEFAULT.to_owned());
        named.entry(theme).or_default().push(site.folder.unwrap_or_default());
    }
    named
}

/// That nothing is called `name`, with what was most likely meant, or else all that there is.
fn unknown(name: &str, known: &[&str], language: Language) -> String {
    let near = read::nearest(name, known.iter().copied());
    let all = known.join(", ");
    match (language, near) {
        (Language::Thai, Some(near)) => format!("ไม่มี {name} ในธีมของโปรแกรม หมายถึง {near} หรือไม่"),
        (Language::Thai, None) => format!("ไม่มี {name} ในธีมของโปรแกรม ที่มี: {all}"),
        (Language::English, Some(near)) => format!("the built-in theme has no {name}; did you mean {near}?"),
        (Language::English, None) => format!("the built-in theme has no {name}; there are: {all}"),
    }
}
