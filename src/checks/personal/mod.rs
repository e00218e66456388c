//! PS601 to PS604: records and evidence hold no personal data.
//!
//! Nothing of what is found is repeated: messages, and the lines shown with them, have it masked.

mod rendered;
mod rows;

pub use rendered::is_surely_clean;

use super::Memory;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, Rule, Spot, rules};
use crate::document::{Document, Part, Place, cell_name};
use crate::memo::{Itself, print};
use crate::model::Site;
use crate::personal::{Found, Kind, digits, find, mask};
use crate::read::Source;
use std::ops::Range;
use std::sync::Arc;

/// Checks a record of the authority's.
pub fn check(source: &Arc<Source>, office: &Office, memory: &Memory) -> Arc<Diagnostics> {
    memory.personal.get((Itself(Arc::clone(source)), print(office)), || {
        Arc::new(in_record(source, office, memory.texts.seen(source).is_surely_clean))
    })
}

/// What the authority publishes of itself, which is nobody's private matter.
#[derive(Hash)]
pub struct Office {
    phones: String,
    address: String,
}

impl Office {
    /// The contacts that sites name.
    pub fn of(sites: &[Site]) -> Self {
        let contacts = || sites.iter().filter_map(|site| site.organisation.contact.as_ref());
        let phones = contacts().flat_map(|contact| [&contact.phone, &contact.line, &contact.facebook]).flatten();
        let addresses: Vec<&str> = contacts().filter_map(|contact| contact.address.as_deref()).collect();
        Self { phones: phones.map(|phone| digits(phone)).collect::<Vec<_>>().join(" "), address: addresses.join("\n") }
    }

    fn has(&self, kind: Kind, text: &str) -> bool {
        match kind {
            Kind::PrivatePhone => {
                let digits = digits(text);
                // `+66 81 234 5678` is 081-234-5678 called from abroad.
                let own = digits.strip_prefix("66").or_else(|| digits.strip_prefix('0')).unwrap_or(&digits);
                ["0", "66"].iter().any(|start| self.phones.contains(&format!("{start}{own}")))
            }
            Kind::HomeAddress => self.address.contains(text),
            Kind::IdNumber | Kind::BankAccount => false,
        }
    }
}

fn in_record(source: &Source, office: &Office, is_surely_clean: bool) -> Diagnostics {
    // A record's name is its address.
    let mut problems = in_name(&source.path, office);
    if is_surely_clean {
        return problems;
    }
    let known = find(source.text());
    let piece = Masked::with(source.text(), known.iter().cloned(), office);
    let mut lines = Lines::of(&source.path, &piece.text, (1, 1));
    for (found, range) in piece.found.iter().zip(&piece.ranges) {
        tell(found.kind, &source.path, &mut problems, || (lines.location(range), piece.shown(range), None));
    }
    let stretches = rendered::find_in(source, &known);
    let (text, ranges) = rendered::masked(source, &known, &stretches);
    let mut lines = Lines::of(&source.path, &text, (1, 1));
    for (stretch, range) in stretches.iter().zip(&ranges) {
        for (kind, read) in stretch.read.iter().filter(|(kind, read)| !office.has(*kind, read)) {
            let shown = || one_line(&mask(read, &[Found { kind: *kind, range: 0..read.len() }]).text);
            tell(*kind, &source.path, &mut problems, || (lines.location(range), shown(), None));
        }
    }
    problems
}

/// The file of a record as it can be shown; `None` where nothing in it is personal.
#[must_use]
pub fn without_personal(source: &Source) -> Option<String> {
    if is_surely_clean(source.text()) {
        return None;
    }
    let known = find(source.text());
    let stretches = rendered::find_in(source, &known);
    let is_clean = known.is_empty() && stretches.is_empty();
    (!is_clean).then(|| rendered::masked(source, &known, &stretches).0)
}

/// Checks the texts of an evidence file, which is called `name`.
pub fn in_document(name: &str, document: &Document, office: &Office) -> Diagnostics {
    let mut problems = Diagnostics::default();
    for piece in &document.pieces {
        let masked = Masked::of(&piece.text, &piece.label, office);
        let start = match piece.place {
            Place::Line { line, column } => Some((line, column)),
            _ => None,
        };
        let mut lines = start.map(|start| Lines::of(name, &masked.text, start));
        for (found, range) in masked.found.iter().zip(&masked.ranges) {
            tell(found.kind, name, &mut problems, || {
                let location = lines.as_mut().map_or_else(|| Location::file(name), |lines| lines.location(range));
                (location, masked.shown(range), words(&piece.place))
            });
        }
    }
    for (kind, cell, shown) in rows::find_in(document) {
        tell(kind, name, &mut problems, || {
            let location = match cell.place {
                Place::Line { line, column } => {
                    Lines::of(name, &cell.text, (line, column)).location(&(0..cell.text.len()))
                }
                _ => Location::file(name),
            };
            (location, shown, words(&cell.place))
        });
    }
    problems
}

