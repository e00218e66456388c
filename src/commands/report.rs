//! Telling the person, or the program, what was found: problems, how many there are of each kind, a closing line.
//!
//! For people, problems go to standard error and the rest to standard output; for programs, problems are all that
//! stands on standard output.

use super::hidden::Hidden;
use super::steps::Steps;
use crate::cli::ReportArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Format, Language, Settled, Severity, Style, render, rules};
use crate::slashes::slashed;
use crate::unseen::spelt_out;
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

/// How many places that break one rule are shown, unless all are asked for.
const SHOWN: usize = 10;

/// How to tell what a command found.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// As asked for.
    pub args: &'a ReportArgs,
    /// The language.
    pub language: Language,
    /// The folder that holds `content`, as it was named.
    pub folder: &'a Path,
    /// The least that is told place by place; what is less bad is counted only.
    pub least: Severity,
}

impl Report<'_> {
    /// Prints every problem, without what is `hidden`.
    pub fn problems(self, problems: &Diagnostics, hidden: &Hidden) {
        if self.args.format == Format::Human {
            return self.for_people(problems, hidden);
        }
        let mut problems = problems.clone();
        hidden.cover_all(&mut problems);
        if let Some(text) = self.args.format.text(&problems.sorted(), &self.root(), self.language) {
            to_output(&text);
        }
    }

    /// Few are shown of very many, so that only they are covered.
    fn for_people(self, problems: &Diagnostics, hidden: &Hidden) {
        let most = if self.args.all { usize::MAX } else { SHOWN };
        for problem in problems.first(most, self.least) {
            let mut problem = problem.clone();
            hidden.cover(&mut problem);
            to_errors(&render(&problem, style(self.language)));
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for ((_, code), (_, count)) in problems.by_rule(self.least) {
            *counts.entry(code).or_default() += count;
        }
        for (code, count) in counts.into_iter().filter(|(_, count)| *count > most) {
            let more = count - most;
            to_errors(&match self.language {
                Language::Thai => format!("… {code} ยังมีอีก {more} แห่ง ดูทั้งหมดด้วย --all\n"),
                Language::English => format!("… {more} more of {code}: --all shows every one\n"),
            });
        }
    }

    /// Prints how often each rule is broken, and what is not told and why.
    pub fn summary(self, settled: &Settled) {
        if self.args.format != Format::Human {
            return;
        }
        let counts = settled.problems.by_rule(Severity::Advice);
        let worst = counts.first_key_value().map(|((_, code), _)| *code);
        let mut text = String::new();
        for ((severity, code), (rule, count)) in counts {
            text += &row(code, count, severity.word(self.language), rule.title(self.language));
        }
        let silent = match self.language {
            Language::Thai => "ไม่แจ้ง",
            Language::English => "silenced",
        };
        for (rule, reason, count) in &settled.silenced {
            let title = spelt_out(format!("{} — {reason}", rule.title(self.language)));
            text += &row(rule.code, *count, silent, &title);
        }
        if let Some(code) = worst {
            text += &match self.language {
                Language::Thai => format!("\nอธิบายแต่ละข้อ: prongsai rules {code}\n"),
                Language::English => format!("\nwhat a rule is about: prongsai rules {code}\n"),
            };
        }
        to_output(&text);
    }

    /// Prints the closing line.
    pub fn closing(self, text: &str) {
        let text = &spelt_out(text.to_owned());
        if self.args.format == Format::Human { line(text) } else { to_errors(&format!("{text}\n")) }
    }

    /// Prints what took how long.
    pub fn timings(self, steps: &Steps) {
        for line in steps.table().lines() {
            self.closing(line);
        }
    }

    /// What comes before the paths of diagnostics for a program in the folder where this one was started.
    fn root(self) -> String {
        let folder = slashed(self.folder);
        let folder = folder.trim_start_matches("./").trim_end_matches('/');
        if folder.is_empty() || folder == "." { String::new() } else { format!("{folder}/") }
    }
}

/// One line of the summary.
fn row(code: &str, count: usize, word: &str, title: &str) -> String {
    const WIDEST: usize = 9;
    let space = " ".repeat(WIDEST.saturating_sub(word.width()));
    format!("{code}  {count:>4}  {word}{space}  {title}\n")
}

fn style(language: Language) -> Style {
    let stderr = std::io::stderr();
    let colour = stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    Style { language, colour }
}

/// Prints one problem for a person.
pub fn problem(problem: &Diagnostic, language: Language) {
    to_errors(&render(problem, style(language)));
}

/// Prints a line on standard output.
pub fn line(text: &str) {
    to_output(&format!("{text}\n"));
}

/// Prints what a command that looks at no content did, or why it could not.
pub fn outcome(done: Result<String, String>) -> ExitCode {
    match done {
        Ok(text) => {
            line(text.trim_end());
            ExitCode::SUCCESS
        }
        Err(text) => {
            remark(&text);
            ExitCode::from(2)
        }
    }
}

/// Prints a remark of the program on standard error.
pub fn remark(text: &str) {
    to_errors(&spelt_out(text.to_owned()));
}

// Where an output is closed there is nobody to tell.

fn to_output(text: &str) {
    let _nobody_there = std::io::stdout().write_all(text.as_bytes());
}

fn to_errors(text: &str) {
    let _nobody_there = writeln!(std::io::stderr(), "{text}");
}

/// How many errors and warnings there are, in words.
pub fn counts(problems: &Diagnostics, language: Language) -> String {
    let [errors, warnings, advice] = Severity::ALL.map(|severity| problems.count(severity));
    match language {
        Language::Thai => format!("ผิดพลาด {errors} แห่ง คำเตือน {warnings} ข้อ ข้อแนะนำ {advice} ข้อ"),
        Language::English => {
            format!("{}, {}, {advice} of advice", plural(errors, "error"), plural(warnings, "warning"))
        }
    }
}

/// “1 page”, “2 pages”.
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The exit code: 0 nothing is wrong, 1 the content is, 2 the program could not do its work.
pub fn exit_code(problems: &Diagnostics) -> ExitCode {
    let stopped = |problem: &&Diagnostic| {
        [&rules::NO_CONTENT, &rules::OUTPUT, &rules::FOREIGN_IN_THE_WAY].contains(&problem.rule)
    };
    if problems.errors() == 0 {
        ExitCode::SUCCESS
    } else if problems.sorted().iter().any(stopped) {
        ExitCode::from(2)
    } else {
        ExitCode::FAILURE
    }
}
