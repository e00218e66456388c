//! What an editor has to be told so that it uses the schemas.
//!
//! Two tools are spoken of: the YAML language server, which most editors have and which passes over Markdown unless
//! the editor hands it the front matter; and remark, which checks front matter in an editor and on the command line.

use super::Kind;
use crate::slashes::slashed;
use serde_json::{Map, Value as Json, json};
use std::fmt::Write;
use std::path::Path;

/// What goes into `.vscode/settings.json` where the schemas are in `folder`, named from the folder that holds
/// `content`.
#[must_use]
pub fn settings(folder: &Path) -> String {
    let schemas: Map<String, Json> =
        Kind::ALL.into_iter().map(|kind| (schema_path(folder, kind), kind.glob().into())).collect();
    format!("{:#}", json!({ "yaml.schemas": schemas }))
}

/// What goes into `.remarkrc.mjs` beside `content`.
#[must_use]
pub fn remark_config(folder: &Path) -> String {
    let mut schemas = String::new();
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.is_yaml()) {
        // Writing to a text does not fail.
        let _written = writeln!(schemas, "  {}: [{}],", json!(schema_path(folder, kind)), json!(kind.glob()));
    }
    // The plugin's validator knows no meta-schema of draft 2020-12; what our schemas use of it, it does know.
    format!(
        "import frontmatter from 'remark-frontmatter';\n\
         import fields from 'remark-lint-frontmatter-schema';\n\n\
         const schemas = {{\n{schemas}}};\n\
         export default {{ plugins: [frontmatter, [fields, {{ schemas, ajvOptions: {{ validateSchema: false }} }}]] }};"
    )
}

/// The schema of a kind, as both tools name files.
fn schema_path(folder: &Path, kind: Kind) -> String {
    let path = slashed(&folder.join(kind.schema_file()));
    if folder.is_absolute() || path.starts_with("./") || path.starts_with("../") { path } else { format!("./{path}") }
}
