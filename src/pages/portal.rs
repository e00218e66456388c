//! The front page over several sites: organisations side by side.

use super::data_links::DataLinks;
use super::link::host;
use super::measures::{self, StatusCount};
use super::result::ResultView;
use super::sharing::short;
use super::voice::Voice;
use super::{icon, names};
use crate::diagnostic::Diagnostic;
use crate::model::{Measures, Portal, Site, Status, Year, escape};
use crate::theme::Theme;
use schemars::JsonSchema;
use serde::Serialize;

/// The front page over several sites.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortalPage {
    /// The language tag.
    lang: &'static str,
    /// The digits in which numbers are shown: `thai` or `arabic`.
    digits: &'static str,
    /// The heading.
    title: String,
    /// The portal's own host, where the links are not relative.
    host: Option<String>,
    /// The canonical address, where the portal knows its own.
    canonical: Option<String>,
    /// What the page is about, in 160 characters or fewer.
    description: String,
    /// The style sheet.
    stylesheet: String,
    /// The sign in a browser's tab.
    icon: String,
    /// The script that shows the page as its reader likes.
    display_script: String,
    /// The script that makes tables sort and filter.
    tables_script: String,
    /// How many organisations there are.
    total: String,
    /// Whether it is shown for an address that is not there.
    missing: bool,
    /// The front page itself.
    home: String,
    /// The organisations.
    rows: Vec<SiteRow>,
    /// The table as open data.
    data: DataLinks,
}

/// An organisation.
#[derive(Debug, Serialize, JsonSchema)]
struct SiteRow {
    /// Its name.
    name: String,
    /// District and province.
    place: String,
    /// The way to its site.
    href: String,
    /// Its newest year.
    year: Option<String>,
    /// The result of that year.
    result: Option<ResultView>,
    /// How many measures are done; none where nothing has been reported.
    measures: Option<Share>,
    /// How many measures that year has.
    measures_total: String,
    /// How many measures stand how.
    counts: Vec<StatusCount>,
    /// How many OIT items have a link.
    oit: Option<Share>,
}

/// A part of a whole, drawn and in words.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PortalShare")]
struct Share {
    /// 0 to 100, for drawing.
    percent: usize,
    /// In words.
    label: String,
}

/// The portal's front page as HTML, or the page for addresses that are not `there`, which leads to the same sites.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn portal(portal: &Portal, there: bool, theme: &Theme) -> Result<String, Diagnostic> {
    let Some(first) = portal.sites.first() else { return Ok(String::new()) };
    let voice = Voice::new(theme.words(), &first.settings);
    // A host shows the page for missing addresses at any depth, where relative links would lead astray.
    let base = portal.base_url.as_deref().filter(|_| !there).unwrap_or_default();
    let view = PortalPage {
        lang: first.settings.language.tag(),
        digits: voice.digits(),
        title: voice.word(if there { "portal_title" } else { "not_found" }).to_owned(),
        host: host(base),
        canonical: portal.base_url.clone().filter(|_| there),
        description: short(&voice.say("portal_lead", &[&voice.number(portal.sites.len())])),
        // The front page looks like its first site; their assets are the theme's own.
        stylesheet: format!("{base}assets/style.css"),
        icon: format!("{base}{}", icon::FILE),
        display_script: format!("{base}assets/display.js"),
        tables_script: format!("{base}assets/tables.js"),
        missing: !there,
        home: format!("{base}index.html"),
        total: voice.number(portal.sites.len()),
        rows: portal.sites.iter().map(|site| row(site, base, voice)).collect(),
        data: DataLinks::organisations(base, voice),
    };
    theme.render("portal.html", &view)
}

fn row(site: &Site, base: &str, voice: Voice<'_>) -> SiteRow {
    let year = site.newest();
    let items = year.map_or(0, |year| year.oit.len());
    let linked = year.map_or(0, Year::linked_items);
    let none = Measures::default();
    let measures = year.map_or(&none, |year| &year.measures);
    let done = measures.iter().filter(|measure| measure.status == Status::Done).count();
    let reported = measures.iter().any(|measure| measure.status != Status::NotReported);
    let share = |word, part: usize, whole: usize| {
        let label = voice.say(word, &[&voice.number(part), &voice.number(whole)]);
        Some(Share { percent: (part * 100).checked_div(whole)?, label })
    };
    SiteRow {
        name: site.organisation.name.clone(),
        place: names::place(&site.organisation, voice),
        href: format!("{base}{}/index.html", escape(site.folder.as_deref().unwrap_or("."))),
        year: year.map(|year| voice.number(year.year.be())),
        result: ResultView::new(site, year.and_then(|year| year.assessment.as_ref()), voice),
        measures: share("measures_done", done, measures.len()).filter(|_| reported),
        measures_total: voice.number(measures.len()),
        counts: measures::counts(&measures.iter(), voice),
        oit: share("linked_of", linked, items),
    }
}
