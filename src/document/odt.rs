//! Texts and slides of `OpenDocument`.

use super::package::Package;
use super::paragraphs;
use super::pieces::Pieces;
use super::{Part, Place, Unreadable, properties};

/// Reads an `.odt` or an `.odp`.
pub fn read(bytes: Vec<u8>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let mut package = Package::open_unlocked(bytes)?;
    properties::read(&mut package, pieces)?;
    let xml = package.text("content.xml")?;
    paragraphs::read(&xml, |spot, text| {
        let place = match spot.page {
            0 => Place::Paragraph { part: Part::Body, number: spot.number, in_table: false },
            slide => Place::Slide(slide),
        };
        pieces.push(place, text, String::new())
    })?;
    // The head and the foot of the pages are a matter of style.
    if package.names().iter().any(|name| name == "styles.xml") {
        let xml = package.text("styles.xml")?;
        paragraphs::read(&xml, |spot, text| {
            let part = if spot.foot { Part::Footer } else { Part::Header };
            pieces.push(Place::Paragraph { part, number: spot.number, in_table: false }, text, String::new())
        })?;
    }
    Ok(())
}
