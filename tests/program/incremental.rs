//! A build makes again only what has changed, and what stands in the end is what a build from nothing makes.

use crate::support::{Project, SITE, said};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::SystemTime;

const MEASURE: &str = "---\ntitle: ก\nunits: clerk\nindicators: [5]\noit: [o34]\nperiod: ม.ค. 2566\nactions:\n  - { text: ทำ, results: { text: เสร็จ, date: 1 ก.พ. 2566, evidence: { title: คำสั่ง, url: files/a.txt } } }\n---\n\nเนื้อหา [ข](b.md)\n";

/// A site with a record of every kind.
fn project() -> Project {
    let assessment = "---\noverall: 85.5\nindicators: { 5: 80.25 }\n---\n\nวิเคราะห์\n";
    let project = Project::new(&[
        ("2565/measures/old.md", "---\ntitle: เก่า\nunits: clerk\n---\n"),
        ("2566/assessment.md", assessment),
        ("2566/measures/a.md", MEASURE),
        ("2566/measures/b.md", "---\ntitle: ข\nunits: clerk\nindicators: [10]\n---\n\nเนื้อหา\n"),
        ("2566/measures/c.md", "---\ntitle: ค\nunits: [clerk]\nstatus: not_started\n---\n"),
        ("2566/oit/o34.md", "---\nlinks: { title: แผน, url: 'https://example.org/' }\n---\n"),
        ("2566/files/a.txt", "หลักฐาน"),
        ("pages/about.md", "# เกี่ยวกับ\n\nดู [มาตรการ](../2566/measures/a.md)\n"),
    ]);
    project.write("themes/default/words/th.yaml", "home: หน้าแรก\n".as_bytes());
    project
}

/// Every file below a folder, with what is in it.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("readable"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("within").to_string_lossy().replace('\\', "/");
            (name, fs::read(entry.path()).expect("readable"))
        })
        .collect()
}

/// When every file below a folder was written.
fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let time = |name: &String| fs::metadata(folder.join(name)).and_then(|meta| meta.modified()).expect("a time");
    tree(folder).into_keys().map(|name| (time(&name), name)).map(|(time, name)| (name, time)).collect()
}

/// The files of the published site that were written since `before`, but for the list of all.
fn written(project: &Project, before: &BTreeMap<String, SystemTime>) -> Vec<String> {
    let now = times(&project.path("public"));
    now.into_iter()
        .filter(|(name, time)| before.get(name) != Some(time) && name != ".prongsai")
        .map(|(name, _)| name)
        .collect()
}

const BUILD: [&str; 5] = ["build", "--lang", "en", "--format", "json"];

/// What a build says of texts: faults of writing, and what is personal in them.
fn of_texts(output: &Output) -> Vec<String> {
    let told = String::from_utf8_lossy(&output.stdout);
    let is_of_text = |line: &&str| ["\"PS6", "\"PS7"].iter().any(|rules| line.contains(rules));
    told.lines().filter(is_of_text).map(str::to_owned).collect()
}

/// What a build makes of the same files in a folder where nothing was built before, and what it says of texts.
fn from_nothing(project: &Project, arguments: &[&str]) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let fresh = Project::new(&[]);
    for folder in ["content", "themes"] {
        let _old = fs::remove_dir_all(fresh.path(folder));
        for (name, bytes) in tree(&project.path(folder)) {
            fresh.write(&format!("{folder}/{name}"), &bytes);
        }
    }
    let output = fresh.run(&[&BUILD, arguments].concat());
    assert!(output.status.success(), "{}", said(&output));
    (tree(&fresh.path("public")), of_texts(&output))
}

/// Builds, and compares with a build from nothing. Links from elsewhere that the one remembers and the other does not
/// are told, and published by neither.
fn same_as_from_nothing(project: &Project, arguments: &[&str], after: &str) {
    let (expected, told) = from_nothing(project, arguments);
    let output = project.run(&[&BUILD, arguments].concat());
    assert!(output.status.success(), "{after}: {}", said(&output));
    assert_eq!(of_texts(&output), told, "{after}");
    let built = tree(&project.path("public"));
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&built), names(&expected), "{after}");
    for (name, bytes) in expected {
        assert!(built[&name] == bytes, "{after}: {name} is not what a build from nothing makes");
    }
}

