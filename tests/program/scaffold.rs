//! `prongsai init` and `prongsai new`, as somebody meets them who begins with an empty folder.

use crate::support::{Project, SITE, run_in, said, visible};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use walkdir::WalkDir;

const KINDS: [&str; 5] = ["เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนตำบล"];

fn empty() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

/// What the program says in `folder`, where it must succeed.
fn told(folder: &Path, arguments: &[&str]) -> String {
    let output = run_in(folder, arguments);
    assert!(output.status.success(), "{arguments:?}\n{}", said(&output));
    said(&output)
}

/// What the program says in `folder`, where it must refuse and leave everything as it is.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let before = files(folder);
    let output = run_in(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}\n{}", said(&output));
    assert_eq!(files(folder), before, "{arguments:?}");
    said(&output)
}

/// Every file of a folder with what it holds.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let each = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("below it").to_string_lossy().replace('\\', "/");
        (path, fs::read(entry.path()).expect("it can be read"))
    });
    each.collect()
}

/// The rules that `check` finds broken, with the worst that it says of them.
fn found(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let output = run_in(folder, &[&["check", "--format", "json"], arguments].concat());
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let told = lines.lines().map(|line| serde_json::from_str::<Json>(line).expect("an object a line"));
    let mut found: Vec<String> = told.map(|told| format!("{} {}", told["severity"], told["code"])).collect();
    found.sort();
    found.dedup();
    found.into_iter().map(|one| one.replace('"', "")).collect()
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_newcomer_comes_from_an_empty_folder_to_a_site_of_two_years() {
    let folder = empty();
    let folder = folder.path();
    let mut story = told(
        folder,
        &["init", "--lang", "th", "--name", "เทศบาลตำบลตัวอย่าง", "--province", "เชียงราย", "--year", "2567"],
    );
    // All that is left to say is that no item has a link yet.
    assert_eq!(found(folder, &[]), ["advice PS501"]);
    told(folder, &["build", "--lang", "th"]);
    assert!(visible(&read(folder, "public/index.html")).contains("๒๕๖๗"));
    let measure =
        ["new", "measure", "ประกาศนโยบาย No Gift Policy", "--unit", "สำนักปลัด", "--oit", "๐๒๖", "--indicator", "10"];
    story += &told(folder, &[&measure[..], &["--lang", "th"]].concat());
    story += &told(folder, &["new", "page", "ติดต่อเรา", "--slug", "contact", "--lang", "th"]);
    story += &told(folder, &["new", "year", "2568", "--lang", "th"]);
    story += &told(folder, &["new", "measure", "จัดอบรมพนักงาน", "--lang", "en"]);
    story += &told(folder, &["new", "page", "Help", "--lang", "en"]);
    assert_eq!(found(folder, &[]), ["advice PS501", "advice PS503", "warning PS502"]);
    assert_eq!(found(folder, &["--strict"])[2], "error PS502", "nobody is responsible for the second measure yet");
    told(folder, &["build", "--lang", "th"]);
    for page in ["2567/measures/no-gift-policy-2.html", "2568/measures/measure-2.html", "contact.html", "help.html"] {
        assert!(folder.join("public").join(page).is_file(), "{page}");
    }
    insta::assert_snapshot!(story);
}

#[test]
fn scores_written_as_the_comments_say_are_understood() {
    let folder = TempDir::new().expect("a temporary folder");
    told(folder.path(), &["init", "--name", "หน่วยงาน", "--year", "2568"]);
    let path = folder.path().join("content/2568/assessment.md");
    let begun = fs::read_to_string(&path).expect("it is there");
    let scored = with_scores(&begun);
    assert_eq!(begun.lines().zip(scored.lines()).filter(|(one, other)| one != other).count(), 10, "ten indicators");
    fs::write(&path, scored).expect("written");
    assert_eq!(found(folder.path(), &["--strict"]), ["advice PS501"]);
    let built = told(folder.path(), &["build", "--lang", "en"]);
    assert!(built.contains("0 errors"), "{built}");
}

/// The assessment with a score of 91.25 in the place of every indicator's “…”, and without the `#` before it.
fn with_scores(begun: &str) -> String {
    let is_indicator = |line: &&str| {
        line.strip_prefix("  # ").is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit()))
    };
    let line = |line: &str| match Some(line).filter(is_indicator) {
        Some(line) => line.replacen("  # ", "  ", 1).replacen('…', "91.25", 1),
        None => line.to_owned(),
    };
    begun.lines().map(|one| line(one) + "\n").collect()
}

