//! What a reader's browser needs to search a site by itself: with no server, and from a disk as well.
//!
//! Three kinds of files, each of which calls one function, so that a page can load them where it cannot fetch:
//!
//! * the *table* has every page that can be found, with its title, and is all that titles and codes need;
//! * *shards* say for every piece of two or three characters in which pages it stands;
//! * *texts* are what stands on the pages, to look whether longer words stand there, and to show where.
//!
//! It knows what can be read on a page, and nothing of HTML or disks. How text is compared ([`normal`], [`codes`]) is
//! told here and once more in `search-text.js`, by the same examples.

mod code;
mod document;
mod grams;
mod normal;
mod reading;
mod shards;
mod table;
mod texts;

pub use code::codes;
pub use document::{Document, Kind};
pub use normal::normal;

use crate::model::{PageKey, Site};
use crate::pages::Voice;
use grams::Grams;
use rayon::prelude::*;
use serde::Serialize;
use table::Table;

/// The folder of the files, within the site.
pub const FOLDER: &str = "search";
/// The function that every file calls.
const FUNCTION: &str = "prongsaiSearch";
/// How many documents are read at once: no more texts than this are in memory in their normal form.
const BATCH: usize = 512;

/// The files of a site's search.
#[derive(Debug)]
pub struct Index {
    table: Vec<u8>,
    shards: Vec<Vec<u8>>,
    texts: Vec<Vec<u8>>,
}

/// One of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every page that can be found.
    Table,
    /// Some of the pieces, and where they stand.
    Shard(usize),
    /// The texts of some pages.
    Texts(usize),
}

impl Part {
    /// Where it stands within the site.
    #[must_use]
    pub fn address(self) -> String {
        match self {
            Self::Table => format!("{FOLDER}/table.js"),
            Self::Shard(number) => format!("{FOLDER}/g{number}.js"),
            Self::Texts(number) => format!("{FOLDER}/t{number}.js"),
        }
    }
}

impl Index {
    /// The index of a site: every page is read once.
    #[must_use]
    pub fn new(site: &Site, voice: Voice<'_>) -> Self {
        let keys = document::keys(site);
        let mut table = Table::new(site);
        let mut grams = Grams::default();
        let mut mark = blake3::Hasher::new();
        let mut texts = Vec::with_capacity(keys.len());
        let read = |batch: &[PageKey]| {
            let each = batch.par_iter().map(|key| {
                let document = Document::new(site, voice, key)?;
                let text = document.text();
                let normal = normal::of_composed(&format!("{}\n{text}", document.title));
                Some((document, text, normal))
            });
            each.collect::<Vec<_>>()
        };
        let mut add = |batch: Vec<Option<(Document, String, String)>>| {
            for (document, text, normal) in batch.into_iter().flatten() {
                grams.add(&normal);
                mark.update(text.as_bytes());
                table.add(site, &document);
                texts.push(text);
            }
        };
        // While one batch is added, which only one thread can do, the others read the next.
        let last = keys.chunks(BATCH).fold(Vec::new(), |last, batch| rayon::join(|| add(last), || read(batch)).1);
        add(last);
        let ranges = texts::cut(&texts.iter().map(String::len).collect::<Vec<_>>());
        let shards = grams.into_shards();
        let table = json(&table.with(&ranges, &shards));
        // Files of another state of the site are not taken for one's own.
        let mark = mark.update(table.as_bytes()).finalize().to_hex()[..12].to_owned();
        let shards = shards.files.iter().enumerate();
        let ranges = ranges.into_iter().enumerate();
        Self {
            table: call("table", &mark, &table),
            shards: shards.map(|(at, shard)| call(&format!("g{at}"), &mark, &json(shard))).collect(),
            texts: ranges.map(|(at, range)| call(&format!("t{at}"), &mark, &json(&&texts[range]))).collect(),
        }
    }

    /// All of its files.
    pub fn parts(&self) -> impl Iterator<Item = Part> + use<> {
        let shards = (0..self.shards.len()).map(Part::Shard);
        std::iter::once(Part::Table).chain(shards).chain((0..self.texts.len()).map(Part::Texts))
    }

    /// The file at an address within the site.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<Part> {
        self.parts().find(|part| part.address() == address)
    }

    /// What is in a file; nothing where there is none of that number.
    #[must_use]
    pub fn bytes(&self, part: Part) -> &[u8] {
        let file = match part {
            Part::Table => Some(&self.table),
            Part::Shard(number) => self.shards.get(number),
            Part::Texts(number) => self.texts.get(number),
        };
        file.map(Vec::as_slice).unwrap_or_default()
    }
}

/// JSON, which is JavaScript as well.
fn json(data: &impl Serialize) -> String {
    // What is handed over is made of texts, numbers and lists, and those can always be written.
    serde_json::to_string(data).unwrap_or_default()
}

/// A file that hands `data` to the page that loads it.
fn call(name: &str, mark: &str, data: &str) -> Vec<u8> {
    format!("{FUNCTION}({name:?},{mark:?},{data});\n").into_bytes()
}
