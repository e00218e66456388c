//! `prongsai check --external`: opens what the sites link to, remembers it, and writes a page about it.

use super::report;
use crate::cli::CheckArgs;
use crate::diagnostic::{Diagnostics, Language, Message};
use crate::external::{self, Freshness, Limits, Reached, Record, RecordError};
use crate::model::{self, Outward, Portal};
use crate::outputs::{self, Made};
use crate::pages::{self, LinksRun};
use crate::theme::Theme;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::DateTime;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The file in which what is known of links is kept, as settings of sites name it.
const RECORD: &str = ".prongsai/links.json";

/// What came of opening links.
pub struct Opened {
    /// Whether any other site could be reached.
    pub reached: bool,
    /// The closing line.
    pub closing: Message,
}

/// Opens the links of all sites. What is wrong joins `problems`.
pub fn links(
    portal: &Portal,
    args: &CheckArgs,
    theme: Option<&Theme>,
    now: DateTime,
    language: Language,
    problems: &mut Diagnostics,
) -> Opened {
    let folder = args.dir.join(".prongsai");
    let file = args.dir.join(RECORD);
    let own = portal.top.as_ref().map(|top| model::outward_of_pages(&top.pages)).filter(|own| !own.is_empty());
    let named: Vec<Vec<Outward<'_>>> = portal.sites.iter().map(model::outward).chain(own).collect();
    let all = || named.iter().flatten();
    let written = || all().map(|one| one.url);
    let (mut record, writable) = match Record::read(&file, now.date()) {
        Ok(record) => (record, true),
        Err(error) => {
            problems.push(external::record_problem(&error).outside(RECORD));
            // What could not be read must not be replaced by what little one run learns.
            (Record::default(), matches!(error, RecordError::Damaged(..)))
        }
    };
    let fresh = Freshness { now, days: args.max_age };
    let due = external::due(&record, written(), fresh);
    let base = portal.base_url.as_ref().or_else(|| portal.sites.first()?.settings.base_url.as_ref());
    let limits = Limits {
        timeout: Duration::from_secs(args.timeout.into()),
        contact: base.and_then(|base| external::address(base)),
    };
    let addresses: BTreeSet<String> = written().map(external::key).collect();
    record.forget(|url| addresses.contains(url), now.date());
    let progress = progress(due.len(), language);
    let reached = external::refresh(&mut record, writable.then_some(&file), &due, &limits, now, || progress.inc(1));
    progress.finish_and_clear();
    let reached = reached.unwrap_or_else(|error| {
        problems.push(external::record_problem(&error).outside(RECORD));
        Reached::Net
    });
    if reached == Reached::Nothing {
        problems.push(external::no_net(&file).outside(RECORD));
    }
    for one in all() {
        // What could not be opened for want of the net is not told anew.
        let stale = reached == Reached::Nothing
            && external::address(one.url).is_some_and(|url| due.binary_search(&url).is_ok());
        if !stale && let Some(problem) = external::finding(external::stands(&record, one.url), &one.location()) {
            problems.push(problem);
        }
    }
    let run = LinksRun { now, opened: due.len(), days: args.max_age, reached: reached == Reached::Net };
    let page =
        theme.and_then(|theme| write_page(&folder.join("links"), portal, &named, &record, &run, theme, problems));
    Opened { reached: reached == Reached::Net, closing: closing(&record, written(), page.as_deref()) }
}

/// Shown on a terminal only.
fn progress(length: usize, language: Language) -> ProgressBar {
    let bar = ProgressBar::new(length as u64);
    let template = match language {
        Language::Thai => "เปิดลิงก์ภายนอก {bar:30} {pos}/{len}",
        Language::English => "opening links {bar:30} {pos}/{len}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

/// Writes the page and what it needs to look like the site; where it stands.
fn write_page(
    folder: &Path,
    portal: &Portal,
    named: &[Vec<Outward<'_>>],
    record: &Record,
    run: &LinksRun,
    theme: &Theme,
    problems: &mut Diagnostics,
) -> Option<String> {
    let html = match pages::links_report(portal, named, record, run, theme) {
        Ok(html) => html,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let files = outputs::assets(theme, None).filter_map(|(address, output)| match output.make() {
        Ok(Some(Made::Bytes(data))) => Some((address, Cow::Owned(data))),
        Ok(Some(Made::Kept(data))) => Some((address, Cow::Borrowed(data))),
        _ => None,
    });
    for (address, data) in files.chain([("index.html".to_owned(), Cow::Borrowed(html.as_bytes()))]) {
        let path = folder.join(address);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = made.and_then(|()| fs::write(&path, data)) {
            problems.push(external::record_problem(&RecordError::Io(path, error)).outside(RECORD));
            return None;
        }
    }
    Some(folder.join("index.html").display().to_string())
}

/// How many addresses stand how, and where the page is.
fn closing<'w>(record: &Record, written: impl Iterator<Item = &'w str>, page: Option<&str>) -> Message {
    let (all, [dead, replaced, unsure, opened]) = external::tally(record, written);
    let page = |before: &str| page.map_or_else(String::new, |page| format!("{before}{page}"));
    Message::new(
        format!(
            "ลิงก์ภายนอก {all} แห่ง: เปิดได้ {opened} เปิดไม่ได้ {dead} ไม่ถึงข้อมูล {replaced} บอกไม่ได้ {unsure}{}",
            page(" ดูรายงานที่ ")
        ),
        format!(
            "{}: {opened} open, {dead} do not, {replaced} lead elsewhere, {unsure} cannot be told{}",
            report::plural(all, "external link"),
            page("; the report is ")
        ),
    )
}
