//! The files of a search after little has changed: those that the last build left, and anew what a change shows in.
//!
//! What became of a document is seen by its pieces before and after: only the files of those that it gained or lost are
//! read and made again.

use super::Part;
use super::file::File;
use super::files::Files;
use super::grams::Grams;
use super::last::{Before, Last};
use super::plan::{Plan, whole};
use super::posting::{Posting, documents};
use super::shards::{Piece, Shard};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Where one document in so many has another text, it is no more work to make all files anew.
const MANY: usize = 16;

/// What changes in one file of pieces: by piece, the documents that have it now or had it before.
type Edits = BTreeMap<String, BTreeMap<u32, bool>>;

/// The files as they are now; `None` where they are to be made from nothing.
pub(super) fn update(plan: &Plan<'_>, last: &dyn Last) -> Option<Files> {
    let before = Before::read(plan, last)?;
    let changed: BTreeSet<usize> = plan
        .documents
        .par_iter()
        .enumerate()
        .filter(|(_, (_, document))| !last.has_page(&document.address))
        .map(|(at, _)| at)
        .collect();
    let (texts, now) = texts(plan, &before, &changed);
    let edits = edits(plan, &before, &changed, &now)?;
    let mut digest = before.digest.clone();
    let shards = (0..plan.layout.files).into_par_iter().map(|number| match edits.get(&number) {
        Some(edits) => {
            let shard = edited(plan, &before.shard(number)?, edits)?;
            Some((File::made(Part::Shard(number), &shard), Some(shard)))
        }
        None => Some((before.kept_shard(number)?, None)),
    });
    let shards = shards.collect::<Option<Vec<_>>>()?.into_iter().enumerate().map(|(number, (file, shard))| {
        if let Some(shard) = shard {
            digest.put(plan.layout, number, &shard);
        }
        file
    });
    Some(Files { texts, shards: shards.collect(), digest })
}

/// The files of texts, and the texts of those documents that were read for them.
fn texts(plan: &Plan<'_>, before: &Before<'_>, changed: &BTreeSet<usize>) -> (Vec<File>, BTreeMap<usize, String>) {
    let files = plan.texts.par_iter().enumerate().map(|(number, range)| {
        if let Some(file) = before.kept_texts(number, range, changed) {
            return (file, Vec::new());
        }
        let texts: Vec<String> = range.clone().into_par_iter().map(|document| plan.text(document)).collect();
        let file = File::made(Part::Texts(number), &texts);
        (file, range.clone().zip(texts).filter(|(document, _)| changed.contains(document)).collect::<Vec<_>>())
    });
    let (files, read): (Vec<_>, Vec<_>) = files.unzip();
    (files, read.into_iter().flatten().collect())
}

/// What changes in the files of pieces, by their numbers.
fn edits(
    plan: &Plan<'_>,
    before: &Before<'_>,
    changed: &BTreeSet<usize>,
    now: &BTreeMap<usize, String>,
) -> Option<BTreeMap<usize, Edits>> {
    let then = before.documents(changed)?;
    let others: Vec<_> = then
        .iter()
        .map(|(at, (title, text))| {
            Some((*at, (*title, text.as_str()), (plan.documents[*at].1.title.as_str(), now.get(at)?.as_str())))
        })
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .filter(|(_, then, now)| then != now)
        .collect();
    if others.len() > plan.documents.len() / MANY + 1 {
        return None;
    }
    let mut edits: BTreeMap<usize, Edits> = BTreeMap::new();
    for (at, then, now) in others {
        let document = u32::try_from(at).ok()?;
        let [then, now] = [then, now].map(|(title, text)| pieces(&whole(title, text)));
        for piece in then.symmetric_difference(&now) {
            let own = edits.entry(plan.layout.file(piece)).or_default().entry(piece.clone()).or_default();
            own.insert(document, now.contains(piece));
        }
    }
    Some(edits)
}

/// The pieces of a normal text.
fn pieces(normal: &str) -> BTreeSet<String> {
    let mut grams = Grams::default();
    grams.add(normal);
    grams.into_pieces().map(|piece| piece.text).collect()
}

/// A file of pieces after what changes in it.
fn edited(plan: &Plan<'_>, shard: &Shard, edits: &Edits) -> Option<Shard> {
    let mut pieces: BTreeMap<String, Posting> =
        shard.read()?.into_iter().map(|piece| (piece.text, piece.posting)).collect();
    for (text, edits) in edits {
        let posting = pieces.remove(text).unwrap_or_default();
        let mut all: BTreeSet<u32> = documents(&posting.bytes).collect();
        for (document, is_there) in edits {
            if *is_there {
                all.insert(*document)
            } else {
                all.remove(document)
            };
        }
        if !all.is_empty() {
            pieces.insert(text.clone(), Posting::of(all));
        }
    }
    Some(Shard::new(plan.layout, pieces.into_iter().map(|(text, posting)| Piece { text, posting }).collect()))
}
