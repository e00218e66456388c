//! Themes of one's own: one file is one file, a whole one works for every page, and whatever is wrong in one is told
//! with its place.

use crate::support::{Project, SITE, run_in, said};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

const MEASURE: (&str, &str) = (
    "2566/measures/a.md",
    "---\ntitle: ไม่รับของขวัญ\nunits: clerk\nactions: [{ text: ข, results: [{ text: ค, date: 2566-02-01 }] }]\n---\n",
);

/// A project of three measures with these files in the theme that it uses.
fn themed(files: &[(&str, &str)]) -> Project {
    let [b, c] = ["b", "c"].map(|name| (format!("2566/measures/{name}.md"), MEASURE.1));
    let site = format!("{SITE}theme: ours\n");
    let project = Project::new(&[MEASURE, (&b.0, b.1), (&c.0, c.1), ("site.yaml", &site)]);
    fs::create_dir_all(project.path("themes/ours")).expect("a folder can be made");
    for (path, text) in files {
        project.write(&format!("themes/ours/{path}"), text.as_bytes());
    }
    project
}

/// What is told of a theme with these files, in both languages.
fn told_of(files: &[(&str, &str)]) -> String {
    let project = themed(files);
    let told = ["th", "en"].map(|lang| {
        let said = said(&project.run(&["check", "--lang", lang]));
        let of_theme = |told: &&str| ["[PS3", "[PS01"].iter().any(|rule| told.contains(rule));
        said.split("\n\n").filter(of_theme).collect::<Vec<_>>().join("\n\n")
    });
    told.join("\n\n")
}

/// What `check` tells as JSON of a theme with these files, but for the content.
fn found_in(files: &[(&str, &str)]) -> Vec<serde_json::Value> {
    let output = themed(files).run(&["check", "--lang", "en", "--format", "json"]);
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let told = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("an object a line"));
    told.filter(|told| told["path"].as_str().is_some_and(|path| path.starts_with("themes"))).collect()
}

fn block(text: &str) -> String {
    format!("{{% extends \"base.html\" %}}\n{{% block main %}}{text}{{% endblock %}}")
}

#[test]
fn one_file_changes_what_it_stands_for_and_nothing_else() {
    let plain = themed(&[]);
    plain.build();
    let style = plain.page("assets/style.css");
    let changed = |files: &[(&str, &str)]| {
        let project = themed(files);
        project.build();
        let told = said(&project.run(&["check", "--lang", "en"]));
        assert!(!told.contains("PS30"), "{told}");
        let files = WalkDir::new(plain.path("public")).into_iter().filter_map(Result::ok);
        let files = files.filter(|file| file.file_type().is_file() && file.file_name() != ".prongsai");
        let names = files.map(|file| {
            let name = file.path().strip_prefix(plain.path("public")).expect("it is in it").to_owned();
            name.to_string_lossy().into_owned()
        });
        let differ = |name: &String| {
            fs::read(plain.path("public").join(name)).ok() != fs::read(project.path("public").join(name)).ok()
        };
        (names.filter(differ).collect::<BTreeSet<_>>(), project)
    };
    let (names, project) = changed(&[("templates/measure.html", &block("<h1>{{ frame.title }}</h1>"))]);
    assert_eq!(names, ["a", "b", "c"].map(|name| format!("2566/measures/{name}.html")).into());
    assert!(project.page("2566/measures/a.html").contains("<h1>ไม่รับของขวัญ</h1>\n</main>"));
    let (names, project) = changed(&[("assets/style.css", "body { color: teal }")]);
    assert_eq!(names, ["assets/style.css".to_owned()].into());
    assert!(project.page("assets/style.css").contains("teal") && !style.contains("teal"));
    let (names, project) = changed(&[("assets/tables.js", "// none")]);
    assert_eq!(
        (names, project.page("assets/tables.js")),
        (["assets/tables.js".to_owned()].into(), "// none".to_owned())
    );
    let (names, project) = changed(&[("words/th.yaml", "not_found: ไม่มีหน้านี้แล้ว\n")]);
    assert_eq!(names, ["404.html".to_owned()].into());
    assert!(project.page("404.html").contains("ไม่มีหน้านี้แล้ว"));
}

