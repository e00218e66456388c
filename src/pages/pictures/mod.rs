//! Pictures of numbers, worked out before their templates draw them: where each mark stands and how long it is, in
//! hundredths of the picture's width, and what the picture says to who does not see it.
//!
//! They do not know how marks look: shapes, signs and colours are the theme's. Every number that is drawn stands as
//! text as well, in the labels and in a table beside the picture.

mod changes;
mod coverage;
mod due;
mod glance;
mod ladder;
mod losses;
mod scores;
mod shares;
mod units;

pub use changes::{Changes, Series, series};
pub use coverage::Coverage;
pub use due::due;
pub use glance::Glance;
pub use losses::Losses;
pub use scores::Scores;
pub use shares::Bars;
pub use units::by_unit;

use schemars::JsonSchema;
use serde::Serialize;

/// What a picture is called and what it says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Caption {
    /// By which the picture refers to its own title and description: each once on a page.
    pub id: String,
    /// What is shown.
    pub title: String,
    /// What is to be seen.
    pub text: String,
}

/// A place as fine as can be seen.
#[must_use]
pub fn tenths(hundredths: f64) -> f64 {
    (hundredths * 10.0).round() / 10.0
}

/// A count as a number to reckon with. Counts here are of records, far fewer than what an f64 can count.
#[expect(clippy::cast_precision_loss, reason = "counts of records are small")]
fn number(count: usize) -> f64 {
    count as f64
}
