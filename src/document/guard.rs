//! Work that may panic or never end, kept to a thread of its own.

use super::Unreadable;
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// The name of the threads, by which their panics are known.
const NAME: &str = "document";
/// Their stack, in bytes: objects nest as deep as a file says.
const STACK: usize = 64 << 20;

/// Does `work` and waits for it no longer than `limit`.
///
/// # Errors
/// What the work says is wrong; and where it panics or takes longer.
pub fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> Result<T, Unreadable> + Send + 'static,
) -> Result<T, Unreadable> {
    hush();
    let (tell, told) = sync_channel(1);
    // Nobody listens any more once the time is over, and then the result is of no use.
    let work = move || drop(tell.send(work()));
    thread::Builder::new()
        .name(NAME.to_owned())
        .stack_size(STACK)
        .spawn(work)
        .map_err(|error| Unreadable::Damaged(error.to_string()))?;
    match told.recv_timeout(limit) {
        Ok(outcome) => outcome,
        Err(RecvTimeoutError::Timeout) => Err(Unreadable::TooSlow),
        Err(RecvTimeoutError::Disconnected) => Err(Unreadable::Damaged("the reader gave up".to_owned())),
    }
}

/// Keeps panics of these threads off the terminal: they are told as a diagnostic about the file. All others are
/// printed as ever.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(NAME) {
                before(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn a_panic_spoils_its_own_file_only() {
        let outcome = within(Duration::from_mins(1), || -> Result<(), Unreadable> { panic!("a broken library") });
        assert!(matches!(outcome, Err(Unreadable::Damaged(_))), "{outcome:?}");
        assert_eq!(within(Duration::from_mins(1), || Ok(1)), Ok(1));
    }

    #[test]
    fn what_never_ends_is_left_behind() {
        let start = Instant::now();
        let outcome = within(Duration::from_millis(50), || -> Result<(), Unreadable> {
            loop {
                thread::park();
            }
        });
        assert_eq!(outcome, Err(Unreadable::TooSlow));
        assert!(start.elapsed() < Duration::from_secs(30));
    }
}
