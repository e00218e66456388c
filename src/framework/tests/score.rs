//! The arithmetic, against the numbers that real documents print.

use super::super::{Code, Instrument, Means, agrees, overall, round2};
use super::{code, year};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Indicators 1 to 10 of a municipality in 2563: 59.76, level D.
const OF_2563: [f64; 10] = [96.08, 88.45, 92.28, 83.63, 93.45, 91.40, 92.72, 92.52, 24.32, 0.00];
/// Indicators 1 to 10 of another in 2566: 80.42, ต้องปรับปรุง.
const OF_2566: [f64; 10] = [94.14, 88.05, 90.39, 81.44, 84.16, 78.36, 75.25, 74.20, 93.00, 63.75];
/// Its questions i1 to i30.
const IIT_2566: [f64; 30] = [
    87.19, 89.35, 88.29, 100.0, 100.0, 100.0, 84.03, 69.97, 86.13, 95.71, 96.77, 95.71, 83.97, 82.90, 82.94, 97.87,
    98.94, 95.74, 80.74, 73.23, 67.81, 93.58, 95.74, 77.52, 89.32, 84.0, 79.71, 83.97, 82.90, 85.06,
];
/// Its questions e1 to e13; e14 is not printed.
const EIT_2566: [f64; 13] = [71.71, 74.27, 76.42, 93.91, 75.43, 72.39, 73.37, 82.08, 73.27, 75.13, 73.40, 74.26, 80.86];

fn indicators(scores: &[f64]) -> BTreeMap<u8, f64> {
    (1..).zip(scores.iter().copied()).collect()
}

fn questions(instrument: Instrument, scores: &[f64]) -> BTreeMap<Code, f64> {
    (1..).zip(scores).map(|(number, score)| (Code { instrument, number }, *score)).collect()
}

/// Every item of a year at 100, but for those at 0.
fn items(number: u16, zero: &[&str]) -> BTreeMap<Code, f64> {
    let mut scores: BTreeMap<Code, f64> = year(number).items().iter().map(|item| (item.code, 100.0)).collect();
    scores.extend(zero.iter().map(|text| (code(text), 0.0)));
    scores
}

#[test]
fn the_overall_score_of_2563_comes_out() {
    let (year, scores) = (year(2563), indicators(&OF_2563));
    let computed = year.overall(&scores).expect("all ten");
    assert!((computed - 59.7614).abs() < 1e-9);
    assert_eq!(round2(computed), 59.76);
    assert_eq!(round2(year.instrument_mean(Instrument::Iit, &scores).expect("IIT")), 90.78);
    assert_eq!(round2(year.instrument_mean(Instrument::Eit, &scores).expect("EIT")), 92.21);
    assert_eq!(round2(year.instrument_mean(Instrument::Oit, &scores).expect("OIT")), 12.16);
    assert_eq!(year.judge(computed, &scores).expect("judged").level().expect("one").name, "D");
}

#[test]
fn the_overall_score_of_2566_comes_out() {
    let (year, scores) = (year(2566), indicators(&OF_2566));
    let computed = year.overall(&scores).expect("all ten");
    assert_eq!(round2(computed), 80.42);
    let means = year.means(&scores);
    assert_eq!(
        means.iter().map(|(_, mean)| mean.map(round2)).collect::<Vec<_>>(),
        [Some(87.64), Some(75.94), Some(78.38)]
    );
    assert_eq!(year.judge(80.42, &scores).expect("judged").level().expect("one").name, "ต้องปรับปรุง");
}

