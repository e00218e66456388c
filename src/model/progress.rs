//! How results, actions and measures stand on the day on which progress is judged.
//!
//! What an officer writes comes first; the rest is read off the dates. `delayed` is never written: it is
//! what an unfinished action is once its period has ended.

use crate::record::{ResultStatusRecord, StatusRecord};
use crate::thai::period::{Precision, Span};
use jiff::civil::Date;

/// How an action or a measure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Every action is done.
    Done,
    /// Something was done, or its time is now.
    InProgress,
    /// Unfinished, and its period has ended.
    Delayed,
    /// Its time has not come.
    NotStarted,
    /// Given up.
    Cancelled,
    /// No result has been reported: not the same as nothing done.
    NotReported,
}

impl Status {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Done, Self::InProgress, Self::Delayed, Self::NotStarted, Self::Cancelled, Self::NotReported];

    /// How many of those that stand so there are of each, in the order in which they are shown.
    pub fn counts(standing: impl Iterator<Item = Self>) -> [(Self, usize); Self::ALL.len()] {
        let mut counts = Self::ALL.map(|status| (status, 0));
        for status in standing {
            if let Some((_, count)) = counts.iter_mut().find(|(one, _)| *one == status) {
                *count += 1;
            }
        }
        counts
    }

    /// The name used in word lists, style sheets and data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::InProgress => "in_progress",
            Self::Delayed => "delayed",
            Self::NotStarted => "not_started",
            Self::Cancelled => "cancelled",
            Self::NotReported => "not_reported",
        }
    }
}

/// How a result stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeStatus {
    /// It happened.
    Done,
    /// It goes on.
    Ongoing,
    /// It is still to come.
    Planned,
    /// There was nothing to do.
    NotApplicable,
}

impl OutcomeStatus {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Done, Self::Ongoing, Self::Planned, Self::NotApplicable];

    /// The name used in word lists, style sheets and data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// How a result stands on `as_of`. One without a date is in the report as something that happened.
    #[must_use]
    pub fn of(written: Option<ResultStatusRecord>, date: Option<Span>, as_of: Date) -> Self {
        match (written, date) {
            (Some(ResultStatusRecord::Planned), _) => Self::Planned,
            (Some(ResultStatusRecord::Ongoing), _) => Self::Ongoing,
            (Some(ResultStatusRecord::NotApplicable), _) => Self::NotApplicable,
            (None, Some(date)) if date.first() > as_of => Self::Planned,
            // A month that has begun is when a thing happened; a fiscal year that still runs is not over.
            (None, Some(date)) if date.last() > as_of && date.precision() == Precision::FiscalYear => Self::Ongoing,
            (Some(ResultStatusRecord::Done) | None, _) => Self::Done,
        }
    }
}

/// How far a measure has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Actions that are done.
    pub done: usize,
    /// All actions.
    pub of: usize,
}

impl Progress {
    /// The share that is done, in whole per cent; `None` where there is no action.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        (self.of > 0).then(|| (self.done * 200 + self.of) / (self.of * 2))
    }
}

/// What is known of an action.
#[derive(Debug, Clone, Copy)]
pub struct ActionFacts<'a> {
    /// The status as written.
    pub written: Option<StatusRecord>,
    /// Its results.
    pub outcomes: &'a [(OutcomeStatus, Option<Span>)],
    /// When it was to be done.
    pub period: Option<Span>,
    /// Whether any result of its measure has been reported.
    pub reported: bool,
}

/// How an action stands on `as_of`.
#[must_use]
pub fn action_status(facts: ActionFacts<'_>, as_of: Date) -> Status {
    let ended = |span: Option<Span>| span.is_some_and(|span| span.last() < as_of);
    let unfinished = |otherwise| if ended(facts.period) { Status::Delayed } else { otherwise };
    match facts.written {
        Some(StatusRecord::Done) => return Status::Done,
        Some(StatusRecord::Cancelled) => return Status::Cancelled,
        Some(StatusRecord::InProgress) => return unfinished(Status::InProgress),
        Some(StatusRecord::NotStarted) => return unfinished(Status::NotStarted),
        None if facts.outcomes.is_empty() && !facts.reported => return Status::NotReported,
        None => {}
    }
    // What goes on all the time is finished when its time is over.
    let finished = |(status, date): &(OutcomeStatus, Option<Span>)| match status {
        OutcomeStatus::Done | OutcomeStatus::NotApplicable => true,
        OutcomeStatus::Ongoing => ended(date.or(facts.period)),
        OutcomeStatus::Planned => false,
    };
    if !facts.outcomes.is_empty() && facts.outcomes.iter().all(finished) {
        return Status::Done;
    }
    let only_planned = facts.outcomes.iter().all(|(status, _)| *status == OutcomeStatus::Planned);
    unfinished(if only_planned { Status::NotStarted } else { Status::InProgress })
}

