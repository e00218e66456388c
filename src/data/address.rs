//! Where the data stand: the one place that knows, for those who write them and those who link to them.

use super::catalogue::{About, ORGANISATIONS, TableId};

/// The form in which a table is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets: [`super::csv`].
    Csv,
    /// For programs: [`super::json`].
    Json,
}

impl Format {
    /// Both, in the order in which they are named.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Json];

    /// The ending of the file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// What a site tells about itself, within the site.
pub const SITE: &str = "data/site.json";
/// The description of the tables of all years, within the site.
pub const YEARS_PACKAGE: &str = "data/datapackage.json";
/// The description of the portal's table, within the portal.
pub const ORGANISATIONS_PACKAGE: &str = "data/datapackage.json";

/// A table of a year (Buddhist Era), within its site.
#[must_use]
pub fn table(year: u16, table: TableId, format: Format) -> String {
    format!("{year}/data/{}", file(table.about().name, format))
}

/// A table of all years, within its site.
#[must_use]
pub fn of_years(about: &About, format: Format) -> String {
    format!("data/{}", file(about.name, format))
}

/// The description of a year's tables, within its site.
#[must_use]
pub fn package(year: u16) -> String {
    format!("{year}/data/datapackage.json")
}

/// The table of a portal's organisations, within the portal.
#[must_use]
pub fn organisations(format: Format) -> String {
    format!("data/{}", file(ORGANISATIONS.name, format))
}

/// The name of a table's file, as seen from the description beside it.
pub(super) fn file(name: &str, format: Format) -> String {
    format!("{name}.{}", format.ending())
}
