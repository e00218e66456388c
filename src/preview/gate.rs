//! The door of the preview: connections of this machine's browsers, let through one request at a time.
//!
//! The server behind it reads a head however long it is, and waits for it however long it takes. So connections end
//! here: a head is read up to a size and by a time, what is no plain question for this host is answered at once, and
//! the rest is asked of the server in a few lines of our own. Each connection carries one request, so that one that is
//! slow or half open holds up nobody but itself.

use super::lock;
use httparse::{EMPTY_HEADER, Status};
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Longest head of a request, and longest address in it, in bytes. Browsers send a tenth of it.
const LONGEST_HEAD: usize = 16 << 10;
const LONGEST_TARGET: usize = 4 << 10;
/// Most fields of a head.
const MOST_FIELDS: usize = 64;
/// How long a head may take from its first byte to its last, and an answer to be taken by who asked for it.
const HEAD_TIME: Duration = Duration::from_secs(5);
const WRITE_TIME: Duration = Duration::from_secs(20);
/// Most connections at once. Who comes then waits until one of them ends.
const MOST_CONNECTIONS: usize = 160;
/// What the server is told of a request besides its address.
const PASSED_ON: [&str; 3] = ["if-none-match", "if-range", "range"];

/// The door.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Where the server behind it listens.
    server: SocketAddr,
    /// What the server takes for its own name: nobody else knows it.
    secret: Arc<str>,
    /// The names by which this machine may be asked.
    hosts: Arc<[String]>,
    open: Arc<(Mutex<usize>, Condvar)>,
}

impl Gate {
    /// A door at `port` to the server.
    pub fn new(port: u16, server: SocketAddr, secret: &str) -> Self {
        let hosts = ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{port}"));
        Self { server, secret: secret.into(), hosts: hosts.into(), open: Arc::default() }
    }

    /// Lets connections through, for ever.
    pub fn keep(&self, listener: &TcpListener) {
        for connection in listener.incoming() {
            // A connection that broke off before it was accepted is nobody's any more.
            let Ok(connection) = connection else { continue };
            let place = self.place();
            let gate = self.clone();
            // Where there can be no thread, the connection closes, and its browser tries again.
            let _started = std::thread::Builder::new().name("connection".into()).spawn(move || {
                gate.attend(connection);
                drop(place);
            });
        }
    }

    /// A place among the connections, as soon as there is one.
    fn place(&self) -> Place {
        let (count, freed) = &*self.open;
        let mut open = lock(count);
        while *open >= MOST_CONNECTIONS {
            open = freed.wait(open).unwrap_or_else(std::sync::PoisonError::into_inner);
        }
        *open += 1;
        Place(Arc::clone(&self.open))
    }

    /// Answers a connection. One that breaks off is not answered: there is nobody to tell.
    fn attend(&self, mut connection: TcpStream) {
        let answered = connection
            .set_write_timeout(Some(WRITE_TIME))
            .and_then(|()| connection.set_nodelay(true))
            .and_then(|()| match read_head(&mut connection)? {
                Head::None => Ok(()),
                Head::Whole(head) => match self.question(&head) {
                    Ok(question) => self.pass_on(&question, &mut connection),
                    Err(refusal) => refuse(&mut connection, refusal),
                },
                Head::Refused(refusal) => refuse(&mut connection, refusal),
            });
        drop(answered);
        let _closed = connection.shutdown(Shutdown::Both);
    }

