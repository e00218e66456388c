//! Personal data in records and in evidence of every kind, as the program tells of it; and that it never repeats it.

use crate::support::{Project, SITE, said};
use std::io::{Cursor, Write};
use std::process::Command;
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
fn records_are_looked_through_as_they_are_read_too() {
    let front = "---\ntitle: \"เลข \\x31-2345-67890-12-1\"\nremark: >-\n  เลข 1-2345-\n\n  67890-12-1 หรือ\n  โทร 081-\n  234-5678\nnote: 1-2345-67890-12-1\n---\n";
    let body = [
        "เลข 31006**0012**3450 ใน `ข`",
        "&#49;-2345-67890-12-1",
        "1\\-2345\\-67890\\-12\\-1",
        "โทร 081-*234*-5678",
        "[โทร 089-234-5678](tel:0892345678)",
        "| ชื่อ | 1 | 2 | 3 | 4 | 5 |\n|---|---|---|---|---|---|\n| นาย ก | 1 | **2345** | 67890 | 12 | 1 |",
        "081-234<br>5678 เลข 1-2345<b>-67890</b>-12-1",
        "1-2345-67890-12-1",
    ];
    let record = format!("{front}\n{}\n", body.join("\n\n"));
    let told = told(&Project::new(&[("2566/measures/a.md", &record)]));
    assert!(!told.contains("00123450") && !told.contains("0012**3450"), "{told}");
    insta::assert_snapshot!(told);
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
    assert_eq!(count(&told, "error[PS601]"), 2 * 400, "every place is told with --all");
    assert!(told.contains("list.csv:2:3") && told.contains("list.csv:401:5"), "{told}");
    let short = said(&project.run(&["check", "--lang", "en"]));
    assert!(count(&short, "error[PS601]") < 20 && short.contains("more of PS601: --all"), "{short}");
    let list = "1-2345-67890-12-1\n".repeat(600);
    project.write("content/2566/files/list.csv", list.as_bytes());
    let json = said(&project.run(&["check", "--lang", "en", "--format", "json"]));
    assert_eq!(count(&json, "\"PS601\""), 501 + 400, "{json}");
    assert!(json.contains("more of the same behind the first 500"), "{json}");
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
    project.write("content/files/a.txt", "โทร +66 81 234 5678 หรือ +66-8-1234-5678".as_bytes());
    let silent = said(&project.run(&["check", "--all", "--lang", "en"]));
    assert_eq!(count(&silent, "PS6"), 0, "{silent}");
    project.write("content/site.yaml", site.replace("081-234-5678", "+66 81 234 5678").as_bytes());
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
    assert_eq!(count(&told_of(&notations), "error[PS601]"), notations.len() * 5, "10 notations in 5 kinds of file");
    assert_eq!(count(&told_of(&others), "PS60"), 0, "6 other numbers in 5 kinds of file");
}

#[test]
fn names_of_records_are_looked_at_and_shown_nowhere() {
    let project = Project::new(&[
        ("2566/measures/นายก_1234567890121.md", "---\ntitle: ก\ncolour: x\n---\n"),
        ("2566/measures/a.md", "---\ntitle: ก\n---\n\n[ไม่มี](files/0812345678.pdf)\n"),
    ]);
    project.write("content/files/1234567890121.xls", b"x");
    let told = told(&project);
    assert_eq!(count(&told, "error[PS601]"), 2, "{told}");
    for format in ["json", "github", "sarif"] {
        let told = said(&project.run(&["check", "--lang", "en", "--format", format]));
        assert!(told.contains("PS601") && !told.contains("7890121"), "{format}: {told}");
    }
    // A setting names the file as it is called.
    let files = "[2566/measures/นายก_1234567890121.md, files/1234567890121.xls]";
    let rules = format!("rules:\n  PS601: {{ severity: off, reason: ก, files: {files} }}\n");
    project.write("content/site.yaml", format!("{SITE}{rules}").as_bytes());
    let told = said(&project.run(&["check", "--all", "--lang", "en"]));
    let silenced = told.lines().any(|line| line.starts_with("PS601     2  silenced"));
    assert!(silenced && !told.contains("7890121"), "{told}");
}

