//! A code that its year does not have, and what was most likely meant: codes move from year to year.

use super::linker::Written;
use crate::diagnostic::{Diagnostic, Message, rules};
use crate::framework::{Code, Framework, FrameworkYear, Instrument};
use crate::read::Step;

/// The problem that `list` has no `code`, with what the code is in the nearest year that has it.
pub fn unknown_code(written: Written<'_>, code: Code, list: &FrameworkYear, framework: &Framework) -> Diagnostic {
    let year = list.year();
    let (mut th, mut en) = range(code.instrument, list);
    if let Some((was_th, was_en)) = elsewhere(code, list, framework) {
        th = format!("{was_th} {th}");
        en = format!("{was_en}; {en}");
    }
    // Where a record can name the year of its list, that may be what is missing.
    if written.way.first() == Some(&Step::from("oit")) {
        th += " ถ้าหมายถึงรายการของปีอื่น ให้ระบุ `oit_year:`";
        en += "; for another year's list write `oit_year:`";
    }
    Diagnostic::new(
        &rules::CODE,
        written.location(),
        Message::new(format!("ปีงบประมาณ {year} ไม่มีข้อ {code}"), format!("fiscal year {year} has no {code}")),
    )
    .help(th, en)
}

/// The codes that there are.
fn range(instrument: Instrument, list: &FrameworkYear) -> (String, String) {
    let items = list.items().iter().map(|item| item.code);
    let questions = list.questions().iter().map(|question| question.code);
    let last = items.chain(questions).filter(|code| code.instrument == instrument).max();
    let codes = last.map_or_else(String::new, |last| format!("{}1–{last}", instrument.letter()));
    (format!("ปีนั้นมี {codes}"), format!("that year has {codes}"))
}

/// What a code is in the nearest year that has it, and which code that is now.
fn elsewhere(code: Code, list: &FrameworkYear, framework: &Framework) -> Option<(String, String)> {
    let distance = |other: &&FrameworkYear| other.year().abs_diff(list.year());
    let mut years: Vec<&FrameworkYear> = framework.years().filter(|other| other.has(code) == Some(true)).collect();
    years.sort_by_key(distance);
    let other = *years.first()?;
    let year = other.year();
    if let Some(item) = other.item(code) {
        let title = &item.title;
        let now = list.same_item(item);
        let th = now.map(|now| format!(" ซึ่งปี {} คือ {}", list.year(), now.code)).unwrap_or_default();
        let en = now.map(|now| format!(", which is {} in {}", now.code, list.year())).unwrap_or_default();
        return Some((format!("{code} ของปี {year} คือ “{title}”{th}"), format!("{code} of {year} is “{title}”{en}")));
    }
    Some((format!("{code} มีในปี {year}"), format!("{year} has {code}")))
}
