//! What every page of a site has: its title, its place, its menus, its foot.

use super::data_links::{self, DataLinks};
use super::sharing::{Sharing, canonical};
use super::telephone::telephones;
use super::{Link, Links, Voice, icon, names};
use crate::model::{PageKey, Site, Year, mail_link, web_link};
use crate::record::PartRecord;
use crate::theme::Finished;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::mem::discriminant;

/// What every page has.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Frame {
    /// The language tag.
    pub lang: &'static str,
    /// The digits in which numbers are shown: `thai` or `arabic`.
    pub digits: &'static str,
    /// The page's heading.
    pub title: String,
    /// The title of the window: the heading and whose page it is.
    pub window_title: String,
    /// The canonical address, where the site knows its own.
    pub canonical: Option<String>,
    /// The site's own host, where the page's links are not relative.
    pub host: Option<String>,
    /// The style sheet.
    pub stylesheet: Finished<String>,
    /// The script that shows the page as its reader likes.
    pub display_script: Finished<String>,
    /// The script that makes tables sort and filter.
    pub tables_script: Finished<String>,
    /// The page on which a search is shown; none where this is that page, or the site has no search.
    pub search: Finished<Option<String>>,
    /// The way to the top, in the authority's name.
    pub home: Finished<Link>,
    /// The logo.
    pub logo: Finished<Option<String>>,
    /// The sign in a browser's tab: the logo, where there is one.
    pub icon: Finished<String>,
    /// The authority's name.
    pub organisation: Finished<String>,
    /// District and province.
    pub place: Finished<String>,
    /// The front page of the portal.
    pub portal: Finished<Option<Link>>,
    /// The parts of the year.
    pub menu: Finished<Vec<Link>>,
    /// The years.
    pub years: Finished<Vec<Link>>,
    /// Ordinary pages.
    pub pages: Finished<Vec<Link>>,
    /// The way to this page from the top.
    pub crumbs: Vec<Link>,
    /// When the page's record was last changed.
    pub updated: Option<String>,
    /// The day on which progress is judged.
    pub as_of: Finished<String>,
    /// The same for machines.
    pub as_of_iso: Finished<String>,
    /// The tables that stand on the page, as open data, by their names there; empty where the site has no open data.
    pub data: Finished<BTreeMap<&'static str, DataLinks>>,
    /// How to reach the authority.
    pub contact: Finished<Vec<Contact>>,
    /// What the page says of itself to those who link to it.
    pub sharing: Sharing,
    /// Whether the page is kept out of search engines.
    pub hidden: bool,
}

/// One way to reach the authority.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Contact {
    /// What it is: an address, a telephone number.
    label: String,
    /// What it says.
    text: String,
    /// Where it leads; none where it is no link.
    href: Option<String>,
}

/// The heading of a page and what is particular to its frame.
#[derive(Debug, Default)]
pub struct Heading {
    /// The heading.
    pub title: String,
    /// The pages between the year and this one.
    pub above: Vec<Link>,
    /// When its record was last changed.
    pub updated: Option<Date>,
    /// The beginning of its own text, where it has one.
    pub text: Option<String>,
}

impl Frame {
    /// The frame of a page of `site`; `year` is the year it belongs to.
    #[must_use]
    pub fn new(site: &Site, year: Option<&Year>, links: Links<'_>, voice: Voice<'_>, heading: Heading) -> Self {
        let organisation = &site.organisation.name;
        let key = links.from().key();
        let around = || Self::around(site, year, links, voice);
        let alike = match year.filter(|_| is_in_no_menu(key)) {
            Some(year) => links.common().frames.get((discriminant(key), year.year.be()), around),
            None => around(),
        };
        let mut crumbs = Vec::new();
        if *key != PageKey::Home {
            crumbs.push(links.to(&PageKey::Home, voice.word("home")));
        }
        if let Some(year) = year.filter(|year| *key != PageKey::Year(year.year.be()) && *key != PageKey::Home) {
            crumbs.push(links.to(&PageKey::Year(year.year.be()), voice.fiscal_year(year.year.be())));
        }
        crumbs.extend_from_slice(&heading.above);
        let window_title = if heading.title == *organisation {
            heading.title.clone()
        } else {
            year.map_or_else(
                || format!("{} – {organisation}", heading.title),
                |year| format!("{} – {} – {organisation}", heading.title, voice.fiscal_year(year.year.be())),
            )
        };
        Self {
            window_title,
            canonical: canonical(site, links.from()),
            sharing: if links.are_used("sharing") {
                Sharing::new(site, year, links, voice, &heading, &crumbs)
            } else {
                Sharing::default()
            },
            title: heading.title,
            crumbs,
            updated: heading.updated.map(|date| voice.date(date)),
            ..alike
        }
    }

