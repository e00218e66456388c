//! Sheets of `OpenDocument`: every cell with something in it, and the remarks at cells.
//!
//! The library that reads Excel would read these too, but lays out every repeated cell in memory, and a small file
//! may repeat one a thousand million times. Here a repeated cell is told once, at the first place where it stands.

use super::labels::Labels;
use super::package::{Package, Xml, attribute, walk};
use super::pieces::Pieces;
use super::{Place, Unreadable, properties};
use quick_xml::events::BytesStart;
use std::sync::Arc;

/// Reads an `.ods`.
pub fn read(bytes: Vec<u8>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let mut package = Package::open_unlocked(bytes)?;
    properties::read(&mut package, pieces)?;
    let xml = package.text("content.xml")?;
    let mut sheets = Sheets::of(pieces);
    walk(&xml, |event| sheets.see(&event))
}

struct Sheets<'p> {
    pieces: &'p mut Pieces,
    labels: Labels,
    sheet: Arc<str>,
    /// Where the next row and the next cell stand, from 0.
    row: u32,
    column: u32,
    /// How often the open row and the open cell are repeated.
    rows: u32,
    columns: u32,
    cell: Option<String>,
    /// The number behind what the cell shows.
    value: Option<String>,
    /// The remark at the open cell, while it is open.
    remark: Option<String>,
}

impl<'p> Sheets<'p> {
    fn of(pieces: &'p mut Pieces) -> Self {
        Self {
            pieces,
            labels: Labels::default(),
            sheet: Arc::from(""),
            row: 0,
            column: 0,
            rows: 1,
            columns: 1,
            cell: None,
            value: None,
            remark: None,
        }
    }

    fn see(&mut self, event: &Xml<'_>) -> Result<(), Unreadable> {
        match event {
            Xml::Start("table", start) => {
                self.sheet = Arc::from(attribute(start, "name").unwrap_or_default());
                self.labels = Labels::default();
                (self.row, self.column) = (0, 0);
            }
            Xml::Start("table-row", start) => {
                self.column = 0;
                self.rows = repeated(start, "number-rows-repeated");
            }
            Xml::End("table-row") => self.row = self.row.saturating_add(self.rows),
            Xml::Start("table-cell" | "covered-table-cell", start) => {
                self.columns = repeated(start, "number-columns-repeated");
                self.value = attribute(start, "value");
                self.cell = Some(String::new());
            }
            Xml::End("table-cell" | "covered-table-cell") => return self.end_cell(),
            Xml::Start("annotation", _) => self.remark = Some(String::new()),
            Xml::End("annotation") => {
                let remark = self.remark.take().unwrap_or_default();
                return self.pieces.push(self.place(), remark.trim_end().to_owned(), String::new());
            }
            Xml::End("p") => self.add("\n"),
            Xml::Start("s", _) => self.add(" "),
            Xml::Start("tab", _) => self.add("\t"),
            Xml::Text(text) => self.add(text),
            Xml::Start(..) | Xml::End(_) => {}
        }
        Ok(())
    }

    fn add(&mut self, text: &str) {
        if let Some(open) = self.remark.as_mut().or(self.cell.as_mut()) {
            open.push_str(text);
        }
    }

    fn place(&self) -> Place {
        Place::Cell { sheet: Arc::clone(&self.sheet), row: self.row, column: self.column }
    }

    fn end_cell(&mut self) -> Result<(), Unreadable> {
        let shown = self.cell.take().unwrap_or_default();
        // A number is shown rounded where its column is narrow.
        let text = self.value.take().unwrap_or_else(|| shown.trim_end().to_owned());
        let label = self.labels.label(self.row, self.column, &text);
        let place = self.place();
        self.column = self.column.saturating_add(self.columns);
        self.pieces.push(place, text, label)
    }
}

fn repeated(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}
