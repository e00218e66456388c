//! Home addresses: `บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบล…`, and not those of offices, documents or roads.

use super::numbers::{before, last_of};
use std::ops::Range;

/// What an address of a home begins with.
const HOME: [&str; 4] = ["บ้านเลขที่", "ภูมิลำเนา", "ที่อยู่ตามทะเบียนบ้าน", "ที่อยู่ตามบัตร"];
/// What an address of anything begins with.
const ANY: &str = "เลขที่";
/// What stands between that and the number of the house.
const BETWEEN: [&str; 7] = ["อยู่บ้าน", "อยู่", "บ้าน", "เลขที่", "ประชาชน", ":", " "];
/// Words before the address of a person.
const PEOPLE: [&str; 7] = ["นาง", "น.ส.", "ข้าพเจ้า", "ผู้ร้อง", "ราษฎร", "อยู่บ้าน", "ผู้เสียหาย"];
/// How words begin that are offices, although they begin like นาย.
const NOT_MEN: [&str; 9] = ["กเทศ", "กองค์", "กอบ", "กรัฐ", "กสมาคม", "อำเภอ", "ช่าง", "ทะเบียน", "แพทย์"];
/// Words before the address of an office or a firm.
const OFFICES: [&str; 25] = [
    "สำนักงาน",
    "ที่ทำการ",
    "เทศบาล",
    "อบต",
    "อบจ",
    "องค์การบริหาร",
    "ศาลา",
    "โรงเรียน",
    "วัด",
    "ศูนย์",
    "บริษัท",
    "ห้างหุ้นส่วน",
    "หจก",
    "ร้าน",
    "มหาวิทยาลัย",
    "โรงพยาบาล",
    "รพ.สต",
    "สถานี",
    "ธนาคาร",
    "ที่ว่าการ",
    "นิติบุคคล",
    "หน่วยงาน",
    "กองทุน",
    "กลุ่มวิสาหกิจ",
    "สหกรณ์",
];
/// Words before the number of a document or a piece of land.
const PAPERS: [&str; 10] = ["โฉนด", "ที่ดิน", "สัญญา", "คำสั่ง", "หนังสือ", "ใบเสร็จ", "ประกาศ", "ใบอนุญาต", "ฎีกา", "คดี"];
/// Words before a house that only says where a road or a pipe runs.
const WORKS: [&str; 12] =
    ["ถนน", "โครงการ", "ก่อสร้าง", "ซ่อม", "ระบายน้ำ", "ท่อ", "สาย", "จาก", "ถึง", "หน้า", "บริเวณ", "ประปา"];
/// What stands before the village and the sub-district.
const VILLAGE: [&str; 7] = ["หมู่ที่", "หมู่", "ม.", "ถนน", "ถ.", "ซอย", "ซ."];
const SUBDISTRICT: [&str; 3] = ["ตำบล", "ต.", "แขวง"];
/// Furthest that the parts of an address stand apart, in characters.
const FURTHEST: usize = 50;

pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let starts = HOME.iter().chain([&ANY]).flat_map(|word| text.match_indices(*word));
    let mut starts: Vec<(usize, &str)> = starts.collect();
    starts.sort_unstable();
    for (start, word) in starts {
        if found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let is_home = word != ANY;
        if let Some(end) = end(text, start + word.len())
            && is_of_person(&before(text, start, 80), is_home)
        {
            found.push(start..end);
        }
    }
    found
}

/// Where the address ends whose first word ends at `at`; `None` where what follows is no address.
fn end(text: &str, at: usize) -> Option<usize> {
    let rest = BETWEEN
        .iter()
        .cycle()
        .take(BETWEEN.len() * 3)
        .fold(&text[at..], |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let house = rest.split(|char: char| !char.is_ascii_digit() && char != '/').next().unwrap_or_default();
    let (number, part) = house.split_once('/').unwrap_or((house, ""));
    // A number of four digits after the stroke is a year: 29/2566 is a document.
    if number.is_empty() || number.len() > 4 || part.len() > 3 {
        return None;
    }
    let rest = &rest[house.len()..];
    let (village, after) = next(rest, &VILLAGE)?;
    let after = after.trim_start_matches([' ', '\n']);
    if village.starts_with(['ห', 'ม']) && !after.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let (_, after) = next(after, &SUBDISTRICT)?;
    let name = after.trim_start_matches(' ').split([' ', '\n', ',']).next().unwrap_or_default();
    let spaces = after.len() - after.trim_start_matches(' ').len();
    Some(text.len() - after.len() + spaces + name.len())
}

/// The first of the words, where it stands near, and what follows it.
fn next<'t>(text: &'t str, words: &[&'static str]) -> Option<(&'static str, &'t str)> {
    let near = text.char_indices().nth(FURTHEST).map_or(text, |(end, _)| &text[..end]);
    let (at, word) = words.iter().filter_map(|word| near.find(word).map(|at| (at, *word))).min_by_key(|(at, _)| *at)?;
    Some((word, &text[at + word.len()..]))
}

/// Whether the words before an address say that somebody lives there. One that calls itself a home needs no more
/// than that nothing speaks against it.
fn is_of_person(words: &str, is_home: bool) -> bool {
    let person = last_person(words);
    let near = before(words, words.len(), 30);
    if last_of(&near, &PAPERS).is_some() || last_of(&near, &WORKS).is_some() {
        return false;
    }
    let office = last_of(words, &OFFICES);
    if is_home { office.is_none() || person > office } else { person.is_some() && person > office }
}

fn last_person(words: &str) -> Option<usize> {
    let men = words.match_indices("นาย").map(|(at, word)| at + word.len());
    let men = men.filter(|end| !NOT_MEN.iter().any(|not| words[*end..].starts_with(not)));
    men.max().max(last_of(words, &PEOPLE))
}
