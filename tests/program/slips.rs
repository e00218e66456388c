//! Slips of an officer's pen that must not pass: each would publish something that is not so.

use crate::support::{Project, said, visible};

/// Builds a site with these files, which must fail, and gives back what was said.
fn refused(files: &[(&str, &str)]) -> String {
    let project = Project::new(files);
    let output = project.run(&["build", "--lang", "en"]);
    let said = said(&output);
    assert!(!output.status.success(), "it was built: {said}");
    said
}

#[test]
fn an_item_is_not_linked_by_an_empty_address() {
    let said = refused(&[("2567/oit/o1.md", "---\nlinks: [{ title: รอใส่, url: '' }]\n---\n")]);
    assert!(said.contains("PS014") && said.contains("o1.md:2:30"), "{said}");
    let said = refused(&[("2567/oit/o1.md", "---\nlinks: [{ title: รอใส่, url: 'https://' }]\n---\n")]);
    assert!(said.contains("o1.md:2:30"), "{said}");
}

#[test]
fn an_item_is_not_answered_by_an_empty_reason() {
    let said = refused(&[("2567/oit/o1.md", "---\nnot_applicable: ' '\n---\n")]);
    assert!(said.contains("o1.md:2:17") && said.contains("empty"), "{said}");
}

#[test]
fn an_action_is_not_done_by_an_empty_result() {
    let measure = "---\ntitle: ก\nactions:\n  - text: ข\n    results:\n      - text: ''\n---\n";
    let said = refused(&[("2567/measures/a.md", measure)]);
    assert!(said.contains("a.md:6:15") && said.contains("empty"), "{said}");
}

#[test]
fn a_question_is_not_scored_twice_in_two_spellings() {
    let said = refused(&[("2567/assessment.md", "---\nquestions: { o10: 10, O 10: 30 }\n---\n")]);
    assert!(said.contains("PS013") && said.contains("assessment.md:2:"), "{said}");
}

#[test]
fn an_issue_that_the_year_does_not_have_is_refused() {
    for number in ["300", "8", "0"] {
        let issue = format!("---\nissue: {number}\n---\n");
        let said = refused(&[("2567/issues/a.md", issue.as_str())]);
        assert!(said.contains("PS014") && said.contains("a.md:2:8"), "{number}: {said}");
    }
}

#[test]
fn two_records_of_one_issue_are_told_by_their_names() {
    let said = refused(&[("2567/issues/a.md", "---\nissue: 1\n---\n"), ("2567/issues/b.md", "---\nissue: 1\n---\n")]);
    assert!(said.contains("b.md") && said.contains("issues/a.md"), "{said}");
}

#[test]
fn a_name_that_means_two_units_is_refused() {
    let site = "organisation:\n  name: ก\n  units:\n    - { id: clerk, name: สำนักปลัด, aliases: กองช่าง }\n    - { id: works, name: กองช่าง }\nas_of: 2567-01-01\n";
    let said = refused(&[("site.yaml", site)]);
    assert!(said.contains("PS014") && said.contains("site.yaml:5:26"), "{said}");
}

#[test]
fn aliases_of_yaml_are_refused_in_sound_files_too() {
    let said = refused(&[("2567/measures/a.md", "---\ntitle: &t ก\nparts: [*t, *t]\n---\n")]);
    assert!(said.contains("PS007") && said.contains("a.md:3:9"), "{said}");
}

#[test]
fn a_site_stands_on_some_host() {
    let site = "organisation: { name: ก }\nbase_url: 'https://'\nas_of: 2567-01-01\n";
    let said = refused(&[("site.yaml", site)]);
    assert!(said.contains("site.yaml:2:11"), "{said}");
}

#[test]
fn an_organisations_folder_cannot_be_named_as_a_file_of_the_portal() {
    for folder in ["robots.txt", "Data", "index.html"] {
        let project =
            Project::new(&[(&format!("{folder}/site.yaml"), "organisation: { name: ก }\nas_of: 2567-01-01\n")]);
        let output = project.run(&["check", "--lang", "en"]);
        let said = said(&output);
        assert!(!output.status.success() && said.contains("kept"), "{folder}: {said}");
    }
}

#[test]
fn steps_of_actions_and_of_the_measure_are_both_in_the_plan() {
    let measure = "---\ntitle: ก\nsteps: [ขั้นร่วม]\nactions: [{ text: ข, steps: [ขั้นของข้อหนึ่ง] }, { text: ค }]\n---\n";
    let project = Project::new(&[("2567/measures/a.md", measure)]);
    project.build();
    let plan = visible(&project.page("2567/report/plan.html"));
    assert!(plan.contains("ขั้นร่วม") && plan.contains("ขั้นของข้อหนึ่ง"), "{plan}");
}

#[test]
fn results_that_the_report_does_not_show_are_warned_of() {
    let measure =
        "---\ntitle: ก\nactions: [{ text: ข, results: [{ text: เสร็จ }] }]\nreport: { actions: [{ text: ค }] }\n---\n";
    let project = Project::new(&[("2567/measures/a.md", measure)]);
    let output = project.run(&["build", "--lang", "en"]);
    let said = said(&output);
    assert!(output.status.success() && said.contains("warning[PS2") && said.contains("a.md:3:"), "{said}");
}

