//! Addresses as the web knows them.

use url::Url;

/// The address that a written one means, as a browser would ask for it: Thai letters escaped, a Thai host in the
/// form that the network knows, without what follows `#`. `None` where no browser can ask for it.
#[must_use]
pub fn address(written: &str) -> Option<Url> {
    let mut url = Url::parse(written.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    url.host_str().is_some_and(|host| !host.is_empty()).then_some(url)
}

/// The files that stand for a folder.
const INDEX: [&str; 3] = ["index", "default", "main"];

/// Whether an address is that of a site's front page, in any of its usual spellings.
pub fn is_home(url: &Url) -> bool {
    let parts: Vec<&str> = url.path().split('/').filter(|part| !part.is_empty()).collect();
    if url.query().is_some() {
        return false;
    }
    match parts.as_slice() {
        [] => true,
        [one] | ["th" | "en", one] => {
            let one = one.to_ascii_lowercase();
            let (name, ending) = one.split_once('.').unwrap_or((&one, ""));
            let script = matches!(ending, "php" | "html" | "htm" | "asp" | "aspx" | "jsp");
            matches!(one.as_str(), "home" | "th" | "en") || script && (INDEX.contains(&name) || name == "home")
        }
        _ => false,
    }
}

/// Whether an address that was redirected has lost what it named: a file or page was asked for, and a front page
/// or an error page came.
pub fn is_lost(asked: &Url, landed: &Url) -> bool {
    if asked == landed || is_home(asked) {
        return false;
    }
    let last = |url: &Url| url.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let says_missing = |url: &Url| {
        let name = last(url);
        matches!(name.split_once('.').map_or(name.as_str(), |(name, _)| name), "404" | "notfound" | "not-found")
    };
    if says_missing(landed) && !says_missing(asked) {
        return true;
    }
    // A short address elsewhere, such as those of link shorteners, may well mean a front page.
    let deep = last(asked).contains('.') || asked.path().trim_matches('/').contains('/');
    is_home(landed) && (same_site(asked, landed) || deep)
}

/// Whether two hosts are one site, with and without `www.`.
fn same_site(one: &Url, other: &Url) -> bool {
    let name = |url: &Url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned());
    name(one) == name(other)
}

/// Where the big document hosts send those who have not logged in.
const LOGIN_HOSTS: [&str; 3] = ["accounts.google.com", "login.microsoftonline.com", "login.live.com"];

/// Whether a redirect has ended at a login page of a document host.
pub fn is_login(asked: &Url, landed: &Url) -> bool {
    asked.host_str() != landed.host_str() && landed.host_str().is_some_and(|host| LOGIN_HOSTS.contains(&host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lost(asked: &str, landed: &str) -> Option<bool> {
        Some(is_lost(&address(asked)?, &address(landed)?))
    }

    #[test]
    fn an_address_is_what_the_network_is_asked_for() {
        let shown = |written| address(written).map(String::from);
        assert_eq!(
            shown(" https://www.example.go.th/ก ข.pdf#p2 ").as_deref(),
            Some("https://www.example.go.th/%E0%B8%81%20%E0%B8%82.pdf")
        );
        assert_eq!(shown("HTTP://เทศบาล.ไทย").as_deref(), Some("http://xn--o3cg7ak5c9d.xn--o3cw4h/"));
        for nothing in ["http://", "https://ก ข/", "http://[::1", "mailto:a@b.c", "files/a.pdf", ""] {
            assert_eq!(shown(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_front_page_instead_of_a_file_is_a_loss() {
        for (asked, landed) in [
            ("https://a.go.th/x/order.pdf", "https://a.go.th/"),
            ("http://a.go.th/x/order.pdf", "https://www.a.go.th/index.php"),
            ("https://a.go.th/index.php?id=5", "https://a.go.th/index.php"),
            ("https://a.go.th/news", "https://a.go.th/home"),
            ("https://old.go.th/x/order.pdf", "https://new.go.th/"),
            ("https://a.go.th/order.pdf", "https://a.go.th/th/404.html"),
        ] {
            assert_eq!(lost(asked, landed), Some(true), "{asked} → {landed}");
        }
    }

    #[test]
    fn a_front_page_that_was_asked_for_is_none() {
        for (asked, landed) in [
            ("http://a.go.th/", "https://www.a.go.th/home"),
            ("http://a.go.th/index.html", "https://a.go.th/th/index.php"),
            ("https://bit.ly/3abc", "https://www.a.go.th/"),
            ("http://a.go.th/x/order.pdf", "https://a.go.th/x/order.pdf"),
            ("http://a.go.th/x", "https://a.go.th/index.php?page=x"),
        ] {
            assert_eq!(lost(asked, landed), Some(false), "{asked} → {landed}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_its_own(text in "(https?://)?[-a-z0-9.:@/?#%ก-๙ \\[\\]\\\\\0]{0,40}") {
            if let Some(url) = address(&text) {
                prop_assert_eq!(address(url.as_str()), Some(url));
            }
        }
    }
}
