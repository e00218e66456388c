//! Addresses that were published once: where they are remembered, and what is told when one is gone.

use crate::support::{Project, SITE, run_in, said};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const LIST: &str = "content/.addresses.txt";

fn measure(title: &str) -> String {
    format!("---\ntitle: {title}\nunits: สำนักปลัด\n---\n")
}

fn project() -> Project {
    Project::new(&[("2566/measures/a.md", &measure("ก")), ("2566/files/ก ข.pdf", "x")])
}

/// The remembered addresses.
fn remembered(project: &Project) -> BTreeSet<String> {
    let text = fs::read_to_string(project.path(LIST)).unwrap_or_default();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn a_build_remembers_what_it_published_and_nothing_else() {
    let project = project();
    project.build();
    let known = remembered(&project);
    for address in ["index.html", "2566/measures/a.html", "2566/data/measures.csv", "2566/files/ก ข.pdf", "search.html"]
    {
        assert!(known.contains(address), "{address}");
    }
    let files = |address: &&String| project.path("public").join(address).is_file();
    assert_eq!(known.iter().filter(|address| !files(address)).count(), 0);
    let not = ["404.html", "sitemap.xml", ".htaccess", "feed.xml"];
    assert!(known.iter().all(|address| !address.starts_with("assets/") && !not.contains(&address.as_str())));
    assert!(!project.path("public/.addresses.txt").exists());
    let text = fs::read_to_string(project.path(LIST)).expect("there");
    let lines: Vec<&str> = text.lines().skip_while(|line| line.starts_with('#')).collect();
    assert!(lines.is_sorted() && text.ends_with('\n'), "{text}");
}

#[test]
fn who_only_looks_or_drafts_writes_nothing_down() {
    let project = project();
    for command in [&["check"][..], &["build", "--drafts"], &["build", "--strict"]] {
        project.write(
            "content/pages/x.md",
            if command.contains(&"--strict") { b"# \xe0\xb8\x81\n\n<b>x</b>\n" } else { b"# x\n" },
        );
        project.run(command);
        assert!(!project.path(LIST).exists(), "{command:?}");
    }
}

#[test]
fn a_list_that_has_everything_is_not_touched() {
    let project = project();
    project.build();
    let read = || {
        let path = project.path(LIST);
        (fs::read(&path).expect("there"), fs::metadata(&path).and_then(|found| found.modified()).expect("known"))
    };
    let before = read();
    project.build();
    assert_eq!(before, read());
}

#[test]
fn what_is_gone_is_told_until_a_redirect_or_a_person_sees_to_it() {
    let project = project();
    project.build();
    fs::rename(project.path("content/2566/measures/a.md"), project.path("content/2566/measures/aa.md")).expect("moved");
    fs::remove_dir_all(project.path("content/2566/files")).expect("removed");
    let told = project.run(&["build", "--lang", "en"]);
    assert!(told.status.success());
    insta::assert_snapshot!(said(&told).split("built").next().expect("something"));
    assert!(remembered(&project).contains("2566/measures/a.html"), "what is gone is not forgotten");
    let redirects = "redirects:\n  2566/measures/a.html: 2566/measures/aa.html\n  2566/files/ก ข.pdf: index.html\n";
    project.write("content/site.yaml", format!("{SITE}{redirects}").as_bytes());
    let gone = |project: &Project| said(&project.run(&["check", "--lang", "en"])).matches("PS413").count();
    assert_eq!(gone(&project), 0);
    project.build();
    project.write("content/site.yaml", SITE.as_bytes());
    assert!(gone(&project) > 0);
    let list = fs::read_to_string(project.path(LIST)).expect("there");
    let list: String = list
        .lines()
        .filter(|line| !line.contains("a.html") && !line.contains("pdf"))
        .fold(String::new(), |all, line| all + line + "\r\n");
    project.write(LIST, list.as_bytes());
    assert_eq!(gone(&project), 0);
    project.build();
    assert!(!remembered(&project).contains("2566/measures/a.html"));
}

#[test]
fn an_old_address_is_remembered_once_it_was_published() {
    let project = Project::new(&[("site.yaml", &format!("{SITE}redirects:\n  news.php: index.html\n"))]);
    project.build();
    assert!(remembered(&project).contains("news.php"));
    project.write("content/site.yaml", SITE.as_bytes());
    assert!(said(&project.run(&["check", "--lang", "en"])).contains("news.php was published"));
}

#[test]
fn a_list_that_is_no_text_or_was_not_merged_is_told_and_kept() {
    for bytes in [&b"\xff\xfe"[..], b"<<<<<<< HEAD\nindex.html\n"] {
        let project = project();
        project.write(LIST, bytes);
        let output = project.run(&["build", "--lang", "en"]);
        assert!(output.status.success() && said(&output).contains("PS414"), "{}", said(&output));
        assert_eq!(fs::read(project.path(LIST)).expect("there"), bytes);
    }
}

#[test]
fn where_it_cannot_be_read_the_site_is_published_with_a_warning() {
    let project = project();
    // A folder of that name is no file, whoever runs this.
    fs::create_dir(project.path(LIST)).expect("made");
    let output = project.run(&["build", "--lang", "en"]);
    assert!(output.status.success() && said(&output).contains("PS414"), "{}", said(&output));
    assert!(project.path("public/index.html").is_file());
}

#[test]
fn the_example_remembers_everything_that_it_publishes() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new(&[("site.yaml", "")]);
    fs::remove_dir_all(project.path("content")).expect("removed");
    for file in walkdir::WalkDir::new(top.join("content")).into_iter().filter_map(Result::ok) {
        if file.file_type().is_file() {
            let path = file.path().strip_prefix(top).expect("below");
            project.write(&path.to_string_lossy(), &fs::read(file.path()).expect("readable"));
        }
    }
    let read = || -> Vec<_> {
        let sites = fs::read_dir(project.path("content")).expect("readable").filter_map(Result::ok);
        sites.map(|site| (site.file_name(), fs::read_to_string(site.path().join(".addresses.txt")).ok())).collect()
    };
    let before = read();
    let output = run_in(&project.path(""), &["build", "--lang", "en"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(before, read(), "commit what `cargo run -- build` adds to .addresses.txt");
}
