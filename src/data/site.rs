//! `data/site.json`: what a site tells about itself, and where its data stand.

use super::address::package;
use super::package::written;
use crate::model::{Assessment, PageKey, Site, Year, escape};
use crate::record::ContactRecord;
use serde::Serialize;

#[derive(Serialize)]
struct SiteData<'a> {
    organisation: Organisation<'a>,
    /// Where the site stands on the web, ending in `/`; addresses below are written on from it.
    base_url: Option<&'a String>,
    language: &'static str,
    /// The day on which progress is judged.
    as_of: String,
    years: Vec<YearData<'a>>,
}

#[derive(Serialize)]
struct Organisation<'a> {
    name: &'a str,
    kind: Option<&'a String>,
    district: Option<&'a String>,
    province: Option<&'a String>,
    contact: Contact<'a>,
    units: Vec<Unit<'a>>,
}

#[derive(Default, Serialize)]
struct Contact<'a> {
    address: Option<&'a String>,
    phone: Option<&'a String>,
    email: Option<&'a String>,
    website: Option<&'a String>,
    facebook: Option<&'a String>,
    line: Option<&'a String>,
}

#[derive(Serialize)]
struct Unit<'a> {
    id: &'a str,
    name: &'a str,
    aliases: &'a [String],
}

#[derive(Serialize)]
struct YearData<'a> {
    fiscal_year: u16,
    page: Option<String>,
    datapackage: String,
    measures: usize,
    oit_items: usize,
    assessment: Option<Headline<'a>>,
}

#[derive(Serialize)]
struct Headline<'a> {
    analysed_year: u16,
    overall_printed: Option<f64>,
    overall_computed: Option<f64>,
    level_printed: Option<&'a String>,
    levels_computed: Vec<&'a String>,
}

/// The site about itself, as a JSON file.
#[must_use]
pub fn site(site: &Site) -> Vec<u8> {
    let organisation = &site.organisation;
    written(&SiteData {
        organisation: Organisation {
            name: &organisation.name,
            kind: organisation.kind.as_ref(),
            district: organisation.district.as_ref(),
            province: organisation.province.as_ref(),
            contact: organisation.contact.as_ref().map(contact).unwrap_or_default(),
            units: organisation
                .units
                .iter()
                .map(|unit| Unit { id: &unit.id, name: &unit.name, aliases: &unit.aliases })
                .collect(),
        },
        base_url: site.settings.base_url.as_ref(),
        language: site.settings.language.tag(),
        as_of: site.settings.as_of.to_string(),
        years: site.years.iter().map(|year| year_data(site, year)).collect(),
    })
}

fn contact(contact: &ContactRecord) -> Contact<'_> {
    Contact {
        address: contact.address.as_ref(),
        phone: contact.phone.as_ref(),
        email: contact.email.as_ref(),
        website: contact.website.as_ref(),
        facebook: contact.facebook.as_ref(),
        line: contact.line.as_ref(),
    }
}

fn year_data<'a>(site: &Site, year: &'a Year) -> YearData<'a> {
    let be = year.year.be();
    YearData {
        fiscal_year: be,
        page: site.map.find(&PageKey::Year(be)).map(|page| escape(page.address())),
        datapackage: package(be),
        measures: year.measures.len(),
        oit_items: year.oit.len(),
        assessment: year.assessment.as_ref().map(headline),
    }
}

fn headline(assessment: &Assessment) -> Headline<'_> {
    Headline {
        analysed_year: assessment.analysed_year,
        overall_printed: assessment.overall,
        overall_computed: assessment.derived.overall,
        level_printed: assessment.level.as_ref(),
        levels_computed: assessment.derived.levels.iter().map(|level| &level.name).collect(),
    }
}
