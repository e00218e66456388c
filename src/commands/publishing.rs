//! Telling what was met in publishing a site, as diagnostics.

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, Rule, rules};
use crate::publish::{Error, Published};
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

/// What is to be said of a site that was published.
pub fn found(out: &Path, published: &Published) -> Diagnostics {
    let mut problems = Diagnostics::default();
    let foreign = &published.foreign;
    if !foreign.is_empty() {
        let message = Message::new(
            format!("มีแฟ้มที่ prongsai ไม่ได้สร้างอยู่ในโฟลเดอร์ของเว็บ และยังเก็บไว้: {}", foreign.thai()),
            format!("files that prongsai did not make are in the site's folder and were kept: {foreign}"),
        );
        problems.push(about(&rules::FOREIGN_FILES, out, message).help(
            "แฟ้มเหล่านี้เปิดดูได้จากเว็บ ถ้าเป็นหลักฐานให้ย้ายไปไว้ใน content ถ้าไม่ใช้แล้วให้ลบออก",
            "anyone can open them on the web; move evidence into content, and delete what is not needed",
        ));
    }
    for kept in &published.kept {
        let (name, kept_as) = (kept.name.display(), kept.kept_as.display());
        let message = Message::new(
            format!("{name} มาอยู่ในโฟลเดอร์ของเว็บระหว่างสร้าง และชื่อนี้เป็นของแฟ้มอื่นแล้ว จึงเก็บไว้ในชื่อ {kept_as}"),
            format!(
                "{name} came into the site's folder while it was built, where its name is taken; it was kept as {kept_as}"
            ),
        );
        problems.push(about(&rules::FOREIGN_FILES, out, message).help(
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
        problems.push(about(&rules::FOREIGN_FILES, out, message).help(
            "ตรวจโฟลเดอร์นั้น ย้ายแฟ้มของท่านออก แล้วลบ การสร้างครั้งหน้าจะลองอีกครั้ง",
            "look into that folder, move out what is yours and delete it; the next build tries again",
        ));
    }
    problems
}

fn about(rule: &'static Rule, out: &Path, message: Message) -> Diagnostic {
    Diagnostic::new(rule, Location::file(out.display().to_string()), message)
}
