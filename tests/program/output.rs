//! What is found, as people and programs read it: formats, languages, the summary, exit codes.

use crate::support::{Project, SITE, run_in, said};
use serde_json::Value;
use std::process::{Command, Output};

/// Faults of all kinds: in a record, in a body, in a whole file.
const BROKEN: [(&str, &str); 3] = [
    (
        "2566/measures/a.md",
        "---\ntitle: จัดการน้ำ\nunits: [สำนักปลัด, กองคลัง]\nactions:\n  - text: ประกาศ\n    results: ประชุมเมื่อวันที่ ๑๗ ก.พ.๖๖ แล้ว\nfolow_up: ทุก ๖ เดือน\n---\n",
    ),
    ("pages/about, us.md", "# เกี่ยวกับ\n\nงดรับ <b>ของขวัญ</b>\n"),
    ("2566/100%.jpg", ""),
];

fn check(project: &Project, arguments: &[&str]) -> Output {
    project.run(&[&["check"], arguments].concat())
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// A page with so many tags, each of which breaks PS106.
fn tags(count: usize) -> String {
    format!("# ก\n{}", "\nข <b>\n".repeat(count))
}

#[test]
fn for_people_in_thai() {
    insta::assert_snapshot!(said(&check(&Project::new(&BROKEN), &["--lang", "th"])));
}

#[test]
fn for_people_in_english() {
    insta::assert_snapshot!(said(&check(&Project::new(&BROKEN), &["--lang", "en"])));
}

#[test]
fn as_json() {
    let project = Project::new(&BROKEN);
    let output = check(&project, &["--format", "json", "--lang", "en"]);
    insta::assert_snapshot!(said(&output));
    let (thai, english) = (out(&check(&project, &["--format", "json", "--lang", "th"])), out(&output));
    assert_eq!(thai.lines().count(), english.lines().count());
    for line in thai.lines().chain(english.lines()) {
        let line: Value = serde_json::from_str(line).expect("an object a line");
        let mut fields: Vec<&String> = line.as_object().expect("an object").keys().collect();
        fields.sort();
        assert_eq!(fields, ["code", "column", "hint", "line", "message", "path", "severity"]);
    }
}

#[test]
fn as_annotations_of_github() {
    insta::assert_snapshot!(said(&check(&Project::new(&BROKEN), &["--format", "github", "--lang", "en"])));
}

/// A SARIF document, which must be one by the schema of OASIS.
fn sarif(output: &Output) -> Value {
    // The published schema has a bracket too many in one pattern, which is no regular expression.
    let schema = include_str!("fixtures/sarif-2.1.0.schema.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema = serde_json::from_str(&schema).expect("JSON");
    let document = serde_json::from_slice(&output.stdout).expect("JSON and nothing else");
    let validator = jsonschema::draft7::new(&schema).expect("a sound schema");
    let faults: Vec<String> = validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    document
}

#[test]
fn as_sarif() {
    let mut document = sarif(&check(&Project::new(&BROKEN), &["--format", "sarif", "--lang", "en"]));
    let rules = document["runs"][0]["tool"]["driver"]["rules"].take();
    let results = document["runs"][0]["results"].as_array_mut().expect("a list");
    for result in results.iter_mut() {
        let at = result.as_object_mut().expect("an object").remove("ruleIndex").and_then(|at| at.as_u64());
        let at = usize::try_from(at.expect("a number")).expect("a small one");
        assert_eq!(rules[at]["id"], result["ruleId"]);
    }
    insta::assert_snapshot!(format!("{:#}", document["runs"][0]["results"]));
}

#[test]
fn a_sound_site_is_told_in_one_line_or_none() {
    let project = Project::new(&[("pages/about.md", "# เกี่ยวกับ\n")]);
    for lang in ["th", "en"] {
        let output = check(&project, &["--lang", lang]);
        assert_eq!(out(&output).trim().lines().count(), 1, "{}", said(&output));
        assert!(output.status.success() && output.stderr.is_empty());
        for format in ["json", "github"] {
            let output = check(&project, &["--lang", lang, "--format", format]);
            assert!(output.stdout.is_empty() && output.status.success());
        }
        assert_eq!(
            sarif(&check(&project, &["--lang", lang, "--format", "sarif"]))["runs"][0]["results"],
            Value::Array(vec![])
        );
    }
}

#[test]
fn warnings_are_errors_where_that_is_asked_for() {
    let project = Project::new(&[("pages/about.md", &tags(1))]);
    assert_eq!(check(&project, &[]).status.code(), Some(0));
    insta::assert_snapshot!(said(&check(&project, &["--strict", "--lang", "en"])));
}

#[test]
fn ten_places_of_a_rule_are_shown_and_all_where_that_is_asked_for() {
    let project = Project::new(&[("pages/about.md", &tags(12)), ("pages/other.md", &tags(1))]);
    let shown = |output: &Output| String::from_utf8_lossy(&output.stderr).matches("[PS106]").count();
    for (lang, more) in [("en", "3 more of PS106: --all"), ("th", "PS106 ยังมีอีก 3 แห่ง")] {
        let output = check(&project, &["--lang", lang]);
        assert_eq!(shown(&output), 10);
        assert!(said(&output).contains(more), "{}", said(&output));
        assert!(out(&output).contains("PS106    13"), "the summary counts all: {}", said(&output));
        let all = check(&project, &["--lang", lang, "--all"]);
        assert_eq!(shown(&all), 13);
        assert!(!said(&all).contains(more));
    }
    let json = check(&project, &["--format", "json"]);
    assert_eq!(out(&json).lines().count(), 13, "a program is told everything");
}

#[test]
fn exit_codes() {
    let code = |project: &Project, arguments: &[&str]| project.run(arguments).status.code();
    let fine = Project::new(&[("pages/about.md", &tags(1))]);
    let wrong = Project::new(&BROKEN);
    for command in ["check", "build"] {
        for format in ["human", "json", "github", "sarif"] {
            let run = |project: &Project| code(project, &[command, "--format", format]);
            assert_eq!(run(&fine), Some(0), "{command} {format}: a warning is no failure");
            assert_eq!(run(&wrong), Some(1), "{command} {format}");
            assert_eq!(code(&fine, &[command, "--format", format, "no-such-folder"]), Some(2), "{command} {format}");
        }
        assert_eq!(code(&fine, &[command, "--strict"]), Some(1));
        assert_eq!(code(&fine, &[command, "--no-such-option"]), Some(2));
    }
    fine.write("own/photo.jpg", b"mine");
    assert_eq!(code(&fine, &["build", "--out", "own"]), Some(2), "what cannot be written");
    assert_eq!(code(&fine, &["rules", "PS104"]), Some(0));
}

#[test]
fn the_language_is_asked_for_or_the_environments_or_the_systems_or_thai() {
    let project = Project::new(&[("pages/about.md", "# ก\n")]);
    let english = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
        command.arg("check").args(arguments).current_dir(project.path(""));
        for variable in ["PRONGSAI_LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"] {
            command.env_remove(variable);
        }
        let output = command.envs(environment.iter().copied()).output().expect("the program runs");
        assert!(output.status.success(), "{}", said(&output));
        match out(&output) {
            text if text.contains("checked 2 records") => true,
            text if text.contains("ตรวจแล้ว 2 ระเบียน") => false,
            text => panic!("{text}"),
        }
    };
    assert!(!english(&[], &[]), "nobody says anything");
    assert!(english(&[], &[("LC_ALL", "en_US.UTF-8")]));
    assert!(english(&[], &[("LANG", "en_GB.UTF-8")]));
    assert!(!english(&[], &[("LC_ALL", "th_TH.UTF-8")]));
    assert!(!english(&[], &[("LC_ALL", "C")]));
    assert!(!english(&[], &[("LC_ALL", "C.UTF-8")]));
    assert!(!english(&[], &[("LC_ALL", "en_US.UTF-8"), ("PRONGSAI_LANG", "th")]), "the program's own comes first");
    assert!(english(&[], &[("LC_ALL", "th_TH.UTF-8"), ("PRONGSAI_LANG", "en")]));
    assert!(!english(&["--lang", "th"], &[("PRONGSAI_LANG", "en")]), "what is asked for comes before all");
    assert!(english(&["--lang", "en"], &[("PRONGSAI_LANG", "th")]));
}

#[test]
fn programs_find_files_from_the_folder_they_are_started_in() {
    let project = Project::new(&[]);
    let page = |site: &str, prefix: &str| {
        project.write(&format!("{site}/content/{prefix}pages/about.md"), tags(1).as_bytes());
        project.write(&format!("{site}/content/{prefix}site.yaml"), SITE.as_bytes());
    };
    page("sites/one", "");
    page("sites/portal", "a/");
    page("sites/portal", "b/");
    let run = |site: &str, format: &str| run_in(&project.path(""), &["check", site, "--format", format]);
    for (site, paths) in [
        ("sites/one", vec!["sites/one/content/pages/about.md"]),
        ("./sites/one/", vec!["sites/one/content/pages/about.md"]),
        ("sites/portal", vec!["sites/portal/content/a/pages/about.md", "sites/portal/content/b/pages/about.md"]),
    ] {
        let told = out(&run(site, "github"));
        let found: Vec<&str> =
            told.lines().filter_map(|line| line.split_once("file=")?.1.split_once(',')).map(|(path, _)| path).collect();
        assert_eq!(found, paths, "{told}");
        let document = sarif(&run(site, "sarif"));
        let results = document["runs"][0]["results"].as_array().expect("a list").iter();
        let found: Vec<&Value> =
            results.map(|one| &one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).collect();
        assert_eq!(found, paths);
        assert!(paths.iter().all(|path| project.path(path).is_file()), "they are there");
    }
    // From within the project there is nothing before them.
    let inside = run_in(&project.path("sites/one"), &["check", "--format", "github"]);
    assert!(out(&inside).contains("file=content/pages/about.md,"));
}

#[test]
fn what_stands_outside_of_the_project_is_named_once_from_where_the_program_is_started() {
    let project = Project::new(&[]);
    project.write("site/content/site.yaml", SITE.as_bytes());
    project.write("empty/a.txt", b"");
    let absolute = project.path("empty");
    let absolute = absolute.to_str().expect("UTF-8");
    run_in(&project.path(""), &["build", "site", "--out", "web"]);
    project.write("web/own.txt", b"");
    let file = |arguments: &[&str]| {
        let told = out(&run_in(&project.path(""), &[arguments, &["--format", "github"]].concat()));
        told.split_once("file=").and_then(|(_, rest)| Some(rest.split_once(',')?.0.to_owned())).unwrap_or(told)
    };
    assert_eq!(file(&["check", "empty"]), "empty/content");
    assert_eq!(file(&["check", absolute]), format!("{absolute}/content"));
    assert_eq!(file(&["build", "site", "--out", "empty"]), "empty");
    assert_eq!(file(&["build", "site", "--out", "web"]), "web/own.txt");
    let document = sarif(&run_in(&project.path(""), &["check", absolute, "--format", "sarif"]));
    let artifact = &document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    let uri = artifact["uri"].as_str().expect("a text");
    assert!(uri.starts_with("file:///") && uri.ends_with("/empty/content") && artifact["uriBaseId"].is_null(), "{uri}");
}

#[test]
fn nothing_that_an_officer_wrote_acts_on_a_terminal_or_a_log() {
    const ACT: &str = "\u{1b}]0;pwn\u{7}";
    let rule = format!("rules: {{ PS106: {{ severity: off, reason: \"ก\\n::error::x{}\" }} }}\n", "\\e[31m\\u202e");
    let project = Project::new(&[
        ("site.yaml", &format!("{SITE}{rule}")),
        (&format!("2566/files/order1{ACT}.pdf"), ""),
        (
            "2566/measures/a.md",
            "---\ntitle: ก\nunits: \"ข\\n::error::y\\e[31m\"\n---\n\n[ค](../files/ordr1.pdf) <b>\u{1b}[31m\n",
        ),
    ]);
    for format in ["human", "json", "github", "sarif"] {
        for lang in ["th", "en"] {
            let told = said(&check(&project, &["--format", format, "--lang", lang]));
            assert!(!told.chars().any(|char| char.is_control() && char != '\n'), "{format}: {told:?}");
            assert!(!told.lines().any(|line| line.trim_start().starts_with("::error::")), "{format}: {told}");
            assert!(told.contains("pwn"), "the file is named: {told}");
        }
    }
}
