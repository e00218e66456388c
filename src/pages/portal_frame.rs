//! What every page of a portal has: its title, the way to its own pages, its foot; and the links of one of them, which
//! lead to pages of its sites too.

use super::link::{attribute, host};
use super::sharing::canonical_of;
use super::{Link, Voice, icon, picture_size};
use crate::model::{PageKey, PageRef, Portal, Prose, Target, Top, escape};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What every page of a portal has.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortalFrame {
    /// The language tag.
    lang: &'static str,
    /// The digits in which numbers are shown: `thai` or `arabic`.
    digits: &'static str,
    /// The heading.
    title: String,
    /// The title of the window: the heading and whose page it is.
    window_title: String,
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
    /// The front page.
    home: String,
    /// The front page and the portal's own pages, where it has any.
    menu: Vec<Link>,
    /// When the page's record was last changed.
    updated: Option<String>,
    /// Whether the page is kept out of search engines: it is shown for an address that is not there.
    hidden: bool,
}

/// What is particular to the frame of a page.
#[derive(Debug)]
pub struct PortalHeading {
    /// The heading.
    pub title: String,
    /// What the page is about.
    pub description: String,
    /// When its record was last changed.
    pub updated: Option<Date>,
}

impl PortalFrame {
    /// The frame of the page that the links are on.
    #[must_use]
    pub fn new(links: PortalLinks<'_>, voice: Voice<'_>, heading: PortalHeading) -> Self {
        let hidden = *links.from.key() == PageKey::NotFound;
        let portal_title = voice.word("portal_title");
        let is_own = matches!(links.from.key(), PageKey::PortalPage(_));
        Self {
            lang: voice.language().tag(),
            digits: voice.digits(),
            window_title: if is_own { format!("{} – {portal_title}", heading.title) } else { heading.title.clone() },
            title: heading.title,
            host: host(links.base()),
            canonical: links.canonical().filter(|_| !hidden),
            description: heading.description,
            // The portal looks like the first of its sites; the assets are the theme's own.
            stylesheet: links.file("assets/style.css"),
            icon: links.file(icon::FILE),
            display_script: links.file("assets/display.js"),
            home: links.file("index.html"),
            menu: menu(links, voice),
            updated: heading.updated.map(|date| voice.date(date)),
            hidden,
        }
    }
}

/// The front page and the portal's own pages; nothing where it has none of these.
fn menu(links: PortalLinks<'_>, voice: Voice<'_>) -> Vec<Link> {
    let pages = &links.top.pages;
    let link = |label: &str, href: String, current: bool| Link {
        label: label.into(),
        href: Some(href),
        hint: None,
        current,
        lang: None,
    };
    let front = link(voice.word("all_organisations"), links.file("index.html"), *links.from.key() == PageKey::Home);
    let own = pages.iter().map(|page| {
        let link = link(&page.title, links.file(page.at.address()), page.at == *links.from);
        link.in_language(page.language, voice)
    });
    std::iter::once(front).filter(|_| !pages.is_empty()).chain(own).collect()
}

/// Makes the links of one page of a portal.
#[derive(Clone, Copy)]
pub struct PortalLinks<'a> {
    portal: &'a Portal,
    top: &'a Top,
    from: &'a PageRef,
}

impl<'a> PortalLinks<'a> {
    /// The links of a page; `None` where the portal has none such.
    #[must_use]
    pub fn new(portal: &'a Portal, key: &PageKey) -> Option<Self> {
        let top = portal.top.as_ref()?;
        Some(Self { portal, top, from: top.map.find(key)? })
    }

    /// What stands before every address: a host shows the page for missing addresses at any depth, where relative links
    /// would lead astray.
    #[must_use]
    pub fn base(&self) -> &'a str {
        let base = self.portal.base_url.as_deref();
        base.filter(|_| *self.from.key() == PageKey::NotFound).unwrap_or_default()
    }

    /// The address of what stands at `path`, as seen from the portal's top.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        match self.base() {
            "" => self.from.link_to_file(path),
            base => format!("{base}{}", escape(path)),
        }
    }

    /// The canonical address of the page, where the portal knows its own.
    fn canonical(&self) -> Option<String> {
        Some(canonical_of(self.portal.base_url.as_ref()?, self.from.address()))
    }

    /// The address of what a record names.
    fn address(&self, target: &Target) -> String {
        match target {
            Target::Page(page, fragment) => {
                let page = self.file(page.address());
                fragment.as_ref().map_or(page.clone(), |fragment| format!("{page}#{}", escape(fragment)))
            }
            Target::File(path, _) => self.file(path),
            Target::External(url) => url.clone(),
        }
    }

    /// A body as HTML.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> Option<String> {
        let size = |target: &Target| {
            let Target::File(path, _) = target else { return None };
            picture_size::of(&self.portal.file_at(path)?.disk)
        };
        (!prose.is_empty()).then(|| prose.html(|target| attribute(&self.address(target)), size))
    }
}
