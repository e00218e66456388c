//! The three instruments of an assessment, and one value for each of them.
//!
//! It does not know what an instrument is called or weighs in a fiscal year: that is data
//! ([`InstrumentInfo`](super::InstrumentInfo)).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// One of the three instruments (แบบวัด) of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Instrument {
    /// IIT, what people inside the organisation say; questions `i1`, `i2`, …
    #[schemars(extend("x-th" = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน ข้อ i1, i2, …"))]
    Iit,
    /// EIT, what people outside it say; questions `e1`, `e2`, …
    #[schemars(extend("x-th" = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก ข้อ e1, e2, …"))]
    Eit,
    /// OIT, what it publishes; items `o1`, `o2`, …
    #[schemars(extend("x-th" = "แบบวัดการเปิดเผยข้อมูลสาธารณะ ข้อ o1, o2, …"))]
    Oit,
}

impl Instrument {
    /// All three, in their order.
    pub const ALL: [Self; 3] = [Self::Iit, Self::Eit, Self::Oit];

    /// The letter before the number in a code: `i`, `e` or `o`.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Iit => 'i',
            Self::Eit => 'e',
            Self::Oit => 'o',
        }
    }

    /// The name that is the same every year: `IIT`, `EIT` or `OIT`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Iit => "IIT",
            Self::Eit => "EIT",
            Self::Oit => "OIT",
        }
    }

    /// Reads `OIT`, `oit` or the bare letter `o`, in either case, with spaces around it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|one| text.eq_ignore_ascii_case(one.name()) || text.eq_ignore_ascii_case(&one.name()[..1]))
    }
}

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl<'de> Deserialize<'de> for Instrument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no instrument: write IIT, EIT or OIT")))
    }
}

/// One value for each instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PerInstrument<T> {
    /// For IIT.
    pub iit: T,
    /// For EIT.
    pub eit: T,
    /// For OIT.
    pub oit: T,
}

impl<T> PerInstrument<T> {
    /// Asks `value` for each instrument in turn.
    pub fn from_fn(mut value: impl FnMut(Instrument) -> T) -> Self {
        Self { iit: value(Instrument::Iit), eit: value(Instrument::Eit), oit: value(Instrument::Oit) }
    }

    /// The value for one instrument.
    #[must_use]
    pub const fn get(&self, instrument: Instrument) -> &T {
        match instrument {
            Instrument::Iit => &self.iit,
            Instrument::Eit => &self.eit,
            Instrument::Oit => &self.oit,
        }
    }

    /// The instruments with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Instrument, &T)> {
        Instrument::ALL.into_iter().map(|one| (one, self.get(one)))
    }
}

/// The mean score of each instrument, 0 to 100, where it is known.
pub type Means = PerInstrument<Option<f64>>;

/// How much of the overall score each instrument is; together 1.
pub type Weights = PerInstrument<f64>;
