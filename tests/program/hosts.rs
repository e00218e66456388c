//! What web servers are told: the files at the top, where they are left out, and whose come first.

use crate::support::{Project, SITE, said};
use std::fs;

const MEASURE: (&str, &str) = ("2566/measures/a.md", "---\ntitle: ก\nunits: สำนักปลัด\n---\n");

#[test]
fn what_apache_is_told() {
    let project = Project::new(&[MEASURE, ("2566/files/a.pdf", "x"), ("files/b.pdf", "x")]);
    insta::assert_snapshot!(project.build().page(".htaccess"));
}

#[test]
fn what_iis_is_told() {
    let project = Project::new(&[MEASURE, ("2566/files/a.pdf", "x"), ("files/b.pdf", "x")]);
    insta::assert_snapshot!(project.build().page("web.config"));
}

#[test]
fn without_an_address_no_page_is_named_for_what_is_missing() {
    let project =
        Project::new(&[MEASURE, ("site.yaml", "organisation: { name: ก, units: { id: clerk, name: สำนักปลัด } }\n")]);
    project.build();
    assert!(!project.page(".htaccess").contains("404") && !project.page("web.config").contains("404"));
}

#[test]
fn one_site_of_a_portal_leaves_them_out_for_all() {
    let of = |more: &str| {
        let sites = [("a/site.yaml", SITE.to_owned()), ("b/site.yaml", format!("{SITE}{more}"))];
        Project::new(&sites.each_ref().map(|(path, text)| (*path, text.as_str())))
    };
    let there = |project: &Project| {
        [".htaccess", "web.config", "a/.htaccess", "b/web.config"]
            .map(|file| project.path("public").join(file).exists())
    };
    let project = of("");
    assert_eq!(there(project.build()), [true, true, false, false]);
    project.write("content/b/site.yaml", format!("{SITE}host_files: false\n").as_bytes());
    assert_eq!(there(project.build()), [false; 4]);
    assert_eq!(there(of("host_files: true\n").build()), [true, true, false, false]);
}

#[test]
fn what_somebody_put_there_for_the_host_comes_first() {
    let project = Project::new(&[MEASURE, ("site.yaml", &format!("{SITE}host_files: false\n"))]);
    project.build();
    project.write("public/.htaccess", b"# ours\n");
    project.write("content/site.yaml", SITE.as_bytes());
    let output = project.run(&["build", "--lang", "en"]);
    assert!(output.status.success() && said(&output).contains("PS305"), "{}", said(&output));
    assert_eq!(project.page(".htaccess"), "# ours\n");
    assert!(project.page("web.config").contains("<configuration>"));
    // Kept by the next build too, and the program's own where it was taken away.
    assert_eq!(project.build().page(".htaccess"), "# ours\n");
    fs::remove_file(project.path("public/.htaccess")).expect("it is there");
    assert!(project.build().page(".htaccess").contains("ErrorDocument"));
}
