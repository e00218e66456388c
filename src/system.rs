//! What a person can make of an error of the system, be it of a disk or of the network, in both languages.
//!
//! It does not know what was being done, nor what to do about it.

use crate::diagnostic::Message;
use std::io::{self, ErrorKind as Kind};

/// A kind of error that people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no room.
    Full,
    /// Somebody else may, but not who runs the program.
    NoPermission,
    /// Nobody may write there.
    ReadOnly,
    /// The system does not take the name.
    NameTooLong,
    /// The system has no room for another open file.
    TooManyOpen,
    /// A file stands where a folder is needed.
    NoFolder,
    /// A folder stands where a file is needed.
    Folder,
    /// Nothing is there.
    NotThere,
    /// Another program has it.
    InUse,
    /// It ends too early, or is not what it has to be.
    Damaged,
    /// Nothing came in time.
    Late,
    /// Any other, in the words of the system.
    Other,
}

impl Reason {
    /// The kind of an error.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::PermissionDenied => Self::NoPermission,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::InvalidFilename => Self::NameTooLong,
            Kind::NotADirectory | Kind::AlreadyExists => Self::NoFolder,
            Kind::IsADirectory => Self::Folder,
            Kind::NotFound => Self::NotThere,
            Kind::ResourceBusy | Kind::AddrInUse => Self::InUse,
            Kind::InvalidData | Kind::UnexpectedEof => Self::Damaged,
            Kind::TimedOut => Self::Late,
            _ if too_many_open(error) => Self::TooManyOpen,
            _ if is_shared(error) => Self::InUse,
            _ => Self::Other,
        }
    }
}

/// Why something could not be done, to stand behind what that was.
#[must_use]
pub fn why(error: &io::Error) -> Message {
    let (th, en) = match Reason::of(error) {
        Reason::Full => ("ดิสก์เต็ม หรือเกินโควตา", "the disk is full, or a quota is used up"),
        Reason::NoPermission => ("ไม่มีสิทธิ์", "no permission"),
        Reason::ReadOnly => ("ดิสก์นี้อ่านได้อย่างเดียว", "the disk is read-only"),
        Reason::NameTooLong => (
            "ชื่อแฟ้มหรือโฟลเดอร์ยาวเกินไป หรือมีอักขระที่ดิสก์นี้ไม่รับ",
            "the name is too long, or has characters that this disk does not take",
        ),
        Reason::TooManyOpen => ("เปิดแฟ้มพร้อมกันมากเกินไป", "too many files are open"),
        Reason::NoFolder => ("มีแฟ้มอยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์", "a file stands where a folder is needed"),
        Reason::Folder => ("มีโฟลเดอร์อยู่ในตำแหน่งที่ต้องเป็นแฟ้ม", "a folder stands where a file is needed"),
        Reason::NotThere => ("ไม่พบแฟ้มหรือโฟลเดอร์", "a file or folder is not there"),
        Reason::InUse => ("มีโปรแกรมอื่นใช้อยู่", "another program uses it"),
        Reason::Damaged => {
            ("ข้อมูลเสียหรือขาดตอน หรือไม่ใช่ข้อความ UTF-8", "the data is damaged or cut short, or no text in UTF-8")
        }
        Reason::Late => ("รอนานเกินไป", "it took too long"),
        Reason::Other => return Message::new(error.to_string(), error.to_string()),
    };
    Message::new(th, en)
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

/// Whether Windows keeps a file for another program, for which the standard library has no kind either.
fn is_shared(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_meet_has_words_in_both_languages_and_the_rest_those_of_the_system() {
        for kind in [
            Kind::StorageFull,
            Kind::PermissionDenied,
            Kind::ReadOnlyFilesystem,
            Kind::InvalidFilename,
            Kind::NotADirectory,
            Kind::AlreadyExists,
            Kind::IsADirectory,
            Kind::NotFound,
            Kind::ResourceBusy,
            Kind::AddrInUse,
            Kind::InvalidData,
            Kind::UnexpectedEof,
            Kind::TimedOut,
        ] {
            let why = why(&kind.into());
            assert!(!why.th.contains(|char: char| char.is_ascii_lowercase()) && why.en.is_ascii(), "{kind:?}: {why:?}");
        }
        assert_eq!(why(&io::Error::other("x")).th, "x");
    }
}
