//! `prongsai build`: the whole way from files to the published folder.

use super::archiving;
use super::produce::{Failure, Sink, produce};
use super::publishing;
use super::report::{self, Report};
use super::settle::{Taken, Verdict};
use super::steps::{Step, Steps, Work};
use crate::cli::BuildArgs;
use crate::diagnostic::{Diagnostics, Language, Severity};
use crate::host::HostFile;
use crate::model::Portal;
use crate::outputs::Themes;
use crate::proof::Proof;
use crate::publish::{self, Content, Staging};
use crate::{checks, lasting, model, read};
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
#[must_use]
pub fn build(args: &BuildArgs, language: Language) -> ExitCode {
    super::limit(&args.run);
    let steps = Steps::new(language);
    let report = Report { args: &args.report, language, folder: &args.dir, least: Severity::Warning };
    let mut problems = Diagnostics::default();
    let content = steps.run(Step::Read, || read::read(&args.dir, &mut problems));
    let (records, paths) = (content.records(), content.paths());
    let options = model::Options { drafts: args.drafts, base_url: args.base_url.clone(), today: super::today() };
    let portal = steps.run(Step::Link, || model::link(content, &options, &mut problems));
    steps.run(Step::Check, || {
        checks::check(&portal, &mut problems);
        lasting::check(&portal, &args.dir, &mut problems);
    });
    let out = args.out.clone().unwrap_or_else(|| args.dir.join("public"));
    let zip = args.zip.as_ref().map(|file| file.clone().unwrap_or_else(|| archiving::beside(&out)));
    // What cannot work is told before anything is published.
    if let Some(Err(error)) = zip.as_ref().map(|zip| publish::check_place(&out, zip)) {
        problems.push(publishing::refused(&out, &error));
    }
    let verdict = Verdict::of(&portal, paths, args.report.strict);
    let mut taken = Taken::default();
    let refused = steps.run(Step::Settle, || verdict.refuses(&problems, taken));
    let built = if refused { None } else { write(&portal, args, &out, &verdict, &steps, &mut taken, &mut problems) };
    let mut told = steps.run(Step::Settle, || verdict.on(problems, taken).problems);
    let pages = built.map(|built| {
        told.extend(verdict.on_late(built.late));
        built.pages
    });
    let seconds = steps.end().as_secs_f64();
    let archive = zip.filter(|_| pages.is_some()).and_then(|zip| archiving::archive(&out, zip, &mut told));
    report.problems(&told);
    let counts = report::counts(&told, language);
    let Some(pages) = pages else {
        report.closing(&match language {
            Language::Thai => format!("สร้างเว็บไม่สำเร็จ: {counts} เว็บเดิมยังอยู่ครบ"),
            Language::English => format!("nothing was built: {counts}; the site that was there is untouched"),
        });
        return report::exit_code(&told);
    };
    let look = out.join("index.html");
    let look = look.display();
    report.closing(&match language {
        Language::Thai => {
            format!("สร้างแล้ว: {records} ระเบียน {pages} หน้า {counts} ใช้เวลา {seconds:.2} วินาที เปิดดูได้ที่ {look}")
        }
        Language::English => format!(
            "built {}, {} in {seconds:.2} s: {counts}; open {look}",
            report::plural(records, "record"),
            report::plural(pages, "page"),
        ),
    });
    if let Some(archive) = archive {
        report.closing(&archive.closing(language));
    }
    if args.run.timings {
        report.timings(&steps);
    }
    report::exit_code(&told)
}

/// A site that was published.
struct Built {
    /// How many pages it has.
    pages: usize,
    /// What was found when it stood already.
    late: Diagnostics,
}

/// Makes and writes everything; nothing is published where anything fails, or the sites do not have it so.
fn write(
    portal: &Portal,
    args: &BuildArgs,
    out: &Path,
    verdict: &Verdict,
    steps: &Steps,
    taken: &mut Taken,
    problems: &mut Diagnostics,
) -> Option<Built> {
    let root = &args.dir;
    let themes = steps.run(Step::Themes, || Themes::load(portal, root, problems))?;
    let mut run = || -> Result<Option<Built>, Failure> {
        let staging = Staging::begin(out, &root.join("content"))?;
        let written = Written { staging, proof: Proof::default(), steps };
        let pages = steps.run(Step::Make, || produce(portal, &themes, &written, steps))?;
        let Written { staging, proof, .. } = written;
        steps.run(Step::Settle, || proof.finish(&checks::missing_headings(portal), problems));
        taken.pages = true;
        let foreign = staging.foreign()?;
        let mut with_foreign = problems.clone();
        with_foreign.extend(publishing::foreign(out, &foreign));
        let looked = Taken { output: true, ..*taken };
        // What stands in the way is told as that alone, and not as something that is kept.
        let refused = steps.run(Step::Settle, || verdict.refuses(&with_foreign, looked));
        let published = if refused { None } else { Some(steps.run(Step::Publish, || staging.publish())?) };
        (*problems, *taken) = (with_foreign, looked);
        Ok(published.map(|published| {
            let mut late = publishing::found(out, &published, &foreign);
            // A draft may still change its name.
            if !args.drafts {
                late.extend(lasting::remember(portal, root));
            }
            Built { pages, late }
        }))
    };
    match run() {
        Ok(built) => built,
        Err(Failure::Theme(found)) => {
            problems.extend(found);
            None
        }
        Err(Failure::Disk(error)) => {
            problems.push(publishing::refused(out, &error));
            None
        }
    }
}

/// Files on their way out: written aside, and their links kept for a proof.
struct Written<'s> {
    staging: Staging,
    proof: Proof,
    steps: &'s Steps,
}

impl Sink for Written<'_> {
    fn page(&self, address: &str, html: &str) -> Result<(), publish::Error> {
        self.steps.work(Work::Proof, || self.proof.page(address, html));
        self.steps.work(Work::Write, || self.staging.write(address, &Content::Bytes(html.as_bytes())))
    }

    fn file(&self, address: &str, content: &Content<'_>) -> Result<(), publish::Error> {
        // A host's own settings that somebody put there come before the program's, which the site can do without.
        if HostFile::ALL.iter().any(|file| file.address() == address) && self.staging.is_foreign(address) {
            return Ok(());
        }
        self.proof.file(address);
        self.steps.work(Work::Write, || self.staging.write(address, content))
    }
}
