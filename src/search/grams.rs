//! In which documents every two and three characters stand that follow each other, and every code.

use super::code::{as_gram, codes};
use super::posting::Posting;
use super::shards::Piece;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Where pieces of text stand. Documents are counted from 0 in the order in which they are added.
#[derive(Debug)]
pub(super) struct Grams {
    /// By the characters of the piece, the first in the highest bits; two of them have nothing there.
    all: FxHashMap<u64, Posting>,
    codes: BTreeMap<String, Posting>,
    documents: u32,
    /// Pieces of the document that is added. Two thirds of the pieces of a text stood in it before, and to look here is
    /// far cheaper than among all.
    own: Vec<u64>,
}

/// A character takes so many bits.
const BITS: u32 = 21;
/// The bits of one, two and three characters.
const ONE: u64 = (1 << BITS) - 1;
const TWO: u64 = (1 << (2 * BITS)) - 1;
const THREE: u64 = (1 << (3 * BITS)) - 1;
/// So many bits the places in [`Grams::own`] have: they fit the cache of a processor.
const OWN: u32 = 13;

impl Default for Grams {
    fn default() -> Self {
        Self { all: FxHashMap::default(), codes: BTreeMap::new(), documents: 0, own: vec![0; 1 << OWN] }
    }
}

impl Grams {
    /// Adds a document by its normal text.
    pub(super) fn add(&mut self, normal: &str) {
        // No piece is nought.
        self.own.fill(0);
        let mut window = 0_u64;
        for char in normal.chars() {
            // A line ends what belongs together.
            if char == '\n' {
                window = 0;
                continue;
            }
            window = window << BITS & THREE | u64::from(u32::from(char));
            // Where all three stood before, so did the last two.
            if window > ONE && (window <= TWO || self.piece(window)) {
                self.piece(window & TWO);
            }
        }
        for (code, _) in codes(normal) {
            self.codes.entry(as_gram(code)).or_default().add(self.documents);
        }
        self.documents += 1;
    }

    /// Adds the documents of another, which come after those that are here.
    pub(super) fn append(&mut self, other: &Self) {
        for (key, posting) in &other.all {
            self.all.entry(*key).or_default().append(self.documents, posting);
        }
        for (code, posting) in &other.codes {
            self.codes.entry(code.clone()).or_default().append(self.documents, posting);
        }
        self.documents += other.documents;
    }

    /// Adds a piece; whether it may be the first of its document.
    #[inline]
    fn piece(&mut self, key: u64) -> bool {
        // The golden ratio spreads neighbours over all places.
        let place = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - OWN);
        let Some(own) = usize::try_from(place).ok().and_then(|place| self.own.get_mut(place)) else { return false };
        if *own == key {
            return false;
        }
        *own = key;
        match self.all.get_mut(&key) {
            Some(posting) => posting.add(self.documents),
            None => _ = self.all.insert(key, Posting::of([self.documents])),
        }
        true
    }

    /// The pieces, in any order.
    pub(super) fn into_pieces(self) -> impl Iterator<Item = Piece> {
        let pieces = self.all.into_iter().map(|(key, posting)| Piece { text: text(key), posting });
        pieces.chain(self.codes.into_iter().map(|(text, posting)| Piece { text, posting }))
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
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn documents_that_are_appended_are_those_that_were_added(
            normals in prop::collection::vec("[กขo1\n]{0,6}", 0..400),
            at in any::<prop::sample::Index>(),
        ) {
            let of = |normals: &[String]| {
                let mut grams = Grams::default();
                for normal in normals {
                    grams.add(normal);
                }
                grams
            };
            let (first, rest) = normals.split_at(at.index(normals.len() + 1));
            let mut appended = of(first);
            appended.append(&of(rest));
            let whole = of(&normals);
            prop_assert_eq!(appended.all, whole.all);
            prop_assert_eq!(appended.codes, whole.codes);
        }
    }
}