#[test]
fn every_kind_of_authority_and_every_year_begins_without_a_warning() {
    for (at, year) in (2562..=2572).enumerate() {
        let folder = empty();
        let year = year.to_string();
        told(folder.path(), &["init", "--kind", KINDS[at % KINDS.len()], "--name", "หน่วยงาน", "--year", &year]);
        assert_eq!(found(folder.path(), &["--strict"]), ["advice PS501"], "{year}");
        // The example has a whole year before it, or behind it.
        let drafts = found(folder.path(), &["--drafts"]);
        assert!(
            drafts.iter().all(|told| ["advice PS501", "advice PS503", "warning PS211"].contains(&told.as_str())),
            "{year}: {drafts:?}"
        );
    }
}

#[test]
fn the_kind_is_read_off_the_name_and_brings_its_units() {
    for (name, kind, unit) in [
        ("อบต. ดงกลาง", "องค์การบริหารส่วนตำบล", "กองการศึกษา ศาสนาและวัฒนธรรม"),
        ("เทศบาลนครเชียงราย", "เทศบาลนคร", "สำนักช่าง"),
        ("วิทยาลัย", "", "สำนักปลัด"),
    ] {
        let folder = empty();
        told(folder.path(), &["init", "--name", name, "--year", "๒๕๖๖"]);
        let site = read(folder.path(), "content/site.yaml");
        assert!(
            site.contains(format!("  kind: {kind}").trim_end()) && site.contains(&format!("name: {unit}\n")),
            "{site}"
        );
    }
    let folder = empty();
    told(folder.path(), &["init", "--name", "ก", "--unit", "กองช่าง", "--unit", "งานพิเศษ", "--unit", "กองช่าง"]);
    let site = read(folder.path(), "content/site.yaml");
    assert!(site.contains("    - id: works\n      name: กองช่าง\n    - id: unit-2\n      name: งานพิเศษ\n\n"), "{site}");
}

#[test]
fn a_name_of_any_signs_is_the_name_of_the_site() {
    let folder = empty();
    let name = r#""ก": #1 \ <b>{ข}</b> [ค](ง) 'จ' 🙏 *x «year»"#;
    told(folder.path(), &["init", "--name", name, "--district", "~", "--province", "no", "--year", "2568"]);
    told(folder.path(), &["new", "measure", "a: \"b\" # c", "--unit", "clerk"]);
    told(folder.path(), &["new", "page", "[x]: *y"]);
    assert_eq!(found(folder.path(), &["--strict"]), ["advice PS501", "advice PS503"]);
    told(folder.path(), &["build"]);
    let site: Json = serde_json::from_str(&read(folder.path(), "public/data/site.json")).expect("JSON");
    assert_eq!(
        (&site["organisation"]["name"], &site["organisation"]["province"]),
        (&name.into(), &"no".into()),
        "{site}"
    );
    assert!(read(folder.path(), "public/2568/measures/a-b-c.html").contains("a: &quot;b&quot; # c"));
    for name in ["", " ", "ก\nข", "ก\u{1b}"] {
        assert!(!run_in(empty().path(), &["init", "--name", name]).status.success(), "{name:?}");
    }
}

