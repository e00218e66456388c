//! How each kind of entry is written: what it is found by, what a new one needs, what a given field changes.

use super::defaults::{Defaults, fiscal_year};
use super::patch::{IndicatorPatch, InstrumentPatch, IssuePatch, ItemPatch, QuestionPatch, SubIndicatorPatch};
use super::{
    Basis, Certainty, Code, Entry, EntryKind, Indicator, Instrument, InstrumentInfo, Issue, IssueCodes, OitItem,
    PatchFault, Question, QuestionKind, SubIndicator, SubNumber,
};
use crate::value::{Number, Whole};

/// What every entry can say besides its own fields.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) certainty: Option<Number>,
    pub(super) basis: &'a [Basis],
    pub(super) remove: bool,
    /// Whether it gives the words (or the number) that its certainty is about.
    pub(super) words: bool,
}

/// An entry of a file, as against the [`Amendment::Entry`] of a year that it adds, changes or removes.
pub(super) trait Amendment {
    type Entry;
    type Key: Copy + PartialEq;

    /// What it is found by.
    fn key(&self) -> Result<Self::Key, PatchFault>;
    /// What it is called in a message.
    fn name(&self, year: u16) -> Entry;
    fn said(&self) -> Said<'_>;
    fn key_of(entry: &Self::Entry) -> Self::Key;
    fn sureness(entry: &mut Self::Entry) -> (&mut Certainty, &mut Vec<Basis>);
    /// A new entry with what it cannot do without, or the fields that are missing. `amend` adds the rest.
    fn start(&self, key: Self::Key) -> Result<Self::Entry, Vec<&'static str>>;
    /// Puts the fields that are given into the entry.
    fn amend(&self, entry: &mut Self::Entry, defaults: &Defaults) -> Result<(), PatchFault>;
}

fn set(target: &mut String, given: Option<&String>) {
    if let Some(text) = given {
        text.trim().clone_into(target);
    }
}

/// An empty text takes the old one away.
fn set_optional(target: &mut Option<String>, given: Option<&String>) {
    if let Some(text) = given {
        *target = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    }
}

fn set_list(target: &mut Vec<String>, given: &[String]) {
    if !given.is_empty() {
        *target = given.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    }
}

