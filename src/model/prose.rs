//! Markdown bodies, made safe and linked.
//!
//! A body becomes pieces of finished HTML with [`Target`]s between them; the pages fill in the links. HTML
//! in a body and links that run code never come out, so that nothing need be cleaned afterwards.

use super::{PageRef, Target};
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::read::Source;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeMap;
use std::ops::Range;

/// A body as it will stand on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    segments: Vec<Segment>,
    ids: Vec<String>,
    anchors: Vec<Anchor>,
    outward: Vec<(String, Range<usize>)>,
}

/// A link to a heading: whether it is there can be told only when every body has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The page.
    pub page: PageRef,
    /// The id within it.
    pub id: String,
    /// Where the link stands, in bytes of the body.
    pub at: Range<usize>,
}

/// A piece of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Finished HTML.
    Html(String),
    /// The address of a link, to be written as it is seen from the page.
    Link(Target),
}

impl Prose {
    /// Its pieces in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The ids of its headings.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Its links to headings.
    #[must_use]
    pub fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    /// Its links to elsewhere, and where each stands, in bytes of the body.
    #[must_use]
    pub fn outward(&self) -> &[(String, Range<usize>)] {
        &self.outward
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }
}

/// The Markdown that bodies are written in, beyond its common core.
pub const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Stands for the address of link number N, as `MARK N MARK`. Markdown never lets a NUL through, so that no
/// body can hold it.
const MARK: char = '\0';

