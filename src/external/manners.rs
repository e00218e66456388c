//! How hosts are treated: one request at a time each, a pause after it, and their wish to be left alone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The pause between the end of a request and the next one to the same host.
const PAUSE: Duration = Duration::from_millis(500);
/// Longest wait that a host may ask for; one that wants more is left alone.
const LONGEST_REST: Duration = Duration::from_secs(30);

/// The manners towards all hosts, shared by whoever asks them.
#[derive(Debug, Default)]
pub struct Manners {
    hosts: Mutex<HashMap<String, Arc<Mutex<Rest>>>>,
}

/// When a host may be asked again.
#[derive(Debug)]
enum Rest {
    /// From then on.
    Until(Instant),
    /// Not any more.
    Ended,
}

impl Manners {
    /// Does `request` when it is the host's turn; it says how long the host wants to rest after it. `None` where the
    /// host does not want to be asked any more.
    pub fn ask<T>(&self, host: &str, request: impl FnOnce() -> (T, Option<Duration>)) -> Option<T> {
        let turn = {
            let mut hosts = lock(&self.hosts);
            Arc::clone(
                hosts.entry(host.to_owned()).or_insert_with(|| Arc::new(Mutex::new(Rest::Until(Instant::now())))),
            )
        };
        let mut rest = lock(&turn);
        let Rest::Until(from) = *rest else { return None };
        thread::sleep(from.saturating_duration_since(Instant::now()));
        let (answer, wish) = request();
        *rest = match wish {
            Some(wish) if wish > LONGEST_REST => Rest::Ended,
            wish => Rest::Until(Instant::now() + wish.unwrap_or_default().max(PAUSE)),
        };
        Some(answer)
    }
}

/// A lock says nothing of what it guards: times stay right whoever failed while holding it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
