//! `check --external`: what is asked of other hosts, and what is told of them.

use crate::support::{Project, said, visible};
use crate::web::{Say, Server, check, command, edit, linking, nobody, report};
use std::time::{Duration, Instant};

/// Hosts have another port in every run.
fn without_ports(text: &str, hosts: &[&str]) -> String {
    let mut text = text.to_owned();
    for host in hosts {
        let (ip, _) = host.split_once(':').expect("a port");
        text = text.replace(host, ip);
    }
    text
}

/// A host for each way to answer.
struct Hosts {
    slow: Server,
    files: Server,
    pages: Server,
    walls: Server,
    failing: Server,
    busy: Server,
    secure: Server,
    never: Server,
    refused: String,
}

impl Hosts {
    fn start() -> Self {
        // The slowest comes first in the order of hosts, so that nothing waits for it.
        let slow = Server::start("127.0.1.1", &[("/slow", Say::Slow(Duration::from_secs(3)))]);
        let files = Server::start(
            "127.0.1.2",
            &[
                ("/ok.pdf", Say::Status(200)),
                ("/get-only.pdf", Say::HeadGet(405, 200)),
                ("/head-lies.pdf", Say::HeadGet(404, 206)),
                ("/gone.pdf", Say::Status(410)),
            ],
        );
        let pages = Server::start(
            "127.0.1.3",
            &[
                ("/", Say::Status(200)),
                ("/news/order.pdf", Say::With(302, "Location: /".to_owned())),
                ("/old", Say::With(301, "Location: /older".to_owned())),
                ("/older", Say::With(308, "Location: new?a=1#top".to_owned())),
                ("/new?a=1", Say::Status(200)),
                ("/loop", Say::With(302, "Location: /loop2".to_owned())),
                ("/loop2", Say::With(302, "Location: /loop".to_owned())),
            ],
        );
        let walls = Server::start(
            "127.0.1.4",
            &[
                ("/denied", Say::Status(403)),
                ("/login", Say::Status(401)),
                ("/app", Say::With(302, "Location: app:x".to_owned())),
            ],
        );
        let never = Server::start("127.0.1.9", &[("/leave-me", Say::With(503, "Retry-After: 3600".to_owned()))]);
        let failing = Server::start(
            "127.0.1.5",
            &[
                ("/500", Say::Status(500)),
                ("/flaky", Say::Then(vec![Say::Status(500), Say::Status(500), Say::Status(200)])),
                ("/close", Say::Close),
                ("/garbage", Say::Garbage),
            ],
        );
        let busy = Server::start(
            "127.0.1.6",
            &[("/429", Say::Then(vec![Say::With(429, "Retry-After: 2".to_owned()), Say::Status(200)]))],
        );
        let (secure, _) = Server::start_secure("127.0.1.7", &[("/", Say::Status(200))]);
        let refused = nobody("127.0.1.8");
        Self { slow, files, pages, walls, failing, busy, secure, never, refused }
    }

    fn all(&self) -> [&Server; 8] {
        [&self.slow, &self.files, &self.pages, &self.walls, &self.failing, &self.busy, &self.secure, &self.never]
    }

    /// How many requests each has had.
    fn asked(&self) -> Vec<usize> {
        self.all().map(|server| server.asked().len()).to_vec()
    }

    /// The names of the hosts, which have another port in every run.
    fn names(&self) -> Vec<&str> {
        let refused = self.refused.trim_start_matches("http://").trim_end_matches('/');
        self.all().map(Server::host).into_iter().chain([refused]).collect()
    }

    /// A site that names them in all the ways in which a record can name an address.
    fn named(&self) -> Project {
        let unknown = format!("http://{}.example/", "a".repeat(64));
        let refused = &self.refused;
        let (ok, gone) = (self.files.at("/ok.pdf"), self.files.at("/gone.pdf"));
        Project::new(&[
            (
                "site.yaml",
                &format!(
                    "organisation:\n  name: เทศบาลตำบลตัวอย่าง\n  contact:\n    website: {}\n    line: '@example'\nrules:\n  PS404: {{ severity: off, reason: the test has hosts of its own }}\nbase_url: https://www.example.go.th/ita/\nas_of: 2566-09-30\n",
                    self.pages.at("/loop")
                ),
            ),
            (
                "2566/oit/o1.md",
                &format!(
                    "---\nlinks:\n  - {{ title: ก, url: '{ok}#page=2' }}\n  - {{ title: ข, url: {} }}\n  - {{ title: ค, url: {} }}\n  - {{ title: ง, url: {} }}\n  - {{ title: จ, url: {} }}\n---\n\n[ฉ]({gone}) ![ช]({})\n",
                    self.files.at("/get-only.pdf"),
                    self.files.at("/missing.pdf"),
                    self.files.at("/head-lies.pdf"),
                    self.pages.at("/news/order.pdf"),
                    self.pages.at("/old"),
                ),
            ),
            (
                "2566/measures/a.md",
                &format!(
                    "---\ntitle: ก\nactions:\n  - text: ข\n    results:\n      - text: ค\n        evidence:\n          - {{ title: ง, url: {} }}\n          - {{ title: จ, url: {} }}\n          - {{ title: ฉ, url: {} }}\n---\n\n[ช]({ok})\n",
                    self.walls.at("/denied"),
                    self.walls.at("/login"),
                    self.walls.at("/app"),
                ),
            ),
            (
                "pages/about.md",
                &format!(
                    "# เกี่ยวกับ\n\n- [ก]({})\n- [ข]({})\n- [ค]({})\n- [ง]({})\n- [จ]({})\n- [ฉ]({})\n- [ช]({})\n- [ซ]({refused})\n- [ฌ]({unknown})\n- [ญ]({})\n- [ฎ](mailto:a@example.go.th)\n",
                    self.failing.at("/500"),
                    self.failing.at("/flaky"),
                    self.busy.at("/429"),
                    self.slow.at("/slow"),
                    self.failing.at("/close"),
                    self.failing.at("/garbage"),
                    self.never.at("/leave-me"),
                    self.secure.at("/"),
                ),
            ),
        ])
    }
}

