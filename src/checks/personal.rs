//! PS601 to PS604: records and evidence hold no personal data.
//!
//! Nothing of what is found is repeated: messages, and the lines shown with them, have it masked.

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, Rule, rules};
use crate::document::{Document, Part, Piece, Place, cell_name};
use crate::model::Site;
use crate::personal::{Found, Kind, find, mask};
use crate::read::Source;
use crate::thai::digits::to_arabic;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most finds of a kind that are told one by one in a file: a list of people is one mistake.
const MOST: usize = 5;

/// Checks the records of a site.
pub fn check(site: &Site, problems: &mut Diagnostics) {
    let office = Office::of(site);
    let sources: Vec<&Source> = site.sources().collect();
    let found: Vec<Diagnostics> = sources.par_iter().map(|source| in_record(source, &office)).collect();
    for own in found {
        problems.extend(own);
    }
}

/// What the authority publishes of itself, which is nobody's private matter.
pub struct Office {
    phones: String,
    address: String,
}

impl Office {
    /// The contact that a site names.
    pub fn of(site: &Site) -> Self {
        let contact = site.organisation.contact.clone().unwrap_or_default();
        let phones = [contact.phone, contact.line, contact.facebook].into_iter().flatten();
        Self {
            phones: phones.map(|phone| digits(&phone)).collect::<Vec<_>>().join(" "),
            address: contact.address.unwrap_or_default(),
        }
    }

    fn has(&self, kind: Kind, text: &str) -> bool {
        match kind {
            Kind::PrivatePhone => self.phones.contains(&digits(text)),
            Kind::HomeAddress => self.address.contains(text),
            Kind::IdNumber | Kind::BankAccount => false,
        }
    }
}

fn digits(text: &str) -> String {
    to_arabic(text).chars().filter(char::is_ascii_digit).collect()
}

fn in_record(source: &Source, office: &Office) -> Diagnostics {
    let mut tally = Tally::default();
    let piece = Masked::of(source.text(), "", office);
    for (found, range) in piece.found.iter().zip(&piece.ranges) {
        tally.add(found.kind, || Finding {
            location: Location::in_text(source.path.as_str(), &piece.text, range.clone()),
            shown: piece.shown(range),
            place: None,
        });
    }
    tally.finish(&source.path)
}

/// Checks the texts of an evidence file, which is called `name`.
pub fn in_document(name: &str, document: &Document, office: &Office) -> Diagnostics {
    let mut tally = Tally::default();
    for piece in &document.pieces {
        let masked = Masked::of(&piece.text, &piece.label, office);
        for (found, range) in masked.found.iter().zip(&masked.ranges) {
            tally.add(found.kind, || Finding {
                location: location(name, piece, &masked.text, range),
                shown: masked.shown(range),
                place: words(&piece.place),
            });
        }
    }
    tally.finish(name)
}

/// Checks the name of a published file; also gives back the name as it can be shown.
pub fn in_name(path: &str, office: &Office) -> (String, Diagnostics) {
    let masked = Masked::of(path, "", office);
    let mut problems = Diagnostics::default();
    for (found, range) in masked.found.iter().zip(&masked.ranges) {
        let (th, en) = noun(found.kind);
        let shown = masked.shown(range);
        problems.push(
            Diagnostic::new(
                rule(found.kind),
                Location::file(masked.text.as_str()),
                Message::new(format!("ชื่อแฟ้มมี{th} {shown}"), format!("the file's name holds {en}, {shown}")),
            )
            .help("เปลี่ยนชื่อแฟ้ม และแก้ลิงก์ที่อ้างถึง", "rename the file, and the links to it"),
        );
    }
    (masked.text, problems)
}

/// A text with what was found in it masked.
struct Masked {
    text: String,
    found: Vec<Found>,
    ranges: Vec<Range<usize>>,
}

impl Masked {
    /// Looks through `text`, which stands under `label`.
    fn of(text: &str, label: &str, office: &Office) -> Self {
        let under = if label.is_empty() { String::new() } else { format!("{label}\n\n") };
        let all = if under.is_empty() { find(text) } else { find(&format!("{under}{text}")) };
        let own = all.into_iter().filter_map(|found| {
            let range = found.range.start.checked_sub(under.len())?..found.range.end.checked_sub(under.len())?;
            Some(Found { range, ..found })
        });
        let found: Vec<Found> = own.filter(|found| !office.has(found.kind, &text[found.range.clone()])).collect();
        let masked = mask(text, &found);
        Self { text: masked.text, found, ranges: masked.ranges }
    }

