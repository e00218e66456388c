//! The months of a fiscal year, October to September, with when a measure and its actions are due, when results
//! came, and the day on which progress is judged.

use super::Voice;
use super::measures::TimeView;
use crate::model::{Measure, Outcome, OutcomeStatus, Plan, Timing};
use crate::thai::calendar::{FiscalYear, Month};
use crate::thai::period::Span;
use jiff::civil::Date;
use serde::Serialize;

/// A year's months with what happens in them.
#[derive(Debug, Serialize)]
pub struct Timeline {
    /// The months' short names.
    months: Vec<&'static str>,
    rows: Vec<Row>,
    /// The day on which progress is judged, in hundredths of the year from its beginning; none if it is another year's.
    today: Option<f64>,
}

/// The measure itself, or one of its actions.
#[derive(Debug, Serialize)]
struct Row {
    label: String,
    period: Option<TimeView>,
    /// Where its period stands, in hundredths of the year.
    bar: Option<Bar>,
    marks: Vec<Mark>,
}

#[derive(Debug, Serialize)]
struct Bar {
    start: f64,
    length: f64,
    /// Whether the period began before the year, or goes on after it.
    from_before: bool,
    goes_on: bool,
}

/// A dated result.
#[derive(Debug, Serialize)]
struct Mark {
    at: f64,
    /// How the result stands, for style sheets.
    status: &'static str,
}

impl Timeline {
    /// The year of a measure; `None` where nothing of it has a time within the year. Where the report has actions of
    /// its own, they stand below those of the plan.
    pub fn new(measure: &Measure, year: FiscalYear, as_of: Date, voice: Voice<'_>) -> Option<Self> {
        let scale = Scale { year };
        let own = scale.row(voice.word("whole_measure").to_owned(), measure.period.as_ref(), &[], voice);
        let told = measure.own_report();
        let planned =
            scale.actions(&measure.plan, if told.is_some() { "action_planned" } else { "action_number" }, voice);
        let reported = told.map(|report| scale.actions(report, "action_reported", voice)).unwrap_or_default();
        let rows: Vec<Row> = std::iter::once(own)
            .chain(planned)
            .chain(reported)
            .filter(|row| row.bar.is_some() || !row.marks.is_empty())
            .collect();
        (!rows.is_empty()).then(|| Self {
            months: year.months().map(|date| month_name(Month::of(date), voice)).to_vec(),
            rows,
            today: year.contains(as_of).then(|| Scale::at(as_of)),
        })
    }
}

fn month_name(month: Month, voice: Voice<'_>) -> &'static str {
    if voice.is_english() { month.english_short() } else { month.thai_short() }
}

/// Days of a fiscal year as hundredths of it. Months are drawn equally wide, so that their names stand above them.
#[derive(Clone, Copy)]
struct Scale {
    year: FiscalYear,
}

impl Scale {
    /// Where a day of the year begins.
    fn at(date: Date) -> f64 {
        let month = f64::from(Month::of(date).fiscal_index());
        let day = f64::from(date.day() - 1) / f64::from(date.days_in_month());
        (month + day) / 12.0 * 100.0
    }

    /// Where a day of the year ends.
    fn end(date: Date) -> f64 {
        Self::at(date) + 100.0 / 12.0 / f64::from(date.days_in_month())
    }

    fn bar(self, span: Span) -> Option<Bar> {
        let (first, last) = (span.first().max(self.year.first_day()), span.last().min(self.year.last_day()));
        (first <= last).then(|| Bar {
            start: tenths(Self::at(first)),
            length: tenths(Self::end(last) - Self::at(first)),
            from_before: span.first() < self.year.first_day(),
            goes_on: span.last() > self.year.last_day(),
        })
    }

    /// The middle of a result's time.
    fn mark(self, span: Span, status: OutcomeStatus) -> Option<Mark> {
        let bar = self.bar(span)?;
        Some(Mark { at: tenths(bar.start + bar.length / 2.0), status: status.id() })
    }

    fn actions(self, plan: &Plan, word: &'static str, voice: Voice<'_>) -> Vec<Row> {
        let actions = plan.actions.iter().enumerate();
        actions
            .map(|(at, action)| {
                let label = voice.say(word, &[&voice.number(at + 1)]);
                self.row(label, action.period.as_ref(), &action.outcomes, voice)
            })
            .collect()
    }

    fn row(self, label: String, period: Option<&Timing>, outcomes: &[Outcome], voice: Voice<'_>) -> Row {
        Row {
            label,
            period: period.map(|timing| TimeView::new(timing, voice)),
            bar: period.and_then(|timing| self.bar(timing.span)),
            marks: outcomes
                .iter()
                .filter_map(|outcome| self.mark(outcome.date.as_ref()?.span, outcome.status))
                .collect(),
        }
    }
}

/// As fine as can be seen.
fn tenths(hundredths: f64) -> f64 {
    (hundredths * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        Scale { year: FiscalYear::new(2566).expect("a year") }
    }

    fn span(text: &str) -> Span {
        crate::thai::period::parse(text, scale().year).expect("a period")
    }

    #[test]
    fn months_are_equally_wide_from_october_to_september() {
        let bar = |text| scale().bar(span(text)).map(|bar| (bar.start, bar.length));
        assert_eq!(bar("ตุลาคม ๒๕๖๕"), Some((0.0, 8.3)));
        assert_eq!(bar("กันยายน ๒๕๖๖"), Some((91.7, 8.3)));
        assert_eq!(bar("ม.ค.-มี.ค. ๒๕๖๖"), Some((25.0, 25.0)));
        assert_eq!(bar("ปีงบประมาณ ๒๕๖๖"), Some((0.0, 100.0)));
    }

    #[test]
    fn what_lies_beyond_the_year_is_cut_off_and_said() {
        let whole = scale().bar(span("ก.ย. ๒๕๖๕ - ต.ค. ๒๕๖๖")).expect("within the year");
        assert!(whole.from_before && whole.goes_on && (whole.start, whole.length) == (0.0, 100.0));
        assert!(scale().bar(span("ตุลาคม ๒๕๖๖")).is_none());
    }
}
