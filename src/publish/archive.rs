//! The published site as one archive, for the uploader of a host's control panel.

use super::error::{Error, at};
use super::manifest::{Manifest, Print};
use super::place::Place;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Files as large as this need the longer form of a ZIP entry, in bytes.
const LARGE: u64 = u32::MAX as u64;

/// Writes every file that the program made of the site at `out`, and nothing else that is there, into a ZIP archive at
/// `to`: whole or not at all, the same bytes for the same site. How many bytes it has.
///
/// # Errors
/// Where no site stands at `out`, one of its files is not what was published, `to` lies in it, or the disk refuses.
pub fn archive(out: &Path, to: &Path) -> Result<u64, Error> {
    let place = Place::new(out)?;
    // No other build publishes while the files are read.
    let _gate = place.enter()?;
    let manifest = place.standing()?.unwrap_or_default();
    check_place(out, to)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<u64> {
        fs::create_dir_all(folder)?;
        let mut aside = tempfile::Builder::new().prefix(".prongsai-").suffix(".zip").tempfile_in(folder)?;
        fill(aside.as_file_mut(), &place.out, &manifest)?;
        aside.as_file().sync_all()?;
        readable(aside.as_file())?;
        let size = aside.as_file().metadata()?.len();
        aside.persist(to).map_err(|error| error.error)?;
        Ok(size)
    };
    write().map_err(at(to))
}

/// Whether an archive at `to` would be a part of the site at `out`.
///
/// # Errors
/// Where it would.
pub fn check_place(out: &Path, to: &Path) -> Result<(), Error> {
    let (site, archive) = (Place::new(out)?, Place::new(to)?);
    if archive.out.starts_with(&site.out) { Err(Error::InSite(to.to_owned())) } else { Ok(()) }
}

fn fill(file: &mut File, site: &Path, manifest: &Manifest) -> io::Result<()> {
    let mut archive = ZipWriter::new(io::BufWriter::new(file));
    for (address, print) in manifest.files() {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .large_file(print.size >= LARGE);
        archive.start_file(address, options).map_err(io::Error::from)?;
        if Print::copy(File::open(site.join(address))?, &mut archive)? != *print {
            return Err(io::Error::other(format!("{address} was changed since it was published")));
        }
    }
    archive.finish().map_err(io::Error::from)?.flush()
}

/// Gives the archive the permissions of any file, and not of a secret one.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &File) -> io::Result<()> {
    Ok(())
}
