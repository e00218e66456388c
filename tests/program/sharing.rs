//! What pages say of themselves to those who link to them, and the feed of what changed.

use crate::support::{Project, SITE};
use scraper::{Html, Selector};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use walkdir::WalkDir;

const MEASURE: &str = "---\ntitle: ไม่รับของขวัญ\nunits: clerk\noit: o34\nupdated: 2566-03-01\nactions:\n  - text: ข\n    results:\n      - { text: วันเดียว, date: 2566-02-10, evidence: { title: ประกาศ, url: https://example.org/a } }\n      - { text: ทั้งเดือน, date: ก.พ. 2566 }\n      - { text: ยังมาไม่ถึง, date: 2567-01-01, status: planned }\n---\n";

/// A site of every kind of page.
fn site(settings: &str) -> Project {
    Project::new(&[
        ("site.yaml", settings),
        ("2566/measures/a.md", MEASURE),
        (
            "2566/assessment.md",
            "---\noverall: 80.42\nindicators: { 1: 94.14 }\nupdated: 2566-01-05\n---\n\nบทวิเคราะห์ ของปี\n",
        ),
        ("2566/issues/1.md", "---\nissue: 1\n---\n\nเรื่องราว\n"),
        ("2566/oit/o1.md", "---\nlinks: { title: ผัง, url: 'https://example.org/a' }\nupdated: 2566-03-16\n---\n"),
        ("pages/about.md", "# เกี่ยวกับ\n\nข้อความ **แรก** ของหน้า &amp; ต่อไป\n"),
    ])
}

/// Every page of a built site, by address.
fn pages(project: &Project) -> Vec<(String, Html)> {
    let public = project.path("public");
    let entries = WalkDir::new(&public).sort_by_file_name().into_iter().filter_map(Result::ok);
    let entries = entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "html"));
    entries
        .map(|entry| {
            let address = entry.path().strip_prefix(&public).expect("it is in it").to_string_lossy().into_owned();
            (address, Html::parse_document(&std::fs::read_to_string(entry.path()).expect("text")))
        })
        .collect()
}

/// The values of an attribute of whatever is selected.
fn values<'p>(page: &'p Html, selector: &str, attribute: &str) -> Vec<&'p str> {
    let selector = Selector::parse(selector).expect("a sound selector");
    page.select(&selector).filter_map(|element| element.value().attr(attribute)).collect()
}

fn structured(page: &Html) -> Vec<Json> {
    let selector = Selector::parse("script[type='application/ld+json']").expect("a sound selector");
    let texts = page.select(&selector).map(|element| element.text().collect::<String>());
    let graphs = texts.map(|text| serde_json::from_str::<Json>(&text).expect("JSON"));
    graphs
        .flat_map(|graph| {
            assert_eq!(graph["@context"], "https://schema.org");
            graph["@graph"].as_array().expect("a list").clone()
        })
        .collect()
}

#[test]
fn every_page_says_once_what_it_is_about() {
    let project = site(SITE);
    project.build();
    let mut seen = BTreeSet::new();
    let pages = pages(&project);
    assert!(pages.len() > 60, "{}", pages.len());
    for (address, page) in &pages {
        let one = |selector: &str| match values(page, selector, "content").as_slice() {
            [one] => (*one).to_owned(),
            other => panic!("{address}: {selector}: {other:?}"),
        };
        let description = one("meta[name=description]");
        assert!((12..=160).contains(&description.chars().count()), "{address}: {description}");
        assert_eq!(description, one("meta[property='og:description']"));
        assert_eq!(one("meta[property='og:locale']"), "th_TH");
        assert_eq!(one("meta[property='og:site_name']"), "เทศบาลตำบลตัวอย่าง");
        assert!(["website", "article"].contains(&one("meta[property='og:type']").as_str()));
        assert!(!one("meta[property='og:title']").is_empty() && !one("meta[name='twitter:card']").is_empty());
        let canonical = values(page, "link[rel=canonical]", "href");
        assert_eq!(canonical, [one("meta[property='og:url']")], "{address}");
        // The front page is the newest year's.
        assert!(
            seen.insert(description.clone()) || address == "index.html" || address == "2566/index.html",
            "{address}: {description}"
        );
    }
    let described = |address: &str| {
        let (_, page) = pages.iter().find(|(one, _)| one == address).expect("it is there");
        values(page, "meta[name=description]", "content").join("")
    };
    assert_eq!(described("about.html"), "ข้อความ แรก ของหน้า & ต่อไป · เกี่ยวกับ ของเทศบาลตำบลตัวอย่าง");
    assert_eq!(
        described("2566/measures/a.html"),
        "มาตรการที่ ๑ ของเทศบาลตำบลตัวอย่าง ปีงบประมาณ พ.ศ. ๒๕๖๖ · กำลังดำเนินการ · สำนักปลัดเทศบาล · ไม่รับของขวัญ"
    );
}

