//! Broken sites, each with what the program says about it, in Thai and in English.

use crate::support::{Project, said};

/// What `check` says in both languages.
fn check(files: &[(&str, &str)]) -> String {
    check_project(&Project::new(files))
}

fn check_project(project: &Project) -> String {
    let run = |lang| said(&project.run(&["check", "--lang", lang]));
    format!("{}\n{}", run("th"), run("en"))
}

#[test]
fn misspelt_missing_and_doubled_fields_are_all_told_at_once() {
    insta::assert_snapshot!(check(&[(
        "2566/measures/no-gift.md",
        "---\ntitel: ประกาศ No Gift Policy\nindicator: 5\nnumber: หนึ่ง\nunits: สำนักปลัด\nunits: สำนักปลัด\nactions:\n  - texts: แจ้งเวียน\n    status: finished\n---\n",
    )]));
}

#[test]
fn values_of_the_wrong_kind_name_what_was_expected() {
    insta::assert_snapshot!(check(&[
        (
            "2566/assessment.md",
            "---\noverall: [80.42]\nindicators: { 1: ร้อย, ๑: 90, 2: 101 }\nlevel: ดีมาก\ndraft: maybe\n---\n"
        ),
        ("2566/measures/a.md", "---\ntitle: { th: ก }\nactions: ข้อความเดียว\nperiod: [ม.ค., ก.พ.]\n---\n"),
    ]));
}

#[test]
fn yaml_that_cannot_be_read_is_shown_where_it_breaks() {
    insta::assert_snapshot!(check(&[
        ("2566/measures/colon.md", "---\ntitle: ประกาศ: นโยบาย: ไม่รับของขวัญ\n---\n"),
        ("2566/measures/quote.md", "---\ntitle: \"ประกาศ\nnumber: 1\n---\n"),
        ("2566/measures/tab.md", "---\ntitle: ก\nactions:\n\t- text: ข\n---\n"),
        ("2566/measures/unfinished.md", "---\ntitle: ก\n\nเนื้อหา\n"),
        ("2566/measures/without.md", "# มาตรการ\n"),
    ]));
}

#[test]
fn periods_and_dates_that_no_calendar_has() {
    insta::assert_snapshot!(check(&[(
        "2566/measures/a.md",
        "---\ntitle: ก\nperiod: จ.ค.๖๕ - ก.ย. ๖๖\nactions:\n  - text: ข\n    period: ก.ย. ๒๕๖๖ - ม.ค. ๒๕๖๖\n    results:\n      - text: ค\n        date: ๓๑ กุมภาพันธ์ ๒๕๖๖\nupdated: เมื่อวาน\n---\n",
    )]));
}

#[test]
fn codes_that_the_year_does_not_have() {
    insta::assert_snapshot!(check(&[
        ("2567/measures/a.md", "---\ntitle: ก\noit: [o35, o43, ๐๔๓, MOIT 1, i3]\nindicators: [0, 11]\n---\n"),
        ("2567/measures/b.md", "---\ntitle: ข\noit: o43\noit_year: 2540\n---\n"),
        ("2567/oit/o99.md", "---\nlinks: []\n---\n"),
        ("2567/oit/notes.md", "---\nlinks: []\n---\n"),
    ]));
}

#[test]
fn units_that_nobody_named() {
    insta::assert_snapshot!(check(&[(
        "2566/measures/a.md",
        "---\ntitle: ก\nunits: [สำนัก ปลัด, กองคลัง]\nactions:\n  - text: ข\n    units: งานนิติการ\n---\n",
    )]));
}

#[test]
fn links_to_nothing_and_links_that_run_code() {
    insta::assert_snapshot!(check(&[
        (
            "2566/measures/a.md",
            "---\ntitle: ก\nactions:\n  - text: ข\n    results:\n      - text: ค\n        evidence: { title: ประกาศ, url: files/order.pdf }\n---\n\nดู [อีกมาตรการ](no-gift-polcy.md) และ [ข้อ o31](../oit/o31.md)\n\n[กดที่นี่](javascript:alert(1)) <script>alert(2)</script>\n\n<div onclick=\"x()\">กล่อง</div>\n\n![ภาพ](../../../etc/passwd)\n",
        ),
        ("2566/measures/no-gift-policy.md", "---\ntitle: ข\n---\n"),
    ]));
}

