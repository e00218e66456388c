//! What is wrong with a notation, where, and what to write instead, in Thai and in English.
//!
//! It does not know in which file or field the notation stood.

use super::MOST_CHARACTERS;
use std::ops::Range;

/// The part of a notation that was not understood, and why.
///
/// `Display` is English; [`NotationError::thai`] is the same in Thai. Both quote the part itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.english())]
pub struct NotationError {
    fault: Fault,
    fragment: String,
    at: Range<usize>,
}

/// Why a notation could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing but white space.
    Empty,
    /// More than 200 characters.
    TooLong,
    /// A word or sign that has no place in a notation, or not there.
    NotUnderstood,
    /// A word or number where a month should be.
    UnknownMonth,
    /// A day that its month does not have.
    NoSuchDay,
    /// A quarter other than 1–4.
    NoSuchQuarter,
    /// A year that has neither two nor four digits, is too far away, or does not fit the era beside it.
    BadYear,
    /// A year of two digits that could be of either era: beside English words, or far from the fiscal year.
    AmbiguousYear,
    /// A day without its month.
    MonthMissing,
    /// A month where one day is expected.
    DayMissing,
    /// A day without its year where no fiscal year is known, or an era without a year.
    YearMissing,
    /// Words that announce a date, or one end of a range, with none after them.
    DateMissing,
    /// A range that ends before it begins.
    EndBeforeStart,
    /// How often, where it should say when: ทุกเดือน.
    HowOften,
    /// A complete notation with something after it.
    Leftover,
}

impl NotationError {
    /// The fault of the part of `text` at those bytes.
    pub(in crate::thai) fn new(fault: Fault, text: &str, at: Range<usize>) -> Self {
        let fragment = text.get(at.clone()).unwrap_or(text).to_owned();
        Self { fault, fragment, at }
    }

    /// The fault of a whole text, less the white space around it.
    pub(in crate::thai) fn whole(fault: Fault, text: &str) -> Self {
        let start = text.len() - text.trim_start().len();
        let trimmed = text.trim();
        let length = trimmed.char_indices().nth(MOST_CHARACTERS).map_or(trimmed.len(), |(end, _)| end);
        Self::new(fault, text, start..start + length)
    }

