//! What the streams of a PDF unpack to, measured before the library that reads them keeps all of it.

use super::Unreadable;
use super::filters::unpacked;
use hayro_interpret::hayro_syntax::object::{Array, Name, Object, Stream};
use hayro_interpret::hayro_syntax::{Filter, Pdf};

/// Most bytes that all streams of a file may unpack to. Pages scanned in colour take a few megabytes each.
const MOST_UNPACKED: u64 = 8 << 30;
/// The same of those that are no pictures: they are kept in memory as they are needed, pictures never.
const MOST_KEPT: u64 = 512 << 20;
/// Furthest that the dictionary of a stream is looked for before it, in bytes.
const LONGEST_HEAD: usize = 16 << 10;

/// Measures the streams as they stand in the file, before anything is understood of it: to find its objects, the
/// library unpacks some of them already. Encrypted ones can be measured only afterwards.
pub fn no_bomb(bytes: &[u8]) -> Result<(), Unreadable> {
    if find(bytes, b"/Encrypt").is_some() {
        return Ok(());
    }
    let mut size = Size::default();
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let (before, rest) = (&bytes[..at + found], &bytes[at + found + b"stream".len()..]);
        at = bytes.len() - rest.len();
        if before.ends_with(b"end") {
            continue;
        }
        let data = rest.strip_prefix(b"\r").unwrap_or(rest);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let names = names(head(before));
        let filters: Vec<Filter> = names.iter().filter_map(|name| filter(name)).collect();
        let has = |word: &[u8]| names.iter().any(|name| name == word);
        let end = if filters.is_empty() { 0 } else { find(data, b"endstream").unwrap_or(data.len()) };
        size.add(unpacked(&data[..end], &filters)?, has(b"Image") && !has(b"First"))?;
    }
    Ok(())
}

/// Measures the streams as the library understands them.
pub fn no_bomb_in(pdf: &Pdf) -> Result<(), Unreadable> {
    let mut size = Size::default();
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            let picture = stream.dict().get::<Name<'_>>(b"Subtype").is_some_and(|name| *name == *b"Image");
            size.add(of(&stream)?, picture)?;
        }
    }
    // The contents of a page are put together, however often the page names them.
    let mut contents = Size::default();
    for page in pdf.pages().iter() {
        let list = page.raw().get::<Array<'_>>(b"Contents");
        for stream in list.iter().flat_map(Array::iter::<Stream<'_>>) {
            contents.add(of(&stream)?, false)?;
        }
    }
    Ok(())
}

fn of(stream: &Stream<'_>) -> Result<u64, Unreadable> {
    unpacked(&stream.raw_data(), &stream.filters())
}

/// What has been measured so far.
#[derive(Default)]
struct Size {
    all: u64,
    kept: u64,
}

impl Size {
    fn add(&mut self, size: u64, picture: bool) -> Result<(), Unreadable> {
        self.all += size;
        self.kept += if picture { 0 } else { size };
        if self.all > MOST_UNPACKED || self.kept > MOST_KEPT { Err(Unreadable::TooLarge) } else { Ok(()) }
    }
}

/// The end of `before` that belongs to the object which goes on after it.
fn head(before: &[u8]) -> &[u8] {
    let near = &before[before.len().saturating_sub(LONGEST_HEAD)..];
    let start = near.windows(3).rposition(|word| word == b"obj");
    &near[start.unwrap_or_default()..]
}

/// The names in a dictionary, any character of which may be written as `#` and its number.
fn names(head: &[u8]) -> Vec<Vec<u8>> {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\0/[]<>()%".contains(byte);
    let words = head.split(|byte| *byte == b'/').skip(1).map(|word| word.split(ends).next().unwrap_or_default());
    words.map(plain).collect()
}

fn plain(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut rest = name;
    while let [byte, after @ ..] = rest {
        let code = after.get(..2).filter(|_| *byte == b'#').and_then(|code| std::str::from_utf8(code).ok());
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        plain.push(code.unwrap_or(*byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    plain
}

fn filter(name: &[u8]) -> Option<Filter> {
    Some(match name {
        b"ASCIIHexDecode" | b"AHx" => Filter::AsciiHexDecode,
        b"ASCII85Decode" | b"A85" => Filter::Ascii85Decode,
        b"LZWDecode" | b"LZW" => Filter::LzwDecode,
        b"FlateDecode" | b"Fl" => Filter::FlateDecode,
        b"RunLengthDecode" | b"RL" => Filter::RunLengthDecode,
        b"CCITTFaxDecode" | b"CCF" => Filter::CcittFaxDecode,
        b"JBIG2Decode" => Filter::Jbig2Decode,
        b"DCTDecode" | b"DCT" => Filter::DctDecode,
        b"JPXDecode" => Filter::JpxDecode,
        _ => return None,
    })
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_known_however_they_are_written() {
        let of = |text: &[u8]| names(head(text)).iter().filter_map(|name| filter(name)).collect::<Vec<_>>();
        assert_eq!(of(b"/LZWDecode 1 0 obj <</Filter/FlateDecode/Length 3>>\n"), [Filter::FlateDecode]);
        assert_eq!(of(b"obj <</Filter[/A85 /F#6cateDecode]>>"), [Filter::Ascii85Decode, Filter::FlateDecode]);
        assert_eq!(of(b"obj <</Filter#/Fl#4>>"), []);
    }
}
