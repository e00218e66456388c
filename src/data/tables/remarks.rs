//! What the editor adds, gathered from wherever it stands.

use super::common::{ACTION, FISCAL_YEAR, MEASURE, NUMBER, RESULT, Stated, TEXT, WORDING, stated};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::model::{Measure, Year};

/// What a remark belongs to.
#[derive(Clone, Copy)]
enum Of<'a> {
    Assessment,
    Issue(u8),
    Measure(&'a Measure),
    Action(Stated<'a>),
    Result(Stated<'a>, usize),
}

const KINDS: &[&str] = &["assessment", "issue", "measure", "action", "result"];

impl<'a> Of<'a> {
    const fn kind(self) -> &'static str {
        match self {
            Self::Assessment => "assessment",
            Self::Issue(_) => "issue",
            Self::Measure(_) => "measure",
            Self::Action(_) => "action",
            Self::Result(..) => "result",
        }
    }

    const fn measure(self) -> Option<&'a Measure> {
        match self {
            Self::Assessment | Self::Issue(_) => None,
            Self::Measure(measure) => Some(measure),
            Self::Action(at) | Self::Result(at, _) => Some(at.measure),
        }
    }

    const fn action(self) -> Option<Stated<'a>> {
        match self {
            Self::Action(at) | Self::Result(at, _) => Some(at),
            Self::Assessment | Self::Issue(_) | Self::Measure(_) => None,
        }
    }
}

struct Row<'a> {
    year: u16,
    of: Of<'a>,
    number: usize,
    text: &'a str,
}

/// One row for each remark.
pub fn remarks<'a>(about: &'static About, year: &'a Year) -> Table<'a> {
    let columns = vec![
        Column::new(FISCAL_YEAR, |row: &Row<'a>| row.year.into()),
        Column::new(
            Field::new("of", Kind::OneOf(KINDS), "เป็นหมายเหตุของ", "What it belongs to").required(),
            |row| row.of.kind().into(),
        ),
        Column::new(Field { required: false, ..MEASURE }, |row| row.of.measure().map(|one| &one.slug).into()),
        Column::new(Field { required: false, ..WORDING }, |row| row.of.action().map(|at| at.wording).into()),
        Column::new(ACTION, |row| row.of.action().map(|at| at.number).into()),
        Column::new(RESULT, |row| match row.of {
            Of::Result(_, number) => number.into(),
            _ => Value::Missing,
        }),
        Column::new(
            Field::new("issue", Kind::Integer, "เลขประเด็น", "Number of the issue"),
            |row| match row.of {
                Of::Issue(number) => number.into(),
                _ => Value::Missing,
            },
        ),
        Column::new(NUMBER, |row| row.number.into()),
        Column::new(TEXT, |row| row.text.into()),
    ];
    let be = year.year.be();
    let rows = all(year).flat_map(move |(of, texts)| {
        texts.iter().enumerate().map(move |(at, text)| Row { year: be, of, number: at + 1, text })
    });
    Table::new(about, columns, rows)
}

fn all(year: &Year) -> impl Iterator<Item = (Of<'_>, &[String])> {
    let assessment = year.assessment.iter().map(|one| (Of::Assessment, one.remark.as_slice()));
    let issues = year.issues.iter().map(|one| (Of::Issue(one.number), one.remark.as_slice()));
    let measures = year.measures.iter().map(|one| (Of::Measure(one), one.remark.as_slice()));
    let actions = stated(year).flat_map(|at| {
        let own = (Of::Action(at), at.action.remark.as_slice());
        let results = at.action.outcomes.iter().enumerate();
        [own].into_iter().chain(results.map(move |(place, one)| (Of::Result(at, place + 1), one.remark.as_slice())))
    });
    assessment.chain(issues).chain(measures).chain(actions)
}
