//! Reads finished pages as a browser would and holds every link of theirs against what is published.
//!
//! Links that an officer writes are checked where they are written; this catches what templates and the program
//! itself put on a page. It knows HTML and addresses, nothing of records, and works on one page at a time from
//! several threads. Links to other sites are not opened.

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::model::path_from;
use html5gum::{Token, Tokenizer};
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What has been read so far.
#[derive(Debug, Default)]
pub struct Proof {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// What is published, with the ids that stand in it.
    published: HashMap<String, HashSet<String>>,
    /// What links lead to, each with the first page that has it, so that the same is told on every run.
    wanted: BTreeMap<Place, String>,
}

/// A file, and the id in it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Place {
    address: String,
    id: Option<String>,
}

impl Proof {
    /// A file is published that is no page.
    pub fn file(&self, address: &str) {
        self.seen().published.entry(address.to_owned()).or_default();
    }

    /// A page is published.
    pub fn page(&self, address: &str, html: &str) {
        let (ids, links) = read(address, html);
        let mut seen = self.seen();
        seen.published.insert(address.to_owned(), ids);
        for place in links {
            let first = seen.wanted.entry(place).or_insert_with(|| address.to_owned());
            if address < first.as_str() {
                address.clone_into(first);
            }
        }
    }

    /// Reports every link that leads nowhere, but for those to a page's ids that are `known` to be missing: they are told
    /// where an officer wrote them.
    pub fn finish(self, known: &HashSet<(String, String)>, problems: &mut Diagnostics) {
        let Seen { published, wanted } = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        for (place, page) in wanted {
            let ids = published.get(&place.address);
            if ids.is_some_and(|ids| place.id.as_ref().is_none_or(|id| ids.contains(id))) {
                continue;
            }
            let place = (place.address, place.id.unwrap_or_default());
            if known.contains(&place) {
                continue;
            }
            let (address, id) = place;
            let target = if id.is_empty() { address } else { format!("{address}#{id}") };
            problems.push(
                Diagnostic::new(
                    &rules::BUILT_LINK,
                    Location::file(page.as_str()),
                    Message::new(
                        format!("หน้านี้มีลิงก์ไปยัง `{target}` ซึ่งไม่มีในเว็บที่สร้าง"),
                        format!("this page links to `{target}`, which is not in the site that was built"),
                    ),
                )
                .help(
                    "ลิงก์นี้มาจากแม่แบบของธีม ไม่ใช่จากเนื้อหา ตรวจแม่แบบที่แก้ไว้ใน themes/",
                    "it comes from a template of the theme, not from the content: look at those in themes/",
                )
                .outside(page),
            );
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // A thread that panicked while it held the lock has left whole entries.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The ids of a page, and what it links to within the site.
fn read(address: &str, html: &str) -> (HashSet<String>, HashSet<Place>) {
    let mut ids = HashSet::new();
    let mut links = HashSet::new();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for (name, value) in &tag.attributes {
            let value = || String::from_utf8_lossy(value);
            match name.as_slice() {
                b"id" => _ = ids.insert(value().into_owned()),
                b"href" | b"src" => links.extend(place(address, &value())),
                _ => {}
            }
        }
    }
    (ids, links)
}

/// Where a link of the page at `address` leads, if that is within the site.
fn place(address: &str, link: &str) -> Option<Place> {
    if link.starts_with("//") || url::Url::parse(link).is_ok() {
        return None;
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (path, id) = link.split_once('#').map_or((link, None), |(path, id)| (path, Some(decoded(id))));
    // What is asked of a page is the page's own affair; a mark in the name of a file is escaped.
    let path = path.split('?').next().unwrap_or_default();
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    let address = if path.is_empty() { Some(address.to_owned()) } else { path_from(folder, &decoded(path)) };
    // One that leaves the site is wanted all the same, and is not there.
    Some(Place { address: address.unwrap_or_else(|| link.to_owned()), id: id.filter(|id| !id.is_empty()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pages: &[(&str, &str)]) -> Vec<String> {
        let proof = Proof::default();
        proof.file("a.css");
        for (address, html) in pages {
            proof.page(address, html);
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
