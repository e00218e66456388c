//! Characters that no reader sees: control characters, and those that turn the direction of text. Thai and English
//! run one way; what turns them around, such as U+202E, comes from a slip in copying, or is there to show another
//! text than the one that is written. Zero-width spaces and joiners are none of these: Thai words break at them.

/// Whether no reader sees `char`. White space counts as seen.
#[must_use]
pub fn is_unseen(char: char) -> bool {
    // The Unicode property `Bidi_Control`, and two code points that XML does not allow.
    let is_other = matches!(
        char,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}'
    );
    is_other || char.is_control() && !matches!(char, '\t' | '\n' | '\r')
}

/// How many bytes are looked at in one go.
const AT_ONCE: usize = 64;

/// Whether a character that no reader sees may begin with this byte.
const fn may_begin_unseen(byte: u8) -> bool {
    let is_control = byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    // U+0080 to U+009F, U+061C, U+200E to U+2069, U+FFFE.
    is_control || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef)
}

/// Whether there is anything in `text` that no reader sees. Nearly all pages are long and have nothing of it.
#[must_use]
pub fn has_unseen(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| may_begin_unseen(bytes[at]) && text[at..].chars().next().is_some_and(is_unseen);
    let (chunks, rest) = bytes.as_chunks::<AT_ONCE>();
    let is_in = |(place, chunk): (usize, &[u8; AT_ONCE])| {
        // Without a way out, so that many bytes are compared at once.
        chunk.iter().fold(false, |found, byte| found | may_begin_unseen(*byte))
            && (place * AT_ONCE..(place + 1) * AT_ONCE).any(begins)
    };
    chunks.iter().enumerate().any(is_in) || (bytes.len() - rest.len()..bytes.len()).any(begins)
}

/// `text` without what no reader sees.
#[must_use]
pub fn without_unseen(text: String) -> String {
    if has_unseen(&text) { text.chars().filter(|char| !is_unseen(*char)).collect() } else { text }
}

/// `text` as one line in which everything is seen: what no reader sees, and line breaks, are spelt out. A terminal
/// takes the one for commands, and whoever reads a log line by line takes what follows the other for a line of its own.
#[must_use]
pub fn spelt_out(text: String) -> String {
    let spelt = |char: char| is_unseen(char) || matches!(char, '\n' | '\r' | '\u{2028}' | '\u{2029}');
    if !text.contains(spelt) {
        return text;
    }
    let each = |char: char| if spelt(char) { char.escape_default().to_string() } else { char.to_string() };
    text.chars().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::{has_unseen, is_unseen, spelt_out, without_unseen};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_unseen_is_found_wherever_it_stands(
            text in "([ก-๙ -~]{0,40}|[–”ö\u{ad}\u{200b}\u{fffd}]|[\\x00\\x1b\\x7f\u{85}\u{61c}\u{200e}\u{202e}\u{2069}\u{ffff}]){0,12}"
        ) {
            prop_assert_eq!(has_unseen(&text), text.contains(is_unseen));
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_spelt_out() {
        let text = spelt_out("ก\u{1b}]0;x\u{7}\r\n::error::\u{202e}\t🙏".to_owned());
        assert_eq!(text, "ก\\u{1b}]0;x\\u{7}\\r\\n::error::\\u{202e}\t🙏");
        assert_eq!(spelt_out(text.clone()), text, "it does not grow when it is done again");
    }

    #[test]
    fn what_turns_text_around_goes_and_what_breaks_words_stays() {
        let without = |text: &str| without_unseen(text.to_owned());
        assert_eq!(without("ก\u{202e}fdp.exe\u{2069}\u{200f} \0\u{1b}[1m\u{85}\u{ffff}"), "กfdp.exe [1m");
        let kept = "คำ\u{200b}ไทย\u{200d}\u{200c}\t\r\n\u{fffd}🙏";
        assert_eq!(without(kept), kept);
    }
}
