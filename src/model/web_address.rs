//! Addresses that lead out of the site, and which of them a public page may carry.
//!
//! An address is judged as a browser reads it, since that is what follows it: a browser drops tabs and line breaks
//! before it looks for a scheme. It does not know whether anything stands at the address.

use crate::diagnostic::{Diagnostic, Location, Message, rules};
use crate::unseen::is_unseen;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use url::Url;

/// Why an address is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It has this scheme, which is none that a page may use.
    Scheme(String),
    /// It names a file on the writer's own computer or office network.
    OwnComputer,
    /// No browser could open it.
    Unreadable(String),
    /// It holds control characters, or such as turn the direction of text.
    Unseen,
    /// It has a name before an `@`, so that it looks like another site's; this host is what it leads to.
    Account(String),
    /// It is no plain address of a mailbox.
    Mail,
    /// It is no plain telephone number.
    Phone,
}

/// The address `written`, if it leads out of the site; `None` for what can only be a path within it.
///
/// # Errors
/// Where a public page must not carry it.
pub fn web_address(written: &str) -> Option<Result<String, Refused>> {
    let read = as_browsers_read(written);
    // Markdown makes one backslash of two, and no path within a site begins with one.
    if read.starts_with('\\') {
        return Some(Err(Refused::OwnComputer));
    }
    let whole = if read.starts_with("//") { Cow::Owned(format!("https:{read}")) } else { read };
    let (scheme, rest) = whole.split_once(':').filter(|(scheme, _)| is_scheme(scheme))?;
    let known = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => web(&whole, rest),
        "mailto" => is_mail(rest).then_some(()).ok_or(Refused::Mail),
        "tel" => is_phone(rest).then_some(()).ok_or(Refused::Phone),
        // A scheme of one letter is a Windows drive.
        other if other == "file" || other.len() == 1 => Err(Refused::OwnComputer),
        other => Err(Refused::Scheme(other.to_owned())),
    };
    let is_plain = !written.trim().contains(is_hidden);
    // A browser opens an address with spaces as this one; a page must not carry them.
    Some(known.and_then(|()| if is_plain { Ok(whole.replace(' ', "%20")) } else { Err(Refused::Unseen) }))
}

/// The address of a web page, if `written` is one that a public page may carry.
#[must_use]
pub fn web_link(written: &str) -> Option<String> {
    web_address(written)?.ok().filter(|link| link.split_once(':').is_some_and(|(scheme, _)| scheme.starts_with("http")))
}

/// The link that writes to the mailbox `address`, if it is one.
#[must_use]
pub fn mail_link(address: &str) -> Option<String> {
    web_address(&format!("mailto:{}", address.trim()))?.ok()
}

