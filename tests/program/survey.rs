//! The EIT survey: shown while it is open, with a code that holds its address.

use crate::support::{Project, SITE, said, visible};

const MEASURE: (&str, &str) = ("2566/measures/a.md", "---\ntitle: ก\n---\n");

/// A site of 30 September 2566 with this survey.
fn site(survey: &str) -> String {
    format!("{SITE}survey: {survey}\n")
}

fn built(survey: &str) -> Project {
    let project = Project::new(&[("site.yaml", &site(survey)), MEASURE]);
    project.build();
    project
}

#[test]
fn a_survey_is_shown_on_the_days_of_its_window_and_on_no_other() {
    for (open, is_shown) in [
        ("1 ม.ค. 2566 - 30 ก.ย. 2566", true),
        ("30 ก.ย. 2566 - 31 ต.ค. 2566", true),
        ("1 ม.ค. 2566 - 29 ก.ย. 2566", false),
        ("1 ต.ค. 2566 - 31 ธ.ค. 2566", false),
    ] {
        let project = built(&format!("{{ url: https://itas.nacc.go.th/go/eit/abc123, open: {open} }}"));
        for page in ["index.html", "2566/index.html"] {
            assert_eq!(project.page(page).contains("itas.nacc.go.th"), is_shown, "{open} on {page}");
            assert_eq!(visible(&project.page(page)).contains("EIT"), is_shown, "{open} on {page}");
        }
        assert_eq!(project.path("public/assets/survey-qr.svg").exists(), is_shown, "{open}");
    }
}

#[test]
fn a_survey_stands_with_the_newest_year_only() {
    let survey = site("{ url: https://itas.nacc.go.th/go/eit/abc123, open: ก.ย. 2566 }");
    let project = Project::new(&[("site.yaml", &survey), MEASURE, ("2565/measures/a.md", MEASURE.1)]);
    project.build();
    assert!(project.page("2566/index.html").contains("itas.nacc.go.th"));
    assert!(!project.page("2565/index.html").contains("itas.nacc.go.th"));
}

#[test]
fn the_code_has_a_margin_says_what_it_opens_and_stands_in_a_file_too() {
    let project = built("{ url: https://itas.nacc.go.th/go/eit/abc123, open: ก.ย. 2566 }");
    let svg = project.page("assets/survey-qr.svg");
    // 29 modules at level M, and four of margin on either side.
    assert!(svg.starts_with("<?xml ") && svg.contains("viewBox=\"0 0 37 37\""), "{svg}");
    assert!(svg.contains("d=\"M4 4h7v1h-7z"), "the first corner stands within the margin: {svg}");
    assert!(svg.contains("aria-label=\"คิวอาร์โค้ดสำหรับเปิดแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ของเทศบาลตำบลตัวอย่าง\""));
    let page = project.page("index.html");
    assert!(page.contains("href=\"assets/survey-qr.svg\" download"), "{page}");
    assert!(project.page("2566/index.html").contains("href=\"../assets/survey-qr.svg\" download"));
    let text = visible(&page);
    assert!(text.contains("เปิดให้ตอบ กันยายน ๒๕๖๖") && text.contains("https://itas.nacc.go.th/go/eit/abc123"), "{text}");
}

#[test]
fn thai_letters_in_an_address_are_escaped_for_machines_and_shown_to_people() {
    let project = built("{ url: 'https://ตัวอย่าง.ไทย/แบบวัด?a=1&b=\"2\"', open: ก.ย. 2566 }");
    let page = project.page("index.html");
    let machine = "https://xn--72c1a1bt4awk9o.xn--o3cw4h/%E0%B9%81%E0%B8%9A%E0%B8%9A%E0%B8%A7%E0%B8%B1%E0%B8%94?a=1&amp;b=%222%22";
    assert!(page.contains(&format!("href=\"{machine}\"")), "{page}");
    assert!(page.contains(&format!("<desc>{machine}</desc>")), "{page}");
    assert!(visible(&page).contains("https://ตัวอย่าง.ไทย/แบบวัด"), "{page}");
}

#[test]
fn an_address_as_long_as_a_code_holds_can_be_used_and_a_longer_one_is_told() {
    let longest = format!("https://www.example.go.th/{}", "a".repeat(2331 - 26));
    assert!(built(&format!("{{ url: '{longest}', open: ก.ย. 2566 }}")).page("index.html").contains("class=\"qr\""));
    let project = Project::new(&[("site.yaml", &site(&format!("{{ url: '{longest}a', open: ก.ย. 2566 }}"))), MEASURE]);
    let output = said(&project.run(&["check", "--lang", "en"]));
    assert!(output.contains("2332 characters, more than a QR code holds (2331)"), "{output}");
}

#[test]
fn an_address_that_is_not_of_the_web_is_refused() {
    let mut all = String::new();
    for url in [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.go.th/eit",
        "itas.nacc.go.th/go/eit/abc123",
        "https://",
        "//x.th",
    ] {
        let project = Project::new(&[("site.yaml", &site(&format!("{{ url: '{url}', open: ก.ย. 2566 }}"))), MEASURE]);
        all.push_str(&said(&project.run(&["check", "--lang", "th"])));
        assert!(!project.path("public").exists());
    }
    insta::assert_snapshot!(all);
}
