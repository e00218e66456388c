//! In which documents a piece of text stands: numbers that rise, in few bytes.

/// The documents of one piece: how far each is from the one before, seven bits to a byte, the lowest first. The highest
/// bit says that more follow.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Posting {
    /// How many documents.
    pub(super) count: u32,
    /// One more than the last of them.
    next: u32,
    /// Which.
    pub(super) bytes: Vec<u8>,
}

impl Posting {
    /// Of documents in their order.
    pub(super) fn of(documents: impl IntoIterator<Item = u32>) -> Self {
        let mut posting = Self::default();
        documents.into_iter().for_each(|document| posting.add(document));
        posting
    }

    /// Adds a document, which is the last that was added, or comes after it.
    #[inline]
    pub(super) fn add(&mut self, document: u32) {
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

    /// Adds those of another, for which `from` was the number of the first document.
    pub(super) fn append(&mut self, from: u32, other: &Self) {
        let Some(first) = documents(&other.bytes).next() else { return };
        let length = 1 + other.bytes.iter().take_while(|byte| **byte > 0x7f).count();
        self.add(from + first);
        self.bytes.extend_from_slice(&other.bytes[length..]);
        self.next = from + other.next;
        self.count += other.count - 1;
    }
}

/// The documents that the bytes of a posting name.
pub(super) fn documents(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut next = 0_u32;
    let gaps = bytes.chunk_by(|byte, _| *byte > 0x7f);
    gaps.map(move |gap| {
        let gap = gap.iter().rev().fold(0_u32, |number, byte| number << 7 | u32::from(byte & 0x7f));
        let document = next.wrapping_add(gap);
        next = document.wrapping_add(1);
        document
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn documents_are_read_as_they_were_added(all in prop::collection::btree_set(0_u32..100_000, 0..20)) {
            let posting = Posting::of(all.iter().copied());
            prop_assert_eq!(documents(&posting.bytes).collect::<BTreeSet<_>>(), all);
        }
    }
}
