//! Home addresses: `บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบล…`, and not those of offices, documents or roads.

use super::folded::is_tone;
use super::numbers::{before, last_of};
use std::ops::Range;
use std::sync::LazyLock;

/// What an address of a home begins with.
const HOME: [&str; 4] = ["บ้านเลขที่", "ภูมิลำเนา", "ที่อยู่ตามทะเบียนบ้าน", "ที่อยู่ตามบัตร"];
/// What an address of anything begins with.
const ANY: [&str; 2] = ["เลขที่", "ที่อยู่"];
/// What stands between that and the number of the house.
const BETWEEN: [&str; 8] = ["ปัจจุบัน", "อยู่บ้าน", "อยู่", "บ้าน", "เลขที่", "ประชาชน", ":", " "];
/// Words before the address of a person.
const PEOPLE: [&str; 7] = ["นาง", "น.ส.", "ข้าพเจ้า", "ผู้ร้อง", "ราษฎร", "อยู่บ้าน", "ผู้เสียหาย"];
/// Words before the name of one.
const NAMED: [&str; 5] = ["นาง", "น.ส.", "ด.ช.", "ด.ญ.", "ข้าพเจ้า"];
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

/// The words above as they are looked for: without tone marks.
struct Words {
    home: Vec<String>,
    any: Vec<String>,
    between: Vec<String>,
    people: Vec<String>,
    named: Vec<String>,
    not_men: Vec<String>,
    offices: Vec<String>,
    papers: Vec<String>,
    works: Vec<String>,
    village: Vec<String>,
    subdistrict: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    home: plain(&HOME),
    any: plain(&ANY),
    between: plain(&BETWEEN),
    people: plain(&PEOPLE),
    named: plain(&NAMED),
    not_men: plain(&NOT_MEN),
    offices: plain(&OFFICES),
    papers: plain(&PAPERS),
    works: plain(&WORKS),
    village: plain(&VILLAGE),
    subdistrict: plain(&SUBDISTRICT),
});

fn plain(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.chars().filter(|char| !is_tone(*char)).collect()).collect()
}

/// The addresses in a text without tone marks.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let starts = |words: &'static [String], is_home: bool| {
        words.iter().flat_map(|word| text.match_indices(word.as_str())).map(move |(at, word)| (at, word, is_home))
    };
    let mut starts: Vec<(usize, &str, bool)> = starts(&WORDS.home, true).chain(starts(&WORDS.any, false)).collect();
    starts.sort_unstable();
    for (start, word, is_home) in starts {
        if found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        if let Some(end) = end(text, start + word.len())
            && is_of_person(paragraph(&before(text, start, 80)), is_home)
        {
            found.push(start..end);
        }
    }
    let in_cells = text.match_indices("\n\n").filter_map(|(head, blank)| cell(text, head, head + blank.len()));
    let outside = |range: &Range<usize>| {
        let after = found.partition_point(|other| other.end <= range.start);
        found.get(after).is_none_or(|next| range.end <= next.start)
    };
    let cells: Vec<_> = in_cells.filter(outside).collect();
    found.extend(cells);
    found.sort_by_key(|range| range.start);
    found
}

/// The address that a paragraph begins with, where the line above is about somebody's, as the head of a column and a
/// name beside it are.
fn cell(text: &str, head: usize, at: usize) -> Option<Range<usize>> {
    if !text[at..].starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let words = before(text, head, 160);
    let line = words.lines().next_back()?;
    let called = last_of(line, &WORDS.home).or_else(|| last_of(line, &WORDS.any)).is_some();
    let named = last_named(line);
    let person = named.is_some() && named > last_of(line, &WORDS.offices);
    (called && person).then(|| end(text, at)).flatten().map(|end| at..end)
}

/// The end of a text that belongs to one paragraph: what stands above, as the fields of a record do, is another
/// matter.
fn paragraph(words: &str) -> &str {
    let start = ["\n\n", "---\n"].iter().filter_map(|end| words.rfind(end).map(|at| at + end.len())).max();
    &words[start.unwrap_or_default()..]
}

/// Where the address ends whose first word ends at `at`; `None` where what follows is no address.
fn end(text: &str, at: usize) -> Option<usize> {
    let between = WORDS.between.iter().cycle().take(BETWEEN.len() * 3);
    let rest = between.fold(&text[at..], |rest, word| rest.strip_prefix(word.as_str()).unwrap_or(rest));
    let is_part = |char: &u8| char.is_ascii_digit() || *char == b'/';
    let house = &rest[..rest.bytes().take(FURTHEST).take_while(is_part).count()];
    let (number, part) = house.split_once('/').unwrap_or((house, ""));
    // A number of four digits after the stroke is a year: 29/2566 is a document.
    if number.is_empty() || number.len() > 4 || part.len() > 3 {
        return None;
    }
    let rest = &rest[house.len()..];
    let (village, after) = next(rest, &WORDS.village)?;
    let after = after.trim_start_matches([' ', '\n']);
    if village.starts_with(['ห', 'ม']) && !after.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let (_, after) = next(after, &WORDS.subdistrict)?;
    let name = after.trim_start_matches(' ');
    let name_end = name.char_indices().take(FURTHEST).find(|(_, char)| matches!(char, ' ' | '\n' | ','));
    let near = || name.char_indices().nth(FURTHEST).map_or(name.len(), |(end, _)| end);
    Some(text.len() - name.len() + name_end.map_or_else(near, |(end, _)| end))
}

/// The first of the words, where it stands near, and what follows it.
fn next<'t>(text: &'t str, words: &'static [String]) -> Option<(&'static str, &'t str)> {
    let near = text.char_indices().nth(FURTHEST).map_or(text, |(end, _)| &text[..end]);
    let (at, word) = words
        .iter()
        .filter_map(|word| near.find(word.as_str()).map(|at| (at, word.as_str())))
        .min_by_key(|(at, _)| *at)?;
    Some((word, &text[at + word.len()..]))
}

/// Whether the words before an address say that somebody lives there. One that calls itself a home needs no more
/// than that nothing speaks against it. What a paper or works are about stands before who has to do with them.
fn is_of_person(words: &str, is_home: bool) -> bool {
    let near = before(words, words.len(), 30);
    let other = last_of(&near, &WORDS.papers).max(last_of(&near, &WORDS.works));
    if other.is_some() && last_named(&near) <= other {
        return false;
    }
    let person = last_named(words).max(last_of(words, &WORDS.people));
    let office = last_of(words, &WORDS.offices);
    if is_home { office.is_none() || person > office } else { person.is_some() && person > office }
}

/// Where the last word before somebody's name ends; not where only the house is called by it: `หน้าบ้านนายสมชาย`.
fn last_named(words: &str) -> Option<usize> {
    let men = words.match_indices("นาย");
    let men = men.filter(|(at, word)| !WORDS.not_men.iter().any(|not| words[at + word.len()..].starts_with(not)));
    let others = WORDS.named.iter().flat_map(|word| words.match_indices(word.as_str()));
    let named = men.chain(others).filter(|(at, _)| !words[..*at].ends_with("บาน"));
    named.map(|(at, word)| at + word.len()).max()
}
