//! What the cells around a number say of it: the head of its column and the cells before it.

use std::collections::HashMap;

/// Longest label kept of a cell, in bytes: a head is a few words.
const LONGEST: usize = 120;

/// The labels of a table that is gone through row by row.
#[derive(Default)]
pub struct Labels {
    heads: HashMap<u32, String>,
    before: Option<(u32, u32, String)>,
    /// The words of a row so far.
    words: (u32, String),
}

impl Labels {
    /// The label of the cell with this text, which may itself become one.
    pub fn label(&mut self, row: u32, column: u32, text: &str) -> String {
        let digits = text.chars().filter(|char| char.is_numeric()).count();
        let words = text.chars().any(char::is_alphabetic);
        let label = if words && digits > 0 { self.in_row(row, column) } else { String::new() };
        if words && digits < 5 && text.len() <= LONGEST {
            self.add(row, column, text, digits > 0);
        } else if !words && digits >= 8 {
            return self.beside(row, column);
        }
        // Anything shorter is a count, of which nobody asks what it is.
        label
    }

    /// Takes a text for a head, unless it has numbers and stands below one: then it is what the head speaks of.
    fn add(&mut self, row: u32, column: u32, text: &str, numbered: bool) {
        self.before = Some((row, column, text.to_owned()));
        if !numbered {
            if self.words.0 != row {
                self.words = (row, String::new());
            }
            if self.words.1.len() <= LONGEST {
                self.words.1.push(' ');
                self.words.1.push_str(text);
            }
        }
        if !numbered || !self.heads.contains_key(&column) {
            self.heads.insert(column, text.to_owned());
        }
    }

    /// The head of the column and the words before in the row.
    fn in_row(&self, row: u32, column: u32) -> String {
        let head = self.heads.get(&column).map(String::as_str).unwrap_or_default();
        let words = if self.words.0 == row { self.words.1.as_str() } else { "" };
        format!("{head}{words}")
    }

    /// The head of the column and the cell before.
    fn beside(&self, row: u32, column: u32) -> String {
        let before = self.before.as_ref().filter(|(at, col, _)| *at == row && col.checked_add(1) == Some(column));
        let parts = self.heads.get(&column).into_iter().chain(before.map(|(_, _, text)| text));
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}
