//! How large a picture is, so that a page keeps its place while it loads.
//!
//! Only the head of its file is read. What is no picture, or of a kind that says nothing of its size, has none.

use std::path::Path;

/// The width and height of the picture in a file, in pixels.
pub fn of(path: &Path) -> Option<(usize, usize)> {
    let size = imagesize::size(path).ok()?;
    (size.width > 0 && size.height > 0).then_some((size.width, size.height))
}