#[test]
fn indicators_come_out_of_their_questions() {
    let (year, iit, eit) = (year(2566), questions(Instrument::Iit, &IIT_2566), questions(Instrument::Eit, &EIT_2566));
    for (indicator, exact) in [(1, 94.138), (2, 88.053), (3, 90.393), (4, 81.437), (5, 84.160)] {
        let computed = year.indicator_from_questions(indicator, &iit).expect("all six");
        assert!((computed - exact).abs() < 0.0005, "{indicator}: {computed}");
        assert_eq!(round2(computed), OF_2566[usize::from(indicator) - 1], "{indicator}");
    }
    let sixth = year.indicator_from_questions(6, &eit).expect("all five");
    assert!((sixth - 78.348).abs() < 1e-9);
    assert!(agrees(78.36, sixth), "printed 78.36");
    assert_eq!(round2(year.indicator_from_parts(7, &eit).expect("all five")), 75.25);
    assert_eq!(year.indicator_from_questions(8, &eit), None, "e14 and e15 are missing");
}

#[test]
fn indicators_come_out_of_their_items() {
    let lost = items(2566, &["o1", "o25", "o36", "o39", "o40", "o41"]);
    assert_eq!(round2(year(2566).indicator_from_items(9, &lost).expect("all")), 93.00);
    assert_eq!(round2(year(2566).indicator_from_parts(10, &lost).expect("all")), 63.75);

    // 4 of 9, 0 of 8, 4 of 7, 0 of 4, 1 of 5: the only way to 24.32 with the sizes of 2563.
    let kept = ["o1", "o2", "o3", "o4", "o18", "o19", "o20", "o21", "o29"];
    let mut scores: BTreeMap<Code, f64> = year(2563).items().iter().map(|item| (item.code, 0.0)).collect();
    scores.extend(kept.map(|text| (code(text), 100.0)));
    assert_eq!(round2(year(2563).indicator_from_items(9, &scores).expect("all")), 24.32);
    assert_eq!(year(2563).indicator_from_items(10, &scores), Some(0.0));
}

/// Every way in which an OIT indicator can come to a printed score: items kept in each sub-indicator.
fn ways(number: u16, indicator: u8, printed: f64) -> Vec<Vec<usize>> {
    let year = year(number);
    let subs: Vec<Vec<Code>> = year
        .sub_indicators_of(indicator)
        .map(|sub| year.items_of(sub.number).map(|item| item.code).collect())
        .collect();
    let mut all = vec![Vec::new()];
    for sub in &subs {
        all = all
            .iter()
            .flat_map(|kept: &Vec<usize>| (0..=sub.len()).map(move |more| [kept.as_slice(), &[more]].concat()))
            .collect();
    }
    all.retain(|kept| {
        let scores = subs.iter().zip(kept).flat_map(|(sub, kept)| {
            sub.iter().enumerate().map(move |(at, code)| (*code, if at < *kept { 100.0 } else { 0.0 }))
        });
        year.indicator_from_items(indicator, &scores.collect()).map(round2) == Some(printed)
    });
    all
}

#[test]
fn only_the_lists_of_their_years_can_give_the_printed_scores() {
    assert_eq!(ways(2563, 9, 24.32), [[4, 0, 4, 0, 1]]);
    assert!([2566, 2567].into_iter().all(|other| ways(other, 9, 24.32).is_empty()));
    assert!(ways(2566, 9, 93.00).contains(&vec![9, 8, 4, 3, 4]), "o1 and o25 lost");
    assert!([2563, 2564, 2565, 2567].into_iter().all(|other| ways(other, 9, 93.00).is_empty()));
    assert_eq!(ways(2566, 10, 63.75), [[7, 2]]);
    assert!([2563, 2567, 2568, 2569].into_iter().all(|other| ways(other, 10, 63.75).is_empty()));
}

#[test]
fn nothing_is_made_up_for_a_part_that_is_missing() {
    let year = year(2566);
    let mut scores = indicators(&OF_2566);
    scores.remove(&8);
    assert_eq!(year.instrument_mean(Instrument::Eit, &scores), None);
    assert_eq!(year.overall(&scores), None);
    assert!(year.means(&scores).oit.is_some());
    let mut all = items(2566, &[]);
    all.remove(&code("o7"));
    assert_eq!(year.indicator_from_items(9, &all), None);
    assert_eq!(year.indicator_from_items(10, &all), Some(100.0));
    assert_eq!(year.indicator_from_items(1, &all), None, "measured by questions");
    assert_eq!(year.indicator_from_questions(9, &all), None, "measured by items");
    assert_eq!(year.indicator_from_parts(11, &all), None);
    assert_eq!(super::year(2567).indicator_from_questions(1, &questions(Instrument::Iit, &IIT_2566)), None);
    scores.insert(8, f64::NAN);
    assert_eq!(year.overall(&scores), None);
    let weights = year.weights().expect("weights");
    assert_eq!(overall(&Means { iit: Some(90.0), eit: Some(90.0), oit: None }, &weights), None);
}

