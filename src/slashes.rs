//! Paths as addresses, lists and messages write them: with `/` between folders, on every system.
//!
//! It knows how systems write paths, and opens nothing.

use std::path::{MAIN_SEPARATOR, Path};

/// A path with `/` between folders. Where the system itself writes `/`, a `\` is a letter of a name, and stays.
#[must_use]
pub fn slashed(path: &Path) -> String {
    with_slashes(&path.to_string_lossy(), MAIN_SEPARATOR)
}

fn with_slashes(path: &str, separator: char) -> String {
    if separator == '/' {
        return path.to_owned();
    }
    // Windows puts a mark of its own before a path that it has looked up, which nobody types.
    let plain = match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => path.strip_prefix(r"\\?\").unwrap_or(path).to_owned(),
    };
    plain.replace(separator, "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_parted_by_slashes_on_every_system() {
        assert_eq!(slashed(&Path::new("content").join("2566").join("a.md")), "content/2566/a.md");
        assert_eq!(slashed(&Path::new("content/2566").join("files")), "content/2566/files");
        assert_eq!(slashed(&Path::new("content/site.yaml").with_file_name("x.txt")), "content/x.txt");
    }

    #[test]
    fn what_windows_writes_is_written_with_slashes_and_what_others_name_stays() {
        for (windows, plain) in [
            (r"content\2566\a.md", "content/2566/a.md"),
            (r"content/2566\a.md", "content/2566/a.md"),
            (r"..\a", "../a"),
            (r"\\?\C:\เว็บ\public", "C:/เว็บ/public"),
            (r"\\?\UNC\server\share\x", "//server/share/x"),
            ("", ""),
        ] {
            assert_eq!(with_slashes(windows, '\\'), plain, "{windows}");
        }
        assert_eq!(with_slashes(r"a\b/c", '/'), r"a\b/c");
    }
}
