//! CSV, in whatever encoding and with whatever sign between the fields Excel wrote it.

use super::labels::Labels;
use super::pieces::Pieces;
use super::plain::decode;
use super::{Place, Unreadable};
use csv::{ReaderBuilder, StringRecord};

/// Reads a CSV file, a piece for every field that is not empty.
pub fn read(bytes: &[u8], pieces: &mut Pieces) -> Result<(), Unreadable> {
    let text = decode(bytes);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(&text)).from_reader(text.as_bytes());
    let mut labels = Labels::default();
    let mut record = StringRecord::new();
    let mut place = Walk { text: &text, at: 0, line: 1, column: 1 };
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|error| Unreadable::Damaged(error.to_string()))? {
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        for (column, field) in (0..).zip(&record) {
            place.go_to(field, end);
            let label = labels.label(row, column, field);
            pieces.push(Place::Line { line: place.line, column: place.column }, field.to_owned(), label)?;
            place.go_by(place.at + field.len());
        }
        place.go_by(end);
        row += 1;
    }
    Ok(())
}

/// The sign that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// How many bytes may stand between two fields.
const NEAR: usize = 64;

/// Where in the text the fields stand: the reader tells of records only.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl Walk<'_> {
    /// To the next place before `end` where `field` stands. One that is written with doubled quotes in it is
    /// nowhere; the place of the one before it is near enough.
    fn go_to(&mut self, field: &str, end: usize) {
        // It is not far: behind a sign, a quote and spaces. Without that bound a row of such fields is read again for
        // each of them.
        let near = self.text.floor_char_boundary(end.min(self.at + 2 * field.len() + NEAR));
        let rest = self.text.get(self.at..near).unwrap_or_default();
        if let Some(found) = rest.find(field) {
            self.go_by(self.at + found);
        }
    }

    /// To byte `to`, unless it has gone by already.
    fn go_by(&mut self, to: usize) {
        let Some(passed) = self.text.get(self.at..to) else { return };
        for char in passed.chars() {
            if char == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = to;
    }
}
