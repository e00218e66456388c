use super::*;
use proptest::prelude::*;

fn n(count: u8) -> NonZeroU8 {
    NonZeroU8::new(count).expect("a count of the test")
}

fn iso(text: &str) -> String {
    let found: Vec<_> = find(text).iter().map(Recurrence::iso).collect();
    found.join(" ")
}

/// The recurrences among the dates of results in reports of 2564–2567, and what they mean.
const AS_FOUND: [(&str, &str); 9] = [
    ("ณ สิ้นปีงบประมาณ", "--09-30"),
    ("เป็นประจำทุกเดือน", "P1M"),
    ("เป็น ประจำทุกเดือน", "P1M"),
    ("ในทุกๆเดือน", "P1M"),
    ("เป็นประจำทุก ๖ เดือน", "P6M"),
    ("เดือนเมษายน และ กันยายนของทุกปี", "--04;--09"),
    ("เดือน เมษายน และกันยายนของทุกปี", "--04;--09"),
    ("เดือน เมษายน และ กันยายนของทุกปี", "--04;--09"),
    ("ทุกสิ้นปีงบประมาณ", "--09-30"),
];

#[test]
fn reads_what_was_found_in_reports() {
    for (text, expected) in AS_FOUND {
        assert_eq!(iso(text), expected, "{text}");
        assert_eq!(iso(&format!("รายงานผลให้ผู้บริหารทราบ{text}และเผยแพร่")), expected, "{text}");
    }
    assert_eq!(iso("ทุกเดือน สม่ำเสมอ"), "P1M");
}

#[test]
fn does_not_guess_at_a_misread_word() {
    // สิ้น misread as สิบ, "ten".
    assert_eq!(iso("ทุก สิบปีงบประมาณ"), "");
}

#[test]
fn reads_sentences() {
    for (text, expected) in [
        ("- รายงาน ความก้าวหน้า และสรุปผล ณ สิ้นปีงบประมาณ", "--09-30"),
        ("1.รายงานให้ผู้บริหารทราบทุกเดือน สม่ำเสมอ 3.ประกาศเผยแพร่", "P1M"),
        ("ให้ที่ประชุมทราบเป็นประจำทุกเดือน ๒. รายงานเป็นประจำทุก ๖ เดือน ๓. ทุกเดือน", "P1M P6M"),
        ("ทุก ๓ เดือน", "P3M"),
        ("ทุก๓เดือน", "P3M"),
        ("ทุกสามเดือน", "P3M"),
        ("ทุก ๆ ๓ เดือน", "P3M"),
        ("ทุกรอบ 6 เดือน", "P6M"),
        ("ทุกระยะ ๖ เดือน", "P6M"),
        ("ทุกไตรมาส", "P3M"),
        ("ทุกๆ ไตรมาส", "P3M"),
        ("ทุกสิ้นไตรมาส", "P3M"),
        ("ทุกสิ้นเดือน", "P1M"),
        ("ทุกปี", "P1Y"),
        ("เป็นประจำทุกปีงบประมาณ", "P1Y"),
        ("ทุก ๑๒ เดือน", "P1Y"),
        ("ทุก ๒ ปี", "P2Y"),
        ("ทุกสัปดาห์", "P1W"),
        ("ทุกๆ ๒ อาทิตย์", "P2W"),
        ("ทุกวันจันทร์", "P1W"),
        ("ทุกวัน", "P1D"),
        ("ทุกวันทำการ", "P1D"),
        ("ทุก ๑๕ วัน", "P15D"),
        ("เดือนละ ๑ ครั้ง", "P1M"),
        ("อย่างน้อยเดือนละครั้ง", "P1M"),
        ("ไตรมาสละ ๑ ครั้ง", "P3M"),
        ("อย่างน้อยปีละ 2 ครั้ง", "P6M"),
        ("ปีละหนึ่งครั้ง", ""),
        ("สัปดาห์ละ ๑ ครั้ง", "P1W"),
        ("ทุกเดือนเมษายน", "--04"),
        ("ทุกเดือนเมษายนและกันยายน", "--04;--09"),
        ("เดือนกันยายน, มกราคม และเมษายน ของทุกปี", "--01;--04;--09"),
        ("ต.ค. เเละ เม.ย. ของทุกๆ ปี", "--04;--10"),
        ("เดือนพฤศจิกายน - กุมภาพันธ์ ของทุกปี", "--01;--02;--11;--12"),
        ("ภายในวันที่ ๑๕ มกราคม ของทุกปี", "--01"),
        ("เมื่อสิ้นปีงบประมาณของทุกปี", "--09-30"),
        ("Reports every 6 months, and in April and September every year", "P6M --04;--09"),
        ("๑. สรุปผล ณ สิ้นปีงบประมาณ ๒. เผยแพร่", "--09-30"),
        ("at the end of each fiscal year", "--09-30"),
    ] {
        assert_eq!(iso(text), expected, "{text}");
    }
}

