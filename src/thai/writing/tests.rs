//! What is a fault, and what is not: by examples, and by properties of any text.

use super::letter::{Letter, Letters, Part};
use super::misspelling::List;
use super::{Fault, FaultKind, faults};
use proptest::prelude::*;

/// The faults of a kind, each as it stands and as it should.
fn found(kind: FaultKind, text: &str) -> Vec<(&str, Option<String>)> {
    let of_kind = faults(text).into_iter().filter(|fault| fault.kind == kind);
    of_kind.map(|fault| (&text[fault.range.clone()], fault.suggestion)).collect()
}

/// Holds a table of texts to what is found in each: one fault and its suggestion.
fn fires(kind: FaultKind, table: &[(&str, &str, Option<&str>)]) {
    for (text, wrong, right) in table {
        assert_eq!(found(kind, text), [(*wrong, right.map(str::to_owned))], "{text}");
    }
}

/// Holds a list of sound texts to having no fault at all.
fn silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(faults(text), [], "{text}");
    }
}

#[test]
fn every_wrong_spelling_is_found_and_no_right_one() {
    let list = List::embedded();
    let mut wrong_ones = 0;
    for entry in &list.entries {
        let known: Vec<&String> = list.entries.iter().map(|entry| &entry.right).chain(&entry.not_in).collect();
        for right in known {
            for sentence in [right.clone(), format!("ผลของ{right}ในปีนี้"), format!("{right} ๒๕๖๖")]
            {
                assert_eq!(found(FaultKind::Misspelling, &sentence), [], "{sentence}");
            }
        }
        for wrong in &entry.wrong {
            wrong_ones += 1;
            let text = format!("Facebook {wrong} (๑)");
            let found = found(FaultKind::Misspelling, &text);
            assert_eq!(found.len(), 1, "{wrong}");
            // The fault may be told with the word around it.
            assert!(found[0].0.contains(wrong.as_str()), "{wrong}: {found:?}");
        }
    }
    assert!(list.entries.len() > 90 && wrong_ones > 130, "{} entries, {wrong_ones} spellings", list.entries.len());
}

#[test]
fn a_spelling_is_wrong_by_what_stands_around_it() {
    fires(
        FaultKind::Misspelling,
        &[
            ("แจ้งทางซ่องทางต่าง ๆ", "ซ่องทาง", Some("ช่องทาง")),
            ("เว็บไซต์ เทศบาล เพชบุรี และไลน์", "เพชบุรี", Some("เฟซบุ๊ก")),
            ("เพชบุรี หรือ LINE ของเทศบาล", "เพชบุรี", Some("เฟซบุ๊ก")),
            ("เดินทางไปเพชบุรี\nทางไลน์", "เพชบุรี", Some("เพชรบุรี")),
            ("เว็บไซต์ของจังหวัดเพชบุรี", "จังหวัดเพชบุรี", Some("จังหวัดเพชรบุรี")),
            ("ป้องกันการทุจริตร", "ทุจริตร", Some("ทุจริต")),
            ("วัดศรีษะทองอยู่ที่ศรีษะเกษ", "ศรีษะเกษ", Some("ศรีสะเกษ")),
        ],
    );
    silent(&[
        "การทุจริตร้ายแรง ทุจริตร่วมกัน",
        "มาตราการชั่งตวงวัด",
        "สร้างสรรค์สังคม จัดสรรงบประมาณ",
        "กำหนดลายเซ็นต้นแบบ",
        "รับผิดขอบเขตงาน",
        "สินบล็อกเชน",
        "โครงการณรงค์ บุคคลอากร สัมมนาคุณภาพ",
    ]);
}

