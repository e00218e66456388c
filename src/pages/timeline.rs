//! The months of a fiscal year, October to September, with when measures and their actions are due, when results
//! came, and the day on which progress is judged: the year of one measure, or of all of them.

use super::measures::TimeView;
use super::pictures::{Caption, tenths};
use super::voice::StatusView;
use super::{Link, Links, Voice};
use crate::model::{Measure, Outcome, OutcomeStatus, PageKey, Plan, Site, Timing, Year};
use crate::thai::calendar::{FiscalYear, Month};
use crate::thai::period::Span;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// A year's months with what happens in them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Timeline {
    /// Its name and its description.
    caption: Caption,
    /// The months' short names.
    months: Vec<&'static str>,
    /// The measure and its actions.
    rows: Vec<Row>,
    /// How the results stand that are marked, for the key.
    kinds: Vec<StatusView>,
    /// The day on which progress is judged, in hundredths of the year from its beginning; none if it is another year's.
    today: Option<f64>,
    /// Measures of which nothing has a time within the year.
    untimed: Option<String>,
}

/// A measure, or one of its actions.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TimelineRow")]
struct Row {
    /// The measure or action.
    label: Link,
    /// How it stands, where rows are measures.
    status: Option<StatusView>,
    /// When it is carried out.
    period: Option<TimeView>,
    /// Where its period stands, in hundredths of the year.
    bar: Option<Bar>,
    /// The dated results.
    marks: Vec<Mark>,
}

/// A period as it is drawn, in hundredths of the year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TimelineBar")]
struct Bar {
    /// Where it begins.
    start: f64,
    /// How long it is.
    length: f64,
    /// Whether the period began before the year, or goes on after it.
    from_before: bool,
    /// Whether the period goes on after the year.
    goes_on: bool,
}

/// A dated result.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TimelineMark")]
struct Mark {
    /// Where it stands, in hundredths of the year.
    at: f64,
    /// How the result stands.
    status: StatusView,
    /// When, as the table has it.
    date: TimeView,
}

impl Row {
    fn is_timed(&self) -> bool {
        self.bar.is_some() || !self.marks.is_empty()
    }
}

impl Timeline {
    /// The year of a measure; `None` where nothing of it has a time within the year. Where the report has actions of
    /// its own, they stand below those of the plan.
    pub fn of_measure(measure: &Measure, year: FiscalYear, as_of: Date, voice: Voice<'_>) -> Option<Self> {
        let scale = Scale { year };
        let own = scale.row(Link::words(voice.word("whole_measure")), measure.period.as_ref(), &[], voice);
        let told = measure.own_report();
        let planned =
            scale.actions(&measure.plan, if told.is_some() { "action_planned" } else { "action_number" }, voice);
        let reported = told.map(|report| scale.actions(report, "action_reported", voice)).unwrap_or_default();
        scale.timeline(std::iter::once(own).chain(planned).chain(reported), as_of, voice)
    }

    /// The year of all its measures, with the results of their reports; `None` where none has a time within the year,
    /// or where there are more measures than `most`.
    pub fn of_year(site: &Site, year: &Year, most: usize, links: Links<'_>, voice: Voice<'_>) -> Option<Self> {
        let (be, scale) = (year.year.be(), Scale { year: year.year });
        let row = |measure: &Measure| {
            let label = format!("{}. {}", voice.number(measure.number), measure.title);
            let label = links.to(&PageKey::Measure(be, measure.slug.clone()), label);
            let outcomes: Vec<&Outcome> =
                measure.reported().actions.iter().flat_map(|action| &action.outcomes).collect();
            let row = scale.row(label, measure.period.as_ref(), &outcomes, voice);
            Row { status: Some(voice.status(measure.status)), ..row }
        };
        if year.measures.len() > most {
            return None;
        }
        let mut timeline = scale.timeline(year.measures.iter().map(row), site.settings.as_of, voice)?;
        let untimed = year.measures.len() - timeline.rows.len();
        timeline.untimed = (untimed > 0).then(|| voice.say("timeline_untimed", &[&voice.number(untimed)]));
        Some(timeline)
    }
}

/// The statuses of the results that are marked.
fn kinds(rows: &[Row], voice: Voice<'_>) -> Vec<StatusView> {
    let marked =
        |status: OutcomeStatus| rows.iter().flat_map(|row| &row.marks).any(|mark| mark.status.id == status.id());
    OutcomeStatus::ALL.into_iter().filter(|status| marked(*status)).map(|status| voice.outcome(status)).collect()
}

/// A month's short name in the site's language.
pub fn month_name(month: Month, voice: Voice<'_>) -> &'static str {
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
    fn mark(self, timing: &Timing, status: OutcomeStatus, voice: Voice<'_>) -> Option<Mark> {
        let bar = self.bar(timing.span)?;
        Some(Mark {
            at: tenths(bar.start + bar.length / 2.0),
            status: voice.outcome(status),
            date: TimeView::new(timing, voice),
        })
    }

    fn actions(self, plan: &Plan, word: &'static str, voice: Voice<'_>) -> Vec<Row> {
        let actions = plan.actions.iter().enumerate();
        actions
            .map(|(at, action)| {
                let label = Link::words(voice.say(word, &[&voice.number(at + 1)]));
                let outcomes: Vec<&Outcome> = action.outcomes.iter().collect();
                self.row(label, action.period.as_ref(), &outcomes, voice)
            })
            .collect()
    }

    fn row(self, label: Link, period: Option<&Timing>, outcomes: &[&Outcome], voice: Voice<'_>) -> Row {
        Row {
            label,
            status: None,
            period: period.map(|timing| TimeView::new(timing, voice)),
            bar: period.and_then(|timing| self.bar(timing.span)),
            marks: outcomes
                .iter()
                .filter_map(|outcome| self.mark(outcome.date.as_ref()?, outcome.status, voice))
                .collect(),
        }
    }

    /// The rows that have a time within the year.
    fn timeline(self, rows: impl Iterator<Item = Row>, as_of: Date, voice: Voice<'_>) -> Option<Timeline> {
        let rows: Vec<Row> = rows.filter(Row::is_timed).collect();
        let today = self.year.contains(as_of);
        let bars = rows.iter().filter(|row| row.bar.is_some()).count();
        let marks: usize = rows.iter().map(|row| row.marks.len()).sum();
        let counted = voice.say("timeline_text", &[&voice.number(bars), &voice.number(marks)]);
        let judged = today.then(|| voice.say("timeline_judged", &[&voice.date(as_of)]));
        (!rows.is_empty()).then(|| Timeline {
            caption: Caption {
                id: "timeline".to_owned(),
                title: voice.say("timeline_picture", &[&voice.fiscal_year(self.year.be())]),
                text: std::iter::once(counted).chain(judged).collect::<Vec<_>>().join(" "),
            },
            months: self.year.months().map(|date| month_name(Month::of(date), voice)).to_vec(),
            kinds: kinds(&rows, voice),
            rows,
            today: today.then(|| tenths(Self::at(as_of))),
            untimed: None,
        })
    }
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
