//! Pages with nothing to work out: ordinary ones, a site without a year, and the one for addresses that are
//! not there.

use super::frame::{Frame, Heading};
use super::link::contents;
use super::sharing::text_of;
use super::{Link, Links, Voice};
use crate::model::{Page, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// An ordinary page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlainPage {
    /// What every page has.
    frame: Frame,
    /// The sections of the text, where there are three or more.
    contents: Vec<Link>,
    /// The text of the record, as HTML: shown with `safe`.
    body: Option<String>,
}

/// An ordinary page.
pub fn page(site: &Site, page: &Page, links: Links<'_>, voice: Voice<'_>) -> PlainPage {
    let body = links.prose(&page.body);
    let text = body.as_deref().map(text_of);
    let heading = Heading { title: page.title.clone(), above: Vec::new(), updated: page.updated, text };
    let frame = Frame::new(site, None, links, voice, heading);
    PlainPage { frame, contents: contents(&page.body), body }
}

/// The front page of a site that has no year yet.
pub fn empty(site: &Site, links: Links<'_>, voice: Voice<'_>) -> PlainPage {
    let heading = Heading { title: site.organisation.name.clone(), ..Heading::default() };
    PlainPage { frame: Frame::new(site, None, links, voice, heading), contents: Vec::new(), body: None }
}

/// What a host shows for an address that is not there.
pub fn not_found(site: &Site, links: Links<'_>, voice: Voice<'_>) -> PlainPage {
    let heading = Heading { title: voice.word("not_found").to_owned(), ..Heading::default() };
    PlainPage { frame: Frame::new(site, None, links, voice, heading), contents: Vec::new(), body: None }
}
