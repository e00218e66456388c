//! What is personal in a record as it is published, where its file has the same in other signs: figures in bold, signs
//! written by their number, values over several lines.

use crate::model::MARKDOWN;
use crate::personal::{Digits, Found, Glance, Kind, digits, find, is_digit, mask};
use crate::read::Source;
use pulldown_cmark::{Event, Parser, TagEnd};
use std::collections::HashSet;
use std::ops::Range;

/// A stretch of a record in which something can be read that does not stand there as it is.
pub struct Stretch {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What it is, and how it is read.
    pub read: Vec<(Kind, String)>,
}

/// Whether there is surely nothing personal in a text, as it stands or as what its marks make of it: seen at little
/// cost, since most have nothing.
pub fn is_surely_clean(text: &str) -> bool {
    if may_take_letters(text.as_bytes()) {
        return false;
    }
    let mut figures = Digits::default();
    let mut pieces = text.split(']');
    figures.read(pieces.next().unwrap_or_default());
    for piece in pieces {
        // Of a link, its address is not read.
        let Some(link) = piece.strip_prefix('(') else {
            figures.read(piece);
            continue;
        };
        let Some((address, after)) = link.split_once(')') else { return false };
        if !address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'(' | b'"' | b'\'' | b'>')) {
            return false;
        }
        figures.read_or_skip(address);
        figures.read(after);
    }
    // No address has a Thai letter.
    !Glance::with(text, figures).may_have_any()
}

/// How many bytes are looked at in one go.
const AT_ONCE: usize = 64;

/// Whether any two bytes [take letters](takes_letters). Few do, or look as if they did.
fn may_take_letters(bytes: &[u8]) -> bool {
    let begins = |byte: u8| matches!(byte, b'\\' | b'<' | b'&' | b']' | b'[' | b'`' | b'~');
    let mut from = 0;
    bytes.chunks(AT_ONCE).any(|chunk| {
        let start = from;
        from += chunk.len();
        // Without a way out, so that many bytes are compared at once.
        chunk.iter().fold(false, |found, byte| found | begins(*byte))
            && (start..from).any(|at| begins(bytes[at]) && takes_letters((bytes[at], *bytes.get(at + 1).unwrap_or(&0))))
    })
}

/// Whether two bytes may begin what takes letters out of a text that is read, or puts others in: signs written by their
/// number, HTML, code with its language, notes, boxes to tick, links whose address stands elsewhere.
fn takes_letters(pair: (u8, u8)) -> bool {
    matches!(
        pair,
        (b'\\' | b'<' | b'&', _) | (b']', b':' | b'[') | (b'[', b'^' | b'x' | b'X') | (b'`', b'`') | (b'~', b'~')
    )
}

/// Everything of that kind in a record, in order, but for what was `known` from its file as it stands.
pub fn find_in(source: &Source, known: &[Found]) -> Vec<Stretch> {
    let mut all = in_values(source, known);
    all.extend(in_body(source, known));
    all.sort_by_key(|one| one.range.start);
    // A number of one stretch may end where that of the next begins.
    all.into_iter().fold(Vec::new(), |mut apart: Vec<Stretch>, next| {
        match apart.last_mut() {
            Some(last) if next.range.start < last.range.end => {
                last.range.end = last.range.end.max(next.range.end);
                last.read.extend(next.read);
            }
            _ => apart.push(next),
        }
        apart
    })
}

/// The file of a record with what is personal in it masked, and the bytes of each stretch there. Of a stretch no
/// figure stays.
pub fn masked(source: &Source, known: &[Found], stretches: &[Stretch]) -> (String, Vec<Range<usize>>) {
    let mut hidden: Vec<(Found, bool)> = Vec::new();
    let whole = stretches.iter().map(|one| (Found { kind: Kind::HomeAddress, range: one.range.clone() }, true));
    let mut all: Vec<(Found, bool)> = known.iter().cloned().map(|found| (found, false)).chain(whole).collect();
    all.sort_by_key(|(found, _)| found.range.start);
    for (next, is_stretch) in all {
        match hidden.last_mut() {
            Some((last, is_whole)) if next.range.start < last.range.end => {
                *last = Found { kind: Kind::HomeAddress, range: last.range.start..last.range.end.max(next.range.end) };
                *is_whole |= is_stretch;
            }
            _ => hidden.push((next, is_stretch)),
        }
    }
    let (found, is_stretch): (Vec<Found>, Vec<bool>) = hidden.into_iter().unzip();
    let masked = mask(source.text(), &found);
    let own = masked.ranges.into_iter().zip(is_stretch).filter_map(|(range, is_stretch)| is_stretch.then_some(range));
    (masked.text, own.collect())
}

