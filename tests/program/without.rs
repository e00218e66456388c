//! Parts that a site is made without, and another theme than it names: by `site.yaml` or on the command line.

use crate::support::{Project, SITE, said, visible};
use std::collections::BTreeSet;
use std::fs;
use walkdir::WalkDir;

const MEASURE: (&str, &str) = (
    "2566/measures/a.md",
    "---\ntitle: ไม่รับของขวัญ\nindicators: 10\noit: o31\nunits: clerk\nactions: [{ text: ข, results: [{ text: ค, date: 2566-02-01 }] }]\n---\n",
);

/// Each part, what of its files stands on a site, and what a page says of it.
const PARTS: [(&str, &[&str], &[&str]); 5] = [
    (
        "search",
        &["search.html", "search/table.js", "assets/search.js", "assets/search-index.js", "assets/search-text.js"],
        &["search.html", "role=\"search\"", "assets/search"],
    ),
    (
        "data",
        &["data/site.json", "2566/data/index.html", "2566/data/measures.csv", "2566/data/datapackage.json"],
        &["2566/data", "data/index.html", ".csv", "ข้อมูลเปิด", "\"Dataset\""],
    ),
    ("feed", &["feed.xml"], &["feed.xml", "application/atom+xml"]),
    (
        "reports",
        &["2566/report/plan.html", "2566/report/progress.html"],
        &["report/plan", "report/progress", "รายงานทางการ"],
    ),
    ("pictures", &["2566/share.png"], &["share.png", "og:image"]),
];

/// A site of two years that is made without these parts.
fn site(without: &str) -> Project {
    let site = format!("{SITE}without: {without}\n");
    let page = "---\ntitle: เกี่ยวกับเรา\n---\n\nข้อความ\n";
    let older = MEASURE.1.replace("2566-02-01", "2565-02-01");
    Project::new(&[MEASURE, ("2565/measures/a.md", &older), ("pages/about.md", page), ("site.yaml", &site)])
}

/// Every file that was published but for the list of them, by its address.
fn published(project: &Project) -> BTreeSet<String> {
    let public = project.path("public");
    let files = WalkDir::new(&public).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let address = |entry: walkdir::DirEntry| {
        entry.path().strip_prefix(&public).expect("it is in it").to_string_lossy().replace('\\', "/")
    };
    files.map(address).filter(|address| address != ".prongsai").collect()
}

/// The pages, maps and other texts of a site that speak of its parts.
fn texts(project: &Project) -> Vec<(String, String)> {
    let is_text = |address: &String| [".html", ".xml", ".txt"].iter().any(|ending| address.ends_with(ending));
    published(project).into_iter().filter(is_text).map(|address| (address.clone(), project.page(&address))).collect()
}

#[test]
fn what_is_left_out_is_not_made_and_nothing_speaks_of_it() {
    let whole = site("[]");
    let all = published(whole.build());
    let said_by_all: String = texts(&whole).into_iter().map(|(_, text)| text).collect();
    for (part, _, words) in PARTS {
        let project = site(part);
        let some = published(project.build());
        assert!(some.is_subset(&all), "without {part} there is nothing new");
        for (other, of_part, _) in PARTS {
            for file in of_part {
                assert!(all.contains(*file), "{file} is on a whole site");
                assert_eq!(some.contains(*file), other != part, "{file} without {part}");
            }
        }
        let texts = texts(&project);
        for word in words {
            assert!(said_by_all.contains(word), "a whole site says {word}");
            for (address, text) in &texts {
                assert!(!text.contains(word), "without {part}, {address} says {word}");
            }
        }
    }
}

#[test]
fn a_site_without_any_of_its_parts_is_whole_and_without_fault() {
    let project = site("[search, data, feed, reports, pictures]");
    project.build();
    let is_listed = |address: &String| !["2565/", "/oit/o", "/indicators/1"].iter().any(|part| address.contains(part));
    insta::assert_snapshot!(published(&project).into_iter().filter(is_listed).collect::<Vec<_>>().join("\n"));
    let told = said(&project.run(&["check", "--strict", "--lang", "en"]));
    assert!(told.ends_with("exit code 0\n"), "{told}");
    assert!(visible(&project.page("index.html")).contains("ไม่รับของขวัญ"));
}

