//! The JSON Schema of every kind of record, by which an editor completes and checks fields, and the reference
//! of all fields.
//!
//! Both are made from the types that read the records, so they say what the program does and nothing else. What
//! takes more than the record to judge is not known here: whether a unit is named, a date is one, a code is of its
//! year. `prongsai check` says that.

mod editor;
mod files;
mod form;
mod kind;
mod reference;
mod setup;

pub use files::{text, write};
pub use kind::Kind;
pub use reference::reference;
pub use setup::{remark_config, settings};
