//! The official tables on sheets of paper: how wide each column is, and what becomes of cells that span rows.
//!
//! A browser that breaks a table over sheets breaks its rows, but a spanning cell belongs to none of them: its text
//! runs over the next row or off the sheet. On paper each row therefore has its own part of such a cell, without a
//! line between the parts, which looks the same and breaks as rows do. A table cannot be both at once: such a measure has
//! its rows twice, with spanning cells for the screen and with their parts for paper.

use super::cell::{Cell, Line, Part};

/// The column that says which measure a row belongs to.
const MEASURE: &str = "measure";

/// The least and the most that one column takes, in per cent.
const NARROWEST: f64 = 11.0;
const WIDEST: f64 = 40.0;

/// How wide each column is, in per cent: the more it has to say, the wider, so that cells side by side are about
/// equally tall.
pub(super) fn widths<'a>(columns: usize, measures: impl Iterator<Item = &'a Vec<Vec<Cell>>>) -> Vec<u16> {
    // The squares of what it says in each measure: the longest cells are what makes a table long.
    let mut totals: Vec<(&'static str, f64)> = Vec::new();
    for rows in measures {
        let mut own: Vec<(&'static str, f64)> = Vec::new();
        for cell in rows.iter().flatten() {
            add(&mut own, cell.column, letters(&cell.lines));
        }
        for (column, letters) in own {
            add(&mut totals, column, letters * letters);
        }
    }
    if totals.len() != columns {
        return vec![0; columns];
    }
    // The cube root of the letters, between equal shares and shares by letters: a short column still has long words.
    let weights: Vec<f64> = totals.iter().map(|(_, squares)| squares.powf(1.0 / 6.0)).collect();
    // A column that says nothing yet is as wide as the middle of the others: somebody may write in it.
    let said: Vec<f64> = weights.iter().copied().filter(|weight| *weight > 0.0).collect();
    let middle = said.iter().sum::<f64>() / f64::from(u32::try_from(said.len().max(1)).unwrap_or(u32::MAX));
    let weights: Vec<f64> = weights.into_iter().map(|weight| if weight > 0.0 { weight } else { middle }).collect();
    let all: f64 = weights.iter().sum();
    let clamped: Vec<f64> =
        weights.iter().map(|weight| (weight / all.max(1.0) * 100.0).clamp(NARROWEST, WIDEST)).collect();
    let sum: f64 = clamped.iter().sum();
    clamped.iter().map(|width| whole(width / sum * 100.0)).collect()
}

fn add(totals: &mut Vec<(&'static str, f64)>, column: &'static str, letters: f64) {
    match totals.iter_mut().find(|(one, _)| *one == column) {
        Some((_, total)) => *total += letters,
        None => totals.push((column, letters)),
    }
}

/// How much there is to read; marks above and below a letter take no room.
fn letters(lines: &[Line]) -> f64 {
    let wide = |c: &char| !matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    let count: usize = lines.iter().map(|line| line.text.as_str().chars().filter(wide).count()).sum();
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A share in even per cent, for each of which the style sheet has a class.
fn whole(percent: f64) -> u16 {
    // No wider than the style sheet has a class for.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a hundred")]
    let percent = (percent / 2.0).round().clamp(0.0, 30.0) as u16;
    percent * 2
}

/// A cell of a row on paper.
#[derive(Debug, Clone)]
pub(super) enum OnPaper {
    /// The one at this place of the row on the screen.
    AsOnScreen(usize),
    /// A part of one that spans rows there.
    Part(Cell),
}

/// The rows of a measure as paper has them: each with its own part of the cells that span the measure. A sheet may begin
/// with any row but the first: those say which measure goes on. None where no cell spans rows, since paper then has the
/// rows of the screen.
pub(super) fn rows(rows: &[Vec<Cell>], widths: &[u16], continued: &str) -> Vec<Vec<OnPaper>> {
    let Some(first) = rows.first().filter(|first| first.iter().any(|cell| cell.span > 1)) else { return Vec::new() };
    let width = |at: usize| f64::from(widths.get(at).copied().unwrap_or(1).max(1));
    // How tall the rows are by what is their own, at one letter a unit of width.
    let place = |column: &str| first.iter().position(|cell| cell.column == column).unwrap_or(usize::MAX);
    let tall = |row: &Vec<Cell>| {
        let own = row.iter().filter(|cell| cell.span == 1);
        own.map(|cell| letters(&cell.lines) / width(place(cell.column))).fold(0.0, f64::max)
    };
    let heights: Vec<f64> = rows.iter().map(tall).collect();
    let shares: Vec<Vec<Vec<Line>>> = first
        .iter()
        .enumerate()
        .map(|(at, cell)| if cell.span > 1 { split(&cell.lines, width(at), &heights) } else { Vec::new() })
        .collect();
    let on_paper = |(number, row): (usize, &Vec<Cell>)| {
        let part = match number {
            0 => Part::First,
            _ if number + 1 == rows.len() => Part::Last,
            _ => Part::Middle,
        };
        let cell = |(cell, shares): (&Cell, &Vec<Vec<Line>>)| {
            let Some(share) = shares.get(number) else {
                return row.iter().position(|own| own.column == cell.column).map(OnPaper::AsOnScreen);
            };
            let title = cell.lines.first().filter(|_| number > 0 && cell.column == MEASURE);
            let named = title.map(|line| Line { continued: true, text: continued.into(), ..line.clone() });
            let lines = named.into_iter().chain(share.iter().cloned()).collect();
            Some(OnPaper::Part(Cell { column: cell.column, span: 1, part: Some(part), lines }))
        };
        first.iter().zip(&shares).filter_map(cell).collect()
    };
    rows.iter().enumerate().map(on_paper).collect()
}

/// The lines of a spanning cell by rows: each row takes lines until it is as tall as what is its own, the last all
/// that are left.
fn split(lines: &[Line], width: f64, heights: &[f64]) -> Vec<Vec<Line>> {
    let mut shares: Vec<Vec<Line>> = heights.iter().map(|_| Vec::new()).collect();
    let (mut row, mut filled, mut room) = (0, 0.0, heights.first().copied().unwrap_or_default());
    for line in lines {
        let tall = letters(std::slice::from_ref(line)) / width;
        while row + 1 < heights.len() && filled > 0.0 && filled + tall / 2.0 > room {
            row += 1;
            room += heights[row];
        }
        filled += tall;
        shares[row].push(line.clone());
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::super::cell::{Cell, Line};
    use super::*;
    use proptest::prelude::*;

    fn cell(column: &'static str, span: usize, lines: &[String]) -> Cell {
        Cell { column, span, part: None, lines: lines.iter().map(|text| Line::plain(text)).collect() }
    }

    fn texts<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<&'a str> {
        cells.flat_map(|cell| &cell.lines).filter(|line| !line.continued).map(|line| line.text.as_str()).collect()
    }

    proptest! {
        #[test]
        fn the_parts_of_a_spanning_cell_say_what_it_says_in_its_order(
            shared in prop::collection::vec("[ก-ฮ]{1,80}", 0..8),
            own in prop::collection::vec("[ก-ฮ]{0,80}", 2..6),
        ) {
            let mut rows: Vec<Vec<Cell>> = own.iter().map(|text| vec![cell("actions", 1, std::slice::from_ref(text))]).collect();
            rows[0].insert(0, cell("measure", own.len(), &shared));
            rows[0].push(cell("period", own.len(), &shared));
            let widths = widths(3, [&rows].into_iter());
            prop_assert_eq!(widths.len(), 3);
            prop_assert!(widths.iter().all(|width| (6..=60).contains(width)), "{:?}", widths);
            let on_paper = super::rows(&rows, &widths, "ต่อ");
            let cell = |(row, cell): (usize, OnPaper)| match cell {
                OnPaper::AsOnScreen(place) => rows[row][place].clone(),
                OnPaper::Part(part) => part,
            };
            let row = |(at, row): (usize, Vec<OnPaper>)| row.into_iter().map(|one| cell((at, one))).collect();
            let on_paper: Vec<Vec<Cell>> = on_paper.into_iter().enumerate().map(row).collect();
            prop_assert_eq!(on_paper.len(), own.len());
            for column in ["measure", "period"] {
                let parts = || on_paper.iter().flatten().filter(move |cell| cell.column == column && cell.part.is_some());
                prop_assert_eq!(texts(parts()), shared.iter().map(String::as_str).collect::<Vec<_>>());
                prop_assert_eq!(parts().count(), own.len());
            }
            for row in &on_paper {
                let columns: Vec<&str> = row.iter().map(|cell| cell.column).collect();
                prop_assert_eq!(columns, ["measure", "actions", "period"], "every row has each column once on paper");
            }
        }
    }
}