#[test]
fn the_command_line_adds_to_what_the_site_says() {
    let project = site("feed");
    for command in [
        &["build", "--without", "search", "--without", "data"][..],
        &["build", "--without", "search,data"],
        &["build", "--without=search,data"],
    ] {
        let output = project.run(command);
        assert!(output.status.success(), "{}", said(&output));
        let files = published(&project);
        for (part, of_part, _) in PARTS {
            let is_out = ["search", "data", "feed"].contains(&part);
            assert_eq!(of_part.iter().any(|file| files.contains(*file)), !is_out, "{part}: {files:?}");
        }
    }
    let told = said(&project.run(&["check", "--without", "serach", "--lang", "en"]));
    assert!(told.contains("'search'") && told.ends_with("exit code 2\n"), "{told}");
}

/// What `check` says of one rule, in both languages.
fn told_of(project: &Project, rules: &[&str]) -> String {
    let told = ["th", "en"].map(|lang| {
        let said = said(&project.run(&["check", "--lang", lang]));
        let is_meant = |told: &&str| rules.iter().any(|rule| told.contains(&format!("[{rule}]")));
        said.split("\n\n").filter(is_meant).collect::<Vec<_>>().join("\n\n")
    });
    told.join("\n\n")
}

#[test]
fn a_part_that_there_is_not_is_told_with_the_nearest_that_there_is() {
    insta::assert_snapshot!(
        ["[feed, report]", "tables"].map(|without| told_of(&site(without), &["PS014"])).join("\n\n")
    );
}

#[test]
fn a_link_to_what_is_left_out_is_told_with_the_setting() {
    let project = site("[search, reports, data]");
    let body =
        "[แผน](../report/plan.html)\n[ข้อมูล](../data/index.html)\n[ค้นหา](../../search.html)\n[ไม่มี](../nothing.html)\n";
    project.write("content/2566/measures/b.md", format!("---\ntitle: ก\n---\n\n{body}").as_bytes());
    let redirects = "redirects: { old.html: 2566/report/plan.html, 2565/report/plan.html: index.html }\n";
    project.write("content/site.yaml", format!("{SITE}without: [search, reports, data]\n{redirects}").as_bytes());
    insta::assert_snapshot!(told_of(&project, &["PS104", "PS114"]));
}

#[test]
fn an_address_that_is_left_out_is_missed_like_any_that_is_gone() {
    let project = site("[]");
    project.build();
    let told = said(&project.run(&["check", "--without", "reports,search", "--format", "json", "--lang", "en"]));
    let gone: Vec<&str> = told.lines().filter(|line| line.contains("PS413")).collect();
    assert_eq!(gone.len(), 5, "two reports of two years, and the search: {told}");
    // What takes the place of a page that is left out leads on.
    let redirects = "redirects: { search.html: index.html }\nwithout: search\n";
    project.write("content/site.yaml", format!("{SITE}{redirects}").as_bytes());
    project.build();
    assert!(project.page("search.html").contains("url=index.html"));
}

