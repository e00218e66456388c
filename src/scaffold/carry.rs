//! A measure carried on into a later year: the plan stays, in its own words, and what came of it stays behind.
//!
//! Codes of items become those of the new year's list. Periods move on by as many years where that can be done in the
//! words in which they are written. What belongs to the year that is over (results, status, suggestions, scores that
//! were answered, remarks on its documents, the text below the fields) is left out; what the officer has to look at
//! is said at the head of the new file.

use super::Lists;
use super::rewrite::{Change, rewritten};
use super::yaml::comment;
use crate::framework::{Code, FrameworkYear};
use crate::model::Measure;
use crate::thai::calendar::FiscalYear;
use crate::thai::digits::{arabic_digit, to_arabic, to_thai};
use crate::thai::period::{self, Span};
use jiff::ToSpan;
use jiff::civil::Date;

/// Fields of a measure that speak of what came of it, or of the year that is over.
const LEFT_OUT: [&str; 8] = ["updated", "status", "report", "draft", "remark", "questions", "oit_year", "suggestions"];
/// The same of an action.
const LEFT_OUT_OF_ACTIONS: [&str; 3] = ["results", "status", "remark"];

/// The file of a measure in its new year.
#[derive(Debug)]
pub struct Carried {
    /// Its text.
    pub text: String,
    /// Whether the words of its plan name the year that is over.
    pub names_old_year: bool,
}

/// Carries a measure of `from` on into `to`; `None` where its fields cannot be read.
#[must_use]
pub fn carry(measure: &Measure, from: FiscalYear, to: FiscalYear, lists: &Lists) -> Option<Carried> {
    let mut notes = vec![format!(
        "ยกมาจากปี {} ({}) ตรวจแก้ให้เป็นแผนของปี {} แล้วลบบรรทัดนี้",
        from.be(),
        comment(&measure.source.path),
        to.be()
    )];
    for suggestion in measure.reported().suggestions.iter().filter(|text| text.trim() != "ไม่มี") {
        notes.push(format!("ข้อเสนอแนะของปี {}: {}", from.be(), comment(suggestion)));
    }
    let items = items(measure, lists, &mut notes);
    let same_issue = same_issue(measure, from, lists);
    if let Some(number) = measure.issue.filter(|_| !same_issue) {
        notes.push(format!("ประเด็นที่ {number} ของปี {} ไม่ตรงกับรายการของปี {} เลือกประเด็นใหม่", from.be(), to.be()));
    }
    let mut lost_periods = Vec::new();
    let yaml = rewritten(&measure.source, &mut |way, text| match way {
        ["period"] | ["actions", "period"] => {
            let written = text?;
            let moved = moved(written, from, to);
            if moved.is_none() {
                lost_periods.push(comment(written));
            }
            moved.map_or(Some(Change::Remove), |moved| (moved != written).then_some(Change::Text(moved)))
        }
        ["oit"] => match &items {
            None => None,
            Some(items) if items.is_empty() => Some(Change::Remove),
            Some(items) => Some(Change::List(items.iter().map(ToString::to_string).collect())),
        },
        ["issue"] => (!same_issue).then_some(Change::Remove),
        [name] if LEFT_OUT.contains(name) => Some(Change::Remove),
        ["actions", name] if LEFT_OUT_OF_ACTIONS.contains(name) => Some(Change::Remove),
        _ => None,
    })?;
    notes.extend(lost_periods.into_iter().map(|text| format!("ระยะเวลาที่ต้องเขียนใหม่ เดิมเขียนว่า {text}")));
    let notes: String = notes.iter().flat_map(|note| ["# ", note, "\n"]).collect();
    let end = if yaml.ends_with('\n') { "" } else { "\n" };
    // On a disk that has all other records as one editor saves them, this one is no exception.
    let text = measure.source.saved_like(&format!("---\n{notes}{yaml}{end}---\n"));
    Some(Carried { text, names_old_year: names(measure, from) })
}

/// Whether the words of a plan name a year.
fn names(measure: &Measure, year: FiscalYear) -> bool {
    let plan = &measure.plan;
    let of_actions = plan
        .actions
        .iter()
        .flat_map(|action| [Some(&action.text), action.title.as_ref()].into_iter().flatten().chain(&action.steps));
    let of_plan = [&plan.parts, &plan.steps, &plan.follow_up].into_iter().flatten();
    let mut texts = std::iter::once(&measure.title).chain(of_plan).chain(of_actions);
    texts.any(|text| to_arabic(text).contains(&year.be().to_string()))
}

