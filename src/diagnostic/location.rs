//! Where something stands: a file, and a line of it.
//!
//! A site may break rules in tens of thousands of places, of which few are shown: a place that has to be looked for is
//! looked for when somebody asks where it is.

use super::Lines;
use crate::slashes::slashed;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// A place in a file, together with the line that stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file, as the person would name it, with `/` between folders.
    pub path: String,
    /// Whether the path is seen from the folder in which the program was started, and not from the project's.
    pub from_start: bool,
    place: Place,
}

/// A line of a file and what is meant of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// The column in characters, from 1; 0 when the whole file is meant.
    pub column: usize,
    /// The line as it stands, without its line break.
    pub text: String,
    /// The bytes of `text` that are meant.
    pub highlight: Range<usize>,
}

/// A spot, found or yet to be looked for.
#[derive(Clone)]
struct Place {
    found: OnceLock<Spot>,
    search: Option<Arc<dyn Fn() -> Spot + Send + Sync>>,
}

impl Place {
    fn spot(&self) -> &Spot {
        self.found.get_or_init(|| self.search.as_ref().map_or_else(Spot::default, |search| search()))
    }
}

impl From<Spot> for Place {
    fn from(spot: Spot) -> Self {
        Self { found: OnceLock::from(spot), search: None }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spot().fmt(formatter)
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.spot() == other.spot()
    }
}

impl Eq for Place {}

/// Longest piece of a line that is kept: a data file pasted into a record must not fill the screen.
const LONGEST_LINE: usize = 400;

impl Location {
    /// A whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self::known(path, Spot::default())
    }

    /// A whole file or folder that the person named, or that need not be in the project: its path is seen from the
    /// folder in which the program was started.
    #[must_use]
    pub fn from_start(path: &Path) -> Self {
        Self { from_start: true, ..Self::file(slashed(path)) }
    }

    /// A spot of a file.
    pub fn known(path: impl Into<String>, spot: Spot) -> Self {
        Self { path: path.into(), from_start: false, place: spot.into() }
    }

    /// A spot of a file for which `search` looks, once it is asked for.
    pub fn sought(path: impl Into<String>, search: impl Fn() -> Spot + Send + Sync + 'static) -> Self {
        let place = Place { found: OnceLock::new(), search: Some(Arc::new(search)) };
        Self { path: path.into(), from_start: false, place }
    }

    /// The place of the bytes `range` of `text`, which is the content of the file `path`.
    pub fn in_text(path: impl Into<String>, text: &str, range: Range<usize>) -> Self {
        Self::known(path, Spot::in_text(text, range))
    }

    /// What stands there.
    #[must_use]
    pub fn spot(&self) -> &Spot {
        self.place.spot()
    }

    /// The line, from 1; 0 when the whole file is meant.
    #[must_use]
    pub fn line(&self) -> usize {
        self.spot().line
    }

    /// The column in characters, from 1; 0 when the whole file is meant.
    #[must_use]
    pub fn column(&self) -> usize {
        self.spot().column
    }

    /// The column after the last character that is meant; 0 when the whole file is meant.
    #[must_use]
    pub fn end_column(&self) -> usize {
        let spot = self.spot();
        let characters = spot.text.get(spot.highlight.clone()).map_or(0, |meant| meant.chars().count());
        if spot.line == 0 { 0 } else { spot.column + characters }
    }

    /// The path as seen from the folder in which the program was started. From there, `root` comes before paths of the
    /// project: it is empty or ends in `/`.
    pub(super) fn path_from_start(&self, root: &str) -> String {
        if self.from_start { self.path.trim_start_matches("./").to_owned() } else { format!("{root}{}", self.path) }
    }

    /// Puts what `show` makes of its line in the place of that, a character for a character.
    pub(super) fn show(&mut self, show: impl Fn(&Spot) -> String) {
        let spot = self.spot();
        let text = show(spot);
        let characters = |at: usize| spot.text.get(..at).map_or(0, |before| before.chars().count());
        let bytes = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        let highlight = bytes(characters(spot.highlight.start))..bytes(characters(spot.highlight.end));
        self.place = Spot { line: spot.line, column: spot.column, text, highlight }.into();
    }
}

impl Spot {
    /// The bytes `range` of `text`: see [`Spot::in_lines`].
    #[must_use]
    pub fn in_text(text: &str, range: Range<usize>) -> Self {
        Self::in_lines(text, &Lines::default(), range)
    }

    /// The bytes `range` of `text`, whose lines are known: for files in which many places are told.
    ///
    /// A range over several lines is cut at the end of its first; one that is not on character boundaries,
    /// or outside the text, is moved inward.
    #[must_use]
    pub fn in_lines(text: &str, lines: &Lines, range: Range<usize>) -> Self {
        let start = floor_boundary(text, range.start);
        let (line, column, line_start) = lines.place(text, start);
        // Of a very long line no more is looked at than is kept.
        let far = floor_boundary(text, start + 2 * LONGEST_LINE);
        let line_end = text[start..far].find('\n').map_or(far, |at| start + at);
        let shown = text[line_start..line_end].trim_end_matches('\r');
        let end = floor_boundary(text, range.end.max(start)).min(line_start + shown.len()).max(start);
        let (shown, cut) = around(shown, start - line_start);
        let highlight = (start - line_start - cut).min(shown.len())..(end - line_start - cut).min(shown.len());
        Self { line, column, text: shown.to_owned(), highlight }
    }

    /// The part of `line`, which is the line in other characters, that `text` is of it.
    pub(super) fn same_part(&self, line: &str) -> Option<String> {
        let before = self.text.get(..self.highlight.start)?.chars().count();
        let mark = usize::from(line.starts_with('\u{feff}'));
        let skipped = (self.column + mark).saturating_sub(before + 1);
        let count = self.text.chars().count();
        let part: String = line.chars().skip(skipped).take(count).collect();
        (part.chars().count() == count).then_some(part)
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// The part of a very long line that holds `at`, and how many bytes were cut before it.
fn around(line: &str, at: usize) -> (&str, usize) {
    if line.len() <= LONGEST_LINE {
        return (line, 0);
    }
    let from = line.floor_char_boundary(at.saturating_sub(LONGEST_LINE / 4));
    let to = line.floor_char_boundary((from + LONGEST_LINE).min(line.len()));
    (&line[from..to], from)
}

impl PartialOrd for Location {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Location {
    fn cmp(&self, other: &Self) -> Ordering {
        fn key(one: &Location) -> (usize, usize, usize) {
            let spot = one.spot();
            (spot.line, spot.column, spot.highlight.end)
        }
        // Most stand in different files.
        self.path.cmp(&other.path).then_with(|| key(self).cmp(&key(other)))
    }
}
