//! Why a site cannot be published, in the words of both languages.

use crate::diagnostic::Message;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// How many files a message names; the rest are counted.
const NAMED: usize = 10;

/// Why a site cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder holds something, and no list says that this program made it.
    #[error("{0} holds files that prongsai did not make: {1}; it is left alone")]
    Foreign(PathBuf, Names),
    /// The folder's list of what is ours was changed, cut, or written by another version.
    #[error("{0} was made by prongsai, but line {1} of the list of its files, .prongsai, is not what it wrote")]
    Manifest(PathBuf, usize),
    /// The folder is the content, holds it, or lies in it.
    #[error("{0} is where the content is")]
    InContent(PathBuf),
    /// The archive of the site would be a part of it.
    #[error("{0} is in the published site, and would be published itself")]
    InSite(PathBuf),
    /// The folder, or one inside of it, is a drive of its own, and cannot be exchanged for another.
    #[error("{0} is a drive or a mounted folder, which cannot be replaced in one step")]
    Mounted(PathBuf),
    /// Foreign files stand where the site needs its own.
    #[error("files that prongsai did not make stand where the site needs its own: {0}")]
    InTheWay(Names),
    /// The disk refused.
    #[error("{} cannot be written: {}", path.display(), Reason::of(error).english(error))]
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
                format!("{} มีแฟ้มที่ prongsai ไม่ได้สร้าง: {} จึงไม่แตะต้อง", path.display(), names.thai())
            }
            Self::Manifest(path, line) => format!(
                "{} สร้างโดย prongsai แต่รายการแฟ้มในนั้น (.prongsai) ใช้ไม่ได้: บรรทัดที่ {line} ไม่ใช่ข้อความที่ prongsai เขียน",
                path.display()
            ),
            Self::InContent(path) => format!("{} เป็นที่อยู่ของเนื้อหา", path.display()),
            Self::InSite(path) => format!("{} อยู่ในเว็บที่เผยแพร่ แฟ้มบีบอัดจะถูกเผยแพร่ไปด้วย", path.display()),
            Self::Mounted(path) => {
                format!("{} เป็นไดรฟ์หรือโฟลเดอร์ที่เชื่อมมาจากที่อื่น จึงแทนที่ในขั้นตอนเดียวไม่ได้", path.display())
            }
            Self::InTheWay(names) => {
                format!("มีแฟ้มที่ prongsai ไม่ได้สร้างอยู่ในตำแหน่งที่เว็บต้องใช้: {}", names.thai())
            }
            Self::Io { path, error } => format!("เขียน {} ไม่ได้: {}", path.display(), Reason::of(error).thai(error)),
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
            Self::Io { error, .. } => Reason::of(error).help(),
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

/// What a person can make of an error of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Full,
    NoPermission,
    ReadOnly,
    NameTooLong,
    TooManyOpen,
    NoFolder,
    NotThere,
    InUse,
    Other,
}

impl Reason {
    pub(super) fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::InvalidFilename => Self::NameTooLong,
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Self::NoFolder,
            io::ErrorKind::NotFound => Self::NotThere,
            io::ErrorKind::ResourceBusy => Self::InUse,
            _ if too_many_open(error) => Self::TooManyOpen,
            _ => Self::Other,
        }
    }

    fn thai(self, error: &io::Error) -> String {
        match self {
            Self::Full => "ดิสก์เต็ม หรือเกินโควตา",
            Self::NoPermission => "ไม่มีสิทธิ์เขียน",
            Self::ReadOnly => "ดิสก์นี้อ่านได้อย่างเดียว",
            Self::NameTooLong => "ชื่อแฟ้มหรือโฟลเดอร์ยาวเกินไป หรือมีอักขระที่ดิสก์นี้ไม่รับ",
            Self::TooManyOpen => "เปิดแฟ้มพร้อมกันมากเกินไป",
            Self::NoFolder => "มีแฟ้มอยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์",
            Self::NotThere => "ไม่พบแฟ้มหรือโฟลเดอร์",
            Self::InUse => "มีโปรแกรมอื่นใช้อยู่",
            Self::Other => return error.to_string(),
        }
        .to_owned()
    }

    fn english(self, error: &io::Error) -> String {
        match self {
            Self::Full => "the disk is full, or a quota is used up",
            Self::NoPermission => "no permission",
            Self::ReadOnly => "the disk is read-only",
            Self::NameTooLong => "the name is too long, or has characters that this disk does not take",
            Self::TooManyOpen => "too many files are open",
            Self::NoFolder => "a file stands where a folder is needed",
            Self::NotThere => "a file or folder is not there",
            Self::InUse => "another program uses it",
            Self::Other => return error.to_string(),
        }
        .to_owned()
    }

    fn help(self) -> Message {
        match self {
            Self::Full => Message::new(
                "เพิ่มที่ว่างแล้วสร้างใหม่ ระหว่างสร้างต้องมีที่ว่างพอสำหรับเว็บใหม่ทั้งชุดข้าง ๆ เว็บเดิม",
                "make room and build again; while it is built, the new site needs its space beside the old one",
            ),
            Self::NoPermission | Self::ReadOnly => Message::new(
                "ใช้ --out เลือกโฟลเดอร์ที่เขียนได้ หรือขอสิทธิ์เขียนทั้งในโฟลเดอร์นั้นและในโฟลเดอร์ที่บรรจุโฟลเดอร์นั้น",
                "choose a folder that can be written with --out, or get permission for it and for the folder it is in",
            ),
            Self::NameTooLong => Message::new(
                "ใช้ชื่อแฟ้มที่สั้นลงในเนื้อหา หรือใช้ --out เลือกโฟลเดอร์ที่มีชื่อสั้นกว่า",
                "use shorter file names in the content, or choose a folder with a shorter name with --out",
            ),
            Self::TooManyOpen | Self::InUse => Message::new(
                "ปิดโปรแกรมอื่นที่ใช้โฟลเดอร์นี้ แล้วสร้างใหม่",
                "close other programs that use the folder, and build again",
            ),
            Self::NoFolder | Self::NotThere => {
                Message::new("ตรวจชื่อโฟลเดอร์ที่ให้ไว้กับ --out", "look at the folder that --out names")
            }
            Self::Other => Message::new(
                "ตรวจดิสก์ หรือใช้ --out เลือกโฟลเดอร์ในดิสก์อื่น แล้วสร้างใหม่",
                "look at the disk, or choose a folder on another one with --out, and build again",
            ),
        }
    }
}

/// The standard library has no kind for it.
fn too_many_open(error: &io::Error) -> bool {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::io::Errno;
        matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE))
    }
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    {
        // ERROR_TOO_MANY_OPEN_FILES
        cfg!(windows) && error.raw_os_error() == Some(4)
    }
}
