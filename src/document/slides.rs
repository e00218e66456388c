//! `PowerPoint` files: every slide in the order in which they are shown, with its notes and what its diagrams say.

use super::package::{Package, Xml, file_name, relations, walk};
use super::pieces::Pieces;
use super::{Place, Unreadable, paragraphs, properties};

/// The parts that a slide may have beside its own.
const FOLDERS: [&str; 3] = ["notesSlides", "diagrams", "comments"];

/// Reads a `.pptx`.
pub fn read(bytes: Vec<u8>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes)?;
    let names = package.names();
    let files = relations(&package.text("ppt/_rels/presentation.xml.rels")?)?;
    let mut slides = Vec::new();
    walk(&package.text("ppt/presentation.xml")?, |event| {
        if let Xml::Start("sldId", start) = event {
            // It has a number of its own beside the key of its file.
            let keys =
                start.attributes().with_checks(false).flatten().map(|one| one.value.to_string()).collect::<Vec<_>>();
            slides.extend(keys.iter().find_map(|key| files.get(key)).cloned());
        }
        Ok(())
    })?;
    properties::read(&mut package, pieces)?;
    for (number, slide) in (1..).zip(slides) {
        let mut parts = vec![format!("ppt/slides/{slide}")];
        let list = format!("ppt/slides/_rels/{slide}.rels");
        if names.contains(&list) {
            let own = relations(&package.text(&list)?)?;
            let is_own = |name: &&String| {
                let folder = name.strip_prefix("ppt/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
                FOLDERS.contains(&folder) && own.values().any(|file| file == file_name(name))
            };
            parts.extend(names.iter().filter(is_own).cloned());
        }
        for part in parts {
            let xml = package.text(&part)?;
            paragraphs::read(&xml, |_, text| pieces.push(Place::Slide(number), text, String::new()))?;
        }
    }
    Ok(())
}
