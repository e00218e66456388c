//! An organisation with several years: what changed, and what the year before says of this one.

use crate::support::{Project, visible};

const BEFORE: &str = "---\noverall: 70.00\nlevel: C\nindicators: { 1: 80.00, 2: 90.00, 9: 50.00 }\n---\n";
const AFTER: &str = "---\noverall: 80.42\nlevel: ต้องปรับปรุง\nindicators: { 1: 94.14, 2: 88.05, 9: 50.00 }\nquestions: { o1: 0, o18: 100 }\n---\n";

fn two_years() -> Project {
    let project = Project::new(&[
        ("2566/assessment.md", BEFORE),
        ("2566/measures/old.md", "---\ntitle: มาตรการปีก่อน\n---\n"),
        ("2567/assessment.md", AFTER),
        ("2567/measures/new.md", "---\ntitle: มาตรการปีนี้\nactions: [{ text: ก, results: [{ text: ข }] }]\n---\n"),
    ]);
    project.build();
    project
}

#[test]
fn the_front_page_is_the_newest_years_and_says_how_the_score_changed() {
    let project = two_years();
    let front = visible(&project.page("index.html"));
    assert!(front.contains("ปีงบประมาณ พ.ศ. ๒๕๖๗") && front.contains("มาตรการปีนี้"), "{front}");
    assert!(front.contains("+๑๐.๔๒ เทียบกับปี ๒๕๖๕ (๗๐.๐๐)"), "{front}");
    assert!(project.page("index.html").contains("href=\"years.html\""));
    let before = visible(&project.page("2566/index.html"));
    assert!(before.contains("มาตรการปีก่อน") && !before.contains("เทียบกับปี"), "{before}");
}

#[test]
fn year_after_year_has_scores_progress_and_the_measures_of_all_years() {
    let page = two_years().page("years.html");
    assert!(page.contains("data-key=\"year\" data-sort data-filter"), "the measures are told apart by their year");
    let text = visible(&page);
    for said in [
        "๒๕๖๗ ๒๕๖๖ ๘๐.๔๒ +๑๐.๔๒ เทียบกับปี ๒๕๖๕ (๗๐.๐๐)",
        "๑. การปฏิบัติหน้าที่ ๘๐.๐๐ ๙๔.๑๔ +๑๔.๑๔",
        "๒. การใช้งบประมาณ ๙๐.๐๐ ๘๘.๐๕ −๑.๙๕",
        "๙. การเปิดเผยข้อมูล ๕๐.๐๐ ๕๐.๐๐ เท่าเดิม",
        "มาตรการปีนี้",
        "มาตรการปีก่อน",
        "เสร็จ ๑ จาก ๑ วิธีการ",
    ] {
        assert!(text.contains(said), "no {said}: {text}");
    }
}

#[test]
fn an_indicator_is_shown_year_by_year() {
    let text = visible(&two_years().page("2567/indicators/1.html"));
    assert!(text.contains("คะแนนรายปี"), "{text}");
    assert!(text.contains("๒๕๖๖ ๙๔.๑๔ +๑๔.๑๔ เทียบกับปี ๒๕๖๕ (๘๐.๐๐) ๒๕๖๕ ๘๐.๐๐ –"), "{text}");
}

#[test]
fn an_item_says_what_it_last_scored_whatever_its_code_was_then() {
    let project = two_years();
    let structure = visible(&project.page("2567/oit/o1.html"));
    assert!(structure.contains("ผลครั้งล่าสุด ๐.๐๐ (ของปี ๒๕๖๖ ข้อ o1 )"), "{structure}");
    // E-Service was o18 in 2566 and is o13 in 2567; o18 of 2567 is something else.
    let e_service = visible(&project.page("2567/oit/o13.html"));
    assert!(e_service.contains("ผลครั้งล่าสุด ๑๐๐.๐๐ (ของปี ๒๕๖๖ ข้อ o18 )"), "{e_service}");
    assert!(project.page("2567/oit/o13.html").contains("href=\"../../2566/oit/o18.html\""));
    assert!(!visible(&project.page("2567/oit/o18.html")).contains("ผลครั้งล่าสุด"));
    // In the year itself the result is not yet a last one.
    assert!(!visible(&project.page("2566/oit/o1.html")).contains("ผลครั้งล่าสุด"));
}

