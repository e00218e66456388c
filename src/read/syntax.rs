//! YAML that cannot be read, as the slip that most often lies behind it.
//!
//! The parser says where it could not go on, which is often a line after the slip, and in the words of the
//! specification. It knows lines of text, nothing of records.

use super::Source;
use crate::diagnostic::{Diagnostic, Message, rules};
use std::ops::Range;

/// A slip: its bytes in the file, what it is, and what to do.
struct Slip {
    range: Range<usize>,
    message: Message,
    help: Message,
}

impl Slip {
    fn problem(self, source: &Source) -> Diagnostic {
        Diagnostic::new(&rules::YAML_SYNTAX, source.at_bytes(self.range), self.message).help(self.help.th, self.help.en)
    }
}

/// The problem of a source in which the parser could not go on at `span`, and said why in `words`.
pub fn problem(source: &Source, span: Range<usize>, words: &str) -> Diagnostic {
    let line = Line::at(source.text(), span.start);
    let slip = tab(source.text(), &line, words)
        .or_else(|| line.before().and_then(|before| unfinished(&before, words)))
        .or_else(|| no_space(&line))
        .unwrap_or_else(|| {
            let reason = thai(words).map_or_else(|| format!(" ({words})"), |thai| format!(": {thai}"));
            let (th, en) = advice(line.text());
            Slip {
                range: span,
                message: Message::new(
                    format!("อ่านช่องข้อมูล (YAML) ตรงนี้ไม่ได้{reason}"),
                    format!("this is not YAML: {words}"),
                ),
                help: Message::new(th, en),
            }
        });
    slip.problem(source)
}

/// The problem of a text at byte `at` of a source that is a field without the space after its colon, if it is one:
/// alone in its group, YAML takes it for a text.
pub fn field_as_text(source: &Source, at: usize) -> Option<Diagnostic> {
    no_space(&Line::at(source.text(), at)).map(|slip| slip.problem(source))
}

/// A line of a text.
struct Line<'t> {
    all: &'t str,
    range: Range<usize>,
}

impl<'t> Line<'t> {
    /// The line of a byte.
    fn at(all: &'t str, byte: usize) -> Self {
        let byte = all.floor_char_boundary(byte);
        let start = all[..byte].rfind('\n').map_or(0, |at| at + 1);
        Self { all, range: start..all[start..].find('\n').map_or(all.len(), |at| start + at) }
    }

    fn text(&self) -> &'t str {
        &self.all[self.range.clone()]
    }

    /// The line before it that is not blank.
    fn before(&self) -> Option<Self> {
        let said = self.all[..self.range.start].trim_end();
        (!said.is_empty()).then(|| Self::at(self.all, said.len() - 1))
    }

    /// The bytes in the file of a part of the line.
    fn part(&self, within: Range<usize>) -> Range<usize> {
        self.range.start + within.start..self.range.start + within.end
    }
}

/// A tab on the line or on the next, where the parser stumbled over one.
fn tab(text: &str, line: &Line<'_>, words: &str) -> Option<Slip> {
    let next = Line::at(text, line.range.end + 1);
    let at = if words.contains("tab") || words.contains("whitespace") {
        [line, &next].into_iter().find_map(|line| Some(line.range.start + line.text().find('\t')?))
    } else {
        tab_of_indent(line)
    }?;
    Some(Slip {
        range: at..at + 1,
        message: Message::new("มีแท็บ (Tab) ซึ่งใช้ใน YAML ตรงนี้ไม่ได้", "there is a tab, which YAML does not take here"),
        help: Message::new("ลบแท็บ แล้วใช้ช่องว่างแทน", "delete the tab and use spaces"),
    })
}

fn tab_of_indent(line: &Line<'_>) -> Option<usize> {
    let indent = line.text().len() - line.text().trim_start().len();
    Some(line.range.start + line.text()[..indent].find('\t')?)
}

/// What the line before may lack, so that the parser read on and stumbled over this one.
fn unfinished(before: &Line<'_>, words: &str) -> Option<Slip> {
    let expects_a_field = words.contains("simple key expect");
    no_space(before).or_else(|| {
        let text = before.text();
        let said = text.trim();
        (expects_a_field && said != "---" && !text.contains(':')).then(|| {
            let start = text.len() - text.trim_start().len();
            Slip {
                range: before.part(start..start + said.len()),
                message: Message::new("บรรทัดนี้ไม่มีชื่อช่อง", "this line has no field name"),
                help: Message::new(
                    "เขียนเป็น `ชื่อช่อง: ค่า` หรือถ้าเป็นข้อความต่อจากบรรทัดก่อน ให้ย่อหน้าเข้าไป",
                    "write it as `field: value`; if it goes on with the line before, indent it",
                ),
            }
        })
    })
}

