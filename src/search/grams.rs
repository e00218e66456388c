//! In which documents every two and three characters stand that follow each other, and every code.

use super::code::{as_gram, codes};
use super::shards::{Piece, Shards};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Where pieces of text stand. Documents are counted from 0 in the order in which they are added.
#[derive(Debug)]
pub(super) struct Grams {
    /// By the characters of the piece, the first in the highest bits; two of them have nothing there.
    all: FxHashMap<u64, Posting>,
    codes: BTreeMap<String, Posting>,
    documents: u32,
    /// Pieces that were added lately, each with its document. Half of the pieces of a text stood in it before, and to
    /// look here is far cheaper than among all.
    lately: Vec<(u64, u32)>,
}

/// The documents of one piece: how far each is from the one before, seven bits to a byte, the lowest first. The highest
/// bit says that more follow.
#[derive(Debug, Default)]
pub(super) struct Posting {
    /// How many documents.
    pub(super) count: u32,
    /// One more than the last of them.
    next: u32,
    /// Which.
    pub(super) bytes: Vec<u8>,
}

impl Posting {
    /// Adds a document, which is the last that was added, or comes after it.
    fn add(&mut self, document: u32) {
        if self.next > document {
            return;
        }
        let mut gap = document - self.next;
        while gap > 0x7f {
            self.bytes.push(u8::try_from(gap & 0x7f).unwrap_or_default() | 0x80);
            gap >>= 7;
        }
        self.bytes.push(u8::try_from(gap).unwrap_or_default());
        self.next = document + 1;
        self.count += 1;
    }
}

/// A character takes so many bits.
const BITS: u32 = 21;
/// So many bits the places in [`Grams::lately`] have: they fit the cache of a processor.
const LATELY: u32 = 12;

impl Default for Grams {
    fn default() -> Self {
        Self {
            all: FxHashMap::default(),
            codes: BTreeMap::new(),
            documents: 0,
            // No piece is nought.
            lately: vec![(0, 0); 1 << LATELY],
        }
    }
}

impl Grams {
    /// Adds a document by its normal text.
    pub(super) fn add(&mut self, normal: &str) {
        let document = self.documents;
        for line in normal.lines() {
            let (mut before, mut last) = (0_u64, 0_u64);
            for char in line.chars() {
                let char = u64::from(u32::from(char));
                if last != 0 {
                    self.piece(last << BITS | char, document);
                }
                if before != 0 {
                    self.piece(before << (2 * BITS) | last << BITS | char, document);
                }
                (before, last) = (last, char);
            }
        }
        for (code, _) in codes(normal) {
            self.codes.entry(as_gram(code)).or_default().add(document);
        }
        self.documents += 1;
    }

    fn piece(&mut self, key: u64, document: u32) {
        // The golden ratio spreads neighbours over all places.
        let place = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - LATELY);
        let Some(lately) = usize::try_from(place).ok().and_then(|place| self.lately.get_mut(place)) else { return };
        if *lately != (key, document) {
            *lately = (key, document);
            self.all.entry(key).or_default().add(document);
        }
    }

    /// The same as files.
    pub(super) fn into_shards(self) -> Shards {
        let pieces = self.all.into_iter().map(|(key, posting)| Piece { text: text(key), posting });
        let codes = self.codes.into_iter().map(|(text, posting)| Piece { text, posting });
        Shards::new(pieces.chain(codes).collect())
    }
}

/// The characters of a piece.
fn text(key: u64) -> String {
    let char = |place: u32| u32::try_from(key >> (place * BITS) & ((1 << BITS) - 1)).ok().and_then(char::from_u32);
    (0..3).rev().filter_map(char).filter(|char| *char != '\0').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_two_and_three_characters_and_codes_lead_to_their_documents() {
        let mut grams = Grams::default();
        for normal in ["กขค\nงก", "ขค", "o12", &"x".repeat(9)] {
            grams.add(normal);
        }
        (0..300).for_each(|_| grams.add(""));
        grams.add("กข");
        let found: BTreeMap<String, Vec<u8>> =
            grams.all.into_iter().map(|(key, posting)| (text(key), posting.bytes)).collect();
        assert_eq!(found["กข"], [0, 0xaf, 2], "the first, and 304 after it");
        assert_eq!((&found["กขค"], &found["ขค"], &found["xx"]), (&vec![0], &vec![0, 0], &vec![3]));
        assert!(!found.contains_key("คง"), "a line ends what belongs together");
        assert_eq!(grams.codes.keys().collect::<Vec<_>>(), ["O12"]);
    }
}
