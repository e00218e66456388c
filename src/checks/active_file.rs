//! PS412: no published file is a program to the web host or to the reader's browser.
//!
//! Pages that the program makes carry a policy against script; a file of the officer's is published as it is, and
//! speaks in the site's name.

use super::Files;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::read::PlainFile;
use html5gum::{SpanBound, StartTag, Token, Tokenizer};
use std::fs;
use std::path::Path;

/// What hosts run. They look for these anywhere among a name's endings: some run `a.php.jpg` too.
const RUN_BY_HOSTS: [&str; 18] = [
    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "asp", "aspx", "ashx", "asmx", "jsp", "jspx",
    "cgi", "pl", "fcgi", "shtml",
];
/// What browsers run, or hand over to the reader's system to be run.
const RUN_BY_READERS: [&str; 22] = [
    "html", "htm", "xhtml", "xht", "mht", "mhtml", "js", "mjs", "swf", "hta", "exe", "msi", "bat", "cmd", "com", "scr",
    "vbs", "ps1", "jar", "apk", "xsl", "xslt",
];
/// A drawing or XML file larger than this is not looked into: it is told all the same, since nobody can say what it
/// holds.
const LARGEST_MARKUP: u64 = 20_000_000;

enum Runs {
    OnHost,
    AtReaders,
    InMarkup,
}

pub fn check(files: Files<'_>, problems: &mut Diagnostics) {
    for file in files.all {
        let Some(how) = runs(file) else { continue };
        let (message, (th, en)) = match how {
            Runs::OnHost => (
                Message::new(
                    "แฟ้มนี้เป็นโปรแกรมหรือการตั้งค่าของเครื่องแม่ข่าย โฮสต์จะสั่งให้ทำงานแทนที่จะให้เปิดอ่าน",
                    "this is a program or a setting of web hosts, which run it instead of showing it",
                ),
                ("ลบออกจาก content", "take it out of the content"),
            ),
            Runs::AtReaders => (
                Message::new(
                    "แฟ้มนี้สั่งงานเบราว์เซอร์หรือเครื่องของผู้อ่านได้ในนามของเว็บนี้",
                    "this file can give orders to the reader's browser or computer, in the name of this site",
                ),
                ("ส่งออกเป็น PDF หรือภาพแล้วใช้แฟ้มนั้นแทน", "export it as a PDF or picture, and publish that"),
            ),
            Runs::InMarkup => (
                Message::new(
                    "แฟ้ม SVG หรือ XML นี้มีสคริปต์หรือดึงสิ่งอื่นจากภายนอก",
                    "this SVG or XML file holds script, or brings in something from elsewhere",
                ),
                ("ส่งออกเป็น PNG หรือแบบไม่มีสคริปต์", "export it as PNG, or without script"),
            ),
        };
        let place = Location::file(files.name(file));
        problems.push(Diagnostic::new(&rules::ACTIVE_FILE, place, message).help(th, en));
    }
}

fn runs(file: &PlainFile) -> Option<Runs> {
    let name = Path::new(&file.path).file_name()?.to_str()?.to_lowercase();
    let (_, endings) = name.split_once('.')?;
    let mut endings = endings.split('.');
    if name == "web.config" || endings.clone().any(|ending| RUN_BY_HOSTS.contains(&ending)) {
        return Some(Runs::OnHost);
    }
    let last = endings.next_back()?;
    if RUN_BY_READERS.contains(&last) {
        return Some(Runs::AtReaders);
    }
    // A packed one cannot be looked into, and browsers unpack it.
    let active = last == "svgz"
        || matches!(last, "svg" | "xml")
            && (file.stamp.size > LARGEST_MARKUP || is_active(&fs::read(&file.disk).ok()?));
    active.then_some(Runs::InMarkup)
}

/// Whether a drawing does more than be drawn, or other XML more than be read. It is read as HTML is, which finds all
/// that an XML reader would but for what entities stand for, so that none may be defined.
fn is_active(markup: &[u8]) -> bool {
    let text = String::from_utf8_lossy(markup).to_ascii_lowercase();
    // Zeros are the other half of letters in UTF-16, which would hide everything here.
    if ["\0", "<!entity", "<?xml-stylesheet", "@import"].iter().any(|part| text.contains(part)) {
        return true;
    }
    let fetched = text.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '"', '\'', '\n', '\r', '\t']));
    if fetched.into_iter().any(|address| !is_within(address)) {
        return true;
    }
    Tokenizer::new(text.as_str()).any(|token| match token {
        Ok(Token::StartTag(tag)) => is_active_tag(&tag),
        _ => false,
    })
}

fn is_active_tag<S: SpanBound>(tag: &StartTag<S>) -> bool {
    let local = |name: &[u8]| {
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        name.rsplit(':').next().unwrap_or_default().to_owned()
    };
    let inert = !matches!(
        local(&tag.name).as_str(),
        "script" | "foreignobject" | "iframe" | "object" | "embed" | "audio" | "video" | "handler" | "listener"
    );
    !inert
        || tag.attributes.iter().any(|(name, value)| {
            let value: String =
                String::from_utf8_lossy(value).chars().filter(|char| *char > ' ').collect::<String>().to_lowercase();
            match local(name).as_str() {
                "href" | "src" if local(&tag.name) == "a" => value.starts_with("javascript:"),
                "href" | "src" => !is_within(&value),
                // Animation can put another address into a link.
                "attributename" => value.ends_with("href"),
                name => name.starts_with("on"),
            }
        })
}

/// Whether an address is a part of the drawing, or a picture that stands in it.
fn is_within(address: &str) -> bool {
    let is_picture = |kind: &&str| address.starts_with(&format!("data:image/{kind};"));
    address.starts_with('#') || ["png", "jpeg", "jpg", "gif", "webp"].iter().any(is_picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_drawn_and_does_no_more() {
        for still in [
            r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>.a{fill:url(#b)}</style><use xlink:href="#a"/></svg>"##,
            r#"<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg><text font-size="1">ก</text></svg>"#,
            "<?xml version='1.0'?><rows><row unit='สำนักปลัด'>100</row></rows>",
            r#"<svg><image href="data:image/png;base64,AA=="/><a href="https://www.example.go.th/"><path d="M0 0"/></a></svg>"#,
        ] {
            assert!(!is_active(still.as_bytes()), "{still}");
        }
        for active in [
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:script/></x:svg>",
            "<svg><foreignObject><p>ก</p></foreignObject></svg>",
            "<svg><a xlink:href='java&#10;script:alert(1)'><text>ก</text></a></svg>",
            "<svg><a><animate attributeName='xlink:href' values='javascript:alert(1)'/></a></svg>",
            "<svg><use href='data:image/svg+xml;base64,AA=='/></svg>",
            "<svg><image href='https://elsewhere.example/count.png'/></svg>",
            "<svg><style>@import 'https://elsewhere.example/a.css';</style></svg>",
            "<svg><rect fill=\"url( 'https://elsewhere.example/a.svg#b')\"/></svg>",
            "<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><rows/>",
            "<rows><h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script></rows>",
            "<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg>&x;</svg>",
        ] {
            assert!(is_active(active.as_bytes()), "{active}");
        }
        assert!(is_active(&"<svg/>".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()));
    }
}
