//! What pages say: statuses, words and digits as a reader sees them.

use crate::support::{Project, SITE, visible};

const ACTIONS: &str = "---\ntitle: มาตรการหนึ่ง\nunits: clerk\nindicators: [5, 10]\noit: [o31, ๐๓๒]\nperiod: ต.ค. 2565 - มี.ค. 2566\nactions:\n  - text: เสร็จ\n    results: { text: ประกาศแล้ว, date: ๑๐ ก.พ. ๒๕๖๖ }\n  - text: เลยเวลา\n    results: { text: กำหนดในเดือนพฤษภาคม, date: พฤษภาคม ๒๕๖๖ }\n  - text: ยังไม่ทำ\n  - text: เลิกทำ\n    status: cancelled\nfollow_up: รายงานเป็นประจำทุก ๖ เดือน\nsuggestions: ไม่มี\nremark: หมายเหตุของผู้จัดทำ\n---\n\n## รายละเอียด\n\nเนื้อหา\n";

#[test]
fn a_measure_page_says_how_each_action_stands() {
    let project =
        Project::new(&[("2566/measures/a.md", ACTIONS), ("site.yaml", &SITE.replace("2566-09-30", "2566-04-30"))]);
    project.build();
    insta::assert_snapshot!(visible(&project.page("2566/measures/a.html")));
}

#[test]
fn the_same_page_in_english_with_arabic_digits() {
    let site = format!("{}language: en\ndigits: arabic\n", SITE.replace("2566-09-30", "2566-04-30"));
    let project = Project::new(&[("2566/measures/a.md", ACTIONS), ("site.yaml", &site)]);
    project.build();
    insta::assert_snapshot!(visible(&project.page("2566/measures/a.html")));
}

#[test]
fn a_measure_without_a_result_says_so_and_is_never_nought_per_cent() {
    let project = Project::new(&[(
        "2566/measures/a.md",
        "---\ntitle: ก\nperiod: ต.ค. 2565 - มี.ค. 2566\nactions: [{ text: ข }, { text: ค }]\n---\n",
    )]);
    project.build();
    for page in ["2566/measures/a.html", "2566/measures/index.html", "2566/index.html"] {
        let text = visible(&project.page(page));
        assert!(text.contains("ยังไม่มีรายงานผล"), "{page}: {text}");
        assert!(!text.contains("เสร็จ ๐ จาก"), "{page}: {text}");
    }
}

#[test]
fn a_level_that_does_not_fit_is_shown_beside_what_the_scores_give() {
    let project = Project::new(&[(
        "2567/assessment.md",
        "---\noverall: 96\nlevel: ผ่านดีเยี่ยม\nindicators: { 1: 94, 2: 94, 3: 94, 4: 94, 5: 94, 6: 97, 7: 97, 8: 97, 9: 97, 10: 96.5 }\n---\n",
    )]);
    project.build();
    let text = visible(&project.page("2567/assessment.html"));
    assert!(text.contains("ระดับตามคะแนน: ผ่านดี "), "{text}");
}

#[test]
fn every_page_of_a_bare_site_is_there() {
    let project = Project::new(&[]);
    project.build();
    assert!(project.page("index.html").contains("เทศบาลตำบลตัวอย่าง"));
    assert!(
        project.page("404.html").contains("https://www.example.go.th/ita/assets/style.css"),
        "it is shown at any depth"
    );
}

#[test]
fn headings_of_a_body_step_down_one_level_at_a_time() {
    let project =
        Project::new(&[("pages/about.md", "---\ntitle: ก\n---\n\n### ข\n\n##### ค\n\n# ง\n\n## จ\n\n## จ\n\n## !\n")]);
    project.build();
    let page = project.page("about.html");
    let headings: Vec<&str> = page
        .split("<div class=\"prose\">")
        .nth(1)
        .map(|body| body.lines().filter(|line| line.starts_with("<h")).collect())
        .unwrap_or_default();
    let expected = [
        "<h2 id=\"ข\">ข</h2>",
        "<h3 id=\"ค\">ค</h3>",
        "<h2 id=\"ง\">ง</h2>",
        "<h3 id=\"จ\">จ</h3>",
        "<h3 id=\"จ-2\">จ</h3>",
        "<h3 id=\"section\">!</h3>",
    ];
    assert_eq!(headings, expected, "{page}");
}

