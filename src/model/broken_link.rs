//! Links that lead nowhere, each with what it was most likely meant to be.
//!
//! It knows what a site's files are called, and nothing of what is in them.

use super::linker::{Linker, candidates};
use super::nearby::{Nearby, link_from};
use crate::diagnostic::{Diagnostic, Location, Message, Rule, rules};
use crate::record::PartRecord;
use percent_encoding::percent_decode_str;

/// What is wrong with a link: the rule, the message, the help.
type Fault = (&'static Rule, Message, Message);

impl Linker<'_> {
    /// The problem of a link that a record in `folder` has to nothing.
    pub(super) fn broken(&self, link: &str, folder: &str, place: Location) -> Diagnostic {
        let path = percent_decode_str(link.split('#').next().unwrap_or(link)).decode_utf8_lossy();
        let wanted = candidates(folder, &path);
        let (rule, message, help) = match wanted.first() {
            None => leads_out(link),
            Some(first) => self
                .draft(link, &wanted)
                .or_else(|| self.without(link, &wanted))
                .or_else(|| self.taken_by_markdown(link, folder, &place))
                .or_else(|| self.wrong_sign(link, folder))
                .or_else(|| self.other_letters(link, folder, &wanted))
                .unwrap_or_else(|| self.unknown(link, folder, first)),
        };
        Diagnostic::new(rule, place, message).help(help.th, help.en)
    }

    fn nearby(&self) -> &Nearby {
        self.nearby.get_or_init(|| {
            let of_sites: Vec<String> = self
                .sites
                .iter()
                .flat_map(|(folder, area)| area.paths().map(move |path| format!("{folder}/{path}")))
                .collect();
            Nearby::of(self.own.paths().chain(of_sites.iter().map(String::as_str)))
        })
    }

    fn draft(&self, link: &str, wanted: &[String]) -> Option<Fault> {
        wanted.iter().any(|path| self.leaves_out(path)).then(|| {
            let message = Message::new(
                format!("`{link}` เป็นฉบับร่าง จึงยังไม่มีหน้า"),
                format!("`{link}` is a draft, and has no page yet"),
            );
            let help = Message::new(
                "ลบ `draft: true` ในแฟ้มนั้น หรือเอาลิงก์ออกจนกว่าจะเผยแพร่",
                "take `draft: true` out of that file, or leave the link out until it is published",
            );
            (&rules::BROKEN_LINK, message, help)
        })
    }

    /// A page that the site is made without.
    fn without(&self, link: &str, wanted: &[String]) -> Option<Fault> {
        let part = wanted.iter().find_map(|path| self.own.named.map.left_out(path))?;
        let message = Message::new(
            format!("`{link}` เป็นหน้าที่เว็บนี้ตั้งค่าไว้ว่าไม่สร้าง"),
            format!("`{link}` is a page that this site is made without"),
        );
        Some((&rules::BROKEN_LINK, message, wanted_back(part)))
    }

    /// A `#` or `\` that is a part of a name as Windows writes it, and not of a link.
    fn wrong_sign(&self, link: &str, folder: &str) -> Option<Fault> {
        if link.contains('#') {
            let name = percent_decode_str(link).decode_utf8_lossy();
            let path = candidates(folder, &name).into_iter().find(|path| self.known(path, None).is_some())?;
            let right = link_from(folder, &path);
            let message = Message::new(
                format!("`{link}` มี # ซึ่งในลิงก์หมายถึงหัวข้อของหน้า ไม่ใช่ส่วนของชื่อแฟ้ม"),
                format!("`{link}` has a #, which in a link begins a heading and is no part of a file's name"),
            );
            let help = Message::new(
                format!("เขียนเป็น {right} หรือเปลี่ยนชื่อแฟ้มไม่ให้มี #"),
                format!("write {right}, or take the # out of the file's name"),
            );
            return Some((&rules::BROKEN_LINK, message, help));
        }
        link.contains('\\').then(|| {
            let (message, help) = backslashed(link, &link.replace('\\', "/"));
            (&rules::BROKEN_LINK, message, help)
        })
    }

    /// A `\` that Markdown took for its own, since a sign follows it: `files\_a.pdf` reads as `files_a.pdf`.
    fn taken_by_markdown(&self, link: &str, folder: &str, place: &Location) -> Option<Fault> {
        let spot = place.spot();
        let typed = typed(spot.text.get(spot.highlight.clone())?, link)?;
        let right = typed.replace('\\', "/").replace('#', "%23");
        let name = percent_decode_str(&right).decode_utf8_lossy();
        // What Markdown takes out of a link on purpose leaves no other.
        let is_there = || candidates(folder, &name).iter().any(|path| self.known(path, None).is_some());
        (link.contains('\\') || is_there()).then_some(())?;
        let (message, help) = backslashed(typed, &right);
        Some((&rules::BROKEN_LINK, message, help))
    }

    /// A file that is called the same but for letters that differ on the disk, be it in a way that can be seen or not.
    fn other_letters(&self, link: &str, folder: &str, wanted: &[String]) -> Option<Fault> {
        if let Some(path) = wanted.iter().find_map(|path| self.nearby().in_other_case(path)) {
            let path = link_from(folder, path);
            let message = Message::new(
                format!("`{link}` ต่างจากชื่อแฟ้มจริงที่ตัวพิมพ์เล็กใหญ่"),
                format!("`{link}` differs from the file's name in capital letters"),
            );
            let help = Message::new(
                format!("เขียนให้ตรงกับชื่อแฟ้ม: {path} (Windows เปิดได้ แต่โฮสต์เว็บส่วนใหญ่เปิดไม่ได้)"),
                format!("write it as the file is called: {path} (Windows opens it, but most web hosts will not)"),
            );
            return Some((&rules::LETTER_CASE, message, help));
        }
        let path = wanted.iter().find_map(|path| self.nearby().looking_like(path))?;
        let path = link_from(folder, path);
        let message = Message::new(
            format!("`{link}` ดูเหมือนชื่อแฟ้มจริง แต่พิมพ์ด้วยอักขระคนละตัว เช่น ํ กับ า แทน ำ"),
            format!("`{link}` looks like the file's name, but is typed with other characters, such as ํ and า for ำ"),
        );
        let help = Message::new(
            format!("คัดลอกชื่อนี้ไปวาง: {path} ถ้าชื่อแฟ้มเองพิมพ์ผิด ให้เปลี่ยนชื่อแฟ้ม"),
            format!("copy this name: {path}; if it is the file that is misspelt, rename it"),
        );
        Some((&rules::BROKEN_LINK, message, help))
    }

    fn unknown(&self, link: &str, folder: &str, path: &str) -> Fault {
        let help = match self.nearby().named_like(path).map(|path| link_from(folder, path)) {
            Some(path) => {
                Message::new(format!("มีแฟ้มชื่อใกล้เคียงคือ {path}"), format!("a file of nearly that name is {path}"))
            }
            None if looks_like_a_host(link) => Message::new(
                format!("ถ้าเป็นเว็บอื่น เขียนให้ครบ: https://{link}"),
                format!("if it is another web site, write it in full: https://{link}"),
            ),
            None => Message::new(
                "เขียนชื่อแฟ้มตามที่อยู่จากแฟ้มนี้ เช่น ../oit/o31.md หรือ files/ประกาศ.pdf",
                "name the file as seen from this one, such as ../oit/o31.md or files/order.pdf",
            ),
        };
        (&rules::BROKEN_LINK, not_there(link), help)
    }
}

