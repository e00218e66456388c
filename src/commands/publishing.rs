//! Telling what was met in publishing a site, as diagnostics.

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, Rule, rules};
use crate::publish::{Error, Published};
use crate::slashes::slashed;
use std::path::Path;

/// Why nothing was published.
pub fn refused(out: &Path, error: &Error) -> Diagnostic {
    let rule = match error {
        Error::InTheWay(_) => &rules::FOREIGN_IN_THE_WAY,
        _ => &rules::OUTPUT,
    };
    let help = error.help();
    about(rule, out, error.message()).help(help.th, help.en)
}

/// What is to be said of files in the published folder that the program did not make, by their paths in it.
pub fn foreign<'n>(out: &Path, names: impl IntoIterator<Item = &'n String>) -> Diagnostics {
    let mut problems = Diagnostics::default();
    for name in names {
        let (th, en) =
            if name.ends_with('/') { ("โฟลเดอร์", "folder") } else { ("แฟ้ม", "file") };
        let message = Message::new(
            format!("prongsai ไม่ได้สร้าง{th}นี้ แต่ยังเก็บไว้ในเว็บ และใครก็เปิดดูได้"),
            format!("prongsai did not make this {en}; it is kept in the site, where anyone can open it"),
        );
        problems.push(about(&rules::FOREIGN_FILES, &out.join(name), message).outside(name).help(
            format!("ถ้าเป็นหลักฐานให้ย้ายไปไว้ใน content ถ้าไม่ใช้แล้วให้ลบออก ถ้าตั้งใจวางไว้ ให้ปิด PS305 ใน site.yaml โดยระบุ `files: {name}` พร้อมเหตุผล"),
            format!("move evidence into content, and delete what is not needed; if it is meant to be there, silence PS305 in site.yaml with `files: {name}` and a reason"),
        ));
    }
    problems
}

/// What is to be said of a site that was published, but for the foreign files that were `known` before.
pub fn found(out: &Path, published: &Published, known: &[String]) -> Diagnostics {
    let mut problems = foreign(out, published.foreign.iter().filter(|name| !known.contains(name)));
    for kept in &published.kept {
        let (name, kept_as) = (slashed(&kept.name), slashed(&kept.kept_as));
        let message = Message::new(
            format!("{name} มาอยู่ในโฟลเดอร์ของเว็บระหว่างสร้าง และชื่อนี้เป็นของแฟ้มอื่นแล้ว จึงเก็บไว้ในชื่อ {kept_as}"),
            format!(
                "{name} came into the site's folder while it was built, where its name is taken; it was kept as {kept_as}"
            ),
        );
        problems.push(about(&rules::FOREIGN_FILES, out, message).outside(kept_as).help(
            "เปิดดูทั้งสองแฟ้ม แล้วย้ายหรือลบแฟ้มที่ไม่ใช้",
            "look at both, and move away or delete the one that is not needed",
        ));
    }
    if let Some(left) = &published.left {
        let left = left.message();
        let message = Message::new(
            format!("สร้างเว็บแล้ว แต่เก็บกวาดเว็บเดิมไม่หมด: {}", left.th),
            format!("the site was built, but the old one could not be cleared away: {}", left.en),
        );
        problems.push(about(&rules::FOREIGN_FILES, out, message).outside("").help(
            "ตรวจโฟลเดอร์นั้น ย้ายแฟ้มของท่านออก แล้วลบ การสร้างครั้งหน้าจะลองอีกครั้ง",
            "look into that folder, move out what is yours and delete it; the next build tries again",
        ));
    }
    problems
}

fn about(rule: &'static Rule, out: &Path, message: Message) -> Diagnostic {
    Diagnostic::new(rule, Location::from_start(out), message)
}
