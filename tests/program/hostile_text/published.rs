//! What was published, read by parsers that are not ours: nothing in it may be more than this theme writes.

use rayon::prelude::*;
use resvg::tiny_skia::Pixmap;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use url::Url;

/// Attributes that any element may have, besides those that begin with `data-` or `aria-`.
const ANYWHERE: &[&str] = &["class", "hidden", "id", "lang", "role", "tabindex", "title"];

/// Every element that the theme writes, with the attributes of its own.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["download", "href", "hreflang", "type"]),
    ("button", &["type"]),
    ("circle", &["cx", "cy", "r"]),
    ("col", &[]),
    ("data", &["value"]),
    ("form", &["action"]),
    ("img", &["alt", "height", "loading", "src", "width"]),
    ("input", &["autocomplete", "checked", "disabled", "enterkeyhint", "name", "spellcheck", "type", "value"]),
    ("label", &["for"]),
    ("line", &["x1", "x2", "y1", "y2"]),
    ("link", &["href", "rel", "type"]),
    ("meta", &["charset", "content", "http-equiv", "name", "property"]),
    ("ol", &["start"]),
    ("option", &["value"]),
    ("path", &["d", "fill", "stroke", "stroke-linecap", "stroke-linejoin", "stroke-width"]),
    ("rect", &["fill", "height", "rx", "width", "x", "y"]),
    ("script", &["defer", "src", "type"]),
    ("select", &["name"]),
    ("svg", &["focusable", "height", "preserveAspectRatio", "shape-rendering", "viewBox", "width", "x", "xmlns"]),
    ("td", &["colspan", "rowspan"]),
    ("text", &["dy", "x", "y"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// Elements with no attributes of their own.
const PLAIN: &[&str] = &[
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "caption",
    "code",
    "colgroup",
    "dd",
    "del",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "noscript",
    "p",
    "pre",
    "section",
    "small",
    "span",
    "strong",
    "summary",
    "sup",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];

/// The scripts of the theme: the first is on every page, all of them on the page of the search.
const SCRIPTS: &[&str] =
    &["assets/display.js", "assets/tables.js", "assets/search-text.js", "assets/search-index.js", "assets/search.js"];
/// How many of them stand on every page.
const ON_EVERY_PAGE: usize = 2;

/// What was read.
#[derive(Default)]
pub struct Count {
    pages: usize,
    pictures: usize,
    tables: usize,
    others: usize,
}

impl Display for Count {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Self { pages, pictures, tables, others } = self;
        write!(
            out,
            "{pages} HTML, {pictures} SVG and PNG, {tables} CSV, {others} JSON, XML, text and search files read"
        )
    }
}

/// Reads every file of the published folder.
pub fn inspect(public: &Path) -> Count {
    let mut files = Vec::new();
    gather(public, &mut files);
    files
        .par_iter()
        .map(|path| {
            let mut count = Count::default();
            let text = || std::fs::read_to_string(path).expect("UTF-8");
            let name = path.display().to_string();
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("html") => {
                    page(&text(), &name);
                    count.pages = 1;
                }
                Some("svg") => {
                    picture(&text(), &name);
                    count.pictures = 1;
                }
                Some("png") => {
                    let drawn = Pixmap::load_png(path).unwrap_or_else(|error| panic!("{name}: {error}"));
                    assert_eq!((drawn.width(), drawn.height()), (1200, 630), "{name}");
                    count.pictures = 1;
                }
                Some("csv") => {
                    table(&text(), &name);
                    count.tables = 1;
                }
                ending => {
                    other(ending, &text(), &name);
                    count.others = 1;
                }
            }
            count
        })
        .reduce(Count::default, |a, b| Count {
            pages: a.pages + b.pages,
            pictures: a.pictures + b.pictures,
            tables: a.tables + b.tables,
            others: a.others + b.others,
        })
}

/// Every file but evidence, which is published as it is, the theme's own, and the sign that the folder is the program's.
fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let is_evidence = path.ends_with("files") && path.parent().is_some_and(|above| !above.ends_with("public"));
            if !is_evidence {
                gather(&path, files);
            }
        } else if !path.ends_with(".prongsai")
            && !path.ends_with("assets/style.css")
            && !SCRIPTS.iter().any(|script| path.ends_with(script))
        {
            files.push(path);
        }
    }
}

