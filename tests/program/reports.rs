//! The official tables: their columns, their merged cells, their sections.

use crate::support::{Project, visible};

const MEASURE: &str = "---
title: มาตรการหนึ่ง
units: สำนักปลัดเทศบาล
period: ปีงบประมาณ ๒๕๖๗
parts: [ส่วนที่หนึ่ง, ส่วนที่สอง]
actions:
  - { text: วิธีหนึ่ง, results: [{ text: ผลหนึ่ง }, { text: ผลสอง }] }
  - text: วิธีสอง
follow_up: ทุกเดือน
suggestions: ไม่มี
---
";

fn head(page: &str) -> Vec<String> {
    let head = page.split_once("<thead>").and_then(|(_, rest)| rest.split_once("</thead>")).expect("a head").0;
    head.split("</th>").map(visible).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

#[test]
fn columns_are_the_usual_ones_that_the_year_has_something_for() {
    let project = Project::new(&[("2567/measures/a.md", MEASURE)]);
    project.build();
    assert_eq!(
        head(&project.page("2567/report/plan.html")),
        ["มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"]
    );
    assert_eq!(
        head(&project.page("2567/report/progress.html")),
        ["มาตรการ/แนวทาง", "วิธีการดำเนินงาน", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ผลการดำเนินการ", "การติดตามผล", "ข้อเสนอแนะ"]
    );
}

#[test]
fn what_is_said_for_all_actions_is_one_cell_and_results_carry_their_actions_number() {
    let project = Project::new(&[("2567/measures/a.md", MEASURE)]);
    project.build();
    let page = project.page("2567/report/progress.html");
    assert_eq!(page.matches("rowspan=\"2\"").count(), 5, "measure, units, period, follow-up, suggestions");
    let text = visible(&page);
    assert!(text.contains("๑.๑ ผลหนึ่ง") && text.contains("๑.๒ ผลสอง"), "{text}");
    assert!(text.contains("๑. มาตรการหนึ่ง ๑. ส่วนที่หนึ่ง ๒. ส่วนที่สอง"), "{text}");
}

#[test]
fn columns_heads_title_and_lead_are_as_written() {
    let project = Project::new(&[
        ("2567/measures/a.md", MEASURE),
        (
            "2567/assessment.md",
            "---\nreports:\n  plan:\n    title: แผนของเรา\n    lead: [ย่อหน้าหนึ่ง, ย่อหน้าสอง]\n    columns: [{ shows: measure, title: หัวข้อ }, { shows: period }, { shows: actions }]\n---\n",
        ),
    ]);
    project.build();
    let page = project.page("2567/report/plan.html");
    assert_eq!(head(&page), ["หัวข้อ", "ระยะเวลาดำเนินการ", "วิธีการดำเนินการ"]);
    let text = visible(&page);
    assert!(text.contains("แผนของเรา") && text.contains("ย่อหน้าหนึ่ง ย่อหน้าสอง"), "{text}");
    assert!(!text.contains("สำนักปลัดเทศบาล"), "the units were not asked for: {text}");
}

#[test]
fn measures_stand_under_their_instruments_where_all_of_them_name_one() {
    let measure = |number: u8, title: &str, instrument: &str| {
        format!("---\ntitle: {title}\nnumber: {number}\ninstrument: {instrument}\n---\n")
    };
    let (a, b, c) = (measure(1, "ก", "OIT"), measure(2, "ข", "OIT"), measure(3, "ค", "EIT"));
    let project = Project::new(&[
        ("2567/measures/a.md", a.as_str()),
        ("2567/measures/b.md", b.as_str()),
        ("2567/measures/c.md", c.as_str()),
    ]);
    project.build();
    let text = visible(&project.page("2567/report/plan.html"));
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("no {what}: {text}"));
    let order = [
        at("๑. มาตรการ/แนวทางเพื่อขับเคลื่อน (OIT)"),
        at("๑. ก"),
        at("๒. ข"),
        at("๒. มาตรการ/แนวทางเพื่อขับเคลื่อน (EIT)"),
        at("๓. ค"),
    ];
    assert!(order.is_sorted(), "{text}");
    project.write("content/2567/measures/d.md", "---\ntitle: ง\n---\n".as_bytes());
    project.build();
    assert!(!visible(&project.page("2567/report/plan.html")).contains("แนวทางเพื่อขับเคลื่อน"));
}

#[test]
fn a_column_that_is_named_twice_is_an_error_at_the_second_place() {
    let project = Project::new(&[(
        "2567/assessment.md",
        "---\nreports:\n  progress:\n    columns: [{ shows: results }, { shows: results, title: อีกครั้ง }]\n---\n",
    )]);
    let output = project.run(&["build", "--lang", "en"]);
    let said = crate::support::said(&output);
    assert!(!output.status.success() && said.contains("assessment.md:4:44"), "{said}");
}

#[test]
fn a_form_with_a_column_that_there_is_not_is_an_error_with_its_place() {
    let project =
        Project::new(&[("2567/assessment.md", "---\nreports:\n  plan:\n    columns: [{ shows: budget }]\n---\n")]);
    let output = project.run(&["build", "--lang", "en"]);
    let said = crate::support::said(&output);
    assert!(!output.status.success() && said.contains("assessment.md:4:24") && said.contains("follow_up"), "{said}");
}

#[test]
fn results_carry_their_dates_and_evidence_into_the_report() {
    let measure = "---\ntitle: ก\nactions:\n  - text: ข\n    results:\n      - { text: ประกาศแล้ว, date: 2567-02-10, evidence: { title: คำสั่ง, url: 'https://example.org/a.pdf' } }\n      - { text: อบรมเมื่อวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๗, date: 2567-02-10 }\n  - { text: ค, status: cancelled }\n---\n";
    let project = Project::new(&[("2567/measures/a.md", measure)]);
    project.build();
    let text = visible(&project.page("2567/report/progress.html"));
    assert!(text.contains("๑.๑ ประกาศแล้ว (๑๐ กุมภาพันธ์ ๒๕๖๗) หลักฐาน: คำสั่ง"), "{text}");
    assert!(text.contains("๑.๒ อบรมเมื่อวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๗ ") && text.contains("ยกเลิก"), "{text}");
    assert_eq!(text.matches("๑๐ กุมภาพันธ์ ๒๕๖๗").count(), 2, "{text}");
}

#[test]
fn each_report_can_have_a_signatory_of_its_own_and_units_keep_their_written_names() {
    let project = Project::new(&[
        ("2567/measures/a.md", "---\ntitle: ก\nunits: สำนักปลัด\n---\n"),
        ("2567/assessment.md", "---\nreports: { progress: { signatory: { name: นางสาวหนึ่ง } } }\n---\n"),
    ]);
    project.build();
    let (plan, progress) =
        (visible(&project.page("2567/report/plan.html")), visible(&project.page("2567/report/progress.html")));
    assert!(progress.contains("(นางสาวหนึ่ง)") && !plan.contains("นางสาวหนึ่ง"), "{plan} {progress}");
    assert!(plan.contains(" สำนักปลัด ") && !plan.contains("สำนักปลัดเทศบาล"), "{plan}");
}

#[test]
fn every_row_but_the_first_says_on_paper_which_measure_goes_on() {
    let project = Project::new(&[("2567/measures/a.md", MEASURE)]);
    project.build();
    let page = project.page("2567/report/plan.html");
    let named: Vec<&str> =
        page.split("<p class=\"continued\">").skip(1).filter_map(|rest| rest.split("</p>").next()).collect();
    assert_eq!(named, ["๑. (ต่อ)"], "two actions");
}
