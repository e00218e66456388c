//! What each page is about, in a sentence: the beginning of its own text where it has one, and otherwise what its
//! record says.

use super::summary::short;
use crate::model::{Measure, PageKey, Site, Year};
use crate::pages::{Links, Voice};

/// A text of fewer characters says too little of its page.
const LEAST: usize = 50;

/// What the page that the links are on is about; `written` is the beginning of its own text, where it has one.
pub fn of(
    site: &Site,
    year: Option<&Year>,
    links: Links<'_>,
    voice: Voice<'_>,
    title: &str,
    written: Option<&str>,
) -> String {
    let key = links.from().key();
    let shown = year.or_else(|| site.newest().filter(|_| *key == PageKey::Home));
    // A page may take its title from the heading with which its text begins.
    let written = written.unwrap_or_default().trim_start();
    let written = written.strip_prefix(title).unwrap_or(written);
    if written.trim().chars().count() >= LEAST {
        return short(written);
    }
    let written = Some(written.trim().to_owned()).filter(|written| !written.is_empty());
    let made = made(site, shown, key, voice, title);
    short(&joined(&written.into_iter().chain([made]).collect::<Vec<_>>()))
}

fn measure<'y>(year: &'y Year, slug: &str) -> Option<&'y Measure> {
    year.measures.get(year.place(slug)?).map(AsRef::as_ref)
}

/// A sentence made of what the record says.
fn made(site: &Site, year: Option<&Year>, key: &PageKey, voice: Voice<'_>, title: &str) -> String {
    let name = &site.organisation.name;
    let Some(year) = year else {
        return match key {
            PageKey::NotFound => voice.word("not_found_text").to_owned(),
            PageKey::Redirect(_) => voice.word("redirect_text").to_owned(),
            PageKey::Home => voice.say("about_site", &[name]),
            _ => voice.say("about_page", &[&title, name]),
        };
    };
    let fiscal_year = voice.fiscal_year(year.year.be());
    let of_year = || voice.say("about_page_of_year", &[&title, name, &fiscal_year]);
    let measures = || voice.say("about_measures", &[&voice.number(year.measures.len())]);
    let items = || voice.say("about_items", &[&voice.number(year.linked_items()), &voice.number(year.oit.len())]);
    let more = match key {
        PageKey::Home | PageKey::Year(_) => {
            let site = voice.say("about_site", &[name]);
            return joined(&[format!("{site} {fiscal_year}"), measures(), items()]);
        }
        PageKey::Measure(_, slug) => {
            let Some(measure) = measure(year, slug) else { return of_year() };
            let number = voice.say("measure_number", &[&voice.number(measure.number)]);
            let mut parts = vec![voice.say("about_page_of_year", &[&number, name, &fiscal_year])];
            parts.push(voice.status(measure.status).label);
            parts.extend(measure.period.as_ref().map(|period| voice.span(period.span)));
            parts.extend(measure.all_units().into_iter().map(|unit| site.unit(unit).name.clone()));
            parts.push(measure.title.clone());
            return joined(&parts);
        }
        PageKey::Indicator(_, number) => {
            let score = year.assessment.as_ref().and_then(|one| one.indicator(*number));
            score.map(|score| format!("{} {}", voice.word("score"), voice.score(score)))
        }
        PageKey::Measures(_) | PageKey::Plan(_) | PageKey::Progress(_) => Some(measures()),
        PageKey::OitList(_) => Some(items()),
        PageKey::Oit(_, code) => {
            let links = year.oit.iter().find(|item| item.code == *code).map_or(0, |item| item.links.len());
            (links > 0).then(|| voice.say("about_links", &[&voice.number(links)]))
        }
        PageKey::Data(_) => Some(voice.word("about_data").to_owned()),
        _ => None,
    };
    joined(&[Some(of_year()), more].into_iter().flatten().collect::<Vec<_>>())
}

fn joined(parts: &[String]) -> String {
    parts.join(" · ")
}
