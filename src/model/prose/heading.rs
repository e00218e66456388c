//! The headings of a body.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// A heading of the highest level that a body has, and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The id of its heading.
    pub id: String,
    /// The words of its heading.
    pub title: String,
}

/// The levels of a body's headings on a page, which has its own h1: the first is an h2, and none goes down by
/// more than one, whatever marks were used, since people step through a page by its headings.
#[derive(Default)]
pub struct Outline {
    open: Vec<HeadingLevel>,
}

impl Outline {
    /// The highest level.
    pub const FIRST: usize = 2;

    /// The level of the next heading, from 2 to 6.
    pub fn level(&mut self, written: HeadingLevel) -> usize {
        while self.open.last().is_some_and(|above| *above >= written) {
            self.open.pop();
        }
        self.open.push(written);
        (self.open.len() + Self::FIRST - 1).min(6)
    }
}

/// What stands in a heading. Links in headings become their text: a heading is itself something to link to. A
/// footnote's mark has no place there either.
pub fn heading<'e>(input: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>) -> Vec<Event<'e>> {
    let inside = input.map(|(event, _)| event).take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside
        .filter(|event| {
            !matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::FootnoteReference(_)
                    | Event::Start(Tag::Link { .. } | Tag::Image { .. })
                    | Event::End(TagEnd::Link | TagEnd::Image)
            )
        })
        .collect()
}

/// The words of a heading.
pub fn plain(events: &[Event<'_>]) -> String {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            Event::SoftBreak => Some(" "),
            _ => None,
        })
        .collect()
}

/// The first heading of a Markdown text, as plain text.
#[must_use]
pub fn first_heading(body: &str) -> Option<String> {
    let mut input = Parser::new(body).into_offset_iter();
    input.by_ref().find(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. })))?;
    let title = plain(&heading(&mut input));
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}
