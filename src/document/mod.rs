//! The text of office files, each piece with the place where it stands: PDF, Word, Excel, the sheets of
//! `OpenDocument`, CSV, RTF and plain text.
//!
//! It knows formats of files and nothing of sites, rules, or what a text may say. Files come from anywhere, so
//! everything is bounded: what is read of a file, what is unpacked of it, how much text is kept, how long it
//! may take. A library that panics or never comes back spoils its own file and no other.

mod delimited;
mod filters;
mod guard;
mod labels;
mod ods;
mod package;
mod pdf;
mod plain;
mod remarks;
mod rich;
mod streams;
mod word;
mod xlsx;

#[cfg(test)]
mod tests;

use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Largest file that is looked into, in bytes.
const LARGEST_FILE: u64 = 64 << 20;
/// Most bytes of text that are kept of one file.
const MOST_TEXT: usize = 64 << 20;
/// Most pieces that are kept of one file: cells, mostly.
const MOST_PIECES: usize = 2_000_000;
/// Longest time for one file. The largest books take a second; what takes this long never ends.
const LONGEST: Duration = Duration::from_mins(1);

/// What was read of a file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its texts, in the order in which they stand in the file.
    pub pieces: Vec<Piece>,
    /// How many pages a PDF has; 0 for all else.
    pub pages: usize,
    /// The pages of a PDF, from 1, that show something but give no text: scans.
    pub textless: Vec<usize>,
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
    /// A paragraph of a Word file.
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
    /// A place in a text file: where the piece begins.
    Line {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
    },
}

/// A part of a Word file.
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
}

/// The formats, by the ending of a file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Pdf,
    Word,
    Xlsx,
    Ods,
    Delimited,
    Plain,
    Rich,
    Old,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "pdf" => Self::Pdf,
            "docx" | "docm" => Self::Word,
            "xlsx" | "xlsm" => Self::Xlsx,
            "ods" => Self::Ods,
            "csv" | "tsv" => Self::Delimited,
            "txt" | "log" | "md" | "json" | "geojson" | "xml" => Self::Plain,
            "rtf" => Self::Rich,
            "doc" | "xls" => Self::Old,
            _ => return None,
        })
    }

    fn read(self, bytes: Vec<u8>) -> Result<Document, Unreadable> {
        match self {
            Self::Pdf => pdf::read(bytes),
            Self::Word => word::read(bytes),
            Self::Xlsx => xlsx::read(bytes),
            Self::Ods => ods::read(bytes),
            Self::Delimited => delimited::read(&bytes),
            Self::Plain => plain::read(&bytes),
            Self::Rich => rich::read(&bytes),
            Self::Old => Err(Unreadable::OldFormat),
        }
    }
}

/// Reads the text of the file at `path`; `None` where its name is not that of a document.
///
/// The work is done on a thread of its own. One that never ends is left behind; it does not keep the program
/// from ending.
#[must_use]
pub fn read(path: &Path) -> Option<Result<Document, Unreadable>> {
    let format = Format::of(path)?;
    if format == Format::Old {
        return Some(Err(Unreadable::OldFormat));
    }
    Some(bytes(path).and_then(|bytes| guard::within(LONGEST, move || format.read(bytes))))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let damaged = |error: std::io::Error| Unreadable::Damaged(error.to_string());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(damaged)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() as u64 > LARGEST_FILE { Err(Unreadable::TooLarge) } else { Ok(bytes) }
}

/// Pieces on their way into a document, counted so that no file fills the memory.
#[derive(Default)]
struct Pieces {
    all: Vec<Piece>,
    text: usize,
}

impl Pieces {
    /// Adds a text, unless it is blank.
    fn push(&mut self, place: Place, text: String, label: String) -> Result<(), Unreadable> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.text += text.len() + label.len();
        if self.text > MOST_TEXT || self.all.len() >= MOST_PIECES {
            return Err(Unreadable::TooLarge);
        }
        self.all.push(Piece { place, text, label });
        Ok(())
    }

    fn document(self) -> Document {
        Document { pieces: self.all, ..Document::default() }
    }
}
