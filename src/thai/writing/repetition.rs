//! Which repetitions are mistakes.
//!
//! Thai writes an intended repetition with ๆ. But a word may rightly stand twice where its two meanings meet (ที่ที่, ของของ),
//! and it may end one part of a sentence and begin the next; what a sentence means is not known here. So a repetition that
//! a space or a line end parts is told only of words that nothing ends with, or where it is the end of its part as well.

use super::letter::Part;
use super::{Fault, FaultKind};
use crate::skim;

/// Words that nothing ends with: what they belong to follows.
const NEVER_LAST: [&str; 10] = ["และ", "หรือ", "ของ", "โดย", "เพื่อ", "จาก", "ซึ่ง", "ที่จะ", "ให้แก่", "เกี่ยวกับ"];

/// What makes nouns of verbs begins a word, and ends others: ดำเนินการการ, ข้อความความ. Twice it is wrong only where nothing
/// stands before it that it could be the end of, or a word that never has it as its end.
const MAKES_NOUNS: [&str; 2] = ["การ", "ความ"];
const BEFORE_NOUNS: [&str; 9] = ["ของ", "และ", "หรือ", "ใน", "โดย", "จาก", "เพื่อ", "ซึ่ง", "ด้าน"];

/// Verbs with which a part of a sentence begins. Where one stands alone between spaces, and again after the second, it was
/// typed twice.
const BEGINS: [&str; 9] = ["ดำเนินการ", "ดำเนินงาน", "จัดทำ", "จัดให้มี", "ปฏิบัติ", "ปรับปรุง", "ส่งเสริม", "กำหนด", "เผยแพร่"];
/// Nouns that may stand before a name that begins with them (โครงการ โครงการอบรม), but not alone twice.
const BEFORE_THEIR_NAMES: [&str; 5] = ["โครงการ", "กิจกรรม", "มาตรการ", "แผนงาน", "ประกาศ"];

/// Words of a single consonant that are never right twice. Of the others of this size many are: ให้ให้, ได้ได้, ที่ที่.
const NEVER_TWICE: [&str; 2] = ["และ", "ไม่"];

/// Words that may be right twice: คนคนเดียว, ล้านล้านบาท, ปฏิบัติตามตามที่กำหนด, ความจำเป็นเป็นต้น.
const OFTEN_TWICE: [&str; 16] =
    ["คน", "วัน", "ล้าน", "แสน", "หมื่น", "พัน", "ร้อย", "ใคร", "อะไร", "สิ่ง", "อัน", "ตัว", "ตาม", "ต่อ", "เป็น", "งาน"];

/// What stands after a word that counts itself: หน่วยงานหน่วยงานหนึ่ง.
const AFTER_COUNTED: [&str; 6] = ["หนึ่ง", "เดียว", "นี้", "นั้น", "ใด", "ละ"];

/// What stands before ของ where the first ของ means things: นำของของทางราชการไปใช้.
const BEFORE_THINGS: [&str; 25] = [
    "นำ",
    "เก็บ",
    "ยืม",
    "ใช้",
    "ซื้อ",
    "ขาย",
    "รับ",
    "ให้",
    "ส่ง",
    "ขน",
    "วาง",
    "เอา",
    "คืน",
    "หยิบ",
    "ถือ",
    "มี",
    "เป็น",
    "ขอ",
    "แจก",
    "ดู",
    "จัด",
    "ฝาก",
    "สิ่ง",
    "ข้าว",
    "ออก",
];

/// What stands after ของ where the two are one noun: ของหลวง, ของรางวัล.
const AFTER_THINGS: [&str; 12] =
    ["หลวง", "กลาง", "ขวัญ", "รางวัล", "ที่ระลึก", "ฝาก", "ใช้", "เสีย", "ชำร่วย", "เหลว", "มีค่า", "สงฆ์"];

/// What stands before names of places: ตำบลเมือง เมือง is a place and the district around it.
const BEFORE_NAMES: [&str; 7] = ["ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เขต", "เมือง", "บ้าน"];

/// English words that are never right twice in a row.
const ENGLISH: [&str; 10] = ["an", "and", "at", "for", "from", "of", "or", "the", "to", "with"];

/// Whether a word makes nouns of what follows it.
pub(super) fn makes_nouns(word: &str) -> bool {
    MAKES_NOUNS.contains(&word)
}

