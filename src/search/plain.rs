//! The text of a body without its HTML.

use crate::html::{self, Event};
use crate::model::Prose;

/// The elements that stand within a line; all others part texts.
const INLINE: [&[u8]; 10] = [b"a", b"b", b"i", b"strong", b"em", b"del", b"code", b"sup", b"span", b"input"];

/// Hands `take` every line of a body: a paragraph, a heading, an item, a cell.
pub(super) fn lines(prose: &Prose, mut take: impl FnMut(&str)) {
    // An address stands within an attribute, and is no text.
    let html = prose.html(|_| String::new(), |_| None);
    let mut line = String::new();
    let mut is_alt = false;
    html::read(&html, |event| match event {
        Event::String { value } => line.push_str(&String::from_utf8_lossy(value)),
        Event::OpenStartTag { name } | Event::EndTag { name } if !INLINE.contains(&name) => {
            take(&line);
            line.clear();
        }
        Event::AttributeName { name } => is_alt = name == b"alt",
        Event::AttributeValue { value } if is_alt => take(&String::from_utf8_lossy(value)),
        _ => {}
    });
    take(&line);
}