fn timings(project: &Project, arguments: &[&str]) -> String {
    said(&project.run(&[&["build", "--lang", "en", "--timings"], arguments].concat()))
}

#[test]
fn of_a_site_that_has_not_changed_nothing_is_made_or_written() {
    let project = project();
    project.build();
    let before = times(&project.path("public"));
    let told = timings(&project, &[]);
    assert!(told.contains("what stays as it is"), "{told}");
    for made in ["  pages", "  plans and reports", "  open data", "  search", "  proof of links"] {
        assert!(!told.contains(made), "{made} were made again: {told}");
    }
    assert_eq!(written(&project, &before), [""; 0]);
}

#[test]
fn of_a_changed_text_the_page_is_written_and_what_finds_it() {
    let project = project();
    project.build();
    let before = times(&project.path("public"));
    project.write("content/2566/measures/a.md", MEASURE.replace("เนื้อหา", "เนื้อหาใหม่").as_bytes());
    project.build();
    let written = written(&project, &before);
    assert!(written.contains(&"2566/measures/a.html".to_owned()), "{written:?}");
    assert!(written.iter().all(|name| name == "2566/measures/a.html" || name.starts_with("search")), "{written:?}");
    assert!(project.page("2566/measures/a.html").contains("เนื้อหาใหม่"));
}

/// A site whose search has several files of texts and of pieces.
fn large() -> Project {
    let project = project();
    for number in 0..60 {
        let text = format!("ย่อหน้าที่ {number} ว่าด้วยเรื่อง {} ", number * number).repeat(60);
        project.write(&format!("content/2566/measures/m{number}.md"), long(number, &text).as_bytes());
    }
    project
}

fn long(number: usize, text: &str) -> String {
    format!("---\ntitle: เรื่องที่ {number}\nunits: clerk\n---\n\n{text}\n")
}

#[test]
fn of_a_changed_text_only_those_files_of_a_search_are_written_in_which_it_shows() {
    let project = large();
    project.build();
    let before = times(&project.path("public"));
    let all = before.keys().filter(|name| name.starts_with("search/")).count();
    let text = fs::read_to_string(project.path("content/2566/measures/m7.md")).expect("it was written");
    project.write("content/2566/measures/m7.md", text.replacen("ย่อหน้า", "วรรค", 60).as_bytes());
    same_as_from_nothing(&project, &[], "a text was changed");
    let written = written(&project, &before);
    let count = |start: &str| written.iter().filter(|name| name.starts_with(start)).count();
    assert!(all > 10 && count("search/") < all / 2, "of {all}: {written:?}");
    assert_eq!(count("search/t"), 2, "the table, and the file of the text: {written:?}");
}

#[test]
fn a_search_is_the_same_whatever_of_its_texts_was_changed() {
    let project = large();
    project.build();
    let mut chance = Chance(2571);
    for number in 0..8 {
        let (one, words) = (chance.below(60), ["ใหม่ O12 ", "ย่อหน้า ", "\n\n", "x"][chance.below(4)]);
        let text = words.repeat(chance.below(4000));
        project.write(&format!("content/2566/measures/m{one}.md"), long(one, &text).as_bytes());
        same_as_from_nothing(&project, &[], &format!("edit {number} of m{one}"));
    }
}

