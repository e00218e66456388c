//! The colour that an authority picks: what is told where it is none, and where it goes.

use crate::support::{Project, SITE, said};

const MEASURE: (&str, &str) = ("2566/measures/a.md", "---\ntitle: ไม่รับของขวัญ\nunits: clerk\n---\n");

fn project(color: &str) -> Project {
    let site = format!("{SITE}{color}\n");
    Project::new(&[MEASURE, ("site.yaml", &site)])
}

/// What is told of these lines in both languages, but for what is advised besides.
fn told_of(color: &str) -> String {
    let project = project(color);
    let told = ["th", "en"].map(|lang| {
        let said = said(&project.run(&["check", "--lang", lang]));
        said.split("\n\n").filter(|told| told.contains("[PS014]")).collect::<Vec<_>>().join("\n\n")
    });
    told.join("\n\n").trim().to_owned()
}

#[test]
fn what_is_no_colour_is_told_with_its_place_and_a_colour_to_write() {
    insta::assert_snapshot!(told_of("color: น้ำเงินเข้ม"));
    for color in ["\"#14507\"", "\"#14507dff0\"", "14507d", "rgba(20, 80, 125, 0.5)", "url(x)", "\"\""] {
        assert!(told_of(&format!("color: {color}")).contains("error[PS014]"), "{color}");
    }
}

#[test]
fn a_code_without_quotation_marks_is_told_since_yaml_takes_it_for_a_comment() {
    insta::assert_snapshot!(told_of("color: #14507d"));
}

#[test]
fn a_colour_may_be_left_out_or_written_as_style_sheets_write_it() {
    for color in ["", "color:", "color: \"#14507d\"", "color: '#147'", "color: teal", "color: rgb(20 80 125)"] {
        assert_eq!(told_of(color), "", "{color}");
    }
}

#[test]
fn the_sign_in_the_tab_is_in_the_colour_unless_there_is_a_logo_or_the_theme_has_one() {
    let icon_of = |project: &Project| {
        let page = project.page("2566/measures/a.html");
        let link = page.split_once("<link rel=\"icon\" href=\"").expect("a link to it").1;
        link.split_once('"').expect("the end of it").0.to_owned()
    };
    let plain = project("");
    plain.build();
    let picked = project("color: \"#7a1f3d\"");
    picked.build();
    let [plain_icon, picked_icon] = [&plain, &picked].map(|project| project.page("assets/icon.svg"));
    assert!(plain_icon.contains("#14507d") && picked_icon.contains("#7a1f3d"), "{plain_icon} {picked_icon}");
    assert_eq!(icon_of(&picked), "../../assets/icon.svg");

    let logo = Project::new(&[
        MEASURE,
        ("site.yaml", &SITE.replace("organisation:\n", "organisation:\n  logo: files/logo.png\n")),
        ("files/logo.png", "a picture"),
    ]);
    logo.build();
    assert_eq!(icon_of(&logo), "../../files/logo.png");

    let own = project("theme: ours");
    own.write("themes/ours/assets/icon.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    own.build();
    assert_eq!(own.page("assets/icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
}
