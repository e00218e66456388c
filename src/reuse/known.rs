//! What the last build made, and from what.
//!
//! Without it everything is made again. Whether a published file is what was made is looked at where it stands.

use super::{Print, kept};
use crate::proof::Found;
use blake3::Hash;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Under which name it is [kept].
pub const BUILT: &str = "built";

/// A file of the site that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The number for all that it was made from.
    pub inputs: Print,
    /// What it held: the bytes of that.
    pub size: u64,
    /// The hash of them.
    pub hash: Hash,
    /// The ids and links that stand in it, where it is a page.
    pub page: Option<Arc<Found>>,
}

/// All that was made of one site, by address.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Known(BTreeMap<String, File>);

impl Known {
    /// What the last build of the project in `root` left, if the same `program` made it; nothing where there is nothing
    /// to be read.
    #[must_use]
    pub fn read(root: &Path, program: &str) -> Self {
        let form = serde_json::from_slice::<Form>(&kept::read(root, BUILT, program)).ok();
        form.and_then(Form::known).unwrap_or_default()
    }

    /// It as it is kept for the next build; `None` where it cannot be.
    #[must_use]
    pub fn kept(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(&Form::of(self)).ok()
    }

    /// The file at an address, where it was made from the same.
    #[must_use]
    pub fn made_from(&self, address: &str, inputs: Print) -> Option<&File> {
        self.0.get(address).filter(|file| file.inputs == inputs)
    }

    /// The file at an address, whatever it was made from.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<&File> {
        self.0.get(address)
    }

    /// All files whose addresses begin so.
    pub fn below<'k>(&'k self, start: &'k str) -> impl Iterator<Item = (&'k str, &'k File)> {
        let from = self.0.range(start.to_owned()..);
        from.take_while(move |(address, _)| address.starts_with(start)).map(|(address, file)| (address.as_str(), file))
    }

    /// Adds a file.
    pub fn insert(&mut self, address: &str, file: File) {
        self.0.insert(address.to_owned(), file);
    }
}

/// As it is written: links that stand on many pages are named once.
#[derive(Serialize, Deserialize)]
struct Form {
    links: Vec<String>,
    files: BTreeMap<String, Line>,
}

/// Inputs, size, hash, ids, places of links.
#[derive(Serialize, Deserialize)]
struct Line(String, u64, String, Option<(Vec<String>, Vec<usize>)>);

impl Form {
    fn of(known: &Known) -> Self {
        let mut links = Links::default();
        let mut files = BTreeMap::new();
        for (address, File { inputs, size, hash, page }) in &known.0 {
            let page = page
                .as_ref()
                .map(|found| (found.ids.clone(), found.links.iter().map(|link| links.place(link)).collect()));
            files.insert(address.clone(), Line(format!("{inputs:032x}"), *size, hash.to_hex().to_string(), page));
        }
        Self { links: links.all, files }
    }

    /// Nothing where any of it is not as it was written: a part that is not known would be taken for one that is gone.
    fn known(self) -> Option<Known> {
        let links: Vec<Arc<str>> = self.links.into_iter().map(Arc::from).collect();
        let file = |Line(inputs, size, hash, page)| {
            let page = match page {
                Some((ids, places)) => {
                    let own = places.into_iter().map(|place: usize| links.get(place).cloned()).collect::<Option<_>>();
                    Some(Arc::new(Found { ids, links: own? }))
                }
                None => None,
            };
            Some(File {
                inputs: Print::from_str_radix(&inputs, 16).ok()?,
                size,
                hash: Hash::from_hex(&hash).ok()?,
                page,
            })
        };
        let files = self.files.into_iter().map(|(address, line)| Some((address, file(line)?)));
        Some(Known(files.collect::<Option<_>>()?))
    }
}

/// Links, each once.
#[derive(Default)]
struct Links<'k> {
    all: Vec<String>,
    places: FxHashMap<&'k str, usize>,
}

impl<'k> Links<'k> {
    /// The place of a link among all.
    fn place(&mut self, link: &'k str) -> usize {
        *self.places.entry(link).or_insert_with(|| {
            self.all.push(link.to_owned());
            self.all.len() - 1
        })
    }
}
