//! The handbook of rules: what each is about, with an example that breaks it and one that does not.
//!
//! It is data: one YAML file per rule in `rules/`. The examples are sites in small, and the program's tests run it
//! over every one of them, so that the handbook cannot say what is not so.

mod entry;
mod page;

pub use entry::{Entry, Example, File, Made};
pub use page::{one, page};
