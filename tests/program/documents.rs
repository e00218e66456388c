//! The example content: what a reader of the five documents would count is on the built pages.

use crate::support::{on_screen, run_in, said, visible};
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

/// How many entries the lists of a class have, on all of these pages.
fn listed(pages: &[String], list: &str) -> usize {
    let head = format!("l class=\"{list}\">");
    let lists = pages.iter().flat_map(|page| page.split(head.as_str()).skip(1));
    lists
        .map(|rest| {
            count(rest.split("</ul>").next().unwrap_or_default().split("</ol>").next().unwrap_or_default(), "<li>")
        })
        .sum()
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
            .filter(|rest| {
                rest.split("</p>").next().is_some_and(|facts| facts.contains("<time") || facts.contains("<data"))
            })
            .count(),
        26,
        "results with a date"
    );
    assert_eq!(total("<li class=\"outcome-planned"), 2, "May and July 2565 were still to come");
    assert_eq!(total("<li class=\"outcome-not_applicable"), 1, "no corruption, so nothing was published");
}

#[test]
fn the_progress_report_has_a_row_for_every_method() {
    let report = on_screen(&page("janthawi/2565/report/progress.html"));
    let table = report.split_once("</thead>").map_or("", |(_, rest)| rest);
    let table = table.split_once("<tfoot").map_or(table, |(rows, _)| rows);
    assert_eq!(count(table, "<tr>"), 21);
    assert_eq!(count(table, "<th scope=\"rowgroup\""), 4);
    let text = visible(&report);
    assert!(text.contains("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ของเทศบาลตำบลจันทวี"));
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
    assert!(text.contains("๐.๓๐ × ๙๐.๗๘ (IIT) + ๐.๓๐ × ๙๒.๒๑ (EIT) + ๐.๔๐ × ๑๒.๑๖ (OIT) ≈ ๕๙.๗๖"), "{text}");
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
    for (folder, be, year, items) in [
        ("janthawi", 2565, "๒๕๖๕", 43),
        ("khlong-saen-saep", 2564, "๒๕๖๔", 43),
        ("dong-klang", 2566, "๒๕๖๖", 43),
        ("don-arang", 2566, "๒๕๖๖", 43),
        ("phanom-thuan", 2567, "2567", 35),
    ] {
        for number in 1..=items {
            let item = page(&format!("{folder}/{be}/oit/o{number}.html"));
            assert!(
                item.contains(&format!("<span class=\"code\">o{number}</span>"))
                    && item.contains(&format!("ปีงบประมาณ พ.ศ. {year}"))
            );
        }
    }
}

#[test]
fn dong_klang_has_seven_measures_by_instrument_with_their_items_and_results() {
    let pages = measures("dong-klang/2566/measures");
    assert_eq!(pages.len(), 7);
    let total = |what| pages.iter().map(|page| count(page, what)).sum::<usize>();
    assert_eq!(total("<p class=\"action-text\">"), 15, "methods");
    assert_eq!(total("<li class=\"outcome-"), 24, "results");
    assert_eq!(listed(&pages, "parts"), 16, "what else stands in the cells of measures");
    assert_eq!(listed(&pages, "suggestions"), 7);
    assert_eq!(pages.iter().filter(|page| page.contains("<li>ไม่มี</li>")).count(), 2, "written as none");
    let dated = pages.iter().flat_map(|page| page.split("outcome-facts").skip(1));
    assert_eq!(dated.filter(|rest| rest.split("</p>").next().is_some_and(|facts| facts.contains("<time"))).count(), 3);
    for item in ["o10", "o18", "o24", "o26", "o30", "o31", "o32", "o34", "o39", "o40", "o41", "o43"] {
        let link = format!("<a href=\"../oit/{item}.html\">{item} ");
        let named: usize = pages.iter().map(|page| count(page, &link)).sum();
        assert_eq!(named, 3, "{item}: in its measure, in its result, and among the items concerned");
    }
    let report = visible(&page("dong-klang/2566/report/progress.html"));
    for said in [
        "รายงานความก้าวหน้าผลการดำเนินการมาตรการส่งเสริมคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลดงกลาง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "๑. มาตรการ/แนวทางเพื่อขับเคลื่อน (OIT)",
        "๒. มาตรการ/แนวทางเพื่อขับเคลื่อน (IIT)",
        "๓. มาตรการ/แนวทางเพื่อขับเคลื่อน (EIT)",
        "คำสั่งที่ ๒๙/๒๕๖๖ ลงวันที่ ๑๖ มีนาคม ๒๕๖๖",
        "ผู้รายงาน (นายศุภกฤต เสถียรเขต) ตำแหน่ง นิติกร",
    ] {
        assert!(report.contains(said), "no {said}: {report}");
    }
}

#[test]
fn phanom_thuan_has_seven_issues_with_their_remarks_beside_the_rows_they_span() {
    let rows = [14, 13, 10, 8, 10, 11, 14];
    let remarks = [3, 3, 2, 2, 2, 2, 3];
    for number in 0..7 {
        let issue = page(&format!("phanom-thuan/2567/issues/{}.html", number + 1));
        assert_eq!(
            count(&issue, "<th scope=\"row\" class=\"code\">"),
            rows[number],
            "questions of issue {}",
            number + 1
        );
        assert_eq!(count(&issue, "class=\"finding-remark\""), remarks[number], "remarks of issue {}", number + 1);
        assert_eq!(count(&issue, "<td class=\"number wide\""), 1, "one measure answers issue {}", number + 1);
    }
    let first = page("phanom-thuan/2567/issues/1.html");
    assert!(
        first.contains("rowspan=\"6\" class=\"finding-remark\"")
            && first.contains("rowspan=\"2\" class=\"finding-remark\"")
    );
    assert!(visible(&first).contains("ข้อ i1 เจ้าหน้าที่ของหน่วยงานท่าน ปฏิบัติหรือให้บริการแก่บุคคลภายนอก"));
}

