//! `prongsai serve`, asked over a socket: what it answers to whom, how it follows files, and what it leaves behind.

use crate::support::{Project, SITE, said};
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A running preview, ended when it is dropped.
pub struct Preview {
    process: Child,
    port: u16,
    /// What it says, line by line; and what of that nobody has asked for yet, since its two outputs come as they will.
    said: Mutex<(Receiver<String>, Vec<String>)>,
}

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

impl Preview {
    pub fn start(project: &Project, arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_prongsai"))
            .args(["serve", "--lang", "en"])
            .args(arguments)
            .current_dir(project.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let (sender, said) = channel();
        let outputs: [Box<dyn Read + Send>; 2] =
            [Box::new(process.stdout.take().expect("piped")), Box::new(process.stderr.take().expect("piped"))];
        for output in outputs {
            let sender = sender.clone();
            std::thread::spawn(move || {
                let lines = BufReader::new(output).lines().map_while(Result::ok);
                lines.for_each(|line| drop(sender.send(line)));
            });
        }
        let mut preview = Self { process, port: 0, said: Mutex::new((said, Vec::new())) };
        let line = preview.hears("look at http://127.0.0.1:");
        preview.port =
            line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok()).expect("a port");
        preview.hears_any(&[" shown: ", " the last good pages stay: "]);
        preview
    }

    /// Waits until a line holds `text`.
    fn hears(&self, text: &str) -> String {
        self.hears_any(&[text])
    }

    fn hears_any(&self, texts: &[&str]) -> String {
        let by = Instant::now() + PATIENCE;
        let mut said = self.said.lock().expect("nobody broke off");
        let (lines, heard) = &mut *said;
        loop {
            if let Some(at) = heard.iter().position(|line| texts.iter().any(|text| line.contains(text))) {
                return heard.remove(at);
            }
            let left = by.saturating_duration_since(Instant::now());
            let line = lines.recv_timeout(left).unwrap_or_else(|_| panic!("it never said {texts:?} but {heard:#?}"));
            heard.push(line);
        }
    }

    /// Opens a connection and sends bytes.
    fn send(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        // Who is refused early may be cut off while still sending.
        let _sent = stream.write_all(bytes);
        stream
    }

