//! Old addresses of a site, as `site.yaml` names them, and where each leads now.
//!
//! A redirect is a page at the old address. Only what ends in `.html` or `.htm` is a page to every server; any other
//! old address becomes a folder with a page in it, which servers show under the folder's name. Whether anything stands
//! at the new address is not known here.

use super::addresses::usable;
use super::broken_link::backslashed;
use super::linker::path_from;
use super::web_address::web_address;
use super::{PageKey, SiteMap};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::field;
use crate::read::{Source, Step};
use crate::record::SiteRecord;
use percent_encoding::percent_decode_str;

/// An old address and where it leads.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// The old address as it is written.
    pub written: String,
    /// The same within the site, unescaped and without `/` at its end.
    pub from: String,
    /// Where its page stands.
    pub address: String,
    /// Where it leads.
    pub to: Destination,
}

/// Where a redirect leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To an address within the site, unescaped.
    Inside(String),
    /// To a web address elsewhere.
    Outside(String),
}

impl Redirect {
    /// Where in `site.yaml` the old address stands.
    #[must_use]
    pub fn old_place(&self) -> [Step; 2] {
        old_place(&self.written)
    }

    /// Where in `site.yaml` the new address stands.
    #[must_use]
    pub fn new_place(&self) -> [Step; 2] {
        new_place(&self.written)
    }
}

fn old_place(written: &str) -> [Step; 2] {
    [Step::from("redirects"), Step::Name(written.to_owned().into())]
}

fn new_place(written: &str) -> [Step; 2] {
    field!["redirects", written.to_owned()]
}

/// The redirects that `site.yaml` names; each is given its page.
pub fn redirects(source: &Source, record: &SiteRecord, map: &mut SiteMap, problems: &mut Diagnostics) -> Vec<Redirect> {
    let mut found: Vec<Redirect> = Vec::new();
    for (written, to) in &record.redirects.0 {
        let (old, new) = (old_place(written), new_place(written));
        let from = match old_address(written) {
            Ok(from) => from,
            Err((message, help)) => {
                problems.push(source.problem(&rules::REDIRECT, &old, message).help(help.th, help.en));
                continue;
            }
        };
        let Some(to) = destination(source, to, &new, problems) else { continue };
        let address = page_of(&from);
        let other = found.iter().find(|other| other.from.to_lowercase() == from.to_lowercase());
        if let Some(other) = other {
            problems.push(named_twice(source, &old, &other.written));
        } else if let Some(page) = map.add(PageKey::Redirect(address.clone())) {
            let page = page.address();
            problems.push(taken(source, &old, &page));
        } else {
            found.push(Redirect { written: written.clone(), from, address, to });
        }
    }
    found
}

/// What is wrong, and what to do about it.
type Fault = (Message, Message);

/// The old address within the site that is written so.
fn old_address(written: &str) -> Result<String, Fault> {
    let within = || {
        Message::new(
            "เขียนเฉพาะส่วนที่ต่อท้ายที่อยู่ของเว็บนี้ เช่น news.php หรือ 2565/measures/old.html",
            "write only what comes after this site's own address, such as news.php or 2565/measures/old.html",
        )
    };
    if written.contains(['?', '#']) {
        return Err((
            Message::new(
                format!("ที่อยู่เดิม “{written}” มี ? หรือ # ซึ่งเว็บที่เป็นแฟ้มแยกแยะไม่ได้"),
                format!("the old address “{written}” has ? or #, which a site of files cannot tell apart"),
            ),
            Message::new(
                "เขียนเฉพาะส่วนก่อน ? หรือ # ทุกที่อยู่ที่ขึ้นต้นเหมือนกันจะถูกพาไปที่เดียวกัน",
                "write what comes before ? or #: all addresses that begin so lead to one place",
            ),
        ));
    }
    if written.starts_with('/') || written.contains("://") {
        return Err((
            Message::new(
                format!("ที่อยู่เดิม “{written}” ไม่ได้นับจากหน้าแรกของเว็บนี้"),
                format!("the old address “{written}” is not as seen from this site's front page"),
            ),
            within(),
        ));
    }
    if written.contains('\\') && !written.contains(':') {
        return Err(backslashed(written, written.replace('\\', "/").trim_start_matches('/')));
    }
    let decoded = percent_decode_str(written.trim()).decode_utf8();
    let from = decoded.as_deref().unwrap_or_default().trim_end_matches('/');
    if from.is_empty() || !from.split('/').all(usable) {
        return Err((
            Message::new(
                format!("“{written}” ใช้เป็นที่อยู่หน้าเว็บไม่ได้"),
                format!("“{written}” cannot be an address of a page"),
            ),
            within(),
        ));
    }
    Ok(from.to_owned())
}

/// Where the page of an old address stands.
fn page_of(from: &str) -> String {
    let is_page = [".html", ".htm"].iter().any(|ending| from.to_ascii_lowercase().ends_with(ending));
    if is_page { from.to_owned() } else { format!("{from}/index.html") }
}

