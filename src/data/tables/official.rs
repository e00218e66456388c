//! The two official tables as flat rows. What spans rows on paper stands in every one of them here, so that a
//! sheet can be sorted and filtered.

use super::common::{
    ACTION, FISCAL_YEAR, MEASURE, PERIOD, PERIOD_END, PERIOD_START, STATUS, UNIT_NAMES, end, start, unit_names, written,
};
use super::measures::{INSTRUMENT, MEASURE_NUMBER};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::framework::Instrument;
use crate::model::{Action, Measure, Plan, Site, Timing, UnitId, Year};

struct Row<'a> {
    site: &'a Site,
    year: u16,
    measure: &'a Measure,
    plan: &'a Plan,
    /// Its number and itself; missing for a measure without actions, which has a row of its own.
    action: Option<(usize, &'a Action)>,
}

impl<'a> Row<'a> {
    fn action(&self) -> Option<&'a Action> {
        self.action.map(|(_, action)| action)
    }

    fn units(&self) -> &'a [UnitId] {
        self.action().map(|action| &action.units).filter(|units| !units.is_empty()).unwrap_or(&self.plan.units)
    }

    fn period(&self) -> Option<&'a Timing> {
        self.action().and_then(|action| action.period.as_ref()).or(self.measure.period.as_ref())
    }
}

const SUGGESTIONS: Field = Field::new("suggestions", Kind::Lines, "ข้อเสนอแนะ", "Suggestions");

/// The table of the plan.
pub fn plan<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let mut columns = shared();
    columns.push(follow_up());
    columns.push(Column::new(SUGGESTIONS, |row| Value::list(&row.plan.suggestions)));
    Table::new(about, columns, rows(site, year, |measure| &measure.plan))
}

/// The table of the progress report.
pub fn progress<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let mut columns = shared();
    columns.push(Column::new(
        Field::new("results", Kind::Lines, "ผลการดำเนินการ", "Results"),
        |row| Value::list(row.action().into_iter().flat_map(|action| &action.outcomes).map(|outcome| &outcome.text)),
    ));
    columns.push(Column::new(Field { required: false, ..STATUS }, |row| {
        row.action().map(|action| action.status.id()).into()
    }));
    columns.push(follow_up());
    columns.push(Column::new(SUGGESTIONS, |row| Value::list(&row.plan.suggestions)));
    Table::new(about, columns, rows(site, year, Measure::reported))
}

fn shared<'a>() -> Vec<Column<'a, Row<'a>>> {
    vec![
        Column::new(FISCAL_YEAR, |row: &Row<'a>| row.year.into()),
        Column::new(MEASURE_NUMBER, |row| row.measure.number.into()),
        Column::new(MEASURE, |row| (&row.measure.slug).into()),
        Column::new(
            Field::new("title", Kind::Text, "มาตรการ/แนวทาง", "Title of the measure").required(),
            |row| (&row.measure.title).into(),
        ),
        Column::new(INSTRUMENT, |row| row.measure.instrument.map(Instrument::name).into()),
        Column::new(Field::new("parts", Kind::Lines, "มาตรการย่อย", "Sub-measures"), |row| {
            Value::list(&row.plan.parts)
        }),
        Column::new(
            ACTION.noted(
                "ลำดับในมาตรการ เริ่มที่ 1 ว่างเมื่อมาตรการไม่มีวิธีการ",
                "Its place in the measure, from 1; missing for a measure without actions",
            ),
            |row| row.action.map(|(number, _)| number).into(),
        ),
        Column::new(
            Field::new("method", Kind::Text, "วิธีการดำเนินการ", "Action"),
            |row| row.action().map(|action| &action.text).into(),
        ),
        Column::new(Field::new("steps", Kind::Lines, "ขั้นตอน", "Steps of the action"), |row| {
            Value::list(row.action().into_iter().flat_map(|action| &action.steps))
        }),
        Column::new(
            Field::new("shared_steps", Kind::Lines, "ขั้นตอนร่วมของทุกวิธี", "Steps of all actions together"),
            |row| Value::list(&row.plan.steps),
        ),
        Column::new(Field { name: "responsible", ..UNIT_NAMES }, |row| unit_names(row.site, row.units())),
        Column::new(PERIOD, |row| written(row.period())),
        Column::new(PERIOD_START, |row| start(row.period())),
        Column::new(PERIOD_END, |row| end(row.period())),
    ]
}

fn follow_up<'a>() -> Column<'a, Row<'a>> {
    Column::new(
        Field::new("follow_up", Kind::Lines, "การติดตามผล", "Follow-up"),
        |row: &Row<'a>| Value::list(&row.plan.follow_up),
    )
}

fn rows<'a>(site: &'a Site, year: &'a Year, document: fn(&Measure) -> &Plan) -> impl Iterator<Item = Row<'a>> {
    let be = year.year.be();
    year.measures.iter().flat_map(move |measure| {
        let plan = document(measure);
        let actions = plan.actions.iter().enumerate().map(|(at, action)| Some((at + 1, action)));
        let none = plan.actions.is_empty().then_some(None);
        actions.chain(none).map(move |action| Row { site, year: be, measure, plan, action })
    })
}
