//! How a fault of writing is told.

use crate::diagnostic::{Diagnostic, Message, Rule, rules};
use crate::read::Source;
use crate::thai::writing::{Fault, FaultKind};
use std::collections::BTreeSet;

/// Most other places whose lines are named.
pub const MOST_PLACES: usize = 5;

/// Most characters of a fault that are shown: the longest repetition, and some more.
const MOST_LETTERS: usize = 120;

/// What is told of a fault that stands in `others` more places of the file, on these lines first of all.
pub fn diagnostic(source: &Source, fault: &Fault, others: usize, lines: &[usize]) -> Diagnostic {
    let found = &source.text()[fault.range.clone()];
    let shown = clipped(&found.split_whitespace().collect::<Vec<_>>().join(" "));
    let right = fault.suggestion.as_deref().map(clipped);
    let right = right.as_deref();
    let (rule, message) = said(fault.kind, found, &shown, right);
    let problem = Diagnostic::new(rule, source.at_bytes(fault.range.clone()), with_others(message, others, lines));
    let Message { th, en } = advice(fault.kind, found, right);
    problem.help(th, en)
}

fn said(kind: FaultKind, found: &str, shown: &str, right: Option<&str>) -> (&'static Rule, Message) {
    match kind {
        FaultKind::Misspelling => {
            (&rules::MISSPELLING, Message::new(format!("“{shown}” เป็นคำที่เขียนผิด"), format!("“{shown}” is misspelt")))
        }
        FaultKind::Doubled => {
            let word = right.unwrap_or(shown);
            (
                &rules::DOUBLED_WORD,
                Message::new(format!("“{word}” เขียนซ้ำติดกันสองครั้ง"), format!("“{word}” is written twice in a row")),
            )
        }
        FaultKind::Spaced => (
            &rules::LETTER_SPACED,
            Message::new(
                format!("“{shown}” มีช่องว่างคั่นทุกตัวอักษร ผู้อ่านจะค้นหาคำนี้ไม่พบ"),
                format!("“{shown}” has a space after every letter, so that a search does not find it"),
            ),
        ),
        FaultKind::Marks => (
            &rules::BROKEN_VOWEL,
            Message::new(
                format!("“{shown}” พิมพ์สระหรือวรรณยุกต์ไม่ถูกต้อง"),
                format!("the vowels or tone marks of “{shown}” are put together wrongly"),
            ),
        ),
        FaultKind::Invisible => {
            // The letters on both sides belong to the fault, and are seen.
            let unseen: BTreeSet<char> = found.chars().filter(|char| !('ก'..='๛').contains(char)).collect();
            let codes = unseen.into_iter().map(code).collect::<Vec<_>>().join(" ");
            (
                &rules::BROKEN_VOWEL,
                Message::new(
                    format!("มีอักขระที่มองไม่เห็น ({codes}) แทรกอยู่กลางข้อความ ผู้อ่านจะค้นหาคำนี้ไม่พบ"),
                    format!(
                        "a character that cannot be seen ({codes}) stands in the text, so that a search does not find it"
                    ),
                ),
            )
        }
    }
}

/// As much of a text as a message can carry. A line of a scan may have all of its letters spaced.
fn clipped(text: &str) -> String {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A character by its number, as `U+200B`.
fn code(char: char) -> String {
    format!("U+{:04X}", u32::from(char))
}

fn with_others(Message { mut th, mut en }: Message, others: usize, lines: &[usize]) -> Message {
    if others > 0 {
        let list = lines.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        let more = if others > MOST_PLACES { ", …" } else { "" };
        th.to_mut().push_str(&format!(" และพบอีก {others} แห่งในแฟ้มนี้ (บรรทัด {list}{more})"));
        let times = if others == 1 { "time" } else { "times" };
        let line = if lines.len() == 1 { "line" } else { "lines" };
        en.to_mut().push_str(&format!(", and {others} more {times} in this file ({line} {list}{more})"));
    }
    Message { th, en }
}

fn advice(kind: FaultKind, found: &str, right: Option<&str>) -> Message {
    let Some(right) = right else {
        return Message::new(
            "ลบคำนี้แล้วพิมพ์ใหม่ โดยพิมพ์พยัญชนะก่อน แล้วสระบนหรือล่าง แล้ววรรณยุกต์ อย่างละตัวเดียว",
            "type the word anew: the consonant, then the vowel above or below it, then the tone mark, one of each",
        );
    };
    match kind {
        FaultKind::Doubled if right.is_ascii() || found.contains(char::is_whitespace) => {
            Message::new(format!("เขียนว่า “{right}” ครั้งเดียว"), format!("write “{right}” once"))
        }
        FaultKind::Doubled => Message::new(
            format!("เขียนว่า “{right}” ครั้งเดียว ถ้าตั้งใจซ้ำคำให้ใช้ไม้ยมก (ๆ) ถ้าขึ้นความใหม่ให้เว้นวรรค"),
            format!("write “{right}” once; what is meant twice is written with ๆ, and a new clause after a space"),
        ),
        FaultKind::Invisible => Message::new(
            "ลบอักขระนั้นออก: ลบแล้วพิมพ์ตัวอักษรทั้งสองข้างใหม่ หรือใช้คำสั่งค้นหาและแทนที่",
            "take it away: delete the letters on both sides with it and type them anew, or use search and replace",
        ),
        FaultKind::Marks if found.contains('ํ') && right.contains('ำ') => Message::new(
            format!("เขียนว่า “{right}” โดยพิมพ์สระอำ (ำ) ตัวเดียว ไม่ใช่นิคหิต (ํ) กับสระอา (า)"),
            format!("write “{right}” with the one letter ำ (U+0E33), not with ํ and า (U+0E4D, U+0E32)"),
        ),
        FaultKind::Marks if right == "แ" => Message::new(
            "เขียนว่า “แ” โดยพิมพ์สระแอตัวเดียว ไม่ใช่สระเอสองตัว",
            "write the one letter แ (U+0E41), not เ twice (U+0E40)",
        ),
        FaultKind::Misspelling | FaultKind::Spaced | FaultKind::Marks => {
            Message::new(format!("เขียนว่า “{right}”"), format!("write “{right}”"))
        }
    }
}
