//! Files that are kept from one build to the next, in the folder [`FOLDER`] of a project. They are no part of anybody's
//! records, and may be deleted at any time.

use blake3::{Hash, Hasher};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Where they are, in the folder that holds `content`.
const FOLDER: &str = ".prongsai/cache";
/// Bytes of the hash, in hexadecimal digits, that a file begins with.
const HASH: usize = 64;
/// What tells programs that save files elsewhere, and git, that this can be made again.
const BESIDE: [(&str, &str); 2] = [
    (
        "CACHEDIR.TAG",
        "Signature: 8a477f597d28d172789f06886806bc55\n# Made by prongsai. It may be deleted at any time.\n",
    ),
    (".gitignore", "*\n"),
];

/// What `program` kept in the project in `root` under a name; nothing where another one did, or where the file is not as
/// it was written.
#[must_use]
pub fn read(root: &Path, name: &str, program: &str) -> Vec<u8> {
    let mut bytes = fs::read(root.join(FOLDER).join(name)).unwrap_or_default();
    let is_whole = bytes
        .split_at_checked(HASH)
        .is_some_and(|(hash, kept)| Hash::from_hex(hash).is_ok_and(|hash| hash == hash_of(kept, program)));
    if is_whole { bytes.split_off(HASH) } else { Vec::new() }
}

/// Keeps this for the next build.
///
/// # Errors
/// Where the disk refuses.
pub fn write(root: &Path, name: &str, program: &str, kept: &[u8]) -> io::Result<()> {
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder)?;
    for (name, text) in BESIDE {
        let path = folder.join(name);
        if !path.exists() {
            fs::write(path, text)?;
        }
    }
    // Another build may read it at this moment.
    let mut file = tempfile::NamedTempFile::new_in(&folder)?;
    file.write_all(hash_of(kept, program).to_hex().as_bytes())?;
    file.write_all(kept)?;
    file.persist(folder.join(name))?;
    Ok(())
}

fn hash_of(kept: &[u8], program: &str) -> Hash {
    Hasher::new().update(kept).update(program.as_bytes()).finalize()
}
