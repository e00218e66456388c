//! The formats of files, by the ending of their names, and what reads each.

use super::pieces::Pieces;
use super::{Document, Unreadable, delimited, ods, odt, pdf, plain, rich, slides, word, xlsx};
use std::path::Path;
use std::time::Instant;

/// A format that holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Word,
    Xlsx,
    Slides,
    Ods,
    Odt,
    Delimited,
    Plain,
    Rich,
    Old,
    Unknown,
}

impl Format {
    /// The format of a file with this name; `None` for pictures and the like, in which no text is kept.
    pub fn of(path: &Path) -> Option<Self> {
        Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "pdf" => Self::Pdf,
            "docx" | "docm" | "dotx" | "dotm" => Self::Word,
            "xlsx" | "xlsm" | "xltx" | "xltm" => Self::Xlsx,
            "pptx" | "pptm" | "ppsx" | "ppsm" | "potx" | "potm" => Self::Slides,
            "ods" | "ots" => Self::Ods,
            "odt" | "ott" | "odp" | "otp" | "odg" => Self::Odt,
            "csv" | "tsv" => Self::Delimited,
            "txt" | "log" | "md" | "json" | "geojson" | "xml" | "html" | "htm" => Self::Plain,
            "rtf" => Self::Rich,
            "doc" | "dot" | "xls" | "xlt" | "ppt" | "pps" | "pot" => Self::Old,
            "zip" | "rar" | "7z" | "tar" | "gz" | "tgz" | "bz2" | "xz" | "xlsb" | "epub" | "mobi" | "msg" | "eml"
            | "mht" | "mhtml" | "pst" | "mdb" | "accdb" | "dbf" | "sqlite" | "db" | "sql" | "pub" | "vsd" | "vsdx"
            | "one" | "xps" | "oxps" | "pages" | "numbers" | "key" | "wps" | "wpd" | "parquet" => Self::Unknown,
            _ => return None,
        })
    }

    /// Why files of this format are not even opened.
    pub fn refused(self) -> Option<Unreadable> {
        match self {
            Self::Old => Some(Unreadable::OldFormat),
            Self::Unknown => Some(Unreadable::UnknownFormat),
            _ => None,
        }
    }

    /// Reads a file as far as it can be read, and no longer than `until`.
    pub fn read(self, bytes: Vec<u8>, until: Instant) -> Result<Document, Unreadable> {
        let mut pieces = Pieces::until(until);
        let outcome = match self {
            Self::Pdf => pdf::read(bytes, &mut pieces),
            Self::Word => word::read(bytes, &mut pieces),
            Self::Xlsx => xlsx::read(bytes, &mut pieces),
            Self::Slides => slides::read(bytes, &mut pieces),
            Self::Ods => ods::read(bytes, &mut pieces),
            Self::Odt => odt::read(bytes, &mut pieces),
            Self::Delimited => delimited::read(&bytes, &mut pieces),
            Self::Plain => plain::read(&bytes, &mut pieces),
            Self::Rich => rich::read(&bytes, &mut pieces),
            Self::Old => Err(Unreadable::OldFormat),
            Self::Unknown => Err(Unreadable::UnknownFormat),
        };
        pieces.document(outcome)
    }
}