#[test]
fn nothing_is_ever_written_over() {
    let folder = empty();
    let folder = folder.path();
    fs::write(folder.join("README.md"), "ของเดิม").expect("it can be written");
    let init = ["init", "--name", "เทศบาลตำบลตัวอย่าง", "--year", "2568", "--lang"];
    let mut story = refused(folder, &[&init[..], &["th"]].concat()) + &refused(folder, &[&init[..], &["en"]].concat());
    let kept = told(folder, &[&init[..], &["en", "--keep"]].concat());
    assert!(kept.contains("kept as they were: README.md"), "{kept}");
    assert_eq!(read(folder, "README.md"), "ของเดิม");
    story += &refused(folder, &[&init[..], &["th", "--keep"]].concat());
    story += &refused(folder, &[&init[..], &["en"]].concat());
    story += &refused(folder, &["new", "year", "2568", "--lang", "th"]);
    story += &refused(folder, &["new", "measure", "ก", "--slug", "no-gift-policy", "--lang", "th"]);
    story += &refused(folder, &["new", "page", "ก", "--slug", "about", "--lang", "en"]);
    // A folder of the coming year with nothing but evidence is no year yet; a record in it is.
    fs::create_dir_all(folder.join("content/2569/files")).expect("a folder can be made");
    fs::write(folder.join("content/2569/files/a.pdf"), "%PDF-1.4").expect("it can be written");
    fs::create_dir_all(folder.join("content/2569/oit")).expect("a folder can be made");
    fs::write(folder.join("content/2569/oit/o1.md"), "---\nlinks: []\n---\n").expect("it can be written");
    story += &refused(folder, &["new", "year", "2569", "--lang", "en"]);
    insta::assert_snapshot!(story);
}

#[test]
fn what_cannot_be_meant_is_refused_with_what_can() {
    let folder = empty();
    let folder = folder.path();
    let mut story = refused(folder, &["init", "--lang", "th"]) + &refused(folder, &["init", "--lang", "en"]);
    story += &refused(folder, &["new", "page", "ก", "--lang", "th"]);
    story += &refused(folder, &["init", "--name", "ก", "--year", "2025"]);
    told(folder, &["init", "--name", "เทศบาลตำบลตัวอย่าง", "--year", "2568"]);
    for arguments in [
        ["--unit", "กองคลังง"],
        ["--oit", "o29"],
        ["--oit", "i1"],
        ["--indicator", "11"],
        ["--slug", "a/b"],
        ["--slug", "_a"],
        ["--year", "2567"],
        ["--site", "x"],
    ] {
        for language in ["th", "en"] {
            story += &refused(folder, &[&["new", "measure", "ก", "--lang", language], &arguments[..]].concat());
        }
    }
    for slug in ["search", "years", "index", "404"] {
        refused(folder, &["new", "page", "ก", "--slug", slug]);
    }
    insta::assert_snapshot!(story);
}

const CARRIED: &str = r"---
# แผนของเรา
title: จัดทำแผนปฏิบัติการ ประจำปี 2566 # ชื่อตามแผน
number: 4
indicators: [10]
# ข้อของปี 2566
oit:
- o31      # ประกาศ
- o18
- o41
questions: [i29]
units: [สำนักปลัด]
period: ม.ค.-ก.ย.๖๖
actions:
  - status: done
    text: |
      ประกาศ
      สองบรรทัด
    period: 1 ตุลาคม 2565 – 30 กันยายน 2566   # ทั้งปี
    results:
    - text: ทำแล้ว
      date: 2566-02-01
      evidence: { title: ก, url: files/a.pdf }

  # วิธีที่สอง
  - { text: อบรม, status: in_progress, period: ตลอดปีงบประมาณ, results: [{ text: ข }] }
  - text: แผนห้าปี
    period: ปีงบประมาณ 2561 - 2566
follow_up: ทุก ๖ เดือน
suggestions: ควรเริ่มให้เร็วขึ้น
# วันที่แก้ไขล่าสุด
updated: 2566-09-30
---

[หลักฐาน](../files/a.pdf)
";

