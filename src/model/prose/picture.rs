//! Pictures of a body: what stands in their place, and what is told of them.

use crate::diagnostic::{Diagnostic, Message, rules};
use crate::model::Target;
use crate::read::Source;
use pulldown_cmark::Event;
use std::ops::Range;

/// What is told of a picture without words in its place.
pub fn no_alt_text(source: &Source, range: Range<usize>) -> Diagnostic {
    Diagnostic::new(
        &rules::NO_ALT_TEXT,
        source.in_body(range),
        Message::new("ภาพนี้ไม่มีข้อความแทนภาพ", "this image has no alternative text"),
    )
    .help(
        "บอกว่าภาพแสดงอะไรไว้ในวงเล็บเหลี่ยม: ![ผู้บริหารประกาศนโยบาย No Gift Policy](…)",
        "say in the square brackets what it shows: ![the mayor announces the No Gift Policy](…)",
    )
}

/// What is told of a picture that is no file of the site.
pub fn remote_image(target: &Target, source: &Source, range: Range<usize>) -> Diagnostic {
    let message = match target {
        Target::External(_) => Message::new(
            "ภาพนี้อยู่นอกเว็บนี้ หน้าเว็บจะแสดงเป็นลิงก์แทนภาพ",
            "this picture stands outside of this site; the page shows a link in its place",
        ),
        Target::Page(..) | Target::File(..) => Message::new(
            "สิ่งนี้เป็นหน้าเว็บ ไม่ใช่ภาพ หน้าเว็บจะแสดงเป็นลิงก์แทนภาพ",
            "this is a page and no picture; the page shows a link in its place",
        ),
    };
    Diagnostic::new(&rules::REMOTE_IMAGE, source.in_body(range), message).help(
        "วางแฟ้มภาพในโฟลเดอร์ files แล้วเขียน ![คำอธิบายภาพ](files/picture.jpg)",
        "put the picture in the folder files and write ![what it shows](files/picture.jpg)",
    )
}

/// The words of a picture that has begun, up to its end.
pub fn alt_text<'e>(input: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>) -> String {
    let mut depth = 1;
    let mut alt = String::new();
    for (event, _) in input {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    alt
}
