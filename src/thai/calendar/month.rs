//! The twelve months and their names in Thai and English.
//!
//! It does not know in which year a month lies.

use crate::thai::notation::{Reading, Token, pieces};
use jiff::civil::Date;

/// A month of the year; ordered from January to December.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Month {
    /// มกราคม
    January,
    /// กุมภาพันธ์
    February,
    /// มีนาคม
    March,
    /// เมษายน
    April,
    /// พฤษภาคม
    May,
    /// มิถุนายน
    June,
    /// กรกฎาคม
    July,
    /// สิงหาคม
    August,
    /// กันยายน
    September,
    /// ตุลาคม
    October,
    /// พฤศจิกายน
    November,
    /// ธันวาคม
    December,
}

impl Month {
    /// From January to December.
    pub const ALL: [Self; 12] = [
        Self::January,
        Self::February,
        Self::March,
        Self::April,
        Self::May,
        Self::June,
        Self::July,
        Self::August,
        Self::September,
        Self::October,
        Self::November,
        Self::December,
    ];

    /// The month of that number, 1–12.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The month in which a day lies.
    #[must_use]
    pub fn of(date: Date) -> Self {
        // A `Date` has no other months than 1–12.
        u8::try_from(date.month()).ok().and_then(Self::from_number).unwrap_or(Self::January)
    }

    /// 1–12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The months before this one in a fiscal year: 0 for October, 11 for September.
    #[must_use]
    pub const fn fiscal_index(self) -> u8 {
        (self as u8 + 3) % 12
    }

    /// กุมภาพันธ์
    #[must_use]
    pub const fn thai(self) -> &'static str {
        THAI[self as usize]
    }

    /// ก.พ.
    #[must_use]
    pub const fn thai_short(self) -> &'static str {
        THAI_SHORT[self as usize]
    }

    /// February
    #[must_use]
    pub const fn english(self) -> &'static str {
        ENGLISH[self as usize]
    }

    /// Feb
    #[must_use]
    pub fn english_short(self) -> &'static str {
        // Every English name begins with its own abbreviation.
        self.english().get(..3).unwrap_or_default()
    }

    /// Reads one month's name, and nothing else: กุมภาพันธ์, ก.พ., ก.พ, กพ, ก. พ., February, Feb, with or
    /// without เดือน before it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let pieces = pieces(text, Reading::Notation).ok()?;
        match pieces.iter().map(|piece| piece.token).collect::<Vec<_>>()[..] {
            [Token::Month(month)] | [Token::MonthWord, Token::Month(month)] => Some(month),
            _ => None,
        }
    }
}

const THAI: [&str; 12] = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
];

const THAI_SHORT: [&str; 12] =
    ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Spellings that are wrong, common, and can mean no other month.
pub(in crate::thai) const MISSPELT: [(&str, Month); 4] = [
    ("กุมภาพันธุ์", Month::February),
    ("กุมภาพันธ", Month::February),
    ("กรกฏาคม", Month::July),
    ("พฤษจิกายน", Month::November),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back() {
        for (index, month) in Month::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(month.number()), index + 1);
            assert_eq!(Month::from_number(month.number()), Some(month));
            let short = month.thai_short();
            for name in [
                month.thai().to_owned(),
                format!("เดือน{}", month.thai()),
                format!("เดือน {short}"),
                short.to_owned(),
                short.replace('.', ""),
                short.trim_end_matches('.').to_owned(),
                short.replace('.', ". "),
                short.replace('.', " "),
                month.english().to_owned(),
                month.english().to_uppercase(),
                month.english_short().to_owned(),
                format!("{}.", month.english_short()),
            ] {
                assert_eq!(Month::parse(&name), Some(month), "{name}");
            }
        }
    }

    #[test]
    fn reads_spaces_of_a_wrapped_cell_and_common_misspellings() {
        assert_eq!(Month::parse("กุมภา พันธ์"), Some(Month::February));
        assert_eq!(Month::parse("กรกฏาคม"), Some(Month::July));
        assert_eq!(Month::parse("พฤษจิกายน"), Some(Month::November));
        assert_eq!(Month::parse("Sept"), Some(Month::September));
    }

    #[test]
    fn refuses_other_words() {
        for text in ["", "จ.ค.", "ค.ม.", "มกรา", "Mayor", "Ma", "มีคุณ", "ม.ค. ก.พ.", "มกราคม ๒๕๖๕", "1", "J an"]
        {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!(Month::from_number(0), None);
        assert_eq!(Month::from_number(13), None);
    }

    #[test]
    fn fiscal_years_begin_in_october() {
        assert_eq!(Month::October.fiscal_index(), 0);
        assert_eq!(Month::January.fiscal_index(), 3);
        assert_eq!(Month::September.fiscal_index(), 11);
    }
}
