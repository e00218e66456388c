//! What was linked before: of a site that is linked again and again, only what reads otherwise, or may lead elsewhere,
//! is linked anew.

use super::Measure;
use crate::diagnostic::Diagnostics;
use crate::memo::{Itself, Memo};
use crate::read::Entry;
use crate::record::MeasureRecord;
use std::sync::Arc;

/// What was linked before.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) measures: Memo<Record, Linked>,
}

/// A measure's record, and a number for all that it is linked with.
pub(super) type Record = (Itself<Entry<MeasureRecord>>, u64);
/// The measure that it became, and what was wrong with it.
pub(super) type Linked = (Arc<Measure>, Arc<Diagnostics>);
