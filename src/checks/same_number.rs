//! PS206: no two measures of a year have one number in the official table.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Site, Year};

pub fn check(_: &Site, year: &Year, problems: &mut Diagnostics) {
    // Measures are in the order of their numbers.
    for pair in year.measures.windows(2) {
        let [before, after] = pair else { continue };
        if before.number == after.number {
            let message = Message::new(
                format!("ลำดับที่ {} ซ้ำกับ {}", after.number, before.source.path),
                format!("{} has the number {} too", before.source.path, after.number),
            );
            problems.push(after.source.problem(&rules::SAME_NUMBER, &field!["number"], message).help(
                "ให้แต่ละมาตรการมี `number:` ของตน ตามตารางทางการ",
                "give each measure its own `number:`, as in the official table",
            ));
        }
    }
}
