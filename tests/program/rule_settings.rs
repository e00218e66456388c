//! What a site says about rules in `site.yaml`: how bad it is to break one, and what is not told at all.

use crate::support::{Project, SITE, said};

/// A page that breaks PS106, and a link that leads nowhere, which breaks PS104.
const TAG: &str = "# ก\n\nข <b>\n";
const DEAD: &str = "# ก\n\n[ข](no.md)\n";

/// A site that says this about rules, with these files.
fn project(settings: &str, files: &[(&str, &str)]) -> Project {
    let site = format!("{SITE}rules:\n{settings}");
    Project::new(&[&[("site.yaml", site.as_str())], files].concat())
}

fn check(project: &Project) -> (String, Option<i32>) {
    let output = project.run(&["check", "--lang", "en"]);
    (said(&output), output.status.code())
}

/// What `check` says in both languages.
fn both(project: &Project) -> String {
    let run = |lang| said(&project.run(&["check", "--lang", lang]));
    format!("{}\n{}", run("th"), run("en"))
}

#[test]
fn a_warning_can_be_made_an_error() {
    let project = project("  PS106: { severity: error, reason: เว็บเดิมเคยเสียเพราะ HTML }\n", &[("pages/a.md", TAG)]);
    let (said, code) = check(&project);
    assert!(said.contains("error[PS106]") && code == Some(1), "{said}");
    assert_eq!(project.run(&["build"]).status.code(), Some(1));
    assert!(!project.path("public").exists());
}

#[test]
fn an_error_can_be_made_a_warning_and_is_published_then() {
    let project = project("  PS104: { severity: warning, reason: รอเอกสาร }\n", &[("pages/a.md", DEAD)]);
    let (said, code) = check(&project);
    assert!(said.contains("warning[PS104]") && code == Some(0), "{said}");
    project.build();
    assert!(project.page("a.html").contains('ข'));
}

#[test]
fn a_warning_can_be_made_advice_which_a_build_only_counts() {
    let project = project("  PS106: { severity: advice, reason: คัดลอกจากเว็บเดิม }\n", &[("pages/a.md", TAG)]);
    let (said_by_check, code) = check(&project);
    assert!(said_by_check.contains("advice[PS106]") && code == Some(0), "{said_by_check}");
    let output = project.run(&["build", "--lang", "en", "--strict"]);
    let said = said(&output);
    assert!(output.status.success() && !said.contains("[PS106]") && said.contains("1 of advice"), "{said}");
}

#[test]
fn what_is_silenced_is_counted_with_its_reason() {
    let settings = "  PS106: { severity: off, reason: คัดลอกจากเว็บเดิม }\n";
    insta::assert_snapshot!(both(&project(settings, &[("pages/a.md", TAG), ("pages/b.md", TAG)])));
}

#[test]
fn a_setting_is_about_the_files_and_folders_that_it_names() {
    let files = [("pages/a.md", TAG), ("pages/b.md", TAG), ("2566/oit/o1.md", "---\nlinks: []\n---\n\nข <b>\n")];
    let told = |files_of_setting: &str| {
        let settings = format!("  PS106: {{ severity: off, reason: ก, files: {files_of_setting} }}\n");
        let (said, _) = check(&project(&settings, &files));
        files.iter().map(|(path, _)| said.contains(&format!("--> content/{path}"))).collect::<Vec<_>>()
    };
    assert_eq!(told("pages/a.md"), [false, true, true]);
    assert_eq!(told("[pages/a.md, 2566/oit/o1.md]"), [false, true, false]);
    assert_eq!(told("pages/"), [false, false, true]);
    assert_eq!(told("./2566/"), [true, true, false]);
}

#[test]
fn the_nearer_of_two_settings_wins() {
    let settings =
        "  PS106:\n    - { severity: error, reason: ข, files: pages/b.md }\n    - { severity: off, reason: ก }\n";
    let (said, code) = check(&project(settings, &[("pages/a.md", TAG), ("pages/b.md", TAG)]));
    assert!(said.contains("error[PS106]") && said.contains("b.md:3") && !said.contains("a.md:3"), "{said}");
    assert_eq!(code, Some(1));
}

#[test]
fn in_a_portal_a_setting_is_about_its_own_site() {
    let project = Project::new(&[
        ("a/site.yaml", &format!("{SITE}rules: {{ PS106: {{ severity: off, reason: ก, files: pages/a.md }} }}\n")),
        ("b/site.yaml", SITE),
        ("a/pages/a.md", TAG),
        ("b/pages/a.md", TAG),
    ]);
    let (said, _) = check(&project);
    assert!(said.contains("content/b/pages/a.md:3") && !said.contains("content/a/pages/a.md:3"), "{said}");
}

#[test]
fn a_rule_that_is_none_or_is_fixed_and_a_reason_that_says_nothing_are_refused() {
    let settings = "  PS160: { severity: off, reason: ก }\n  PS001: { severity: off, reason: ก }\n  PS106: { severity: off, reason: '  ' }\n";
    insta::assert_snapshot!(both(&project(settings, &[("pages/a.md", TAG)])));
}

#[test]
fn a_severity_that_is_none_and_a_missing_reason_are_refused() {
    let settings = "  PS104: { severity: off }\n  PS103: { severity: of, reason: ก }\n";
    insta::assert_snapshot!(both(&project(settings, &[("pages/a.md", TAG)])));
}

#[test]
fn a_setting_that_is_about_nothing_is_told() {
    let settings =
        "  PS106: { severity: off, reason: ก, files: pages/b.md }\n  PS103: { severity: warning, reason: ข }\n";
    insta::assert_snapshot!(both(&project(settings, &[("pages/a.md", TAG)])));
}

#[test]
fn an_error_in_a_file_that_cannot_be_read_stays_one() {
    let measure = ("2566/measures/a.md", "---\ntitle: ก: ข: ค\n---\n");
    for severity in ["off", "advice"] {
        let settings = format!("  PS006: {{ severity: {severity}, reason: ก }}\n");
        let project = project(&settings, &[measure]);
        let (said, code) = check(&project);
        assert!(said.contains("error[PS006]") && code == Some(1), "{said}");
        // Nor is the record silently left out of what is published.
        assert_eq!(project.run(&["build"]).status.code(), Some(1));
        assert!(!project.path("public").exists());
    }
}

#[test]
fn a_silenced_error_is_published_and_strict_refuses_a_warning_and_leaves_the_old_site() {
    let settings = "  PS104: { severity: off, reason: รอเอกสาร }\n";
    let project = project(settings, &[("pages/a.md", DEAD)]);
    project.build();
    let old = project.page("a.html");
    project.write("content/pages/a.md", "# ใหม่\n\n[ข](no.md) <b>\n".as_bytes());
    let strict = project.run(&["build", "--strict", "--lang", "en"]);
    assert_eq!(strict.status.code(), Some(1), "{}", said(&strict));
    assert!(said(&strict).contains("error[PS106]") && !said(&strict).contains("[PS104]"), "{}", said(&strict));
    assert_eq!(project.page("a.html"), old);
    project.build();
    assert!(project.page("a.html").contains("ใหม่"));
}