#[test]
fn a_measure_is_carried_on_in_its_own_words_without_what_came_of_it() {
    let project = Project::new(&[
        ("2566/measures/plan.md", CARRIED),
        (
            "2566/measures/done.md",
            "---\ntitle: เสร็จแล้ว\nunits: clerk\nactions: [{ text: ก, results: [{ text: ข, date: 2566-02-01 }] }]\n---\n",
        ),
        ("2566/measures/draft.md", "---\ntitle: ร่าง\ndraft: true\n---\n"),
        ("2566/measures/broken.md", "---\ntitle: [\n---\n"),
        (
            "2566/oit/o18.md",
            "---\nlinks:\n  - { title: \"E-Service: ยื่นคำร้อง\", url: \"https://www.example.go.th/e?a=1#b\" }\n  - { title: คู่มือ, url: files/a.pdf }\n---\n",
        ),
        ("2566/files/a.pdf", "%PDF-1.4"),
    ]);
    let folder = project.path(".");
    let before = files(&folder);
    let mut story = told(&folder, &["new", "year", "2567", "--lang", "en"]);
    let after = files(&folder);
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "the old year stays as it is");
    for path in
        ["measures/plan.md", "oit/o1.md", "oit/o13.md", "oit/o14.md", "oit/o34.md", "issues/7.md", "assessment.md"]
    {
        story += &format!("\n=== {path}\n{}", read(&folder, &format!("content/2567/{path}")));
    }
    assert!(
        !folder.join("content/2567/measures/done.md").exists()
            && !folder.join("content/2567/measures/draft.md").exists()
    );
    insta::assert_snapshot!(story);
    let all = told(&folder, &["new", "year", "2568", "--all", "--lang", "en"]);
    assert!(all.contains("1 measure carried on from 2567"), "{all}");
}

#[test]
fn a_portal_is_asked_which_of_its_organisations_is_meant() {
    let project = Project::new(&[
        ("a/site.yaml", SITE),
        ("b/site.yaml", SITE),
        ("b/๒๕๖๖/measures/x.md", "---\ntitle: ก\nnumber: ๗\n---\n"),
    ]);
    let folder = project.path(".");
    let story = refused(&folder, &["new", "year", "2567", "--lang", "th"])
        + &refused(&folder, &["new", "year", "2567", "--lang", "en", "--site", "c"])
        + &told(&folder, &["new", "measure", "E-Service", "--site", "b", "--lang", "th"])
        + &told(&folder, &["new", "year", "2571", "--site", "a", "--lang", "en"]);
    assert!(read(&folder, "content/b/๒๕๖๖/measures/e-service.md").contains("\nnumber: 8\n"));
    assert!(found(&folder, &[]).iter().all(|told| !told.starts_with("error")));
    insta::assert_snapshot!(story);
}

#[test]
fn the_editor_and_the_workflow_find_what_they_need() {
    let folder = empty();
    told(folder.path(), &["init", "site/ใหม่", "--name", "เทศบาลตำบลตัวอย่าง", "--year", "2568"]);
    let folder = folder.path().join("site/ใหม่");
    let settings: Json = serde_json::from_str(&read(&folder, ".vscode/settings.json")).expect("JSON");
    for schema in settings["yaml.schemas"].as_object().expect("schemas").keys() {
        assert!(folder.join(schema).is_file(), "{schema}");
    }
    let schema: Json = serde_json::from_str(&read(&folder, ".schemas/site.schema.json")).expect("JSON");
    let site: Json = serde_yaml::from_str(&read(&folder, "content/site.yaml")).expect("YAML");
    let faults: Vec<String> = jsonschema::draft202012::new(&schema)
        .expect("a schema")
        .iter_errors(&site)
        .map(|error| error.to_string())
        .collect();
    assert!(faults.is_empty(), "an editor would underline {faults:?}");
    let _extensions: Json = serde_json::from_str(&read(&folder, ".vscode/extensions.json")).expect("JSON");

    let workflow: Json = serde_yaml::from_str(&read(&folder, ".github/workflows/pages.yml")).expect("YAML");
    assert_eq!(workflow["permissions"], serde_json::json!({}));
    let jobs = workflow["jobs"].as_object().expect("jobs");
    for step in jobs.values().flat_map(|job| job["steps"].as_array().expect("steps")) {
        if let Some(action) = step["uses"].as_str() {
            let pin = action.split_once('@').map_or("", |(_, pin)| pin);
            assert!(pin.len() == 40 && pin.chars().all(|char| char.is_ascii_hexdigit()), "{action} is not pinned");
        }
    }
    assert_eq!(jobs["build"]["permissions"], serde_json::json!({ "contents": "read", "pages": "read" }));
    assert_eq!(jobs["deploy"]["if"], "github.ref == 'refs/heads/main'");
}
