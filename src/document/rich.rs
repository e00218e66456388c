//! Rich text (RTF), as old word processors write it.

use super::pieces::Pieces;
use super::{Part, Place, Unreadable};
use encoding_rs::WINDOWS_874;

/// Lists within a file that are no text: fonts, styles, pictures, and the like.
const LISTS: [&[u8]; 7] = [b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"themedata", b"datastore"];
/// Words that end a line, and those that end a field of one.
const LINES: [&[u8]; 4] = [b"par", b"line", b"row", b"sect"];
const FIELDS: [&[u8]; 2] = [b"tab", b"cell"];

/// Reads an `.rtf` as one piece; bytes of old code pages are taken for Thai.
pub fn read(bytes: &[u8], pieces: &mut Pieces) -> Result<(), Unreadable> {
    if !bytes.starts_with(b"{\\rtf") {
        return Err(Unreadable::Damaged("it does not begin as RTF".to_owned()));
    }
    let mut reading = Reading::default();
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b'{' => reading.depth += 1,
            b'}' => reading.close(),
            b'\\' => rest = reading.control(after),
            b'\r' | b'\n' => {}
            other => reading.byte(*other),
        }
    }
    reading.flush();
    pieces.push(Place::Paragraph { part: Part::Body, number: 1, in_table: false }, reading.text, String::new())?;
    if reading.depth > 0 { Err(Unreadable::Damaged("its text breaks off".to_owned())) } else { Ok(()) }
}

#[derive(Default)]
struct Reading {
    text: String,
    /// Bytes of the code page that have not become text yet.
    bytes: Vec<u8>,
    depth: usize,
    /// The depth at which a list began that is no text.
    list: Option<usize>,
    /// How many characters are left of those that stand in for one of Unicode.
    stand_ins: usize,
}

impl Reading {
    fn close(&mut self) {
        if self.list.is_some_and(|list| self.depth <= list) {
            self.list = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Takes a control word, of which `rest` has all but the stroke, and gives back what follows.
    fn control<'b>(&mut self, rest: &'b [u8]) -> &'b [u8] {
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, after) = rest.split_at(letters);
        if word.is_empty() {
            return self.sign(rest);
        }
        let number =
            after.iter().enumerate().take_while(|(at, byte)| byte.is_ascii_digit() || *at == 0 && **byte == b'-');
        let (digits, after) = after.split_at(number.count());
        let number: Option<i32> = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
        if LISTS.contains(&word) {
            self.list = self.list.or(Some(self.depth));
        } else if LINES.contains(&word) {
            self.push('\n');
        } else if FIELDS.contains(&word) {
            self.push('\t');
        } else if word == b"u" {
            // Numbers of more than 15 bits are written as negative ones.
            let code = number.and_then(|number| u32::try_from(number.rem_euclid(0x1_0000)).ok());
            self.push(code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER));
            self.stand_ins = 1;
        }
        after.strip_prefix(b" ").unwrap_or(after)
    }

    /// Takes a sign after a stroke.
    fn sign<'b>(&mut self, rest: &'b [u8]) -> &'b [u8] {
        match rest {
            [b'\'', code @ ..] => {
                let byte = code.get(..2).and_then(|code| std::str::from_utf8(code).ok());
                if let Some(byte) = byte.and_then(|code| u8::from_str_radix(code, 16).ok()) {
                    self.byte(byte);
                }
                code.get(2..).unwrap_or_default()
            }
            [b'*', after @ ..] => {
                self.list = self.list.or(Some(self.depth));
                after
            }
            [b'~', after @ ..] => {
                self.push(' ');
                after
            }
            [b'_', after @ ..] => {
                self.push('-');
                after
            }
            [sign @ (b'\\' | b'{' | b'}'), after @ ..] => {
                self.byte(*sign);
                after
            }
            [_, after @ ..] => after,
            [] => rest,
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.stand_ins > 0 {
            self.stand_ins -= 1;
        } else if self.list.is_none() {
            self.bytes.push(byte);
        }
    }

    fn push(&mut self, char: char) {
        self.flush();
        if self.list.is_none() {
            self.text.push(char);
        }
    }

    fn flush(&mut self) {
        self.text.push_str(&WINDOWS_874.decode_without_bom_handling(&self.bytes).0);
        self.bytes.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::document::format::Format;
    use crate::document::{Document, LONGEST, Unreadable};
    use std::time::Instant;

    fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
        Format::Rich.read(bytes.to_vec(), Instant::now() + LONGEST)
    }

    #[test]
    fn text_is_taken_out_of_its_dress() {
        let file = br"{\rtf1\ansi\ansicpg874{\fonttbl{\f0 Angsana;}}{\*\generator Word 1234567890121;}\f0\fs32 1-2345-{\b 67890}-12-1\par
\'c3\'c7\'c1 \u3585?\u-1000?\cell \{x\}\~y\par}";
        let document = read(file).expect("a text");
        assert_eq!(document.pieces[0].text, "1-2345-67890-12-1\nรวม ก\u{fc18}\t{x} y\n");
        assert!(read(b"{\\rtf1 {\\b}").is_err() && read(b"text").is_err());
        let cut = read(b"{\\rtf1 {\\b x}").expect("its beginning");
        assert!(cut.pieces[0].text == "x" && cut.unread.is_some(), "{cut:?}");
    }
}
