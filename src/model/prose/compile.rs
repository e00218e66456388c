//! Markdown into HTML, event by event. Whatever could carry more than text and links is replaced on the way by HTML of
//! our own: pulldown-cmark is left to write tags that have no attributes.

use super::columns::Columns;
use super::heading::{Outline, Section, heading, plain};
use super::ids::Ids;
use super::marks::{self, MARK};
use super::parts::{is_blank, may_link, parts};
use super::picture::{alt_text, no_alt_text, remote_image};
use super::{Anchor, MARKDOWN, Prose};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::model::Target;
use crate::read::Source;
use memchr::memchr;
use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, html};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Reads the body of `source`. `resolve` finds what a link leads to, or reports why it leads nowhere.
pub fn compile(
    source: &Arc<Source>,
    mut resolve: impl FnMut(&str, Range<usize>, &mut Diagnostics) -> Option<Target>,
    problems: &mut Diagnostics,
) -> Prose {
    let body = text(source);
    let mut targets = Vec::new();
    let resolve = |link: &str, range: Range<usize>, problems: &mut Diagnostics| {
        let target = resolve(link, range, problems);
        targets.push(target.clone());
        target
    };
    let mut compiler = Compiler::new(source, resolve, problems);
    let mut is_empty = true;
    for part in parts(&body) {
        if may_link(&body[part.clone()]) {
            compiler.read(&body, part);
        } else {
            is_empty &= is_blank(&body[part]);
        }
    }
    let Compiler { events, anchors, outward, .. } = compiler;
    is_empty &=
        events.iter().all(|event| matches!(event, Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock)));
    Prose { source: (!is_empty).then(|| Arc::clone(source)), targets, ids: OnceLock::new(), anchors, outward }
}

