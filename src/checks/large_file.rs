//! PS401: no file is so large that a phone gives up on it, or that a host refuses it.

use super::Files;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};

/// In millions of bytes, as hosts count.
const LARGEST: u64 = 20;
const MEGABYTE: u64 = 1_000_000;
const TENTH: u64 = MEGABYTE / 10;

pub fn check(files: Files<'_>, problems: &mut Diagnostics) {
    for file in files.all.iter().filter(|file| file.stamp.size > LARGEST * MEGABYTE) {
        // Rounded up, so that it is never the limit itself.
        let tenths = file.stamp.size.div_ceil(TENTH);
        let size =
            if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
        problems.push(
            Diagnostic::new(
                &rules::LARGE_FILE,
                Location::file(files.name(file)),
                Message::new(
                    format!("แฟ้มมีขนาด {size} MB ใหญ่เกิน {LARGEST} MB"),
                    format!("the file has {size} MB, more than {LARGEST} MB"),
                ),
            )
            .help(
                "ลดขนาด เช่น ส่งออก PDF ใหม่แบบบีบอัด สแกนที่ 150–200 dpi หรือแบ่งเป็นหลายแฟ้ม",
                "make it smaller: export the PDF anew with compression, scan at 150–200 dpi, or split it",
            ),
        );
    }
}