/// How to have a part again that is left out.
#[must_use]
pub fn wanted_back(part: PartRecord) -> Message {
    let part = part.name();
    Message::new(
        format!("ลบ `{part}` ออกจาก `without:` ใน site.yaml (หรือจาก --without) หรือเอาลิงก์นี้ออก"),
        format!("take `{part}` out of `without:` in site.yaml (or of --without), or leave the link out"),
    )
}

/// That a path has `\` where the web has `/`, and what to write.
pub fn backslashed(written: &str, right: &str) -> (Message, Message) {
    let message = Message::new(
        format!("`{written}` คั่นโฟลเดอร์ด้วย \\ ซึ่งเปิดบนเว็บไม่ได้"),
        format!("`{written}` has \\ between folders, which does not open on the web"),
    );
    (message, Message::new(format!("เขียนเป็น {right}"), format!("write {right}")))
}

/// What stands in `text` that reads as `link` once Markdown has taken some `\` out.
fn typed<'t>(text: &'t str, link: &str) -> Option<&'t str> {
    let as_long = |start: usize| {
        let mut rest = text[start..].chars();
        for char in link.chars() {
            let next = rest.next()?;
            if next != char && (next != '\\' || rest.next()? != char) {
                return None;
            }
        }
        text[start..].strip_suffix(rest.as_str())
    };
    // A link is not empty, and is more than any part of it that follows.
    text.char_indices().find_map(|(start, _)| as_long(start).filter(|typed| typed.len() > link.len()))
}

fn not_there(link: &str) -> Message {
    Message::new(format!("ไม่พบ `{link}`"), format!("`{link}` is not there"))
}

fn leads_out(link: &str) -> Fault {
    let help = Message::new(
        "ลิงก์นี้ชี้ออกนอกโฟลเดอร์ content วางแฟ้มไว้ใน files ของปีนั้นแล้วลิงก์ไปที่แฟ้มนั้น",
        "it leads out of the content folder: put the file into the year's files and link to that",
    );
    (&rules::BROKEN_LINK, not_there(link), help)
}

/// `www.example.go.th/a`: a web address without `https://`.
fn looks_like_a_host(link: &str) -> bool {
    let host = link.split('/').next().unwrap_or(link);
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    host.starts_with("www.") || ["th", "com", "org", "net"].contains(&ending)
}
