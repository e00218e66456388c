//! What bodies become.

use super::*;
use crate::diagnostic::Diagnostics;
use crate::read::Source;
use proptest::prelude::*;

fn compiled(body: &str) -> (Prose, usize) {
    let source = Arc::new(Source::for_test(body));
    let mut problems = Diagnostics::default();
    let target = |link: &str, _: Range<usize>, _: &mut Diagnostics| {
        let is_file = link.ends_with(".png") && !link.contains("//");
        (!link.starts_with("javascript:"))
            .then(|| if is_file { Target::File(link.to_owned(), 1) } else { Target::External(link.to_owned()) })
    };
    let prose = compile(&source, target, &mut problems);
    (prose, problems.warnings())
}

fn html(prose: &Prose) -> String {
    let address = |target: &Target| match target {
        Target::File(path, _) => path.clone(),
        Target::Page(..) | Target::External(_) => "LINK".to_owned(),
    };
    prose.html(address, |target| matches!(target, Target::File(_, 1)).then_some((640, 480)))
}

#[test]
fn links_stand_between_pieces_of_html() {
    let (prose, _) = compiled("[ก](a.md) ![ข *ค*](b.png) [ง](javascript:x)");
    assert_eq!(
        html(&prose),
        "<p><a href=\"LINK\">ก</a> <img src=\"b.png\" width=\"640\" height=\"480\" alt=\"ข ค\" loading=\"lazy\"> ง</p>\n"
    );
}

#[test]
fn a_nul_in_a_body_is_not_taken_for_a_link() {
    let (prose, _) = compiled("ก \0 0 \0 ข [ค](a.md)");
    assert_eq!(html(&prose), "<p>ก \u{fffd} 0 \u{fffd} ข <a href=\"LINK\">ค</a></p>\n");
}

#[test]
fn html_is_left_out_and_reported() {
    let (prose, warnings) = compiled(
        "ก <b onclick=\"x\">ข</b><br>ค\n\n<script>\nx\n</script>\n\n<!-- ง\nจ -->\n\nฉ <!-- ช\nซ --> ฌ\n\n<!-- ญ\n\n",
    );
    assert_eq!(html(&prose), "<p>ก ข<br>\nค</p>\n<p>ฉ  ฌ</p>\n");
    assert_eq!(warnings, 5);
}

#[test]
fn a_picture_from_elsewhere_is_a_link_to_it_and_within_a_link_only_its_words() {
    let (prose, warnings) = compiled("![ข *ค*](https://example.org/b.png \"ง\")");
    assert_eq!(html(&prose), "<p><a href=\"LINK\">ข ค</a></p>\n");
    assert_eq!(warnings, 1);
    let (prose, warnings) = compiled("[![](//example.org/b.png)](a.md) [![จ](b.png)](a.md)");
    let expected = "<p><a href=\"LINK\">//example.org/b.png</a> <a href=\"LINK\"><img src=\"b.png\" width=\"640\" height=\"480\" alt=\"จ\" loading=\"lazy\"></a></p>\n";
    assert_eq!(html(&prose), expected);
    assert_eq!(warnings, 1);
}

#[test]
fn what_shows_nothing_is_empty() {
    for body in ["", " \n\n", "<!-- ก -->\n", "[ก]: a.md\n"] {
        assert!(compiled(body).0.is_empty(), "{body:?}");
    }
    assert!(!compiled("---").0.is_empty());
}

#[test]
fn the_columns_of_a_table_have_classes_and_no_styles() {
    let (prose, _) = compiled("| ก | ข | ค | ง |\n|:--|:-:|--:|---|\n| ๑ | ๒ | ๓ | [๔](a.md) |\n");
    let expected = "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table><thead><tr><th class=\"left\">ก</th>\
        <th class=\"center\">ข</th><th class=\"right\">ค</th><th>ง</th></tr></thead><tbody>\n<tr><td class=\"left\">๑</td>\
        <td class=\"center\">๒</td><td class=\"right\">๓</td><td><a href=\"LINK\">๔</a></td></tr>\n</tbody></table>\n</div>";
    assert_eq!(html(&prose), expected);
}

