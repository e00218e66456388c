//! The search: which files it has, and what can be found by them.

use crate::support::Project;
use serde_json::Value;
use std::collections::BTreeSet;

const MEASURE: &str = "---\ntitle: จัดทำมาตรการป้องกันการรับสินบน\noit: o34\nunits: สำนักปลัด\nperiod: ม.ค.-ก.ย.๖๖\nremark: ข้อสังเกตของบรรณาธิการ\nactions:\n  - text: แสดงนโยบาย\n    steps: [แจ้งเวียนหนังสือ]\n    results:\n      - text: มีการประกาศ\n        date: ๑๐ กุมภาพันธ์ ๒๕๖๖\n        evidence: { title: คำสั่งที่ ๑๒๓, url: https://example.org/ }\nfollow_up: รายงานผลทุก ๖ เดือน\nsuggestions: ควรสื่อสารให้ทั่วถึง\n---\n\n## หัวข้อย่อย\n\nบรรทัดแรก\nบรรทัดที่ *สอง* &amp; สาม\n\n| เซลล์หนึ่ง | เซลล์สอง |\n|---|---|\n| ก | ข |\n";

fn project() -> Project {
    Project::new(&[
        ("2566/measures/gift.md", MEASURE),
        ("2566/measures/secret.md", "---\ntitle: ร่างที่ยังไม่เผยแพร่\ndraft: true\n---\n"),
        ("pages/about.md", "---\ntitle: เกี่ยวกับเรา\n---\n\nข้อความของหน้า\n"),
    ])
}

/// What a file of the search hands over: its name, its mark, its data.
fn handed(project: &Project, address: &str) -> (String, String, Value) {
    let file = project.page(address);
    let arguments = file.strip_prefix("prongsaiSearch(").and_then(|rest| rest.strip_suffix(");\n")).expect("one call");
    let all: Vec<Value> = serde_json::from_str(&format!("[{arguments}]")).expect("JSON");
    let text = |at: usize| all[at].as_str().expect("a text").to_owned();
    (text(0), text(1), all[2].clone())
}

fn lines(table: &Value, column: &str) -> Vec<String> {
    table[column].as_str().expect("a column").lines().map(str::to_owned).collect()
}

#[test]
fn every_page_that_says_something_can_be_found_and_no_other() {
    let project = project();
    project.build();
    let (_, _, table) = handed(&project, "search/table.js");
    let found: BTreeSet<String> = lines(&table, "addresses").into_iter().collect();
    let sitemap = project.page("sitemap.xml");
    let listed = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    let base = "https://www.example.go.th/ita/";
    let listed: BTreeSet<String> = listed
        .filter_map(|url| url.strip_prefix(base))
        .filter(|address| !address.is_empty())
        .map(|address| if address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() })
        .collect();
    assert_eq!(found, listed, "the front page is the newest year's overview, and found as that");
    assert_eq!(table["kinds"].as_str().map(str::len), Some(found.len()));
    let counts = [table["shards"].as_u64(), table["texts"].as_array().map(|texts| texts.len() as u64)];
    for ((column, letter), count) in [("shard_marks", 'g'), ("text_marks", 't')].into_iter().zip(counts) {
        let marks = (0..count.expect("a count")).map(|at| handed(&project, &format!("search/{letter}{at}.js")).1);
        assert_eq!(table[column], marks.collect::<String>(), "the table knows the marks of all files");
    }
    assert!(!sitemap.contains("search"), "search engines are not sent to a search");
    assert!(project.page("search.html").contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn the_text_of_a_measure_is_all_that_a_reader_finds_on_its_page() {
    let project = project();
    project.build();
    let (_, _, table) = handed(&project, "search/table.js");
    let place = lines(&table, "addresses").iter().position(|one| one == "2566/measures/gift.html").expect("the page");
    let (_, _, texts) = handed(&project, "search/t0.js");
    insta::assert_snapshot!(format!("{}\n{}", lines(&table, "titles")[place], texts[place].as_str().expect("a text")));
    assert!(!format!("{table}{texts}").contains("ร่าง"), "a draft is found");
}

#[test]
fn drafts_are_found_where_they_are_shown_and_the_same_site_has_the_same_files() {
    let project = project();
    assert!(project.run(&["build", "--drafts"]).status.success());
    let (_, mark, table) = handed(&project, "search/table.js");
    assert!(lines(&table, "titles").contains(&"ร่างที่ยังไม่เผยแพร่".to_owned()));
    let first = (mark, project.page("search/g0.js"), project.page("search/t0.js"));
    assert!(project.run(&["build", "--drafts"]).status.success());
    assert_eq!(
        first,
        (handed(&project, "search/table.js").1, project.page("search/g0.js"), project.page("search/t0.js"))
    );
    project.build();
    assert_ne!(first.0, handed(&project, "search/table.js").1, "another state has the mark of this one");
}

#[test]
fn every_page_leads_to_the_search_and_the_search_alone_may_load_scripts() {
    let project = project();
    project.build();
    for (address, action) in [
        ("index.html", "search.html"),
        ("2566/measures/gift.html", "../../search.html"),
        ("404.html", "https://www.example.go.th/ita/search.html"),
    ] {
        let page = project.page(address);
        assert!(page.contains(&format!("role=\"search\" action=\"{action}\"")), "{address}");
        assert!(page.contains("trusted-types 'none'\"") && page.contains("form-action 'self'"), "{address}");
    }
    let page = project.page("search.html");
    assert!(page.contains("trusted-types prongsai-search\""));
    assert_eq!(page.matches("role=\"search\"").count(), 1);
}

#[test]
fn a_site_without_a_year_is_searched_too() {
    let project = Project::new(&[("pages/about.md", "# เกี่ยวกับเรา\n")]);
    project.build();
    let (_, _, table) = handed(&project, "search/table.js");
    assert_eq!(lines(&table, "addresses"), ["about.html"]);
    let page = project.page("search.html");
    assert!(!page.contains("<select"), "there is nothing to choose");
}

#[test]
fn a_page_of_ones_own_cannot_stand_in_its_place() {
    let project = Project::new(&[("pages/search.md", "# ค้นหา\n")]);
    let output = project.run(&["check", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
}
