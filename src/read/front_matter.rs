//! Where the YAML of a record ends and its Markdown begins.

use std::ops::Range;

/// The parts of a record file, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the `---` lines.
    pub yaml: Range<usize>,
    /// The first byte of the body.
    pub body: usize,
}

/// What is wrong with the `---` lines.
#[derive(Debug, PartialEq, Eq)]
pub enum NoFrontMatter {
    /// The file does not begin with a `---` line.
    Missing,
    /// The `---` line that should end it is not there.
    Unfinished,
}

/// Splits a file that begins with a `---` line (a byte order mark and blank lines may come before it).
///
/// # Errors
/// Where one of the two `---` lines is missing.
pub fn split(text: &str) -> Result<Parts, NoFrontMatter> {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut start = None;
    for line in text[at..].split_inclusive('\n') {
        let begin = at;
        at += line.len();
        let bare = line.trim_end();
        match start {
            None if bare == "---" => start = Some(at),
            None if bare.is_empty() => {}
            None => return Err(NoFrontMatter::Missing),
            Some(start) if bare == "---" => return Ok(Parts { yaml: start..begin, body: at }),
            Some(_) => {}
        }
    }
    Err(if start.is_some() { NoFrontMatter::Unfinished } else { NoFrontMatter::Missing })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> (&str, &str) {
        let parts = split(text).expect("has front matter");
        (&text[parts.yaml], &text[parts.body..])
    }

    #[test]
    fn yaml_and_body_are_parted() {
        assert_eq!(parts("---\ntitle: ก\n---\nเนื้อหา\n"), ("title: ก\n", "เนื้อหา\n"));
        assert_eq!(parts("\u{feff}---\r\ntitle: ก\r\n---\r\nx"), ("title: ก\r\n", "x"));
        assert_eq!(parts("---\n---"), ("", ""));
    }

    #[test]
    fn a_missing_line_is_told_apart_from_an_unfinished_block() {
        assert_eq!(split("title: ก"), Err(NoFrontMatter::Missing));
        assert_eq!(split(""), Err(NoFrontMatter::Missing));
        assert_eq!(split("---\ntitle: ก\n ---x\n"), Err(NoFrontMatter::Unfinished));
    }

    proptest! {
        #[test]
        fn no_input_panics(text in "(\u{feff})?([-\n\r ก:a]{0,40})") {
            if let Ok(parts) = split(&text) {
                prop_assert!(parts.yaml.end <= parts.body && text.is_char_boundary(parts.body));
            }
        }
    }
}
