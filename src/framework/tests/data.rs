//! The embedded files: that they are read, that they hold what the documents prove, and how far they are sure.

use super::super::{AnswerScale, Basis, Certainty, Code, Framework, FrameworkYear, Instrument, Polarity, QuestionKind};
use super::{code, year};
use std::collections::BTreeSet;

fn years() -> impl Iterator<Item = &'static FrameworkYear> {
    Framework::embedded().years()
}

#[test]
fn every_embedded_file_is_read_and_fits_together() {
    let read: Vec<u16> = years().map(FrameworkYear::year).collect();
    assert_eq!(read, [2563, 2564, 2565, 2566, 2567, 2568, 2569]);
    for (file, year) in super::super::EMBEDDED.iter().zip(read) {
        assert!(file.contains(&format!("\nyear: {year}\n")), "{year} stands in the file of its name");
    }
}

#[test]
fn items_are_as_many_as_the_lists_had() {
    let counts: Vec<usize> = years().map(|year| year.items().len()).collect();
    assert_eq!(counts, [43, 43, 43, 43, 35, 28, 26]);
}

#[test]
fn sub_indicators_follow_one_another_without_gap() {
    for year in years() {
        assert_eq!(year.sub_indicators().len(), 7, "{}", year.year());
        let in_order = year.sub_indicators().iter().flat_map(|sub| year.items_of(sub.number));
        let numbers: Vec<u16> = in_order.map(|item| item.code.number).collect();
        let last = u16::try_from(year.items().len()).expect("few");
        assert_eq!(numbers, (1..=last).collect::<Vec<u16>>(), "{}", year.year());
    }
}

#[test]
fn sub_indicators_have_the_sizes_that_the_scores_prove() {
    let sizes = |number: u16| {
        let year = year(number);
        year.sub_indicators().iter().map(|sub| year.items_of(sub.number).count()).collect::<Vec<_>>()
    };
    for old in 2563..=2565 {
        assert_eq!(sizes(old), [9, 8, 7, 4, 5, 8, 2], "{old}");
    }
    assert_eq!(sizes(2566), [10, 8, 4, 4, 4, 8, 5]);
    assert_eq!(sizes(2567), [6, 7, 4, 4, 4, 6, 4]);
}

#[test]
fn codes_are_unique() {
    for year in years() {
        let codes: BTreeSet<Code> = year.items().iter().map(|item| item.code).collect();
        assert_eq!(codes.len(), year.items().len());
        let codes: BTreeSet<Code> = year.questions().iter().map(|question| question.code).collect();
        assert_eq!(codes.len(), year.questions().len());
    }
}

/// How certain every entry of a year is, and on what basis.
fn sureness(year: &FrameworkYear) -> Vec<(Certainty, &[Basis])> {
    let mut all: Vec<(Certainty, &[Basis])> = Vec::new();
    all.extend(year.instruments().iter().map(|one| (one.certainty, &*one.basis)));
    all.extend(year.indicators().iter().map(|one| (one.certainty, &*one.basis)));
    all.extend(year.sub_indicators().iter().map(|one| (one.certainty, &*one.basis)));
    all.extend(year.items().iter().map(|one| (one.certainty, &*one.basis)));
    all.extend(year.questions().iter().map(|one| (one.certainty, &*one.basis)));
    all.extend(year.levels().iter().flat_map(|scale| scale.levels()).map(|one| (one.certainty, &*one.basis)));
    all.extend(year.issues().iter().map(|one| (one.certainty, &*one.basis)));
    all.extend(year.issues().iter().filter_map(|one| one.codes.as_ref()).map(|one| (one.certainty, &*one.basis)));
    all.extend(year.measure_items().iter().map(|one| (one.certainty, &*one.basis)));
    all
}

#[test]
fn every_entry_says_how_certain_it_is_and_why() {
    for year in years() {
        for (certainty, basis) in sureness(year) {
            assert!((0.0..1.0).contains(&certainty.value()), "{}: nothing here is beyond doubt", year.year());
            assert!(!basis.is_empty() && !basis.contains(&Basis::Site), "{}", year.year());
        }
    }
}

#[test]
fn no_file_names_a_private_source() {
    for file in super::super::EMBEDDED {
        assert!(!file.contains("GH") && !file.contains("seed") && !file.contains("RTRDA"));
    }
}

