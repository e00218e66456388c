//! Every spelling of a code that was found in documents and on sites, and what is not one.

use super::super::{Code, CodeError, Instrument};
use proptest::prelude::*;

fn oit(number: u16) -> Code {
    Code { instrument: Instrument::Oit, number }
}

#[test]
fn reads_every_spelling_of_an_item() {
    for (text, number) in [
        ("o1", 1),
        ("O1", 1),
        ("O1.", 1),
        ("O1 :", 1),
        ("O1:", 1),
        ("O 10", 10),
        ("o.10", 10),
        ("o. 10", 10),
        ("O-10", 10),
        ("OIT 1", 1),
        ("OIT1", 1),
        ("OIT10", 10),
        ("oit 10", 10),
        ("OIT: 10", 10),
        ("01", 1),
        ("010", 10),
        ("043", 43),
        ("O01", 1),
        ("o010", 10),
        ("๐๑๐", 10),
        ("๐ ๓ ๐", 30),
        ("๐ ๑ ๐", 10),
        ("๐ ๑๐", 10),
        ("o ๑ ๐", 10),
        ("o๑๐", 10),
        ("ข้อ o25", 25),
        ("ข้อ O 25", 25),
        ("ข้อo25", 25),
        ("ข้อที่ o25", 25),
        ("ข้อ ๐๒๕", 25),
        ("ข้อ 25", 25),
        ("10", 10),
        ("๑๐", 10),
        (" o10 ", 10),
        ("(o10)", 10),
        ("o10\u{200b}", 10),
        ("\u{feff}o\u{a0}10", 10),
        ("o999", 999),
    ] {
        assert_eq!(Code::parse_oit(text), Ok(oit(number)), "{text}");
    }
}

#[test]
fn reads_codes_of_every_instrument() {
    for (text, canonical) in [
        ("i1", "i1"),
        ("E15", "e15"),
        ("ข้อ i1", "i1"),
        ("ข้อคำถามที่ e15", "e15"),
        ("IIT 1", "i1"),
        ("EIT15", "e15"),
        ("i๓๐", "i30"),
        ("ข้อ e๗", "e7"),
        ("o10", "o10"),
        ("010", "o10"),
        ("๐๑๐", "o10"),
    ] {
        assert_eq!(Code::parse(text).map(|code| code.to_string()), Ok(canonical.to_owned()), "{text}");
    }
}

#[test]
fn a_bare_number_is_an_item_only_among_items() {
    assert_eq!(Code::parse("๑๐"), Err(CodeError::NoInstrument(10)));
    assert_eq!(Code::parse_oit("๑๐"), Ok(oit(10)));
    assert!(matches!(Code::parse_oit("i1"), Err(CodeError::NotAnItem(_))));
}

#[test]
fn refuses_what_is_no_code() {
    for text in ["MOIT 1", "MOIT1", "moit 22", "EB1", "EB 26"] {
        assert!(matches!(Code::parse_oit(text), Err(CodeError::OtherScheme(_))), "{text}");
    }
    for text in ["0", "๐", "o0", "00", "o1000", "1000", "o99999999999999999999", "O 0"] {
        assert!(matches!(Code::parse_oit(text), Err(CodeError::NoSuchNumber(_))), "{text}");
    }
    for text in [
        "o10 แผนดำเนินงาน",
        "๐๑๐นโยบาย",
        "o1 o2",
        "o1, o2",
        "o1 2",
        "1 0",
        "o1-o5",
        "o",
        "OIT",
        "ข้อ",
        "x10",
        "o1a",
        "-10",
        "o1.5",
        "10.5",
        "io1",
        "o+1",
        "๐ ๑๐ ๑",
        "(o10",
        "o½",
        "o²",
        "ｏ10",
    ] {
        assert!(matches!(Code::parse_oit(text), Err(CodeError::NotACode(_))), "{text}");
    }
    for text in ["", "  ", "\u{200b}"] {
        assert_eq!(Code::parse(text), Err(CodeError::Empty), "{text:?}");
    }
}

#[test]
fn a_message_says_what_to_write_and_stays_short() {
    let error = Code::parse("5").expect_err("no instrument");
    assert_eq!(error.to_string(), "`5` does not say which instrument it is of: write i5, e5 or o5");
    assert_eq!(error.thai(), "`5` ไม่บอกว่าเป็นของแบบวัดใด ให้เขียน i5, e5 หรือ o5");
    let page = Code::parse(&"แผน".repeat(9999)).expect_err("no code");
    assert!(page.to_string().chars().count() < 120);
}