#[test]
fn files_of_a_search_that_somebody_changed_are_made_again_beside_a_changed_text() {
    for spoilt in ["search/table.js", "search/g0.js", "search/t0.js", "search/t1.js"] {
        let project = large();
        project.build();
        let length = fs::read(project.path(&format!("public/{spoilt}"))).expect("it is there").len();
        project.write(&format!("public/{spoilt}"), &vec![b' '; length]);
        project.write("content/2566/measures/m7.md", long(7, "อีกเรื่องหนึ่ง").as_bytes());
        same_as_from_nothing(&project, &[], spoilt);
    }
    let project = large();
    project.build();
    for name in tree(&project.path("public/search")).keys().filter(|name| *name != "table.js") {
        fs::remove_file(project.path(&format!("public/search/{name}"))).expect("it was there");
    }
    project.write("content/2566/measures/m7.md", long(7, "อีกเรื่องหนึ่ง").as_bytes());
    same_as_from_nothing(&project, &[], "all but the table");
}

#[test]
fn a_published_file_that_somebody_changed_or_deleted_is_made_again() {
    let project = project();
    project.build();
    let whole = tree(&project.path("public"));
    project.write("public/2566/measures/a.html", b"x");
    project.write("public/2566/measures/b.html", &vec![b' '; whole["2566/measures/b.html"].len()]);
    fs::remove_file(project.path("public/search/table.js")).expect("it was there");
    project.build();
    assert!(tree(&project.path("public")) == whole);
}

#[test]
fn what_is_known_of_the_last_build_may_be_gone_or_broken() {
    let project = project();
    project.build();
    let whole = tree(&project.path("public"));
    let known = fs::read_to_string(project.path(".prongsai/cache/built")).expect("it is kept");
    assert_eq!(fs::read_to_string(project.path(".prongsai/cache/.gitignore")).expect("beside it"), "*\n");
    let broken =
        [String::new(), known[..known.len() / 2].to_owned(), known.replacen("\",", "0\",", 9), "[]".to_owned()];
    for text in broken {
        project.write(".prongsai/cache/built", text.as_bytes());
        project.build();
        assert!(tree(&project.path("public")) == whole);
    }
    fs::remove_dir_all(project.path(".prongsai")).expect("it was there");
    project.build();
    assert!(tree(&project.path("public")) == whole);
    assert!(timings(&project, &["--fresh"]).contains("  proof of links"), "--fresh makes all anew");
}

#[test]
fn what_was_seen_of_texts_is_told_again_and_looked_at_again_where_it_is_gone_or_broken() {
    let project = project();
    let text = MEASURE.replace("เนื้อหา", "ดำเนินการดำเนินการ โทร 081-234-5678");
    project.write("content/2566/measures/a.md", text.as_bytes());
    let told = || {
        let output = project.run(&BUILD);
        assert!(output.status.success(), "{}", said(&output));
        of_texts(&output)
    };
    let first = told();
    assert!(
        first.iter().any(|line| line.contains("PS7")) && first.iter().any(|line| line.contains("PS6")),
        "{first:?}"
    );
    assert_eq!(told(), first);
    let kept = fs::read_to_string(project.path(".prongsai/cache/texts")).expect("it is kept");
    for broken in [String::new(), kept[..kept.len() / 2].to_owned(), kept.replacen("true", "false", 9)] {
        project.write(".prongsai/cache/texts", broken.as_bytes());
        assert_eq!(told(), first);
    }
    project.write("content/2566/measures/a.md", MEASURE.as_bytes());
    assert_eq!(told(), [""; 0]);
}

#[test]
fn where_nothing_can_be_kept_the_site_is_built_all_the_same() {
    let project = project();
    project.write(".prongsai/cache", b"a file where a folder should be");
    project.build();
    project.build();
    assert!(project.page("index.html").contains("เทศบาลตำบลตัวอย่าง"));
}

#[test]
fn what_is_asked_of_a_build_is_among_what_its_pages_are_made_from() {
    let project = project();
    project.write("content/2566/measures/d.md", "---\ntitle: ร่าง\nunits: clerk\ndraft: true\n---\n".as_bytes());
    project.build();
    for arguments in [&["--drafts"][..], &["--base-url", "https://example.org/x/"], &[], &["--drafts"], &["--drafts"]] {
        same_as_from_nothing(&project, arguments, &arguments.join(" "));
    }
}