    /// All that is answered to these bytes.
    fn raw(&self, bytes: &[u8]) -> String {
        let mut answer = Vec::new();
        let _cut_off = self.send(bytes).read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The answer to a request with more fields, `{port}` standing for the port.
    fn ask(&self, request: &str, fields: &str) -> String {
        let port = self.port.to_string();
        let text = format!("{request} HTTP/1.1\r\nHost: localhost:{{port}}\r\n{fields}\r\n").replace("{port}", &port);
        self.raw(text.as_bytes())
    }

    /// The body of a page, without what the preview adds.
    pub fn page(&self, address: &str) -> String {
        let answer = self.ask(&format!("GET {address}"), "");
        let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
        let Some(start) = body.find("<script src=\"/.prongsai/") else { return body.to_owned() };
        let end = body[start..].find("</script>").map_or(body.len(), |end| start + end + "</script>".len());
        format!("{}{}", &body[..start], &body[end..])
    }

    /// Waits until a page is as wanted.
    pub fn sees(&self, address: &str, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let by = Instant::now() + PATIENCE;
        loop {
            let page = self.page(address);
            if wanted(&page) {
                return page;
            }
            assert!(Instant::now() < by, "{what}: {address} never came to be so:\n{page:.2000}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// How many threads it has, and how much memory in kB.
    fn size(&self) -> (usize, usize) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).expect("it runs");
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("it is there");
            line.trim().trim_end_matches(" kB").parse().expect("a number")
        };
        (number("Threads:"), number("VmRSS:"))
    }

    /// Waits until it has no more threads than these.
    fn rests_at(&self, threads: usize) {
        let by = Instant::now() + PATIENCE;
        while self.size().0 > threads {
            assert!(Instant::now() < by, "{} threads of {threads} stay", self.size().0);
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ended = self.process.kill();
        let _gone = self.process.wait();
    }
}

/// A site of a year with two measures, at the root of its host.
pub fn project() -> Project {
    let site = SITE.replace("base_url: https://www.example.go.th/ita/\n", "");
    Project::new(&[
        ("site.yaml", &site),
        ("2566/measures/a.md", &measure("หนึ่ง")),
        ("2566/measures/b.md", &measure("สอง")),
        ("pages/about.md", "# เกี่ยวกับเรา\n\nข้อความ\n"),
        ("files/ประกาศ ๑.pdf", "%PDF-1.4 0123456789"),
    ])
}

fn measure(title: &str) -> String {
    format!("---\ntitle: {title}\nunits: clerk\nindicators: [8]\nactions: [{{ text: ทำ }}]\n---\n")
}

#[test]
fn hostile_requests_are_refused_and_others_answered() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let host = format!("Host: 127.0.0.1:{}\r\n", preview.port);
    let get = |target: &str| format!("GET {target} HTTP/1.1\r\n{host}\r\n");
    let many: String = (0..200).map(|at| format!("X-{at}: y\r\n")).collect::<Vec<_>>().concat();
    let asked: Vec<(&str, String)> = vec![
        ("the home page", get("/")),
        ("its head", format!("HEAD / HTTP/1.1\r\n{host}\r\n")),
        ("a folder without its slash", get("/2566/measures?x")),
        ("what is not there", get("/nothing.html")),
        ("a file of the project", get("/content/site.yaml")),
        ("up", get("/../content/site.yaml")),
        ("up, escaped", get("/%2e%2e/content/site.yaml")),
        ("up, half escaped", get("/2566/..%2f..%2fsite.yaml")),
        ("up, with a back slash", get("/..\\content\\site.yaml")),
        ("an absolute path", get("//etc/passwd")),
        ("another site's address", get("http://example.org/")),
        ("no byte", get("/a%00.html")),
        ("a line break", get("/a%0d%0aX-Evil:%20y")),
        ("half a sign", get("/%e0%b8")),
        ("letters as they are", get("/ก.html")),
        ("a long address", get(&format!("/{}", "a".repeat(5000)))),
        ("a long head", format!("GET / HTTP/1.1\r\n{host}X: {}\r\n\r\n", "a".repeat(20_000))),
        ("many fields", format!("GET / HTTP/1.1\r\n{host}{many}\r\n")),
        ("a head without end", format!("GET / HTTP/1.1\r\n{}", "x".repeat(40_000))),
        ("no host", "GET / HTTP/1.1\r\n\r\n".into()),
        ("two hosts", format!("GET / HTTP/1.1\r\n{host}{host}\r\n")),
        ("another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".into()),
        ("another port", "GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n".into()),
        ("a post", format!("POST / HTTP/1.1\r\n{host}Content-Length: 1\r\n\r\nx")),
        ("another site's question", format!("OPTIONS / HTTP/1.1\r\n{host}Origin: https://evil.example\r\n\r\n")),
        ("a get with a body", format!("GET / HTTP/1.1\r\n{host}Content-Length: 9999999\r\n\r\n")),
        ("a get in pieces", format!("GET / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
        ("no request", "hello\r\n\r\n".into()),
        ("no text", "\u{0}\u{1}\u{2}\r\n\r\n".into()),
        ("another version", format!("GET / HTTP/3.0\r\n{host}\r\n")),
        ("a broken field", format!("GET / HTTP/1.1\r\n{host}X Y: z\r\n\r\n")),
    ];
    let answered = asked.iter().map(|(what, request)| {
        let answer = preview.raw(request.as_bytes());
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((answer.as_str(), ""));
        let own =
            |line: &&str| !["Date:", "Server:", "ETag:", "Content-Length:"].iter().any(|field| line.starts_with(field));
        let head: Vec<&str> = head.lines().filter(own).collect();
        let body = if body.len() > 60 { "(a page)" } else { body.trim_end() };
        format!("# {what}\n{}\n{body}\n", head.join("\n"))
    });
    insta::assert_snapshot!(answered.collect::<Vec<_>>().join("\n"));
    assert!(preview.page("/").contains("เทศบาลตำบลตัวอย่าง"), "it goes on");
}

#[test]
fn large_files_come_in_parts_and_what_is_known_is_not_sent_again() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let file = "GET /files/%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8%20%E0%B9%91.pdf";
    let part = preview.ask(file, "Range: bytes=9-12\r\n");
    assert!(
        part.starts_with("HTTP/1.1 206")
            && part.contains("Content-Range: bytes 9-12/19")
            && part.ends_with("\r\n\r\n0123"),
        "{part}"
    );
    assert!(part.contains("Content-Type: application/pdf") && part.contains("Content-Length: 4"), "{part}");
    let outside = preview.ask(file, "Range: bytes=19-\r\n");
    assert!(outside.starts_with("HTTP/1.1 416") && outside.contains("Content-Range: bytes */19"), "{outside}");
    for file in [file, "GET /", "GET /assets/style.css"] {
        let whole = preview.ask(file, "");
        let tag = whole.lines().find_map(|line| line.strip_prefix("ETag: ")).expect("a tag");
        let again = preview.ask(file, &format!("If-None-Match: \"x\", {tag}\r\n"));
        assert!(again.starts_with("HTTP/1.1 304") && again.ends_with("\r\n\r\n"), "{again}");
    }
    let changed = preview.ask(file, "Range: bytes=0-1\r\nIf-Range: \"old\"\r\n");
    assert!(changed.starts_with("HTTP/1.1 200"), "{changed}");
}

#[test]
fn the_site_stands_in_its_folder() {
    let project = Project::new(&[("pages/about.md", "# ก\n")]);
    let preview = Preview::start(&project, &[]);
    assert!(preview.ask("GET /", "").contains("Location: /ita/\r\n"));
    assert!(preview.ask("GET /ita", "").contains("Location: /ita/\r\n"));
    assert!(preview.ask("GET /ita/about.html", "").starts_with("HTTP/1.1 200"));
    assert!(preview.ask("GET /about.html", "").starts_with("HTTP/1.1 404"));
}

#[test]
fn pages_are_those_of_a_build() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    project.build();
    for address in ["index.html", "2566/measures/a.html", "2566/measures/index.html", "about.html", "404.html"] {
        assert_eq!(preview.page(&format!("/{address}")), project.page(address), "{address}");
    }
    assert_eq!(
        preview.ask("GET /2566/data/measures.csv", "").split_once("\r\n\r\n").expect("a body").1,
        project.page("2566/data/measures.csv")
    );
}

/// A way of writing a text to a file.
type Save<'s> = &'s dyn Fn(&str);

#[test]
fn every_way_of_saving_is_seen_wherever_it_shows() {
    ways_of_saving(&[]);
}

#[test]
fn every_way_of_saving_is_seen_where_the_system_does_not_tell() {
    ways_of_saving(&["--poll"]);
}

#[test]
fn two_saves_within_a_second_are_seen_where_the_system_does_not_tell() {
    let project = project();
    let preview = Preview::start(&project, &["--poll"]);
    let title = |title: &str| project.write("content/2566/measures/a.md", measure(title).as_bytes());
    for round in 0..4 {
        // Both at the beginning of a second, so that its number is the same.
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
        std::thread::sleep(Duration::from_millis(1010 - u64::from(now.subsec_millis())));
        title(&format!("หนึ่ง{round}"));
        std::thread::sleep(Duration::from_millis(200 * (round + 1)));
        title(&format!("สอง {round}"));
        let wanted = format!("สอง {round}");
        preview.sees("/2566/measures/a.html", "the second save", |page| page.contains(&wanted));
    }
}

fn ways_of_saving(arguments: &[&str]) {
    let project = project();
    let preview = Preview::start(&project, arguments);
    let path = project.path("content/2566/measures/a.md");
    let aside = project.path("content/2566/measures/.a.md.swp");
    let ways: [(&str, Save<'_>); 6] = [
        ("in place", &|text| fs::write(&path, text).expect("written")),
        ("truncated, then written", &|text| {
            fs::write(&path, "").expect("emptied");
            std::thread::sleep(Duration::from_millis(250));
            fs::write(&path, text).expect("written");
        }),
        ("aside, then renamed", &|text| {
            fs::write(&aside, text).expect("written");
            fs::rename(&aside, &path).expect("renamed");
        }),
        ("away, and back", &|text| {
            fs::remove_file(&path).expect("removed");
            std::thread::sleep(Duration::from_millis(250));
            fs::write(&path, text).expect("written");
        }),
        ("the old one kept", &|text| {
            fs::rename(&path, project.path("content/2566/measures/_a.md")).expect("renamed");
            fs::write(&path, text).expect("written");
        }),
        ("in two halves", &|text| {
            let half = text.floor_char_boundary(text.len() / 2);
            fs::write(&path, &text[..half]).expect("written");
            std::thread::sleep(Duration::from_millis(30));
            fs::write(&path, text).expect("written");
        }),
    ];
    for (at, (way, save)) in ways.iter().enumerate() {
        let title = format!("เครื่องหมาย{at}");
        save(&measure(&title));
        for address in [
            "2566/measures/a.html",
            "2566/measures/",
            "2566/indicators/8.html",
            "2566/units/clerk.html",
            "2566/data/measures.json",
        ] {
            preview.sees(&format!("/{address}"), way, |page| page.contains(&title));
        }
    }
}

#[test]
fn files_come_and_go_and_settings_and_themes_change() {
    changes(&[]);
}

#[test]
fn folders_are_looked_through_where_the_system_does_not_tell_and_that_is_said() {
    let preview = changes(&["--poll"]);
    preview.hears("the system does not tell of changes here (--poll): the folders are looked through every second");
}

fn changes(arguments: &[&str]) -> Preview {
    let project = project();
    let preview = Preview::start(&project, arguments);
    project.write("content/2566/measures/c.md", measure("สาม").as_bytes());
    preview.sees("/2566/measures/", "a new record", |page| page.contains("สาม"));
    project.write("content/2565/measures/old.md", measure("ปีก่อน").as_bytes());
    preview.sees("/2565/measures/old.html", "a new folder", |page| page.contains("ปีก่อน"));
    fs::remove_dir_all(project.path("content/2565")).expect("removed");
    preview.sees("/2565/measures/old.html", "a folder that is gone", |page| !page.contains("ปีก่อน"));
    fs::remove_file(project.path("content/2566/measures/c.md")).expect("removed");
    preview.sees("/2566/measures/", "a record that is gone", |page| !page.contains("สาม"));
    let site = fs::read_to_string(project.path("content/site.yaml")).expect("there");
    project.write("content/site.yaml", site.replace("เทศบาลตำบลตัวอย่าง", "เทศบาลเมืองใหม่").as_bytes());
    preview.sees("/", "settings", |page| page.contains("เทศบาลเมืองใหม่"));
    project.write("themes/default/assets/style.css", b"body { color: teal }");
    preview.sees("/assets/style.css", "a theme", |page| page.contains("teal"));
    // A theme's folder may be there before its files are.
    fs::create_dir_all(project.path("content/2566/issues")).expect("made");
    project.write(
        "content/2566/issues/1.md",
        "---\nissue: 1\nfindings: [{ instrument: IIT, questions: [i1], remark: ก }]\n---\n".as_bytes(),
    );
    for at in 0..300 {
        project.write(&format!("content/2566/measures/n{at}.md"), measure(&format!("ลำดับ{at}จบ")).as_bytes());
    }
    preview
        .sees("/2566/measures/", "hundreds at once", |page| (0..300).all(|at| page.contains(&format!("ลำดับ{at}จบ"))));
    preview
}

#[test]
fn a_mistake_leaves_the_last_good_page_and_is_told_once() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let events = BufReader::new(
        preview.send(format!("GET /.prongsai/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port).as_bytes()),
    );
    let mut states = events
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line.strip_prefix("data: ")?).ok());
    let first = states.next().expect("the state");
    assert_eq!(first["told"]["errors"], 0);
    project.write("content/2566/measures/a.md", "---\ntitle: หัก\nunits: clerk\nactons: ก\n---\n".as_bytes());
    assert!(preview.hears("error[PS010]").contains("actons"));
    preview.hears("the last good pages stay: 1 error");
    let broken = states.next().expect("another state");
    let problem = &broken["told"]["problems"][0];
    assert_eq!((&problem["code"], &problem["kind"]), (&"PS010".into(), &"error".into()));
    assert_eq!(problem["place"], "content/2566/measures/a.md:4:1");
    let file = project.path("content/2566/measures/a.md").canonicalize().expect("there").display().to_string();
    assert_eq!(problem["href"], format!("vscode://file{file}:4:1"));
    assert!(preview.page("/2566/measures/a.html").contains("หนึ่ง"));
    // Another mistake elsewhere: the first is not told again.
    project.write("content/pages/about.md", "# ก\n\n[ข](no.md)\n".as_bytes());
    preview.hears("the last good pages stay: 2 errors");
    let line = preview.hears_any(&["error[PS010]", "error[PS104]"]);
    assert!(line.contains("PS104"), "{line}");
    project.write("content/pages/about.md", "# ก\n".as_bytes());
    project.write("content/2566/measures/a.md", measure("แก้แล้ว").as_bytes());
    preview.sees("/2566/measures/a.html", "a mended record", |page| page.contains("แก้แล้ว"));
    assert_ne!(first["id"], broken["id"]);
}

#[test]
fn a_fault_of_a_template_leaves_the_last_good_page_and_is_told_with_its_place() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    preview.sees("/2566/measures/a.html", "a page", |page| page.contains("หนึ่ง"));
    let template = |text: &str| {
        let text = format!("{{% extends \"base.html\" %}}\n{{% block main %}}\n{text}\n{{% endblock %}}\n");
        project.write("themes/default/templates/measure.html", text.as_bytes());
    };
    // What cannot be parsed, and what goes wrong only with a page.
    for (fault, place) in [("{{ frame.title ", ":"), ("{{ nothing.there }}", ":3:")] {
        template(fault);
        preview.hears("error[PS302]");
        preview.hears(&format!("themes/default/templates/measure.html{place}"));
        preview.hears("the last good pages stay: 1 error");
        assert!(preview.page("/2566/measures/a.html").contains("หนึ่ง"), "the last good page is gone");
    }
    // Another page of the same template, which nobody has looked at.
    template("{% if frame.title == \"สอง\" %}{{ nothing.there }}{% endif %}ใหม่");
    preview.sees("/2566/measures/a.html", "a mended template", |page| page.contains("ใหม่"));
    let answer = preview.ask("GET /2566/measures/b.html", "");
    assert!(answer.starts_with("HTTP/1.1 500") && answer.contains("2566/measures/b.html"), "{answer}");
    template("ทุกหน้า");
    preview.sees("/2566/measures/b.html", "a template that is mended for all", |page| page.contains("ทุกหน้า"));
}

