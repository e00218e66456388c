//! Evidence of every format: what is looked into, as far as it can be, and what is told of the rest.

use crate::support::{Project, said};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const ID: &str = "1-2345-67890-12-1";

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

/// What `check` says in both languages.
fn told(project: &Project) -> String {
    let run = |lang| said(&project.run(&["check", "--all", "--lang", lang]));
    let told = format!("{}\n{}", run("th"), run("en"));
    assert!(!told.contains("67890-12-1"), "{told}");
    told
}

#[test]
fn numbers_that_do_not_stand_on_the_page_are_told_with_their_place() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("รายชื่อ").expect("a name").set_footer(ID);
    sheet.insert_shape(3, 3, &rust_xlsxwriter::Shape::textbox().set_text(ID)).expect("a box");
    project.write("content/files/a.xlsx", &book.save_to_buffer().expect("a book"));
    let body = format!("<w:d><w:p><w:docPr descr='{ID}'/></w:p></w:d>");
    let core = format!("<c><title>{ID}</title></c>");
    project.write("content/files/b.docm", &package(&[("word/document.xml", &body), ("docProps/core.xml", &core)]));
    let slide = format!("<p:sld><a:p><a:t>{ID}</a:t></a:p></p:sld>");
    let slides = package(&[
        ("ppt/_rels/presentation.xml.rels", "<R><Relationship Id='r' Target='slides/slide1.xml'/></R>"),
        ("ppt/presentation.xml", "<p><sldId r:id='r'/></p>"),
        ("ppt/slides/slide1.xml", &slide),
    ]);
    project.write("content/files/c.pptx", &slides);
    project.write("content/files/d.odt", &package(&[("content.xml", &format!("<o><t:p>{ID}</t:p></o>"))]));
    let note = format!("/Annots [<< /Subtype /Text /Contents ({ID}) >>]");
    let pdf = format!(
        "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
         2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n\
         3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] {note} >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
    );
    project.write("content/files/e.pdf", pdf.as_bytes());
    insta::assert_snapshot!(told(&project));
}

#[test]
fn what_nobody_looks_into_is_not_published_without_a_word() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    for name in ["a.zip", "b.RAR", "c.ppt", "d.xlsb", "e.eml"] {
        project.write(&format!("content/files/{name}"), ID.as_bytes());
    }
    for name in ["empty.csv", "empty.png", "empty.pdf"] {
        project.write(&format!("content/files/{name}"), b"");
    }
    let cut = format!("<w:d><w:p><w:t>{ID}</w:t></w:p><w:p>");
    project.write("content/files/cut.docx", &package(&[("word/document.xml", &cut)]));
    project.write("content/files/picture.png", b"\x89PNG");
    insta::assert_snapshot!(told(&project));
}

#[test]
fn of_a_long_text_the_beginning_is_looked_into() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    let long = format!("{ID}\n{}{ID}\n", "ก ".repeat(3 << 20));
    project.write("content/files/a.txt", long.as_bytes());
    let told = told(&project);
    assert_eq!((told.matches("PS601]").count(), told.matches("PS408]").count()), (2, 2), "{told}");
    assert!(told.contains("only a part of this file was looked into: it is too large"), "{told}");
}
