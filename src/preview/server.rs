//! Answers requests from what is on the stage.

use super::address::asked_for;
use super::edition::{Edition, Served};
use super::events::{Stream, Streams};
use super::gate::Gate;
use super::range::{Part, part};
use super::{Shown, Stage};
use crate::diagnostic::{Diagnostic, Language};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::UNIX_EPOCH;
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// The port that is tried first where none is asked for, and how many after it.
const FIRST_PORT: u16 = 8000;
const TRIED: u16 = 100;
/// How many answers are made at once.
const WORKERS: usize = 4;
/// The folder of what is not the site's: no file of a site begins so.
const OWN: &str = ".prongsai/";

const SCRIPT: &str = include_str!("assets/preview.js");
const STYLE: &str = include_str!("assets/preview.css");
const PLAIN: &str = include_str!("assets/plain.html");

/// The beginning of a page's policy, and what lets the page fetch from its own host.
const NOTHING: &str = "default-src 'none';";
const FETCHES: &str = " connect-src 'self'";

/// Where to listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// Here and nowhere else.
    Asked(u16),
    /// At the first that is free.
    Free,
}

/// The server of a preview.
#[derive(Debug)]
pub struct Server {
    port: u16,
    listener: TcpListener,
    stage: Arc<Stage>,
    language: Language,
}

impl Server {
    /// Listens, on this machine alone, for requests of what is on the stage.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn open(port: Port, stage: Arc<Stage>, language: Language) -> io::Result<Self> {
        let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Port::Asked(port) => listen(port)?,
            Port::Free => {
                let taken = |listener: &io::Result<TcpListener>| listener.is_ok();
                (FIRST_PORT..FIRST_PORT + TRIED).map(listen).find(taken).unwrap_or_else(|| listen(0))?
            }
        };
        Ok(Self { port: listener.local_addr()?.port(), listener, stage, language })
    }

    /// Whether it listens where it listens by itself when nothing is in the way.
    #[must_use]
    pub fn at_first_port(&self) -> bool {
        self.port == FIRST_PORT
    }

    /// What to type into a browser.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers requests in threads of its own, as long as the program runs.
    ///
    /// # Errors
    /// Where there can be no more threads or connections.
    pub fn start(self) -> io::Result<()> {
        let inner = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let behind = inner.local_addr()?;
        let server = tiny_http::Server::from_listener(inner, None).map_err(io::Error::other)?;
        let secret = secret();
        let answers = Arc::new(Answers {
            server,
            secret: secret.clone(),
            stage: self.stage,
            streams: Streams::default(),
            language: self.language,
        });
        for _ in 0..WORKERS {
            let answers = Arc::clone(&answers);
            std::thread::Builder::new().name("answers".into()).spawn(move || answers.give())?;
        }
        let gate = Gate::new(self.port, behind, &secret);
        std::thread::Builder::new().name("gate".into()).spawn(move || gate.keep(&self.listener))?;
        Ok(())
    }
}

/// A name that nobody guesses: requests that do not come through the gate do not know it.
fn secret() -> String {
    use std::hash::{BuildHasher, RandomState};
    format!("{:016x}{:016x}.invalid", RandomState::new().hash_one(0), RandomState::new().hash_one(1))
}

struct Answers {
    server: tiny_http::Server,
    secret: String,
    stage: Arc<Stage>,
    streams: Streams,
    language: Language,
}

/// An answer whose body is made.
type Answer = Response<Box<dyn Read + Send>>;

impl Answers {
    fn give(&self) {
        while let Ok(request) = self.server.recv() {
            // Who does not wait for an answer needs none.
            let _sent = self.answer(request);
        }
    }

    fn answer(&self, request: Request) -> io::Result<()> {
        if field(&request, "Host") != Some(self.secret.as_str()) {
            return request.respond(text(421, "421 Misdirected Request\n"));
        }
        let Some(address) = asked_for(request.url()) else {
            return request.respond(text(400, "400 Bad Request\n"));
        };
        if address == ".prongsai/events" && *request.method() == Method::Get {
            let Some(stream) = self.streams.open() else {
                return request.respond(text(503, "503 Service Unavailable\n"));
            };
            let stage = Arc::clone(&self.stage);
            let page = request.into_writer();
            // A stream ends when its page is gone.
            let run = move || drop(Stream::run(stream, &stage, page));
            return std::thread::Builder::new().name("events".into()).spawn(run).map(drop);
        }
        let answer = match address.strip_prefix(OWN) {
            Some(own) => own_file(own, &request),
            None => self.of_site(&address, &request),
        };
        request.respond(answer)
    }