#[test]
fn words_that_stand_twice_by_mistake_are_found() {
    fires(
        FaultKind::Doubled,
        &[
            ("เจ้าหน้าที่ดำเนินการดำเนินการจัดทำ", "ดำเนินการดำเนินการ", Some("ดำเนินการ")),
            ("ประโยชน์ของของหน่วยงาน", "ของของ", Some("ของ")),
            ("แผนและและผล", "และและ", Some("และ")),
            ("เพื่อที่จะที่จะเผยแพร่", "ที่จะที่จะ", Some("ที่จะ")),
            ("ช่องทางการช่องทางการร้องเรียน", "ช่องทางการช่องทางการ", Some("ช่องทางการ")),
            ("แผน และ และผล", "และ และ", Some("และ")),
            ("การการดำเนินงาน", "การการ", Some("การ")),
            ("ผลของการการดำเนินงาน", "การการ", Some("การ")),
            ("ดำเนินการ ดำเนินการ", "ดำเนินการ ดำเนินการ", Some("ดำเนินการ")),
            ("โครงการ โครงการ", "โครงการ โครงการ", Some("โครงการ")),
            ("จัดทำ จัดทำแผน", "จัดทำ จัดทำ", Some("จัดทำ")),
            ("ตามที่ได้รับมอบหมาย จัดทำ จัดทำแผน", "จัดทำ จัดทำ", Some("จัดทำ")),
            ("แผนและ\n      และผล", "และ\n      และ", Some("และ")),
            ("- การ การทุจริต", "การ การ", Some("การ")),
            ("อำนวยความสะดวก สะดวก ทุกครั้ง", "สะดวก สะดวก", Some("สะดวก")),
            ("the result of the\nthe survey", "the\nthe", Some("the")),
        ],
    );
}

#[test]
fn words_that_stand_twice_rightly_are_not() {
    silent(&[
        "คณะกรรมการการเลือกตั้ง",
        "นานาประเทศ ต่าง ๆ นานา",
        "สถานที่ที่เหมาะสม บอกว่าว่าง ขอให้ให้ความร่วมมือ",
        "คนคนเดียว หน่วยงานหน่วยงานหนึ่ง ล้านล้านบาท",
        "การนำของของทางราชการไปใช้ เจ้าของของที่ดิน",
        "ของของประชาชน สัตว์เลี้ยงของของหลวง มูลค่าของของรางวัล",
        "สถานที่ที่ตั้งอยู่ ในที่ที่เหมาะสม สถานที่ ที่เหมาะสม",
        "การดำเนินการ ดำเนินการตามแผน ผู้จัดทำ จัดทำเมื่อวันที่",
        "ชื่อโครงการ โครงการอบรมคุณธรรม โครงการ โครงการอบรม",
        "คณะกรรมการการเลือกตั้ง ดำเนินการการประชุม การการันตีคุณภาพ การการุณยฆาต",
        "ผลการดำเนินการ การไม่มีผล ข้อความความยาวหนึ่งหน้า",
        "ประชาสัมพันธ์ของหน่วยงาน หน่วยงานได้ดำเนินการ",
        "เทศบาลตำบล\n\nตำบลพนมทวน",
        "ปฏิบัติตามตามที่กำหนด",
        "ตำบลพนมทวน พนมทวน กาญจนบุรี",
        "แต่แต่ละคน เพื่อเพื่อนบ้าน",
        "| กองคลัง | กองคลัง |",
        "had had a look at that that he is is",
        "then the other",
    ]);
}

#[test]
fn words_with_a_space_after_every_letter_are_found() {
    fires(
        FaultKind::Spaced,
        &[
            ("เ ท ศ บ า ล ตำบล", "เ ท ศ บ า ล", Some("เทศบาล")),
            ("ม า ต ร ก า ร", "ม า ต ร ก า ร", Some("มาตรการ")),
            ("๐ ๓ ๐ ก า ร เ ปิ ด โอกาส", "ก า ร เ ปิ ด", Some("การเปิด")),
            ("ข้อ จ า ก การ", "จ า ก", Some("จาก")),
            ("ต\u{a0}ร\u{2009}ว\u{202f}จ", "ต\u{a0}ร\u{2009}ว\u{202f}จ", Some("ตรวจ")),
        ],
    );
    silent(&[
        "ก ข ค ง จ",
        "ก. ข. ค. ง.",
        "อ บ ต",
        "ณ ที่ว่าการอำเภอ",
        "ต  ร  ว  จ",
        "ต\nร\nว\nจ",
        "๑ ๒ ๓ ๔",
        "ก1 ข2 ค3 ง4",
    ]);
}