impl Refused {
    /// The problem of an address that stands at `place`.
    #[must_use]
    pub fn problem(&self, place: Location) -> Diagnostic {
        match self {
            Self::Scheme(scheme) => Diagnostic::new(
                &rules::UNSAFE_LINK,
                place,
                Message::new(
                    format!("ลิงก์แบบ `{scheme}:` จะไม่ถูกเผยแพร่"),
                    format!("links of the kind `{scheme}:` are not published"),
                ),
            )
            .help(
                "ใช้ได้เฉพาะ http, https, mailto, tel และแฟ้มหรือหน้าในเว็บนี้",
                "http, https, mailto, tel, and files and pages of this site can be used",
            ),
            Self::OwnComputer => Diagnostic::new(
                &rules::UNSAFE_LINK,
                place,
                Message::new(
                    "ลิงก์นี้ชี้ไปยังแฟ้มในเครื่องหรือเครือข่ายของสำนักงาน คนอื่นเปิดไม่ได้ จึงจะไม่ถูกเผยแพร่",
                    "this link names a file on the office's own computers, which nobody else can open, and is not published",
                ),
            )
            .help(
                "คัดลอกแฟ้มมาไว้ใน files ของปีนั้น แล้วเขียนลิงก์เช่น files/ประกาศ.pdf",
                "copy the file into the year's files, and link to it like files/notice.pdf",
            ),
            Self::Unreadable(link) => Diagnostic::new(
                &rules::WRONG_VALUE,
                place,
                Message::new(
                    format!("“{link}” ไม่ใช่ที่อยู่เว็บที่เปิดได้"),
                    format!("“{link}” is not an address that can be opened"),
                ),
            )
            .help(
                "คัดลอกที่อยู่ทั้งหมดจากแถบที่อยู่ของเบราว์เซอร์ เช่น https://www.example.go.th/news/1",
                "copy the whole address from the browser, such as https://www.example.go.th/news/1",
            ),
            Self::Unseen => Diagnostic::new(
                &rules::UNSAFE_LINK,
                place,
                Message::new(
                    "ลิงก์นี้มีอักขระที่มองไม่เห็นแทรกอยู่ จึงจะไม่ถูกเผยแพร่",
                    "this link holds characters that cannot be seen, and is not published",
                ),
            )
            .help("ลบลิงก์เดิมแล้วพิมพ์ที่อยู่ใหม่", "delete it and type the address anew"),
            Self::Account(host) => Diagnostic::new(
                &rules::UNSAFE_LINK,
                place,
                Message::new(
                    format!("ลิงก์นี้มีชื่อบัญชีหน้าเครื่องหมาย @ แต่เปิดไปที่ {host} จึงจะไม่ถูกเผยแพร่"),
                    format!("this link has an account's name before its @, but leads to {host}, and is not published"),
                ),
            )
            .help(
                format!("ถ้าต้องการให้เปิดไปที่นั่นจริง เขียนที่อยู่ที่ขึ้นต้นด้วย https://{host}/"),
                format!("if it is meant to lead there, write the address that begins with https://{host}/"),
            ),
            Self::Mail => Diagnostic::new(
                &rules::UNSAFE_LINK,
                place,
                Message::new(
                    "ที่อยู่อีเมลนี้ใช้เป็นลิงก์ไม่ได้ จึงจะไม่ถูกเผยแพร่เป็นลิงก์",
                    "this cannot be a link to a mailbox, and is not published as one",
                ),
            )
            .help(
                "เขียนเช่น mailto:saraban@example.go.th ต่อท้ายได้เฉพาะ subject, cc และ body",
                "write it like mailto:saraban@example.go.th; only subject, cc and body may follow",
            ),
            Self::Phone => Diagnostic::new(
                &rules::UNSAFE_LINK,
                place,
                Message::new(
                    "หมายเลขโทรศัพท์นี้ใช้เป็นลิงก์ไม่ได้ จึงจะไม่ถูกเผยแพร่เป็นลิงก์",
                    "this cannot be a link to a telephone, and is not published as one",
                ),
            )
            .help("เขียนเช่น tel:+6621234567 หรือ tel:1567", "write it like tel:+6621234567 or tel:1567"),
        }
    }
}

/// Without what a browser drops before it reads an address.
fn as_browsers_read(written: &str) -> Cow<'_, str> {
    let trimmed = written.trim().trim_matches(|char: char| char <= ' ');
    if trimmed.contains(['\t', '\n', '\r']) {
        Cow::Owned(trimmed.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(trimmed)
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Whether an address must not hold `char`: within one, a tab or line break is as little seen as the others.
fn is_hidden(char: char) -> bool {
    is_unseen(char) || char.is_control()
}

fn web(whole: &str, rest: &str) -> Result<(), Refused> {
    let unreadable = || Refused::Unreadable(whole.chars().filter(|char| !is_hidden(*char)).collect());
    // A browser would make do with `https:x`, but take it for another address on a page of the same scheme.
    // More slashes than two are skipped by browsers, and would hide what comes before the host.
    let rest = rest.strip_prefix("//").filter(|rest| !rest.starts_with(['/', '\\'])).ok_or_else(unreadable)?;
    let url = Url::parse(whole).map_err(|_| unreadable())?;
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(unreadable)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Refused::Account(host.to_owned()));
    }
    // Readers differ in where the host ends then.
    if authority.contains('\\') { Err(unreadable()) } else { Ok(()) }
}

