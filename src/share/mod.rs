//! The picture that stands beside a link where people share it, such as in LINE and on Facebook.
//!
//! A [`Card`] says what is to be read on it and in which colours; [`Card::png`] lays it out and draws it. It does not
//! know sites, words or digits. The letters are built in: the same card gives the same bytes on every machine.

mod draw;
mod layout;
mod letters;
mod logo;
#[cfg(test)]
mod tests;

pub use logo::Logo;

use crate::theme::Palette;

/// How wide the picture is, in pixels: what Facebook asks for, and LINE takes as well.
pub const WIDTH: u16 = 1200;
/// How high it is, in pixels.
pub const HEIGHT: u16 = 630;

/// What is to be read on the picture.
#[derive(Debug)]
pub struct Card {
    /// Whose site it is.
    pub name: String,
    /// What `name` begins with and can be broken after, such as “เทศบาลตำบล”.
    pub kind: Option<String>,
    /// Its logo.
    pub logo: Option<Logo>,
    /// What the site is about.
    pub title: String,
    /// Which year of it.
    pub year: String,
    /// What the year comes to: at most three, the first of them in the middle.
    pub figures: Vec<Figure>,
    /// The colours.
    pub colors: Palette,
}

/// A number and what it counts.
#[derive(Debug)]
pub struct Figure {
    /// The number.
    pub number: String,
    /// What it counts.
    pub label: String,
    /// More about it.
    pub note: String,
}

impl Card {
    /// The picture as a PNG of [`WIDTH`] × [`HEIGHT`] pixels; `None` where memory does not suffice for one.
    #[must_use]
    pub fn png(&self) -> Option<Vec<u8>> {
        draw::png(&layout::lay_out(self), self.logo.as_ref())
    }
}