/// `units:สำนักปลัด` or `-text: ก`: no space after the sign.
fn no_space(line: &Line<'_>) -> Option<Slip> {
    let text = line.text().trim_end();
    let indent = text.len() - text.trim_start().len();
    let rest = &text[indent..];
    let (start, sign, value) = match rest.strip_prefix('-') {
        Some(value) if value.starts_with(|char: char| char.is_alphabetic() || matches!(char, '"' | '\'')) => {
            (indent, "-", value)
        }
        _ => {
            let item = rest.trim_start_matches("- ");
            let (name, value) = item.split_once(':')?;
            let is_field = !name.is_empty()
                && name.chars().all(|char| char.is_ascii_lowercase() || matches!(char, '_' | '0'..='9'));
            // A web address is no field.
            if !is_field || value.is_empty() || value.starts_with([' ', '\t', '/']) {
                return None;
            }
            (text.len() - item.len(), &item[..=name.len()], value)
        }
    };
    Some(Slip {
        range: line.part(start..start + sign.len()),
        message: Message::new(format!("ไม่มีช่องว่างหลัง `{sign}`"), format!("there is no space after `{sign}`")),
        help: Message::new(format!("เขียนเป็น `{sign} {value}`"), format!("write `{sign} {value}`")),
    })
}

/// What the parser most often says.
fn thai(words: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 9] = [
        ("mapping values are not allowed", "มี `:` ในที่ที่มีไม่ได้"),
        ("quoted scalar", "เครื่องหมายคำพูดไม่ครบคู่"),
        ("unexpected character", "ค่าขึ้นต้นด้วยอักขระนี้ไม่ได้"),
        ("unknown anchor", "อ้างถึงชื่อแทนที่ไม่มี"),
        ("flow", "วงเล็บไม่ครบคู่"),
        ("bracket", "วงเล็บไม่ครบคู่"),
        ("':' indicator", "วงเล็บไม่ครบคู่"),
        ("indentation", "ย่อหน้าไม่ตรงกับช่องอื่น"),
        ("while parsing a block", "ย่อหน้าไม่ตรงกับช่องอื่น"),
    ];
    KNOWN.iter().find(|(said, _)| words.contains(said)).map(|(_, thai)| *thai)
}

/// What most often helps, by what the line looks like.
fn advice(line: &str) -> (&'static str, &'static str) {
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim());
    let quotes = |mark| line.matches(mark).count() % 2 == 1;
    if quotes('"') || quotes('\'') {
        ("ปิดเครื่องหมายคำพูดให้ครบคู่", "close the quotation mark")
    } else if value.contains(": ") {
        ("ข้อความที่มี `: ` อยู่ข้างใน ต้องใส่ไว้ในเครื่องหมายคำพูด \"…\"", "put text that holds `: ` in quotation marks")
    } else if value.starts_with(['@', '`', '%', '&', '*', '!', '|', '>', '[', '{', ']', '}', '#', ',', '"', '\'']) {
        (
            "ข้อความที่ขึ้นต้นด้วยเครื่องหมายพิเศษ ต้องใส่ไว้ในเครื่องหมายคำพูด \"…\"",
            "put text that begins with a special sign in quotation marks",
        )
    } else {
        (
            "ดูว่าย่อหน้าตรงกับช่องอื่น มีช่องว่างหลัง `:` และ `-` และปิดวงเล็บครบ",
            "see that it is indented like its neighbours, has a space after `:` and `-`, and that brackets are closed",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::node::{self, NoTree};

    /// What is said of YAML that cannot be read: the line, the marked words, the message in Thai.
    fn told(yaml: &str) -> (usize, String, String) {
        let text = format!("---\n{yaml}\n---\n");
        let source = Source::new("a.md".to_owned(), "a.md".to_owned(), text.clone(), 4..text.len() - 4, text.len());
        let (yaml, offset) = source.yaml();
        let Err(NoTree::Syntax(span, words)) = node::parse(yaml, offset) else { panic!("it can be read: {yaml}") };
        let Diagnostic { location, message, .. } = problem(&source, span, &words);
        let spot = location.spot();
        (spot.line, spot.text[spot.highlight.clone()].to_owned(), message.th.into_owned())
    }

    #[test]
    fn the_slip_is_shown_where_it_is() {
        for (yaml, line, marked, said) in [
            ("title: ก\nactions:\n\t- text: ข", 4, "\t", "มีแท็บ"),
            ("title: ก\nactions:\n  - text: ข\n\t  units: x", 5, "\t", "มีแท็บ"),
            ("number:\t1\ntitle: ก", 2, "\t", "มีแท็บ"),
            ("title: ก\nunits:สำนักปลัด\nnumber: 1", 3, "units:", "ไม่มีช่องว่างหลัง `units:`"),
            ("title: ก\nunits:สำนักปลัด", 3, "units:", "ไม่มีช่องว่างหลัง `units:`"),
            ("actions:\n  - text:ข\n    period: 2566", 3, "text:", "ไม่มีช่องว่างหลัง `text:`"),
            ("actions:\n  -text: ข\n  - text: ค", 3, "-", "ไม่มีช่องว่างหลัง `-`"),
            ("title: ก\nข้อความลอย", 3, "ข้อความลอย", "ไม่มีชื่อช่อง"),
            ("title: ก: ข", 2, ":", "มี `:`"),
            ("title: \"ก\nnumber: 1", 2, "\"", "คำพูดไม่ครบคู่"),
            ("title: ก\nunits: [ก, ข\nnumber: 1", 4, ":", "วงเล็บไม่ครบคู่"),
        ] {
            let found = told(yaml);
            assert!(found.0 == line && found.1 == marked && found.2.contains(said), "{yaml:?}: {found:?}");
        }
    }
}
