//! Units: who answers for what, and how it stands.

use crate::support::{Project, visible};

const SITE: &str = "organisation:\n  name: เทศบาลตำบลตัวอย่าง\n  units:\n    - { id: clerk, name: สำนักปลัดเทศบาล }\n    - { id: finance, name: กองคลัง }\n    - { id: works, name: กองช่าง }\n    - { id: audit, name: หน่วยตรวจสอบภายใน }\nas_of: 2567-03-01\n";

/// The clerk's measure, one action of which is the finance unit's.
const SHARED: &str = "---\ntitle: ป้องกันการรับสินบน\nunits: clerk\noit: [o14, o31]\nperiod: ต.ค. 2566 - ก.ย. 2567\nactions:\n  - { text: ประกาศนโยบาย, results: { text: ประกาศแล้ว, date: 10 ก.พ. 2567 } }\n  - { text: อบรมบุคลากร, units: clerk }\n  - { text: ตรวจสอบบัญชี, units: finance, period: ม.ค. 2567 }\n---\n";
/// A measure without a result.
const SILENT: &str = "---\ntitle: ดูแลทรัพย์สิน\nunits: works\nactions: [{ text: จัดทำทะเบียน }, { text: ตรวจนับ }]\n---\n";
/// A measure that the report words otherwise, without naming the unit that the plan names.
const REWORDED: &str = "---\ntitle: เผยแพร่ข้อมูล\nunits: clerk\nactions: [{ text: ลงเว็บไซต์, units: works, period: ก.พ. 2567 }]\nreport: { actions: [{ text: ลงแล้ว, results: { text: เผยแพร่, date: ก.พ. 2567 } }] }\n---\n";
const NOBODY: &str = "---\ntitle: ไม่มีผู้รับผิดชอบ\n---\n";

fn built() -> Project {
    let project = Project::new(&[
        ("site.yaml", SITE),
        ("2567/measures/a.md", SHARED),
        ("2567/measures/b.md", SILENT),
        ("2567/measures/c.md", REWORDED),
        ("2567/measures/d.md", NOBODY),
        ("2567/oit/o14.md", "---\nlinks: { title: ก, url: 'https://example.org' }\n---\n"),
    ]);
    project.build();
    project
}

#[test]
fn each_unit_has_its_measures_its_own_actions_and_its_items_beside_it() {
    let project = built();
    let page = project.page("2567/units/index.html");
    let rows: Vec<String> = page.split("<tr>").skip(2).map(visible).collect();
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn a_bar_of_statuses_is_full_and_has_no_gap() {
    let mut files = vec![("site.yaml".to_owned(), SITE.to_owned())];
    for (at, status) in ["done", "in_progress", "cancelled"].iter().enumerate() {
        let text = format!("---\ntitle: ก\nunits: clerk\nstatus: {status}\n---\n");
        files.push((format!("2567/measures/m{at}.md"), text));
    }
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let project = Project::new(&files);
    project.build();
    let page = project.page("2567/units/index.html");
    for part in [
        "part-done\" x=\"0.0%\" width=\"33.3%\"",
        "part-in_progress\" x=\"33.3%\" width=\"33.4%\"",
        "part-cancelled\" x=\"66.7%\" width=\"33.3%\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn a_unit_lists_the_actions_that_name_it_where_the_measure_does_not() {
    let project = built();
    let own = |unit: &str| {
        let page = project.page(&format!("2567/units/{unit}.html"));
        page.split_once("actions-of").map(|(_, table)| table.split("<tr>").skip(2).map(visible).collect::<Vec<_>>())
    };
    assert_eq!(own("clerk"), None, "an action that names the measure's unit again is nothing of its own");
    let finance = own("finance").unwrap_or_default().join("\n");
    assert!(finance.contains("ตรวจสอบบัญชี ป้องกันการรับสินบน ม.ค. ๒๕๖๗ ล่าช้า"), "{finance}");
    let works = own("works").unwrap_or_default().join("\n");
    assert!(works.contains("ลงเว็บไซต์ เผยแพร่ข้อมูล ก.พ. ๒๕๖๗ เสร็จแล้ว"), "planned for it, and reported as done: {works}");
}

/// What `check` tells of a measure with these fields, and its hints, as JSON lines.
fn told(fields: &str, lang: &str) -> String {
    let site = SITE.replace("base_url", "    - { id: finance, name: กองคลัง }\nbase_url");
    let measure = format!("---\ntitle: ก\n{fields}---\n");
    let project = Project::new(&[("site.yaml", &site), ("2566/measures/a.md", &measure)]);
    String::from_utf8(project.run(&["check", "--format", "json", "--lang", lang]).stdout).expect("UTF-8")
}

#[test]
fn a_misspelt_unit_is_told_with_the_one_it_may_be_and_with_nothing_besides() {
    for (written, meant) in [("สำนักปลัดเทศบา", "สำนักปลัดเทศบาล"), ("finace", "finance"), ("กองคลั", "กองคลัง")]
    {
        let told = told(&format!("units: {written}\n"), "en");
        assert!(told.contains(&format!("did you mean “{meant}”?")), "{told}");
        assert!(!told.contains("PS502"), "{told}");
    }
    assert!(!told("units: กองช่าง\n", "en").contains("did you mean"), "another unit is no slip");
}

#[test]
fn a_measure_without_a_unit_is_told_so_unless_one_is_written_that_was_not_understood() {
    for fields in ["unts: กองคลัง\n", "actions: [{ text: ก, unit: กองคลัง }]\n", "units: { name: กองคลัง }\n"]
    {
        assert!(!told(fields, "en").contains("PS502"), "{fields}");
    }
    for fields in ["", "units: []\n", "units:\n"] {
        let told = told(fields, "th");
        assert!(told.contains("PS502") && told.contains("ในระเบียนนี้ โดยใช้ชื่อหน่วยงานที่มีใน site.yaml"), "{told}");
    }
}

#[test]
fn what_a_measure_names_twice_counts_once() {
    let named = |units: &str, numbers: &str, items: &str| {
        let measure = format!("---\ntitle: ก\nunits: {units}\nindicators: {numbers}\noit: {items}\n---\n");
        let project = Project::new(&[("site.yaml", SITE), ("2567/measures/a.md", &measure)]);
        project.build();
        let page = |address: &str| visible(&project.page(address));
        let json = std::fs::read_to_string(project.path("public/2567/data/measures.json")).expect("the data");
        (page("2567/measures/a.html"), page("2567/units/clerk.html"), page("2567/indicators/8.html"), json)
    };
    assert_eq!(
        named("[clerk, สำนักปลัดเทศบาล, clerk]", "[8, 8, 9, 8]", "[o14, O14, '๑๔']"),
        named("clerk", "[8, 9]", "o14"),
    );
}
