//! What a site can say about the framework, and what is said to an officer whose file does not fit.

use super::super::{Basis, Certainty, Framework, FrameworkPatch, FrameworkYear, Instrument, QuestionKind};
use super::{code, file};
use proptest::prelude::*;

fn patched(yaml: &str, number: u16) -> FrameworkYear {
    let framework = Framework::embedded().patched(&file(yaml)).unwrap_or_else(|error| panic!("{error}"));
    framework.year(number).unwrap_or_else(|| panic!("{number} is not there")).clone()
}

/// Path and English text of everything that is wrong.
fn problems(yaml: &str) -> Vec<String> {
    let error = Framework::embedded().patched(&file(yaml)).expect_err("the file does not fit");
    assert!(error.problems.iter().all(|problem| !problem.thai().is_empty()));
    error.problems.iter().map(|problem| format!("{} | {problem}", problem.path)).collect()
}

#[test]
fn a_corrected_title_is_certain_on_the_sites_word() {
    let year = patched("{ year: 2567, items: { code: O 26, title: ประกาศเจตนารมณ์ } }", 2567);
    let item = year.item(code("o26")).expect("o26");
    assert_eq!(item.title, "ประกาศเจตนารมณ์");
    assert_eq!((item.certainty, item.basis.as_slice()), (Certainty::FULL, [Basis::Site].as_slice()));
    assert_eq!(item.sub_indicator.to_string(), "10.1", "what is not given stays");
    assert!(year.item(code("o27")).expect("o27").certainty.is_doubtful(), "and so do the others");
    assert_eq!(Framework::embedded().year(2567).expect("2567").items().len(), year.items().len());
}

#[test]
fn certainty_is_of_the_words() {
    let year = patched(
        "year: ๒๕๖๗
items:
  - { code: o20, sub_indicator: 9.5 }
  - { code: o21, certainty: 1 }
  - { code: o22, title: ก, certainty: '๐.๗', basis: recollection }
  - { code: o26, group: '' }",
        2567,
    );
    let item = |text| year.item(code(text)).expect("item");
    assert_eq!((item("o20").certainty.value(), item("o20").indicator), (0.78, 9), "only moved");
    assert_eq!(
        (item("o21").certainty.value(), item("o21").basis.as_slice()),
        (1.0, [Basis::Site].as_slice()),
        "confirmed"
    );
    assert_eq!((item("o22").certainty.value(), item("o22").basis.as_slice()), (0.7, [Basis::Recollection].as_slice()));
    assert_eq!(item("o26").group, None);
}

#[test]
fn what_the_file_says_of_itself_holds_for_its_entries() {
    let year = patched("{ year: 2567, certainty: 0.95, basis: published, items: [{ code: o26, title: ก }] }", 2567);
    let item = year.item(code("o26")).expect("o26");
    assert_eq!((item.certainty.value(), item.basis.as_slice()), (0.95, [Basis::Published].as_slice()));
}

#[test]
fn a_new_year_can_start_from_another() {
    let year = patched(
        "year: 2570
like: 2569
sub_indicators:
  - number: '10.3'
    title: ใหม่
    items: [{ code: o26 }, { code: o27, title: ข้อใหม่ }]
  - { number: 9.5, remove: true }
issues: { number: 7, remove: true }
questions:
  - { code: IIT 1, indicator: 1, text: ถามอะไร, scale: four_point }
  - { code: e1, indicator: ๖ }
levels: { scale: [{ name: ผ่าน, overall_min: 85 }, { name: ไม่ผ่าน, overall_min: 0 }] }
measure_items: { progress: o27 }",
        2570,
    );
    assert_eq!(year.items().len(), 26 - 4 + 1);
    assert_eq!(year.item(code("o26")).expect("moved").sub_indicator.to_string(), "10.3");
    assert!(year.item(code("o16")).is_none(), "gone with 9.5");
    let over = year.item(code("o1")).expect("o1");
    assert_eq!((over.certainty, over.basis.as_slice()), (Certainty::TAKEN_OVER, [Basis::Inferred].as_slice()));
    assert_eq!(year.item(code("o27")).expect("new").certainty, Certainty::FULL);
    assert_eq!(year.issues().len(), 6);
    assert_eq!(year.question(code("i1")).expect("i1").kind, QuestionKind::Wording);
    assert_eq!(year.question(code("e1")).expect("e1").kind, QuestionKind::Unknown);
    assert_eq!(year.levels().expect("scale").levels().len(), 2);
    assert_eq!(year.plan_item().expect("plan").code, code("o25"));
    assert_eq!(year.progress_item().expect("progress").title, "ข้อใหม่");
}

