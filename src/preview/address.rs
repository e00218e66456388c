//! What a request asks for: an address of the site, and nothing else.

use percent_encoding::percent_decode_str;

/// The address that the target of a request names, without the `/` that it begins with. `None` where it is not written
/// as the links of a site are: it leads up or nowhere, hides a letter, or is no text.
pub fn asked_for(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let whole = path.match_indices('%').all(|(at, _)| {
        let digits = path.as_bytes().get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    });
    // `/` is never escaped in an address, so that each part is decoded for itself.
    let parts = path.split('/').map(|part| {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        let sound = part != "." && part != ".." && !part.contains(['/', '\\']) && !part.contains(char::is_control);
        sound.then(|| part.into_owned())
    });
    let parts: Vec<String> = parts.collect::<Option<_>>().filter(|_| whole)?;
    let inner = &parts[..parts.len() - 1];
    inner.iter().all(|part| !part.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_decoded() {
        for (target, address) in [
            ("/", ""),
            ("/2566/measures/", "2566/measures/"),
            ("/2566/measures/a.html?x=/../#y", "2566/measures/a.html"),
            ("/%E0%B8%81%20.pdf", "ก .pdf"),
        ] {
            assert_eq!(asked_for(target).as_deref(), Some(address), "{target}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_no_address() {
        for target in [
            "",
            "*",
            "http://127.0.0.1/",
            "//a",
            "/a//b",
            "/..",
            "/a/../b",
            "/a/./b",
            "/%2e%2e/a",
            "/%2E./a",
            "/a%2fb",
            "/a%5cb",
            "/a\\b",
            "/%00",
            "/a%0ab",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/%c0%ae",
        ] {
            assert_eq!(asked_for(target), None, "{target}");
        }
    }

    proptest! {
        #[test]
        fn no_target_leads_up(target in "/?(%2[eEfF]|%5c|%00|\\.|/|[a-zก%?#\\\\]){0,20}") {
            if let Some(address) = asked_for(&target) {
                prop_assert!(!address.starts_with('/') && address.split('/').all(|part| part != "..") && !address.contains('\\'));
            }
        }
    }
}
