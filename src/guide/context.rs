//! What templates are given, in Markdown.

use crate::diagnostic::Language;
use crate::pages::{Given, given};
use serde_json::{Map, Value as Json};

/// What the templates are given, or one of them; with all that it holds. The error names the templates that there are.
///
/// # Errors
/// Where no file is made from a template of that name.
pub fn context(template: Option<&str>, language: Language) -> Result<String, Vec<&'static str>> {
    let Given { templates, types } = given();
    let is_asked = |name: &str| template.is_none_or(|asked| asked == name || name.split('.').next() == Some(asked));
    let asked: Vec<_> = templates.iter().filter(|(name, _)| is_asked(name)).collect();
    if asked.is_empty() {
        return Err(templates.into_iter().map(|(name, _)| name).collect());
    }
    let tables = Tables { types: &types, language };
    let mut text = String::new();
    let mut named: Vec<&str> = Vec::new();
    for (template, name) in &asked {
        let of = &types[name.as_str()];
        text += &format!("\n### `{template}`\n\n{}\n\n{}", description(of), tables.fields(of));
        tables.reach(of, &mut named);
    }
    named.sort_unstable();
    let types_head = match language {
        Language::Thai => "ชนิดของข้อมูล",
        Language::English => "Types",
    };
    text += &format!("\n## {types_head}\n");
    for name in named {
        text += &format!("\n### {name}\n\n{}\n\n{}", description(&types[name]), tables.fields(&types[name]));
    }
    Ok(text.trim_start().to_owned())
}

/// The shape of all that templates are given, without its descriptions: a line for each field of each type. Where it
/// changes, so does what themes rely on.
#[must_use]
pub fn shape() -> String {
    let Given { templates, types } = given();
    let tables = Tables { types: &types, language: Language::English };
    let mut lines: Vec<String> = templates.iter().map(|(template, name)| format!("{template}: {name}")).collect();
    for (name, of) in &types {
        let fields = of["properties"].as_object().into_iter().flatten();
        let fields: Vec<_> =
            fields.map(|(field, schema)| format!("{name}.{field}: {}", tables.plain(schema))).collect();
        if fields.is_empty() {
            lines.push(format!("{name}: {}", tables.plain(of)));
        }
        lines.extend(fields);
    }
    lines.join("\n")
}

/// What a type or field is, in one line.
fn description(of: &Json) -> String {
    of["description"].as_str().unwrap_or_default().replace('\n', " ")
}

struct Tables<'a> {
    types: &'a Map<String, Json>,
    language: Language,
}

impl<'a> Tables<'a> {
    /// A table of the fields of a type, or the texts that it can be.
    fn fields(&self, of: &Json) -> String {
        let Some(fields) = of["properties"].as_object() else { return format!("{}\n", self.linked(of)) };
        let mut text = String::from(match self.language {
            Language::Thai => "| ช่อง | ชนิด | ความหมาย |\n| --- | --- | --- |\n",
            Language::English => "| field | type | what it is |\n| --- | --- | --- |\n",
        });
        for (name, field) in fields {
            text += &format!("| `{name}` | {} | {} |\n", self.linked(field), description(field).replace('|', "\\|"));
        }
        text
    }

    /// The types that one holds, added where they are not there.
    fn reach(&self, of: &'a Json, to: &mut Vec<&'a str>) {
        if let Some((name, schema)) = self.referred(of)
            && !to.contains(&name)
        {
            to.push(name);
            self.reach(schema, to);
        }
        match of {
            Json::Object(inner) => inner.values().for_each(|inner| self.reach(inner, to)),
            Json::Array(inner) => inner.iter().for_each(|inner| self.reach(inner, to)),
            _ => {}
        }
    }

    fn referred(&self, of: &Json) -> Option<(&'a str, &'a Json)> {
        let name = of.get("$ref")?.as_str()?.rsplit('/').next()?;
        self.types.get_key_value(name).map(|(name, schema)| (name.as_str(), schema))
    }

    /// The type in words, with links to the types that it names.
    fn linked(&self, of: &Json) -> String {
        self.kind(of, &|name| format!("[{name}](#{})", name.to_lowercase()))
    }

    /// The type in words.
    fn plain(&self, of: &Json) -> String {
        self.kind(of, &str::to_owned)
    }

    fn kind(&self, of: &Json, named: &impl Fn(&str) -> String) -> String {
        let word = |th: &'static str, en: &'static str| match self.language {
            Language::Thai => th,
            Language::English => en,
        };
        if let Some((name, _)) = self.referred(of) {
            return named(name);
        }
        let or_none = |kind: String| format!("{kind} {}", word("หรือไม่มี", "or none"));
        if let Some(choices) = of["anyOf"].as_array() {
            let some: Vec<_> = choices.iter().filter(|choice| choice["type"] != "null").collect();
            let kinds: Vec<_> = some.iter().map(|choice| self.kind(choice, named)).collect();
            let kinds = kinds.join(word(" หรือ ", " or "));
            return if some.len() < choices.len() { or_none(kinds) } else { kinds };
        }
        if let Some(texts) = texts(of) {
            return texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
        }
        let kinds: Vec<&str> = match &of["type"] {
            Json::Array(several) => several.iter().filter_map(Json::as_str).collect(),
            one => one.as_str().into_iter().collect(),
        };
        let kind = match kinds.iter().find(|kind| **kind != "null") {
            Some(&"array") => format!("{} {}", word("รายการของ", "list of"), self.kind(&of["items"], named)),
            Some(&"object") => {
                format!("{} {}", self.kind(&of["additionalProperties"], named), word("ตามชื่อ", "by name"))
            }
            Some(&"boolean") => word("จริงหรือเท็จ", "true or false").to_owned(),
            Some(&("integer" | "number")) => word("ตัวเลข", "number").to_owned(),
            _ => word("ข้อความ", "text").to_owned(),
        };
        if kinds.contains(&"null") { or_none(kind) } else { kind }
    }
}

/// The texts of an enumeration: `enum`, or `oneOf` of constants where each has a description.
fn texts(of: &Json) -> Option<Vec<&str>> {
    let constants = |choices: &'_ Vec<Json>| choices.iter().all(|choice| choice["const"].is_string());
    match (&of["enum"], &of["oneOf"]) {
        (Json::Array(list), _) => Some(list.iter().filter_map(Json::as_str).collect()),
        (_, Json::Array(choices)) if constants(choices) => {
            Some(choices.iter().filter_map(|choice| choice["const"].as_str()).collect())
        }
        _ => None,
    }
}
