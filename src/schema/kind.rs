//! The kinds of record, each with its file and its schema.

use super::editor;
use crate::diagnostic::Language;
use crate::framework::FrameworkPatch;
use crate::record::{AssessmentRecord, IssueRecord, MeasureRecord, OitRecord, PageRecord, SiteRecord, ThemeRecord};
use schemars::Schema;

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `site.yaml`
    Site,
    /// `<year>/assessment.md`
    Assessment,
    /// `<year>/measures/*.md`
    Measure,
    /// `<year>/issues/*.md`
    Issue,
    /// `<year>/oit/*.md`
    Oit,
    /// `pages/*.md`
    Page,
    /// `framework/*.yaml`
    Framework,
    /// `themes/*/theme.yaml`
    Theme,
}

impl Kind {
    /// All of them, in the order in which the format tells of them.
    pub const ALL: [Self; 8] =
        [Self::Site, Self::Assessment, Self::Measure, Self::Issue, Self::Oit, Self::Page, Self::Framework, Self::Theme];

    /// The name on the command line and of its schema's file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Assessment => "assessment",
            Self::Measure => "measure",
            Self::Issue => "issue",
            Self::Oit => "oit",
            Self::Page => "page",
            Self::Framework => "framework",
            Self::Theme => "theme",
        }
    }

    /// Which files of a site, or of a project beside its content, are of this kind. `*` stands for any name, a folder
    /// of a year is called `<year>`.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Site => "site.yaml",
            Self::Assessment => "<year>/assessment.md",
            Self::Measure => "<year>/measures/*.md",
            Self::Issue => "<year>/issues/*.md",
            Self::Oit => "<year>/oit/*.md",
            Self::Page => "pages/*.md",
            Self::Framework => "framework/*.yaml",
            Self::Theme => "themes/*/theme.yaml",
        }
    }

    /// The same with the folder's stand-in in `language`.
    #[must_use]
    pub fn file_in(self, language: Language) -> String {
        match language {
            Language::Thai => self.file().replace("<year>", "<ปี>"),
            Language::English => self.file().to_owned(),
        }
    }

    /// The pattern of these files from the folder that holds `content`, in a portal too.
    #[must_use]
    pub fn glob(self) -> String {
        match self {
            Self::Theme => self.file().to_owned(),
            _ => format!("content/**/{}", self.file().trim_start_matches("<year>/")),
        }
    }

    /// Whether the whole file is YAML, rather than the front matter of a Markdown file.
    #[must_use]
    pub fn is_yaml(self) -> bool {
        self.file().ends_with(".yaml")
    }

    /// The file in which its schema is kept: `measure.schema.json`.
    #[must_use]
    pub fn schema_file(self) -> String {
        format!("{}.schema.json", self.name())
    }

    /// What its schema is called, in every version and language: `urn:prongsai:schema:measure`.
    #[must_use]
    pub fn id(self) -> String {
        format!("urn:prongsai:schema:{}", self.name())
    }

    /// Its JSON Schema (draft 2020-12), with descriptions in `language`. Titles are the Thai names of the fields,
    /// as on the official forms, in either language.
    #[must_use]
    pub fn schema(self, language: Language) -> Schema {
        let generator = editor::generator(language);
        let mut schema = match self {
            Self::Site => generator.into_root_schema_for::<SiteRecord>(),
            Self::Assessment => generator.into_root_schema_for::<AssessmentRecord>(),
            Self::Measure => generator.into_root_schema_for::<MeasureRecord>(),
            Self::Issue => generator.into_root_schema_for::<IssueRecord>(),
            Self::Oit => generator.into_root_schema_for::<OitRecord>(),
            Self::Page => generator.into_root_schema_for::<PageRecord>(),
            Self::Framework => generator.into_root_schema_for::<FrameworkPatch>(),
            Self::Theme => generator.into_root_schema_for::<ThemeRecord>(),
        };
        schema.insert("$id".to_owned(), self.id().into());
        editor::in_order(&mut schema);
        schema
    }
}
