//! Opening many addresses: hosts side by side, each host's addresses one after the other, in several rounds.

use super::answer::{Answer, Outcome};
use super::open::Opener;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;
use url::{Origin, Url};

/// Most hosts that are asked at the same time.
const AT_ONCE: usize = 8;
/// The pauses before each round over what may have failed for a moment only. They are for a host as a whole, so that
/// one with forty bad addresses is not waited for forty times.
const ROUNDS: [Duration; 3] = [Duration::ZERO, Duration::from_secs(1), Duration::from_secs(3)];
/// How many addresses in a row may go unanswered before a host's other addresses are given up for the round.
const PATIENCE: usize = 2;

/// What an opening may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Longest wait for one answer.
    pub timeout: Duration,
    /// An address at which hosts can see who asks.
    pub contact: Option<Url>,
}

/// Opens every address, each once in a round, and gives each answer to `each` as it comes, in no certain order.
pub fn open_all(urls: &[Url], limits: &Limits, mut each: impl FnMut(&Url, Answer)) {
    let mut hosts: BTreeMap<&str, Vec<&Url>> = BTreeMap::new();
    for url in urls {
        hosts.entry(url.host_str().unwrap_or_default()).or_default().push(url);
    }
    let mut queue: Vec<Vec<&Url>> = hosts.into_values().collect();
    // Who has most to be asked for begins first, so that nobody is waited for at the end.
    queue.sort_by_key(|urls| std::cmp::Reverse(urls.len()));
    let workers = queue.len().min(AT_ONCE);
    let queue = Mutex::new(VecDeque::from(queue));
    let opener = Opener::new(limits.timeout, limits.contact.as_ref());
    let (answers, answered) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let answers = answers.clone();
            let (queue, opener) = (&queue, &opener);
            scope.spawn(move || {
                let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                while let Some(urls) = next() {
                    visit(opener, urls, |url, answer| {
                        // Who asked listens until every worker is done.
                        let _heard = answers.send((url, answer));
                    });
                }
            });
        }
        drop(answers);
        for (url, answer) in answered {
            each(url, answer);
        }
    });
}

/// Opens the addresses of one host.
fn visit<'u>(opener: &Opener, urls: Vec<&'u Url>, mut done: impl FnMut(&'u Url, Answer)) {
    let mut left = urls;
    for (round, pause) in ROUNDS.into_iter().enumerate() {
        if left.is_empty() {
            return;
        }
        thread::sleep(pause);
        let last = round + 1 == ROUNDS.len();
        let mut again = Vec::new();
        let mut down: HashMap<Origin, Answer> = HashMap::new();
        let mut silent = 0;
        for url in left {
            let origin = url.origin();
            let answer = if let Some(answer) = down.get(&origin) {
                answer.clone()
            } else {
                let attempt = opener.open(url);
                let outcome = attempt.answer.outcome;
                silent = if outcome == Outcome::Timeout { silent + 1 } else { 0 };
                if attempt.host_down || outcome == Outcome::Busy || silent >= PATIENCE {
                    down.insert(origin, Answer::failed(outcome, attempt.answer.status));
                }
                attempt.answer
            };
            if answer.outcome.may_pass() && !last {
                again.push(url);
            } else {
                done(url, answer);
            }
        }
        left = again;
    }
}
