use super::layout::{COLUMN, lay_out};
use super::letters::{Letters, Weight};
use super::*;
use crate::theme::{COLOR, light};
use proptest::prelude::*;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use resvg::usvg::{Group, Node, Rect, Tree};
use std::path::PathBuf;
use tempfile::TempDir;

fn figure(number: &str, label: &str, note: &str) -> Figure {
    Figure { number: number.to_owned(), label: label.to_owned(), note: note.to_owned() }
}

fn card(name: &str, kind: Option<&str>) -> Card {
    Card {
        name: name.to_owned(),
        kind: kind.map(str::to_owned),
        logo: None,
        title: "มาตรการส่งเสริมคุณธรรมและความโปร่งใส".to_owned(),
        year: "ปีงบประมาณ พ.ศ. ๒๕๖๗".to_owned(),
        figures: vec![
            figure("๘๐.๔๒", "ระดับ ต้องปรับปรุง", "คะแนน ITA ปี ๒๕๖๖"),
            figure("๓/๗", "มาตรการ", "ดำเนินการเสร็จ"),
            figure("๑/๓๕", "ข้อ OIT", "มีลิงก์แล้ว"),
        ],
        colors: light(COLOR),
    }
}

/// Where each line of a picture is drawn.
fn places(svg: &str) -> Vec<Rect> {
    fn gather(group: &Group, places: &mut Vec<Rect>) {
        for node in group.children() {
            match node {
                Node::Group(group) => gather(group, places),
                Node::Text(text) => places.push(text.abs_bounding_box()),
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    let tree = Tree::from_str(svg, &draw::options()).expect("an SVG");
    let mut places = Vec::new();
    gather(tree.root(), &mut places);
    places
}

/// Where a text is drawn, 100 pixels large.
fn place(text: &str) -> Rect {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 300\" font-family=\"Sarabun\">\
         <text x=\"0\" y=\"200\" font-size=\"100\">{text}</text></svg>"
    );
    let tree = Tree::from_str(&svg, &draw::options()).expect("an SVG");
    let Some(Node::Text(text)) = tree.root().children().first() else { panic!("{text} is not drawn") };
    text.flattened().abs_bounding_box()
}

fn lines(card: &Card) -> Vec<String> {
    let svg = lay_out(card).svg;
    svg.lines()
        .filter_map(|line| Some(line.strip_prefix("<text")?.split_once('>')?.1.split_once('<')?.0.to_owned()))
        .collect()
}

#[test]
fn a_card_is_laid_out() {
    insta::assert_snapshot!(lay_out(&card("เทศบาลตำบลพนมทวน", Some("เทศบาลตำบล"))).svg);
}

#[test]
fn a_name_is_broken_after_the_kind_of_authority_or_else_between_words() {
    let broken = |name, kind| lines(&card(name, kind))[..2].join("|");
    let name = "องค์การบริหารส่วนตำบลดงกลาง";
    assert_eq!(broken(name, Some("องค์การบริหารส่วนตำบล")), "องค์การบริหารส่วนตำบล|ดงกลาง");
    assert_eq!(broken(name, None), "องค์การบริหาร|ส่วนตำบลดงกลาง");
    assert_eq!(lines(&card("เมืองพัทยา", Some("เมืองพัทยา")))[0], "เมืองพัทยา");
}

#[test]
fn a_name_of_any_length_has_two_lines_and_a_sign_that_there_was_more() {
    for name in ["ป่าปู่ย่า".repeat(2_000), "ก".repeat(10_000), "W".repeat(10_000)] {
        let lines = lines(&card(&name, None));
        assert!(lines[1].ends_with('…') && lines[2].starts_with("มาตรการ"), "{lines:?}");
    }
    // However many marks there are on a letter, it stays in its line.
    let marked = card(&format!("ก{}", "\u{e48}".repeat(10_000)), None);
    assert!(places(&lay_out(&marked).svg)[0].top() > 20.0);
}

#[test]
fn what_there_are_no_letters_for_is_left_out() {
    let letters = Letters::new(Weight::Bold, 40.0);
    assert_eq!(letters.known(" เทศบาล\u{202e}🏛️ 市\n役所 น้ำ <b>&\u{0} "), "เทศบาล น้ำ <b>&");
    assert!(lay_out(&card("<b>&amp;", None)).svg.contains(">&lt;b&gt;&amp;amp;</text>"));
    assert!(card("市役所🏛", None).png().is_some());
}

#[test]
fn marks_stand_above_each_other_and_take_no_room() {
    for (plain, marked) in [("ท", "ที"), ("ที", "ที่"), ("นา", "น้ำ"), ("ปา", "ป่า")]
    {
        let (plain, marked) = (place(plain), place(marked));
        assert!(marked.top() < plain.top() - 5.0, "{marked:?} is no higher than {plain:?}");
        assert!((marked.width() - plain.width()).abs() < 12.0, "{marked:?} is wider than {plain:?}");
    }
    assert!(place("ปู่").bottom() > place("ป่").bottom() + 5.0);
    // The tone mark above a tall letter does not run into its stem.
    assert!(place("ป่").left() >= place("ป").left() - 1.0);
}

#[test]
fn a_card_without_figures_is_all_head() {
    let plain = Card { figures: Vec::new(), ..card("เทศบาลตำบลพนมทวน", None) };
    assert!(lay_out(&plain).svg.contains("<rect y=\"630\" width=\"1200\" height=\"0\""));
    assert!(plain.png().is_some());
}

/// A file with these bytes, in a folder that lasts as long as the test.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("logo");
    std::fs::write(&path, bytes).expect("a file can be written");
    (folder, path)
}

fn read(bytes: &[u8]) -> Option<Logo> {
    let (_folder, path) = file(bytes);
    Logo::read(&path)
}

const DISC: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"5\" fill=\"red\"/></svg>";

#[test]
fn a_logo_is_drawn_in_its_middle() {
    let mut pixels = Pixmap::new(300, 150).expect("memory");
    pixels.fill(resvg::tiny_skia::Color::WHITE);
    for logo in [DISC.as_bytes().to_vec(), pixels.encode_png().expect("a PNG")] {
        let logo = read(&logo).expect("a logo");
        let middle = logo.pixels.pixel(40, 40).expect("a pixel");
        assert_eq!((middle.alpha(), middle.red()), (255, 255));
        assert_eq!(logo.pixels.pixel(0, 0).map(PremultipliedColorU8::alpha), Some(0));
        let shown = Card { logo: Some(logo), ..card("เทศบาลตำบลพนมทวน", None) };
        assert_ne!(shown.png(), card("เทศบาลตำบลพนมทวน", None).png());
    }
}

#[test]
fn a_logo_that_cannot_be_shown_is_none() {
    let (_folder, other) = file(DISC.as_bytes());
    let outward = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"{}\" width=\"9\" height=\"9\"/></svg>",
        other.display()
    );
    let mut png = Pixmap::new(9, 9).expect("memory").encode_png().expect("a PNG");
    // The width that it says it has.
    png[16..20].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff]);
    let cut = &DISC.as_bytes()[..60];
    for (what, bytes) in [
        ("empty", &b""[..]),
        ("no picture", b"%PDF-1.7"),
        ("cut off", cut),
        ("a picture of another file", outward.as_bytes()),
        ("too wide", &png),
        ("nothing to be seen", b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>"),
        ("too large", &vec![b' '; (4 << 20) + 1]),
    ] {
        assert!(read(bytes).is_none(), "{what}");
    }
    assert!(Logo::read(&PathBuf::from("/nowhere")).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_text_leaves_its_place(
        name in "[ก-ฮะ-ูเ-๋๐-๙ ]{0,120}|\\PC{0,60}|(เทศบาล|ตำบล|น้ำ|ปู่|ที่| ){0,60}|[A-Za-z ]{0,80}",
        label in "[ก-ฮะ-ูเ-๋]{0,60}|\\PC{0,30}|[MW]{0,40}",
        number in "[๐-๙0-9./]{0,20}",
        count in 0_usize..4,
        has_logo: bool,
    ) {
        let mut card = card(&name, None);
        card.logo = if has_logo { read(DISC.as_bytes()) } else { None };
        card.figures = (0..count).map(|_| figure(&number, &label, &label)).collect();
        let layout = lay_out(&card);
        let middle = f32::from(WIDTH) / 2.0;
        for place in places(&layout.svg) {
            let half = (middle - place.left()).max(place.right() - middle);
            let is_beside = place.right() < middle - COLUMN / 2.0 + 1.0 || place.left() > middle + COLUMN / 2.0 - 1.0;
            prop_assert!(half <= COLUMN / 2.0 + 3.0 || is_beside, "{place:?} in {}", layout.svg);
            prop_assert!(place.left() >= 40.0 && place.right() <= f32::from(WIDTH) - 40.0, "{place:?} in {}", layout.svg);
            prop_assert!(place.top() >= 0.0 && place.bottom() <= f32::from(HEIGHT), "{place:?} in {}", layout.svg);
        }
    }
}
