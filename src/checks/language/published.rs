//! Which parts of a record are words that come to be read on a page: not comments, names of fields, addresses, or code.

use crate::model::MARKDOWN;
use crate::read::Source;
use crate::thai::writing::Fault;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// Fields whose values are addresses, or names that stand for others: they are not read as they are written.
const NOT_READ: [&str; 11] =
    ["base_url", "email", "facebook", "id", "line", "logo", "slug", "theme", "units", "url", "website"];

/// Pieces of a record's text, in order. A word that lies across two of them is not one word on the page.
pub struct Published(Vec<Range<usize>>);

impl Published {
    /// What of a record is read, in the parts of it in which these faults stand, in their order.
    pub fn around(faults: &[Fault], source: &Source) -> Self {
        let (mut pieces, start) = (Vec::new(), source.body_start());
        if faults.first().is_some_and(|first| first.range.start < start) {
            source.each_value(&mut |field, range| {
                if field == "remark" {
                    unquoted(source.text(), range, &mut pieces);
                } else if !is_address(field, source) {
                    pieces.push(range);
                }
            });
        }
        if faults.last().is_some_and(|last| last.range.end > start) {
            body(source.body(), start, &mut pieces);
        }
        Self(pieces)
    }

    /// Whether all of a stretch of text is read in one go.
    pub fn holds(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|piece| piece.start <= range.start);
        after.checked_sub(1).is_some_and(|last| range.end <= self.0[last].end)
    }
}

/// What of a remark is not between “ and ”: remarks quote how a document is misprinted.
fn unquoted(text: &str, range: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let mut from = range.start;
    while let Some(open) = text[from..range.end].find('“')
        && let Some(close) = text[from + open..range.end].find('”')
    {
        pieces.push(from..from + open);
        from += open + close;
    }
    pieces.push(from..range.end);
}

/// `units` of a record are names that site.yaml gives; there it is the list of the units themselves.
fn is_address(field: &str, source: &Source) -> bool {
    NOT_READ.contains(&field) && !(field == "units" && source.within == "site.yaml")
}

/// The runs of text of a Markdown body, which starts at byte `offset`. Lines of a paragraph are one run.
fn body(body: &str, offset: usize, pieces: &mut Vec<Range<usize>>) {
    let mut run: Option<Range<usize>> = None;
    let mut in_code = false;
    for (event, range) in Parser::new_ext(body, MARKDOWN).into_offset_iter() {
        match event {
            Event::Text(_) if !in_code => {
                let start = run.map_or(range.start, |run| run.start);
                run = Some(start..range.end);
                continue;
            }
            Event::SoftBreak | Event::HardBreak => continue,
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        pieces.extend(run.take().map(|run| run.start + offset..run.end + offset));
    }
    pieces.extend(run.map(|run| run.start + offset..run.end + offset));
}
