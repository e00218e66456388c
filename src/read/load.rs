//! One file into one typed record.

use super::front_matter::{self, NoFrontMatter};
use super::node::{self, DEEPEST, NoTree};
use super::text::{NoText, SAVE_AS, Text, without_mark};
use super::{Entry, Source, shape, syntax};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::system::why;
use memchr::{memchr_iter, memchr2_iter};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// Largest record file, in bytes: a year's longest narrative takes a hundredth of it.
const LARGEST_FILE: u64 = 4 << 20;
/// Largest front matter, in bytes.
const LARGEST_YAML: usize = 512 << 10;

/// How a file carries its YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The whole file is YAML.
    Yaml,
    /// Markdown with YAML front matter.
    Record,
    /// Markdown whose front matter may be left out.
    Page,
}

/// Reads the record at `path`, which is called `name` when speaking to the person, and `within` in its site.
pub fn load<T: DeserializeOwned + JsonSchema>(
    path: &Path,
    name: &str,
    within: &str,
    form: Form,
    problems: &mut Diagnostics,
) -> Option<Entry<T>> {
    let Text { text, returns } = text(path, name, problems)?;
    let (yaml, body) = match form {
        Form::Yaml => (whole(&text), text.len()),
        Form::Record | Form::Page => match front_matter::split(&text) {
            Ok(parts) => (parts.yaml, parts.body),
            Err(NoFrontMatter::Missing) if form == Form::Page => (0..0, whole(&text).start),
            Err(fault) => {
                problems.push(no_front_matter(&fault, name, &text));
                return None;
            }
        },
    };
    let source = Source::new(name.to_owned(), within.to_owned(), text, yaml, body).saved(returns);
    let record = record(&source, problems);
    Some(Entry { source: Arc::new(source), record })
}

/// Reads YAML that is in memory already, from the file that is called `name` when speaking to the person.
pub fn yaml<T: DeserializeOwned + JsonSchema>(
    bytes: &[u8],
    name: &str,
    problems: &mut Diagnostics,
) -> Option<Entry<T>> {
    let Text { text, returns } = Text::of(bytes, name).map_err(|fault| problems.push(not_utf8(*fault))).ok()?;
    let (yaml, body) = (whole(&text), text.len());
    let source = Source::new(name.to_owned(), name.to_owned(), text, yaml, body).saved(returns);
    let record = record(&source, problems);
    Some(Entry { source: Arc::new(source), record })
}

/// A file that is YAML throughout, but for the mark with which some editors begin one.
fn whole(text: &str) -> Range<usize> {
    text.len() - without_mark(text).len()..text.len()
}

fn text(path: &Path, name: &str, problems: &mut Diagnostics) -> Option<Text> {
    let mut refuse = |rule, message: Message, help: Message| {
        problems.push(Diagnostic::new(rule, Location::file(name), message).help(help.th, help.en));
    };
    let bytes = match std::fs::metadata(path)
        .and_then(|meta| if meta.len() > LARGEST_FILE { Ok(None) } else { std::fs::read(path).map(Some) })
    {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            let limit = LARGEST_FILE >> 20;
            refuse(
                &rules::TOO_LARGE,
                Message::new(format!("แฟ้มใหญ่เกิน {limit} MB"), format!("the file is larger than {limit} MB")),
                Message::new("แฟ้มหลักฐานให้วางไว้ในโฟลเดอร์ files", "evidence belongs in the folder files"),
            );
            return None;
        }
        Err(error) => {
            let why = why(&error);
            refuse(
                &rules::UNREADABLE,
                Message::new(format!("อ่านแฟ้มไม่ได้: {}", why.th), format!("cannot read the file: {}", why.en)),
                Message::new("ตรวจสิทธิ์การอ่านแฟ้มนี้", "see to the permission to read it"),
            );
            return None;
        }
    };
    Text::of(&bytes, name).map_err(|fault| problems.push(not_utf8(*fault))).ok()
}

fn not_utf8(fault: NoText) -> Diagnostic {
    let (th, en) = SAVE_AS;
    Diagnostic::new(&rules::NOT_UTF8, fault.place, fault.message).help(th, en)
}

