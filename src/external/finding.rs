//! What a person is told of an address that should be looked at.

use super::Known;
use super::answer::{Outcome, Standing};
use super::record::{Entry, RecordError};
use crate::diagnostic::{Diagnostic, Location, Message, rules};
use crate::slashes::slashed;
use crate::system::why;
use crate::thai::calendar::{english_date, thai_date};
use crate::thai::digits::Numerals;
use std::path::Path;

/// The finding about an address that is named at `location`, unless nothing is wrong with it.
#[must_use]
pub fn finding(known: Known<'_>, location: &Location) -> Option<Diagnostic> {
    let entry = match known {
        Known::Entry(entry) => entry,
        Known::NoAddress => {
            let message =
                Message::new("ที่อยู่เว็บนี้เขียนผิด เบราว์เซอร์เปิดไม่ได้", "this is no web address: no browser can open it");
            return Some(Diagnostic::new(&rules::DEAD_LINK, location.clone(), message).help(
                "คัดลอกที่อยู่ทั้งหมดจากช่องที่อยู่ของเบราว์เซอร์ เช่น https://www.example.go.th/order.pdf",
                "copy the whole address from the browser, such as https://www.example.go.th/order.pdf",
            ));
        }
        Known::Unopened => return None,
    };
    let said = entry.outcome.words(entry.status);
    let last = last_worked(entry);
    let landed = entry.landed.as_deref().unwrap_or_default();
    let (rule, message, help) = match entry.outcome.standing() {
        Standing::Opened => return None,
        Standing::Dead => (
            &rules::DEAD_LINK,
            Message::new(
                format!("ลิงก์นี้เปิดไม่ได้: {} {}", said.th, last.th),
                format!("this link does not open: {}; {}", said.en, last.en),
            ),
            advice(entry.outcome),
        ),
        Standing::Replaced => (
            &rules::SOFT_404,
            Message::new(
                format!("ลิงก์นี้ไม่ถึงข้อมูลที่ระบุ แต่พาไปที่ {landed} {}", last.th),
                format!("this link does not reach what it names, but {landed}; {}", last.en),
            ),
            Message::new(
                "ข้อมูลอาจถูกย้ายหรือลบแล้ว ใช้ที่อยู่ที่เปิดถึงข้อมูลนั้นโดยตรง",
                "it may have been moved or removed: use the address that opens the thing itself",
            ),
        ),
        Standing::Unsure => (
            &rules::UNSURE_LINK,
            Message::new(
                format!("โปรแกรมบอกไม่ได้ว่าลิงก์นี้เปิดได้หรือไม่: {} {}", said.th, last.th),
                format!("a program cannot tell whether this link opens: {}; {}", said.en, last.en),
            ),
            advice(entry.outcome),
        ),
    };
    Some(Diagnostic::new(rule, location.clone(), message).help(help.th, help.en))
}

