//! Telling the person what was found: diagnostics on standard error, one closing line on standard output.

use crate::diagnostic::{Diagnostics, Language, Style, render};
use std::io::{IsTerminal, Write};

/// Prints every diagnostic.
pub fn diagnostics(problems: &Diagnostics, language: Language) {
    let stderr = std::io::stderr();
    let colour = stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let style = Style { language, colour };
    let mut stderr = stderr.lock();
    for problem in problems.sorted() {
        // Where standard error is closed there is nobody to tell.
        let _nobody_there = writeln!(stderr, "{}", render(problem, style));
    }
}

/// Prints the closing line.
pub fn line(text: &str) {
    let _nobody_there = writeln!(std::io::stdout(), "{text}");
}

/// How many errors and warnings there are, in words.
pub fn counts(problems: &Diagnostics, language: Language) -> String {
    let (errors, warnings) = (problems.errors(), problems.warnings());
    match language {
        Language::Thai => format!("ผิดพลาด {errors} แห่ง คำเตือน {warnings} ข้อ"),
        Language::English => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

/// “1 page”, “2 pages”.
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