fn no_front_matter(fault: &NoFrontMatter, name: &str, text: &str) -> Diagnostic {
    match fault {
        NoFrontMatter::Missing => Diagnostic::new(
            &rules::FRONT_MATTER,
            Location::in_text(name, text, 0..0),
            Message::new(
                "แฟ้มต้องขึ้นต้นด้วยบรรทัด `---` แล้วตามด้วยช่องข้อมูล",
                "the file must begin with a `---` line and its fields",
            ),
        )
        .help(
            "ใส่ `---` ไว้ก่อนและหลังช่องข้อมูล เช่น `title: …`",
            "put `---` lines before and after the fields, such as `title: …`",
        ),
        NoFrontMatter::Unfinished => Diagnostic::new(
            &rules::FRONT_MATTER,
            Location::in_text(name, text, 0..3),
            Message::new("ไม่พบบรรทัด `---` ที่ปิดช่องข้อมูล", "the `---` line that ends the fields is missing"),
        )
        .help("เพิ่มบรรทัด `---` ต่อท้ายช่องสุดท้าย", "add a `---` line after the last field"),
    }
}

/// The record of a source. Sound YAML that fits is read straight through; otherwise it is gone through with
/// places, everything wrong is reported, and the rest is read.
pub fn record<T: DeserializeOwned + JsonSchema>(source: &Source, problems: &mut Diagnostics) -> Option<T> {
    let (yaml, offset) = source.yaml();
    if yaml.len() > LARGEST_YAML {
        problems.push(
            Diagnostic::new(
                &rules::TOO_LARGE,
                source.at_bytes(offset..offset),
                Message::new("ช่องข้อมูลยาวเกินไป", "the fields are too long"),
            )
            .help("ย้ายข้อความยาวไปไว้ในเนื้อหาใต้บรรทัด `---`", "move long text to the body below the `---` line"),
        );
        return None;
    }
    // libyaml takes quadratic time over deep nesting, so depth is looked at first.
    // It also follows aliases, which make a small file a large site: those are seen only by parsing.
    if !suspiciously_deep(yaml)
        && !maybe_aliased(yaml)
        && let Ok(record) = serde_yaml::from_str(if yaml.trim().is_empty() { "{}" } else { yaml })
    {
        return Some(record);
    }
    let tree = match node::parse(yaml, offset) {
        Ok(tree) => tree,
        Err(fault) => {
            problems.push(no_tree(fault, source));
            return None;
        }
    };
    let schema = schemars::schema_for!(T).to_value();
    let before = problems.errors();
    let (value, fitting) = shape::fit(&tree, &schema, source, problems);
    source.set_tree(fitting);
    match serde_yaml::from_value(value) {
        Ok(record) => Some(record),
        Err(error) if problems.errors() == before => {
            let message =
                Message::new(format!("อ่านช่องข้อมูลไม่ได้: {error}"), format!("the fields cannot be read: {error}"));
            problems.push(Diagnostic::new(&rules::WRONG_VALUE, source.at(&[]), message).help(
                "ดูรายการช่องและตัวอย่างด้วย prongsai schema --reference",
                "see the fields and their examples: prongsai schema --reference",
            ));
            None
        }
        Err(_) => None,
    }
}

/// Whether there may be an alias, `*name`, seen without parsing. A text with a star in it is none, which is harmless
/// here too.
fn maybe_aliased(yaml: &str) -> bool {
    yaml.split('*').skip(1).any(|name| name.starts_with(|char: char| !char.is_whitespace()))
}

/// Whether brackets or list dashes are nested beyond anything a record needs, seen without parsing. Brackets
/// inside texts count too, which is harmless: the slower way comes to the right answer.
fn suspiciously_deep(yaml: &str) -> bool {
    has_many_brackets(yaml.as_bytes()) || has_many_dashes(yaml.as_bytes())
}

