//! `<year>/oit/o31.md`: what is published for one OIT item. The body explains.

use crate::value::Many;
use schemars::JsonSchema;
use serde::Deserialize;

/// `<year>/oit/o31.md`
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OitRecord {
    /// Where it is published.
    #[serde(default)]
    pub links: Many<LinkRecord>,
    /// When this was last changed.
    pub updated: Option<String>,
    /// A note beside the links.
    #[serde(default)]
    pub note: Many<String>,
    /// Why the item is answered without a link.
    pub not_applicable: Option<String>,
    /// Left out of a build unless drafts are asked for.
    #[serde(default)]
    pub draft: bool,
}

/// A link that answers an item.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkRecord {
    /// What is behind it.
    pub title: String,
    /// A web address, `files/…`, or a page of this site.
    pub url: String,
    /// How to use it.
    pub note: Option<String>,
}