#[test]
fn doubt_begins_below_nine_tenths() {
    assert!(!year(2566).item(code("o1")).expect("o1").certainty.is_doubtful());
    assert!(year(2569).item(code("o6")).expect("o6").certainty.is_doubtful());
    assert!(!Certainty::new(0.9).expect("in range").is_doubtful());
    assert!(Certainty::new(0.899).expect("in range").is_doubtful());
    assert!([-0.1, 1.1, f64::NAN].into_iter().all(|value| Certainty::new(value).is_none()));
}

#[test]
fn o10_means_four_different_things() {
    let titles: Vec<&str> =
        (2565..=2568).map(|number| year(number).item(code("o10")).expect("o10").title.as_str()).collect();
    assert_eq!(
        titles,
        ["แผนดำเนินงานประจำปี", "นโยบายคุ้มครองข้อมูลส่วนบุคคล", "คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่", "E-Service",]
    );
}

#[test]
fn ten_indicators_and_three_instruments_every_year() {
    for year in years() {
        let instruments: String = year.indicators().iter().map(|one| one.instrument.letter()).collect();
        assert_eq!(instruments, "iiiiieeeoo");
        let weights = year.weights().expect("three weights");
        assert_eq!([weights.iit, weights.eit, weights.oit], [0.3, 0.3, 0.4]);
    }
    assert_eq!(year(2566).indicator(9).expect("9").name, "การเปิดเผยข้อมูล");
    assert_eq!(year(2566).instrument(Instrument::Oit).expect("OIT").name, "แบบวัดการเปิดเผยข้อมูลสาธารณะ");
    assert_eq!(year(2566).sub_indicator("๙.๓").expect("9.3").title, "การจัดซื้อจัดจ้าง");
    assert_eq!(year(2566).indicator_of(code("e15")).expect("8").number, 8);
    assert_eq!(year(2566).indicator_of(code("o39")).expect("10").number, 10);
}

#[test]
fn questions_are_there_for_the_years_whose_forms_are_known() {
    for year in years() {
        let of = |indicator| year.questions_of(indicator).map(|question| question.code.to_string()).collect::<Vec<_>>();
        if year.year() <= 2566 {
            assert_eq!(year.questions().len(), 45);
            assert_eq!(of(5), ["i25", "i26", "i27", "i28", "i29", "i30"]);
            assert_eq!(of(8), ["e11", "e12", "e13", "e14", "e15"]);
            assert_eq!(year.has(code("i31")), Some(false));
        } else {
            assert!(year.questions().is_empty());
            assert_eq!(year.has(code("i31")), None, "nobody knows");
        }
        assert_eq!(year.has(code("o44")), Some(false));
    }
    let of_2564 = |text| year(2564).question(code(text)).expect("question");
    let yes_no = of_2564("i4");
    assert_eq!((yes_no.scale, yes_no.polarity), (Some(AnswerScale::YesNo), Some(Polarity::Negative)));
    assert_eq!(yes_no.parts, ["เงิน", "ทรัพย์สิน", "ประโยชน์อื่น ๆ ที่อาจคำนวณเป็นเงินได้"]);
    assert_eq!(of_2564("i11").polarity, Some(Polarity::Mixed));
    assert!(of_2564("i10").note.is_some());
    assert_ne!(of_2564("i8").text, year(2566).question(code("i8")).expect("i8").text, "another question");
    assert_eq!(year(2566).question(code("i2")).expect("i2").kind, QuestionKind::Unknown);
}

#[test]
fn measures_are_published_under_other_codes_each_few_years() {
    let pairs: Vec<String> = years()
        .map(|year| {
            let (plan, progress) = (year.plan_item().expect("plan"), year.progress_item().expect("progress"));
            assert_eq!(plan.sub_indicator.to_string(), "10.2");
            format!("{} {}", plan.code, progress.code)
        })
        .collect();
    assert_eq!(pairs, ["o42 o43", "o42 o43", "o42 o43", "o42 o43", "o34 o35", "o27 o28", "o25 o26"]);
}

#[test]
fn seven_issues_from_2567_on() {
    for year in years() {
        assert_eq!(year.issues().len(), if year.year() >= 2567 { 7 } else { 0 });
    }
    let codes = year(2567).issue(7).and_then(|issue| issue.codes.as_ref()).expect("codes");
    assert_eq!(codes.of_year, 2566);
    assert!(codes.certainty.is_doubtful());
    assert_eq!(codes.of(Instrument::Eit).map(|code| code.to_string()).collect::<Vec<_>>(), ["e10", "e15"]);
}

#[test]
fn goes_out_as_data() {
    let json = serde_yaml::to_string(year(2566)).expect("serialised");
    assert!(json.contains("code: o43") && json.contains("sub_indicator: '10.2'"));
}