/// Checks the name of a file.
pub fn in_name(path: &str, office: &Office) -> Diagnostics {
    let masked = Masked::of(path, "", office);
    let mut problems = Diagnostics::default();
    for (found, range) in masked.found.iter().zip(&masked.ranges) {
        let (th, en) = noun(found.kind);
        let shown = masked.shown(range);
        problems.push(
            Diagnostic::new(
                rule(found.kind),
                Location::file(path),
                Message::new(format!("ชื่อแฟ้มมี{th} {shown}"), format!("the file's name holds {en}, {shown}")),
            )
            .help("เปลี่ยนชื่อแฟ้ม และแก้ลิงก์ที่อ้างถึง", "rename the file, and the links to it"),
        );
    }
    problems
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
        Self::with(text, own, office)
    }

    /// The same where it is known what was found.
    fn with(text: &str, found: impl Iterator<Item = Found>, office: &Office) -> Self {
        let found: Vec<Found> = found.filter(|found| !office.has(found.kind, &text[found.range.clone()])).collect();
        let masked = mask(text, &found);
        Self { text: masked.text, found, ranges: masked.ranges }
    }

    /// A find as it can be shown, on one line.
    fn shown(&self, range: &Range<usize>) -> String {
        one_line(&self.text[range.clone()])
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells of a find in a file: where, as it can be shown, and the place in words. That is made only where it is told,
/// since a list may hold millions.
fn tell(
    kind: Kind,
    path: &str,
    problems: &mut Diagnostics,
    find: impl FnOnce() -> (Location, String, Option<Message>),
) {
    if !problems.has_room(rule(kind), path) {
        return;
    }
    let (location, shown, place) = find();
    let (th, en) = noun(kind);
    let message = match place {
        Some(place) => Message::new(format!("พบ{th} {shown} ใน{}", place.th), format!("{en}, {shown}, {}", place.en)),
        None => Message::new(format!("พบ{th} {shown}"), format!("{en}, {shown}")),
    };
    let (th, en) = advice(kind);
    problems.push(Diagnostic::new(rule(kind), location, message).help(th, en));
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
        Kind::PrivatePhone => ("หมายเลขโทรศัพท์เคลื่อนที่", "a mobile phone number"),
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

/// The places of finds in a text of lines, gone through once: a list may hold thousands.
struct Lines<'t> {
    path: &'t str,
    text: &'t str,
    /// The byte at which the line of the last find begins, and its number.
    at: usize,
    line: usize,
    /// What stands before the text on its first line, left blank: the other fields of a row may be as private.
    blank: String,
}

impl<'t> Lines<'t> {
    /// The lines of `text`, which begins at this line and column of a file.
    fn of(path: &'t str, text: &'t str, (line, column): (usize, usize)) -> Self {
        Self { path, text, at: 0, line, blank: " ".repeat(column - 1) }
    }

    /// Where a find stands that is none before the last.
    fn location(&mut self, range: &Range<usize>) -> Location {
        let passed = &self.text[self.at..range.start];
        if let Some(end) = passed.rfind('\n') {
            self.line += passed.matches('\n').count();
            self.at += end + 1;
            self.blank.clear();
        }
        let end = self.text[range.start..].find('\n').map_or(self.text.len(), |end| range.start + end);
        let line = format!("{}{}", self.blank, &self.text[self.at..end]);
        let start = range.start - self.at + self.blank.len();
        let spot = Spot::in_text(&line, start..start + range.len());
        Location::known(self.path, Spot { line: self.line, ..spot })
    }
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
                Part::Pictures => (" ในคำอธิบายแทนภาพ (alt text)", ", in what is said of a picture (alt text)"),
            };
            Message::new(format!("ย่อหน้าที่ {number}{th}{th_table}"), format!("in paragraph {number}{en}{en_table}"))
        }
        Place::Cell { sheet, row, column } => {
            let (sheet, cell) = (mask(sheet, &find(sheet)).text, cell_name(*row, *column));
            Message::new(format!("ชีต {sheet} เซลล์ {cell}"), format!("in sheet {sheet}, cell {cell}"))
        }
        Place::Drawing(sheet) => {
            let sheet = mask(sheet, &find(sheet)).text;
            Message::new(
                format!("กล่องข้อความหรือภาพในชีต {sheet}"),
                format!("in a text box or a picture of sheet {sheet}"),
            )
        }
        Place::Margin(sheet) => {
            let sheet = mask(sheet, &find(sheet)).text;
            Message::new(format!("หัวหรือท้ายกระดาษของชีต {sheet}"), format!("in the page head or foot of sheet {sheet}"))
        }
        Place::Pivot => Message::new(
            "ข้อมูลต้นทางที่ตารางสรุป (PivotTable) เก็บไว้",
            "in the data that a pivot table keeps of the cells it was made of",
        ),
        Place::Slide(slide) => {
            Message::new(format!("สไลด์ที่ {slide} หรือบันทึกย่อของสไลด์"), format!("on slide {slide} or in its notes"))
        }
        Place::Annotation(page) => {
            Message::new(format!("ข้อคิดเห็นหรือช่องกรอกในหน้า {page}"), format!("in a note or a form field on page {page}"))
        }
        Place::Properties => {
            Message::new("คุณสมบัติของแฟ้ม (ชื่อเรื่อง หัวเรื่อง คำสำคัญ)", "in the file's properties (title, subject, keywords)")
        }
        Place::Line { .. } => return None,
    })
}
