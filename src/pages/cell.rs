//! A cell of an official table. What it says, and which of its cells a table has, is not known here.

use crate::theme::Finished;
use schemars::JsonSchema;
use serde::Serialize;

/// Which part of a spanning cell a cell is on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// In the first row.
    First,
    /// In a row between.
    Middle,
    /// In the last row.
    Last,
}

/// A cell, with what it says line by line.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Cell {
    /// The column that it stands in.
    pub column: &'static str,
    /// How many rows it spans.
    pub span: usize,
    /// Its part of a spanning cell on paper: see [`super::paper`].
    pub part: Option<Part>,
    /// What it says, line by line.
    pub lines: Vec<Line>,
}

/// A line of a cell.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Line {
    /// The number before the text.
    pub number: Option<String>,
    /// The text.
    pub text: Finished<String>,
    /// Whether it stands below the line before it.
    pub inner: bool,
    /// Whether it only says, on paper, which measure goes on here.
    pub continued: bool,
}

impl Line {
    /// A text by itself.
    pub fn plain(text: &str) -> Self {
        Self { number: None, text: text.into(), inner: false, continued: false }
    }
}
