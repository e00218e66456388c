//! Reading HTML as a browser's tokenizer does, without keeping any of it: pages are many, and mostly text.

mod attributes;
mod tags;

pub use attributes::attributes;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, Tokenizer};
use std::convert::Infallible;

pub use html5gum::emitters::callback::CallbackEvent as Event;

/// Hands `take` what stands in `html`, in its order. What is wrong with it is not told, and what stands in scripts is
/// read like anything else.
pub fn read(html: &str, mut take: impl FnMut(Event<'_>)) {
    let each = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        take(event);
        None
    };
    let Ok(()) = Tokenizer::new_with_emitter(html, Quiet(CallbackEmitter::new(each))).finish();
}

/// Nobody asks for errors, so that no character need be looked at for them.
struct Quiet<F: Callback<Infallible, ()>>(CallbackEmitter<F>);

impl<F: Callback<Infallible, ()>> ForwardingEmitter for Quiet<F> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, read};
    use html5gum::{Token, Tokenizer};
    use proptest::prelude::*;

    /// Texts, tags and attributes by way of the tokenizer's own tokens, until an error.
    fn plainly(html: &str) -> Vec<String> {
        let mut all = Vec::new();
        for token in Tokenizer::new(html).flatten() {
            match token {
                Token::String(text) => all.push(String::from_utf8_lossy(&text).into_owned()),
                Token::StartTag(tag) => {
                    all.push(format!("<{}", String::from_utf8_lossy(&tag.name)));
                    // A name that stands twice counts once there.
                    all.extend(tag.attributes.iter().map(|(name, value)| {
                        format!("{}={}", String::from_utf8_lossy(name), String::from_utf8_lossy(value))
                    }));
                }
                Token::EndTag(tag) => all.push(format!("</{}", String::from_utf8_lossy(&tag.name))),
                _ => {}
            }
        }
        all
    }

    fn by_events(html: &str) -> Vec<String> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut all: Vec<String> = Vec::new();
        read(html, |event| match event {
            Event::String { value } => all.push(text(value)),
            Event::OpenStartTag { name } => all.push(format!("<{}", text(name))),
            Event::AttributeName { name } => all.push(format!("{}=", text(name))),
            Event::AttributeValue { value } => all.last_mut().expect("its name").push_str(&text(value)),
            Event::EndTag { name } => all.push(format!("</{}", text(name))),
            _ => {}
        });
        all
    }

    #[test]
    fn tags_attributes_and_texts_come_in_their_order() {
        let html = "<A HREF=a.html id='x&amp;y'>ก &lt;<img src=\"b&#46;png\" alt/></a><!-- <a href=no> -->href=no";
        let told = ["<a", "href=a.html", "id=x&y", "ก <", "<img", "src=b.png", "alt=", "</a", "href=no"];
        assert_eq!(by_events(html), told);
    }

    proptest! {
        #[test]
        fn any_page_gives_what_its_tokens_hold(pieces in prop::collection::vec(prop_oneof![
            Just("<p>"), Just("</p>"), Just("<a href=\"x&amp;y\">"), Just("ก &amp; ข"), Just("<img alt='' src=z>"),
            Just("<!-- <b> -->"), Just("&#3585;"), Just("a < b"), Just("<br/>"), Just("\u{0}"), Just("\u{fffe}"),
            Just("<!doctype html>"), Just("<script>1<2</script>"),
        ], 0..30)) {
            let html = pieces.concat();
            let (mut one, mut other) = (by_events(&html), plainly(&html));
            // Attributes are sorted there, and texts may come in several pieces.
            one.sort();
            other.sort();
            prop_assert_eq!(one.concat(), other.concat());
        }
    }
}
