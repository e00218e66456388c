//! Which file a link most likely means that leads nowhere.
//!
//! A site may have ten thousand files and as many broken links, so a link is not compared with every file: of the names
//! with its ending, only with those that stand near it when they are sorted, once from their first letter on and once
//! from their last. One slip leaves either the beginning or the end of a name as it was.

use crate::read::hidden_in_name;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::collections::HashMap;

/// How many names before and after a place in a sorted list are looked at.
const WINDOW: usize = 40;
/// How alike two names are, of 1, to be taken for one with a slip.
const ALIKE: f64 = 0.85;

/// The paths of a site.
#[derive(Debug)]
pub struct Nearby {
    paths: Vec<String>,
    by_lowercase: HashMap<String, usize>,
    by_look: HashMap<String, usize>,
    by_ending: HashMap<String, Sorted>,
}

/// The names with one ending, each with the number of its path.
#[derive(Debug, Default)]
struct Sorted {
    forwards: Vec<(String, usize)>,
    backwards: Vec<(String, usize)>,
}

impl Nearby {
    /// Of these paths.
    pub fn of<'p>(paths: impl Iterator<Item = &'p str>) -> Self {
        let paths: Vec<String> = paths.map(str::to_owned).collect();
        let mut by_lowercase = HashMap::new();
        let mut by_look = HashMap::new();
        let mut by_ending: HashMap<String, Sorted> = HashMap::new();
        for (number, path) in paths.iter().enumerate() {
            by_lowercase.entry(path.to_lowercase()).or_insert(number);
            by_look.entry(look(path)).or_insert(number);
            let (name, ending) = name_and_ending(path);
            let sorted = by_ending.entry(ending.to_owned()).or_default();
            sorted.forwards.push((name.to_owned(), number));
            sorted.backwards.push((backwards(name), number));
        }
        for sorted in by_ending.values_mut() {
            sorted.forwards.sort_unstable();
            sorted.backwards.sort_unstable();
        }
        Self { paths, by_lowercase, by_look, by_ending }
    }

    /// The path that differs from `path` in capital letters alone.
    #[must_use]
    pub fn in_other_case(&self, path: &str) -> Option<&str> {
        self.by_lowercase.get(&path.to_lowercase()).map(|number| self.paths[*number].as_str())
    }

    /// The path that nobody can tell from `path` by looking at it, capital letters aside.
    #[must_use]
    pub fn looking_like(&self, path: &str) -> Option<&str> {
        self.by_look.get(&look(path)).map(|number| self.paths[*number].as_str())
    }

    /// The path whose file has most nearly the name of that at `path`, and the same ending; of several, one in the same
    /// folder.
    #[must_use]
    pub fn named_like(&self, path: &str) -> Option<&str> {
        let (name, ending) = name_and_ending(path);
        let sorted = self.by_ending.get(ending)?;
        around(&sorted.forwards, name)
            .chain(around(&sorted.backwards, &backwards(name)))
            .map(|number| self.paths[number].as_str())
            .map(|path| (strsim::jaro_winkler(name_and_ending(path).0, name), path))
            .filter(|(likeness, _)| *likeness > ALIKE)
            .max_by(|a, b| {
                let beside = |found: &str| folder(found) == folder(path);
                a.0.total_cmp(&b.0).then_with(|| beside(a.1).cmp(&beside(b.1))).then_with(|| b.1.cmp(a.1))
            })
            .map(|(_, path)| path)
    }
}

/// The numbers of what stands around the place of `name`.
fn around(sorted: &[(String, usize)], name: &str) -> impl Iterator<Item = usize> {
    let at = sorted.partition_point(|(known, _)| known.as_str() < name);
    sorted[at.saturating_sub(WINDOW)..sorted.len().min(at + WINDOW)].iter().map(|(_, number)| *number)
}

/// One spelling for all paths that look alike, for comparing only: ํ and า are ำ, two เ are แ, marks on one letter are
/// the same in any order, and what cannot be seen is not there.
fn look(path: &str) -> String {
    let folded = ComposingNormalizerBorrowed::new_nfkc().normalize(&path.to_lowercase()).replace("เเ", "แ");
    let mut chars: Vec<char> = folded.chars().filter(|char| !hidden_in_name(*char)).collect();
    for marks in chars.chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b)) {
        marks.sort_unstable();
    }
    chars.into_iter().collect()
}

