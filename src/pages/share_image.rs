//! What is to be read on the picture that stands beside a link to a year where people share it: whose site it is, and
//! what the year comes to.

use super::Voice;
use super::result::known_level;
use crate::model::{Site, Status, Year};
use crate::record::PartRecord;
use crate::share::{Card, Figure, Logo};
use crate::theme::{COLOR, Theme, light};

/// Whether a site has such pictures: it must want them, and know its own address, since who shows one asks for it by its
/// whole address.
#[must_use]
pub fn has_share_images(site: &Site) -> bool {
    site.settings.has(PartRecord::Pictures) && site.settings.base_url.is_some()
}

/// Where the picture of a year (Buddhist Era) stands, within its site.
#[must_use]
pub fn share_address(year: u16) -> String {
    format!("{year}/share.png")
}

/// The picture, as a PNG; `None` where memory does not suffice for one.
#[must_use]
pub fn share_image(site: &Site, year: &Year, theme: &Theme) -> Option<Vec<u8>> {
    card(site, year, Voice::new(theme.words(), &site.settings)).png()
}

fn card(site: &Site, year: &Year, voice: Voice<'_>) -> Card {
    let organisation = &site.organisation;
    let logo = organisation.logo.as_ref().and_then(|path| site.files.iter().find(|file| file.path == *path));
    Card {
        name: organisation.name.clone(),
        kind: organisation.kind.clone(),
        logo: logo.and_then(|file| Logo::read(&file.disk)),
        title: voice.word("tagline").to_owned(),
        year: voice.fiscal_year(year.year.be()),
        figures: [result(year, voice), measures(year, voice), items(year, voice)].into_iter().flatten().collect(),
        colors: light(site.settings.color.unwrap_or(COLOR)),
    }
}

/// The score, or else the level, of the result that the year's plan answers.
fn result(year: &Year, voice: Voice<'_>) -> Option<Figure> {
    let assessment = year.assessment.as_ref()?;
    let of = |word| voice.say(word, &[&voice.number(assessment.analysed_year)]);
    let level = known_level(assessment, voice);
    match (assessment.overall(), level) {
        (Some(score), Some(level)) => Some(Figure {
            number: voice.score(score),
            label: voice.say("ladder_level", &[&level]),
            note: of("share_score"),
        }),
        (Some(score), None) => {
            Some(Figure { number: voice.score(score), label: of("share_score"), note: String::new() })
        }
        (None, Some(level)) => Some(Figure { number: level, label: of("share_level"), note: String::new() }),
        (None, None) => None,
    }
}

/// How many measures are done, or that nothing was reported of them.
fn measures(year: &Year, voice: Voice<'_>) -> Option<Figure> {
    let all = year.measures.len();
    let done = year.measures.iter().filter(|measure| measure.status == Status::Done).count();
    let (number, note) = if year.is_reported() {
        (format!("{done}/{all}"), voice.word("share_done").to_owned())
    } else {
        (all.to_string(), voice.status(Status::NotReported).label)
    };
    (all > 0).then(|| Figure { number: voice.number(number), label: voice.word("measures").to_owned(), note })
}

/// How many items of the list have a link.
fn items(year: &Year, voice: Voice<'_>) -> Option<Figure> {
    let (linked, all) = (year.linked_items(), year.oit.len());
    (all > 0).then(|| Figure {
        number: voice.number(format_args!("{linked}/{all}")),
        label: voice.word("share_items").to_owned(),
        note: voice.word("share_linked").to_owned(),
    })
}
