//! Excel files: every cell with something in it, of hidden sheets too, and what stands beside them.

use super::labels::Labels;
use super::package::Package;
use super::pieces::Pieces;
use super::{Place, Unreadable, beside, properties};
use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError};
use std::io::Cursor;
use std::sync::Arc;

/// The part with the texts that cells share, and the most elements that it may have: the library keeps all of them.
const SHARED: &str = "xl/sharedStrings.xml";
const MOST_SHARED: usize = 4_000_000;

/// Reads an `.xlsx`. Cells are taken one by one as the file has them: a sheet that claims to be as large as can be
/// costs nothing.
pub fn read(bytes: Vec<u8>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes)?;
    properties::read(&mut package, pieces)?;
    beside::read(&mut package, pieces)?;
    let shared = package.names().iter().any(|name| name == SHARED);
    if shared && package.text(SHARED)?.bytes().filter(|byte| *byte == b'<').count() > MOST_SHARED {
        return Err(Unreadable::TooLarge);
    }
    let bytes = package.harmless()?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let all = book.sheets_metadata().iter();
    let sheets: Vec<String> =
        all.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect();
    for name in sheets {
        let sheet: Arc<str> = Arc::from(name.as_str());
        let mut labels = Labels::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| damaged(&error))?;
        while let Some(cell) = cells.next_cell().map_err(|error| damaged(&error))? {
            let (row, column) = cell.get_position();
            let text = shown(cell.get_value());
            let label = labels.label(row, column, &text);
            pieces.push(Place::Cell { sheet: Arc::clone(&sheet), row, column }, text, label)?;
        }
    }
    Ok(())
}

/// A value as text. A number stands in full: 1234567890121 rather than the 1.23457E+12 that a narrow column shows.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // Dates, truths and errors are nobody's number.
        DataRef::Bool(_) | DataRef::DateTime(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn damaged(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Locked,
        other => Unreadable::Damaged(other.to_string()),
    }
}
