//! The table of all pages that can be found, by columns: alike stands beside alike, which packs well.

use super::document::Document;
use super::file::File;
use super::files::Files;
use crate::model::{Site, Status};
use serde::Serialize;
use std::ops::Range;

/// The table as it is handed to the page.
#[derive(Debug, Serialize)]
pub(super) struct Table<'s> {
    /// The ids of the units.
    units: Vec<&'s str>,
    /// A letter each.
    kinds: String,
    /// The place of its status in the order of statuses, or `-`.
    statuses: String,
    /// 0 where a page is of no year.
    years: Vec<u16>,
    /// A line each.
    titles: String,
    /// A line each, unescaped.
    addresses: String,
    /// The places of the units in `units`.
    of_units: Vec<Vec<usize>>,
    /// The ids of statuses.
    status_ids: [&'static str; Status::ALL.len()],
    /// The first page of every file of texts.
    texts: Vec<usize>,
    /// The marks of these files, one after the other.
    text_marks: String,
    /// How many files of pieces there are.
    shards: usize,
    /// The marks of these files, one after the other.
    shard_marks: String,
    /// How frequent pieces are.
    digest: String,
}

impl<'s> Table<'s> {
    /// A table without a page.
    pub(super) fn new(site: &'s Site) -> Self {
        Self {
            units: site.unit_ids().map(|unit| site.unit(unit).id.as_str()).collect(),
            kinds: String::new(),
            statuses: String::new(),
            years: Vec::new(),
            titles: String::new(),
            addresses: String::new(),
            of_units: Vec::new(),
            status_ids: Status::ALL.map(Status::id),
            texts: Vec::new(),
            text_marks: String::new(),
            shards: 0,
            shard_marks: String::new(),
            digest: String::new(),
        }
    }

    /// Adds a page.
    pub(super) fn add(&mut self, site: &Site, document: &Document) {
        if !self.years.is_empty() {
            self.titles.push('\n');
            self.addresses.push('\n');
        }
        self.titles.push_str(&document.title);
        self.addresses.push_str(&document.address);
        self.kinds.push(document.kind.letter());
        let place = |status| {
            Status::ALL
                .iter()
                .position(|one| *one == status)
                .and_then(|place| char::from_digit(u32::try_from(place).ok()?, 10))
        };
        self.statuses.push(document.status.and_then(place).unwrap_or('-'));
        self.years.push(document.year.unwrap_or_default());
        let places = document.units.iter().filter_map(|unit| site.unit_ids().position(|one| one == *unit));
        self.of_units.push(places.collect());
    }

    /// The table with what it says of the other files.
    pub(super) fn with(self, texts: &[Range<usize>], files: &Files) -> Self {
        let marks = |files: &[File]| files.iter().map(|file| file.mark.as_str()).collect();
        Self {
            texts: texts.iter().map(|range| range.start).collect(),
            text_marks: marks(&files.texts),
            shards: files.shards.len(),
            shard_marks: marks(&files.shards),
            digest: files.digest.to_string(),
            ..self
        }
    }
}
