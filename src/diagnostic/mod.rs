//! What went wrong, where, and what to write instead.
//!
//! A [`Diagnostic`] is a value: the steps collect them in [`Diagnostics`] and carry on, so that one run
//! tells an officer everything. It keeps the offending line with it, and knows nothing of where files come
//! from or what they mean. [`render`] turns it into text for a person, [`Format`] names the ways for programs.

mod collection;
mod format;
mod lines;
mod naming;
mod render;
mod rule;
mod sarif;
mod setting;

pub use collection::Diagnostics;
pub use format::Format;
pub use lines::Lines;
pub use render::{Style, render};
pub use rule::{Rule, Severity, rules};
pub use setting::{Rulebook, Setting, Settled};

use crate::memo::print;
use crate::unseen::spelt_out;
use std::borrow::Cow;
use std::cmp::Ordering;

/// A sentence in the two languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Thai.
    pub th: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Message {
    /// A message of one line from its two wordings. What an officer wrote may stand in them, whatever it holds: nothing
    /// in a message acts on a terminal, and of what fills a screen the middle is left out.
    pub fn new(th: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        let one_line = |words| match words {
            // The program's own words, as they are.
            Cow::Borrowed(words) => Cow::Borrowed(words),
            Cow::Owned(words) => {
                let mut words = shortened(spelt_out(words));
                // There may be very many.
                words.shrink_to_fit();
                Cow::Owned(words)
            }
        };
        Self { th: one_line(th.into()), en: one_line(en.into()) }
    }

    /// The wording in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Thai => &self.th,
            Language::English => &self.en,
        }
    }
}

/// Longest message, in bytes, and how much is kept of each end of a longer one.
const LONGEST_MESSAGE: usize = 2000;
const KEPT: usize = 600;

fn shortened(message: String) -> String {
    if message.len() <= LONGEST_MESSAGE {
        return message;
    }
    let (start, end) = (message.floor_char_boundary(KEPT), message.ceil_char_boundary(message.len() - KEPT));
    format!("{} … {}", &message[..start], &message[end..])
}

/// A language of the program's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Language {
    /// ไทย, the default: it is the officer's.
    #[default]
    Thai,
    /// English.
    English,
}

impl Language {
    /// The language tag used in HTML and on the command line: `th` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Thai => "th",
            Self::English => "en",
        }
    }
}

/// A place in a file, together with the line that stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file, as the person would name it, with `/` between folders.
    pub path: String,
    /// The line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// The column in characters, from 1; 0 when the whole file is meant.
    pub column: usize,
    /// The line as it stands, without its line break.
    pub text: String,
    /// The bytes of `text` that are meant.
    pub highlight: std::ops::Range<usize>,
    /// Whether the path is seen from the folder in which the program was started, and not from the project's.
    pub from_start: bool,
}

/// Longest piece of a line that is kept: a data file pasted into a record must not fill the screen.
const LONGEST_LINE: usize = 400;

impl Location {
    /// A whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: 0, column: 0, text: String::new(), highlight: 0..0, from_start: false }
    }

    /// A whole file or folder that the person named, or that need not be in the project: its path is seen from the
    /// folder in which the program was started.
    #[must_use]
    pub fn from_start(path: &std::path::Path) -> Self {
        Self { from_start: true, ..Self::file(path.display().to_string()) }
    }

    /// The path as seen from the folder in which the program was started. From there, `root` comes before paths of the
    /// project: it is empty or ends in `/`.
    fn path_from_start(&self, root: &str) -> String {
        if self.from_start { self.path.trim_start_matches("./").to_owned() } else { format!("{root}{}", self.path) }
    }

    /// The column after the last character that is meant; 0 when the whole file is meant.
    #[must_use]
    pub fn end_column(&self) -> usize {
        let characters = self.text.get(self.highlight.clone()).map_or(0, |meant| meant.chars().count());
        if self.line == 0 { 0 } else { self.column + characters }
    }

    /// The part of `line`, which is the line in other characters, that `text` is of it.
    fn same_part(&self, line: &str) -> Option<String> {
        let before = self.text.get(..self.highlight.start)?.chars().count();
        let mark = usize::from(line.starts_with('\u{feff}'));
        let skipped = (self.column + mark).saturating_sub(before + 1);
        let count = self.text.chars().count();
        let part: String = line.chars().skip(skipped).take(count).collect();
        (part.chars().count() == count).then_some(part)
    }

    /// Puts another text in the place of the line, a character for a character.
    fn show(&mut self, text: String) {
        let characters = |at: usize| self.text.get(..at).map_or(0, |before| before.chars().count());
        let bytes = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        self.highlight = bytes(characters(self.highlight.start))..bytes(characters(self.highlight.end));
        self.text = text;
    }

    /// The place of the bytes `range` of `text`, which is the content of the file `path`.
    ///
    /// A range over several lines is cut at the end of its first; one that is not on character boundaries,
    /// or outside the text, is moved inward.
    pub fn in_text(path: impl Into<String>, text: &str, range: std::ops::Range<usize>) -> Self {
        Self::in_lines(path, text, &Lines::default(), range)
    }

    /// The same in a text whose lines are known: for files in which many places are told.
    pub fn in_lines(path: impl Into<String>, text: &str, lines: &Lines, range: std::ops::Range<usize>) -> Self {
        let start = floor_boundary(text, range.start);
        let (line, column, line_start) = lines.place(text, start);
        // Of a very long line no more is looked at than is kept.
        let far = floor_boundary(text, start + 2 * LONGEST_LINE);
        let line_end = text[start..far].find('\n').map_or(far, |at| start + at);
        let shown = text[line_start..line_end].trim_end_matches('\r');
        let end = floor_boundary(text, range.end.max(start)).min(line_start + shown.len()).max(start);
        let (shown, cut) = around(shown, start - line_start);
        let highlight = (start - line_start - cut).min(shown.len())..(end - line_start - cut).min(shown.len());
        Self { path: path.into(), line, column, text: shown.to_owned(), highlight, from_start: false }
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

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule it breaks.
    pub rule: &'static Rule,
    /// How bad that is here: as the rule says, unless the site says otherwise.
    pub severity: Severity,
    /// Where.
    pub location: Location,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// Of what it is that stands outside of the content, by its path in the published folder or in the project:
    /// settings of sites name it so.
    pub outside: Option<String>,
}

impl Diagnostic {
    /// A problem with no advice yet.
    #[must_use]
    pub fn new(rule: &'static Rule, location: Location, message: Message) -> Self {
        Self { rule, severity: rule.severity, location, message, help: None, outside: None }
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, th: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(Message::new(th, en));
        self
    }

    fn print(&self) -> u64 {
        let at = &self.location;
        print(&(self.rule.code, &at.path, at.line, at.column, &self.message.en))
    }

    /// The same about what stands outside of the content, at this path of the published folder or the project.
    #[must_use]
    pub fn outside(mut self, path: impl Into<String>) -> Self {
        self.outside = Some(path.into());
        self
    }
}

impl PartialOrd for Location {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Location {
    fn cmp(&self, other: &Self) -> Ordering {
        fn key(one: &Location) -> (&str, usize, usize, usize) {
            (&one.path, one.line, one.column, one.highlight.end)
        }
        key(self).cmp(&key(other))
    }
}
