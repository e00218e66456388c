//! Texts with what is personal in them, and texts that only look like it; numbers in every notation.

use super::Kind::{BankAccount, HomeAddress, IdNumber, PrivatePhone};
use super::id::is_person;
use super::numbers::different;
use super::{Found, Glance, Kind, find, look, mask};
use crate::thai::digits::to_thai;
use proptest::prelude::*;

/// A text, the kind of what is in it, and how it stands there.
const THERE: &[(&str, Kind, &str)] = &[
    ("1234567890121", IdNumber, "1234567890121"),
    ("เลขประจำตัวประชาชน 1-2345-67890-12-1 ออกให้", IdNumber, "1-2345-67890-12-1"),
    ("เลข ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", IdNumber, "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑"),
    ("๑๒๓๔๕๖๗๘๙๐๑๒๑", IdNumber, "๑๒๓๔๕๖๗๘๙๐๑๒๑"),
    ("1๒3๔5๖7๘9๐1๒1", IdNumber, "1๒3๔5๖7๘9๐1๒1"),
    ("1‐2345‐67890‐12‐1", IdNumber, "1‐2345‐67890‐12‐1"),
    ("1–2345–67890–12–1", IdNumber, "1–2345–67890–12–1"),
    ("1—2345—67890—12—1", IdNumber, "1—2345—67890—12—1"),
    ("1 2345 67890 12 1", IdNumber, "1 2345 67890 12 1"),
    ("1 - 2345 - 67890 - 12 - 1", IdNumber, "1 - 2345 - 67890 - 12 - 1"),
    ("1.2345.67890.12.1", IdNumber, "1.2345.67890.12.1"),
    ("1\u{a0}2345\u{a0}67890\u{a0}12\u{a0}1", IdNumber, "1\u{a0}2345\u{a0}67890\u{a0}12\u{a0}1"),
    ("บัตร 1-2345-\n67890-12-1 ลง", IdNumber, "1-2345-\n67890-12-1"),
    ("1 2345 67890\n12 1", IdNumber, "1 2345 67890\n12 1"),
    ("1 2 3 4 5 6 7 8 9 0 1 2 1", IdNumber, "1 2 3 4 5 6 7 8 9 0 1 2 1"),
    ("๑ - ๒ ๓ ๔ ๕ - ๖ ๗ ๘ ๙ ๐ - ๑ ๒ - ๑", IdNumber, "๑ - ๒ ๓ ๔ ๕ - ๖ ๗ ๘ ๙ ๐ - ๑ ๒ - ๑"),
    ("123-4567-890121", IdNumber, "123-4567-890121"),
    ("1-234567890121", IdNumber, "1-234567890121"),
    ("เลขบัตรประชาชน 1234 567 890 121", IdNumber, "1234 567 890 121"),
    ("ลำดับ 12 1234567890121 นายก", IdNumber, "1234567890121"),
    ("12 1-2345-67890-12-1 5", IdNumber, "1-2345-67890-12-1"),
    ("ID1234567890121", IdNumber, "1234567890121"),
    ("https://example.go.th/p?id=1234567890121", IdNumber, "1234567890121"),
    ("files/บัตร_1234567890121.pdf", IdNumber, "1234567890121"),
    // As many milliseconds are a day of 2017.
    ("2566/files/1509900123453.pdf", IdNumber, "1509900123453"),
    ("files/สำเนา_1509900123453.png", IdNumber, "1509900123453"),
    ("เลขบัตร-1509900123453", IdNumber, "1509900123453"),
    ("(1234567890121)", IdNumber, "1234567890121"),
    ("“1234567890121”,", IdNumber, "1234567890121"),
    ("เลข 1234567890121. ต่อไป", IdNumber, "1234567890121"),
    ("1-2345\u{200b}-67890-12-1", IdNumber, "1-2345\u{200b}-67890-12-1"),
    ("1\u{34f}-2345-67890-12-1", IdNumber, "1\u{34f}-2345-67890-12-1"),
    ("1\u{ad}2345\u{ad}67890\u{ad}12\u{ad}1", IdNumber, "1\u{ad}2345\u{ad}67890\u{ad}12\u{ad}1"),
    ("1̶2̶3̶4̶5̶6̶7̶8̶9̶0̶1̶2̶1 นาย", IdNumber, "1̶2̶3̶4̶5̶6̶7̶8̶9̶0̶1̶2̶1"),
    ("１２３４５６７８９０１２１", IdNumber, "１２３４５６７８９０１２１"),
    ("１－２３４５－６７８９０－１２－１", IdNumber, "１－２３４５－６７８９０－１２－１"),
    ("𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟐𝟏", IdNumber, "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟐𝟏"),
    ("①②③④⑤⑥⑦⑧⑨⓪①②①", IdNumber, "①②③④⑤⑥⑦⑧⑨⓪①②①"),
    ("໑໒໓໔໕໖໗໘໙໐໑໒໑", IdNumber, "໑໒໓໔໕໖໗໘໙໐໑໒໑"),
    ("1/2345/67890/12/1", IdNumber, "1/2345/67890/12/1"),
    ("1_2345_67890_12_1", IdNumber, "1_2345_67890_12_1"),
    ("1·2345·67890·12·1", IdNumber, "1·2345·67890·12·1"),
    ("1,2345,67890,12,1", IdNumber, "1,2345,67890,12,1"),
    ("1\t2345\t67890\t12\t1", IdNumber, "1\t2345\t67890\t12\t1"),
    ("| นาย ก | 1 | 2345 | 67890 | 12 | 1 | 5 |", IdNumber, "1 | 2345 | 67890 | 12 | 1"),
    ("|1|2|3|4|5|6|7|8|9|0|1|2|1|", IdNumber, "1|2|3|4|5|6|7|8|9|0|1|2|1"),
    (
        "| 1 | - | 2 | 3 | 4 | 5 | - | 6 | 7 | 8 | 9 | 0 | - | 1 | 2 | - | 1 |",
        IdNumber,
        "1 | - | 2 | 3 | 4 | 5 | - | 6 | 7 | 8 | 9 | 0 | - | 1 | 2 | - | 1",
    ),
    (
        "เลขบัตร | 1 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 |",
        IdNumber,
        "1 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1",
    ),
    ("รหัสโครงการ ก ของ นาย ข 1234567890121", IdNumber, "1234567890121"),
    ("รหัสประจำตัวประชาชน 1234567890121", IdNumber, "1234567890121"),
    ("เลขที่บัญชี 123-4-56789-0", BankAccount, "123-4-56789-0"),
    ("ธนาคารกรุงไทย สาขาแพร่ เลขที่ ๑๒๓-๔-๕๖๗๘๙-๐", BankAccount, "๑๒๓-๔-๕๖๗๘๙-๐"),
    ("123-4-56789-0 ธ.ก.ส. สาขาเมือง", BankAccount, "123-4-56789-0"),
    ("บัญชีเลขที่ 1234567890", BankAccount, "1234567890"),
    ("เลขบัญชี 020123456789 ออมสิน", BankAccount, "020123456789"),
    ("ออมสิน 0201-2345-6789", BankAccount, "0201-2345-6789"),
    ("ธนาคารออมสิน 020-12345678-9", BankAccount, "020-12345678-9"),
    ("โอนเข้าบัญชี 123–4–56789–0", BankAccount, "123–4–56789–0"),
    ("account no. 123-4-56789-0", BankAccount, "123-4-56789-0"),
    ("เลขที่บัญชี 081-2-34567-8", BankAccount, "081-2-34567-8"),
    ("เลขท\u{f702}\u{f70a}บัญช\u{f702} 1234567890", BankAccount, "1234567890"),
    ("เลขที่บัญชี\n\n1234567890", BankAccount, "1234567890"),
    ("เลขที่บัญชี 123 4 56789 0", BankAccount, "123 4 56789 0"),
    ("0812345678", PrivatePhone, "0812345678"),
    ("โทร. 081-234-5678", PrivatePhone, "081-234-5678"),
    ("โทร ๐๘๑-๒๓๔๕๖๗๘", PrivatePhone, "๐๘๑-๒๓๔๕๖๗๘"),
    ("โทร.(081)2345678", PrivatePhone, "081)2345678"),
    ("(๐๘๑) 234-5678", PrivatePhone, "๐๘๑) 234-5678"),
    ("08-1234-5678", PrivatePhone, "08-1234-5678"),
    ("081 234 5678", PrivatePhone, "081 234 5678"),
    ("081.234.5678", PrivatePhone, "081.234.5678"),
    ("091 234-5678", PrivatePhone, "091 234-5678"),
    ("โทร 08 1234 5678", PrivatePhone, "08 1234 5678"),
    ("+66812345678", PrivatePhone, "66812345678"),
    ("+66 81 234 5678", PrivatePhone, "66 81 234 5678"),
    ("+66-8-1234-5678", PrivatePhone, "66-8-1234-5678"),
    ("0 8 1 2 3 4 5 6 7 8", PrivatePhone, "0 8 1 2 3 4 5 6 7 8"),
    ("มือถือ 061-2345678 (นายสมชาย)", PrivatePhone, "061-2345678"),
    ("เบอร์โทรศัพท์ นาย ก\n\n812345678", PrivatePhone, "812345678"),
    ("พร้อมเพย์ 081-234-5678", PrivatePhone, "081-234-5678"),
    ("081‑234‑5678", PrivatePhone, "081‑234‑5678"),
    ("นายสมชาย ใจดี บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลจันทวี อำเภอเมือง", HomeAddress, "บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลจันทวี"),
    ("อยู่บ้านเลขที่ 5 ม.2 ต.บ้านใหม่ อ.เมือง", HomeAddress, "บ้านเลขที่ 5 ม.2 ต.บ้านใหม่"),
    ("น.ส.สมหญิง อยู่เลขที่ 12 หมู่ 3 ต.ในเมือง", HomeAddress, "เลขที่ 12 หมู่ 3 ต.ในเมือง"),
    ("ภูมิลำเนา 99 หมู่ที่ 1 ตำบลดอน", HomeAddress, "ภูมิลำเนา 99 หมู่ที่ 1 ตำบลดอน"),
    ("ภูมิลำเนา เลขที่ 99 หมู่ที่ 1 ตำบลดอน", HomeAddress, "ภูมิลำเนา เลขที่ 99 หมู่ที่ 1 ตำบลดอน"),
    ("ภูมิลำเนาอยู่บ้านเลขที่ 99 หมู่ที่ 1 ตำบลดอน", HomeAddress, "ภูมิลำเนาอยู่บ้านเลขที่ 99 หมู่ที่ 1 ตำบลดอน"),
    ("ที่อยู่ตามทะเบียนบ้าน 12/3 หมู่ 4 ต.ดอน", HomeAddress, "ที่อยู่ตามทะเบียนบ้าน 12/3 หมู่ 4 ต.ดอน"),
    ("บ้านเลขที่ 12 ซอยสุขใจ แขวงบางรัก", HomeAddress, "บ้านเลขที่ 12 ซอยสุขใจ แขวงบางรัก"),
    ("ข้าพเจ้านางสมศรี\nบ้านเลขที่ 7\nหมู่ที่ 2\nตำบลดอน", HomeAddress, "บ้านเลขที่ 7\nหมู่ที่ 2\nตำบลดอน"),
    ("title: หน้าแรก\n---\nนายสมชาย อยู่บ้านเลขที่ 12/3 หมู่ที่ 4 ตำบลดอน", HomeAddress, "บ้านเลขที่ 12/3 หมู่ที่ 4 ตำบลดอน"),
    ("โครงการก่อสร้าง\n\nบ้านเลขที่ 12 หมู่ 4 ตำบลดอน", HomeAddress, "บ้านเลขที่ 12 หมู่ 4 ตำบลดอน"),
    ("สัญญาเช่าที่ดิน นายสมชาย ใจดี บ้านเลขที่ 12 หมู่ 4 ตำบลดอน", HomeAddress, "บ้านเลขที่ 12 หมู่ 4 ตำบลดอน"),
    ("นายสมชาย ใจดี ที่อยู่ 99 หมู่ 3 ต.ดงกลาง", HomeAddress, "ที่อยู่ 99 หมู่ 3 ต.ดงกลาง"),
    ("นางสมศรี ที่อยู่ปัจจุบัน เลขที่ 99 หมู่ 3 ต.ดอน", HomeAddress, "ที่อยู่ปัจจุบัน เลขที่ 99 หมู่ 3 ต.ดอน"),
    ("ที่อยู่ นายสมชาย ใจดี\n\n12/3 หมู่ 4 ต.ดงกลาง", HomeAddress, "12/3 หมู่ 4 ต.ดงกลาง"),
    // As PDF has it: marks moved, before their vowel, or lost.
    (
        "อย\u{f70a}ูบ\u{f70b}านเลขท\u{e35}\u{e48} 5 หม\u{f70a}ูที่ 2 ต\u{e4d}าบลดอน",
        HomeAddress,
        "บ\u{f70b}านเลขท\u{e35}\u{e48} 5 หม\u{f70a}ูที่ 2 ต\u{e4d}าบลดอน",
    ),
    (
        "นายสมชาย บานเลขที\u{fffd} 5 หมูที 2 ตำบลน\u{e4d}\u{e49}า",
        HomeAddress,
        "บานเลขที\u{fffd} 5 หมูที 2 ตำบลน\u{e4d}\u{e49}า",
    ),
    ("เทศบาลตำบลจันทวี โดยนายสมชาย ใจดี อยู่บ้านเลขที่ 1 หมู่ 2 ตำบลดอน", HomeAddress, "บ้านเลขที่ 1 หมู่ 2 ตำบลดอน"),
];

