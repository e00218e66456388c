//! What was worked out before, for steps that are taken again and again over nearly the same.

use rustc_hash::FxHashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Results by what they were worked out from.
#[derive(Debug)]
pub struct Memo<K, V>(Mutex<FxHashMap<K, Kept<V>>>);

#[derive(Debug)]
struct Kept<V> {
    value: V,
    /// Whether it was asked for since the last [`Memo::end`].
    seen: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The result for `key`: as it is known, or as it is now made. Two threads that ask at once may both make it.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(kept) = self.all().get_mut(&key) {
            kept.seen = true;
            return kept.value.clone();
        }
        let value = make();
        self.all().insert(key, Kept { value: value.clone(), seen: true });
        value
    }

    /// Forgets what was not asked for since it did so last.
    pub fn end(&self) {
        self.all().retain(|_, kept| std::mem::take(&mut kept.seen));
    }

    fn all(&self) -> MutexGuard<'_, FxHashMap<K, Kept<V>>> {
        // What is kept is put there whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Something that is the same as itself alone, whatever it says.
#[derive(Debug)]
pub struct Itself<T>(pub Arc<T>);

impl<T> PartialEq for Itself<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Itself<T> {}

impl<T> Hash for Itself<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0).hash(state);
    }
}

/// A number for something: the same for what is the same.
pub fn print(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_made_again_and_what_nobody_asks_for_is_forgotten() {
        let memo = Memo::default();
        let (one, alike) = (Arc::new(1), Arc::new(1));
        let made = std::cell::Cell::new(0);
        let get = |of: &Arc<i32>| {
            memo.get(Itself(Arc::clone(of)), || {
                made.set(made.get() + 1);
                made.get()
            })
        };
        assert_eq!((get(&one), get(&one), get(&alike)), (1, 1, 2));
        memo.end();
        assert_eq!(get(&alike), 2);
        memo.end();
        assert_eq!((get(&alike), get(&one)), (2, 3));
    }
}
