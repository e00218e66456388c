//! A page as a template writes it: in bytes, piece by piece.

use crate::unseen::{has_unseen, is_unseen};
use std::io;

/// As many bytes as most pages have, and no more than are held before they become text: of a large page, nothing but
/// its text grows.
const PART: usize = 32 << 10;

/// A page without what no reader sees.
#[derive(Debug)]
pub struct Writing {
    page: String,
    /// What was written last.
    part: Vec<u8>,
}

impl Writing {
    /// An empty page.
    pub fn new() -> Self {
        Self { page: String::new(), part: Vec::with_capacity(PART) }
    }

    /// The page that was written.
    ///
    /// # Errors
    /// Where it ends within a character.
    pub fn page(mut self) -> io::Result<String> {
        self.read()?;
        if self.part.is_empty() { Ok(self.page) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// Makes text of what was written, but for a character that is not whole yet.
    fn read(&mut self) -> io::Result<()> {
        let (text, rest) = match simdutf8::compat::from_utf8(&self.part) {
            Ok(text) => (text, 0),
            Err(error) if error.error_len().is_none() => {
                let (text, rest) = self.part.split_at(error.valid_up_to());
                (simdutf8::basic::from_utf8(text).map_err(io::Error::other)?, rest.len())
            }
            Err(error) => return Err(io::Error::other(error)),
        };
        if has_unseen(text) {
            self.page.extend(text.chars().filter(|char| !is_unseen(*char)));
        } else {
            self.page.push_str(text);
        }
        self.part.drain(..self.part.len() - rest);
        Ok(())
    }
}

impl io::Write for Writing {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    /// Templates write many short pieces.
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.part.len() + bytes.len() > PART {
            self.read()?;
        }
        self.part.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unseen::without_unseen;
    use proptest::prelude::*;
    use std::io::Write;

    fn written(pieces: &[&[u8]]) -> io::Result<String> {
        let mut writing = Writing::new();
        for piece in pieces {
            writing.write_all(piece)?;
        }
        writing.page()
    }

    proptest! {
        #[test]
        fn a_page_is_what_was_written_however_it_was_cut(
            text in "([ก-๙a-z<>]|😀|\u{202e}|\u{1b}){0,80}", times in 1..700_usize, cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)
        ) {
            let text = text.repeat(times);
            let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
            cuts.extend([0, text.len()]);
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &text.as_bytes()[cut[0]..cut[1]]).collect();
            prop_assert_eq!(written(&pieces).expect("text"), without_unseen(text.clone()));
        }
    }

    #[test]
    fn what_is_no_text_is_no_page() {
        for bytes in [&b"a\xff"[..], b"\xe0\xb8", b"\xe0\xb8a"] {
            assert!(written(&[bytes]).is_err(), "{bytes:?}");
        }
    }
}