#[test]
fn phanom_thuan_has_sixty_nine_scores_and_what_they_give() {
    let assessment = page("phanom-thuan/2567/assessment.html");
    assert_eq!(count(&assessment, "<th scope=\"row\" class=\"code\">"), 69, "scores of questions and items");
    assert_eq!(count(&assessment, "<dt>ข้อจำกัด"), 5);
    let text = visible(&assessment);
    for said in [
        "0.30 × 87.64 (IIT) + 0.30 × 75.94 (EIT) + 0.40 × 78.38 (OIT) ≈ 80.42",
        "ตรงกับที่ประกาศ",
        "ระดับตามคะแนน: ต้องปรับปรุง",
        "94.14 คำนวณจากรายข้อได้ 94.14",
        "88.05 คำนวณจากรายข้อได้ 88.05",
        "90.39 คำนวณจากรายข้อได้ 90.39",
        "81.44 คำนวณจากรายข้อได้ 81.44",
        "84.16 คำนวณจากรายข้อได้ 84.16",
        // The questions printed are rounded already: a hundredth off agrees.
        "78.36 คำนวณจากรายข้อได้ 78.35",
        "75.25 คำนวณจากรายข้อได้ 75.25",
        "74.20 ขาดคะแนนข้อ e14 ซึ่งต้องได้ประมาณ 68.53 จึงจะได้คะแนนตามที่ประกาศ",
        "93.00 คำนวณจากรายข้อไม่ได้ เพราะไม่มีคะแนนอีก 10 ข้อ",
        "63.75 คำนวณจากรายข้อไม่ได้ เพราะไม่มีคะแนนอีก 8 ข้อ",
    ] {
        assert!(text.contains(said), "no {said}: {text}");
    }
    assert!(!text.contains("ไม่ตรงกับที่ประกาศ"), "{text}");
}

#[test]
fn phanom_thuan_plans_thirteen_methods_in_twenty_four_steps() {
    let pages = measures("phanom-thuan/2567/measures");
    assert_eq!(pages.len(), 7);
    assert_eq!(pages.iter().map(|page| count(page, "<p class=\"action-text\">")).sum::<usize>(), 13);
    assert_eq!(listed(&pages, "steps"), 24);
    let plan = page("phanom-thuan/2567/report/plan.html");
    assert!(
        visible(&plan).contains("หัวข้อ วิธีการนำผลวิเคราะห์ไปสู่การปฏิบัติ ผู้รับผิดชอบ/ผู้ที่เกี่ยวข้อง ขั้นตอน/วิธีปฏิบัติ ระยะเวลาดำเนินงาน")
    );
    assert!(plan.contains("class=\"cell-steps\" rowspan=\"4\""), "four methods of the seventh share their steps");
}

#[test]
fn don_arang_has_plan_and_report_side_by_side() {
    let pages = measures("don-arang/2566/measures");
    assert_eq!(pages.len(), 7);
    let total = |what| pages.iter().map(|page| count(page, what)).sum::<usize>();
    assert_eq!(
        total("<p class=\"action-text\">"),
        19 + 19,
        "methods of the plan, and those that the report words otherwise"
    );
    assert_eq!(total("<div class=\"compare\">"), 12);
    assert_eq!(listed(&pages, "suggestions"), 14);
    assert_eq!(listed(&pages, "follow-up"), 32);
    let property = visible(&page("don-arang/2566/measures/use-of-state-property.html"));
    assert!(property.contains("คู่มือหรือมาตรฐานในการยืม-คืน") && property.contains("คู่มือหรือมาตรการในการยืม-คืน"), "{property}");
    assert!(property.contains("ผู้รับผิดชอบ ทุกกองงาน ผู้รับผิดชอบตามรายงานผล สำนักปลัด"), "{property}");
    for (report, heads) in [
        ("plan", "มาตรการ/แนวทาง วิธีการดำเนินการ ระยะเวลาดำเนินการ การติดตามผลการดำเนินการ ผู้รับผิดชอบ"),
        ("progress", "มาตรการ/แนวทาง วิธีดำเนินการ ระยะเวลาดำเนินการ การติดตามผลการดำเนินการ ข้อเสนอแนะ ผู้รับผิดชอบ"),
    ] {
        let page = page(&format!("don-arang/2566/report/{report}.html"));
        assert!(visible(&page).contains(heads), "{report}");
        assert_eq!(count(&page, "<th scope=\"rowgroup\""), 7, "{report}");
    }
}

#[test]
fn the_portal_has_the_five_side_by_side() {
    let text = visible(&page("index.html"));
    for organisation in
        ["เทศบาลตำบลจันทวี", "เทศบาลตำบลคลองแสนแสบ", "องค์การบริหารส่วนตำบลดงกลาง", "เทศบาลตำบลพนมทวน", "เทศบาลตำบลดอนอะราง"]
    {
        assert!(text.contains(organisation), "no {organisation}: {text}");
    }
    assert!(text.contains("๘๐.๔๒") && text.contains("๕๙.๗๖"), "{text}");
}
