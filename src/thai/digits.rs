//! Thai and Arabic digits: turning one kind into the other, and reading numbers in either.
//!
//! It does not know what a number counts: no units, no eras, no levels.

use std::borrow::Cow;

/// The kind of digit in which numbers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Numerals {
    /// ๐๑๒๓๔๕๖๗๘๙
    #[default]
    Thai,
    /// 0123456789
    Arabic,
}

impl Numerals {
    /// The text with every digit, Thai or Arabic, turned into this kind. All else stays as it is, and a text
    /// that has nothing to turn is not copied.
    #[must_use]
    pub fn show(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Thai => to_thai(text),
            Self::Arabic => to_arabic(text),
        }
    }

    /// A text whose digits are Arabic, with digits of this kind.
    #[must_use]
    pub fn of_arabic(self, text: String) -> String {
        match self {
            Self::Thai => to_thai(&text).into_owned(),
            Self::Arabic => text,
        }
    }
}

/// The text with ๐–๙ turned into 0–9.
#[must_use]
pub fn to_arabic(text: &str) -> Cow<'_, str> {
    turn(text, arabic_digit)
}

/// The text with 0–9 turned into ๐–๙.
#[must_use]
pub fn to_thai(text: &str) -> Cow<'_, str> {
    turn(text, thai_digit)
}

/// The Arabic digit for a Thai one; `None` for any other character.
#[must_use]
pub fn arabic_digit(c: char) -> Option<char> {
    other_digit(c, '๐', '0')
}

fn thai_digit(c: char) -> Option<char> {
    other_digit(c, '0', '๐')
}

fn other_digit(c: char, from_zero: char, to_zero: char) -> Option<char> {
    let value = u32::from(c).checked_sub(u32::from(from_zero))?;
    if value > 9 {
        return None;
    }
    char::from_u32(u32::from(to_zero) + value)
}

fn turn(text: &str, digit: fn(char) -> Option<char>) -> Cow<'_, str> {
    if text.chars().any(|c| digit(c).is_some()) {
        Cow::Owned(text.chars().map(|c| digit(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Reads a decimal number in Thai or Arabic digits: `80.42`, `๘๐.๔๒`, `-1,250.5`.
///
/// White space around it is ignored. Commas must stand where thousands are parted (`1,250`, never `12,50`,
/// nor `0,125`, which is somebody's decimal comma). Digits must follow a decimal point, so that the `๑.` of
/// a list is no number. `None` for anything else, and for a number too large to be finite.
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let text = to_arabic(text.trim());
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, part) = match text.split_once('.') {
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => (whole, part),
        Some(_) => return None,
        None => (text, "0"),
    };
    let whole = if whole.is_empty() && text.starts_with('.') { Cow::Borrowed("0") } else { without_commas(whole)? };
    let value: f64 = format!("{whole}.{part}").parse().ok()?;
    // A negative zero would be shown as "-0".
    let value = if negative && value != 0.0 { -value } else { value };
    value.is_finite().then_some(value)
}

/// Reads a whole number without a sign, in Thai or Arabic digits: `43`, `๔๓`, `1,250`.
///
/// White space around it is ignored; commas as in [`parse_number`]. `None` for anything else, and above
/// [`u32::MAX`].
#[must_use]
pub fn parse_whole(text: &str) -> Option<u32> {
    without_commas(&to_arabic(text.trim()))?.parse().ok()
}

/// ASCII digits, with the commas between thousands taken out; `None` if anything else, or a comma elsewhere.
fn without_commas(text: &str) -> Option<Cow<'_, str>> {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let Some((head, tail)) = text.split_once(',') else {
        return digits(text).then_some(Cow::Borrowed(text));
    };
    let well_placed = digits(head)
        && head.len() <= 3
        && !head.starts_with('0')
        && tail.split(',').all(|group| group.len() == 3 && digits(group));
    well_placed.then(|| Cow::Owned(text.replace(',', "")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shows_digits_of_either_kind_in_one_kind() {
        assert_eq!(Numerals::Thai.show("ข้อ 1๒ (O43)"), "ข้อ ๑๒ (O๔๓)");
        assert_eq!(Numerals::Arabic.show("ข้อ 1๒ (O43)"), "ข้อ 12 (O43)");
        assert!(matches!(Numerals::Arabic.show("ไม่มีเลข 7"), Cow::Borrowed(_)));
        assert_eq!(to_thai("ปี ๒๕66 ำ"), "ปี ๒๕๖๖ ำ");
    }

    #[test]
    fn reads_numbers() {
        for (text, value) in [
            ("80.42", 80.42),
            ("๘๐.๔๒", 80.42),
            (" ๑๐๐ ", 100.0),
            ("\u{a0}5\n", 5.0),
            ("-1.5", -1.5),
            ("\u{2212}๑.๕", -1.5),
            ("+3", 3.0),
            ("1,250,000.25", 1_250_000.25),
            ("๑,๒๕๐", 1250.0),
            (".5", 0.5),
            ("007", 7.0),
            ("๑2", 12.0),
        ] {
            let read = parse_number(text).unwrap_or(f64::NAN);
            assert!((read - value).abs() < 1e-9, "{text}: {read}");
        }
        assert!(parse_number("-0").is_some_and(f64::is_sign_positive));
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "",
            " ",
            ".",
            "-",
            "+-1",
            "1.",
            "๑.",
            "1.2.3",
            "12,50",
            "0,125",
            "1,2500",
            ",100",
            "1,,000",
            "1,000,",
            "1e5",
            "inf",
            "NaN",
            "0x10",
            "๘๐ คะแนน",
            "1 000",
            "--1",
            "1.0,000",
            "½",
            "٣",
        ] {
            assert_eq!(parse_number(text), None, "{text}");
        }
        assert_eq!(parse_number(&"9".repeat(400)), None);
    }

    #[test]
    fn reads_whole_numbers() {
        assert_eq!(parse_whole(" ๔๓ "), Some(43));
        assert_eq!(parse_whole("1,250"), Some(1250));
        assert_eq!(parse_whole("4294967295"), Some(u32::MAX));
        for text in ["", "-1", "+1", "1.0", "4294967296", "1,25", "สี่"] {
            assert_eq!(parse_whole(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn thai_and_arabic_are_inverse_on_digits(digits in "[0-9]{0,30}") {
            let thai = to_thai(&digits);
            prop_assert!(thai.chars().all(|c| ('๐'..='๙').contains(&c)));
            prop_assert_eq!(to_arabic(&thai), digits.as_str());
        }

        #[test]
        fn showing_changes_digits_only(text in any::<String>()) {
            let (thai, arabic) = (to_thai(&text), to_arabic(&text));
            prop_assert_eq!(to_arabic(&thai), arabic.as_ref());
            prop_assert_eq!(to_thai(&arabic), thai.as_ref());
            prop_assert_eq!(thai.chars().count(), text.chars().count());
        }

        #[test]
        fn a_printed_number_reads_back(value in -1e12_f64..1e12) {
            let text = format!("{value:.4}");
            let read = parse_number(&to_thai(&text));
            prop_assert_eq!(read, text.parse().ok());
            prop_assert_eq!(read, parse_number(&text));
        }

        #[test]
        fn a_whole_number_reads_back(value in any::<u32>()) {
            prop_assert_eq!(parse_whole(&to_thai(&value.to_string())), Some(value));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), near in "[-+.,๐-๙0-9 ]{0,20}") {
            for text in [text, near] {
                let _ = (parse_number(&text), parse_whole(&text));
            }
        }
    }
}
