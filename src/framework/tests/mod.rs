//! Tests of the framework, by behaviour.

mod code;
mod data;
mod level;
mod patch;
mod score;

use super::{Code, Framework, FrameworkPatch, FrameworkYear};

/// A year of the embedded framework.
fn year(year: u16) -> &'static FrameworkYear {
    Framework::embedded().year(year).unwrap_or_else(|| panic!("{year} is not embedded"))
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

fn file(yaml: &str) -> FrameworkPatch {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))
}
