//! Holds a YAML tree against the schema of its record: every field that is unknown, missing, doubled or of
//! the wrong kind, each with its place.
//!
//! What does not fit is reported and left out, so that the rest of the record is still read and checked in
//! the same run.

use super::node::{Node, Value};
use super::syntax;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, Rule, rules};
use crate::read::Source;
use crate::thai::digits;
use crate::value::{NUMBER, WHOLE};
use serde_json::Value as Json;
use std::ops::Range;

/// How alike two words are, of 1, for one to be meant for the other.
const ALIKE: f64 = 0.8;

/// Checks `node` and gives back what fits, as values that serde reads and as the tree they stand in.
pub fn fit(node: &Node, schema: &Json, source: &Source, problems: &mut Diagnostics) -> (serde_yaml::Value, Node) {
    let mut fitting = Fitting { root: schema, source, problems };
    fitting.fit(node, schema).unwrap_or_else(|| (serde_yaml::Value::Null, node.clone()))
}

struct Fitting<'a> {
    root: &'a Json,
    source: &'a Source,
    problems: &'a mut Diagnostics,
}

type Fit = Option<(serde_yaml::Value, Node)>;

impl<'a> Fitting<'a> {
    fn fit(&mut self, node: &Node, schema: &'a Json) -> Fit {
        let schema = self.alternative(node, schema);
        match &node.value {
            Value::Alias => {
                self.report(
                    &rules::YAML_TOO_DEEP,
                    node.span.clone(),
                    Message::new("ใช้การอ้างอิงแบบ YAML (*) ไม่ได้", "YAML aliases (*) cannot be used here"),
                    Message::new("เขียนค่านั้นซ้ำอีกครั้ง", "write the value again"),
                );
                None
            }
            Value::Map(pairs) if schema.get("properties").is_some() || schema.get("additionalProperties").is_some() => {
                self.fit_map(node, pairs, schema)
            }
            Value::List(items) if takes(schema, "array") => {
                let schema = &schema["items"];
                let fitting = items.iter().filter_map(|item| self.fit(item, schema));
                let (values, items): (Vec<_>, Vec<_>) = fitting.unzip();
                Some((serde_yaml::Value::Sequence(values), Node { span: node.span.clone(), value: Value::List(items) }))
            }
            Value::Scalar { .. } if node.is_null() && !takes(schema, "string") | takes(schema, "null") => {
                if !takes(schema, "null") && !schema_is_empty(schema) && !takes(schema, "boolean") {
                    return self.wrong_type(node, schema);
                }
                Some((serde_yaml::Value::Null, node.clone()))
            }
            Value::Scalar { text, .. } => self.scalar(node, text, schema).map(|value| (value, node.clone())),
            Value::Map(_) | Value::List(_) => self.wrong_type(node, schema),
        }
    }

