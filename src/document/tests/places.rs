//! Texts that do not stand on the page: what is said of pictures, beside cells, in notes, and of the file itself.

use super::{package, pdf, read, stream, texts};
use crate::document::{Document, Place};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// Every piece with its place, on a line.
fn shown(document: &Document) -> Vec<String> {
    let word = |place: &Place| match place {
        Place::Paragraph { part, number, .. } => format!("{part:?} {number}"),
        Place::Cell { sheet, row, column } => format!("cell {sheet} {row} {column}"),
        Place::Drawing(sheet) => format!("drawing {sheet}"),
        Place::Margin(sheet) => format!("margin {sheet}"),
        Place::Pivot => "pivot".to_owned(),
        Place::Slide(slide) => format!("slide {slide}"),
        Place::Annotation(page) => format!("annotation {page}"),
        Place::Page(page) => format!("page {page}"),
        Place::Properties => "properties".to_owned(),
        Place::Line { line, .. } => format!("line {line}"),
    };
    document.pieces.iter().map(|piece| format!("{}: {}", word(&piece.place), piece.text)).collect()
}

#[test]
fn pictures_and_properties_of_word_are_read() {
    let body = "<w:d><w:p/><w:p><w:r><wp:docPr id='1' name='ภาพ 1' title='บัตร' descr='เลข &#x0e51;'/><w:t>ก</w:t></w:r></w:p></w:d>";
    let core = "<cp:c><dc:title>คำสั่ง</dc:title><dc:creator>นาย ก</dc:creator><cp:keywords>ลับ</cp:keywords></cp:c>";
    for name in ["a.docx", "a.docm", "a.dotx"] {
        let bytes = package(&[("word/document.xml", body), ("docProps/core.xml", core)]);
        let document = read(name, &bytes).expect("a Word file");
        assert_eq!(shown(&document), ["properties: คำสั่ง", "properties: ลับ", "Pictures 2: บัตร\nเลข ๑", "Body 2: ก"]);
        assert_eq!(document.unread, None);
    }
}

#[test]
fn parts_of_a_package_may_be_in_utf_16() {
    let xml = "<?xml version='1.0' encoding='UTF-16'?><w:d><w:p><w:t>1-2345-67890-12-1 ก</w:t></w:p></w:d>";
    for (mark, bytes) in [([0xff, 0xfe], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xfe, 0xff], u16::to_be_bytes)] {
        let wide: Vec<u8> = mark.into_iter().chain(xml.encode_utf16().flat_map(bytes)).collect();
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
        zip.write_all(&wide).expect("written");
        let document = read("a.docx", zip.finish().expect("a package").get_ref()).expect("a Word file");
        assert_eq!(texts(&document), ["1-2345-67890-12-1 ก"]);
    }
}

#[test]
fn what_stands_beside_the_cells_of_a_book_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_subject("เรื่อง"));
    book.add_worksheet().set_name("หนึ่ง").expect("a name").write(0, 0, 1).expect("written");
    let sheet = book.add_worksheet();
    sheet.set_name("สอง").expect("a name").set_header("&Lโทร").set_footer("&Rท้าย");
    sheet.insert_note(1, 2, &rust_xlsxwriter::Note::new("หมายเหตุ").add_author_prefix(false)).expect("a note");
    sheet.insert_shape(3, 3, &rust_xlsxwriter::Shape::textbox().set_text("กล่อง")).expect("a box");
    let bytes = book.save_to_buffer().expect("a book");
    for name in ["a.xlsx", "a.xltx"] {
        let mut all = shown(&read(name, &bytes).expect("a book"));
        all.sort();
        let expected = [
            "cell สอง 1 2: หมายเหตุ",
            "cell หนึ่ง 0 0: 1",
            "drawing สอง: กล่อง",
            "margin สอง: &Lโทร",
            "margin สอง: &Rท้าย",
            "properties: เรื่อง",
        ];
        assert_eq!(all, expected, "{name}");
    }
}

