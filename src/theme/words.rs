//! The words of a theme in one language: a flat list of names and texts.

use crate::diagnostic::Diagnostics;
use crate::read::{self, Source};
use crate::value::{Keyed, Text};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Words by name.
#[derive(Debug, Default, Clone)]
pub struct Words {
    all: FxHashMap<String, String>,
}

impl Words {
    /// Adds the words of the YAML file that is called `name`, in place of those of the same name. Gives back the file,
    /// where it could be read.
    pub fn read(&mut self, yaml: &[u8], name: &str, problems: &mut Diagnostics) -> Option<Arc<Source>> {
        let entry = read::yaml::<Keyed<String, Text>>(yaml, name, problems)?;
        self.all.extend(entry.record?.0.into_iter().map(|(word, text)| (word, text.0)));
        Some(entry.source)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &FxHashMap<String, String> {
        &self.all
    }

    /// A word; its name where the theme has none.
    #[must_use]
    pub fn get<'w>(&'w self, name: &'w str) -> &'w str {
        self.all.get(name).map_or(name, String::as_str)
    }
}
