//! Paths and names as people on Windows type them, and those that a computer with Windows can hold.

use crate::support::{Project, SITE, said};
use crate::whole_format;
use proptest::prelude::*;
use std::fs::{self, File};
use std::path::Path;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A site in whose places for paths these stand: two records beside each other, one of another folder, and evidence.
fn linked(to: &dyn Fn(&str) -> String) -> Project {
    let settings = SITE.replace("organisation:\n", &format!("organisation:\n  logo: {}\n", to("files/logo.png")));
    let settings = format!(
        "{settings}redirects:\n  {}: index.html\n  new.php: {}\n",
        to("old/page.htm"),
        to("2566/measures/b.html")
    );
    let measure = format!(
        "---\ntitle: ก\nunits: clerk\nactions:\n  - text: ข\n    results:\n      - {{ text: ค, date: 2566-02-01, evidence: {{ title: ง, url: {} }} }}\n---\n\n[ก]({}) และ ![ภาพ]({})\n\n[จ]: {}\n\nดู [จ]\n",
        to("files/a.pdf"),
        to("../oit/o31.md"),
        to("../files/pictures/b.png"),
        to("../files/a.pdf"),
    );
    let project = Project::new(&[
        ("site.yaml", &settings),
        ("2566/measures/a.md", &measure),
        ("2566/measures/b.md", "---\ntitle: ข\nunits: clerk\n---\n"),
        ("2566/oit/o31.md", &format!("---\nlinks: {{ title: ก, url: {} }}\n---\n", to("../measures/a.md"))),
        ("pages/about.md", &format!("# เกี่ยวกับ\n\n[ก]({})\n", to("../2566/measures/a.md"))),
    ]);
    project.write("content/2566/files/a.pdf", b"x");
    project.write("content/2566/files/pictures/b.png", PICTURE);
    project.write("content/files/logo.png", PICTURE);
    project
}

#[test]
fn a_backslash_between_folders_is_told_in_every_place_with_what_to_write() {
    let sound = linked(&str::to_owned);
    sound.build();
    let windows = linked(&|path| path.replace('/', "\\"));
    let mut story = String::new();
    for language in ["th", "en"] {
        let output = windows.run(&["check", "--lang", language, "--format", "json"]);
        assert!(!output.status.success());
        for line in String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.contains(r"\\")) {
            let told: serde_json::Value = serde_json::from_str(line).expect("an object");
            let text = |name: &str| told[name].as_str().expect("a text").to_owned();
            story += &format!(
                "{}:{}:{} {} {}\n  {}\n",
                text("path"),
                told["line"],
                told["column"],
                text("code"),
                text("message"),
                text("hint")
            );
        }
    }
    // As many places as the site has for paths, in both languages.
    assert_eq!(story.matches(" PS").count(), 2 * 9, "{story}");
    for right in [
        "files/logo.png",
        "old/page.htm",
        "2566/measures/b.html",
        "files/a.pdf",
        "../oit/o31.md",
        "../files/pictures/b.png",
        "../files/a.pdf",
        "../measures/a.md",
        "../2566/measures/a.md",
    ] {
        assert!(story.contains(&format!("  write {right}\n")), "{right}: {story}");
        assert!(story.contains(&format!("  เขียนเป็น {right}\n")), "{right}: {story}");
    }
    insta::assert_snapshot!(story);
}

#[test]
fn a_backslash_before_a_sign_that_markdown_takes_for_itself_is_told_too() {
    for (written, right) in [
        (r"..\files\-a.txt", "../files/-a.txt"),
        (r"<..\files\!a b.txt>", "../files/!a b.txt"),
        (r"files\+a.txt", "files/+a.txt"),
        (r"..\files\#1.txt", "../files/%231.txt"),
        // Not even there, and cut short by Markdown.
        (r"..\files\(ข).txt", "../files/(ข"),
    ] {
        let text = format!("---\ntitle: ก\nunits: clerk\n---\n\n[หลักฐาน]({written})\n");
        let project = Project::new(&[("2566/measures/a.md", &text)]);
        for name in ["-a.txt", "!a b.txt", "+a.txt", "#1.txt"] {
            project.write(&format!("content/2566/files/{name}"), b"x");
        }
        let told = said(&project.run(&["check", "--lang", "en"]));
        assert!(told.contains(&format!("write {right}")), "{written}: {told}");
    }
}

