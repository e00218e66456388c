//! The part of a file that a request wants: of a large one, browsers ask for what is shown.

use std::ops::Range;

/// Which bytes of a file are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// These.
    Bytes(Range<u64>),
    /// There are none such.
    Outside,
}

/// The part that a field `Range` names of `length` bytes. Several parts at once, and other units than bytes, are
/// answered with the whole, as they may be.
pub fn part(field: Option<&str>, length: u64) -> Part {
    let Some((first, last)) = field.and_then(|field| field.trim().strip_prefix("bytes=")?.split_once('-')) else {
        return Part::Whole;
    };
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten();
    let range = match (first.is_empty(), last.is_empty(), number(first), number(last)) {
        (true, false, _, Some(count)) => length.saturating_sub(count)..length,
        (false, true, Some(first), _) => first..length,
        (false, false, Some(first), Some(last)) if first <= last => first..length.min(last.saturating_add(1)),
        _ => return Part::Whole,
    };
    if range.is_empty() { Part::Outside } else { Part::Bytes(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cut_at_the_end() {
        for (field, wanted) in [
            ("bytes=0-0", Part::Bytes(0..1)),
            ("bytes=2-", Part::Bytes(2..10)),
            ("bytes=2-99", Part::Bytes(2..10)),
            ("bytes=-3", Part::Bytes(7..10)),
            ("bytes=-99", Part::Bytes(0..10)),
            ("bytes=10-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=18446744073709551615-18446744073709551615", Part::Outside),
            ("bytes=3-2", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("items=0-1", Part::Whole),
        ] {
            assert_eq!(part(Some(field), 10), wanted, "{field}");
        }
        assert_eq!(part(None, 10), Part::Whole);
    }
}
