//! What web servers are told of a portal.

use super::prefix;
use crate::host::{HostFile, Standing};
use crate::model::Portal;

/// The files for web servers that stand at the top: none where any site wants none, since one file is for all of them.
pub(super) fn files(portal: &Portal) -> impl Iterator<Item = HostFile> + use<> {
    let wanted = !portal.sites.is_empty() && portal.sites.iter().all(|site| site.settings.host_files);
    HostFile::ALL.into_iter().filter(move |_| wanted)
}

/// What there is to tell.
pub(super) fn standing(portal: &Portal) -> Standing {
    let alone = portal.sites.first().filter(|_| portal.top.is_none());
    let base = alone.map_or(&portal.base_url, |site| &site.settings.base_url);
    let of_top = portal.top.iter().flat_map(|top| {
        let files = top.files.iter().filter_map(|file| folder(&file.path));
        files.chain([ASSETS]).map(str::to_owned)
    });
    let of_sites = portal.sites.iter().flat_map(|site| {
        let prefix = prefix(site);
        let files = site.files.iter().filter_map(|file| folder(&file.path));
        files.chain([ASSETS]).map(move |folder| format!("{prefix}{folder}")).collect::<Vec<_>>()
    });
    Standing::new(base.as_deref(), of_sites.chain(of_top).collect())
}

/// The folder of evidence in which a file stands: the site's own, or a year's.
fn folder(path: &str) -> Option<&str> {
    if path.starts_with("files/") {
        return Some("files");
    }
    path.find("/files/").map(|at| &path[..at + "/files".len()])
}

const ASSETS: &str = "assets";
