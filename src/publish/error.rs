//! Why a site cannot be published, in the words of both languages.

use crate::diagnostic::Message;
use crate::slashes::slashed;
use crate::system::{Reason, why};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// How many files a message names; the rest are counted.
const NAMED: usize = 10;

/// Why a site cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder holds something, and no list says that this program made it.
    #[error("{} holds files that prongsai did not make: {}; it is left alone", slashed(.0), .1)]
    Foreign(PathBuf, Names),
    /// The folder's list of what is ours was changed, cut, or written by another version.
    #[error("{} was made by prongsai, but line {} of the list of its files, .prongsai, is not what it wrote", slashed(.0), .1)]
    Manifest(PathBuf, usize),
    /// The folder is the content, holds it, or lies in it.
    #[error("{} is where the content is", slashed(.0))]
    InContent(PathBuf),
    /// The archive of the site would be a part of it.
    #[error("{} is in the published site, and would be published itself", slashed(.0))]
    InSite(PathBuf),
    /// The folder, or one inside of it, is a drive of its own, and cannot be exchanged for another.
    #[error("{} is a drive or a mounted folder, which cannot be replaced in one step", slashed(.0))]
    Mounted(PathBuf),
    /// Foreign files stand where the site needs its own.
    #[error("files that prongsai did not make stand where the site needs its own: {0}")]
    InTheWay(Names),
    /// The disk refused.
    #[error("{} cannot be written: {}", slashed(path), why(error).en)]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Error {
    /// What is wrong, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        let thai = match self {
            Self::Foreign(path, names) => {
                format!("{} มีแฟ้มที่ prongsai ไม่ได้สร้าง: {} จึงไม่แตะต้อง", slashed(path), names.thai())
            }
            Self::Manifest(path, line) => format!(
                "{} สร้างโดย prongsai แต่รายการแฟ้มในนั้น (.prongsai) ใช้ไม่ได้: บรรทัดที่ {line} ไม่ใช่ข้อความที่ prongsai เขียน",
                slashed(path)
            ),
            Self::InContent(path) => format!("{} เป็นที่อยู่ของเนื้อหา", slashed(path)),
            Self::InSite(path) => format!("{} อยู่ในเว็บที่เผยแพร่ แฟ้มบีบอัดจะถูกเผยแพร่ไปด้วย", slashed(path)),
            Self::Mounted(path) => {
                format!("{} เป็นไดรฟ์หรือโฟลเดอร์ที่เชื่อมมาจากที่อื่น จึงแทนที่ในขั้นตอนเดียวไม่ได้", slashed(path))
            }
            Self::InTheWay(names) => {
                format!("มีแฟ้มที่ prongsai ไม่ได้สร้างอยู่ในตำแหน่งที่เว็บต้องใช้: {}", names.thai())
            }
            Self::Io { path, error } => format!("เขียน {} ไม่ได้: {}", slashed(path), why(error).th),
        };
        Message::new(thai, self.to_string())
    }

    /// What to do about it, in both languages.
    #[must_use]
    pub fn help(&self) -> Message {
        match self {
            Self::InContent(_) => Message::new(
                "ใช้ --out เลือกโฟลเดอร์ที่อยู่นอกโฟลเดอร์ content และไม่ได้บรรจุโฟลเดอร์ content ไว้",
                "choose a folder with --out that neither lies in the content nor holds it",
            ),
            Self::InSite(_) => Message::new(
                "เขียน --zip เฉย ๆ เพื่อวางแฟ้มบีบอัดไว้ข้างโฟลเดอร์ของเว็บ หรือเลือกที่อื่นด้วย --zip=แฟ้ม",
                "write --zip alone for an archive beside the folder of the site, or choose another place with --zip=FILE",
            ),
            Self::Foreign(..) => Message::new(
                "เลือกโฟลเดอร์อื่นด้วย --out หรือย้ายแฟ้มเหล่านั้นออกเอง",
                "choose another folder with --out, or move those files away yourself",
            ),
            Self::Manifest(..) => Message::new(
                "ย้ายโฟลเดอร์นี้ไปไว้ที่อื่น สร้างเว็บใหม่ แล้วคัดลอกแฟ้มของท่านเองกลับมา",
                "move the folder away, build again, and copy back what is your own",
            ),
            Self::Mounted(_) => Message::new(
                "ใช้ --out เลือกโฟลเดอร์ธรรมดาที่ไม่มีไดรฟ์อื่นเชื่อมอยู่ข้างใน เช่น สร้างโฟลเดอร์ใหม่ภายในไดรฟ์นั้น",
                "choose a plain folder with no other drive inside of it with --out, such as a new folder on that drive",
            ),
            Self::InTheWay(_) => Message::new(
                "ย้ายหรือเปลี่ยนชื่อแฟ้มเหล่านั้น แล้วสร้างเว็บใหม่",
                "move those files away or rename them, then build again",
            ),
            Self::Io { error, .. } => help(Reason::of(error)),
        }
    }
}

/// The error of an operation on `path`.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
    move |error| Error::Io { path: path.to_owned(), error }
}

/// Some files by name, and how many more there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    named: Vec<String>,
    more: usize,
}

impl Names {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// The same in Thai.
    #[must_use]
    pub fn thai(&self) -> String {
        let named = self.named.join(", ");
        if self.more == 0 { named } else { format!("{named} และอีก {} รายการ", self.more) }
    }
}

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        let mut named: Vec<String> = names.into_iter().collect();
        named.sort();
        let more = named.len().saturating_sub(NAMED);
        named.truncate(NAMED);
        Self { named, more }
    }
}

impl fmt::Display for Names {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.named.join(", "))?;
        if self.more > 0 { write!(formatter, " and {} more", self.more) } else { Ok(()) }
    }
}

/// What to do about an error of the disk.
fn help(reason: Reason) -> Message {
    match reason {
        Reason::Full => Message::new(
            "เพิ่มที่ว่างแล้วสร้างใหม่ ระหว่างสร้างต้องมีที่ว่างพอสำหรับเว็บใหม่ทั้งชุดข้าง ๆ เว็บเดิม",
            "make room and build again; while it is built, the new site needs its space beside the old one",
        ),
        Reason::NoPermission | Reason::ReadOnly => Message::new(
            "ใช้ --out เลือกโฟลเดอร์ที่เขียนได้ หรือขอสิทธิ์เขียนทั้งในโฟลเดอร์นั้นและในโฟลเดอร์ที่บรรจุโฟลเดอร์นั้น",
            "choose a folder that can be written with --out, or get permission for it and for the folder it is in",
        ),
        Reason::NameTooLong => Message::new(
            "ใช้ชื่อแฟ้มที่สั้นลงในเนื้อหา หรือใช้ --out เลือกโฟลเดอร์ที่มีชื่อสั้นกว่า",
            "use shorter file names in the content, or choose a folder with a shorter name with --out",
        ),
        Reason::TooManyOpen | Reason::InUse => Message::new(
            "ปิดโปรแกรมอื่นที่ใช้โฟลเดอร์นี้ แล้วสร้างใหม่",
            "close other programs that use the folder, and build again",
        ),
        Reason::NoFolder | Reason::NotThere => {
            Message::new("ตรวจชื่อโฟลเดอร์ที่ให้ไว้กับ --out", "look at the folder that --out names")
        }
        Reason::Folder | Reason::Damaged | Reason::Late | Reason::Other => Message::new(
            "ตรวจดิสก์ หรือใช้ --out เลือกโฟลเดอร์ในดิสก์อื่น แล้วสร้างใหม่",
            "look at the disk, or choose a folder on another one with --out, and build again",
        ),
    }
}