#[test]
fn no_doubtful_title_is_shown_without_its_mark() {
    let project = Project::new(&[("2569/measures/a.md", "---\ntitle: ก\nindicators: 9\noit: [o6]\n---\n")]);
    project.build();
    // The titles of 2569 are all less certain than a copy of the official list would make them.
    for page in [
        "2569/oit/o6.html",
        "2569/oit/index.html",
        "2569/measures/a.html",
        "2569/indicators/9.html",
        "2569/oit/o7.html",
    ] {
        let text = visible(&project.page(page));
        let title = "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี";
        let shown: Vec<&str> = text.split(title).skip(1).collect();
        assert!(!shown.is_empty(), "{page}");
        assert!(
            shown.iter().all(|after| after.trim_start_matches([' ', '(']).starts_with("ชื่อยังไม่ยืนยัน")),
            "{page}: {text}"
        );
    }
}

#[test]
fn instruments_and_levels_that_are_only_supposed_say_so() {
    let scores = "---\nanalysed_year: 2569\nindicators: { 1: 96, 2: 96, 3: 96, 4: 96, 5: 96, 6: 96, 7: 96, 8: 96, 9: 90, 10: 90 }\n---\n";
    let project = Project::new(&[("2569/assessment.md", scores)]);
    project.build();
    let marked = |page: &str, name: &str| {
        let text = visible(&project.page(page));
        let shown: Vec<&str> = text.split(name).skip(1).collect();
        assert!(!shown.is_empty(), "{page} does not say {name}: {text}");
        assert!(shown.iter().all(|after| after.trim_start().starts_with("ชื่อยังไม่ยืนยัน")), "{page}: {text}");
    };
    for page in ["2569/indicators/index.html", "2569/assessment.html", "2569/index.html"] {
        marked(page, "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)");
    }
    marked("2569/indicators/1.html", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)");
    marked("2569/assessment.html", "ระดับตามคะแนน: ผ่านดี");
    marked("2569/assessment.html", "ระดับ ผ่านดี");
}

#[test]
fn an_indicator_says_what_its_questions_give() {
    let project = Project::new(&[(
        "2567/assessment.md",
        "---\nindicators: { 1: 94.14 }\nquestions: { i1: 87.19, i2: 88.77, i3: 88.87, i4: 100, i5: 100, i6: 100, i7: 90, i8: 90, i9: 90, i10: 90, i11: 90, i12: 93 }\n---\n",
    )]);
    project.build();
    let printed = visible(&project.page("2567/indicators/1.html"));
    assert!(printed.contains("๙๔.๑๔ คะแนน") && printed.contains("คำนวณจากรายข้อได้ ๙๔.๑๔"), "{printed}");
    let computed = visible(&project.page("2567/indicators/2.html"));
    assert!(computed.contains("๙๐.๕๐ คะแนน"), "{computed}");
}

