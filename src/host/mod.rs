//! What a web server is to be told of the published site, in files that stand at its top: how long to keep what,
//! which type and letters a file has, what browsers must not do, and which page to show where nothing is.
//!
//! The site works without them, and they break nothing where a server does not read them or lacks a part of itself.
//! It knows web servers, and nothing of pages: only where the site stands and which folders hold what seldom changes.

mod apache;
mod iis;

use std::collections::BTreeSet;
use url::Url;

/// A file for web servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostFile {
    /// `.htaccess`, which Apache and servers like it read.
    Apache,
    /// `web.config`, which IIS reads.
    Iis,
}

impl HostFile {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Apache, Self::Iis];

    /// Where it stands: at the top of what is published.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::Apache => ".htaccess",
            Self::Iis => "web.config",
        }
    }

    /// What is in it.
    #[must_use]
    pub fn text(self, standing: &Standing) -> String {
        match self {
            Self::Apache => apache::text(standing),
            Self::Iis => iis::text(standing),
        }
    }
}

/// Where a site stands, and what of it seldom changes.
#[derive(Debug, Default)]
pub struct Standing {
    /// Where the page for missing addresses is on its host, escaped as in a link: `/ita/404.html`. `None` where the site
    /// does not know its own address: a server would look for the page at the top of the host.
    not_found: Option<String>,
    /// The folders of files that browsers keep for an hour, within the site and without `/` at their ends.
    kept: BTreeSet<String>,
}

impl Standing {
    /// Of a site at `base_url`, which ends in `/`, with these folders of files that seldom change.
    #[must_use]
    pub fn new(base_url: Option<&str>, kept: BTreeSet<String>) -> Self {
        // Whatever somebody wrote, the path of an address that was read is letters, digits and signs without a space.
        let path = base_url.and_then(|base| Url::parse(base).ok()).map(|url| url.path().to_owned());
        Self { not_found: path.map(|path| format!("{path}404.html")), kept }
    }
}

/// The types of what the program publishes, by ending: old servers do not know all of them.
const TYPES: [(&str, &str); 8] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("csv", "text/csv"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("pdf", "application/pdf"),
];

/// Endings of what is no text in UTF-8.
const NOT_TEXT: [&str; 1] = ["pdf"];

/// What browsers are asked for beside what pages ask themselves: to take files for what they are said to be, to say
/// to other sites no more than where a reader comes from, and to show pages in frames of this host alone.
const HEADERS: [(&str, &str); 3] =
    [(SNIFFING, "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"), ("X-Frame-Options", "SAMEORIGIN")];

/// The header that makes types binding: it may be sent only where the types are.
const SNIFFING: &str = "X-Content-Type-Options";

/// How long browsers keep files that seldom change, in seconds.
const KEPT_FOR: u32 = 3600;

/// The first lines of each file, for people: English, Thai.
const NOTICE: [&str; 2] = [
    "Made by prongsai at every build. `host_files: false` in site.yaml leaves it out.",
    "prongsai สร้างแฟ้มนี้ทุกครั้งที่สร้างเว็บ ถ้าไม่ต้องการ เขียน `host_files: false` ใน site.yaml",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn standing(base: &str) -> Standing {
        Standing::new(Some(base), BTreeSet::from(["assets".to_owned(), "ก & ข/2566/files".to_owned()]))
    }

    /// The paths under which IIS is told the page for missing addresses, and the folders that are kept.
    fn told_to_iis(text: &str) -> (Vec<String>, Vec<String>) {
        let tree = roxmltree::Document::parse(text).expect("XML");
        let named = |element: &str| -> Vec<String> {
            let all = tree.descendants().filter(|node| node.has_tag_name(element));
            all.filter_map(|node| node.attribute("path").map(str::to_owned)).collect()
        };
        (named("error"), named("location"))
    }

    #[test]
    fn the_page_for_missing_addresses_is_named_from_the_top_of_the_host() {
        let text = HostFile::Apache.text(&standing("https://www.example.go.th/ita/"));
        assert!(text.contains("\nErrorDocument 404 /ita/404.html\n"), "{text}");
        assert!(!HostFile::Apache.text(&Standing::default()).contains("ErrorDocument"));
        let told = told_to_iis(&HostFile::Iis.text(&standing("https://www.example.go.th/ita/")));
        assert_eq!(told, (vec!["/ita/404.html".to_owned()], vec!["assets".to_owned(), "ก & ข/2566/files".to_owned()]));
        assert_eq!(told_to_iis(&HostFile::Iis.text(&Standing::default())), (vec![], vec![]));
    }

    proptest! {
        #[test]
        fn whatever_an_address_is_the_files_are_whole(path in "\\PC{0,40}", end in any::<char>()) {
            let standing = standing(&format!("https://www.example.go.th/{path}{end}/"));
            let apache = HostFile::Apache.text(&standing);
            let documents: Vec<&str> = apache.lines().filter(|line| line.starts_with("ErrorDocument")).collect();
            prop_assert!(documents.len() <= 1 && documents.iter().all(|line| line.split(' ').count() == 3));
            let plain = HostFile::Apache.text(&Standing::new(None, BTreeSet::new()));
            prop_assert_eq!(apache.lines().count(), plain.lines().count() + 3 * documents.len());
            let (pages, _) = told_to_iis(&HostFile::Iis.text(&standing));
            prop_assert_eq!(pages.len(), documents.len());
        }
    }
}
