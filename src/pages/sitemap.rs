//! What search engines read: the list of a site's pages, with absolute addresses.

use super::sharing::canonical_of;
use crate::model::{PageKey, PageRef, Portal, Site};
use std::fmt::Write;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The addresses of a portal's own pages, beside its `sitemap.xml`: that names lists, and no page.
pub const PORTAL_FILE: &str = "sitemap-portal.xml";

/// `sitemap.xml`; `None` where the site does not know its own address.
#[must_use]
pub fn sitemap(site: &Site) -> Option<String> {
    let base = site.settings.base_url.as_ref()?;
    let listed = |page: &&PageRef| !matches!(page.key(), PageKey::Search | PageKey::NotFound | PageKey::Redirect(_));
    Some(list(base, site.map.pages().filter(listed)))
}

/// The list of a portal's own pages; `None` where the portal does not know its own address.
#[must_use]
pub fn portal_sitemap(portal: &Portal) -> Option<String> {
    let (base, top) = (portal.base_url.as_ref()?, portal.top.as_ref()?);
    Some(list(base, top.map.pages().filter(|page| *page.key() != PageKey::NotFound)))
}

fn list<'p>(base: &str, pages: impl Iterator<Item = &'p PageRef>) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n");
    for page in pages {
        let _infallible = writeln!(xml, "<url><loc>{}</loc></url>", text(&canonical_of(base, page.address())));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The `sitemap.xml` of a portal, which names those of its sites and that of its own pages.
#[must_use]
pub fn sitemap_index(portal: &Portal) -> Option<String> {
    let own = portal.base_url.iter().map(|base| format!("{base}{PORTAL_FILE}"));
    let bases = portal.sites.iter().filter_map(|site| site.settings.base_url.as_ref());
    let lists: Vec<String> = own.chain(bases.map(|base| format!("{base}sitemap.xml"))).collect();
    if lists.is_empty() {
        return None;
    }
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for address in lists {
        let _infallible = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", text(&address));
    }
    xml.push_str("</sitemapindex>\n");
    Some(xml)
}

/// `robots.txt`: everything may be read, and where the list of pages is.
#[must_use]
pub fn robots(base_url: Option<&str>) -> String {
    let sitemap = base_url.map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

fn text(address: &str) -> String {
    address.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
