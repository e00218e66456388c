//! Links as they are seen from one page. They are made from pages and files that exist, never from text.

use super::{Common, Voice, picture_size};
use crate::diagnostic::Language;
use crate::framework::Certainty;
use crate::model::{PageKey, PageRef, Prose, Section, Site, Target, escape};
use crate::theme::{Finished, Named};
use schemars::JsonSchema;
use serde::Serialize;
use url::Url;

/// A link with its words.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Link {
    /// The words.
    pub label: Finished<String>,
    /// Where it leads; none where there is no such page, and only the words are shown.
    pub href: Option<String>,
    /// The kind and size of a file, that it leads elsewhere, or that the words are not certain.
    pub hint: Option<String>,
    /// Whether it is the page that is being looked at.
    pub current: bool,
    /// The language tag of the words, where they are not in the language of the page.
    pub lang: Option<&'static str>,
}

/// Makes the links of one page.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    site: &'a Site,
    from: &'a PageRef,
    common: &'a Common,
    named: Option<&'a Named>,
}

impl<'a> Links<'a> {
    /// The links of the page `from`.
    #[must_use]
    pub fn new(site: &'a Site, from: &'a PageRef, common: &'a Common) -> Self {
        Self { site, from, common, named: None }
    }

    /// The same as [`Self::to`] for something whose name is taken from the framework: where that is doubtful, the
    /// link says so.
    #[must_use]
    pub fn named(
        &self,
        key: &PageKey,
        label: impl Into<Finished<String>>,
        certainty: Certainty,
        voice: Voice<'_>,
    ) -> Link {
        let mut link = self.to(key, label);
        link.hint = certainty.is_doubtful().then(|| voice.word("doubtful").to_owned());
        link
    }

    /// The page the links are on.
    #[must_use]
    pub fn from(&self) -> &'a PageRef {
        self.from
    }

    /// The same on a page whose template names these values and no others.
    #[must_use]
    pub fn naming(self, named: &'a Named) -> Self {
        Self { named: Some(named), ..self }
    }

    /// Whether the page's template may use the values of this name: others need not be worked out.
    #[must_use]
    pub fn are_used(&self, name: &str) -> bool {
        self.named.is_none_or(|named| named.has(name))
    }

    /// What this page has alike with others.
    #[must_use]
    pub fn common(&self) -> &'a Common {
        self.common
    }

    /// A link to a page, or just the words where the site has no such page.
    #[must_use]
    pub fn to(&self, key: &PageKey, label: impl Into<Finished<String>>) -> Link {
        let page = self.site.map.find(key);
        Link {
            label: label.into(),
            href: page.map(|page| self.page(page)),
            hint: None,
            current: page == Some(self.from),
            lang: None,
        }
    }

    fn page(&self, page: &PageRef) -> String {
        self.absolute(page.address()).unwrap_or_else(|| self.from.link_to(page))
    }

    /// The address of a published file.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| self.from.link_to_file(path))
    }

    /// The site's own host, for the page whose links are not relative: it may be shown by another that serves the site
    /// too, such as one without `www`.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        host(&self.absolute("")?)
    }

    /// A host shows the page for missing addresses at any depth, where relative links would lead astray.
    fn absolute(&self, path: &str) -> Option<String> {
        let base = self.site.settings.base_url.as_ref().filter(|_| *self.from.key() == PageKey::NotFound)?;
        Some(format!("{base}{}", escape(path)))
    }

    /// A link to what a record names.
    #[must_use]
    pub fn target(&self, target: &Target, label: impl Into<Finished<String>>, voice: Voice<'_>) -> Link {
        let hint = match target {
            Target::Page(..) => None,
            Target::File(path, size) => Some(voice.file(path, *size)),
            Target::External(_) => Some(voice.word("external").to_owned()),
        };
        Link { label: label.into(), href: Some(self.address(target)), hint, current: false, lang: None }
    }

    /// The address of what a record names.
    #[must_use]
    pub fn address(&self, target: &Target) -> String {
        match target {
            Target::Page(page, fragment) => {
                let page = self.page(page);
                fragment.as_ref().map_or(page.clone(), |fragment| format!("{page}#{}", escape(fragment)))
            }
            Target::File(path, _) => self.file(path),
            Target::External(url) => url.clone(),
        }
    }

    /// A body as HTML.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> Option<String> {
        let size = |target: &Target| {
            let Target::File(path, _) = target else { return None };
            picture_size::of(&self.site.file_at(path)?.disk)
        };
        (!prose.is_empty()).then(|| prose.html(|target| attribute(&self.address(target)), size))
    }
}

impl Link {
    /// Words that lead nowhere.
    #[must_use]
    pub fn words(label: impl Into<Finished<String>>) -> Self {
        Self { label: label.into(), href: None, hint: None, current: false, lang: None }
    }

    /// The same whose words are in `language`, on a page in the language of `voice`.
    #[must_use]
    pub fn in_language(self, language: Language, voice: Voice<'_>) -> Self {
        Self { lang: (language != voice.language()).then(|| language.tag()), ..self }
    }
}

/// The way through a body, for readers of a page: its headings of the highest level, where there are so many that one
/// does not see them at once.
#[must_use]
pub fn contents(body: &Prose) -> Vec<Link> {
    const FEWEST: usize = 3;
    let sections = body.sections();
    if sections.len() < FEWEST {
        return Vec::new();
    }
    let link = |section: Section| Link {
        label: section.title.into(),
        href: Some(format!("#{}", escape(&section.id))),
        hint: None,
        current: false,
        lang: None,
    };
    sections.into_iter().map(link).collect()
}

/// Scheme, host and port of an address, as a policy names them: `https://www.example.go.th`.
pub(super) fn host(address: &str) -> Option<String> {
    let host = Url::parse(address).ok()?.origin().ascii_serialization();
    // A policy has marks of its own, such as `*` and `;`.
    let is_plain = |char: char| char.is_ascii_alphanumeric() || ":/.-[]".contains(char);
    host.chars().all(is_plain).then_some(host)
}

/// An address as it stands between the quotes of an attribute.
pub(super) fn attribute(address: &str) -> String {
    address.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
