//! The page of a year's open data: which tables there are, and what their fields mean.

use super::data_links::{DataLinks, words};
use super::frame::{Frame, Heading};
use super::{Links, Voice};
use crate::data::{self, Field, Kind, TableId, address};
use crate::model::{Site, Year};
use schemars::JsonSchema;
use serde::Serialize;

/// A year's tables.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DataPage {
    /// What every page has.
    frame: Frame,
    /// The file that describes the tables for machines.
    package: String,
    /// The file that describes the site for machines.
    site: String,
    /// The tables.
    tables: Vec<TableView>,
}

/// A table of open data.
#[derive(Debug, Serialize, JsonSchema)]
struct TableView {
    /// Its name in addresses.
    id: &'static str,
    /// Its title.
    title: &'static str,
    /// What it holds.
    note: &'static str,
    /// How many rows it has.
    rows: String,
    /// Its files.
    links: DataLinks,
    /// Its fields.
    fields: Vec<FieldView>,
}

/// A field of a table.
#[derive(Debug, Serialize, JsonSchema)]
struct FieldView {
    /// Its name.
    name: &'static str,
    /// What stands in it: a text, a number, a day.
    kind: String,
    /// Its title.
    title: &'static str,
    /// What it means, where its title does not tell.
    note: Option<&'static str>,
    /// Whether it is one of those that together name a row.
    is_key: bool,
}

/// A year's tables.
pub fn page(site: &Site, year: &Year, links: Links<'_>, voice: Voice<'_>) -> DataPage {
    let be = year.year.be();
    let heading = Heading { title: voice.word("open_data").to_owned(), ..Heading::default() };
    DataPage {
        frame: Frame::new(site, Some(year), links, voice, heading),
        package: links.file(&address::package(be)),
        site: links.file(address::SITE),
        tables: TableId::ALL.into_iter().map(|table| table_view(site, year, table, links, voice)).collect(),
    }
}

fn table_view(site: &Site, year: &Year, id: TableId, links: Links<'_>, voice: Voice<'_>) -> TableView {
    let table = data::of_year(site, year, id);
    let about = id.about();
    TableView {
        id: about.name,
        title: words(about.title, voice),
        note: words(about.note, voice),
        rows: voice.number(table.len()),
        links: DataLinks::new(year.year.be(), id, links, voice),
        fields: table.fields().iter().map(|field| field_view(field, about.key.contains(&field.name), voice)).collect(),
    }
}

fn field_view(field: &Field, is_key: bool, voice: Voice<'_>) -> FieldView {
    let kind = voice.word(match field.kind {
        Kind::Text => "kind_text",
        Kind::OneOf(_) => "kind_one_of",
        Kind::Integer => "kind_integer",
        Kind::Score => "kind_score",
        Kind::Boolean => "kind_boolean",
        Kind::Date => "kind_date",
        Kind::Names | Kind::Integers => "kind_list",
        Kind::Lines => "kind_lines",
    });
    FieldView {
        name: field.name,
        kind: match field.kind {
            Kind::OneOf(names) => format!("{kind} {}", names.join(", ")),
            _ => kind.to_owned(),
        },
        title: words(field.title, voice),
        note: field.note.map(|note| words(note, voice)),
        is_key,
    }
}