#[test]
fn marks_that_are_put_together_wrongly_are_found() {
    fires(
        FaultKind::Marks,
        &[
            ("น\u{e49}\u{e4d}\u{e32}ดื่ม", "น\u{e49}\u{e4d}\u{e32}", Some("น้ำ")),
            ("น\u{e4d}\u{e49}\u{e32}ดื่ม", "น\u{e4d}\u{e49}\u{e32}", Some("น้ำ")),
            ("การกระท\u{e4d}\u{e32}", "ท\u{e4d}\u{e32}", Some("ทำ")),
            ("ทำ\u{e32}งาน", "ทำ\u{e32}", Some("ทำ")),
            ("เ\u{e40}ละ", "เ\u{e40}", Some("แ")),
            ("โโครงการ", "โโ", Some("โ")),
            ("หน\u{e32}\u{e49}ที่", "น\u{e32}\u{e49}", Some("น้า")),
            ("ก\u{e48}\u{e35}ครั้ง", "ก\u{e48}\u{e35}", Some("กี่")),
            ("พันธ\u{e4c}\u{e38}", "ธ\u{e4c}\u{e38}", Some("ธุ์")),
            ("ท\u{e35}\u{e48}\u{e48}", "ท\u{e35}\u{e48}\u{e48}", Some("ที่")),
            ("ด\u{e35}\u{e35}มาก", "ด\u{e35}\u{e35}", Some("ดี")),
            ("ตัวช \u{e35}\u{e49}วัด", "ช \u{e35}\u{e49}", Some("ชี้")),
            ("ด\u{e34}\u{e4d}ง", "ด\u{e34}\u{e4d}", Some("ดึ")),
            ("ต\u{e31}\u{e35}ว", "ต\u{e31}\u{e35}", None),
            ("เ\u{e48}ก", "เ\u{e48}", None),
            ("\u{e35}วัน", "\u{e35}", None),
            ("ข้อ ๑\u{e49}", "\u{e49}", None),
        ],
    );
    silent(&[
        "น้ำ ทำ กี่ สิทธิ์ พันธุ์ เก็บ เปล่า เจ๊ง ก๊าซ ฤๅษี จัดซื้อ เสร็จ รื้อ ปู่ย่า",
        "พุทฺธํ สรณํ คจฺฉามิ หิริโอตฺตปฺป",
        "ไม้เอก (\u{e48}) หรือ -\u{e49} และ ◌\u{e35}",
    ]);
}

#[test]
fn what_takes_no_room_is_found_between_thai_letters_alone() {
    fires(
        FaultKind::Invisible,
        &[("ช่อง\u{200b}ทาง", "ง\u{200b}ท", Some("งท")), ("ช่อง\u{ad}\u{feff}ทาง", "ง\u{ad}\u{feff}ท", Some("งท"))],
    );
    silent(&["\u{feff}ช่องทาง", "ช่องทาง\u{200b} ใหม่", "trans\u{ad}parent", "ITA\u{200b}ของเทศบาล"]);
}

#[test]
fn long_rows_of_what_takes_no_room_cost_no_more_than_others() {
    let text = format!("ช่อง{}ทาง\u{e49}", "\u{200b}".repeat(400_000));
    let begun = std::time::Instant::now();
    assert_eq!(found(FaultKind::Invisible, &text).len(), 1);
    assert!(begun.elapsed().as_secs() < 20, "it took {:?}", begun.elapsed());
    assert_eq!(found(FaultKind::Marks, "ข้อ ๑\u{200b}\u{200b}\u{e49}").len(), 1, "they are looked through");
}

