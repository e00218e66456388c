//! Markdown bodies, made safe and linked.
//!
//! The [parts] of a body that have links are read once to find what these lead to, and all of it whenever a page shows it,
//! which fills in their addresses as they are seen from there: the HTML of thousands of bodies would take as much room as
//! all else. HTML in a body and links that run code never come out, so that nothing need be cleaned afterwards.

mod columns;
mod compile;
mod heading;
mod ids;
mod lines;
mod marks;
mod parts;
mod picture;
#[cfg(test)]
mod tests;

pub use compile::compile;
pub use heading::{Section, first_heading};

use super::{PageRef, Target};
use crate::read::Source;
use pulldown_cmark::Options;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The Markdown that bodies are written in, beyond its common core.
pub const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// A body as it will stand on a page.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The file; none where its body comes to nothing.
    source: Option<Arc<Source>>,
    /// What each of its links leads to, in their order, where it leads anywhere.
    targets: Vec<Option<Target>>,
    /// Known once somebody asks for them: few links lead to a heading.
    ids: OnceLock<Vec<String>>,
    anchors: Vec<Anchor>,
    outward: Vec<(String, Range<usize>)>,
}

/// A link to a heading: whether it is there can be told only when every body has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The page.
    pub page: PageRef,
    /// The id within it.
    pub id: String,
    /// Where the link stands, in bytes of the body.
    pub at: Range<usize>,
}

impl Prose {
    /// Its HTML, with addresses as `address` writes them, fit to stand in an attribute, and the width and height of
    /// pictures, in pixels, where `size` knows them.
    #[must_use]
    pub fn html(
        &self,
        address: impl Fn(&Target) -> String,
        size: impl Fn(&Target) -> Option<(usize, usize)>,
    ) -> String {
        self.source.as_ref().map_or_else(String::new, |source| compile::html(source, &self.targets, address, size))
    }

    /// Hands `take` each of its lines as text: a paragraph, a heading, an item, a cell, and what stands for a picture.
    pub fn lines(&self, take: impl FnMut(&str)) {
        if let Some(source) = &self.source {
            compile::lines(source, &self.targets, take);
        }
    }

    /// Its headings of the highest level, in order.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        self.source.as_ref().map_or_else(Vec::new, |source| compile::sections(source, &self.targets))
    }

    /// The ids of its headings.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        self.ids
            .get_or_init(|| self.source.as_ref().map_or_else(Vec::new, |source| compile::ids(source, &self.targets)))
    }

    /// Its links to headings.
    #[must_use]
    pub fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    /// Its links to elsewhere, and where each stands, in bytes of the body.
    #[must_use]
    pub fn outward(&self) -> &[(String, Range<usize>)] {
        &self.outward
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.source.is_none()
    }
}
