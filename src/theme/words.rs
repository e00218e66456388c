//! The words of a theme in one language: a flat list of names and texts.

use std::collections::BTreeMap;

/// Words by name.
#[derive(Debug, Default)]
pub struct Words {
    all: BTreeMap<String, String>,
}

impl Words {
    /// Adds the words of a YAML file, in place of those of the same name.
    ///
    /// # Errors
    /// Where the file is not YAML of names and texts.
    pub fn read(&mut self, yaml: &[u8]) -> Result<(), serde_yaml::Error> {
        let words: BTreeMap<String, String> = serde_yaml::from_slice(yaml)?;
        self.all.extend(words);
        Ok(())
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.all
    }

    /// A word; its name where the theme has none.
    #[must_use]
    pub fn get<'w>(&'w self, name: &'w str) -> &'w str {
        self.all.get(name).map_or(name, String::as_str)
    }
}