/// Whether `text` is mailboxes and, behind a `?`, what a letter may begin with. Hidden receivers are none of that,
/// nor is a line break, which would begin a header of its own, anywhere but in the letter's text.
fn is_mail(text: &str) -> bool {
    let (boxes, headers) = text.split_once('?').map_or((text, None), |(boxes, headers)| (boxes, Some(headers)));
    let is_header = |header: &str| {
        let Some((name, value)) = header.split_once('=') else { return false };
        let value = percent_decode_str(value).decode_utf8_lossy();
        match name.to_ascii_lowercase().as_str() {
            "subject" => !value.contains(is_hidden),
            "cc" => value.split(',').all(is_mailbox),
            "body" => !value.contains(|char| is_hidden(char) && !matches!(char, '\r' | '\n')),
            _ => false,
        }
    };
    boxes.split(',').all(is_mailbox) && headers.is_none_or(|headers| headers.split('&').all(is_header))
}

fn is_mailbox(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|char| char.is_alphanumeric() || is_thai_mark(char) || "._+-".contains(char))
    };
    text.split_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host))
}

/// Vowels and tone marks, which are letters to a reader and marks to Unicode.
fn is_thai_mark(char: char) -> bool {
    ('\u{e31}'..='\u{e4e}').contains(&char)
}