/// Whether it stands above or below a Thai letter.
const fn is_mark(char: char) -> bool {
    matches!(char, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

fn backwards(name: &str) -> String {
    name.chars().rev().collect()
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name of a file and its ending.
fn name_and_ending(path: &str) -> (&str, &str) {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').unwrap_or((file, ""))
}

/// How a record in `folder` links to `path`, both as seen from the site: with signs that mean something else in a link
/// spelt out.
pub fn link_from(folder: &str, path: &str) -> String {
    let path = &path.replace('%', "%25").replace('#', "%23");
    // The year's own files have a short form.
    let year = folder.split('/').next().unwrap_or_default();
    if let Some(file) = path.strip_prefix(year).and_then(|path| path.strip_prefix('/'))
        && file.starts_with("files/")
    {
        return file.to_owned();
    }
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    "../".repeat(from.len() - shared) + &to[shared..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_anywhere_in_a_name_is_seen_through_among_many_files() {
        let many: Vec<String> = (0..10_000).map(|number| format!("2567/files/รายงาน-{number:05}.pdf")).collect();
        let others = ["2567/files/ประกาศเจตนารมณ์.pdf", "2566/files/ประกาศเจตนารมณ์.pdf", "2567/files/order.jpg"];
        let nearby = Nearby::of(many.iter().map(String::as_str).chain(others));
        for name in ["ปรกาศเจตนารมณ์", "ระกาศเจตนารมณ์", "ประกาศเจตนารม", "ประกาศ-เจตนารมณ์"]
        {
            let found = nearby.named_like(&format!("2567/files/{name}.pdf"));
            assert_eq!(found, Some(others[0]), "{name}");
        }
        assert_eq!(nearby.named_like("2567/files/ordre.jpg"), Some(others[2]));
        assert_eq!(nearby.named_like("2567/files/order.pdf"), None, "another ending is another file");
        assert_eq!(nearby.in_other_case("2567/files/ORDER.jpg"), Some(others[2]));
    }

    #[test]
    fn a_name_that_is_typed_with_other_letters_is_seen_through() {
        let paths = ["files/ตำแหน่ง.pdf", "files/น้ำดื่ม.pdf", "files/แผน.pdf", "files/caf\u{e9}.pdf"];
        let nearby = Nearby::of(paths.into_iter());
        for (typed, path) in [
            ("files/ต\u{e4d}\u{e32}แหน่ง.pdf", paths[0]),
            ("files/ตำแหน่ง\u{200b}.PDF", paths[0]),
            ("files/น\u{e4d}\u{e49}\u{e32}ดื่ม.pdf", paths[1]),
            ("files/น้ำด\u{e48}\u{e37}ม.pdf", paths[1]),
            ("files/เเผน.pdf", paths[2]),
            ("files/cafe\u{301}.pdf", paths[3]),
        ] {
            assert_eq!(nearby.looking_like(typed), Some(path), "{typed}");
        }
        assert_eq!(nearby.looking_like("files/ตาแหน่ง.pdf"), None);
    }

    #[test]
    fn a_link_is_written_as_its_record_sees_it() {
        for (folder, path, link) in [
            ("pages", "2567/files/a.csv", "../2567/files/a.csv"),
            ("2567/measures", "2567/files/a.csv", "files/a.csv"),
            ("2567/measures", "2567/oit/o1.md", "../oit/o1.md"),
            ("2567/measures", "2567/measures/b.md", "b.md"),
            ("2567", "2567/oit/o1.md", "oit/o1.md"),
            ("", "files/logo.png", "files/logo.png"),
            ("2567/oit", "2566/files/a.csv", "../../2566/files/a.csv"),
            ("2567/oit", "2567/files/100% a#b.csv", "files/100%25 a%23b.csv"),
        ] {
            assert_eq!(link_from(folder, path), link, "{folder} to {path}");
        }
    }
}
