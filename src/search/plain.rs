//! The text of a body without its HTML.

use crate::model::Prose;
use html5gum::{Token, Tokenizer};

/// The elements that stand within a line; all others part texts.
const INLINE: [&[u8]; 10] = [b"a", b"b", b"i", b"strong", b"em", b"del", b"code", b"sup", b"span", b"input"];

/// Hands `take` every line of a body: a paragraph, a heading, an item, a cell.
pub(super) fn lines(prose: &Prose, mut take: impl FnMut(&str)) {
    // An address stands within an attribute, and is no text.
    let html = prose.html(|_| String::new());
    let mut line = String::new();
    for token in Tokenizer::new(&html).flatten() {
        match token {
            Token::String(text) => line.push_str(&String::from_utf8_lossy(&text)),
            Token::StartTag(tag) if !INLINE.contains(&tag.name.as_slice()) => {
                take(&line);
                line.clear();
                for (name, value) in &tag.attributes {
                    if name.as_slice() == b"alt" {
                        take(&String::from_utf8_lossy(value));
                    }
                }
            }
            Token::EndTag(tag) if !INLINE.contains(&tag.name.as_slice()) => {
                take(&line);
                line.clear();
            }
            _ => {}
        }
    }
    take(&line);
}
