//! Records that were saved on Windows: their line ends, their byte order marks, and other encodings than UTF-8.

use crate::support::{Project, SITE, run_in, said};
use crate::whole_format;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The mark with which Notepad begins a file.
const MARK: &str = "\u{feff}";
/// A body in which every line end may tell: texts over several lines, code, tables, notes, comments, hard breaks.
const BODY: &str = "---\ntitle: >-\n  หัวข้อ\n  ยาว\nsuggestions:\n  - |\n    บรรทัดหนึ่ง\n    บรรทัดสอง\n\n    ย่อหน้าใหม่\n  - \"คำพูด\n    ต่อบรรทัด\"\nunits: clerk\n---\n\nย่อหน้า `โค้ด\nสองบรรทัด`\nบรรทัดต่อ  \nขึ้นบรรทัด\\\nอีกบรรทัด[^a]\n\n<!-- ข้อสังเกต\nสองบรรทัด -->\n\n```text\nก\n\n  ข\n```\n\n    โค้ดย่อหน้า\n    สองบรรทัด\n\n| ก | ข |\n|---|--:|\n| ค | ๑ |\n\n- [x] รายการ\n- [ข้อ](../oit/o31.md\n  \"ชื่อ\nยาว\")\n\n[^a]: หมายเหตุ\n    ต่อ\n\n> อ้าง\nต่อ\n";
const FRAMEWORK: &str = "year: 2570\nlike: 2569\nitems:\n  - code: o2\n    title: |-\n      ข้อมูล\n      ผู้บริหาร\n";
const LIST: &str = "# ที่อยู่ของเรา\n# บรรทัดที่สอง\ngone.html\nold.html\n";

/// The files of a site, with every kind of record in which somebody writes, and of its theme.
fn site() -> Vec<(&'static str, String)> {
    let settings = format!("{}  old.html: index.html\n  gone.html: index.html\n", whole_format::SITE);
    vec![
        ("content/site.yaml", settings.replace("  logo: files/logo.png\n", "")),
        ("content/2567/assessment.md", whole_format::ASSESSMENT.to_owned()),
        ("content/2567/measures/a.md", whole_format::MEASURE.to_owned()),
        ("content/2567/measures/b.md", BODY.to_owned()),
        ("content/2567/issues/7.md", whole_format::ISSUE.to_owned()),
        ("content/2567/oit/o31.md", whole_format::ITEM.to_owned()),
        ("content/2570/measures/c.md", "---\ntitle: ปีใหม่\nunits: clerk\n---\n".to_owned()),
        ("content/framework/2570.yaml", FRAMEWORK.to_owned()),
        ("content/pages/about.md", "# เกี่ยวกับ\n\nเนื้อหา\nสองบรรทัด\n\n## หัวข้อ\n\n    โค้ด\n".to_owned()),
        ("content/.addresses.txt", LIST.to_owned()),
        ("themes/default/words/th.yaml", "home: >\n  หน้า\n  แรก\nsearch: 'ค้น\n\n  หา'\n".to_owned()),
        (
            "themes/default/templates/redirect.html",
            "<!doctype html>\n<html lang=\"th\">\n<title>ย้าย</title>\n<main>{# ข้อ\nสังเกต #}\n<a href=\"{{ href }}\">ต่อ</a>\n\n</main>\n</html>\n".to_owned(),
        ),
        ("themes/default/theme.yaml", "title: ของเรา\n".to_owned()),
    ]
}

/// The same with slips of every kind, each told at a line and a column.
fn slips() -> Vec<(&'static str, String)> {
    let broken = |yaml: &str| format!("---\n{yaml}\n---\n");
    vec![
        ("content/site.yaml", format!("{SITE}\nunknown: 1\nredirects:\n  a.php: 'nowhere.html'\n")),
        ("content/.addresses.txt", format!("{LIST}<<<<<<< HEAD\n")),
        (
            "content/2566/measures/a.md",
            format!(
                "{}\nเนื้อหา\n\n```\nก\n```\n\n[ก](nowhere.md) และ <b>ข</b>\n\n![](files/x.png) สำนักงานน\n",
                broken(
                    "title: >-\n  ก\n  ข\nperiods: 1\nperiod: วันหนึ่ง\nactions:\n  - text: |\n      ทำ\n      ต่อ\n    results:\n      - { text: ก, date: ไม่รู้ }\nunits: กองช่าง"
                )
            ),
        ),
        ("content/2566/measures/tab.md", broken("title: ก\nactions:\n\t- text: ข")),
        ("content/2566/measures/open.md", "---\ntitle: ก\n\nเนื้อหา\n".to_owned()),
        ("content/2566/measures/quote.md", broken("title: \"ก\nnumber: 1")),
        ("content/2566/oit/o34.md", broken("links:\n  - title: ก\n    url: files/nothing.pdf")),
        ("content/pages/none.md", "ข้อความ\n\n[ก](#ไม่มี)\n".to_owned()),
        ("content/2566/issues/1.md", "ไม่มีช่องข้อมูล\n".to_owned()),
        ("themes/default/words/th.yaml", "home: หน้าแรก\nhomme: ก\n".to_owned()),
    ]
}

