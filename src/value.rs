//! Values as officers write them: a list or a single value, numbers in Thai or Arabic digits, text that YAML
//! takes for a number.
//!
//! The forms are shared by every kind of file; what a value means is not known here.

use crate::thai::digits;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// The schema format of a number in digits of either kind.
pub const NUMBER: &str = "thai-number";
/// The schema format of a whole number in digits of either kind.
pub const WHOLE: &str = "thai-whole";
/// The pattern of the texts that [`digits::parse_number`] reads. How large a number may be is not said.
const NUMBER_PATTERN: &str =
    r"^\s*[-\u2212+]?(?:(?:[0-9๐-๙]+|[1-9๑-๙][0-9๐-๙]{0,2}(?:,[0-9๐-๙]{3})+)(?:\.[0-9๐-๙]+)?|\.[0-9๐-๙]+)\s*$";
/// The pattern of the texts that [`digits::parse_whole`] reads, with the same silence on how large.
const WHOLE_PATTERN: &str = r"^\s*(?:[0-9๐-๙]+|[1-9๑-๙][0-9๐-๙]{0,2}(?:,[0-9๐-๙]{3})+)\s*$";

/// A list that may also be written as a single value, or left empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for Many<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ManyVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for ManyVisitor<T> {
            type Value = Many<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or a single value")
            }
            fn visit_unit<E: Error>(self) -> Result<Many<T>, E> {
                Ok(Many::default())
            }
            fn visit_none<E: Error>(self) -> Result<Many<T>, E> {
                Ok(Many::default())
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Many<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Many)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Many<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| Many(vec![one]))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Many<T>, E> {
                T::deserialize(text.into_deserializer()).map(|one| Many(vec![one]))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Many<T>, E> {
                T::deserialize(number.into_deserializer()).map(|one| Many(vec![one]))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Many<T>, E> {
                T::deserialize(number.into_deserializer()).map(|one| Many(vec![one]))
            }
        }

        deserializer.deserialize_any(ManyVisitor(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Many_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [{ "type": "array", "items": one.clone() }, one, { "type": "null" }] })
    }
}

/// A number, such as a score, in Thai or Arabic digits; always finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number(pub f64);

/// A whole number, such as a year or a place in a list, in Thai or Arabic digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole(pub u32);

/// A text, also where YAML takes it for a number: `9.1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub String);

/// Gives a type its reading, from a text or from what YAML takes for a number, and its schema.
macro_rules! scalar {
    ($name:ident, $expected:literal, $read:expr, $schema:tt) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct ScalarVisitor;

                impl Visitor<'_> for ScalarVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }
                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        let read: fn(&str) -> Option<$name> = $read;
                        read(text).ok_or_else(|| E::custom(concat!("not ", $expected)))
                    }
                    fn visit_u64<E: Error>(self, number: u64) -> Result<$name, E> {
                        self.visit_str(&number.to_string())
                    }
                    fn visit_i64<E: Error>(self, number: i64) -> Result<$name, E> {
                        self.visit_str(&number.to_string())
                    }
                    fn visit_f64<E: Error>(self, number: f64) -> Result<$name, E> {
                        self.visit_str(&number.to_string())
                    }
                }

                deserializer.deserialize_any(ScalarVisitor)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

scalar!(Number, "a number", |text| digits::parse_number(text).map(Number), {
    "type": ["number", "string"], "format": NUMBER, "pattern": NUMBER_PATTERN
});
scalar!(Whole, "a whole number", |text| digits::parse_whole(text).map(Whole), {
    "type": ["integer", "string"], "format": WHOLE, "pattern": WHOLE_PATTERN, "minimum": 0, "maximum": u32::MAX
});
scalar!(Text, "a text", |text| Some(Text(text.to_owned())), { "type": "string" });

/// Values by key, in the order of the keys. A key that is written twice is an error, not a silent choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyed<K, V>(pub BTreeMap<K, V>);

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K, V> std::ops::Deref for Keyed<K, V> {
    type Target = BTreeMap<K, V>;
    fn deref(&self) -> &BTreeMap<K, V> {
        &self.0
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Keyed<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyedVisitor<K, V>(PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for KeyedVisitor<K, V> {
            type Value = Keyed<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("keys and values")
            }
            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Keyed::default())
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut values = BTreeMap::new();
                while let Some((key, value)) = map.next_entry()? {
                    if values.insert(key, value).is_some() {
                        return Err(A::Error::custom("a key is written twice"));
                    }
                }
                Ok(Keyed(values))
            }
        }

        deserializer.deserialize_any(KeyedVisitor(PhantomData))
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Keyed<K, V> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Keyed_{}_{}", K::schema_name(), V::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let key = generator.subschema_for::<K>();
        let value = generator.subschema_for::<V>();
        json_schema!({ "type": ["object", "null"], "propertyNames": key, "additionalProperties": value })
    }
}
