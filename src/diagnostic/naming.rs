//! What settings name under `files:`, and what a name of nothing was most likely meant to be.
//!
//! It knows paths alone, as seen from the folder of `site.yaml`, and opens nothing.

use std::collections::BTreeSet;

/// How alike two paths are, of 1, to be taken for one with a slip.
const ALIKE: f64 = 0.85;

/// Whether `name` is that of the file at `path`, or of a folder around it. A folder may end in `/`.
pub(super) fn is_of(name: &str, path: &str) -> bool {
    path.strip_prefix(name.trim_end_matches('/')).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The files and folders of a site; folders end in `/`.
pub(super) struct Paths<'p>(BTreeSet<&'p str>);

impl<'p> Paths<'p> {
    /// These files, and the folders that they are in.
    pub(super) fn of(files: impl Iterator<Item = &'p str>) -> Self {
        Self(files.flat_map(|file| file.match_indices('/').map(|(at, _)| &file[..=at]).chain([file])).collect())
    }

    /// Whether there is a file or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&'p str> {
        let name = name.trim_end_matches('/');
        self.0.get(name).or_else(|| self.0.get(format!("{name}/").as_str())).copied()
    }

    /// What a name of nothing was most likely meant to be; `site` is the path of the site's folder, ending in `/`.
    pub(super) fn meant(&self, name: &str, site: &str) -> Option<&'p str> {
        let name = name.replace('\\', "/");
        let from_top = name.trim_start_matches(['.', '/']);
        let from_site = from_top.strip_prefix(site).unwrap_or(from_top);
        // Of a pattern, the folder that it is about.
        let name = match from_site.find(['*', '?', '[', '{']) {
            Some(at) => from_site[..at].rsplit_once('/')?.0,
            None => from_site,
        };
        let name = name.trim_end_matches('/');
        let further_down = || {
            let ends = |path: &&&str| {
                let before = path.trim_end_matches('/').strip_suffix(name);
                !name.is_empty() && before.is_some_and(|before| before.ends_with('/'))
            };
            // Of several years, the newest.
            self.0.iter().rfind(ends).copied()
        };
        self.find(name).or_else(further_down).or_else(|| self.nearest(name))
    }

    fn nearest(&self, name: &str) -> Option<&'p str> {
        self.0
            .iter()
            .map(|path| (likeness(path.trim_end_matches('/'), name), *path))
            .filter(|(likeness, _)| *likeness > ALIKE)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, path)| path)
    }
}

/// How alike two paths are, of 1: in their folders as in what is in them, since a file is not another one for lying
/// beside it.
fn likeness(one: &str, other: &str) -> f64 {
    let parts = |path| str::rsplit_once(path, '/').unwrap_or(("", path));
    let ((folder, name), (other_folder, other_name)) = (parts(one), parts(other));
    strsim::jaro_winkler(folder, other_folder).min(strsim::jaro_winkler(name, other_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_a_file_or_of_all_in_a_folder() {
        for (name, path) in
            [("pages/a.md", "pages/a.md"), ("pages/", "pages/a.md"), ("2566", "2566/oit/o1.md"), ("albums", "albums/")]
        {
            assert!(is_of(name, path), "{name}");
        }
        for (name, path) in [("page", "pages/a.md"), ("a.md", "pages/a.md"), ("", "pages/a.md")] {
            assert!(!is_of(name, path), "{name}");
        }
    }

    #[test]
    fn a_name_of_nothing_is_told_what_it_was_meant_to_be() {
        let files = ["2566/measures/a.md", "2567/measures/no-gift.md", "2567/files/a.csv", "pages/about.md"];
        let paths = Paths::of(files.into_iter());
        for (name, meant) in [
            ("content/pages/about.md", "pages/about.md"),
            ("/pages/about.md", "pages/about.md"),
            ("pages\\about.md", "pages/about.md"),
            (".\\pages\\", "pages/"),
            ("measures/*", "2567/measures/"),
            ("2566/**/*.md", "2566/"),
            ("no-gift.md", "2567/measures/no-gift.md"),
            ("measures/a.md", "2566/measures/a.md"),
            ("page/about.md", "pages/about.md"),
        ] {
            assert!(!paths.has(name), "{name}");
            assert_eq!(paths.meant(name, "content/"), Some(meant), "{name}");
        }
        for name in ["*.md", "", "/", "ก.jpg", "2566/measures/b.md"] {
            assert_eq!(paths.meant(name, "content/"), None, "{name}");
        }
        assert!(paths.has("2567/measures") && paths.has("2567/measures/") && paths.has("pages/about.md"));
    }
}
