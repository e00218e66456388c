//! PS213: an item is filled in by its own year's list. Codes move from year to year, so that last year's list pasted
//! over this year's puts every link under the wrong heading.

use super::actions;
use crate::diagnostic::{Diagnostics, Message, rules};
use crate::field;
use crate::framework::{Code, Framework, FrameworkYear, OitItem};
use crate::model::{Measure, Site, Year};
use crate::read::{Source, Step};

/// How alike two titles are, of 1, to be taken for the same, and below what they are surely different.
const SAME: f64 = 0.8;
const DIFFERENT: f64 = 0.5;

/// What stands before the number of a year, and what an authority is called after the title of its document.
const YEAR_WORDS: [&str; 6] = ["พ.ศ.", "พ.ศ", "พศ.", "ประจำปีงบประมาณ", "ปีงบประมาณ", "ประจำปี"];
const OWNERS: [&str; 8] =
    ["ของเทศบาล", "ของเมืองพัทยา", "ของกรุงเทพมหานคร", "ขององค์การบริหารส่วน", "ของ อบต", "ของอบต", "ของ อบจ", "ของอบจ"];

pub fn items(site: &Site, year: &Year, problems: &mut Diagnostics) {
    for item in &year.oit {
        let Some(source) = &item.source else { continue };
        for (at, link) in item.links.iter().enumerate() {
            let way = field!["links", at, "title"];
            let said = Said { source, way: &way, code: item.code, title: &link.title };
            hold(&said, &year.framework, &site.framework, problems);
        }
    }
}

pub fn measure(site: &Site, _: &Year, measure: &Measure, problems: &mut Diagnostics) {
    let Some(list) = site.framework.year(measure.oit_year) else { return };
    for (at, part) in measure.plan.parts.iter().enumerate() {
        let Some((code, title)) = coded(part) else { continue };
        let way = field!["parts", at];
        hold(&Said { source: &measure.source, way: &way, code, title }, list, &site.framework, problems);
    }
    for acted in actions::reported(measure) {
        let Some((code, title)) = coded(&acted.action.text) else { continue };
        let way = [acted.way.as_slice(), &field!["text"]].concat();
        hold(&Said { source: &measure.source, way: &way, code, title }, list, &site.framework, problems);
    }
}

/// `o10 นโยบาย…`: a code and what it is said to be.
fn coded(text: &str) -> Option<(Code, &str)> {
    let (code, title) = text.trim().trim_start_matches("ข้อ").trim_start().split_once(char::is_whitespace)?;
    // A number alone counts a list.
    let code = Some(code).filter(|code| code.starts_with(['o', 'O'])).and_then(|code| Code::parse_oit(code).ok())?;
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
    let Some((own, year, other)) = pasted(said.code, said.title, list, framework) else { return };
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

/// The item that `list` has under a code, and the year and item of another list whose title stands there.
fn pasted<'f>(
    code: Code,
    title: &str,
    list: &'f FrameworkYear,
    framework: &'f Framework,
) -> Option<(&'f OitItem, u16, &'f OitItem)> {
    let forms = forms(title);
    let own = list.item(code)?;
    if likeness(own, &forms) >= DIFFERENT {
        return None;
    }
    let others = framework.years().filter(|other| other.year() != list.year()).rev();
    let mut found = others.filter_map(|other| {
        let item = other.item(code)?;
        // `โครงสร้าง` of one year and `โครงสร้าง หน้าที่และอำนาจ` of another are answered by the same.
        let within = own.title.starts_with(&item.title) || item.title.starts_with(&own.title);
        (!within).then_some((other.year(), item))
    });
    found.find(|(_, item)| likeness(item, &forms) >= SAME).map(|(year, other)| (own, year, other))
}

fn likeness(item: &OitItem, forms: &[&str]) -> f64 {
    let titles = std::iter::once(&item.title).chain(&item.other_titles);
    let pairs = titles.flat_map(|known| forms.iter().map(move |form| strsim::sorensen_dice(known, form)));
    pairs.fold(0.0, f64::max)
}

/// A title, and the same without what officers put after it: the year, and whose it is. Titles of items may themselves
/// end with ประจำปี, so that every step is kept.
fn forms(title: &str) -> Vec<&str> {
    let mut forms = vec![title.trim()];
    while let Some(last) = forms.last()
        && let Some(shorter) = without_year(last).or_else(|| without_owner(last))
    {
        forms.push(shorter);
    }
    forms
}

/// Without one of the words for a year at the end, or the number of it.
fn without_year(title: &str) -> Option<&str> {
    let number = title.trim_end_matches(|char: char| char.is_ascii_digit() || ('๐'..='๙').contains(&char));
    let shorter = if title[number.len()..].chars().count() == 4 {
        number
    } else {
        YEAR_WORDS.iter().find_map(|words| title.strip_suffix(words))?
    };
    Some(shorter.trim_end()).filter(|shorter| !shorter.is_empty())
}

/// Without the name of an authority at the end: `ของเทศบาลตำบล…`.
fn without_owner(title: &str) -> Option<&str> {
    let at = OWNERS.iter().filter_map(|owner| title.rfind(owner)).max()?;
    Some(title[..at].trim_end()).filter(|shorter| !shorter.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many titles of one year's list, each with a tail, are told in the next year's.
    fn told(tail: &str) -> usize {
        let framework = Framework::embedded();
        let (Some(last), Some(list)) = (framework.year(2566), framework.year(2567)) else { return 0 };
        let titles = last.items().iter().map(|item| (item.code, format!("{}{tail}", item.title)));
        titles.filter(|(code, title)| pasted(*code, title, list, framework).is_some()).count()
    }

    #[test]
    fn last_years_list_is_known_whatever_is_put_after_its_titles() {
        let exact = told("");
        assert!(exact > 30, "{exact}");
        for tail in [
            " ประจำปีงบประมาณ พ.ศ. 2567",
            " ประจำปี ๒๕๖๗",
            " ของเทศบาลตำบลทดสอบ",
            " ขององค์การบริหารส่วนตำบลทดสอบ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        ] {
            let with_tail = told(tail);
            assert!(with_tail + 2 >= exact, "{tail}: {with_tail} of {exact}");
        }
    }

    #[test]
    fn this_years_list_is_not_told_with_or_without_a_tail() {
        let framework = Framework::embedded();
        for list in framework.years() {
            for item in list.items() {
                for tail in ["", " ประจำปีงบประมาณ พ.ศ. 2567", " ของเทศบาลตำบลทดสอบ"]
                {
                    let title = format!("{}{tail}", item.title);
                    assert!(pasted(item.code, &title, list, framework).is_none(), "{} {title}", list.year());
                }
            }
        }
    }
}