/// The names of the fields that are not given.
fn missing<const N: usize>(fields: [(&'static str, bool); N]) -> Vec<&'static str> {
    fields.into_iter().filter(|(_, given)| !given).map(|(name, _)| name).collect()
}

fn small(written: Whole, field: &'static str) -> Result<u8, PatchFault> {
    const MOST: u8 = 99;
    let fault = PatchFault::OutOfRange { field, value: f64::from(written.0), from: 1.0, to: f64::from(MOST) };
    u8::try_from(written.0).ok().filter(|number| (1..=MOST).contains(number)).ok_or(fault)
}

fn sub_number(written: &str) -> Result<SubNumber, PatchFault> {
    SubNumber::parse(written).ok_or_else(|| PatchFault::NotASubNumber(written.trim().to_owned()))
}

/// What is written alike in every kind of entry: its key, and how certain it is.
macro_rules! common {
    ($key:ident, words: $($word:ident)|+) => {
        fn said(&self) -> Said<'_> {
            let words = $(self.$word.is_some())||+;
            Said { certainty: self.certainty, basis: &self.basis, remove: self.remove, words }
        }

        fn key_of(entry: &Self::Entry) -> Self::Key {
            entry.$key
        }

        fn sureness(entry: &mut Self::Entry) -> (&mut Certainty, &mut Vec<Basis>) {
            (&mut entry.certainty, &mut entry.basis)
        }
    };
}

impl Amendment for InstrumentPatch {
    type Entry = InstrumentInfo;
    type Key = Instrument;

    fn key(&self) -> Result<Instrument, PatchFault> {
        Ok(self.code)
    }

    fn name(&self, _: u16) -> Entry {
        Entry::Named(EntryKind::Instrument, self.code.to_string())
    }

    common!(code, words: name | weight);

    fn start(&self, code: Instrument) -> Result<InstrumentInfo, Vec<&'static str>> {
        let (Some(name), Some(weight)) = (&self.name, self.weight) else {
            return Err(missing([("name", self.name.is_some()), ("weight", self.weight.is_some())]));
        };
        Ok(InstrumentInfo {
            code,
            name: name.clone(),
            name_en: None,
            weight: weight.0,
            other_names: Vec::new(),
            certainty: Certainty::FULL,
            basis: Vec::new(),
        })
    }

    fn amend(&self, entry: &mut InstrumentInfo, _: &Defaults) -> Result<(), PatchFault> {
        set(&mut entry.name, self.name.as_ref());
        set_optional(&mut entry.name_en, self.name_en.as_ref());
        set_list(&mut entry.other_names, &self.other_names);
        entry.weight = self.weight.map_or(entry.weight, |weight| weight.0);
        Ok(())
    }
}

impl Amendment for IndicatorPatch {
    type Entry = Indicator;
    type Key = u8;

    fn key(&self) -> Result<u8, PatchFault> {
        small(self.number, "number")
    }

    fn name(&self, _: u16) -> Entry {
        Entry::Named(EntryKind::Indicator, self.number.0.to_string())
    }

    common!(number, words: name);

    fn start(&self, number: u8) -> Result<Indicator, Vec<&'static str>> {
        let (Some(name), Some(instrument)) = (&self.name, self.instrument) else {
            return Err(missing([("name", self.name.is_some()), ("instrument", self.instrument.is_some())]));
        };
        Ok(Indicator {
            number,
            name: name.clone(),
            name_en: None,
            other_names: Vec::new(),
            instrument,
            certainty: Certainty::FULL,
            basis: Vec::new(),
        })
    }

    fn amend(&self, entry: &mut Indicator, _: &Defaults) -> Result<(), PatchFault> {
        set(&mut entry.name, self.name.as_ref());
        set_optional(&mut entry.name_en, self.name_en.as_ref());
        set_list(&mut entry.other_names, &self.other_names);
        entry.instrument = self.instrument.unwrap_or(entry.instrument);
        Ok(())
    }
}

impl Amendment for SubIndicatorPatch {
    type Entry = SubIndicator;
    type Key = SubNumber;

    fn key(&self) -> Result<SubNumber, PatchFault> {
        sub_number(&self.number.0)
    }

    fn name(&self, _: u16) -> Entry {
        let number = SubNumber::parse(&self.number.0);
        Entry::Named(EntryKind::SubIndicator, number.map_or_else(|| self.number.0.clone(), |number| number.to_string()))
    }

    common!(number, words: title);

    fn start(&self, number: SubNumber) -> Result<SubIndicator, Vec<&'static str>> {
        let title = self.title.clone().ok_or_else(|| vec!["title"])?;
        Ok(SubIndicator { number, title, certainty: Certainty::FULL, basis: Vec::new() })
    }

    fn amend(&self, entry: &mut SubIndicator, _: &Defaults) -> Result<(), PatchFault> {
        set(&mut entry.title, self.title.as_ref());
        Ok(())
    }
}

impl Amendment for ItemPatch {
    type Entry = OitItem;
    type Key = Code;

    fn key(&self) -> Result<Code, PatchFault> {
        Ok(Code::parse_oit(&self.code.0)?)
    }

    fn name(&self, _: u16) -> Entry {
        let code = Code::parse_oit(&self.code.0);
        Entry::Named(EntryKind::Item, code.map_or_else(|_| self.code.0.clone(), |code| code.to_string()))
    }

    common!(code, words: title);