#[test]
fn machines_are_told_the_way_to_a_page_the_authority_and_its_data() {
    let settings = SITE.replace(
        "  units:",
        "  province: ขอนแก่น\n  contact: { address: ๑ หมู่ ๑, phone: 0 2000 0000, website: https://www.example.go.th }\n  units:",
    );
    let project = site(&settings);
    project.build();
    let base = "https://www.example.go.th/ita/";
    for (address, page) in pages(&project) {
        let told = structured(&page);
        let kinds: Vec<&str> = told.iter().filter_map(|one| one["@type"].as_str()).collect();
        match address.as_str() {
            "404.html" => assert!(told.is_empty()),
            "index.html" => assert_eq!(kinds, ["GovernmentOrganization"]),
            "2566/data/index.html" => assert_eq!(kinds, ["BreadcrumbList", "Dataset", "GovernmentOrganization"]),
            _ => assert_eq!(kinds, ["BreadcrumbList"], "{address}"),
        }
        for way in told.iter().filter(|one| one["@type"] == "BreadcrumbList") {
            let steps = way["itemListElement"].as_array().expect("a list");
            assert!(steps.len() >= 2, "{address}");
            for (step, position) in steps.iter().zip(1..) {
                assert_eq!(step["position"], position, "{address}");
                let named = step["name"].as_str().is_some_and(|name| !name.is_empty());
                let item = step["item"].as_str().expect("an address");
                assert!(named && step["@type"] == "ListItem" && item.starts_with(base), "{address}: {step}");
                let file = item.strip_prefix(base).expect("it begins so");
                let file =
                    if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
                assert!(project.path("public").join(&file).is_file(), "{address}: {file}");
            }
        }
        for organisation in told.iter().filter(|one| one["@type"] == "GovernmentOrganization") {
            assert_eq!(organisation["name"], "เทศบาลตำบลตัวอย่าง");
            assert_eq!(organisation["url"], base);
            assert_eq!(organisation["address"]["addressRegion"], "ขอนแก่น");
            assert_eq!(organisation["sameAs"][0], "https://www.example.go.th");
        }
        for data in told.iter().filter(|one| one["@type"] == "Dataset") {
            // What Google's guide to data sets asks for, and what it recommends of what is known here.
            let description = data["description"].as_str().expect("a text");
            assert!((50..=5000).contains(&description.chars().count()), "{description}");
            assert!(data["name"].as_str().is_some_and(|name| name.contains("๒๕๖๖")));
            assert_eq!(data["temporalCoverage"], "2022-10-01/2023-09-30");
            assert_eq!(data["creator"]["@id"], told[2]["@id"]);
            let files = data["distribution"].as_array().expect("a list");
            assert!(files.len() >= 20);
            for file in files {
                let address =
                    file["contentUrl"].as_str().and_then(|address| address.strip_prefix(base)).expect("its own");
                assert!(project.path("public").join(address).is_file(), "{address}");
                let kind = if address.ends_with(".csv") { "text/csv" } else { "application/json" };
                assert!(file["@type"] == "DataDownload" && file["encodingFormat"] == kind, "{file}");
            }
        }
    }
}