#[test]
fn both_languages_have_every_word_that_is_asked_for() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("readable");
    let names = |words: &str| -> std::collections::BTreeSet<String> {
        words
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
            .collect()
    };
    let thai = names(&read("themes/default/words/th.yaml"));
    assert_eq!(thai, names(&read("themes/default/words/en.yaml")));
    // Templates name words as `words.name`; the program in quotation marks, among other texts.
    let mut asked = std::collections::BTreeSet::new();
    let mut quoted = std::collections::BTreeSet::new();
    for folder in ["themes/default/templates", "src/pages"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let entry = entry.expect("readable");
            if entry.file_type().is_file() {
                let text = std::fs::read_to_string(entry.path()).expect("readable");
                let end = |char: char| !char.is_ascii_alphanumeric() && char != '_';
                asked.extend(text.split("words.").skip(1).filter_map(|rest| rest.split(end).next()).map(str::to_owned));
                asked.extend(
                    text.split("voice.word(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
                );
                quoted.extend(text.split('"').map(str::to_owned));
            }
        }
    }
    // What is left are methods of the word list.
    let missing: Vec<_> =
        asked.iter().filter(|name| !thai.contains(*name) && !["get", "all", ""].contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
    asked.extend(quoted);
    let unused: Vec<_> = thai
        .iter()
        .filter(|name| !asked.contains(*name) && !name.starts_with("status_") && !name.starts_with("outcome_"))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_level_that_the_scores_do_not_give_is_marked_and_scores_are_rounded_as_they_are_judged() {
    let project = Project::new(&[(
        "2564/assessment.md",
        "---\nanalysed_year: 2563\noverall: 49.995\nlevel: D\nindicators: { 1: 50, 2: 50, 3: 50, 4: 50, 5: 50, 6: 50, 7: 50, 8: 50, 9: 50, 10: 50 }\n---\n",
    )]);
    project.build();
    let text = visible(&project.page("2564/assessment.html"));
    assert!(text.contains("๕๐.๐๐ คะแนน ระดับ D ระดับที่ประกาศไม่ตรงกับคะแนน"), "{text}");
    assert!(text.contains("ระดับตามคะแนน: E (ไม่ตรงกับที่ประกาศ)"), "{text}");
}

#[test]
fn dates_written_in_numbers_are_shown_in_words_and_in_the_sites_digits() {
    let measure = "---\ntitle: ก\nactions: [{ text: ข, results: [{ text: ค, date: 2566-02-01 }, { text: ง, date: 10 กุมภาพันธ์ 2566 }] }]\n---\n";
    let project = Project::new(&[("2566/measures/a.md", measure)]);
    project.build();
    let text = visible(&project.page("2566/measures/a.html"));
    assert!(text.contains("ดำเนินการแล้ว · ๑ กุมภาพันธ์ ๒๕๖๖") && text.contains("ดำเนินการแล้ว · ๑๐ กุมภาพันธ์ ๒๕๖๖"), "{text}");
}

#[test]
fn the_timeline_has_the_times_of_the_plan_and_of_the_report() {
    let measure = "---\ntitle: ก\nactions: [{ text: ข, period: ม.ค. ๒๕๖๖ }]\nreport: { actions: [{ text: ค, results: [{ text: ง, date: ๑ มีนาคม ๒๕๖๖ }] }] }\n---\n";
    let project = Project::new(&[("2566/measures/a.md", measure)]);
    project.build();
    let page = project.page("2566/measures/a.html");
    let text = visible(&page);
    assert!(text.contains("วิธีที่ ๑ ตามแผน ม.ค. ๒๕๖๖") && text.contains("วิธีที่ ๑ ตามรายงานผล"), "{text}");
    // Each stands once in the picture, and once in what says what the marks mean.
    assert_eq!(page.matches("class=\"dot dot-done").count(), 2);
    assert_eq!(page.matches("class=\"period").count(), 2);
}

#[test]
fn items_with_a_link_are_counted_apart_from_those_with_a_reason() {
    let project = Project::new(&[
        ("2567/oit/o1.md", "---\nlinks: { title: ผัง, url: 'https://example.org/a' }\n---\n"),
        ("2567/oit/o2.md", "---\nnot_applicable: ไม่มีสภา\n---\n"),
    ]);
    project.build();
    let list = visible(&project.page("2567/oit/index.html"));
    assert!(list.contains("มีลิงก์ ๑ จาก ๓๕ ข้อ · ชี้แจงเหตุผลแทนลิงก์ ๑ ข้อ"), "{list}");
    // What o1 asks for is known of the year before.
    let item = visible(&project.page("2567/oit/o1.html"));
    assert!(item.contains("ตามข้อเดียวกันของปี ๒๕๖๖: อปท. ต้องแสดงเป็นแผนผัง"), "{item}");
}

#[test]
fn the_score_of_a_question_that_is_not_told_allows_for_rounding() {
    let scores = "---\nindicators: { 1: 95.01 }\nquestions: { i1: 94, i2: 94, i3: 94, i4: 94, i5: 94.03 }\n---\n";
    let project = Project::new(&[("2567/assessment.md", scores)]);
    project.build();
    let text = visible(&project.page("2567/assessment.html"));
    assert!(text.contains("ขาดคะแนนข้อ i6 ซึ่งต้องได้ประมาณ ๑๐๐.๐๐"), "{text}");
}

#[test]
fn every_telephone_number_has_a_link_of_its_own() {
    let settings = SITE.replace(
        "  units:",
        "  contact: { phone: '0 3435 1000, ๐ ๓๔๓๕ ๑๐๐๑ และ 02-111-2222 ต่อ 12, โทรสาร 0 3435 1009' }\n  units:",
    );
    let page = Project::new(&[("site.yaml", &settings)]).build().page("index.html");
    for link in [
        "<a href=\"tel:034351000\">0 3435 1000</a>",
        "<a href=\"tel:034351001\">๐ ๓๔๓๕ ๑๐๐๑</a>",
        "<a href=\"tel:021112222;ext=12\">02-111-2222 ต่อ 12, โทรสาร 0 3435 1009</a>",
    ] {
        assert!(page.contains(link), "{link}");
    }
    assert_eq!(page.matches("href=\"tel:").count(), 3);
}