    /// The schema behind references, and of several the one that speaks of this kind of value.
    fn alternative(&self, node: &Node, schema: &'a Json) -> &'a Json {
        let schema = self.resolve(schema);
        let Some(choices) = schema.get("anyOf").and_then(Json::as_array) else { return schema };
        let wanted = match &node.value {
            Value::List(_) => "array",
            Value::Map(_) => "object",
            Value::Scalar { .. } if node.is_null() => "null",
            Value::Scalar { .. } | Value::Alias => "string",
        };
        let resolved = || choices.iter().map(|choice| self.resolve(choice));
        resolved()
            .find(|choice| takes(choice, wanted) || (wanted == "string" && is_scalar(choice)))
            // A value of a kind that none takes: the last that is more than a list or nothing tells best what was expected.
            .or_else(|| resolved().find(|choice| !takes(choice, "null") && !takes(choice, "array")))
            .unwrap_or(schema)
    }

    fn resolve(&self, schema: &'a Json) -> &'a Json {
        schema
            .get("$ref")
            .and_then(Json::as_str)
            .and_then(|reference| self.root.pointer(reference.trim_start_matches('#')))
            .map_or(schema, |target| self.resolve(target))
    }

    /// What lacks a field that must be there is left out whole.
    fn fit_map(&mut self, node: &Node, pairs: &[(Node, Node)], schema: &'a Json) -> Fit {
        let mut whole = true;
        let properties = schema.get("properties").and_then(Json::as_object);
        let mut mapping = serde_yaml::Mapping::new();
        let mut kept: Vec<(Node, Node)> = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in pairs {
            let Some(name) = key.text() else {
                self.report(
                    &rules::WRONG_TYPE,
                    key.span.clone(),
                    Message::new("ชื่อช่องต้องเป็นข้อความ", "a field name must be text"),
                    Message::new("เขียนเป็น `ชื่อช่อง: ค่า`", "write it as `field: value`"),
                );
                continue;
            };
            let field = properties.and_then(|all| all.get(name));
            let Some(field) = field.or_else(|| schema.get("additionalProperties").filter(|more| more.is_object()))
            else {
                let known: Vec<&str> = properties.into_iter().flat_map(|all| all.keys()).map(String::as_str).collect();
                self.unknown(key, name, &known);
                continue;
            };
            // Keys that are numbers are the same in Thai and in Arabic digits.
            if seen.iter().any(|before| digits::to_arabic(before) == digits::to_arabic(name)) {
                self.report(
                    &rules::DUPLICATE_FIELD,
                    key.span.clone(),
                    Message::new(format!("มี `{name}` ซ้ำ"), format!("`{name}` is written twice")),
                    Message::new("เหลือไว้เพียงที่เดียว", "keep one of them"),
                );
                continue;
            }
            seen.push(name);
            if let Some((fitted, node)) = self.fit(value, field) {
                mapping.insert(serde_yaml::Value::String(name.to_owned()), fitted);
                kept.push((key.clone(), node));
            }
        }
        for name in schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str) {
            // One that is there and wrong was reported.
            whole &= kept.iter().any(|(key, _)| key.text() == Some(name));
            if !seen.contains(&name) {
                let first_line = node.span.start..node.span.start;
                self.report(
                    &rules::MISSING_FIELD,
                    pairs.first().map_or(first_line, |(key, _)| key.span.clone()),
                    Message::new(format!("ต้องมี `{name}`"), format!("`{name}` is missing")),
                    Message::new(format!("เพิ่มบรรทัด `{name}: …`"), format!("add a line `{name}: …`")),
                );
            }
        }
        whole.then(|| (serde_yaml::Value::Mapping(mapping), Node { span: node.span.clone(), value: Value::Map(kept) }))
    }

    fn scalar(&mut self, node: &Node, text: &str, schema: &Json) -> Option<serde_yaml::Value> {
        let format = schema.get("format").and_then(Json::as_str);
        let value = if format == Some(NUMBER) {
            digits::parse_number(text).map(serde_yaml::Value::from)
        } else if format == Some(WHOLE) {
            digits::parse_whole(text).map(serde_yaml::Value::from)
        } else if takes(schema, "boolean") {
            match text {
                "true" => Some(serde_yaml::Value::Bool(true)),
                "false" => Some(serde_yaml::Value::Bool(false)),
                _ => None,
            }
        } else if let Some(words) = words(schema) {
            if !words.contains(&text) {
                let list = words.join(", ");
                self.report(
                    &rules::WRONG_VALUE,
                    node.span.clone(),
                    Message::new(
                        format!("`{text}` ไม่ใช่ค่าที่ใช้ได้"),
                        format!("`{text}` is not one of the words that can stand here"),
                    ),
                    nearest(text, words.iter().copied()).map_or_else(
                        || Message::new(format!("ใช้ค่าใดค่าหนึ่งต่อไปนี้: {list}"), format!("use one of: {list}")),
                        |near| {
                            Message::new(
                                format!("หมายถึง `{near}` หรือไม่ (ใช้ได้: {list})"),
                                format!("did you mean `{near}`? (one of: {list})"),
                            )
                        },
                    ),
                );
                return None;
            }
            Some(serde_yaml::Value::String(text.to_owned()))
        } else if takes(schema, "string") || schema_is_empty(schema) {
            Some(serde_yaml::Value::String(text.to_owned()))
        } else if takes(schema, "number") || takes(schema, "integer") {
            digits::parse_number(text).map(serde_yaml::Value::from)
        } else {
            None
        };
        if value.is_none() {
            self.wrong_type(node, schema);
        }
        value
    }

    fn unknown(&mut self, key: &Node, name: &str, known: &[&str]) {
        let help = nearest(name, known.iter().copied()).map_or_else(
            || Message::new(format!("ช่องที่ใช้ได้: {}", known.join(", ")), format!("known fields: {}", known.join(", "))),
            |near| Message::new(format!("หมายถึง `{near}` หรือไม่"), format!("did you mean `{near}`?")),
        );
        self.report(
            &rules::UNKNOWN_FIELD,
            key.span.clone(),
            Message::new(format!("ไม่รู้จักช่อง `{name}`"), format!("unknown field `{name}`")),
            help,
        );
    }

    fn wrong_type(&mut self, node: &Node, schema: &Json) -> Fit {
        if is_group(schema)
            && node.text().is_some()
            && let Some(slip) = syntax::field_as_text(self.source, node.span.start)
        {
            self.problems.push(slip);
            return None;
        }
        let Expected { th, en, example } = expected(schema);
        let (found_th, found_en) = match &node.value {
            Value::Map(_) => ("กลุ่มของช่อง", "a group of fields"),
            Value::List(_) => ("รายการ", "a list"),
            Value::Scalar { .. } if node.is_null() => ("ค่าว่าง", "nothing"),
            Value::Scalar { .. } | Value::Alias => ("ข้อความ", "text"),
        };
        self.report(
            &rules::WRONG_TYPE,
            node.span.clone(),
            Message::new(format!("ตรงนี้ต้องเป็น{th} แต่พบ{found_th}"), format!("expected {en}, found {found_en}")),
            Message::new(format!("เขียนเช่น {example}"), format!("write it like {example}")),
        );
        None
    }

    fn report(&mut self, rule: &'static Rule, span: Range<usize>, message: Message, help: Message) {
        self.problems.push(Diagnostic::new(rule, self.source.at_bytes(span), message).help(help.th, help.en));
    }
}

fn takes(schema: &Json, kind: &str) -> bool {
    match schema.get("type") {
        Some(Json::String(one)) => one == kind,
        Some(Json::Array(several)) => several.iter().any(|one| one == kind),
        _ => false,
    }
}

fn is_group(schema: &Json) -> bool {
    takes(schema, "object") || schema.get("properties").is_some()
}

fn is_scalar(schema: &Json) -> bool {
    words(schema).is_some() || ["string", "number", "integer", "boolean"].iter().any(|kind| takes(schema, kind))
}

fn schema_is_empty(schema: &Json) -> bool {
    schema.as_object().is_none_or(|keys| !keys.contains_key("type") && words(schema).is_none())
}

/// The words of an enumeration: `enum`, or `oneOf` of constants where each has a description.
fn words(schema: &Json) -> Option<Vec<&str>> {
    if let Some(list) = schema.get("enum").and_then(Json::as_array) {
        return Some(list.iter().filter_map(Json::as_str).collect());
    }
    let choices = schema.get("oneOf").and_then(Json::as_array)?;
    let consts = choices.iter().flat_map(|choice| {
        let one = choice.get("const").and_then(Json::as_str);
        one.into_iter()
            .chain(choice.get("enum").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str))
    });
    Some(consts.collect())
}

