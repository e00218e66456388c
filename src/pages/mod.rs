//! The pages of a site and what each of them shows.
//!
//! The site's map says which pages there are; [`render`] works out what one of them shows and hands it to
//! its template. What a template is given is finished: words, digits and links are those of its site.

mod assessment;
mod cell;
mod columns;
mod common;
mod context;
mod data;
mod data_links;
mod feed;
mod frame;
mod icon;
mod indicator;
mod issue;
mod link;
mod links_report;
mod measure;
mod measures;
mod names;
mod oit;
mod overview;
mod paper;
mod picture_size;
mod pictures;
mod plain;
mod portal;
mod portal_frame;
mod portal_page;
mod question;
mod redirect;
mod report;
mod result;
mod search;
mod share_image;
mod sharing;
mod sitemap;
mod survey;
mod telephone;
mod timeline;
mod unit;
mod voice;
mod years;

pub use common::Common;
pub use context::{Given, given};
pub use feed::{FILE as FEED, feed};
pub use icon::{FILE as ICON, icon};
pub use link::{Link, Links};
pub use links_report::{LinksRun, links_report};
pub use names::{indicator_name, issue_title};
pub use portal::portal;
pub use portal_page::portal_page;
pub use search::SCRIPTS as SEARCH_SCRIPTS;
pub use share_image::{has_share_images, share_address, share_image};
pub use sitemap::{PORTAL_FILE as PORTAL_SITEMAP, portal_sitemap, robots, sitemap, sitemap_index};
pub use survey::{FILE as SURVEY_CODE, survey_code};
pub use voice::Voice;

use crate::diagnostic::{Diagnostic, Location, Message, rules};
use crate::model::{PageKey, PageRef, Site};
use crate::theme::Theme;

/// A page as HTML. What it has alike with others is taken from `common`, which belongs to this state of the site.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn render(site: &Site, page: &PageRef, theme: &Theme, common: &Common) -> Result<String, Diagnostic> {
    let voice = Voice::new(theme.words(), &site.settings);
    let links = Links::new(site, page, common);
    let year = |be: u16| site.years.iter().find(|year| year.year.be() == be).ok_or_else(|| missing(page));
    match page.key() {
        PageKey::Home => match site.newest() {
            Some(year) => theme.render("overview.html", overview::page(site, year, links, voice)),
            None => theme.render("page.html", plain::empty(site, links, voice)),
        },
        PageKey::Year(be) => theme.render("overview.html", overview::page(site, year(*be)?, links, voice)),
        PageKey::Indicators(be) => theme.render("indicators.html", indicator::list(site, year(*be)?, links, voice)),
        PageKey::Indicator(be, number) => {
            let view = indicator::page(site, year(*be)?, *number, links, voice).ok_or_else(|| missing(page))?;
            theme.render("indicator.html", view)
        }
        PageKey::Measures(be) => theme.render("measures.html", measures::list(site, year(*be)?, links, voice)),
        PageKey::Measure(be, slug) => {
            let year = year(*be)?;
            let measure = year.place(slug).and_then(|place| year.measures.get(place)).ok_or_else(|| missing(page))?;
            // They are nearly all pages of a site.
            let named = theme.named("measure.html");
            theme.render("measure.html", measure::page(site, year, measure, links.naming(&named), voice))
        }
        PageKey::OitList(be) => theme.render("oit-list.html", oit::list(site, year(*be)?, links, voice)),
        PageKey::Oit(be, code) => {
            let view = oit::page(site, year(*be)?, *code, links, voice).ok_or_else(|| missing(page))?;
            theme.render("oit.html", view)
        }
        PageKey::Units(be) => theme.render("units.html", unit::list(site, year(*be)?, links, voice)),
        PageKey::Unit(be, id) => {
            let unit = site.unit_ids().find(|unit| site.unit(*unit).id == *id).ok_or_else(|| missing(page))?;
            theme.render("unit.html", unit::page(site, year(*be)?, unit, links, voice))
        }
        PageKey::Issues(be) => theme.render("issues.html", issue::list(site, year(*be)?, links, voice)),
        PageKey::Issue(be, number) => {
            let year = year(*be)?;
            let found = year.issues.iter().find(|issue| issue.number == *number).ok_or_else(|| missing(page))?;
            theme.render("issue.html", issue::page(site, year, found, links, voice))
        }
        PageKey::Assessment(be) => theme.render("assessment.html", assessment::page(site, year(*be)?, links, voice)),
        PageKey::Plan(be) => {
            theme.render("report.html", report::page(site, year(*be)?, columns::Kind::Plan, links, voice))
        }
        PageKey::Progress(be) => {
            theme.render("report.html", report::page(site, year(*be)?, columns::Kind::Progress, links, voice))
        }
        PageKey::Years => theme.render("years.html", years::page(site, links, voice)),
        PageKey::Data(be) => theme.render("data.html", data::page(site, year(*be)?, links, voice)),
        PageKey::Page(slug) => {
            let found = site.pages.iter().find(|one| one.slug == *slug).ok_or_else(|| missing(page))?;
            let theme = theme.speaking(found.language);
            let voice = Voice::speaking(theme.words(), &site.settings, found.language);
            theme.render("page.html", plain::page(site, found, links, voice))
        }
        // Of no site: see `portal_page`.
        PageKey::PortalPage(_) => Err(missing(page)),
        PageKey::Search => theme.render("search.html", search::page(site, links, voice)),
        PageKey::NotFound => theme.render("404.html", plain::not_found(site, links, voice)),
        PageKey::Redirect(address) => {
            let found = site.redirects.iter().find(|one| one.address == *address).ok_or_else(|| missing(page))?;
            theme.render("redirect.html", redirect::page(site, found, links, voice))
        }
    }
}

/// The map and the model are made together, so that this is a fault of the program, told as one.
fn missing(page: &PageRef) -> Diagnostic {
    Diagnostic::new(
        &rules::OUTPUT,
        Location::file(page.address()),
        Message::new("โปรแกรมผิดพลาด: ไม่พบข้อมูลของหน้านี้", "a fault of the program: this page has no data"),
    )
    .help("แจ้งผู้พัฒนาโปรแกรม พร้อมข้อความนี้", "tell those who make the program, with this message")
}
