//! The memory of addresses: a file of JSON, one entry an address, sorted, so that it can be kept with the records
//! and shows in a few lines what has changed.
//!
//! Times are those of Thailand, without a zone.

use super::address::address;
use super::answer::{Answer, Outcome, Standing};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use url::Url;

/// The form of the file that this program writes and reads.
const VERSION: u32 = 1;
/// Days after which an address that nobody names any more is forgotten.
const FORGOTTEN_AFTER: i32 = 365;
/// Hours after which an address that did not open is opened again: not at once, so that a command repeated in haste
/// does not trouble a host, and not a day later, since people repair links and want to see it.
const AGAIN_AFTER: i64 = 1;

/// What is known of one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What happened when it was last opened.
    pub outcome: Outcome,
    /// The status code of that time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Where redirects led, if anywhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landed: Option<String>,
    /// Whether the address has moved there for good.
    #[serde(default, skip_serializing_if = "is_false")]
    pub moved: bool,
    /// When it was last opened.
    pub tried: DateTime,
    /// The day on which it was last seen to open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked: Option<Date>,
    /// The day since which it is watched.
    pub since: Date,
    /// How many times in a row it has not opened.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub failures: u32,
}

impl Entry {
    /// Days to come were written by another clock, or by hand: they are taken for today.
    fn end_by(&mut self, today: Date) {
        self.since = self.since.min(today);
        self.worked = self.worked.map(|day| day.min(today));
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}

/// What counts as known well enough.
#[derive(Debug, Clone, Copy)]
pub struct Freshness {
    /// The time of the run.
    pub now: DateTime,
    /// For how many days an address that opened is not opened again; 0 opens every address.
    pub days: u16,
}

impl Freshness {
    /// Whether an entry need not be opened again.
    #[must_use]
    pub fn covers(self, entry: &Entry) -> bool {
        let Ok(age) = self.now.since(entry.tried) else { return false };
        let hours = i64::from(age.get_days()) * 24 + i64::from(age.get_hours());
        let longest = i64::from(self.days) * 24;
        let longest = if entry.outcome.standing() == Standing::Opened { longest } else { longest.min(AGAIN_AFTER) };
        // What was tried in the future was tried by another clock.
        !age.is_negative() && hours < longest
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct File {
    version: u32,
    links: BTreeMap<String, Entry>,
}

/// The memory.
#[derive(Debug, Default)]
pub struct Record {
    links: BTreeMap<String, Entry>,
}

/// Why the record's file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// It is not what this program writes; it was moved to the second path.
    #[error("{0} cannot be understood")]
    Damaged(PathBuf, PathBuf),
    /// The disk refused.
    #[error("{0}: {1}")]
    Io(PathBuf, io::Error),
}

impl Record {
    /// The record that stands in a file, as far as it can be so `today`; an empty one where there is none.
    ///
    /// # Errors
    /// Where the file cannot be read, or is damaged; it has then been moved aside.
    pub fn read(path: &Path, today: Date) -> Result<Self, RecordError> {
        let refused = |error| RecordError::Io(path.to_owned(), error);
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(refused(error)),
        };
        if let Some(mut record) = Self::parse(&bytes) {
            record.links.values_mut().for_each(|entry| entry.end_by(today));
            return Ok(record);
        }
        let aside = path.with_extension("damaged.json");
        fs::rename(path, &aside).map_err(refused)?;
        Err(RecordError::Damaged(path.to_owned(), aside))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let file: File = serde_json::from_slice(bytes).ok()?;
        (file.version == VERSION).then_some(Self { links: file.links })
    }

    /// Writes the record, all or nothing, unless the file says the same already.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, path: &Path) -> Result<(), RecordError> {
        let write = || {
            let file = File { version: VERSION, links: self.links.clone() };
            let mut bytes = serde_json::to_vec_pretty(&file)?;
            bytes.push(b'\n');
            if fs::read(path).is_ok_and(|old| old == bytes) {
                return Ok(());
            }
            let folder = path.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder)?;
            let mut new = tempfile::NamedTempFile::new_in(folder)?;
            new.write_all(&bytes)?;
            new.persist(path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(|error| RecordError::Io(path.to_owned(), error))
    }

    /// What is known of an address.
    #[must_use]
    pub fn get(&self, url: &Url) -> Option<&Entry> {
        self.links.get(url.as_str())
    }

    /// Up to `most` addresses that opened when they were last tried, the latest first, each of another host and none of
    /// a host of `but`.
    #[must_use]
    pub fn lately_opened(&self, but: &[Url], most: usize) -> Vec<Url> {
        let mut opened: Vec<_> = self.links.iter().filter(|(_, entry)| entry.outcome == Outcome::Opened).collect();
        opened.sort_by_key(|(_, entry)| std::cmp::Reverse(entry.tried));
        let mut hosts: HashSet<String> = but.iter().filter_map(host).collect();
        let urls = opened.into_iter().filter_map(|(url, _)| address(url));
        urls.filter(|url| host(url).is_some_and(|host| hosts.insert(host))).take(most).collect()
    }