/// Words that stand twice in a row.
pub(super) struct Repetition<'t> {
    /// They.
    pub(super) word: &'t str,
    /// The text before the first.
    pub(super) before: &'t str,
    /// The text after the second.
    pub(super) after: &'t str,
    /// Whether a space or a line end stands between the two.
    pub(super) parted: bool,
    /// Whether a part of a sentence begins with the first.
    pub(super) begins_a_part: bool,
    /// Whether a part of a sentence ends with the second.
    pub(super) ends_a_part: bool,
}

impl Repetition<'_> {
    /// Whether it is surely a mistake. `one_word` is whether it is of one word and not of a row of them.
    pub(super) fn is_mistake(&self, one_word: bool) -> bool {
        if makes_nouns(self.word) {
            !self.goes_on() || BEFORE_NOUNS.iter().any(|last| self.before.ends_with(last))
        } else if self.is_of_things() {
            false
        } else if self.parted {
            let names_a_place = BEFORE_NAMES.iter().any(|last| self.before.ends_with(last));
            match (self.begins_a_part, self.ends_a_part) {
                _ if NEVER_LAST.contains(&self.word) => true,
                (false, true) => one_word && self.consonants() > 2 && !names_a_place,
                (true, true) => BEGINS.contains(&self.word) || BEFORE_THEIR_NAMES.contains(&self.word),
                (true, false) => BEGINS.contains(&self.word),
                (false, false) => false,
            }
        } else if NEVER_TWICE.contains(&self.word) {
            true
        } else {
            self.consonants() > 1
                && !OFTEN_TWICE.contains(&self.word)
                && !AFTER_COUNTED.iter().any(|next| self.after.starts_with(next))
        }
    }

    /// Whether the first ของ may mean things, and the second whose they are.
    fn is_of_things(&self) -> bool {
        let before = || !self.goes_on() || BEFORE_THINGS.iter().any(|last| self.before.ends_with(last));
        self.word == "ของ" && !self.parted && (before() || AFTER_THINGS.iter().any(|next| self.after.starts_with(next)))
    }

    /// Whether Thai letters stand right before the first.
    fn goes_on(&self) -> bool {
        self.before.chars().next_back().is_some_and(|last| Part::of(last).is_thai())
    }

    fn consonants(&self) -> usize {
        self.word.chars().filter(|char| Part::of(*char) == Part::Consonant).count()
    }
}

/// Finds English words that stand twice, with one space or line end between.
pub(super) fn find_english(text: &str, faults: &mut Vec<Fault>) {
    let ends_word = |[last, next, _]: [u8; 3]| last.is_ascii_alphabetic() && matches!(next, b' ' | b'\n' | b'\r');
    faults.extend(skim::places(text.as_bytes(), ends_word).filter_map(|last| twice(text, last + 1)));
}

/// The fault, if the English word that ends at a byte stands twice.
fn twice(text: &str, end: usize) -> Option<Fault> {
    let rest = &text[end..];
    let after = [" ", "\n", "\r\n"].iter().find_map(|parting| rest.strip_prefix(parting))?;
    let length = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = Some(&after[..length]).filter(|word| ENGLISH.iter().any(|other| other.eq_ignore_ascii_case(word)))?;
    let start = end.checked_sub(length)?;
    let first = text.get(start..end).filter(|first| first.eq_ignore_ascii_case(word))?;
    if text[..start].ends_with(|char: char| char.is_ascii_alphabetic()) {
        return None;
    }
    let range = start..text.len() - after.len() + length;
    Some(Fault { kind: FaultKind::Doubled, range, suggestion: Some(first.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same, word by word.
    fn plainly(text: &str) -> Vec<std::ops::Range<usize>> {
        let mut words: Vec<std::ops::Range<usize>> = Vec::new();
        for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_alphabetic()) {
            match words.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => words.push(at..at + 1),
            }
        }
        let is_english = |word: &str| ENGLISH.iter().any(|other| other.eq_ignore_ascii_case(word));
        let twice = words.windows(2).filter(|pair| {
            let (first, second) = (&text[pair[0].clone()], &text[pair[1].clone()]);
            let between = &text[pair[0].end..pair[1].start];
            matches!(between, " " | "\n" | "\r\n") && first.eq_ignore_ascii_case(second) && is_english(first)
        });
        twice.map(|pair| pair[0].start..pair[1].end).collect()
    }

    proptest! {
        #[test]
        fn english_words_that_stand_twice_are_all_found(text in "(the|The|of|an|a|[ก-๙]{1,9}|[ \n]|\r\n|\r|  |[a-f]|é){0,60}") {
            let mut faults = Vec::new();
            find_english(&text, &mut faults);
            prop_assert_eq!(faults.into_iter().map(|fault| fault.range).collect::<Vec<_>>(), plainly(&text));
        }
    }
}
