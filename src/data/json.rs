//! A table as JSON: an array of objects, one a line, with the same field names as the CSV and in the same order.
//!
//! What is missing is `null`; a list is an array. UTF-8 without a byte order mark, as RFC 8259 wants it.

use super::{Field, Table, Value};
use serde::{Serialize, Serializer};

/// What a row takes, about: the names of its fields and a sentence or two of Thai.
const ROW: usize = 768;

/// The table as a JSON file.
#[must_use]
pub fn json(table: &Table<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity((table.len() + 1) * ROW);
    bytes.push(b'[');
    for (at, values) in table.rows().enumerate() {
        bytes.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        let _infallible = serde_json::to_writer(&mut bytes, &Row { fields: table.fields(), values: &values });
    }
    bytes.extend_from_slice(b"\n]\n");
    bytes
}

struct Row<'r> {
    fields: &'r [Field],
    values: &'r [Value<'r>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields.iter().map(|field| field.name).zip(self.values))
    }
}
