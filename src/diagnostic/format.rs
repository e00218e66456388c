//! Diagnostics for programs: a JSON object a line, annotations of GitHub, SARIF.
//!
//! Lines and columns count from 1, columns in characters (Unicode code points); both are left out, or 0 in JSON,
//! where a whole file is meant.

use super::{Diagnostic, Language, Severity, sarif};
use crate::unseen::spelt_out;
use serde::Serialize;

/// A way of telling diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people, with the line and a mark under the words that are meant.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change.
    Github,
    /// One SARIF 2.1.0 document.
    Sarif,
}

impl Format {
    /// The diagnostics as text for a program; `None` where they are for people. `root` comes before every path where
    /// a program has to find the file from the folder it was started in: it is empty or ends in `/`.
    #[must_use]
    pub fn text(self, problems: &[&Diagnostic], root: &str, language: Language) -> Option<String> {
        let each = |line: fn(&Diagnostic, &str, Language) -> String| {
            problems.iter().map(|problem| line(problem, root, language) + "\n").collect()
        };
        match self {
            Self::Human => None,
            Self::Json => Some(each(json)),
            Self::Github => Some(each(github)),
            Self::Sarif => Some(sarif::document(problems, root, language)),
        }
    }
}

/// A diagnostic as a line of JSON.
#[derive(Serialize)]
struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    hint: Option<&'a str>,
}

fn json(problem: &Diagnostic, _: &str, language: Language) -> String {
    let place = &problem.location;
    let record = Record {
        code: problem.rule.code,
        severity: problem.severity.name(),
        path: &place.path,
        line: place.line(),
        column: place.column(),
        message: problem.message.text(language),
        hint: problem.help.as_ref().map(|help| help.text(language)),
    };
    // Nothing in it can fail to be written as JSON.
    serde_json::to_string(&record).unwrap_or_default()
}

fn github(problem: &Diagnostic, root: &str, language: Language) -> String {
    let command = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let place = &problem.location;
    let mut properties = vec![format!("file={}", property(&spelt_out(place.path_from_start(root))))];
    if place.line() > 0 {
        properties.push(format!("line={}", place.line()));
        properties.push(format!("col={}", place.column()));
        properties.push(format!("endColumn={}", place.end_column()));
    }
    properties.push(format!("title={}", property(&format!("{} {}", problem.rule.code, problem.rule.title(language)))));
    let help = problem.help.as_ref().map(|help| format!("\n{}", help.text(language))).unwrap_or_default();
    format!("::{command} {}::{}", properties.join(","), data(&format!("{}{help}", problem.message.text(language))))
}

/// What stands after the second `::` of a workflow command, which ends with its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
