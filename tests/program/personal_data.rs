//! Personal data in records and in evidence of every kind, as the program tells of it; and that it never repeats it.

use crate::support::{Project, SITE, said};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A PDF by Chromium with a subset of a Thai font: an ID number broken by a line end, one in Thai digits, one with
/// its letters apart, a mobile number; an account on page 2.
const THAI_PDF: &[u8] = include_bytes!("fixtures/thai.pdf");
/// A PDF by `LibreOffice` that opens with a password.
const LOCKED_PDF: &[u8] = include_bytes!("fixtures/locked.pdf");
/// A PDF of two pages: a picture, and a picture with text.
const SCAN_PDF: &[u8] = b"%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 5 0 R /Resources << /XObject << /I 7 0 R >> >> >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 6 0 R /Resources << /XObject << /I 7 0 R >> /Font << /F 8 0 R >> >> >> endobj
5 0 obj << /Length 30 >> stream
q 99 0 0 99 0 0 cm /I Do Q    
endstream endobj
6 0 obj << /Length 65 >> stream
q 99 0 0 99 0 0 cm /I Do Q BT 3 Tr /F 9 Tf 9 9 Td (text) Tj ET   
endstream endobj
7 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >> stream
8
endstream endobj
8 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
%%EOF
";

/// Numbers that must not be shown, in any digits.
const SECRETS: [&str; 8] = ["67890-12-1", "๖๗๘๙๐", "7890121", "234-5678", "2345678", "4-56789-0", "5567890123", "๑๒/๓"];

fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body = paragraphs.join("</w:t></w:r></w:p><w:p><w:r><w:t>");
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    );
    let foot = "<w:ftr xmlns:w=\"w\"><w:p><w:r><w:t>ติดต่อ 081-</w:t></w:r><w:r><w:t>234-5678</w:t></w:r></w:p></w:ftr>";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", document.as_str()), ("word/footer1.xml", foot)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

fn xlsx() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("รายชื่อ").expect("a name");
    for (column, head) in ["ชื่อ", "เลขประจำตัว", "เลขที่บัญชี"].into_iter().enumerate()
    {
        sheet.write(2, u16::try_from(column).expect("few"), head).expect("written");
    }
    sheet.merge_range(0, 0, 1, 2, "ผู้มีสิทธิ", &rust_xlsxwriter::Format::new()).expect("merged");
    sheet.write(11, 0, "นาย ก").expect("written");
    sheet.write(11, 1, 1_234_567_890_121_f64).expect("written");
    sheet.write(11, 2, 5_567_890_123_f64).expect("written");
    let hidden = book.add_worksheet();
    hidden.set_name("ซ่อน").expect("a name").set_hidden(true);
    hidden.write(0, 0, "1-2345-67890-12-1").expect("written");
    book.save_to_buffer().expect("a book")
}

/// What `check` says in both languages; nothing secret may be in it.
fn told(project: &Project) -> String {
    let run = |lang| said(&project.run(&["check", "--all", "--lang", lang]));
    let told = format!("{}\n{}", run("th"), run("en"));
    for secret in SECRETS {
        assert!(!told.contains(secret), "{secret} is shown:\n{told}");
    }
    told
}

fn count(told: &str, what: &str) -> usize {
    told.matches(what).count()
}

#[test]
fn records_are_looked_through_and_nothing_is_repeated() {
    insta::assert_snapshot!(told(&Project::new(&[
        (
            "2566/measures/a.md",
            "---\ntitle: ช่วยเหลือนายสมชาย ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ โทร 081-234-5678\n---\n\nโอนเข้าเลขที่บัญชี 123-4-56789-0\n\nนายสมชาย บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลดอน\n",
        ),
        ("2566/assessment.md", "---\noverall: 80\n---\n\nเลขบัตร 1234567890121\n"),
        ("2566/oit/o1.md", "---\nnote: โทร 0812345678\n---\n"),
        ("pages/about.md", "# ติดต่อ\n\nเลขประจำตัวผู้เสียภาษี 0994000165510 โทร 054-123456 สายด่วน 1205\n"),
    ])));
}

#[test]
fn evidence_is_looked_through_with_the_place_in_the_file() {
    let project = Project::new(&[]);
    let thai_csv = "ชื่อ,เลขที่บัญชี\nนาย ก,\"5567890123\"\nนาย ข,ไม่มี\n";
    let (tis620, _, _) = encoding_rs::WINDOWS_874.encode(thai_csv);
    project.write("content/2566/measures/a.md", "---\ntitle: ก\n---\n".as_bytes());
    project.write("content/2566/files/ประกาศ.PDF", THAI_PDF);
    project.write("content/2566/files/คำสั่ง.docx", &docx(&["คำสั่ง", "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑"]));
    project.write("content/2566/files/รายชื่อ.xlsx", &xlsx());
    project.write("content/2566/files/บัญชี.csv", &tis620);
    project.write("content/files/note.txt", "บันทึก\nเลข 1234567890121 จบ\n".as_bytes());
    project.write("content/files/1234567890121.jpg", b"\xff\xd8");
    insta::assert_snapshot!(told(&project));
}

