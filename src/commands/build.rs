//! `prongsai build`: the whole way from files to the published folder.

use super::report;
use crate::cli::BuildArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Language, Location, rules};
use crate::model::{Portal, Site};
use crate::publish::{Content, Staging};
use crate::theme::{DEFAULT, Theme};
use crate::{checks, data, model, pages, publish, read};
use rayon::prelude::*;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// Runs the command.
#[must_use]
pub fn build(args: &BuildArgs, language: Language) -> ExitCode {
    let start = Instant::now();
    let mut problems = Diagnostics::default();
    let content = read::read(&args.dir, &mut problems);
    let records = content.records();
    let options = model::Options { drafts: args.drafts, base_url: args.base_url.clone(), today: super::today() };
    let portal = model::link(content, &options, &mut problems);
    checks::check(&portal, &mut problems);
    let out = args.out.clone().unwrap_or_else(|| args.dir.join("public"));
    let written = if problems.errors() == 0 { write(&portal, &args.dir, &out, &mut problems) } else { None };
    report::diagnostics(&problems, language);
    let Some(pages) = written.filter(|_| problems.errors() == 0) else {
        let counts = report::counts(&problems, language);
        report::line(&match language {
            Language::Thai => format!("สร้างเว็บไม่สำเร็จ: {counts} เว็บเดิมยังอยู่ครบ"),
            Language::English => format!("nothing was built: {counts}; the site that was there is untouched"),
        });
        return ExitCode::FAILURE;
    };
    let warnings = problems.warnings();
    let seconds = start.elapsed().as_secs_f64();
    let look = out.join("index.html");
    let look = look.display();
    report::line(&match language {
        Language::Thai => format!(
            "สร้างแล้ว: {records} ระเบียน {pages} หน้า คำเตือน {warnings} ข้อ ใช้เวลา {seconds:.2} วินาที เปิดดูได้ที่ {look}"
        ),
        Language::English => format!(
            "built {}, {}, {} in {seconds:.2} s; open {look}",
            report::plural(records, "record"),
            report::plural(pages, "page"),
            report::plural(warnings, "warning")
        ),
    });
    ExitCode::SUCCESS
}

/// Renders and writes everything; how many pages there are, unless something failed.
fn write(portal: &Portal, root: &Path, out: &Path, problems: &mut Diagnostics) -> Option<usize> {
    let themes = super::themes(portal, root, problems);
    let front = match portal.sites.first().filter(|_| portal.has_front_page) {
        Some(first) => Some(Theme::load(root, DEFAULT, first.settings.language, problems)?),
        None => None,
    };
    if problems.errors() > 0 {
        return None;
    }
    let run = || -> Result<usize, Failure> {
        let staging = Staging::begin(out, &root.join("content"))?;
        let mut pages = 0;
        if let Some(theme) = &front {
            write_front(portal, theme, &staging)?;
            pages += 2;
        }
        for (site, theme) in portal.sites.iter().zip(&themes) {
            pages += write_site(site, theme, &staging)?;
        }
        staging.publish()?;
        Ok(pages)
    };
    match run() {
        Ok(pages) => Some(pages),
        Err(Failure::Theme(problem)) => {
            problems.push(*problem);
            None
        }
        Err(Failure::Disk(error)) => {
            problems.push(refused(out, &error));
            None
        }
    }
}

/// Why writing stopped.
enum Failure {
    Theme(Box<Diagnostic>),
    Disk(publish::Error),
}

impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Self {
        Self::Theme(Box::new(problem))
    }
}

impl From<publish::Error> for Failure {
    fn from(error: publish::Error) -> Self {
        Self::Disk(error)
    }
}

fn refused(out: &Path, error: &publish::Error) -> Diagnostic {
    let problem = Diagnostic::new(&rules::OUTPUT, Location::file(out.display().to_string()), error.message());
    match error {
        publish::Error::Foreign(_) | publish::Error::InContent(_) => problem.help(
            "เลือกโฟลเดอร์อื่นด้วย --out หรือย้ายแฟ้มเหล่านั้นออกเอง",
            "choose another folder with --out, or move those files away yourself",
        ),
        publish::Error::Io { .. } => problem,
    }
}

fn write_site(site: &Site, theme: &Theme, staging: &Staging) -> Result<usize, Failure> {
    let prefix = site.folder.as_ref().map(|folder| format!("{folder}/")).unwrap_or_default();
    let at = |address: &str| format!("{prefix}{address}");
    let all: Vec<_> = site.map.pages().collect();
    all.par_iter().try_for_each(|page| {
        let html = pages::render(site, page, theme)?;
        staging.write(&at(page.address()), &Content::Bytes(html.as_bytes()))?;
        Ok::<(), Failure>(())
    })?;
    data::files(site)
        .par_iter()
        .try_for_each(|file| staging.write(&at(&file.address()), &Content::Bytes(&file.bytes())))?;
    for (address, data) in theme.assets() {
        staging.write(&at(address), &Content::Bytes(data))?;
    }
    for file in &site.files {
        staging.write(&at(&file.path), &Content::CopyOf(&file.disk))?;
    }
    if let Some(svg) = pages::survey_code(site, theme)? {
        staging.write(&at(pages::SURVEY_CODE), &Content::Bytes(svg.as_bytes()))?;
    }
    if let Some(xml) = pages::sitemap(site) {
        staging.write(&at("sitemap.xml"), &Content::Bytes(xml.as_bytes()))?;
    }
    staging.write(&at("robots.txt"), &Content::Bytes(pages::robots(site.settings.base_url.as_deref()).as_bytes()))?;
    Ok(all.len())
}

fn write_front(portal: &Portal, theme: &Theme, staging: &Staging) -> Result<(), Failure> {
    staging.write("index.html", &Content::Bytes(pages::portal(portal, true, theme)?.as_bytes()))?;
    staging.write("404.html", &Content::Bytes(pages::portal(portal, false, theme)?.as_bytes()))?;
    for (address, bytes) in data::front_files(portal) {
        staging.write(&address, &Content::Bytes(&bytes))?;
    }
    for (address, data) in theme.assets() {
        staging.write(address, &Content::Bytes(data))?;
    }
    if let Some(xml) = pages::sitemap_index(&portal.sites) {
        staging.write("sitemap.xml", &Content::Bytes(xml.as_bytes()))?;
    }
    staging.write("robots.txt", &Content::Bytes(pages::robots(portal.base_url.as_deref()).as_bytes()))?;
    Ok(())
}
