//! Files of every format, made here, and broken ones.

mod bounds;
mod places;

use super::{Document, Format, LONGEST, PATIENCE, Place, Unreadable, cell_name, guard};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use std::path::Path;
use std::time::Instant;
use zip::write::SimpleFileOptions;

fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    let format = Format::of(Path::new(name)).expect("a document");
    let bytes = bytes.to_vec();
    guard::within(PATIENCE, move || format.read(bytes, Instant::now() + LONGEST))
}

fn texts(document: &Document) -> Vec<&str> {
    document.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

#[test]
fn endings_are_read_in_any_case_and_others_are_none() {
    assert_eq!(Format::of(Path::new("a/ประกาศ.PDF")), Some(Format::Pdf));
    assert_eq!(Format::of(Path::new("a.Docx")), Some(Format::Word));
    for text in ["a.json", "a.XML", "a.md", "a.geojson", "a.log"] {
        assert_eq!(Format::of(Path::new(text)), Some(Format::Plain), "{text}");
    }
    for closed in ["a.zip", "a.RAR", "a.xlsb", "a.eml"] {
        assert_eq!(super::read(Path::new(closed)), Some(Err(Unreadable::UnknownFormat)), "{closed}");
    }
    for other in ["a.jpg", "a", "pdf", "a.pdf/b", ".csv", "a.mp4"] {
        assert_eq!(Format::of(Path::new(other)), None, "{other}");
    }
    assert_eq!(super::read(Path::new("there-is-no-such.xls")), Some(Err(Unreadable::OldFormat)));
    assert!(matches!(super::read(Path::new("there-is-no-such.pdf")), Some(Err(Unreadable::Damaged(_)))));
}

#[test]
fn cells_are_named_as_sheets_name_them() {
    let names: Vec<String> = [0, 1, 25, 26, 701, 702, 16383].map(|column| cell_name(11, column)).into();
    assert_eq!(names, ["A12", "B12", "Z12", "AA12", "ZZ12", "AAA12", "XFD12"]);
    assert_eq!(cell_name(u32::MAX, u32::MAX).chars().next(), Some('M'));
}

#[test]
fn paragraphs_of_word_are_put_together_and_numbered() {
    let body = "<w:document xmlns:w='w' xmlns:mc='m'><w:body><w:p><w:r><w:t>1-2345-</w:t></w:r><w:r><w:t>67890&#x2d;12-1</w:t><w:br/><w:t>ก &amp; ข</w:t></w:r></w:p><w:p/>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>ชื่อ</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>เลขที่บัญชี</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>นาย ก</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1234567890</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:del><w:r><w:delText>ลบแล้ว</w:delText></w:r></w:del><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:t>กล่อง</w:t></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:t>ซ้ำ</w:t></w:p></mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>";
    let foot = "<w:ftr xmlns:w='w'><w:p><w:r><w:t>ท้าย</w:t></w:r></w:p></w:ftr>";
    let bytes =
        package(&[("word/document.xml", body), ("word/footer2.xml", foot), ("word/styles.xml", "<w:p>ไม่ใช่</w:p>")]);
    let document = read("a.docx", &bytes).expect("a Word file");
    let shown: Vec<String> = document
        .pieces
        .iter()
        .map(|piece| match &piece.place {
            Place::Paragraph { part, number, in_table } => {
                format!("{part:?} {number} {in_table} {} [{}]", piece.text, piece.label)
            }
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Body 1 false 1-2345-67890-12-1\nก & ข []",
            "Body 3 true ชื่อ []",
            "Body 4 true เลขที่บัญชี []",
            "Body 5 true นาย ก []",
            "Body 6 true 1234567890 [เลขที่บัญชี นาย ก]",
            "Body 8 false กล่อง []",
            "Body 7 false ลบแล้ว []",
            "Footer 1 false ท้าย []",
        ]
    );
}

#[test]
fn numbers_of_sheets_stand_in_full_in_hidden_sheets_too() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("รายชื่อ").expect("a name");
    sheet.write(0, 1, "เลขประจำตัว").expect("written");
    sheet.write(11, 1, 1_234_567_890_121_f64).expect("written");
    sheet.merge_range(12, 0, 13, 2, "นาย ก", &rust_xlsxwriter::Format::new()).expect("merged");
    sheet.write(1_048_575, 16_383, "มุม").expect("written");
    let hidden = book.add_worksheet();
    hidden.set_name("ซ่อน").expect("a name").set_hidden(true);
    hidden.write(0, 0, "ลับ").expect("written");
    let bytes = book.save_to_buffer().expect("a book");
    let document = read("a.xlsx", &bytes).expect("a sheet");
    assert_eq!(texts(&document), ["เลขประจำตัว", "1234567890121", "นาย ก", "มุม", "ลับ"]);
    assert_eq!(document.pieces[1].place, Place::Cell { sheet: "รายชื่อ".into(), row: 11, column: 1 });
    assert_eq!(document.pieces[1].label, "เลขประจำตัว");
}

