//! Whether a year fits together: nothing is given out that points at something that is not there.
//!
//! It does not know what was written in which file; it names entries, and [`merge`](super::merge) their place.

use super::level::LevelScale;
use super::{Code, Entry, EntryKind, FrameworkYear, Instrument, PatchFault};
use std::collections::BTreeMap;

type Faults = Vec<(Entry, PatchFault)>;

/// How far the weights may be from 1 together: they are written with two or three decimals.
const WEIGHT_TOLERANCE: f64 = 0.000_5;

fn named(kind: EntryKind, name: &impl ToString) -> Entry {
    Entry::Named(kind, name.to_string())
}

/// Everything in one year that does not fit.
pub(super) fn check(year: &FrameworkYear) -> Faults {
    let mut faults = Vec::new();
    instruments(year, &mut faults);
    indicators(year, &mut faults);
    items(year, &mut faults);
    questions(year, &mut faults);
    for issue in year.issues.iter().filter(|issue| issue.title.is_empty()) {
        let entry = Entry::Issue { year: year.year, number: issue.number.into() };
        faults.push((entry, PatchFault::Empty("title")));
    }
    if let Some(scale) = &year.levels {
        levels(scale, &mut faults);
    }
    for code in year.measure_items.iter().flat_map(|items| [items.plan, items.progress]) {
        if year.item(code).is_none() {
            faults.push((Entry::MeasureItems, PatchFault::NoSuchCode { code, year: year.year }));
        }
    }
    faults
}

/// Codes of issues that the year they are of does not have. A year that is not known is left alone, and so are
/// questions where a year's are not known.
pub(super) fn check_issues(years: &BTreeMap<u16, FrameworkYear>) -> Faults {
    let mut faults = Vec::new();
    for (year, issue) in years.values().flat_map(|year| year.issues.iter().map(move |issue| (year.year, issue))) {
        let Some(codes) = &issue.codes else { continue };
        let Some(of_year) = years.get(&codes.of_year) else { continue };
        let unknown = codes.codes.iter().filter(|code| of_year.has(**code) == Some(false));
        faults.extend(unknown.map(|code: &Code| {
            let entry = Entry::Issue { year, number: issue.number.into() };
            (entry, PatchFault::NoSuchCode { code: *code, year: codes.of_year })
        }));
    }
    faults
}

fn instruments(year: &FrameworkYear, faults: &mut Faults) {
    for info in &year.instruments {
        let entry = named(EntryKind::Instrument, &info.code);
        if info.name.is_empty() {
            faults.push((entry.clone(), PatchFault::Empty("name")));
        }
        within("weight", info.weight, 1.0, entry, faults);
    }
    let sum: f64 = year.instruments.iter().map(|info| info.weight).sum();
    if !year.instruments.is_empty() && (sum - 1.0).abs() > WEIGHT_TOLERANCE {
        faults.push((Entry::Instruments, PatchFault::Weights(sum)));
    }
}

fn indicators(year: &FrameworkYear, faults: &mut Faults) {
    for indicator in year.indicators.iter().filter(|one| one.name.is_empty()) {
        faults.push((named(EntryKind::Indicator, &indicator.number), PatchFault::Empty("name")));
    }
    for sub in &year.sub_indicators {
        let entry = || named(EntryKind::SubIndicator, &sub.number);
        if sub.title.is_empty() {
            faults.push((entry(), PatchFault::Empty("title")));
        }
        faults.extend(under(year, sub.number.indicator, Instrument::Oit).map(|fault| (entry(), fault)));
    }
}

fn items(year: &FrameworkYear, faults: &mut Faults) {
    for item in &year.items {
        let entry = || named(EntryKind::Item, &item.code);
        if item.title.is_empty() {
            faults.push((entry(), PatchFault::Empty("title")));
        }
        // Part 0 stands for a number that could not be read, and that is reported already.
        if item.sub_indicator.part > 0 && year.sub_indicator_at(item.sub_indicator).is_none() {
            faults.push((entry(), PatchFault::NoSubIndicator(item.sub_indicator)));
        }
    }
}

fn questions(year: &FrameworkYear, faults: &mut Faults) {
    for question in &year.questions {
        let entry = || named(EntryKind::Question, &question.code);
        if question.text.is_some() == (question.kind == super::QuestionKind::Unknown) {
            faults.push((entry(), PatchFault::KindAgainstText));
        }
        // Indicator 0 stands for a number out of range, and that is reported already.
        if question.indicator > 0 {
            let fault = under(year, question.indicator, question.code.instrument);
            faults.extend(fault.map(|fault| (entry(), fault)));
        }
    }
}

/// What is wrong with standing under an indicator.
fn under(year: &FrameworkYear, indicator: u8, instrument: Instrument) -> Option<PatchFault> {
    match year.indicator(indicator) {
        None => Some(PatchFault::NoIndicator(indicator.into())),
        Some(one) if one.instrument != instrument => Some(PatchFault::OtherInstrument { indicator }),
        Some(_) => None,
    }
}

fn within(field: &'static str, value: f64, to: f64, entry: Entry, faults: &mut Faults) {
    if !(0.0..=to).contains(&value) {
        faults.push((entry, PatchFault::OutOfRange { field, value, from: 0.0, to }));
    }
}

fn levels(scale: &LevelScale, faults: &mut Faults) {
    if scale.name.is_empty() {
        faults.push((Entry::Levels, PatchFault::Empty("name")));
    }
    if let Some(mark) = scale.pass_mark {
        within("pass_mark", mark, 100.0, Entry::Levels, faults);
    }
    for (at, level) in scale.levels.iter().enumerate() {
        let entry = || named(EntryKind::Level, &level.name);
        if level.name.is_empty() {
            faults.push((entry(), PatchFault::Empty("name")));
        }
        within("overall_min", level.overall_min, 100.0, entry(), faults);
        if let Some(least) = level.instrument_min {
            within("instrument_min", least, 100.0, entry(), faults);
        }
        let before = scale.levels.iter().take(at);
        if before.clone().any(|other| other.name == level.name) {
            faults.push((entry(), PatchFault::Twice));
        }
        if before.clone().any(|other| other.takes_all_of(level)) {
            faults.push((entry(), PatchFault::LevelOrder));
        }
    }
    if scale.levels.last().is_none_or(|last| last.overall_min != 0.0 || last.instrument_min.is_some()) {
        faults.push((Entry::Levels, PatchFault::NoLastLevel));
    }
}
