//! Writes a site so that nothing can go wrong with the one that stands: into a folder out of sight, which then takes
//! the published one's place in one step.
//!
//! Only files that the program made are ever replaced or removed; a [list](manifest) in the published folder says
//! which those are. [Foreign](foreign) files are carried into the new site before the swap. What is where beside the
//! published folder, and how builds at the same time keep out of each other's way, is told in [`place`].
//!
//! A build may be killed at any moment. What then stands, and what the next build does about it:
//!
//! | killed | stands | the next build |
//! | --- | --- | --- |
//! | while pages are written | the old site | removes the unfinished one, which has no list |
//! | while foreign files are carried | the old site with its foreign files | the same: what goes are second names or copies |
//! | when the list is in place, before the swap | the old site with its foreign files | takes the new one apart; foreign files there are the same as in the old one, and go |
//! | between the two steps of a swap, where the system cannot do it in one | nothing; the old site is aside | puts the old site back, then as above |
//! | while the old site is taken apart | the new site with the foreign files | goes on: its list goes last, a foreign file only once it is in the new site |
//!
//! A foreign file that comes while a build runs is found when the old site is taken apart and goes to the new one,
//! under another name if its own is taken, which is told.
//!
//! Whoever can write into the folder while a build runs could play tricks with links; against such a person there is
//! no protection here. It knows nothing of pages or records.

mod archive;
mod error;
mod foreign;
mod gate;
mod manifest;
mod place;
mod retire;
mod staging;
mod swap;

pub use archive::{archive, check_place};
pub use error::{Error, Names};
pub use retire::Kept;
pub use staging::{Published, Staging};

use std::path::Path;

/// What a published file holds.
#[derive(Debug)]
pub enum Content<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// A copy of this file.
    CopyOf(&'a Path),
}
