//! Diagnostics as SARIF 2.1.0, the exchange format of static checks (OASIS), which code hosts and editors read.

use super::{Diagnostic, Language, Severity, rules};
use serde_json::{Value, json};
use std::path::Path;

/// Of what a path in the document is a part.
const ROOT: &str = "%SRCROOT%";

/// The whole document.
pub fn document(problems: &[&Diagnostic], root: &str, language: Language) -> String {
    let rules: Vec<_> = rules::ALL
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.title(language) },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "prongsai",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language.tag(),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": problems.iter().map(|problem| result(problem, root, language)).collect::<Vec<_>>(),
        }],
    });
    format!("{document:#}\n")
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn result(problem: &Diagnostic, root: &str, language: Language) -> Value {
    let place = &problem.location;
    let help = problem.help.as_ref().map(|help| format!("\n{}", help.text(language))).unwrap_or_default();
    let mut physical = json!({ "artifactLocation": artifact(&place.path_from_start(root)) });
    if place.line() > 0 {
        physical["region"] =
            json!({ "startLine": place.line(), "startColumn": place.column(), "endColumn": place.end_column() });
    }
    json!({
        "ruleId": problem.rule.code,
        "ruleIndex": rules::ALL.iter().position(|rule| rule.code == problem.rule.code),
        "level": level(problem.severity),
        "message": { "text": format!("{}{help}", problem.message.text(language)) },
        "locations": [{ "physicalLocation": physical }],
    })
}

/// A file by its path. One from the top of the disk is part of nothing.
fn artifact(path: &str) -> Value {
    let uri = path.split('/').map(escaped).collect::<Vec<_>>().join("/");
    if Path::new(path).is_absolute() {
        json!({ "uri": format!("file:///{}", uri.trim_start_matches('/')) })
    } else {
        json!({ "uri": uri, "uriBaseId": ROOT })
    }
}

/// A part of a path as it stands in a URI.
fn escaped(part: &str) -> String {
    percent_encoding::utf8_percent_encode(part, percent_encoding::NON_ALPHANUMERIC).to_string().replace("%2E", ".")
}
