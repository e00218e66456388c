//! What stands beside the cells of Excel files: remarks, text boxes, heads and feet of the pages, and what pivot tables
//! keep of cells that may be long gone.

use super::package::{Package, Xml, attribute, file_name, relations, walk};
use super::pieces::Pieces;
use super::{Place, Unreadable, paragraphs, remarks};
use std::collections::HashMap;
use std::sync::Arc;

/// How far from its end a sheet names the head and the foot of its pages, in bytes at most: all its cells come before.
const TAIL: usize = 1 << 20;

/// Reads all of it.
pub fn read(package: &mut Package, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let names = package.names();
    let sheets = sheets(package, &names)?;
    for part in names.iter().filter(|name| name.ends_with(".xml")) {
        let sheet = || sheets.get(file_name(part)).cloned().unwrap_or_default();
        let Some(name) = part.strip_prefix("xl/") else { continue };
        if name.starts_with("comments") || name.starts_with("threadedComments/") {
            remarks::read(&package.text(part)?, &sheet(), pieces)?;
        } else if name.starts_with("drawings/") {
            let sheet = sheet();
            let xml = package.text(part)?;
            paragraphs::read(&xml, |_, text| pieces.push(Place::Drawing(Arc::clone(&sheet)), text, String::new()))?;
        } else if name.starts_with("worksheets/") {
            margins(&package.text(part)?, &sheet(), pieces)?;
        } else if name.starts_with("pivotCache/") {
            walk(&package.text(part)?, |event| match event {
                Xml::Start("s" | "n", start) => {
                    pieces.push(Place::Pivot, attribute(start, "v").unwrap_or_default(), String::new())
                }
                _ => Ok(()),
            })?;
        }
    }
    Ok(())
}

/// The head and the foot of a sheet's pages: one each for the first page, even and odd ones.
fn margins(xml: &str, sheet: &Arc<str>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let tail = &xml[xml.floor_char_boundary(xml.len().saturating_sub(TAIL))..];
    let start = tail.rfind("<headerFooter");
    let Some((own, _)) = start.and_then(|start| tail[start..].split_once("</headerFooter>")) else { return Ok(()) };
    let mut margin = String::new();
    walk(&format!("{own}</headerFooter>"), |event| {
        match event {
            Xml::Start(..) => margin.clear(),
            Xml::Text(text) => margin.push_str(text),
            Xml::End(_) => {
                let text = std::mem::take(&mut margin);
                return pieces.push(Place::Margin(Arc::clone(sheet)), text, String::new());
            }
        }
        Ok(())
    })
}

/// The names of the sheets by their files and by those of what belongs to them. A sheet has a list of the latter, and
/// the book one of its sheets.
fn sheets(package: &mut Package, names: &[String]) -> Result<HashMap<String, Arc<str>>, Unreadable> {
    let files = relations(&package.text("xl/_rels/workbook.xml.rels")?)?;
    let mut sheets: HashMap<String, Arc<str>> = HashMap::new();
    walk(&package.text("xl/workbook.xml")?, |event| {
        if let Xml::Start("sheet", start) = event
            && let Some(name) = attribute(start, "name")
            && let Some(file) = attribute(start, "id").and_then(|id| files.get(&id))
        {
            sheets.insert(file.clone(), Arc::from(name));
        }
        Ok(())
    })?;
    for list in names.iter().filter(|name| name.starts_with("xl/worksheets/_rels/")) {
        let Some(sheet) = sheets.get(file_name(list).trim_end_matches(".rels")).cloned() else { continue };
        let own = relations(&package.text(list)?)?;
        sheets.extend(own.into_values().map(|file| (file, Arc::clone(&sheet))));
    }
    Ok(sheets)
}
