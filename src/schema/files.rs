//! Writes the schemas into a folder.

use super::Kind;
use crate::diagnostic::{Diagnostic, Language, Location, Message, rules};
use crate::publish;
use serde_json::Value as Json;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the schema of every kind into `folder`, which is made where it is not there, and gives back the files.
///
/// # Errors
/// Where one of the files is not a schema that this program made, in which case nothing is written, or where the
/// disk refuses.
pub fn write(folder: &Path, language: Language) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    fs::create_dir_all(folder).map_err(|error| refused(folder, error))?;
    for kind in Kind::ALL {
        let file = folder.join(kind.schema_file());
        if !may_replace(&file, kind).map_err(|error| refused(&file, error))? {
            return Err(Box::new(foreign(&file)));
        }
    }
    let written = Kind::ALL.into_iter().map(|kind| {
        let file = folder.join(kind.schema_file());
        fs::write(&file, text(kind, language)).map_err(|error| refused(&file, error))?;
        Ok(file)
    });
    written.collect()
}

/// What the file of a kind's schema holds, with descriptions in `language`.
#[must_use]
pub fn text(kind: Kind, language: Language) -> String {
    format!("{:#}\n", kind.schema(language).as_value())
}

/// Whether nothing of the person's own would be lost: the file is not there, or is our schema.
fn may_replace(file: &Path, kind: Kind) -> io::Result<bool> {
    match fs::read(file) {
        Ok(bytes) => Ok(serde_json::from_slice::<Json>(&bytes).is_ok_and(|schema| schema["$id"] == kind.id())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn foreign(file: &Path) -> Diagnostic {
    let place = Location::from_start(file);
    Diagnostic::new(
        &rules::OUTPUT,
        place,
        Message::new("แฟ้มนี้ไม่ได้สร้างโดย prongsai จึงไม่แตะต้อง", "prongsai did not make this file, and leaves it alone"),
    )
    .help("เลือกโฟลเดอร์อื่นด้วย --out หรือย้ายแฟ้มนี้ออกเอง", "choose another folder with --out, or move the file away yourself")
}

fn refused(path: &Path, error: io::Error) -> Box<Diagnostic> {
    let place = Location::from_start(path);
    let problem = Diagnostic::new(&rules::OUTPUT, place, publish::Error::Io { path: path.to_owned(), error }.message());
    Box::new(problem.help("เลือกโฟลเดอร์ที่เขียนได้ด้วย --out", "choose a folder that can be written with --out"))
}
