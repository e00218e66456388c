//! What many pages of a site have alike: worked out once, and finished for templates, so that each page that shows it
//! need only take it.

use super::frame::Frame;
use super::measures::MeasureRow;
use crate::memo::Memo;
use crate::model::PageKey;
use std::mem::Discriminant;

/// What many pages of a site have alike, in the language of the site.
#[derive(Debug, Default)]
pub struct Common {
    /// The frames of pages that stand in no menu, by their kind and year, which is by their folder, without what is
    /// their own.
    pub(super) frames: Memo<(Discriminant<PageKey>, u16), Frame>,
    /// The rows of measures in progress tables, by year and place, without what depends on the page.
    pub(super) rows: Memo<(u16, usize), MeasureRow>,
}
