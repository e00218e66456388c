//! The components of the built-in theme, for templates of one's own to use.

use super::templates::Templates;
use super::{Files, built_in};
use crate::diagnostic::Diagnostics;
use std::collections::BTreeMap;

/// The name of every component with its arguments, as they are written: `link={…}`; those that may be left out have
/// the value that they have then.
#[must_use]
pub fn component_signatures() -> Vec<(String, Vec<String>)> {
    let files = Files { own: BTreeMap::new(), built_in: built_in() };
    let mut none = Diagnostics::default();
    let Some(tera) = Templates::read(&files, &mut none).compile(&mut none) else { return Vec::new() };
    let mut names: Vec<String> = tera.get_component_names().map(str::to_owned).collect();
    names.sort();
    let signature = |name: String| {
        let component = tera.get_component_definition(&name)?;
        let arguments = component.args().iter().map(|argument| match argument.default() {
            Some(value) => format!("{}={{{value}}}", argument.name()),
            None => format!("{}={{…}}", argument.name()),
        });
        let arguments = arguments.collect();
        Some((name, arguments))
    };
    names.into_iter().filter_map(signature).collect()
}
