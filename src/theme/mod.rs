//! Templates, assets and words.
//!
//! A theme is built into the program; a folder `themes/NAME` of a project takes its place file by file. No
//! template holds domain logic: what a page shows has been worked out before it comes here. Everything that
//! Tera does is behind this module, but for what [`crate::guide`] tells of it.

mod calls;
mod choice;
mod components;
mod design;
mod files;
mod finished;
mod named;
mod palette;
mod render;
mod templates;
mod unused;
mod words;
mod writing;

pub use choice::Choice;
pub use components::component_signatures;
pub use design::Design;
pub use files::{File, Files, built_in, is_name, of_project};
pub use finished::Finished;
pub use named::Named;
pub use palette::{COLOR, Color, Palette, hex, light, style};
pub use render::Theme;
pub use words::Words;

/// The theme that is built in, and that every other starts from.
pub const DEFAULT: &str = "default";
/// The folder of a project that holds its themes.
pub const FOLDER: &str = "themes";
/// What a theme says of itself, in its folder.
pub const ABOUT: &str = "theme.yaml";
/// The folder of a theme that holds its templates.
pub const TEMPLATES: &str = "templates/";
/// The folder of a theme that holds what is published as it is.
const ASSETS: &str = "assets/";
/// The folder of a theme that holds its words, a file for each language.
const WORDS: &str = "words/";

/// The version of what templates are given. It is raised whenever something is added, taken away or given another
/// meaning; a theme says in `min_version` which one it was written for.
pub const CONTEXT: u32 = 1;
