//! What a page says of itself to those who link to it: search engines, LINE, Facebook.
//!
//! Addresses are absolute here, so that most of it is said only where the site knows its own.

mod description;
mod structured;
mod summary;

pub use summary::{short, text_of};

use super::feed;
use super::frame::Heading;
use super::{Link, Links, Voice, has_share_images, share_address};
use crate::diagnostic::Language;
use crate::model::{PageKey, PageRef, Site, Year, escape};
use schemars::JsonSchema;
use serde::Serialize;

/// What a page says of itself to those who link to it.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Sharing {
    /// What the page is about, in 160 characters or fewer.
    pub description: String,
    /// What kind of thing it is, as Open Graph says: `website` or `article`.
    pub kind: &'static str,
    /// The language and country, as Open Graph says: `th_TH`.
    pub locale: &'static str,
    /// The feed of what changed.
    pub feed: Option<String>,
    /// The address of the picture that stands beside a link to it.
    pub image: Option<String>,
    /// What is to be seen there.
    pub image_text: String,
    /// What the page is about for machines: JSON-LD, safe to stand in a script element as it is.
    pub structured: Option<String>,
}

impl Sharing {
    /// What a page of this heading says; `crumbs` is the way to it from the top.
    pub fn new(
        site: &Site,
        year: Option<&Year>,
        links: Links<'_>,
        voice: Voice<'_>,
        heading: &Heading,
        crumbs: &[Link],
    ) -> Self {
        let key = links.from().key();
        let title = &heading.title;
        let description = description::of(site, year, links, voice, title, heading.text.as_deref());
        let is_article = matches!(key, PageKey::Measure(..) | PageKey::Issue(..) | PageKey::Page(_));
        Self {
            kind: if is_article { "article" } else { "website" },
            locale: match voice.language() {
                Language::Thai => "th_TH",
                Language::English => "en_GB",
            },
            image: image(site, year),
            image_text: voice.say("about_site", &[&site.organisation.name]),
            feed: feed::is_there(site).then(|| links.file(feed::FILE)),
            structured: structured::of(
                site,
                links,
                voice,
                &structured::Shown { title, description: &description, crumbs },
            ),
            description,
        }
    }
}

/// The address of the picture of a year, or of the newest for what belongs to none, where the site knows its own and
/// has pictures.
fn image(site: &Site, year: Option<&Year>) -> Option<String> {
    let base = site.settings.base_url.as_ref().filter(|_| has_share_images(site))?;
    let year = year.or_else(|| site.newest())?;
    Some(format!("{base}{}", share_address(year.year.be())))
}

/// The canonical address of a page, where the site knows its own.
pub fn canonical(site: &Site, page: &PageRef) -> Option<String> {
    Some(canonical_of(site.settings.base_url.as_ref()?, page.address()))
}

/// The same of an address within the site at `base`: a folder's page is known by the folder.
pub fn canonical_of(base: &str, address: &str) -> String {
    let address = escape(address);
    let folder = address.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("{base}{}", folder.unwrap_or(&address))
}