/// Copies a folder.
/// What a template may use is worked out for it, in whatever way it asks.
#[test]
fn whatever_a_template_of_a_measure_asks_for_is_there_and_what_it_does_not_ask_for_is_no_loss() {
    let shown = |files: &[(&str, &str)]| {
        let project = themed(files);
        project.build();
        project.page("2566/measures/a.html")
    };
    let description = "มาตรการที่ ๑ ของเทศบาล";
    let bare = "<!doctype html><html lang=\"th\"><title>{{ frame.title }}</title>";
    let page = |more: &str| shown(&[("templates/measure.html", &format!("{bare}{more}"))]);
    assert_eq!(page(""), page("{# frame.sharing #}"), "nothing of it is asked for");
    for asked in [
        "{{ frame.sharing.description }}",
        "{{ frame[\"sharing\"].description }}",
        "{% set part = 'sharing' %}{{ frame[part].description }}",
        "{% set part = \"sha\" ~ \"ring\" %}{% for name, value in frame %}{% if name == part %}{{ value.description }}{% endif %}{% endfor %}",
        "{% include \"part.html\" %}",
        "{{ <own.part frame={frame} /> }}",
    ] {
        let files = [
            ("templates/measure.html", &*format!("{bare}{asked}")),
            ("templates/part.html", "{{ frame.sharing.description }}"),
            (
                "templates/own.html",
                "{% component own.part(frame) %}{% set said = frame.sharing %}{{ said.description }}{% endcomponent own.part %}",
            ),
        ];
        let html = shown(&files);
        assert!(html.contains(description), "{asked}: {html}");
    }
    let html = page("{% if timeline %}{{ timeline.caption.title }}{% endif %}");
    assert!(html.contains("๒๕๖๖"), "{html}");
}

fn copy(from: &str, to: &Path) {
    for entry in WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(from)) {
        let entry = entry.expect("readable");
        let path = to.join(
            entry.path().strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("in it").strip_prefix(from).expect("in it"),
        );
        if entry.file_type().is_dir() {
            fs::create_dir_all(path).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), path).expect("a file can be copied");
        }
    }
}

#[test]
fn the_example_comes_out_in_a_second_theme_page_for_page() {
    let project = Project::new(&[]);
    fs::remove_dir_all(project.path("content")).expect("it is there");
    copy("content", &project.path("content"));
    copy("tests/theme/plain", &project.path("themes/plain"));
    let mut sites = 0;
    for entry in fs::read_dir(project.path("content")).expect("readable") {
        let site = entry.expect("readable").path().join("site.yaml");
        // What the portal has of its own is no site.
        let Ok(text) = fs::read_to_string(&site) else { continue };
        let others: Vec<_> = text.lines().filter(|line| !line.starts_with("theme:")).collect();
        fs::write(&site, format!("{}\ntheme: plain\n", others.join("\n"))).expect("writable");
        sites += 1;
    }
    project.build();
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert!(!told.contains("PS30"), "{told}");
    let mut pages = 0;
    for entry in WalkDir::new(project.path("public")).min_depth(2) {
        let entry = entry.expect("readable");
        let is_page = entry.path().extension().is_some_and(|end| end == "html")
            && !entry.path().iter().any(|part| part == "files")
            && !entry.path().starts_with(project.path("public/pages"));
        if is_page {
            let html = fs::read_to_string(entry.path()).expect("text");
            assert!(
                html.contains("<body class=\"plain ") && html.contains("class=\"plain-menu\""),
                "{}",
                entry.path().display()
            );
            assert!(html.contains("Content-Security-Policy"), "{}", entry.path().display());
            pages += 1;
        }
    }
    assert!(sites >= 5 && pages > 300, "{sites} sites, {pages} pages");
    assert!(
        !project.page("index.html").contains("class=\"plain "),
        "the page over all sites is nobody's in particular"
    );
}

#[test]
pub fn a_theme_that_needs_a_newer_program_is_refused() {
    let old = found_in(&[("theme.yaml", "title: ก\nmin_version: ๑\nlicence: MIT\nauthor: ข\n")]);
    assert!(old.is_empty(), "{old:?}");
    insta::assert_snapshot!(told_of(&[("theme.yaml", "title: ก\nmin_version: 99\n")]));
}

