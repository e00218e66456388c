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
fn a_link_to_a_heading_that_is_not_there_is_told_by_its_rule_alone() {
    for severity in ["warning", "off"] {
        let settings = format!("  PS104: {{ severity: {severity}, reason: รอหัวข้อ }}\n");
        let dead = [("pages/a.md", "# ก\n\n[ข](#no) [ค](b.md#no)\n"), ("pages/b.md", "# ข\n")];
        let project = project(&settings, &dead);
        let (said, code) = check(&project);
        let told = if severity == "warning" { 2 } else { 0 };
        assert!(said.matches("warning[PS104]").count() == told && !said.contains("PS304") && code == Some(0), "{said}");
        project.build();
        assert!(project.page("a.html").contains("href=\"b.html#no\""));
    }
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
    assert_eq!(told("pages"), [false, false, true]);
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
fn a_setting_that_names_what_is_not_there_is_told_the_name_that_it_may_be() {
    let files = [("pages/a.md", TAG), ("pages/ok.md", "# ก\n"), ("2566/measures/a.md", "---\ntitle: ก\n---\n")];
    let told = |name: &str| {
        let settings = format!("  PS106: {{ severity: off, reason: ก, files: '{name}' }}\n");
        check(&project(&settings, &files)).0
    };
    for (name, meant) in [
        ("measures/*", "2566/measures/"),
        ("content/pages/a.md", "pages/a.md"),
        ("pages\\a.md", "pages/a.md"),
        ("page/a.md", "pages/a.md"),
    ] {
        let told = told(name);
        assert!(told.contains(&format!("there is no file or folder `{name}`")), "{told}");
        assert!(told.contains(&format!("did you mean `{meant}`?")) && !told.contains("nothing breaks"), "{told}");
    }
    assert!(told("pages/ok.md").contains("nothing breaks PS106"), "{}", told("pages/ok.md"));
    // What is not published is there all the same.
    let settings = "  PS008: { severity: off, reason: ก, files: [x.jpg, pages/a.md, pages/gone.md] }\n";
    let (said, _) = check(&project(settings, &[("pages/a.md", TAG), ("x.jpg", "")]));
    assert!(said.matches("[PS016]").count() == 1 && said.contains("folder `pages/gone.md`"), "{said}");
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

/// A project that is built, with foreign files in what was published.
fn with_foreign_files(settings: &str) -> Project {
    let project = project(settings, &[("pages/a.md", "# ก\n")]);
    project.run(&["build"]);
    project.write("public/.user.ini", b"x");
    project.write("public/albums/1.jpg", b"x");
    project
}

#[test]
fn what_a_strict_build_refuses_is_found_before_anything_is_published() {
    let project = with_foreign_files("");
    let old = project.page("a.html");
    project.write("content/pages/a.md", "# ใหม่\n".as_bytes());
    let strict = project.run(&["build", "--strict", "--lang", "en"]);
    assert!(said(&strict).contains("error[PS305]") && strict.status.code() == Some(1), "{}", said(&strict));
    assert_eq!(project.page("a.html"), old);
    project.build();
    assert!(project.page("a.html").contains("ใหม่"));
}

#[test]
fn foreign_files_are_silenced_by_their_paths_in_the_published_folder() {
    let told = |files: &str| {
        let settings = format!("  PS305: {{ severity: off, reason: ก, files: {files} }}\n");
        let output = with_foreign_files(&settings).run(&["build", "--strict", "--lang", "en"]);
        ["public/.user.ini", "public/albums/", "[PS016]"].map(|what| said(&output).contains(what))
    };
    assert_eq!(told(".user.ini"), [false, true, false]);
    assert_eq!(told("[.user.ini, albums/]"), [false, false, false]);
    assert_eq!(told("album/"), [true, true, true]);
}

#[test]
fn in_a_portal_foreign_files_are_their_sites_and_what_is_nobodys_is_everyones() {
    let silenced = |files: &str| {
        let site = format!("{SITE}rules: {{ PS305: {{ severity: off, reason: ก, files: {files} }} }}\n");
        let project = Project::new(&[("a/site.yaml", &site), ("b/site.yaml", SITE)]);
        project.run(&["build"]);
        for path in [".user.ini", "a/x.txt", "b/x.txt"] {
            project.write(&format!("public/{path}"), b"x");
        }
        let output = said(&project.run(&["build", "--lang", "en"]));
        [".user.ini", "a/x.txt", "b/x.txt"].map(|path| !output.contains(&format!("/public/{path}\n")))
    };
    assert_eq!(silenced("[.user.ini, x.txt]"), [true, true, false]);
    assert_eq!(silenced("b/x.txt"), [false, false, false]);
}

#[test]
fn a_setting_of_a_rule_that_nothing_was_held_against_is_not_without_use() {
    let off = |codes: &[&str]| -> String {
        codes.iter().map(|code| format!("  {code}: {{ severity: off, reason: ก }}\n")).collect::<Vec<_>>().concat()
    };
    let page = ("pages/a.md", "# ก\n");
    let external = project(&off(&["PS405", "PS406", "PS409", "PS410", "PS411"]), &[page]);
    for command in [["check", "--strict"], ["build", "--strict"]] {
        let output = external.run(&command);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    let foreign = project(&off(&["PS305"]), &[page]);
    assert_eq!(foreign.run(&["check", "--strict"]).status.code(), Some(0));
    assert_eq!(foreign.run(&["build", "--strict"]).status.code(), Some(1), "a build looks, and finds nothing");
    // Pages are made only where nothing is wrong; and in a record that could not be read nothing could be found.
    let unread = project(&off(&["PS304", "PS106"]), &[("pages/a.md", "---\ntitle: ก: ข: ค\n---\nข <b>\n")]);
    assert!(!check(&unread).0.contains("PS016"), "{}", check(&unread).0);
}

#[test]
fn settings_name_pages_of_the_built_site_by_their_addresses() {
    let site = |file: &str| {
        let settings = format!("theme: ours\nrules: {{ PS304: {{ severity: off, reason: ก, files: {file} }} }}\n");
        let project = Project::new(&[("site.yaml", &format!("{SITE}{settings}"))]);
        let template = b"{% extends \"base.html\" %}{% block main %}<a href=\"no.html\">x</a>{% endblock %}";
        project.write("themes/ours/templates/404.html", template);
        check(&project)
    };
    assert_eq!(site("404.html").1, Some(0), "{}", site("404.html").0);
    let (said, code) = site("index.html");
    assert!(said.contains("[PS304]") && said.contains("[PS016]") && code == Some(1), "{said}");
}

#[test]
fn a_setting_that_cannot_be_read_hides_nothing_else() {
    let settings = "  PS106: { severity: of, reason: ก }\n  PS999: { severity: off, reason: ก }\n  PS103: { severity: off }\n  PS104: { severity: warning, reason: ก }\n";
    let (said, _) = check(&project(settings, &[("pages/a.md", TAG), ("pages/b.md", DEAD)]));
    for told in ["error[PS014]: `of`", "no rule `PS999`", "error[PS011]", "warning[PS106]", "warning[PS104]"] {
        assert!(said.contains(told), "{told}: {said}");
    }
}
