//! Files that are no text, made as small as they can be.

use crate::support::Project;
use prongsai::handbook::Made;

/// Writes a file of the project by what matters of it.
pub fn write(project: &Project, path: &str, made: &Made) {
    match made {
        Made::Pdf(text) => project.write(path, &pdf(&[&format!("BT /F 24 Tf 72 720 Td ({text}) Tj ET")])),
        Made::Scan(pages) => project.write(path, &pdf(&vec!["q 500 0 0 700 48 48 cm /I Do Q"; *pages])),
        Made::Megabytes(size) => {
            project.write(path, b"");
            let file = std::fs::File::options().write(true).open(project.path(path)).expect("it was just made");
            file.set_len(size * 1_000_000).expect("a disk that takes sparse files");
        }
        Made::Link(to) => link(project, path, to),
        Made::Windows874(text) => project.write(path, &windows_874(text)),
    }
}

fn link(project: &Project, path: &str, to: &str) {
    project.write(path, b"");
    std::fs::remove_file(project.path(path)).expect("it was just made");
    std::os::unix::fs::symlink(to, project.path(path)).expect("a link can be made");
}

/// Text of ASCII and Thai letters as Thai Windows saved it.
fn windows_874(text: &str) -> Vec<u8> {
    let byte = |char: char| match u32::from(char) {
        code @ 0xe01..=0xe5b => u8::try_from(code - 0xe00 + 0xa0),
        code => u8::try_from(code),
    };
    text.chars().map(|char| byte(char).expect("a letter of the encoding")).collect()
}

/// A PDF with a page for each of these drawings; `/F` is a font, `/I` a picture of one grey point.
fn pdf(drawings: &[&str]) -> Vec<u8> {
    // Objects 1 to 4 are the catalogue, the pages, the font and the picture; then come two for each page.
    let kids: Vec<_> = (0..drawings.len()).map(|page| format!("{} 0 R", 5 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n\
         stream\n@\nendstream"
            .to_owned(),
    ];
    for (page, drawing) in drawings.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R\n\
             /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>",
            6 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()));
    }
    let mut text = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = text.len();
    text.push_str(&format!("{table}trailer\n<< /Size {} /Root 1 0 R >>\n", objects.len() + 1));
    text.push_str(&format!("startxref\n{start}\n%%EOF\n"));
    text.into_bytes()
}
