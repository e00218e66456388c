//! The example content: what a reader of the two documents would count is on the built pages.

use crate::support::{run_in, said, visible};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The example site, built once.
static SITE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("public");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = run_in(root, &["build", "--lang", "en", "--out", out.to_str().expect("a path in UTF-8")]);
    assert!(output.status.success(), "{}", said(&output));
    (folder, out)
});

fn page(address: &str) -> String {
    std::fs::read_to_string(SITE.1.join(address)).unwrap_or_else(|error| panic!("{address}: {error}"))
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

/// The pages of an organisation's measures.
fn measures(folder: &str) -> Vec<String> {
    let list = std::fs::read_dir(SITE.1.join(folder)).expect("there are measures");
    list.map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8"))
        .filter(|name| name != "index.html")
        .map(|name| page(&format!("{folder}/{name}")))
        .collect()
}

#[test]
fn janthawi_has_four_measures_twenty_one_methods_and_their_results() {
    let pages = measures("janthawi/2565/measures");
    assert_eq!(pages.len(), 4);
    let total = |what| pages.iter().map(|page| count(page, what)).sum::<usize>();
    assert_eq!(total("<p class=\"action-text\">"), 21);
    assert_eq!(total("<li class=\"outcome-"), 29, "results");
    assert_eq!(total("class=\"outcome-facts\"><span class=\"outcome\">"), 29);
    assert_eq!(
        pages
            .iter()
            .flat_map(|page| page.split("outcome-facts").skip(1))
            .filter(|rest| { rest.split("</p>").next().is_some_and(|facts| facts.contains("<time")) })
            .count(),
        26,
        "results with a date"
    );
    assert_eq!(total("<li class=\"outcome-planned"), 2, "May and July 2565 were still to come");
    assert_eq!(total("<li class=\"outcome-not_applicable"), 1, "no corruption, so nothing was published");
}

#[test]
fn the_progress_report_has_a_row_for_every_method() {
    let report = page("janthawi/2565/report/progress.html");
    let table = report.split_once("<tbody>").map_or("", |(_, rest)| rest);
    assert_eq!(count(table, "<tr>"), 21);
    assert_eq!(count(table, "<th scope=\"rowgroup\""), 4);
    let text = visible(&report);
    assert!(
        text.starts_with("id=")
            || text.contains("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ของเทศบาลตำบลจันทวี")
    );
    assert!(text.contains("๔.๓ โครงการเพิ่มประสิทธิภาพจัดการขยะมูลฝอย"));
}

#[test]
fn khlong_saen_saep_has_eleven_scores_thirteen_points_and_six_measures() {
    let assessment = page("khlong-saen-saep/2564/assessment.html");
    let text = visible(&assessment);
    for score in ["๙๖.๐๘", "๘๘.๔๕", "๙๒.๒๘", "๘๓.๖๓", "๙๓.๔๕", "๙๑.๔๐", "๙๒.๗๒", "๙๒.๕๒", "๒๔.๓๒", "๐.๐๐", "๕๙.๗๖"]
    {
        assert!(text.contains(score), "{score}");
    }
    let points = assessment.split("data-label=\"ประเด็นที่ต้องแก้ไข/ปรับปรุง\"").skip(1);
    let listed: usize = points.filter_map(|rest| rest.split("</td>").next()).map(|cell| count(cell, "<li>")).sum();
    assert_eq!(listed, 13);
    assert!(text.contains("ระดับ D"));
    let pages = measures("khlong-saen-saep/2564/measures");
    assert_eq!(pages.len(), 6);
    assert_eq!(pages.iter().map(|page| count(page, "<p class=\"action-text\">")).sum::<usize>(), 8);
    assert!(pages.iter().all(|page| page.contains("รายงานความก้าวหน้าและสรุปผล ณ สิ้นปีงบประมาณ")));
}

#[test]
fn the_overall_score_is_worked_out_from_the_indicators() {
    let text = visible(&page("khlong-saen-saep/2564/assessment.html"));
    assert!(text.contains("๐.๓๐ × ๙๐.๗๘ (IIT) + ๐.๓๐ × ๙๒.๒๑ (EIT) + ๐.๔๐ × ๑๒.๑๖ (OIT) = ๕๙.๗๖"), "{text}");
    assert!(text.contains("คำนวณจากตัวชี้วัดได้ ๕๙.๗๖ คะแนน ตรงกับที่ประกาศ"));
}

#[test]
fn doubts_about_the_documents_are_on_the_pages() {
    let prevention = page("janthawi/2565/measures/corruption-prevention.html");
    assert!(count(&prevention, "class=\"remark\"") >= 2, "the year ๒๕๖๕ and เจตจำนงค์ are as printed, with a remark");
    assert!(page("khlong-saen-saep/2564/assessment.html").contains("class=\"remark\""));
}

#[test]
fn every_item_of_the_list_has_a_page_that_stands_alone() {
    for (folder, year) in [("janthawi", "๒๕๖๕"), ("khlong-saen-saep", "๒๕๖๔")] {
        let be = if year == "๒๕๖๕" { 2565 } else { 2564 };
        for number in 1..=43 {
            let item = page(&format!("{folder}/{be}/oit/o{number}.html"));
            assert!(
                item.contains(&format!("<span class=\"code\">o{number}</span>"))
                    && item.contains(&format!("ปีงบประมาณ พ.ศ. {year}"))
            );
        }
    }
}
