//! The front page over several sites: organisations side by side.

use super::data_links::DataLinks;
use super::measures::{self, StatusCount};
use super::names;
use super::portal_frame::{PortalFrame, PortalHeading, PortalLinks};
use super::result::ResultView;
use super::sharing::short;
use super::voice::Voice;
use crate::diagnostic::Diagnostic;
use crate::model::{Measures, PageKey, Portal, Site, Status, Year, escape};
use crate::record::PartRecord;
use crate::theme::Theme;
use schemars::JsonSchema;
use serde::Serialize;

/// The front page over several sites.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortalPage {
    /// What every page of a portal has.
    frame: PortalFrame,
    /// The script that makes tables sort and filter.
    tables_script: String,
    /// How many organisations there are.
    total: String,
    /// The organisations.
    rows: Vec<SiteRow>,
    /// The table as open data; none where no site has any.
    data: Option<DataLinks>,
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
    let key = if there { PageKey::Home } else { PageKey::NotFound };
    let (Some(first), Some(links)) = (portal.sites.first(), PortalLinks::new(portal, &key)) else {
        return Ok(String::new());
    };
    let voice = Voice::new(theme.words(), &first.settings);
    let heading = PortalHeading {
        title: voice.word(if there { "portal_title" } else { "not_found" }).to_owned(),
        description: short(&voice.say("portal_lead", &[&voice.number(portal.sites.len())])),
        updated: None,
    };
    let base = links.base();
    let view = PortalPage {
        frame: PortalFrame::new(links, voice, heading),
        tables_script: links.file("assets/tables.js"),
        total: voice.number(portal.sites.len()),
        rows: portal.sites.iter().map(|site| row(site, base, voice)).collect(),
        data: portal.has(PartRecord::Data).then(|| DataLinks::organisations(base, voice)),
    };
    theme.render("portal.html", view)
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
        counts: measures::counts(measures.iter(), voice),
        oit: share("linked_of", linked, items),
    }
}