/// The HTML of the body of `source`, with what its links lead to, in their order, written by `address`, and how large
/// its pictures are by `size`.
pub fn html(
    source: &Source,
    targets: &[Option<Target>],
    address: impl Fn(&Target) -> String,
    size: impl Fn(&Target) -> Option<(usize, usize)>,
) -> String {
    let body = text(source);
    // What is wrong was told when it was read first.
    let mut told = Diagnostics::default();
    let read = again(source, &body, targets, &mut told);
    let mut html = String::with_capacity(body.len() * 5 / 4);
    html::push_html(&mut html, read.events.into_iter());
    let size = |target: &Target| {
        size(target).map_or_else(String::new, |(width, height)| format!(r#" width="{width}" height="{height}""#))
    };
    marks::filled(html, &read.targets, address, size)
}

/// The ids of the headings in the body of `source`, whose links lead to `targets`, in the order of their letters.
pub fn ids(source: &Source, targets: &[Option<Target>]) -> Vec<String> {
    let mut told = Diagnostics::default();
    again(source, &text(source), targets, &mut told).ids.into_headings()
}

/// The headings of the highest level in the body of `source`, whose links lead to `targets`.
pub fn sections(source: &Source, targets: &[Option<Target>]) -> Vec<Section> {
    let mut told = Diagnostics::default();
    again(source, &text(source), targets, &mut told).sections
}

/// The lines of the body of `source`, whose links lead to `targets`, as text.
pub fn lines(source: &Source, targets: &[Option<Target>], take: impl FnMut(&str)) {
    let mut told = Diagnostics::default();
    super::lines::lines(again(source, &text(source), targets, &mut told).events.into_iter(), take);
}

/// Reads a body of which it is known what its links lead to.
fn again<'a, 'e>(
    source: &'a Source,
    body: &'e str,
    targets: &[Option<Target>],
    told: &'a mut Diagnostics,
) -> Compiler<'a, 'e, impl FnMut(&str, Range<usize>, &mut Diagnostics) -> Option<Target>> {
    let mut targets = targets.iter();
    let mut compiler = Compiler::new(source, move |_, _, _| targets.next().cloned().flatten(), told);
    compiler.read(body, 0..body.len());
    compiler
}

/// The body, in which nothing may be taken for a mark.
fn text(source: &Source) -> Cow<'_, str> {
    let body = source.body();
    if memchr(MARK as u8, body.as_bytes()).is_some() {
        Cow::Owned(body.replace(MARK, "\u{fffd}"))
    } else {
        Cow::Borrowed(body)
    }
}

struct Compiler<'a, 'e, R> {
    source: &'a Source,
    resolve: R,
    problems: &'a mut Diagnostics,
    events: Vec<Event<'e>>,
    targets: Vec<Target>,
    anchors: Vec<Anchor>,
    outward: Vec<(String, Range<usize>)>,
    ids: Ids,
    /// Each footnote's number and id, by its label.
    notes: BTreeMap<String, (usize, String)>,
    outline: Outline,
    sections: Vec<Section>,
    /// Whether each link that has begun leads anywhere.
    open_links: Vec<bool>,
    columns: Columns,
    /// Whether a comment over several lines goes on.
    in_comment: bool,
}

impl<'a, 'e, R: FnMut(&str, Range<usize>, &mut Diagnostics) -> Option<Target>> Compiler<'a, 'e, R> {
    fn new(source: &'a Source, resolve: R, problems: &'a mut Diagnostics) -> Self {
        Self {
            source,
            resolve,
            problems,
            events: Vec::new(),
            targets: Vec::new(),
            anchors: Vec::new(),
            outward: Vec::new(),
            ids: Ids::new(),
            notes: BTreeMap::new(),
            outline: Outline::default(),
            sections: Vec::new(),
            open_links: Vec::new(),
            columns: Columns::default(),
            in_comment: false,
        }
    }

    /// Goes on with a part of the body.
    fn read(&mut self, body: &'e str, part: Range<usize>) {
        let start = part.start;
        let input = Parser::new_ext(&body[part], MARKDOWN).into_offset_iter();
        let mut input = input.map(|(event, range)| (event, range.start + start..range.end + start));
        while let Some((event, range)) = input.next() {
            self.event(event, range, &mut input);
        }
    }

    fn event(
        &mut self,
        event: Event<'e>,
        range: Range<usize>,
        input: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>,
    ) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let is_mail = link_type == LinkType::Email;
                let link = if is_mail { Cow::Owned(format!("mailto:{dest_url}")) } else { Cow::Borrowed(&*dest_url) };
                let target = (self.resolve)(&link, range.clone(), self.problems);
                self.open_links.push(target.is_some());
                if let Some(target) = target {
                    self.open_link(target, &title, range);
                }
            }
            Event::End(TagEnd::Link) => {
                if self.open_links.pop() == Some(true) {
                    self.html("</a>");
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => self.image(&dest_url, &alt_text(input), range),
            Event::Start(Tag::Heading { level, .. }) => {
                let inner = heading(input);
                let words = plain(&inner);
                let id = self.ids.heading(&words);
                let level = self.outline.level(level);
                if level == Outline::FIRST {
                    self.sections.push(Section { id: id.clone(), title: words.trim().to_owned() });
                }
                self.html(format!(r#"<h{level} id="{id}">"#));
                self.events.extend(inner);
                self.html(format!("</h{level}>\n"));
            }
            // The language of code would become a class of the writer's choice. Lines that are longer than a screen is
            // wide are reached by the keyboard too.
            Event::Start(Tag::CodeBlock(_)) => self.html(r#"<pre tabindex="0"><code>"#),
            Event::End(TagEnd::CodeBlock) => self.html("</code></pre>\n"),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableCell) => self.table(event),
            Event::FootnoteReference(label) => {
                let (number, id) = self.note(&label);
                self.html(format!(r##"<sup class="footnote-reference"><a href="#{id}">{number}</a></sup>"##));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let (number, id) = self.note(&label);
                self.html(format!(
                    "\n<div class=\"footnote-definition\" id=\"{id}\"><sup class=\"footnote-definition-label\">{number}</sup>"
                ));
            }
            Event::Html(text) | Event::InlineHtml(text) => self.written_html(&text, range),
            Event::End(TagEnd::HtmlBlock) => {
                self.in_comment = false;
                self.events.push(event);
            }
            // A box that nobody can tick is a sign, not a field that lacks a name.
            Event::TaskListMarker(done) => self.events.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            // pulldown-cmark would write them as XML has them, for which checkers of HTML have a word.
            Event::HardBreak => self.html("<br>\n"),
            Event::Rule => self.html("<hr>\n"),
            other => self.events.push(other),
        }
    }

    /// HTML of our own.
    fn html(&mut self, html: impl Into<CowStr<'e>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    fn mark(&mut self, target: Target) -> String {
        self.targets.push(target);
        marks::address(self.targets.len() - 1)
    }

    fn open_link(&mut self, target: Target, title: &str, range: Range<usize>) {
        match &target {
            Target::Page(page, Some(id)) => {
                self.anchors.push(Anchor { page: page.clone(), id: id.clone(), at: range });
            }
            Target::External(url) => self.outward.push((url.clone(), range)),
            Target::Page(..) | Target::File(..) => {}
        }
        let title = if title.is_empty() { String::new() } else { format!(r#" title="{}""#, escaped(title)) };
        let mark = self.mark(target);
        self.html(format!(r#"<a href="{mark}"{title}>"#));
    }

    /// A picture is shown only where it is a file of the site: one from elsewhere would tell a stranger who reads the
    /// page, and may be another picture tomorrow.
    fn image(&mut self, link: &str, alt: &str, range: Range<usize>) {
        let words = if alt.trim().is_empty() { link } else { alt };
        match (self.resolve)(link, range.clone(), self.problems) {
            Some(file @ Target::File(..)) => {
                if alt.trim().is_empty() {
                    let problem = no_alt_text(self.source, range);
                    self.problems.push(problem);
                }
                let mark = self.mark(file);
                let size = marks::size(self.targets.len() - 1);
                self.html(format!(r#"<img src="{mark}"{size} alt="{}" loading="lazy">"#, escaped(alt)));
            }
            Some(other) => {
                let problem = remote_image(&other, self.source, range.clone());
                self.problems.push(problem);
                // There are no links within links.
                let is_linked = self.open_links.last() == Some(&true);
                if !is_linked {
                    self.open_link(other, "", range);
                }
                self.events.push(Event::Text(words.to_owned().into()));
                if !is_linked {
                    self.html("</a>");
                }
            }
            None => self.events.push(Event::Text(alt.to_owned().into())),
        }
    }

    /// A table is written with classes where pulldown-cmark would write styles.
    fn table(&mut self, event: Event<'e>) {
        match &event {
            Event::Start(Tag::Table(alignments)) => {
                self.columns = Columns::new(alignments);
                self.html(r#"<div class="scroll" tabindex="0" role="group">"#);
                self.events.push(event);
            }
            Event::End(TagEnd::Table) => {
                self.events.push(event);
                self.html("</div>");
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.columns.row(matches!(event, Event::Start(Tag::TableHead)));
                self.events.push(event);
            }
            Event::Start(Tag::TableCell) => {
                let open = self.columns.open();
                self.html(open);
            }
            Event::End(TagEnd::TableCell) => {
                let close = self.columns.close();
                self.html(close);
            }
            _ => self.events.push(event),
        }
    }

    fn note(&mut self, label: &str) -> (usize, String) {
        let number = self.notes.len() + 1;
        let ids = &mut self.ids;
        self.notes.entry(label.to_owned()).or_insert_with(|| (number, ids.id(&format!("note-{number}")))).clone()
    }

    /// HTML is not published; a line break is what people mean by `<br>`, and a comment is nobody's loss.
    fn written_html(&mut self, text: &str, range: Range<usize>) {
        let tag = text.trim().to_ascii_lowercase();
        let in_comment = self.in_comment || tag.starts_with("<!--");
        // A block of HTML comes line by line.
        self.in_comment = in_comment && !tag.contains("-->");
        if matches!(tag.as_str(), "<br>" | "<br/>" | "<br />") {
            self.html("<br>\n");
        } else if !(tag.is_empty() || in_comment) {
            self.problems.push(
                Diagnostic::new(
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
    }
}

fn escaped(text: &str) -> String {
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
    safe
}
