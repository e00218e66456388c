//! The texts of a site and the pieces that stand in them, as files.

use super::Part;
use super::file::File;
use super::grams::Grams;
use super::plan::{Plan, whole};
use super::shards::{Digest, Layout, Piece, Shard};
use rayon::prelude::*;
use std::ops::Range;

/// How many documents one thread reads before what stands in them is added to all.
const PORTION: usize = 256;
/// How many documents are read at once.
const BATCH: usize = 4 * PORTION;

/// The files of a search but for its table.
#[derive(Debug)]
pub(super) struct Files {
    /// The texts.
    pub(super) texts: Vec<File>,
    /// The pieces.
    pub(super) shards: Vec<File>,
    /// How frequent those are.
    pub(super) digest: Digest,
}

/// Documents that follow each other, as they were read.
#[derive(Debug)]
struct Portion {
    texts: Vec<String>,
    grams: Grams,
}

impl Portion {
    fn read(plan: &Plan<'_>, documents: Range<usize>) -> Self {
        let mut grams = Grams::default();
        let read = |document: usize| {
            let text = plan.text(document);
            grams.add(&whole(&plan.documents[document].1.title, &text));
            text
        };
        Self { texts: documents.map(read).collect(), grams }
    }
}

impl Files {
    /// All of them, for which every page is read.
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        let (all, grams) = read(plan);
        let texts = plan.texts.par_iter().enumerate();
        let texts = texts.map(|(number, range)| File::made(Part::Texts(number), &&all[range.clone()])).collect();
        let shards: Vec<Shard> =
            spread(plan.layout, grams).into_par_iter().map(|pieces| Shard::new(plan.layout, pieces)).collect();
        let mut digest = Digest::new(plan.layout);
        for (number, shard) in shards.iter().enumerate() {
            digest.put(plan.layout, number, shard);
        }
        let shards = shards.par_iter().enumerate().map(|(number, shard)| File::made(Part::Shard(number), shard));
        Self { texts, shards: shards.collect(), digest }
    }
}

/// The texts of all documents, and the pieces that stand in them.
fn read(plan: &Plan<'_>) -> (Vec<String>, Grams) {
    let count = plan.documents.len();
    let (mut texts, mut grams) = (Vec::with_capacity(count), Grams::default());
    let mut add = |batch: Vec<Portion>| {
        for portion in batch {
            grams.append(&portion.grams);
            texts.extend(portion.texts);
        }
    };
    let read = |from: usize| {
        let portions = (from..count.min(from + BATCH)).into_par_iter().step_by(PORTION);
        portions.map(|from| Portion::read(plan, from..count.min(from + PORTION))).collect::<Vec<_>>()
    };
    // While one batch is added, which only one thread can do, the others read the next.
    let batches = (0..count).step_by(BATCH);
    let last = batches.fold(Vec::new(), |last, from| rayon::join(|| add(last), || read(from)).1);
    add(last);
    (texts, grams)
}

/// The pieces of every file.
fn spread(layout: Layout, grams: Grams) -> Vec<Vec<Piece>> {
    let mut files: Vec<Vec<Piece>> = std::iter::repeat_with(Vec::new).take(layout.files).collect();
    for piece in grams.into_pieces() {
        files[layout.file(&piece.text)].push(piece);
    }
    files
}
