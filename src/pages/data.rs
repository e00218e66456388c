//! Open data: the links beside tables, and the page that lists a year's tables and says what their fields mean.

use super::frame::{Frame, Heading};
use super::{Links, Voice};
use crate::data::{self, About, Bilingual, Field, Format, Kind, ORGANISATIONS, TableId, YEARS, address};
use crate::model::{PageKey, Site, Year};
use serde::Serialize;
use std::collections::BTreeMap;

/// The links to one table's data.
#[derive(Debug, Clone, Serialize)]
pub struct DataLinks {
    /// What the table is called: links of one name to different files would be told apart by nobody.
    table: &'static str,
    csv: String,
    json: String,
}

impl DataLinks {
    fn new(be: u16, table: TableId, links: Links<'_>, voice: Voice<'_>) -> Self {
        Self {
            table: words(table.about().title, voice),
            csv: links.file(&address::table(be, table, Format::Csv)),
            json: links.file(&address::table(be, table, Format::Json)),
        }
    }

    /// The links to the table of a portal's organisations, from its front page or, with an address for `base`, from anywhere.
    pub fn organisations(base: &str, voice: Voice<'_>) -> Self {
        let at = |format| format!("{base}{}", address::organisations(format));
        Self { table: words(ORGANISATIONS.title, voice), csv: at(Format::Csv), json: at(Format::Json) }
    }
}

/// The data of the tables of all years, by the names of the tables.
pub fn beside_years(links: Links<'_>, voice: Voice<'_>) -> BTreeMap<&'static str, DataLinks> {
    let tables = std::iter::once(&YEARS).chain(TableId::OF_ALL_YEARS.map(TableId::about));
    let of = |about: &'static About| DataLinks {
        table: words(about.title, voice),
        csv: links.file(&address::of_years(about, Format::Csv)),
        json: links.file(&address::of_years(about, Format::Json)),
    };
    tables.map(|about| (about.name, of(about))).collect()
}

/// The data of the tables that stand on a page, by the names of the tables.
pub fn beside(year: &Year, links: Links<'_>, voice: Voice<'_>) -> BTreeMap<&'static str, DataLinks> {
    let tables: &[TableId] = match links.from().key() {
        PageKey::Home | PageKey::Year(_) => &[TableId::Measures, TableId::Scores],
        PageKey::Indicators(_) => &[TableId::Scores],
        PageKey::Indicator(..) => &[TableId::Measures, TableId::Scores, TableId::Oit],
        PageKey::Assessment(_) => &[TableId::Scores, TableId::Constraints],
        PageKey::Measures(_) | PageKey::Unit(..) => &[TableId::Measures],
        PageKey::Measure(..) => &[TableId::Actions],
        PageKey::OitList(_) => &[TableId::Oit],
        PageKey::Oit(..) => &[TableId::OitLinks],
        PageKey::Units(_) => &[TableId::Units],
        PageKey::Issues(_) => &[TableId::Issues],
        PageKey::Issue(..) => &[TableId::Findings, TableId::Measures],
        PageKey::Plan(_) => &[TableId::Plan],
        PageKey::Progress(_) => &[TableId::Progress],
        // The others show no table of one year.
        _ => &[],
    };
    let be = year.year.be();
    tables.iter().map(|table| (table.about().name, DataLinks::new(be, *table, links, voice))).collect()
}

/// A year's tables.
#[derive(Debug, Serialize)]
pub struct DataPage {
    frame: Frame,
    package: String,
    site: String,
    tables: Vec<TableView>,
}

#[derive(Debug, Serialize)]
struct TableView {
    id: &'static str,
    title: &'static str,
    note: &'static str,
    rows: String,
    links: DataLinks,
    fields: Vec<FieldView>,
}

#[derive(Debug, Serialize)]
struct FieldView {
    name: &'static str,
    kind: String,
    title: &'static str,
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

fn words(both: Bilingual, voice: Voice<'_>) -> &'static str {
    both.text(voice.language())
}