#[test]
fn headings_that_are_not_there_and_days_that_are_only_told() {
    insta::assert_snapshot!(check(&[
        (
            "2566/measures/a.md",
            "---\ntitle: ก\nactions:\n  - text: ข\n    results: ประชุมเมื่อวันที่ ๑๗ ก.พ.๖๖ แล้ว\n---\n\n[ไป](b.md#ผลการประชุม) [กลับ](b.md#หัวข้อ) [ตรงนี้](#ไม่มี)\n",
        ),
        (
            "2566/measures/b.md",
            "---\ntitle: ข\nactions:\n  - text: ข\n    results: { text: ประชุมเมื่อวันที่ ๑๗ ก.พ.๖๖ แล้ว }\n---\n\n# ผลการประชุม\n\n## ผลการประชุม\n",
        ),
        ("framework/2568.yaml", "year: 2567\n"),
    ]));
}

#[test]
fn files_that_are_not_text_or_far_too_large() {
    let project = Project::new(&[("2566/measures/fine.md", "---\ntitle: ก\n---\n")]);
    // Thai as Word saves it by itself: TIS-620.
    project.write("content/2566/measures/tis620.md", b"---\ntitle: \xa1\xd2\xc3\n---\n");
    project.write("content/2566/measures/huge.md", format!("---\ntitle: ก\n---\n{}", "ข".repeat(2_000_000)).as_bytes());
    project.write(
        "content/2566/measures/long-fields.md",
        format!("---\ntitle: {}\n---\n", "ข".repeat(200_000)).as_bytes(),
    );
    project.write("content/2566/measures/empty.md", b"");
    project.write("content/2566/scan.jpg", b"\xff\xd8");
    insta::assert_snapshot!(check_project(&project));
}

#[test]
fn yaml_bombs_are_refused_at_once() {
    let nested = format!("---\ntitle: ก\nunits: {}{}\n---\n", "[".repeat(20_000), "]".repeat(20_000));
    let dashes = format!("---\ntitle: ก\nunits:\n  {}ข\n---\n", "- ".repeat(20_000));
    let mut bomb = String::from("---\ntitle: ก\na: &a [ข, ข]\n");
    for (name, before) in ('b'..='z').zip('a'..) {
        bomb.push_str(&format!("{name}: &{name} [*{before}, *{before}, *{before}, *{before}]\n"));
    }
    bomb.push_str("units: *z\n---\n");
    let start = std::time::Instant::now();
    let project = Project::new(&[
        ("2566/measures/nested.md", &nested),
        ("2566/measures/dashes.md", &dashes),
        ("2566/measures/alias.md", "---\ntitle: &t ก\nunits: *t\nsuggestions: *t\n---\n"),
    ]);
    insta::assert_snapshot!(check_project(&project));
    project.write("content/2566/measures/bomb.md", bomb.as_bytes());
    let output = project.run(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    // A hang is what is guarded against; the bound is far beyond any slow machine's need.
    assert!(start.elapsed().as_secs() < 120, "a bomb went off");
}

#[test]
fn two_pages_cannot_share_an_address() {
    insta::assert_snapshot!(check(&[
        ("2566/measures/a.md", "---\ntitle: ก\nslug: same\nnumber: 1\n---\n"),
        ("2566/measures/b.md", "---\ntitle: ข\nslug: Same\nnumber: 1\n---\n"),
        ("2566/measures/c.md", "---\ntitle: ค\nslug: ../c\n---\n"),
        ("pages/index.md", "---\ntitle: ง\n---\n"),
        ("pages/untitled.md", "ไม่มีชื่อ\n"),
    ]));
}

#[test]
fn scores_that_do_not_add_up() {
    insta::assert_snapshot!(check(&[(
        "2564/assessment.md",
        "---\noverall: 69.76\nlevel: A\nindicators: { 1: 96.08, 2: 88.45, 3: 92.28, 4: 83.63, 5: 93.45, 6: 91.40, 7: 92.72, 8: 92.52, 9: 24.32, 10: 0 }\n---\n",
    )]));
}

#[test]
fn a_folder_that_is_no_project() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    std::fs::remove_file(project.path("content/site.yaml")).expect("it is there");
    let mut all = check_project(&project);
    std::fs::remove_dir_all(project.path("content")).expect("it is there");
    all.push_str(&said(&project.run(&["check", "--lang", "th"])));
    insta::assert_snapshot!(all);
}

#[test]
fn a_framework_entry_of_the_site_that_does_not_fit() {
    insta::assert_snapshot!(check(&[
        (
            "framework/2567.yaml",
            "year: 2567\nitems:\n  - { code: o1, titel: โครงสร้าง }\n  - { code: o36, title: ข้อใหม่, sub_indicator: \"11.1\" }\n"
        ),
        ("2580/measures/a.md", "---\ntitle: ก\n---\n"),
    ]));
}
