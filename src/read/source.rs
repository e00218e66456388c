//! One file as it was read, and where in it a value stands.

use super::node::{self, Node, Value};
use super::shape::is_alike;
use super::text::{has_mark, saved_like};
use crate::diagnostic::{Diagnostic, Lines, Location, Message, Rule, Spot};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// A step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a field.
    Field(Cow<'static, str>),
    /// An item of a list, from 0. A single value that stands for a list is its own item 0.
    Item(usize),
    /// The name of a field, rather than its value.
    Name(Cow<'static, str>),
}

impl Step {
    /// The way that is written as `sub_indicators[0].items[2]`.
    #[must_use]
    pub fn way(path: &str) -> Vec<Self> {
        path.split(['.', '['])
            .filter(|part| !part.is_empty())
            .map(|part| {
                let item = part.strip_suffix(']').and_then(|number| number.parse().ok());
                item.map_or_else(|| Self::from(part.to_owned()), Self::Item)
            })
            .collect()
    }
}

impl From<&'static str> for Step {
    fn from(field: &'static str) -> Self {
        Self::Field(Cow::Borrowed(field))
    }
}

impl From<String> for Step {
    fn from(field: String) -> Self {
        Self::Field(Cow::Owned(field))
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
    /// Whether its lines ended in `\r\n` where it was saved; here they end in `\n`.
    returns: bool,
    /// Shared with the places that are told of it.
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    text: String,
    yaml: Range<usize>,
    body: usize,
    /// Where its values stand.
    tree: Mutex<Tree>,
    /// Made when the first place is asked for.
    lines: OnceLock<Lines>,
}

/// The values of a record with their places. They take more room than the file, and are soon made again.
#[derive(Debug)]
enum Tree {
    /// Nobody has asked for them, of late.
    Unread,
    /// As they stand in the file; `None` where it is not YAML.
    Read(Option<Arc<Node>>),
    /// The record was not made from all of them.
    Fixed(Arc<Node>),
}

impl Source {
    /// A file whose YAML stands at `yaml` and whose Markdown body starts at `body`, both in bytes of `text`.
    pub(super) fn new(path: String, within: String, text: String, yaml: Range<usize>, body: usize) -> Self {
        let inner = Inner { text, yaml, body, tree: Mutex::new(Tree::Unread), lines: OnceLock::new() };
        Self { path, within, returns: false, inner: Arc::new(inner) }
    }

    /// The same, saved with such line ends.
    pub(super) fn saved(self, returns: bool) -> Self {
        Self { returns, ..self }
    }

    /// A text as this file was saved: with its line ends, and its byte order mark if it has one.
    #[must_use]
    pub fn saved_like(&self, text: &str) -> String {
        saved_like(text, has_mark(self.text()), self.returns)
    }

    /// A record of a body alone.
    #[cfg(test)]
    pub(crate) fn for_test(body: &str) -> Self {
        Self::new("a.md".to_owned(), "a.md".to_owned(), body.to_owned(), 0..0, 0)
    }

    /// A record of fields alone.
    #[cfg(test)]
    pub(crate) fn of_yaml(yaml: &str) -> Self {
        Self::new("a.yaml".to_owned(), "a.yaml".to_owned(), yaml.to_owned(), 0..yaml.len(), yaml.len())
    }

    /// The whole file, with `\n` at the end of its lines.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.inner.text
    }

    /// The YAML, and the byte of the file at which it starts.
    #[must_use]
    pub fn yaml(&self) -> (&str, usize) {
        self.inner.yaml()
    }

    /// Shows every single value of the YAML: the field that it stands in or in whose list, and its bytes in the file.
    pub fn each_value(&self, see: &mut impl FnMut(&str, Range<usize>)) {
        if let Some(tree) = self.tree() {
            tree.values("", see);
        }
    }

    /// The text that every single value of the YAML stands for, and its bytes in the file.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, Range<usize>)> {
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
        self.inner.body
    }

    /// The Markdown body.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.inner.text[self.inner.body..]
    }

    /// Fixes the tree in which places are looked up: the one the record was made from.
    pub(super) fn set_tree(&self, tree: Node) {
        *self.inner.places() = Tree::Fixed(Arc::new(tree));
    }

    /// Forgets the places of values, which are looked up again when they are asked for.
    pub fn forget_places(&self) {
        let mut places = self.inner.places();
        if matches!(*places, Tree::Read(_)) {
            *places = Tree::Unread;
        }
    }

    /// The place of a value; where there is none, the nearest one around it.
    #[must_use]
    pub fn at(&self, way: &[Step]) -> Location {
        let (inner, way) = (Arc::clone(&self.inner), way.to_vec());
        Location::sought(self.path.as_str(), move || {
            let range = inner.tree().map_or(inner.yaml.start..inner.yaml.start, |tree| find(&tree, &way));
            inner.spot(range)
        })
    }

    /// The values of the YAML, each with its bytes in the file; `None` where it is not YAML.
    #[must_use]
    pub fn tree(&self) -> Option<Arc<Node>> {
        self.inner.tree()
    }

    /// The place of bytes of the file.
    #[must_use]
    pub fn at_bytes(&self, range: Range<usize>) -> Location {
        let inner = Arc::clone(&self.inner);
        Location::sought(self.path.as_str(), move || inner.spot(range.clone()))
    }

    /// The place of bytes of the body.
    #[must_use]
    pub fn in_body(&self, range: Range<usize>) -> Location {
        let body = self.inner.body;
        self.at_bytes(range.start + body..range.end + body)
    }

    /// A problem with a value.
    #[must_use]
    pub fn problem(&self, rule: &'static Rule, way: &[Step], message: Message) -> Diagnostic {
        Diagnostic::new(rule, self.at(way), message)
    }
}

impl Inner {
    fn yaml(&self) -> (&str, usize) {
        (&self.text[self.yaml.clone()], self.yaml.start)
    }

    fn places(&self) -> MutexGuard<'_, Tree> {
        // What is kept is put there whole.
        self.tree.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tree(&self) -> Option<Arc<Node>> {
        let mut places = self.places();
        if matches!(*places, Tree::Unread) {
            let (yaml, offset) = self.yaml();
            *places = Tree::Read(node::parse(yaml, offset).ok().map(Arc::new));
        }
        match &*places {
            Tree::Unread => None,
            Tree::Read(tree) => tree.clone(),
            Tree::Fixed(tree) => Some(Arc::clone(tree)),
        }
    }

    fn spot(&self, range: Range<usize>) -> Spot {
        let lines = self.lines.get_or_init(|| Lines::new(&self.text));
        Spot::in_lines(&self.text, lines, range)
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