/// Reads the body of `source`. `resolve` finds what a link leads to, or reports why it leads nowhere.
pub fn compile(
    source: &Source,
    mut resolve: impl FnMut(&str, Range<usize>, &mut Diagnostics) -> Option<Target>,
    problems: &mut Diagnostics,
) -> Prose {
    let body = source.body().replace(MARK, "\u{fffd}");
    if body.trim().is_empty() {
        return Prose::default();
    }
    let mut writer = Writer {
        source,
        targets: Vec::new(),
        anchors: Vec::new(),
        outward: Vec::new(),
        ids: BTreeMap::new(),
        problems,
    };
    let mut events = Vec::new();
    let mut open_links = Vec::new();
    let mut outline = Outline::default();
    let mut input = Parser::new_ext(&body, MARKDOWN).into_offset_iter();
    while let Some((event, range)) = input.next() {
        match event {
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                let target = resolve(&dest_url, range.clone(), writer.problems);
                match &target {
                    Some(Target::Page(page, Some(id))) => {
                        writer.anchors.push(Anchor { page: page.clone(), id: id.clone(), at: range });
                    }
                    Some(Target::External(url)) => writer.outward.push((url.clone(), range)),
                    _ => {}
                }
                open_links.push(target.is_some());
                if let Some(target) = target {
                    let title =
                        if title.is_empty() { String::new() } else { format!(r#" title="{}""#, escaped(&title)) };
                    events.push(Event::InlineHtml(format!(r#"<a href="{}"{title}>"#, writer.mark(target)).into()));
                }
            }
            Event::End(TagEnd::Link) => {
                if open_links.pop() == Some(true) {
                    events.push(Event::InlineHtml("</a>".into()));
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alt = alt_text(&mut input);
                if let Some(target) = resolve(&dest_url, range.clone(), writer.problems) {
                    if let Target::External(url) = &target {
                        writer.outward.push((url.clone(), range));
                    }
                    let mark = writer.mark(target);
                    events.push(Event::InlineHtml(
                        format!(r#"<img src="{mark}" alt="{}" loading="lazy">"#, escaped(&alt)).into(),
                    ));
                } else {
                    events.push(Event::Text(alt.into()));
                }
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let inner = heading(&mut input);
                let id = writer.id(&plain(&inner));
                let level = outline.level(level);
                // The id is ours alone, and clean: it needs no escaping.
                events.push(Event::InlineHtml(format!(r#"<h{level} id="{id}">"#).into()));
                events.extend(inner);
                events.push(Event::InlineHtml(format!("</h{level}>\n").into()));
            }
            Event::Start(Tag::Table(_)) => {
                events.push(Event::InlineHtml(r#"<div class="scroll" tabindex="0" role="group">"#.into()));
                events.push(event);
            }
            Event::End(TagEnd::Table) => {
                events.push(event);
                events.push(Event::InlineHtml("</div>".into()));
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                if let Some(event) = writer.html(&text, range) {
                    events.push(event);
                }
            }
            other => events.push(other),
        }
    }
    let mut text = String::new();
    html::push_html(&mut text, events.into_iter());
    Prose {
        segments: cut(&text, &writer.targets),
        ids: writer.ids.into_keys().collect(),
        anchors: writer.anchors,
        outward: writer.outward,
    }
}

struct Writer<'a> {
    source: &'a Source,
    targets: Vec<Target>,
    anchors: Vec<Anchor>,
    outward: Vec<(String, Range<usize>)>,
    /// Ids that are taken, and how often the same words have been used for one.
    ids: BTreeMap<String, usize>,
    problems: &'a mut Diagnostics,
}

impl Writer<'_> {
    fn mark(&mut self, target: Target) -> String {
        self.targets.push(target);
        format!("{MARK}{}{MARK}", self.targets.len() - 1)
    }

    /// An id for a heading: its letters and digits of any script, so that Thai ones keep their vowels.
    fn id(&mut self, text: &str) -> String {
        let mut id = String::new();
        for char in text.chars() {
            if char.is_alphanumeric() || ('\u{e31}'..='\u{e4e}').contains(&char) {
                id.extend(char.to_lowercase());
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let words = id.trim_matches('-');
        let words = if words.is_empty() { "section" } else { words }.to_owned();
        let mut id = words.clone();
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(words.clone()).or_insert(1);
            *count += 1;
            id = format!("{words}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }

    /// HTML is not published; a line break is what people mean by `<br>`, and a comment is nobody's loss.
    fn html(&mut self, text: &str, range: Range<usize>) -> Option<Event<'static>> {
        let tag = text.trim().to_ascii_lowercase();
        if matches!(tag.as_str(), "<br>" | "<br/>" | "<br />") {
            return Some(Event::HardBreak);
        }
        if !(tag.is_empty() || tag.starts_with("<!--")) {
            self.problems.push(
                crate::diagnostic::Diagnostic::new(
                    &rules::RAW_HTML,
                    self.source.in_body(range),
                    Message::new("โค้ด HTML ในเนื้อหาจะไม่ถูกเผยแพร่", "HTML in a body is not published"),
                )
                .help(
                    "เขียนด้วย Markdown แทน เช่น **ตัวหนา** หรือ [ข้อความ](ลิงก์)",
                    "write Markdown instead, such as **bold** or [text](link)",
                ),
            );
        }
        None
    }
}

fn alt_text<'e>(input: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>) -> String {
    let mut depth = 1;
    let mut alt = String::new();
    for (event, _) in input {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    alt
}

/// What stands in a heading. Links in headings become their text: a heading is itself something to link to.
fn heading<'e>(input: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>) -> Vec<Event<'e>> {
    let inside = input.map(|(event, _)| event).take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside
        .filter(|event| {
            !matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. })
                    | Event::End(TagEnd::Link | TagEnd::Image)
            )
        })
        .collect()
}

fn plain(events: &[Event<'_>]) -> String {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            Event::SoftBreak => Some(" "),
            _ => None,
        })
        .collect()
}

/// The levels of a body's headings on a page, which has its own h1: the first is an h2, and none goes down by
/// more than one, whatever marks were used, since people step through a page by its headings.
#[derive(Default)]
struct Outline {
    open: Vec<HeadingLevel>,
}

impl Outline {
    fn level(&mut self, written: HeadingLevel) -> usize {
        while self.open.last().is_some_and(|above| *above >= written) {
            self.open.pop();
        }
        self.open.push(written);
        (self.open.len() + 1).min(6)
    }
}

fn escaped(text: &str) -> CowStr<'static> {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe.into()
}

/// Cuts finished HTML at the marks of its links.
fn cut(text: &str, targets: &[Target]) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (place, piece) in text.split(MARK).enumerate() {
        let link = (place % 2 == 1).then(|| piece.parse().ok().and_then(|number: usize| targets.get(number))).flatten();
        match link {
            Some(target) => segments.push(Segment::Link(target.clone())),
            None if piece.is_empty() => {}
            None => segments.push(Segment::Html(piece.to_owned())),
        }
    }
    segments
}

/// The first heading of a Markdown text, as plain text.
#[must_use]
pub fn first_heading(body: &str) -> Option<String> {
    let mut input = Parser::new(body).into_offset_iter();
    input.by_ref().find(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. })))?;
    let title = plain(&heading(&mut input));
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn compiled(body: &str) -> (Prose, usize) {
        let source = Source::for_test(body);
        let mut problems = Diagnostics::default();
        let target = |link: &str, _: Range<usize>, _: &mut Diagnostics| {
            (!link.starts_with("javascript:")).then(|| Target::External(link.to_owned()))
        };
        let prose = compile(&source, target, &mut problems);
        (prose, problems.warnings())
    }

    fn html(prose: &Prose) -> String {
        let piece = |segment: &Segment| match segment {
            Segment::Html(html) => html.clone(),
            Segment::Link(_) => "LINK".to_owned(),
        };
        prose.segments().iter().map(piece).collect()
    }

    #[test]
    fn links_stand_between_pieces_of_html() {
        let (prose, _) = compiled("[ก](a.md) ![ข *ค*](b.png) [ง](javascript:x)");
        assert_eq!(html(&prose), "<p><a href=\"LINK\">ก</a> <img src=\"LINK\" alt=\"ข ค\" loading=\"lazy\"> ง</p>\n");
    }

    #[test]
    fn a_nul_in_a_body_is_not_taken_for_a_link() {
        let (prose, _) = compiled("ก \0 0 \0 ข [ค](a.md)");
        assert_eq!(html(&prose), "<p>ก \u{fffd} 0 \u{fffd} ข <a href=\"LINK\">ค</a></p>\n");
    }

    #[test]
    fn html_is_left_out_and_reported() {
        let (prose, warnings) = compiled("ก <b onclick=\"x\">ข</b><br>ค\n\n<script>\nx\n</script>\n\n<!-- ง -->\n");
        assert_eq!(html(&prose), "<p>ก ข<br />\nค</p>\n");
        assert_eq!(warnings, 5);
    }

    proptest! {
        #[test]
        fn no_body_panics_or_lets_a_tag_through(body in "([-#*_>`|\\[\\]()!<a-z/=\"' \n\0]|<script>|ก|&lt;){0,60}") {
            let (prose, _) = compiled(&body);
            let html = html(&prose);
            prop_assert!(!html.contains("<script") && !html.contains('\0'));
        }
    }
}
