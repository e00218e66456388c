//! Single days in words: writing them, and reading them where one day and nothing else is expected.
//!
//! It knows no ranges; those are [`crate::thai::period`].

use super::{Month, be_of};
use crate::thai::digits::Numerals;
use crate::thai::notation::{Cursor, Fault, Moment, NotationError, Reading, TwoDigits, pieces};
use jiff::civil::Date;

/// Reads one day with its year, with or without words such as เมื่อวันที่ before it:
///
/// * `17 กุมภาพันธ์ 2565`, `๑๗ ก.พ.๖๕`, `วันที่ ๑๖ เดือนมีนาคม พ.ศ. ๒๕๖๖`
/// * `17/2/2565`, `17-2-2565` (the day first, the Thai way)
/// * `17 February 2022`, `17 Feb 2565`
/// * `2022-02-17`, `2565-02-17`
///
/// A year of four digits from 2400 on is Buddhist Era, below that Common Era; of two digits it is
/// Buddhist Era, 25xx.
///
/// # Errors
/// Says which part is not understood, or what is missing; see [`Fault`].
pub fn date_of(text: &str) -> Result<Date, NotationError> {
    let pieces = pieces(text, Reading::Notation)?;
    let mut cursor = Cursor::new(text, &pieces);
    cursor.leads()?;
    let moment = Moment::read_whole(&mut cursor, TwoDigits::THIS_CENTURY)?;
    cursor.finish()?;
    match (moment.day, moment.year) {
        (None, _) => Err(cursor.error(Fault::DayMissing, moment.at)),
        (_, None) => Err(cursor.error(Fault::YearMissing, moment.at)),
        (Some(day), Some(year)) => moment.date(&cursor, year, day),
    }
}

/// `๑๗ กุมภาพันธ์ ๒๕๖๕`
#[must_use]
pub fn thai_date(date: Date, numerals: Numerals) -> String {
    numerals.of_arabic(format!("{} {} {}", date.day(), Month::of(date).thai(), be_of(date.year())))
}

/// `๑๗ ก.พ. ๖๕`
#[must_use]
pub fn thai_date_short(date: Date, numerals: Numerals) -> String {
    let year = be_of(date.year()).rem_euclid(100);
    numerals.of_arabic(format!("{} {} {year:02}", date.day(), Month::of(date).thai_short()))
}