#[test]
fn a_site_that_begins_broken_is_shown_when_it_is_mended() {
    let project = project();
    project.write("content/2566/measures/a.md", b"no record");
    let preview = Preview::start(&project, &[]);
    let answer = preview.ask("GET /2566/measures/a.html", "");
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("No page can be shown yet"), "{answer}");
    assert!(answer.contains("/.prongsai/preview.js"), "{answer}");
    project.write("content/2566/measures/a.md", measure("แก้แล้ว").as_bytes());
    preview.sees("/2566/measures/a.html", "a mended record", |page| page.contains("แก้แล้ว"));
}

#[test]
fn a_taken_port_is_an_error_where_it_was_asked_for() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let taken = project.run(&["serve", "--lang", "en", "--port", &preview.port.to_string()]);
    assert_eq!(taken.status.code(), Some(2));
    assert!(said(&taken).contains(&format!("port {} cannot be used", preview.port)), "{}", said(&taken));
    let other = Preview::start(&project, &[]);
    assert_ne!(other.port, preview.port);
}

#[test]
fn it_stops_at_once_and_cleanly() {
    let project = project();
    let mut preview = Preview::start(&project, &[]);
    let _stays_open = preview.send(b"GET / HTTP/1.1\r\n");
    let killed = Command::new("kill").args(["-INT", &preview.process.id().to_string()]).status().expect("it runs");
    assert!(killed.success());
    assert_eq!(preview.process.wait().expect("it ends").code(), Some(0));
    preview.hears("stopped");
    assert!(!project.path("public").exists(), "nothing was published");
}

#[test]
fn slow_clients_hold_up_nobody_and_nothing_is_left_of_many() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let ask = || assert!(preview.page("/2566/measures/a.html").contains("หนึ่ง"));
    ask();
    let (threads, _) = preview.size();
    let mut half_open: Vec<TcpStream> = (0..100).map(|_| preview.send(b"GET / HTTP/1.1\r\nHost: x")).collect();
    let streams: Vec<TcpStream> = (0..20)
        .map(|_| {
            preview
                .send(format!("GET /.prongsai/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", preview.port).as_bytes())
        })
        .collect();
    ask();
    // It did not wait for theirs to be given up.
    for stream in &mut half_open {
        stream.set_nonblocking(true).expect("it can be");
        let unanswered = stream.read(&mut [0]).is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
        assert!(unanswered, "the page came after all of them");
    }
    drop((half_open, streams));
    let requests = |count: usize| {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..count / 4).for_each(|_| ask()));
            }
        });
    };
    requests(1000);
    let (_, before) = preview.size();
    requests(9000);
    let (_, after) = preview.size();
    assert!(after < before + before / 4, "{before} kB, then {after} kB");
    preview.rests_at(threads);
}