/// Writes files as somebody on Windows saved them: which line ends in a carriage return too, and which file begins with
/// a mark, `choose` says, one question after the other.
fn saved(files: &[(&'static str, String)], mut choose: impl FnMut() -> bool) -> Project {
    let project = Project::new(&[]);
    for (path, text) in files {
        let mut saved = if choose() { MARK.to_owned() } else { String::new() };
        for line in text.split_inclusive('\n') {
            match line.strip_suffix('\n').filter(|_| choose()) {
                Some(line) => saved.extend([line, "\r\n"]),
                None => saved += line,
            }
        }
        project.write(path, saved.as_bytes());
    }
    project
}

/// Every file below a folder, with what is in it.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("readable"));
    let files = files.filter(|entry| entry.file_type().is_file());
    let each = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("below it").to_string_lossy().replace('\\', "/");
        (path, fs::read(entry.path()).expect("readable"))
    });
    each.collect()
}

fn published(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let output = project.run(&["build", "--lang", "en", "--drafts"]);
    assert!(output.status.success(), "{}", said(&output));
    tree(&project.path("public"))
}

/// What `check` tells of a project, as programs read it.
fn told(project: &Project) -> String {
    let output = project.run(&["check", "--lang", "en", "--format", "json"]);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Whether two sites hold the same; which of their files do not.
fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<String> = names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect();
    names.dedup();
    names
}

/// What the same records with the line ends of other systems are published as.
fn plain_site() -> &'static BTreeMap<String, Vec<u8>> {
    static PLAIN: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    PLAIN.get_or_init(|| published(&saved(&site(), || false)))
}

#[test]
fn a_site_saved_on_windows_is_published_byte_for_byte_the_same() {
    let windows = published(&saved(&site(), || true));
    assert_eq!(differing(plain_site(), &windows), Vec::<String>::new());
    let pages = windows.iter().filter(|(name, _)| name.ends_with(".html"));
    let with_returns: Vec<_> = pages.filter(|(_, bytes)| bytes.contains(&b'\r')).map(|(name, _)| name).collect();
    assert!(with_returns.is_empty(), "{with_returns:?}");
}

#[test]
fn old_line_ends_of_one_carriage_return_are_read_too() {
    let project = Project::new(&[]);
    for (path, text) in site() {
        project.write(path, text.replace('\n', "\r").as_bytes());
    }
    assert_eq!(differing(plain_site(), &published(&project)), Vec::<String>::new());
    let project = Project::new(&[]);
    for (path, text) in slips() {
        project.write(path, text.replace('\n', "\r").as_bytes());
    }
    assert_eq!(told(&project), told(&saved(&slips(), || false)));
}

#[test]
fn evidence_is_published_as_it_is() {
    let project = Project::new(&[("2566/measures/a.md", "---\r\ntitle: ก\r\nunits: clerk\r\n---\r\n")]);
    let text = format!("{MARK}ก,ข\r\n๑,๒\r\nค\rง\n");
    project.write("content/2566/files/a.csv", text.as_bytes());
    project.build();
    assert_eq!(project.page("2566/files/a.csv"), text);
}

proptest! {
    // Every case is two runs of the program.
    #![proptest_config(ProptestConfig { max_shrink_iters: 12, failure_persistence: None, ..ProptestConfig::with_cases(6) })]

    #[test]
    fn whatever_line_ends_and_marks_files_have_the_site_and_what_is_told_are_the_same(
        choices in prop::collection::vec(any::<bool>(), 1..64)
    ) {
        let mut next = choices.iter().copied().cycle();
        let mut choose = || next.next().unwrap_or_default();
        let different = differing(plain_site(), &published(&saved(&site(), &mut choose)));
        prop_assert!(different.is_empty(), "{:?}", different);
        prop_assert_eq!(told(&saved(&slips(), &mut choose)), plain_slips());
    }
}