#[test]
fn a_line_is_masked_by_what_stands_above_it() {
    let project = Project::new(&[(
        "2566/measures/a.md",
        "---\ntitle: ก\n---\n\nโอนเข้าเลขที่บัญชี\n\n5567890123 [ไม่มี](files/none.pdf)\n",
    )]);
    let told = told(&project);
    assert!(told.contains("files/none.pdf") && count(&told, "556xxxxxxx") >= 4, "{told}");
}

#[test]
fn remarks_at_cells_are_looked_through() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "ก").expect("written");
    let sheet = book.add_worksheet();
    sheet.set_name("ที่สอง").expect("a name");
    sheet.write(4, 1, 5).expect("written");
    sheet.insert_note(4, 1, &rust_xlsxwriter::Note::new("เลข 1-2345-67890-12-1")).expect("a note");
    let project = Project::new(&[]);
    project.write("content/files/a.xlsx", &book.save_to_buffer().expect("a book"));
    let told = told(&project);
    assert!(told.contains("in sheet ที่สอง, cell B5"), "{told}");
}

#[test]
fn texts_of_every_kind_are_looked_through_and_what_programs_leave_is_not_published() {
    let project = Project::new(&[]);
    for name in ["a.json", "a.xml", "a.md", "a.geojson", "a.log", "a.tsv"] {
        project.write(&format!("content/files/{name}"), b"\"1-2345-67890-12-1\"");
    }
    project.write("content/files/a.rtf", br"{\rtf1 1-2345-{\b 67890}-12-1\par}");
    for name in ["~$a.docx", "Thumbs.db", "desktop.ini"] {
        project.write(&format!("content/files/{name}"), b"x");
    }
    let found = told(&project);
    assert_eq!(count(&found, "error[PS601]"), 7, "{found}");
    assert!(["~$", "Thumbs", "desktop"].iter().all(|name| !found.contains(name)), "{found}");
    for name in ["json", "xml", "md", "geojson", "log", "tsv", "rtf"] {
        project.write(&format!("content/files/a.{name}"), br"{\rtf1 }");
    }
    project.build();
    let published = project.path("public/files");
    assert!(published.join("a.json").is_file() && !published.join("Thumbs.db").exists());
    assert!(!published.join("desktop.ini").exists() && !published.join("~$a.docx").exists());
}