    /// What the frame of a page has alike with those of its kind that stand in the same folder.
    fn around(site: &Site, year: Option<&Year>, links: Links<'_>, voice: Voice<'_>) -> Self {
        let organisation = &site.organisation;
        let home = links.to(&PageKey::Home, &organisation.name).in_language(site.settings.language, voice);
        let shown = year.or_else(|| site.newest());
        let key = links.from().key();
        let portal = site.folder.as_ref().filter(|_| *key != PageKey::NotFound);
        let portal = portal.map(|_| Link {
            href: Some(links.from().link_to_file("../index.html")),
            ..Link::words(voice.word("all_organisations"))
        });
        let years = site.years.iter().rev().map(|year| Link {
            current: shown.is_some_and(|shown| shown.year == year.year),
            ..links.to(&PageKey::Year(year.year.be()), voice.number(year.year.be()))
        });
        let pages = site.pages.iter().map(|page| {
            let link = links.to(&PageKey::Page(page.slug.clone()), &page.title);
            link.in_language(page.language, voice)
        });
        let data = match (key, year) {
            _ if !site.settings.has(PartRecord::Data) => BTreeMap::new(),
            (PageKey::Years, _) => data_links::beside_years(links, voice),
            (_, Some(year)) => data_links::beside(year, links, voice),
            (_, None) => BTreeMap::new(),
        };
        Self {
            lang: voice.language().tag(),
            digits: voice.digits(),
            title: String::new(),
            window_title: String::new(),
            canonical: None,
            host: links.host(),
            stylesheet: links.file("assets/style.css").into(),
            display_script: links.file("assets/display.js").into(),
            tables_script: links.file("assets/tables.js").into(),
            search: Finished::new(&links.to(&PageKey::Search, "").href.filter(|_| *key != PageKey::Search)),
            home: Finished::new(&home),
            logo: Finished::new(&organisation.logo.as_ref().map(|path| links.file(path))),
            icon: links.file(organisation.logo.as_deref().unwrap_or(icon::FILE)).into(),
            organisation: (&organisation.name).into(),
            place: names::place(organisation, voice).into(),
            portal: Finished::new(&portal),
            menu: Finished::new(&shown.map(|year| menu(year, links, voice)).unwrap_or_default()),
            years: Finished::new(&years.collect()),
            pages: Finished::new(&pages.collect()),
            crumbs: Vec::new(),
            updated: None,
            as_of: voice.date(site.settings.as_of).into(),
            as_of_iso: site.settings.as_of.to_string().into(),
            data: Finished::new(&data),
            contact: Finished::new(&contact(site, voice)),
            sharing: Sharing::default(),
            hidden: matches!(key, PageKey::Search | PageKey::NotFound | PageKey::Redirect(_)),
        }
    }
}

/// Whether a page stands in no menu of its year, so that all of its kind have the same menus.
fn is_in_no_menu(key: &PageKey) -> bool {
    use PageKey::{Indicator, Issue, Measure, Oit, Unit};
    matches!(key, Indicator(..) | Issue(..) | Measure(..) | Oit(..) | Unit(..))
}

fn menu(year: &Year, links: Links<'_>, voice: Voice<'_>) -> Vec<Link> {
    let be = year.year.be();
    let entries = [
        (PageKey::Year(be), "overview"),
        (PageKey::Measures(be), "measures"),
        (PageKey::Indicators(be), "indicators"),
        (PageKey::Assessment(be), "assessment"),
        (PageKey::Issues(be), "issues"),
        (PageKey::OitList(be), "oit"),
        (PageKey::Units(be), "units"),
        (PageKey::Plan(be), "plan"),
        (PageKey::Progress(be), "progress_report"),
        (PageKey::Years, "years_title"),
        (PageKey::Data(be), "open_data"),
    ];
    entries
        .into_iter()
        .map(|(key, word)| {
            let mut link = links.to(&key, voice.word(word));
            link.current |= key == PageKey::Year(be) && *links.from().key() == PageKey::Home;
            link
        })
        .filter(|link| link.href.is_some())
        .collect()
}

fn contact(site: &Site, voice: Voice<'_>) -> Vec<Contact> {
    let Some(contact) = &site.organisation.contact else { return Vec::new() };
    let one = |word: &'static str, text: &Option<String>, link: fn(&str) -> Option<String>| {
        text.iter().map(|text| (word, text.clone(), link(text))).collect::<Vec<_>>()
    };
    let phones = contact.phone.iter().flat_map(|phone| telephones(phone));
    let ways = [
        one("address", &contact.address, |_| None),
        phones.map(|(text, link)| ("phone", text, link)).collect(),
        one("email", &contact.email, mail_link),
        one("website", &contact.website, web_link),
        one("facebook", &contact.facebook, web_link),
        one("line", &contact.line, web_link),
    ];
    let ways = ways.into_iter().flatten();
    ways.map(|(word, text, href)| Contact { label: voice.word(word).to_owned(), text, href }).collect()
}
