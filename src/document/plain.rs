//! Text files.

use super::pieces::Pieces;
use super::{Place, Unreadable};
use encoding_rs::{Encoding, UTF_8, WINDOWS_874};
use std::borrow::Cow;

/// Reads a text file as one piece.
pub fn read(bytes: &[u8], pieces: &mut Pieces) -> Result<(), Unreadable> {
    pieces.push(Place::Line { line: 1, column: 1 }, decode(bytes).into_owned(), String::new())
}

/// The text of bytes in UTF-8, in UTF-16 with its mark, or else in Windows-874, as Thai Excel and Notepad of old
/// write it (TIS-620 is a part of it). No bytes are refused: what is no text has no words in it either.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8.decode_without_bom_handling(bytes).0,
        None => WINDOWS_874.decode_without_bom_handling(bytes).0,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn thai_is_read_however_it_was_saved() {
        let (thai, _, _) = encoding_rs::WINDOWS_874.encode("บัญชี ๑");
        assert_eq!(decode(&thai), "บัญชี ๑");
        assert_eq!(decode("บัญชี ๑".as_bytes()), "บัญชี ๑");
        assert_eq!(decode("\u{feff}บัญชี ๑".as_bytes()), "บัญชี ๑");
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("บัญชี ๑".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&wide), "บัญชี ๑");
        assert_eq!(decode(b""), "");
    }
}