/// The items of the new year's list that ask for what the measure's did; `None` where they are the same.
fn items(measure: &Measure, lists: &Lists, notes: &mut Vec<String>) -> Option<Vec<Code>> {
    let own = lists.own()?;
    let old = lists.of_year(measure.oit_year)?;
    let mut now: Vec<Code> = Vec::new();
    for item in measure.oit.iter().filter_map(|code| old.item(*code)) {
        match own.same_item(item) {
            Some(same) if now.contains(&same.code) => {}
            Some(same) => now.push(same.code),
            None => notes.push(format!(
                "ข้อ {} ของปี {} “{}” ไม่มีในรายการปี {}",
                item.code,
                old.year(),
                comment(&item.title),
                own.year()
            )),
        }
    }
    (now != measure.oit).then_some(now)
}

fn same_issue(measure: &Measure, from: FiscalYear, lists: &Lists) -> bool {
    let Some(number) = measure.issue else { return true };
    let title = |lists: &FrameworkYear| lists.issue(number).map(|issue| issue.title.clone());
    let [before, now] = [lists.of_year(from.be()), lists.own()].map(|lists| lists.and_then(title));
    before.is_some() && before == now
}

/// A period in its own words, as many years later as `to` is after `from`; `None` where what comes of that is not read
/// as the same period of the new year.
fn moved(written: &str, from: FiscalYear, to: FiscalYear) -> Option<String> {
    // What cannot be read now is told by every check, wherever it stands.
    let Ok(before) = period::parse(written, from) else { return Some(written.to_owned()) };
    let later = to.be() - from.be();
    let text = with_later_years(written, from.be(), later);
    let after = period::parse(&text, to).ok()?;
    is_later(before, after, i16::try_from(later).ok()?).then_some(text)
}

/// The text with every number that is a year near `year` made greater by `later`.
fn with_later_years(text: &str, year: u16, later: u16) -> String {
    let mut moved = String::new();
    let mut digits = String::new();
    for char in text.chars().chain(std::iter::once('\n')) {
        if arabic_digit(char).is_some() || char.is_ascii_digit() {
            digits.push(char);
            continue;
        }
        moved += &later_year(&digits, year, later);
        digits.clear();
        moved.push(char);
    }
    moved.pop();
    moved
}

fn later_year(digits: &str, year: u16, later: u16) -> String {
    let near = |number: &u16| (year - 2..=year + 2).contains(number);
    let number = to_arabic(digits).parse::<u16>().ok();
    let later = match digits.chars().count() {
        4 => number.filter(|number| near(number) || near(&(number + 543))).map(|number| (number + later).to_string()),
        2 => number
            .filter(|number| near(&(year - year % 100 + number)))
            .map(|number| format!("{:02}", (number + later) % 100)),
        _ => None,
    };
    let is_thai = digits.chars().any(|char| !char.is_ascii_digit());
    later.map_or_else(|| digits.to_owned(), |later| if is_thai { to_thai(&later).into_owned() } else { later })
}

/// Whether a span is another `years` later: the same days, but for the end of February.
fn is_later(before: Span, after: Span, years: i16) -> bool {
    let later = |day: Date| day.checked_add(i64::from(years).years()).ok();
    let is_end = |day: Date| day == day.last_of_month();
    let same = |before: Date, after: Date| {
        later(before).is_some_and(|day| {
            day == after || is_end(before) && is_end(after) && day.first_of_month() == after.first_of_month()
        })
    };
    same(before.first(), after.first()) && same(before.last(), after.last())
}

#[cfg(test)]
mod tests {
    use super::moved;
    use crate::thai::calendar::FiscalYear;

    #[test]
    fn a_period_moves_on_in_its_own_words() {
        let [from, to] = [2566, 2568].map(|year| FiscalYear::new(year).expect("a year"));
        for (written, later) in [
            ("ม.ค.-ก.ย.๖๖", "ม.ค.-ก.ย.๖๘"),
            ("ต.ค.65-ก.ย.66", "ต.ค.67-ก.ย.68"),
            ("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ"),
            ("ไตรมาสที่ ๑", "ไตรมาสที่ ๑"),
            ("1 ตุลาคม 2565 – 30 กันยายน 2566", "1 ตุลาคม 2567 – 30 กันยายน 2568"),
            ("๑๐ กุมภาพันธ์ ๒๕๖๖", "๑๐ กุมภาพันธ์ ๒๕๖๘"),
            ("2566-02-28", "2568-02-28"),
            ("2023-02", "2025-02"),
            ("ปีงบประมาณ ๒๕๖๖", "ปีงบประมาณ ๒๕๖๘"),
        ] {
            assert_eq!(moved(written, from, to).as_deref(), Some(later), "{written}");
        }
        assert_eq!(moved("ปีงบประมาณ 2561 - 2566", from, to), None, "a plan of five years does not begin anew");
    }

    #[test]
    fn the_end_of_february_stays_the_end_of_february() {
        let [from, to] = [2567, 2568].map(|year| FiscalYear::new(year).expect("a year"));
        assert_eq!(moved("ก.พ. ๒๕๖๗", from, to).as_deref(), Some("ก.พ. ๒๕๖๘"));
    }
}
