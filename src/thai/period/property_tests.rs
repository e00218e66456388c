use super::*;
use crate::thai::digits::Numerals;
use proptest::prelude::*;

fn year(be: u16) -> FiscalYear {
    FiscalYear::new(be).expect("a year of the test")
}

fn any_date() -> impl Strategy<Value = Date> {
    (1857_i16..2399, 1_i8..=12, 1_i8..=31).prop_filter_map("a day", |(y, m, d)| Date::new(y, m, d).ok())
}

/// Spans of every precision, near together so that they share months and years, and far apart.
fn any_span() -> impl Strategy<Value = Span> {
    let pair = || {
        (any_date(), prop_oneof![0_i32..40, 0_i32..800, 0_i32..40_000]).prop_filter_map("in range", |(first, days)| {
            let last = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
            (last.year() < 2399).then_some((first, last))
        })
    };
    let fiscal = || (2401_u16..2900).prop_map(year);
    prop_oneof![
        any_date().prop_map(Span::day),
        any_date().prop_map(Span::month_of),
        pair().prop_filter_map("in order", |(a, b)| Span::days(a, b)),
        pair().prop_filter_map("in order", |(a, b)| Span::months(a, b)),
        (fiscal(), 1_u8..=4).prop_filter_map("1–4", |(year, quarter)| Span::quarter(year, quarter)),
        fiscal().prop_map(Span::fiscal_year),
        (fiscal(), fiscal()).prop_filter_map("in order", |(a, b)| Span::fiscal_years(a, b)),
    ]
}

proptest! {
    #[test]
    fn what_is_written_reads_back(span in any_span(), be in 2400_u16..=2999) {
        let near = year(be);
        for text in [span.thai(Numerals::Thai), span.thai(Numerals::Arabic), span.english()] {
            prop_assert_eq!(parse(&text, near), Ok(span), "{}", text);
        }
        let iso = parse(&span.iso(), near);
        prop_assert!(iso.as_ref().is_ok_and(|read| read.same_days(&span)), "{}: {:?}", span.iso(), iso);
        if matches!(span.precision(), Precision::Day | Precision::Days | Precision::Month) {
            prop_assert_eq!(iso, Ok(span));
        }
    }

    #[test]
    fn a_written_span_is_found_in_a_sentence(span in any_span()) {
        let sentence = format!("จัดอบรม {} ณ ห้องประชุม", span.thai(Numerals::Thai));
        let found: Vec<_> = find(&sentence, year(2566)).into_iter().map(|found| found.span).collect();
        // Years alone are not looked for: they are more often part of a name.
        let expected = if span.precision() == Precision::FiscalYears { vec![] } else { vec![span] };
        prop_assert_eq!(found, expected, "{}", sentence);
    }

    #[test]
    fn spaces_and_digits_make_no_difference(span in any_span()) {
        let text = span.thai(Numerals::Thai);
        let squeezed: String = text.split(' ').collect();
        let dashed = text.replace('–', " - ").replace(' ', "  ");
        prop_assert_eq!(parse(&dashed, year(2566)), Ok(span), "{}", dashed);
        prop_assert_eq!(parse(&squeezed, year(2566)), Ok(span), "{}", squeezed);
    }

    #[test]
    fn no_text_makes_it_panic(
        text in any::<String>(),
        near in "(ม\\.ค\\.|ก\\.ย\\.|ตุลาคม|มี|ค|ไตรมาส|ที่|ปี|งบประมาณ|ตลอด|วันที่|เดือน|พ\\.ศ\\.|ถึง|[๐-๙]|[0-9]|\\.|-|–|/| ){0,40}",
        be in 2400_u16..=2999,
    ) {
        for text in [text, near] {
            match parse(&text, year(be)) {
                Ok(span) => prop_assert!(span.first() <= span.last()),
                Err(error) => prop_assert_eq!(text.get(error.range()), Some(error.fragment())),
            }
            let mut free = 0;
            for found in find(&text, year(be)) {
                prop_assert!(free <= found.at.start && text.get(found.at.clone()).is_some());
                free = found.at.end;
            }
        }
    }
}