#[test]
fn what_a_theme_says_of_itself_is_held_against_its_fields() {
    insta::assert_snapshot!(told_of(&[("theme.yaml", "titel: ก\nmin_version: หนึ่ง\nlicense: MIT\nauthor: [ก]\n")]));
    assert_eq!(found_in(&[("theme.yaml", "min_version: 0\n")])[0]["code"], "PS014");
    assert_eq!(found_in(&[("theme.yaml", "- ก\n")])[0]["code"], "PS012");
}

#[test]
pub fn files_and_words_that_nothing_uses_are_told_with_what_was_meant() {
    insta::assert_snapshot!(told_of(&[
        ("templates/measur.html", "x"),
        ("assets/styel.css", "body {}"),
        ("style.css", "body {}"),
        ("words/thai.yaml", "home: ก\n"),
        ("words/th.yaml", "homee: ก\nxyzzy: ข\n"),
        ("notes/a.txt", "ก"),
        ("_private/a.txt", "ก"),
        ("README.md", "ก"),
    ]));
    let used = found_in(&[
        ("templates/own.html", "{% component own.card(x) %}<p>{{ x }}</p>{% endcomponent %}"),
        ("templates/part.html", "{{ words.own_word }}{{ <own.card x={1} /> }}<img src=\"../assets/a.svg\" alt=\"\">"),
        ("templates/404.html", &block("{% include 'part.html' %}")),
        ("words/th.yaml", "own_word: ก\n"),
        ("words/en.yaml", "own_word: a\n"),
        ("assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ]);
    assert!(used.iter().all(|told| told["code"] == "PS304"), "{used:?}");
    let silenced = format!(
        "{SITE}theme: ours\nrules: {{ PS308: {{ severity: off, reason: ลองอยู่, files: themes/ours/templates/ }} }}\n"
    );
    let project = themed(&[("templates/measur.html", "x"), ("assets/x.png", "x")]);
    project.write("content/site.yaml", silenced.as_bytes());
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert_eq!(told.matches("[PS308]").count(), 1, "{told}");
    assert!(told.contains("ลองอยู่") && !told.contains("PS016"), "{told}");
}

#[test]
fn a_fault_in_a_template_is_told_once_with_the_first_page_and_how_many_more() {
    insta::assert_snapshot!(told_of(&[("templates/measure.html", &block("<p>ก</p>{{ headin }}"))]));
}

#[test]
fn a_fault_is_told_where_the_project_has_a_hand_in_it() {
    insta::assert_snapshot!(told_of(&[
        ("templates/404.html", &block("\n{% include 'part.html' %}")),
        ("templates/part.html", "<p>{{ <ui.link link={words.home} /> }}</p>"),
    ]));
}

#[test]
fn faults_of_several_templates_are_told_at_once() {
    let found = found_in(&[
        ("templates/404.html", "{% if frame.title %}"),
        ("templates/page.html", "{{ 'ก }}"),
        ("templates/unit.html", "{% block main %}\n{% endfor %}"),
    ]);
    let at: Vec<_> =
        found.iter().map(|told| (told["path"].as_str().unwrap_or_default(), told["line"].as_u64())).collect();
    assert_eq!(at.len(), 3, "{found:?}");
    assert!(found.iter().all(|told| told["code"] == "PS302" && told["line"].as_u64() > Some(0)), "{found:?}");
    let found = found_in(&[
        ("templates/404.html", &block("{{ frame.title | shout }}{{ <no.such /> }}")),
        ("templates/page.html", "{{ x is odder }}"),
    ]);
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn one_run_tells_what_is_wrong_with_records_and_with_a_theme() {
    let project = themed(&[("templates/404.html", "{{ 'ก }}")]);
    project.write("content/2566/measures/b.md", "---\ntitle: ข\nunits: nobody\n---\n".as_bytes());
    for command in ["build", "check"] {
        let told = said(&project.run(&[command, "--lang", "en"]));
        assert!(told.contains("error[PS302]") && told.contains("“nobody”"), "{command}: {told}");
    }
    assert!(!project.path("public").exists());
}

#[test]
fn nothing_that_a_template_does_stops_the_program() {
    let long = "{{ frame.title }}".repeat(20_000);
    for (files, says) in [
        (vec![("templates/404.html", "{% extends \"bse.html\" %}".to_owned())], "bse.html"),
        (vec![("templates/404.html", "{% extends \"404.html\" %}".to_owned())], "Circular"),
        (vec![("templates/404.html", "{% include \"404.html\" %}".to_owned())], "Circular"),
        (
            vec![(
                "templates/404.html",
                "{% component a(x) %}{{ <a x={x} /> }}{% endcomponent %}{{ <a x={1} /> }}".to_owned(),
            )],
            "a → a",
        ),
        (
            vec![
                ("templates/x.html", "{% component a() %}{% include \"y.html\" %}{% endcomponent %}".to_owned()),
                ("templates/y.html", "{{ <b /> }}".to_owned()),
                ("templates/404.html", "{% component b() %}{{ <a /> }}{% endcomponent %}{{ <b /> }}".to_owned()),
            ],
            "→",
        ),
        (vec![("templates/404.html", block("{{ throw(message=\"stop\") }}"))], "stop"),
        (vec![("templates/404.html", block("{{ 1 / 0 }}"))], "404.html"),
        (vec![("templates/404.html", block("{{ range(end=100000000) }}"))], "range"),
        (vec![("templates/404.html", block("{% for x in frame.title %}{{ x.y.z }}{% endfor %}"))], "404.html"),
        (vec![("templates/components.html", "{{ nothing }}".to_owned())], "ui.policy"),
        (vec![("templates/404.html", "\u{0}\u{1}".to_owned())], ""),
        (vec![("templates/404.html", block(&long))], ""),
    ] {
        let project = themed(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>());
        let output = project.run(&["build", "--lang", "en"]);
        let told = said(&output);
        assert!(output.status.code().is_some_and(|code| code < 2), "{told}");
        assert!(told.contains(says) && (says.is_empty() || told.contains("PS302")), "{says}: {told}");
        assert_eq!(project.path("public").exists(), output.status.success(), "{told}");
    }
    let project = themed(&[]);
    project.write("themes/ours/templates/photo.html", b"\x89PNG\x00\xff");
    project.write("themes/ours/templates/404.html", b"ok \xff");
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert_eq!(told.matches("a template must be text").count(), 2, "{told}");
}

#[test]
fn a_word_list_that_is_none_is_told_with_its_place() {
    insta::assert_snapshot!(told_of(&[("words/th.yaml", "home: [ก]\nhome: ข\n"), ("words/en.yaml", "just text")]));
}

#[test]
fn a_theme_that_several_sites_use_is_told_once() {
    let project = Project::new(&[
        ("one/site.yaml", &format!("{SITE}theme: ours\n")),
        ("two/site.yaml", &format!("{}theme: ours\nlanguage: en\n", SITE.replace("ตัวอย่าง", "ที่สอง"))),
    ]);
    project.write("themes/ours/templates/404.html", b"{{ x | y }}");
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert_eq!(told.matches("error[PS302]").count(), 1, "{told}");
}

#[test]
fn a_theme_is_a_folder_among_themes_and_no_way_out_of_it() {
    for name in ["..", ".", "../content", "_ours", "a/b"] {
        let project = Project::new(&[("site.yaml", &format!("{SITE}theme: \"{name}\"\n"))]);
        for folder in ["themes/_ours", "themes/a/b"] {
            fs::create_dir_all(project.path(folder)).expect("a folder can be made");
        }
        let told = said(&project.run(&["check", "--lang", "en"]));
        assert!(told.contains("error[PS301]"), "{name}: {told}");
    }
}

#[test]
fn files_are_copied_out_to_be_changed_and_never_over_others() {
    let project = Project::new(&[MEASURE]);
    let run = |arguments: &[&str]| said(&project.run(&[&["theme"], arguments, &["--lang", "en"]].concat()));
    let told = [
        run(&["copy", "measure.html", "assets/style.css"]),
        run(&["copy", "measure.html", "oit.html"]),
        run(&["copy", "measures.htm"]),
        run(&["copy", "qqqq", "--to", "ours"]),
        run(&["copy", "unit.html", "--to", "ours"]),
        run(&["copy", "unit.html", "--to", "../ours"]),
        run(&["new", "default"]),
        run(&["list"]),
    ];
    insta::assert_snapshot!(told.join("\n----\n"));
    assert!(!project.path("themes/default/templates/oit.html").exists(), "nothing is copied where something is there");
    let same = |path: &str| {
        fs::read(project.path(&format!("themes/default/{path}"))).expect("copied")
            == fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(path)).expect("there")
    };
    assert!(same("templates/measure.html") && same("assets/style.css"));
}

#[test]
fn a_whole_copy_gives_the_same_site() {
    let project = Project::new(&[MEASURE]);
    project.build();
    let page = project.page("2566/measures/a.html");
    let told = said(&project.run(&["theme", "new", "ours", "--lang", "en"]));
    assert!(told.contains("themes/ours/theme.yaml") && told.contains("`theme: ours`"), "{told}");
    project.write("content/site.yaml", format!("{SITE}theme: ours\n").as_bytes());
    project.build();
    assert_eq!(page, project.page("2566/measures/a.html"));
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert!(!told.contains("PS30"), "{told}");
    let again = project.run(&["theme", "new", "ours", "--lang", "en"]);
    assert_eq!(again.status.code(), Some(2), "{}", said(&again));
}

#[test]
fn what_a_template_is_given_is_told() {
    let run = |arguments: &[&str]| said(&run_in(Path::new("."), &[&["theme"], arguments, &["--lang", "en"]].concat()));
    insta::assert_snapshot!(format!("{}\n----\n{}", run(&["context", "404.html"]), run(&["context", "measur.html"])));
    assert_eq!(run(&["context", "measure"]), run(&["context", "measure.html"]));
}

#[test]
fn every_template_and_field_of_what_is_given_is_described() {
    let given = prongsai::pages::given();
    let mut bare = Vec::new();
    for (name, of) in &given.types {
        let has = |of: &serde_json::Value| of["description"].as_str().is_some_and(|text| !text.trim().is_empty());
        if !has(of) {
            bare.push(name.clone());
        }
        let fields = of["properties"].as_object().into_iter().flatten();
        bare.extend(fields.filter(|(_, field)| !has(field)).map(|(field, _)| format!("{name}.{field}")));
    }
    assert!(bare.is_empty(), "these need a doc comment, which becomes the description: {bare:#?}");
    // Whatever is rendered is told.
    let mut rendered = BTreeSet::new();
    for entry in WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages")) {
        let entry = entry.expect("readable");
        if entry.file_type().is_file() {
            let text = fs::read_to_string(entry.path()).expect("text");
            rendered.extend(
                text.split("theme.render(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
            );
        }
    }
    let told: BTreeSet<String> = given.templates.iter().map(|(template, _)| (*template).to_owned()).collect();
    assert_eq!(rendered, told, "pages::given() lists every template that is rendered");
}

#[test]
fn the_shape_of_what_templates_are_given_is_that_of_its_version() {
    let name = format!("context_of_version_{}", prongsai::theme::CONTEXT);
    let why = "What templates are given has changed. Raise theme::CONTEXT, and min_version in themes/default/theme.yaml, \
               unless this version was never released; then accept the new shape.";
    insta::with_settings!({ description => why, omit_expression => true }, {
        insta::assert_snapshot!(name, prongsai::guide::shape());
    });
}

#[test]
fn the_built_in_theme_is_of_the_version_that_there_is() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/theme.yaml")).expect("there");
    assert!(text.contains(&format!("min_version: {}\n", prongsai::theme::CONTEXT)), "{text}");
}

#[test]
fn the_guide_that_is_in_the_repository_is_the_one_that_is_printed() {
    let printed = run_in(Path::new("."), &["theme", "guide", "--lang", "en"]);
    let kept = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(".docs/theme.md")).unwrap_or_default();
    assert!(
        kept == printed.stdout,
        ".docs/theme.md is out of date: cargo run -- theme guide --lang en > .docs/theme.md"
    );
}
