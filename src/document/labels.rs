//! What the cells around a number say of it: the head of its column and the cell before it.

use std::collections::HashMap;

/// Longest label kept of a cell, in bytes: a head is a few words.
const LONGEST: usize = 120;

/// The labels of a table that is gone through row by row.
#[derive(Default)]
pub struct Labels {
    heads: HashMap<u32, String>,
    before: Option<(u32, u32, String)>,
}

impl Labels {
    /// The label of the cell with this text, which may itself become one.
    pub fn label(&mut self, row: u32, column: u32, text: &str) -> String {
        let digits = text.chars().filter(|char| char.is_numeric()).count();
        let words = text.chars().any(char::is_alphabetic);
        if words && digits < 5 && text.len() <= LONGEST {
            self.heads.insert(column, text.to_owned());
            self.before = Some((row, column, text.to_owned()));
            return String::new();
        }
        // Anything shorter is a count, of which nobody asks what it is.
        if digits < 8 {
            return String::new();
        }
        let before = self.before.as_ref().filter(|(at, col, _)| *at == row && col.checked_add(1) == Some(column));
        let parts = self.heads.get(&column).into_iter().chain(before.map(|(_, _, text)| text));
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}
