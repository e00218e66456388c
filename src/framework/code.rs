//! Codes of questions and items: `i1`, `e15`, `o10`, in every spelling that officers use.
//!
//! It does not know which codes exist, nor what they mean: that depends on the fiscal year
//! ([`FrameworkYear`](super::FrameworkYear)).

use super::Instrument;
use crate::thai::digits::to_arabic;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The code of a question (IIT, EIT) or of an item (OIT). It means something only together with its year.
///
/// Codes are in natural order: by instrument, then by number, `o9` before `o10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// The instrument that the letter stands for.
    pub instrument: Instrument,
    /// The number, 1 to [`Code::LARGEST`].
    pub number: u16,
}

/// Why a text is not a code. It displays in English; [`CodeError::thai`] is the same in Thai.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// There is nothing to read.
    #[error("there is no code here: write for example o10")]
    Empty,
    /// Not one of the spellings of a code, or more than one code.
    #[error("`{0}` is not a code: write one code, for example o10, i1 or e15")]
    NotACode(String),
    /// A number alone, where it could be of any instrument.
    #[error("`{0}` does not say which instrument it is of: write i{0}, e{0} or o{0}")]
    NoInstrument(u16),
    /// A code of another instrument where an OIT item is wanted.
    #[error("`{0}` is a question, not an OIT item: write for example o{number}", number = .0.number)]
    NotAnItem(Code),
    /// A code of another assessment, with items of its own.
    #[error("`{0}` is a code of the Ministry of Public Health, not of ITA")]
    OtherScheme(String),
    /// The number 0 or one above [`Code::LARGEST`].
    #[error("`{0}`: the number of a code is from 1 to {largest}", largest = Code::LARGEST)]
    NoSuchNumber(String),
}

impl CodeError {
    /// What is wrong and what to write instead, in Thai.
    #[must_use]
    pub fn thai(&self) -> String {
        match self {
            Self::Empty => "ไม่มีรหัสข้อ ให้เขียน เช่น o10".to_owned(),
            Self::NotACode(text) => format!("`{text}` ไม่ใช่รหัสข้อ ให้เขียนทีละรหัส เช่น o10, i1 หรือ e15"),
            Self::NoInstrument(n) => format!("`{n}` ไม่บอกว่าเป็นของแบบวัดใด ให้เขียน i{n}, e{n} หรือ o{n}"),
            Self::NotAnItem(code) => {
                format!("`{code}` เป็นข้อคำถาม ไม่ใช่ข้อ OIT ให้เขียน เช่น o{}", code.number)
            }
            Self::OtherScheme(text) => format!("`{text}` เป็นรหัสของกระทรวงสาธารณสุข ไม่ใช่รหัสข้อของ ITA"),
            Self::NoSuchNumber(text) => format!("`{text}`: เลขของรหัสข้อเป็นได้ตั้งแต่ 1 ถึง {}", Code::LARGEST),
        }
    }
}

impl Code {
    /// The largest number that is read as a code's. No list has had more than 43 items.
    pub const LARGEST: u16 = 999;

    /// The code, if the number is from 1 to [`Code::LARGEST`].
    #[must_use]
    pub const fn new(instrument: Instrument, number: u16) -> Option<Self> {
        if number >= 1 && number <= Self::LARGEST { Some(Self { instrument, number }) } else { None }
    }

    /// Reads a code of any instrument: `i1`, `E15`, `IIT 1`, `ข้อ i1`, `๐๑๐`, in Thai or Arabic digits.
    ///
    /// A zero in front of a number, with no letter, is the letter o: officers write `010` and `๐๑๐` for o10.
    /// A number with neither is [`CodeError::NoInstrument`].
    ///
    /// # Errors
    /// Anything but exactly one code, with or without `ข้อ` before it and a full stop or colon after it.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        match read(text)? {
            (Some(instrument), number) => Ok(Self { instrument, number }),
            (None, number) => Err(CodeError::NoInstrument(number)),
        }
    }

    /// Reads the code of an OIT item: what [`Code::parse`] reads, and also a bare number, because nothing else
    /// is meant by `10` or `๑๐` where items are listed.
    ///
    /// # Errors
    /// As [`Code::parse`], and a code of another instrument.
    pub fn parse_oit(text: &str) -> Result<Self, CodeError> {
        let (instrument, number) = read(text)?;
        let code = Self { instrument: instrument.unwrap_or(Instrument::Oit), number };
        if code.instrument == Instrument::Oit { Ok(code) } else { Err(CodeError::NotAnItem(code)) }
    }
}

/// Characters that take up no room and come along when text is copied out of Word or a web page.
const INVISIBLE: [char; 6] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{00ad}'];

