//! Ordinary pages of a portal's own, and what ordinary pages of any kind may do: be in another language, be long, show
//! pictures.

use crate::preview::Preview;
use crate::support::{Project, SITE, said, visible};
use crate::web::{Say, Server, check, report};

/// A page of a site, which those of the portal can link to.
const MEASURE: &str = "---\ntitle: งดรับของขวัญ\n---\n\n## ผลที่ได้\n\nมีประกาศแล้ว\n";

/// A portal of two sites with these files besides.
fn portal(files: &[(&str, &str)]) -> Project {
    let sites = [
        ("one/site.yaml", SITE.replace("/ita/", "/ita/one/")),
        ("two/site.yaml", SITE.replace("ตัวอย่าง", "ที่สอง").replace("/ita/", "/ita/two/")),
    ];
    let sites = sites.iter().map(|(path, text)| (*path, text.as_str()));
    let measures = [("one/2566/measures/a.md", MEASURE), ("two/2566/measures/a.md", MEASURE)];
    let project = Project::new(&sites.chain(measures).chain(files.iter().copied()).collect::<Vec<_>>());
    assert!(!project.path("content/site.yaml").exists());
    project
}

/// What `check` says of a project, and its exit code.
fn checked(project: &Project) -> String {
    said(&project.run(&["check", "--lang", "en", "--all"]))
}

/// What of that is about what the portal has of its own.
fn checked_of_portal(project: &Project) -> String {
    let told = checked(project);
    let own = told.split("\n\n").filter(|one| one.contains("--> content/") && !one.contains("/2566/oit\n"));
    own.filter(|one| !one.contains("/2566/measures/a.md:2")).collect::<Vec<_>>().join("\n\n")
}

/// The head of a PNG file of this size, which is all that is looked at.
fn png(width: u32, height: u32) -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".iter().copied();
    head.chain(width.to_be_bytes()).chain(height.to_be_bytes()).chain([8, 6, 0, 0, 0]).collect()
}

/// The navigation of a page that has this class.
fn navigation<'h>(html: &'h str, class: &str) -> &'h str {
    let (_, rest) = html.split_once(&format!("<nav class=\"{class}\"")).unwrap_or_else(|| panic!("no {class}: {html}"));
    rest.split("</nav>").next().unwrap_or_default()
}

#[test]
fn pages_stand_in_the_menu_of_the_portal_in_their_order() {
    let project = portal(&[
        ("pages/last.md", "# หน้าสุดท้าย\n"),
        ("pages/b.md", "---\ntitle: หน้าที่สอง\norder: 2\n---\nข\n"),
        ("pages/z.md", "---\ntitle: หน้าแรกสุด\norder: 1\nslug: guide\nupdated: ๑ ตุลาคม ๒๕๖๖\n---\nก\n"),
        ("pages/draft.md", "---\ntitle: ร่าง\ndraft: true\n---\nค\n"),
    ]);
    project.build();
    let front = project.page("index.html");
    let menu = navigation(&front, "menu");
    let links: Vec<&str> = menu.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links, ["index.html", "pages/guide.html", "pages/b.html", "pages/last.html"]);
    assert!(menu.contains("<a href=\"index.html\" aria-current=\"page\">หน่วยงานทั้งหมด</a>"), "{menu}");
    let page = project.page("pages/guide.html");
    assert!(page.contains("<h1>หน้าแรกสุด</h1>") && page.contains("ปรับปรุงล่าสุด ๑ ตุลาคม ๒๕๖๖"), "{page}");
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://www.example.go.th/ita/pages/guide.html\">"),
        "{page}"
    );
    let menu = navigation(&page, "menu");
    assert!(menu.contains("href=\"../index.html\"") && menu.contains("<a href=\"guide.html\" aria-current=\"page\">"));
    // It is shown at any depth.
    let missing = project.page("404.html");
    assert!(navigation(&missing, "menu").contains("href=\"https://www.example.go.th/ita/pages/guide.html\""));
    assert!(!project.path("public/pages/draft.html").exists());
    let addresses = project.page("sitemap-portal.xml");
    for address in ["", "pages/b.html", "pages/guide.html", "pages/last.html"] {
        assert!(addresses.contains(&format!("<loc>https://www.example.go.th/ita/{address}</loc>")), "{addresses}");
    }
    assert!(project.page("sitemap.xml").contains("<loc>https://www.example.go.th/ita/sitemap-portal.xml</loc>"));
    assert!(
        project.run(&["build", "--drafts"]).status.success() && project.page("index.html").contains("pages/draft.html")
    );
}

#[test]
fn a_portal_without_pages_has_no_menu() {
    let project = portal(&[]);
    project.build();
    assert!(!project.page("index.html").contains("class=\"menu\""));
}

