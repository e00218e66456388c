//! How much the filters of a PDF's streams make of what they are given, found out without keeping it.

use super::Unreadable;
use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_interpret::hayro_syntax::Filter;
use std::borrow::Cow;
use std::io::Read;

/// Most bytes that one stream may unpack to: a large page scanned in colour, uncompressed.
pub const LARGEST_STREAM: u64 = 256 << 20;
/// Most filters that a stream goes through. Programs write one, or two where all must be printable.
const MOST_FILTERS: usize = 4;
/// How many bytes come of one at most, by the format of deflated data.
const MOST_OF_ONE: u64 = 1032;

/// How many bytes `data` unpacks to.
///
/// What is packed twice is refused: no program does it, and a few kilobytes become more than any memory holds.
/// Pictures in formats of their own are never unpacked, so they count nothing.
pub fn unpacked(data: &[u8], filters: &[Filter]) -> Result<u64, Unreadable> {
    if filters.len() > MOST_FILTERS || filters.iter().filter(|filter| packs(**filter)).count() > 1 {
        return Err(Unreadable::TooLarge);
    }
    let mut data = Cow::Borrowed(data);
    for filter in filters {
        match filter {
            Filter::AsciiHexDecode => data = Cow::Owned(hexadecimal(&data)),
            Filter::Ascii85Decode => data = Cow::Owned(base_85(&data)),
            Filter::FlateDecode => return within(flate(&data)),
            Filter::LzwDecode => return within(lzw(&data)),
            Filter::RunLengthDecode => return within(runs(&data)),
            Filter::Crypt => {}
            Filter::CcittFaxDecode | Filter::Jbig2Decode | Filter::DctDecode | Filter::JpxDecode => return Ok(0),
        }
        within(data.len() as u64)?;
    }
    Ok(data.len() as u64)
}

fn packs(filter: Filter) -> bool {
    matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
}

fn within(size: u64) -> Result<u64, Unreadable> {
    if size > LARGEST_STREAM { Err(Unreadable::TooLarge) } else { Ok(size) }
}

/// The size of what is deflated, or a little more than the limit. Of broken data the library takes what it can, in
/// its own way, so the worst is supposed of it.
fn flate(data: &[u8]) -> u64 {
    let zlib = count(ZlibDecoder::new(data));
    zlib.or_else(|_| count(DeflateDecoder::new(data))).unwrap_or(data.len() as u64 * MOST_OF_ONE)
}

fn count(decoder: impl Read) -> std::io::Result<u64> {
    let mut decoder = decoder.take(LARGEST_STREAM + 1);
    let mut chunk = vec![0; 64 << 10];
    let mut size = 0;
    loop {
        match decoder.read(&mut chunk) {
            Ok(0) => return Ok(size),
            Ok(count) => size += count as u64,
            // The end is missing: that is all there is.
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(size),
            Err(error) => return Err(error),
        }
    }
}

/// The size of what LZW makes: a word of the table is the one before it and a byte more.
fn lzw(data: &[u8]) -> u64 {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut bits = data.iter().flat_map(|byte| (0..8).rev().map(move |bit| usize::from(byte >> bit & 1)));
    let mut lengths: Vec<u64> = vec![1; 258];
    let mut last: Option<u64> = None;
    let mut size = 0;
    while size <= LARGEST_STREAM {
        // One program changes to wider codes a word early and another does not; that makes no difference to the bound.
        let width = match lengths.len() {
            ..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
        let mut code = 0;
        for _ in 0..width {
            let Some(bit) = bits.next() else { return size };
            code = code << 1 | bit;
        }
        match code {
            CLEAR => {
                lengths.truncate(258);
                last = None;
            }
            END => return size,
            _ => {
                let length = lengths.get(code).copied().or_else(|| last.map(|last| last + 1)).unwrap_or(1);
                if let Some(last) = last.filter(|_| lengths.len() < 4096) {
                    lengths.push(last + 1);
                }
                size += length;
                last = Some(length);
            }
        }
    }
    size
}

/// The size of what a run-length code makes.
fn runs(data: &[u8]) -> u64 {
    let mut rest = data;
    let mut size = 0;
    while let [length, after @ ..] = rest {
        let (made, taken) = match length {
            128 => break,
            0..128 => (usize::from(*length) + 1, usize::from(*length) + 1),
            129.. => (257 - usize::from(*length), 1),
        };
        size += made as u64;
        rest = after.get(taken..).unwrap_or_default();
    }
    size
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}

fn base_85(data: &[u8]) -> Vec<u8> {
    let mut made = Vec::new();
    let mut group: Vec<u32> = Vec::new();
    for byte in data.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' => made.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => {}
        }
        if group.len() == 5 {
            made.extend(word(&group).to_be_bytes());
            group.clear();
        }
    }
    if let count @ 2.. = group.len() {
        group.resize(5, 84);
        made.extend(word(&group).to_be_bytes().iter().take(count - 1));
    }
    made
}