#[test]
fn a_path_from_the_top_of_a_disk_or_of_the_network_is_told_as_what_it_is() {
    for path in [r"C:\ita\a.pdf", r"\\server\share\a.pdf", r"\files\a.pdf", r"Z:a.pdf"] {
        let project = Project::new(&[
            ("2566/oit/o31.md", &format!("---\nlinks: {{ title: ก, url: '{path}' }}\n---\n")),
            ("pages/about.md", &format!("# ก\n\n[ข]({path})\n")),
        ]);
        let told = said(&project.run(&["check", "--lang", "en"]));
        assert_eq!(told.matches("[PS105]").count(), 2, "{path}: {told}");
    }
}

/// Whether Windows can hold a file of this name; what it says itself, and no more than that.
fn windows_holds(name: &str) -> bool {
    const KEPT: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let port = ["com", "lpt"].iter().filter_map(|port| stem.strip_prefix(port));
    let mut port =
        port.filter(|number| number.chars().count() == 1 && number.contains(|it| "0123456789¹²³".contains(it)));
    !name.chars().any(|char| u32::from(char) < 32 || r#"<>:"/\|?*"#.contains(char))
        && !name.ends_with(['.', ' '])
        && !KEPT.contains(&stem.as_str())
        && port.next().is_none()
}

/// The names in an archive, of which each must be one that Windows can unpack beside the others.
fn unpacked(archive: &Path) -> Vec<String> {
    let archive = zip::ZipArchive::new(File::open(archive).expect("it was made")).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
    let mut seen = std::collections::BTreeMap::new();
    for name in &names {
        assert!(name.split('/').all(|part| !part.is_empty() && windows_holds(part)), "{name:?}");
        // A folder may be named by many files, but in one way, and no file may stand in its place.
        for (at, _) in name.match_indices('/').chain([(name.len(), "")]) {
            let kind = if at == name.len() { "file" } else { "folder" };
            let before = seen.insert(name[..at].to_lowercase(), kind);
            assert!(before.is_none_or(|before| before == kind && kind == "folder"), "{name:?}");
        }
    }
    names
}

#[test]
fn a_name_that_windows_cannot_hold_is_told_wherever_it_would_be_published() {
    let names = [
        "CON",
        "nul",
        "aux.pdf",
        "Prn.tar.gz",
        "com1.pdf",
        "LPT9",
        "com¹.pdf",
        "con .pdf",
        "CONIN$",
        "conout$.txt",
        "a.",
        "a ",
        "a:b.pdf",
        "a?.pdf",
        "a*.pdf",
        "<a>.pdf",
        "a|b.pdf",
        "\"a\".pdf",
        r"a\b.pdf",
        "a\u{1}.pdf",
    ];
    for name in names {
        assert!(!windows_holds(name), "{name:?}");
        let quoted = serde_json::to_string(name).expect("a text");
        let project = Project::new(&[
            ("2566/measures/a.md", &format!("---\ntitle: ก\nunits: clerk\nslug: {quoted}\n---\n")),
            ("pages/b.md", &format!("---\ntitle: ก\nslug: {quoted}\n---\n")),
            (
                "site.yaml",
                &format!(
                    "{}redirects: {{ {quoted}: index.html }}\n",
                    SITE.replace("id: clerk", &format!("id: {quoted}"))
                ),
            ),
        ]);
        project.write(&format!("content/2566/files/{name}"), b"x");
        project.write(&format!("content/2566/files/folder/{name}/x.txt"), b"x");
        project.write(&format!("content/pages/{name}.md"), "# ก\n".as_bytes());
        project.write(&format!("themes/default/assets/{name}"), b"x");
        let told = said(&project.run(&["check", "--all", "--lang", "en"]));
        // A space behind an old address means nothing.
        let of = |rule: &str| told.matches(&format!("[{rule}]")).count();
        assert!(
            of("PS015") >= 2 && of("PS108") >= 3 && of("PS114") == usize::from(!name.ends_with(' ')),
            "{name:?}: {told}"
        );
        assert!(told.contains("themes/default/assets/"), "{name:?}: {told}");
    }
}

#[test]
fn files_and_folders_that_differ_by_case_alone_are_told() {
    for (one, other) in [
        ("2566/files/A.txt", "2566/files/a.txt"),
        ("2566/files/ÉTÉ.pdf", "2566/files/été.pdf"),
        ("2566/files/a", "2566/files/A/x.pdf"),
        ("2566/files/B/x.pdf", "2566/files/b"),
    ] {
        let project =
            Project::new(&[("2566/measures/a.md", "---\ntitle: ก\nunits: clerk\n---\n"), (one, "x"), (other, "y")]);
        let told = said(&project.run(&["check", "--lang", "en"]));
        assert_eq!(told.matches("[PS017]").count(), 1, "{one} {other}: {told}");
    }
    let project = Project::new(&[("2566/files/a/x.txt", "x"), ("2566/files/A/y.txt", "y")]);
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert!(!told.contains("[PS017]"), "both are in the one folder then: {told}");
    let project = Project::new(&[("pages/about.md", "# ก\n")]);
    project.write("themes/default/assets/Style.css", b"");
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert!(told.contains("[PS017]") && told.contains("--> themes/default/assets/Style.css"), "{told}");
}

#[test]
fn no_address_path_or_list_of_the_site_holds_a_backslash() {
    let redirects = "redirects:\n  เก่า/หน้า.htm: index.html\n";
    let project = Project::new(&[
        ("site.yaml", &format!("{}{redirects}", whole_format::SITE.split("redirects:").next().unwrap_or_default())),
        ("2567/assessment.md", whole_format::ASSESSMENT),
        ("2567/measures/a.md", &whole_format::MEASURE.replace("'https://example.org/x.pdf'", "files/ก ข/a.csv")),
        ("2567/issues/7.md", whole_format::ISSUE),
        ("2567/oit/o31.md", whole_format::ITEM),
        ("2567/files/ก ข/a.csv", "ก,ข\n"),
        ("pages/about.md", "# เกี่ยวกับ\n\n[ก](../2567/files/ก%20ข/a.csv)\n"),
    ]);
    project.write("content/files/logo.png", PICTURE);
    project.write("themes/default/assets/fonts/x/a.css", b"a { color: red }\n");
    let output = project.run(&["build", "--zip", "--lang", "en"]);
    assert!(output.status.success(), "{}", said(&output));
    let names = unpacked(&project.path("public.zip"));
    for name in ["2567/files/ก ข/a.csv", "assets/fonts/x/a.css", "เก่า/หน้า.htm", "2567/measures/measure.html"]
    {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    for list in ["public/.prongsai", "content/.addresses.txt"] {
        let text = fs::read_to_string(project.path(list)).expect("text");
        assert!(text.contains("2567/files/ก ข/a.csv") && !text.contains('\\'), "{list}");
    }
    for name in names {
        let text = String::from_utf8(fs::read(project.path("public").join(&name)).expect("there")).unwrap_or_default();
        let addresses = ["href=\"", "src=\"", "content=\"", "\"path\":\"", "\"url\":\"", "<loc>"];
        for (at, begins) in addresses.into_iter().flat_map(|begins| text.match_indices(begins)) {
            let address = text[at + begins.len()..].split(['"', '<']).next().unwrap_or_default();
            assert!(!address.contains('\\') && !address.to_lowercase().contains("%5c"), "{name}: {address}");
        }
    }
}

proptest! {
    // Every case is two runs of the program, over many names.
    #![proptest_config(ProptestConfig { max_shrink_iters: 24, failure_persistence: None, ..ProptestConfig::with_cases(6) })]

    #[test]
    fn what_is_published_of_any_names_unpacks_on_windows(
        names in prop::collection::vec("(con|nul|AUX|com1|a|A|ก|é|É)?[a:*?<>|\"\\\\ .]{0,2}(\\.(pdf|PDF|txt))?", 1..40)
    ) {
        let project = Project::new(&[("pages/about.md", "# ก\n")]);
        for name in names.iter().filter(|name| !name.is_empty() && !name.starts_with('.')) {
            project.write(&format!("content/2566/files/{name}"), b"x");
        }
        let told = project.run(&["check", "--lang", "en", "--format", "json"]);
        let told = String::from_utf8(told.stdout).expect("UTF-8");
        for line in told.lines() {
            let told: serde_json::Value = serde_json::from_str(line).expect("an object");
            if ["PS015", "PS017"].contains(&told["code"].as_str().unwrap_or_default()) {
                // One of two that collide is enough, and the other may be told as well.
                let _gone = fs::remove_file(project.path(told["path"].as_str().unwrap_or_default()));
            }
        }
        let output = project.run(&["build", "--zip", "--lang", "en"]);
        prop_assert!(output.status.success(), "{}", said(&output));
        unpacked(&project.path("public.zip"));
    }
}

#[test]
fn a_site_of_a_portal_is_found_by_its_folder_as_shells_write_it() {
    for name in ["b", "b/", r"b\"] {
        let project = Project::new(&[("a/site.yaml", SITE), ("b/site.yaml", SITE)]);
        let output = project.run(&["new", "page", "Help", "--site", name]);
        assert!(output.status.success(), "{name}: {}", said(&output));
        assert!(project.path("content/b/pages/help.md").is_file(), "{name}");
    }
}
