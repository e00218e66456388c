//! Takes fields out of YAML that somebody wrote, or gives them other values, and leaves all else as it was: comments,
//! order, line breaks, quotation marks.
//!
//! The text is cut by the places of its values. What comes of that is read again, and where it is not exactly what was
//! wanted, as in styles that nobody writes, it is written anew from the values. It does not know what the fields mean.

use super::yaml::{list, scalar};
use crate::read::{Node, Source, Value};
use serde_yaml::Value as Plain;
use std::ops::Range;

/// What becomes of a field.
pub enum Change {
    /// It goes.
    Remove,
    /// It gets this text.
    Text(String),
    /// It gets this list of texts.
    List(Vec<String>),
}

/// What becomes of a field, by its way from the top, without places in lists, and its text, where it has one; `None`
/// leaves it as it is.
type Decide<'d> = dyn FnMut(&[&str], Option<&str>) -> Option<Change> + 'd;

/// The YAML of a file with changes, which `decide` is asked for, field by field; `None` where the file is no sound YAML.
pub fn rewritten(source: &Source, decide: &mut Decide<'_>) -> Option<String> {
    let (yaml, offset) = source.yaml();
    let tree = source.tree()?;
    let mut wanted: Plain = serde_yaml::from_str(yaml).ok()?;
    let mut walk = Walk { text: source.text(), end: offset + yaml.len(), cuts: Vec::new(), decide };
    walk.value(&tree, &mut wanted, &mut Vec::new());
    let cut = walk.cut(offset);
    let is_wanted = serde_yaml::from_str::<Plain>(&cut).is_ok_and(|read| read == wanted);
    if is_wanted { Some(cut) } else { serde_yaml::to_string(&wanted).ok() }
}

struct Walk<'a, 'd> {
    text: &'a str,
    /// Where the YAML ends.
    end: usize,
    /// What goes, and what comes in its place.
    cuts: Vec<(Range<usize>, String)>,
    decide: &'a mut Decide<'d>,
}

