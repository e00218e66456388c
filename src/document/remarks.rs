//! The remarks at cells of Excel files, of the old kind and of the new that can be answered.

use super::package::{Package, Xml, attribute, walk};
use super::{Place, Unreadable};
use std::collections::HashMap;
use std::sync::Arc;

/// Every remark of a book and the cell at which it stands.
pub fn read(package: &mut Package) -> Result<Vec<(Place, String)>, Unreadable> {
    let names = package.names();
    let parts: Vec<&String> = names.iter().filter(|name| is_remarks(name)).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let sheets = sheets(package, &names)?;
    let mut remarks = Vec::new();
    for part in parts {
        let sheet = sheets.get(file_name(part)).cloned().unwrap_or_default();
        let mut open: Option<(u32, u32, String)> = None;
        walk(&package.text(part)?, |event| {
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
                        remarks.push((Place::Cell { sheet: Arc::clone(&sheet), row, column }, text));
                    }
                }
                Xml::Start(..) | Xml::End(_) => {}
            }
            Ok(())
        })?;
    }
    Ok(remarks)
}

fn is_remarks(name: &str) -> bool {
    let part = name.strip_prefix("xl/").filter(|_| name.ends_with(".xml"));
    part.is_some_and(|part| part.starts_with("comments") || part.starts_with("threadedComments/"))
}

/// The names of the sheets by the files of their remarks. A sheet has a list of what belongs to it, and the book one
/// of its sheets.
fn sheets(package: &mut Package, names: &[String]) -> Result<HashMap<String, Arc<str>>, Unreadable> {
    let files = targets(&package.text("xl/_rels/workbook.xml.rels")?)?;
    let mut called: HashMap<String, Arc<str>> = HashMap::new();
    walk(&package.text("xl/workbook.xml")?, |event| {
        if let Xml::Start("sheet", start) = event
            && let Some(name) = attribute(start, "name")
            && let Some(file) = attribute(start, "id").and_then(|id| files.get(&id))
        {
            called.insert(file.clone(), Arc::from(name));
        }
        Ok(())
    })?;
    let mut sheets = HashMap::new();
    for list in names.iter().filter(|name| name.starts_with("xl/worksheets/_rels/")) {
        let Some(sheet) = called.get(file_name(list).trim_end_matches(".rels")) else { continue };
        let own = targets(&package.text(list)?)?;
        sheets.extend(own.into_values().map(|file| (file, Arc::clone(sheet))));
    }
    Ok(sheets)
}

/// The files that a list of relations names, without their folders, by their keys.
fn targets(list: &str) -> Result<HashMap<String, String>, Unreadable> {
    let mut targets = HashMap::new();
    walk(list, |event| {
        if let Xml::Start("Relationship", start) = event
            && let (Some(id), Some(target)) = (attribute(start, "Id"), attribute(start, "Target"))
        {
            targets.insert(id, file_name(&target).to_owned());
        }
        Ok(())
    })?;
    Ok(targets)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
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
