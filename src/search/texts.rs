//! Which texts are loaded together.

use std::ops::Range;

/// How many bytes of text a file has at least: what is loaded to show one place.
const LEAST: usize = 24 * 1024;
/// So many files there are at most, about.
const MOST: usize = 512;

/// How much text fills a file of a site that has so much.
fn full(all: usize) -> usize {
    // In large steps, so that not every change moves all texts to other files.
    LEAST * all.div_ceil(LEAST * MOST).max(1)
}

/// Cuts texts of about these sizes, in bytes, into files: each the numbers of the texts in it.
pub(super) fn cut(sizes: &[usize]) -> Vec<Range<usize>> {
    let size = full(sizes.iter().sum());
    let mut files = Vec::new();
    let (mut from, mut filled) = (0, 0);
    for (at, bytes) in sizes.iter().enumerate() {
        filled += bytes;
        if filled >= size {
            files.push(from..at + 1);
            (from, filled) = (at + 1, 0);
        }
    }
    if from < sizes.len() {
        files.push(from..sizes.len());
    }
    files
}

#[cfg(test)]
mod tests {
    use super::{LEAST, cut, full};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_text_is_in_one_file(sizes in prop::collection::vec(0..2 * LEAST, 0..200)) {
            let files = cut(&sizes);
            prop_assert_eq!(files.iter().cloned().flatten().collect::<Vec<_>>(), (0..sizes.len()).collect::<Vec<_>>());
            let size = full(sizes.iter().sum());
            prop_assert!(files.iter().all(|file| sizes[file.start..file.end - 1].iter().sum::<usize>() < size));
        }
    }
}
