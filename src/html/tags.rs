//! A page as a tokenizer reads it who asks for some attributes alone: texts are passed over, and so are tags that are plainly
//! written, whose attributes are told here. That is nearly all of it.

use html5gum::{Readable, Reader};
use memchr::{memchr, memchr3};
use std::convert::Infallible;

/// The bytes for which a tokenizer looks between tags, and nowhere else.
const BETWEEN_TAGS: &[u8] = b"&<\0\r";

/// Who asks for attributes, of the tokenizer and of those who spare it work.
pub trait Taker {
    /// Whether attributes of this name, in whatever case, are asked for.
    fn asks_for(&self, name: &[u8]) -> bool;

    /// Takes an attribute, if it is asked for and has a value.
    fn take(&self, name: &[u8], value: &[u8]);
}

/// What has not been read yet, and who asks.
pub struct Tags<'h, T>(&'h [u8], &'h T);

impl<'h, T: Taker> Tags<'h, T> {
    /// Of all of `html`.
    pub fn of(html: &'h str, taker: &'h T) -> Self {
        Self(html.as_bytes(), taker)
    }
}

impl<T: Taker> Reader for Tags<'_, T> {
    type Error = Infallible;

    #[inline]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        Ok(Some(*first))
    }

    #[inline]
    fn try_read_string(&mut self, wanted: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let Some((start, rest)) = self.0.split_at_checked(wanted.len()) else { return Ok(false) };
        let is_there = start == wanted || !case_sensitive && start.eq_ignore_ascii_case(wanted);
        if is_there {
            self.0 = rest;
        }
        Ok(is_there)
    }

    #[expect(
        clippy::inline_always,
        reason = "how `ends` are looked for is worked out where it is known which they are"
    )]
    #[inline(always)]
    fn read_until<'b>(&'b mut self, ends: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        if ends == BETWEEN_TAGS {
            self.0 = after_plain_tags(self.0, self.1);
        }
        let chunk = self.0.to_reader().read_until(ends, buffer)?.map_or(0, <[u8]>::len);
        let (chunk, rest) = self.0.split_at(chunk);
        self.0 = rest;
        Ok((!chunk.is_empty()).then_some(chunk))
    }
}

/// What follows a text and all plain tags: it begins with another tag, or with what looks like one.
fn after_plain_tags<'h>(mut html: &'h [u8], taker: &impl Taker) -> &'h [u8] {
    // Many tags follow each other, or stand on lines of their own.
    let next = |html: &[u8]| html.iter().take(2).position(|byte| *byte == b'<').or_else(|| memchr(b'<', html));
    while let Some(at) = next(html) {
        let tag = &html[at..];
        let Some(after) = after_plain_tag(tag, taker) else { return tag };
        html = after;
    }
    &[]
}

/// What follows the tag with which `html` begins, if there is nothing in that but its name and attributes, each after one
/// space or line end and with its value, if any, between `"`; it may end in `/>`. Those that are asked for are told.
fn after_plain_tag<'h>(html: &'h [u8], taker: &impl Taker) -> Option<&'h [u8]> {
    let name = html.strip_prefix(b"</").or_else(|| html.strip_prefix(b"<"))?;
    if !name.first()?.is_ascii_alphabetic() {
        return None;
    }
    let attributes = after(name, u8::is_ascii_alphanumeric)?;
    let (mut rest, mut are_asked_for) = (attributes, false);
    while let Some((name, value, after)) = attribute(rest) {
        if taker.asks_for(name) {
            // What means another character is the tokenizer's to read.
            if name.iter().any(u8::is_ascii_uppercase) || memchr3(b'&', b'\0', b'\r', value).is_some() {
                return None;
            }
            are_asked_for = true;
        }
        rest = after;
    }
    let end = rest.strip_prefix(b"/").unwrap_or(rest).strip_prefix(b">")?;
    rest = attributes;
    while are_asked_for && let Some((name, value, after)) = attribute(rest) {
        taker.take(name, value);
        rest = after;
    }
    Some(end)
}

/// The name and the value of the attribute with which the rest of a plain tag begins, and what follows it.
#[inline]
fn attribute(rest: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (b' ' | b'\n', attribute) = rest.split_first()? else { return None };
    let after_name = after(attribute, |byte| byte.is_ascii_alphabetic() || *byte == b'-')?;
    let name = &attribute[..attribute.len() - after_name.len()];
    if name.is_empty() {
        return None;
    }
    let Some(value) = after_name.strip_prefix(b"=\"") else { return Some((name, b"", after_name)) };
    let end = memchr(b'"', value)?;
    Some((name, &value[..end], &value[end + 1..]))
}

/// What follows the first bytes that are of a kind, if anything does.
fn after(bytes: &[u8], is_one: impl Fn(&u8) -> bool) -> Option<&[u8]> {
    bytes.iter().position(|byte| !is_one(byte)).map(|end| &bytes[end..])
}
