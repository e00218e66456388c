//! The front page over several sites: organisations side by side.

use super::assessment::ResultView;
use super::measure::{self, StatusCount};
use super::names;
use super::voice::Voice;
use crate::diagnostic::Diagnostic;
use crate::model::{Portal, Site, escape};
use crate::theme::Theme;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct PortalPage {
    lang: &'static str,
    title: String,
    stylesheet: String,
    total: String,
    rows: Vec<SiteRow>,
}

#[derive(Debug, Serialize)]
struct SiteRow {
    name: String,
    place: String,
    href: String,
    year: Option<String>,
    result: Option<ResultView>,
    measures: String,
    counts: Vec<StatusCount>,
    oit: String,
}

/// The portal's front page as HTML; `address` is where it will stand, `index.html` or `404.html`.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn portal(portal: &Portal, theme: &Theme) -> Result<String, Diagnostic> {
    let Some(first) = portal.sites.first() else { return Ok(String::new()) };
    let voice = Voice::new(theme.words(), &first.settings);
    let view = PortalPage {
        lang: first.settings.language.tag(),
        title: voice.word("portal_title").to_owned(),
        // The front page looks like its first site; their assets are the theme's own.
        stylesheet: "assets/style.css".to_owned(),
        total: voice.number(portal.sites.len()),
        rows: portal.sites.iter().map(|site| row(site, Voice::new(theme.words(), &site.settings))).collect(),
    };
    theme.render("portal.html", &view)
}

fn row(site: &Site, voice: Voice<'_>) -> SiteRow {
    let year = site.newest();
    let items = year.map_or(0, |year| year.oit.len());
    let answered = year.map_or(0, |year| year.oit.iter().filter(|item| item.is_answered()).count());
    let measures = year.map(|year| year.measures.as_slice()).unwrap_or_default();
    SiteRow {
        name: site.organisation.name.clone(),
        place: names::place(&site.organisation, voice),
        href: format!("{}/index.html", escape(site.folder.as_deref().unwrap_or("."))),
        year: year.map(|year| voice.number(year.year.be())),
        result: ResultView::new(year.and_then(|year| year.assessment.as_ref()), voice),
        measures: voice.number(measures.len()),
        counts: measure::counts(&measures.iter(), voice),
        oit: voice.say("answered_of", &[&voice.number(answered), &voice.number(items)]),
    }
}
