//! A table as CSV that opens right in a spreadsheet by a double click.
//!
//! RFC 4180: commas, CRLF after each record, quotation marks where they are needed. UTF-8 with a byte order mark,
//! without which Excel takes Thai for a Western code page.
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula: a Thai list item such as “- แจ้งเวียน”
//! becomes an error, and a text from elsewhere could run something (CWE-1236). Such a text is given an apostrophe
//! in front, as OWASP advises. So that it can be taken off again without a doubt, a text that begins with an
//! apostrophe gets one too: whoever reads the file with a program takes one leading apostrophe off every text, or
//! reads the JSON, in which nothing is added. Numbers and dates are never touched.

use super::{Field, Table, Value};
use ::csv::{Terminator, WriterBuilder};
use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// What a row takes, about: most have a sentence or two of Thai.
const ROW: usize = 512;

/// The table as a CSV file.
#[must_use]
pub fn csv(table: &Table<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity((table.len() + 1) * ROW);
    bytes.extend_from_slice(BYTE_ORDER_MARK);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    let _infallible = writer.write_record(table.fields().iter().map(|field| field.name));
    for row in table.rows() {
        for (field, value) in table.fields().iter().zip(&row) {
            let _infallible = writer.write_field(cell(field, value).as_bytes());
        }
        let _infallible = writer.write_record(None::<&[u8]>);
    }
    drop(writer);
    bytes
}

fn cell<'v>(field: &Field, value: &'v Value<'_>) -> Cow<'v, str> {
    let text = value.text(field.kind.separator().unwrap_or_default());
    match value {
        Value::Text(_) | Value::List(_) => guarded(text),
        Value::Missing | Value::Integer(_) | Value::Number(_) | Value::Boolean(_) | Value::Date(_) => text,
    }
}

/// The text with an apostrophe in front where a spreadsheet would not take it for a text, or where it has one.
fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    // The wide forms are what an East Asian keyboard writes; Excel takes them for the narrow ones.
    const GUARDED: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠'];
    if text.starts_with(GUARDED) { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::table::Column;
    use super::super::{About, Bilingual, Kind};
    use super::*;
    use proptest::prelude::*;

    static ABOUT: About =
        About {
            name: "texts", title: Bilingual::new("ก", "a"), note: Bilingual::new("ก", "a"), key: &[], refers: &[]
        };

    fn written(texts: &[String]) -> Vec<u8> {
        let columns = vec![
            Column::new(Field::new("text", Kind::Text, "ก", "a"), |text: &&String| Value::from(text.as_str())),
            Column::new(Field::new("list", Kind::Lines, "ก", "a"), |text| Value::list([text.as_str(), "ข"])),
            Column::new(Field::new("missing", Kind::Date, "ก", "a"), |_| Value::Missing),
        ];
        csv(&Table::new(&ABOUT, columns, texts))
    }

    #[test]
    fn texts_that_would_be_formulas_are_guarded_and_numbers_are_not() {
        let text = String::from_utf8(written(&["- ก".to_owned(), "ก - ข".to_owned()])).expect("UTF-8");
        let expected = "\u{feff}text,list,missing\r\n'- ก,\"'- ก\nข\",\r\nก - ข,\"ก - ข\nข\",\r\n";
        assert_eq!(text, expected);
        let negative = Field::new("number", Kind::Score, "ก", "a");
        assert_eq!(cell(&negative, &Value::Number(-1.5)), "-1.5");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(texts in prop::collection::vec("([-=+@'\"\t\r\n, a]|＝|ก|ำ|๑|\\PC){0,12}", 0..5)) {
            let bytes = written(&texts);
            let body = bytes.strip_prefix(BYTE_ORDER_MARK).expect("a byte order mark");
            let mut reader = ::csv::Reader::from_reader(body);
            let back: Vec<String> = reader
                .records()
                .map(|record| {
                    let record = record.expect("CSV");
                    prop_assert_eq!(record.len(), 3);
                    let cell = &record[0];
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
                    Ok(cell.strip_prefix('\'').unwrap_or(cell).to_owned())
                })
                .collect::<Result<_, _>>()?;
            prop_assert_eq!(back, texts);
        }
    }
}
