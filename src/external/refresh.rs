//! Bringing the record up to date: what is not known well enough is opened, and kept as it comes.

use super::answer::{Answer, Outcome};
use super::record::{Record, RecordError};
use super::visit::{Limits, open_all};
use jiff::civil::DateTime;
use std::path::Path;
use std::time::{Duration, Instant};
use url::Url;

/// How often what was learnt is written down, so that a run that is broken off is not lost.
const WRITE_EVERY: Duration = Duration::from_secs(2);

/// How many hosts are asked whether the net is there.
const WITNESSES: usize = 3;

/// What came of bringing the record up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Something; the record has what was learnt.
    Net,
    /// Nothing at all: the machine is cut off from the net, and the record is as it was.
    Nothing,
}

/// Opens `urls` and notes in `record`, and in its `file` where it may be written, what came of each. `step` is called
/// after each address.
///
/// # Errors
/// Where the file cannot be written; the record has everything all the same.
pub fn refresh(
    record: &mut Record,
    file: Option<&Path>,
    urls: &[Url],
    limits: &Limits,
    now: DateTime,
    mut step: impl FnMut(),
) -> Result<Reached, RecordError> {
    let write = |record: &Record| file.map_or(Ok(()), |file| record.write(file));
    let mut waiting: Vec<(Url, Answer)> = Vec::new();
    let mut reached = false;
    let mut written = Instant::now();
    open_all(urls, limits, |url, answer| {
        reached |= !answer.outcome.is_of_host();
        waiting.push((url.clone(), answer));
        // While nothing has been reached, all of it may be the fault of this machine.
        if reached {
            for (url, answer) in waiting.drain(..) {
                record.note(&url, &answer, now);
            }
            if written.elapsed() > WRITE_EVERY {
                // What cannot be written now is tried, and told, at the end.
                let _told_at_the_end = write(record);
                written = Instant::now();
            }
        }
        step();
    });
    if seems_cut_off(&waiting) && !any_witness_answers(record, urls, limits) {
        return Ok(Reached::Nothing);
    }
    for (url, answer) in waiting {
        record.note(&url, &answer, now);
    }
    write(record)?;
    Ok(Reached::Net)
}

/// Whether answers of which none reached a host may mean that this machine is cut off, rather than that one host is
/// down: they are of two hosts or more, or there was no way out.
fn seems_cut_off(answers: &[(Url, Answer)]) -> bool {
    let mut hosts: Vec<_> = answers.iter().map(|(url, _)| url.host_str()).collect();
    hosts.sort_unstable();
    hosts.dedup();
    let no_way = answers.iter().all(|(_, answer)| answer.outcome == Outcome::Unreachable);
    hosts.len() > 1 || !answers.is_empty() && no_way
}

/// Whether a host answers that was not asked, and did when it was last asked. Where all that opened is still fresh,
/// only what is dead was asked: that it fails again says nothing of the net. What the witnesses answer is not noted,
/// since their own turn has not come.
fn any_witness_answers(record: &Record, asked: &[Url], limits: &Limits) -> bool {
    let mut answered = false;
    open_all(&record.lately_opened(asked, WITNESSES), limits, |_, answer| answered |= !answer.outcome.is_of_host());
    answered
}

#[cfg(test)]
mod tests {
    use super::super::address;
    use super::*;

    #[test]
    fn one_host_that_is_down_is_not_the_end_of_the_net() {
        let answer = |url, outcome| Some((address(url)?, Answer::failed(outcome, None)));
        let all = |answers: &[(&'static str, Outcome)]| -> Vec<_> {
            answers.iter().filter_map(|(url, outcome)| answer(url, *outcome)).collect()
        };
        let (one, two) = ("https://a.go.th/1", "https://b.go.th/");
        assert!(!seems_cut_off(&[]));
        assert!(!seems_cut_off(&all(&[(one, Outcome::NoSuchHost), ("https://a.go.th/2", Outcome::NoSuchHost)])));
        assert!(seems_cut_off(&all(&[(one, Outcome::NoSuchHost), (two, Outcome::Refused)])));
        assert!(!seems_cut_off(&all(&[(one, Outcome::Silent)])), "a host that drops what comes from abroad");
        assert!(seems_cut_off(&all(&[(one, Outcome::Unreachable)])));
    }
}
