//! What was linked before: of a site that is linked again and again, only what reads otherwise, or may lead elsewhere,
//! is linked anew.

use super::Measure;
use super::addresses::Named;
use crate::diagnostic::Diagnostics;
use crate::memo::{Itself, Memo};
use crate::read::{Entry, MeasureBrief};
use std::sync::Arc;

/// What was linked before.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) measures: Memo<Record, Linked>,
    /// The pages of each site, by its folder and a number for all that they are named by; none where something is
    /// wrong with them, which is told anew.
    pub(super) named: Memo<(Option<String>, u64), Option<Arc<Named>>>,
}

/// A measure's record, and a number for all that it is linked with.
pub(super) type Record = (Itself<Entry<MeasureBrief>>, u64);
/// The measure that it became, and what was wrong with it; none of what could not be read.
pub(super) type Linked = Option<(Arc<Measure>, Arc<Diagnostics>)>;