/// What may stand between the letter and the number.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ':' | '-')
}

fn read(written: &str) -> Result<(Option<Instrument>, u16), CodeError> {
    let text: String = to_arabic(written).chars().filter(|c| !INVISIBLE.contains(c)).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    let not_a_code = || CodeError::NotACode(shown(written));

    let text = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    let text = without_lead(text.trim()).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':'));
    let (letters, rest) = text.split_at(text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len()));
    let instrument = match letters {
        "" => None,
        _ if ["moit", "eb"].iter().any(|other| letters.eq_ignore_ascii_case(other)) => {
            return Err(CodeError::OtherScheme(shown(written)));
        }
        _ => Some(Instrument::parse(letters).ok_or_else(not_a_code)?),
    };
    let digits = match instrument {
        Some(_) => digits_after_letter(rest.trim_start_matches(is_joint), rest.starts_with(char::is_whitespace)),
        None => digits_alone(rest),
    };
    let digits = digits.ok_or_else(not_a_code)?;

    // A leading zero is the letter o when no letter stands there, and padding otherwise.
    let (instrument, digits) = match (instrument, digits.strip_prefix('0')) {
        (None, Some(after)) => (Some(Instrument::Oit), after),
        (instrument, _) => (instrument, digits.as_str()),
    };
    digits
        .trim_start_matches('0')
        .parse()
        .ok()
        .filter(|number| (1..=Code::LARGEST).contains(number))
        .map(|number| (instrument, number))
        .ok_or_else(|| CodeError::NoSuchNumber(shown(written)))
}

/// The text after `ข้อ`, `ข้อที่`, `ข้อคำถาม`, `ข้อคำถามที่`.
fn without_lead(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("ข้อ") else { return text };
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("คำถาม").unwrap_or(rest).trim_start();
    rest.strip_prefix("ที่").unwrap_or(rest).trim_start()
}

/// The number after a letter. Its digits may stand apart, as in letter-spaced text (`o 1 0`), but only if the
/// letter stands apart too: `o1 2` is more likely two codes than one.
fn digits_after_letter(text: &str, letter_apart: bool) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let joins = match parts.as_slice() {
        [one] => is_number(one),
        several => letter_apart && several.iter().all(|part| is_number(part) && part.len() == 1),
    };
    (joins && !parts.is_empty()).then(|| parts.concat())
}

/// The number where no letter stands. Digits apart are one number only if it begins with the zero that stands
/// for the letter o: `๐ ๓ ๐`, `๐ ๓๐`. `1 0` is more likely two numbers.
fn digits_alone(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let joins = match parts.as_slice() {
        [one] => is_number(one),
        ["0", number] => is_number(number),
        ["0", rest @ ..] => rest.iter().all(|part| is_number(part) && part.len() == 1),
        _ => false,
    };
    joins.then(|| parts.concat())
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())
}

/// The beginning of what was written, for a message: a page pasted into a field must not fill the screen.
fn shown(written: &str) -> String {
    const LONGEST: usize = 40;
    let written = written.trim();
    match written.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written.to_owned(),
    }
}

impl fmt::Display for Code {
    /// The canonical form: the letter in lower case and the number without padding, `o10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.instrument.letter(), self.number))
    }
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Code {
    /// From a text or a whole number. A bare number is an OIT item, as in [`Code::parse_oit`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CodeVisitor;

        impl Visitor<'_> for CodeVisitor {
            type Value = Code;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a code such as o10, i1 or e15")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Code, E> {
                match Code::parse(text) {
                    Err(CodeError::NoInstrument(number)) => Ok(Code { instrument: Instrument::Oit, number }),
                    read => read.map_err(E::custom),
                }
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Code, E> {
                u16::try_from(number)
                    .ok()
                    .and_then(|number| Code::new(Instrument::Oit, number))
                    .ok_or_else(|| E::custom(CodeError::NoSuchNumber(number.to_string())))
            }

            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Code, E> {
                u64::try_from(number).map_or_else(
                    |_| Err(E::custom(CodeError::NoSuchNumber(number.to_string()))),
                    |number| self.visit_u64(number),
                )
            }
        }

        deserializer.deserialize_any(CodeVisitor)
    }
}

impl JsonSchema for Code {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "The code of an OIT item (o10) or of a question (i1, e15). Other spellings are read too: \
                O10, OIT 10, ข้อ o10, 010, ๐๑๐.",
            "x-th": "รหัสข้อ OIT (o10) หรือข้อคำถาม (i1, e15) เขียนแบบอื่นก็ได้ เช่น O10, OIT 10, ข้อ o10, 010, ๐๑๐",
            "examples": ["o10", "i1", "e15"]
        })
    }
}
