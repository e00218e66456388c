//! The handbook of rules: every rule has an entry, and every example of it is run through the program, so that each
//! rule is seen to fire and to stay silent. Rules that no content can break are shown by tests that are named here.

use crate::made;
use crate::support::{Project, SITE, run_in, said};
use crate::{external_links, external_record, publishing, themes};
use prongsai::diagnostic::{Language, Rule, rules};
use prongsai::handbook::{Entry, Example, File};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Output;

/// Rules of which an example is in words, each with the test that shows it: it need not be run here, only be there.
const SHOWN_BY: &[(&str, fn())] = &[
    ("PS001", a_project_without_content),
    ("PS002", a_folder_too_deep_to_be_read),
    ("PS302", a_template_that_asks_for_what_is_not_there),
    ("PS303", an_output_folder_of_somebody_else),
    ("PS304", a_template_with_a_dead_link),
    ("PS305", publishing::foreign_files_are_named_and_kept_also_by_a_build_that_fails),
    ("PS306", publishing::a_foreign_file_where_the_site_needs_its_own_stops_the_build),
    ("PS307", themes::a_theme_that_needs_a_newer_program_is_refused),
    ("PS308", themes::files_and_words_that_nothing_uses_are_told_with_what_was_meant),
    ("PS405", external_links::what_is_wrong_with_each_link_is_told_where_it_is_named),
    ("PS406", external_links::what_is_wrong_with_each_link_is_told_where_it_is_named),
    ("PS409", external_links::what_is_wrong_with_each_link_is_told_where_it_is_named),
    ("PS410", external_record::without_the_net_there_is_one_warning_and_the_record_stays),
    ("PS411", external_record::a_damaged_record_is_kept_aside_and_begun_anew),
    ("PS501", a_year_with_every_item_answered),
];

/// The codes and severities of what a run with `--format json` told.
fn told(output: &Output) -> BTreeSet<(String, String)> {
    let line = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        let text = |field: &str| line[field].as_str().expect("it is always there").to_owned();
        (text("code"), text("severity"))
    };
    String::from_utf8_lossy(&output.stdout).lines().map(line).collect()
}

fn fires(code: &str, output: &Output) -> bool {
    told(output).iter().any(|(found, _)| found == code)
}

/// What is worse than advice, but for one rule.
fn besides(code: &str, output: &Output) -> Vec<(String, String)> {
    told(output).into_iter().filter(|(found, severity)| found != code && severity != "advice").collect()
}

/// A project with the content of an example.
fn project(example: &Example) -> Option<Project> {
    let Example::Files(files) = example else { return None };
    let project = Project::new(if files.contains_key("site.yaml") { &[("site.yaml", "")] } else { &[] });
    for (path, file) in files {
        let path = format!("content/{path}");
        match file {
            File::Text(text) => project.write(&path, text.as_bytes()),
            File::Made(made) => made::write(&project, &path, made),
        }
    }
    Some(project)
}

const CHECK: [&str; 3] = ["check", "--format", "json"];

/// What is wrong with the entry of a rule, as the program sees its examples.
fn faults(rule: &Rule, entry: &Entry) -> Vec<String> {
    let code = rule.code;
    let mut faults = Vec::new();
    let mut fault = |why: &str, output: &Output| faults.push(format!("{code}: {why}\n{}", said(output)));
    let works = project(&entry.bad).map(|project| {
        let output = project.run(&CHECK);
        let works = fires(code, &output);
        if !works {
            fault("its bad example does not break it", &output);
        } else if !besides(code, &output).is_empty() {
            fault("its bad example breaks others too", &output);
        }
        works
    });
    if let Some(project) = project(&entry.good) {
        let output = project.run(&CHECK);
        if fires(code, &output) {
            fault("its good example breaks it", &output);
        } else if works != Some(false) && !besides(code, &output).is_empty() {
            fault("its good example breaks others", &output);
        }
    }
    faults
}

