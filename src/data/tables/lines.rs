//! What stands in lines beside a measure: sub-measures, follow-up, suggestions.

use super::common::{FISCAL_YEAR, MEASURE, NUMBER, TEXT, WORDING, Wording};
use crate::data::table::Column;
use crate::data::{About, Table};
use crate::model::{Measure, Plan, Year};

struct Line<'a> {
    year: u16,
    measure: &'a Measure,
    wording: Wording,
    number: usize,
    text: &'a str,
}

/// One row for each line that `pick` finds: the plan's, and the report's where it words them otherwise.
pub fn lines<'a>(about: &'static About, year: &'a Year, pick: fn(&Plan) -> &Vec<String>) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &Line<'a>| row.year.into()),
        Column::new(MEASURE, |row| (&row.measure.slug).into()),
        Column::new(WORDING, |row| row.wording.into()),
        Column::new(NUMBER, |row| row.number.into()),
        Column::new(TEXT, |row| row.text.into()),
    ];
    let rows = year.measures.iter().flat_map(move |measure| {
        let planned = pick(&measure.plan);
        let reported = measure.report.as_ref().map(pick).filter(|reported| *reported != planned);
        let reported = reported.map(|reported| (Wording::Report, reported));
        [(Wording::Plan, planned)].into_iter().chain(reported).flat_map(move |(wording, texts)| {
            texts.iter().enumerate().map(move |(at, text)| Line {
                year: year.year.be(),
                measure,
                wording,
                number: at + 1,
                text,
            })
        })
    });
    Table::new(about, columns, rows)
}
