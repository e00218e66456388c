//! What is shown now, and who waits for it to change.

use super::{Edition, Told, lock};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// What is shown.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Which state it is: others have other names, those of another run too.
    pub id: Arc<str>,
    /// The last edition that could be published; `None` while there has been none.
    pub edition: Option<Arc<Edition>>,
    /// Whether a first edition is still being made.
    pub begins: bool,
    /// What is wrong with the newest state of the files.
    pub told: Arc<Told>,
}

/// The place from which everything is shown.
#[derive(Debug)]
pub struct Stage {
    run: String,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    number: u64,
    shown: Shown,
    /// Whether the edition is one of which it is not known what is wrong with it.
    is_early: bool,
}

impl State {
    fn next(&mut self, run: &str) {
        self.number += 1;
        self.shown.id = format!("{run}-{}", self.number).into();
    }
}

impl Stage {
    /// A stage on which nothing stands yet. `run` tells it from those of other runs.
    #[must_use]
    pub fn new(run: &str) -> Self {
        let shown = Shown { id: format!("{run}-0").into(), edition: None, begins: true, told: Arc::default() };
        let state = State { number: 0, shown, is_early: false };
        Self { run: run.to_owned(), state: Mutex::new(state), changed: Condvar::new() }
    }

    /// What is shown now.
    #[must_use]
    pub fn shown(&self) -> Shown {
        lock(&self.state).shown.clone()
    }

    /// Shows a first edition of which it is not yet known what is wrong with it, unless there is one already.
    pub fn show_early(&self, edition: Edition) {
        let mut state = lock(&self.state);
        if state.shown.edition.is_none() {
            state.next(&self.run);
            state.shown.edition = Some(Arc::new(edition));
            state.is_early = true;
            self.changed.notify_all();
        }
    }

    /// Shows a new state of the files: its edition, or still the last one where it has none that can be published.
    pub fn show(&self, edition: Option<Edition>, told: Told) {
        let mut state = lock(&self.state);
        state.next(&self.run);
        let was_early = std::mem::take(&mut state.is_early);
        let shown = &mut state.shown;
        let last = match edition {
            Some(edition) => shown.edition.replace(Arc::new(edition)),
            None if was_early => shown.edition.take(),
            None => None,
        };
        shown.begins = false;
        shown.told = Arc::new(told);
        self.changed.notify_all();
        // To put a whole site away takes a while, in which nobody need wait.
        drop(state);
        drop(last);
    }

    /// Waits until another state than `known` is shown, but no longer than `longest`; what is shown then.
    pub fn wait(&self, known: &str, longest: Duration) -> Shown {
        let state = lock(&self.state);
        let waited = self.changed.wait_timeout_while(state, longest, |state| &*state.shown.id == known);
        waited.unwrap_or_else(PoisonError::into_inner).0.shown.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Portal;
    use crate::outputs::Themes;

    fn edition() -> Edition {
        let portal = Portal { top: None, base_url: None, sites: Vec::new() };
        Edition::new(Arc::new(portal), Arc::new(Themes { front: None, sites: Vec::new() }))
    }

    #[test]
    fn first_pages_are_shown_before_they_are_checked_and_stay_if_they_can_be_published() {
        let stage = Stage::new("run");
        stage.show_early(edition());
        let early = stage.shown();
        assert!(early.edition.is_some() && early.begins);
        stage.show(Some(edition()), Told::default());
        let shown = stage.shown();
        assert!(shown.edition.is_some() && !shown.begins && shown.id != early.id);
    }

    #[test]
    fn first_pages_that_cannot_be_published_are_taken_away_and_later_ones_never_shown() {
        let stage = Stage::new("run");
        stage.show_early(edition());
        stage.show(None, Told::default());
        assert!(stage.shown().edition.is_none());
        stage.show(Some(edition()), Told::default());
        let good = stage.shown().edition;
        stage.show_early(edition());
        stage.show(None, Told::default());
        let last = stage.shown().edition;
        assert!(good.zip(last).is_some_and(|(good, last)| Arc::ptr_eq(&good, &last)));
    }
}
