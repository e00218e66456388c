//! Measures, of which a site may have very many: what must be known of each all the time, and the rest while it is
//! needed.

use super::Entry;
use super::load::record;
use crate::diagnostic::Diagnostics;
use crate::record::MeasureRecord;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A measure's record in brief.
#[derive(Debug)]
pub struct MeasureBrief {
    /// Whether it is left out of a build unless drafts are asked for.
    pub draft: bool,
    /// The address that it asks for.
    pub slug: Option<String>,
    /// All of it, unless that was forgotten.
    whole: Mutex<Option<Arc<MeasureRecord>>>,
}

impl MeasureBrief {
    fn whole(&self) -> MutexGuard<'_, Option<Arc<MeasureRecord>>> {
        // What is kept is put there whole.
        self.whole.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry<MeasureBrief> {
    /// The whole record, read from the file's text again where it was forgotten.
    #[must_use]
    pub fn whole(&self) -> Option<Arc<MeasureRecord>> {
        let mut whole = self.record.as_ref()?.whole();
        if whole.is_none() {
            // What is wrong with it was told when it was read first.
            *whole = record(&self.source, &mut Diagnostics::default()).map(Arc::new);
        }
        whole.clone()
    }

    /// Forgets the record, but for what it is in brief.
    pub fn forget(&self) {
        if let Some(brief) = &self.record {
            *brief.whole() = None;
        }
    }
}

impl<'de> Deserialize<'de> for MeasureBrief {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let record = MeasureRecord::deserialize(from)?;
        Ok(Self { draft: record.draft, slug: record.slug.clone(), whole: Mutex::new(Some(Arc::new(record))) })
    }
}

impl JsonSchema for MeasureBrief {
    fn schema_name() -> Cow<'static, str> {
        MeasureRecord::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        MeasureRecord::json_schema(generator)
    }
}
