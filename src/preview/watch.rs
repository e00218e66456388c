//! Tells when files have changed, and writing has come to rest.
//!
//! Folders are watched and not files, since editors replace files. Where the system cannot tell of changes, as on a
//! drive of the network or past its limit of watches, the folders are looked through every second instead, from the
//! moment on at which that shows.

use crate::diagnostic::Message;
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Error, ErrorKind, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long nothing must happen for writing to have come to rest, and when it is looked at all the same.
const QUIET: Duration = Duration::from_millis(100);
const LONGEST: Duration = Duration::from_millis(500);
/// How often folders are looked through where the system does not tell.
const POLL: Duration = Duration::from_secs(1);
/// When it is looked once more there: when the second of the last change is over, and what was young then is not.
const AGAIN: Duration = Duration::from_millis(2500);

/// A watch over the folders of a project.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    watcher: Box<dyn Watcher + Send>,
    root: PathBuf,
    folders: Vec<PathBuf>,
    /// Those of the folders that are watched: the others are not there.
    watched: BTreeSet<PathBuf>,
    polls: Option<Message>,
    /// When it is looked once more, although nothing was told: files that were written twice within a second look the
    /// same to whoever looks through folders.
    again: Option<Instant>,
}

/// What has changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files and folders, as the system names them.
    pub paths: BTreeSet<PathBuf>,
    /// Whether anything else may have changed too: the system has lost count.
    pub unsure: bool,
    /// Whether there is a folder that the system will not watch.
    is_full: bool,
}

/// How changes are told, to whoever listens.
type Watching = notify::Result<Box<dyn Watcher + Send>>;

impl Watch {
    /// Watches these folders with all that is in them, and `root` itself, in which they may come and go.
    ///
    /// # Errors
    /// Where they can be neither watched nor looked through.
    pub fn start(root: &Path, folders: &[PathBuf], poll: bool) -> notify::Result<Self> {
        let native = |sender| Ok(Box::new(RecommendedWatcher::new(sender, Config::default())?) as _);
        let same = |why: String| Message::new(why.clone(), why);
        let why = match if poll { Some("--poll".to_owned()) } else { silent_drive(root) } {
            Some(why) => same(why),
            None => match Self::with(native, root, folders) {
                Ok(watch) => return Ok(watch),
                Err(Error { kind: ErrorKind::MaxFilesWatch, .. }) => full(),
                Err(error) => same(error.to_string()),
            },
        };
        Self::looking_through(why, root, folders)
    }

    /// Looks through the folders every second, because of `why`.
    fn looking_through(why: Message, root: &Path, folders: &[PathBuf]) -> notify::Result<Self> {
        let polling = |sender| {
            let often = Config::default().with_poll_interval(POLL);
            Ok(Box::new(PollWatcher::new(sender, often)?) as _)
        };
        let again = Some(Instant::now() + AGAIN);
        Ok(Self { polls: Some(why), again, ..Self::with(polling, root, folders)? })
    }

    fn with(
        watcher: impl FnOnce(Sender<notify::Result<Event>>) -> Watching,
        root: &Path,
        folders: &[PathBuf],
    ) -> notify::Result<Self> {
        let (sender, events) = channel();
        let mut watcher = watcher(sender)?;
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let (root, folders) = (root.to_owned(), folders.to_vec());
        let mut watch = Self { events, watcher, root, folders, watched: BTreeSet::new(), polls: None, again: None };
        watch.attach()?;
        Ok(watch)
    }

    /// Watches the folders that have come, and no longer those that have gone.
    fn attach(&mut self) -> notify::Result<()> {
        for folder in &self.folders {
            if !folder.is_dir() {
                self.watched.remove(folder);
            } else if !self.watched.contains(folder) {
                self.watcher.watch(folder, RecursiveMode::Recursive)?;
                self.watched.insert(folder.clone());
            }
        }
        Ok(())
    }

    /// Why folders are looked through instead of watched, where they are.
    #[must_use]
    pub fn polls(&self) -> Option<&Message> {
        self.polls.as_ref()
    }

