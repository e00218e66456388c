//! Which theme is meant: one of the project, by its name, or any folder.

use std::path::PathBuf;

/// A theme as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// The one of that name: the built-in one, or a folder below `themes/`.
    Named(String),
    /// The one in a folder, as seen from where the program runs.
    Folder(PathBuf),
}

impl Choice {
    /// What somebody means by `text`: a folder where it holds a separator or begins with `.`, which no name can.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.starts_with('.') || text.contains(['/', std::path::MAIN_SEPARATOR]) {
            Self::Folder(PathBuf::from(text))
        } else {
            Self::Named(text.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_told_from_a_name_by_how_it_is_written() {
        for name in ["default", "ours", "ธีมเรา", "a.b"] {
            assert_eq!(Choice::of(name), Choice::Named(name.to_owned()));
        }
        for folder in [".", "..", "./ours", "../ours", "themes/ours", "/tmp/ours", "ours/"] {
            assert_eq!(Choice::of(folder), Choice::Folder(folder.into()));
        }
    }
}
