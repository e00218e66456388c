//! What can be written in a field, read off its schema.

use crate::diagnostic::Language;
use serde_json::Value as Json;

/// What can be written in a field.
pub enum Form<'a> {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A number without a fraction.
    Whole,
    /// True or false.
    Truth,
    /// One of a few words: each is a constant with its description.
    Words(&'a [Json]),
    /// Fields.
    Group(&'a Json),
    /// Values by keys.
    Keyed(Box<Self>, Box<Self>),
    /// One or several.
    Many(Box<Self>),
}

impl<'a> Form<'a> {
    /// The form of `field`, whose references lead into `root`.
    pub fn of(field: &'a Json, root: &'a Json) -> Self {
        let reference = field["$ref"].as_str().and_then(|path| root.pointer(path.trim_start_matches('#')));
        let field = reference.unwrap_or(field);
        let choices = || field["anyOf"].as_array().into_iter().flatten();
        if let Some(list) = choices().find(|choice| choice["items"].is_object()) {
            return Self::Many(Box::new(Self::of(&list["items"], root)));
        }
        if field["items"].is_object() {
            return Self::Many(Box::new(Self::of(&field["items"], root)));
        }
        if let Some(one) = choices().find(|choice| choice["type"] != "null") {
            return Self::of(one, root);
        }
        if let Some(words) = field["oneOf"].as_array() {
            return Self::Words(words);
        }
        let takes = |kind: &str| match &field["type"] {
            Json::Array(kinds) => kinds.iter().any(|one| one == kind),
            one => one == kind,
        };
        if field["properties"].is_object() {
            Self::Group(field)
        } else if field["additionalProperties"].is_object() {
            let value = Self::of(&field["additionalProperties"], root);
            let key =
                if field["propertyNames"].is_object() { Self::of(&field["propertyNames"], root) } else { Self::Text };
            Self::Keyed(Box::new(key), Box::new(value))
        } else if takes("boolean") {
            Self::Truth
        } else if takes("integer") {
            Self::Whole
        } else if takes("number") && field["pattern"].is_string() {
            Self::Number
        } else {
            Self::Text
        }
    }

    /// The fields of a group, or of each of several.
    pub fn group(&self) -> Option<&'a Json> {
        match self {
            Self::Group(group) => Some(group),
            Self::Many(one) => one.group(),
            _ => None,
        }
    }

    /// What it is called, as in “whole number, one or several”.
    pub fn words(&self, language: Language) -> String {
        let (thai, english) = match self {
            Self::Text => ("ข้อความ", "text"),
            Self::Number => ("ตัวเลข", "number"),
            Self::Whole => ("จำนวนเต็ม", "whole number"),
            Self::Truth => ("`true` หรือ `false`", "`true` or `false`"),
            Self::Words(_) => ("คำที่กำหนด", "one of the words below"),
            Self::Group(_) => ("กลุ่มของช่อง", "group of fields"),
            Self::Keyed(key, value) => return format!("{} → {}", key.words(language), value.words(language)),
            Self::Many(one) => {
                let one = one.words(language);
                return match language {
                    Language::Thai => format!("{one} หนึ่งหรือหลายรายการ"),
                    Language::English => format!("{one}, one or several"),
                };
            }
        };
        match language {
            Language::Thai => thai,
            Language::English => english,
        }
        .to_owned()
    }

    /// The words that can be written, as a Markdown list with what each means.
    pub fn list_of_words(&self) -> Option<String> {
        match self {
            Self::Words(words) => {
                let line = |word: &Json| {
                    let meaning = word["description"].as_str().unwrap_or_default();
                    format!("- `{}`: {meaning}\n", flow(&word["const"]))
                };
                Some(words.iter().map(line).collect::<Vec<_>>().concat())
            }
            Self::Many(one) => one.list_of_words(),
            _ => None,
        }
    }
}

/// A value as it is written in YAML on one line.
pub fn flow(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Json::Object(pairs) => {
            let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}: {}", flow(value))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        other => other.to_string(),
    }
}
