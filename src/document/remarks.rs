//! The remarks at cells of Excel files, of the old kind and of the new that can be answered.

use super::package::{Xml, attribute, walk};
use super::pieces::Pieces;
use super::{Place, Unreadable};
use std::sync::Arc;

/// Reads a list of remarks, all at cells of one sheet.
pub fn read(xml: &str, sheet: &Arc<str>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let mut open: Option<(u32, u32, String)> = None;
    walk(xml, |event| {
        match event {
            Xml::Start("comment" | "threadedComment", start) => {
                let (row, column) = attribute(start, "ref").and_then(|name| cell(&name)).unwrap_or_default();
                open = Some((row, column, String::new()));
            }
            Xml::Text(text) => {
                if let Some((_, _, remark)) = &mut open {
                    remark.push_str(text);
                }
            }
            Xml::End("comment" | "threadedComment") => {
                if let Some((row, column, text)) = open.take() {
                    return pieces.push(Place::Cell { sheet: Arc::clone(sheet), row, column }, text, String::new());
                }
            }
            Xml::Start(..) | Xml::End(_) => {}
        }
        Ok(())
    })
}

/// The row and the column, from 0, of `B12`.
fn cell(name: &str) -> Option<(u32, u32)> {
    let letters = name.find(|char: char| char.is_ascii_digit())?;
    let row = name[letters..].parse::<u32>().ok()?.checked_sub(1)?;
    let column = name[..letters].bytes().try_fold(0_u32, |column, letter| {
        let digit = u32::from(letter.checked_sub(b'A').filter(|digit| *digit < 26)?) + 1;
        column.checked_mul(26)?.checked_add(digit)
    })?;
    Some((row, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_found_by_their_names() {
        let places = ["A1", "B12", "XFD1048576", "A0", "12", "", "AAAAAAAAAA1", "ก1"].map(cell);
        assert_eq!(places, [Some((0, 0)), Some((11, 1)), Some((1_048_575, 16_383)), None, None, None, None, None]);
    }
}