#[test]
fn cells_that_are_gone_are_found_in_pivot_tables() {
    let cache = "<pivotCacheRecords><r><s v='นาย ก'/><n v='1234567890121'/><x v='0'/></r></pivotCacheRecords>";
    let document = read(
        "a.xlsx",
        &package(&[
            ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
            ("xl/workbook.xml", "<workbook/>"),
            ("xl/pivotCache/pivotCacheRecords1.xml", cache),
        ]),
    )
    .expect("a book");
    assert_eq!(shown(&document), ["pivot: นาย ก", "pivot: 1234567890121"]);
}

#[test]
fn slides_are_read_in_the_order_in_which_they_are_shown() {
    let rels = "<R><Relationship Id='r1' Target='slides/slide1.xml'/><Relationship Id='r2' Target='/ppt/slides/slide2.xml'/></R>";
    let list = "<p:p><p:sldIdLst><p:sldId id='256' r:id='r2'/><p:sldId id='257' r:id='r1'/></p:sldIdLst></p:p>";
    let slide =
        |text: &str| format!("<p:sld><a:p><a:r><a:t>{text}</a:t></a:r><a:br/><a:r><a:t>ต่อ</a:t></a:r></a:p></p:sld>");
    let first = slide("หนึ่ง").replace("<a:p>", "<p:cNvPr id='1' descr='ภาพ'/><a:p>");
    let notes = "<R><Relationship Id='r1' Target='../notesSlides/notesSlide9.xml'/></R>";
    let bytes = package(&[
        ("ppt/_rels/presentation.xml.rels", rels),
        ("ppt/presentation.xml", list),
        ("ppt/slides/slide1.xml", &slide("สอง")),
        ("ppt/slides/slide2.xml", &first),
        ("ppt/slides/_rels/slide1.xml.rels", notes),
        ("ppt/notesSlides/notesSlide9.xml", "<n><a:p><a:t>บันทึก</a:t></a:p></n>"),
    ]);
    let document = read("a.pptx", &bytes).expect("slides");
    assert_eq!(shown(&document), ["slide 1: ภาพ", "slide 1: หนึ่ง\nต่อ", "slide 2: สอง\nต่อ", "slide 2: บันทึก"]);
}

#[test]
fn texts_of_open_document_are_read() {
    let content = "<o:text><t:h>หัว</t:h>\n <t:p>ก<t:s t:c='2'/><t:span>ข</t:span><o:annotation><t:p>หมายเหตุ</t:p></o:annotation></t:p></o:text>";
    let styles = "<s:m><s:header><t:p>บน</t:p></s:header><s:footer><t:p>ล่าง</t:p></s:footer></s:m>";
    let meta = "<m><dc:title>ชื่อ</dc:title></m>";
    let bytes = package(&[("content.xml", content), ("styles.xml", styles), ("meta.xml", meta)]);
    let document = read("a.odt", &bytes).expect("a text");
    let expected = ["properties: ชื่อ", "Body 1: หัว", "Body 3: หมายเหตุ", "Body 2: ก  ข", "Header 1: บน", "Footer 2: ล่าง"];
    assert_eq!(shown(&document), expected);
    let slides = "<o:p><d:page><t:p>หนึ่ง</t:p></d:page><d:page><t:p>สอง</t:p></d:page></o:p>";
    let document = read("a.odp", &package(&[("content.xml", slides)])).expect("slides");
    assert_eq!(shown(&document), ["slide 1: หนึ่ง", "slide 2: สอง"]);
}

#[test]
fn notes_fields_and_properties_of_pdf_are_read() {
    let bytes = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Annots [<< /Subtype /Text /Contents <FEFF0E010031> >> 6 0 R 7 0 R] >>",
        &stream("", b"0 0 m 1 1 l S"),
        b"<< /Title (about) /Producer (program) >>",
        b"<< /Subtype /Widget /FT /Tx /T (a) /V (filled in) >>",
        b"<< /Subtype /Widget /Parent << /FT /Tx /V (above) >> >>",
    ]);
    let with_info = String::from_utf8(bytes).expect("text").replace("/Root 1 0 R", "/Root 1 0 R /Info 5 0 R");
    let document = read("a.pdf", with_info.as_bytes()).expect("a PDF");
    let expected = ["properties: about", "annotation 1: ก1", "annotation 1: filled in", "annotation 1: above"];
    assert_eq!(shown(&document), expected);
}