#[test]
fn links_lead_to_pages_of_the_portal_and_of_its_sites_and_to_files() {
    let project = portal(&[
        (
            "pages/a.md",
            "---\ntitle: ก\n---\n[หน้าอื่น](b.md#ข) [มาตรการ](../one/2566/measures/a.md#ผลที่ได้) [ข้อ](../two/2566/oit/o1.md) \
             [ปี](../one/2566/index.html) [หน้าแรก](../index.html) [แฟ้ม](../one/2566/files/b.csv)\n\n\
             ![ภาพหน้าจอ](files/guide/ภาพ.png) ![อีกภาพ](../files/guide/ภาพ.png)\n",
        ),
        ("pages/b.md", "---\ntitle: ข\n---\n## ข\n"),
        ("one/2566/files/b.csv", "ก\n"),
    ]);
    project.write("content/files/guide/ภาพ.png", &png(640, 480));
    project.build();
    let page = project.page("pages/a.html");
    let picture = "../files/guide/%E0%B8%A0%E0%B8%B2%E0%B8%9E.png";
    for link in [
        "<a href=\"b.html#%E0%B8%82\">",
        "<a href=\"../one/2566/measures/a.html#%E0%B8%9C%E0%B8%A5%E0%B8%97%E0%B8%B5%E0%B9%88%E0%B9%84%E0%B8%94%E0%B9%89\">",
        "<a href=\"../two/2566/oit/o1.html\">",
        "<a href=\"../one/2566/index.html\">",
        "<a href=\"../index.html\">",
        "<a href=\"../one/2566/files/b.csv\">",
        &format!("<img src=\"{picture}\" width=\"640\" height=\"480\" alt=\"ภาพหน้าจอ\" loading=\"lazy\">"),
    ] {
        assert!(page.contains(link), "{link} in {page}");
    }
    assert_eq!(page.matches(picture).count(), 2);
    assert_eq!(std::fs::read(project.path("public/files/guide/ภาพ.png")).expect("copied"), png(640, 480));
    assert!(project.page(".htaccess").contains("files") && project.page("web.config").contains("path=\"files\""));
}

#[test]
fn links_that_lead_nowhere_are_told_with_what_was_meant() {
    let project = portal(&[
        (
            "pages/a.md",
            "---\ntitle: ก\n---\n[1](../one/2566/measures/b.md)\n[2](../one/2566/measures/A.md)\n[3](../one/2566/measures/a.md#x)\n\
             [4](draft.md)\n[5](../three/2566/oit/o1.md)\n[6](../../elsewhere.md)\n[7](../two/2566/measures/later.md)\n[8](a.md#x)\n\
             ![](files/a.png)\n",
        ),
        ("pages/draft.md", "---\ntitle: ร่าง\ndraft: true\n---\n"),
        ("two/2566/measures/later.md", "---\ntitle: ภายหลัง\ndraft: true\n---\n"),
    ]);
    project.write("content/files/a.png", &png(1, 1));
    insta::assert_snapshot!(checked_of_portal(&project));
}

#[test]
fn what_a_portal_has_of_its_own_is_held_to_the_rules() {
    let project = portal(&[
        ("pages/a.md", "---\ntitle: ก\n---\nโทร 081-234-5678 หรือ 089-999-9999 เพื่อเเจ้ง [ลิงก์](http://localhost/x)\n"),
        ("pages/other.md", "---\ntitle: ก\nslug: a\n---\n"),
        ("pages/bad.md", "---\ntitel: ก\n---\n# ก\n"),
        ("pages/pictures/a.png", ""),
        ("page/b.md", ""),
        ("readme.txt", ""),
        ("files/run.php", "x"),
    ]);
    let contact = format!("{SITE}base_url: https://www.example.go.th/ita/one/\n");
    let contact = contact.replacen("base_url: https://www.example.go.th/ita/\n", "", 1);
    let contact = contact.replace("  units:", "  contact: { phone: 089-999-9999 }\n  units:");
    project.write("content/one/site.yaml", contact.as_bytes());
    insta::assert_snapshot!(checked_of_portal(&project));
}

#[test]
fn no_organisation_stands_where_the_pages_and_files_of_the_portal_stand() {
    let site = SITE.replace("/ita/", "/ita/pages/");
    let project = portal(&[("pages/site.yaml", &site), ("pages/pages/a.md", "# ก\n")]);
    assert!(checked(&project).contains("“pages” is kept for the portal itself"));
    let project = portal(&[("files/site.yaml", &site)]);
    assert!(checked(&project).contains("“files” is kept for the portal itself"));
}

