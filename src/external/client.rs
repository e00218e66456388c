//! One request: asked for, answered or failed. Redirects and the meaning of an answer are not known here.

use super::answer::Outcome;
use super::inside::{Reach, is_inside};
use super::resolver::Names;
use std::io::{self, Read};
use std::time::Duration;
use ureq::http::{Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, Timeout};
use url::Url;

/// How much of a file is asked for and read: enough to see that it comes.
const FIRST_BYTES: u64 = 1024;
/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);

/// How to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// For the headers alone.
    Head,
    /// As a browser does, for the first bytes.
    Get,
}

/// What a host said.
#[derive(Debug)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// Where a redirect leads, as the host wrote it.
    pub location: Option<String>,
    /// How long to wait before asking again.
    pub retry_after: Option<Duration>,
    /// Whether a wall against programs answered in the host's place.
    pub walled: bool,
}

/// Asks hosts.
#[derive(Debug)]
pub struct Client {
    anywhere: Agent,
    outside: Agent,
    names: Names,
}

impl Client {
    /// A client that waits `timeout` for each answer. `contact` is an address at which hosts can see who asks.
    pub fn new(timeout: Duration, contact: Option<&Url>) -> Self {
        let name = concat!("prongsai/", env!("CARGO_PKG_VERSION"), " link check");
        // Many hosts turn away whoever does not begin like a browser.
        let agent = match contact {
            Some(contact) => format!("Mozilla/5.0 (compatible; {name}; +{contact})"),
            None => format!("Mozilla/5.0 (compatible; {name})"),
        };
        // The certificates that this machine trusts, as its browser does: offices often have one of their own.
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .user_agent(agent)
            .accept("*/*")
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(timeout))
            .timeout_connect(Some(timeout.min(CONNECT)))
            // After the pause between two requests a kept connection is often closed, which looks like a failure.
            .max_idle_connections(0)
            .tls_config(tls)
            .build();
        let names = Names::default();
        let with = |names| Agent::with_parts(config.clone(), DefaultConnector::default(), names);
        Self { anywhere: with(names.sharing(Reach::Anywhere)), outside: with(names.sharing(Reach::Outside)), names }
    }

    /// Whether a host is inside that has been asked, or whose address says so.
    pub fn is_inside(&self, url: &Url) -> bool {
        is_inside(url) || url.host_str().is_some_and(|host| self.names.led_inside(host))
    }

    /// Asks once. What lies beyond `reach` is [`Outcome::Astray`], and not asked.
    pub fn ask(&self, method: Method, url: &Url, reach: Reach) -> Result<Reply, Outcome> {
        // Behind a proxy no name is looked up here.
        if reach == Reach::Outside && is_inside(url) {
            return Err(Outcome::Astray);
        }
        let agent = if reach == Reach::Outside { &self.outside } else { &self.anywhere };
        let request = match method {
            Method::Head => agent.head(url.as_str()),
            Method::Get => agent.get(url.as_str()).header(header::RANGE, format!("bytes=0-{}", FIRST_BYTES - 1)),
        };
        let mut response = request.call().map_err(|error| failure(&error))?;
        let reply = reply(&response);
        if method == Method::Get && (200..300).contains(&reply.status) {
            let mut first = response.body_mut().as_reader().take(FIRST_BYTES);
            io::copy(&mut first, &mut io::sink()).map_err(|error| failure(&Error::from(error)))?;
        }
        Ok(reply)
    }
}

fn reply(response: &Response<Body>) -> Reply {
    let text = |name| response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    Reply {
        status: response.status().as_u16(),
        location: text("location"),
        // The other form, a date, is rare, and would need the host's clock to be right.
        retry_after: text("retry-after").and_then(|text| text.trim().parse().ok()).map(Duration::from_secs),
        walled: text("cf-mitigated").is_some(),
    }
}

/// What an error of the client says of the host.
fn failure(error: &Error) -> Outcome {
    match error {
        Error::HostNotFound => Outcome::NoSuchHost,
        Error::ConnectionFailed | Error::Timeout(Timeout::Connect | Timeout::Resolve) => Outcome::Silent,
        Error::ConnectProxyFailed(_) => Outcome::Unreachable,
        Error::Timeout(_) => Outcome::Timeout,
        Error::Rustls(_) | Error::Tls(_) | Error::Pem(_) => Outcome::Insecure,
        Error::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused => Outcome::Refused,
            io::ErrorKind::NetworkUnreachable | io::ErrorKind::NetworkDown | io::ErrorKind::AddrNotAvailable => {
                Outcome::Unreachable
            }
            io::ErrorKind::HostUnreachable => Outcome::Silent,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Outcome::Timeout,
            // What the encryption says of a certificate or a handshake comes in this coat.
            io::ErrorKind::InvalidData => Outcome::Insecure,
            _ => Outcome::Broken,
        },
        Error::BadUri(_) | Error::Http(_) => Outcome::Astray,
        _ => Outcome::Broken,
    }
}
