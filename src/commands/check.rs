//! `prongsai check`: reads, links, checks and makes every page, and publishes nothing. What it learns of links to
//! other sites it keeps.

use super::external;
use super::produce::{Failure, Sink, produce};
use super::report::{self, Report};
use super::settle::{Taken, Verdict};
use super::steps::{Step, Steps, Work};
use crate::cli::CheckArgs;
use crate::diagnostic::{Diagnostics, Language, Severity};
use crate::model::Portal;
use crate::outputs::{Output, Search, Themes};
use crate::proof::{Found, Proof};
use crate::publish::{self, Content};
use crate::search::Last;
use crate::{checks, model, read};
use std::process::ExitCode;

/// Runs the command.
#[must_use]
pub fn check(args: &CheckArgs, language: Language) -> ExitCode {
    let report = Report { args: &args.report, language, folder: &args.dir, least: Severity::Advice };
    super::start_threads(&args.run);
    let steps = Steps::new(language);
    let now = super::now();
    let mut problems = Diagnostics::default();
    let content = steps.run(Step::Read, || read::read(&args.dir, &mut problems));
    let (records, paths) = (content.records(), content.paths());
    let options = model::Options {
        drafts: args.drafts,
        base_url: None,
        without: args.site.without.iter().copied().collect(),
        today: now.date(),
    };
    let portal = steps.run(Step::Link, || model::link(content, &options, &mut problems));
    let theme = args.site.theme.as_ref();
    let memory = checks::Memory::default();
    let themes = steps.run(Step::Check, || super::check_and_load(&portal, &args.dir, theme, &memory, &mut problems));
    let verdict = Verdict::of(&portal, paths, args.report.strict);
    let mut taken = Taken::default();
    // Of a record that was not understood there is an address, but nothing to put on its page.
    if let Some(themes) = themes.as_ref().filter(|_| !verdict.refuses(&problems, taken)) {
        taken.pages = make(&portal, themes, &steps, &mut problems);
    }
    steps.end();
    // Where there is no site there is no project either in which to keep what is learnt.
    let opened = (args.external && !portal.sites.is_empty()).then(|| {
        let theme = themes.as_ref().and_then(|themes| themes.sites.first()).map(AsRef::as_ref);
        let opened = external::links(&portal, args, theme, now, language, &mut problems);
        taken.links = opened.reached;
        opened.closing
    });
    let (settled, hidden) = steps.run(Step::Settle, || verdict.on(problems, taken));
    report.problems(&settled.problems, &hidden);
    report.summary(&settled);
    let counts = report::counts(&settled.problems, language);
    report.closing(&match language {
        Language::Thai => format!("ตรวจแล้ว {records} ระเบียน: {counts}"),
        Language::English => format!("checked {}: {counts}", report::plural(records, "record")),
    });
    if let Some(opened) = opened {
        report.closing(opened.text(language));
    }
    if args.run.timings {
        report.timings(&steps);
    }
    report::exit_code(&settled.problems)
}

/// Makes every page, so that faults of templates and links are found as a build would find them; whether
/// all could be made.
fn make(portal: &Portal, themes: &Themes, steps: &Steps, problems: &mut Diagnostics) -> bool {
    let made = Made { proof: Proof::default(), steps };
    let produced = steps.run(Step::Make, || produce(portal, themes, &made, steps));
    let all = produced.is_ok();
    match produced {
        Ok(_) => made.proof.finish(&checks::missing_headings(portal), problems),
        Err(Failure::Theme(found)) => problems.extend(found),
        // Nothing is written, so that no disk can refuse.
        Err(Failure::Disk(_)) => {}
    }
    all
}

/// Files that are made and not kept, but for their links.
struct Made<'s> {
    proof: Proof,
    steps: &'s Steps,
}

impl Sink for Made<'_> {
    fn has(&self, _: &str, _: &Output<'_>) -> bool {
        false
    }

    fn has_search(&self, _: Search<'_>) -> bool {
        false
    }

    fn last_search<'s>(&'s self, _: Search<'s>) -> Option<Box<dyn Last + 's>> {
        None
    }

    fn page(&self, address: &str, _: &Output<'_>, html: &str) -> Result<(), publish::Error> {
        self.steps.work(Work::Proof, || self.proof.page(address, Found::of(html)));
        Ok(())
    }

    fn file(&self, address: &str, _: &Output<'_>, _: &Content<'_>) -> Result<(), publish::Error> {
        self.proof.file(address);
        Ok(())
    }
}
