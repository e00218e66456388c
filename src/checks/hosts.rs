//! PS402, PS403, PS404: a link of the record leads to the thing itself, on a host that will be there for an assessor.

use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::framework::Code;
use crate::model::{Outward, Site, outward};
use url::{Host, Url};

/// Services that lend space for files. An account that ends, or a switch in its settings, closes every link.
const SHARED: [&str; 13] = [
    "drive.google.com",
    "docs.google.com",
    "sites.google.com",
    "photos.app.goo.gl",
    "canva.com",
    "canva.site",
    "dropbox.com",
    "1drv.ms",
    "onedrive.live.com",
    "sharepoint.com",
    "mediafire.com",
    "scribd.com",
    "icloud.com",
];
/// Services that shorten addresses: nobody sees where they lead, and they end too.
const SHORTENED: [&str; 8] =
    ["bit.ly", "tinyurl.com", "goo.gl", "t.ly", "shorturl.asia", "shorturl.at", "cutt.ly", "is.gd"];
/// First parts and endings of the names of hosts on which vendors try things out.
const TRIAL_PARTS: [&str; 8] = ["test", "dev", "demo", "staging", "stage", "uat", "beta", "localhost"];
const TRIAL_ENDINGS: [&str; 7] = ["test", "local", "localhost", "internal", "example", "invalid", "lan"];
/// File names of front pages.
const FRONT: [&str; 4] = ["index", "default", "home", "main"];

pub fn check(site: &Site, problems: &mut Diagnostics) {
    for link in outward(site) {
        let Ok(url) = Url::parse(link.url) else { continue };
        let problem = trial(&url)
            .or_else(|| lent(&url))
            .or_else(|| link.item.filter(|_| leads_to_front_page(&url)).map(front_page));
        if let Some(problem) = problem {
            problems.push(problem(&link));
        }
    }
}

