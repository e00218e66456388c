//! Old addresses: the pages that lead on from them, and what is wrong with those that cannot.

use crate::support::{Project, SITE, said, visible};

const MEASURE: (&str, &str) = ("2566/measures/no-gift.md", "---\ntitle: งดรับของขวัญ\nunits: สำนักปลัด\n---\n");

/// A site with these redirects.
fn site(redirects: &str) -> Project {
    let settings = format!("{SITE}redirects:\n{redirects}");
    Project::new(&[MEASURE, ("2566/files/ก ข.csv", "x"), ("site.yaml", &settings)])
}

/// What a build says of them, which must fail.
fn refused(redirects: &str) -> String {
    let project = site(redirects);
    let output = project.run(&["build", "--all", "--lang", "en"]);
    assert!(!output.status.success() && !project.path("public").exists(), "{}", said(&output));
    said(&output)
}

#[test]
fn a_page_at_the_old_address_leads_on() {
    let project = site(concat!(
        "  2565/measures/old.html: 2566/measures/no-gift.html\n",
        "  news.php: index.html\n",
        "  ประกาศ/: 2566/files/ก%20ข.csv\n",
        "  old/news: https://www.example.go.th/news?id=1&x=2\n",
    ));
    project.build();
    let head = |address: &str| {
        let page = project.page(address);
        let lines = ["http-equiv=\"refresh\"", "rel=\"canonical\"", "noindex"].map(|mark| {
            page.lines()
                .find(|line| line.contains(mark))
                .unwrap_or_else(|| panic!("{address} has no {mark}"))
                .to_owned()
        });
        format!("{address}\n{}\n{}\n", lines.join("\n"), visible(&page))
    };
    let pages = ["2565/measures/old.html", "news.php/index.html", "ประกาศ/index.html", "old/news/index.html"].map(head);
    insta::assert_snapshot!(pages.concat());
}

#[test]
fn an_old_address_is_found_by_nobody_who_does_not_have_it() {
    let without = site("  news.php: index.html\n").build().page("sitemap.xml");
    let project = site("  2565/measures/old.html: index.html\n");
    project.build();
    assert_eq!(project.page("sitemap.xml"), without);
    let search = walkdir::WalkDir::new(project.path("public/search")).into_iter().filter_map(Result::ok);
    let texts = search.filter_map(|file| std::fs::read_to_string(file.path()).ok());
    assert!(texts.into_iter().all(|text| !text.contains("old.html")));
}

#[test]
fn without_an_address_of_its_own_a_site_links_on_all_the_same() {
    let project = Project::new(&[(
        "site.yaml",
        "organisation: { name: ก }\nredirects: { a/b.html: index.html }\nlanguage: en\ndigits: arabic\n",
    )]);
    project.build();
    let page = project.page("a/b.html");
    assert!(
        page.contains("content=\"0; url=../index.html\"") && page.contains("<a href=\"../index.html\">index.html</a>")
    );
    assert!(!page.contains("canonical"));
}

#[test]
fn what_is_wrong_with_an_old_address_is_told_at_its_line() {
    insta::assert_snapshot!(refused(concat!(
        "  2566/measures/no-gift.html: index.html\n",
        "  2566/MEASURES/NO-GIFT.HTML: index.html\n",
        "  2566/data/measures.csv: index.html\n",
        "  2566/files: index.html\n",
        "  2566/index.html/a.html: index.html\n",
        "  assets/a.html: index.html\n",
        "  sitemap.xml: index.html\n",
        "  news.php?id=1: index.html\n",
        "  ../other: index.html\n",
        "  /news.php: index.html\n",
        "  https://www.example.go.th/ita/a.html: index.html\n",
        "  con.html: index.html\n",
        "  x: index.html\n",
        "  x/: index.html\n",
        "  y.html: index.html\n",
        "  y.html/z.html: index.html\n",
    )));
}

#[test]
fn what_is_wrong_with_a_new_address_is_told_at_its_line() {
    insta::assert_snapshot!(refused(concat!(
        "  a: 2566/measures/no-gfit.html\n",
        "  b: 2566/measures/no-gift.md\n",
        "  c: 2566/measures/NO-GIFT.html\n",
        "  d: 2565/oit\n",
        "  e: 2566/oit\n",
        "  f: ../index.html\n",
        "  g: mailto:a@example.go.th\n",
        "  h: javascript:alert(1)\n",
        "  i: index.html?x=1\n",
        "  j: nowhere\n",
        "  k: index.html#main\n",
    )));
}

#[test]
fn a_chain_is_shortened_and_a_circle_told() {
    insta::assert_snapshot!(refused(concat!(
        "  a: b\n",
        "  b: c/index.html\n",
        "  c: 2566/index.html\n",
        "  d: d\n",
        "  e: f\n",
        "  f: g\n",
        "  g: f\n",
    )));
}
