//! Building: what is written where, what is left alone, and what may be written differently.

use crate::support::{Project, SITE, said, visible};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const MEASURE: &str = "---\ntitle: ประกาศนโยบาย\nunits: สำนักปลัด\n---\n\nดู [ข้อ o31](../oit/o31.md)\n";

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("readable"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("below the folder").display().to_string();
            (path, fs::read(entry.path()).expect("readable"))
        })
        .collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE), ("2565/measures/b.md", MEASURE)]);
    project.build();
    let once = files(&project.path("public"));
    let again = project.run(&["build", "--fresh"]);
    assert!(again.status.success(), "{}", said(&again));
    assert!(once.len() > 100);
    assert_eq!(once, files(&project.path("public")));
}

#[test]
fn a_build_ends_with_one_line_that_says_where_to_look() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE)]);
    let output = project.run(&["build", "--lang", "en"]);
    let line = String::from_utf8(output.stdout).expect("UTF-8");
    let parts: Vec<&str> = line.trim_end().split(" in ").collect();
    assert_eq!(parts.first(), Some(&"built 2 records, 67 pages"));
    assert!(line.trim_end().ends_with("open ./public/index.html"), "{line}");
    assert!(output.stderr.is_empty());
}

#[test]
fn a_build_that_fails_leaves_the_published_site_and_the_content_as_they_were() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE)]);
    project.build();
    let published = files(&project.path("public"));
    project.write("content/2566/measures/b.md", b"---\ntitel: x\n---\n");
    let content = files(&project.path("content"));
    let output = project.run(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(published, files(&project.path("public")));
    assert_eq!(content, files(&project.path("content")));
    let mut left: Vec<_> =
        fs::read_dir(project.path("")).expect("readable").map(|entry| entry.expect("readable").file_name()).collect();
    left.sort();
    assert_eq!(
        left,
        [".prongsai", "content", "public"],
        "nothing is left over but what the first build keeps for the next"
    );
}

#[test]
fn what_no_longer_belongs_is_gone_after_the_next_build() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE), ("2566/measures/b.md", MEASURE)]);
    project.build();
    fs::remove_file(project.path("content/2566/measures/b.md")).expect("it is there");
    project.build();
    assert!(project.path("public/2566/measures/a.html").is_file());
    assert!(!project.path("public/2566/measures/b.html").exists());
}

#[test]
fn a_folder_that_prongsai_did_not_make_is_never_replaced() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE)]);
    project.write("site/photo.jpg", b"mine");
    let output = project.run(&["build", "--lang", "en", "--out", "site"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("holds files that prongsai did not make"), "{}", said(&output));
    assert_eq!(files(&project.path("site")).len(), 1);
    for place in ["content", "content/2566", "content/new", "."] {
        let output = project.run(&["build", "--lang", "en", "--out", place]);
        assert_eq!(output.status.code(), Some(2), "{place}");
    }
    assert_eq!(fs::read(project.path("content/2566/measures/a.md")).expect("readable"), MEASURE.as_bytes());
    fs::create_dir(project.path("empty")).expect("can be made");
    assert!(project.run(&["build", "--out", "empty"]).status.success());
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let plain = Project::new(&[("2566/measures/a.md", MEASURE)]);
    let windows = Project::new(&[
        ("site.yaml", &format!("\u{feff}{}", SITE.replace('\n', "\r\n"))),
        ("2566/measures/a.md", &format!("\u{feff}{}", MEASURE.replace('\n', "\r\n"))),
    ]);
    plain.build();
    windows.build();
    assert_eq!(files(&plain.path("public")), files(&windows.path("public")));
}

#[test]
fn thai_digits_and_single_values_read_as_arabic_ones_and_lists() {
    let arabic = Project::new(&[
        ("2566/measures/a.md", "---\ntitle: ก\nnumber: 4\nindicators: [5]\noit: [o31]\nunits: [clerk]\n---\n"),
        ("2566/assessment.md", "---\nanalysed_year: 2565\noverall: 80.42\nindicators: { 1: 94.14 }\n---\n"),
    ]);
    let thai = Project::new(&[
        ("2566/measures/a.md", "---\ntitle: ก\nnumber: ๔\nindicators: ๕\noit: ๐๓๑\nunits: clerk\n---\n"),
        ("2566/assessment.md", "---\nanalysed_year: ๒๕๖๕\noverall: ๘๐.๔๒\nindicators: { ๑: ๙๔.๑๔ }\n---\n"),
    ]);
    arabic.build();
    thai.build();
    assert_eq!(files(&arabic.path("public")), files(&thai.path("public")));
}

