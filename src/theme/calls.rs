//! Which templates and components a template asks for, read off its text.
//!
//! Tera checks that what is asked for is there, but lets a component ask for itself without end, and tells nobody
//! which template a component stands in. No template is run here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// A template, by its name.
    Template(String),
    /// A component, by its name.
    Component(String),
}

impl Name {
    /// The name alone.
    pub fn text(&self) -> &str {
        match self {
            Self::Template(name) | Self::Component(name) => name,
        }
    }
}

/// A place in a template that asks for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What asks: the template, or the component that is defined around the place.
    pub from: Name,
    /// What is asked for.
    pub to: Name,
    /// Where, in bytes of the template's text.
    pub at: Range<usize>,
}

/// What a template says.
#[derive(Debug, Default)]
pub struct Said {
    /// The components that it defines, each with the place of its name.
    pub defines: Vec<(String, Range<usize>)>,
    /// Whatever it asks for.
    pub calls: Vec<Call>,
    /// All names that stand in its tags, and texts, by which values can be asked for as well: `frame["title"]`.
    pub names: BTreeSet<String>,
    /// Whether it goes through all values of something, whatever their names.
    pub names_all: bool,
}

/// Reads the template `name`. What Tera would refuse gives something or other, but no error.
pub fn read(name: &str, text: &str) -> Said {
    let mut said = Said::default();
    let mut inside: Option<String> = None;
    let mut at = 0;
    let mut raw = false;
    while let Some(opening) = text[at..].find('{').map(|found| at + found) {
        let rest = &text[opening..];
        at = opening + 1;
        if rest.starts_with("{#") {
            at = rest.find("#}").map_or(text.len(), |end| opening + end);
            continue;
        }
        let closing = match rest.as_bytes().get(1) {
            Some(b'%') => "%}",
            Some(b'{') => "}}",
            _ => continue,
        };
        let start = opening + 2;
        let tokens = tokens(text, start, closing);
        let word = |nth: usize| match tokens.get(nth) {
            Some(Token::Word(range)) => Some(&text[range.clone()]),
            _ => None,
        };
        let first = if closing == "%}" { word(0) } else { None };
        if raw {
            raw = first != Some("endraw");
            continue;
        }
        at = tokens.last().map_or(start, |last| last.range().end);
        match first {
            Some("raw") => raw = true,
            Some("component") => {
                if let Some(Token::Word(range)) = tokens.get(1) {
                    said.defines.push((text[range.clone()].to_owned(), range.clone()));
                    inside = Some(text[range.clone()].to_owned());
                }
            }
            Some("endcomponent") => inside = None,
            _ => {}
        }
        // `for name, value in …`
        said.names_all |= first == Some("for") && word(3) == Some("in");
        let from = || inside.clone().map_or_else(|| Name::Template(name.to_owned()), Name::Component);
        for token in &tokens {
            let names = text[token.range()].split('.');
            said.names.extend(names.map(ToOwned::to_owned));
            let to = match token {
                Token::Call(range) => Name::Component(text[range.clone()].to_owned()),
                Token::Text(range) if matches!(first, Some("include" | "extends")) => {
                    Name::Template(text[range.clone()].to_owned())
                }
                _ => continue,
            };
            said.calls.push(Call { from: from(), to, at: token.range() });
        }
    }
    said
}

/// What stands within a tag.
#[derive(Debug)]
enum Token {
    /// A name, with the dots in it.
    Word(Range<usize>),
    /// A text, without its quotes.
    Text(Range<usize>),
    /// The name of a component that is asked for: `<name`.
    Call(Range<usize>),
}

impl Token {
    fn range(&self) -> Range<usize> {
        match self {
            Self::Word(range) | Self::Text(range) | Self::Call(range) => range.clone(),
        }
    }
}

fn tokens(text: &str, start: usize, closing: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = start;
    while let Some(char) = text[at..].chars().next() {
        if text[at..].starts_with(closing) {
            break;
        }
        let after = at + char.len_utf8();
        let word = |from: usize| from + text[from..].find(|char| !is_of_name(char)).unwrap_or(text.len() - from);
        at = match char {
            '"' | '\'' | '`' => {
                let end = text[after..].find(char).map_or(text.len(), |end| after + end);
                tokens.push(Token::Text(after..end));
                (end + 1).min(text.len())
            }
            '<' if word(after) > after => {
                tokens.push(Token::Call(after..word(after)));
                word(after)
            }
            _ if is_of_name(char) => {
                tokens.push(Token::Word(at..word(at)));
                word(at)
            }
            _ => after,
        };
    }
    tokens
}

fn is_of_name(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '.')
}

/// Components that ask for themselves, by way of others or not: each way once, ending where it began, with the last
/// call of it. Templates that include each other are Tera's to find.
pub fn circles(calls: &[&Call]) -> Vec<(Vec<Name>, Call)> {
    let mut from: BTreeMap<&Name, Vec<&Call>> = BTreeMap::new();
    for call in calls {
        from.entry(&call.from).or_default().push(call);
    }
    let mut found = Vec::new();
    let mut done: BTreeSet<&Name> = BTreeSet::new();
    for start in from.keys().copied().filter(|name| matches!(name, Name::Component(_))) {
        follow(start, &from, &mut vec![], &mut done, &mut found);
    }
    found
}

fn follow<'c>(
    name: &'c Name,
    from: &BTreeMap<&'c Name, Vec<&'c Call>>,
    way: &mut Vec<&'c Name>,
    done: &mut BTreeSet<&'c Name>,
    found: &mut Vec<(Vec<Name>, Call)>,
) {
    way.push(name);
    for call in from.get(name).into_iter().flatten() {
        if let Some(begin) = way.iter().position(|before| **before == call.to) {
            let circle = way[begin..].iter().copied().chain([&call.to]).cloned().collect();
            found.push((circle, (*call).clone()));
        } else if !done.contains(&call.to) {
            follow(&call.to, from, way, done, found);
        }
    }
    way.pop();
    done.insert(name);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn calls(text: &str) -> Vec<(String, String)> {
        let said = read("a.html", text);
        said.calls.iter().map(|call| (call.from.text().to_owned(), call.to.text().to_owned())).collect()
    }

    #[test]
    fn what_a_template_asks_for_is_read_off_its_text() {
        let text = "{% extends \"base.html\" %}{# <no.comment /> #}{% raw %}{{ <no.raw /> }}{% endraw %}\n\
            {{ <ui.link link={link} title=\"<no.text\" /> }}{% if a < b %}<p>{% endif %}\n\
            {% component one.two(x) -%}{{ <ui.card x={x} /> }}{% include 'part.html' %}{%- endcomponent one.two %}\n\
            {% <ui.box(a)> %}{{ x }}{% </ui.box> %}";
        let pairs = [
            ("a.html", "base.html"),
            ("a.html", "ui.link"),
            ("one.two", "ui.card"),
            ("one.two", "part.html"),
            ("a.html", "ui.box"),
        ];
        assert_eq!(calls(text), pairs.map(|(from, to)| (from.to_owned(), to.to_owned())));
        let said = read("a.html", text);
        assert_eq!(said.defines.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["one.two"]);
        assert!(said.calls.iter().all(|call| text[call.at.clone()] == *call.to.text()));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "([{}%#<>\"'`a-cก. ]|\\{%|%\\}|\\{\\{|component |raw |endraw |include ){0,60}") {
            let said = read("a.html", &text);
            let all: Vec<&Call> = said.calls.iter().collect();
            prop_assert!(circles(&all).len() <= all.len());
            prop_assert!(said.calls.iter().all(|call| text.get(call.at.clone()).is_some()));
        }
    }
}
