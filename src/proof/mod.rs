//! Reads finished pages as a browser would and holds every link of theirs against what is published.
//!
//! Links that an officer writes are checked where they are written; this catches what templates and the program
//! itself put on a page. It knows HTML and addresses, nothing of records, and works on one page at a time from
//! several threads. Links to other sites are not opened.

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::html;
use crate::model::path_from;
use percent_encoding::percent_decode_str;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What of a page matters to a proof, as it is written there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The ids that stand in it, in the order of their letters.
    pub ids: Vec<String>,
    /// What its links lead to. Most stand on many pages, and are kept once.
    pub links: Vec<Arc<str>>,
}

/// What has been read so far.
#[derive(Debug, Default)]
pub struct Proof {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// What is published, and what was found in it where it is a page.
    published: FxHashMap<String, Option<Arc<Found>>>,
    /// The links of pages as they are written, by the folder from which they lead, each with the first page that has
    /// it, so that the same is told on every run. Most stand on many pages.
    links: FxHashMap<String, FxHashMap<Arc<str>, Arc<str>>>,
}

impl Proof {
    /// A file is published that is no page.
    pub fn file(&self, address: &str) {
        self.seen().published.entry(address.to_owned()).or_default();
    }

    /// A page is published in which this was found, which then shares its links with other pages.
    pub fn page(&self, address: &str, mut found: Found) -> Arc<Found> {
        let (folder, name) = address.rsplit_once('/').unwrap_or(("", address));
        let page: Arc<str> = Arc::from(address);
        let mut seen = self.seen();
        let written = seen.links.entry(folder.to_owned()).or_default();
        for link in &mut found.links {
            if link.starts_with(['#', '?']) {
                // One within the page is one to the page.
                written.entry(Arc::from(format!("{name}{link}"))).or_insert_with(|| Arc::clone(&page));
                continue;
            }
            match written.entry(Arc::clone(link)) {
                Entry::Occupied(mut known) => {
                    *link = Arc::clone(known.key());
                    if page < *known.get() {
                        known.insert(Arc::clone(&page));
                    }
                }
                Entry::Vacant(new) => _ = new.insert(Arc::clone(&page)),
            }
        }
        let found = Arc::new(found);
        seen.published.insert(address.to_owned(), Some(Arc::clone(&found)));
        found
    }

    /// Reports every link that leads nowhere, but for those to a page's ids that are `known` to be missing: they are told
    /// where an officer wrote them.
    pub fn finish(self, known: &HashSet<(String, String)>, problems: &mut Diagnostics) {
        let Seen { published, links } = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut missing: BTreeMap<(String, String), Arc<str>> = BTreeMap::new();
        for (folder, written) in links {
            for (link, page) in written {
                let Some((address, id)) = place(&folder, &link) else { continue };
                let has_id = |found: &Option<Arc<Found>>| found.as_ref().is_some_and(|found| found.has_id(&id));
                let is_there = published.get(&address).is_some_and(|found| id.is_empty() || has_id(found));
                let place = (address, id);
                if is_there || known.contains(&place) {
                    continue;
                }
                let first = missing.entry(place).or_insert_with(|| Arc::clone(&page));
                if page < *first {
                    *first = page;
                }
            }
        }
        for ((address, id), page) in missing {
            let target = if id.is_empty() { address } else { format!("{address}#{id}") };
            problems.push(
                Diagnostic::new(
                    &rules::BUILT_LINK,
                    Location::file(&*page),
                    Message::new(
                        format!("หน้านี้มีลิงก์ไปยัง `{target}` ซึ่งไม่มีในเว็บที่สร้าง"),
                        format!("this page links to `{target}`, which is not in the site that was built"),
                    ),
                )
                .help(
                    "ลิงก์นี้มาจากแม่แบบของธีม ไม่ใช่จากเนื้อหา ตรวจแม่แบบที่แก้ไว้ใน themes/",
                    "it comes from a template of the theme, not from the content: look at those in themes/",
                )
                .outside(&*page),
            );
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // A thread that panicked while it held the lock has left whole entries.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Found {
    /// What stands in a page.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let mut found = Self::default();
        html::attributes(html, &[b"id", b"href", b"src"], |name, value| match name {
            b"id" => found.ids.push(String::from_utf8_lossy(value).into_owned()),
            b"href" | b"src" => found.links.push(String::from_utf8_lossy(value).into()),
            _ => {}
        });
        found.ids.sort_unstable();
        found
    }

    fn has_id(&self, id: &str) -> bool {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
    }
}

/// Where a link of the pages in `folder` leads, if that is within the site: an address, and the id there or nothing.
fn place(folder: &str, link: &str) -> Option<(String, String)> {
    if link.starts_with("//") || url::Url::parse(link).is_ok() {
        return None;
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (path, id) = link.split_once('#').map_or((link, String::new()), |(path, id)| (path, decoded(id)));
    // What is asked of a page is the page's own affair; a mark in the name of a file is escaped.
    let path = path.split('?').next().unwrap_or_default();
    // One that leaves the site is wanted all the same, and is not there.
    let address = path_from(folder, &decoded(path)).unwrap_or_else(|| link.to_owned());
    Some((address, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pages: &[(&str, &str)]) -> Vec<String> {
        let proof = Proof::default();
        proof.file("a.css");
        for (address, html) in pages {
            proof.page(address, Found::of(html));
        }
        let mut problems = Diagnostics::default();
        proof.finish(&HashSet::from([("1/b.html".to_owned(), "told".to_owned())]), &mut problems);
        problems.sorted().iter().map(|one| format!("{}: {}", one.location.path, one.message.en)).collect()
    }

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        let page = r##"<link href=../a.css><a href="b.html#%E0%B8%81">x</a><a href="#top"><a id=top href="https://x/y"><a href="b.html?a.b=c#%E0%B8%81">"##;
        assert!(told(&[("1/a.html", page), ("1/b.html", "<h2 id='ก'>")]).is_empty());
    }

    #[test]
    fn a_missing_page_id_or_file_is_told_once() {
        let page = r#"<a href="c.html"></a><a href="c.html"></a><a href="b.html#x"></a><a href="b.html#told"></a><img src="../../z.png">"#;
        let told = told(&[("1/a.html", page), ("1/b.html", page)]);
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told.iter().all(|one| one.starts_with("1/a.html")), "{told:?}");
    }
}
