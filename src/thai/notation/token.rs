//! The kinds of piece of which notations are made.
//!
//! It does not know how they are written, nor in which order they make sense.

use crate::thai::calendar::Month;

/// Where years are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::thai) enum Era {
    Buddhist,
    Common,
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::thai) enum Token {
    /// A whole number and how many digits it was written with; `u32::MAX` if it is larger.
    Number {
        value: u32,
        digits: usize,
    },
    Month(Month),
    /// Any dash.
    Dash,
    /// ถึง
    Until,
    Slash,
    /// A full stop that belongs to no abbreviation.
    Stop,
    Comma,
    /// Words before a date that add nothing to it: เมื่อ, กำหนดใน, ประจำ …
    Lead,
    /// ของ
    Of,
    /// คำสั่งที่
    Paper,
    /// วันที่
    DayWord,
    /// วันจันทร์
    Weekday,
    /// วัน
    DayUnit,
    /// ที่
    The,
    /// สัปดาห์
    Week,
    /// เดือน
    MonthWord,
    /// ไตรมาส
    Quarter,
    /// ปีงบประมาณ
    FiscalYear,
    /// ปีปฏิทิน
    CalendarYear,
    /// ปี
    Year,
    Era(Era),
    /// ตลอด, ทั้ง
    Whole,
    /// สิ้น
    EndOf,
    /// ทุก
    Every,
    /// รอบ, before a number of months
    Round,
    NumberWord(u8),
    And,
    /// ละ, as in ปีละ
    Per,
    /// ครั้ง
    Times,
    /// Anything else.
    Unknown,
}
