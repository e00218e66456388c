//! What an officer writes: one type per kind of record, with the fields of the content format.
//!
//! The types are read with serde; the same types give the JSON Schema by which a record is checked field by
//! field (see [`crate::read`]), and by which an editor explains it (see [`crate::schema`]): the doc comment of a field
//! is its description in English, `title` its name on the official forms, `x-th` the description in Thai. Values are as written: nothing here knows what a code, a date or a unit means.

mod assessment;
mod issue;
mod measure;
mod oit;
mod page;
mod site;
mod theme;

pub use assessment::{
    AssessmentRecord, ColumnKind, ColumnRecord, ConstraintRecord, FormRecord, ReportsRecord, SignatoryRecord,
};
pub use issue::{FindingRecord, IssueRecord};
pub use measure::{
    ActionRecord, EvidenceRecord, MeasureRecord, ReportRecord, ResultRecord, ResultStatusRecord, StatusRecord,
};
pub use oit::{LinkRecord, OitRecord};
pub use page::PageRecord;
pub use site::{
    ContactRecord, DigitsRecord, LanguageRecord, OrganisationRecord, PartRecord, RuleSettingRecord, SeverityRecord,
    SiteRecord, SurveyRecord, UnitRecord,
};
pub use theme::ThemeRecord;

/// The pattern of the name of an instrument: IIT, EIT or OIT, or the bare letter, in either case.
pub(crate) const INSTRUMENT: &str = r"^\s*(?:[Ii](?:[Ii][Tt])?|[Ee](?:[Ii][Tt])?|[Oo](?:[Ii][Tt])?)\s*$";