#[test]
fn a_new_year_that_is_just_like_another_can_be_vouched_for() {
    let year = patched("{ year: 2570, like: 2569, certainty: 1, basis: document }", 2570);
    assert!(year.items().iter().all(|item| !item.certainty.is_doubtful() && item.basis == [Basis::Document]));
}

#[test]
fn a_new_year_can_be_written_from_nothing() {
    let year = patched(
        "year: 2570
indicators: { number: 1, name: การเปิดเผย, instrument: oit }
sub_indicators: { number: 1.1, title: ก, items: { code: 1, title: ข } }",
        2570,
    );
    assert_eq!(year.item(code("o1")).expect("o1").indicator, 1);
    assert!(year.weights().is_none() && year.levels().is_none() && year.plan_item().is_none());
    assert!(year.judge(90.0, &[(1, 90.0)].into()).is_none());
    assert_eq!(year.instrument_mean(Instrument::Oit, &[(1, 90.0)].into()), Some(90.0));
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_entry() {
    let told = problems(
        "year: 2567
certainty: 3
sub_indicators:
  - { number: 9.1, items: [{ code: o1, sub_indicator: '9.2' }, { code: MOIT 1, title: ก }] }
  - { number: nine, title: ก }
items:
  - { code: o1, title: ก }
  - { code: o99 }
  - { code: o98, title: ก, sub_indicator: 9.9 }
  - { code: o97, title: ก, sub_indicator: x }
  - { code: o96, remove: true }
  - { code: o2, title: '  ' }
questions:
  - { code: o1, indicator: 9 }
  - { code: i1, indicator: 9 }
  - { code: '5', indicator: 1 }
  - { code: i2, indicator: 1, kind: topic }
instruments: { code: OIT, weight: 0.5 }
issues:
  - { number: 8 }
  - { number: 1, codes: { of_year: 2566, codes: [i31, o44] } }
measure_items: { plan: o77 }",
    );
    for expected in [
        "certainty | the year: `certainty` is from 0 to 1, and not 3",
        "sub_indicators[0].items[0] | item o1: it stands under 9.1 but says `sub_indicator: 9.2`",
        "sub_indicators[0].items[1] | item MOIT 1: `MOIT 1` is a code of the Ministry of Public Health, not of ITA",
        "sub_indicators[1] | sub-indicator nine: `nine` is not the number of a sub-indicator: write for example 9.1",
        "items[0] | item o1: this entry is written twice",
        "items[1] | item o99: this entry is new and needs `title`",
        "items[1] | item o99: this entry is new and needs `sub_indicator`",
        "items[2] | item o98: there is no sub-indicator 9.9",
        "items[3] | item o97: `x` is not the number of a sub-indicator: write for example 9.1",
        "items[4] | item o96: there is no such entry to remove",
        "items[5] | item o2: `title` is empty",
        "questions[0] | question o1: `o1` is an OIT item, not a question",
        "questions[1] | question i1: indicator 9 is measured by another instrument",
        "questions[2] | question 5: `5` does not say which instrument it is of: write i5, e5 or o5",
        "questions[3] | question i2: `kind: wording` and `kind: topic` need a `text`, and `kind: unknown` has none",
        " | the instruments: the weights make 1.1 together, and not 1",
        "issues[0] | issue 8 of 2567: this entry is new and needs `title`",
        "issues[1] | issue 1 of 2567: the framework of 2566 has no i31",
        "issues[1] | issue 1 of 2567: the framework of 2566 has no o44",
        "measure_items | measure_items: the framework of 2567 has no o77",
    ] {
        assert!(told.iter().any(|one| one == expected), "{expected}\nis not among\n{}", told.join("\n"));
    }
    assert_eq!(told.len(), 20, "{}", told.join("\n"));
}

#[test]
fn years_must_be_of_the_buddhist_era_and_known() {
    assert_eq!(
        problems("year: 2027"),
        ["year | the year: 2027 is not a fiscal year of the Buddhist Era: write for example 2570"]
    );
    assert_eq!(
        problems("{ year: 2570, like: 2571 }"),
        ["like | the year: `like: 2571` names a year that is not known"]
    );
    assert_eq!(problems("{ year: 2569, like: 2568 }").len(), 1);
    assert_eq!(problems("year: 99999999").len(), 1);
}

#[test]
fn levels_must_leave_no_score_without_one() {
    let scale = |levels: &str| problems(&format!("{{ year: 2566, levels: {{ scale: [{levels}] }} }}"));
    let good = "{ name: ก, overall_min: 85 }";
    assert_eq!(scale(good).len(), 1, "nothing below 85");
    assert_eq!(scale("{ name: ก, overall_min: 0, instrument_min: 0.1 }").len(), 1);
    assert_eq!(
        scale(&format!("{good}, {{ name: ข, overall_min: 0 }}, {{ name: ค, overall_min: 0 }}")),
        ["levels.scale[2] | level ค: levels go from best to worst, and this one can never be reached where it stands"]
    );
    assert_eq!(
        scale(&format!("{good}, {{ name: ก, overall_min: 0 }}")),
        ["levels.scale[0] | level ก: this entry is written twice"]
    );
    assert_eq!(scale("{ name: ก, overall_min: 850 }, { name: ข, overall_min: 0 }").len(), 1);
}

#[test]
fn a_field_that_is_not_known_is_an_error() {
    for yaml in
        ["{ year: 2567, item: [] }", "{ year: 2567, items: { code: o1, titel: ก } }", "{ items: [] }", "[]", "1"]
    {
        assert!(serde_yaml::from_str::<FrameworkPatch>(yaml).is_err(), "{yaml}");
    }
}

#[test]
fn a_later_file_builds_on_an_earlier_one() {
    let one = Framework::embedded().patched(&file("{ year: 2570, like: 2569 }")).expect("2570");
    let two = one.patched(&file("{ year: 2571, like: 2570 }")).expect("2571");
    assert_eq!(two.years().next_back().map(FrameworkYear::year), Some(2571));
    assert!(Framework::embedded().year(2570).is_none(), "what is embedded stays as it is");
}

#[test]
fn every_field_is_explained_in_the_schema() {
    fn unexplained(value: &serde_json::Value, path: &str, found: &mut Vec<String>) {
        let Some(object) = value.as_object() else { return };
        for (name, field) in object.get("properties").and_then(|fields| fields.as_object()).into_iter().flatten() {
            if field.get("description").is_none() {
                found.push(format!("{path}.{name}"));
            }
        }
        object.iter().for_each(|(name, inner)| unexplained(inner, &format!("{path}.{name}"), found));
    }
    let schema = serde_json::to_value(schemars::schema_for!(FrameworkPatch)).expect("JSON");
    let mut found = Vec::new();
    unexplained(&schema, "", &mut found);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["required"], serde_json::json!(["year"]));
}

proptest! {
    #[test]
    fn no_file_panics(
        year in 2560_u32..2575,
        like in prop::option::of(2560_u32..2575),
        codes in prop::collection::vec(("[oie๐0-9 ]{0,4}", prop::option::of("[0-9๑.]{0,4}"), any::<bool>()), 0..6),
    ) {
        let mut yaml = format!("year: {year}\n");
        if let Some(like) = like {
            yaml.push_str(&format!("like: {like}\n"));
        }
        yaml.push_str("items:\n");
        for (code, sub, remove) in codes {
            let sub = sub.map(|sub| format!(", sub_indicator: '{sub}'")).unwrap_or_default();
            yaml.push_str(&format!("  - {{ code: '{code}', title: ก, remove: {remove}{sub} }}\n"));
        }
        if let Err(error) = Framework::embedded().patched(&file(&yaml)) {
            prop_assert!(!error.problems.is_empty());
        }
    }
}
