//! The archive of a site that was built, and what is said of it.

use super::publishing;
use crate::diagnostic::{Diagnostics, Language};
use crate::publish;
use std::path::{Path, PathBuf};

/// An archive that was made.
pub struct Archive {
    path: PathBuf,
    /// Bytes.
    size: u64,
}

/// Where an archive stands unless another place is named: `public.zip` beside `public`.
pub fn beside(out: &Path) -> PathBuf {
    let mut name = out.file_name().unwrap_or("public".as_ref()).to_owned();
    name.push(".zip");
    out.with_file_name(name)
}

/// Makes the archive at `path` of the site at `out`; nothing where that fails, which is told.
pub fn archive(out: &Path, path: PathBuf, told: &mut Diagnostics) -> Option<Archive> {
    match publish::archive(out, &path) {
        Ok(size) => Some(Archive { path, size }),
        Err(error) => {
            told.push(publishing::refused(&path, &error));
            None
        }
    }
}

impl Archive {
    /// What is said of it in the end.
    pub fn closing(&self, language: Language) -> String {
        const MEGABYTE: f64 = 1_000_000.0;
        #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
        let megabytes = (self.size as f64 / MEGABYTE).max(0.1);
        let path = self.path.display();
        match language {
            Language::Thai => format!("แฟ้มบีบอัดสำหรับอัปโหลด: {path} ({megabytes:.1} MB)"),
            Language::English => format!("to be uploaded: {path} ({megabytes:.1} MB)"),
        }
    }
}