/// A kind of value in words, with an example.
struct Expected {
    th: &'static str,
    en: &'static str,
    example: String,
}

fn expected(schema: &Json) -> Expected {
    let kind = |th, en, example: &str| Expected { th, en, example: format!("`{example}`") };
    let number = || kind("ตัวเลข", "a number", "87.65");
    match schema.get("format").and_then(Json::as_str) {
        Some(NUMBER) => return number(),
        Some(WHOLE) => return kind("จำนวนเต็ม", "a whole number", "12"),
        _ => {}
    }
    if takes(schema, "boolean") {
        kind("ค่า true หรือ false", "true or false", "true")
    } else if is_group(schema) {
        kind("กลุ่มของช่อง (ชื่อ: ค่า)", "a group of fields (name: value)", &group(schema))
    } else if takes(schema, "array") {
        kind("รายการ", "a list", "[…, …]")
    } else if takes(schema, "number") || takes(schema, "integer") {
        number()
    } else {
        kind("ข้อความ", "text", "\"…\"")
    }
}

/// A group with the fields that it must have, or else one that it may.
fn group(schema: &Json) -> String {
    let required = schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
    let mut names: Vec<&str> = required.collect();
    if names.is_empty() {
        let known = schema.get("properties").and_then(Json::as_object);
        names.extend(known.into_iter().flat_map(|all| all.keys()).map(String::as_str).take(1));
    }
    let fields: Vec<String> = names.iter().map(|name| format!("{name}: …")).collect();
    if fields.is_empty() { "{ … : … }".to_owned() } else { format!("{{ {} }}", fields.join(", ")) }
}

/// Whether a word may be meant for a known one.
pub fn is_alike(word: &str, known: &str) -> bool {
    likeness(word, known) > ALIKE
}

fn likeness(word: &str, known: &str) -> f64 {
    strsim::jaro_winkler(&word.to_lowercase(), known)
}

/// The known word that a misspelt one most likely means.
pub fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    known
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