    /// A request in words of our own, if it is one that is answered.
    fn question(&self, head: &[u8]) -> Result<String, Refusal> {
        let mut fields = [EMPTY_HEADER; MOST_FIELDS];
        let mut request = httparse::Request::new(&mut fields);
        match request.parse(head) {
            Ok(Status::Complete(_)) => {}
            Err(httparse::Error::TooManyHeaders) => return Err(TOO_LARGE),
            Ok(Status::Partial) | Err(_) => return Err(MALFORMED),
        }
        let (Some(method), Some(target)) = (request.method, request.path) else { return Err(MALFORMED) };
        let field =
            |name: &'static str| request.headers.iter().filter(move |field| field.name.eq_ignore_ascii_case(name));
        if !["GET", "HEAD"].contains(&method) {
            return Err(METHOD);
        }
        let lengths = field("content-length").any(|field| field.value.trim_ascii() != b"0");
        if lengths || field("transfer-encoding").next().is_some() {
            return Err(BODY);
        }
        // A page of another site that has itself called by this machine's address still asks for its own host.
        let mut hosts = field("host").map(|field| String::from_utf8_lossy(field.value).trim().to_ascii_lowercase());
        if !matches!((hosts.next(), hosts.next()), (Some(host), None) if self.hosts.contains(&host)) {
            return Err(HOST);
        }
        if target.len() > LONGEST_TARGET {
            return Err(TOO_LONG);
        }
        if !target.starts_with('/') || !target.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(MALFORMED);
        }
        let mut question = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.secret);
        for name in PASSED_ON {
            for field in field(name).take(1) {
                let value = str::from_utf8(field.value).ok().filter(|value| value.is_ascii()).ok_or(MALFORMED)?;
                let _infallible = write!(question, "{name}: {value}\r\n");
            }
        }
        question.push_str("\r\n");
        Ok(question)
    }

    /// Asks the server, and hands on what it answers.
    fn pass_on(&self, question: &str, connection: &mut TcpStream) -> io::Result<()> {
        let mut server = TcpStream::connect(self.server)?;
        server.set_nodelay(true)?;
        server.write_all(question.as_bytes())?;
        io::copy(&mut server, connection).map(drop)
    }
}

/// A place among the connections, free again when it is dropped.
struct Place(Arc<(Mutex<usize>, Condvar)>);

impl Drop for Place {
    fn drop(&mut self) {
        let (count, freed) = &*self.0;
        *lock(count) -= 1;
        freed.notify_one();
    }
}

/// What came before the first empty line.
enum Head {
    None,
    Whole(Vec<u8>),
    Refused(Refusal),
}

fn read_head(connection: &mut TcpStream) -> io::Result<Head> {
    let by = Instant::now() + HEAD_TIME;
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let left = by.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(Head::Refused(TOO_SLOW));
        }
        connection.set_read_timeout(Some(left))?;
        let count = match connection.read(&mut piece) {
            Ok(0) => return Ok(Head::None),
            Ok(count) => count,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Ok(Head::Refused(TOO_SLOW));
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        // The end may stand across two pieces.
        let from = head.len().saturating_sub(3);
        head.extend_from_slice(&piece[..count]);
        if head[from..].windows(4).any(|end| end == b"\r\n\r\n") {
            return Ok(Head::Whole(head));
        }
        if head.len() > LONGEST_HEAD {
            return Ok(Head::Refused(TOO_LARGE));
        }
    }
}

/// Why a request is not passed on: the status, and the same in words.
type Refusal = (u16, &'static str);

const MALFORMED: Refusal = (400, "Bad Request");
const METHOD: Refusal = (405, "Method Not Allowed");
const TOO_SLOW: Refusal = (408, "Request Timeout");
const BODY: Refusal = (413, "Content Too Large");
const TOO_LONG: Refusal = (414, "URI Too Long");
const HOST: Refusal = (421, "Misdirected Request");
const TOO_LARGE: Refusal = (431, "Request Header Fields Too Large");

fn refuse(connection: &mut TcpStream, (status, words): Refusal) -> io::Result<()> {
    let allow = if status == METHOD.0 { "Allow: GET, HEAD\r\n" } else { "" };
    let body = format!("{status} {words}\n");
    let answer = format!(
        "HTTP/1.1 {body_line}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n{allow}\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n{body}",
        body_line = body.trim_end(),
        length = body.len(),
    );
    connection.write_all(answer.as_bytes())?;
    connection.shutdown(Shutdown::Write)?;
    // What is still being sent is taken in for a while: a connection that closes before that takes the answer with it.
    connection.set_read_timeout(Some(Duration::from_millis(200)))?;
    let _rest = io::copy(&mut connection.take(1 << 20), &mut io::sink());
    Ok(())
}
