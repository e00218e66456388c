//! What a reader's browser needs to search a site by itself: with no server, and from a disk as well.
//!
//! Three kinds of files, each of which calls one function, so that a page can load them where it cannot fetch:
//!
//! * the *table* has every page that can be found, with its title, and is all that titles and codes need;
//! * *shards* say for every piece of two or three characters in which pages it stands;
//! * *texts* are what stands on the pages, to look whether longer words stand there, and to show where.
//!
//! Every file has a mark, a number for what is in it, and the table has the marks of all: a page takes no file of another
//! state of the site for its own, and a file that nothing has changed in stays as it is. So the next build can go by what
//! the last one left ([`Last`]), and makes what a build from nothing makes.
//!
//! It knows what can be read on a page, and nothing of HTML or disks. How text is compared ([`normal`], [`codes`]) is
//! told here and once more in `search-text.js`, by the same examples.

mod code;
mod document;
mod file;
mod files;
mod grams;
mod last;
mod normal;
mod plan;
mod posting;
mod reading;
mod run;
mod shards;
mod shown;
mod table;
mod texts;
mod update;

pub use code::codes;
pub use document::{Document, Kind};
pub use last::Last;
pub use normal::normal;

use crate::model::Site;
use crate::pages::Voice;
use file::File;
use files::Files;
use plan::Plan;
use table::Table;

/// The folder of the files, within the site.
pub const FOLDER: &str = "search";

/// The files of a site's search.
#[derive(Debug)]
pub struct Index {
    table: File,
    files: Files,
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
    /// What the page that loads it calls it.
    fn name(self) -> String {
        match self {
            Self::Table => "table".to_owned(),
            Self::Shard(number) => format!("g{number}"),
            Self::Texts(number) => format!("t{number}"),
        }
    }

    /// Where it stands within the site.
    #[must_use]
    pub fn address(self) -> String {
        format!("{FOLDER}/{}.js", self.name())
    }
}

impl Index {
    /// The index of a site. After a last build only those pages are read that are made from something else now, and
    /// those whose texts are in one file with theirs; from nothing, every page is.
    #[must_use]
    pub fn new(site: &Site, voice: Voice<'_>, last: Option<&dyn Last>) -> Self {
        let plan = Plan::new(site, voice);
        let files = last.and_then(|last| update::update(&plan, last)).unwrap_or_else(|| Files::new(&plan));
        let mut table = Table::new(site);
        for (_, document) in &plan.documents {
            table.add(site, document);
        }
        Self { table: File::made(Part::Table, &table.with(&plan.texts, &files)), files }
    }

    /// All of its files.
    pub fn parts(&self) -> impl Iterator<Item = Part> + use<> {
        let shards = (0..self.files.shards.len()).map(Part::Shard);
        std::iter::once(Part::Table).chain(shards).chain((0..self.files.texts.len()).map(Part::Texts))
    }

    /// The file at an address within the site.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<Part> {
        self.parts().find(|part| part.address() == address)
    }

    /// What is in a file; `None` where there is none of that number, or it stays as the last build left it.
    #[must_use]
    pub fn bytes(&self, part: Part) -> Option<&[u8]> {
        let file = match part {
            Part::Table => Some(&self.table),
            Part::Shard(number) => self.files.shards.get(number),
            Part::Texts(number) => self.files.texts.get(number),
        };
        file?.bytes.as_deref()
    }
}