fn word(group: &[u32]) -> u32 {
    group.iter().fold(0, |word: u32, digit| word.wrapping_mul(85).wrapping_add(*digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn flated(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(data).expect("written");
        encoder.finish().expect("packed")
    }

    #[test]
    fn every_filter_is_measured() {
        use Filter::{Ascii85Decode, AsciiHexDecode, DctDecode, FlateDecode, LzwDecode, RunLengthDecode};
        let flat = flated(&[7; 5000]);
        let hex = flat.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x} ")) + ">";
        assert_eq!(unpacked(&flat, &[FlateDecode]), Ok(5000));
        assert_eq!(unpacked(&flat[..flat.len() - 4], &[FlateDecode]), Ok(5000));
        assert_eq!(unpacked(hex.as_bytes(), &[AsciiHexDecode, FlateDecode]), Ok(5000));
        assert_eq!(unpacked(b"87cURD]j7BEbo80~>", &[Ascii85Decode]), Ok(12));
        assert_eq!(unpacked(&[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01], &[LzwDecode]), Ok(10));
        assert_eq!(unpacked(&[4, 10, 11, 12, 13, 14, 253, 3, 128, 9], &[RunLengthDecode]), Ok(9));
        assert_eq!(unpacked(b"raw", &[]), Ok(3));
        assert_eq!(unpacked(&flat, &[FlateDecode, DctDecode]), Ok(5000));
        assert_eq!(unpacked(&flat, &[DctDecode]), Ok(0));
    }

    #[test]
    fn what_would_fill_the_memory_is_too_large() {
        use Filter::{Ascii85Decode, FlateDecode, LzwDecode, RunLengthDecode};
        let too_large = Err(Unreadable::TooLarge);
        assert_eq!(unpacked(b"", &[FlateDecode, FlateDecode]), too_large);
        assert_eq!(unpacked(b"", &[LzwDecode, RunLengthDecode]), too_large);
        assert_eq!(unpacked(b"", &[Ascii85Decode; 5]), too_large);
        // Not deflated at all: the library would try all the same.
        assert_eq!(unpacked(&vec![0xff; 300 << 10], &[FlateDecode]), too_large);
        assert_eq!(unpacked(&vec![129; 5 << 20], &[RunLengthDecode]), too_large);
        // The first word, and then always the one that is made by saying it.
        let codes: Vec<u16> = std::iter::once(0).chain(258..4096).chain([256]).collect();
        let mut bits = Vec::new();
        for code in std::iter::repeat_n(&codes, 40).flatten() {
            let width = match code {
                0 | 257..511 => 9,
                511..1023 => 10,
                1023..2047 => 11,
                _ => 12,
            };
            bits.extend((0..width).rev().map(|bit| u8::from(code >> bit & 1 == 1)));
        }
        let packed: Vec<u8> = bits.chunks(8).map(|byte| byte.iter().fold(0, |all, bit| all << 1 | bit)).collect();
        assert_eq!(unpacked(&packed, &[LzwDecode]), too_large);
    }
}
