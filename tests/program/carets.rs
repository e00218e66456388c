//! The mark under the words that are meant stands under them, whatever has no width, or more than one, before it or in
//! it: on the screen a line is as wide as its graphemes are.

use crate::support::{Project, said};
use prongsai::diagnostic::{Diagnostic, Language, Location, Message, Style, render, rules};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How a line is shown: the line itself, and the columns that are marked under it.
fn shown(text: &str) -> (String, std::ops::Range<usize>) {
    let lines: Vec<&str> = text.lines().collect();
    let marks = lines.iter().position(|line| line.contains('^')).expect("something is marked");
    let after_bar = |line: &str| {
        let (_, rest) = line.split_once('|').expect("a bar before it");
        rest.strip_prefix(' ').unwrap_or(rest).to_owned()
    };
    let marked = after_bar(lines[marks]);
    assert!(marked.trim().chars().all(|char| char == '^'), "{text}");
    let start = marked.find('^').expect("it was found before");
    (after_bar(lines[marks - 1]), start..marked.trim_end().len())
}

/// What is shown of a line whose `words` are meant.
fn marked(line: &str, words: &std::ops::Range<usize>) -> (String, std::ops::Range<usize>) {
    let location = Location::in_text("a.md", line, words.clone());
    let problem = Diagnostic::new(&rules::UNKNOWN_UNIT, location, Message::new("ก", "a"));
    shown(&render(&problem, Style { language: Language::English, colour: false }))
}

/// Text as it is printed: a tab is four spaces, and emoji are not joined, since terminals do not agree on that.
fn on_screen(text: &str) -> String {
    text.replace('\t', "    ").replace('\u{200d}', "")
}

/// Asserts that the mark under `words` of `before + words + after` begins and ends where they do.
fn stands_under(before: &str, words: &str, after: &str) {
    let line = format!("{before}{words}{after}");
    let (screen, marks) = marked(&line, &(before.len()..before.len() + words.len()));
    let (before, words) = (on_screen(before).width(), on_screen(words).width());
    assert_eq!(marks, before..before + words, "{screen}");
    assert_eq!(screen, on_screen(&line).trim_end());
}

/// Marks above and below, sara am, Thai digits; wide letters; emoji of several characters; tabs.
const WORDS: [&str; 14] = ["ที่", "น้ำ", "กำ", "ผู้", "๑๐", "ปิ่น", "เก้าอี้", "ก", "abc", "中文", "ｅ", "👩‍👧", "🇹🇭", "é"];

#[test]
fn marks_stand_under_words_with_thai_marks_wide_letters_and_emoji() {
    let mut tried = 0;
    for before in WORDS {
        for words in WORDS {
            for space in [" ", "\t", ": [", "  - "] {
                stands_under(&format!("{before}{space}"), words, " ท้าย");
                stands_under(&format!("\t{before}{before}{space}"), &format!("{words}{before}{words}"), "");
                tried += 2;
            }
        }
    }
    assert_eq!(tried, 1568);
}

#[test]
fn what_has_no_width_moves_no_mark() {
    for unseen in ["\u{200b}", "\u{200d}", "\u{feff}", "\u{2060}", "\u{ad}"] {
        for words in WORDS {
            let before = format!("ก{unseen}ข: ");
            let inside = format!("{words}{unseen}กอง");
            stands_under(&before, words, "");
            stands_under("ก: ", &inside, "");
        }
    }
}

#[test]
fn a_mark_never_begins_or_ends_within_a_grapheme() {
    // Of น้ำ the tone alone, of ที่ the vowel and the tone, of two joined emoji the second.
    for (line, words, whole) in [
        ("ก น้ำ ข", "\u{e49}", "น้ำ"),
        ("ก ที่ ข", "\u{e35}\u{e48}", "ที่"),
        ("ก ที่ ข", "ท", "ที่"),
        ("ก 👩‍👧 ข", "👧", "👩‍👧"),
        ("[\u{e34}ก]", "\u{e34}ก", "[\u{e34}ก"),
    ] {
        let start = line.find(words).expect("it is in it");
        let (screen, marks) = marked(line, &(start..start + words.len()));
        let at = on_screen(&line[..line.find(whole).expect("it is in it")]).width();
        assert_eq!(marks, at..at + on_screen(whole).width(), "{screen}");
    }
}

proptest! {
    #[test]
    fn any_range_of_any_line_is_marked_by_whole_graphemes(
        line in "([ก-ฮ]|[ะ-ู]|[เ-ๆ]|[็-๎]|[๐-๙]|[ a-z\t中👧\u{200d}\u{200b}]){1,40}",
        start in 0_usize..80,
        length in 0_usize..40,
    ) {
        let (screen, marks) = marked(&line, &(start..start + length));
        let edges: Vec<usize> = line
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .chain([line.len()])
            .map(|at| on_screen(&line[..at]).width())
            .collect();
        prop_assert!(edges.contains(&marks.start), "{screen}\n{marks:?}");
        prop_assert!(edges.contains(&marks.end) || marks.end == marks.start + 1, "{screen}\n{marks:?}");
    }
}

#[test]
fn in_a_real_file_too() {
    let project = Project::new(&[(
        "2566/measures/a.md",
        "---\ntitle: ก\nactions: [{ text: ที่ปิ่นน้ำผู้ ๑๐ 中, units: [ผู้นำที่ ๑๐] }]\n---\n",
    )]);
    let said = said(&project.run(&["check", "--lang", "en"]));
    let (_, told) = said.split_once("[PS103]").expect("the unit is not known");
    let (line, marks) = shown(told);
    let before = line.split("ผู้นำ").next().expect("the line is shown").width();
    assert_eq!(marks, before..before + "ผู้นำที่ ๑๐".width(), "{said}");
}
