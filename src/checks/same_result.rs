//! PS215: a year's result is the same wherever the site gives it.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::framework::agrees;
use crate::model::{Assessment, Site};
use crate::read::Step;

pub fn check(site: &Site, problems: &mut Diagnostics) {
    let all: Vec<&Assessment> = site.years.iter().filter_map(|year| year.assessment.as_ref()).collect();
    for (at, later) in all.iter().enumerate() {
        let Some(before) = all[..at].iter().find(|before| before.analysed_year == later.analysed_year) else {
            continue;
        };
        let Some((way, what)) = difference(before, later) else { continue };
        let (year, other) = (later.analysed_year, &before.source.path);
        problems.push(
            later
                .source
                .problem(
                    &rules::SAME_RESULT_TWICE,
                    &way,
                    Message::new(
                        format!("ผลประเมินปี {year} ตรงนี้ ({what}) ไม่ตรงกับใน {other}"),
                        format!("the result of {year} given here ({what}) is not what {other} says"),
                    ),
                )
                .help(
                    "ตรวจกับประกาศผลของปีนั้น ถ้าเป็นของปีอื่น แก้ `analysed_year`",
                    "look it up in that year's announcement; if it is another year's, mend `analysed_year`",
                ),
        );
    }
}

/// The first score that differs, and what it is called.
fn difference(before: &Assessment, later: &Assessment) -> Option<(Vec<Step>, String)> {
    if let (Some(a), Some(b)) = (before.overall, later.overall)
        && !agrees(a, b)
    {
        return Some((field!["overall"].to_vec(), format!("{b:.2}")));
    }
    let indicator = later
        .indicators
        .iter()
        .find(|(number, score)| before.indicators.get(number).is_some_and(|other| !agrees(*other, **score)));
    if let Some((number, score)) = indicator {
        return Some((field!["indicators", number.to_string()].to_vec(), format!("{score:.2}")));
    }
    let question = later
        .questions
        .iter()
        .find(|(code, score)| before.questions.get(code).is_some_and(|other| !agrees(*other, **score)));
    question.map(|(code, score)| (field!["questions", code.to_string()].to_vec(), format!("{code} {score:.2}")))
}
