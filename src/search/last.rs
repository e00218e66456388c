//! What the last build left of a search, read back from the files that stand published.

use super::file::File;
use super::plan::Plan;
use super::shards::{Digest, Shard};
use super::{Part, file};
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the last build left of a search.
pub trait Last: Sync {
    /// Whether the page at an address within the site is made from the same as it was then.
    fn has_page(&self, address: &str) -> bool;

    /// What a file of the search holds, if that is what was made then.
    fn file(&self, part: Part) -> Option<Vec<u8>>;
}

/// Of the table, what the next build goes by.
#[derive(Deserialize)]
struct Table {
    titles: String,
    addresses: String,
    texts: Vec<usize>,
    text_marks: String,
    shards: usize,
    shard_marks: String,
    digest: String,
}

/// A search as it was built last, of the same pages that it has now.
pub(super) struct Before<'l> {
    last: &'l dyn Last,
    /// The documents of every file of texts.
    texts: Vec<Range<usize>>,
    text_marks: String,
    shard_marks: String,
    /// By document.
    titles: Vec<String>,
    pub(super) digest: Digest,
}

impl<'l> Before<'l> {
    /// `None` where there was none, or it had other pages, or its pieces were spread over other files.
    pub(super) fn read(plan: &Plan<'_>, last: &'l dyn Last) -> Option<Self> {
        let Table { titles, addresses, texts, text_marks, shards, shard_marks, digest } =
            file::read(&last.file(Part::Table)?)?;
        let digest = Digest::read(digest);
        let pages = plan.documents.iter().map(|(_, document)| document.address.as_str());
        let is_same =
            pages.eq(addresses.lines()) && (shards, digest.places()) == (plan.layout.files, plan.layout.places);
        let ends = texts.iter().copied().skip(1).chain([plan.documents.len()]);
        let texts = texts.iter().zip(ends).map(|(from, to)| *from..to).collect();
        let titles = titles.split('\n').map(str::to_owned).collect();
        is_same.then_some(Self { last, texts, text_marks, shard_marks, titles, digest })
    }

    /// A file of texts as it stands, if it has these and none of them is made from something else now.
    pub(super) fn kept_texts(&self, number: usize, range: &Range<usize>, changed: &BTreeSet<usize>) -> Option<File> {
        let is_same = self.texts.get(number) == Some(range) && changed.range(range.clone()).next().is_none();
        is_same.then(|| self.kept(Part::Texts(number), mark(&self.text_marks, number)?)).flatten()
    }

    /// A file of pieces as it stands.
    pub(super) fn kept_shard(&self, number: usize) -> Option<File> {
        self.kept(Part::Shard(number), mark(&self.shard_marks, number)?)
    }

    fn kept(&self, part: Part, mark: &str) -> Option<File> {
        self.last.file(part).map(|_| File::kept(mark))
    }

    /// A file of pieces.
    pub(super) fn shard(&self, number: usize) -> Option<Shard> {
        file::read(&self.last.file(Part::Shard(number))?)
    }

    /// The titles and texts of documents.
    pub(super) fn documents(&self, wanted: &BTreeSet<usize>) -> Option<BTreeMap<usize, (&str, String)>> {
        let files = self.texts.par_iter().enumerate();
        let files = files.filter(|(_, range)| wanted.range((*range).clone()).next().is_some());
        let read = files.map(|(number, range)| {
            let texts: Vec<String> = file::read(&self.last.file(Part::Texts(number))?)?;
            let own = range.clone().zip(texts).filter(|(document, _)| wanted.contains(document));
            own.map(|(at, text)| Some((at, (self.titles.get(at)?.as_str(), text)))).collect::<Option<Vec<_>>>()
        });
        Some(read.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
    }
}

/// The mark of one file among those of all.
fn mark(all: &str, number: usize) -> Option<&str> {
    let from = number * file::MARK;
    all.get(from..from + file::MARK)
}
