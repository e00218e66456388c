//! PS214: what is said of one instrument does not rest on questions of another.

use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::framework::{Code, FrameworkYear, Instrument};
use crate::model::{Measure, Site, Year};
use crate::read::{Source, Step};

pub fn issues(_: &Site, year: &Year, problems: &mut Diagnostics) {
    for issue in &year.issues {
        for (at, finding) in issue.findings.iter().enumerate() {
            let Some(instrument) = finding.instrument else { continue };
            let way = field!["findings", at, "questions"];
            other(&issue.source, &way, &finding.codes, &[instrument], problems);
        }
    }
}

pub fn measure(_: &Site, year: &Year, measure: &Measure, problems: &mut Diagnostics) {
    let analysed = year.assessment.as_ref().map_or(&year.framework, |assessment| &assessment.framework);
    other_indicators(measure, analysed, problems);
    let instruments = instruments(measure, analysed);
    if !instruments.is_empty() {
        other(&measure.source, &field!["questions"], &measure.questions, &instruments, problems);
    }
}

/// The instruments that a measure is about; none where it names neither one nor an indicator.
fn instruments(measure: &Measure, framework: &FrameworkYear) -> Vec<Instrument> {
    let indicators = measure.indicators.iter().filter_map(|number| Some(framework.indicator(*number)?.instrument));
    measure.instrument.into_iter().chain(indicators).collect()
}

/// Indicators of another instrument than the one under which the plan lists the measure.
fn other_indicators(measure: &Measure, framework: &FrameworkYear, problems: &mut Diagnostics) {
    let Some(listed) = measure.instrument else { return };
    let of = |number: &u8| Some((*number, framework.indicator(*number)?.instrument));
    let strange = measure.indicators.iter().filter_map(of).find(|(_, instrument)| *instrument != listed);
    let Some((number, instrument)) = strange else { return };
    problems.push(
        measure
            .source
            .problem(
                &rules::OTHER_INSTRUMENT,
                &field!["indicators"],
                Message::new(
                    format!("มาตรการนี้อยู่ใน {listed} แต่ตัวชี้วัดที่ {number} เป็นของ {instrument}"),
                    format!("this measure is listed under {listed}, but indicator {number} is one of {instrument}"),
                ),
            )
            .help(
                "แก้ `instrument:` หรือ `indicators:` ให้ตรงกัน",
                "mend `instrument:` or `indicators:`, so that they agree",
            ),
    );
}

fn other(source: &Source, way: &[Step], codes: &[Code], instruments: &[Instrument], problems: &mut Diagnostics) {
    let strange: Vec<String> =
        codes.iter().filter(|code| !instruments.contains(&code.instrument)).map(ToString::to_string).collect();
    if strange.is_empty() {
        return;
    }
    let mut names: Vec<String> = instruments.iter().map(ToString::to_string).collect();
    names.dedup();
    let belong = if strange.len() == 1 { "belongs" } else { "belong" };
    let (strange, names) = (strange.join(", "), names.join(", "));
    problems.push(
        source
            .problem(
                &rules::OTHER_INSTRUMENT,
                way,
                Message::new(
                    format!("ตรงนี้พูดถึง {names} แต่ {strange} เป็นข้อของเครื่องมืออื่น"),
                    format!("this is about {names}, but {strange} {belong} to another instrument"),
                ),
            )
            .help(
                "i คือ IIT, e คือ EIT, o คือ OIT: แก้รหัสข้อ หรือแก้เครื่องมือและตัวชี้วัด",
                "i is IIT, e is EIT, o is OIT: mend the codes, or the instrument and indicators",
            ),
    );
}