#[test]
pub fn what_is_wrong_with_each_link_is_told_where_it_is_named() {
    let hosts = Hosts::start();
    let project = hosts.named();
    let begun = Instant::now();
    let first = said(&check(&project, &["--timeout", "1"]));
    assert!(begun.elapsed() < Duration::from_secs(20), "it took {:?}", begun.elapsed());
    assert!(first.ends_with("exit code 0\n"), "{first}");

    // Asked as little as it takes, several times where it may have been a bad moment, and HEAD before GET.
    assert_eq!(
        hosts.files.whats().iter().filter(|what| what.ends_with("/ok.pdf")).count(),
        1,
        "named twice, asked once"
    );
    let of = |server: &Server, path: &str| {
        let whats = server.whats().into_iter().filter(|what| what.ends_with(path));
        whats.map(|what| what.split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(&hosts.files, "/get-only.pdf"), "HEAD GET");
    assert_eq!(of(&hosts.files, "/head-lies.pdf"), "HEAD GET");
    assert_eq!(of(&hosts.files, "/missing.pdf"), "HEAD GET");
    assert_eq!(of(&hosts.files, "/gone.pdf"), "HEAD GET");
    assert_eq!(of(&hosts.pages, "/new?a=1"), "HEAD");
    assert_eq!(of(&hosts.failing, "/500"), "HEAD GET HEAD GET HEAD GET");
    assert_eq!(of(&hosts.failing, "/flaky"), "HEAD GET HEAD");
    assert_eq!(of(&hosts.failing, "/close"), "HEAD GET HEAD GET HEAD GET");
    assert_eq!(of(&hosts.never, "/leave-me"), "HEAD");
    assert_eq!(of(&hosts.busy, "/429"), "HEAD HEAD");
    let waited = hosts.busy.asked()[1].from - hosts.busy.asked()[0].to;
    assert!(waited >= Duration::from_secs(2), "it was asked to wait for 2 s, and waited {waited:?}");

    // The second run, in the other language, asks nobody: the record says the same.
    let asked = hosts.asked();
    edit(&project, "since", Some("2023-03-16"));
    let again = |lang| without_ports(&said(&check(&project, &["--lang", lang, "--timeout", "1"])), &hosts.names());
    insta::assert_snapshot!(format!("{}\n{}", again("th"), again("en")));
    assert_eq!(asked, hosts.asked());

    // And so does the page, what needs a look first.
    let html = report(&project);
    let text = visible(&html);
    let seen = |words: &str| text.find(words).unwrap_or_else(|| panic!("“{words}” in {text}"));
    assert!(seen("/gone.pdf") < seen("/news/order.pdf") && seen("/news/order.pdf") < seen("/denied"));
    assert!(seen("/denied") < seen("/ok.pdf"));
    seen("content/2566/measures/a.md:13 content/2566/oit/o1.md:3");
    seen("410 ไม่พบหน้าหรือแฟ้มนี้");
    seen("ยังไม่เคยเปิดได้ตั้งแต่ ๑๖ มีนาคม ๒๕๖๖");
    seen("ย้ายถาวรไปที่ http://127.0.1.3:");
    assert!(hosts.secure.whats().is_empty(), "nothing is said over a connection that is not secure");
    assert!(!html.contains("<style") && !html.contains(" style=") && !html.contains("<script>"));
    assert!(project.path(".prongsai/links/assets/style.css").is_file());
}

#[test]
fn a_host_is_asked_one_thing_at_a_time_with_a_pause() {
    let paths: Vec<String> = (0..6).map(|at| format!("/{at}.pdf")).collect();
    let answers: Vec<_> = paths.iter().map(|path| (path.as_str(), Say::Status(200))).collect();
    let server = Server::start("127.0.2.1", &answers);
    let project = linking(&paths.iter().map(|path| server.at(path)).collect::<Vec<_>>());
    check(&project, &[]);
    let asked = server.asked();
    assert_eq!(asked.len(), 6);
    assert_eq!(server.most_at_once(), 1);
    for pair in asked.windows(2) {
        let pause = pair[1].from - pair[0].from;
        assert!(pause >= Duration::from_millis(450), "after {} it waited {pause:?}", pair[0].what);
    }
    let headers = asked[0].headers.to_lowercase();
    assert!(headers.contains("prongsai/") && headers.contains("+https://www.example.go.th/ita/"), "{headers}");
}

#[test]
fn eight_hosts_at_once_and_no_more() {
    let servers: Vec<Server> = (1..=12)
        .map(|at| Server::start(&format!("127.0.3.{at}"), &[("/a", Say::Slow(Duration::from_millis(700)))]))
        .collect();
    let project = linking(&servers.iter().map(|server| server.at("/a")).collect::<Vec<_>>());
    check(&project, &[]);
    let asked: Vec<_> = servers.iter().flat_map(Server::asked).collect();
    assert_eq!(asked.len(), 12);
    let at_once = |one: &Instant| asked.iter().filter(|other| other.from <= *one && *one < other.to).count();
    let most = asked.iter().map(|one| at_once(&one.from)).max();
    assert!(most.is_some_and(|most| (2..=8).contains(&most)), "{most:?} at once");
}

#[test]
fn of_an_endless_file_only_the_beginning_is_taken() {
    let server = Server::start("127.0.4.1", &[("/endless", Say::Endless)]);
    let project = linking(&[server.at("/endless")]);
    let said = said(&check(&project, &["--lang", "en"]));
    assert!(said.contains("1 open, 0 do not"), "{said}");
    assert_eq!(server.whats(), ["HEAD /endless", "GET /endless"]);
    assert!(server.asked()[1].headers.to_lowercase().contains("range: bytes=0-1023"));
    // What fits between the two ends of a connection is not counted against anyone.
    assert!(server.sent() < 32_000_000, "{} bytes were taken", server.sent());
}

#[test]
fn drafts_closed_surveys_and_a_plain_check_open_nothing() {
    let server = Server::start("127.0.8.1", &[("/ok", Say::Status(200))]);
    let url = server.at("/ok");
    let project = Project::new(&[
        (
            "site.yaml",
            &format!(
                "organisation:\n  name: ก\nas_of: 2566-09-30\nsurvey: {{ url: '{url}', open: 1 ม.ค. 2566 - 30 มิ.ย. 2566 }}\n"
            ),
        ),
        ("2566/measures/a.md", &format!("---\ntitle: ก\ndraft: true\n---\n\n[ข]({url})\n")),
        ("2566/measures/b.md", "---\ntitle: ข\n---\n"),
    ]);
    let told = said(&check(&project, &["--lang", "en"]));
    assert!(told.contains("0 external links"), "{told}");
    assert!(visible(&report(&project)).contains("ไม่มีลิงก์ภายนอก"));
    project.write("content/pages/a.md", format!("# ก\n\n[ข]({url})\n").as_bytes());
    project.run(&["check"]);
    project.build();
    assert_eq!(server.whats(), [""; 0]);
    let refused = said(&check(&project, &["--drafts"]));
    assert!(refused.ends_with("exit code 2\n"), "{refused}");
    check(&project, &["elsewhere"]);
    assert!(!project.path("elsewhere").exists(), "a folder that is no project is not made one");
}

#[test]
fn the_page_of_an_english_site_is_english() {
    let server = Server::start(
        "127.0.10.1",
        &[("/a/order.pdf", Say::With(302, "Location: /index.php".to_owned())), ("/index.php", Say::Status(200))],
    );
    let project = Project::new(&[
        ("site.yaml", "organisation:\n  name: Example\nlanguage: en\ndigits: arabic\nas_of: 2566-09-30\n"),
        ("pages/a.md", &format!("# A\n\n[b]({})\n", server.at("/a/order.pdf"))),
    ]);
    check(&project, &[]);
    let text = visible(&report(&project));
    for words in
        ["Links to other sites", "1 links were opened", "does not reach it 1", "never since", "content/pages/a.md:3"]
    {
        assert!(text.contains(words), "“{words}” in {text}");
    }
    assert!(!text.contains(|char| ('ก'..='๛').contains(&char)), "{text}");
}

#[test]
fn certificates_are_those_that_the_machine_trusts() {
    let (server, certificate) = Server::start_secure("127.0.11.1", &[("/ok", Say::Status(200))]);
    let project = linking(&[server.at("/ok")]);
    project.write("trusted.pem", certificate.as_bytes());
    let trusting = command(&project, &["--lang", "en"]).env("SSL_CERT_FILE", project.path("trusted.pem")).output();
    let told = said(&trusting.expect("the program runs"));
    assert!(told.contains("1 open"), "{told}");
    assert_eq!(server.whats(), ["HEAD /ok"]);
}
