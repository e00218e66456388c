//! The framework of one fiscal year, and finding one's way in it.
//!
//! It is whole and consistent: every item has its sub-indicator and every question its indicator, because
//! [`Framework`](super::Framework) gives out nothing else. It does not know scores ([`score`](super::score)).

use super::spelling::bare;
use super::{
    Code, Indicator, Instrument, InstrumentInfo, Issue, LevelScale, MeasureItems, OitItem, PerInstrument, Question,
    SubIndicator, SubNumber, Weights,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What ITA was, or is taken to have been, in one fiscal year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FrameworkYear {
    pub(super) year: u16,
    pub(super) instruments: Vec<InstrumentInfo>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) sub_indicators: Vec<SubIndicator>,
    pub(super) items: Vec<OitItem>,
    pub(super) questions: Vec<Question>,
    pub(super) levels: Option<LevelScale>,
    pub(super) issues: Vec<Issue>,
    pub(super) measure_items: Option<MeasureItems>,
    /// The item that is known under a title, spelt [`bare`]: each year is asked for the titles of all others.
    #[serde(skip)]
    pub(super) by_title: BTreeMap<String, Code>,
}

/// Every name of an indicator, spelt [`bare`].
fn names(indicator: &Indicator) -> impl Iterator<Item = String> {
    std::iter::once(&indicator.name).chain(&indicator.other_names).map(|name| bare(name))
}

/// Every title under which an item is known.
fn titles(item: &OitItem) -> impl Iterator<Item = &str> {
    std::iter::once(&item.title).chain(&item.other_titles).map(String::as_str)
}

impl FrameworkYear {
    pub(super) const fn empty(year: u16) -> Self {
        Self {
            year,
            instruments: Vec::new(),
            indicators: Vec::new(),
            sub_indicators: Vec::new(),
            items: Vec::new(),
            questions: Vec::new(),
            levels: None,
            issues: Vec::new(),
            measure_items: None,
            by_title: BTreeMap::new(),
        }
    }

    /// Puts every list in the order in which it is shown and searched. Nothing may be changed after that.
    pub(super) fn sort(&mut self) {
        self.instruments.sort_by_key(|one| one.code);
        self.indicators.sort_by_key(|one| one.number);
        self.sub_indicators.sort_by_key(|one| one.number);
        self.items.sort_by_key(|one| one.code);
        self.questions.sort_by_key(|one| one.code);
        self.issues.sort_by_key(|one| one.number);
        self.by_title.clear();
        for item in &self.items {
            for title in titles(item) {
                self.by_title.entry(bare(title)).or_insert(item.code);
            }
        }
    }

    /// The fiscal year, Buddhist Era.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The instruments, in order.
    #[must_use]
    pub fn instruments(&self) -> &[InstrumentInfo] {
        &self.instruments
    }

    /// The indicators, by number.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The sub-indicators, by number.
    #[must_use]
    pub fn sub_indicators(&self) -> &[SubIndicator] {
        &self.sub_indicators
    }

    /// The OIT items, by code.
    #[must_use]
    pub fn items(&self) -> &[OitItem] {
        &self.items
    }

    /// The questions that are known of, IIT before EIT, by code. None for a year whose forms were not found.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The scale of levels, if one is known.
    #[must_use]
    pub const fn levels(&self) -> Option<&LevelScale> {
        self.levels.as_ref()
    }

    /// The issues that a plan of this year analyses; none before 2567.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The two items under which measures are published, and how certain they are.
    #[must_use]
    pub const fn measure_items(&self) -> Option<&MeasureItems> {
        self.measure_items.as_ref()
    }

    /// The item that shows the analysis of the year before and the plan.
    #[must_use]
    pub fn plan_item(&self) -> Option<&OitItem> {
        self.item(self.measure_items.as_ref()?.plan)
    }

    /// The item that reports what was done under the plan.
    #[must_use]
    pub fn progress_item(&self) -> Option<&OitItem> {
        self.item(self.measure_items.as_ref()?.progress)
    }

    /// An instrument's name and weight.
    #[must_use]
    pub fn instrument(&self, code: Instrument) -> Option<&InstrumentInfo> {
        self.instruments.iter().find(|one| one.code == code)
    }

    /// An indicator by its number.
    #[must_use]
    pub fn indicator(&self, number: u8) -> Option<&Indicator> {
        self.indicators.iter().find(|one| one.number == number)
    }

    /// A sub-indicator by its number, `9.1`, in Thai or Arabic digits.
    #[must_use]
    pub fn sub_indicator(&self, number: &str) -> Option<&SubIndicator> {
        self.sub_indicator_at(SubNumber::parse(number)?)
    }

    /// A sub-indicator by its number.
    #[must_use]
    pub fn sub_indicator_at(&self, number: SubNumber) -> Option<&SubIndicator> {
        self.sub_indicators.iter().find(|one| one.number == number)
    }