#[test]
fn codes_are_in_natural_order() {
    let mut codes: Vec<Code> = ["o10", "e15", "o9", "i2", "e2", "i10"].map(super::code).into();
    codes.sort();
    let sorted: Vec<String> = codes.iter().map(ToString::to_string).collect();
    assert_eq!(sorted, ["i2", "i10", "e2", "e15", "o9", "o10"]);
}

#[test]
fn goes_through_serde() {
    let codes: Vec<Code> = serde_yaml::from_str("[o10, 10, 010, ๐๑๐, ข้อ i1, '๑๐']").expect("codes");
    let texts: Vec<String> = codes.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["o10", "o10", "o10", "o10", "i1", "o10"]);
    assert_eq!(serde_yaml::to_string(&codes[0]).expect("text").trim(), "o10");
    for wrong in ["0", "-1", "1000", "99999999999", "MOIT 1", "[o1]", "1.5"] {
        assert!(serde_yaml::from_str::<Code>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn has_a_schema_that_an_editor_can_show() {
    let schema = schemars::schema_for!(Code);
    assert_eq!(schema.get("type").and_then(|kind| kind.as_str()), Some("string"));
    assert!(schema.get("description").is_some() && schema.get("examples").is_some());
}

fn thai(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|digit| char::from_u32(u32::from('๐') + digit)).unwrap_or(c)).collect()
}

/// An instrument's name or letter in any case.
fn letters(instrument: Instrument) -> impl Strategy<Value = String> {
    let (letter, name) = (instrument.letter().to_string(), instrument.name().to_owned());
    prop_oneof![Just(letter.clone()), Just(letter.to_uppercase()), Just(name.clone()), Just(name.to_lowercase())]
}

proptest! {
    #[test]
    fn the_canonical_form_reads_back(which in 0_usize..3, number in 1_u16..=999) {
        let code = Code::new(Instrument::ALL[which], number).expect("in range");
        prop_assert_eq!(Code::parse(&code.to_string()), Ok(code));
        prop_assert_eq!(Code::parse(&thai(&code.to_string())), Ok(code));
    }

    #[test]
    fn every_spelling_reads_back(
        (instrument, letters) in (0_usize..3).prop_flat_map(|which| {
            let instrument = Instrument::ALL[which];
            (Just(instrument), letters(instrument))
        }),
        number in 1_u16..=999,
        lead in prop::sample::select(vec!["", "ข้อ", "ข้อ ", "ข้อที่ ", "ข้อคำถามที่ ", " "]),
        joint in prop::sample::select(vec!["", " ", ".", ". ", " : ", "-", "\u{a0}"]),
        padding in prop::sample::select(vec!["", "0", "00"]),
        tail in prop::sample::select(vec!["", ".", ":", " :", " . "]),
        in_thai in any::<bool>(),
        apart in any::<bool>(),
    ) {
        let digits = format!("{padding}{number}");
        let spaced = apart && joint.starts_with(' ');
        let digits = if spaced { digits.chars().map(String::from).collect::<Vec<_>>().join(" ") } else { digits };
        let text = format!("{lead}{letters}{joint}{digits}{tail}");
        let text = if in_thai { thai(&text) } else { text };
        prop_assert_eq!(Code::parse(&text), Ok(Code { instrument, number }), "{}", text);
    }

    #[test]
    fn a_zero_for_the_letter_reads_back(number in 1_u16..=999, in_thai in any::<bool>(), apart in any::<bool>()) {
        let text = format!("0{number}");
        let text = if apart { text.chars().map(String::from).collect::<Vec<_>>().join(" ") } else { text };
        let text = if in_thai { thai(&text) } else { text };
        prop_assert_eq!(Code::parse(&text), Ok(oit(number)), "{}", text);
    }

    #[test]
    fn no_input_panics(text in any::<String>(), near in "[oiePOIT๐-๙0-9 .:ข้อที่()\u{200b}-]{0,12}") {
        for text in [text, near] {
            let read = Code::parse(&text);
            if let Ok(code) = read {
                prop_assert_eq!(Code::parse(&code.to_string()), Ok(code));
            }
            if let Err(error) = read.and_then(|_| Code::parse_oit(&text)) {
                prop_assert!(!error.to_string().is_empty() && !error.thai().is_empty());
            }
        }
    }
}
