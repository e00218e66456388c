//! Names of hosts into addresses of the network, with every failure told as one, and with what may not be asked refused.
//!
//! The standard library's error for an unknown name has no kind of its own by which to know it.

use super::inside::{Reach, is_inside_ip};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up. Copies share what they have found.
#[derive(Debug, Default)]
pub struct Names {
    resolver: DefaultResolver,
    /// Whether names that lead inside are refused.
    outside_only: bool,
    /// The names that lead inside.
    inside: Arc<Mutex<HashSet<String>>>,
}

impl Names {
    /// Another that shares with this one what is found, and refuses what lies beyond `reach`.
    pub fn sharing(&self, reach: Reach) -> Self {
        Self { outside_only: reach == Reach::Outside, inside: Arc::clone(&self.inside), ..Self::default() }
    }

    /// Whether a name that was looked up leads inside.
    pub fn led_inside(&self, host: &str) -> bool {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).contains(host)
    }
}

impl Resolver for Names {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.resolver.resolve(uri, config, timeout).map_err(|error| match error {
            Error::Io(_) => Error::HostNotFound,
            other => other,
        })?;
        let host = uri.host().unwrap_or_default();
        // A proxy is this machine's own, and mostly inside.
        let is_proxy = config.proxy().is_some_and(|proxy| proxy.host() == host);
        if !is_proxy && found.iter().any(|address| is_inside_ip(address.ip())) {
            self.inside.lock().unwrap_or_else(PoisonError::into_inner).insert(host.to_owned());
            if self.outside_only {
                return Err(Error::BadUri(format!("{host} leads inside")));
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ureq::Agent;

    #[test]
    fn a_name_that_leads_inside_is_refused_where_its_address_is_found() {
        let names = Names::default();
        let found = |reach, host: &str| {
            let config = Agent::config_builder().build();
            let uri = format!("http://{host}:9/").parse().ok()?;
            Some(names.sharing(reach).resolve(&uri, &config, NextTimeout::default()).is_ok())
        };
        assert_eq!(found(Reach::Outside, "localhost"), Some(false));
        assert!(names.led_inside("localhost"));
        assert_eq!(found(Reach::Anywhere, "localhost"), Some(true));
        assert_eq!(found(Reach::Outside, "203.0.113.1"), Some(true));
    }
}
