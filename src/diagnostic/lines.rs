//! Lines and columns of a text, found without reading it from its beginning each time.
//!
//! It does not know what stands there, nor why anyone asks.

/// How far apart the marks are, in bytes.
const APART: usize = 4096;
/// Never part of a column: some editors put it before the first letter of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Marks in a text from which places are counted. Without marks, all is counted from the beginning.
#[derive(Debug, Default)]
pub struct Lines {
    marks: Vec<Mark>,
}

/// What is known of a byte of the text.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    at: usize,
    /// The lines that ended before it.
    lines: usize,
    /// The byte at which its line starts.
    start: usize,
    /// The characters of its line before it.
    characters: usize,
}

impl Mark {
    /// The mark at a later byte, which is on a character boundary.
    fn moved(self, text: &str, to: usize) -> Self {
        let passed = &text[self.at..to];
        match passed.rfind('\n') {
            None => Self { at: to, characters: self.characters + passed.chars().count(), ..self },
            Some(end) => Self {
                at: to,
                lines: self.lines + passed.bytes().filter(|byte| *byte == b'\n').count(),
                start: self.at + end + 1,
                characters: passed[end + 1..].chars().count(),
            },
        }
    }
}

impl Lines {
    /// The marks of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut marks = vec![Mark::default()];
        let mut last = Mark::default();
        while last.at + APART < text.len() {
            last = last.moved(text, text.ceil_char_boundary(last.at + APART));
            marks.push(last);
        }
        Self { marks }
    }

    /// Line and column of a byte of the text that the marks are of, both from 1, and where the line starts. The byte
    /// is on a character boundary.
    pub(super) fn place(&self, text: &str, at: usize) -> (usize, usize, usize) {
        let before = self.marks.partition_point(|mark| mark.at <= at);
        let nearest = before.checked_sub(1).and_then(|last| self.marks.get(last)).copied().unwrap_or_default();
        let mark = nearest.moved(text, at);
        let unseen = text[mark.start..at].chars().take_while(|char| *char == BYTE_ORDER_MARK).count();
        (mark.lines + 1, mark.characters - unseen + 1, mark.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_is_the_same_with_marks_and_without(
            parts in prop::collection::vec(("[ก\na]{0,40}", 1..200usize), 1..40), at in any::<prop::sample::Index>()
        ) {
            let text: String = parts.iter().map(|(part, times)| part.repeat(*times)).collect();
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            prop_assert_eq!(Lines::new(&text).place(&text, at), Lines::default().place(&text, at));
            let line = text[..at].rsplit('\n').next().unwrap_or_default();
            let expected = (text[..at].matches('\n').count() + 1, line.chars().count() + 1, at - line.len());
            prop_assert_eq!(Lines::default().place(&text, at), expected);
        }
    }
}