#[test]
fn open_document_sheets_do_not_unfold_what_is_repeated() {
    let content = "<d xmlns:t='t' xmlns:o='o' xmlns:x='x'><t:table t:name='ก&amp;ข'><t:table-row t:number-rows-repeated='1000000'><t:table-cell t:number-columns-repeated='16000'/></t:table-row>\
        <t:table-row><t:table-cell t:number-columns-repeated='2'/><t:table-cell o:value='1234567890121' t:number-columns-repeated='9999'><x:p>1.1E12</x:p></t:table-cell><t:covered-table-cell/><t:table-cell><x:p>ก<x:s/>ข</x:p></t:table-cell></t:table-row></t:table></d>";
    let document = read("a.ods", &package(&[("content.xml", content)])).expect("a sheet");
    assert_eq!(texts(&document), ["1234567890121", "ก ข"]);
    assert_eq!(document.pieces[0].place, Place::Cell { sheet: "ก&ข".into(), row: 1_000_000, column: 2 });
    let remark = "<t:table t:name='ก'><t:table-row><t:table-cell o:value='1'><o:annotation><x:p>โทร 1</x:p><x:p>ข</x:p></o:annotation><x:p>1</x:p></t:table-cell></t:table-row></t:table>";
    let document = read("a.ods", &package(&[("content.xml", remark)])).expect("a sheet");
    assert_eq!(texts(&document), ["โทร 1\nข", "1"]);
    assert_eq!(document.pieces[0].place, document.pieces[1].place);
    let locked = package(&[("META-INF/manifest.xml", "<m><encryption-data/></m>"), ("content.xml", "%%%")]);
    assert_eq!(read("a.ods", &locked), Err(Unreadable::Locked));
}

#[test]
fn fields_of_csv_have_their_line_and_column() {
    let text = "ชื่อ,เลขที่บัญชี\n\"ก, ข\",1234567890\n\n\"สอง\nบรรทัด\", x\n";
    let expected = [
        (1, 1, "ชื่อ", ""),
        (1, 6, "เลขที่บัญชี", ""),
        (2, 2, "ก, ข", ""),
        (2, 8, "1234567890", "เลขที่บัญชี ก, ข"),
        (4, 2, "สอง\nบรรทัด", ""),
        (5, 9, " x", ""),
    ];
    let (thai, _, _) = encoding_rs::WINDOWS_874.encode(text);
    let semicolons = "ชื่อ;เลขที่บัญชี\n\"ก, ข\";1234567890\n\n\"สอง\nบรรทัด\"; x\n";
    for bytes in [text.as_bytes(), &thai, semicolons.as_bytes()] {
        let document = read("a.csv", bytes).expect("a sheet");
        let shown: Vec<_> = document
            .pieces
            .iter()
            .map(|piece| match piece.place {
                Place::Line { line, column } => (line, column, piece.text.as_str(), piece.label.as_str()),
                _ => (0, 0, "", ""),
            })
            .collect();
        assert_eq!(shown, expected);
    }
}

#[test]
fn a_field_is_not_looked_for_in_the_one_before() {
    let document = read("a.csv", b"\"1,2\",2,\"a\"\"2\",9\n2,12,1,\n1,1-1,x\n3,1-1,x").expect("a sheet");
    let places: Vec<_> = document
        .pieces
        .iter()
        .map(|piece| match piece.place {
            Place::Line { line, column } => (line, column, piece.text.as_str()),
            _ => (0, 0, ""),
        })
        .collect();
    assert_eq!(
        places,
        [
            (1, 2, "1,2"),
            (1, 7, "2"),
            (1, 8, "a\"2"),
            (1, 16, "9"),
            (2, 1, "2"),
            (2, 3, "12"),
            (2, 6, "1"),
            (3, 1, "1"),
            (3, 3, "1-1"),
            (3, 7, "x"),
            (4, 1, "3"),
            (4, 3, "1-1"),
            (4, 7, "x")
        ]
    );
}

