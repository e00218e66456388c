//! Faults of writing: told of what is published, at the letters that are wrong, and of nothing else.

use crate::support::{Project, run_in, said};

/// What `check` says in both languages.
fn check(files: &[(&str, &str)]) -> String {
    let project = Project::new(files);
    let run = |lang| said(&project.run(&["check", "--all", "--lang", lang]));
    format!("{}\n{}", run("th"), run("en"))
}

#[test]
fn faults_of_each_kind_are_shown_at_their_letters() {
    insta::assert_snapshot!(check(&[
        (
            "2566/measures/a.md",
            "---\ntitle: เพิ่มซ่องทางการมีส่วนร่วม\nactions:\n  - text: เจ้าหน้าที่ดำเนินการดำเนินการจัดทำแผน # ซ่องทาง\n    steps:\n      - เว็บไซต์ และเพชบุรีของเทศบาล\n      - >-\n        เผยแพร่แผนและ\n        และผล\n---\n\nประกาศ ม า ต ร ก า ร ของเทศบาล\n\nทบทวนซ่องทาง และซ่องทางอื่น\n",
        ),
        (
            "2566/measures/b.md",
            "---\ntitle: ใช้น\u{e49}\u{e4d}\u{e32}และไฟ\nsuggestions: [เ\u{e40}จ้งเวียน, หน\u{e32}\u{e49}ที่, ต\u{e31}\u{e35}ว]\n---\n\nช่อง\u{200b}ทาง\u{200b}ร้อง\u{200b}เรียน\n",
        ),
    ]));
}

#[test]
fn what_is_not_read_on_a_page_is_not_looked_at() {
    let said = check(&[
        (
            "2566/measures/a.md",
            "---\n# ซ่องทาง\ntitle: ช่องทาง # ซ่องทาง\nslug: a\nactions:\n  - text: ข\n    results:\n      - text: ค\n        evidence: { title: ประกาศ, url: files/ซ่องทาง.pdf }\n---\n\nพิมพ์ `ซ่องทาง` [ประกาศ](../files/ซ่องทาง.pdf) <!-- ซ่องทาง -->\n\n```\nซ่องทาง\n```\n",
        ),
        ("2566/files/ซ่องทาง.pdf", "%PDF-1.4\n"),
        ("2566/measures/draft.md", "---\ntitle: ซ่องทาง\ndraft: true\n---\n"),
        ("framework/2566.yaml", "year: 2566\nitems:\n  - { code: o1, title: ซ่องทาง }\n"),
    ]);
    assert!(!said.contains("PS70"), "{said}");
}

#[test]
fn all_that_is_read_on_a_page_is_looked_at() {
    let site = "organisation:\n  name: เทศบาลซ่องทาง\n  units: [{ id: clerk, name: กองซ่องทาง }]\nas_of: 2566-09-30\n";
    let said = check(&[
        ("site.yaml", site),
        ("2566/assessment.md", "---\nconstraints: [{ topic: บุคคลากร, text: ขาด }]\n---\n\n## เจตจำนงค์\n"),
        ("2566/oit/o1.md", "---\nnote: อนุญาติ\n---\n"),
        ("2566/issues/a.md", "---\nissue: 1\nfindings: [{ instrument: IIT, remark: ข้อสังเกตุ “อนุญาติ” }]\n---\n"),
        (
            "pages/about.md",
            "# เกี่ยวกับ\n\n![ภาพปฎิบัติงาน](../files/a.png)\n\n| ก | ข |\n| --- | --- |\n| ผลลัพท์ | **เว็ปไซต์** |\n",
        ),
        ("files/a.png", "x"),
    ]);
    let codes = said.matches("[PS701]").count();
    assert_eq!(codes, 2 * 8, "{said}");
    assert!(said.contains("พบอีก 1 แห่งในแฟ้มนี้ (บรรทัด 3)"), "{said}");
    for place in
        ["site.yaml:2:15", "assessment.md:2:24", "assessment.md:5:4", "o1.md:2:7", "about.md:3:6", "about.md:7:3"]
    {
        assert!(said.contains(place), "{place}: {said}");
    }
}

#[test]
fn a_file_full_of_faults_is_told_within_bounds() {
    let mut many = String::new();
    for consonant in 'ก'..='ฮ' {
        for vowel in 'ิ'..='ู' {
            many.extend([consonant, vowel, '\u{e48}', '\u{e48}', 'ง', ' ']);
        }
    }
    let body = format!("---\ntitle: ก\n---\n\n{many}\n{}\n", "ช่อง\u{200b}ทาง ".repeat(3000));
    let said = check(&[("2566/measures/a.md", &body)]);
    assert_eq!(said.matches("warning[PS704]").count(), 100);
}

#[test]
fn a_message_stays_short_however_long_the_fault() {
    let unseen = "\u{200b}\u{ad}".repeat(20_000);
    let body = format!("---\ntitle: ก\n---\n\nช่อง{unseen}ทาง\n\n{}จบ\n", "ร า ก ".repeat(5_000));
    let said = check(&[("2566/measures/a.md", &body)]);
    assert!(said.contains("(U+00AD U+200B)") && said.contains("PS703"), "{said:.3000}");
    assert!(said.len() < 10_000, "{} bytes", said.len());
}

#[test]
fn the_example_records_have_only_the_faults_of_their_documents() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let said = said(&run_in(root, &["check", "--lang", "en"]));
    let lines: Vec<&str> = said.lines().collect();
    let found: Vec<&str> = lines
        .windows(2)
        .filter(|pair| pair[0].contains("[PS70"))
        .map(|pair| pair[1].trim_start_matches([' ', '-', '>']))
        .collect();
    assert_eq!(
        found,
        [
            // เจตจำนงค์ for เจตจำนง: printed so, and kept; the remark that quotes it is not told.
            "content/janthawi/2565/measures/corruption-prevention.md:55:26",
            // ดดย for โดย, in the text; the remark that quotes it is not told.
            "content/phanom-thuan/2567/issues/power-and-personnel.md:22:35",
        ],
        "{said}"
    );
}
