//! Wrong spellings that a list has, found all at once. What is right is decided in the list, not here.

use super::letter::{Letters, Part};
use super::{Fault, FaultKind};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The list; its head says what an entry is.
const LIST: &str = include_str!("misspellings.yaml");

/// How far `near` looks to either side, in bytes: a clause of Thai.
const NEAR: usize = 120;

/// An entry of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) right: String,
    pub(super) wrong: Vec<String>,
    #[serde(default)]
    pub(super) not_in: Vec<String>,
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    at_end: bool,
}

/// The list, ready to be searched for.
pub(super) struct List {
    pub(super) entries: Vec<Entry>,
    /// For each pattern of the search, the entries that it may mean; none for words that are right.
    meaning: Vec<Vec<usize>>,
    search: AhoCorasick,
}

impl List {
    #[expect(clippy::expect_used, reason = "the list is part of the program, and every test of this module reads it")]
    pub(super) fn embedded() -> &'static Self {
        static LIST_READ: LazyLock<List> = LazyLock::new(|| {
            let entries: Vec<Entry> = serde_yaml::from_str(LIST).expect("a test reads the list");
            let mut patterns: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (at, entry) in entries.iter().enumerate() {
                for right in &entry.not_in {
                    patterns.entry(right).or_default();
                }
                for wrong in &entry.wrong {
                    patterns.entry(wrong).or_default().push(at);
                }
            }
            // Letters are a third of the bytes.
            let letters = patterns.keys().map(|word| Letters::of(word).codes().to_vec());
            let search = AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .kind(Some(AhoCorasickKind::DFA))
                // Nearly every letter begins a word of the list, so that looking for first ones only costs time.
                .prefilter(false)
                .build(letters)
                .expect("a few hundred words make a small automaton");
            let meaning = patterns.into_values().collect();
            List { entries, meaning, search }
        });
        &LIST_READ
    }
}

/// Finds every wrong spelling.
pub(super) fn find(letters: &Letters<'_>, faults: &mut Vec<Fault>) {
    let (list, text) = (List::embedded(), letters.text);
    for found in list.search.find_iter(letters.codes()) {
        let range = letters.byte(found.start())..letters.byte(found.end());
        let meant = list.meaning[found.pattern()].iter().map(|at| &list.entries[*at]);
        if let Some(entry) = meant.into_iter().find(|entry| entry.holds(text, &range)) {
            faults.push(Fault { kind: FaultKind::Misspelling, range, suggestion: Some(entry.right.clone()) });
        }
    }
}

impl Entry {
    fn holds(&self, text: &str, range: &Range<usize>) -> bool {
        let goes_on = || text[range.end..].chars().next().is_some_and(|next| Part::of(next).is_thai());
        (self.near.is_empty() || self.is_near(text, range)) && !(self.at_end && goes_on())
    }

    fn is_near(&self, text: &str, range: &Range<usize>) -> bool {
        let from = text.floor_char_boundary(range.start.saturating_sub(NEAR));
        let to = text.ceil_char_boundary((range.end + NEAR).min(text.len()));
        let before = text[from..range.start].rsplit('\n').next().unwrap_or_default();
        let after = text[range.end..to].split('\n').next().unwrap_or_default();
        [before, after].iter().any(|side| {
            let side = side.to_lowercase();
            self.near.iter().any(|word| side.contains(word.as_str()))
        })
    }
}
