//! PS213: an item is filled in by its own year's list. Codes move from year to year, so that last year's list pasted
//! over this year's puts every link under the wrong heading.

use super::actions;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::framework::{Code, Framework, FrameworkYear, OitItem};
use crate::model::{Site, Year};
use crate::read::{Source, Step};

/// How alike two titles are, of 1, to be taken for the same, and below what they are surely different.
const SAME: f64 = 0.8;
const DIFFERENT: f64 = 0.5;

pub fn check(site: &Site, year: &Year, problems: &mut Diagnostics) {
    for item in &year.oit {
        let Some(source) = &item.source else { continue };
        for (at, link) in item.links.iter().enumerate() {
            let way = field!["links", at, "title"];
            let said = Said { source, way: &way, code: item.code, title: &link.title };
            hold(&said, &year.framework, &site.framework, problems);
        }
    }
    for measure in &year.measures {
        let Some(list) = site.framework.year(measure.oit_year) else { continue };
        let parts = measure.plan.parts.iter().enumerate().map(|(at, text)| (field!["parts", at].to_vec(), text));
        let texts = actions::reported(measure)
            .map(|acted| ([acted.way.as_slice(), &field!["text"]].concat(), &acted.action.text));
        for (way, text) in parts.chain(texts) {
            let Some((code, title)) = coded(text) else { continue };
            hold(&Said { source: &measure.source, way: &way, code, title }, list, &site.framework, problems);
        }
    }
}

/// `o10 นโยบาย…`: a code and what it is said to be.
fn coded(text: &str) -> Option<(Code, &str)> {
    let (code, title) = text.trim().trim_start_matches("ข้อ").trim_start().split_once(char::is_whitespace)?;
    // A number alone counts a list.
    let code = Code::parse_oit(code).ok().filter(|_| code.starts_with(['o', 'O']))?;
    Some((code, title.trim()))
}

/// What a record says that an item is.
struct Said<'a> {
    source: &'a Source,
    way: &'a [Step],
    code: Code,
    title: &'a str,
}

fn hold(said: &Said<'_>, list: &FrameworkYear, framework: &Framework, problems: &mut Diagnostics) {
    let Some(own) = list.item(said.code) else { return };
    if likeness(own, said.title) >= DIFFERENT {
        return;
    }
    let others = framework.years().filter(|other| other.year() != list.year()).rev();
    let found = others.filter_map(|other| Some((other.year(), other.item(said.code)?)));
    let Some((year, other)) = found.into_iter().find(|(_, item)| likeness(item, said.title) >= SAME) else { return };
    let (code, now) = (said.code, list.year());
    let (th, en) = match list.same_item(other) {
        Some(same) => {
            (format!("ในปี {now} เรื่องเดียวกันคือ {}", same.code), format!("in {now} the same thing is {}", same.code))
        }
        None => (format!("รายการปี {now} ไม่มีเรื่องนี้แล้ว"), format!("the list of {now} does not ask for it any more")),
    };
    problems.push(
        said.source
            .problem(
                &rules::OTHER_YEARS_LIST,
                said.way,
                Message::new(
                    format!("นี่คือ {code} ของปี {year} แต่ {code} ของปี {now} คือ “{}”", own.title),
                    format!("this is {code} of {year}, but {code} of {now} is “{}”", own.title),
                ),
            )
            .help(th, en),
    );
}

fn likeness(item: &OitItem, title: &str) -> f64 {
    let titles = std::iter::once(&item.title).chain(&item.other_titles);
    titles.map(|known| strsim::sorensen_dice(known, title)).fold(0.0, f64::max)
}
