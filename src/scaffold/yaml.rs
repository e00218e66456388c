//! Values written as YAML that read back as they were, and texts as comments. It knows no fields.

use crate::unseen::is_unseen;
use std::fmt::Write;

/// Words that YAML takes for something else than text.
const WORDS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan"];

/// A text as one YAML value on one line, with quotation marks where it would be taken for anything else without them.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// `[สำนักปลัด, กองคลัง]`
pub fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| scalar(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

/// A text that can stand behind a `#`: on one line, with everything in it seen.
pub fn comment(text: &str) -> String {
    let seen = |char: char| if is_seen(char) { char } else { ' ' };
    text.chars().map(seen).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is the same without quotation marks, in a list between brackets too: Thai and English words with signs
/// that mean nothing to YAML. What begins with a digit may be a number or a day, unless there is Thai in it.
fn is_plain(text: &str) -> bool {
    let thai = |char: char| matches!(char, '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}');
    let digit = |char: char| char.is_ascii_digit() || matches!(char, '๐'..='๙');
    let word = |char: char| char.is_ascii_alphabetic() || thai(char) || digit(char);
    let begins = text.chars().next().is_some_and(|first| word(first) && (!digit(first) || text.contains(thai)));
    begins
        // A dash before the comma of a list would begin an entry.
        && !text.ends_with([' ', '-'])
        && text.chars().all(|char| word(char) || " -./()+_–“”".contains(char))
        && !WORDS.contains(&text.to_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        // Writing to a text does not fail.
        let _written = match char {
            '"' | '\\' => write!(quoted, "\\{char}"),
            '\n' => write!(quoted, "\\n"),
            _ if !is_seen(char) => match u32::from(char) {
                code @ 0..=0xff => write!(quoted, "\\x{code:02x}"),
                code @ 0x100..=0xffff => write!(quoted, "\\u{code:04x}"),
                code => write!(quoted, "\\U{code:08x}"),
            },
            _ => write!(quoted, "{char}"),
        };
    }
    quoted.push('"');
    quoted
}

/// Whether a character is seen on its line: neither what YAML 1.1 or 1.2 takes for the end of one, nor a tab, which may
/// be lost there, nor the mark that begins a file.
fn is_seen(char: char) -> bool {
    !is_unseen(char) && !matches!(char, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{comment, list, scalar};
    use crate::diagnostic::Diagnostics;
    use crate::read::yaml;
    use crate::record::{PageRecord, SiteRecord};
    use proptest::prelude::*;

    /// Names and titles as people give them, and such as nobody would.
    fn texts() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "เทศบาลตำบล",
            "ก",
            "ำ",
            "่",
            "๒๕๖๘",
            "2568",
            "a",
            "No",
            " ",
            ": ",
            ":",
            " #",
            "#",
            "\"",
            "'",
            "\\",
            "- ",
            "-",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a",
            "*a",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "~",
            "?",
            "null",
            "true",
            "\n",
            "\r\n",
            "\t",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            "\u{200b}",
            "\u{202e}",
            "🙏",
            "\u{0}",
            "\u{1b}",
            "\u{ffff}",
            "=",
            "<<",
        ]);
        prop_oneof![
            prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()),
            any::<String>(),
            "[a-zA-Z0-9ก-๙ .:/-]{0,12}",
        ]
    }

    fn read_back(text: &str) -> Option<String> {
        let mut problems = Diagnostics::default();
        let file = format!("title: {}\norder: 1\n", scalar(text));
        let page = yaml::<PageRecord>(file.as_bytes(), "a.md", &mut problems)?.record?;
        page.title.filter(|_| problems.errors() == 0 && page.order.is_some())
    }

    proptest! {
        #[test]
        fn any_text_reads_back_as_it_was(text in texts()) {
            prop_assert_eq!(read_back(&text), Some(text));
        }

        #[test]
        fn any_texts_in_a_list_read_back_as_they_were(texts in prop::collection::vec(texts(), 1..4)) {
            let mut problems = Diagnostics::default();
            let file = format!("organisation:\n  name: ก\n  units: [{{ id: a, name: ข, aliases: {} }}]\n", list(&texts));
            let read = yaml::<SiteRecord>(file.as_bytes(), "site.yaml", &mut problems).and_then(|entry| entry.record);
            let units = read.map(|site| site.organisation.units).unwrap_or_default();
            prop_assert_eq!(units.first().map(|unit| unit.aliases.to_vec()), Some(texts));
        }

        #[test]
        fn any_text_stays_in_its_comment(text in texts()) {
            let file = format!("# {}\ntitle: ก\n", comment(&text));
            let mut problems = Diagnostics::default();
            let read = yaml::<PageRecord>(file.as_bytes(), "a.md", &mut problems).and_then(|entry| entry.record);
            prop_assert_eq!(read.and_then(|page| page.title), Some("ก".to_owned()));
        }
    }

    #[test]
    fn what_another_reader_takes_for_no_text_has_quotation_marks() {
        for text in ["ก -", "no", "True", "null", "2568", "๒๕๖๘", "1.5", "2568-02-10", "", "-", "a: b", "a #b", "a "]
        {
            assert!(scalar(text).starts_with('"'), "{text}");
        }
    }

    #[test]
    fn ordinary_words_need_no_quotation_marks() {
        for text in ["เทศบาลตำบลจันทวี", "กองการศึกษา ศาสนาและวัฒนธรรม", "No Gift Policy", "แผน (ฉบับที่ ๒)", "1 ตุลาคม 2568"]
        {
            assert_eq!(scalar(text), text);
        }
    }
}
