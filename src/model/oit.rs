//! What is published for the items of a year's list.

use super::Target;
use super::linking::Linking;
use super::prose::Prose;
use crate::field;
use crate::framework::Code;
use crate::read::Source;
use crate::record::OitRecord;
use jiff::civil::Date;
use std::sync::Arc;

/// One item of the year's list: every item is here, whether or not anything was written for it.
#[derive(Debug)]
pub struct Oit {
    /// Which.
    pub code: Code,
    /// Where it was written, if it was.
    pub source: Option<Arc<Source>>,
    /// Where it is published.
    pub links: Vec<ItemLink>,
    /// Notes beside the links.
    pub note: Vec<String>,
    /// Why it is answered without a link.
    pub not_applicable: Option<String>,
    /// The explanation.
    pub body: Prose,
    /// When it was last changed.
    pub updated: Option<Date>,
}

impl Oit {
    /// An item for which nothing was written.
    #[must_use]
    pub fn empty(code: Code) -> Self {
        Self {
            code,
            source: None,
            links: Vec::new(),
            note: Vec::new(),
            not_applicable: None,
            body: Prose::default(),
            updated: None,
        }
    }

    /// Whether it is answered: by a link, or by a reason why there is none.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !self.links.is_empty() || self.not_applicable.is_some()
    }
}

/// A link that answers an item.
#[derive(Debug)]
pub struct ItemLink {
    /// What is behind it.
    pub title: String,
    /// Where it leads.
    pub target: Target,
    /// How to use it.
    pub note: Option<String>,
    /// Which of the record's links it is, from 0.
    pub at: usize,
}

/// Links what was written for one item.
pub fn oit(code: Code, source: &Arc<Source>, record: &OitRecord, mut linking: Linking<'_>) -> Oit {
    Oit {
        code,
        source: Some(Arc::clone(source)),
        links: record
            .links
            .iter()
            .enumerate()
            .filter_map(|(at, link)| {
                let target = linking.target(&link.url, &field!["links", at, "url"])?;
                let title = linking.said(&link.title, &field!["links", at, "title"]);
                Some(ItemLink { title, target, note: link.note.clone(), at })
            })
            .collect(),
        note: record.note.to_vec(),
        not_applicable: record.not_applicable.as_ref().map(|reason| linking.said(reason, &field!["not_applicable"])),
        body: linking.body(),
        updated: record.updated.as_deref().and_then(|text| linking.day(text, &field!["updated"])),
    }
}
