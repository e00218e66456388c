//! What is seen of the text of a record alone, whatever else the site says: to look through every letter takes most of
//! the time of all checks, and most texts are those of the last build.

use super::personal;
use crate::read::Source;
use crate::thai::writing::{Fault, faults};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use twox_hash::XxHash3_128;

/// What was seen of texts, by their numbers. Who writes a text may write anything in it, so that nobody gains by one with
/// the number of another.
#[derive(Debug, Default)]
pub struct Texts {
    before: FxHashMap<u128, Arc<Seen>>,
    now: Mutex<BTreeMap<u128, Arc<Seen>>>,
}

/// What is seen of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    /// Its faults of writing.
    pub faults: Vec<Fault>,
    /// Whether there is surely nothing personal in it.
    pub is_surely_clean: bool,
}

impl Seen {
    fn of(text: &str) -> Self {
        Self { faults: faults(text), is_surely_clean: personal::is_surely_clean(text) }
    }
}

impl Texts {
    /// What was [kept](Self::kept); nothing where that cannot be read.
    #[must_use]
    pub fn read(kept: &[u8]) -> Self {
        let lines: Vec<(String, Seen)> = serde_json::from_slice(kept).unwrap_or_default();
        let lines = lines.into_iter();
        let lines = lines.map(|(print, seen)| Some((u128::from_str_radix(&print, 16).ok()?, Arc::new(seen))));
        Self { before: lines.collect::<Option<_>>().unwrap_or_default(), now: Mutex::default() }
    }

    /// What was seen of the texts that were asked for, for the next build; `None` where that is what was read.
    #[must_use]
    pub fn kept(&self) -> Option<Vec<u8>> {
        let now = self.now();
        if now.len() == self.before.len() && now.keys().all(|print| self.before.contains_key(print)) {
            return None;
        }
        let lines: Vec<(String, &Seen)> = now.iter().map(|(print, seen)| (format!("{print:032x}"), &**seen)).collect();
        serde_json::to_vec(&lines).ok()
    }

    /// Begins another round, in which only the texts that are asked for are kept.
    pub(super) fn begin(&self) {
        self.now().clear();
    }

    /// What is seen of the text of a record.
    pub(super) fn seen(&self, source: &Source) -> Arc<Seen> {
        let print = XxHash3_128::oneshot(source.text().as_bytes());
        let known = self.before.get(&print).or(self.now().get(&print)).map(Arc::clone);
        let seen = known.unwrap_or_else(|| Arc::new(Seen::of(source.text())));
        self.now().insert(print, Arc::clone(&seen));
        seen
    }

    fn now(&self) -> MutexGuard<'_, BTreeMap<u128, Arc<Seen>>> {
        // What stands there is whole.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_of_a_text_is_known_of_the_same_and_of_no_other() {
        let texts = Texts::default();
        let [one, other] = ["text: ดำเนินการดำเนินการ 081-234-5678", "text: ก"].map(Source::of_yaml);
        assert_eq!(texts.seen(&one).faults.len(), 1);
        assert!(!texts.seen(&one).is_surely_clean);
        let kept = texts.kept().expect("it was not read");
        let read = Texts::read(&kept);
        assert!(Arc::ptr_eq(&read.seen(&one), &read.before.values().next().map(Arc::clone).expect("one")));
        assert_eq!(read.kept(), None);
        assert_eq!(*read.seen(&other), Seen::of(other.text()));
        assert!(read.kept().is_some());
        let read = Texts::read(&read.kept().expect("there is another"));
        read.seen(&one);
        assert_eq!(read.kept(), Some(kept.clone()), "what was not asked for is forgotten");
        for broken in [&kept[1..], b"", b"[[\"x\",{}]]"] {
            assert_eq!(*Texts::read(broken).seen(&one), *texts.seen(&one));
        }
    }
}
