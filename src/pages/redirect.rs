//! A page at an old address, which leads to the new one: by itself, and by a link where that is not followed.

use super::frame::{Frame, Heading};
use super::sharing::canonical_of;
use super::{Links, Voice};
use crate::model::{Destination, Redirect, Site};
use schemars::JsonSchema;
use serde::Serialize;

/// A page at an old address.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RedirectPage {
    /// What every page has; `frame.canonical` is the new address, where it is known as a whole.
    frame: Frame,
    /// The way to the new address.
    href: String,
    /// The new address as it is read.
    address: String,
}

/// The page of a redirect.
pub fn page(site: &Site, redirect: &Redirect, links: Links<'_>, voice: Voice<'_>) -> RedirectPage {
    let heading = Heading { title: voice.word("redirect").to_owned(), ..Heading::default() };
    let mut frame = Frame::new(site, None, links, voice, heading);
    let (canonical, href, address) = match &redirect.to {
        Destination::Outside(url) => (Some(url.clone()), url.clone(), url.clone()),
        Destination::Inside(path) => {
            let base = site.settings.base_url.as_ref();
            let read = base.map_or_else(|| path.clone(), |base| format!("{base}{path}"));
            (base.map(|base| canonical_of(base, path)), links.file(path), read)
        }
    };
    frame.canonical = canonical;
    RedirectPage { frame, href, address }
}
