//! The two official tables and their columns: which there are, what stands at their heads, and what style sheets call
//! them.

use super::Voice;
use crate::model::{Measure, Plan, Year};
use crate::record::{ColumnKind, FormRecord};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// มาตรการ…
    Plan,
    /// รายงานผลการดำเนินการตามมาตรการ…
    Progress,
}

impl Kind {
    /// The plan as this report words it.
    pub fn of(self, measure: &Measure) -> &Plan {
        match self {
            Self::Plan => &measure.plan,
            Self::Progress => measure.reported(),
        }
    }
}

/// The columns as written, or those that most authorities use and this year has something for.
pub(super) fn columns(year: &Year, kind: Kind, form: &FormRecord, voice: Voice<'_>) -> Vec<(ColumnKind, String)> {
    let plans = || year.measures.iter().map(|measure| kind.of(measure));
    let has_steps = plans().any(|plan| !plan.steps.is_empty() || plan.actions.iter().any(|one| !one.steps.is_empty()));
    let has_follow_up = plans().any(|plan| !plan.follow_up.is_empty());
    let usual: &[(ColumnKind, bool)] = match kind {
        Kind::Plan => &[
            (ColumnKind::Measure, true),
            (ColumnKind::Actions, true),
            (ColumnKind::Units, true),
            (ColumnKind::Steps, has_steps),
            (ColumnKind::Period, true),
            (ColumnKind::FollowUp, has_follow_up),
        ],
        Kind::Progress => &[
            (ColumnKind::Measure, true),
            (ColumnKind::Actions, true),
            (ColumnKind::Units, true),
            (ColumnKind::Period, true),
            (ColumnKind::Results, true),
            (ColumnKind::FollowUp, has_follow_up),
            (ColumnKind::Suggestions, true),
        ],
    };
    let title = |column: ColumnKind| voice.word(word(column, kind)).to_owned();
    if form.columns.is_empty() {
        usual.iter().filter(|(_, used)| *used).map(|(column, _)| (*column, title(*column))).collect()
    } else {
        form.columns.iter().map(|one| (one.shows, one.title.clone().unwrap_or_else(|| title(one.shows)))).collect()
    }
}

/// A column's name in style sheets.
pub(super) const fn id(column: ColumnKind) -> &'static str {
    match column {
        ColumnKind::Measure => "measure",
        ColumnKind::Actions => "actions",
        ColumnKind::Steps => "steps",
        ColumnKind::Units => "units",
        ColumnKind::Period => "period",
        ColumnKind::Results => "results",
        ColumnKind::FollowUp => "follow_up",
        ColumnKind::Suggestions => "suggestions",
    }
}

/// The words at a column's head where none are written.
const fn word(column: ColumnKind, kind: Kind) -> &'static str {
    match (column, kind) {
        (ColumnKind::Measure, Kind::Plan) => "measure_plan",
        (ColumnKind::Measure, Kind::Progress) => "measure",
        (ColumnKind::Actions, Kind::Plan) => "method_plan",
        (ColumnKind::Actions, Kind::Progress) => "method",
        (ColumnKind::Steps, _) => "steps_column",
        (ColumnKind::Units, _) => "responsible",
        (ColumnKind::Period, _) => "period",
        (ColumnKind::Results, _) => "results",
        (ColumnKind::FollowUp, _) => "follow_up",
        (ColumnKind::Suggestions, _) => "suggestions",
    }
}
