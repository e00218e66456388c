//! A table: its fields and its rows. A cell is worked out when its row is asked for.

use super::{About, Field, Value};
use std::fmt;

/// A field together with the way from a row's record to its value: neither can go astray without the other.
pub struct Column<'a, R> {
    field: Field,
    cell: fn(&R) -> Value<'a>,
}

impl<'a, R> Column<'a, R> {
    /// A column of the table.
    pub fn new(field: Field, cell: fn(&R) -> Value<'a>) -> Self {
        Self { field, cell }
    }
}

/// A table of open data.
pub struct Table<'a> {
    about: &'static About,
    fields: Vec<Field>,
    rows: Box<dyn Rows<'a> + Send + Sync + 'a>,
}

trait Rows<'a> {
    fn count(&self) -> usize;
    fn row(&self, at: usize) -> Vec<Value<'a>>;
}

struct Body<'a, R> {
    cells: Vec<fn(&R) -> Value<'a>>,
    records: Vec<R>,
}

impl<'a, R> Rows<'a> for Body<'a, R> {
    fn count(&self) -> usize {
        self.records.len()
    }

    fn row(&self, at: usize) -> Vec<Value<'a>> {
        self.cells.iter().map(|cell| cell(&self.records[at])).collect()
    }
}

struct Joined<'a>(Vec<Table<'a>>);

impl<'a> Rows<'a> for Joined<'a> {
    fn count(&self) -> usize {
        self.0.iter().map(Table::len).sum()
    }

    fn row(&self, at: usize) -> Vec<Value<'a>> {
        let mut before = 0;
        for table in &self.0 {
            if at < before + table.len() {
                return table.rows.row(at - before);
            }
            before += table.len();
        }
        Vec::new()
    }
}

impl<'a> Table<'a> {
    /// A table with a row for each of `records`, in their order.
    pub(super) fn new<R: Send + Sync + 'a>(
        about: &'static About,
        columns: Vec<Column<'a, R>>,
        records: impl IntoIterator<Item = R>,
    ) -> Self {
        let (fields, cells) = columns.into_iter().map(|column| (column.field, column.cell)).unzip();
        Self { about, fields, rows: Box::new(Body { cells, records: records.into_iter().collect() }) }
    }

    /// The rows of tables of the same kind one after the other; `None` of no table.
    pub(super) fn joined(tables: Vec<Self>) -> Option<Self> {
        let first = tables.first()?;
        let (about, fields) = (first.about, first.fields.clone());
        Some(Self { about, fields, rows: Box::new(Joined(tables)) })
    }

    /// What it is.
    #[must_use]
    pub fn about(&self) -> &'static About {
        self.about
    }

    /// Its fields, in order.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.count()
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its rows, each with as many values as there are fields.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Value<'a>>> + '_ {
        (0..self.len()).map(|at| self.rows.row(at))
    }
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("name", &self.about.name).field("rows", &self.len()).finish_non_exhaustive()
    }
}