impl Walk<'_, '_> {
    fn value<'n>(&mut self, node: &'n Node, wanted: &mut Plain, way: &mut Vec<&'n str>) {
        match (&node.value, wanted) {
            (Value::List(items), Plain::Sequence(values)) => {
                items.iter().zip(values).for_each(|(item, value)| self.value(item, value, way));
            }
            (Value::Map(pairs), Plain::Mapping(fields)) => {
                for (at, (key, node)) in pairs.iter().enumerate() {
                    let Some(name) = key.text().filter(|name| fields.contains_key(*name)) else { continue };
                    way.push(name);
                    let change = (self.decide)(way, node.text());
                    match (change, fields.get_mut(name)) {
                        (None, Some(value)) => self.value(node, value, way),
                        (Some(Change::Remove), _) => {
                            self.remove(pairs, at);
                            // The others stay in their order.
                            fields.shift_remove(name);
                        }
                        (Some(Change::Text(text)), Some(value)) => {
                            self.cuts.push((self.bare(node), scalar(&text)));
                            *value = Plain::String(text);
                        }
                        (Some(Change::List(texts)), Some(value)) => {
                            self.put_list(key, node, &list(&texts));
                            *value = Plain::Sequence(texts.into_iter().map(Plain::String).collect());
                        }
                        (_, None) => {}
                    }
                    way.pop();
                }
            }
            _ => {}
        }
    }

    /// Takes out a field of a group: in the lines of its own, or else up to the next one or from the one before.
    fn remove(&mut self, pairs: &[(Node, Node)], at: usize) {
        let (key, value) = &pairs[at];
        let range = match (self.lines(key, value), pairs.get(at + 1), at.checked_sub(1)) {
            (Some(lines), ..) => self.with_comment(lines),
            (None, Some((next, _)), _) => key.span.start..next.span.start,
            (None, None, Some(before)) => self.bare(&pairs[before].1).end..self.bare(value).end,
            (None, None, None) => return,
        };
        self.cuts.push((range, String::new()));
    }

    fn put_list(&mut self, key: &Node, value: &Node, list: &str) {
        let is_block = matches!(value.value, Value::List(_)) && !self.text[value.span.clone()].starts_with('[');
        match self.lines(key, value).filter(|_| is_block) {
            Some(lines) => {
                let indent = &self.text[lines.start..key.span.start];
                let name = &self.text[key.span.clone()];
                self.cuts.push((lines, format!("{indent}{name}: {list}\n")));
            }
            None => self.cuts.push((self.bare(value), list.to_owned())),
        }
    }

    /// The bytes of a value, without the white space and the comment up to the next one, which the parser counts in
    /// behind quotation marks and brackets.
    fn bare(&self, value: &Node) -> Range<usize> {
        let start = value.span.start;
        let text = self.text[value.span.clone()].trim_end();
        let closing = match text.chars().next() {
            Some(mark @ ('\'' | '"')) => mark,
            Some('[') => ']',
            Some('{') => '}',
            _ => return start..start + text.len(),
        };
        let ends = text.match_indices(closing).map(|(at, _)| at + closing.len_utf8());
        let mut ends = ends.filter(|end| {
            let rest = &text[*end..];
            let is_comment = rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with('#');
            (rest.is_empty() || is_comment) && serde_yaml::from_str::<Plain>(&text[..*end]).is_ok()
        });
        start..start + ends.next().unwrap_or(text.len())
    }

    /// The whole lines that a field takes up, by how far they are moved in; `None` where something stands before it.
    fn lines(&self, key: &Node, value: &Node) -> Option<Range<usize>> {
        let start = self.text[..key.span.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = &self.text[start..key.span.start];
        if !indent.chars().all(|char| char == ' ') {
            return None;
        }
        let mut end = start;
        let mut at = start;
        for line in self.text[start..self.end].split_inclusive('\n') {
            at += line.len();
            let bare = line.trim_start_matches(' ');
            let own = line.len() - bare.len();
            // The items of a list may stand below their field's name.
            let is_item = own == indent.len() && bare.starts_with('-') && matches!(value.value, Value::List(_));
            if end == start || own > indent.len() && !bare.trim().is_empty() || is_item {
                end = at;
            } else if !bare.trim().is_empty() {
                break;
            }
        }
        Some(start..end)
    }

    /// The lines with those above them that explain them.
    fn with_comment(&self, lines: Range<usize>) -> Range<usize> {
        let field = &self.text[lines.clone()];
        let indent = &field[..field.len() - field.trim_start_matches(' ').len()];
        let mut start = lines.start;
        while let Some(above) = self.text[..start].strip_suffix('\n') {
            let line = above.rfind('\n').map_or(0, |at| at + 1);
            if !above[line..].strip_prefix(indent).is_some_and(|rest| rest.starts_with('#')) {
                break;
            }
            start = line;
        }
        start..lines.end
    }

    /// The YAML with all cuts.
    fn cut(mut self, offset: usize) -> String {
        self.cuts.sort_by_key(|(range, _)| range.start);
        let mut text = String::new();
        let mut at = offset;
        for (range, instead) in self.cuts {
            // Two that touch the same text leave nothing that reads as it should, which is seen.
            text += self.text.get(at..range.start).unwrap_or_default();
            text += &instead;
            at = at.max(range.end);
        }
        text + self.text.get(at..self.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Plain, rewritten};
    use crate::read::Source;
    use proptest::prelude::*;

    /// What comes of YAML when `gone` goes, wherever it stands, and `list` gets other values.
    fn changed(yaml: &str) -> Option<String> {
        rewritten(&Source::of_yaml(yaml), &mut |way, _| match way {
            [.., "gone"] => Some(Change::Remove),
            [.., "list"] => Some(Change::List(vec!["o1".to_owned(), "ก: ข".to_owned()])),
            [.., "text"] => Some(Change::Text("- ๑".to_owned())),
            _ => None,
        })
    }

    #[test]
    fn everything_else_stays_as_it_was_written() {
        for (before, after) in [
            ("# ก\na: 'x'   # ข\ngone: 1\nb: [ 1,2 ]\n", "# ก\na: 'x'   # ข\nb: [ 1,2 ]\n"),
            ("a: 1\n# ของ gone\ngone:\n  - x: 1\n\n  - y\n\n# ของ b\nb: 2\n", "a: 1\n\n# ของ b\nb: 2\n"),
            ("gone:\n- x\n- y\nb: 2\n", "b: 2\n"),
            ("a:\n  - gone: |\n      x\n    b: 2 # ข\n  - b: 3\n    gone: 4\n", "a:\n  - b: 2 # ข\n  - b: 3\n"),
            ("a: { gone: [1, 2], b: 2 }\n", "a: { b: 2 }\n"),
            ("a: { b: 2, gone: [1, 2] } # ข\n", "a: { b: 2 } # ข\n"),
            ("list: x # ข\nb: 2\n", "list: [o1, \"ก: ข\"] # ข\nb: 2\n"),
            ("list: [ x,\n  y ]\nb: 2\n", "list: [o1, \"ก: ข\"]\nb: 2\n"),
            ("list:\n- x # ข\n- y\nb: 2\n", "list: [o1, \"ก: ข\"]\nb: 2\n"),
            ("a:\n  list:\n    - x\n    - y\n  b: 2\n", "a:\n  list: [o1, \"ก: ข\"]\n  b: 2\n"),
            ("text: 'it''s' # it's\nb: 2\n", "text: \"- ๑\" # it's\nb: 2\n"),
            ("list: [x] # ข]\nb: 2\n", "list: [o1, \"ก: ข\"] # ข]\nb: 2\n"),
            ("text: 'x' # ข\nb: \"2\"\n", "text: \"- ๑\" # ข\nb: \"2\"\n"),
            ("a: 1\r\ngone: 2\r\nb: 3\r\n", "a: 1\r\nb: 3\r\n"),
        ] {
            assert_eq!(changed(before).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn what_cannot_be_cut_is_written_anew() {
        // The place of such a text is that of its lines alone.
        assert_eq!(changed("text: |\n  x\nb: 2 # ข\n").as_deref(), Some("text: '- ๑'\nb: 2\n"));
    }

    /// Pieces of which sound and broken YAML in any style is made.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "gone: ", "list: ", "text: ", "a: ", "ข: ", "- ", "\n", "  ", "\n  ", "\n    ", "{ ", " }", "[", "]", ", ",
            "# ก\n", "x", "'y'", "\"z\"", "|\n", ">-\n", "&a ", "*a", "? ", "~", "1", "\r\n", "---\n", "!!str ", "\t",
        ]);
        prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
    }

    fn without(value: &mut Plain) {
        match value {
            Plain::Mapping(fields) => {
                fields.shift_remove("gone");
                fields.values_mut().for_each(without);
            }
            Plain::Sequence(items) => items.iter_mut().for_each(without),
            _ => {}
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_goes_is_gone_in_every_style_and_nothing_else_is(yaml in pieces()) {
            let source = Source::of_yaml(&yaml);
            let cut = rewritten(&source, &mut |way, _| (way.last() == Some(&"gone")).then_some(Change::Remove));
            // Aliases are not followed, and a record must not have any.
            if let Some(cut) = cut.filter(|_| !yaml.contains(['*', '&'])) {
                let mut wanted: Plain = serde_yaml::from_str(&yaml).expect("it was read before");
                without(&mut wanted);
                prop_assert_eq!(serde_yaml::from_str::<Plain>(&cut).ok(), Some(wanted), "{}", cut);
            }
        }
    }
}
