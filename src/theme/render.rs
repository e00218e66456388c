//! A theme in one language, ready to render.

use super::writing::Writing;
use super::{Design, Named, Words};
use crate::diagnostic::{Diagnostic, Language};
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tera::{Context, Error, Tera};

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    design: Arc<Design>,
    language: Language,
    /// The same in the other language, once a page is in that.
    other: OnceLock<Box<Self>>,
}

impl Theme {
    /// A theme with its words in `language`.
    #[must_use]
    pub fn new(design: Arc<Design>, language: Language) -> Self {
        let mut tera = design.tera().clone();
        tera.global_context().insert("words", design.words(language).all());
        Self { tera, design, language, other: OnceLock::new() }
    }

    /// The same with its words in `language`, for a page that is written in that.
    #[must_use]
    pub fn speaking(&self, language: Language) -> &Self {
        if language == self.language {
            return self;
        }
        self.other.get_or_init(|| Box::new(Self::new(Arc::clone(&self.design), language)))
    }

    /// A number for all its files: the same while they are the same.
    #[must_use]
    pub fn print(&self) -> u64 {
        self.design.print()
    }

    /// Whether any file of it is the project's.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.design.is_own()
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &Words {
        self.design.words(self.language)
    }

    /// What a template of it names.
    #[must_use]
    pub fn named(&self, template: &'static str) -> Arc<Named> {
        self.design.named(template)
    }

    /// Its assets, by address.
    #[must_use]
    pub fn assets(&self) -> &BTreeMap<String, Cow<'static, [u8]>> {
        self.design.assets()
    }

    /// A page from its template, without characters that cannot be seen. What the template is given has a schema, so
    /// that it can be told: see [`crate::guide`].
    ///
    /// # Errors
    /// Where the template asks for something that is not there, which only a theme of one's own can do.
    pub fn render<V: Serialize + JsonSchema>(&self, template: &str, view: V) -> Result<String, Diagnostic> {
        let render = || {
            let context = Context::from_serialize(&view)?;
            // What lists all of a site is large, and need not be there twice while its page is made.
            drop(view);
            let mut writing = Writing::new();
            self.tera.render_to(template, &context, &mut writing)?;
            drop(context);
            writing.page().map_err(Error::message)
        };
        render().map_err(|error| self.design.problem(&error))
    }
}
