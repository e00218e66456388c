//! Bars made of parts: how many of something stand how, one part for each status that there is.

use super::{Caption, number, tenths};
use crate::model::{Measure, Status};
use crate::pages::{Link, Voice};
use schemars::JsonSchema;
use serde::Serialize;

/// How many there are of one kind.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The kind's name in style sheets.
    pub id: &'static str,
    /// Its words.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// How many of `measures` stand how, in the order in which statuses are shown.
pub fn standing<'m>(measures: impl Iterator<Item = &'m Measure>, voice: Voice<'_>) -> Vec<Counted> {
    let counts = Status::counts(measures.map(|measure| measure.status));
    counts.map(|(status, count)| Counted { id: status.id(), label: voice.status(status).label, count }).into()
}

/// “เสร็จแล้ว ๓, ล่าช้า ๑”: the kinds that there are.
pub fn told(counts: &[Counted], voice: Voice<'_>) -> String {
    let there = counts.iter().filter(|one| one.count > 0);
    there.map(|one| format!("{} {}", one.label, voice.number(one.count))).collect::<Vec<_>>().join(", ")
}

/// A part of a bar.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SharesShare")]
pub struct Share {
    /// Its kind's name in style sheets.
    status: &'static str,
    /// Where it begins, in hundredths of the width.
    from: f64,
    /// How wide it is, in the same.
    width: f64,
}

impl Share {
    /// A bar's parts; the whole width stands for `whole`. Kinds of which there are none have no part.
    pub fn all(counts: &[Counted], whole: usize) -> Vec<Self> {
        let place = |count: usize| tenths(number(count) * 100.0 / number(whole.max(1)));
        let mut before = 0;
        let mut shares = Vec::new();
        for one in counts.iter().filter(|one| one.count > 0) {
            // From ends rather than widths, so that rounding leaves no gap.
            let from = place(before);
            before += one.count;
            shares.push(Self { status: one.id, from, width: tenths(place(before) - from) });
        }
        shares
    }
}

/// Bars below one another, on one scale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Bars {
    /// Its name and its description.
    caption: Caption,
    /// What stands at the head of the table's first column.
    of: String,
    /// The kinds that there are, for the key and the heads of the table.
    kinds: Vec<Kind>,
    /// The bars, on one scale.
    rows: Vec<Bar>,
    /// What else is to be said.
    note: Option<String>,
    /// Where all of them are, where only some are shown.
    more: Option<Link>,
}

/// A kind of part, for the key.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SharesKind")]
struct Kind {
    /// Its name in style sheets.
    id: &'static str,
    /// In words.
    label: String,
}

/// One bar.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SharesBar")]
struct Bar {
    /// What the bar is of.
    label: Link,
    /// What is particular to it.
    hint: Option<String>,
    /// How many it stands for.
    total: String,
    /// Its parts, one after the other.
    parts: Vec<Share>,
    /// The numbers of each kind, as the table has them.
    cells: Vec<String>,
}

/// What one bar is made of.
#[derive(Debug)]
pub struct BarFacts {
    /// What it is of.
    pub label: Link,
    /// What is particular to it.
    pub hint: Option<String>,
    /// All kinds, the same for every bar.
    pub counts: Vec<Counted>,
}

impl BarFacts {
    fn total(&self) -> usize {
        self.counts.iter().map(|one| one.count).sum()
    }
}

impl Bars {
    /// Bars for `facts`, the longest of them as long as the picture is wide; `None` where there is nothing to show.
    pub fn new(caption: Caption, of: &str, facts: Vec<BarFacts>, voice: Voice<'_>) -> Option<Self> {
        let longest = facts.iter().map(BarFacts::total).max().filter(|longest| *longest > 0)?;
        let there = |at: usize| facts.iter().any(|bar| bar.counts.get(at).is_some_and(|one| one.count > 0));
        let all = facts.first().map(|bar| bar.counts.clone()).unwrap_or_default();
        let shown: Vec<usize> = (0..all.len()).filter(|at| there(*at)).collect();
        let kinds = shown.iter().filter_map(|at| all.get(*at)).map(|one| Kind { id: one.id, label: one.label.clone() });
        Some(Self {
            caption,
            of: of.to_owned(),
            kinds: kinds.collect(),
            rows: facts
                .into_iter()
                .map(|bar| Bar {
                    total: voice.number(bar.total()),
                    parts: Share::all(&bar.counts, longest),
                    cells: shown
                        .iter()
                        .filter_map(|at| bar.counts.get(*at))
                        .map(|one| voice.number(one.count))
                        .collect(),
                    label: bar.label,
                    hint: bar.hint,
                })
                .collect(),
            note: None,
            more: None,
        })
    }

    /// The same with something else to say, and with where all of them are.
    pub fn with(self, note: Option<String>, more: Option<Link>) -> Self {
        Self { note, more, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(counts: [usize; 3]) -> Vec<Counted> {
        let ids = ["done", "delayed", "cancelled"];
        ids.into_iter().zip(counts).map(|(id, count)| Counted { id, label: id.to_owned(), count }).collect()
    }

    fn parts(counts: [usize; 3], whole: usize) -> Vec<(&'static str, f64, f64)> {
        Share::all(&counted(counts), whole).into_iter().map(|one| (one.status, one.from, one.width)).collect()
    }

    #[test]
    fn a_bar_is_full_and_has_no_gap() {
        assert_eq!(parts([1, 1, 1], 3), [("done", 0.0, 33.3), ("delayed", 33.3, 33.4), ("cancelled", 66.7, 33.3)]);
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_longest() {
        assert_eq!(parts([1, 0, 1], 8), [("done", 0.0, 12.5), ("cancelled", 12.5, 12.5)]);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(parts([0, 0, 0], 0), []);
    }
}
