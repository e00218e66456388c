//! The example on the web servers of hosts: Apache and nginx serve it from a folder, and every link is followed.

use crate::support::{run_in, said};
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use ureq::Agent;

/// Where the site stands on its host.
const FOLDER: &str = "/ข้อมูล/ita/";
/// The same as a browser writes it.
const PATH: &str = "/%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%A1%E0%B8%B9%E0%B8%A5/ita/";
const OLD: &str = "janthawi/news.php";

/// The example with an old address, built once.
static SITE: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a temporary folder");
    open(folder.path());
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in walkdir::WalkDir::new(top.join("content")).into_iter().filter_map(Result::ok) {
        let path = folder.path().join(file.path().strip_prefix(top).expect("below"));
        if file.file_type().is_dir() {
            fs::create_dir_all(path).expect("made");
        } else {
            fs::copy(file.path(), path).expect("copied");
        }
    }
    let settings = folder.path().join("content/janthawi/site.yaml");
    let text = fs::read_to_string(&settings).expect("there");
    fs::write(settings, format!("{text}redirects:\n  news.php: 2565/index.html\n")).expect("written");
    let out = format!("www{FOLDER}");
    let base = format!("https://www.example.go.th{PATH}");
    let output = run_in(folder.path(), &["build", "--out", &out, "--base-url", &base, "--lang", "en"]);
    assert!(output.status.success(), "{}", said(&output));
    folder
});

/// Lets a server's own user in.
fn open(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("ours");
    }
}

/// A server of this test's own, which ends with it.
struct Server {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.process.kill().and_then(|()| self.process.wait());
    }
}

impl Server {
    /// Starts `program` with the configuration that `configure` makes of a folder and a port.
    fn start(program: &str, arguments: &[&str], configure: impl Fn(&Path, u16) -> String) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        open(folder.path());
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr()).expect("a free port").port();
        let configuration = folder.path().join("server.conf");
        fs::write(&configuration, configure(folder.path(), port)).expect("written");
        let process = Command::new(program)
            .args(arguments)
            .arg(&configuration)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program}: {error}; .ci/test installs it"));
        let server = Self { process, port, folder };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(10), "{program} does not answer: {}", server.log());
            thread::sleep(Duration::from_millis(10));
        }
        server
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("error.log")).unwrap_or_default()
    }

    fn base(&self) -> String {
        format!("http://127.0.0.1:{}{PATH}", self.port)
    }

    /// Apache with these modules beside those without which it serves nothing, that lets folders override as much.
    fn apache(modules: &[&str], allow: &str) -> Self {
        let root: PathBuf = SITE.path().join("www");
        let types = if modules.contains(&"mime") { "TypesConfig /dev/null\n" } else { "" };
        Self::start("/usr/sbin/apache2", &["-X", "-f"], |folder, port| {
            let line = |module: &&str| format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
            let load = ["mpm_event", "authz_core", "dir"].iter().chain(modules).map(line).collect::<Vec<_>>().concat();
            let (folder, root) = (folder.display(), root.display());
            format!(
                "ServerRoot \"{folder}\"\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile \"{folder}/pid\"\n\
                 ErrorLog \"{folder}/error.log\"\nDefaultRuntimeDir \"{folder}\"\nMutex posixsem\n{load}User nobody\n\
                 Group nogroup\n{types}DocumentRoot \"{root}\"\nDirectoryIndex index.html\nKeepAlive On\n\
                 MaxKeepAliveRequests 0\n<Directory \"{root}\">\nAllowOverride {allow}\nRequire all granted\n</Directory>\n"
            )
        })
    }

    fn nginx() -> Self {
        let root = SITE.path().join("www");
        Self::start("/usr/sbin/nginx", &["-c"], |folder, port| {
            let (folder, root) = (folder.display(), root.display());
            let aside: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|kind| format!("{kind}_temp_path \"{folder}/{kind}\";\n"))
                .concat();
            format!(
                "daemon off;\nmaster_process off;\npid \"{folder}/pid\";\nerror_log \"{folder}/error.log\";\nevents {{}}\n\
                 http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\nkeepalive_requests 100000;\n{aside}\
                 server {{\nlisten 127.0.0.1:{port};\nroot \"{root}\";\n}}\n}}\n"
            )
        })
    }

    fn ask(&self, address: &str) -> ureq::http::Response<ureq::Body> {
        agent().get(format!("{}{address}", self.base())).call().expect("an answer")
    }

    /// A header of an answer.
    fn header(&self, address: &str, name: &str) -> String {
        let answer = self.ask(address);
        let values: Vec<_> = answer.headers().get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        values.join(" + ")
    }

    /// Follows every link from the front page: how many addresses were come to, and those that did not open.
    fn crawl(&self) -> (usize, Vec<String>) {
        let links = Selector::parse("[href], [src], [action]").expect("a selector");
        let agent = agent();
        let (base, host) = (self.base(), format!("http://127.0.0.1:{}/", self.port));
        let mut known = BTreeSet::from([base.clone()]);
        let mut next = vec![base.clone()];
        let mut dead = Vec::new();
        while let Some(address) = next.pop() {
            let mut answer = agent.get(&address).call().expect("an answer");
            if answer.status() != 200 {
                dead.push(format!("{} {address}", answer.status()));
                continue;
            }
            let path = address.rsplit('/').next().unwrap_or_default();
            if !path.is_empty() && !path.ends_with(".html") {
                continue;
            }
            let page = Html::parse_document(&answer.body_mut().read_to_string().expect("UTF-8"));
            let here = url::Url::parse(&address).expect("an address");
            for element in page.select(&links) {
                let written = ["href", "src", "action"].into_iter().find_map(|name| element.attr(name));
                let Some(mut url) = written.and_then(|written| here.join(written).ok()) else { continue };
                url.set_fragment(None);
                url.set_query(None);
                if !url.as_str().starts_with(&host) {
                    continue;
                }
                if !url.as_str().starts_with(&base) {
                    dead.push(format!("{address} leads out to {url}"));
                } else if known.insert(url.as_str().to_owned()) {
                    next.push(url.into());
                }
            }
        }
        (known.len(), dead)
    }
}

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(10))).build().into()
}