#[test]
fn what_cannot_be_looked_into_is_told_with_the_reason() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    project.write("content/files/locked.pdf", LOCKED_PDF);
    project.write("content/files/cut.pdf", &THAI_PDF[..200]);
    project.write("content/files/scan.pdf", SCAN_PDF);
    project.write("content/files/old.xls", b"\xd0\xcf\x11\xe0");
    project.write("content/files/page.docx", b"<html>404</html>");
    project.write("content/files/picture.jpg", b"1234567890121");
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    for _ in 0..200 {
        bomb.write_all(&vec![b' '; 1 << 20]).expect("written");
    }
    project.write("content/files/bomb.docx", bomb.finish().expect("a package").get_ref());
    insta::assert_snapshot!(told(&project));
}

#[test]
fn a_list_of_people_is_one_mistake() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    let list = (0..400).map(|row| format!("{row},1-2345-67890-12-1,x")).collect::<Vec<_>>().join("\n");
    project.write("content/2566/files/list.csv", format!("ลำดับ,เลข,x\n{list}").as_bytes());
    project.write("content/2566/measures/list.md", format!("---\ntitle: ข\n---\n\n{list}").as_bytes());
    let told = told(&project);
    assert_eq!(count(&told, "error[PS601]"), 2 * 6, "{told}");
    assert_eq!(count(&told, "395 more in this file"), 2, "{told}");
    assert!(told.contains("list.csv:2:3") && told.contains("อีก 395 แห่ง"), "{told}");
}

#[test]
fn the_office_may_name_itself() {
    let site = SITE.replace(
        "  units:\n",
        "  contact:\n    phone: 081-234-5678\n    address: บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลดอน\n  units:\n",
    );
    let project = Project::new(&[
        ("site.yaml", &site),
        ("2566/measures/a.md", "---\ntitle: โทร ๐๘๑ ๒๓๔ ๕๖๗๘\n---\n\nบ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลดอน\n"),
    ]);
    let silent = said(&project.run(&["check", "--all", "--lang", "en"]));
    assert_eq!(count(&silent, "PS6"), 0, "{silent}");
    project.write("content/2566/measures/b.md", "---\ntitle: โทร 089-234-5678\n---\n".as_bytes());
    assert_eq!(count(&told(&project), "warning[PS603]"), 1);
}

#[test]
fn an_id_number_keeps_a_site_from_being_built() {
    let project = Project::new(&[("2566/measures/a.md", "---\ntitle: ก\n---\n")]);
    project.write("content/files/a.txt", b"1-2345-67890-12-2");
    project.build();
    // A file that nobody links to can be opened all the same.
    project.write("content/files/a.txt", b"1-2345-67890-12-1");
    let output = project.run(&["build", "--lang", "en"]);
    assert!(!output.status.success() && said(&output).contains("PS601"), "{}", said(&output));
}

#[test]
fn every_notation_in_every_kind_of_file() {
    let notations = [
        "1234567890121",
        "๑๒๓๔๕๖๗๘๙๐๑๒๑",
        "1-2345-67890-12-1",
        "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑",
        "1–2345–67890–12–1",
        "1 2345 67890 12 1",
        "1.2345.67890.12.1",
        "1 2 3 4 5 6 7 8 9 0 1 2 1",
        "123-4567890-121",
        "1๒345๖7๘90๑2๑",
    ];
    let others = ["0994000165510", "1234567890122", "12345678901210", "0-2345-6789", "คำสั่งที่ ๑๒๓๔/๒๕๖๖", "1205"];
    let files = |texts: &[&str]| -> Vec<(&str, Vec<u8>)> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, text) in (0..).zip(texts) {
            sheet.write(row, 0, *text).expect("written");
        }
        let lines = texts.join("\n\n");
        let words = texts.join("</w:t></w:p><w:p><w:t>");
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
        zip.write_all(format!("<w:body><w:p><w:t>{words}</w:t></w:p></w:body>").as_bytes()).expect("written");
        vec![
            ("a.txt", lines.clone().into_bytes()),
            ("a.csv", texts.join(",\n").into_bytes()),
            ("a.xlsx", book.save_to_buffer().expect("a book")),
            ("a.docx", zip.finish().expect("a package").into_inner()),
            ("a.md", format!("---\ntitle: ก\n---\n\n{lines}\n").into_bytes()),
        ]
    };
    let told_of = |texts: &[&str]| {
        let project = Project::new(&[]);
        for (name, bytes) in files(texts) {
            let folder = if name == "a.md" { "measures" } else { "files" };
            project.write(&format!("content/2566/{folder}/{name}"), &bytes);
        }
        said(&project.run(&["check", "--all", "--lang", "en"]))
    };
    // Five of a file are told one by one, so they are tried five by five.
    let found: usize = notations.chunks(5).map(|some| count(&told_of(some), "error[PS601]")).sum();
    assert_eq!(found, notations.len() * 5, "10 notations in 5 kinds of file");
    assert_eq!(count(&told_of(&others), "PS60"), 0, "6 other numbers in 5 kinds of file");
}