#[test]
fn a_year_folder_may_be_named_in_thai_digits() {
    let arabic = Project::new(&[
        ("2566/measures/a.md", MEASURE),
        ("2566/oit/o31.md", "---\nlinks: { title: ก, url: ../measures/a.md }\n---\n[ข](../assessment.md)\n"),
        ("2566/assessment.md", "---\n---\n"),
    ]);
    let thai = Project::new(&[
        ("๒๕๖๖/measures/a.md", MEASURE),
        ("๒๕๖๖/oit/๐๓๑.md", "---\nlinks: { title: ก, url: ../measures/a.md }\n---\n[ข](../assessment.md)\n"),
        ("๒๕๖๖/assessment.md", "---\n---\n"),
    ]);
    arabic.build();
    thai.build();
    assert_eq!(files(&arabic.path("public")), files(&thai.path("public")));
}

#[test]
fn private_notes_are_neither_published_nor_complained_of() {
    let project =
        Project::new(&[("2566/measures/a.md", MEASURE), ("2566/measures/_b.md", "บันทึก"), ("_repairs.md", "บันทึก")]);
    let output = project.run(&["build", "--lang", "en"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", said(&output));
    assert!(!files(&project.path("public")).keys().any(|path| path.contains("_b") || path.contains("repairs")));
}

#[test]
fn an_item_names_only_the_measures_that_speak_of_its_own_year() {
    let project = Project::new(&[
        ("2566/measures/a.md", "---\ntitle: ของปีก่อน\noit: o31\n---\n"),
        ("2567/measures/b.md", "---\ntitle: ของปีนี้\noit: o31\noit_year: 2566\n---\n"),
    ]);
    project.build();
    let old = visible(&project.page("2566/oit/o31.html"));
    assert!(old.contains("ของปีก่อน") && old.contains("ของปีนี้"), "{old}");
    assert!(!visible(&project.page("2567/oit/o31.html")).contains("ของปีนี้"));
    assert!(project.page("2567/measures/b.html").contains("href=\"../../2566/oit/o31.html\""));
}

#[test]
fn drafts_are_published_only_when_asked_for() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ฉบับร่าง\ndraft: true\n---\n")]);
    project.build();
    assert!(!project.path("public/2566/measures/a.html").exists());
    assert!(project.run(&["build", "--drafts"]).status.success());
    assert!(project.page("2566/measures/index.html").contains("ฉบับร่าง"));
}

#[test]
fn canonical_links_and_the_sitemap_follow_the_base_url() {
    let project = Project::new(&[("2566/measures/ไม่รับ ของขวัญ.md", MEASURE)]);
    assert!(project.run(&["build", "--base-url", "https://ita.example.org/x"]).status.success());
    let page = project.page("2566/measures/ไม่รับ ของขวัญ.html");
    let address = "https://ita.example.org/x/2566/measures/%E0%B9%84%E0%B8%A1%E0%B9%88%E0%B8%A3%E0%B8%B1%E0%B8%9A%20%E0%B8%82%E0%B8%AD%E0%B8%87%E0%B8%82%E0%B8%A7%E0%B8%B1%E0%B8%8D.html";
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")));
    let sitemap = project.page("sitemap.xml");
    assert!(sitemap.contains(&format!("<loc>{address}</loc>")));
    assert!(sitemap.contains("<loc>https://ita.example.org/x/</loc>"));
    assert!(!sitemap.contains("404"));
    assert!(project.page("robots.txt").contains("Sitemap: https://ita.example.org/x/sitemap.xml"));
}

#[test]
fn active_content_never_comes_out() {
    let project = Project::new(&[(
        "2566/measures/a.md",
        "---\ntitle: \"<script>alert(0)</script>\"\n---\n\n<script>alert(1)</script>\n\n[ก](javascript:alert(2)) [ข](JaVaScript&colon;alert(3)) [ค](data:text/html,x)\n\n<img src=x onerror=alert(4)> ก่อน<br>หลัง\n\n[ง](https://example.org/?a=1&b=\"2\")\n",
    )]);
    project.build();
    let page = project.page("2566/measures/a.html");
    let (_, page) = page.split_once("<body").expect("the scripts of the theme stand in the head");
    for active in ["<script", "javascript:", "JaVaScript", "data:text", "onerror", "alert(1)"] {
        assert!(!page.contains(active), "{active} came out");
    }
    assert!(page.contains("&lt;script&gt;alert(0)"), "a title is text");
    assert!(page.contains("ก่อน<br>") && page.contains("หลัง"));
    assert!(page.contains("href=\"https://example.org/?a=1&amp;b="));
}

#[test]
fn a_theme_of_ones_own_replaces_file_by_file() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE), ("site.yaml", &format!("{SITE}theme: ours\n"))]);
    project.write("themes/ours/words/th.yaml", "measures: แผนงานของเรา\n".as_bytes());
    project.write(
        "themes/ours/templates/404.html",
        b"{% extends \"base.html\" %}{% block main %}<h1>gone</h1>{% endblock %}",
    );
    project.write("themes/ours/assets/extra.css", b"body {}");
    project.build();
    assert!(project.page("404.html").contains("<h1>gone</h1>"));
    assert!(project.page("2566/index.html").contains("แผนงานของเรา"));
    assert!(project.page("2566/index.html").contains("ภาพรวม"), "words that it does not name are the built-in ones");
    assert!(project.path("public/assets/extra.css").is_file() && project.path("public/assets/style.css").is_file());
}

