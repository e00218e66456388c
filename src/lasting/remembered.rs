//! The list of addresses under which a site was published: a text beside `site.yaml`, one address a line, sorted, so
//! that two people's additions merge by themselves. Lines that begin with `#` are for people.
//!
//! Addresses are only ever added. Whoever wants one to be gone for good deletes its line.

use crate::diagnostic::{Lines, Location, Spot};
use crate::model::path_from;
use crate::read::{ends_in_return, has_mark, hidden_in_name, saved_like, with_line_feeds, without_mark};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

/// Its name: one with a dot in front is not published.
pub(super) const FILE: &str = ".addresses.txt";

const NOTICE: [&str; 2] = [
    "# ที่อยู่ทุกแห่งที่เว็บนี้เคยเผยแพร่ prongsai เพิ่มให้ทุกครั้งที่สร้างเว็บ และเตือนเมื่อที่อยู่ใดหายไป โปรดเก็บแฟ้มนี้ไว้กับเนื้อหา",
    "# Every address under which this site was published. prongsai adds to it at every build, and warns when one is gone. Keep it with the content.",
];

/// What such a list says.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    text: String,
    /// Whether its lines ended in `\r\n` where it was saved; here they end in `\n`.
    returns: bool,
    addresses: Vec<Range<usize>>,
    /// The first line that is no address.
    fault: Option<Range<usize>>,
    lines: Lines,
}

impl Remembered {
    /// The list in a file; an empty one where there is none.
    ///
    /// # Errors
    /// Where it cannot be read or is no text in UTF-8.
    pub(super) fn read(path: &Path) -> io::Result<Self> {
        match fs::read_to_string(path) {
            Ok(text) => Ok(Self::parse(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    fn parse(text: String) -> Self {
        let (returns, text) = (ends_in_return(&text), with_line_feeds(text));
        let mut addresses = Vec::new();
        let mut fault = None;
        let mut start = text.len() - without_mark(&text).len();
        for line in text[start..].split_inclusive('\n') {
            let written = line.trim_end_matches('\n');
            let place = start..start + written.len();
            start += line.len();
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            if is_address(written) {
                addresses.push(place);
            } else {
                fault.get_or_insert(place);
            }
        }
        Self { lines: Lines::new(&text), text, returns, addresses, fault }
    }

    /// The addresses, each with its bytes in the file.
    pub(super) fn addresses(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.addresses.iter().map(|place| (&self.text[place.clone()], place.clone()))
    }

    /// The first line that is no address.
    pub(super) fn fault(&self) -> Option<Range<usize>> {
        self.fault.clone()
    }

    /// The place of bytes of the file, which is told as `path`.
    pub(super) fn at(&self, path: &str, place: Range<usize>) -> Location {
        Location::known(path, Spot::in_lines(&self.text, &self.lines, place))
    }

    /// The same with these addresses too; nothing where it has all of them.
    pub(super) fn add(&self, published: impl Iterator<Item = String>) -> Option<Self> {
        let known: BTreeSet<&str> = self.addresses().map(|(address, _)| address).collect();
        let new: BTreeSet<String> =
            published.filter(|address| is_address(address) && !known.contains(address.as_str())).collect();
        if new.is_empty() {
            return None;
        }
        // The mark of a file is no part of the remark behind it.
        let written: Vec<&str> = without_mark(&self.text).lines().filter(|line| line.starts_with('#')).collect();
        let head = if written.is_empty() { NOTICE.to_vec() } else { written };
        let all: BTreeSet<&str> = known.into_iter().chain(new.iter().map(String::as_str)).collect();
        let text: String = head.into_iter().chain(all).flat_map(|line| [line, "\n"]).collect();
        let more = Self::parse(saved_like(&text, has_mark(&self.text), false));
        Some(Self { returns: self.returns, ..more })
    }

    /// Writes it, all or nothing.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        // What a killed build leaves of it is not published either.
        let mut new = tempfile::Builder::new().prefix(FILE).tempfile_in(folder)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As of any file of the content, and not of a secret one.
            let permissions =
                fs::metadata(path).map_or_else(|_| fs::Permissions::from_mode(0o644), |old| old.permissions());
            new.as_file().set_permissions(permissions)?;
        }
        new.write_all(saved_like(&self.text, false, self.returns).as_bytes())?;
        new.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Whether a line is an address within a site, as the program writes one.
fn is_address(line: &str) -> bool {
    // Where git could not merge two lists it leaves such lines.
    let is_seam = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|seam| line.starts_with(seam));
    !is_seam
        && !line.is_empty()
        && !line.starts_with('#')
        && !line.contains(hidden_in_name)
        && path_from("", line).as_deref() == Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn addresses(list: &Remembered) -> Vec<&str> {
        list.addresses().map(|(address, _)| address).collect()
    }

    #[test]
    fn what_is_no_address_is_found_and_the_rest_is_read() {
        let list =
            Remembered::parse("\u{feff}# ก\r\na.html\r\n\r\n2566/files/ก ข.pdf\n<<<<<<< HEAD\nb.html".to_owned());
        assert_eq!(addresses(&list), ["a.html", "2566/files/ก ข.pdf", "b.html"]);
        assert_eq!(list.fault().map(|place| list.at("x", place).line()), Some(5));
        for line in ["/a.html", "../a", "a/../b", "a//b", "./a", "a\u{200b}.html", "=======", "a\tb"] {
            assert!(Remembered::parse(line.to_owned()).fault().is_some(), "{line:?}");
        }
    }

    #[test]
    fn remarks_of_people_stay_at_the_top() {
        let list = Remembered::parse("b.html\n# ของเรา\n".to_owned());
        let more = list.add(["c.html", "a.html"].map(str::to_owned).into_iter()).map(|more| more.text);
        assert_eq!(more.as_deref(), Some("# ของเรา\na.html\nb.html\nc.html\n"));
    }

    proptest! {
        #[test]
        fn nothing_is_forgotten_and_nothing_is_added_twice(
            text in "([a-c/.#\u{feff}ก \r\n]{0,30}|\\PC{0,30})",
            published in prop::collection::vec("[a-c/.\n#ก]{0,8}", 0..6),
        ) {
            let list = Remembered::parse(text);
            if let Some(more) = list.add(published.iter().cloned()) {
                let all = addresses(&more);
                prop_assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(addresses(&list).iter().all(|known| all.contains(known)));
                prop_assert!(published.iter().all(|one| !is_address(one) || all.contains(&one.as_str())));
                prop_assert!(more.add(published.into_iter()).is_none());
                prop_assert!(more.fault().is_none());
            }
        }
    }
}