/// Whether `text` is a number, perhaps with an extension. Codes with `*` and `#` command the telephone itself.
fn is_phone(text: &str) -> bool {
    let (number, extension) = text.split_once(";ext=").map_or((text, "0"), |(number, extension)| (number, extension));
    let digits = |text: &str, others: &str| {
        text.contains(|char: char| char.is_ascii_digit())
            && text.chars().all(|char| char.is_ascii_digit() || others.contains(char))
    };
    digits(number, "+-.() ") && digits(extension, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_the_web_of_mailboxes_and_of_telephones_pass_as_they_were_written() {
        for link in [
            "https://www.example.go.th/ข่าว?a=1&b=ก#ค",
            "HTTP://example.go.th",
            "https://ตัวอย่าง.ไทย/a@b",
            "http://192.0.2.1:8080/x",
            "mailto:saraban@example.go.th",
            "mailto:a@example.go.th,b@example.go.th?subject=%E0%B8%81&cc=c@example.go.th&body=a%0D%0Ab",
            "tel:+66-2-123-4567",
            "tel:021234567;ext=12",
            "tel:1567",
        ] {
            assert_eq!(web_address(link), Some(Ok(link.to_owned())), "{link}");
            assert_eq!(web_address(&format!(" {link}\n")), Some(Ok(link.to_owned())), "{link}");
        }
        assert_eq!(web_address("//www.example.go.th/a"), Some(Ok("https://www.example.go.th/a".to_owned())));
        assert_eq!(web_address("https://a.go.th/ก ข"), Some(Ok("https://a.go.th/ก%20ข".to_owned())), "as it is opened");
    }

    #[test]
    fn a_scheme_is_found_as_a_browser_finds_it() {
        for link in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript\r:alert(1)",
            "\u{1}javascript:alert(1)",
            " \u{1f} javascript:alert(1)",
            "javascript://www.example.go.th/%0Aalert(1)",
        ] {
            assert_eq!(web_address(link), Some(Err(Refused::Scheme("javascript".to_owned()))), "{link:?}");
        }
        for (link, scheme) in
            [("vbscript:x", "vbscript"), ("data:text/html,x", "data"), ("view-source:x", "view-source")]
        {
            assert_eq!(web_address(link), Some(Err(Refused::Scheme(scheme.to_owned()))));
        }
    }

    #[test]
    fn files_of_ones_own_computer_are_told_apart() {
        for link in [
            "file:///C:/a.pdf",
            "FILE://server/a.pdf",
            "C:\\Users\\a.pdf",
            "d:/a.pdf",
            "\\\\server\\a.pdf",
            "\\server\\a",
        ] {
            assert_eq!(web_address(link), Some(Err(Refused::OwnComputer)), "{link}");
        }
    }

    #[test]
    fn what_has_no_scheme_is_left_to_be_found_within_the_site() {
        for path in ["files/a.pdf", "../oit/o31.md", "#ก", "ｊavascript:x", "java%0Ascript:x", "/\\host", ":x", "1:x"]
        {
            assert_eq!(web_address(path), None, "{path}");
        }
    }

    #[test]
    fn addresses_that_deceive_or_lead_nowhere_are_refused() {
        let account = |host: &str| Some(Err(Refused::Account(host.to_owned())));
        assert_eq!(web_address("https://www.example.go.th@evil.example/"), account("evil.example"));
        assert_eq!(web_address("//www.example.go.th:x@evil.example"), account("evil.example"));
        assert_eq!(web_address("https://@evil.example"), account("evil.example"));
        assert_eq!(web_address("https://a@javascript:"), account("javascript"));
        for link in [
            "https:javascript",
            "https:/www.example.go.th",
            "https:////a@evil.example",
            "////a@evil.example",
            "https://\\\\a@evil.example",
            "https:\\\\evil.example",
            "https://javascript:alert(1)",
            "https://www.example.go.th\\.evil.example/",
            "https://a b/",
            "http://",
        ] {
            assert!(matches!(web_address(link), Some(Err(Refused::Unreadable(_)))), "{link}");
        }
        for link in ["https://exa\nmple.go.th/", "https://example.go.th/\u{202e}fdp.exe", "tel:1\t567"] {
            assert_eq!(web_address(link), Some(Err(Refused::Unseen)), "{link:?}");
        }
    }

    #[test]
    fn letters_have_no_hidden_receivers_and_numbers_command_no_telephone() {
        for link in [
            "mailto:",
            "mailto:a",
            "mailto:a@example.go.th?bcc=b@evil.example",
            "mailto:a@example.go.th?subject=x%0Abcc:b@evil.example",
            "mailto:a@example.go.th?cc=b@evil.example%0D%0Ax",
            "mailto:a%0A@example.go.th",
            "mailto:a@example.go.th?attach=/etc/passwd",
            "mailto:\"<script>\"@example.go.th",
        ] {
            assert_eq!(web_address(link), Some(Err(Refused::Mail)), "{link}");
        }
        for link in ["tel:", "tel:*%2306%23", "tel:*#06#", "tel:abc", "tel:1;ext=x"] {
            assert_eq!(web_address(link), Some(Err(Refused::Phone)), "{link}");
        }
        assert_eq!(mail_link(" a@example.go.th "), Some("mailto:a@example.go.th".to_owned()));
        assert_eq!(mail_link("a@example.go.th?bcc=b@evil.example"), None);
        assert_eq!(web_link("tel:1567"), None);
    }

    proptest! {
        /// Browsers and the `url` crate follow one standard, so that it may stand for them here.
        #[test]
        fn whatever_passes_is_read_by_a_browser_as_one_of_four_schemes(
            link in "(https?|mailto|tel|javascript|data|java|vb|HTTPS|//|/|\\\\|:|[\t\n\r\0\u{1} ]|script|@|\\?|#|a|ก|%0A|\u{202e}){0,12}"
        ) {
            if let Some(Ok(passed)) = web_address(&link) {
                let base = Url::parse("file:///content/page.html").expect("an address");
                let url = base.join(&passed).expect("an address");
                prop_assert!(["http", "https", "mailto", "tel"].contains(&url.scheme()), "{}", url);
                prop_assert!(url.username().is_empty() && url.password().is_none());
                prop_assert!(!passed.contains(is_hidden));
            }
        }

        #[test]
        fn what_a_browser_takes_for_a_script_never_passes_nor_is_left_for_a_path(
            link in "[\0-\u{20}]{0,3}j[\t\n\r]{0,2}avascript[\t\n\r]{0,2}:\\PC{0,20}"
        ) {
            prop_assert_eq!(web_address(&link), Some(Err(Refused::Scheme("javascript".to_owned()))));
        }
    }
}
