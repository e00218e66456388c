//! A small web for tests: servers on loopback that answer as they are told and write down who asked what and when,
//! and the command that opens their addresses.

use crate::support::{Project, SITE};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::Value;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Where the program remembers.
pub const RECORD: &str = ".prongsai/links.json";

/// How a path is answered.
#[derive(Debug, Clone)]
pub enum Say {
    /// With this status.
    Status(u16),
    /// With this status and header.
    With(u16, String),
    /// With the first status to HEAD and the second to GET.
    HeadGet(u16, u16),
    /// With each in turn, the last for ever.
    Then(Vec<Say>),
    /// With 200, after a wait.
    Slow(Duration),
    /// With a body that does not end; 405 to HEAD.
    Endless,
    /// With nothing.
    Close,
    /// With what is not HTTP.
    Garbage,
}

/// A request that came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// `HEAD /path`
    pub what: String,
    /// The headers.
    pub headers: String,
    /// When it came, and when the answer was finished.
    pub from: Instant,
    pub to: Instant,
}

#[derive(Debug, Default)]
struct Shared {
    asked: Mutex<Vec<Asked>>,
    now: AtomicUsize,
    most: AtomicUsize,
    sent: AtomicUsize,
}

/// A server on an address and port of its own.
pub struct Server {
    shared: Arc<Shared>,
    scheme: &'static str,
    host: String,
}

/// What a connection is made of: the stream itself, or encryption over it.
trait Wire: Read + Write {}
impl<T: Read + Write> Wire for T {}

impl Server {
    /// A server at `ip`, an address of the loopback network, that answers these paths, and 404 to others.
    pub fn start(ip: &str, answers: &[(&str, Say)]) -> Self {
        Self::serve(ip, answers, None)
    }

    /// The same with `https`, and the certificate that it has signed itself.
    pub fn start_secure(ip: &str, answers: &[(&str, Say)]) -> (Self, String) {
        let made = rcgen::generate_simple_self_signed([ip.to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key))
            .expect("a configuration");
        (Self::serve(ip, answers, Some(Arc::new(config))), made.cert.pem())
    }

    fn serve(ip: &str, answers: &[(&str, Say)], secure: Option<Arc<ServerConfig>>) -> Self {
        let scheme = if secure.is_some() { "https" } else { "http" };
        let listener = TcpListener::bind((ip, 0)).expect("a port");
        let host = listener.local_addr().expect("an address").to_string();
        let shared = Arc::new(Shared::default());
        let answers: Arc<HashMap<String, Say>> =
            Arc::new(answers.iter().map(|(path, say)| ((*path).to_owned(), say.clone())).collect());
        let served = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (shared, answers) = (Arc::clone(&served), Arc::clone(&answers));
                let secure = secure.clone();
                thread::spawn(move || match secure.map(ServerConnection::new) {
                    None => serve(stream, &shared, &answers),
                    Some(secure) => serve(StreamOwned::new(secure.expect("TLS"), stream), &shared, &answers),
                });
            }
        });
        Self { shared, scheme, host }
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}://{}{path}", self.scheme, self.host)
    }

    /// `IP:PORT`
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Everything that was asked, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().expect("a list").clone()
    }

    /// What was asked, such as `HEAD /a`, in order.
    pub fn whats(&self) -> Vec<String> {
        self.asked().into_iter().map(|one| one.what).collect()
    }

    /// Most requests that were answered at the same time.
    pub fn most_at_once(&self) -> usize {
        self.shared.most.load(Ordering::SeqCst)
    }

    /// Bytes of endless bodies that were taken.
    pub fn sent(&self) -> usize {
        self.shared.sent.load(Ordering::SeqCst)
    }
}

/// Where nobody listens.
pub fn nobody(ip: &str) -> String {
    let listener = TcpListener::bind((ip, 0)).expect("a port");
    format!("http://{}/", listener.local_addr().expect("an address"))
}