#[test]
fn a_theme_that_cannot_be_used_is_told_with_its_place() {
    let project = Project::new(&[("2566/measures/a.md", MEASURE), ("site.yaml", &format!("{SITE}theme: ours\n"))]);
    let without = said(&project.run(&["build", "--lang", "en"]));
    project.write(
        "themes/ours/templates/404.html",
        b"{% extends \"base.html\" %}\n{% block main %}{{ frame.titel }}{% endblock %}",
    );
    insta::assert_snapshot!(format!("{without}\n{}", said(&project.run(&["build", "--lang", "en"]))));
}

#[test]
fn a_site_can_add_a_year_and_correct_a_title() {
    let project = Project::new(&[
        ("2570/measures/a.md", "---\ntitle: ก\noit: o2\n---\n"),
        ("framework/2570.yaml", "year: ๒๕๗๐\nlike: 2569\nitems:\n  - { code: o2, title: ผู้บริหารและผู้ช่วย }\n"),
    ]);
    project.build();
    let list = visible(&project.page("2570/oit/index.html"));
    assert!(list.contains("ผู้บริหารและผู้ช่วย"));
    assert!(project.page("2570/oit/o2.html").contains("ผู้บริหารและผู้ช่วย"));
    let others = project.page("2570/oit/o3.html");
    assert!(others.contains("class=\"doubt\""), "titles taken over from another year are doubtful");
    let own = project.page("2570/oit/o2.html");
    let heading =
        own.split_once("<h1>").and_then(|(_, rest)| rest.split_once("</h1>")).map_or("", |(heading, _)| heading);
    assert!(heading.contains("ผู้บริหารและผู้ช่วย") && !heading.contains("doubt"), "what the site says of itself is not");
}

#[test]
fn a_portal_has_a_front_page_over_its_sites() {
    let project = Project::new(&[
        ("one/site.yaml", &SITE.replace("/ita/", "/ita/one/")),
        ("one/2566/measures/a.md", MEASURE),
        ("two/site.yaml", &SITE.replace("ตัวอย่าง", "ที่สอง").replace("/ita/", "/ita/two/")),
        ("two/2566/measures/a.md", MEASURE),
    ]);
    fs::remove_file(project.path("content/site.yaml")).unwrap_or_default();
    project.build();
    let front = project.page("index.html");
    assert!(front.contains("href=\"one/index.html\"") && front.contains("เทศบาลตำบลที่สอง"));
    assert!(project.page("one/2566/index.html").contains("href=\"../../index.html\""));
    assert!(project.page("sitemap.xml").contains("sitemapindex"));
    assert!(project.page("404.html").contains("href=\"https://www.example.go.th/ita/two/index.html\""));
}

#[test]
fn evidence_is_copied_and_shown_with_its_kind_and_size() {
    let project = Project::new(&[(
        "2566/measures/a.md",
        "---\ntitle: ก\nactions:\n  - text: ข\n    results:\n      - { text: ค, date: 10 ก.พ. 2566, evidence: [{ title: ประกาศ, url: files/คำสั่ง 1.pdf }] }\n---\n",
    )]);
    project.write("content/2566/files/คำสั่ง 1.pdf", &[b'x'; 2_340]);
    project.build();
    let page = project.page("2566/measures/a.html");
    assert!(
        page.contains("href=\"../files/%E0%B8%84%E0%B8%B3%E0%B8%AA%E0%B8%B1%E0%B9%88%E0%B8%87%201.pdf\""),
        "{page}"
    );
    assert!(page.contains("(PDF ๒ kB)"));
    assert_eq!(fs::read(project.path("public/2566/files/คำสั่ง 1.pdf")).expect("copied").len(), 2_340);
}
