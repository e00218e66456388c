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
    state: Mutex<(u64, Shown)>,
    changed: Condvar,
}

impl Stage {
    /// A stage on which nothing stands yet. `run` tells it from those of other runs.
    #[must_use]
    pub fn new(run: &str) -> Self {
        let shown = Shown { id: format!("{run}-0").into(), edition: None, begins: true, told: Arc::default() };
        Self { run: run.to_owned(), state: Mutex::new((0, shown)), changed: Condvar::new() }
    }

    /// What is shown now.
    #[must_use]
    pub fn shown(&self) -> Shown {
        lock(&self.state).1.clone()
    }

    /// Shows a new state of the files: its edition, or still the last one where it has none that can be published.
    pub fn show(&self, edition: Option<Edition>, told: Told) {
        let mut state = lock(&self.state);
        let (number, shown) = &mut *state;
        *number += 1;
        shown.id = format!("{}-{number}", self.run).into();
        let last = match edition {
            Some(edition) => shown.edition.replace(Arc::new(edition)),
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
        let waited = self.changed.wait_timeout_while(state, longest, |state| &*state.1.id == known);
        waited.unwrap_or_else(PoisonError::into_inner).0.1.clone()
    }
}
