//! A value in the form in which templates take it.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use tera::Value;

/// A `T` as templates take it. To give it to one more page costs nothing, whereas what is not finished is gone through
/// and copied for each.
pub struct Finished<T> {
    value: Value,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize> Finished<T> {
    /// A value made ready for templates.
    #[must_use]
    pub fn new(of: &T) -> Self {
        // What pages show is made of texts, numbers and lists, and those can always be written.
        Self::made(Value::try_from_serializable(of).unwrap_or_else(|_| Value::none()))
    }
}

impl<T> Finished<T> {
    const fn made(value: Value) -> Self {
        Self { value, of: PhantomData }
    }
}

impl Finished<String> {
    /// No text.
    #[must_use]
    pub fn empty() -> Self {
        "".into()
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.value.as_str().unwrap_or_default()
    }
}

impl From<&str> for Finished<String> {
    fn from(text: &str) -> Self {
        Self::made(text.into())
    }
}

impl From<String> for Finished<String> {
    fn from(text: String) -> Self {
        Self::made(text.into())
    }
}

impl From<&String> for Finished<String> {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl<T> Clone for Finished<T> {
    fn clone(&self) -> Self {
        Self::made(self.value.clone())
    }
}

impl<T> fmt::Debug for Finished<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T> Serialize for Finished<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// Templates see no difference.
impl<T: JsonSchema> JsonSchema for Finished<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
