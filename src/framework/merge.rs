//! Putting a framework file onto what is known of its year.
//!
//! It collects everything that is wrong and never stops at the first. It does not know whether the year that
//! comes out is consistent: that is [`check`](super::check).

use super::amend::{Amendment, Said};
use super::defaults::{Defaults, certainty_of, fiscal_year};
use super::patch::{FrameworkPatch, ItemPatch, LevelsPatch, MeasureItemsPatch};
use super::{
    Basis, Certainty, Code, Entry, EntryKind, FrameworkYear, Level, LevelScale, MeasureItems, PatchFault, PatchProblem,
    SubNumber,
};
use crate::value::Text;
use std::collections::BTreeMap;

/// A file being put onto a year.
pub(super) struct Merge {
    defaults: Defaults,
    year: u16,
    /// What is wrong so far.
    pub(super) problems: Vec<PatchProblem>,
    /// Where each entry of the file stands.
    places: Vec<(Entry, String)>,
}

impl Merge {
    /// Puts `patch` onto what is known of its year, or of the year that it is `like`. What is wrong is in
    /// `problems`; the year is none if there is nothing to put the file onto.
    pub(super) fn run(known: &BTreeMap<u16, FrameworkYear>, patch: &FrameworkPatch) -> (Self, Option<FrameworkYear>) {
        let defaults = Defaults {
            certainty: Certainty::FULL,
            basis: if patch.basis.is_empty() { vec![Basis::Site] } else { patch.basis.to_vec() },
        };
        let mut merge = Self { defaults, year: 0, problems: Vec::new(), places: Vec::new() };
        match fiscal_year(patch.year.0) {
            Ok(year) => merge.year = year,
            Err(fault) => {
                merge.report("year", Entry::Year, fault);
                return (merge, None);
            }
        }
        match patch.certainty.map_or(Ok(Certainty::FULL), certainty_of) {
            Ok(certainty) => merge.defaults.certainty = certainty,
            Err(fault) => merge.report("certainty", Entry::Year, fault),
        }
        let Some(mut year) = merge.base(known, patch) else { return (merge, None) };
        merge.put(&mut year, patch);
        year.sort();
        (merge, Some(year))
    }

    /// Notes what is wrong with an entry, wherever in the file it stands.
    pub(super) fn report_entry(&mut self, entry: Entry, fault: PatchFault) {
        let path = self.places.iter().find(|(name, _)| *name == entry).map(|(_, path)| path.clone());
        self.problems.push(PatchProblem { path: path.unwrap_or_default(), entry, fault });
    }

    fn report(&mut self, path: &str, entry: Entry, fault: PatchFault) {
        self.problems.push(PatchProblem { path: path.to_owned(), entry, fault });
    }

    /// The year to put the file onto.
    fn base(&mut self, known: &BTreeMap<u16, FrameworkYear>, patch: &FrameworkPatch) -> Option<FrameworkYear> {
        match (known.get(&self.year), patch.like) {
            (Some(year), None) => Some(year.clone()),
            (Some(year), Some(_)) => {
                self.report("like", Entry::Year, PatchFault::LikeOfKnownYear);
                Some(year.clone())
            }
            (None, None) => Some(FrameworkYear::empty(self.year)),
            (None, Some(like)) => {
                let Some(model) = u16::try_from(like.0).ok().and_then(|like| known.get(&like)) else {
                    self.report("like", Entry::Year, PatchFault::LikeUnknown(like.0));
                    return None;
                };
                Some(self.taken_over(model, patch))
            }
        }
    }