#[test]
fn halves_are_rounded_up_whatever_they_are_in_binary() {
    for (score, rounded) in [
        (94.995, 95.00),
        (84.995, 85.00),
        (69.995, 70.00),
        (94.994, 94.99),
        (94.994_999, 94.99),
        (1.005, 1.01),
        (80.421_8, 80.42),
        (0.0, 0.0),
        (100.0, 100.0),
        (99.995, 100.0),
        (0.005, 0.01),
        (0.004_9, 0.0),
        (63.75, 63.75),
    ] {
        assert_eq!(round2(score), rounded, "{score}");
    }
    assert!(round2(f64::NAN).is_nan());
}

#[test]
fn tolerance_is_two_hundredths() {
    assert!(agrees(80.42, 80.44) && agrees(80.44, 80.42) && agrees(80.42, 80.444));
    assert!(!agrees(80.42, 80.45) && !agrees(80.42, f64::NAN));
}

proptest! {
    #[test]
    fn every_half_of_a_hundredth_goes_up(hundredths in 0_u32..10_000, thousandth in 0_u32..10) {
        let score: f64 = format!("{}.{:02}{thousandth}", hundredths / 100, hundredths % 100).parse().expect("number");
        let up = u32::from(thousandth >= 5);
        prop_assert_eq!(round2(score), f64::from(hundredths + up) / 100.0);
    }

    #[test]
    fn a_mean_stays_between_its_parts(scores in prop::collection::vec(0.0_f64..=100.0, 10)) {
        let computed = year(2566).overall(&indicators(&scores)).expect("all ten");
        let (low, high) = (scores.iter().copied().fold(100.0, f64::min), scores.iter().copied().fold(0.0, f64::max));
        prop_assert!(computed >= low - 1e-9 && computed <= high + 1e-9);
    }
}

#[test]
fn points_are_shared_by_weight_and_then_equally() {
    let year = year(2566);
    let points: Vec<f64> = (1..=10).map(|number| round2(year.points_of(number).expect("a share"))).collect();
    assert_eq!(points, [6.0, 6.0, 6.0, 6.0, 6.0, 10.0, 10.0, 10.0, 20.0, 20.0]);
    assert_eq!(round2(year.points_lost(10, 63.75).expect("a loss")), 7.25);
    assert_eq!(year.points_of(11), None);
}

#[test]
fn an_indicator_is_the_same_by_its_name_and_not_by_its_number() {
    let (before, now) = (year(2566), year(2567));
    let named = |name: &str| now.indicators().iter().find(|one| one.name == name).expect("an indicator");
    assert_eq!(before.same_indicator(named("การเปิดเผยข้อมูล")).map(|one| one.number), Some(9));
    let renamed = super::super::Indicator {
        name: "อย่างอื่น".to_owned(), ..named("การเปิดเผยข้อมูล").clone()
    };
    assert_eq!(before.same_indicator(&renamed), None);
    assert!(before.scores_like(now));
}

proptest! {
    #[test]
    fn what_the_indicators_lose_is_what_the_overall_score_lacks(scores in proptest::array::uniform10(0.0..=100.0_f64)) {
        let (year, scores) = (year(2567), indicators(&scores));
        let lost: f64 = scores.iter().filter_map(|(number, score)| year.points_lost(*number, *score)).sum();
        prop_assert!((lost - (100.0 - year.overall(&scores).expect("all ten"))).abs() < 1e-9);
    }
}