#[test]
fn a_pdf_packed_twice_is_refused_in_little_memory() {
    let packed = |data: &[u8]| {
        let mut flate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        flate.write_all(data).expect("written");
        flate.finish().expect("packed")
    };
    let zeros = packed(&vec![0; 64 << 20]);
    let twice = packed(&zeros.repeat(64));
    let project = Project::new(&[]);
    let mut pdf = b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>> endobj\n"
        .to_vec();
    let head = format!("4 0 obj <</Filter[/FlateDecode/Fl#61teDecode]/Length {}>> stream\n", twice.len());
    pdf.extend([head.as_bytes(), &twice, b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"].concat());
    project.write("content/files/a.pdf", &pdf);
    let output = Command::new("sh")
        .args(["-c", "ulimit -v 2000000; exec \"$0\" check --all --lang en \"$1\"", env!("CARGO_BIN_EXE_prongsai")])
        .arg(project.path(""))
        .output()
        .expect("a shell");
    let told = said(&output);
    assert!(told.contains("warning[PS408]") && told.contains("it is too large"), "{told}");
}

#[test]
fn addresses_of_people_in_tables_are_found_under_their_heads() {
    let project = Project::new(&[]);
    let people = "ลำดับ,ชื่อ,อายุ,ที่อยู่,เบอร์โทรศัพท์\n1,นายสมชาย ใจดี,70,12/3 หมู่ 4 ต.ดงกลาง,812345678\n2,นางสมศรี,71,99/123 หมู่ 12 ต.ดงกลาง 65000,\n";
    let offices = "หน่วยงาน,ที่อยู่\nโรงเรียนบ้านดอน,12 หมู่ 4 ต.ดงกลาง\nนายทะเบียนอำเภอ,13 หมู่ 4 ต.ดงกลาง\n";
    project.write("content/files/people.csv", people.as_bytes());
    project.write("content/files/offices.csv", offices.as_bytes());
    let told = said(&project.run(&["check", "--all", "--lang", "en"]));
    assert_eq!(count(&told, "warning[PS604]"), 2, "{told}");
    assert_eq!(count(&told, "warning[PS603]"), 1, "{told}");
    let people = "ที่,ชื่อ-สกุล,บ้านเลขที่,หมู่ที่,ตำบล\n1,นายสมชาย ใจดี,12/3,4,ดงกลาง\n2,นางสมศรี,7,ม.2,ต.ดงกลาง\n";
    let others = "3,โรงเรียนบ้านดอน,9,2,ดงกลาง\n4,โครงการก่อสร้างถนน,5,2,ดงกลาง\n5,นายสมชาย,12,34,56\n";
    project.write("content/files/people.csv", format!("{people}{others}").as_bytes());
    let parted = said(&project.run(&["check", "--all", "--lang", "en"]));
    assert_eq!(count(&parted, "warning[PS604]"), 2, "{parted}");
    assert!(parted.contains("people.csv:2:17") && parted.contains("xx/x x ดงกลาง"), "{parted}");
    assert!(!told.contains("offices.csv") && told.contains("xx/x หมู่ x ต.ดงกลาง"), "{told}");
}

#[test]
fn an_id_number_in_the_cells_of_a_row_is_found() {
    let boxes: Vec<String> = "1234567890121".chars().map(String::from).collect();
    let groups = ["1", "2345", "67890", "12", "1"];
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("แบบคำขอ").expect("a name").write(0, 0, "เลขประจำตัวประชาชน").expect("written");
    for (column, digit) in (1..).zip(&boxes) {
        sheet.write(2, column, digit.as_str()).expect("written");
        sheet.write(4, column, digit.parse::<f64>().expect("a digit")).expect("written");
    }
    for (column, group) in (2..).zip(groups) {
        sheet.write(6, column, group).expect("written");
    }
    let project = Project::new(&[]);
    project.write("content/files/a.xlsx", &book.save_to_buffer().expect("a book"));
    let cells = boxes.join("</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>");
    project.write("content/files/a.docx", &docx(&["คำขอ", &cells]));
    let rows = [boxes.join(","), groups.join(","), format!("นาย ก,{},ข", groups.join(",-,"))];
    project.write("content/files/a.csv", format!("ชื่อ,เลข,หมู่,วัน\n{}\n", rows.join("\n")).as_bytes());
    project.write("content/files/a.tsv", rows[0].replace(',', "\t").as_bytes());
    project.write("content/files/a.txt", format!("{}\n\n{}\n", boxes.join(" | "), groups.join("\t")).as_bytes());
    insta::assert_snapshot!(told(&project));
}

#[test]
fn rows_of_counts_are_no_id_numbers() {
    let project = Project::new(&[]);
    // Twelve months and their sum, the columns of a survey, a row that is too long.
    let rows = ["1,1,0,0,1,0,0,1,0,0,1,0,1", "5,1,2,3,4,5,6,7,8,9,0,1,2,1", "12,345,6789,01,21", "1,2345,6789,012,1"];
    let list = rows.join("\n");
    project.write("content/files/a.csv", format!("ก,ข,ค,ง,จ\n{list}\n").as_bytes());
    project.write("content/files/a.tsv", list.replace(',', "\t").as_bytes());
    let body = rows.map(|row| format!("| {} |", row.replace(',', " | "))).join("\n\n");
    project.write("content/2566/measures/a.md", format!("---\ntitle: ก\n---\n\n{body}\n").as_bytes());
    let told = told(&project);
    assert_eq!(count(&told, "PS60"), 0, "{told}");
}
