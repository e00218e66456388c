//! YAML as a tree in which every value knows its place.
//!
//! It is made only where a place is wanted, for a file with something wrong in it; reading values from a
//! sound file is `serde_yaml`'s. Anchors are not followed, so no input can grow.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use std::ops::Range;

/// Deepest nesting that is read. The format's own records need six levels.
pub const DEEPEST: usize = 48;

/// A value and the bytes of the file that it takes up.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands, in bytes from the start of the file.
    pub span: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// The kinds of YAML value.
#[derive(Debug, Clone)]
pub enum Value {
    /// A scalar as written, and what it has been found to mean.
    Scalar {
        /// Its text, with quotes and line folding taken away.
        text: String,
        /// Whether it stands without quotes, so that it may be a number or nothing at all.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values in their order; a key may occur twice.
    Map(Vec<(Node, Node)>),
    /// A reference to an anchor, which is not followed.
    Alias,
}

impl Node {
    /// Whether this is an empty value: nothing, `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether a field of such a name holds anything, at any depth.
    pub fn mentions(&self, is_such: &impl Fn(&str) -> bool) -> bool {
        let says = |value: &Self| match &value.value {
            Value::List(items) => !items.is_empty(),
            _ => !value.is_null(),
        };
        match &self.value {
            Value::List(items) => items.iter().any(|item| item.mentions(is_such)),
            Value::Map(pairs) => pairs
                .iter()
                .any(|(key, value)| key.text().is_some_and(is_such) && says(value) || value.mentions(is_such)),
            Value::Scalar { .. } | Value::Alias => false,
        }
    }

    /// Adds the text of every scalar in this value, names of fields too.
    pub fn texts(&self, to: &mut Vec<(String, Range<usize>)>) {
        match &self.value {
            Value::Scalar { text, .. } => to.push((text.clone(), self.span.clone())),
            Value::List(items) => items.iter().for_each(|item| item.texts(to)),
            Value::Map(pairs) => pairs.iter().for_each(|(key, value)| {
                key.texts(to);
                value.texts(to);
            }),
            Value::Alias => {}
        }
    }

    /// Shows every scalar in this value, with the name of the nearest field around it, or `field` where there is none.
    pub fn values(&self, field: &str, see: &mut impl FnMut(&str, Range<usize>)) {
        match &self.value {
            Value::Scalar { .. } => see(field, self.span.clone()),
            Value::List(items) => items.iter().for_each(|item| item.values(field, see)),
            Value::Map(pairs) => pairs.iter().for_each(|(key, value)| value.values(key.text().unwrap_or(field), see)),
            Value::Alias => {}
        }
    }
}

/// Why there is no tree.
#[derive(Debug)]
pub enum NoTree {
    /// The text is not YAML: where, and what the parser says.
    Syntax(Range<usize>, String),
    /// It is nested deeper than [`DEEPEST`], here.
    TooDeep(Range<usize>),
}

/// Reads `yaml`, which stands at byte `offset` of its file.
///
/// # Errors
/// Where the text is not YAML, or nested too deep.
pub fn parse(yaml: &str, offset: usize) -> Result<Node, NoTree> {
    let bytes = ByteOffsets::of(yaml, offset);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| syntax(&error, &bytes))?;
        let span = bytes.range(span);
        let node = match event {
            Event::Scalar(text, style, _, _) => {
                Node { span, value: Value::Scalar { text: text.into_owned(), plain: style == ScalarStyle::Plain } }
            }
            Event::Alias(_) => Node { span, value: Value::Alias },
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() == DEEPEST => {
                return Err(NoTree::TooDeep(span));
            }
            Event::SequenceStart(..) => {
                open.push(Open::List(span, Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(span, Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(closed) => closed.close(span.end),
                None => continue,
            },
            Event::DocumentEnd if root.is_some() => break,
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => parent.add(node),
            None => root = Some(node),
        }
    }
    let nothing = Value::Scalar { text: String::new(), plain: true };
    Ok(root.unwrap_or(Node { span: offset..offset, value: nothing }))
}

/// A list or map whose end has not come yet; a map may hold a key that waits for its value.
enum Open {
    List(Range<usize>, Vec<Node>),
    Map(Range<usize>, Vec<(Node, Node)>, Option<Node>),
}

impl Open {
    fn add(&mut self, node: Node) {
        match self {
            Self::List(_, items) => items.push(node),
            Self::Map(_, pairs, waiting) => match waiting.take() {
                Some(key) => pairs.push((key, node)),
                None => *waiting = Some(node),
            },
        }
    }

    fn close(self, end: usize) -> Node {
        let (start, value) = match self {
            Self::List(span, items) => (span, Value::List(items)),
            Self::Map(span, pairs, _) => (span, Value::Map(pairs)),
        };
        Node { span: start.start..end.max(start.end), value }
    }
}

fn syntax(error: &ScanError, bytes: &ByteOffsets) -> NoTree {
    let at = bytes.byte(error.marker().index());
    // The scanner runs ahead of the events and has a limit of its own.
    if error.info().contains("recursion limit") {
        return NoTree::TooDeep(at..at + 1);
    }
    NoTree::Syntax(at..at + 1, error.info().to_owned())
}

/// The parser counts characters, files are cut by bytes.
struct ByteOffsets {
    of_char: Vec<usize>,
    end: usize,
}

impl ByteOffsets {
    fn of(text: &str, offset: usize) -> Self {
        Self { of_char: text.char_indices().map(|(at, _)| at + offset).collect(), end: text.len() + offset }
    }

    fn byte(&self, char: usize) -> usize {
        self.of_char.get(char).copied().unwrap_or(self.end)
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
