//! The paragraphs of slides, of drawings and of `OpenDocument` texts, which are written alike.

use super::Unreadable;
use super::package::{Xml, attribute, walk};

/// Most spaces that are put for a sign that stands for several.
const MOST_SPACES: usize = 100;

/// Where a paragraph stands in its part.
#[derive(Debug, Default, Clone, Copy)]
pub struct Spot {
    /// How many pages, which are slides, have begun.
    pub page: usize,
    /// Its number, from 1.
    pub number: usize,
    /// Whether it is at the foot of the pages.
    pub foot: bool,
}

/// Goes through the paragraphs of `xml`, and then through what is said of pictures there.
pub fn read(xml: &str, mut take: impl FnMut(Spot, String) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    let mut spot = Spot::default();
    let mut feet: usize = 0;
    // A note or a text box stands within another paragraph.
    let mut open: Vec<(usize, String)> = Vec::new();
    walk(xml, |event| {
        let sign = match event {
            Xml::Start("p" | "h", _) => {
                spot.number += 1;
                open.push((spot.number, String::new()));
                return Ok(());
            }
            Xml::End("p" | "h") => {
                let Some((number, text)) = open.pop() else { return Ok(()) };
                return take(Spot { number, foot: feet > 0, ..spot }, text);
            }
            Xml::Start("page", _) => {
                spot.page += 1;
                return Ok(());
            }
            Xml::Start(name, _) if name.starts_with("footer") => {
                feet += 1;
                return Ok(());
            }
            Xml::End(name) if name.starts_with("footer") => {
                feet = feet.saturating_sub(1);
                return Ok(());
            }
            Xml::Start("cNvPr", start) => {
                let said = ["title", "descr"].iter().filter_map(|name| attribute(start, name));
                return take(spot, said.collect::<Vec<_>>().join("\n"));
            }
            Xml::Start("s", start) => {
                " ".repeat(attribute(start, "c").and_then(|count| count.parse().ok()).unwrap_or(1).min(MOST_SPACES))
            }
            Xml::Start("tab", _) => "\t".to_owned(),
            Xml::Start("br" | "line-break", _) => "\n".to_owned(),
            Xml::Text(text) => text.to_owned(),
            Xml::Start(..) | Xml::End(_) => return Ok(()),
        };
        if let Some((_, paragraph)) = open.last_mut() {
            paragraph.push_str(&sign);
        }
        Ok(())
    })
}