/// What to do about an address that does not open, or of which that cannot be told.
fn advice(outcome: Outcome) -> Message {
    let (th, en) = match outcome {
        Outcome::NotFound | Outcome::NoSuchHost => (
            "หาที่อยู่ใหม่ของข้อมูลนี้ หรือเก็บแฟ้มไว้ใน files/ ของเว็บนี้ แก้แล้วตรวจอีกครั้งด้วย --max-age 0",
            "find its new address, or keep the file in files/ of this site; once mended, check again with --max-age 0",
        ),
        Outcome::Busy => ("ตรวจอีกครั้งภายหลัง หรือลองเปิดเองในเบราว์เซอร์", "check again later, or try it in a browser"),
        Outcome::Login => (
            "ผู้ประเมินต้องเปิดได้โดยไม่เข้าสู่ระบบ ให้เปิดสิทธิ์แก่ทุกคนที่มีลิงก์ หรือเก็บแฟ้มไว้ใน files/ ของเว็บนี้",
            "assessors must be able to open it without logging in: share it with everyone who has the link, or keep the \
             file in files/ of this site",
        ),
        Outcome::Insecure => (
            "เบราว์เซอร์อาจเตือนหรือไม่ยอมเปิด ลองเปิดเอง และแจ้งผู้ดูแลเว็บไซต์นั้นให้แก้ใบรับรอง",
            "browsers may warn or refuse: try it, and tell whoever keeps that site to mend its certificate",
        ),
        Outcome::Denied | Outcome::Astray => (
            "อาจเปิดได้ในเบราว์เซอร์ ลองเปิดเองในหน้าต่างส่วนตัวโดยไม่เข้าสู่ระบบ ผู้ประเมินต้องเปิดได้เช่นนั้น",
            "it may open in a browser: try it in a private window without logging in, as assessors must be able to",
        ),
        _ => (
            "อาจขัดข้องชั่วคราว ตรวจอีกครั้งภายหลังด้วย --max-age 0 เว็บราชการบางแห่งเปิดได้เฉพาะในประเทศไทย ถ้ายังเปิดไม่ได้ ให้หาที่อยู่ใหม่",
            "it may be down for a while: check again later with --max-age 0; some official sites answer only within \
             Thailand; if it stays so, find a new address",
        ),
    };
    Message::new(th, en)
}

fn last_worked(entry: &Entry) -> Message {
    match entry.worked {
        Some(day) => Message::new(
            format!("เปิดได้ครั้งล่าสุดเมื่อ {}", thai_date(day, Numerals::Thai)),
            format!("it last opened on {}", english_date(day)),
        ),
        None => Message::new(
            format!("ยังไม่เคยเปิดได้ตั้งแต่เริ่มตรวจเมื่อ {}", thai_date(entry.since, Numerals::Thai)),
            format!("it has not opened since it was first checked on {}", english_date(entry.since)),
        ),
    }
}

/// That nothing was reached. `record` is the file of what is known, which stays as it was.
#[must_use]
pub fn no_net(record: &Path) -> Diagnostic {
    let message = Message::new(
        "เครื่องนี้ไปไม่ถึงอินเทอร์เน็ต จึงไม่ได้ตรวจลิงก์ภายนอก",
        "the internet cannot be reached from here, so that links to elsewhere were not checked",
    );
    Diagnostic::new(&rules::OFFLINE, Location::from_start(record), message).help(
        "ตรวจการเชื่อมต่อ หรือค่าพร็อกซี (HTTPS_PROXY) แล้วสั่งใหม่ ผลที่บันทึกไว้ก่อนหน้านี้ไม่เปลี่ยน",
        "see to the connection or the proxy (HTTPS_PROXY) and try again; what was known before is unchanged",
    )
}

/// That the record, or the report made from it, cannot be read or written.
#[must_use]
pub fn record_problem(error: &RecordError) -> Diagnostic {
    match error {
        RecordError::Damaged(path, aside) => {
            let message = Message::new(
                format!("อ่านผลการตรวจลิงก์ที่บันทึกไว้ไม่ได้ จึงเริ่มใหม่: {}", path.display()),
                format!("{error}; a new one is begun"),
            );
            let aside = aside.display();
            Diagnostic::new(&rules::LINK_RECORD, Location::from_start(path), message)
                .help(format!("แฟ้มเดิมเก็บไว้ที่ {aside}"), format!("the old one is kept as {aside}"))
        }
        RecordError::Io(path, error) => {
            let (path_shown, why) = (slashed(path), why(error));
            let message = Message::new(
                format!("อ่านหรือเขียน {path_shown} ไม่ได้: {}", why.th),
                format!("{path_shown} cannot be read or written: {}", why.en),
            );
            Diagnostic::new(&rules::LINK_RECORD, Location::from_start(path), message).help(
                "ตรวจสิทธิ์ของโฟลเดอร์ .prongsai และเนื้อที่ว่าง",
                "see to the permissions of the folder .prongsai and to the space on the disk",
            )
        }
    }
}