/// A PDF of these objects, the first of which is its catalog.
fn pdf(objects: &[&[u8]]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = String::new();
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    bytes.extend_from_slice(end.as_bytes());
    bytes
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [format!("<< {dictionary} /Length {} >>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// A PDF of one page whose content is this.
fn page(dictionary: &str, content: &[u8]) -> Vec<u8> {
    pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R /X 7 0 R >> >> >>",
        &stream(dictionary, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        &stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80"),
        &stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >>", b"BT /F 10 Tf 10 50 Td (form) Tj ET /X Do"),
    ])
}

#[test]
fn text_of_pdf_is_parted_as_it_is_drawn() {
    let content = b"BT /F 10 Tf 10 100 Td (1-2345-) Tj (67890) Tj 3 Tr (-12-1) Tj 0 Tr 160 0 Td (far) Tj 0 -20 Td (below) Tj ET /X Do";
    let document = read("a.pdf", &page("", content)).expect("a PDF");
    assert_eq!(texts(&document), ["1-2345-67890-12-1\tfar\nbelow\nform"]);
    assert_eq!((document.pages, &document.textless[..]), (1, &[][..]));
}

#[test]
fn letters_with_an_outline_are_read_once() {
    let document =
        read("a.pdf", &page("", b"BT /F 10 Tf 2 Tr 10 100 Td (bold) Tj 1 Tr 50 0 Td (line) Tj ET")).expect("a PDF");
    assert_eq!(texts(&document), ["bold\tline"]);
}

#[test]
fn a_page_of_pictures_alone_has_no_text_and_an_empty_one_is_no_scan() {
    let scan = read("a.pdf", &page("", b"q 200 0 0 200 0 0 cm /I Do Q")).expect("a PDF");
    assert_eq!((scan.pages, &scan.textless[..]), (1, &[1][..]));
    let empty = read("a.pdf", &page("", b"0 0 m 10 10 l S")).expect("a PDF");
    assert_eq!((empty.pages, &empty.textless[..]), (1, &[][..]));
    let searchable = b"q 200 0 0 200 0 0 cm /I Do Q BT 3 Tr /F 10 Tf 10 100 Td (OCR) Tj ET";
    assert!(read("a.pdf", &page("", searchable)).expect("a PDF").textless.is_empty());
}

#[test]
fn what_is_not_what_its_name_says_is_damaged() {
    for name in ["a.pdf", "a.docx", "a.xlsx", "a.ods", "a.pptx", "a.odt"] {
        for bytes in [&b""[..], b"<html>", &package(&[("a.txt", "x")])] {
            assert!(matches!(read(name, bytes), Err(Unreadable::Damaged(_))), "{name}");
        }
    }
    let whole = package(&[("word/document.xml", "<w:p><w:t>ก</w:t></w:p>")]);
    assert!(matches!(read("a.docx", &whole[..whole.len() / 2]), Err(Unreadable::Damaged(_))));
    let old: Vec<u8> = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].into_iter().chain([0; 600]).collect();
    assert_eq!(read("a.docx", &old), Err(Unreadable::OldFormat));
    let locked = [&old, &*"EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    assert_eq!(read("a.xlsx", &locked), Err(Unreadable::Locked));
}

#[test]
fn what_ends_in_the_middle_is_damaged() {
    for (name, part) in [("a.docx", "word/document.xml"), ("a.ods", "content.xml")] {
        let broken_off = Unreadable::Damaged("its text breaks off".to_owned());
        assert_eq!(
            read(name, &package(&[(part, "<w:tbl><w:tr><w:p><w:t>ก</w:t>")])),
            Err(broken_off.clone()),
            "{name}"
        );
        // What there is before is kept.
        let begun = "<table-cell><w:p><w:t>ก</w:t></w:p></table-cell><w:p>";
        let document = read(name, &package(&[(part, begun)])).expect("a part of it");
        assert_eq!((texts(&document), &document.unread), (vec!["ก"], &Some(broken_off)), "{name}");
    }
}

/// Sound files of every format, to be damaged.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "ก").expect("written");
    vec![
        ("a.pdf", page("", b"BT /F 10 Tf 10 100 Td (1-2345-) Tj ET q 9 0 0 9 0 0 cm /I Do Q /X Do")),
        ("a.docx", package(&[("word/document.xml", "<w:p><w:t>ก</w:t></w:p>")])),
        ("a.xlsx", book.save_to_buffer().expect("a book")),
        (
            "a.ods",
            package(&[("content.xml", "<table><table-row><table-cell><p>ก</p></table-cell></table-row></table>")]),
        ),
        ("a.csv", "ก,\"ข\"\n1,2\n".into()),
        ("a.txt", "ก".into()),
        ("a.rtf", r"{\rtf1\'a1 {\*\x y}\u3586?\par}".into()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_come_to_an_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (name, _) in samples() {
            let outcome = read(name, &bytes);
            prop_assert!(outcome != Err(Unreadable::TooSlow), "{name}");
        }
    }

    #[test]
    fn damaged_files_come_to_an_end(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<Option<prop::sample::Index>>()) {
        for (name, mut bytes) in samples() {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            let outcome = read(name, &bytes);
            prop_assert!(outcome != Err(Unreadable::TooSlow), "{name}");
        }
    }
}
