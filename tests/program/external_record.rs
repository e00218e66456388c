//! What `check --external` remembers of links, and what it makes of its memory.

use crate::support::{said, visible};
use crate::web::{RECORD, Say, Server, check, command, edit, linking, nobody, record, report};
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn what_opened_is_opened_again_after_its_age_and_what_did_not_after_an_hour() {
    let server = Server::start("127.0.5.1", &[("/ok", Say::Status(200)), ("/dead", Say::HeadGet(410, 410))]);
    let project = linking(&[server.at("/ok"), server.at("/dead")]);
    let run = |arguments: &[&str]| {
        let before = server.asked().len();
        let said = said(&check(&project, &[arguments, &["--lang", "en"]].concat()));
        (server.whats()[before..].join(", "), said)
    };
    assert_eq!(run(&[]).0, "HEAD /dead, GET /dead, HEAD /ok");
    assert_eq!(run(&[]).0, "");
    assert_eq!(run(&["--max-age", "0"]).0, "HEAD /dead, GET /dead, HEAD /ok");
    let today: jiff::civil::DateTime = record(&project)["links"][server.at("/ok")]["tried"]
        .as_str()
        .and_then(|text| text.parse().ok())
        .expect("a time");
    let ago = |hours: i64| (today - jiff::Span::new().hours(hours)).to_string();
    edit(&project, "tried", Some(&ago(3)));
    assert_eq!(run(&[]).0, "HEAD /dead, GET /dead", "dead for three hours");
    edit(&project, "tried", Some(&ago(8 * 24)));
    edit(&project, "worked", Some("2023-03-16"));
    assert_eq!(run(&["--max-age", "9"]).0, "HEAD /dead, GET /dead");
    let (asked, said) = run(&["--max-age", "8"]);
    assert_eq!(asked, "HEAD /ok");
    assert!(said.contains("410, no such page or file; it last opened on 16 March 2023"), "{said}");
    let record = record(&project);
    assert_eq!(record["links"][server.at("/dead")]["failures"], 4);
    assert_eq!(record["links"][server.at("/ok")]["worked"].as_str(), Some(today.date().to_string().as_str()));
}

#[test]
fn days_to_come_are_taken_for_today() {
    let dead = nobody("127.0.13.1");
    let server = Server::start("127.0.13.2", &[("/ok", Say::Status(200))]);
    let project = linking(&[server.at("/ok"), dead]);
    check(&project, &[]);
    edit(&project, "since", Some("2568-01-01"));
    let told = said(&check(&project, &["--lang", "en"]));
    assert!(told.contains("PS405") && !told.contains("2568"), "{told}");
    edit(&project, "worked", Some("2568-01-01"));
    let told = said(&check(&project, &["--lang", "en", "--max-age", "0"]));
    assert!(told.contains("it last opened") && !told.contains("2568"), "{told}");
    assert!(!record(&project).to_string().contains("2568"));
}

#[test]
pub fn without_the_net_there_is_one_warning_and_the_record_stays() {
    let (one, two) = (nobody("127.0.6.1"), nobody("127.0.6.2"));
    let project = linking(&[one.clone(), two]);
    let entry = format!(
        "{{\"version\":1,\"links\":{{\"{one}\":{{\"outcome\":\"opened\",\"tried\":\"2023-03-16T09:00:00\",\"worked\":\"2023-03-16\",\"since\":\"2023-03-01\"}}}}}}"
    );
    project.write(RECORD, entry.as_bytes());
    let run = |lang| said(&check(&project, &["--lang", lang]));
    let (english, thai) = std::thread::scope(|scope| {
        let thai = scope.spawn(|| run("th"));
        (run("en"), thai.join().expect("it ran"))
    });
    insta::assert_snapshot!(format!("{english}\n{thai}"));
    assert_eq!(std::fs::read_to_string(project.path(RECORD)).expect("a record"), entry);
    let text = visible(&report(&project));
    assert!(text.contains("ไปไม่ถึงอินเทอร์เน็ต") && text.contains("๑๖ มีนาคม ๒๕๖๖ เวลา ๐๙.๐๐ น."), "{text}");
}

#[test]
fn hosts_that_stay_dead_are_not_taken_for_the_end_of_the_net() {
    let server = Server::start("127.0.12.1", &[("/ok", Say::Status(200))]);
    let (one, two) = (nobody("127.0.12.2"), nobody("127.0.12.3"));
    let project = linking(&[server.at("/ok"), one.clone(), two.clone()]);
    let run = || said(&check(&project, &["--lang", "en"]));
    assert_eq!(run().matches("warning[PS405]").count(), 2);
    let tried = record(&project)["links"][&one]["tried"].as_str().and_then(|text| text.parse().ok());
    let tried: jiff::civil::DateTime = tried.expect("a time");
    edit(&project, "tried", Some(&(tried - jiff::Span::new().hours(3)).to_string()));
    let told = run();
    assert!(told.matches("warning[PS405]").count() == 2 && !told.contains("PS410"), "{told}");
    assert_eq!(server.whats(), ["HEAD /ok", "HEAD /ok"], "once for itself and once to see whether the net is there");
    let record = record(&project);
    for dead in [&one, &two] {
        assert_eq!(record["links"][dead]["failures"], 2);
    }
    assert_ne!(record["links"][&one]["tried"], record["links"][server.at("/ok")]["tried"], "it was asked, not opened");
}

#[test]
pub fn a_damaged_record_is_kept_aside_and_begun_anew() {
    let server = Server::start("127.0.7.1", &[("/ok", Say::Status(200))]);
    let project = linking(&[server.at("/ok")]);
    project.write(RECORD, b"{ \"version\": 1, \"links\": {");
    let run = |lang| said(&check(&project, &["--lang", lang]));
    let first = run("th");
    project.write(RECORD, b"<<<<<<< ours");
    insta::assert_snapshot!(format!("{first}\n{}", run("en")));
    assert_eq!(std::fs::read(project.path(".prongsai/links.damaged.json")).expect("the old one"), b"<<<<<<< ours");
    assert!(record(&project)["links"][server.at("/ok")]["worked"].is_string());
}

#[test]
fn a_run_that_is_broken_off_keeps_what_it_learnt() {
    let paths: Vec<String> = (0..12).map(|at| format!("/{at}")).collect();
    let answers: Vec<_> = paths.iter().map(|path| (path.as_str(), Say::Status(200))).collect();
    let server = Server::start("127.0.9.1", &answers);
    let project = linking(&paths.iter().map(|path| server.at(path)).collect::<Vec<_>>());
    let mut child = command(&project, &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    let begun = Instant::now();
    while !project.path(RECORD).is_file() && begun.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().expect("it was running");
    child.wait().expect("it ends");
    let known = record(&project)["links"].as_object().expect("links").len();
    assert!((2..12).contains(&known), "{known} are known");
    let asked = server.asked().len();
    assert!(said(&check(&project, &["--lang", "en"])).contains("12 open"));
    assert!(server.asked().len() < asked + 12, "what was known is not asked again");
}
