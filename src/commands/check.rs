//! `prongsai check`: reads, links and checks, and writes nothing.

use super::report;
use crate::cli::CheckArgs;
use crate::diagnostic::{Diagnostics, Language};
use crate::{checks, model, read};
use std::process::ExitCode;

/// Runs the command.
#[must_use]
pub fn check(args: &CheckArgs, language: Language) -> ExitCode {
    let mut problems = Diagnostics::default();
    let content = read::read(&args.dir, &mut problems);
    let records = content.records();
    let options = model::Options { drafts: args.drafts, base_url: None, today: super::today() };
    let portal = model::link(content, &options, &mut problems);
    checks::check(&portal, &mut problems);
    super::themes(&portal, &args.dir, &mut problems);
    report::diagnostics(&problems, language);
    let counts = report::counts(&problems, language);
    report::line(&match language {
        Language::Thai => format!("ตรวจแล้ว {records} ระเบียน: {counts}"),
        Language::English => format!("checked {}: {counts}", report::plural(records, "record")),
    });
    if problems.errors() > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