    /// Another year as the beginning of this one. Nobody has looked whether its entries still hold, unless the
    /// file says how certain they are.
    fn taken_over(&self, model: &FrameworkYear, patch: &FrameworkPatch) -> FrameworkYear {
        let mut year = FrameworkYear { year: self.year, ..model.clone() };
        let trust = |certainty: &mut Certainty, basis: &mut Vec<Basis>| {
            if patch.certainty.is_some() {
                (*certainty, *basis) = (self.defaults.certainty, self.defaults.basis.clone());
            } else {
                *certainty = certainty.at_most(Certainty::TAKEN_OVER);
                *basis = if patch.basis.is_empty() { vec![Basis::Inferred] } else { self.defaults.basis.clone() };
            }
        };
        year.instruments.iter_mut().for_each(|one| trust(&mut one.certainty, &mut one.basis));
        year.indicators.iter_mut().for_each(|one| trust(&mut one.certainty, &mut one.basis));
        year.sub_indicators.iter_mut().for_each(|one| trust(&mut one.certainty, &mut one.basis));
        year.items.iter_mut().for_each(|one| trust(&mut one.certainty, &mut one.basis));
        year.questions.iter_mut().for_each(|one| trust(&mut one.certainty, &mut one.basis));
        year.measure_items.iter_mut().for_each(|one| trust(&mut one.certainty, &mut one.basis));
        let levels = year.levels.iter_mut().flat_map(|scale| &mut scale.levels);
        levels.for_each(|one| trust(&mut one.certainty, &mut one.basis));
        for issue in &mut year.issues {
            trust(&mut issue.certainty, &mut issue.basis);
            issue.codes.iter_mut().for_each(|codes| trust(&mut codes.certainty, &mut codes.basis));
        }
        year
    }

    fn put(&mut self, year: &mut FrameworkYear, patch: &FrameworkPatch) {
        self.list("instruments", &mut year.instruments, &patch.instruments);
        self.list("indicators", &mut year.indicators, &patch.indicators);
        self.list("sub_indicators", &mut year.sub_indicators, &patch.sub_indicators);
        let items = self.items(patch);
        self.entries(&mut year.items, items.iter().map(|(path, item)| (path.clone(), item)));
        // Only now: items may have been moved out of a sub-indicator that goes.
        let gone = |number: SubNumber| {
            patch.sub_indicators.iter().any(|sub| sub.remove && SubNumber::parse(&sub.number.0) == Some(number))
        };
        year.items.retain(|item| !gone(item.sub_indicator));
        self.list("questions", &mut year.questions, &patch.questions);
        self.list("issues", &mut year.issues, &patch.issues);
        if let Some(levels) = &patch.levels {
            self.levels(&mut year.levels, levels);
        }
        if let Some(items) = &patch.measure_items {
            self.places.push((Entry::MeasureItems, "measure_items".to_owned()));
            if let Err(fault) = self.measure_items(&mut year.measure_items, items) {
                self.report_entry(Entry::MeasureItems, fault);
            }
        }
    }

    /// All items of the file, each with its path and with the sub-indicator that it stands under.
    fn items(&mut self, patch: &FrameworkPatch) -> Vec<(String, ItemPatch)> {
        let mut all = Vec::new();
        for (at, sub) in patch.sub_indicators.iter().enumerate() {
            let Some(under) = SubNumber::parse(&sub.number.0) else { continue };
            for (within, item) in sub.items.iter().enumerate() {
                let place = format!("sub_indicators[{at}].items[{within}]");
                let said = item.sub_indicator.as_ref().and_then(|said| SubNumber::parse(&said.0));
                if let Some(said) = said.filter(|said| *said != under) {
                    self.report(&place, item.name(self.year), PatchFault::TwoPlaces(under, said));
                }
                all.push((place, ItemPatch { sub_indicator: Some(Text(under.to_string())), ..item.clone() }));
            }
        }
        all.extend(patch.items.iter().enumerate().map(|(at, item)| (format!("items[{at}]"), item.clone())));
        all
    }

    fn list<A: Amendment>(&mut self, field: &str, entries: &mut Vec<A::Entry>, written: &[A]) {
        self.entries(entries, written.iter().enumerate().map(|(at, one)| (format!("{field}[{at}]"), one)));
    }

