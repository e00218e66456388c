//! From the schema that the types derive, by which the program reads, to the one that an editor is given.
//!
//! The derived schema carries its words in both languages: `description` is the English doc comment of the field,
//! `x-th` stands beside the field for Thai. It checks numbers by formats of its own, which no editor knows; each of
//! them comes with the `pattern` that says the same. And it reads text from any scalar, as YAML is typed: a house
//! number is text. The editor's schema takes a number for text too, but not `true` or `false`: it would then offer
//! the two wherever a text is wanted.

use crate::diagnostic::Language;
use crate::value::{NUMBER, WHOLE};
use schemars::Schema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::RecursiveTransform;
use serde_json::Value as Json;

/// Where a type keeps the Thai description of a field.
const THAI: &str = "x-th";

/// The order in which a person reads a schema; what is not named comes last.
const ORDER: [&str; 12] = [
    "$schema",
    "$id",
    "title",
    "description",
    "$ref",
    "type",
    "anyOf",
    "pattern",
    "patternErrorMessage",
    "properties",
    "required",
    "additionalProperties",
];

/// Makes schemas for an editor, with descriptions in `language`.
pub fn generator(language: Language) -> SchemaGenerator {
    let edit = move |schema: &mut Schema| {
        in_one_language(schema, language);
        one_or_several(schema);
        without_own_formats(schema, language);
        as_typed(schema);
        in_order(schema);
    };
    SchemaSettings::draft2020_12().with_transform(RecursiveTransform(edit)).into_generator()
}

/// Puts the keywords of a schema in the order in which they are read.
pub fn in_order(schema: &mut Schema) {
    // “Nothing else” is a schema too, and no object.
    let Some(object) = schema.as_object_mut() else { return };
    let mut keywords: Vec<_> = std::mem::take(object).into_iter().collect();
    keywords.sort_by_key(|(keyword, _)| ORDER.iter().position(|known| known == keyword).unwrap_or(ORDER.len()));
    object.extend(keywords);
}

/// Keeps the words in one language. Those that stand in one language only are meant for readers of the code.
fn in_one_language(schema: &mut Schema, language: Language) {
    match schema.remove(THAI) {
        Some(thai) if language == Language::Thai => {
            schema.insert("description".to_owned(), thai);
        }
        Some(_) => {}
        None => {
            schema.remove("title");
            schema.remove("description");
        }
    }
}

/// Says “a list of texts, or a text, or nothing” in one schema instead of three, where an item is no group of fields:
/// an editor shows the field once then. The keywords for texts, for numbers and for lists keep out of each other's way.
fn one_or_several(schema: &mut Schema) {
    let Some([list, one, nothing]) = schema.get("anyOf").and_then(Json::as_array).map(Vec::as_slice) else { return };
    let (Some(item), Some(keywords)) = (list.get("items").cloned(), one.as_object().cloned()) else { return };
    let kinds = match &one["type"] {
        Json::String(kind) if kind != "object" => vec![kind.clone().into()],
        Json::Array(kinds) => kinds.clone(),
        _ => return,
    };
    let kinds: Vec<Json> = kinds.into_iter().chain(["array".into(), nothing["type"].clone()]).collect();
    schema.remove("anyOf");
    for (keyword, value) in keywords {
        schema.insert(keyword, value);
    }
    schema.insert("type".to_owned(), kinds.into());
    schema.insert("items".to_owned(), item);
}

/// Leaves what a number looks like to its pattern, and says in words what the pattern asks for.
fn without_own_formats(schema: &mut Schema, language: Language) {
    let format = schema.remove("format");
    if schema.get("pattern").is_none() {
        return;
    }
    let (thai, english) = match format.as_ref().and_then(Json::as_str) {
        Some(NUMBER) => ("ต้องเป็นตัวเลข เช่น 80.42 หรือ ๘๐.๔๒".to_owned(), "a number, such as 80.42 or ๘๐.๔๒".to_owned()),
        Some(WHOLE) => ("ต้องเป็นจำนวนเต็ม เช่น 43 หรือ ๔๓".to_owned(), "a whole number, such as 43 or ๔๓".to_owned()),
        _ => {
            let examples = schema.get("examples").and_then(Json::as_array);
            let words: Vec<_> = examples.into_iter().flatten().filter_map(Json::as_str).collect();
            let words = words.join(", ");
            (format!("ใช้ค่าใดค่าหนึ่งต่อไปนี้: {words}"), format!("use one of: {words}"))
        }
    };
    let words = match language {
        Language::Thai => thai,
        Language::English => english,
    };
    // A keyword of VS Code and of the YAML language server; others pass over it.
    schema.insert("patternErrorMessage".to_owned(), words.into());
}

/// Takes a number for text, where any text will do.
fn as_typed(schema: &mut Schema) {
    if schema.get("propertyNames").is_some_and(|names| names.get("pattern").is_none()) {
        // Keys are texts anyway.
        schema.remove("propertyNames");
    }
    if ["const", "enum", "pattern"].into_iter().any(|narrow| schema.get(narrow).is_some()) {
        return;
    }
    match schema.get_mut("type") {
        Some(Json::Array(kinds)) if kinds.iter().any(|kind| kind == "string") => kinds.insert(1, "number".into()),
        Some(kind) if kind == "string" => *kind = serde_json::json!(["string", "number"]),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Instrument;
    use crate::record::INSTRUMENT;
    use crate::thai::digits;
    use crate::value::{Number, Whole};
    use jsonschema::Validator;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    fn validator(schema: &Schema) -> Validator {
        jsonschema::validator_for(schema.as_value()).expect("a sound schema")
    }

    static NUMBERS: LazyLock<Validator> =
        LazyLock::new(|| validator(&generator(Language::Thai).into_root_schema_for::<Number>()));
    static WHOLES: LazyLock<Validator> =
        LazyLock::new(|| validator(&generator(Language::Thai).into_root_schema_for::<Whole>()));
    static INSTRUMENTS: LazyLock<Validator> =
        LazyLock::new(|| validator(&schemars::json_schema!({ "type": "string", "pattern": INSTRUMENT })));

    /// Texts that are numbers, and texts that nearly are.
    fn nearly_numbers() -> impl Strategy<Value = String> {
        prop_oneof![
            "[ \u{a0}\n]?[-+\u{2212}]?[0-9๐-๙]{0,4}(,[0-9๐-๙]{3}){0,1}(\\.[0-9๐-๙]{0,3})?[ \n]?",
            "[-+\u{2212}.,e ๐-๙0-9]{0,9}",
            "\\PC{0,6}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_pattern_of_numbers_takes_what_is_read_as_one(text in nearly_numbers()) {
            prop_assert_eq!(NUMBERS.is_valid(&text.as_str().into()), digits::parse_number(&text).is_some());
            prop_assert_eq!(WHOLES.is_valid(&text.as_str().into()), digits::parse_whole(&text).is_some());
        }

        #[test]
        fn the_pattern_of_instruments_takes_what_is_read_as_one(text in "[ \n]?[iIeEoOx]?[iIeE]?[tT]?[ x]?") {
            prop_assert_eq!(INSTRUMENTS.is_valid(&text.as_str().into()), Instrument::parse(&text).is_some());
        }
    }

    #[test]
    fn numbers_as_yaml_gives_them() {
        assert!(NUMBERS.is_valid(&80.42.into()) && WHOLES.is_valid(&43.into()));
        for wrong in [serde_json::json!(4.5), serde_json::json!(-1), serde_json::json!(true), serde_json::json!(null)] {
            assert!(!WHOLES.is_valid(&wrong), "{wrong}");
        }
    }
}
