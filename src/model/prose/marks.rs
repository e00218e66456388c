//! Marks in HTML that stand for what only the page that shows it knows: the addresses of links, the sizes of pictures.

use crate::model::Target;
use memchr::memchr_iter;

/// Stands around a mark. Markdown never lets a NUL through, so that no body can hold one.
pub const MARK: char = '\0';
/// Stands before the number where the mark is for the size of a picture.
const SIZE: char = 's';

/// The mark for the address of link number N.
pub fn address(number: usize) -> String {
    format!("{MARK}{number}{MARK}")
}

/// The mark for the attributes that say how large picture number N is.
pub fn size(number: usize) -> String {
    format!("{MARK}{SIZE}{number}{MARK}")
}

/// Finished HTML with what `address` and `size` say of the `targets` in the place of their marks.
pub fn filled(
    html: String,
    targets: &[Target],
    address: impl Fn(&Target) -> String,
    size: impl Fn(&Target) -> String,
) -> String {
    if targets.is_empty() {
        return html;
    }
    let mut filled = String::with_capacity(html.len() + targets.len() * 32);
    let mut from = 0;
    for (place, to) in memchr_iter(MARK as u8, html.as_bytes()).chain([html.len()]).enumerate() {
        let piece = &html[from..to];
        from = to + 1;
        let is_mark = place % 2 == 1;
        let (number, is_size) = piece.strip_prefix(SIZE).map_or((piece, false), |number| (number, true));
        let target = if is_mark { number.parse().ok().and_then(|number: usize| targets.get(number)) } else { None };
        match target {
            Some(target) if is_size => filled.push_str(&size(target)),
            Some(target) => filled.push_str(&address(target)),
            None => filled.push_str(piece),
        }
    }
    filled
}
