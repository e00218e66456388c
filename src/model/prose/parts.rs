//! The parts of a body that can be read by themselves: to know what its links lead to, only those are read that may have
//! any.

use memchr::memmem::{find, find_iter};
use memchr::{memchr2, memchr3};
use std::ops::Range;

/// The parts of `body`, one after the other. Links, pictures and HTML are found in each as they are in the whole.
pub fn parts(body: &str) -> Vec<Range<usize>> {
    let bytes = body.as_bytes();
    let mut parts = Vec::new();
    let mut start = 0;
    if may_link(body) && !may_reach_far(bytes) {
        for next in find_iter(bytes, b"\n\n").map(|at| at + 2) {
            // What goes on after an empty line, as an item of a list may, is set in.
            if bytes.get(next).is_some_and(|byte| *byte > b' ') {
                parts.push(start..next);
                start = next;
            }
        }
    }
    parts.push(start..body.len());
    parts
}

/// Whether there may be what goes on over an empty line, or is meant elsewhere than where it stands: HTML, code between
/// fences, the definitions of notes and of addresses.
fn may_reach_far(body: &[u8]) -> bool {
    memchr3(b'<', b'`', b'~', body).is_some() || find(body, b"]:").is_some()
}

/// Whether there may be links, pictures or HTML in a part.
pub fn may_link(part: &str) -> bool {
    memchr2(b'[', b'<', part.as_bytes()).is_some()
}

/// Whether nothing is shown of a part without links, pictures and HTML.
pub fn is_blank(part: &str) -> bool {
    part.bytes().all(|byte| matches!(byte, b'\t'..=b'\r' | b' '))
}
