//! ITA by fiscal year: instruments, indicators, sub-indicators, OIT items, questions, levels and issues, and
//! the arithmetic of scores.
//!
//! What holds in which year is data, `data/2563.yaml` and its neighbours, not code: `o10` has meant four
//! different things since 2565, so a code is only ever looked up in a [`FrameworkYear`]. Every entry says how
//! certain it is and what that rests on. A site may correct or add entries, or a whole new year, with a file of
//! the same form ([`FrameworkPatch`]). It knows nothing of sites, pages or files on disk.

mod amend;
mod certainty;
mod check;
mod code;
mod defaults;
mod entries;
mod error;
mod instrument;
mod level;
mod merge;
mod patch;
mod score;
mod spelling;
mod year;

#[cfg(test)]
mod tests;

pub use certainty::{Basis, Certainty};
pub use code::{Code, CodeError};
pub use entries::{
    AnswerScale, Indicator, InstrumentInfo, Issue, IssueCodes, MeasureItems, OitItem, Polarity, Question, QuestionKind,
    SubIndicator, SubNumber,
};
pub use error::{Entry, EntryKind, PatchError, PatchFault, PatchProblem};
pub use instrument::{Instrument, Means, PerInstrument, Weights};
pub use level::{Judgement, Level, LevelScale};
pub use patch::{
    FrameworkPatch, IndicatorPatch, InstrumentPatch, IssueCodesPatch, IssuePatch, ItemPatch, LevelPatch, LevelsPatch,
    MeasureItemsPatch, QuestionPatch, SubIndicatorPatch,
};
pub use score::{TOLERANCE, agrees, overall, round2};
pub use year::FrameworkYear;

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The framework files of the program, one for each fiscal year.
const EMBEDDED: [&str; 7] = [
    include_str!("data/2563.yaml"),
    include_str!("data/2564.yaml"),
    include_str!("data/2565.yaml"),
    include_str!("data/2566.yaml"),
    include_str!("data/2567.yaml"),
    include_str!("data/2568.yaml"),
    include_str!("data/2569.yaml"),
];

/// What is known of ITA, by fiscal year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Framework {
    years: BTreeMap<u16, FrameworkYear>,
}

impl Framework {
    /// What the program itself knows: the fiscal years 2563 to 2569. It is read once.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the files are part of the program, and tests read every one")]
    pub fn embedded() -> &'static Self {
        static READ: LazyLock<Framework> = LazyLock::new(|| {
            EMBEDDED.iter().fold(Framework::default(), |framework, file| {
                let patch = serde_yaml::from_str(file).expect("a test reads every embedded framework file");
                framework.patched(&patch).expect("a test checks every embedded framework file")
            })
        });
        &READ
    }

    /// The framework of a fiscal year (Buddhist Era), if it is known.
    #[must_use]
    pub fn year(&self, year: u16) -> Option<&FrameworkYear> {
        self.years.get(&year)
    }

    /// All years that are known, from the oldest.
    #[must_use]
    pub fn years(&self) -> impl DoubleEndedIterator<Item = &FrameworkYear> + ExactSizeIterator {
        self.years.values()
    }

    /// The framework with what a file corrects or adds. Entries are matched by code or number: given fields
    /// replace, new entries are added. Where the file gives an entry's words and does not say how certain
    /// they are, they are certain, on the site's word.
    ///
    /// # Errors
    /// Everything in the file that cannot be used, and everything that would no longer fit together.
    pub fn patched(&self, patch: &FrameworkPatch) -> Result<Self, PatchError> {
        let (mut merge, year) = merge::Merge::run(&self.years, patch);
        let mut years = self.years.clone();
        if let Some(year) = year {
            for (entry, fault) in check::check(&year) {
                merge.report_entry(entry, fault);
            }
            years.insert(year.year, year);
            for (entry, fault) in check::check_issues(&years) {
                merge.report_entry(entry, fault);
            }
        }
        if merge.problems.is_empty() {
            Ok(Self { years })
        } else {
            Err(PatchError { year: patch.year.0, problems: merge.problems })
        }
    }
}
