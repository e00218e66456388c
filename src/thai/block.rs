//! Thai characters as their UTF-8 has them, for what goes through all texts of a site and asks little of each character.

/// How many bytes a Thai character takes.
pub const LENGTH: usize = 3;

/// The place in its block, U+0E00 to U+0E7F, of the Thai character with which `bytes` begin; `None` where they begin
/// with another.
#[inline]
#[must_use]
pub const fn first(bytes: &[u8]) -> Option<u8> {
    match bytes {
        [0xe0, second @ 0xb8..=0xb9, third, ..] => Some(place(*second, *third)),
        _ => None,
    }
}

/// How many characters [`eight`] tells at once.
pub const EIGHT: usize = 8;

/// The places in their block of eight Thai characters that `bytes` begin with; `None` where one of them is another.
#[inline]
#[must_use]
pub fn eight(bytes: &[u8]) -> Option<[u8; EIGHT]> {
    /// The bits that all Thai characters share, and these bits.
    const SHARED: [u64; LENGTH] = words([0xff, 0xfe, 0]);
    const START: [u64; LENGTH] = words([0xe0, 0xb8, 0]);
    let bytes: &[u8; EIGHT * LENGTH] = bytes.first_chunk()?;
    let (words, _) = bytes.as_chunks();
    let [first, second, third] = words else { return None };
    let is_thai = |word: [u8; 8], at: usize| u64::from_le_bytes(word) & SHARED[at] == START[at];
    if !(is_thai(*first, 0) && is_thai(*second, 1) && is_thai(*third, 2)) {
        return None;
    }
    let at = |character: usize| place(bytes[character * LENGTH + 1], bytes[character * LENGTH + 2]);
    Some([at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)])
}

/// The place that the second and the third byte of a Thai character give it.
#[inline]
const fn place(second: u8, third: u8) -> u8 {
    (second & 1) << 6 | third & 0x3f
}

/// The bytes of a character over and over, as eight of them have it, in words of eight bytes.
const fn words(character: [u8; LENGTH]) -> [u64; LENGTH] {
    let mut words = [0; LENGTH];
    let mut at = 0;
    while at < EIGHT * LENGTH {
        words[at / EIGHT] |= (character[at % LENGTH] as u64) << (at % EIGHT * 8);
        at += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_are_told_where_all_of_them_are_thai(text in "[ก-๙\u{e00}\u{e7f}]{0,9}[ก-๙ a\u{dff}\u{e80}é😀]{0,9}") {
            let places: Option<Vec<u8>> =
                text.chars().take(EIGHT).map(|char| first(char.encode_utf8(&mut [0; 4]).as_bytes())).collect();
            let told = places.filter(|places| places.len() == EIGHT);
            prop_assert_eq!(eight(text.as_bytes()).map(Vec::from), told);
        }
    }

    #[test]
    fn every_character_of_the_block_has_its_place_and_no_other_has_one() {
        for char in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let bytes = char.encode_utf8(&mut bytes).as_bytes();
            let place = u32::from(char).checked_sub(0xe00).filter(|place| *place < 0x80);
            assert_eq!(first(bytes).map(u32::from), place, "{char:?}");
            assert!(place.is_none() || bytes.len() == LENGTH);
        }
    }
}