type Told = Box<dyn Fn(&Outward<'_>) -> Diagnostic>;

/// A host that only some can reach, or that is there to try things out.
fn trial(url: &Url) -> Option<Told> {
    let host = match url.host()? {
        Host::Ipv4(address) if address.is_loopback() || address.is_private() || address.is_link_local() => {
            address.to_string()
        }
        Host::Ipv6(address) if address.is_loopback() || address.is_unique_local() => address.to_string(),
        Host::Ipv4(_) | Host::Ipv6(_) => return None,
        Host::Domain(name) => {
            let first = name.split('.').next().unwrap_or(name);
            let first = first.split('-').next().unwrap_or(first).trim_end_matches(|char: char| char.is_ascii_digit());
            let last = name.rsplit('.').next().unwrap_or(name);
            (TRIAL_PARTS.contains(&first) || TRIAL_ENDINGS.contains(&last)).then(|| name.to_owned())?
        }
    };
    Some(Box::new(move |link| {
        Diagnostic::new(
            &rules::TEST_HOST,
            link.location(),
            Message::new(
                format!("{host} เป็นเครื่องทดสอบหรือเครื่องในสำนักงาน คนภายนอกอาจเปิดไม่ได้"),
                format!("{host} is a test host or one of the office, which others may not reach"),
            ),
        )
        .help("ใช้ที่อยู่ของเว็บจริง หรือวางแฟ้มไว้ใน files", "use the address of the real site, or put the file into files")
    }))
}

fn is(host: &str, names: &[&str]) -> bool {
    names.iter().any(|name| host == *name || host.ends_with(&format!(".{name}")))
}

fn lent(url: &Url) -> Option<Told> {
    let host = url.host_str()?.to_owned();
    let (th, en) = if is(&host, &SHARED) {
        (
            format!("{host} เป็นบริการฝากแฟ้ม ลิงก์อาจปิดเมื่อเปลี่ยนบัญชีหรือสิทธิ์ และผู้ประเมินอาจต้องขอสิทธิ์เข้าดู"),
            format!(
                "{host} is a file-sharing service: links close with an account or a setting, and may ask for permission"
            ),
        )
    } else if is(&host, &SHORTENED) {
        (
            format!("{host} เป็นที่อยู่แบบย่อ ไม่เห็นว่าปลายทางคืออะไร และอาจเลิกใช้เมื่อใดก็ได้"),
            format!("{host} shortens addresses: nobody sees where it leads, and it may end any day"),
        )
    } else {
        return None;
    };
    Some(Box::new(move |link| {
        Diagnostic::new(&rules::UNSTABLE_HOST, link.location(), Message::new(th.as_str(), en.as_str())).help(
            "ดาวน์โหลดแฟ้มมาวางใน files ของปีนั้น แล้วลิงก์ไปที่แฟ้ม เช่น files/ประกาศ.pdf",
            "download the file into the year's files and link to it, such as files/order.pdf",
        )
    }))
}

/// A bare host, or its index page, without anything that says which part of it is meant.
fn leads_to_front_page(url: &Url) -> bool {
    let path = url.path().trim_matches('/').to_ascii_lowercase();
    let front = match path.rsplit_once('/') {
        None if path.is_empty() => true,
        None => FRONT.contains(&path.split('.').next().unwrap_or_default()),
        Some(_) => false,
    };
    // Many sites keep all their pages behind one file: `index.php?id=12`.
    front && url.query().is_none_or(str::is_empty) && url.fragment().is_none_or(|part| part.len() < 2)
}

fn front_page(item: Code) -> Told {
    Box::new(move |link| {
        Diagnostic::new(
            &rules::HOME_PAGE_LINK,
            link.location(),
            Message::new(
                format!("ลิงก์ของ {item} ไปที่หน้าแรกของเว็บ ไม่ใช่ตัวข้อมูล"),
                format!("the link of {item} leads to a home page, not to the thing itself"),
            ),
        )
        .help(
            "ใช้ที่อยู่ของหน้าหรือแฟ้มที่มีข้อมูลนั้นโดยตรง ผู้ประเมินต้องไม่ต้องค้นต่อ",
            "give the address of the very page or file: an assessor must not have to search on",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn home_pages_are_told_from_pages() {
        for home in [
            "https://a.go.th",
            "https://a.go.th/",
            "https://a.go.th/index.php",
            "https://a.go.th/home#",
            "https://a.go.th/main.html?",
        ] {
            assert!(leads_to_front_page(&url(home)), "{home}");
        }
        for page in [
            "https://a.go.th/index.php?id=12",
            "https://a.go.th/#/oit/1",
            "https://a.go.th/a.pdf",
            "https://a.go.th/th/index.html",
            "https://a.go.th/maintenance",
        ] {
            assert!(!leads_to_front_page(&url(page)), "{page}");
        }
    }

    #[test]
    fn hosts_to_try_things_out_are_told() {
        for host in [
            "http://localhost/a",
            "http://192.168.1.5/a",
            "http://10.0.0.1",
            "http://[::1]/",
            "https://test.a.go.th",
            "https://dev2.a.go.th",
            "https://uat-web.a.go.th",
            "http://server.local/a",
        ] {
            assert!(trial(&url(host)).is_some(), "{host}");
        }
        for host in [
            "https://www.test.go.th/a",
            "https://testing.go.th",
            "https://a.go.th/localhost",
            "http://203.150.1.1/a",
            "https://developer.go.th",
        ] {
            assert!(trial(&url(host)).is_none(), "{host}");
        }
    }

    #[test]
    fn services_are_known_with_their_own_hosts_only() {
        assert!(lent(&url("https://drive.google.com/file/d/1")).is_some());
        assert!(lent(&url("https://www.canva.com/design/1")).is_some());
        assert!(lent(&url("https://notcanva.com/a")).is_none() && lent(&url("https://www.google.com/maps")).is_none());
    }
}
