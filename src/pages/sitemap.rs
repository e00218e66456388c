//! What search engines read: the list of a site's pages, with absolute addresses.

use super::sharing::canonical_of;
use crate::model::{PageKey, PageRef, Site};
use std::fmt::Write;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml`; `None` where the site does not know its own address.
#[must_use]
pub fn sitemap(site: &Site) -> Option<String> {
    let base = site.settings.base_url.as_ref()?;
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n");
    let listed = |page: &&PageRef| !matches!(page.key(), PageKey::Search | PageKey::NotFound | PageKey::Redirect(_));
    for page in site.map.pages().filter(listed) {
        let _infallible = writeln!(xml, "<url><loc>{}</loc></url>", text(&canonical_of(base, page.address())));
    }
    xml.push_str("</urlset>\n");
    Some(xml)
}

/// The `sitemap.xml` of a portal, which names those of its sites.
#[must_use]
pub fn sitemap_index(sites: &[Site]) -> Option<String> {
    let bases: Vec<&String> = sites.iter().filter_map(|site| site.settings.base_url.as_ref()).collect();
    if bases.is_empty() {
        return None;
    }
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for base in bases {
        let _infallible = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", text(&format!("{base}sitemap.xml")));
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
