//! `site.yaml`: the organisation and the settings of its site.

use crate::value::Many;
use schemars::JsonSchema;
use serde::Deserialize;

/// `site.yaml`
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteRecord {
    /// Who publishes.
    pub organisation: OrganisationRecord,
    /// Where the site stands on the web, for canonical links and the sitemap; pages themselves link relatively.
    pub base_url: Option<String>,
    /// The folder below `themes/` whose files come before the built-in ones.
    pub theme: Option<String>,
    /// The language of the theme's words.
    #[serde(default)]
    pub language: LanguageRecord,
    /// The digits in which pages show numbers.
    #[serde(default)]
    pub digits: DigitsRecord,
    /// The day on which progress is judged; otherwise the day of the build.
    pub as_of: Option<String>,
    /// The survey of citizens, shown while it is open.
    pub survey: Option<SurveyRecord>,
}

/// Who publishes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationRecord {
    /// The full name, such as เทศบาลตำบลจันทวี.
    pub name: String,
    /// The kind of authority, such as เทศบาลตำบล.
    pub kind: Option<String>,
    /// อำเภอ
    pub district: Option<String>,
    /// จังหวัด
    pub province: Option<String>,
    /// A picture below `files/`.
    pub logo: Option<String>,
    /// The units that can be responsible for something.
    #[serde(default)]
    pub units: Many<UnitRecord>,
    /// How to reach the authority.
    pub contact: Option<ContactRecord>,
}

/// A unit of the authority.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitRecord {
    /// Its address: Latin letters, digits and hyphens.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Other names under which records call it.
    #[serde(default)]
    pub aliases: Many<String>,
}

/// How to reach the authority.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRecord {
    /// The postal address.
    pub address: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The main web site.
    pub website: Option<String>,
    /// The address of a Facebook page.
    pub facebook: Option<String>,
    /// The address of a LINE account.
    pub line: Option<String>,
}

/// The survey of citizens.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyRecord {
    /// Its address.
    pub url: String,
    /// When it is open: a period.
    pub open: String,
}

/// A language of the theme's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageRecord {
    /// ไทย
    #[default]
    Th,
    /// English
    En,
}

/// The digits in which pages show numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DigitsRecord {
    /// ๐ ๑ ๒ ๓
    #[default]
    Thai,
    /// 0 1 2 3
    Arabic,
}