    /// A find as it can be shown, on one line.
    fn shown(&self, range: &Range<usize>) -> String {
        self.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// One find, as it is told.
struct Finding {
    location: Location,
    shown: String,
    place: Option<Message>,
}

/// The finds of one file: the first of each kind, and how many there are.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<Kind, usize>,
    told: Diagnostics,
}

impl Tally {
    fn add(&mut self, kind: Kind, finding: impl FnOnce() -> Finding) {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count > MOST {
            return;
        }
        let Finding { location, shown, place } = finding();
        let (th, en) = noun(kind);
        let message = match place {
            Some(place) => {
                Message::new(format!("พบ{th} {shown} ใน{}", place.th), format!("{en}, {shown}, {}", place.en))
            }
            None => Message::new(format!("พบ{th} {shown}"), format!("{en}, {shown}")),
        };
        let (th, en) = advice(kind);
        self.told.push(Diagnostic::new(rule(kind), location, message).help(th, en));
    }

    fn finish(mut self, path: &str) -> Diagnostics {
        for (kind, count) in self.counts {
            let Some(more) = count.checked_sub(MOST).filter(|more| *more > 0) else { continue };
            let (th, en) = noun(kind);
            self.told.push(Diagnostic::new(
                rule(kind),
                Location::file(path),
                Message::new(format!("แฟ้มนี้มี{th}อีก {more} แห่ง"), format!("{en}: {more} more in this file")),
            ));
        }
        self.told
    }
}

fn rule(kind: Kind) -> &'static Rule {
    match kind {
        Kind::IdNumber => &rules::ID_NUMBER,
        Kind::BankAccount => &rules::BANK_ACCOUNT,
        Kind::PrivatePhone => &rules::PRIVATE_PHONE,
        Kind::HomeAddress => &rules::HOME_ADDRESS,
    }
}

fn noun(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::IdNumber => ("เลขประจำตัวประชาชน", "an ID number"),
        Kind::BankAccount => ("เลขที่บัญชีธนาคาร", "a bank account"),
        Kind::PrivatePhone => ("หมายเลขโทรศัพท์มือถือ", "a mobile phone number"),
        Kind::HomeAddress => ("ที่อยู่ของบุคคล", "a home address"),
    }
}

fn advice(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::IdNumber => (
            "ลบเลขออกจากต้นฉบับ หรือเขียน x แทนบางหลัก แล้วบันทึกแฟ้มใหม่ การวาดกรอบดำทับใน PDF ไม่ได้ลบตัวเลข",
            "take it out of the original, or write x for most of it, and save the file anew; \
             a black box drawn over it in a PDF hides nothing",
        ),
        Kind::BankAccount => (
            "ลบออกจากต้นฉบับแล้วบันทึกใหม่ ถ้าเป็นบัญชีของหน่วยงานที่ประสงค์จะเผยแพร่ ให้คงไว้ได้",
            "take it out of the original and save it anew; an account of the authority that is meant to be public may stay",
        ),
        Kind::PrivatePhone => (
            "ใช้หมายเลขของสำนักงานแทน ถ้าเป็นหมายเลขของหน่วยงาน ให้ใส่ใน site.yaml ที่ `organisation.contact.phone`",
            "give the office's number instead; if this is one, name it in site.yaml at `organisation.contact.phone`",
        ),
        Kind::HomeAddress => (
            "ลบบ้านเลขที่ออก ให้เหลือเพียงตำบลหรืออำเภอเท่าที่จำเป็น",
            "take the house out, and leave the sub-district or district where it is needed",
        ),
    }
}

/// Where a find stands: on its line in a file of lines, and otherwise in the whole file. What stands before it on the
/// line is left blank: the other fields of a row may be as private.
fn location(name: &str, piece: &Piece, text: &str, range: &Range<usize>) -> Location {
    let Place::Line { line, column } = piece.place else { return Location::file(name) };
    let blank = " ".repeat(column - 1);
    let range = range.start + blank.len()..range.end + blank.len();
    let within = Location::in_text(name, &format!("{blank}{text}"), range);
    Location { line: within.line + line - 1, ..within }
}

/// A place within a file in words; `None` where it has lines to point at.
fn words(place: &Place) -> Option<Message> {
    Some(match place {
        Place::Page(page) => Message::new(format!("หน้า {page}"), format!("on page {page}")),
        Place::Paragraph { part, number, in_table } => {
            let (th_table, en_table) = if *in_table { (" ในตาราง", ", in a table") } else { ("", "") };
            let (th, en) = match part {
                Part::Body => ("", ""),
                Part::Header => (" ของหัวกระดาษ", " of the page head"),
                Part::Footer => (" ของท้ายกระดาษ", " of the page foot"),
                Part::Comments => (" ของข้อคิดเห็น", " of the comments"),
                Part::Notes => (" ของเชิงอรรถ", " of the notes"),
            };
            Message::new(format!("ย่อหน้าที่ {number}{th}{th_table}"), format!("in paragraph {number}{en}{en_table}"))
        }
        Place::Cell { sheet, row, column } => {
            let (sheet, cell) = (mask(sheet, &find(sheet)).text, cell_name(*row, *column));
            Message::new(format!("ชีต {sheet} เซลล์ {cell}"), format!("in sheet {sheet}, cell {cell}"))
        }
        Place::Line { .. } => return None,
    })
}