#[test]
fn a_year_of_drafts_is_not_published_and_not_the_newest() {
    let files =
        [("2566/measures/a.md", "---\ntitle: ก\n---\n"), ("2567/measures/b.md", "---\ntitle: ข\ndraft: true\n---\n")];
    let project = Project::new(&files);
    project.build();
    assert!(!project.path("public/2567").exists());
    assert!(visible(&project.page("index.html")).contains("ปีงบประมาณ พ.ศ. ๒๕๖๖"));
}

#[test]
fn a_result_that_begins_with_a_number_is_no_item() {
    let measure = "---\ntitle: ก\noit: [o31, o1]\nactions: [{ text: ข, results: [{ text: 31 มกราคม จัดประชุม }, { text: ๑ ครั้ง }, { text: o31 ประกาศ }, { text: ๐๓๑ ประกาศ }] }]\n---\n";
    let project = Project::new(&[("2567/measures/a.md", measure)]);
    project.build();
    let page = project.page("2567/measures/a.html");
    assert!(page.contains("<p>31 มกราคม จัดประชุม</p>") && page.contains("<p>๑ ครั้ง</p>"));
    assert!(page.contains("o31.html\">o31 ประกาศ</a>") && page.contains("o31.html\">๐๓๑ ประกาศ</a>"));
}

#[test]
fn a_cancelled_action_is_not_counted_as_done() {
    let measure =
        "---\ntitle: ก\nactions: [{ text: ข, results: [{ text: เสร็จ }] }, { text: ค, status: cancelled }]\n---\n";
    let project = Project::new(&[("2567/measures/a.md", measure)]);
    project.build();
    assert!(visible(&project.page("2567/measures/a.html")).contains("เสร็จ ๑ จาก ๒ วิธีการ"));
    assert!(visible(&project.page("2567/index.html")).contains("เสร็จ ๑ จาก ๒ วิธีการ"));
}

#[test]
fn a_link_is_mended_as_its_record_sees_the_file() {
    let project = Project::new(&[
        ("pages/about.md", "# ก\n\n[ข](2567/files/orders.csv) [ค](../2567/files/Orders.csv)\n"),
        ("2567/measures/a.md", "---\ntitle: ก\nunits: clerk\n---\n\n[ข](../files/order.csv) [ค](B.md)\n"),
        ("2567/measures/b.md", "---\ntitle: ข\nunits: clerk\n---\n"),
        ("2567/files/orders.csv", "ก\n"),
    ]);
    let told = said(&project.run(&["check", "--lang", "en"]));
    for hint in [
        "nearly that name is ../2567/files/orders.csv",
        "called: ../2567/files/orders.csv",
        "nearly that name is files/orders.csv",
        "called: b.md",
    ] {
        assert!(told.contains(hint), "{hint}: {told}");
    }
}

#[test]
fn a_link_that_looks_right_is_told_what_is_wrong_with_it() {
    let link = |link: &str| {
        let project = Project::new(&[
            ("pages/a.md", &format!("# ก\n\n[ข](<{link}>)\n")),
            ("2567/files/ตำแหน่ง.jpg", ""),
            ("2567/files/a#b.jpg", ""),
        ]);
        said(&project.run(&["check", "--lang", "en"]))
    };
    for (written, told) in [
        ("../2567/files/ต\u{e4d}\u{e32}แหน่ง.jpg", "copy this name: ../2567/files/ตำแหน่ง.jpg"),
        ("..\\2567\\files\\ตำแหน่ง.jpg", "write ../2567/files/ตำแหน่ง.jpg"),
        ("../2567/files/a#b.jpg", "write ../2567/files/a%23b.jpg"),
    ] {
        assert!(link(written).contains(told), "{written}: {}", link(written));
    }
    for right in ["../2567/files/ตำแหน่ง.jpg", "../2567/files/a%23b.jpg"] {
        assert!(!link(right).contains("PS104"), "{}", link(right));
    }
}

#[test]
fn a_field_without_its_space_is_told_as_that_and_not_as_a_text() {
    for (record, place, sign) in [
        ("---\ntitle:ก\n---\n", "a.md:2:1", "title:"),
        ("---\ntitle: ก\nactions:\n  - text:ก\n---\n", "a.md:4:5", "text:"),
    ] {
        let said = refused(&[("2567/measures/a.md", record)]);
        assert!(said.contains(&format!("no space after `{sign}`")) && said.contains(place), "{said}");
        assert!(!said.contains("PS012"), "{said}");
    }
}

#[test]
fn a_text_among_the_records_is_told_the_ending_of_records() {
    let project = Project::new(&[("2567/measures/x.txt", "ก\n"), ("2567/measures/y.jpg", "")]);
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert!(
        told.contains("is it meant to be 2567/measures/x.md?") && !told.contains("to be 2567/measures/y"),
        "{told}"
    );
}

#[test]
fn a_name_with_a_line_break_and_an_address_that_hosts_cannot_carry_are_told() {
    let project = Project::new(&[
        ("2567/files/a\nb.csv", ""),
        ("2567/files/trail .csv", ""),
        ("2567/files/dot..csv", ""),
        ("pages/a.md", "---\ntitle: ก\nslug: con\n---\n"),
        ("pages/b.md", "---\ntitle: ก\nslug: \"a\\u202eb\"\n---\n"),
    ]);
    let told = said(&project.run(&["check", "--lang", "en"]));
    assert_eq!((told.matches("[PS015]").count(), told.matches("[PS108]").count()), (1, 2), "{told}");
    assert!(told.contains("part of an address: Windows keeps the name con"), "{told}");
}
