//! Addresses that last: what was published once still leads somewhere, and so do redirects.
//!
//! Every site keeps a [list](remembered) of the addresses under which it was published. It knows addresses, and nothing
//! of what stands there.

mod redirects;
mod remembered;

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::model::{Nearby, Portal, Site};
use crate::outputs;
use crate::scaffold::scalar;
use crate::slashes::slashed;
use crate::system::why;
use remembered::{FILE, Remembered};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Checks the redirects of every site, and that each address under which it was published is still there or has one.
/// The lists are in the project in `root`.
pub fn check(portal: &Portal, root: &Path, problems: &mut Diagnostics) {
    for site in &portal.sites {
        let present: BTreeSet<String> = outputs::linked_to(site).collect();
        redirects::check(site, &present, problems);
        match Remembered::read(&root.join(shown(site))) {
            Ok(remembered) => vanished(site, &remembered, &present, problems),
            Err(error) => problems.push(unreadable(site, &error)),
        }
    }
}

/// Adds the addresses under which a portal was published just now to the lists of its sites; what could not be written.
#[must_use]
pub fn remember(portal: &Portal, root: &Path) -> Diagnostics {
    let mut problems = Diagnostics::default();
    for site in &portal.sites {
        let published = outputs::linked_to(site).chain(site.redirects.iter().map(|one| one.from.clone()));
        let path = root.join(shown(site));
        let written = match Remembered::read(&path) {
            // A line that is no address was told, and is mended first.
            Ok(remembered) if remembered.fault().is_none() => {
                remembered.add(published).map_or(Ok(()), |more| more.write(&path))
            }
            // That it cannot be read was told.
            Ok(_) | Err(_) => Ok(()),
        };
        if let Err(error) = written {
            problems.push(unwritable(site, &error));
        }
    }
    problems
}

/// A site's list, as its path is told.
fn shown(site: &Site) -> String {
    slashed(&Path::new(&site.source.path).with_file_name(FILE))
}

fn file(site: &Site) -> Location {
    Location::file(shown(site))
}

/// Reports what was published once and is not there any more.
fn vanished(site: &Site, remembered: &Remembered, present: &BTreeSet<String>, problems: &mut Diagnostics) {
    let path = shown(site);
    let redirected: BTreeSet<&str> =
        site.redirects.iter().flat_map(|one| [one.from.as_str(), one.address.as_str()]).collect();
    let mut nearby = None;
    for (address, place) in remembered.addresses() {
        if present.contains(address) || redirected.contains(address) {
            continue;
        }
        let nearby = nearby.get_or_insert_with(|| Nearby::of(present.iter().map(String::as_str)));
        let near = nearby.in_other_case(address).or_else(|| nearby.named_like(address)).unwrap_or("index.html");
        let line = format!("{}: {}", scalar(address), scalar(near));
        let message = Message::new(
            format!("เคยเผยแพร่ที่ {address} แต่ตอนนี้ไม่มีแล้ว ลิงก์ที่ผู้อื่นทำไว้จะเสีย"),
            format!("{address} was published, and is not there any more: links that others have to it are dead"),
        );
        problems.push(
            Diagnostic::new(&rules::VANISHED_ADDRESS, remembered.at(&path, place), message).help(
                format!("เขียนใต้ `redirects:` ใน site.yaml เช่น {line} ถ้าตั้งใจให้หายไปตลอด ให้ลบบรรทัดนี้"),
                format!("write it under `redirects:` in site.yaml, such as {line}; if it is to be gone for good, delete this line"),
            ),
        );
    }
    if let Some(place) = remembered.fault() {
        let message = Message::new("บรรทัดนี้ไม่ใช่ที่อยู่ในเว็บนี้", "this line is no address within the site");
        problems.push(Diagnostic::new(&rules::ADDRESS_RECORD, remembered.at(&path, place), message).help(
            "ลบบรรทัดนี้ หากเป็นรอยต่อของ git ให้เก็บที่อยู่จากทั้งสองฝั่ง ระหว่างนี้จะไม่เพิ่มที่อยู่ใหม่ในรายการ",
            "delete it; where git could not merge, keep the addresses of both sides. Until then no address is added",
        ));
    }
}

fn unreadable(site: &Site, error: &io::Error) -> Diagnostic {
    let why = why(error);
    let message = Message::new(
        format!("อ่านรายการที่อยู่ที่เคยเผยแพร่ไม่ได้: {}", why.th),
        format!("the list of published addresses cannot be read: {}", why.en),
    );
    Diagnostic::new(&rules::ADDRESS_RECORD, file(site), message).help(
        "กู้คืนแฟ้มนี้จากสำเนา หรือตรวจสิทธิ์การอ่าน แฟ้มต้องเป็นข้อความ UTF-8",
        "bring the file back from a copy, or see to the permission to read it; it is text in UTF-8",
    )
}

fn unwritable(site: &Site, error: &io::Error) -> Diagnostic {
    let why = why(error);
    let message = Message::new(
        format!("เผยแพร่แล้ว แต่จดที่อยู่ที่เผยแพร่ไว้ไม่ได้: {}", why.th),
        format!("the site was published, but its addresses could not be written down: {}", why.en),
    );
    Diagnostic::new(&rules::ADDRESS_RECORD, file(site), message).help(
        "ตรวจสิทธิ์การเขียนโฟลเดอร์ของ site.yaml แล้วสร้างเว็บอีกครั้ง",
        "see to the permission to write into the folder of site.yaml, and build again",
    )
}
