//! How certain an entry of the framework is, and what that rests on.
//!
//! No official handbook stood open while the data was gathered, so every entry says for itself how far it can
//! be trusted. What a page does with a doubtful entry is not known here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How certain an entry is, from 0 (a guess) to 1 (beyond doubt).
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Certainty(f64);

impl Certainty {
    /// Beyond doubt.
    pub const FULL: Self = Self(1.0);

    /// The most that is claimed for an entry taken over unseen from another year: the list was renumbered in
    /// 2566, 2567, 2568 and 2569.
    pub const TAKEN_OVER: Self = Self(0.5);

    /// Below this an entry is doubtful.
    pub const DOUBTFUL_BELOW: Self = Self(0.90);

    /// A certainty; `None` outside 0 to 1.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The number, 0 to 1.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// Whether a page that rests on it should say that it may be otherwise: below 0.90.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        self < Self::DOUBTFUL_BELOW
    }

    /// The lesser of the two.
    #[must_use]
    pub fn at_most(self, limit: Self) -> Self {
        if self > limit { limit } else { self }
    }
}

/// What an entry rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A municipality's own document.
    #[schemars(extend("x-th" = "เอกสารของหน่วยงานเอง"))]
    Document,
    /// A copy of the list on a public site.
    #[schemars(extend("x-th" = "รายการที่เผยแพร่ในเว็บไซต์สาธารณะ"))]
    Published,
    /// Proved by the documents' own numbers.
    #[schemars(extend("x-th" = "พิสูจน์ได้จากตัวเลขในเอกสาร"))]
    Arithmetic,
    /// Memory, with no source at hand.
    #[schemars(extend("x-th" = "ความจำ ไม่มีเอกสารอ้างอิง"))]
    Recollection,
    /// Drawn from a neighbouring year or from the context.
    #[schemars(extend("x-th" = "อนุมานจากปีข้างเคียงหรือบริบท"))]
    Inferred,
    /// Said by the site itself, in its content.
    #[schemars(extend("x-th" = "เว็บไซต์ระบุเอง"))]
    Site,
}