fn has_many_brackets(yaml: &[u8]) -> bool {
    // There are seldom as many in a whole record.
    if memchr2_iter(b'[', b'{', yaml).count() <= DEEPEST {
        return false;
    }
    let mut depth = 0_usize;
    yaml.iter().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// Whether there are too many with nothing else than spaces and brackets between them.
fn has_many_dashes(yaml: &[u8]) -> bool {
    let mut dashes = 0_usize;
    let mut after = 0;
    memchr_iter(b'-', yaml).any(|at| {
        let is_next = yaml[after..at].iter().all(|byte| matches!(byte, b' ' | b'[' | b']' | b'{' | b'}'));
        dashes = if is_next { dashes + 1 } else { 1 };
        after = at + 1;
        dashes > DEEPEST
    })
}

fn no_tree(fault: NoTree, source: &Source) -> Diagnostic {
    match fault {
        NoTree::TooDeep(span) => Diagnostic::new(
            &rules::YAML_TOO_DEEP,
            source.at_bytes(span.start..span.start + 1),
            Message::new(
                format!("ข้อมูลซ้อนกันลึกเกิน {DEEPEST} ชั้น"),
                format!("values are nested deeper than {DEEPEST} levels"),
            ),
        )
        .help(
            "ดูตัวอย่างของช่องนี้ด้วย prongsai schema --reference",
            "see how this field is written: prongsai schema --reference",
        ),
        NoTree::Syntax(span, words) => syntax::problem(source, span, &words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{AssessmentRecord, MeasureRecord};
    use proptest::prelude::*;

    fn read<T: DeserializeOwned + JsonSchema>(yaml: &str) -> (Option<T>, Diagnostics) {
        let mut problems = Diagnostics::default();
        let source = Source::new("a.md".to_owned(), "a.md".to_owned(), yaml.to_owned(), 0..yaml.len(), yaml.len());
        (record(&source, &mut problems), problems)
    }

    /// The same byte by byte.
    fn plainly_deep(yaml: &str) -> bool {
        let (mut depth, mut dashes) = (0_usize, 0_usize);
        yaml.bytes().any(|byte| {
            match byte {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                b'-' => dashes += 1,
                b' ' => {}
                _ => dashes = 0,
            }
            depth > DEEPEST || dashes > DEEPEST
        })
    }

    /// Pieces of which both sound and broken records are made.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "title: ก\n",
            "actions:\n",
            "  - text: ข\n",
            "    results:\n",
            "      - ",
            "text: ค",
            "date: ๑๐ ก.พ. ๖๕",
            "units: ",
            "[ก, ข]",
            "{ ",
            "}",
            "[",
            "]",
            ": ",
            "- ",
            "\n",
            "  ",
            "\t",
            "\"",
            "'",
            "&a ",
            "*a",
            "|\n",
            ">-\n",
            "#",
            "? ",
            "!!str ",
            "~",
            "๑",
            "1.5",
            "true",
            "%",
            "---\n",
            "\u{0}",
            "\u{feff}",
            "indicators: { 1: 90 }\n",
            "questions:\n",
        ]);
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn what_is_left_out_is_reported_and_the_rest_is_read() {
        let (record, problems) =
            read::<MeasureRecord>("title: ก\nnumber: ๔\nunit: x\nactions:\n  - txt: ข\n  - text: ค\nparts: 1.50\n");
        let record = record.expect("the title is there");
        assert_eq!(record.number.map(|number| number.0), Some(4));
        // An action without its text is reported, and so is none.
        assert_eq!(problems.errors(), 3);
        assert_eq!(&record.parts[..], ["1.50"], "a text that looks like a number stays as it is written");
    }

    proptest! {
        #[test]
        fn no_yaml_panics_and_what_is_not_read_is_reported(yaml in pieces()) {
            let (measure, problems) = read::<MeasureRecord>(&yaml);
            prop_assert!(measure.is_some() || problems.errors() > 0);
            let (assessment, problems) = read::<AssessmentRecord>(&yaml);
            prop_assert!(assessment.is_some() || problems.errors() > 0);
        }

        #[test]
        fn depth_is_seen_as_byte_by_byte(pieces in prop::collection::vec(("[-{}ก \n\\[\\]]{0,3}", 1..80_usize), 0..8)) {
            let yaml: String = pieces.iter().map(|(piece, times)| piece.repeat(*times)).collect();
            prop_assert_eq!(suspiciously_deep(&yaml), plainly_deep(&yaml));
        }

        #[test]
        fn no_text_panics(yaml in "\\PC{0,80}") {
            let (measure, problems) = read::<MeasureRecord>(&yaml);
            prop_assert!(measure.is_some() || problems.errors() > 0);
        }
    }
}