#[test]
fn near_misses_are_not_found() {
    for text in [
        "",
        "ทุก",
        "ทุกข์ของประชาชน",
        "ทุกกองงาน",
        "ทุกวันนี้",
        "ทุกคน ทุกฝ่าย ตลอดทั้งปี",
        "ทุก ๐ เดือน",
        "ทุก ๓๐๐ เดือน",
        "ทุก ๕๐ ปี",
        "ทุก ๙๙๙๙๙๙๙๙๙๙๙๙ เดือน",
        "เดือนละ ๒ ครั้ง",
        "เดือนละ ๕๐๐ บาท",
        "รอบ ๖ เดือน",
        "ประจำเดือนเมษายน ๒๕๖๖",
        "สิ้นปีงบประมาณ พ.ศ. ๒๕๖๖",
        "สิ้นปีงบประมาณ ๒๕๖๖",
        "ณ สิ้นปีงบประมาณ ๖๖",
        "เมษายน และ กันยายน",
        "everyone in May",
    ] {
        assert_eq!(iso(text), "", "{text}");
    }
}

#[test]
fn writes_recurrences() {
    for (recurrence, thai, english) in [
        (Recurrence::EveryMonths(n(1)), "ทุกเดือน", "every month"),
        (Recurrence::EveryMonths(n(6)), "ทุก ๖ เดือน", "every 6 months"),
        (Recurrence::EveryMonths(n(24)), "ทุก ๒ ปี", "every 2 years"),
        (Recurrence::EveryWeeks(n(1)), "ทุกสัปดาห์", "every week"),
        (Recurrence::EveryDays(n(15)), "ทุก ๑๕ วัน", "every 15 days"),
        (
            Recurrence::InMonths([Month::September, Month::April].into()),
            "เดือนเมษายนและกันยายนของทุกปี",
            "in April and September every year",
        ),
        (
            Recurrence::InMonths([Month::January, Month::April, Month::July].into()),
            "เดือนมกราคม เมษายน และกรกฎาคมของทุกปี",
            "in January, April and July every year",
        ),
        (Recurrence::EndOfFiscalYear, "ทุกสิ้นปีงบประมาณ", "at the end of every fiscal year"),
    ] {
        assert_eq!(recurrence.thai(Numerals::Thai), thai);
        assert_eq!(recurrence.english(), english);
    }
}

#[test]
fn a_very_long_text_is_read() {
    for part in ["ทุก", "ทุกเดือน", "เมษายน ", "ทุก ", "   ", "ละ", "สิ้น", "๑", "ใน", "ก.", "เดือนเมษายน-"]
    {
        let _ = find(&part.repeat(50_000));
    }
}

fn any_recurrence() -> impl Strategy<Value = Recurrence> {
    let count = || (1_u8..=255).prop_map(n);
    let months = prop::collection::btree_set((1_u8..=12).prop_filter_map("1–12", Month::from_number), 1..=12);
    prop_oneof![
        count().prop_map(Recurrence::EveryDays),
        count().prop_map(Recurrence::EveryWeeks),
        count().prop_map(Recurrence::EveryMonths),
        months.prop_map(Recurrence::InMonths),
        Just(Recurrence::EndOfFiscalYear),
    ]
}

proptest! {
    #[test]
    fn what_is_written_reads_back(recurrence in any_recurrence()) {
        let expected = vec![recurrence.clone()];
        for text in [recurrence.thai(Numerals::Thai), recurrence.thai(Numerals::Arabic), recurrence.english()] {
            prop_assert_eq!(&find(&text), &expected, "{}", text);
            prop_assert_eq!(&find(&format!("รายงานผล {text} (ก)")), &expected, "{}", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(
        text in any::<String>(),
        near in "(ทุก|ๆ|เดือน|ปี|งบประมาณ|สิ้น|เมษายน|ม\\.ค\\.|และ|ของ|ละ|ครั้ง|วัน|[๐-๙0-9]| |-|,){0,40}",
    ) {
        for text in [text, near] {
            for recurrence in find(&text) {
                prop_assert!(!recurrence.iso().is_empty());
            }
        }
    }
}
