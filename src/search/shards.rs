//! The files in which pieces of text are told with their documents, and the digest by which a browser knows beforehand
//! which of them it needs.

use super::posting::{Posting, documents};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How many bytes of text there are to a file, of which the documents then take about 16 kB: small enough that a search
/// of several pieces stays small, large enough that a site does not come to consist of them.
const SIZE: usize = 64 * 1024;
/// Most files, for any site.
const MOST: usize = 256;
/// How many places the digest has at least and at most. Two pieces that share one are taken for as frequent as the
/// more frequent of them.
const PLACES: (usize, usize) = (256, 32 * 1024);

/// A piece of text with its documents.
#[derive(Debug)]
pub(super) struct Piece {
    /// The piece.
    pub(super) text: String,
    /// Its documents.
    pub(super) posting: Posting,
}

/// How the pieces of a site are spread over its files, and over the digest. Both numbers are powers of two, and no more
/// files than places: all pieces of one place are in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// Which file a piece is in follows from its number ([`hash`]), which is divided by that of the files.
    pub(super) files: usize,
    /// The same for its place in the digest.
    pub(super) places: usize,
}

impl Layout {
    /// For so many bytes of text.
    pub(super) fn of(text: usize) -> Self {
        // How many different pieces there are grows with the root of the text, as Heaps' law has it of words.
        let places = (8 * text.isqrt()).next_power_of_two().clamp(PLACES.0, PLACES.1);
        Self { files: text.div_ceil(SIZE).next_power_of_two().min(MOST), places }
    }

    /// The file of a piece.
    pub(super) fn file(self, piece: &str) -> usize {
        hash(piece) % self.files
    }
}

/// How frequent the pieces are, by their places: nothing, or how many bits the count of their documents has, as a letter
/// from `b` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digest(Vec<u8>);

impl Digest {
    /// Of no piece.
    pub(super) fn new(layout: Layout) -> Self {
        Self(vec![b'a'; layout.places])
    }

    /// As it is written.
    pub(super) fn read(letters: String) -> Self {
        Self(letters.into_bytes())
    }

    /// How many places it has.
    pub(super) fn places(&self) -> usize {
        self.0.len()
    }

    /// Takes over what the pieces of one file have in their places.
    pub(super) fn put(&mut self, layout: Layout, number: usize, shard: &Shard) {
        for (place, letter) in (number..self.0.len()).step_by(layout.files).zip(&shard.frequencies) {
            self.0[place] = *letter;
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| fmt::Write::write_char(to, char::from(*letter)))
    }
}

/// A file of pieces.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Shard {
    /// The pieces, in order, a line each.
    pieces: String,
    /// How many bytes the documents of each take.
    lengths: Vec<usize>,
    /// The documents of all, one after the other, in Base64.
    documents: String,
    /// What stands in the digest for them, by its places that are of this file.
    #[serde(skip)]
    frequencies: Vec<u8>,
}

impl Shard {
    /// Of the pieces of a file, in any order.
    pub(super) fn new(layout: Layout, mut pieces: Vec<Piece>) -> Self {
        pieces.sort_unstable_by(|one, other| one.text.cmp(&other.text));
        let mut shard = Self { frequencies: vec![b'a'; layout.places / layout.files], ..Self::default() };
        let mut documents = Vec::new();
        for Piece { text, posting } in pieces {
            let bits = u32::BITS - posting.count.leading_zeros();
            let place = &mut shard.frequencies[hash(&text) % layout.places / layout.files];
            *place = (*place).max(b'a' + u8::try_from(bits).unwrap_or_default());
            if !shard.lengths.is_empty() {
                shard.pieces.push('\n');
            }
            shard.pieces.push_str(&text);
            shard.lengths.push(posting.bytes.len());
            documents.extend(posting.bytes);
        }
        Self { documents: STANDARD.encode(documents), ..shard }
    }

    /// The pieces that it was made of; `None` where it was not.
    pub(super) fn read(&self) -> Option<Vec<Piece>> {
        let bytes = STANDARD.decode(&self.documents).ok()?;
        let mut rest = bytes.as_slice();
        let pieces = self.pieces.lines().zip(&self.lengths).map(|(text, length)| {
            let (own, others) = rest.split_at_checked(*length)?;
            rest = others;
            Some(Piece { text: text.to_owned(), posting: Posting::of(documents(own)) })
        });
        pieces.collect()
    }
}

/// A number for a piece: FNV-1a over its UTF-16, of 32 bits, with the higher bits folded over the lower.
fn hash(text: &str) -> usize {
    let hash =
        text.encode_utf16().fold(0x811c_9dc5_u32, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    usize::try_from(hash ^ hash >> 15).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::hash;
    use serde_json::Value;

    #[test]
    fn numbers_of_pieces_are_those_of_the_script() {
        let table: Value = serde_json::from_str(include_str!("../../tests/search-text.json")).expect("JSON");
        for row in table["hash"].as_array().expect("rows") {
            assert_eq!(serde_json::json!(hash(row[0].as_str().expect("a text"))), row[1], "{row}");
        }
    }
}
