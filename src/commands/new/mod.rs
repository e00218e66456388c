//! `prongsai new`: a fiscal year, a measure or a page for a site that is there.

mod measure;
mod page;
mod project;
mod year;

use super::report;
use crate::cli::{NewArgs, NewCommand};
use crate::diagnostic::Language;
use project::Project;
use std::process::ExitCode;

/// Runs the command.
#[must_use]
pub fn new(args: &NewArgs, language: Language) -> ExitCode {
    let made = Project::open(args, language).and_then(|project| match &args.command {
        NewCommand::Year { year, all } => year::year(&project, *year, *all, language),
        NewCommand::Measure(measure) => measure::measure(&project, measure, language),
        NewCommand::Page { title, slug } => page::page(&project, title, slug.as_deref(), language),
    });
    report::outcome(made)
}