/// A row of numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("it is small") % end
    }
}

/// Changes something in the project, and says what.
fn edit(project: &Project, chance: &mut Chance, number: usize) -> String {
    let measure = ["a", "b", "c"][chance.below(3)];
    let other = ["a", "b", "c"][chance.below(3)];
    let place = format!("content/2566/measures/{measure}.md");
    let (day, code) = (chance.below(28) + 1, [1, 5, 9, 34][chance.below(4)]);
    let of_measure = |fields: String, body: String| format!("---\nunits: clerk\n{fields}---\n\n{body}\n");
    let (path, text) = match chance.below(16) {
        0 => (place, of_measure(format!("title: ครั้งที่ {number}\n"), "เนื้อหา".to_owned())),
        1 => (place, of_measure("title: ก\n".to_owned(), format!("# หัวเรื่อง {number}\n\nดำเนินการดำเนินการ"))),
        2 => (place, of_measure("title: ก\nstatus: cancelled\nremark: โทร 081-234-5678\n".to_owned(), String::new())),
        3 => (place, MEASURE.replace("1 ก.พ.", &format!("{day} มี.ค."))),
        4 => (place, MEASURE.replace("o34", &format!("o{code}")).replace("[5]", &format!("[{}]", day % 10 + 1))),
        5 => (
            place,
            MEASURE
                .replace("b.md", &format!("{other}.md"))
                .replace("เนื้อหา", &format!("## ก {number}\n\n[ก](#ก-{number}) ")),
        ),
        6 => (place, MEASURE.replace("เนื้อหา", &format!("เนื้อหา {number} [หน้า](../../pages/about.md)"))),
        7 => (
            format!("content/2566/oit/o{code}.md"),
            format!("---\nlinks: {{ title: ก {number}, url: 'https://example.org/' }}\n---\n\nว่าด้วย\n"),
        ),
        8 => (
            "content/2566/assessment.md".into(),
            format!("---\noverall: {day}.5\nindicators: {{ 5: {day} }}\n---\n\nวิเคราะห์ {number}\n"),
        ),
        9 => ("content/pages/about.md".into(), format!("# เกี่ยวกับ {number}\n")),
        10 => (format!("content/2566/files/{}.txt", ["a", "b"][number % 2]), "ก".repeat(day * 200)),
        11 => {
            let units = "organisation:\n  name: เทศบาล\n  units:\n    - { id: clerk, name: สำนักปลัด }\n";
            (
                "content/site.yaml".into(),
                format!("{units}as_of: 2566-{:02}-01\ndigits: {}\n", day % 9 + 1, ["thai", "arabic"][number % 2]),
            )
        }
        12 => ("themes/default/words/th.yaml".into(), format!("home: หน้าแรก {number}\n")),
        13 => ("themes/default/templates/redirect.html".into(), format!("<!doctype html><title>{number}</title>\n")),
        14 => (
            format!("content/2565/measures/old{}.md", number % 3),
            of_measure(format!("title: เก่า {number}\nindicators: [5]\n"), String::new()),
        ),
        _ => {
            let gone = format!("content/2565/measures/old{}.md", number % 3);
            let _none = fs::remove_file(project.path(&gone));
            return format!("{gone} was deleted");
        }
    };
    project.write(&path, text.as_bytes());
    format!("edit {number} of {path}")
}

#[test]
fn after_any_edits_the_site_is_what_a_build_from_nothing_makes() {
    const BUILDS: usize = 16;
    let project = project();
    // Without an address of its own, a site has no pictures to pass on, which take longer than all else.
    project.write("content/site.yaml", SITE.replace("base_url:", "# base_url:").as_bytes());
    project.build();
    let mut chance = Chance(2570);
    for number in 1..=BUILDS {
        let edits: Vec<String> = (0..=chance.below(3)).map(|_| edit(&project, &mut chance, number)).collect();
        same_as_from_nothing(&project, &[], &edits.join(", "));
    }
}
