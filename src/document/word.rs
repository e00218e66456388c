//! Word files: their paragraphs, tables, heads and feet, remarks and notes, deleted words that tracking kept too.

use super::labels::Labels;
use super::package::{Package, Xml, attribute, walk};
use super::pieces::Pieces;
use super::{Part, Place, Unreadable, properties};
use quick_xml::events::BytesStart;

/// Reads a `.docx`.
pub fn read(bytes: Vec<u8>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes)?;
    let parts: Vec<(String, Part)> =
        package.names().into_iter().filter_map(|name| part_of(&name).map(|part| (name, part))).collect();
    if parts.iter().all(|(_, part)| *part != Part::Body) {
        return Err(Unreadable::Damaged("it has no word/document.xml".to_owned()));
    }
    properties::read(&mut package, pieces)?;
    for (name, part) in parts {
        let xml = package.text(&name)?;
        let mut paragraphs = Paragraphs::new(part, pieces);
        walk(&xml, |event| paragraphs.see(&event))?;
    }
    Ok(())
}

/// What a part of the package is, by its name.
fn part_of(name: &str) -> Option<Part> {
    let stem = name.strip_prefix("word/")?.strip_suffix(".xml")?;
    match stem.trim_end_matches(|char: char| char.is_ascii_digit()) {
        "document" => Some(Part::Body),
        "header" => Some(Part::Header),
        "footer" => Some(Part::Footer),
        "comments" => Some(Part::Comments),
        "footnotes" | "endnotes" => Some(Part::Notes),
        _ => None,
    }
}

/// The paragraphs of a part, put together from the runs of text that Word cuts them into.
struct Paragraphs<'p> {
    part: Part,
    pieces: &'p mut Pieces,
    /// How many have begun.
    number: usize,
    /// Those that are open: a text box stands within another paragraph.
    open: Vec<(usize, String)>,
    tables: Vec<Table>,
    in_text: bool,
    /// How deep within copies for old programs, which repeat what stands beside them.
    in_copy: usize,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    rows: u32,
    cells: u32,
    labels: Labels,
}

impl<'p> Paragraphs<'p> {
    fn new(part: Part, pieces: &'p mut Pieces) -> Self {
        Self { part, pieces, number: 0, open: Vec::new(), tables: Vec::new(), in_text: false, in_copy: 0 }
    }

    fn see(&mut self, event: &Xml<'_>) -> Result<(), Unreadable> {
        match event {
            Xml::Start("Fallback", _) => self.in_copy += 1,
            Xml::End("Fallback") => self.in_copy = self.in_copy.saturating_sub(1),
            _ if self.in_copy > 0 => {}
            Xml::Start("docPr", start) => return self.picture(start),
            Xml::Start(name, _) => self.start(name),
            Xml::End("p") => return self.end_paragraph(),
            Xml::End("tbl") => drop(self.tables.pop()),
            Xml::End("t" | "delText") => self.in_text = false,
            Xml::End(_) => {}
            Xml::Text(text) => {
                if self.in_text {
                    self.add(text);
                }
            }
        }
        Ok(())
    }

    fn start(&mut self, name: &str) {
        match name {
            "p" => {
                self.number += 1;
                self.open.push((self.number, String::new()));
            }
            "t" | "delText" => self.in_text = true,
            "tab" => self.add("\t"),
            "br" | "cr" => self.add("\n"),
            "noBreakHyphen" => self.add("-"),
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                    table.cells = 0;
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cells += 1;
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if let Some((_, paragraph)) = self.open.last_mut() {
            paragraph.push_str(text);
        }
    }

    /// What is said of a picture or a text box to those who do not see it.
    fn picture(&mut self, start: &BytesStart<'_>) -> Result<(), Unreadable> {
        let said = ["title", "descr"].iter().filter_map(|name| attribute(start, name)).collect::<Vec<_>>().join("\n");
        let place = Place::Paragraph { part: Part::Pictures, number: self.number, in_table: !self.tables.is_empty() };
        self.pieces.push(place, said, String::new())
    }

    fn end_paragraph(&mut self) -> Result<(), Unreadable> {
        let Some((number, text)) = self.open.pop() else { return Ok(()) };
        let in_table = !self.tables.is_empty();
        let label = self.tables.last_mut().map(|table| table.labels.label(table.rows, table.cells, &text));
        self.pieces.push(Place::Paragraph { part: self.part, number, in_table }, text, label.unwrap_or_default())
    }
}