#[test]
fn in_a_portal_each_site_has_its_own_parts() {
    let project = Project::new(&[
        ("a/site.yaml", &format!("{SITE}without: [data, search]\n")),
        ("b/site.yaml", SITE),
        ("a/2566/measures/a.md", MEASURE.1),
        ("b/2566/measures/a.md", MEASURE.1),
    ]);
    project.build();
    let files = published(&project);
    assert!(!files.contains("a/search.html") && !files.contains("a/2566/data/measures.csv"));
    assert!(files.contains("b/search.html") && files.contains("b/2566/data/measures.csv"));
    assert!(files.contains("data/organisations.csv") && project.page("index.html").contains("organisations.csv"));
    let output = project.run(&["build", "--without", "data"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!published(&project).contains("data/organisations.csv"));
    assert!(!project.page("index.html").contains("organisations.csv"));
}

#[test]
fn a_theme_of_the_command_line_comes_before_that_of_the_site() {
    let project = Project::new(&[MEASURE, ("site.yaml", &format!("{SITE}theme: ours\n"))]);
    for theme in ["themes/ours", "themes/other", "elsewhere"] {
        let text = format!("<!doctype html><html lang=\"th\"><title>{theme}</title><p>{theme}</p>");
        project.write(&format!("{theme}/templates/404.html"), text.as_bytes());
    }
    let folder = project.path("elsewhere").display().to_string();
    for (asked, shown) in [
        (None, "themes/ours"),
        (Some("other"), "themes/other"),
        (Some("./elsewhere"), "elsewhere"),
        (Some("./elsewhere/"), "elsewhere"),
        (Some(&*folder), "elsewhere"),
        (Some("./themes/other"), "themes/other"),
    ] {
        let mut command = vec!["build"];
        command.extend(asked.into_iter().flat_map(|theme| ["--theme", theme]));
        let output = project.run(&command);
        assert!(output.status.success(), "{asked:?}: {}", said(&output));
        assert!(project.page("404.html").contains(&format!("<p>{shown}</p>")), "{asked:?}");
    }
    let output = project.run(&["build", "--theme", "default"]);
    assert!(output.status.success() && project.page("404.html").contains("<nav"), "{}", said(&output));
}

#[test]
fn what_is_no_theme_is_told_and_nothing_is_published() {
    let project = Project::new(&[MEASURE]);
    project.write("notes/a.txt", b"x");
    fs::create_dir_all(project.path("empty")).expect("a folder can be made");
    let told = ["./notes", "./empty", "./nowhere", "nowhere", "themes/../notes"].map(|theme| {
        let told = ["build", "check"].map(|command| said(&project.run(&[command, "--theme", theme, "--lang", "en"])));
        assert!(told.iter().all(|told| told.contains("PS301") && told.ends_with("exit code 1\n")), "{theme}: {told:?}");
        assert!(!project.path("public").exists(), "{theme}");
        let first = told[0].lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>();
        first.join("\n")
    });
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn a_fault_of_a_theme_elsewhere_is_told_with_its_place_there() {
    let project = Project::new(&[MEASURE]);
    project.write("elsewhere/templates/404.html", b"<p>\n{{ frame.nothing.at.all }}");
    let told = said(&project.run(&["check", "--theme", "./elsewhere", "--lang", "en"]));
    assert!(told.contains("./elsewhere/templates/404.html:2:"), "{told}");
}

#[test]
fn the_theme_of_the_benchmark_shows_a_record_whole_and_all_its_links_lead_somewhere() {
    let record = MEASURE
        .1
        .replace("units:", "period: ต.ค. 2565 - มี.ค. 2566\nsuggestions: ควรแจ้งเวียน\nupdated: 2566-03-07\nunits:");
    let project = Project::new(&[(MEASURE.0, &format!("{record}\nเนื้อความ [ข้อ](../oit/o31.md)\n"))]);
    let theme = format!("{}/tests/bench/theme", env!("CARGO_MANIFEST_DIR"));
    let lean = ["--theme", &theme, "--without", "search,data,feed,reports,pictures"];
    for command in ["check", "build"] {
        let told = said(&project.run(&[&[command, "--strict", "--lang", "en"][..], &lean].concat()));
        assert!(told.ends_with("exit code 0\n") && !told.contains("PS3"), "{told}");
    }
    let shown = |address: &str| visible(&project.page(address));
    let page = shown("2566/measures/a.html");
    let words = ["ไม่รับของขวัญ", "o31", "สำนักปลัดเทศบาล", "ต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖", "เสร็จแล้ว", "100%"];
    for word in words.iter().chain(&["๗ มีนาคม ๒๕๖๖", "ข", "ค", "ควรแจ้งเวียน", "เนื้อความ"])
    {
        assert!(page.contains(word), "{word}: {page}");
    }
    for list in ["2566/indicators/10.html", "2566/units/clerk.html"] {
        for word in words.iter().chain(&["๗ มีนาคม ๒๕๖๖"]) {
            assert!(shown(list).contains(word), "{word} in {list}: {}", shown(list));
        }
    }
    assert!(shown("2566/oit/o31.html").contains("ไม่รับของขวัญ เสร็จแล้ว"));
    for list in
        ["index.html", "2566/index.html", "2566/indicators/index.html", "2566/oit/index.html", "2566/units/index.html"]
    {
        assert!(project.page(list).contains("</a> 1</li>") || project.page(list).contains("</a> ๑</li>"), "{list}");
    }
}