    /// Why it could not be read.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        self.fault
    }

    /// The part that was not understood, as it was written: at most 200 characters, and nothing if there
    /// was nothing.
    #[must_use]
    pub fn fragment(&self) -> &str {
        &self.fragment
    }

    /// The bytes of the text at which that part stands.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.at.clone()
    }

    /// What is wrong and what to write instead, in Thai.
    #[must_use]
    pub fn thai(&self) -> String {
        let part = &self.fragment;
        match self.fault {
            Fault::Empty => "ไม่ได้ระบุเวลา ให้เขียน เช่น ๑๗ ก.พ. ๒๕๖๕ หรือ ม.ค. - มี.ค. ๒๕๖๕".into(),
            Fault::TooLong => {
                let most = MOST_CHARACTERS;
                format!("ข้อความยาวเกิน {most} อักขระ ช่องนี้ให้เขียนเฉพาะวัน เดือน ปี ส่วนคำอธิบายให้ย้ายไปไว้ในเนื้อหา")
            }
            Fault::NotUnderstood => {
                format!("อ่าน “{part}” ไม่เข้าใจ ให้เขียนเป็นวัน เดือน ปี เช่น ๑๗ ก.พ. ๒๕๖๕ หรือ ม.ค. - มี.ค. ๒๕๖๕")
            }
            Fault::UnknownMonth => {
                format!("“{part}” ไม่ใช่ชื่อเดือน ให้เขียนชื่อเต็มหรือตัวย่อ เช่น ตุลาคม หรือ ต.ค.")
            }
            Fault::NoSuchDay => format!("ไม่มีวันที่ “{part}” ในปฏิทิน ให้ตรวจวันที่กับเดือนอีกครั้ง"),
            Fault::NoSuchQuarter => format!("ไม่มีไตรมาสที่ “{part}” ให้เขียน ๑ ถึง ๔"),
            Fault::BadYear => format!("ปี “{part}” ไม่ถูกต้อง ให้เขียนปี พ.ศ. สี่หลัก เช่น ๒๕๖๕"),
            Fault::AmbiguousYear => {
                format!("ปี “{part}” อาจเป็น พ.ศ. หรือ ค.ศ. ก็ได้ ให้เขียนเป็นเลขสี่หลัก เช่น 2565 หรือ 2022")
            }
            Fault::MonthMissing => format!("วันที่ “{part}” ไม่มีเดือน ให้เขียนเดือนต่อท้าย เช่น ๑๗ ก.พ. ๒๕๖๕"),
            Fault::DayMissing => format!("“{part}” ไม่มีวันที่ ให้เขียนวันที่ไว้หน้าเดือน เช่น ๑๗ ก.พ. ๒๕๖๕"),
            Fault::YearMissing => format!("“{part}” ไม่มีปี ให้เขียนปี พ.ศ. ต่อท้าย เช่น ๒๕๖๕"),
            Fault::DateMissing => format!("หลัง “{part}” ไม่มีวันหรือเดือน ให้เขียนต่อ เช่น ๑๗ ก.พ. ๒๕๖๕"),
            Fault::EndBeforeStart => {
                format!("ช่วงเวลา “{part}” สิ้นสุดก่อนเริ่มต้น ให้ตรวจปีของทั้งสองข้าง เช่น ต.ค. ๒๕๖๔ - มี.ค. ๒๕๖๕")
            }
            Fault::HowOften => {
                format!("“{part}” บอกความถี่ ไม่ได้บอกช่วงเวลา ให้เขียนวัน เดือน ปี เช่น ต.ค. ๒๕๖๔ - ก.ย. ๒๕๖๕ หรือ ตลอดปีงบประมาณ")
            }
            Fault::Leftover => format!("“{part}” เกินมาหลังวันที่ ให้ลบออกหรือย้ายไปไว้ในเนื้อหา"),
        }
    }

    fn english(&self) -> String {
        let part = &self.fragment;
        match self.fault {
            Fault::Empty => "no date is given; write for example 17 ก.พ. 2565 or ม.ค. - มี.ค. 2565".into(),
            Fault::TooLong => {
                format!("longer than {MOST_CHARACTERS} characters; write the date only, and move the words to the body")
            }
            Fault::NotUnderstood => {
                format!("“{part}” is not understood; write a date such as 17 ก.พ. 2565 or ม.ค. - มี.ค. 2565")
            }
            Fault::UnknownMonth => {
                format!("“{part}” is not a month; write its name or abbreviation, such as ตุลาคม, ต.ค. or October")
            }
            Fault::NoSuchDay => format!("there is no day “{part}” in the calendar; check the day and the month"),
            Fault::NoSuchQuarter => format!("there is no quarter “{part}”; write 1 to 4"),
            Fault::BadYear => format!("“{part}” is not a year; write four digits of the Buddhist Era, such as 2565"),
            Fault::AmbiguousYear => {
                format!("the year “{part}” could be of either era; write four digits, such as 2565 or 2022")
            }
            Fault::MonthMissing => format!("the day “{part}” has no month; write it after the day, as in 17 ก.พ. 2565"),
            Fault::DayMissing => format!("“{part}” has no day; write it before the month, as in 17 ก.พ. 2565"),
            Fault::YearMissing => format!("“{part}” has no year; write it at the end, such as 2565"),
            Fault::DateMissing => format!("no day or month follows “{part}”; write one, such as 17 ก.พ. 2565"),
            Fault::EndBeforeStart => {
                format!("“{part}” ends before it begins; check the years of both ends, as in ต.ค. 2564 - มี.ค. 2565")
            }
            Fault::HowOften => {
                format!(
                    "“{part}” says how often, not when; write a period such as ต.ค. 2564 - ก.ย. 2565 or ตลอดปีงบประมาณ"
                )
            }
            Fault::Leftover => format!("“{part}” is left over after the date; take it out, or move it to the body"),
        }
    }
}