/// Values of the front matter that mean another text than is written.
fn in_values(source: &Source, known: &[Found]) -> Vec<Stretch> {
    let (yaml, _) = source.yaml();
    // What may be read otherwise than it stands there has a sign for another, or goes on in the next line.
    let goes_on =
        |pair: (&str, &str)| pair.0.trim_end().ends_with(is_figure) && pair.1.trim_start().starts_with(is_figure);
    if !yaml.contains('\\')
        && (!Glance::of(yaml).may_have_any() || !yaml.lines().zip(yaml.lines().skip(1)).any(goes_on))
    {
        return Vec::new();
    }
    let other =
        source.texts().into_iter().filter(|(text, range)| source.text().get(range.clone()) != Some(text.as_str()));
    let stretches = other.map(|(text, range)| {
        let numbers: HashSet<(Kind, String)> =
            within(known, &range).map(|found| (found.kind, digits(&source.text()[found.range.clone()]))).collect();
        let found = find(&text).into_iter().map(|found| (found.kind, text[found.range].to_owned()));
        Stretch { read: found.filter(|(kind, text)| !numbers.contains(&(*kind, digits(text)))).collect(), range }
    });
    stretches.filter(|one| !one.read.is_empty()).collect()
}

/// The body, as it is read on the page.
fn in_body(source: &Source, known: &[Found]) -> Vec<Stretch> {
    if is_surely_clean(source.body()) || !may_read_otherwise(source.body()) {
        return Vec::new();
    }
    let body = Rendered::of(source.body());
    let found = find(&body.text).into_iter().map(|found| {
        let range = body.original(&found.range, source.body());
        let range = range.start + source.body_start()..range.end + source.body_start();
        Stretch { range, read: vec![(found.kind, body.text[found.range].to_owned())] }
    });
    let is_new = |one: &Stretch| {
        let is_id = one.read.iter().any(|(kind, _)| *kind == Kind::IdNumber);
        within(known, &one.range).all(|found| is_id && found.kind != Kind::IdNumber)
    };
    found.filter(is_new).collect()
}

/// Whether a mark of Markdown stands beside a figure: without one, a number is read as it is written.
fn may_read_otherwise(body: &str) -> bool {
    let is_mark = |char: char| {
        matches!(char, '*' | '_' | '~' | '`' | '&' | ';' | '\\' | '<' | '>' | '[' | ']' | '(' | ')' | '|' | '!')
    };
    let mut before = ' ';
    body.chars().any(|char| {
        let beside = is_mark(before) && is_figure(char) || is_figure(before) && is_mark(char);
        before = char;
        beside
    })
}

/// Whether a character may be a part of a number, or join two.
fn is_figure(char: char) -> bool {
    matches!(char, '-' | '–' | '.' | '/' | '·' | ',') || is_digit(char)
}

/// Those of the finds, which are in order, that share bytes with a range.
fn within<'f>(known: &'f [Found], range: &Range<usize>) -> impl Iterator<Item = &'f Found> {
    let first = known.partition_point(|found| found.range.end <= range.start);
    let end = range.end;
    known[first..].iter().take_while(move |found| found.range.start < end)
}

/// The text of a Markdown body without its marks.
#[derive(Default)]
struct Rendered {
    text: String,
    /// Where each piece begins, and the bytes of the body that it comes from.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Rendered {
    fn of(body: &str) -> Self {
        let mut rendered = Self::default();
        for (event, range) in Parser::new_ext(body, MARKDOWN).into_offset_iter() {
            match event {
                Event::Text(text) | Event::Code(text) => {
                    rendered.pieces.push((rendered.text.len(), range));
                    rendered.text.push_str(&text);
                }
                Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => rendered.text.push('\n'),
                Event::SoftBreak | Event::HardBreak => rendered.text.push('\n'),
                Event::FootnoteReference(_) => rendered.text.push(' '),
                Event::End(TagEnd::TableCell) => rendered.text.push('\t'),
                Event::End(
                    TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image,
                ) => {}
                Event::End(_) => rendered.text.push_str("\n\n"),
                // No other HTML is published; what stands between two tags is read as if they were not there.
                _ => {}
            }
        }
        rendered
    }