/// What is told of the slips with the line ends of other systems.
fn plain_slips() -> &'static str {
    static PLAIN: OnceLock<String> = OnceLock::new();
    PLAIN.get_or_init(|| {
        let told = told(&saved(&slips(), || false));
        let places = told.matches("\"line\":").count() - told.matches("\"line\":0").count();
        assert!(places > 15, "the slips are told at lines: {told}");
        told
    })
}

/// Text as Windows saves it where UTF-8 is not chosen.
fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    let units = || text.replace('\n', "\r\n").encode_utf16().collect::<Vec<_>>();
    match encoding {
        "UTF-16LE" => [0xfeff].into_iter().chain(units()).flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => [0xfeff].into_iter().chain(units()).flat_map(u16::to_be_bytes).collect(),
        "UTF-16LE without a mark" => units().into_iter().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE without a mark" => units().into_iter().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let byte = |char: char| match u32::from(char) {
                code @ 0xe01..=0xe5b => u8::try_from(code - 0xe00 + 0xa0).expect("a byte"),
                _ => u8::try_from(char).expect("a letter of the encoding"),
            };
            text.replace('\n', "\r\n").chars().map(byte).collect()
        }
    }
}

#[test]
fn a_file_in_another_encoding_is_told_with_its_place_and_how_to_save_it() {
    let mut story = String::new();
    for (path, text, line, column) in [
        ("content/2566/measures/a.md", "---\ntitle: ประกาศ\n---\n", 2, 8),
        ("content/site.yaml", "organisation:\n  name: เทศบาล\n", 2, 9),
        ("content/pages/about.md", "# เกี่ยวกับ\n", 1, 3),
        ("content/framework/2570.yaml", "year: 2570\n# ก\n", 2, 3),
        ("themes/default/words/th.yaml", "home: หน้าแรก\n", 1, 7),
        ("themes/default/templates/404.html", "<!doctype html>\n<title>ไม่พบ</title>\n", 2, 8),
    ] {
        for encoding in ["UTF-16LE", "UTF-16BE", "UTF-16LE without a mark", "UTF-16BE without a mark", "Windows-874"] {
            let project = Project::new(&[]);
            project.write(path, &encoded(text, encoding));
            let (line, column) = if encoding == "Windows-874" { (line, column) } else { (1, 1) };
            for language in ["th", "en"] {
                let output = project.run(&["check", "--lang", language]);
                let told = said(&output);
                assert!(!output.status.success(), "{encoding} {path}: {told}");
                assert!(told.contains(&format!("{path}:{line}:{column}")), "{encoding} {path}: {told}");
                assert!(told.contains(encoding.split(' ').next().unwrap_or_default()), "{encoding} {path}: {told}");
                assert!(told.contains("Notepad") && told.contains("UTF-8"), "{encoding} {path}: {told}");
                if path.ends_with("about.md") {
                    story += &format!("=== {encoding}\n{told}");
                }
            }
        }
    }
    insta::assert_snapshot!(story);
}

