//! One file as it was read, and where in it a value stands.

use super::node::{self, Node, Value};
use super::shape::is_alike;
use crate::diagnostic::{Diagnostic, Lines, Location, Message, Rule};
use std::ops::Range;
use std::sync::OnceLock;

/// A step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a field.
    Field(String),
    /// An item of a list, from 0. A single value that stands for a list is its own item 0.
    Item(usize),
    /// The name of a field, rather than its value.
    Name(String),
}

impl Step {
    /// The way that is written as `sub_indicators[0].items[2]`.
    #[must_use]
    pub fn way(path: &str) -> Vec<Self> {
        path.split(['.', '['])
            .filter(|part| !part.is_empty())
            .map(|part| {
                let item = part.strip_suffix(']').and_then(|number| number.parse().ok());
                item.map_or_else(|| Self::from(part), Self::Item)
            })
            .collect()
    }
}

impl From<&str> for Step {
    fn from(field: &str) -> Self {
        Self::Field(field.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// The way to a value from the top of its record.
#[macro_export]
macro_rules! field {
    ($($step:expr),* $(,)?) => { [$($crate::read::Step::from($step)),*] };
}

/// The text of a record file.
#[derive(Debug)]
pub struct Source {
    /// Its path as the person would name it, with `/` between folders.
    pub path: String,
    /// Its path within its site, with the year as addresses write it.
    pub within: String,
    text: String,
    yaml: Range<usize>,
    body: usize,
    /// Made when the first place is asked for, or by the reader where it had to leave values out.
    tree: OnceLock<Option<Node>>,
    /// Made when the first place is asked for.
    lines: OnceLock<Lines>,
}

impl Source {
    /// A file whose YAML stands at `yaml` and whose Markdown body starts at `body`, both in bytes of `text`.
    pub(super) fn new(path: String, within: String, text: String, yaml: Range<usize>, body: usize) -> Self {
        Self { path, within, text, yaml, body, tree: OnceLock::new(), lines: OnceLock::new() }
    }

    /// A record of a body alone.
    #[cfg(test)]
    pub(crate) fn for_test(body: &str) -> Self {
        Self::new("a.md".to_owned(), "a.md".to_owned(), body.to_owned(), 0..0, 0)
    }

    /// The whole file as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The YAML, and the byte of the file at which it starts.
    #[must_use]
    pub fn yaml(&self) -> (&str, usize) {
        (&self.text[self.yaml.clone()], self.yaml.start)
    }

    /// Every single value of the YAML with the field that it stands in or in whose list, and its bytes in the file.
    #[must_use]
    pub fn values(&self) -> Vec<(&str, Range<usize>)> {
        let mut values = Vec::new();
        if let Some(tree) = self.tree() {
            tree.values("", &mut values);
        }
        values
    }

    /// The text that every single value of the YAML stands for, and its bytes in the file.
    #[must_use]
    pub fn texts(&self) -> Vec<(&str, Range<usize>)> {
        let mut texts = Vec::new();
        if let Some(tree) = self.tree() {
            tree.texts(&mut texts);
        }
        texts
    }

    /// Whether a field of this name, or one that may be meant for it, holds anything, wherever it stands and whether
    /// or not that could be used.
    #[must_use]
    pub fn mentions(&self, field: &str) -> bool {
        let (yaml, offset) = self.yaml();
        node::parse(yaml, offset).is_ok_and(|written| written.mentions(&|name| is_alike(name, field)))
    }

    /// The byte of the file at which the Markdown body starts.
    #[must_use]
    pub fn body_start(&self) -> usize {
        self.body
    }

    /// The Markdown body.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.text[self.body..]
    }

    /// Fixes the tree in which places are looked up: the one the record was made from.
    pub(super) fn set_tree(&self, tree: Node) {
        let _already_set = self.tree.set(Some(tree));
    }

    /// The place of a value; where there is none, the nearest one around it.
    #[must_use]
    pub fn at(&self, way: &[Step]) -> Location {
        let range = self.tree().map_or(self.yaml.start..self.yaml.start, |tree| find(tree, way));
        self.at_bytes(range)
    }

    fn tree(&self) -> Option<&Node> {
        self.tree.get_or_init(|| node::parse(&self.text[self.yaml.clone()], self.yaml.start).ok()).as_ref()
    }

    /// The place of bytes of the file.
    #[must_use]
    pub fn at_bytes(&self, range: Range<usize>) -> Location {
        let lines = self.lines.get_or_init(|| Lines::new(&self.text));
        Location::in_lines(self.path.as_str(), &self.text, lines, range)
    }

    /// The place of bytes of the body.
    #[must_use]
    pub fn in_body(&self, range: Range<usize>) -> Location {
        self.at_bytes(range.start + self.body..range.end + self.body)
    }

    /// A problem with a value.
    #[must_use]
    pub fn problem(&self, rule: &'static Rule, way: &[Step], message: Message) -> Diagnostic {
        Diagnostic::new(rule, self.at(way), message)
    }
}

fn find(tree: &Node, way: &[Step]) -> Range<usize> {
    let mut here = tree;
    // The top of a record is pointed at by its first line, not by all of it.
    let mut range = here.span.start..here.span.start;
    for step in way {
        let next = match (step, &here.value) {
            (Step::Field(name) | Step::Name(name), Value::Map(pairs)) => {
                let Some((key, value)) = pairs.iter().find(|(key, _)| key.text() == Some(name)) else { break };
                if matches!(step, Step::Name(_)) || value.span.is_empty() {
                    return key.span.clone();
                }
                value
            }
            (Step::Item(index), Value::List(items)) => match items.get(*index) {
                Some(item) => item,
                None => break,
            },
            (Step::Item(0), _) => here,
            _ => break,
        };
        here = next;
        range = here.span.clone();
    }
    range
}
