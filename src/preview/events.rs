//! Open pages hear that something else is shown: a stream of server-sent events for each.

use super::Stage;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// How often a stream says that it is still there, and so finds out that its page is not.
const PULSE: Duration = Duration::from_secs(10);
/// Most streams at once: a page that is not seen has none.
const MOST: usize = 64;
/// How long a page waits before it asks again, in milliseconds.
const RETRY: u32 = 500;

/// The streams that are open.
#[derive(Debug, Clone, Default)]
pub struct Streams(Arc<AtomicUsize>);

/// One of them; another may take its place when it is dropped.
#[derive(Debug)]
pub struct Stream(Arc<AtomicUsize>);

impl Streams {
    /// One more, unless there are too many.
    pub fn open(&self) -> Option<Stream> {
        let more = |open| (open < MOST).then_some(open + 1);
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, more).ok()?;
        Some(Stream(Arc::clone(&self.0)))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Stream {
    /// Tells a page which state is shown, at once and whenever it changes, until the page is gone.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn run(_place: Self, stage: &Stage, mut page: impl Write) -> io::Result<()> {
        write!(
            page,
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: {RETRY}\n\n"
        )?;
        let mut known = String::new();
        loop {
            let shown = stage.wait(&known, PULSE);
            if *shown.id == *known {
                page.write_all(b": \n\n")?;
            } else {
                known = shown.id.to_string();
                let state = serde_json::json!({
                    "id": known,
                    "begins": shown.begins,
                    "styles": shown.edition.as_ref().map(|edition| edition.styles()),
                    "told": &*shown.told,
                });
                write!(page, "data: {state}\n\n")?;
            }
            page.flush()?;
        }
    }
}