#[test]
fn every_rule_that_is_listed_has_an_entry_and_its_examples_are_so() {
    let listed = run_in(Path::new("."), &["rules", "--lang", "en"]);
    let listed = String::from_utf8(listed.stdout).expect("UTF-8");
    let codes: Vec<&str> =
        listed.lines().filter(|line| line.starts_with("PS")).filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(codes, rules::ALL.iter().map(|rule| rule.code).collect::<Vec<_>>(), "what is listed is all there is");
    let faults: Vec<String> = rules::ALL
        .par_iter()
        .flat_map_iter(|rule| match Entry::of(rule) {
            Ok(entry) => faults(rule, &entry),
            Err(fault) => vec![fault],
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a person reads of one rule in both languages when the program is run so.
fn read_of(code: &str, project: &Project, arguments: &[&str]) -> String {
    let read = ["th", "en"].map(|lang| {
        let said = said(&project.run(&[arguments, &["--lang", lang]].concat()));
        let said = said.replace(&project.path("").display().to_string(), "PROJECT/");
        let told: Vec<&str> = said.split("\n\n").filter(|told| told.contains(&format!("[{code}]: "))).collect();
        told.join("\n\n")
    });
    read.join("\n\n")
}

#[test]
fn every_rule_reads_well_in_both_languages() {
    let read: Vec<(&str, String)> = rules::ALL
        .par_iter()
        .filter_map(|rule| {
            let project = project(&Entry::of(rule).expect("it has one").bad)?;
            Some((rule.code, read_of(rule.code, &project, &["check", "--all"])))
        })
        .collect();
    for (code, read) in read {
        insta::assert_snapshot!(format!("reads_{code}"), read);
    }
}

#[test]
fn every_entry_is_of_a_rule_and_says_something_in_both_languages() {
    let known: BTreeSet<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/handbook/rules");
    for file in std::fs::read_dir(folder).expect("there are entries") {
        let name = file.expect("readable").file_name().into_string().expect("UTF-8");
        assert!(known.contains(name.trim_end_matches(".yaml")), "{name} is the entry of no rule");
    }
    for rule in rules::ALL {
        let entry = Entry::of(rule).expect("it has one");
        let (thai, english) = (entry.about(Language::Thai), entry.about(Language::English));
        let is_thai = |char: char| ('\u{e01}'..='\u{e5b}').contains(&char);
        let thai_share = thai.chars().filter(|char| is_thai(*char)).count() * 2 > thai.chars().count();
        assert!(thai_share && thai.len() > 100, "{}: {thai}", rule.code);
        assert!(english.is_ascii() || english.chars().filter(char::is_ascii).count() > 100, "{}: {english}", rule.code);
    }
}

#[test]
fn every_rule_with_an_example_in_words_is_shown_by_a_test() {
    let in_words = |rule: &&&Rule| {
        let entry = Entry::of(rule).expect("it has one");
        [entry.bad, entry.good].iter().any(|example| matches!(example, Example::Words { .. }))
    };
    let is_shown = |code: &str| SHOWN_BY.iter().any(|(shown, _)| *shown == code);
    for rule in rules::ALL.iter().filter(in_words) {
        assert!(is_shown(rule.code), "no test is named that shows {}", rule.code);
    }
    for (code, _) in SHOWN_BY {
        assert!(rules::ALL.iter().filter(in_words).any(|rule| rule.code == *code), "{code} is shown by its examples");
    }
}

#[test]
fn the_handbook_that_is_in_the_repository_is_the_one_that_is_printed() {
    for (file, lang) in [(".docs/rules.md", "en"), (".docs/rules.th.md", "th")] {
        let printed = run_in(Path::new("."), &["rules", "--handbook", "--lang", lang]);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let kept = std::fs::read(&path).unwrap_or_default();
        assert!(kept == printed.stdout, "{file} is out of date: cargo run -- rules --handbook --lang {lang} > {file}");
    }
}

#[test]
fn one_rule_is_explained_by_its_code_in_any_case() {
    let output = run_in(Path::new("."), &["rules", "ps403", "--lang", "en"]);
    insta::assert_snapshot!(said(&output));
    let unknown = run_in(Path::new("."), &["rules", "PS999", "--lang", "en"]);
    assert_eq!(unknown.status.code(), Some(2));
}

/// Asserts that of two runs one breaks a rule and the other does not.
fn shown(code: &str, bad: &Output, good: &Output) {
    assert!(fires(code, bad), "{}", said(bad));
    assert!(!fires(code, good), "{}", said(good));
}

const PAGE: (&str, &str) = ("pages/about.md", "# เกี่ยวกับเทศบาล\n");

#[test]
fn a_project_without_content() {
    let project = Project::new(&[PAGE]);
    let good = project.run(&CHECK);
    std::fs::remove_file(project.path("content/site.yaml")).expect("it is there");
    shown("PS001", &project.run(&CHECK), &good);
    std::fs::remove_dir_all(project.path("content")).expect("it is there");
    shown("PS001", &project.run(&CHECK), &good);
}

#[test]
fn a_folder_too_deep_to_be_read() {
    let project = Project::new(&[PAGE]);
    let good = project.run(&CHECK);
    // Each half can be made; together they are longer than any path may be. No permission binds root, but this does.
    let half = |name: &str| vec![name.repeat(200); 12].join("/");
    std::fs::create_dir_all(project.path("content").join(half("a"))).expect("it is short enough");
    std::fs::create_dir_all(project.path("other").join(half("b"))).expect("it is short enough");
    std::fs::rename(project.path("other"), project.path("content").join(half("a")).join("deep"))
        .expect("the same disk");
    shown("PS002", &project.run(&CHECK), &good);
    let read = read_of("PS002", &project, &["check"]);
    let short = ["a", "b"].iter().fold(read, |read, name| read.replace(&name.repeat(200), name));
    insta::assert_snapshot!("reads_PS002", short);
}

/// A project whose theme has this template for its page of pages not found.
fn themed(template: &str) -> Project {
    let project = Project::new(&[PAGE, ("site.yaml", &format!("{SITE}theme: ours\n"))]);
    let template = format!("{{% extends \"base.html\" %}}{{% block main %}}{template}{{% endblock %}}");
    project.write("themes/ours/templates/404.html", template.as_bytes());
    project
}

#[test]
fn a_template_that_asks_for_what_is_not_there() {
    let good = themed("{{ frame.title }}").run(&CHECK);
    shown("PS302", &themed("{{ frame.titel }}").run(&CHECK), &good);
    shown("PS302", &themed("{% if frame.title %}").run(&CHECK), &good);
    insta::assert_snapshot!("reads_PS302", read_of("PS302", &themed("{{ frame.titel }}"), &["check"]));
}

#[test]
fn a_template_with_a_dead_link() {
    let good = themed("<a href=\"about.html\">x</a>").run(&CHECK);
    let bad = themed("<a href=\"no-such-page.html\">x</a>");
    shown("PS304", &bad.run(&CHECK), &good);
    insta::assert_snapshot!("reads_PS304", read_of("PS304", &bad, &["check"]));
}

#[test]
fn an_output_folder_of_somebody_else() {
    let project = Project::new(&[PAGE]);
    project.write("documents/photo.jpg", b"mine");
    let build = |out| project.run(&["build", "--format", "json", "--out", out]);
    shown("PS303", &build("documents"), &build("public"));
    insta::assert_snapshot!("reads_PS303", read_of("PS303", &project, &["build", "--out", "documents"]));
    assert!(project.path("documents/photo.jpg").is_file());
}

#[test]
fn a_year_with_every_item_answered() {
    let entry = Entry::of(&rules::ITEM_WITHOUT_LINK).expect("it has one");
    let bad = project(&entry.bad).expect("it has files").run(&CHECK);
    let project = Project::new(&[]);
    for number in 1..=43 {
        let item = "---\nlinks: { title: ก, url: files/a.jpg }\n---\n";
        project.write(&format!("content/2566/oit/o{number}.md"), item.as_bytes());
    }
    project.write("content/2566/files/a.jpg", b"");
    let good = project.run(&CHECK);
    shown("PS501", &bad, &good);
}
