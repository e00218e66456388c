//! What a template names of what it is given.

use rustc_hash::FxHashSet;

/// The names in a template and in all that it is put together from; `None` where it may use any. What is not among them
/// need not be worked out for it.
#[derive(Debug, Clone, Default)]
pub struct Named(pub(super) Option<FxHashSet<String>>);

impl Named {
    /// Whether a value of this name may be used.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|names| names.contains(name))
    }
}
