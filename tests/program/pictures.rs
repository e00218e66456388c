//! Pictures as they are read: what each is called and says, the table beside it, and what it leaves out.

use crate::support::{Project, SITE, visible};

const SCORES: &str = "---\nanalysed_year: 2566\noverall: 80.42\nlevel: ต้องปรับปรุง\nindicators: { 1: 94.14, 2: 88.05, 3: 90.39, 4: 81.44, 5: 84.16, 6: 78.36, 7: 75.25, 8: 74.20, 9: 93.00, 10: 63.75 }\n---\n";

/// A measure, late or not, with a result in February and one that is planned for June.
fn measure(number: usize, period: &str, unit: &str) -> String {
    format!(
        "---\ntitle: มาตรการที่ {number}\nnumber: {number}\nindicators: [{number}, 10]\nunits: {unit}\nperiod: {period}\nactions:\n  - text: ก\n    results: {{ text: ข, date: 10 ก.พ. 2567 }}\n  - text: ค\n    results: {{ text: ง, date: มิ.ย. 2567 }}\n---\n"
    )
}

fn site() -> String {
    SITE.replace("base_url", "    - { id: finance, name: กองคลัง }\nbase_url").replace("2566-09-30", "2567-03-15")
}

/// A site with these files and with measures, all of one kind but for their numbers.
fn built(files: &[(&str, &str)], measures: usize, period: &str) -> Project {
    let mut all = vec![("site.yaml".to_owned(), site())];
    all.extend(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    all.extend(
        (1..=measures).map(|one| (format!("2567/measures/m{one:03}.md"), measure(one % 10 + 1, period, "clerk"))),
    );
    let files: Vec<_> = all.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let project = Project::new(&files);
    project.build();
    project
}

/// A year with scores, four measures of two units, one of them late, and two items that are answered.
fn year() -> Project {
    let (late, running) = ("ต.ค. 2566 - ก.พ. 2567", "ม.ค. 2567 - ก.ย. 2567");
    built(
        &[
            ("2567/assessment.md", SCORES),
            ("2567/measures/a.md", &measure(1, late, "clerk")),
            ("2567/measures/b.md", &measure(2, running, "[clerk, finance]")),
            ("2567/measures/c.md", &measure(3, running, "finance")),
            ("2567/measures/d.md", "---\ntitle: ไม่มีเวลา\nnumber: 4\nunits: clerk\n---\n"),
            ("2567/oit/o1.md", "---\nlinks: { title: ผัง, url: 'https://example.org/a' }\n---\n"),
            ("2567/oit/o2.md", "---\nnot_applicable: ไม่มีสภา\n---\n"),
        ],
        0,
        "",
    )
}

/// The pictures of a page: the name and the description of each, in order.
fn pictures(page: &str) -> Vec<String> {
    let pictures =
        page.split("<svg").filter(|svg| svg.split('>').next().is_some_and(|tag| tag.contains("role=\"img\"")));
    pictures
        .map(|svg| {
            let part = |tag: &str| {
                let (_, rest) = svg.split_once(&format!("<{tag} id=\"")).expect("a name and a description");
                let (id, rest) = rest.split_once("\">").expect("an id");
                assert!(svg.contains(&format!("{id} ")) || svg.contains(&format!(" {id}\"")), "not named by {id}");
                rest.split('<').next().unwrap_or_default().to_owned()
            };
            format!("{}\n    {}", part("title"), part("desc"))
        })
        .collect()
}

/// The tables that stand behind “ดูเป็นตาราง”, row by row.
fn tables(page: &str) -> Vec<String> {
    let tables = page.split("class=\"as-table\"").skip(1).filter_map(|rest| rest.split("</details>").next());
    tables
        .map(|table| table.split("<tr").skip(1).map(|row| visible(&format!("<tr{row}"))).collect::<Vec<_>>().join("\n"))
        .collect()
}

#[test]
fn every_picture_has_a_name_and_says_what_is_to_be_seen() {
    let project = year();
    let pages = ["index", "assessment", "measures/index", "units/index", "oit/index", "measures/a"];
    let told =
        pages.map(|page| format!("{page}\n{}", pictures(&project.page(&format!("2567/{page}.html"))).join("\n")));
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn the_overview_says_at_one_glance_the_level_what_is_late_and_where_points_are_lost() {
    let page = year().page("index.html");
    let glance =
        page.split("class=\"glance\"").nth(1).and_then(|rest| rest.split("<figure class=\"picture coverage").next());
    insta::assert_snapshot!(visible(&format!("<{}", glance.expect("the glance"))));
}

#[test]
fn the_tables_beside_the_pictures_of_the_overview_have_their_numbers() {
    insta::assert_snapshot!(tables(&year().page("index.html")).join("\n\n"));
}

#[test]
fn the_same_in_english_with_arabic_digits() {
    let project = Project::new(&[
        ("site.yaml", &site().replace("as_of", "language: en\ndigits: arabic\nas_of")),
        ("2567/assessment.md", SCORES),
        ("2567/measures/a.md", &measure(1, "ต.ค. 2566 - ก.พ. 2567", "clerk")),
    ]);
    project.build();
    insta::assert_snapshot!(pictures(&project.page("index.html")).join("\n"));
}

#[test]
fn without_every_score_no_total_is_told_and_without_any_there_is_no_picture() {
    let some = built(&[("2567/assessment.md", "---\nindicators: { 1: 90, 10: 50 }\n---\n")], 0, "");
    let page = some.page("2567/assessment.html");
    let text = visible(&page);
    assert!(text.contains("เสีย ๐.๖๐ จาก ๖.๐๐") && text.contains("เสีย ๑๐.๐๐ จาก ๒๐.๐๐"), "{text}");
    assert!(!text.contains("คะแนนรวมที่เสียทั้งหมด"), "{text}");
    let none = built(&[("2567/assessment.md", "---\nlevel: ผ่าน\n---\n")], 1, "ม.ค. 2567");
    assert!(!none.page("2567/assessment.html").contains("scores-picture"));
    assert!(!none.page("index.html").contains("id=\"losses\""));
}

#[test]
fn a_year_with_nothing_in_it_has_no_picture_but_that_of_the_list() {
    let empty = built(&[("2567/assessment.md", "---\nanalysed_year: 2566\n---\n")], 0, "");
    assert_eq!(pictures(&empty.page("index.html")).len(), 1);
    assert!(visible(&empty.page("index.html")).contains("ระเบียนของปีนี้ไม่ได้ระบุคะแนนรวมและระดับ"));
    assert!(pictures(&empty.page("2567/measures/index.html")).is_empty());
}

#[test]
fn many_late_measures_are_named_in_part_with_the_way_to_all() {
    let page = built(&[], 7, "ต.ค. 2566 - ก.พ. 2567").page("index.html");
    let late = page.split("class=\"late\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
    assert_eq!(late.matches("<li>").count(), 5);
    assert!(
        late.contains("href=\"2567/measures/index.html?measures.status=delayed\">ดูมาตรการที่ล่าช้าทั้ง ๗ มาตรการ"),
        "{late}"
    );
}

#[test]
fn a_timeline_has_a_row_for_each_measure_until_there_are_too_many() {
    let rows =
        |page: &str| page.split("timeline-picture").nth(1).map_or(0, |rest| rest.matches("timeline-marks").count());
    for (measures, here, there) in [(12, 12, 12), (13, 0, 13), (40, 0, 40), (41, 0, 0)] {
        let project = built(&[], measures, "ม.ค. 2567 - มี.ค. 2567");
        let (overview, table) = (project.page("index.html"), project.page("2567/measures/index.html"));
        assert_eq!((rows(&overview), rows(&table)), (here, there), "{measures} measures");
        let months = [&overview, &table].map(|page| page.contains("id=\"due-title\""));
        assert_eq!(months, [here == 0, there == 0], "{measures} measures");
        if here == 0 {
            let march = format!(
                "มี.ค. {0} {0}",
                ["๑๓", "๔๐", "๔๑"][[13, 40, 41].iter().position(|one| *one == measures).unwrap_or(0)]
            );
            assert!(tables(&overview).iter().any(|table| table.contains(&march)), "{march}");
        }
    }
}

/// Four analysed years: 2564 has no score, 2566 calls indicator 10 something else.
fn years() -> Project {
    let scored = |year: u16, first: &str| {
        format!("---\nanalysed_year: {year}\nindicators: {{ {first}9: 70.00, 10: 60.00 }}\n---\n")
    };
    let [one, two, three, four] =
        [(2563, "1: 50, "), (2564, ""), (2565, "1: 80, "), (2566, "1: 90, ")].map(|(year, first)| scored(year, first));
    built(
        &[
            ("2564/assessment.md", &one),
            ("2565/assessment.md", &two),
            ("2566/assessment.md", &three),
            ("2567/assessment.md", &four),
            ("framework/2566.yaml", "year: 2566\nindicators: [{ number: 10, name: ความพร้อมรับผิด }]\n"),
        ],
        0,
        "",
    )
}

#[test]
fn years_without_a_score_are_gaps_and_what_is_called_otherwise_is_not_joined() {
    let page = years().page("years.html");
    insta::assert_snapshot!(pictures(&page).join("\n"));
    let lines: Vec<usize> =
        page.split("<title id=\"change-").skip(1).map(|chart| chart.matches("change-line").count()).collect();
    // Indicator 1 from 2565 on, 9 throughout, 10 as it is called now, and as it was called until 2565.
    assert_eq!(lines, [1, 3, 0, 2]);
}

#[test]
fn the_table_of_years_has_a_row_for_each_line() {
    let page = years().page("years.html");
    let table = page.split_once("คะแนนตัวชี้วัดตามปีที่ประเมิน").expect("the table").1;
    let rows: Vec<String> = table
        .split("</table>")
        .next()
        .unwrap_or_default()
        .split("<tr>")
        .skip(1)
        .map(|row| visible(&format!("<tr>{row}")))
        .collect();
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn what_an_indicator_scored_the_year_before_is_marked_where_it_is_the_same() {
    let page = years().page("2567/assessment.html");
    let picture =
        page.split("scores-picture").nth(1).and_then(|rest| rest.split("</figure>").next()).unwrap_or_default();
    // Indicators 1 and 9, and the mark that says what it means.
    assert_eq!(picture.matches("class=\"before\"").count(), 3, "{picture}");
    assert!(!visible(&page).contains("(๖๐.๐๐)"), "another indicator is nothing to compare with");
}
