//! Which hosts are inside: this machine, or the network of the office around it.
//!
//! A record may name such a host, and then it is asked. A host elsewhere that sends whoever asks there wants something
//! that no reader of the site could reach; what stands there is none of its business.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Which hosts may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Any.
    Anywhere,
    /// None of this machine and of the network around it.
    Outside,
}

/// Whether an address says by itself that its host is inside. Other names have to be looked up.
pub fn is_inside(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => is_inside_v4(address),
        Some(Host::Ipv6(address)) => is_inside_v6(address),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    }
}

/// Whether an address of the network is inside.
pub fn is_inside_ip(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_inside_v4(address),
        IpAddr::V6(address) => is_inside_v6(address),
    }
}

fn is_inside_v4(address: Ipv4Addr) -> bool {
    // 0.0.0.0/8 is this machine, and 100.64.0.0/10 lies behind the translation of a provider.
    let shared = matches!(address.octets(), [0, ..] | [100, 64..128, ..]);
    shared || address.is_loopback() || address.is_private() || address.is_link_local() || address.is_broadcast()
}

fn is_inside_v6(address: Ipv6Addr) -> bool {
    let own = address.is_loopback() || address.is_unspecified();
    own || address.is_unique_local()
        || address.is_unicast_link_local()
        || address.to_ipv4_mapped().is_some_and(is_inside_v4)
}

#[cfg(test)]
mod tests {
    use super::super::address;
    use super::*;

    #[test]
    fn this_machine_and_its_network_are_inside() {
        for inside in [
            "http://127.0.0.9/admin",
            "http://2130706433/",
            "http://0.0.0.0/",
            "http://10.0.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest",
            "http://100.64.0.1/",
            "http://[::1]/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://localhost:8080/",
            "http://LocalHost./",
        ] {
            assert_eq!(address(inside).as_ref().map(is_inside), Some(true), "{inside}");
        }
        for outside in [
            "http://203.150.1.1/",
            "http://100.128.0.1/",
            "https://www.a.go.th/localhost",
            "http://[2001:db8::1]/",
            "http://localhost.go.th/",
        ] {
            assert_eq!(address(outside).as_ref().map(is_inside), Some(false), "{outside}");
        }
    }
}