/// Texts in which there is nothing.
const NOT_THERE: &[&str] = &[
    // Numbers of thirteen digits that are no person's.
    "1234567890122",
    "0994000165510",
    "เลขประจำตัวผู้เสียภาษี 0-9940-00165-51-0",
    "1111111111111",
    "12345678901210",
    "51234567890121",
    "1-2345-67890-12-1-1",
    "5-1234567890121",
    "0.1234567890121",
    "1234567890121.50",
    "a3f1234567890121b",
    "1234567890121abc",
    "https://example.go.th/upload/1690873452120.pdf",
    "1,234,567,890,121",
    "1234 567 890 121",
    "ปี 2566 2567 2568 1 งบประมาณ",
    "80.42 75.31 92.10 1",
    "1234567\n890121",
    "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๒",
    "| 1 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 |",
    "1 1 0 0 1 0 0 1 0 0 1 0 1",
    "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 0 | 1 | 2 |",
    "| 5 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 0 | 1 | 2 | 1 |",
    "| 12 | 345 | 6789 | 01 | 21 |",
    "1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 1",
    "ISBN 978-616-123-456-9",
    "ISBN 9786161234569",
    "บาร์โค้ด 1234567890121",
    "รหัสงบประมาณ 1234567890121",
    "รหัสโครงการ: 1234567890121",
    "GFMIS เลขที่ 1234567890121",
    "ใบเสร็จรับเงินเลขที่ 1234567890121",
    "เลขที่สัญญา 1234567890121",
    "หมายเลขครุภัณฑ์ 123-4567-890121",
    "โครงการ e-GP เลขที่ 66107123456",
    "รหัส 123456789012345",
    "\"timestamp\": 1509900123453",
    "13.7563309,100.5017651",
    "[100.50176510, 13.75633090]",
    "0-1055-12345-67-8",
    "นม 52301/123",
    "บัญชี 1 เลขที่ ชร 0023.3/ว 1234",
    // Numbers in the groups of an account, with nothing that says so, and numbers near a bank that are none.
    "123-4-56789-0",
    "1234567890",
    "โครงการเลขที่ 66107123456",
    "ธนาคารกรุงไทย สาขาแพร่ โทร 0-5451-1234",
    "งานการเงินและบัญชี โทร. 0-5451-1234-5",
    "บัญชีรายชื่อผู้มีสิทธิ 2566",
    "ยอดเงินฝากธนาคาร 1,234,567.89 บาท",
    "ธนาคารออมสิน เมื่อวันที่ 12-10-2566",
    "บัญชี 12345-67",
    "ชำระภาษีเข้าบัญชีเทศบาลตำบลดอน ธนาคารกรุงไทย เลขที่บัญชี 123-4-56789-0",
    "ธนาคารกรุงไทย เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี “องค์การบริหารส่วนตำบลดอน”",
    // Landlines, hotlines, documents, dates and times.
    "โทร. 02-123-4567",
    "โทร 0-5451-1234 โทรสาร 0-5451-1235",
    "โทร 054-511234 ต่อ 12",
    "สายด่วน 1205 หรือ 1111",
    "02-123-4567-8",
    "+66 2 123 4567",
    "เลขที่สัญญา 0812345678",
    "ใบเสร็จเลขที่ 0812345678",
    "08123456789",
    "081-234-56789",
    "1-081-234-5678",
    "0812345678/2566",
    "เวลา 08.30 - 16.30 น.",
    "08-12-2566",
    "06/10/2566",
    "ที่ 0808.2/ว 1234",
    "รหัส 0612345678",
    "0712345678",
    "X0812345678",
    "09 2566 2567",
    "0 6 1 2 0 0 1 3 0 2",
    "หมายเลขครุภัณฑ์ 061-060-0012",
    "061,234,5678 บาท",
    "053-123-456",
    "ข้อ 081) 234-5678 ฉบับ",
    "(054) 123456",
    // Addresses of offices, numbers of documents, roads that begin at a house.
    "สำนักงานเทศบาลตำบลจันทวี เลขที่ 99 หมู่ที่ 1 ตำบลจันทวี",
    "ที่ทำการองค์การบริหารส่วนตำบลดอน เลขที่ 12 หมู่ 3 ตำบลดอน",
    "อบต.ดอน 12 หมู่ 3 ตำบลดอน",
    "คำสั่งที่ ๒๙/๒๕๖๖ หมู่ที่ 3 ตำบลดอน",
    "เลขที่หนังสือ ชร 53501/12 หมู่ที่ 3 ตำบลดอน",
    "นายสมชาย สัญญาจ้างเลขที่ 12/2566 หมู่ที่ 3 ตำบลดอน",
    "ใบเสร็จเลขที่ 12 หมู่ที่ 3 ตำบลดอน",
    "ก่อสร้างถนน คสล. จากบ้านเลขที่ 12 ถึงบ้านเลขที่ 30 หมู่ที่ 5 ตำบลดอน",
    "วางท่อระบายน้ำหน้าบ้านเลขที่ 12 หมู่ 5 ตำบลดอน",
    "ขุดลอกลำรางบริเวณบ้านเลขที่ 12 หมู่ 5 ตำบลดอน",
    "โครงการก่อสร้างถนนหน้าบ้านนายสมชาย บ้านเลขที่ 12 หมู่ 5 ตำบลดอน",
    "นายสมชาย ผู้ควบคุมงานก่อสร้าง บริเวณบ้านเลขที่ 12 หมู่ 5 ตำบลดอน",
    "ที่อยู่ โรงเรียน\n\n12/3 หมู่ 4 ต.ดงกลาง",
    "สำนักงาน ที่อยู่ 99 หมู่ 3 ต.ดอน",
    "จำนวน\n\n812345678",
    "โทร 812345678",
    "โรงเรียนบ้านดอน เลขที่ 12 หมู่ 3 ต.ดอน",
    "บริษัท ก จำกัด เลขที่ 12 หมู่ 3 ต.ดอน",
    "นายกเทศมนตรี เลขที่ 12 หมู่ 3 ต.ดอน",
    "โฉนดที่ดินเลขที่ 1234 หมู่ที่ 3 ตำบลดอน",
    "หมู่ที่ ๑ - ๙ ตำบลดอน",
    "บ้านเลขที่ หมู่ที่ ตำบล",
    "บ้านเลขที่ 12",
    "สำนักทะเบียน แจ้งบ้านเลขที่ใหม่",
    "",
];

