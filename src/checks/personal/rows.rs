//! What lies in several cells of a row, each with a piece of it: ID numbers by the digit, as in forms with a box for
//! each, or by the group; addresses by house, village and sub-district.

use crate::document::{Document, Piece, Place};
use crate::personal::{Found, Kind, find, mask};

/// How many digits there are.
const LENGTH: usize = 13;
/// Fewest cells that one lies in: those of its groups.
const FEWEST_CELLS: usize = 5;
/// How much is read of the words before, in characters.
const WORDS: usize = 60;

/// The heads of the columns of an address.
const HEADS: [&str; 3] = ["บ้านเลขที่", "หมู่", "ตำบล"];
/// Longest head, and longest cell under one, in bytes.
const LONGEST: usize = 90;
/// How many cells before an address may tell whose it is.
const NAMES: usize = 3;

/// The cells in which something of that kind begins, what it is, and how it can be shown.
pub fn find_in(document: &Document) -> Vec<(Kind, &Piece, String)> {
    let numbers = numbers(&document.pieces).into_iter().map(|(cell, shown)| (Kind::IdNumber, cell, shown));
    let homes = homes(&document.pieces).into_iter().map(|(cell, shown)| (Kind::HomeAddress, cell, shown));
    numbers.chain(homes).collect()
}

/// Addresses under the heads of their parts.
fn homes(pieces: &[Piece]) -> Vec<(&Piece, String)> {
    let mut found = Vec::new();
    let mut has_heads = false;
    for (at, cells) in pieces.windows(HEADS.len()).enumerate() {
        let [house, village, place] = cells else { continue };
        let is_row = is_same_row(&house.place, &village.place) && is_same_row(&village.place, &place.place);
        if !is_row || cells.iter().any(|cell| cell.text.len() > LONGEST) {
            continue;
        }
        if cells.iter().zip(HEADS).all(|(cell, head)| cell.text.trim().starts_with(head)) {
            has_heads = true;
        } else if has_heads && house.text.trim().starts_with(char::is_numeric) {
            let names =
                pieces[at.saturating_sub(NAMES)..at].iter().filter(|cell| is_same_row(&cell.place, &house.place));
            let names: Vec<&str> = names.map(|cell| cell.text.as_str()).filter(|text| text.len() <= LONGEST).collect();
            if is_home(&names.join(" "), house.text.trim(), &village.text, place.text.trim()) {
                let parts = [house, village, place].map(|cell| cell.text.trim());
                let parts = parts.join(" ");
                let whole = Found { kind: Kind::HomeAddress, range: 0..parts.len() };
                found.push((house, mask(&parts, &[whole]).text));
            }
        }
    }
    found
}

/// Whether these are the parts of an address that would be one in a sentence.
fn is_home(names: &str, house: &str, village: &str, place: &str) -> bool {
    let village: String = village.chars().skip_while(|char| !char.is_numeric()).collect();
    let place = ["ตำบล", "ต."].iter().find_map(|word| place.strip_prefix(word)).unwrap_or(place);
    let is_place = place.chars().next().is_some_and(char::is_alphabetic);
    let sentence = format!("{names} บ้านเลขที่ {house} หมู่ที่ {village} ตำบล{place}");
    is_place && find(&sentence).iter().any(|found| found.kind == Kind::HomeAddress)
}

/// ID numbers in cells that follow each other.
fn numbers(pieces: &[Piece]) -> Vec<(&Piece, String)> {
    let mut found = Vec::new();
    let mut before: Option<&Piece> = None;
    let mut cells: Vec<&Piece> = Vec::new();
    for piece in pieces {
        let is_part = is_part(&piece.text);
        if !is_part || cells.last().is_some_and(|last| !is_same_row(&last.place, &piece.place)) {
            look(before, &cells, &mut found);
            cells.clear();
        }
        if is_part {
            cells.push(piece);
        } else {
            before = Some(piece);
        }
    }
    look(before, &cells, &mut found);
    found
}

/// Whether a cell holds digits and nothing else, or a dash between two that do.
fn is_part(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "-" | "–") || text.len() <= LENGTH * 4 && !text.is_empty() && text.chars().all(char::is_numeric)
}

/// Whether two cells that follow each other stand in one row; of Word files only the table is known.
fn is_same_row(one: &Place, other: &Place) -> bool {
    match (one, other) {
        (Place::Cell { sheet, row, .. }, Place::Cell { sheet: other_sheet, row: other_row, .. }) => {
            sheet == other_sheet && row == other_row
        }
        (Place::Line { line, .. }, Place::Line { line: other, .. }) => line == other,
        (Place::Paragraph { part, in_table: true, .. }, Place::Paragraph { part: other, in_table: true, .. }) => {
            part == other
        }
        _ => false,
    }
}

/// Looks for numbers in cells that follow each other, as for ones in a text with borders between them.
fn look<'d>(before: Option<&Piece>, cells: &[&'d Piece], found: &mut Vec<(&'d Piece, String)>) {
    let digits = |text: &str| text.chars().filter(|char| char.is_numeric()).count();
    if cells.len() < FEWEST_CELLS || cells.iter().map(|cell| digits(&cell.text)).sum::<usize>() < LENGTH {
        return;
    }
    let words = before.map_or("", |piece| piece.text.trim_end());
    let start = words.char_indices().rev().take(WORDS).last().map_or(words.len(), |(start, _)| start);
    let mut text = format!("{}\n\n", &words[start..]);
    let mut starts = Vec::with_capacity(cells.len());
    for cell in cells {
        starts.push(text.len());
        text.push_str(cell.text.trim());
        text.push('\t');
    }
    let first = starts.first().copied().unwrap_or_default();
    // What stands in one cell is found there.
    let across = find(&text).into_iter().filter(|found| {
        found.kind == Kind::IdNumber && found.range.start >= first && text[found.range.clone()].contains('\t')
    });
    let across: Vec<_> = across.collect();
    let masked = mask(&text, &across);
    for (one, range) in across.iter().zip(&masked.ranges) {
        if let Some(cell) = starts.binary_search(&one.range.start).ok().and_then(|at| cells.get(at)) {
            found.push((cell, masked.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
}
