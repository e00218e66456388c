//! The attributes of HTML, without the texts between tags: most of a page is text.

use super::tags::{Tags, Taker};
use html5gum::{Emitter, Error, State, Tokenizer};
use std::cell::RefCell;
use std::convert::Infallible;

/// Hands `take` every attribute of `html` that has one of the names `wanted`, in lower case, and whose value is not empty,
/// in its order: the name, and the value. They are told as by [`super::read`].
pub fn attributes(html: &str, wanted: &[&[u8]], take: impl FnMut(&[u8], &[u8])) {
    let asked = Asked { wanted, take: RefCell::new(take) };
    let emitter = Attributes { taker: &asked, name: Vec::new(), value: Vec::new() };
    let Ok(()) = Tokenizer::new_with_emitter(Tags::of(html, &asked), emitter).finish();
}

struct Asked<'w, F> {
    wanted: &'w [&'w [u8]],
    take: RefCell<F>,
}

impl<F: FnMut(&[u8], &[u8])> Taker for Asked<'_, F> {
    #[inline]
    fn asks_for(&self, name: &[u8]) -> bool {
        self.wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(name))
    }

    fn take(&self, name: &[u8], value: &[u8]) {
        if !value.is_empty() && self.asks_for(name) {
            (self.take.borrow_mut())(name, value);
        }
    }
}

/// The attribute that is being read.
struct Attributes<'t, T> {
    taker: &'t T,
    name: Vec<u8>,
    value: Vec<u8>,
}

impl<T: Taker> Attributes<'_, T> {
    /// The attribute, if there is one, has come to its end.
    fn end(&mut self) {
        self.taker.take(&self.name, &self.value);
        self.value.clear();
        self.name.clear();
    }
}

/// Of all that a tokenizer tells, only attributes are heard.
impl<T: Taker> Emitter for Attributes<'_, T> {
    type Token = Infallible;

    #[inline]
    fn init_attribute(&mut self) {
        self.end();
    }

    #[inline]
    fn push_attribute_name(&mut self, part: &[u8]) {
        self.name.extend_from_slice(part);
    }

    #[inline]
    fn push_attribute_value(&mut self, part: &[u8]) {
        self.value.extend_from_slice(part);
    }

    /// What stands in scripts is read like anything else.
    #[inline]
    fn emit_current_tag(&mut self) -> Option<State> {
        self.end();
        None
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    #[inline]
    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    /// Asked for within scripts alone.
    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        false
    }

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: Error) {}
    fn emit_string(&mut self, _: &[u8]) {}
    fn init_start_tag(&mut self) {}
    fn init_end_tag(&mut self) {}
    fn init_comment(&mut self) {}
    fn emit_current_comment(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_tag_name(&mut self, _: &[u8]) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}

#[cfg(test)]
mod tests {
    use super::attributes;
    use crate::html::{Event, read};
    use proptest::prelude::*;

    const WANTED: &[&[u8]] = &[b"href", b"id"];

    fn all(html: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
        let mut all = Vec::new();
        attributes(html, WANTED, |name, value| all.push((name.to_vec(), value.to_vec())));
        all
    }

    /// By way of all that stands in the page.
    fn plainly(html: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
        let (mut all, mut named) = (Vec::new(), Vec::new());
        read(html, |event| match event {
            Event::AttributeName { name } => named = name.to_vec(),
            Event::AttributeValue { value } if WANTED.contains(&named.as_slice()) => {
                all.push((named.clone(), value.to_vec()));
            }
            _ => {}
        });
        all
    }

    #[test]
    fn what_only_looks_like_a_tag_hides_none() {
        let html = r#"<p><<a href=b><!-- <b id=no> --></p class=c>1 <2<b ID='d&amp;e' f>&<i id=g></script><h1 id="ก"><p class="<p id='no'>" href=v><p class="a"id=w><p class = "a>" id=x><p class='"' title="<p id=no>" id=y><b id="z&amp;1"><u id=no"#;
        let told = all(html).iter().map(|(_, value)| String::from_utf8_lossy(value).into_owned()).collect::<Vec<_>>();
        assert_eq!(told, ["b", "d&e", "g", "ก", "v", "w", "x", "y", "z&1"]);
    }

    /// Of what tags are made of, and what is like it.
    const PAGE: &str = concat!(
        r#"(</?(p|b1|script|title|H2|)[ \n/]?>?|[ \n](href|ID|id|src|class|data-id)(=["']?)?|["'] ?>|<i class="z>" |<u id="a"|<u viewBox="b" ID="c"/>|<b id="d"/|id="&amp;"|x|ก|&amp;|&#0;|&|"|'|=|<|>|/|<!--|-->|<!|\?|"#,
        r"\r|\n|\x00|<!\[CDATA\[|<p>|</p>|<br>|<td>|<a href=x>|</b id=y>){0,40}",
    );

    proptest! {
        #[test]
        fn any_page_has_the_attributes_that_stand_in_it(html in PAGE) {
            prop_assert_eq!(all(&html), plainly(&html));
        }
    }
}