fn page(text: &str, name: &str) {
    assert!(
        !text.contains(|char: char| is_unseen(char) && !char.is_whitespace()),
        "{name} has characters that cannot be seen"
    );
    let html = Html::parse_document(text);
    // Only the page for missing addresses, which a host shows at any of them, is not relative.
    let is_anywhere = name.ends_with("/404.html");
    let mut ids = BTreeSet::new();
    for node in html.tree.nodes() {
        assert!(!matches!(node.value(), Node::Comment(_) | Node::ProcessingInstruction(_)), "{name} has a comment");
        let Some(element) = ElementRef::wrap(node) else { continue };
        let tag = element.value().name();
        let own = ELEMENTS.iter().find(|(known, _)| *known == tag).map(|(_, own)| *own);
        let own = own.or_else(|| PLAIN.contains(&tag).then_some(&[])).unwrap_or_else(|| panic!("{name} has a <{tag}>"));
        for (attribute, value) in element.value().attrs() {
            let is_data = attribute.starts_with("data-") || attribute.starts_with("aria-");
            assert!(
                is_data || own.contains(&attribute) || ANYWHERE.contains(&attribute),
                "{name} has <{tag} {attribute}=\"{value}\">"
            );
            match attribute {
                "href" if tag == "a" => assert!(leads_anywhere_safe(value), "{name} links to {value}"),
                "href" | "src" | "action" => {
                    let is_canonical = element.attr("rel") == Some("canonical");
                    let is_fine =
                        if is_anywhere || is_canonical { is_web(value) || is_within(value) } else { is_within(value) };
                    assert!(is_fine, "{name} loads {value}");
                }
                "id" => {
                    let is_sane = !value.is_empty()
                        && value.chars().all(|char| char.is_alphanumeric() || is_mark(char) || "-_".contains(char));
                    assert!(is_sane && ids.insert(value.to_owned()), "{name} has the id {value}");
                }
                "rel" => {
                    assert!(
                        ["stylesheet", "canonical", "alternate", "icon"].contains(&value),
                        "{name} has the rel {value}"
                    );
                }
                "type" if tag == "input" => {
                    assert!(["checkbox", "radio", "search"].contains(&value), "{name} has an input of type {value}");
                }
                _ => {}
            }
        }
        if tag == "script" && element.attr("type").is_some() {
            data(element, name);
        } else if tag == "script" {
            let is_own = |src: &str| SCRIPTS.iter().any(|script| src.ends_with(script));
            assert!(element.attr("src").is_some_and(is_own), "{name} has a script");
            assert_eq!(element.text().collect::<String>(), "", "{name} has a script with a text");
        }
    }
    head(&html, name);
}

/// A script element of data, which no browser runs, and in which nothing begins another element or a comment.
fn data(element: ElementRef<'_>, name: &str) {
    assert_eq!(element.attr("type"), Some("application/ld+json"), "{name}");
    assert_eq!(element.attr("src"), None, "{name}");
    let text = element.text().collect::<String>();
    assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{name}: {text}");
    let told: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(told["@context"], "https://schema.org", "{name}");
}

fn head(html: &Html, name: &str) {
    let select = |text: &str| Selector::parse(text).expect("a selector");
    let head: Vec<_> = html.select(&select("head > *")).take(2).collect();
    assert_eq!(head[0].attr("charset"), Some("utf-8"), "{name}");
    assert_eq!(head[1].attr("http-equiv"), Some("Content-Security-Policy"), "{name} has no policy where it must be");
    let policy = head[1].attr("content").unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{name}: {policy}");
    // The page for missing addresses may name the site's own host.
    assert!(name.ends_with("/404.html") || !policy.contains("http"), "{name}: {policy}");
    assert!(!policy.contains('*') && !policy.contains("data:"), "{name}: {policy}");
    // A page at an old address leads on.
    let refresh: Vec<_> = html.select(&select("meta[http-equiv=refresh]")).collect();
    for leads in &refresh {
        let target = leads.attr("content").and_then(|content| content.strip_prefix("0; url="));
        assert!(target.is_some_and(|target| is_web(target) || is_within(target)), "{name}: {target:?}");
    }
    assert!(refresh.len() <= 1 && html.select(&select("[http-equiv]")).count() == 1 + refresh.len(), "{name}");
    let is_search = name.ends_with("/search.html");
    assert_eq!(policy.contains("trusted-types 'none'"), !is_search, "{name}: {policy}");
    let scripts = if is_search { SCRIPTS.len() } else { ON_EVERY_PAGE };
    assert_eq!(html.select(&select("script[src]")).count(), scripts, "{name}");
    assert!(html.select(&select("script:not([src])")).count() <= 1, "{name}");
    assert_eq!(html.select(&select("h1")).count(), 1, "{name}");
    assert_eq!(html.select(&select("main")).count(), 1, "{name}");
}

