//! What a page is about for machines: JSON-LD in the words of schema.org.
//!
//! An authority is told on its front page, the way to a page on every other, the tables of a year on the page of its
//! data. Nothing is said that is not on the page.

use super::canonical;
use crate::data::{self, Format, TableId};
use crate::model::{PageKey, Site, web_link};
use crate::pages::{Link, Links, Voice};
use crate::thai::calendar::FiscalYear;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use std::borrow::Cow;

/// What of a page is told.
pub struct Shown<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it is about.
    pub description: &'a str,
    /// The way to it from the top.
    pub crumbs: &'a [Link],
}

/// What the page that the links are on is about; `None` where there is nothing to tell, or no address to tell it of.
pub fn of(site: &Site, links: Links<'_>, voice: Voice<'_>, shown: &Shown<'_>) -> Option<String> {
    let base = site.settings.base_url.as_deref()?;
    let here = canonical(site, links.from())?;
    let way = || Told::Way(Way::new(&here, shown));
    let organisation = || Told::Other(organisation(site, base));
    let graph = match links.from().key() {
        PageKey::NotFound | PageKey::Redirect(_) => return None,
        PageKey::Home => vec![organisation()],
        PageKey::Data(be) => {
            vec![way(), Told::Other(dataset(site, *be, base, &here, voice, shown)?), organisation()]
        }
        _ => vec![way()],
    };
    escaped(&Graph { context: "https://schema.org", graph })
}

/// All that is told.
#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Told<'a>>,
}

/// A thing that is told of.
#[derive(Serialize)]
#[serde(untagged)]
enum Told<'a> {
    Way(Way<'a>),
    Other(Json),
}

/// The way to the page from the top, as nearly every page has it.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "BreadcrumbList")]
struct Way<'a> {
    #[serde(rename = "itemListElement")]
    steps: Vec<Step<'a>>,
}

/// A page on that way.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
struct Step<'a> {
    position: usize,
    name: &'a str,
    item: Cow<'a, str>,
}

/// The first byte of U+2028 and U+2029.
const FIRST_OF_BREAKS: u8 = 0xe2;

/// JSON as it can stand in a script element: nothing in it ends one, begins a comment or breaks a line.
fn escaped(graph: &Graph<'_>) -> Option<String> {
    let json = serde_json::to_string(graph).ok()?;
    let may_need = |byte| matches!(byte, b'<' | b'>' | b'&' | FIRST_OF_BREAKS);
    if !json.bytes().any(may_need) {
        return Some(json);
    }
    let mut text = String::with_capacity(json.len());
    for char in json.chars() {
        match char {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text += &format!("\\u{:04x}", u32::from(char)),
            _ => text.push(char),
        }
    }
    Some(text)
}

fn id(base: &str) -> String {
    format!("{base}#organisation")
}

/// Fields without those that there are not.
fn fields<const N: usize>(fields: [(&str, Option<Json>); N]) -> Json {
    let there = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Json::Object(there.collect::<Map<_, _>>())
}

fn organisation(site: &Site, base: &str) -> Json {
    let organisation = &site.organisation;
    let contact = organisation.contact.clone().unwrap_or_default();
    let text = |text: &Option<String>| text.clone().map(Json::from);
    let address = fields([
        ("@type", Some("PostalAddress".into())),
        ("streetAddress", text(&contact.address)),
        ("addressLocality", text(&organisation.district)),
        ("addressRegion", text(&organisation.province)),
        ("addressCountry", Some("TH".into())),
    ]);
    let elsewhere: Vec<String> =
        [&contact.website, &contact.facebook].into_iter().flatten().filter_map(|address| web_link(address)).collect();
    let logo = organisation.logo.as_ref().map(|path| format!("{base}{}", crate::model::escape(path)));
    fields([
        ("@type", Some("GovernmentOrganization".into())),
        ("@id", Some(id(base).into())),
        ("name", Some(organisation.name.clone().into())),
        ("url", Some(base.into())),
        ("logo", logo.map(Json::from)),
        ("telephone", text(&contact.phone)),
        ("email", text(&contact.email)),
        ("address", Some(address)),
        ("sameAs", (!elsewhere.is_empty()).then(|| elsewhere.into())),
    ])
}

impl<'a> Way<'a> {
    fn new(here: &'a str, shown: &Shown<'a>) -> Self {
        let above = shown.crumbs.iter().filter_map(|crumb| {
            let link = crumb.href.as_deref()?;
            let item = joined(here, link.strip_suffix("index.html").unwrap_or(link))?;
            Some((crumb.label.as_str(), Cow::Owned(item)))
        });
        let steps = above.chain([(shown.title, Cow::Borrowed(here))]).zip(1..);
        Self { steps: steps.map(|((name, item), position)| Step { position, name, item }).collect() }
    }
}

/// The address to which a link of a page leads, from the page's own: links of pages climb, and then go down.
fn joined(here: &str, mut link: &str) -> Option<String> {
    let mut folder = &here[..=here.rfind('/')?];
    while let Some(above) = link.strip_prefix("../") {
        folder = &folder[..=folder.strip_suffix('/')?.rfind('/')?];
        link = above;
    }
    Some(format!("{folder}{link}"))
}

/// The tables of a year.
fn dataset(site: &Site, be: u16, base: &str, here: &str, voice: Voice<'_>, shown: &Shown<'_>) -> Option<Json> {
    let year = FiscalYear::new(be)?;
    let file = |table: TableId, format: Format| {
        let kind = match format {
            Format::Csv => "text/csv",
            Format::Json => "application/json",
        };
        let address = format!("{base}{}", data::address::table(be, table, format));
        json!({ "@type": "DataDownload", "name": table.about().name, "encodingFormat": kind, "contentUrl": address })
    };
    let files: Vec<Json> =
        TableId::ALL.into_iter().flat_map(|table| Format::ALL.map(|format| file(table, format))).collect();
    Some(json!({
        "@type": "Dataset",
        "@id": format!("{here}#dataset"),
        "name": format!("{} {} {}", shown.title, site.organisation.name, voice.fiscal_year(be)),
        "description": shown.description,
        "url": here,
        "inLanguage": "th",
        "isAccessibleForFree": true,
        "temporalCoverage": format!("{}/{}", year.first_day(), year.last_day()),
        "creator": { "@id": id(base) },
        "distribution": files,
    }))
}