#[test]
fn a_page_speaks_the_language_that_it_is_written_in() {
    let english = "---\ntitle: About this site\nlanguage: en\nupdated: 2566-10-01\n---\n## One\n## Two\n## Three\n";
    let thai = "---\ntitle: เกี่ยวกับ\nupdated: 2566-10-01\n---\n[x](about.md#two)\n";
    let site = format!("{}language: th\ndigits: thai\n", SITE.replace("/ita/", "/ita/one/"));
    let project = portal(&[
        ("pages/about.md", english),
        ("pages/thai.md", thai),
        ("one/site.yaml", &site),
        ("one/pages/about.md", english),
        ("one/pages/thai.md", thai),
    ]);
    project.build();
    for folder in ["pages", "one"] {
        let page = project.page(&format!("{folder}/about.html"));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
        assert!(page.contains("class=\"digits-arabic") && page.contains("Last updated 1 October 2023"), "{page}");
        assert!(page.contains(">On this page</h2>") && page.contains("Skip to the main content"), "{page}");
        assert!(page.contains("thai.html\" lang=\"th\" hreflang=\"th\">เกี่ยวกับ</a>"), "{page}");
        let page = project.page(&format!("{folder}/thai.html"));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"th\">"), "{page}");
        assert!(page.contains("ปรับปรุงล่าสุด ๑ ตุลาคม ๒๕๖๖"), "{page}");
        assert!(page.contains("about.html\" lang=\"en\" hreflang=\"en\">About this site</a>"), "{page}");
    }
    assert!(project.page("one/about.html").contains("<a href=\"index.html\" lang=\"th\">เทศบาลตำบลตัวอย่าง</a>"));
    let site = site.replace("language: th", "language: en");
    project.write("content/one/site.yaml", site.as_bytes());
    project.write("content/one/pages/thai.md", thai.replace("updated", "language: th\nupdated").as_bytes());
    project.build();
    assert!(project.page("one/thai.html").starts_with("<!DOCTYPE html>\n<html lang=\"th\">"));
    assert!(
        project.page("one/about.html").contains("class=\"digits-thai"),
        "a site that is in English chose its digits"
    );
    project.write("content/pages/about.md", english.replace("en", "lao").as_bytes());
    assert!(checked(&project).contains("content/pages/about.md"), "a language that is not known is told");
}

#[test]
fn a_page_with_three_sections_or_more_begins_with_its_contents() {
    let three = "---\ntitle: ก\n---\nนำ\n\n## หนึ่ง\n### ย่อย\n## สอง `x` [ลิงก์](b.md)\n## หนึ่ง\n";
    let project = portal(&[
        ("pages/a.md", three),
        ("pages/b.md", "---\ntitle: ข\n---\n## หนึ่ง\n### สอง\n### สาม\n"),
        ("one/pages/a.md", &three.replace(" [ลิงก์](b.md)", "")),
    ]);
    project.build();
    let page = project.page("pages/a.html");
    let contents = navigation(&page, "contents");
    let labels: Vec<&str> =
        contents.split("\">").skip(3).filter_map(|rest| rest.split_once("</a>")).map(|(label, _)| label).collect();
    assert_eq!(labels, ["หนึ่ง", "สอง x ลิงก์", "หนึ่ง"], "{contents}");
    assert!(contents.contains("aria-labelledby=\"contents\"") && contents.contains("id=\"contents\">ในหน้านี้</h2>"));
    assert!(!project.page("pages/b.html").contains("class=\"contents\""));
    assert!(navigation(&project.page("one/a.html"), "contents").contains("หนึ่ง"));
    assert!(!visible(&project.page("one/2566/measures/a.html")).contains("ในหน้านี้"));
}

#[test]
fn links_of_a_template_of_the_portal_are_proved() {
    let project = portal(&[("pages/a.md", "# ก\n")]);
    project.write(
        "themes/default/templates/portal-page.html",
        b"{% extends \"portal-base.html\" %}{% block main %}<a href=\"gone.html\">x</a>{% endblock %}",
    );
    let told = checked(&project);
    assert!(told.contains("this page links to `pages/gone.html`, which is not in the site that was built"), "{told}");
}

#[test]
fn a_preview_follows_the_pages_of_a_portal() {
    let project = portal(&[("pages/a.md", "---\ntitle: ก\n---\nเดิม ![ภาพ](files/a.png)\n")]);
    project.write("content/files/a.png", &png(2, 3));
    let preview = Preview::start(&project, &[]);
    preview.sees("/ita/pages/a.html", "at first", |page| page.contains("เดิม") && page.contains("height=\"3\""));
    project.write("content/pages/a.md", "---\ntitle: ก\n---\nใหม่ ![ภาพ](files/a.png)\n".as_bytes());
    preview.sees("/ita/pages/a.html", "another text", |page| page.contains("ใหม่"));
    project.write("content/files/a.png", &png(2, 30));
    preview.sees("/ita/pages/a.html", "another picture", |page| page.contains("height=\"30\""));
    project.write("content/pages/b.md", b"---\ntitle: New page\nlanguage: en\n---\n");
    preview.sees("/ita/index.html", "another page", |page| page.contains("pages/b.html"));
}

#[test]
fn links_to_other_sites_are_opened_and_reported() {
    let server = Server::start("127.0.4.1", &[("/gone", Say::Status(404))]);
    let page = format!("---\ntitle: ก\n---\n[x]({})\n", server.at("/gone"));
    let project = portal(&[("pages/a.md", &page)]);
    let told = said(&check(&project, &["--lang", "en"]));
    assert!(told.contains("content/pages/a.md:4:1") && told.contains("1 external link: 0 open, 1 do not"), "{told}");
    let report = report(&project);
    assert!(report.contains("content/pages/a.md:4") && report.contains("เว็บไซต์มาตรการส่งเสริมคุณธรรม"), "{report}");
}
