//! `prongsai new measure`

use super::project::{Project, file_name};
use crate::cli::NewMeasureArgs;
use crate::diagnostic::Language;
use crate::framework::{Code, FrameworkYear, Instrument};
use crate::scaffold::{self, NewMeasure, Plan};
use crate::thai::calendar::FiscalYear;

/// Makes a measure.
pub fn measure(project: &Project<'_>, args: &NewMeasureArgs, language: Language) -> Result<String, String> {
    let files = project.year(args.year.map(FiscalYear::be), language)?;
    let known = project.site.framework.year(files.be).zip(FiscalYear::new(files.be));
    let (list, year) = known.ok_or_else(|| match language {
        Language::Thai => format!("โปรแกรมไม่มีรายการของปี {} ดูวิธีเพิ่มด้วย prongsai check", files.be),
        Language::English => format!("no list of {} is known: prongsai check says how to add one", files.be),
    })?;
    let indicators = args.indicators.iter().map(|number| indicator(*number, list, language));
    let indicators = indicators.collect::<Result<Vec<u8>, String>>()?;
    let oit = args.oit.iter().map(|text| item(text, list, language)).collect::<Result<Vec<Code>, String>>()?;
    let units = args.units.iter().map(|name| unit(name, project, language)).collect::<Result<Vec<String>, String>>()?;
    let taken = |name: &str| files.measures.iter().any(|measure| measure.slug.eq_ignore_ascii_case(name));
    let usual = format!("measure-{}", files.measures.len() + 1);
    let name = file_name(args.slug.as_deref(), &args.title, &usual, taken, language)?;
    let last = files.measures.iter().filter_map(|measure| measure.number).max();
    let new = NewMeasure {
        title: &args.title,
        number: last.and_then(|last| last.checked_add(1)),
        indicators: &indicators,
        oit: &oit,
        units: &units,
    };
    let mut plan = Plan::default();
    plan.add(format!("{}{}/measures/{name}.md", project.folder, files.folder), scaffold::measure(&new, year));
    let address = format!("{}/measures/{name}.html", files.be);
    let mut missing = vec!["period", "actions", "follow_up"];
    let empty = [("indicators", indicators.is_empty()), ("oit", oit.is_empty()), ("units", units.is_empty())];
    missing.splice(..0, empty.into_iter().filter_map(|(field, is_empty)| is_empty.then_some(field)));
    let missing = missing.join(", ");
    let next = match language {
        Language::Thai => format!(
            "กรอกต่อ: {missing}\n\
             หน้านี้จะอยู่ที่ {address} ที่อยู่ที่เผยแพร่แล้วไม่ควรเปลี่ยน ถ้าต้องการชื่ออื่น ให้เปลี่ยนชื่อแฟ้มตั้งแต่ตอนนี้"
        ),
        Language::English => format!(
            "Fill in: {missing}\n\
             The page will be {address}. An address should not change once it is published: for another, rename the file now."
        ),
    };
    project.make(&plan, &next, language)
}

fn indicator(number: u8, list: &FrameworkYear, language: Language) -> Result<u8, String> {
    if list.indicator(number).is_some() {
        return Ok(number);
    }
    let (year, count) = (list.year(), list.indicators().len());
    Err(match language {
        Language::Thai => format!("ปี {year} ไม่มีตัวชี้วัดที่ {number} (มี 1–{count})"),
        Language::English => format!("{year} has no indicator {number} (there are 1–{count})"),
    })
}

/// An item of the year's list, in any spelling of its code.
fn item(text: &str, list: &FrameworkYear, language: Language) -> Result<Code, String> {
    let code = Code::parse_oit(text).map_err(|error| match language {
        Language::Thai => error.thai(),
        Language::English => error.to_string(),
    })?;
    if list.item(code).is_some() {
        return Ok(code);
    }
    let year = list.year();
    let last =
        list.items().last().map_or_else(String::new, |last| format!("{}1–{}", Instrument::Oit.letter(), last.code));
    Err(match language {
        Language::Thai => format!("ปี {year} ไม่มีข้อ {code} (มี {last})"),
        Language::English => format!("{year} has no {code} (there are {last})"),
    })
}

/// The name of a unit, by any of its names.
fn unit(name: &str, project: &Project<'_>, language: Language) -> Result<String, String> {
    let units = &project.site.organisation.units;
    if let Some(unit) = units.iter().find(|unit| unit.is_called(name)) {
        return Ok(unit.name.clone());
    }
    let known: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let known = known.join(", ");
    Err(match language {
        Language::Thai => format!("ไม่มี “{name}” ใน site.yaml (มี: {known})"),
        Language::English => format!("site.yaml names no unit “{name}” (there are: {known})"),
    })
}
