//! The page about links to elsewhere: what was opened, when, and what was answered. It is for the officer, and is no
//! part of the site.

use super::voice::{StatusView, Voice};
use crate::diagnostic::{Diagnostic, Language};
use crate::external::{self, Entry, Known, Outcome, Record, Standing};
use crate::model::{Outward, Portal};
use crate::theme::Theme;
use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The run that the page tells of.
#[derive(Debug, Clone, Copy)]
pub struct LinksRun {
    /// When, in Thailand.
    pub now: DateTime,
    /// How many addresses were opened.
    pub opened: usize,
    /// For how many days what opened is not opened again.
    pub days: u16,
    /// Whether the net was reached.
    pub reached: bool,
}

/// Links to other sites, with what came of opening them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LinksPage {
    /// The language tag.
    lang: &'static str,
    /// The digits in which numbers are shown: `thai` or `arabic`.
    digits: &'static str,
    /// The heading.
    title: String,
    /// The sentence below the heading.
    lead: String,
    /// Whether no other site could be reached.
    offline: bool,
    /// How many addresses stand how.
    counts: Vec<Count>,
    /// The addresses, by organisation.
    organisations: Vec<Links>,
}

/// How many addresses stand so.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LinksCount")]
struct Count {
    /// How it stands.
    status: StatusView,
    /// How many, in the site's digits.
    label: String,
}

/// The addresses of one organisation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LinksOfOne")]
struct Links {
    /// Its name.
    name: String,
    /// Its links.
    rows: Vec<Row>,
}

/// A link to another site.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LinksRow")]
struct Row {
    /// The address, as it is written.
    address: String,
    /// None where it is no address.
    href: Option<String>,
    /// Where it is written.
    places: Vec<String>,
    /// None where it was never opened.
    status: Option<StatusView>,
    /// The place of its standing in the order of standings.
    rank: usize,
    /// What the other site answered.
    answer: Option<String>,
    /// Where the address led in the end, where that is another.
    landed: Option<String>,
    /// When it was last opened.
    tried: Option<String>,
    /// The same for machines.
    tried_iso: Option<String>,
    /// When it last worked.
    worked: Option<String>,
    /// The same for machines.
    worked_iso: Option<String>,
}

/// The page as HTML; its assets stand beside it in `assets/`. `named` has each site's addresses, in the order of the
/// portal's sites, and after them those of the portal's own pages, where there are any.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn links_report(
    portal: &Portal,
    named: &[Vec<Outward<'_>>],
    record: &Record,
    run: &LinksRun,
    theme: &Theme,
) -> Result<String, Diagnostic> {
    let Some(first) = portal.sites.first() else { return Ok(String::new()) };
    let voice = Voice::new(theme.words(), &first.settings);
    let sites = portal.sites.iter().map(|site| site.organisation.name.as_str());
    let named_by = sites.chain([voice.word("portal_title")]).zip(named);
    let view = LinksPage {
        lang: first.settings.language.tag(),
        digits: voice.digits(),
        title: voice.word("external_title").to_owned(),
        lead: voice.say("external_lead", &[&time(run.now, voice), &voice.number(run.opened), &voice.number(run.days)]),
        offline: !run.reached,
        counts: counts(named, record, voice),
        organisations: named_by
            .map(|(name, named)| Links { name: name.to_owned(), rows: rows(named, record, voice) })
            .collect(),
    };
    theme.render("links-report.html", view)
}

fn counts(named: &[Vec<Outward<'_>>], record: &Record, voice: Voice<'_>) -> Vec<Count> {
    let (_, counts) = external::tally(record, named.iter().flatten().map(|one| one.url));
    let found = Standing::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    found.map(|(standing, count)| Count { status: status(standing, voice), label: voice.number(count) }).collect()
}

/// One row an address, what needs a look first.
fn rows(named: &[Outward<'_>], record: &Record, voice: Voice<'_>) -> Vec<Row> {
    let mut by_key: BTreeMap<String, Vec<&Outward<'_>>> = BTreeMap::new();
    for one in named {
        by_key.entry(external::key(one.url)).or_default().push(one);
    }
    let mut rows: Vec<Row> = by_key.values().filter_map(|all| Some(row(all.first()?, all, record, voice))).collect();
    rows.sort_by_key(|row| row.rank);
    rows
}

fn row(first: &Outward<'_>, all: &[&Outward<'_>], record: &Record, voice: Voice<'_>) -> Row {
    let known = external::stands(record, first.url);
    let entry = if let Known::Entry(entry) = known { Some(entry) } else { None };
    let standing = known.standing();
    let mut places: Vec<String> =
        all.iter().map(|one| one.location()).map(|place| format!("{}:{}", place.path, place.line())).collect();
    places.dedup();
    Row {
        address: first.url.to_owned(),
        href: external::address(first.url).map(|_| first.url.to_owned()),
        places,
        status: standing.map(|standing| status(standing, voice)),
        rank: Standing::ALL.iter().position(|one| Some(*one) == standing).unwrap_or(Standing::ALL.len()),
        answer: match known {
            // Its standing says that already.
            Known::Entry(entry) if entry.outcome == Outcome::Opened => None,
            Known::Entry(entry) => Some(entry.outcome.words(entry.status).text(voice.language()).to_owned()),
            Known::NoAddress => Some(voice.word("external_no_address").to_owned()),
            Known::Unopened => None,
        },
        landed: entry.and_then(|entry| landed(entry, voice)),
        tried: entry.map(|entry| time(entry.tried, voice)),
        tried_iso: entry.map(|entry| entry.tried.to_string()),
        worked: entry.map(|entry| worked(entry, voice)),
        worked_iso: entry.and_then(|entry| Some(entry.worked?.to_string())),
    }
}

fn landed(entry: &Entry, voice: Voice<'_>) -> Option<String> {
    let word = if entry.moved { "external_moved" } else { "external_landed" };
    Some(voice.say(word, &[entry.landed.as_ref()?]))
}

fn worked(entry: &Entry, voice: Voice<'_>) -> String {
    match entry.worked {
        Some(day) => voice.date(day),
        None => voice.say("external_never", &[&voice.date(entry.since)]),
    }
}

/// A standing in words, with the look of a measure's status.
fn status(standing: Standing, voice: Voice<'_>) -> StatusView {
    let (id, word) = match standing {
        Standing::Dead => ("delayed", "external_dead"),
        Standing::Replaced => ("not_started", "external_replaced"),
        Standing::Unsure => ("not_reported", "external_unsure"),
        Standing::Opened => ("done", "external_opened"),
    };
    StatusView { id, label: voice.word(word).to_owned() }
}

/// A day and the time of day.
fn time(at: DateTime, voice: Voice<'_>) -> String {
    // Thai official texts part hours and minutes with a full stop.
    let mark = if voice.language() == Language::Thai { '.' } else { ':' };
    let clock = voice.number(format_args!("{:02}{mark}{:02}", at.hour(), at.minute()));
    voice.say("external_time", &[&voice.date(at.date()), &clock])
}
