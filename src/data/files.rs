//! The files of open data: each has an address, and is made only when somebody asks for it.

use super::address::{self, Format};
use super::catalogue::{TableId, YEARS};
use super::{csv, json, organisations_package, site, tables, year_package, years_package};
use crate::model::{Portal, Site, Year};
use crate::record::PartRecord;

/// A file of a site's open data.
#[derive(Debug, Clone, Copy)]
pub struct DataFile<'a> {
    site: &'a Site,
    holds: Holds<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Holds<'a> {
    Site,
    Years(Format),
    AllYears(TableId, Format),
    YearsPackage,
    Package(&'a Year),
    Table(&'a Year, TableId, Format),
}

impl DataFile<'_> {
    /// Whose it is.
    #[must_use]
    pub fn site(&self) -> &Site {
        self.site
    }

    /// Where it stands within its site.
    #[must_use]
    pub fn address(&self) -> String {
        match self.holds {
            Holds::Site => address::SITE.to_owned(),
            Holds::Years(format) => address::of_years(&YEARS, format),
            Holds::AllYears(table, format) => address::of_years(table.about(), format),
            Holds::YearsPackage => address::YEARS_PACKAGE.to_owned(),
            Holds::Package(year) => address::package(year.year.be()),
            Holds::Table(year, table, format) => address::table(year.year.be(), table, format),
        }
    }

    /// What is in it.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match self.holds {
            Holds::Site => site(self.site),
            Holds::Years(format) => in_format(&tables::of_years(self.site), format),
            Holds::AllYears(table, format) => {
                tables::of_all_years(self.site, table).map(|table| in_format(&table, format)).unwrap_or_default()
            }
            Holds::YearsPackage => years_package(self.site),
            Holds::Package(year) => year_package(self.site, year),
            Holds::Table(year, table, format) => in_format(&tables::of_year(self.site, year, table), format),
        }
    }
}

/// The open data of a site, largest tables among them: fit to be made in parallel. None where the site leaves them out.
#[must_use]
pub fn files(site: &Site) -> Vec<DataFile<'_>> {
    if !site.settings.has(PartRecord::Data) {
        return Vec::new();
    }
    let years = site.years.iter().flat_map(|year| {
        let tables = TableId::ALL
            .into_iter()
            .flat_map(move |table| Format::ALL.into_iter().map(move |format| Holds::Table(year, table, format)));
        tables.chain([Holds::Package(year)])
    });
    let of_all = TableId::OF_ALL_YEARS
        .into_iter()
        .flat_map(|table| Format::ALL.into_iter().map(move |format| Holds::AllYears(table, format)));
    // A site without a year has nothing to tell of one.
    let together = Format::ALL.into_iter().map(Holds::Years).chain(of_all).chain([Holds::YearsPackage]);
    let together = together.filter(|_| !site.years.is_empty());
    [Holds::Site].into_iter().chain(together).chain(years).map(|holds| DataFile { site, holds }).collect()
}

/// A file of a portal's open data.
#[derive(Debug, Clone, Copy)]
pub struct FrontFile<'a> {
    portal: &'a Portal,
    /// The form of the table; `None` for the description beside it.
    format: Option<Format>,
}

impl FrontFile<'_> {
    /// Where it stands within the portal.
    #[must_use]
    pub fn address(&self) -> String {
        self.format.map_or_else(|| address::ORGANISATIONS_PACKAGE.to_owned(), address::organisations)
    }

    /// What is in it.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match self.format {
            Some(format) => in_format(&tables::of_portal(self.portal), format),
            None => organisations_package(self.portal),
        }
    }
}

/// The open data of a portal's front page. None where all sites leave theirs out.
#[must_use]
pub fn front_files(portal: &Portal) -> Vec<FrontFile<'_>> {
    let formats = Format::ALL.into_iter().map(Some).chain([None]);
    formats.filter(|_| portal.has(PartRecord::Data)).map(|format| FrontFile { portal, format }).collect()
}

fn in_format(table: &super::Table<'_>, format: Format) -> Vec<u8> {
    match format {
        Format::Csv => csv(table),
        Format::Json => json(table),
    }
}
