//! Bytes of a file as text, on whichever system it was saved.
//!
//! It knows encodings and line ends, and nothing of what a text says.

use crate::diagnostic::{Location, Message};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_874};
use memchr::memchr;
use std::ops::Range;

/// With which some editors begin a file.
const MARK: char = '\u{feff}';

/// The text of a file, in which every line ends in `\n` alone.
#[derive(Debug)]
pub struct Text {
    /// What it says; a byte order mark stays.
    pub text: String,
    /// Whether its first line ended in `\r\n`, as Windows writes them.
    pub returns: bool,
}

/// Why bytes are no text in UTF-8.
#[derive(Debug)]
pub struct NoText {
    /// Where.
    pub place: Location,
    /// What is wrong.
    pub message: Message,
}

/// How to save a text as it is read.
pub const SAVE_AS: (&str, &str) = (
    "เปิดแฟ้มในโปรแกรมแก้ไขข้อความ แล้วบันทึกใหม่โดยเลือกการเข้ารหัส (encoding) เป็น UTF-8 (ใน Notepad: File → Save As → Encoding)",
    "open it in a text editor and save it with the encoding UTF-8 (in Notepad: File → Save As → Encoding)",
);

impl Text {
    /// The text of the file that is called `name` when speaking to the person.
    ///
    /// # Errors
    /// Where it is not UTF-8.
    pub fn of(bytes: &[u8], name: &str) -> Result<Self, Box<NoText>> {
        if let Some((encoding, written)) = utf_16(bytes) {
            let (shown, _) = encoding.decode_without_bom_handling(written);
            return Err(Box::new(saved_as(encoding, "Unicode", name, &shown, 0)));
        }
        // Of letters of three bytes it reads many at once, where the standard library goes from one to the next.
        match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => Ok(Self { returns: ends_in_return(text), text: with_line_feeds(text.to_owned()) }),
            Err(error) => Err(Box::new(no_text(bytes, error.valid_up_to(), name))),
        }
    }
}

/// A text with the line ends, and the mark or none, that another file has.
#[must_use]
pub fn saved_like(text: &str, mark: bool, returns: bool) -> String {
    let text = if returns { text.replace('\n', "\r\n") } else { text.to_owned() };
    if mark { format!("{MARK}{text}") } else { text }
}

/// Whether a text begins with a byte order mark.
#[must_use]
pub fn has_mark(text: &str) -> bool {
    text.starts_with(MARK)
}

/// Whether the first line of a text ends as Windows writes lines.
#[must_use]
pub fn ends_in_return(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'))
}

/// A text without the byte order mark with which it may begin.
#[must_use]
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// The text with `\n` for every line end. YAML and Markdown take a single `\r` for one too.
#[must_use]
pub fn with_line_feeds(text: String) -> String {
    if memchr(b'\r', text.as_bytes()).is_some() { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The form of UTF-16 in which a text was saved, and its bytes without the mark. Records and templates begin with a sign
/// of ASCII, which is followed or preceded by a zero there, as are some pictures and fonts.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    let is_text = |encoding: &'static Encoding| {
        let read = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        read.is_some_and(|text| !text.contains(|char: char| char.is_control() && !matches!(char, '\t' | '\n' | '\r')))
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some((UTF_16LE, rest)),
        [0xfe, 0xff, rest @ ..] => Some((UTF_16BE, rest)),
        [1..=u8::MAX, 0, ..] if is_text(UTF_16LE) => Some((UTF_16LE, bytes)),
        [0, 1..=u8::MAX, ..] if is_text(UTF_16BE) => Some((UTF_16BE, bytes)),
        _ => None,
    }
}

/// The problem of bytes of which so many are UTF-8.
fn no_text(bytes: &[u8], good: usize, name: &str) -> NoText {
    let is_thai = |byte: &u8| matches!(byte, 0..=0x80 | 0x85 | 0x91..=0x97 | 0xa0..=0xda | 0xdf..=0xfb);
    if bytes.iter().all(is_thai) && !bytes.contains(&0) {
        let shown = WINDOWS_874.decode_without_bom_handling(bytes).0;
        // Two Thai letters may make one of UTF-8 by chance: the first that is no ASCII is the first that is wrong.
        let at = shown.find(|char: char| !char.is_ascii()).unwrap_or_default();
        return saved_as(WINDOWS_874, "ANSI", name, &shown, at);
    }
    let message = Message::new("แฟ้มไม่ได้บันทึกแบบ UTF-8", "the file is not UTF-8");
    // What is no text at all is not shown.
    if bytes.contains(&0) {
        return NoText { place: Location::file(name), message };
    }
    let shown = String::from_utf8_lossy(bytes);
    NoText { place: Location::in_text(name, &shown, good..good + '\u{fffd}'.len_utf8()), message }
}

/// The problem of a text that was saved in another encoding, which Notepad has another word for.
fn saved_as(encoding: &'static Encoding, notepad: &str, name: &str, shown: &str, at: usize) -> NoText {
    let encoding = match encoding.name() {
        "windows-874" => "Windows-874",
        name => name,
    };
    let message = Message::new(
        format!("แฟ้มบันทึกแบบ {encoding} (Notepad เรียกว่า {notepad}) ไม่ใช่ UTF-8"),
        format!("the file is saved as {encoding} (“{notepad}” in Notepad), and not as UTF-8"),
    );
    NoText { place: Location::in_text(name, &with_line_feeds(shown.to_owned()), first(shown, at)), message }
}

/// The bytes of the character that stands at a byte of a text, once its line ends are `\n`.
fn first(shown: &str, at: usize) -> Range<usize> {
    let before = with_line_feeds(shown[..at].to_owned()).len();
    before..before + shown[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bytes_that_are_no_text_are_told_where_they_stand() {
        for (bytes, line, column, said) in [
            (&b"\xff\xfe-\0-\0"[..], 1, 1, "UTF-16LE"),
            (b"\xfe\xff\0-\0-", 1, 1, "UTF-16BE"),
            (b"a\r\nb\r\nc: \xa1\xd2", 3, 4, "Windows-874"),
            (b"a\rb: \x80", 2, 4, "Windows-874"),
            (b"a\nb\xe0\xb8\x81\xe0\xb8", 2, 3, "not UTF-8"),
            (b"\xff\xfe", 1, 1, "UTF-16LE"),
            (b"\x89PNG\0\0", 0, 0, "not UTF-8"),
            (b"\0\x01\0\0\xff", 0, 0, "not UTF-8"),
        ] {
            let fault = Text::of(bytes, "x").expect_err("no text");
            assert_eq!((fault.place.line(), fault.place.column()), (line, column), "{bytes:?}");
            assert!(fault.message.en.contains(said), "{bytes:?}: {}", fault.message.en);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_text_or_told(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            if let Ok(text) = Text::of(&bytes, "x") {
                prop_assert!(!text.text.contains('\r'));
            }
        }

        #[test]
        fn what_is_saved_like_a_file_reads_as_it_was(
            lines in prop::collection::vec("[ก-ฮa-c ]{0,6}", 1..6), mark in any::<bool>(), returns in any::<bool>()
        ) {
            let text = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>();
            let read = Text::of(saved_like(&text, mark, returns).as_bytes(), "x").expect("UTF-8");
            prop_assert_eq!((has_mark(&read.text), read.returns), (mark, returns));
            prop_assert_eq!(read.text.trim_start_matches(MARK), text);
        }
    }
}