#[test]
fn what_is_there_is_found_where_it_stands() {
    for (text, kind, at) in THERE {
        let found: Vec<(Kind, &str)> = find(text).into_iter().map(|one| (one.kind, &text[one.range])).collect();
        assert_eq!(found, [(*kind, *at)], "{text}");
    }
    for kind in [IdNumber, BankAccount, PrivatePhone, HomeAddress] {
        let count = THERE.iter().filter(|(_, of, _)| *of == kind).count();
        assert!(count >= 9, "only {count} texts with {kind:?}");
    }
}

#[test]
fn what_only_looks_like_it_is_left_alone() {
    let alarms: Vec<_> =
        NOT_THERE.iter().map(|text| (text, find(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn several_are_found_in_their_order() {
    let text = "๑ นายสมชาย 1-2345-67890-12-1 โทร 081-234-5678 เลขที่บัญชี 123-4-56789-0 บ้านเลขที่ 1 หมู่ 2 ตำบลดอน";
    let kinds: Vec<Kind> = find(text).iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [IdNumber, PrivatePhone, BankAccount, HomeAddress]);
}

#[test]
fn a_list_of_any_length_takes_no_longer_for_each() {
    let seconds = |text: &str, count: usize| {
        let start = std::time::Instant::now();
        assert_eq!(find(text).len(), count);
        start.elapsed().as_secs()
    };
    assert!(seconds(&"0812345678\n".repeat(200_000), 200_000) < 30);
    assert!(seconds(&"1234567890121,".repeat(100_000), 100_000) < 30);
    assert!(seconds(&"1 ".repeat(1_000_000), 0) < 30);
    assert!(seconds(&"เลขที่1หมู่1ตำบลก".repeat(50_000), 0) < 30);
}

#[test]
fn what_lies_across_two_windows_is_found_once() {
    for before in super::WINDOW - 30..super::WINDOW + 3 {
        let text = format!("{}นาย ก 1-2345-67890-12-1 ข", " ".repeat(before));
        let found = find(&text);
        assert_eq!(found.iter().map(|one| &text[one.range.clone()]).collect::<Vec<_>>(), ["1-2345-67890-12-1"]);
    }
}

#[test]
fn masked_text_can_be_shown() {
    let text = "นาย ก ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ และ 1-2345-67890-12-1 โทร 081-234-5678 บ้านเลขที่ 12/3 หมู่ 4 ตำบลดอน";
    let masked = mask(text, &find(text));
    assert_eq!(masked.text, "นาย ก ๑-๒๓๔๕-xxxxx-xx-๑ และ 1-2345-xxxxx-xx-1 โทร 081-xxx-xxxx บ้านเลขที่ xx/x หมู่ x ตำบลดอน");
    let shown: Vec<&str> = masked.ranges.iter().map(|range| &masked.text[range.clone()]).collect();
    assert_eq!(shown[..3], ["๑-๒๓๔๕-xxxxx-xx-๑", "1-2345-xxxxx-xx-1", "081-xxx-xxxx"]);
    assert_eq!(find(&masked.text), []);
}

/// Twelve digits and the one that checks them.
fn id() -> impl Strategy<Value = String> {
    "[1-8][0-9]{11}".prop_filter_map("not all the same", |twelve| {
        (0..10).map(|check| format!("{twelve}{check}")).find(|digits| is_person(digits))
    })
}

/// Puts signs between the groups of a number.
fn grouped(digits: &str, lengths: &[usize], sign: &str) -> String {
    let mut rest = digits;
    let groups: Vec<&str> = lengths
        .iter()
        .map(|length| {
            let (group, after) = rest.split_at(*length);
            rest = after;
            group
        })
        .collect();
    groups.join(sign)
}

/// A number in one of the notations in which it must be found.
fn notation() -> impl Strategy<Value = (Vec<usize>, &'static str)> {
    let usual = ["-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", " - ", " ", ".", "\n", "-\n", "\u{a0}"];
    let any = prop::collection::btree_set(1_usize..13, 1..5).prop_map(|cuts| {
        let ends: Vec<usize> = cuts.into_iter().chain([13]).collect();
        std::iter::once(ends[0]).chain(ends.windows(2).map(|pair| pair[1] - pair[0])).collect::<Vec<_>>()
    });
    prop_oneof![
        Just((vec![13], "")),
        prop::sample::select(usual.to_vec()).prop_map(|sign| (vec![1, 4, 5, 2, 1], sign)),
        (any, prop::sample::select(vec!["-", "\u{2013}", "."])),
        Just((vec![1; 13], " ")),
    ]
}

/// The same digits, each Arabic or Thai.
fn in_digits(text: &str, thai: &[bool]) -> String {
    let chars = text.chars().zip(thai.iter().cycle());
    chars.map(|(char, thai)| if *thai { to_thai(&char.to_string()).into_owned() } else { char.to_string() }).collect()
}

/// A glance at a text that may have anything.
fn everything() -> Glance {
    let glance = Glance::of("เลขที่ 123456789");
    assert!(glance.may_have_numbers() && glance.may_have_homes());
    glance
}

/// Texts with something in them, or nearly so: what is known to be found, with pieces put between its characters that
/// may or may not part them.
fn near_things() -> impl Strategy<Value = String> {
    let pieces = vec![
        "",
        " ",
        "-",
        "|",
        "\u{200b}",
        "\u{e48}",
        "\u{fffd}",
        "\r",
        "ก",
        "a",
        "๑",
        "5",
        "\n",
        "ํ",
        "\u{f70a}",
        "             ",
    ];
    let there: Vec<&str> = THERE.iter().map(|(text, ..)| *text).collect();
    let put = (any::<prop::sample::Index>(), prop::sample::select(pieces));
    (prop::sample::select(there), prop::collection::vec(put, 0..4)).prop_map(|(there, put)| {
        put.into_iter().fold(there.to_owned(), |mut text, (at, piece)| {
            text.insert_str(text.floor_char_boundary(at.index(text.len() + 1)), piece);
            text
        })
    })
}

#[test]
fn a_glance_is_seldom_taken_in() {
    for text in [
        "ดำเนินการอย่างต่อเนื่อง ตามประกาศลงวันที่ 2566-06-27 และ 2566-07-24 รวม 12 ครั้ง",
        "title: มาตรการ\nperiod: พ.ย. 2565 - มี.ค. 2566\nupdated: 2566-09-08\noit: [o12]",
        "เลขที่ของระเบียบ",
    ] {
        assert!(!Glance::of(text).may_have_any(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_id_is_found_in_any_notation(
        digits in id(),
        notation in notation(),
        thai in prop::collection::vec(any::<bool>(), 13),
        before in "(นาย ก|เลข |\\(|\"|ลำดับ 12 นาง ข )",
        after in "( ที่อยู่|\\)|,|\"|)",
    ) {
        let (lengths, sign) = &notation;
        // In boxes, and with nothing before it, it may be a row of counts.
        prop_assume!(lengths.len() < 13 || different(&digits) >= 6);
        let written = in_digits(&grouped(&digits, lengths, sign), &thai);
        let text = format!("{before}{written}{after}");
        let place = before.len()..before.len() + written.len();
        let found = find(&text);
        prop_assert!(found.contains(&Found { kind: IdNumber, range: place }), "{text:?}: {found:?}");
        prop_assert!(!mask(&text, &found).text.contains(&written));
    }

    #[test]
    fn an_id_with_a_wrong_digit_is_none(digits in id(), notation in notation(), at in 0_usize..13, add in 1_u8..10) {
        let mut wrong = digits.into_bytes();
        wrong[at] = b'0' + (wrong[at] - b'0' + add) % 10;
        let wrong = String::from_utf8(wrong).expect("digits");
        // The sum is taken modulo 11 and shown by one digit, so that two remainders share 0 and two share 1.
        prop_assume!(!is_person(&wrong));
        let (lengths, sign) = &notation;
        let found = find(&grouped(&wrong, lengths, sign));
        prop_assert!(found.iter().all(|one| one.kind != IdNumber), "{wrong}: {found:?}");
    }

    #[test]
    fn a_glance_never_misses_what_a_look_finds(text in near_things()) {
        let found = look(&text, everything());
        let glance = Glance::of(&text);
        let is_home = |one: &Found| one.kind == HomeAddress;
        prop_assert!(glance.may_have_homes() || !found.iter().any(is_home), "{text:?}: {found:?}");
        prop_assert!(glance.may_have_numbers() || found.iter().all(is_home), "{text:?}: {found:?}");
        prop_assert_eq!(find(&text), found);
    }

    #[test]
    fn no_text_panics_and_what_is_found_stands_in_it(
        text in any::<String>(),
        near in "([0-9๐-๙]|-|–| |\n|\\.|บัญชี|บ้านเลขที่|หมู่|ตำบล|นาย|โทร|\u{f70a}|\u{200b}|ํ|า|\\+66|/){0,60}",
    ) {
        for text in [text, near] {
            let found = find(&text);
            prop_assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
            prop_assert!(found.iter().all(|one| text.get(one.range.clone()).is_some_and(|text| !text.is_empty())));
            prop_assert_eq!(mask(&text, &found).text.chars().count(), text.chars().count());
        }
    }
}
