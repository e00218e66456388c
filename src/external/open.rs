//! Opening one address: asked for its headers, then as a browser asks, through all redirects.

use super::address::{address, is_login, is_lost};
use super::answer::{Answer, Outcome};
use super::client::{Client, Method, Reply};
use super::inside::Reach;
use super::manners::Manners;
use std::time::{Duration, Instant};
use url::Url;

/// Most redirects that are followed.
const REDIRECTS: usize = 10;

/// Opens addresses.
#[derive(Debug)]
pub struct Opener {
    client: Client,
    manners: Manners,
    /// Longest time for one way through redirects; the waits for a host's turn count.
    longest: Duration,
}

/// What came of an address, and whether it is the host's fault as a whole.
#[derive(Debug)]
pub struct Attempt {
    /// What came.
    pub answer: Answer,
    /// Whether no connection to the address's own host came about: nothing else there will open either.
    pub host_down: bool,
}

impl Opener {
    /// One that waits `timeout` for each answer, and tells hosts of `contact`.
    pub fn new(timeout: Duration, contact: Option<&Url>) -> Self {
        Self { client: Client::new(timeout, contact), manners: Manners::default(), longest: timeout.saturating_mul(3) }
    }

    /// Opens an address.
    pub fn open(&self, url: &Url) -> Attempt {
        let first = self.follow(Method::Head, url);
        match first.answer.outcome {
            // What counts is what a browser gets; asked for headers alone, many hosts refuse, fail, or say 404.
            Outcome::NotFound | Outcome::ServerError | Outcome::Denied | Outcome::Broken | Outcome::Timeout => {
                self.follow(Method::Get, url)
            }
            _ => first,
        }
    }

    fn follow(&self, method: Method, asked: &Url) -> Attempt {
        let started = Instant::now();
        let mut seen = vec![asked.clone()];
        let mut moved = true;
        loop {
            let at = seen.last().unwrap_or(asked);
            let away = (at != asked).then(|| at.clone());
            let end = |outcome: Outcome, status| {
                let host_down = outcome.is_of_host() && away.is_none();
                let moved = moved && away.is_some();
                Attempt { answer: Answer { outcome, status, landed: away.clone(), moved }, host_down }
            };
            if started.elapsed() > self.longest {
                return end(Outcome::Timeout, None);
            }
            let reach = self.reach(asked, at);
            let reply = match self.ask(method, at, reach) {
                Ok(reply) => reply,
                Err(outcome) => return end(outcome, None),
            };
            let status = Some(reply.status);
            if !matches!(reply.status, 301 | 302 | 303 | 307 | 308) {
                return end(meaning(&reply, asked, at), status);
            }
            let next = reply.location.and_then(|location| address(at.join(&location).ok()?.as_str()));
            match next {
                Some(next) if !seen.contains(&next) && seen.len() <= REDIRECTS => {
                    moved &= matches!(reply.status, 301 | 308);
                    seen.push(next);
                }
                _ => return end(Outcome::Astray, status),
            }
        }
    }

    /// Where a redirect may lead that began at `asked` and has come to `at`: inside only where it began there.
    fn reach(&self, asked: &Url, at: &Url) -> Reach {
        if at == asked || self.client.is_inside(asked) { Reach::Anywhere } else { Reach::Outside }
    }

    fn ask(&self, method: Method, url: &Url, reach: Reach) -> Result<Reply, Outcome> {
        let request = || {
            let reply = self.client.ask(method, url, reach);
            let wish = reply.as_ref().ok().filter(|reply| matches!(reply.status, 429 | 503));
            let wish = wish.and_then(|reply| reply.retry_after);
            (reply, wish)
        };
        self.manners.ask(url.host_str().unwrap_or_default(), request).unwrap_or(Err(Outcome::Busy))
    }
}

/// What a reply that is no redirect means for whoever asked.
fn meaning(reply: &Reply, asked: &Url, landed: &Url) -> Outcome {
    match reply.status {
        // 416: there is such a file, and it is shorter than what was asked for.
        200..300 | 416 if is_login(asked, landed) => Outcome::Login,
        200..300 | 416 if is_lost(asked, landed) => Outcome::Replaced,
        200..300 | 416 => Outcome::Opened,
        401 | 407 => Outcome::Login,
        404 | 410 => Outcome::NotFound,
        408 => Outcome::Timeout,
        425 | 429 => Outcome::Busy,
        503 if reply.retry_after.is_some() => Outcome::Busy,
        500..600 if reply.walled => Outcome::Denied,
        500..600 => Outcome::ServerError,
        _ => Outcome::Denied,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of asking for `at` after a redirect from `asked`, and which way is open to it.
    fn after(asked: &str, at: &str) -> Option<(Reach, Option<Outcome>)> {
        let opener = Opener::new(Duration::from_secs(2), None);
        let (asked, at) = (address(asked)?, address(at)?);
        let reach = opener.reach(&asked, &at);
        Some((reach, opener.ask(Method::Head, &at, reach).err()))
    }

    #[test]
    fn a_redirect_from_elsewhere_does_not_lead_inside() {
        for inside in ["http://127.0.0.9:9/admin", "http://localhost:9/", "http://[::1]:9/"] {
            assert_eq!(
                after("https://203.0.113.1/", inside),
                Some((Reach::Outside, Some(Outcome::Astray))),
                "{inside}"
            );
        }
        let own = after("http://127.0.0.8:9/", "http://127.0.0.9:9/");
        assert_eq!(own, Some((Reach::Anywhere, Some(Outcome::Refused))));
    }
}
