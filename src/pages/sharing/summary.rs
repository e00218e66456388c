//! A text cut to what a search engine shows of it, and the text of HTML.

use crate::html::{self, Event};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_segmentation::UnicodeSegmentation;

/// How many characters of a description are shown.
pub const LONGEST: usize = 160;
/// How much HTML is looked at, in bytes, what is cut away need not be read; and how much more, where that has too little
/// text among its tags and addresses.
const LOOKED_AT: [usize; 2] = [8 * LONGEST, 32 * LONGEST];

/// `text` on one line, cut to [`LONGEST`] characters: after a phrase, which in Thai ends in a space, or else after a
/// word.
pub fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text };
    let head = &text[..end];
    // One is left for the mark that more follows.
    let most = head.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
    let phrase = head.rfind(' ').filter(|at| *at * 2 > most);
    let at = phrase.unwrap_or_else(|| {
        let breaks = LineSegmenter::new_dictionary(LineBreakOptions::default());
        breaks.segment_str(head).filter(|at| *at > 0 && *at <= most).last().unwrap_or(most)
    });
    format!("{}…", text[..at].trim_end_matches([' ', ',', ':', ';', '·']))
}

/// The beginning of what a reader sees of `html`, enough of it to be cut.
pub fn text_of(html: &str) -> String {
    let [little, much] = LOOKED_AT.map(|most| &html[..html.floor_char_boundary(most)]);
    let text = seen(little);
    if little.len() == html.len() || is_enough(&text) { text } else { seen(much) }
}

/// Whether it can be cut even where a title is taken off.
fn is_enough(text: &str) -> bool {
    text.chars().filter(|char| !char.is_whitespace()).count() > LONGEST * 3 / 2
}

fn seen(html: &str) -> String {
    let mut text = String::new();
    html::read(html, |event| match event {
        Event::String { value } => text += &String::from_utf8_lossy(value),
        // Words of two paragraphs are two words.
        Event::OpenStartTag { .. } | Event::EndTag { .. } => text.push(' '),
        _ => {}
    });
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_ends_after_a_phrase_or_else_after_a_word() {
        assert_eq!(short(" สั้น \n พอ "), "สั้น พอ");
        let phrases = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ".repeat(9);
        let cut = short(&phrases);
        assert!(cut.ends_with("ความโปร่งใส…") && cut.chars().count() <= LONGEST, "{cut}");
        let one = "มาตรการส่งเสริมคุณธรรม".repeat(20);
        let cut = short(&one);
        let last = cut.trim_end_matches('…').len();
        assert!(["มาตร", "มาตรการ", "ส่งเสริม", "คุณธรรม"].iter().any(|word| one[..last].ends_with(word)), "{cut}");
        assert_eq!(short(&"ก".repeat(LONGEST)).chars().count(), LONGEST);
    }

    #[test]
    fn what_is_read_of_html_is_what_a_reader_sees() {
        let seen = text_of("<h2 id=\"x\">ก</h2><p>a &amp; b &lt;c&gt;</p>");
        assert_eq!(short(&seen), "ก a & b <c>");
    }

    proptest! {
        #[test]
        fn a_cut_text_is_a_beginning_and_no_letter_is_cut(text in "[ก-ฮะ-ู่-ํa-z .·]{0,400}") {
            let cut = short(&text);
            prop_assert!(cut.chars().count() <= LONGEST, "{cut}");
            let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(beginning) = cut.strip_suffix('…') {
                prop_assert!(whole.starts_with(beginning));
                let ends: Vec<usize> = whole.grapheme_indices(true).map(|(at, _)| at).collect();
                prop_assert!(ends.contains(&beginning.len()) || beginning.len() == whole.len(), "{beginning}");
            } else {
                prop_assert_eq!(cut, whole);
            }
        }

        #[test]
        fn no_html_panics(html in "([<>/&;a-zก \"=!-]|<p|&amp;|<!--){0,80}") {
            let _text = short(&text_of(&html));
        }
    }
}
