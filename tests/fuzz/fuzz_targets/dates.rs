#![no_main]
//! Any text as a date, a period, a recurrence, and as a sentence that tells one.

use prongsai::thai::calendar::{FiscalYear, date_of};
use prongsai::thai::{period, recurrence};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some(year) = FiscalYear::new(2566) else { return };
    if let Ok(span) = period::parse(text, year) {
        assert!(span.first() <= span.last(), "{text}");
        // From 2400 on a year of the Common Era reads like one of the Buddhist Era.
        if span.last().year() < 2400 {
            let again = period::parse(&span.iso(), year).expect("what it writes it reads");
            assert_eq!((again.first(), again.last()), (span.first(), span.last()), "{text}");
        }
    }
    for found in period::find(text, year) {
        assert!(text.get(found.at.clone()).is_some(), "{text}");
    }
    let _date = date_of(text);
    let _year = FiscalYear::parse(text);
    let _recurrence = recurrence::find(text);
});