/// Every link opens, and there are as many as there are pages at least.
fn is_whole(server: &Server) {
    let (known, dead) = server.crawl();
    assert!(dead.is_empty(), "{dead:#?}\n{}", server.log());
    assert!(known > 600, "{known} addresses");
}

const ALL: [&str; 3] = ["mime", "setenvif", "headers"];

#[test]
fn apache_that_lets_folders_override_sends_what_the_site_asks_for() {
    for allow in ["All", "FileInfo"] {
        let server = Server::apache(&ALL, allow);
        let headers = |address: &str| {
            let told =
                ["content-type", "cache-control", "x-content-type-options", "referrer-policy", "x-frame-options"]
                    .map(|name| format!("  {name}: {}\n", server.header(address, name)));
            format!("{address}\n{}", told.concat())
        };
        let of = [
            "",
            "janthawi/2565/measures/index.html",
            "janthawi/2565/data/measures.csv",
            "janthawi/2565/data/measures.json",
            "janthawi/sitemap.xml",
            "janthawi/assets/style.css",
            "assets/tables.js",
            "no/such/place.html",
            OLD,
        ]
        .map(headers);
        insta::assert_snapshot!("headers_of_apache", of.concat());
        let mut missing = server.ask("no/such/place.html");
        assert_eq!(missing.status(), 404);
        let own = fs::read_to_string(SITE.path().join(format!("www{FOLDER}404.html"))).expect("there");
        assert!(
            missing.body_mut().read_to_string().expect("UTF-8") == own,
            "another page is shown for what is missing"
        );
        is_whole(&server);
    }
}

#[test]
fn apache_without_what_the_site_asks_for_serves_all_the_same() {
    for (modules, allow) in
        [(&ALL[..], "None"), (&[], "All"), (&["headers"], "All"), (&["mime", "headers"], "FileInfo")]
    {
        let server = Server::apache(modules, allow);
        is_whole(&server);
        let sniffing = server.header("assets/style.css", "x-content-type-options");
        assert_eq!(sniffing == "nosniff", allow != "None" && modules.contains(&"mime"), "{modules:?} {allow}");
    }
}

#[test]
fn a_header_that_the_host_sends_is_not_sent_twice() {
    let server = Server::apache(&ALL, "All\nHeader always set X-Frame-Options DENY\nHeader set Referrer-Policy origin");
    let told = ["x-frame-options", "referrer-policy"].map(|name| server.header("", name));
    assert_eq!(told, ["SAMEORIGIN", "strict-origin-when-cross-origin"]);
}

#[test]
fn nginx_serves_it_and_leads_on_from_old_addresses() {
    let server = Server::nginx();
    is_whole(&server);
    let mut old = server.ask(OLD);
    assert_eq!((old.status().as_u16(), old.headers()["content-type"].to_str().ok()), (200, Some("text/html")));
    assert!(old.body_mut().read_to_string().expect("UTF-8").contains("url=../2565/index.html"));
    assert_eq!(server.ask("no/such/place.html").status(), 404);
}
