//! Levels at their edges, with and without the means of the instruments.

use super::super::{Judgement, Means};
use super::year;

fn means(iit: f64, eit: f64, oit: f64) -> Means {
    Means { iit: Some(iit), eit: Some(eit), oit: Some(oit) }
}

/// The names of the levels that a score can have in a year.
fn judge(number: u16, overall: f64, means: &Means) -> Vec<String> {
    let judgement = year(number).levels().expect("scale").judge(overall, means).expect("in range");
    assert_eq!(judgement.level().is_some(), matches!(judgement, Judgement::Level(_)));
    judgement.candidates().iter().map(|level| level.name.clone()).collect()
}

#[test]
fn the_old_scale_knows_only_the_overall_score() {
    for (overall, level) in [
        (100.0, "AA"),
        (95.0, "AA"),
        (94.995, "AA"),
        (94.99, "A"),
        (94.994, "A"),
        (85.0, "A"),
        (84.99, "B"),
        (75.0, "B"),
        (74.99, "C"),
        (65.0, "C"),
        (64.99, "D"),
        (59.76, "D"),
        (55.0, "D"),
        (54.995, "D"),
        (54.99, "E"),
        (50.0, "E"),
        (49.99, "F"),
        (0.0, "F"),
    ] {
        for number in 2563..=2565 {
            assert_eq!(judge(number, overall, &Means::default()), [level], "{overall}");
            assert_eq!(judge(number, overall, &means(0.0, 0.0, 0.0)), [level], "{overall}");
        }
    }
}

#[test]
fn the_new_scale_asks_every_instrument_for_the_passing_levels() {
    for (overall, means, level) in [
        (96.0, means(96.0, 96.0, 96.0), "ผ่านดีเยี่ยม"),
        (95.0, means(95.0, 95.0, 95.0), "ผ่านดีเยี่ยม"),
        (94.995, means(94.995, 94.995, 94.995), "ผ่านดีเยี่ยม"),
        (96.0, means(94.0, 97.0, 97.0), "ผ่านดี"),
        (96.0, means(94.99, 97.0, 97.0), "ผ่านดี"),
        (96.0, means(97.0, 97.0, 80.0), "ผ่าน"),
        (94.99, means(99.0, 99.0, 99.0), "ผ่านดี"),
        (85.0, means(85.0, 85.0, 85.0), "ผ่านดี"),
        (84.995, means(84.995, 85.0, 85.0), "ผ่านดี"),
        (85.0, means(84.99, 86.0, 86.0), "ผ่าน"),
        (84.99, means(99.0, 99.0, 99.0), "ต้องปรับปรุง"),
        (80.42, means(87.64, 75.94, 78.38), "ต้องปรับปรุง"),
        (70.0, means(0.0, 0.0, 0.0), "ต้องปรับปรุง"),
        (69.995, means(70.0, 70.0, 70.0), "ต้องปรับปรุง"),
        (69.99, means(99.0, 99.0, 99.0), "ต้องปรับปรุงโดยด่วน"),
        (0.0, means(0.0, 0.0, 0.0), "ต้องปรับปรุงโดยด่วน"),
    ] {
        for number in 2566..=2569 {
            assert_eq!(judge(number, overall, &means), [level], "{overall} {means:?}");
        }
    }
}

#[test]
fn without_the_instruments_as_much_is_said_as_can_be() {
    let none = Means::default();
    assert_eq!(judge(2566, 96.0, &none), ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"]);
    assert_eq!(judge(2566, 94.99, &none), ["ผ่านดี", "ผ่าน"]);
    assert_eq!(judge(2566, 80.42, &none), ["ต้องปรับปรุง"]);
    assert_eq!(judge(2566, 69.0, &none), ["ต้องปรับปรุงโดยด่วน"]);
    let one = |mean| Means { iit: Some(mean), ..none };
    assert_eq!(judge(2566, 96.0, &one(94.0)), ["ผ่านดี", "ผ่าน"]);
    assert_eq!(judge(2566, 96.0, &one(80.0)), ["ผ่าน"]);
    assert_eq!(judge(2566, 96.0, &one(99.0)), ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"]);
}

#[test]
fn says_whether_a_published_level_can_be_right() {
    let scale = year(2566).levels().expect("scale");
    let judgement = scale.judge(91.21, &Means::default()).expect("in range");
    assert!(judgement.allows(scale.find("ผ่าน").expect("level")));
    assert!(!judgement.allows(scale.find("ต้องปรับปรุง").expect("level")));
}

#[test]
fn no_level_for_what_is_no_score() {
    let scale = year(2566).levels().expect("scale");
    for overall in [-0.01, 100.01, f64::NAN, f64::INFINITY] {
        assert_eq!(scale.judge(overall, &Means::default()), None, "{overall}");
    }
    assert!(scale.judge(100.000_000_1, &Means::default()).is_some(), "a sum of floats");
}

#[test]
fn reads_a_level_as_an_officer_writes_it() {
    for (number, text, name) in [
        (2563, "D", Some("D")),
        (2563, "d", Some("D")),
        (2563, "ระดับ D", Some("D")),
        (2563, " ระดับ AA ", Some("AA")),
        (2563, "“A”", Some("A")),
        (2563, "ผ่าน", None),
        (2563, "G", None),
        (2566, "ผ่านดี", Some("ผ่านดี")),
        (2566, "ผ่าน ดีเยี่ยม", Some("ผ่านดีเยี่ยม")),
        (2566, "ระดับผ่าน", Some("ผ่าน")),
        (2566, "ต้องปรับปรุง", Some("ต้องปรับปรุง")),
        (2566, "ต้องปรับปรุงโดยด่วน", Some("ต้องปรับปรุงโดยด่วน")),
        (2566, "D", None),
        (2566, "", None),
        (2566, "ระดับ", None),
        (2566, "ไม่ผ่าน", None),
    ] {
        let found = year(number).levels().expect("scale").find(text);
        assert_eq!(found.map(|level| level.name.as_str()), name, "{text}");
    }
}