#[test]
fn nothing_that_is_written_ends_the_data_or_runs() {
    let hostile = "</script><script>alert(1)</script><!--<script>&\u{2028}\"'\\";
    let title = serde_json::to_string(hostile).expect("JSON");
    let settings = SITE.replace("name: เทศบาลตำบลตัวอย่าง", &format!("name: {title}"));
    let project =
        Project::new(&[("site.yaml", &settings), ("2566/measures/a.md", &format!("---\ntitle: {title}\n---\n"))]);
    project.build();
    for (address, page) in pages(&project) {
        let scripts = Selector::parse("script:not([src]):not([type='application/ld+json'])").expect("a sound selector");
        assert_eq!(page.select(&scripts).count(), 0, "{address}");
        let told = structured(&page);
        if address == "2566/measures/a.html" {
            let name = told[0]["itemListElement"][3]["name"].as_str().expect("a name");
            assert!(name.contains("</script><script>alert(1)</script>"), "{name}");
        }
        let html = project.page(&address);
        assert!(!html.contains("<script>alert") && !html.contains("\"</script"), "{address}");
    }
    let feed = project.page("feed.xml");
    roxmltree::Document::parse(&feed).expect("XML");
}

/// The text of a child.
fn child<'f>(node: roxmltree::Node<'f, 'f>, name: &str) -> &'f str {
    let found: Vec<_> = node.children().filter(|one| one.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0].text().unwrap_or_default()
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

#[test]
fn the_feed_tells_what_changed_newest_first() {
    let project = site(SITE);
    project.build();
    let text = project.page("feed.xml");
    let document = roxmltree::Document::parse(&text).expect("XML");
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    assert_eq!(child(feed, "id"), "https://www.example.go.th/ita/");
    assert!(!child(feed, "title").is_empty());
    let author = feed.children().find(|one| one.has_tag_name((ATOM, "author"))).expect("an author");
    assert_eq!(child(author, "name"), "เทศบาลตำบลตัวอย่าง");
    let links: Vec<_> = feed.children().filter(|one| one.has_tag_name((ATOM, "link"))).collect();
    let to = |rel: &str| {
        links.iter().find(|link| link.attribute("rel") == Some(rel)).and_then(|link| link.attribute("href"))
    };
    assert_eq!(to("self"), Some("https://www.example.go.th/ita/feed.xml"));
    assert_eq!(to("alternate"), Some("https://www.example.go.th/ita/"));
    let entries: Vec<_> = feed.children().filter(|one| one.has_tag_name((ATOM, "entry"))).collect();
    let told: Vec<_> = entries
        .iter()
        .map(|entry| {
            let address = entry.children().find_map(|one| one.attribute("href")).expect("a link");
            let file = address.strip_prefix("https://www.example.go.th/ita/").expect("its own");
            assert!(project.path("public").join(file).is_file(), "{file}");
            assert!(child(*entry, "id").contains(':') && !child(*entry, "title").is_empty());
            format!("{} {} {}", child(*entry, "updated"), file, child(*entry, "summary"))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!(child(feed, "updated"), child(entries[0], "updated"));
    let ids: BTreeSet<&str> = entries.iter().map(|entry| child(*entry, "id")).collect();
    assert_eq!(ids.len(), entries.len(), "each has a name of its own");
    // Whatever is written before it, a result keeps its name.
    project.write(
        "content/2566/measures/a.md",
        MEASURE.replace("      - { text: วัน", "      - { text: ใหม่, date: 2566-02-01 }\n      - { text: วัน").as_bytes(),
    );
    project.build();
    let text = project.page("feed.xml");
    assert!(ids.iter().all(|id| text.contains(id)), "{text}");
    assert_eq!(text.matches("<entry>").count(), entries.len() + 1);
    for (address, page) in pages(&project) {
        let depth = address.matches('/').count();
        let link = values(&page, "link[type='application/atom+xml']", "href");
        let relative = format!("{}feed.xml", "../".repeat(depth));
        assert!(link == [relative.as_str()] || address == "404.html", "{address}: {link:?}");
    }
}

#[test]
fn without_an_address_of_its_own_a_site_says_nothing_that_needs_one() {
    let project = site(&SITE.replace("base_url: https://www.example.go.th/ita/\n", ""));
    project.build();
    assert!(!project.path("public/feed.xml").exists());
    for (address, page) in pages(&project) {
        assert_eq!(values(&page, "meta[name=description]", "content").len(), 1, "{address}");
        for selector in [
            "meta[property='og:url']",
            "link[rel=canonical]",
            "link[type='application/atom+xml']",
            "script[type='application/ld+json']",
        ] {
            let selector = Selector::parse(selector).expect("a sound selector");
            assert_eq!(page.select(&selector).count(), 0, "{address}");
        }
    }
}
