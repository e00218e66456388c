//! Everything that a run found wrong.

use super::{Diagnostic, Location, Message, Rule, Severity};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};
use std::hash::BuildHasher;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// All problems of a run, in the order of their places.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    /// Shared with those that keep what was found before.
    pub(super) all: Vec<Arc<Told>>,
    /// How many there are of each rule in each file, by a number for the two. Should two pairs have one number, all
    /// that follows is that fewer than [`MOST_IN_A_FILE`] are told of them.
    told: FxHashMap<u64, usize>,
}

/// One of them.
#[derive(Debug, Clone)]
pub(super) struct Told {
    one: Diagnostic,
    /// Its number, once that was asked for.
    print: OnceLock<u64>,
}

impl Told {
    fn new(one: Diagnostic) -> Arc<Self> {
        Arc::new(Self { one, print: OnceLock::new() })
    }

    /// The problem, to be changed.
    pub(super) fn change(&mut self) -> &mut Diagnostic {
        self.print = OnceLock::new();
        &mut self.one
    }

    fn print(&self) -> u64 {
        *self.print.get_or_init(|| self.one.print())
    }
}

impl Deref for Told {
    type Target = Diagnostic;

    fn deref(&self) -> &Diagnostic {
        &self.one
    }
}

/// How many problems of one rule are told of one file: a file with more is no record that anyone wrote.
const MOST_IN_A_FILE: usize = 500;

impl Diagnostics {
    /// Adds one, unless its file has far too many of its rule already; that there are more is told instead.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.take(Told::new(diagnostic));
    }

    fn take(&mut self, one: Arc<Told>) {
        let count = self.told.entry(place(one.rule, &one.location.path)).or_default();
        *count += 1;
        match (*count).cmp(&(MOST_IN_A_FILE + 1)) {
            Ordering::Less => self.all.push(one),
            Ordering::Equal => self.all.push(Told::new(more(&one))),
            Ordering::Greater => {}
        }
    }

    /// Whether one more of a rule would still be told of a file.
    #[must_use]
    pub fn has_room(&self, rule: &Rule, path: &str) -> bool {
        self.told.get(&place(rule, path)).is_none_or(|count| *count <= MOST_IN_A_FILE)
    }

    /// The files of which any of these rules is told.
    #[must_use]
    pub fn files_of(&self, rules: &[&Rule]) -> HashSet<&str> {
        let breaks = self.all.iter().filter(|one| rules.contains(&one.rule));
        breaks.map(|one| one.location.path.as_str()).collect()
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Self) {
        other.all.into_iter().for_each(|one| self.take(one));
    }

    /// Adds all of another collection, which stays.
    pub fn add(&mut self, other: &Self) {
        let told = |place| self.told.get(place).copied().unwrap_or_default();
        if other.told.iter().any(|(place, count)| told(place) + count > MOST_IN_A_FILE) {
            other.all.iter().for_each(|one| self.take(Arc::clone(one)));
            return;
        }
        for (place, count) in &other.told {
            *self.told.entry(*place).or_default() += count;
        }
        self.all.extend(other.all.iter().cloned());
    }

    /// Changes every one of them.
    pub fn each(&mut self, change: impl FnMut(&mut Diagnostic)) {
        self.all.iter_mut().map(|one| Arc::make_mut(one).change()).for_each(change);
    }

    /// The worst of them, and the first of those that are equally bad; no advice among them.
    #[must_use]
    pub fn worst(&self, most: usize) -> Self {
        fn order(a: &Arc<Told>, b: &Arc<Told>) -> Ordering {
            (a.severity, &a.location, a.rule.code).cmp(&(b.severity, &b.location, b.rule.code))
        }
        let mut told: Vec<_> = self.all.iter().filter(|one| one.severity < Severity::Advice).cloned().collect();
        // Of very many, only those that are told are put in order.
        if most < told.len() {
            told.select_nth_unstable_by(most, order);
            told.truncate(most);
        }
        told.sort_by(order);
        told.into_iter().collect()
    }

    /// A number for each of them, in order: the same for those that read the same.
    #[must_use]
    pub fn prints(&self) -> Vec<u64> {
        self.all.iter().map(|one| one.print()).collect()
    }

    /// Those whose numbers are not among `known`. `prints` are the numbers of all.
    #[must_use]
    pub fn but(&self, known: &HashSet<u64>, prints: &[u64]) -> Self {
        let fresh = self.all.iter().zip(prints).filter(|(_, print)| !known.contains(print));
        fresh.map(|(one, _)| Arc::clone(one)).collect()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many are errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many are warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// How many are as bad as `severity`.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|one| one.severity == severity).count()
    }

    /// Up to `most` of each rule, by file, line, column and code, of those that are as bad as `least` or worse. Nobody
    /// looks for the places of the others.
    #[must_use]
    pub fn first(&self, most: usize, least: Severity) -> Vec<&Diagnostic> {
        let mut by_file: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for one in self.all.iter().filter(|one| one.severity <= least) {
            by_file.entry(&one.location.path).or_default().push(one);
        }
        let mut taken: FxHashMap<&str, usize> = FxHashMap::default();
        let mut first = Vec::new();
        for mut of_file in by_file.into_values() {
            let has_room = |one: &&Diagnostic| taken.get(one.rule.code).is_none_or(|count| *count < most);
            of_file.retain(has_room);
            for one in in_order(of_file) {
                let count = taken.entry(one.rule.code).or_default();
                *count += 1;
                if *count <= most {
                    first.push(one);
                }
            }
        }
        first
    }

    /// How many of each rule there are among those that are as bad as `least` or worse.
    #[must_use]
    pub fn by_rule(&self, least: Severity) -> BTreeMap<(Severity, &'static str), (&'static Rule, usize)> {
        let mut counts = BTreeMap::new();
        for one in self.all.iter().filter(|one| one.severity <= least) {
            counts.entry((one.severity, one.rule.code)).or_insert((one.rule, 0)).1 += 1;
        }
        counts
    }

    /// All of them by file, line, column and code: the same whatever order the work was done in.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        in_order(self.all.iter().map(|one| &***one).collect())
    }
}

impl FromIterator<Arc<Told>> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Arc<Told>>>(problems: I) -> Self {
        let mut all = Self::default();
        problems.into_iter().for_each(|one| all.take(one));
        all
    }
}

/// By file, line, column and code, each once.
fn in_order(mut problems: Vec<&Diagnostic>) -> Vec<&Diagnostic> {
    problems.sort_by(|a, b| (&a.location, a.rule.code, &a.message.en).cmp(&(&b.location, b.rule.code, &b.message.en)));
    problems.dedup();
    problems
}

/// A number for a rule in a file.
fn place(rule: &Rule, path: &str) -> u64 {
    FxBuildHasher.hash_one((rule.code, path))
}

/// What is told instead of the rest of its kind.
fn more(one: &Diagnostic) -> Diagnostic {
    let message = Message::new(
        format!("แฟ้มนี้ยังมีเรื่องเดียวกันอีกหลังจาก {MOST_IN_A_FILE} แห่งแรก"),
        format!("this file has more of the same behind the first {MOST_IN_A_FILE}"),
    );
    Diagnostic::new(one.rule, Location::file(one.location.path.as_str()), message)
        .help("แก้ที่บอกไว้แล้วตรวจอีกครั้ง", "mend those that are told, and check again")
}
