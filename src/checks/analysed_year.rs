//! PS204: the year that was analysed comes before the year in which something is done about it.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::model::{Site, Year};

pub fn check(_: &Site, year: &Year, problems: &mut Diagnostics) {
    let Some(assessment) = &year.assessment else { return };
    let (analysed, own) = (assessment.analysed_year, year.year.be());
    if analysed >= own {
        problems.push(
            assessment
                .source
                .problem(
                    &rules::ANALYSED_YEAR,
                    &field!["analysed_year"],
                    Message::new(
                        format!("ปีที่วิเคราะห์ ({analysed}) ควรมาก่อนปีที่ดำเนินการ ({own})"),
                        format!("the analysed year ({analysed}) should come before the year of the measures ({own})"),
                    ),
                )
                .help(
                    format!(
                        "ส่วนใหญ่เป็น {} ถ้าเอกสารพิมพ์ไว้เช่นนี้ ให้คงไว้ และปิดข้อตรวจนี้พร้อมเหตุผลใน `rules:` ของ site.yaml",
                        own - 1
                    ),
                    format!(
                        "it is mostly {}; if the document says so, leave it and silence the rule in `rules:` of site.yaml, with the reason",
                        own - 1
                    ),
                ),
        );
    }
}