/// How a measure stands on `as_of`, from its own status or else its actions'.
#[must_use]
pub fn measure_status(written: Option<StatusRecord>, actions: &[Status], period: Option<Span>, as_of: Date) -> Status {
    let ended = period.is_some_and(|span| span.last() < as_of);
    match written {
        Some(StatusRecord::Done) => return Status::Done,
        Some(StatusRecord::Cancelled) => return Status::Cancelled,
        Some(_) if ended => return Status::Delayed,
        Some(StatusRecord::InProgress) => return Status::InProgress,
        Some(StatusRecord::NotStarted) => return Status::NotStarted,
        None => {}
    }
    let any = |status| actions.contains(&status);
    let all = |status| actions.iter().all(|one| *one == status);
    if actions.is_empty() || all(Status::NotReported) {
        Status::NotReported
    } else if all(Status::Cancelled) {
        Status::Cancelled
    } else if actions.iter().all(|one| matches!(one, Status::Done | Status::Cancelled)) {
        Status::Done
    } else if any(Status::Delayed) {
        Status::Delayed
    } else if any(Status::Done) || any(Status::InProgress) {
        Status::InProgress
    } else {
        Status::NotStarted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::thai::calendar::FiscalYear;
    use jiff::civil::date;

    const AS_OF: Date = date(2022, 3, 31);

    fn span(first: Date, last: Date) -> Option<Span> {
        Span::months(first, last)
    }

    fn past() -> Option<Span> {
        span(date(2022, 1, 1), date(2022, 2, 28))
    }

    fn running() -> Option<Span> {
        span(date(2022, 1, 1), date(2022, 9, 30))
    }

    fn action(outcomes: &[(OutcomeStatus, Option<Span>)], period: Option<Span>) -> Status {
        action_status(ActionFacts { written: None, outcomes, period, reported: true }, AS_OF)
    }

    #[test]
    fn a_result_is_read_off_its_date() {
        let month = |first| Some(Span::month_of(first));
        assert_eq!(OutcomeStatus::of(None, month(date(2022, 3, 1)), AS_OF), OutcomeStatus::Done);
        assert_eq!(OutcomeStatus::of(None, month(date(2022, 5, 1)), AS_OF), OutcomeStatus::Planned);
        assert_eq!(OutcomeStatus::of(None, None, AS_OF), OutcomeStatus::Done);
        let year = FiscalYear::new(2565).map(Span::fiscal_year);
        assert_eq!(OutcomeStatus::of(None, year, AS_OF), OutcomeStatus::Ongoing);
        assert_eq!(OutcomeStatus::of(Some(ResultStatusRecord::Done), year, AS_OF), OutcomeStatus::Done);
    }

    #[test]
    fn an_unfinished_action_is_delayed_once_its_period_has_ended() {
        let planned = [(OutcomeStatus::Planned, None)];
        assert_eq!(action(&planned, past()), Status::Delayed);
        assert_eq!(action(&[], past()), Status::Delayed);
        assert_eq!(action(&[], running()), Status::NotStarted);
        assert_eq!(action(&[(OutcomeStatus::Done, None)], past()), Status::Done);
        assert_eq!(
            action(&[(OutcomeStatus::Done, None), (OutcomeStatus::Planned, None)], running()),
            Status::InProgress
        );
        let last_day = span(date(2022, 1, 1), AS_OF);
        assert_eq!(action(&planned, last_day), Status::NotStarted, "the last day of a period belongs to it");
    }

    #[test]
    fn where_there_was_nothing_to_do_nothing_is_left_to_do() {
        assert_eq!(action(&[(OutcomeStatus::NotApplicable, None)], running()), Status::Done);
    }

    #[test]
    fn what_goes_on_all_the_time_is_done_when_its_time_is_over() {
        assert_eq!(action(&[(OutcomeStatus::Ongoing, None)], running()), Status::InProgress);
        assert_eq!(action(&[(OutcomeStatus::Ongoing, None)], past()), Status::Done);
    }

    #[test]
    fn a_measure_without_any_result_is_not_said_to_be_late() {
        let facts = ActionFacts { written: None, outcomes: &[], period: past(), reported: false };
        let status = action_status(facts, AS_OF);
        assert_eq!(status, Status::NotReported);
        assert_eq!(measure_status(None, &[status, status], past(), AS_OF), Status::NotReported);
        assert_eq!(measure_status(Some(StatusRecord::InProgress), &[status], past(), AS_OF), Status::Delayed);
    }

    #[test]
    fn a_share_is_rounded_to_the_nearest_per_cent() {
        assert_eq!(Progress { done: 2, of: 3 }.percent(), Some(67));
        assert_eq!(Progress { done: 1, of: 200 }.percent(), Some(1));
        assert_eq!(Progress { done: 0, of: 0 }.percent(), None);
    }
}
