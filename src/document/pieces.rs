//! Pieces of text on their way into a document, counted so that no file fills the memory or is gone through for ever.

use super::{Document, Piece, Place, Unreadable};
use std::time::Instant;

/// Most bytes of text that are kept of one file, labels included: Thai of more than a thousand pages.
pub const MOST_TEXT: usize = 8 << 20;
/// Most pieces that are kept of one file: cells, mostly.
const MOST_PIECES: usize = 500_000;

/// What has been read of a file so far.
pub struct Pieces {
    document: Document,
    text: usize,
    until: Instant,
}

impl Pieces {
    /// None yet, and no more after `until`.
    pub fn until(until: Instant) -> Self {
        Self { document: Document::default(), text: 0, until }
    }

    /// Adds a text, unless it is blank. One that is too long is kept as far as there is room.
    pub fn push(&mut self, place: Place, mut text: String, label: String) -> Result<(), Unreadable> {
        let room = MOST_TEXT - self.text;
        let fits = text.len() + label.len() <= room;
        text.truncate(text.floor_char_boundary(room));
        if !text.trim().is_empty() {
            self.text = MOST_TEXT.min(self.text + text.len() + label.len());
            self.document.pieces.push(Piece { place, text, label });
        }
        if fits && self.document.pieces.len() < MOST_PIECES { self.go_on() } else { Err(Unreadable::TooLarge) }
    }

    /// Whether there is time left.
    pub fn go_on(&self) -> Result<(), Unreadable> {
        if Instant::now() > self.until { Err(Unreadable::TooSlow) } else { Ok(()) }
    }

    /// Notes how many pages there are.
    pub fn pages(&mut self, pages: usize) {
        self.document.pages = pages;
    }

    /// Notes that a page is a picture of text.
    pub fn textless(&mut self, page: usize) {
        self.document.textless.push(page);
    }

    /// What was read, once the reading has ended so. What stopped it in the middle takes nothing away.
    pub fn document(self, outcome: Result<(), Unreadable>) -> Result<Document, Unreadable> {
        match outcome {
            Err(why) if self.document.pieces.is_empty() => Err(why),
            outcome => Ok(Document { unread: outcome.err(), ..self.document }),
        }
    }
}