    fn of_site(&self, address: &str, request: &Request) -> Answer {
        let shown = self.stage.shown();
        let Some(edition) = &shown.edition else { return self.waiting(&shown) };
        let path = edition.path();
        let base = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy();
        let Some(within) = address.strip_prefix(&*base) else {
            // The site stands in a folder of its host: who asks for what is above it is led there.
            let above = address.is_empty() || base.trim_end_matches('/').starts_with(address.trim_end_matches('/'));
            return if above { moved(&path) } else { self.shown(edition.not_found(""), 404, "", edition, request) };
        };
        let index = within.is_empty() || within.ends_with('/');
        let file = if index { format!("{within}index.html") } else { within.to_owned() };
        match edition.at(&file) {
            Ok(None) if !index && matches!(edition.at(&format!("{within}/index.html")), Ok(Some(_))) => {
                let path = request.url().split(['?', '#']).next().unwrap_or_default();
                moved(&format!("{path}/"))
            }
            Ok(None) => self.shown(edition.not_found(within), 404, &file, edition, request),
            found => self.shown(found, 200, &file, edition, request),
        }
    }

    fn shown(
        &self,
        found: Result<Option<Served>, Diagnostic>,
        status: u16,
        file: &str,
        edition: &Edition,
        request: &Request,
    ) -> Answer {
        match found {
            Ok(Some(Served::Page(html, mark))) => {
                let html = with_script(&html, &mark, edition.styles());
                in_memory(html.into_bytes(), &mark, status, "text/html", request)
            }
            Ok(Some(Served::Bytes(bytes, mark))) => in_memory(bytes.to_vec(), &mark, status, &kind(file), request),
            Ok(Some(Served::File(disk))) => on_disk(&disk, file, request),
            Ok(None) => text(404, "404 Not Found\n"),
            Err(problem) => {
                let (at, message) = (&problem.location, problem.message.text(self.language));
                self.plain(500, &format!("{message} – {}:{}:{}", at.path, at.line(), at.column()))
            }
        }
    }

    /// What is shown while there is no page yet: because the first are being made, or cannot be.
    fn waiting(&self, shown: &Shown) -> Answer {
        let words = match (shown.begins, self.language) {
            (true, Language::Thai) => "กำลังเตรียมหน้าเว็บ หน้านี้จะเปลี่ยนเองเมื่อเสร็จ",
            (true, Language::English) => "The pages are being made. This one changes by itself when they are there.",
            (false, Language::Thai) => "ยังแสดงหน้าเว็บไม่ได้ แก้ข้อผิดพลาดที่แสดงไว้แล้วบันทึก หน้านี้จะเปลี่ยนเอง",
            (false, Language::English) => {
                "No page can be shown yet. Mend the errors that are told and save: this page changes by itself."
            }
        };
        self.plain(503, words)
    }

    /// A page of a few words.
    fn plain(&self, status: u16, words: &str) -> Answer {
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let html = PLAIN.replace("{lang}", self.language.tag()).replace("{words}", &escaped);
        let mark = blake3::hash(html.as_bytes()).to_hex();
        let html = with_script(&html, &mark[..24], "");
        with(answer(status, "text/html; charset=utf-8", html.into_bytes()), "ETag", &quoted(&mark[..24]))
    }
}

/// A page with what keeps it up to date. It may ask this server for more, also where the policy of a theme does not let
/// pages fetch.
fn with_script(html: &str, mark: &str, styles: &str) -> String {
    let script =
        format!("<script src=\"/{OWN}preview.js\" data-page=\"{mark}\" data-styles=\"{styles}\" defer></script>");
    let at = html.rfind("</body>").unwrap_or(html.len());
    let (page, end) = html.split_at(at);
    let allowed = match page.split_once(NOTHING) {
        Some((before, rest)) if !rest.starts_with(FETCHES) => Cow::Owned(format!("{before}{NOTHING}{FETCHES};{rest}")),
        _ => Cow::Borrowed(page),
    };
    format!("{allowed}{script}{end}")
}