    fn start(&self, code: Code) -> Result<OitItem, Vec<&'static str>> {
        let (Some(title), Some(sub)) = (&self.title, &self.sub_indicator) else {
            return Err(missing([("title", self.title.is_some()), ("sub_indicator", self.sub_indicator.is_some())]));
        };
        // A number that cannot be read is reported by `amend`.
        let sub_indicator = SubNumber::parse(&sub.0).unwrap_or(SubNumber { indicator: 0, part: 0 });
        Ok(OitItem {
            code,
            title: title.clone(),
            group: None,
            other_titles: Vec::new(),
            sub_indicator,
            indicator: sub_indicator.indicator,
            note: None,
            certainty: Certainty::FULL,
            basis: Vec::new(),
        })
    }

    fn amend(&self, entry: &mut OitItem, _: &Defaults) -> Result<(), PatchFault> {
        set(&mut entry.title, self.title.as_ref());
        set_optional(&mut entry.group, self.group.as_ref());
        set_list(&mut entry.other_titles, &self.other_titles);
        set_optional(&mut entry.note, self.note.as_ref());
        if let Some(sub) = &self.sub_indicator {
            entry.sub_indicator = sub_number(&sub.0)?;
            entry.indicator = entry.sub_indicator.indicator;
        }
        Ok(())
    }
}

impl Amendment for QuestionPatch {
    type Entry = Question;
    type Key = Code;

    fn key(&self) -> Result<Code, PatchFault> {
        match Code::parse(&self.code.0)? {
            code if code.instrument == Instrument::Oit => Err(PatchFault::NotAQuestion(code)),
            code => Ok(code),
        }
    }

    fn name(&self, _: u16) -> Entry {
        let code = Code::parse(&self.code.0);
        Entry::Named(EntryKind::Question, code.map_or_else(|_| self.code.0.clone(), |code| code.to_string()))
    }

    common!(code, words: text);

    fn start(&self, code: Code) -> Result<Question, Vec<&'static str>> {
        if self.indicator.is_none() {
            return Err(vec!["indicator"]);
        }
        Ok(Question {
            code,
            indicator: 0,
            kind: QuestionKind::Unknown,
            text: None,
            parts: Vec::new(),
            scale: None,
            polarity: None,
            note: None,
            certainty: Certainty::FULL,
            basis: Vec::new(),
        })
    }

    fn amend(&self, entry: &mut Question, _: &Defaults) -> Result<(), PatchFault> {
        set_optional(&mut entry.text, self.text.as_ref());
        entry.kind = match (self.kind, &self.text, &entry.text) {
            (Some(kind), ..) => kind,
            (None, Some(_), Some(_)) => QuestionKind::Wording,
            (None, Some(_), None) => QuestionKind::Unknown,
            (None, None, _) => entry.kind,
        };
        set_list(&mut entry.parts, &self.parts);
        entry.scale = self.scale.or(entry.scale);
        entry.polarity = self.polarity.or(entry.polarity);
        set_optional(&mut entry.note, self.note.as_ref());
        if let Some(indicator) = self.indicator {
            entry.indicator = small(indicator, "indicator")?;
        }
        Ok(())
    }
}

impl Amendment for IssuePatch {
    type Entry = Issue;
    type Key = u8;

    fn key(&self) -> Result<u8, PatchFault> {
        small(self.number, "number")
    }

    fn name(&self, year: u16) -> Entry {
        Entry::Issue { year, number: self.number.0 }
    }

    common!(number, words: title);

    fn start(&self, number: u8) -> Result<Issue, Vec<&'static str>> {
        let title = self.title.clone().ok_or_else(|| vec!["title"])?;
        Ok(Issue { number, title, codes: None, certainty: Certainty::FULL, basis: Vec::new() })
    }

    fn amend(&self, entry: &mut Issue, defaults: &Defaults) -> Result<(), PatchFault> {
        set(&mut entry.title, self.title.as_ref());
        if let Some(given) = &self.codes {
            let mut codes = given.codes.iter().map(|text| Code::parse(&text.0)).collect::<Result<Vec<_>, _>>()?;
            codes.sort();
            codes.dedup();
            let (certainty, basis) = defaults.fill(given.certainty, &given.basis)?;
            entry.codes = Some(IssueCodes { of_year: fiscal_year(given.of_year.0)?, codes, certainty, basis });
        }
        Ok(())
    }
}
