//! The words that notations are made of.
//!
//! It does not know in which order they make sense.

use super::token::{Era, Token};
use crate::thai::calendar::{MISSPELT, Month};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How a word may be written, as [`super::fold`] spells it.
#[derive(Debug)]
pub(super) enum Spelling {
    /// As it stands.
    Word(String),
    /// In two parts, each with or without a full stop after it.
    ThaiAbbreviation(&'static str, &'static str),
    /// With or without a full stop after it.
    LatinAbbreviation(String),
}

/// The words that begin with a character, in the order in which they are to be tried.
pub(super) fn words_with(first: char) -> &'static [(Spelling, Token)] {
    BY_FIRST.get(&first).map_or(&[], Vec::as_slice)
}

/// Every word by its first character: most characters of a sentence begin none, and are passed over at once.
static BY_FIRST: LazyLock<FxHashMap<char, Vec<(Spelling, Token)>>> = LazyLock::new(|| {
    let eras = ERAS.iter().map(|&(first, second, token)| (Spelling::ThaiAbbreviation(first, second), token));
    let words = WORDS.iter().map(|&(word, token)| (Spelling::Word(word.into()), token));
    let misspelt = MISSPELT.iter().map(|&(name, month)| (Spelling::Word(name.into()), Token::Month(month)));
    let mut by_first: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for (spelling, token) in Month::ALL.into_iter().flat_map(month_names).chain(misspelt).chain(eras).chain(words) {
        let first = match &spelling {
            Spelling::Word(word) | Spelling::LatinAbbreviation(word) => word.chars().next(),
            Spelling::ThaiAbbreviation(first, _) => first.chars().next(),
        };
        if let Some(first) = first {
            by_first.entry(first).or_default().push((spelling, token));
        }
    }
    by_first
});

fn month_names(month: Month) -> Vec<(Spelling, Token)> {
    let mut names = vec![
        Spelling::Word(month.thai().into()),
        // First, as May has no shorter form but may have a full stop.
        Spelling::LatinAbbreviation(month.english_short().to_ascii_lowercase()),
        Spelling::Word(month.english().to_ascii_lowercase()),
    ];
    if let Some((first, second)) = month.thai_short().trim_end_matches('.').split_once('.') {
        names.push(Spelling::ThaiAbbreviation(first, second));
    }
    if month == Month::September {
        names.push(Spelling::LatinAbbreviation("sept".into()));
    }
    names.into_iter().map(|spelling| (spelling, Token::Month(month))).collect()
}

/// Every word but the months, and the token it stands for. A word must not stand after one that it begins with.
const WORDS: &[(&str, Token)] = &[
    // From when, until when.
    ("จนถึง", Token::Until),
    ("ถึง", Token::Until),
    ("until", Token::Until),
    ("to", Token::Until),
    // Words before a date, which add nothing to it.
    ("เมื่อ", Token::Lead),
    ("กำหนดการ", Token::Lead),
    ("กำหนด", Token::Lead),
    ("ตามแผน", Token::Lead),
    ("ภายใน", Token::Lead),
    ("ใน", Token::Lead),
    ("ประจำ", Token::Lead),
    ("ลง", Token::Lead),
    ("ระหว่าง", Token::Lead),
    ("ตั้งแต่", Token::Lead),
    ("ช่วง", Token::Lead),
    ("ณ", Token::Lead),
    ("within", Token::Lead),
    ("during", Token::Lead),
    ("from", Token::Lead),
    ("the", Token::Lead),
    ("in", Token::Lead),
    ("on", Token::Lead),
    ("at", Token::Lead),
    ("by", Token::Lead),
    ("ของ", Token::Of),
    ("of", Token::Of),
    // Numbered papers, which are dated.
    ("คำสั่งเลขที่", Token::Paper),
    ("คำสั่งที่", Token::Paper),
    ("ประกาศที่", Token::Paper),
    ("หนังสือที่", Token::Paper),
    // Units of time.
    ("วันที่", Token::DayWord),
    ("วันจันทร์", Token::Weekday),
    ("วันอังคาร", Token::Weekday),
    ("วันพุธ", Token::Weekday),
    ("วันพฤหัสบดี", Token::Weekday),
    ("วันพฤหัส", Token::Weekday),
    ("วันศุกร์", Token::Weekday),
    ("วันเสาร์", Token::Weekday),
    ("วันอาทิตย์", Token::Weekday),
    ("วันทำการ", Token::DayUnit),
    // ทุกวันนี้ is "nowadays", not "every day".
    ("วันนี้", Token::Unknown),
    ("วัน", Token::DayUnit),
    ("days", Token::DayUnit),
    ("day", Token::DayUnit),
    ("ที่", Token::The),
    ("สัปดาห์", Token::Week),
    ("อาทิตย์", Token::Week),
    ("weeks", Token::Week),
    ("week", Token::Week),
    ("เดือน", Token::MonthWord),
    ("months", Token::MonthWord),
    ("month", Token::MonthWord),
    ("ไตรมาส", Token::Quarter),
    ("quarters", Token::Quarter),
    ("quarter", Token::Quarter),
    ("q", Token::Quarter),
    ("ปีงบประมาณ", Token::FiscalYear),
    ("ปีงบ", Token::FiscalYear),
    ("fiscal years", Token::FiscalYear),
    ("fiscal year", Token::FiscalYear),
    ("fy", Token::FiscalYear),
    ("ปีปฏิทิน", Token::CalendarYear),
    ("calendar year", Token::CalendarYear),
    ("ปี", Token::Year),
    ("years", Token::Year),
    ("year", Token::Year),
    ("b.e.", Token::Era(Era::Buddhist)),
    ("be", Token::Era(Era::Buddhist)),
    ("c.e.", Token::Era(Era::Common)),
    ("ce", Token::Era(Era::Common)),
    ("a.d.", Token::Era(Era::Common)),
    ("ad", Token::Era(Era::Common)),
    // How much of it.
    ("ตลอด", Token::Whole),
    ("ทั้ง", Token::Whole),
    ("throughout", Token::Whole),
    ("whole", Token::Whole),
    ("all", Token::Whole),
    ("สิ้น", Token::EndOf),
    ("end of", Token::EndOf),
    // How often.
    ("ทุกๆ", Token::Every),
    ("ทุก", Token::Every),
    ("every", Token::Every),
    ("each", Token::Every),
    ("รอบ", Token::Round),
    ("ระยะ", Token::Round),
    ("สอง", Token::NumberWord(2)),
    ("สาม", Token::NumberWord(3)),
    ("สี่", Token::NumberWord(4)),
    ("หก", Token::NumberWord(6)),
    ("และ", Token::And),
    ("กับ", Token::And),
    ("and", Token::And),
    ("ละ", Token::Per),
    ("ครั้ง", Token::Times),
];

/// The eras, as [`Spelling::ThaiAbbreviation`].
const ERAS: [(&str, &str, Token); 2] = [("พ", "ศ", Token::Era(Era::Buddhist)), ("ค", "ศ", Token::Era(Era::Common))];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_hidden_by_one_that_it_begins_with() {
        for (index, (word, _)) in WORDS.iter().enumerate() {
            for (earlier, _) in WORDS.iter().take(index) {
                let latin = word.is_ascii();
                assert!(latin || !word.starts_with(earlier), "{word} is hidden by {earlier}");
                assert_ne!(word, earlier);
            }
        }
    }

    #[test]
    fn words_are_spelt_as_text_is_folded() {
        for (word, _) in WORDS {
            let folded: String = super::super::fold::fold(word).iter().map(|glyph| glyph.c).collect();
            assert_eq!(&folded, word);
        }
    }
}