    /// Remembers what came of an address.
    pub fn note(&mut self, url: &Url, answer: &Answer, now: DateTime) {
        let before = self.links.get(url.as_str());
        let opened = answer.outcome.standing() == Standing::Opened;
        let entry = Entry {
            outcome: answer.outcome,
            status: answer.status,
            landed: answer.landed.as_ref().map(|url| url.as_str().to_owned()),
            moved: answer.moved,
            tried: now,
            worked: if opened { Some(now.date()) } else { before.and_then(|entry| entry.worked) },
            since: before.map_or(now.date(), |entry| entry.since),
            failures: if opened { 0 } else { before.map_or(0, |entry| entry.failures).saturating_add(1) },
        };
        self.links.insert(url.as_str().to_owned(), entry);
    }

    /// Forgets what `is_named` does not name and was last opened more than a year ago.
    pub fn forget(&mut self, is_named: impl Fn(&str) -> bool, today: Date) {
        let old = |entry: &Entry| today.since(entry.tried.date()).is_ok_and(|age| age.get_days() > FORGOTTEN_AFTER);
        self.links.retain(|url, entry| !old(entry) || is_named(url));
    }
}

fn host(url: &Url) -> Option<String> {
    url.host_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENTRY: &str =
        r#"{"outcome":"opened","status":200,"tried":"2026-11-21T17:05:11","worked":"2026-11-21","since":"2026-11-01"}"#;

    fn record(entry: &str) -> Option<Record> {
        Record::parse(format!(r#"{{"version":1,"links":{{"https://a.go.th/":{entry}}}}}"#).as_bytes())
    }

    fn entry(text: &str) -> Option<Entry> {
        record(text)?.links.into_values().next()
    }

    #[test]
    fn what_another_program_wrote_is_damaged() {
        assert!(record(ENTRY).is_some());
        for (what, with) in [
            (r#""opened""#, r#""perhaps""#),
            ("2026-11-21T17:05:11", "2026-02-31T17:05:11"),
            (r#""2026-11-01""#, "7"),
            (":200", ":-1"),
            (r#","since":"2026-11-01""#, ""),
        ] {
            assert!(record(&ENTRY.replace(what, with)).is_none(), "{what} → {with}");
        }
        let deep = "[".repeat(100_000);
        for text in
            ["", "{}", "null", r#"{"version":2,"links":{}}"#, r#"{"version":1,"links":[]}"#, &deep, "\u{feff}{}"]
        {
            assert!(Record::parse(text.as_bytes()).is_none(), "{text:.40}");
        }
    }

    #[test]
    fn what_opened_is_fresh_for_days_and_what_did_not_for_an_hour() {
        let covers =
            |now: &str, days, text: &str| Some(Freshness { now: now.parse().ok()?, days }.covers(&entry(text)?));
        let dead = ENTRY.replace("opened", "not_found");
        for (now, days, opened, not) in [
            ("2026-11-21T17:06:00", 7, true, true),
            ("2026-11-21T18:06:00", 7, true, false),
            ("2026-11-28T17:05:00", 7, true, false),
            ("2026-11-28T17:06:00", 7, false, false),
            ("2026-11-21T17:06:00", 0, false, false),
            ("2026-11-21T17:00:00", 7, false, false),
        ] {
            assert_eq!(covers(now, days, ENTRY), Some(opened), "{now} {days}");
            assert_eq!(covers(now, days, &dead), Some(not), "{now} {days}, dead");
        }
    }

    #[test]
    fn the_day_it_last_worked_stays_while_it_fails_and_goes_with_a_year_of_silence() -> Result<(), jiff::Error> {
        let mut record = record(ENTRY).unwrap_or_default();
        let Some(url) = address("https://a.go.th/") else { return Ok(()) };
        record.note(&url, &Answer::failed(Outcome::Timeout, None), "2026-12-01T08:00:00".parse()?);
        record.note(&url, &Answer::failed(Outcome::NotFound, Some(404)), "2026-12-02T08:00:00".parse()?);
        let found = record.get(&url).map(|entry| (entry.failures, entry.worked, entry.status));
        assert_eq!(found, Some((2, Some("2026-11-21".parse()?), Some(404))));
        record.forget(|_| false, "2027-12-02".parse()?);
        assert!(record.get(&url).is_some());
        record.forget(|_| true, "2027-12-03".parse()?);
        assert!(record.get(&url).is_some());
        record.forget(|_| false, "2027-12-03".parse()?);
        assert!(record.get(&url).is_none());
        Ok(())
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0..ENTRY.len()) {
            let _read = Record::parse(&bytes);
            let mut text = ENTRY.as_bytes().to_vec();
            text.splice(at..at, bytes);
            if let Some(record) = record(&String::from_utf8_lossy(&text)) {
                prop_assert_eq!(record.links.len(), 1);
            }
        }
    }
}
