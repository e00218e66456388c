//! What falls due when: a bar for each month of the year, of the measures whose periods end in it. It stands for the
//! timeline where there are more measures than a timeline can hold.

use super::shares::{BarFacts, Bars, standing};
use super::{Caption, shares};
use crate::model::{Measure, Site, Year};
use crate::pages::{Link, Voice, timeline};
use crate::thai::calendar::Month;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A bar for each month from October to September; `None` where no measure's period ends within the year. What ends
/// later is of the last month, since it is not over before; what was over before the year began is not counted.
pub fn due(site: &Site, year: &Year, voice: Voice<'_>) -> Option<Bars> {
    let be = year.year.be();
    let last = |measure: &Measure| {
        let span = measure.period.as_ref()?.span;
        let touches = span.first() <= year.year.last_day() && span.last() >= year.year.first_day();
        touches.then(|| span.last().min(year.year.last_day()))
    };
    let mut by_month: BTreeMap<Date, Vec<&Measure>> = BTreeMap::new();
    for measure in year.measures.iter() {
        if let Some(day) = last(measure) {
            by_month.entry(day.first_of_month()).or_default().push(measure);
        }
    }
    let as_of = site.settings.as_of;
    let months = year.year.months();
    let facts: Vec<BarFacts> = months
        .iter()
        .map(|first| BarFacts {
            label: Link::words(timeline::month_name(Month::of(*first), voice)),
            hint: (as_of.first_of_month() == *first).then(|| voice.say("due_today", &[&voice.date(as_of)])),
            counts: standing(by_month.get(first).into_iter().flatten().copied(), voice),
        })
        .collect();
    let dated: usize = by_month.values().map(Vec::len).sum();
    let undated = year.measures.len() - dated;
    let caption = Caption {
        id: "due".to_owned(),
        title: voice.say("due_picture", &[&voice.fiscal_year(be)]),
        text: voice.say(
            "due_picture_text",
            &[&voice.number(dated), &shares::told(&standing(by_month.into_values().flatten(), voice), voice)],
        ),
    };
    let note = (undated > 0).then(|| voice.say("due_undated", &[&voice.number(undated)]));
    Some(Bars::new(caption, voice.word("due_month"), facts, voice)?.with(note, None))
}
