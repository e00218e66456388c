//! What is read alike all over a framework file: fiscal years, and how certain an entry is.
//!
//! It does not know the entries.

use super::{Basis, Certainty, PatchFault};
use crate::value::Number;

/// Years of the Buddhist Era that can be meant. A year of the Common Era is outside.
const YEARS: std::ops::RangeInclusive<u32> = 2550..=2650;

/// A fiscal year as written.
pub(super) fn fiscal_year(written: u32) -> Result<u16, PatchFault> {
    let year = u16::try_from(written).ok().filter(|_| YEARS.contains(&written));
    year.ok_or(PatchFault::NotAYear(written))
}

/// How certain an entry is that does not say so itself.
pub(super) struct Defaults {
    /// How certain.
    pub(super) certainty: Certainty,
    /// What that rests on.
    pub(super) basis: Vec<Basis>,
}

impl Defaults {
    /// What an entry says of itself, and for the rest what holds for the file.
    pub(super) fn fill(
        &self,
        certainty: Option<Number>,
        basis: &[Basis],
    ) -> Result<(Certainty, Vec<Basis>), PatchFault> {
        let certainty = certainty.map_or(Ok(self.certainty), certainty_of)?;
        Ok((certainty, if basis.is_empty() { self.basis.clone() } else { basis.to_vec() }))
    }
}

/// A certainty as written.
pub(super) fn certainty_of(written: Number) -> Result<Certainty, PatchFault> {
    Certainty::new(written.0).ok_or(PatchFault::OutOfRange { field: "certainty", value: written.0, from: 0.0, to: 1.0 })
}