    fn entries<'a, A: Amendment + 'a>(
        &mut self,
        entries: &mut Vec<A::Entry>,
        written: impl Iterator<Item = (String, &'a A)>,
    ) {
        let mut seen = Vec::new();
        for (path, one) in written {
            let name = one.name(self.year);
            match one.key() {
                Err(fault) => self.report(&path, name, fault),
                Ok(key) if seen.contains(&key) => self.report(&path, name, PatchFault::Twice),
                Ok(key) => {
                    seen.push(key);
                    self.places.push((name.clone(), path.clone()));
                    for fault in self.entry(entries, one, key) {
                        self.report(&path, name.clone(), fault);
                    }
                }
            }
        }
    }

    /// Removes, changes or adds one entry, and gives back what is wrong with it.
    fn entry<A: Amendment>(&self, entries: &mut Vec<A::Entry>, one: &A, key: A::Key) -> Vec<PatchFault> {
        let at = entries.iter().position(|entry| A::key_of(entry) == key);
        let said = one.said();
        if said.remove {
            let removed = at.map(|at| entries.remove(at));
            return removed.map_or_else(|| vec![PatchFault::NothingToRemove], |_| Vec::new());
        }
        let is_new = at.is_none();
        let mut fresh = None;
        let entry = match at.and_then(|at| entries.get_mut(at)) {
            Some(entry) => entry,
            None => match one.start(key) {
                Ok(start) => fresh.insert(start),
                Err(missing) => return missing.into_iter().map(PatchFault::Missing).collect(),
            },
        };
        let faults = [one.amend(entry, &self.defaults).err(), self.trust::<A>(entry, said, is_new).err()];
        entries.extend(fresh);
        faults.into_iter().flatten().collect()
    }

    /// An entry is as certain as the file says as soon as the file gives its words; moving an item elsewhere
    /// does not make a doubtful title certain.
    fn trust<A: Amendment>(&self, entry: &mut A::Entry, said: Said<'_>, is_new: bool) -> Result<(), PatchFault> {
        let (certainty, basis) = A::sureness(entry);
        if is_new || said.words || said.certainty.is_some() {
            (*certainty, *basis) = self.defaults.fill(said.certainty, said.basis)?;
        } else if !said.basis.is_empty() {
            *basis = said.basis.to_vec();
        }
        Ok(())
    }

    fn levels(&mut self, scale: &mut Option<LevelScale>, patch: &LevelsPatch) {
        self.places.push((Entry::Levels, "levels".to_owned()));
        let start = || LevelScale {
            name: "ระดับผลการประเมิน".to_owned(), pass_mark: None, levels: Vec::new()
        };
        let scale = scale.get_or_insert_with(start);
        if let Some(name) = &patch.name {
            name.trim().clone_into(&mut scale.name);
        }
        scale.pass_mark = patch.pass_mark.map_or(scale.pass_mark, |mark| Some(mark.0));
        if patch.scale.is_empty() {
            return;
        }
        scale.levels.clear();
        for (at, level) in patch.scale.iter().enumerate() {
            let name = level.name.trim().to_owned();
            let entry = Entry::Named(EntryKind::Level, name.clone());
            self.places.push((entry.clone(), format!("levels.scale[{at}]")));
            match self.defaults.fill(level.certainty, &level.basis) {
                Ok((certainty, basis)) => scale.levels.push(Level {
                    name,
                    name_en: level.name_en.as_ref().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()),
                    overall_min: level.overall_min.0,
                    instrument_min: level.instrument_min.map(|least| least.0),
                    certainty,
                    basis,
                }),
                Err(fault) => self.report_entry(entry, fault),
            }
        }
    }

    fn measure_items(&self, items: &mut Option<MeasureItems>, patch: &MeasureItemsPatch) -> Result<(), PatchFault> {
        let code = |written: &Option<Text>, known: Option<Code>, field| match written {
            Some(text) => Ok(Code::parse_oit(&text.0)?),
            None => known.ok_or(PatchFault::Missing(field)),
        };
        let plan = code(&patch.plan, items.as_ref().map(|items| items.plan), "plan")?;
        let progress = code(&patch.progress, items.as_ref().map(|items| items.progress), "progress")?;
        let (certainty, basis) = self.defaults.fill(patch.certainty, &patch.basis)?;
        *items = Some(MeasureItems { plan, progress, certainty, basis });
        Ok(())
    }
}
