//! Markdown bodies, made safe and linked.
//!
//! A body becomes pieces of finished HTML with [`Target`]s between them; the pages fill in the links. HTML
//! in a body and links that run code never come out, so that nothing need be cleaned afterwards.

mod compile;
mod heading;
mod ids;
#[cfg(test)]
mod tests;

pub use compile::compile;
pub use heading::first_heading;

use super::{PageRef, Target};
use pulldown_cmark::Options;
use std::ops::Range;

/// The Markdown that bodies are written in, beyond its common core.
pub const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// A body as it will stand on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    segments: Vec<Segment>,
    ids: Vec<String>,
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

/// A piece of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Finished HTML.
    Html(String),
    /// The address of a link, to be written as it is seen from the page.
    Link(Target),
}

impl Prose {
    /// Its pieces in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The ids of its headings.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
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
        self.segments.is_empty()
    }
}
