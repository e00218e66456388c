//! Thai characters as their UTF-8 has them, for what goes through all texts of a site and asks little of each character.

/// How many bytes a Thai character takes.
pub const LENGTH: usize = 3;

/// The place in its block, U+0E00 to U+0E7F, of the Thai character with which `bytes` begin; `None` where they begin
/// with another.
#[inline]
#[must_use]
pub const fn first(bytes: &[u8]) -> Option<u8> {
    match bytes {
        [0xe0, second @ 0xb8..=0xb9, third, ..] => Some((*second & 1) << 6 | *third & 0x3f),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
