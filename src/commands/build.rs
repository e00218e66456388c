//! `prongsai build`: the whole way from files to the published folder.

use super::produce::{Failure, Sink, Themes, produce};
use super::publishing;
use super::report::{self, Report};
use crate::cli::BuildArgs;
use crate::diagnostic::{Diagnostics, Language, Severity};
use crate::model::Portal;
use crate::proof::Proof;
use crate::publish::{self, Content, Staging};
use crate::{checks, model, read};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// Runs the command.
#[must_use]
pub fn build(args: &BuildArgs, language: Language) -> ExitCode {
    let start = Instant::now();
    let report = Report { args: &args.report, language, folder: &args.dir, least: Severity::Warning };
    let mut problems = Diagnostics::default();
    let content = read::read(&args.dir, &mut problems);
    let (records, unread) = (content.records(), content.unread());
    let options = model::Options { drafts: args.drafts, base_url: args.base_url.clone(), today: super::today() };
    let portal = model::link(content, &options, &mut problems);
    checks::check(&portal, &mut problems);
    let out = args.out.clone().unwrap_or_else(|| args.dir.join("public"));
    let settle = |problems: Diagnostics| super::settle(problems, &portal, &unread, args.report.strict);
    let may_publish = |problems: &Diagnostics| settle(problems.clone()).problems.errors() == 0;
    let pages = if may_publish(&problems) { write(&portal, &args.dir, &out, may_publish, &mut problems) } else { None };
    let settled = settle(problems);
    report.problems(&settled.problems);
    let counts = report::counts(&settled.problems, language);
    let Some(pages) = pages else {
        report.closing(&match language {
            Language::Thai => format!("สร้างเว็บไม่สำเร็จ: {counts} เว็บเดิมยังอยู่ครบ"),
            Language::English => format!("nothing was built: {counts}; the site that was there is untouched"),
        });
        return report::exit_code(&settled.problems);
    };
    let seconds = start.elapsed().as_secs_f64();
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
    report::exit_code(&settled.problems)
}

/// Makes and writes everything; how many pages there are, unless something failed.
fn write(
    portal: &Portal,
    root: &Path,
    out: &Path,
    may_publish: impl Fn(&Diagnostics) -> bool,
    problems: &mut Diagnostics,
) -> Option<usize> {
    let themes = Themes::load(portal, root, problems)?;
    let mut run = || -> Result<Option<usize>, Failure> {
        let written = Written { staging: Staging::begin(out, &root.join("content"))?, proof: Proof::default() };
        let pages = produce(portal, &themes, &written)?;
        written.proof.finish(problems);
        if !may_publish(problems) {
            return Ok(None);
        }
        let published = written.staging.publish()?;
        problems.extend(publishing::found(out, &published));
        Ok(Some(pages))
    };
    match run() {
        Ok(pages) => pages,
        Err(Failure::Theme(problem)) => {
            problems.push(*problem);
            None
        }
        Err(Failure::Disk(error)) => {
            problems.push(publishing::refused(out, &error));
            None
        }
    }
}

/// Files on their way out: written aside, and their links kept for a proof.
struct Written {
    staging: Staging,
    proof: Proof,
}

impl Sink for Written {
    fn page(&self, address: &str, html: &str) -> Result<(), publish::Error> {
        self.proof.page(address, html);
        self.staging.write(address, &Content::Bytes(html.as_bytes()))
    }

    fn file(&self, address: &str, content: &Content<'_>) -> Result<(), publish::Error> {
        self.proof.file(address);
        self.staging.write(address, content)
    }
}
