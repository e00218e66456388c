//! The zip packages in which Word, Excel and `OpenDocument` keep their parts, and the XML in those.

use super::Unreadable;
use super::plain::decode;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most bytes that all parts of one package may unpack to.
const MOST_UNPACKED: u64 = 128 << 20;
/// How deep elements of a file may stand in each other. Those of real ones stand a few dozen deep.
const DEEPEST: usize = 1000;
/// How the files of old Office, and locked ones of the new, begin.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// An open package.
pub struct Package {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    left: u64,
}

impl Package {
    /// Opens a package.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        if bytes.starts_with(COMPOUND_FILE) {
            let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
            return Err(if is_locked { Unreadable::Locked } else { Unreadable::OldFormat });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        Ok(Self { zip, left: MOST_UNPACKED })
    }

    /// Opens a package of `OpenDocument`, which is locked part by part.
    pub fn open_unlocked(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let mut package = Self::open(bytes)?;
        let is_locked =
            package.text("META-INF/manifest.xml").is_ok_and(|manifest| manifest.contains("encryption-data"));
        if is_locked { Err(Unreadable::Locked) } else { Ok(package) }
    }

    /// The names of its parts, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.zip.file_names().flatten().map(Cow::into_owned).collect();
        names.sort();
        names
    }

    /// A part as text.
    pub fn text(&mut self, name: &str) -> Result<String, Unreadable> {
        let mut bytes = Vec::new();
        let part = self.zip.by_name(name).map_err(|error| damaged(&error))?;
        unpack(part, &mut self.left, |chunk| bytes.extend_from_slice(chunk))?;
        // XML is in UTF-8 or, with its mark, in UTF-16.
        Ok(String::from_utf8(bytes).unwrap_or_else(|other| decode(other.as_bytes()).into_owned()))
    }

    /// The bytes of the package, once all its parts have been unpacked to see that they are no bomb.
    pub fn harmless(mut self) -> Result<Vec<u8>, Unreadable> {
        self.left = MOST_UNPACKED;
        for part in 0..self.zip.len() {
            let part = self.zip.by_index(part).map_err(|error| damaged(&error))?;
            unpack(part, &mut self.left, |_| {})?;
        }
        Ok(self.zip.into_inner().into_inner())
    }
}

/// Unpacks a part as long as no more than `left` bytes come of it, whatever size it claims.
fn unpack(mut part: impl Read, left: &mut u64, mut take: impl FnMut(&[u8])) -> Result<(), Unreadable> {
    let mut chunk = vec![0; 64 << 10];
    loop {
        let count = part.read(&mut chunk).map_err(|error| Unreadable::Damaged(error.to_string()))?;
        if count == 0 {
            return Ok(());
        }
        *left = left.checked_sub(count as u64).ok_or(Unreadable::TooLarge)?;
        take(&chunk[..count]);
    }
}

fn damaged(error: &ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Unreadable::Locked,
        other => Unreadable::Damaged(other.to_string()),
    }
}

/// What stands in XML, with entities put in and namespaces left off.
pub enum Xml<'a> {
    /// An element begins.
    Start(&'a str, &'a BytesStart<'a>),
    /// An element ends.
    End(&'a str),
    /// Text within an element.
    Text(&'a str),
}

/// Goes through `xml`, an element at a time; it is never held as a tree. One that ends with an element open is not
/// whole.
pub fn walk(xml: &str, mut see: impl FnMut(Xml<'_>) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth: usize = 0;
    loop {
        match reader.read_event().map_err(|error| Unreadable::Damaged(error.to_string()))? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Unreadable::TooLarge);
                }
                see(Xml::Start(start.local_name().into_inner(), &start))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                see(Xml::End(end.local_name().into_inner()))?;
            }
            Event::Text(text) => see(Xml::Text(&text.xml10_content()))?,
            Event::CData(text) => see(Xml::Text(&text.into_inner()))?,
            Event::GeneralRef(entity) => {
                let char = entity.resolve_char_ref().ok().flatten().map(String::from);
                let text = char.or_else(|| resolve_xml_entity(&entity).map(str::to_owned));
                see(Xml::Text(&text.unwrap_or_default()))?;
            }
            Event::Eof if depth > 0 => return Err(Unreadable::Damaged("its text breaks off".to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The value of an attribute, by its name without namespace.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    let found = all.with_checks(false).flatten().find(|one| one.key.local_name().into_inner() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned))
}

/// The files that a list of relations names, without their folders, by their keys.
pub fn relations(list: &str) -> Result<HashMap<String, String>, Unreadable> {
    let mut files = HashMap::new();
    walk(list, |event| {
        if let Xml::Start("Relationship", start) = event
            && let (Some(id), Some(target)) = (attribute(start, "Id"), attribute(start, "Target"))
        {
            files.insert(id, file_name(&target).to_owned());
        }
        Ok(())
    })?;
    Ok(files)
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
