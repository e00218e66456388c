//! The text of a body without its marks, for those who search it.

use crate::html::{self, Event as Html};
use pulldown_cmark::{Event, Tag, TagEnd};

/// The elements that stand within a line; all others part texts.
const INLINE: [&[u8]; 10] = [b"a", b"b", b"i", b"strong", b"em", b"del", b"code", b"sup", b"span", b"input"];

/// Hands `take` every line of a body: a paragraph, a heading, an item, a cell.
pub fn lines<'e>(events: impl Iterator<Item = Event<'e>>, mut take: impl FnMut(&str)) {
    let mut line = String::new();
    let mut end = |line: &mut String| {
        take(line);
        line.clear();
    };
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => line.push_str(&text),
            Event::SoftBreak => line.push(' '),
            Event::Html(written) | Event::InlineHtml(written) => in_html(&written, &mut line, &mut end),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::HtmlBlock)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::HtmlBlock) => {}
            _ => end(&mut line),
        }
    }
    end(&mut line);
}

/// Goes on with HTML of our own. An address stands within an attribute, and is no text.
fn in_html(written: &str, line: &mut String, end: &mut impl FnMut(&mut String)) {
    let mut is_alt = false;
    html::read(written, |event| match event {
        Html::String { value } => line.push_str(&String::from_utf8_lossy(value)),
        Html::OpenStartTag { name } | Html::EndTag { name } if !INLINE.contains(&name) => end(line),
        Html::AttributeName { name } => is_alt = name == b"alt",
        Html::AttributeValue { value } if is_alt => end(&mut String::from_utf8_lossy(value).into_owned()),
        _ => {}
    });
}
