//! `pages/*.md`: an ordinary page. The body is the page.

use crate::value::Whole;
use schemars::JsonSchema;
use serde::Deserialize;

/// `pages/*.md`
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageRecord {
    /// The title; otherwise the body's first heading.
    pub title: Option<String>,
    /// Its place in the menu; otherwise by file name.
    pub order: Option<Whole>,
    /// The address, where it is not the file's name.
    pub slug: Option<String>,
    /// When this was last changed.
    pub updated: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    pub draft: bool,
}
