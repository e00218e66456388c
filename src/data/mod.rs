//! Open data: a site as typed tables, and what they look like as CSV, as JSON and in their description.
//!
//! A step after [`crate::model`]. Field names and addresses are stable and in English; what they mean is said in
//! Thai and in English ([`Field`]). It knows nothing of HTML, nor of where files are written.
//!
//! Every year has every table, even one without rows: addresses never come and go.

pub mod address;
mod catalogue;
mod csv;
mod field;
mod files;
mod json;
mod package;
mod site;
mod table;
mod tables;
mod value;

pub use address::Format;
pub use catalogue::{About, ORGANISATIONS, Reference, TableId, YEARS};
pub use csv::csv;
pub use field::{Bilingual, Field, Kind};
pub use files::{DataFile, FrontFile, files, front_files};
pub use json::json;
pub use package::{organisations_package, year_package, years_package};
pub use site::site;
pub use table::Table;
pub use tables::{of_all_years, of_portal, of_year, of_years};
pub use value::Value;
