//! What a package says of itself: title, subject, keywords and remarks, which nobody looks at before publishing.

use super::package::{Package, Xml, walk};
use super::pieces::Pieces;
use super::{Place, Unreadable};

/// The parts that say so, of Office and of `OpenDocument`.
const PARTS: [&str; 2] = ["docProps/core.xml", "meta.xml"];
/// What people write there themselves. Names of authors and programs are left out.
const FIELDS: [&str; 7] = ["title", "subject", "description", "keywords", "keyword", "category", "user-defined"];

/// Reads it.
pub fn read(package: &mut Package, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let names = package.names();
    for part in PARTS.iter().filter(|part| names.iter().any(|name| name == *part)) {
        let mut open: Option<String> = None;
        walk(&package.text(part)?, |event| {
            match event {
                Xml::Start(name, _) if FIELDS.contains(&name) => open = Some(String::new()),
                Xml::End(name) if FIELDS.contains(&name) => {
                    return pieces.push(Place::Properties, open.take().unwrap_or_default(), String::new());
                }
                Xml::Text(text) => {
                    if let Some(field) = &mut open {
                        field.push_str(text);
                    }
                }
                Xml::Start(..) | Xml::End(_) => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}
