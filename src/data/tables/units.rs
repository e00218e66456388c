//! Who is responsible, and how their measures stand.

use super::common::{Counted, FISCAL_YEAR, PAGE, count_columns, counts, page};
use crate::data::table::Column;
use crate::data::{About, Field, Kind, Table, Value};
use crate::model::{PageKey, Site, Unit, Year};

struct Row<'a> {
    site: &'a Site,
    year: u16,
    unit: &'a Unit,
    counts: [usize; 6],
}

impl Counted for Row<'_> {
    fn counts(&self) -> &[usize; 6] {
        &self.counts
    }
}

/// One row for each unit of the organisation.
pub fn units<'a>(about: &'static About, site: &'a Site, year: &'a Year) -> Table<'a> {
    let mut columns = vec![
        Column::new(FISCAL_YEAR, |row: &Row<'a>| row.year.into()),
        Column::new(
            Field::new("unit", Kind::Text, "รหัสส่วนราชการ", "Unit")
                .required()
                .noted("ชื่อในที่อยู่หน้าเว็บของหน่วยงาน", "Its name in the address of its page"),
            |row| (&row.unit.id).into(),
        ),
        Column::new(Field::new("name", Kind::Text, "ชื่อส่วนราชการ", "Name").required(), |row| (&row.unit.name).into()),
        Column::new(
            Field::new("aliases", Kind::Names, "ชื่ออื่นในเอกสาร", "Other names in documents"),
            |row| Value::list(&row.unit.aliases),
        ),
    ];
    columns.extend(count_columns());
    columns.extend([Column::new(PAGE.required(), |row: &Row<'a>| {
        page(row.site, &PageKey::Unit(row.year, row.unit.id.clone()))
    })]);
    let be = year.year.be();
    let rows =
        site.unit_ids().map(|id| Row { site, year: be, unit: site.unit(id), counts: counts(year.measures_of(id)) });
    Table::new(about, columns, rows)
}