#[test]
fn of_two_faults_in_one_place_one_is_told() {
    assert_eq!(faults("สม\u{e48}\u{e48}ำเสมอ").len(), 1);
    assert_eq!(faults("ก ำ น ั น").len(), 1);
}

/// Texts of the pieces of which faults are made.
fn pieces() -> impl Strategy<Value = String> {
    let words = vec![
        "ก",
        "น",
        "เ",
        "โ",
        "า",
        "ะ",
        "ำ",
        "ํ",
        "ิ",
        "ี",
        "ั",
        "่",
        "้",
        "์",
        "ฺ",
        "ๆ",
        "ฤ",
        "ๅ",
        " ",
        "\u{a0}",
        "\n",
        "\r\n",
        "\u{200b}",
        "\u{feff}",
        "การ",
        "ดำเนินการ",
        "และ",
        "ของ",
        "ซ่องทาง",
        "เพชบุรี",
        "ไลน์",
        "ทุจริตร",
        "the ",
        "a",
        "๑",
        "-",
    ];
    prop::collection::vec(prop::sample::select(words), 0..24).prop_map(|pieces| pieces.concat())
}

fn hold_for_any(text: &str) -> Result<(), TestCaseError> {
    let faults = faults(text);
    let mut end = 0;
    for Fault { kind, range, suggestion } in &faults {
        prop_assert!(range.start >= end && !range.is_empty() && text.get(range.clone()).is_some());
        end = range.end;
        let Some(right) = suggestion else { continue };
        prop_assert_ne!(right.as_str(), &text[range.clone()]);
        let again: Vec<_> = super::faults(right).into_iter().filter(|again| again.kind == *kind).collect();
        prop_assert_eq!(again, [], "{:?} of {:?}", kind, text);
    }
    Ok(())
}

#[test]
fn thai_letters_are_told_from_each_other_and_from_all_others() {
    for char in '\0'..=char::MAX {
        let letter = Letter::of(char);
        let is_thai = ('ก'..='๛').contains(&char);
        assert_eq!(letter.char() == char, is_thai || char == char::REPLACEMENT_CHARACTER, "{char:?}");
        assert!(is_thai || matches!(letter.part(), Part::Other | Part::Invisible), "{char:?}");
        assert!(is_thai || letter.is_whitespace() == char.is_whitespace(), "{char:?}");
        let is_other = letter.part() == Part::Other;
        assert!(!is_other || letter.is_alphanumeric() == char.is_alphanumeric(), "{char:?}");
    }
}

#[test]
fn the_list_is_of_thai_letters() {
    let list = List::embedded();
    for word in list.entries.iter().flat_map(|entry| entry.wrong.iter().chain(&entry.not_in)) {
        assert!(word.chars().all(|char| Letter::of(char).char() == char), "{word}");
    }
}

proptest! {
    #[test]
    fn letters_know_their_bytes(text in "([ก-๙]{0,40}|[ก-๙a é\u{e00}\u{e7f}\u{200b}\n字😀]{0,40}){0,6}") {
        let letters = Letters::of(&text);
        prop_assert!(letters.from(0).eq(text.chars().map(Letter::of)), "{}", text);
        let bytes: Vec<usize> = (0..=letters.codes().len()).map(|at| letters.byte(at)).collect();
        let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        prop_assert_eq!(bytes, chars);
    }

    #[test]
    fn a_suggestion_has_no_such_fault_and_places_are_sound(text in pieces()) {
        hold_for_any(&text)?;
    }

    #[test]
    fn any_text_is_looked_through(text in "\\PC{0,60}|[\u{e00}-\u{e7f} \n]{0,60}") {
        hold_for_any(&text)?;
    }
}
