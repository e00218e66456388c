//! PS212: what a year's records say of a fiscal year is said of theirs, or of one beside it.

use super::actions;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Measure, Site, Year};
use crate::read::{Source, Step};
use crate::thai::digits::to_arabic;
use std::ops::RangeInclusive;

/// The words after which a number of four digits is a fiscal year.
const BEFORE: [&str; 3] = ["ปีงบประมาณ", "ประจำปี", "ของปี"];
/// The words after which a year is one that something is held against, or goes on from.
const COMPARED: [&str; 10] =
    ["ต่อเนื่องจาก", "สืบเนื่องจาก", "ต่อจาก", "ยกมาจาก", "เทียบกับ", "เทียบจาก", "เพิ่มขึ้นจาก", "ลดลงจาก", "ตั้งแต่", "นับแต่"];
/// What a plan's title begins with, and what makes it speak of what came of one as well.
const PLAN: &str = "แผน";
const OUTCOME: [&str; 2] = ["ผล", "รายงาน"];
const YEARS: RangeInclusive<u16> = 2540..=2599;

pub fn measure(_: &Site, year: &Year, measure: &Measure, problems: &mut Diagnostics) {
    let own = year.year.be();
    text(&measure.source, &field!["title"], &measure.title, own, problems);
    for (at, part) in measure.plan.parts.iter().enumerate() {
        text(&measure.source, &field!["parts", at], part, own, problems);
    }
    for acted in actions::of(measure) {
        let way = [acted.way.as_slice(), &field!["text"]].concat();
        text(&acted.measure.source, &way, &acted.action.text, own, problems);
    }
}

pub fn items(_: &Site, year: &Year, problems: &mut Diagnostics) {
    let own = year.year.be();
    for item in &year.oit {
        let Some(source) = &item.source else { continue };
        for (at, link) in item.links.iter().enumerate() {
            text(source, &field!["links", at, "title"], &link.title, own, problems);
        }
    }
}

fn text(source: &Source, way: &[Step], text: &str, own: u16, problems: &mut Diagnostics) {
    // What was published of the year before, and what is planned for the next, is spoken of everywhere; but a plan that
    // is over is no plan.
    let since = if is_plan(text) { own } else { own - 1 };
    let named = named(text);
    if named.iter().any(|named| named.contains(&own)) {
        return;
    }
    let Some(named) = named.into_iter().find(|named| *named.end() < since || *named.start() > own + 1) else {
        return;
    };
    let named = *named.end();
    problems.push(
        source
            .problem(
                &rules::OTHER_YEAR,
                way,
                Message::new(
                    format!("ข้อความพูดถึงปี {named} แต่อยู่ในโฟลเดอร์ของปี {own}"),
                    format!("the text speaks of {named}, but stands in the folder of {own}"),
                ),
            )
            .help(
                "ถ้าคัดลอกมาจากปีก่อน แก้ปีในข้อความ หรือใช้แฟ้มของปีนี้",
                "if it was copied from another year, mend the year in the text or name this year's file",
            ),
    );
}

/// Whether a text is the title of a plan: `แผนปฏิบัติการ ประจำปี…`.
fn is_plan(text: &str) -> bool {
    text.trim_start().starts_with(PLAN) && !OUTCOME.iter().any(|word| text.contains(word))
}

/// The years that a text names as fiscal years; of a range, both ends.
fn named(text: &str) -> Vec<RangeInclusive<u16>> {
    // Few texts have any of the words, which all have this in them.
    if !text.contains("ปี") {
        return Vec::new();
    }
    let text = to_arabic(text);
    let mut named = Vec::new();
    for words in BEFORE {
        for (at, _) in text.match_indices(words) {
            let before = text[..at].trim_end().trim_end_matches("ประจำ");
            if COMPARED.iter().any(|words| before.ends_with(words)) {
                continue;
            }
            let rest = after_era(&text[at + words.len()..]);
            let Some((first, rest)) = year(rest) else { continue };
            let last = rest.trim_start().strip_prefix(['-', '–', '—']).and_then(|rest| year(after_era(rest)));
            named.push(first..=last.map_or(first, |(last, _)| last.max(first)));
        }
    }
    named
}

fn after_era(text: &str) -> &str {
    let text = text.trim_start();
    ["พ.ศ.", "พ.ศ", "พศ."].iter().find_map(|era| text.strip_prefix(era)).unwrap_or(text).trim_start()
}

fn year(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let year = digits.parse().ok().filter(|year| YEARS.contains(year))?;
    (!rest.starts_with(|char: char| char.is_ascii_digit())).then_some((year, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_with_and_without_their_era() {
        assert_eq!(named("แผนปีงบประมาณ พ.ศ. ๒๕๖๕ และประจำปี 2566"), [2565..=2565, 2566..=2566]);
        assert_eq!(named("แผนพัฒนาประจำปี พ.ศ.2561 - 2565"), [2561..=2565]);
    }

    #[test]
    fn a_year_that_something_is_compared_with_is_not_its_own() {
        for compared in [
            "ดำเนินการต่อเนื่องจากปีงบประมาณ พ.ศ. 2565",
            "ผลคะแนนเปรียบเทียบกับปีงบประมาณ พ.ศ. ๒๕๖๕",
            "เบิกจ่ายเพิ่มขึ้นจากประจำปีงบประมาณ พ.ศ. 2564",
        ] {
            assert_eq!(named(compared), [], "{compared}");
        }
        assert_eq!(named("รายงานจากประจำปีงบประมาณ พ.ศ. 2564"), [2564..=2564]);
    }

    #[test]
    fn a_plan_is_told_from_what_came_of_it() {
        assert!(is_plan("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2566"));
        for other in ["แผนและผลการใช้จ่ายงบประมาณ ประจำปี 2566", "รายงานผลตามแผน ประจำปี 2566", "ทบทวนแผนของปี 2566"]
        {
            assert!(!is_plan(other), "{other}");
        }
    }

    #[test]
    fn other_numbers_are_no_years() {
        assert!(named("ปีงบประมาณ 25650 บาท, มาตรา 2565, ประจำปี, ปีงบประมาณ ๖๕, ประจำปี ก").is_empty());
    }
}