#[test]
fn why_something_cannot_be_read_or_written_is_told_in_thai_to_those_who_read_thai() {
    let project = Project::new(&[]);
    project.write("content/.addresses.txt", &encoded("index.html\n", "UTF-16LE"));
    project.write("occupied", b"x");
    let mut told = said(&project.run(&["build", "--lang", "th"]));
    for arguments in [
        &["serve", "nowhere", "--lang", "th"][..],
        &["init", "occupied", "--name", "ก", "--year", "2568", "--lang", "th"],
        &["build", "--out", "occupied/public", "--lang", "th"],
        &["theme", "new", "x", "--dir", "occupied", "--lang", "th"],
    ] {
        let output = project.run(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        told += &said(&output);
    }
    for why in ["ไม่ใช่ข้อความ UTF-8", "ไม่พบแฟ้มหรือโฟลเดอร์", "มีแฟ้มอยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์"]
    {
        assert!(told.contains(why), "{why}: {told}");
    }
    assert!(!told.contains("os error"), "{told}");
}

/// A measure with a field of every kind that is carried on, changed, or left behind.
const CARRIED: &str = "---\n# แผนของเรา\ntitle: ประกาศ\noit:\n- o31\n- o18\nunits: clerk\nperiod: ม.ค.-ก.ย.๖๖\nactions:\n  - text: |\n      ก\n      ข\n    results:\n      - { text: ค, date: 2566-02-01 }\n  - text: แผนสอง\nsuggestions: ควรเร็ว\nupdated: 2566-09-30\n---\n\nเนื้อหา\n";

#[test]
fn what_is_carried_on_keeps_the_line_ends_and_the_mark_of_its_file() {
    let carried = |text: &str| {
        let project = Project::new(&[("2566/measures/a.md", text)]);
        let output = project.run(&["new", "year", "2567", "--lang", "en"]);
        assert!(output.status.success(), "{}", said(&output));
        assert_eq!(fs::read_to_string(project.path("content/2566/measures/a.md")).expect("there"), text);
        fs::read_to_string(project.path("content/2567/measures/a.md")).expect("carried on")
    };
    let plain = carried(CARRIED);
    assert!(!plain.contains('\r') && plain.contains("title: ประกาศ\n") && plain.contains("ยกมาจากปี 2566"), "{plain}");
    assert_eq!(carried(&CARRIED.replace('\n', "\r\n")), plain.replace('\n', "\r\n"));
    assert_eq!(carried(&format!("{MARK}{CARRIED}")), format!("{MARK}{plain}"));
    let both = format!("{MARK}{}", CARRIED.replace('\n', "\r\n"));
    assert_eq!(carried(&both), format!("{MARK}{}", plain.replace('\n', "\r\n")));
}

#[test]
fn the_list_of_addresses_keeps_its_line_ends_its_mark_and_its_remarks() {
    for (mark, end) in [("", "\n"), ("", "\r\n"), (MARK, "\n"), (MARK, "\r\n")] {
        let project = Project::new(&[("site.yaml", &format!("{SITE}redirects: {{ a.html: index.html }}\n"))]);
        let list = "# ของเรา\n# สอง\na.html\n";
        project.write("content/.addresses.txt", format!("{mark}{}", list.replace('\n', end)).as_bytes());
        project.build();
        let list = fs::read_to_string(project.path("content/.addresses.txt")).expect("there");
        assert!(list.starts_with(&format!("{mark}# ของเรา{end}# สอง{end}a.html{end}")), "{list:?}");
        assert!(list.contains(&format!("{end}index.html{end}")), "{list:?}");
        assert_eq!(list.matches('\r').count(), if end == "\n" { 0 } else { list.matches('\n').count() }, "{list:?}");
        assert_eq!(list.matches('\u{feff}').count(), usize::from(!mark.is_empty()), "{list:?}");
        let before = list;
        project.build();
        assert_eq!(fs::read_to_string(project.path("content/.addresses.txt")).expect("there"), before);
    }
}

#[test]
fn what_is_made_has_line_feeds_alone_and_git_keeps_them() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    for arguments in [
        &["init", "--name", "เทศบาลตำบลตัวอย่าง", "--year", "2567"][..],
        &["new", "measure", "ก", "--unit", "clerk"],
        &["new", "page", "ข"],
        &["new", "year", "2568"],
    ] {
        let output = run_in(folder.path(), arguments);
        assert!(output.status.success(), "{}", said(&output));
    }
    let made = tree(folder.path());
    assert!(made.values().all(|bytes| !bytes.contains(&b'\r') && !bytes.starts_with(MARK.as_bytes())));
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(folder.path()).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        let output = git.args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=true"]);
        let output = output.args(arguments).output().expect("git runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    // As Git for Windows is set up, which writes every text with CRLF unless a project says otherwise.
    let evidence: &[u8] = b"%PDF-1.4\r\n1 0 obj\n\r\ntext that looks like a text\r\n";
    fs::create_dir_all(folder.path().join("content/2567/files")).expect("made");
    let kept = ["content/2567/files/a.pdf", "content/2567/files/b.csv"].map(|path| folder.path().join(path));
    for path in &kept {
        fs::write(path, evidence).expect("written");
    }
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "x"]);
    for path in made.keys().map(|path| folder.path().join(path)).chain(kept.clone()) {
        fs::remove_file(path).expect("there");
    }
    git(&["checkout", "-q", "--", "."]);
    for (path, bytes) in &made {
        assert!(fs::read(folder.path().join(path)).expect("checked out") == *bytes, "{path} comes back otherwise");
    }
    for path in &kept {
        assert_eq!(fs::read(path).expect("checked out"), evidence, "evidence stays as it is");
    }
}