#[test]
fn the_sections_are_the_headings_of_the_highest_level() {
    let sections = |body: &str| compiled(body).0.sections();
    let found = sections("## ก [ข](a.md)\n### ค\n## ก ข\n# Contents\n");
    let found: Vec<_> = found.iter().map(|one| (one.id.as_str(), one.title.as_str())).collect();
    assert_eq!(found, [("ก-ข", "ก ข"), ("ก-ข-2", "ก ข"), ("contents-2", "Contents")]);
    assert!(sections("ก").is_empty());
}

#[test]
fn the_writer_chooses_no_class_and_no_id() {
    let (prose, _) = compiled("```js\thidden\nx\n```\n");
    assert_eq!(html(&prose), "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
    let (prose, _) = compiled("ก[^main] ข[^\"x] ค[^main]\n\n[^main]: ง\n\n[^\"x]: จ\n\n# Main\n\n# note 1\n");
    let html = html(&prose);
    assert_eq!(html.matches("<a href=\"#note-1\">1</a>").count(), 2, "{html}");
    for id in ["note-1", "note-2", "main-2", "note-1-2"] {
        assert!(html.contains(&format!(" id=\"{id}\"")), "{id}: {html}");
    }
    assert_eq!(html.matches(" id=").count(), 4, "{html}");
}

#[test]
fn an_address_between_angle_brackets_is_a_link_to_a_mailbox() {
    let source = Arc::new(Source::for_test("<a@example.go.th>"));
    let mut seen = Vec::new();
    let resolve = |link: &str, _: Range<usize>, _: &mut Diagnostics| {
        seen.push(link.to_owned());
        None
    };
    compile(&source, resolve, &mut Diagnostics::default());
    assert_eq!(seen, ["mailto:a@example.go.th"]);
}

proptest! {
    #[test]
    fn no_body_panics_or_lets_a_tag_through(body in "([-#*_>`|\\[\\]()!<a-z/=\"' \n\0]|<script>|ก|&lt;){0,60}") {
        let (prose, _) = compiled(&body);
        let html = html(&prose);
        prop_assert!(!html.contains("<script") && !html.contains('\0'));
    }
}

#[test]
fn an_address_may_stand_elsewhere_than_its_link() {
    let (prose, _) = compiled("[ก]\n\nข\n\n[ก]: a.md\n");
    assert_eq!(prose.targets, compiled("[ก](a.md)").0.targets);
    assert_eq!(prose.targets.len(), 1);
}

#[test]
fn an_id_keeps_letters_and_digits_of_any_script_in_small() {
    for char in '\0'..=char::MAX {
        let is_mark = ('\u{e31}'..='\u{e4e}').contains(&char);
        let kept: String = char.to_lowercase().filter(|small| small.is_alphanumeric() || is_mark).collect();
        let kept = if char.is_alphanumeric() || is_mark { kept } else { String::new() };
        let expected = if kept.is_empty() { "section".to_owned() } else { kept };
        assert_eq!(ids::Ids::new().id(&char.to_string()), expected, "{char:?}");
    }
}

/// The texts between the tags of a page that stand within no line, and what stands for pictures.
fn lines_of(html: &str) -> Vec<String> {
    let inline = ["a", "strong", "em", "del", "code", "sup"];
    let mut lines = vec![String::new()];
    crate::html::read(html, |event| match event {
        crate::html::Event::String { value } => {
            if let Some(line) = lines.last_mut() {
                line.push_str(&String::from_utf8_lossy(value));
            }
        }
        crate::html::Event::OpenStartTag { name } | crate::html::Event::EndTag { name }
            if !inline.iter().any(|one| one.as_bytes() == name) =>
        {
            lines.push(String::new());
        }
        crate::html::Event::AttributeValue { value } => {
            let words = String::from_utf8_lossy(value).into_owned();
            if words.starts_with("ALT") {
                lines.insert(lines.len() - 1, words);
            }
        }
        _ => {}
    });
    tidy(&lines)
}

/// Lines without needless spaces, and without those that hold nothing.
fn tidy(lines: &[String]) -> Vec<String> {
    let lines = lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

/// Bodies of pieces that work on each other, but for those that keep a body from being read in parts.
const OF_PARTS: &str = concat!(
    r"(ก| |\n|\n\n|\n\n|## |- |1\. |12\) |\+ |> |\*|\*\*|_|  \n|---\n|===\n|    |\t|\x0b|:|\\|&lt;|\[ง\]\(a\.md\)|\[จ|",
    r"\]\(b\.md\)|\]\(|\)|!\[ฉ\]\(c\.png\)|!\[\]\(c\.png\)|!\[ช\]\(//x\.org/d\.png\)|\|ญ\|ฎ\|\n\|-\|-\|\n|\||\[\^1\]|- \[x\] ){0,40}",
);
/// Bodies of which little is shown.
const OF_LITTLE: &str =
    r"( |\n|\n\n|<!-- ก -->|<!--|-->|<b>|\[ข\]: a\.md\n|\[ค\]\(a\.md\)|- |> |    |\x0b|---\n|ง){0,8}";

proptest! {
    #[test]
    fn the_links_of_a_body_are_those_of_its_parts(body in OF_PARTS) {
        let (in_parts, told) = compiled(&body);
        // What follows keeps it from being read in parts, and ends whatever goes on before it.
        let (whole, told_of_whole) = compiled(&format!("{body}\n\nก <br>\n"));
        prop_assert_eq!(in_parts.targets, whole.targets);
        prop_assert_eq!(in_parts.anchors, whole.anchors);
        prop_assert_eq!(in_parts.outward, whole.outward);
        prop_assert_eq!(told, told_of_whole);
    }

    #[test]
    fn what_goes_on_over_an_empty_line_is_no_part_by_itself(
        reaching in prop::sample::select(vec![
            ("```\nก\n\n", "\n```\n"), ("~~~\nก\n\n", "\n~~~\n"), ("<!-- ก\n\n", "\n-->\n"), ("<pre>\n\n", "\n</pre>\n"),
        ]),
        before in "(ก|\n|## |\\[ค\\]\\(b\\.md\\)){0,4}",
    ) {
        let (start, end) = reaching;
        let (with, _) = compiled(&format!("{before}\n\n{start}[ข](a.md)\n\n[ข](a.md){end}"));
        let (without, _) = compiled(&format!("{before}\n\n"));
        prop_assert_eq!(with.targets, without.targets);
    }

    #[test]
    fn a_body_is_empty_where_nothing_is_shown_of_it(body in OF_LITTLE) {
        let (prose, _) = compiled(&body);
        let shown = compile::html(&Source::for_test(&body), &prose.targets, |_| String::new(), |_| None);
        prop_assert_eq!(prose.is_empty(), shown.is_empty(), "{}", shown);
    }
}

proptest! {
    #[test]
    fn the_lines_of_a_body_are_those_of_its_page(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "ก", "ข ค", " ", "\n", "\n\n", "# ", "- ", "1. ", "> ", "*", "**", "~~", "`", "```\n", "[ง](a.md)", "[จ",
                "](b.md)", "![ALTฉ](c.png)", "![ช](//x.org/d.png)", "<br>", "<b>", "<!-- ซ -->", "\n<!-- ฌ\n-->\n", "|ญ|ฎ|\n|-|-|\n",
                "|", "[^1]", "\n\n[^1]: ฏ\n", "- [x] ", "&lt;", "\\*", "  \n", "---\n", "    ",
            ]),
            0..30,
        )
    ) {
        let (prose, _) = compiled(&pieces.concat());
        let mut lines = Vec::new();
        prose.lines(|line| lines.push(line.to_owned()));
        prop_assert_eq!(tidy(&lines), lines_of(&html(&prose)));
    }
}