fn serve(stream: impl Wire, shared: &Shared, answers: &HashMap<String, Say>) {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        match reader.by_ref().take(10_000).read_line(&mut line) {
            Ok(read) if read > 2 => lines.push(line.trim_end().to_owned()),
            _ => break,
        }
    }
    let Some(first) = lines.first() else { return };
    let from = Instant::now();
    shared.most.fetch_max(shared.now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
    let what = first.rsplit_once(' ').map_or(first.as_str(), |(what, _)| what).to_owned();
    let (method, path) = what.split_once(' ').unwrap_or(("", ""));
    let nth = shared.asked.lock().expect("a list").iter().filter(|one| one.what.ends_with(&format!(" {path}"))).count();
    let say = answers.get(path).cloned().unwrap_or(Say::Status(404));
    let place = {
        let mut asked = shared.asked.lock().expect("a list");
        asked.push(Asked { what: what.clone(), headers: lines[1..].join("\n"), from, to: from });
        asked.len() - 1
    };
    answer(reader.get_mut(), shared, method == "HEAD", nth, &say);
    shared.now.fetch_sub(1, Ordering::SeqCst);
    shared.asked.lock().expect("a list")[place].to = Instant::now();
}

fn answer(stream: &mut dyn Wire, shared: &Shared, head: bool, nth: usize, say: &Say) {
    let mut plain = |status: u16, header: &str| {
        let body = if head { "" } else { "ok" };
        let header = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
        let _gone =
            write!(stream, "HTTP/1.1 {status} X\r\n{header}Content-Length: 2\r\nConnection: close\r\n\r\n{body}");
    };
    match say {
        Say::Status(status) => plain(*status, ""),
        Say::With(status, header) => plain(*status, header),
        Say::HeadGet(to_head, to_get) => plain(if head { *to_head } else { *to_get }, ""),
        Say::Then(all) => {
            let say = all.get(nth).or(all.last()).expect("something to say");
            answer(stream, shared, head, nth, say);
        }
        Say::Slow(wait) => {
            thread::sleep(*wait);
            plain(200, "");
        }
        Say::Endless if head => plain(405, ""),
        Say::Endless => {
            let _gone = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            while stream.write_all(&[b'a'; 4096]).is_ok() {
                shared.sent.fetch_add(4096, Ordering::SeqCst);
            }
        }
        Say::Close => {}
        Say::Garbage => {
            let _gone = stream.write_all(b"\x00\x01\x02 ok\r\n\r\n");
        }
    }
}

/// `check --external` with these arguments, whatever this machine's proxies are.
pub fn command(project: &Project, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    command.args(["check", "--external"]).args(arguments).current_dir(project.path(""));
    for name in ["PRONGSAI_LANG", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"] {
        command.env_remove(name);
    }
    command
}

/// Runs it.
pub fn check(project: &Project, arguments: &[&str]) -> Output {
    command(project, arguments).output().expect("the program runs")
}

/// A site whose one item has these links.
pub fn linking(urls: &[String]) -> Project {
    let mut links = String::new();
    for url in urls {
        links.push_str(&format!(
            "  - {{ title: ก, url: '{url}' }}
"
        ));
    }
    // The servers of these tests are on this machine, which a site must not link to.
    let site = format!("{SITE}rules: {{ PS404: {{ severity: off, reason: a test }} }}\n");
    Project::new(&[("site.yaml", &site), ("2566/oit/o1.md", &format!("---\nlinks:\n{links}---\n"))])
}

/// The page about links.
pub fn report(project: &Project) -> String {
    std::fs::read_to_string(project.path(".prongsai/links/index.html")).expect("a report")
}

/// What the program remembers.
pub fn record(project: &Project) -> Value {
    let text = std::fs::read_to_string(project.path(RECORD)).expect("a record");
    serde_json::from_str(&text).expect("JSON")
}

/// Changes a field of every entry of the record; `None` takes it away.
pub fn edit(project: &Project, field: &str, value: Option<&str>) {
    let mut record = record(project);
    for entry in record["links"].as_object_mut().expect("links").values_mut() {
        let entry = entry.as_object_mut().expect("an entry");
        match value {
            Some(value) => drop(entry.insert(field.to_owned(), Value::from(value))),
            None => drop(entry.remove(field)),
        }
    }
    project.write(RECORD, record.to_string().as_bytes());
}
