//! The EIT survey: where people answer it, and when.
//!
//! It does not know how the way there is shown.

use super::linker::{self, Written};
use super::web_address::web_address;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::read::Source;
use crate::record::SurveyRecord;
use crate::thai::calendar::FiscalYear;
use crate::thai::period::Span;
use jiff::civil::Date;
use url::Url;

/// How many bytes the largest QR code holds at error correction level M.
const LONGEST: usize = 2331;

/// A survey that anyone may answer while it is open.
#[derive(Debug)]
pub struct Survey {
    /// Its address as every browser and camera understands it: ASCII only, `http` or `https`.
    pub url: String,
    /// The address as the officer wrote it, for people to read and type.
    pub written: String,
    /// The days on which it can be answered.
    pub open: Span,
}

impl Survey {
    /// The survey of `site.yaml`, with its window read as of the fiscal year of `today`.
    pub(super) fn link(
        source: &Source,
        record: &SurveyRecord,
        today: Date,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let url = address(source, &record.url, problems);
        let written = Written { source, text: &record.open, way: &field!["survey", "open"] };
        let open = linker::span(written, FiscalYear::containing(today)?, problems);
        Some(Self { url: url?, written: record.url.trim().to_owned(), open: open? })
    }
}

/// The address with Thai letters escaped, and a Thai host in the form that the network knows.
fn address(source: &Source, written: &str, problems: &mut Diagnostics) -> Option<String> {
    let way = field!["survey", "url"];
    let url = Url::parse(written.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let Some(url) = url else {
        let problem = source.problem(
            &rules::WRONG_VALUE,
            &way,
            Message::new(
                format!("“{written}” ไม่ใช่ที่อยู่เว็บที่ขึ้นต้นด้วย https:// หรือ http://"),
                format!("“{written}” is not a web address that begins with https:// or http://"),
            ),
        );
        problems.push(problem.help(
            "คัดลอกที่อยู่ของแบบวัด EIT จากระบบ ITAS มาทั้งหมด เช่น https://itas.nacc.go.th/go/eit/abc123",
            "copy the whole address of the EIT survey from ITAS, such as https://itas.nacc.go.th/go/eit/abc123",
        ));
        return None;
    };
    if let Some(Err(refused)) = web_address(written) {
        problems.push(refused.problem(source.at(&way)));
        return None;
    }
    let url = String::from(url);
    if url.len() > LONGEST {
        let length = url.len();
        let problem = source.problem(
            &rules::WRONG_VALUE,
            &way,
            Message::new(
                format!("ที่อยู่ยาว {length} ตัวอักษร เกินกว่าที่คิวอาร์โค้ดเก็บได้ ({LONGEST})"),
                format!("the address has {length} characters, more than a QR code holds ({LONGEST})"),
            ),
        );
        problems.push(
            problem
                .help("ใช้ที่อยู่ที่สั้นกว่านี้ ยิ่งสั้น ยิ่งสแกนง่าย", "use a shorter address: the shorter it is, the easier it scans"),
        );
        return None;
    }
    Some(url)
}