/// `17 February 2022`, with the year of the Common Era.
#[must_use]
pub fn english_date(date: Date) -> String {
    format!("{} {} {}", date.day(), Month::of(date).english(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn reads_a_day_in_every_form() {
        let day = date(2022, 2, 17);
        for text in [
            "2022-02-17",
            "2565-02-17",
            "๒๕๖๕-๐๒-๑๗",
            "2565-2-17",
            " 2565-02-17 ",
            "๑๗ ก.พ.๖๕",
            "17 กุมภาพันธ์ 2565",
            "๑๗กุมภาพันธ์๒๕๖๕",
            "17 กุมภาพันธ์ 2022",
            "17/2/2565",
            "๑๗/๐๒/๖๕",
            "17 / 2 / 2565",
            "17-2-2565",
            "17 February 2022",
            "17 Feb 2565",
            "17 FEB. 2022",
            "17 February B.E. 2565",
            "on 17 February 2022",
            "เมื่อวันที่ ๑๗ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๕",
            "วันที่ ๑๗ กุมภาพันธ์ ปี พ.ศ ๒๕๖๕.",
            "วันพฤหัสบดีที่ ๑๗ กุมภาพันธ์ ๒๕๖๕",
            "๑๗ กุมภาพันธ์ ค.ศ. ๒๐๒๒",
            "๑๗ ก\u{200b}.พ. ๒๕๖๕",
        ] {
            assert_eq!(date_of(text), Ok(day), "{text}");
        }
        assert_eq!(date_of("29 ก.พ. 2567"), Ok(date(2024, 2, 29)));
    }

    #[test]
    fn says_what_is_wrong_with_a_day() {
        for (text, fault, fragment) in [
            ("", Fault::Empty, ""),
            (" \n", Fault::Empty, ""),
            ("31 ก.พ. 2565", Fault::NoSuchDay, "31 ก.พ. 2565"),
            ("29 ก.พ. 2565", Fault::NoSuchDay, "29 ก.พ. 2565"),
            ("2565-02-29", Fault::NoSuchDay, "2565-02-29"),
            ("32 มกราคม 2565", Fault::NoSuchDay, "32"),
            ("0/1/2565", Fault::NoSuchDay, "0"),
            ("17/13/2565", Fault::UnknownMonth, "13"),
            ("2022-13-01", Fault::UnknownMonth, "13"),
            ("17 จ.ค. 2565", Fault::UnknownMonth, "จ.ค."),
            ("17 มกรคม 2565", Fault::UnknownMonth, "มกรคม"),
            ("17 Febuary 2022", Fault::UnknownMonth, "Febuary"),
            ("17 Feb 65", Fault::AmbiguousYear, "65"),
            ("17 ก.พ. 256", Fault::BadYear, "256"),
            ("17 ก.พ. 25650", Fault::BadYear, "25650"),
            ("17 ก.พ. 3565", Fault::BadYear, "3565"),
            ("17 ก.พ. พ.ศ. 2022", Fault::BadYear, "2022"),
            ("17 ก.พ. ค.ศ. 2565", Fault::BadYear, "2565"),
            ("17 กุมภาพันธ์", Fault::YearMissing, "17 กุมภาพันธ์"),
            ("17 ก.พ. พ.ศ.", Fault::YearMissing, "พ.ศ."),
            ("กุมภาพันธ์ 2565", Fault::DayMissing, "กุมภาพันธ์ 2565"),
            ("2565-02", Fault::DayMissing, "2565-02"),
            ("วันที่ 17", Fault::MonthMissing, "17"),
            ("17 2565", Fault::MonthMissing, "17"),
            ("2565", Fault::MonthMissing, "2565"),
            ("เมื่อวันที่", Fault::DateMissing, "เมื่อวันที่"),
            ("9-12 ธ.ค. 2565", Fault::MonthMissing, "9"),
            ("9 ธ.ค. 2565 - 12 ธ.ค. 2565", Fault::Leftover, "- 12 ธ.ค. 2565"),
            ("17 ก.พ. 2565 เวลา 9.00 น.", Fault::Leftover, "เวลา 9.00 น."),
            ("พรุ่งนี้", Fault::NotUnderstood, "พรุ่งนี้"),
        ] {
            let error = date_of(text).expect_err(text);
            assert_eq!((error.fault(), error.fragment()), (fault, fragment), "{text}");
            assert_eq!(text.get(error.range()), Some(fragment), "{text}");
        }
    }

    #[test]
    fn writes_days() {
        let day = date(2022, 2, 17);
        assert_eq!(thai_date(day, Numerals::Thai), "๑๗ กุมภาพันธ์ ๒๕๖๕");
        assert_eq!(thai_date(day, Numerals::Arabic), "17 กุมภาพันธ์ 2565");
        assert_eq!(thai_date_short(day, Numerals::Thai), "๑๗ ก.พ. ๖๕");
        assert_eq!(english_date(day), "17 February 2022");
        for date in [Date::MIN, Date::MAX] {
            let _ = (thai_date(date, Numerals::Thai), thai_date_short(date, Numerals::Thai), english_date(date));
        }
    }

    proptest! {
        #[test]
        fn a_written_day_reads_back(
            year in 1857_i16..=2399, month in 1_i8..=12, day in 1_i8..=31,
            numerals in prop_oneof![Just(Numerals::Thai), Just(Numerals::Arabic)],
        ) {
            let Ok(date) = Date::new(year, month, day) else { return Ok(()) };
            prop_assert_eq!(date_of(&thai_date(date, numerals)), Ok(date));
            prop_assert_eq!(date_of(&english_date(date)), Ok(date));
            prop_assert_eq!(date_of(&numerals.show(&date.to_string())), Ok(date));
            if (2500..2600).contains(&be_of(year)) {
                prop_assert_eq!(date_of(&thai_date_short(date, numerals)), Ok(date));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = date_of(&text);
        }
    }
}
