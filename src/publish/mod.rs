//! Writes a site: into a fresh folder, which then takes the old one's place in one step.
//!
//! Until that step the published folder is not touched, so that a build that fails leaves it as it was. Only
//! a folder that this program made is ever replaced.

use crate::diagnostic::Message;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The file by which a folder is known to be ours.
pub const MARKER: &str = ".prongsai";
const MARKER_TEXT: &str = "This folder is made by prongsai and replaced at every build. Keep nothing of your own in it.\n\
    โฟลเดอร์นี้สร้างโดย prongsai และจะถูกแทนที่ทุกครั้งที่สร้างเว็บ อย่าเก็บแฟ้มของท่านไว้ในนี้\n";

/// What a published file holds.
#[derive(Debug)]
pub enum Content<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// A copy of this file.
    CopyOf(&'a Path),
}

/// Why a site cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder holds something that this program did not make.
    #[error("{0} holds files that prongsai did not make, and is left alone")]
    Foreign(PathBuf),
    /// The folder is the content, holds it, or lies in it.
    #[error("{0} is where the content is")]
    InContent(PathBuf),
    /// The disk refused.
    #[error("{path}: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Error {
    /// The same in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        let thai = match self {
            Self::Foreign(path) => format!("{} มีแฟ้มที่ prongsai ไม่ได้สร้าง จึงไม่แตะต้อง", path.display()),
            Self::InContent(path) => format!("{} เป็นที่อยู่ของเนื้อหา", path.display()),
            Self::Io { path, error } => format!("เขียน {} ไม่ได้: {error}", path.display()),
        };
        Message::new(thai, self.to_string())
    }
}

fn io_error(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
    move |error| Error::Io { path: path.to_owned(), error }
}

/// A site that is being written, out of sight.
#[derive(Debug)]
pub struct Staging {
    folder: TempDir,
    out: PathBuf,
}

impl Staging {
    /// Begins to write the site that will stand at `out`; `content` is the folder of the officer's own files.
    ///
    /// # Errors
    /// Where `out` is not ours to replace, or cannot be written.
    pub fn begin(out: &Path, content: &Path) -> Result<Self, Error> {
        // A link to a folder stays a link: what it points at is replaced.
        let out = fs::canonicalize(out).or_else(|_| std::path::absolute(out)).map_err(io_error(out))?;
        let content = fs::canonicalize(content).map_err(io_error(content))?;
        if out.starts_with(&content) || content.starts_with(&out) {
            return Err(Error::InContent(out));
        }
        if !may_replace(&out).map_err(io_error(&out))? {
            return Err(Error::Foreign(out));
        }
        let parent = out.parent().unwrap_or(&out);
        fs::create_dir_all(parent).map_err(io_error(parent))?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".prongsai-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A web server must be able to read it; the person's umask has the last word.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let folder = builder.tempdir_in(parent).map_err(io_error(parent))?;
        let staging = Self { folder, out };
        staging.write(MARKER, &Content::Bytes(MARKER_TEXT.as_bytes()))?;
        Ok(staging)
    }

    /// Writes the file that will stand at `address`. May be called from several threads.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, address: &str, content: &Content<'_>) -> Result<(), Error> {
        let path = self.folder.path().join(address);
        let write = || match content {
            Content::Bytes(bytes) => fs::write(&path, bytes),
            Content::CopyOf(file) => fs::copy(file, &path).map(drop),
        };
        match write() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = path.parent().unwrap_or(&path);
                fs::create_dir_all(folder).and_then(|()| write()).map_err(io_error(&path))
            }
            written => written.map_err(io_error(&path)),
        }
    }

    /// Puts the new site in the old one's place.
    ///
    /// # Errors
    /// Where the disk refuses; the old site then stands where it stood.
    pub fn publish(self) -> Result<(), Error> {
        let Self { folder, out } = self;
        if !out.exists() {
            fs::rename(folder.path(), &out).map_err(io_error(&out))?;
            return Ok(());
        }
        let old = folder.path().with_extension("old");
        fs::rename(&out, &old).map_err(io_error(&out))?;
        if let Err(error) = fs::rename(folder.path(), &out) {
            fs::rename(&old, &out).map_err(io_error(&out))?;
            return Err(io_error(&out)(error));
        }
        fs::remove_dir_all(&old).map_err(io_error(&old))
    }
}

/// Whether nothing would be lost: the folder is not there, is empty, or is ours.
fn may_replace(out: &Path) -> io::Result<bool> {
    match fs::read_dir(out) {
        Ok(mut entries) => Ok(entries.next().is_none() || out.join(MARKER).is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}
