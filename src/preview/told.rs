//! What is wrong, as an open page shows it.

use crate::diagnostic::{Diagnostic, Diagnostics, Language};
use crate::slashes::slashed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::path::Path;

/// What stands in the path of an editor's link as it is.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

/// What is wrong with a state of the files.
#[derive(Debug, Default, Serialize)]
pub struct Told {
    /// `th` or `en`
    lang: &'static str,
    /// How many errors, of which one is enough for the last good page to stay.
    errors: usize,
    warnings: usize,
    problems: Vec<Problem>,
}

#[derive(Debug, Serialize)]
struct Problem {
    /// `error`, `warning` or `advice`
    kind: &'static str,
    severity: &'static str,
    code: &'static str,
    message: String,
    help: Option<String>,
    /// The file, with the line and column where they are known.
    place: String,
    /// What opens the editor there.
    href: String,
    /// The line, in three parts: the one in the middle is meant.
    line: Option<[String; 3]>,
}

impl Told {
    /// So many errors and warnings, and the worst of them in the words of `language`. `editor` makes the link that opens
    /// a file at a line and a column: `{file}`, `{line}` and `{column}` stand for them; paths are seen from `root`.
    #[must_use]
    pub fn new(counts: [usize; 2], worst: &Diagnostics, language: Language, root: &Path, editor: &str) -> Self {
        let mut sorted = worst.sorted();
        sorted.sort_by_key(|one| one.severity);
        let problems = sorted.iter().map(|one| Problem::new(one, language, root, editor)).collect();
        let [errors, warnings] = counts;
        Self { lang: language.tag(), errors, warnings, problems }
    }
}

impl Problem {
    fn new(one: &Diagnostic, language: Language, root: &Path, editor: &str) -> Self {
        let (at, spot) = (&one.location, one.location.spot());
        let file = slashed(&root.join(&at.path));
        let href = editor
            .replace("{file}", &utf8_percent_encode(&file, PLAIN).to_string())
            .replace("{line}", &spot.line.max(1).to_string())
            .replace("{column}", &spot.column.max(1).to_string());
        let place = if spot.line == 0 { at.path.clone() } else { format!("{}:{}:{}", at.path, spot.line, spot.column) };
        let parts = [0..spot.highlight.start, spot.highlight.clone(), spot.highlight.end..spot.text.len()];
        let line = parts.map(|part| spot.text.get(part).unwrap_or_default().to_owned());
        Self {
            kind: one.severity.name(),
            severity: one.severity.word(language),
            code: one.rule.code,
            message: one.message.text(language).to_owned(),
            help: one.help.as_ref().map(|help| help.text(language).to_owned()),
            place,
            href,
            line: (spot.line > 0).then_some(line),
        }
    }
}