fn own_file(name: &str, request: &Request) -> Answer {
    let (bytes, kind) = match name {
        "preview.js" => (SCRIPT, "text/javascript"),
        "preview.css" => (STYLE, "text/css"),
        _ => return text(404, "404 Not Found\n"),
    };
    let mark = blake3::hash(bytes.as_bytes()).to_hex();
    in_memory(bytes.as_bytes().to_vec(), &mark[..24], 200, kind, request)
}

/// What is in memory, or no more than that it is still the same.
fn in_memory(bytes: Vec<u8>, mark: &str, status: u16, kind: &str, request: &Request) -> Answer {
    if status == 200 && is_known(request, mark) {
        return with(answer(304, kind, Vec::new()), "ETag", &quoted(mark));
    }
    let kind = if kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml") {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_owned()
    };
    with(answer(status, &kind, bytes), "ETag", &quoted(mark))
}

/// A file of the content, or the part of it that is asked for.
fn on_disk(disk: &Path, name: &str, request: &Request) -> Answer {
    let opened = File::open(disk).and_then(|file| Ok((file.metadata()?, file)));
    let Ok((meta, mut file)) = opened else { return text(404, "404 Not Found\n") };
    let length = meta.len();
    let age = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let mark = format!("{length:x}-{:x}", age.as_nanos());
    let kind = kind(name);
    let marked = |answer: Answer| with(with(answer, "ETag", &quoted(&mark)), "Accept-Ranges", "bytes");
    if is_known(request, &mark) {
        return marked(answer(304, &kind, Vec::new()));
    }
    // A part of what has changed since is no part of it.
    let same = field(request, "If-Range").is_none_or(|tag| tag == quoted(&mark));
    let range = match part(field(request, "Range").filter(|_| same), length) {
        Part::Whole => return marked(streamed(200, &kind, Box::new(file.take(length)), length)),
        Part::Outside => {
            let refused = marked(text(416, "416 Range Not Satisfiable\n"));
            return with(refused, "Content-Range", &format!("bytes */{length}"));
        }
        Part::Bytes(range) => range,
    };
    if file.seek(SeekFrom::Start(range.start)).is_err() {
        return text(404, "404 Not Found\n");
    }
    let count = range.end - range.start;
    let of = format!("bytes {}-{}/{length}", range.start, range.end - 1);
    with(marked(streamed(206, &kind, Box::new(file.take(count)), count)), "Content-Range", &of)
}

fn kind(file: &str) -> String {
    mime_guess::from_path(file).first_or_octet_stream().essence_str().to_owned()
}

fn quoted(mark: &str) -> String {
    format!("\"{mark}\"")
}

fn is_known(request: &Request, mark: &str) -> bool {
    let tags = field(request, "If-None-Match").unwrap_or_default();
    tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == quoted(mark))
}

fn field<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
}

fn moved(path: &str) -> Answer {
    with(text(302, "302 Found\n"), "Location", path)
}

fn text(status: u16, words: &str) -> Answer {
    answer(status, "text/plain; charset=utf-8", words.as_bytes().to_vec())
}

fn answer(status: u16, kind: &str, body: Vec<u8>) -> Answer {
    let length = body.len() as u64;
    streamed(status, kind, Box::new(Cursor::new(body)), length)
}

fn streamed(status: u16, kind: &str, body: Box<dyn Read + Send>, length: u64) -> Answer {
    let headers = [
        ("Content-Type", kind),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ];
    let length = usize::try_from(length).ok();
    let plain = Response::new(StatusCode(status), Vec::new(), body, length, None).with_chunked_threshold(usize::MAX);
    headers.into_iter().fold(plain, |answer, (name, value)| with(answer, name, value))
}

/// With one more field; one that cannot be sent is left out.
fn with(answer: Answer, name: &str, value: &str) -> Answer {
    match Header::from_bytes(name, value) {
        Ok(header) => answer.with_header(header),
        Err(()) => answer,
    }
}