fn picture(text: &str, name: &str) {
    let tree = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    for element in tree.descendants().filter(roxmltree::Node::is_element) {
        let tag = element.tag_name().name();
        assert!(["svg", "title", "desc", "rect", "path"].contains(&tag), "{name} has a <{tag}>");
        for attribute in element.attributes() {
            let attribute = attribute.name();
            let own = ELEMENTS.iter().find(|(known, _)| *known == tag).map_or(&[][..], |(_, own)| *own);
            let is_own = own.contains(&attribute) || ["aria-label", "class", "role"].contains(&attribute);
            assert!(is_own, "{name} has <{tag} {attribute}>");
        }
    }
}

fn table(text: &str, name: &str) {
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    for row in reader.records() {
        for cell in &row.unwrap_or_else(|error| panic!("{name}: {error}")) {
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(!is_formula || cell.parse::<f64>().is_ok(), "{name} has a formula: {cell}");
        }
    }
}

fn other(ending: Option<&str>, text: &str, name: &str) {
    match ending {
        Some("json") => {
            let _read: serde_json::Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        // One call, with a name, a mark and data.
        Some("js") => {
            let call = text.strip_prefix("prongsaiSearch(").and_then(|rest| rest.strip_suffix(");\n"));
            let call = call.unwrap_or_else(|| panic!("{name} is no call"));
            let _read: serde_json::Value =
                serde_json::from_str(&format!("[{call}]")).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        Some("xml") => {
            let tree = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            for address in tree.descendants().filter(|node| node.has_tag_name("loc")) {
                assert!(address.text().is_some_and(is_web), "{name}: {address:?}");
            }
        }
        Some("txt") => {
            for line in text.lines() {
                let is_sitemap = line.strip_prefix("Sitemap: ").is_some_and(is_web);
                assert!(is_sitemap || ["User-agent: *", "Allow: /"].contains(&line), "{name}: {line}");
            }
        }
        // What IIS is told.
        Some("config") => {
            let tree = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(tree.root_element().has_tag_name("configuration"), "{name}");
        }
        None if name.ends_with("/.htaccess") => {
            const KNOWN: [&str; 8] = [
                "#",
                "<IfModule mod_",
                "</IfModule>",
                "AddType ",
                "AddCharset ",
                "SetEnvIf ",
                "Header ",
                "ErrorDocument 404 /",
            ];
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                assert!(KNOWN.iter().any(|known| line.starts_with(known)), "{name}: {line}");
            }
        }
        _ => panic!("{name} is of no known kind"),
    }
}

/// The heading of a page as a reader sees it.
pub fn heading(text: &str) -> String {
    let html = Html::parse_document(text);
    let heading = html.select(&Selector::parse("h1").expect("a selector")).next().expect("a heading");
    heading.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as a reader sees it: without what is not seen, and white space made single.
pub fn as_seen(text: &str) -> String {
    let seen: String =
        text.chars().filter(|char| char.is_whitespace() && *char != '\u{85}' || !is_unseen(*char)).collect();
    seen.chars()
        .filter(|char| *char != '\u{b}' && *char != '\u{c}')
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_unseen(char: char) -> bool {
    let turns_text =
        matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns_text || char.is_control() || matches!(char, '\u{fffe}' | '\u{ffff}')
}

fn is_mark(char: char) -> bool {
    ('\u{e31}'..='\u{e4e}').contains(&char)
}

fn from_disk(link: &str) -> Option<Url> {
    Url::parse("file:///site/a/b/page.html").ok()?.join(link).ok()
}

/// Whether a browser takes it for a file of the same site, be that on a disk or on a host.
fn is_within(link: &str) -> bool {
    let host = Url::parse("https://www.example.go.th/a/b/page.html").ok().and_then(|page| page.join(link).ok());
    from_disk(link).is_some_and(|url| url.scheme() == "file" && url.host().is_none())
        && host.is_some_and(|url| url.host_str() == Some("www.example.go.th"))
        && !link.contains(|char: char| char.is_control())
}

fn is_web(link: &str) -> bool {
    Url::parse(link).is_ok_and(|url| {
        ["http", "https"].contains(&url.scheme()) && url.username().is_empty() && url.password().is_none()
    }) && !link.contains(|char: char| char.is_control() || char == ' ')
}

fn leads_anywhere_safe(link: &str) -> bool {
    is_within(link)
        || Url::parse(link).is_ok_and(|url| {
            ["http", "https", "mailto", "tel"].contains(&url.scheme())
                && url.username().is_empty()
                && url.password().is_none()
        })
}
