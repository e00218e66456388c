//! The ids of a body: each once on its page, and none that the page's frame has.

use std::collections::BTreeMap;

/// Ids that stand in the frame of every page.
const OF_THE_FRAME: [&str; 4] = ["contact", "contents", "find", "main"];

/// Gives out ids.
pub struct Ids {
    /// Those that are taken, and how often the same words have been used for one.
    taken: BTreeMap<String, usize>,
    headings: Vec<String>,
}

impl Ids {
    /// None of a body's own yet.
    pub fn new() -> Self {
        Self { taken: OF_THE_FRAME.iter().map(|id| ((*id).to_owned(), 1)).collect(), headings: Vec::new() }
    }

    /// The id of the next heading.
    pub fn heading(&mut self, words: &str) -> String {
        let id = self.id(words);
        self.headings.push(id.clone());
        id
    }

    /// An id made of the letters and digits of `text`, of any script, so that Thai ones keep their vowels. It needs no
    /// escaping.
    pub fn id(&mut self, text: &str) -> String {
        let mut id = String::with_capacity(text.len());
        for char in text.chars() {
            if char.is_ascii_alphanumeric() || is_thai(char) {
                // Nearly all there is, and quickly told.
                id.push(char.to_ascii_lowercase());
            } else if char.is_alphanumeric() || is_thai_mark(char) {
                // Some capitals of other scripts fall apart into a letter and a mark.
                id.extend(char.to_lowercase().filter(|char| char.is_alphanumeric() || is_thai_mark(*char)));
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let words = id.trim_matches('-');
        let words = if words.is_empty() { "section" } else { words }.to_owned();
        let mut id = words.clone();
        while self.taken.contains_key(&id) {
            let count = self.taken.entry(words.clone()).or_insert(1);
            *count += 1;
            id = format!("{words}-{count}");
        }
        self.taken.insert(id.clone(), 1);
        id
    }

    /// Those of the headings, in the order of their letters.
    pub fn into_headings(self) -> Vec<String> {
        let mut headings = self.headings;
        headings.sort_unstable();
        headings
    }
}

/// Thai letters, marks and digits.
fn is_thai(char: char) -> bool {
    matches!(char, '\u{e01}'..='\u{e4e}' | '\u{e50}'..='\u{e59}')
}

/// Vowels and tone marks, without which a Thai word is another.
fn is_thai_mark(char: char) -> bool {
    ('\u{e31}'..='\u{e4e}').contains(&char)
}