    /// An OIT item by its code.
    #[must_use]
    pub fn item(&self, code: Code) -> Option<&OitItem> {
        let place = self.items.binary_search_by_key(&code, |one| one.code).ok()?;
        self.items.get(place)
    }

    /// A question by its code.
    #[must_use]
    pub fn question(&self, code: Code) -> Option<&Question> {
        let place = self.questions.binary_search_by_key(&code, |one| one.code).ok()?;
        self.questions.get(place)
    }

    /// The item of this list that asks for the same as `other` of another year's list: one of their titles is the
    /// same but for spaces and marks. Codes say nothing here: they change from year to year.
    #[must_use]
    pub fn same_item(&self, other: &OitItem) -> Option<&OitItem> {
        titles(other).find_map(|title| self.item(*self.by_title.get(&bare(title))?))
    }

    /// The indicator of this year that measures the same as `other` of any year: one of their names is the same but for
    /// spaces and marks. Numbers say nothing here: a year may count its indicators anew.
    #[must_use]
    pub fn same_indicator(&self, other: &Indicator) -> Option<&Indicator> {
        let known: Vec<String> = names(other).collect();
        self.indicators.iter().find(|one| names(one).any(|name| known.contains(&name)))
    }

    /// Whether the overall scores of two years are made of the same: the same indicators, by the same weights.
    #[must_use]
    pub fn scores_like(&self, other: &Self) -> bool {
        let shares = |indicator: &Indicator, year: &Self| year.points_of(indicator.number);
        self.indicators.len() == other.indicators.len()
            && self
                .indicators
                .iter()
                .all(|one| other.same_indicator(one).is_some_and(|same| shares(one, self) == shares(same, other)))
    }

    /// Whether the code is one of this year's: `None` when the year's questions of that instrument are not
    /// known, so that it cannot be said.
    #[must_use]
    pub fn has(&self, code: Code) -> Option<bool> {
        let found = match code.instrument {
            Instrument::Oit => self.item(code).is_some(),
            Instrument::Iit | Instrument::Eit => self.question(code).is_some(),
        };
        let known = match code.instrument {
            Instrument::Oit => !self.items.is_empty(),
            other => self.questions.iter().any(|one| one.code.instrument == other),
        };
        known.then_some(found)
    }

    /// The indicator that a code counts towards.
    #[must_use]
    pub fn indicator_of(&self, code: Code) -> Option<&Indicator> {
        let number = self.item(code).map(|item| item.indicator);
        self.indicator(number.or_else(|| self.question(code).map(|question| question.indicator))?)
    }

    /// The indicators that an instrument measures, by number.
    pub fn indicators_of(&self, instrument: Instrument) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |one| one.instrument == instrument)
    }

    /// The sub-indicators of an indicator, by number.
    pub fn sub_indicators_of(&self, indicator: u8) -> impl Iterator<Item = &SubIndicator> {
        self.sub_indicators.iter().filter(move |one| one.number.indicator == indicator)
    }

    /// The items under a sub-indicator, by code.
    pub fn items_of(&self, sub_indicator: SubNumber) -> impl Iterator<Item = &OitItem> {
        self.items.iter().filter(move |one| one.sub_indicator == sub_indicator)
    }

    /// The questions of an indicator, by code.
    pub fn questions_of(&self, indicator: u8) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |one| one.indicator == indicator)
    }

    /// The issue with a number.
    #[must_use]
    pub fn issue(&self, number: u8) -> Option<&Issue> {
        self.issues.iter().find(|one| one.number == number)
    }

    /// How much of the overall score each instrument is; `None` unless all three are known.
    #[must_use]
    pub fn weights(&self) -> Option<Weights> {
        let weights = PerInstrument::from_fn(|one| self.instrument(one).map(|info| info.weight));
        Some(PerInstrument { iit: weights.iit?, eit: weights.eit?, oit: weights.oit? })
    }
}

#[cfg(test)]
mod tests {
    use crate::framework::{Code, Framework};

    #[test]
    fn an_item_is_found_again_in_another_year_by_what_it_asks_for_and_not_by_its_code() {
        let list = |year| Framework::embedded().year(year).expect("a year that is built in");
        let code = |text| Code::parse_oit(text).expect("a code");
        let item = |year: u16, text| list(year).item(code(text)).expect("an item of the year");
        assert_eq!(list(2566).same_item(item(2567, "o1")).map(|one| one.code), Some(code("o1")));
        // E-Service was o18 of 2566, and is o13 of 2567.
        assert_eq!(list(2566).same_item(item(2567, "o13")).map(|one| one.code), Some(code("o18")));
        assert_eq!(list(2566).same_item(item(2567, "o10")).map(|one| one.code.to_string()).as_deref(), None);
    }
}
