//! PS201, PS202, PS203: published scores and the level, held against what their parts give.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::framework::agrees;
use crate::model::{Site, Year};

pub fn check(_: &Site, year: &Year, problems: &mut Diagnostics) {
    let Some(assessment) = &year.assessment else { return };
    if let (Some(printed), Some(computed)) = (assessment.overall, assessment.derived.overall)
        && !agrees(printed, computed)
    {
        problems.push(assessment.source.problem(
            &rules::OVERALL_SCORE,
            &field!["overall"],
            Message::new(
                format!("คะแนนรวม {printed:.2} ไม่ตรงกับที่คำนวณจากตัวชี้วัด ({computed:.2})"),
                format!("the overall score {printed:.2} is not what the indicators give ({computed:.2})"),
            ),
        ));
    }
    for (number, printed) in &assessment.indicators {
        let Some(computed) = assessment.derived.indicators.get(number).copied() else { continue };
        if !agrees(*printed, computed) {
            let way = field!["indicators", number.to_string().as_str()];
            problems.push(assessment.source.problem(
                &rules::INDICATOR_SCORE,
                &way,
                Message::new(
                    format!("คะแนนตัวชี้วัดที่ {number} ({printed:.2}) ไม่ตรงกับที่คำนวณจากข้อคำถาม ({computed:.2})"),
                    format!("indicator {number} ({printed:.2}) is not what its questions give ({computed:.2})"),
                ),
            ));
        }
    }
    let Some(level) = assessment.level.as_ref().and_then(|text| assessment.framework.levels()?.find(text)) else {
        return;
    };
    let possible = &assessment.derived.levels;
    if !possible.is_empty() && possible.iter().all(|one| one.name != level.name) {
        let names = possible.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(" / ");
        problems.push(assessment.source.problem(
            &rules::LEVEL,
            &field!["level"],
            Message::new(
                format!("ระดับ {} ไม่ตรงกับคะแนน ซึ่งอยู่ในระดับ {names}", level.name),
                format!("the level {} is not what the scores give: {names}", level.name),
            ),
        ));
    }
}
