//! What linking a site needs at hand: its units, its pages and files, and where to report.
//!
//! Every method that finds something also reports why it could not, with the place of what was written.

use super::area::Area;
use super::nearby::Nearby;
use super::unknown_code::unknown_code;
use super::web_address::web_address;
use super::{Target, Unit, UnitId};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::framework::{Code, CodeError, Framework, FrameworkYear};
use crate::read::{Source, Step};
use crate::thai::calendar::{FiscalYear, date_of};
use crate::thai::period::{self, Span};
use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A value as written and the way to it.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// The file.
    pub source: &'a Source,
    /// What stands there.
    pub text: &'a str,
    /// Where in the record.
    pub way: &'a [Step],
}

impl Written<'_> {
    /// Where it stands; what has no way is the name of the file itself.
    pub fn location(&self) -> Location {
        if self.way.is_empty() { Location::file(self.source.path.as_str()) } else { self.source.at(self.way) }
    }
}

/// The things of a site that records can name.
pub struct Linker<'a> {
    /// The units.
    pub units: &'a [Unit],
    /// The site itself, or what a portal has of its own.
    pub own: Area<'a>,
    /// The sites of a portal, by their folders, where it is the portal that links to them.
    pub sites: BTreeMap<&'a str, Area<'a>>,
    /// Record files and published files by what they are called, once a link leads nowhere.
    pub nearby: OnceLock<Nearby>,
    /// A number for all of it and for what it was made of: what is linked with the same is linked the same.
    pub print: u64,
}

impl<'a> Linker<'a> {
    /// The unit that a record means.
    pub fn unit(&self, written: Written<'_>, problems: &mut Diagnostics) -> Option<UnitId> {
        if let Some(found) = self.units.iter().position(|unit| unit.is_called(written.text)) {
            return Some(UnitId(found));
        }
        let message =
            Message::new(format!("ไม่รู้จักหน่วยงาน “{}”", written.text), format!("unknown unit “{}”", written.text));
        let problem = Diagnostic::new(&rules::UNKNOWN_UNIT, written.location(), message);
        let known = self.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ");
        problems.push(match self.unit_like(written.text) {
            Some(near) => problem.help(
                format!("หมายถึง “{near}” หรือไม่ ถ้าเป็นหน่วยงานอื่น ให้เพิ่มใน site.yaml ที่ `units:`"),
                format!("did you mean “{near}”? If it is another unit, add it to `units:` in site.yaml"),
            ),
            None => problem.help(
                format!("เพิ่มใน site.yaml ที่ `units:` หรือใส่เป็น `aliases` ของหน่วยที่มี ({known})"),
                format!("add it to `units:` in site.yaml, or to the `aliases` of one that is there ({known})"),
            ),
        });
        None
    }

    /// The name, alias or id of a unit that `text` is nearly.
    fn unit_like(&self, text: &str) -> Option<&str> {
        const ALIKE: f64 = 0.7;
        let text = text.trim().to_lowercase();
        self.units
            .iter()
            .flat_map(|unit| [&unit.name, &unit.id].into_iter().chain(&unit.aliases))
            .map(|name| (strsim::normalized_damerau_levenshtein(&name.to_lowercase(), &text), name))
            .filter(|(likeness, _)| *likeness > ALIKE)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, name)| name.as_str())
    }

    /// What a link in a body or a field leads to.
    pub fn target(&self, source: &Source, link: &str, place: &Location, problems: &mut Diagnostics) -> Option<Target> {
        let link = link.trim();
        // `https://` and no more; but `file:///` has no host, and is told as what it is.
        let host = link.split_once("//").filter(|(before, _)| {
            before.is_empty() || before.strip_suffix(':').is_some_and(|scheme| !scheme.eq_ignore_ascii_case("file"))
        });
        if link.is_empty() || host.is_some_and(|(_, host)| host.is_empty() || host.starts_with(['/', '?', '#'])) {
            problems.push(
                Diagnostic::new(&rules::WRONG_VALUE, place.clone(), Message::new("ลิงก์นี้ว่างเปล่า", "this link is empty"))
                    .help(
                        "เขียนที่อยู่ให้ครบ หรือลบรายการนี้ออกจนกว่าจะมีข้อมูล",
                        "write the whole address, or leave this entry out until there is one",
                    ),
            );
            return None;
        }
        if let Some(address) = web_address(link) {
            return address.map(Target::External).map_err(|refused| problems.push(refused.problem(place.clone()))).ok();
        }
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let (path, fragment) = link.split_once('#').map_or((link, None), |(path, id)| (path, Some(decoded(id))));
        let folder = source.within.rsplit_once('/').map_or("", |(folder, _)| folder);
        let found = percent_decode_str(path).decode_utf8().ok().and_then(|path| {
            if path.is_empty() {
                return self.own.find(&source.within, fragment.as_ref());
            }
            candidates(folder, &path).into_iter().find_map(|path| self.known(&path, fragment.as_ref()))
        });
        if found.is_none() {
            problems.push(self.broken(link, folder, place.clone()));
        }
        found
    }

    /// What a path leads to.
    pub(super) fn known(&self, path: &str, fragment: Option<&String>) -> Option<Target> {
        self.own.find(path, fragment).or_else(|| {
            let (folder, area, path) = self.site_of(path)?;
            Some(area.find(path, fragment)?.below(folder))
        })
    }

    /// Whether a path is that of a record that is a draft and left out.
    pub(super) fn leaves_out(&self, path: &str) -> bool {
        self.own.leaves_out(path) || self.site_of(path).is_some_and(|(_, area, path)| area.leaves_out(path))
    }

    /// The site of a portal to which a path leads, and the path within it.
    fn site_of<'p>(&self, path: &'p str) -> Option<(&'p str, &Area<'a>, &'p str)> {
        let (folder, path) = path.split_once('/')?;
        Some((folder, self.sites.get(folder)?, path))
    }
}

