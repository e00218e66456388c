//! The picture that stands beside a link where people share it: made by the program, as a program that shows it reads it.

use crate::support::{Project, SITE, said};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

const MEASURE: (&str, &str) = ("2566/measures/a.md", "---\ntitle: ก\n---\n");

fn built(files: &[(&str, &str)]) -> Project {
    let project = Project::new(files);
    project.build();
    project
}

fn bytes(project: &Project, address: &str) -> Vec<u8> {
    std::fs::read(project.path("public").join(address)).expect("there is a picture")
}

/// The picture of a site whose `site.yaml` has these lines too.
fn picture(more: &str) -> Vec<u8> {
    bytes(&built(&[("site.yaml", &format!("{SITE}{more}")), MEASURE]), "2566/share.png")
}

#[test]
fn each_year_has_a_picture_of_the_size_that_is_asked_for() {
    let project = built(&[MEASURE, ("2565/measures/a.md", MEASURE.1)]);
    for address in ["2566/share.png", "2565/share.png"] {
        let picture = bytes(&project, address);
        let pixels = Pixmap::decode_png(&picture).expect("a PNG");
        assert_eq!((pixels.width(), pixels.height()), (1200, 630));
        assert!(pixels.pixels().iter().all(PremultipliedColorU8::is_opaque), "nothing shines through");
        assert!(picture.len() < 300_000, "{} bytes", picture.len());
    }
    assert_ne!(bytes(&project, "2566/share.png"), bytes(&project, "2565/share.png"));
}

#[test]
fn the_same_records_give_the_same_picture_and_others_another() {
    let same = picture("");
    assert_eq!(same, picture(""));
    assert_ne!(same, picture("digits: arabic\n"));
    assert_ne!(same, picture("color: \"#7a1f3d\"\n"));
    let result = ("2566/assessment.md", "---\nanalysed_year: 2565\noverall: 91.5\nlevel: A\n---\n");
    assert_ne!(same, bytes(&built(&[MEASURE, result]), "2566/share.png"));
}

#[test]
fn its_ground_has_the_colour_of_the_authority() {
    let pixels = Pixmap::decode_png(&picture("color: \"#7a1f3d\"\n")).expect("a PNG");
    let ground = pixels.pixel(300, 10).expect("a pixel");
    assert_eq!((ground.red(), ground.green(), ground.blue()), (0x7a, 0x1f, 0x3d));
}

#[test]
fn a_site_that_does_not_know_its_address_has_none() {
    let site = SITE.replace("base_url: https://www.example.go.th/ita/\n", "");
    let project = built(&[("site.yaml", &site), MEASURE]);
    assert!(!project.path("public/2566/share.png").exists());
}

#[test]
fn a_logo_is_shown_and_a_broken_one_left_out() {
    let site = SITE.replace("  units:", "  logo: files/logo.svg\n  units:");
    let with = |logo: &str| bytes(&built(&[("site.yaml", &site), MEASURE, ("files/logo.svg", logo)]), "2566/share.png");
    let none = picture("");
    let disc =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"5\"/></svg>";
    assert_ne!(with(disc), none);
    assert_eq!(with("<svg xmlns=\"http://www.w3.org/2000/svg\""), none);
}

#[test]
fn any_name_can_be_drawn() {
    for name in ["🏛️".to_owned(), "市役所".to_owned(), "<b>&\"'".to_owned(), "ป่าน้ำปู่".repeat(1_200)]
    {
        let site = SITE.replace("เทศบาลตำบลตัวอย่าง", &serde_json::to_string(&name).expect("a text"));
        let project = Project::new(&[("site.yaml", &site), MEASURE]);
        let output = project.run(&["build", "--lang", "en"]);
        assert!(output.status.success(), "{}", said(&output));
        assert!(Pixmap::decode_png(&bytes(&project, "2566/share.png")).is_ok());
    }
}
