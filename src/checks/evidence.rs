//! PS407, PS408: evidence can be read by people who search or listen; and what it says is held to the rules of
//! personal data.
//!
//! Every published file is looked into, whether or not a record links to it: whoever knows its address can open it.

use super::personal::{self, Office};
use super::{Files, Memory};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::document::{self, Document, Unreadable};
use crate::memo::print;
use crate::read::PlainFile;
use rayon::prelude::*;
use std::sync::Arc;

/// Checks files of an authority.
pub fn check(files: Files<'_>, office: &Office, memory: &Memory, problems: &mut Diagnostics) {
    if files.all.is_empty() {
        return;
    }
    let with = print(office);
    let found = files.all.par_iter().map(|file| {
        let look = || Arc::new(look_into(file, &files.name(file), office));
        // What was written a moment ago may be written again with the same marks.
        if file.stamp.is_young() { look() } else { memory.evidence.get((file.clone(), with), look) }
    });
    for own in found.collect::<Vec<_>>() {
        problems.add(&own);
    }
}

fn look_into(file: &PlainFile, path: &str, office: &Office) -> Diagnostics {
    let mut problems = personal::in_name(path, office);
    // Nobody opens an empty file, whatever it is.
    let read = if file.stamp.size == 0 { Some(Err(Unreadable::Empty)) } else { document::read(&file.disk) };
    match read {
        Some(Ok(document)) => {
            if let Some(why) = &document.unread {
                problems.push(unreadable(path, why, true));
            }
            if !document.textless.is_empty() {
                problems.push(scanned(path, &document));
            }
            problems.extend(personal::in_document(path, &document, office));
        }
        Some(Err(why)) => problems.push(unreadable(path, &why, false)),
        None => {}
    }
    problems
}

fn scanned(name: &str, document: &Document) -> Diagnostic {
    let (scans, pages) = (document.textless.len(), document.pages);
    let message = if scans == pages {
        Message::new(
            format!("PDF นี้เป็นภาพสแกนทั้งหมด {pages} หน้า ไม่มีข้อความ"),
            format!("this PDF is a scan: none of its pages ({pages}) has text"),
        )
    } else {
        let list = ranges(&document.textless);
        Message::new(
            format!("หน้า {list} ของ PDF นี้เป็นภาพสแกน ไม่มีข้อความ ({scans} จาก {pages} หน้า)"),
            format!("this PDF has pages that are scans without text: {list} ({scans} of {pages})"),
        )
    };
    Diagnostic::new(&rules::SCANNED_PDF, Location::file(name), message).help(
        "ส่งออกเป็น PDF จาก Word โดยตรง หรือสแกนพร้อม OCR ภาษาไทย เพื่อให้ค้นหาได้และโปรแกรมอ่านหน้าจออ่านออก",
        "export it from Word, or scan it with OCR for Thai, so that it can be searched and read aloud",
    )
}

/// `1–3, 5`
fn ranges(pages: &[usize]) -> String {
    let runs = pages.chunk_by(|one, next| *next == one + 1);
    let shown = runs.filter_map(|run| match run {
        [] => None,
        [one] => Some(one.to_string()),
        [first, .., last] => Some(format!("{first}–{last}")),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// Tells that nothing of a file was looked into, or only `partly`.
fn unreadable(name: &str, why: &Unreadable, partly: bool) -> Diagnostic {
    let reason = match why {
        Unreadable::Empty => "แฟ้มว่างเปล่า",
        Unreadable::TooLarge => "แฟ้มใหญ่เกินไป",
        Unreadable::Damaged(_) => "แฟ้มเสียหายหรือไม่ใช่ชนิดที่ชื่อบอกไว้",
        Unreadable::Locked => "แฟ้มล็อกด้วยรหัสผ่าน",
        Unreadable::TooSlow => "ใช้เวลาอ่านนานเกินไป",
        Unreadable::OldFormat => "เป็นรูปแบบเก่าก่อน Office 2007",
        Unreadable::UnknownFormat => "เป็นชนิดแฟ้มที่โปรแกรมนี้เปิดอ่านไม่ได้",
    };
    let message = if partly {
        Message::new(
            format!("ตรวจข้อความในแฟ้มนี้ได้เพียงบางส่วน: {reason}"),
            format!("only a part of this file was looked into: {why}"),
        )
    } else {
        Message::new(format!("ตรวจข้อความในแฟ้มนี้ไม่ได้: {reason}"), format!("this file cannot be looked into: {why}"))
    };
    let (th, en) = match why {
        Unreadable::Empty => (
            "วางแฟ้มที่มีเนื้อหาแทน หรือลบแฟ้มนี้และลิงก์ที่อ้างถึง",
            "put the file that was meant in its place, or take it away together with the links to it",
        ),
        Unreadable::TooLarge | Unreadable::TooSlow => {
            ("แบ่งเป็นหลายแฟ้ม หรือลดขนาดภาพในแฟ้ม", "part it into several files, or make the pictures in it smaller")
        }
        Unreadable::Damaged(_) => (
            "เปิดแฟ้มดูว่ายังใช้ได้ แล้วบันทึกหรือส่งออกใหม่จากต้นฉบับ",
            "see whether it opens, and save or export it anew from the original",
        ),
        Unreadable::Locked => {
            ("เผยแพร่แฟ้มที่ไม่ต้องใช้รหัสผ่าน เพื่อให้ทุกคนเปิดได้", "publish a file that everybody can open without a password")
        }
        Unreadable::OldFormat => ("บันทึกใหม่เป็น .docx, .xlsx หรือ PDF", "save it anew as .docx, .xlsx or PDF"),
        Unreadable::UnknownFormat => (
            "เผยแพร่เป็น PDF, .docx หรือ .xlsx แทน แฟ้มที่บีบอัดไว้ให้คลายก่อนแล้ววางทีละแฟ้ม",
            "publish it as PDF, .docx or .xlsx; of an archive, each file by itself",
        ),
    };
    Diagnostic::new(&rules::UNREADABLE_EVIDENCE, Location::file(name), message).help(th, en)
}
