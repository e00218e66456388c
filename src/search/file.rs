//! A file of the search: a script that hands what is in it to the page that loads it, with a mark of that.

use super::Part;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The function that every file calls.
const FUNCTION: &str = "prongsaiSearch";
/// How many hexadecimal digits a mark has.
pub(super) const MARK: usize = 8;

/// A file, or that it stays as it stands.
#[derive(Debug)]
pub(super) struct File {
    /// A number for what it hands over: a page takes no files for its own that are of another state of the site.
    pub(super) mark: String,
    /// What it holds; `None` where that is what the last build left.
    pub(super) bytes: Option<Vec<u8>>,
}

impl File {
    /// A file that hands over `data`, as JSON, which is JavaScript as well.
    pub(super) fn made(part: Part, data: &impl Serialize) -> Self {
        // What is handed over is made of texts, numbers and lists, and those can always be written.
        let data = serde_json::to_string(data).unwrap_or_default();
        let mark = blake3::hash(data.as_bytes()).to_hex()[..MARK].to_owned();
        let bytes = format!("{FUNCTION}({:?},{mark:?},{data});\n", part.name()).into_bytes();
        Self { mark, bytes: Some(bytes) }
    }

    /// A file that stays.
    pub(super) fn kept(mark: &str) -> Self {
        Self { mark: mark.to_owned(), bytes: None }
    }
}

/// What a file hands over; `None` where it is not one that was made so.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let call = std::str::from_utf8(bytes).ok()?.strip_prefix(FUNCTION)?;
    let arguments = call.strip_prefix('(')?.strip_suffix(");\n")?;
    let (_name, _mark, data): (String, String, T) = serde_json::from_str(&format!("[{arguments}]")).ok()?;
    Some(data)
}