    /// Waits for changes; `None` where there can be none any more.
    pub fn wait(&mut self) -> Option<Changes> {
        let mut changes = Changes::default();
        loop {
            let event = match self.again {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(by) => self.events.recv_timeout(by.saturating_duration_since(Instant::now())),
            };
            match event {
                Ok(event) => {
                    // What only was read is no change.
                    if changes.add(event) {
                        break;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.again = None;
                    return Some(Changes { unsure: true, ..changes });
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        self.again = self.polls.is_some().then(|| Instant::now() + AGAIN);
        let by = Instant::now() + LONGEST;
        loop {
            let left = by.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(QUIET.min(left)) {
                Ok(event) => changes.add(event),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            };
        }
        // What is in a folder that has come is read after this, so that nothing of it is missed.
        if let Err(error) = self.attach() {
            changes.add(Err(error));
        }
        if changes.is_full && self.polls.is_none() {
            // Where that cannot be done either, what is watched already still is.
            if let Ok(watch) = Self::looking_through(full(), &self.root, &self.folders) {
                *self = watch;
            }
        }
        Some(changes)
    }
}

/// Why folders are looked through where there are too many.
fn full() -> Message {
    Message::new(
        "โฟลเดอร์มีมากกว่าที่ระบบเฝ้าดูได้ คือ fs.inotify.max_user_watches",
        "there are more folders than it may watch: fs.inotify.max_user_watches",
    )
}

impl Changes {
    /// Adds what the system tells; whether that is a change.
    fn add(&mut self, event: notify::Result<Event>) -> bool {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                self.unsure = true;
                self.is_full |= matches!(error.kind, ErrorKind::MaxFilesWatch);
                return true;
            }
        };
        self.unsure |= event.need_rescan();
        if !event.need_rescan()
            && matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write))
        {
            return false;
        }
        self.paths.extend(event.paths);
        true
    }
}

/// The kind of a file system on which others may write without this machine being told.
#[cfg(target_os = "linux")]
fn silent_drive(root: &Path) -> Option<String> {
    const SILENT: [(u64, &str); 8] = [
        (0x6969, "NFS"),
        (0x517b, "SMB"),
        (0xff53_4d42, "CIFS"),
        (0xfe53_4d42, "SMB2"),
        (0x0102_1997, "9P"),
        (0x6573_5546, "FUSE"),
        (0x786f_4256, "vboxsf"),
        (0x5346_414f, "AFS"),
    ];
    let kind = u64::try_from(rustix::fs::statfs(root).ok()?.f_type).ok()?;
    SILENT.iter().find(|(silent, _)| *silent == kind).map(|(_, name)| (*name).to_owned())
}

#[cfg(not(target_os = "linux"))]
fn silent_drive(_root: &Path) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::NullWatcher;

    #[test]
    fn folders_are_looked_through_from_when_the_system_watches_no_more() -> notify::Result<()> {
        let root = tempfile::tempdir()?;
        let content = root.path().join("content");
        std::fs::create_dir(&content)?;
        // So does the system tell of a folder that came when there were as many as it watches.
        let mut system = None;
        let watcher = |sender| {
            system = Some(sender);
            Ok(Box::new(NullWatcher) as _)
        };
        let mut watch = Watch::with(watcher, root.path(), std::slice::from_ref(&content))?;
        let system: Sender<notify::Result<Event>> = system.ok_or(Error::generic("nobody watches"))?;
        assert!(system.send(Err(Error::new(ErrorKind::MaxFilesWatch))).is_ok());
        assert!(watch.polls().is_none());
        assert!(watch.wait().is_some_and(|changes| changes.unsure));
        assert!(watch.polls().is_some_and(|why| why.en.contains("max_user_watches")));
        std::fs::create_dir(content.join("2567"))?;
        let file = content.join("2567/assessment.md");
        std::fs::write(&file, "")?;
        let mut changes = watch.wait();
        while changes.as_ref().is_some_and(|changes| !changes.paths.contains(&file)) {
            changes = watch.wait();
        }
        assert!(changes.is_some());
        Ok(())
    }
}
