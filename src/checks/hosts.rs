//! PS402, PS403, PS404: a link of the record leads to the thing itself, on a host that will be there for an assessor.

use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::framework::Code;
use crate::model::Outward;
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
/// Services that lend an address to a machine in the office for a while, by the endings of their names.
const TUNNELS: [&str; 8] = [
    "ngrok.io",
    "ngrok.app",
    "ngrok.dev",
    "ngrok-free.app",
    "ngrok-free.dev",
    "trycloudflare.com",
    "loca.lt",
    "serveo.net",
];
/// File names of front pages and menus, without the year that may follow.
const FRONT: [&str; 7] = ["index", "default", "home", "main", "menu", "ita", "oit"];
/// The folders of a site's languages.
const LANGUAGES: [&str; 2] = ["th", "en"];

pub fn check(links: &[Outward<'_>], problems: &mut Diagnostics) {
    for link in links {
        let Ok(url) = Url::parse(link.url) else { continue };
        let problem = trial(&url)
            .or_else(|| lent(&url))
            .or_else(|| link.item.filter(|_| leads_to_front_page(&url)).map(front_page));
        if let Some(problem) = problem {
            problems.push(problem(link));
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
            let is_trial = TRIAL_PARTS.contains(&first) || TRIAL_ENDINGS.contains(&last) || is(name, &TUNNELS);
            (is_trial || is_preview(name)).then(|| name.to_owned())?
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

/// Whether a host shows one state of a site that is being worked on: `deploy-preview-1--site.netlify.app`.
fn is_preview(name: &str) -> bool {
    name.strip_suffix(".netlify.app").is_some_and(|site| site.contains("--"))
        || name.strip_suffix(".vercel.app").is_some_and(|site| site.contains("-git-"))
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
        Diagnostic::new(&rules::UNSTABLE_HOST, link.location(), Message::new(th.clone(), en.clone())).help(
            "ดาวน์โหลดแฟ้มมาวางใน files ของปีนั้น แล้วลิงก์ไปที่แฟ้ม เช่น files/ประกาศ.pdf",
            "download the file into the year's files and link to it, such as files/order.pdf",
        )
    }))
}

/// A bare host, its index page or a menu, without anything that says which part of it is meant.
fn leads_to_front_page(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if parts.first().is_some_and(|first| LANGUAGES.contains(first)) {
        parts.remove(0);
    }
    let front = match parts.as_slice() {
        [] => true,
        [one] => is_front(one),
        _ => false,
    };
    // Many sites keep all their pages behind one file: `index.php?id=12`.
    front && url.query().is_none_or(str::is_empty) && url.fragment().is_none_or(|part| part.len() < 2)
}

/// `index.php`, `menu`, `ita2567.html`; a document such as `ita2567.pdf` is a thing itself.
fn is_front(file: &str) -> bool {
    let (name, ending) = file.split_once('.').unwrap_or((file, ""));
    let name = name.trim_end_matches(|char: char| char.is_ascii_digit()).trim_end_matches(['-', '_']);
    let is_page = matches!(ending, "" | "php" | "html" | "htm" | "asp" | "aspx" | "jsp");
    is_page && FRONT.contains(&name)
}

fn front_page(item: Code) -> Told {
    Box::new(move |link| {
        Diagnostic::new(
            &rules::HOME_PAGE_LINK,
            link.location(),
            Message::new(
                format!("ลิงก์ของ {item} ไปที่หน้าแรกหรือหน้าเมนูของเว็บ ไม่ใช่ตัวข้อมูล"),
                format!("the link of {item} leads to a home page or menu, not to the thing itself"),
            ),
        )
        .help(
            "ใช้ที่อยู่ของหน้าหรือแฟ้มที่มีข้อมูลนั้นโดยตรง โดยผู้ประเมินไม่ต้องค้นหาต่อ",
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
            "https://a.go.th/menu",
            "https://a.go.th/ITA/",
            "https://a.go.th/oit.html",
            "https://a.go.th/th",
            "https://a.go.th/th/index.php",
            "https://a.go.th/ita2567.php",
            "https://a.go.th/ita-2567",
        ] {
            assert!(leads_to_front_page(&url(home)), "{home}");
        }
        for page in [
            "https://a.go.th/index.php?id=12",
            "https://a.go.th/#/oit/1",
            "https://a.go.th/a.pdf",
            "https://a.go.th/th/structure.html",
            "https://a.go.th/th/th/index.html",
            "https://a.go.th/ita2567.pdf",
            "https://a.go.th/ita/o1.html",
            "https://a.go.th/2567",
            "https://a.go.th/thai",
            "https://a.go.th/main.php?menu=12",
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
            "https://1a2b-203-150-1-1.ngrok-free.app/a",
            "https://x.ngrok.io",
            "https://quiet-river.trycloudflare.com/oit",
            "https://deploy-preview-7--site.netlify.app/",
            "https://site-git-main-office.vercel.app/",
        ] {
            assert!(trial(&url(host)).is_some(), "{host}");
        }
        for host in [
            "https://www.test.go.th/a",
            "https://testing.go.th",
            "https://a.go.th/localhost",
            "http://203.150.1.1/a",
            "https://developer.go.th",
            "https://site.netlify.app/",
            "https://site.vercel.app/",
            "https://notngrok.io/",
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