#[test]
fn a_measure_is_named_on_the_page_of_the_item_that_asks_for_the_same() {
    let project =
        Project::new(&[("2567/measures/a.md", "---\ntitle: จัดทำแผนผังโครงสร้าง\noit: [o1, o18]\noit_year: 2566\n---\n")]);
    project.build();
    assert!(visible(&project.page("2567/oit/o1.html")).contains("จัดทำแผนผังโครงสร้าง"));
    assert!(visible(&project.page("2567/oit/o13.html")).contains("จัดทำแผนผังโครงสร้าง"));
    assert!(!visible(&project.page("2567/oit/o18.html")).contains("จัดทำแผนผังโครงสร้าง"));
    let measure = visible(&project.page("2567/measures/a.html"));
    assert!(measure.contains("ของปี ๒๕๖๖") && measure.contains("o18 E-Service"), "{measure}");
}

#[test]
fn an_item_has_the_measures_that_speak_of_its_year() {
    let measure = |year: &str| format!("---\ntitle: มาตรการ {year}\noit: o1\n---\n");
    let (one, two) = (measure("2566"), measure("2567"));
    let project = Project::new(&[("2566/measures/a.md", one.as_str()), ("2567/measures/b.md", two.as_str())]);
    project.build();
    for (year, other) in [("2566", "2567"), ("2567", "2566")] {
        let item = visible(&project.page(&format!("{year}/oit/o1.html")));
        assert!(item.contains(&format!("มาตรการ {year}")) && !item.contains(&format!("มาตรการ {other}")), "{item}");
    }
}

#[test]
fn an_indicator_has_its_measures_of_other_years_too() {
    let measure = |year: &str| format!("---\ntitle: มาตรการ {year}\nindicators: 9\n---\n");
    let (one, two) = (measure("2566"), measure("2567"));
    let project = Project::new(&[("2566/measures/a.md", one.as_str()), ("2567/measures/b.md", two.as_str())]);
    project.build();
    let page = project.page("2567/indicators/9.html");
    assert!(page.contains("href=\"../../data/measures.csv\""), "the table of other years has its data beside it");
    let text = visible(&page);
    let (own, other) = text.split_once("มาตรการของตัวชี้วัดนี้ในปีอื่น").expect("measures of other years");
    assert!(own.contains("มาตรการ 2567") && other.contains("มาตรการ 2566"), "{text}");
}

#[test]
fn a_site_of_one_year_has_no_page_of_years() {
    let project = Project::new(&[("2567/assessment.md", AFTER)]);
    project.build();
    assert!(!project.path("public/years.html").exists() && !project.page("index.html").contains("years.html"));
}

#[test]
fn the_tables_of_all_years_are_open_data_too() {
    let project = two_years();
    let page = project.page("years.html");
    for table in ["years", "measures", "scores"] {
        assert!(page.contains(&format!("href=\"data/{table}.csv\"")), "no link to {table}.csv");
        let rows: serde_json::Value =
            serde_json::from_str(&project.page(&format!("data/{table}.json"))).expect("JSON of all years");
        let years: Vec<u64> =
            rows.as_array().expect("a list").iter().map(|row| row["fiscal_year"].as_u64().expect("a year")).collect();
        assert!(years.contains(&2566) && years.contains(&2567) && years.is_sorted(), "{table}: {years:?}");
    }
    let csv = project.page("data/years.csv");
    assert!(csv.starts_with("\u{feff}fiscal_year,analysed_year,overall_score"), "{csv}");
    assert!(csv.contains("2566,2565,70,C,1,") && csv.contains("2567,2566,80.42,ต้องปรับปรุง,1,1,"), "{csv}");
    assert!(project.page("data/datapackage.json").contains("\"path\": \"measures.csv\""));
}
