//! The files in which pieces of text are told with their documents, and the digest by which a browser knows beforehand
//! which of them it needs.

use super::grams::Posting;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

/// How many bytes of documents a file is to have: small enough that a search of several pieces stays small, large
/// enough that a site does not come to consist of them.
const SIZE: usize = 16 * 1024;
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

/// All pieces, as files.
#[derive(Debug)]
pub(super) struct Shards {
    /// Which file a piece is in follows from its number ([`hash`]), which is divided by that of the files.
    pub(super) files: Vec<File>,
    /// How frequent the pieces are, by their numbers divided by the length of this: nothing, or how many bits the count
    /// of their documents has, as a letter from `b` on.
    pub(super) digest: String,
}

/// A file of pieces.
#[derive(Debug, Default, Serialize)]
pub(super) struct File {
    /// The pieces, in order, a line each.
    pieces: String,
    /// How many bytes the documents of each take.
    lengths: Vec<usize>,
    /// The documents of all, one after the other, in Base64.
    documents: String,
}

impl Shards {
    /// The pieces, in any order.
    pub(super) fn new(mut pieces: Vec<Piece>) -> Self {
        pieces.sort_unstable_by(|one, other| one.text.cmp(&other.text));
        let total: usize = pieces.iter().map(|piece| piece.posting.bytes.len()).sum();
        let count = total.div_ceil(SIZE).next_power_of_two().min(MOST);
        let places = (pieces.len() / 2).next_power_of_two().clamp(PLACES.0, PLACES.1);
        let mut digest = vec![b'a'; places];
        let mut files: Vec<(File, Vec<u8>)> = std::iter::repeat_with(Default::default).take(count).collect();
        for Piece { text, posting } in pieces {
            let number = hash(&text);
            let place = &mut digest[number % places];
            let bits = u32::BITS - posting.count.leading_zeros();
            *place = (*place).max(b'a' + u8::try_from(bits).unwrap_or_default());
            let (file, documents) = &mut files[number % count];
            if !file.lengths.is_empty() {
                file.pieces.push('\n');
            }
            file.pieces.push_str(&text);
            file.lengths.push(posting.bytes.len());
            documents.extend(posting.bytes);
        }
        let files = files.into_iter().map(|(file, documents)| File { documents: STANDARD.encode(documents), ..file });
        Self { files: files.collect(), digest: digest.into_iter().map(char::from).collect() }
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
