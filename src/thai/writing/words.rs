//! Where Thai words begin and end. Thai has no spaces between words: a dictionary tells.

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::ops::Range;

/// The ends of words in a row of Thai letters: the row asked for last is kept, since questions come in order.
///
/// A line of Thai can be broken between any two words, so breaks of lines are ends of words; the segmenter of words itself
/// would bring the dictionaries of Chinese and Japanese with it, which are twice as large as those of all tongues that are like Thai.
#[derive(Default)]
pub(super) struct Words {
    segmenter: Option<LineSegmenterBorrowed<'static>>,
    row: Range<usize>,
    ends: Vec<usize>,
}

impl Words {
    /// The ends of words in the row of letters that takes up the bytes `row` of `text`, both ends of the row included.
    pub(super) fn ends(&mut self, text: &str, row: Range<usize>) -> &[usize] {
        if self.row != row {
            let segmenter =
                self.segmenter.get_or_insert_with(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));
            self.ends.clear();
            self.ends.extend(segmenter.segment_str(&text[row.clone()]).map(|at| at + row.start));
            self.row = row;
        }
        &self.ends
    }
}
