//! The text of office files, each piece with the place where it stands: PDF, Word, Excel, `PowerPoint`,
//! `OpenDocument`, CSV, RTF and plain text.
//!
//! It knows formats of files and nothing of sites, rules, or what a text may say. Files come from anywhere, so
//! everything is bounded: what is read of a file, what is unpacked of it, how much text is kept, how long it
//! may take. What was read until then is kept, and it is told that there is more. A library that panics or never
//! comes back spoils its own file and no other.

mod annotations;
mod beside;
mod delimited;
mod filters;
mod format;
mod guard;
mod labels;
mod ods;
mod odt;
mod package;
mod paragraphs;
mod pdf;
mod pieces;
mod plain;
mod properties;
mod remarks;
mod rich;
mod slides;
mod streams;
mod word;
mod xlsx;

#[cfg(test)]
mod tests;

pub use guard::within;

use format::Format;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Largest file that is looked into, in bytes.
const LARGEST_FILE: u64 = 64 << 20;
/// Longest time for one file. The largest books take a second.
const LONGEST: Duration = Duration::from_secs(30);
/// How long a reader is waited for that does not look at the clock itself: what takes this long never ends.
const PATIENCE: Duration = Duration::from_secs(45);

/// What was read of a file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its texts, in the order in which they stand in the file.
    pub pieces: Vec<Piece>,
    /// How many pages a PDF has; 0 for all else.
    pub pages: usize,
    /// The pages of a PDF, from 1, that show something but give no text: scans.
    pub textless: Vec<usize>,
    /// Why the rest was not read, where this is a part of the file only.
    pub unread: Option<Unreadable>,
}

/// A piece of text and where it stands. The text is raw: as the file has it, marks and spaces included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub text: String,
    /// What the head of the column and the cell before say of a number in a table; mostly empty.
    pub label: String,
}

/// A place in a file, as a person would look it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A page of a PDF, from 1.
    Page(usize),
    /// A paragraph of a Word or `OpenDocument` text.
    Paragraph {
        /// The part that it is in.
        part: Part,
        /// Its number within that part, from 1, in the order of the file.
        number: usize,
        /// Whether it stands in a table.
        in_table: bool,
    },
    /// A cell of a sheet.
    Cell {
        /// The sheet's name.
        sheet: Arc<str>,
        /// The cell's row, from 0.
        row: u32,
        /// The cell's column, from 0.
        column: u32,
    },
    /// The pictures, text boxes and shapes that lie over a sheet of this name.
    Drawing(Arc<str>),
    /// The head or the foot of the pages on which a sheet of this name is printed.
    Margin(Arc<str>),
    /// What the pivot tables of a book keep of the cells that they were made of.
    Pivot,
    /// A slide, from 1, with its notes.
    Slide(usize),
    /// A note or a field of a form that is put onto a page of a PDF, from 1.
    Annotation(usize),
    /// What a file says of itself: its title, its subject.
    Properties,
    /// A place in a text file: where the piece begins.
    Line {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
    },
}

/// A part of a text with paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The text itself.
    Body,
    /// The head of the pages.
    Header,
    /// The foot of the pages.
    Footer,
    /// Remarks in the margin.
    Comments,
    /// Notes at the foot of a page or at the end.
    Notes,
    /// What is said of pictures to those who do not see them.
    Pictures,
}

/// The name of a cell as sheets show it: `B12` for row 11, column 1.
#[must_use]
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

/// Why a file could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It, or what it unpacks to, is larger than any evidence.
    #[error("it is too large")]
    TooLarge,
    /// It is not what its name says, or not whole; in the words of the library that read it.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// It opens with a password only.
    #[error("it is locked with a password")]
    Locked,
    /// Reading it did not come to an end.
    #[error("reading it took too long")]
    TooSlow,
    /// It is of a format that Office gave up in 2007.
    #[error("its format is too old")]
    OldFormat,
    /// It holds text, or other files, in a format that nothing here reads.
    #[error("its format is not one that can be read here")]
    UnknownFormat,
}

/// Reads the text of the file at `path`; `None` where its name is not that of a document.
///
/// The work is done on a thread of its own. One that never ends is left behind; it does not keep the program
/// from ending.
#[must_use]
pub fn read(path: &Path) -> Option<Result<Document, Unreadable>> {
    let format = Format::of(path)?;
    if let Some(why) = format.refused() {
        return Some(Err(why));
    }
    Some(bytes(path).and_then(|bytes| within(PATIENCE, move || format.read(bytes, Instant::now() + LONGEST))))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let damaged = |error: std::io::Error| Unreadable::Damaged(error.to_string());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(damaged)?;
    if file.metadata().map_err(damaged)?.len() > LARGEST_FILE {
        return Err(Unreadable::TooLarge);
    }
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() as u64 > LARGEST_FILE { Err(Unreadable::TooLarge) } else { Ok(bytes) }
}