    /// The bytes of the body for those of the text.
    fn original(&self, range: &Range<usize>, body: &str) -> Range<usize> {
        let piece = |byte: usize| {
            let (start, from) =
                self.pieces.get(self.pieces.partition_point(|(start, _)| *start <= byte).checked_sub(1)?)?;
            Some((byte - start, from))
        };
        let (Some((skipped, first)), Some((taken, last))) = (piece(range.start), piece(range.end - 1)) else {
            return 0..0;
        };
        // A piece that stands in the body as it is, is cut where the find begins and ends.
        let start = first.start + skipped;
        let start = if body.get(start..first.end).is_some_and(|rest| self.text[range.start..].starts_with(rest)) {
            start
        } else {
            first.start
        };
        let end = last.start + taken + 1;
        let as_it_is = body.get(last.start..end).is_some_and(|read| self.text[..range.end].ends_with(read));
        start..if as_it_is { end } else { last.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is personal.
    const THINGS: [&str; 5] =
        ["0812345678", "081-234-5678", "1234567890121", "บ้านเลขที่ 12 หมู่ 4 ตำบลดอน", "นาง ก ที่อยู่ 9 หมู่ 4 ต.ดอน"];
    /// What may be left out where a body is read, or part what stands around it.
    const MARKS: [&str; 34] = [
        "**",
        "*",
        "_",
        "~~",
        "`",
        "[",
        "](a.md)",
        "[](a.md)",
        "[5](a.md)",
        "](a 'b')",
        "](12345)",
        "[^a]",
        "[a]",
        "[b][a]",
        "<br>",
        "<b>",
        "<!-- a -->",
        "&ndash;",
        "&#48;",
        "\\",
        "\n",
        "\n  ",
        "\n  - ",
        "\n  - [x] ",
        "\n  1. ",
        "\n  > ",
        "\n  ```x\n  ",
        "\n  ~~~x\n  ",
        " | ",
        "\n\n",
        " ",
        "-",
        "ก",
        "a",
    ];
    /// The same for a field.
    const SIGNS: [&str; 14] =
        ["\"", "'", "''", "\\", "\\u0030", "\\\n", "\n", "\n  ", "\n    ", "# a\n", ": ", " ", "-", "a"];

    /// Texts with something personal in them, signs among its characters.
    fn texts(before: &'static [&str], signs: &'static [&str], after: &'static str) -> impl Strategy<Value = String> {
        let put = (any::<prop::sample::Index>(), prop::sample::select(signs));
        let put = prop::collection::vec(put, 0..4);
        (prop::sample::select(before), prop::sample::select(&THINGS[..]), put).prop_map(move |(before, thing, put)| {
            let marked = put.into_iter().fold(thing.to_owned(), |mut text, (at, sign)| {
                text.insert_str(text.floor_char_boundary(at.index(text.len() + 1)), sign);
                text
            });
            format!("{before}{marked}{after}")
        })
    }

    fn bodies() -> impl Strategy<Value = String> {
        prop_oneof![
            texts(&["", "- ", "> ", "# ", "| "], &MARKS, ""),
            texts(&["", "- "], &MARKS, "\n\n[a]: b\n[^a]: b\n"),
        ]
    }

    fn fields() -> impl Strategy<Value = String> {
        texts(&["a: ", "a: \"", "a: '", "a: |\n  ", "a: >-\n  ", "- "], &SIGNS, "\n")
    }

    fn hold(source: &Source) -> Result<(), TestCaseError> {
        if is_surely_clean(source.text()) {
            prop_assert_eq!(find(source.text()), [], "{}", source.text());
            prop_assert_eq!(find(&Rendered::of(source.body()).text), [], "{}", source.body());
            for (text, _) in source.texts() {
                prop_assert_eq!(find(&text), [], "{} of {}", text, source.text());
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn what_is_surely_clean_has_nothing_as_it_is_read(body in bodies(), yaml in fields()) {
            hold(&Source::for_test(&body))?;
            hold(&Source::of_yaml(&yaml))?;
        }
    }

    #[test]
    fn most_records_are_seen_to_be_clean_at_once() {
        for text in [
            "| ลำดับ | ผล |\n| --- | --- |\n| ๑ | อย่าง**ต่อเนื่อง** |\n",
            "ดู [มาตรการที่ ๑๒๓๔](m01234.md) และ [มาตรการที่ ๑๒๓๕](m01235.md)",
            "- date: 2566-06-27\n  text: \"ประชุม\"\n- date: 2566-07-24\n",
        ] {
            assert!(is_surely_clean(text), "{text}");
        }
        for text in ["081**234**5678", "08[12](a.md)345[6](b.md)78", "บ้าน*เลข*ที่ 12", "08&#49;"] {
            assert!(!is_surely_clean(text), "{text}");
        }
    }
}
