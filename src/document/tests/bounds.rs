//! Files that would fill the memory or never come to an end.

use super::{package, page, pdf, read, stream};
use crate::document::Unreadable;
use crate::document::format::Format;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

#[test]
fn bombs_are_refused() {
    let zeros = vec![0; 1 << 20];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["xl/_rels/workbook.xml.rels", "xl/workbook.xml"] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(b"<x/>").expect("written");
    }
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    for _ in 0..200 {
        zip.write_all(&zeros).expect("written");
    }
    let bomb = zip.finish().expect("a package").into_inner();
    assert!(bomb.len() < 1 << 20);
    for name in ["a.docx", "a.xlsx"] {
        assert_eq!(read(name, &bomb), Err(Unreadable::TooLarge), "{name}");
    }
    let mut flate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..300 {
        flate.write_all(&zeros).expect("written");
    }
    let bomb = page("/Filter /FlateDecode", &flate.finish().expect("packed"));
    assert_eq!(read("a.pdf", &bomb), Err(Unreadable::TooLarge));
}

#[test]
fn a_pdf_that_grows_without_end_is_refused() {
    let flated = |data: &[u8]| {
        let mut flate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        flate.write_all(data).expect("written");
        flate.finish().expect("packed")
    };
    let twice = flated(&flated(&vec![b' '; 4 << 20]));
    assert_eq!(read("a.pdf", &page("/Filter [/FlateDecode /FlateDecode]", &twice)), Err(Unreadable::TooLarge));
    // A form that draws the next a hundred times, and so on.
    let draw = [b"/X Do ".repeat(100), b"BT /F 10 Tf (text) Tj ET".to_vec()].concat();
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]";
    let with = |next: usize| format!("{form} /Resources << /Font << /F 4 0 R >> /XObject << /X {next} 0 R >> >>");
    let forms: Vec<Vec<u8>> = (6..12).map(|next| stream(&with(next), &draw)).collect();
    let last = stream(&with(4), &b"BT /F 10 Tf (text) Tj ET ".repeat(100));
    let mut objects: Vec<&[u8]> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ];
    objects.extend(forms.iter().map(Vec::as_slice));
    objects.push(&last);
    let soon = Instant::now() + Duration::from_millis(200);
    let document = Format::Pdf.read(pdf(&objects), soon).expect("what was drawn until then");
    assert_eq!((document.unread, &document.textless[..]), (Some(Unreadable::TooSlow), &[][..]));
}

#[test]
fn a_glyph_that_stands_for_a_text_fills_no_memory() {
    let long = "0031".repeat(10_000);
    let cmap = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> \
         endcodespacerange 1 beginbfchar <41> <{long}> endbfchar endcmap end end"
    );
    let content = [b"BT /F 10 Tf 10 100 Td (".as_slice(), &b"A".repeat(100_000), b") Tj ET"].concat();
    let bomb = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        &stream("", &content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        &stream("", cmap.as_bytes()),
    ]);
    let document = read("a.pdf", &bomb).expect("its beginning");
    assert_eq!(document.unread, Some(Unreadable::TooLarge));
    assert!(document.pieces[0].text.len() < 9 << 20);
}

#[test]
fn of_what_is_too_long_the_beginning_is_kept() {
    let list = "1-2345-67890-12-1\n".repeat(500_000);
    for (name, bytes) in [("a.txt", list.clone()), ("a.csv", list.clone()), ("a.csv", format!("\"{list}"))] {
        let document = read(name, bytes.as_bytes()).expect("its beginning");
        let kept: usize = document.pieces.iter().map(|piece| piece.text.len()).sum();
        assert_eq!(document.unread, Some(Unreadable::TooLarge), "{name}");
        assert!((4 << 20..=8 << 20).contains(&kept) && document.pieces.len() <= 500_000, "{name}: {kept}");
    }
    let over = Instant::now().checked_sub(Duration::from_secs(1)).expect("a second ago");
    let document = Format::Delimited.read(b"1,2".to_vec(), over).expect("its beginning");
    assert_eq!((document.pieces.len(), document.unread), (1, Some(Unreadable::TooSlow)));
    // The library would keep all of these texts, of which none is used.
    let shared = format!("<sst>{}</sst>", "<si/>".repeat(4_000_001));
    let rels = "<Relationships/>";
    let parts = [("xl/_rels/workbook.xml.rels", rels), ("xl/workbook.xml", "<w/>"), ("xl/sharedStrings.xml", &shared)];
    assert_eq!(read("a.xlsx", &package(&parts)), Err(Unreadable::TooLarge));
}

#[test]
fn deep_nesting_ends_nothing() {
    for (depth, outcome) in [(900, true), (200_000, false)] {
        let deep = format!("{}ก{}", "<w:p>".repeat(depth), "</w:p>".repeat(depth));
        assert_eq!(read("a.docx", &package(&[("word/document.xml", &deep)])).is_ok(), outcome, "{depth}");
    }
    let arrays = [b"<< /Type /Catalog /Pages ".as_slice(), &b"[".repeat(200_000), b" >>"].concat();
    assert!(read("a.pdf", &pdf(&[&arrays])).is_err());
    let brackets = b"[".repeat(200_000);
    let _any = read("a.pdf", &page("", &brackets));
}
