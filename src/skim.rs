//! Looks through long texts for what stands in few places of them, many bytes at once.

/// How many bytes are looked at in one go.
const AT_ONCE: usize = 64;
/// How many bytes tell whether something begins with the first of them.
const SIGHT: usize = 3;

/// The places at which something begins, as a byte and the two after it tell; after the last there are noughts.
pub fn places(bytes: &[u8], begins: impl Fn([u8; SIGHT]) -> bool + Copy) -> impl Iterator<Item = usize> {
    (0..bytes.len()).step_by(AT_ONCE).flat_map(move |from| {
        let window = window(&bytes[from..]);
        let at = move |at: usize| begins([window[at], window[at + 1], window[at + 2]]);
        // Without a way out, so that many bytes are compared at once.
        let all = if (0..AT_ONCE).fold(false, |any, place| any | at(place)) { AT_ONCE } else { 0 };
        (0..all.min(bytes.len() - from)).filter(move |place| at(*place)).map(move |place| from + place)
    })
}

/// The first bytes.
#[inline]
fn window(bytes: &[u8]) -> [u8; AT_ONCE + SIGHT - 1] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut window = [0; AT_ONCE + SIGHT - 1];
        window[..bytes.len()].copy_from_slice(bytes);
        window
    })
}

#[cfg(test)]
mod tests {
    use super::places;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_place_is_found_wherever_it_is(
            bytes in prop::collection::vec(prop_oneof![9 => Just(b'x'), 1 => b'a'..b'c'], 0..300)
        ) {
            let begins = |three: [u8; 3]| three[0] == b'a' && three[1] == b'b' && three[2] != b'a';
            let at = |at: usize| bytes.get(at).copied().unwrap_or_default();
            let plain: Vec<usize> = (0..bytes.len()).filter(|place| begins([at(*place), at(place + 1), at(place + 2)])).collect();
            prop_assert_eq!(places(&bytes, begins).collect::<Vec<_>>(), plain);
        }
    }
}
