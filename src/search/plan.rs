//! Which files the search of a site has, and what is in each: known before any text is read.
//!
//! It follows from the sizes of the records and nothing else, so that a change of one leaves the others in their files.

use super::document::{self, Document};
use super::shards::Layout;
use super::{normal, reading, texts};
use crate::model::{PageKey, Site};
use crate::pages::Voice;
use rayon::prelude::*;
use std::ops::Range;

/// What is to be found, and in which files.
pub(super) struct Plan<'s> {
    site: &'s Site,
    voice: Voice<'s>,
    /// The pages that are found, in their order.
    pub(super) documents: Vec<(PageKey, Document)>,
    /// The documents of every file of texts.
    pub(super) texts: Vec<Range<usize>>,
    /// The files of pieces.
    pub(super) layout: Layout,
}

impl<'s> Plan<'s> {
    /// For a site.
    pub(super) fn new(site: &'s Site, voice: Voice<'s>) -> Self {
        let keys = document::keys(site).into_par_iter();
        let documents: Vec<_> =
            keys.filter_map(|key| Document::new(site, voice, &key).map(|document| (key, document))).collect();
        let weights: Vec<usize> = documents.iter().map(|(_, document)| document.weight).collect();
        let layout = Layout::of(weights.iter().sum());
        Self { site, voice, documents, texts: texts::cut(&weights), layout }
    }

    /// What stands on a page that is found.
    pub(super) fn text(&self, document: usize) -> String {
        reading::text(self.site, self.voice, &self.documents[document].0)
    }
}

/// What pieces are taken from, where these are the title and the text of a document.
pub(super) fn whole(title: &str, text: &str) -> String {
    normal::of_composed(&format!("{title}\n{text}"))
}