fn destination(source: &Source, to: &str, way: &[Step], problems: &mut Diagnostics) -> Option<Destination> {
    match web_address(to) {
        Some(Ok(url)) if url.starts_with("http") => return Some(Destination::Outside(url)),
        Some(Err(refused)) => {
            problems.push(refused.problem(source.at(way)));
            return None;
        }
        Some(Ok(_)) | None => {}
    }
    if to.contains('\\') && !to.contains(':') {
        let (message, help) = backslashed(to, &to.replace('\\', "/"));
        problems.push(source.problem(&rules::REDIRECT, way, message).help(help.th, help.en));
        return None;
    }
    let inside = || {
        // Of a page that may still change its headings, the page is enough.
        let to = Some(to.trim()).filter(|to| !to.contains(['?', '#', ':']))?;
        let path = percent_decode_str(to).decode_utf8().ok()?;
        let within = path_from("", &path)?;
        Some(Destination::Inside(match within.as_str() {
            "" => "index.html".to_owned(),
            folder if path.ends_with('/') => format!("{folder}/index.html"),
            _ => within,
        }))
    };
    let inside = inside();
    if inside.is_none() {
        let message = Message::new(format!("“{to}” ไม่ใช่ที่อยู่ในเว็บนี้"), format!("“{to}” is no address within this site"));
        problems.push(source.problem(&rules::REDIRECT, way, message).help(
            "เขียนที่อยู่ในเว็บนี้โดยไม่มี ? หรือ # เช่น 2566/measures/new.html หรือที่อยู่เว็บเต็มที่ขึ้นต้นด้วย https://",
            "write an address within this site without ? or #, such as 2566/measures/new.html, or a whole one with https://",
        ));
    }
    inside
}

fn named_twice(source: &Source, way: &[Step], other: &str) -> Diagnostic {
    let message =
        Message::new(format!("ที่อยู่เดิมนี้คือที่อยู่เดียวกับ “{other}”"), format!("this old address is the same as “{other}”"));
    source.problem(&rules::REDIRECT, way, message).help("เหลือไว้บรรทัดเดียว", "keep one of the two lines")
}

/// The problem of an old address where something stands now.
#[must_use]
pub fn taken(source: &Source, way: &[Step], address: &str) -> Diagnostic {
    let message = Message::new(
        format!("ที่อยู่เดิมนี้เป็นที่อยู่ของ /{address} ที่มีอยู่ในเว็บตอนนี้"),
        format!("this old address is where /{address} stands now"),
    );
    source.problem(&rules::REDIRECT, way, message).help(
        "ลบบรรทัดนี้ เพราะผู้ที่เปิดที่อยู่นั้นจะพบสิ่งที่มีอยู่แล้ว",
        "take this line out: whoever opens that address finds what stands there",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_page_of_an_old_address_is_one_to_every_server() {
        for (written, page) in [
            ("2565/measures/old.html", "2565/measures/old.html"),
            ("NEWS.HTM", "NEWS.HTM"),
            ("news.php", "news.php/index.html"),
            ("files/order.pdf", "files/order.pdf/index.html"),
            ("old/", "old/index.html"),
            ("old", "old/index.html"),
            ("%E0%B8%81.html", "ก.html"),
        ] {
            assert_eq!(old_address(written).map(|from| page_of(&from)).ok().as_deref(), Some(page), "{written}");
        }
    }

    #[test]
    fn what_no_host_can_carry_is_no_old_address() {
        for written in [
            "",
            "/",
            "/news.php",
            "//a",
            "news.php?id=1",
            "a.html#b",
            "../a",
            "a/../b",
            "a/./b",
            "a//b",
            "a\\b",
            "a:b",
            "con",
            ".htaccess",
            "a/.b",
            "%2e%2e/a",
            "a%2Fb%00",
            "%ff",
            "https://www.example.go.th/a.html",
            "a\nb",
            " ",
        ] {
            assert!(old_address(written).is_err(), "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_a_page_stays_within_the_site(written in "\\PC{0,60}") {
            if let Ok(from) = old_address(&written) {
                let page = page_of(&from);
                prop_assert_eq!(path_from("", &page), Some(page.clone()));
                prop_assert!(page.split('/').all(|part| !part.starts_with('.')));
            }
        }

        #[test]
        fn whatever_is_written_a_destination_is_inside_or_a_web_address(to in "[a-z./#?:@%\\\\ ก]{0,40}") {
            let source = Source::of_yaml("redirects: {}\n");
            let mut problems = Diagnostics::default();
            match destination(&source, &to, &[], &mut problems) {
                Some(Destination::Inside(path)) => prop_assert_eq!(path_from("", &path), Some(path.clone())),
                Some(Destination::Outside(url)) => prop_assert!(url.starts_with("http")),
                None => prop_assert!(!problems.is_empty()),
            }
        }
    }
}