/// Where a path may point: beside its record, and for `files/…` alone in the year's or the site's folder.
pub(super) fn candidates(folder: &str, path: &str) -> Vec<String> {
    let mut all: Vec<String> = path_from(folder, path).into_iter().collect();
    if path.starts_with("files/") {
        let year = folder.split('/').next().filter(|year| FiscalYear::parse(year).is_ok());
        all.extend(year.map(|year| format!("{year}/{path}")));
        all.push(path.to_owned());
    }
    all
}

/// `path` as seen from `folder`, without `.` and `..`; `None` where it leaves the site.
#[must_use]
pub fn path_from(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> =
        if path.starts_with('/') { Vec::new() } else { folder.split('/').filter(|part| !part.is_empty()).collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// A period or date as an officer writes it.
pub fn span(written: Written<'_>, year: FiscalYear, problems: &mut Diagnostics) -> Option<Span> {
    match period::parse(written.text, year) {
        Ok(span) => Some(span),
        Err(error) => {
            problems.push(
                Diagnostic::new(&rules::DATE, written.location(), Message::new(error.thai(), error.to_string())).help(
                    "เขียนเช่น ม.ค.-ก.ย.๖๕, ๑๐ กุมภาพันธ์ ๒๕๖๕, ตลอดปีงบประมาณ หรือ 2565-02-10",
                    "write it like ม.ค.-ก.ย.๖๕, ๑๐ กุมภาพันธ์ ๒๕๖๕, ตลอดปีงบประมาณ or 2022-02-10",
                ),
            );
            None
        }
    }
}

/// A single day.
pub fn day(written: Written<'_>, problems: &mut Diagnostics) -> Option<Date> {
    match date_of(written.text) {
        Ok(date) => Some(date),
        Err(error) => {
            problems.push(
                Diagnostic::new(&rules::DATE, written.location(), Message::new(error.thai(), error.to_string()))
                    .help("เขียนเช่น 2565-09-30 หรือ ๓๐ กันยายน ๒๕๖๕", "write it like 2565-09-30 or 30 September 2022"),
            );
            None
        }
    }
}

/// A code of a year's list.
pub fn code(
    written: Written<'_>,
    read: impl Fn(&str) -> Result<Code, CodeError>,
    list: &FrameworkYear,
    framework: &Framework,
    problems: &mut Diagnostics,
) -> Option<Code> {
    let code = match read(written.text) {
        Ok(code) => code,
        Err(error) => {
            let message = Message::new(error.thai(), error.to_string());
            problems.push(Diagnostic::new(&rules::CODE, written.location(), message).help(
                "เขียนรหัสข้อตามรายการของปีนั้น ทีละรหัส เช่น o10, i1 หรือ e15",
                "write one code of the year's list, such as o10, i1 or e15",
            ));
            return None;
        }
    };
    // Where a year's questions are not known, nothing can be said against a code.
    if list.has(code) != Some(false) {
        return Some(code);
    }
    problems.push(unknown_code(written, code, list, framework));
    None
}
