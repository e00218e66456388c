//! Records into the site: the one way from what was read to what is shown.
//!
//! First the pages that there will be are named, so that links can be checked; then every record is linked.

use super::addresses::{Named, slug, stem};
use super::area::Area;
use super::assessment::assessment;
use super::issue::issue;
use super::linker::{self, Linker, Written};
use super::linking::{Context, Linking, no_framework};
use super::measures::measure;
use super::memory::Memory;
use super::oit::{Oit, oit};
use super::organisation::{check_contact, check_folder, logo, settings, units};
use super::page;
use super::sitemap::escape;
use super::top::top;
use super::{Measures, Organisation, Portal, Settings, Site, Year};
use crate::diagnostic::{Diagnostics, Location, Message, rules};
use crate::field;
use crate::framework::{Code, Framework, FrameworkYear};
use crate::memo::{Itself, print};
use crate::read::{Content, Entry, MeasureBrief, SiteContent, Step, YearContent};
use crate::record::{OitRecord, PartRecord};
use crate::thai::calendar::FiscalYear;
use crate::thai::digits::parse_whole;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// What a build is told besides its content.
#[derive(Debug, Clone, Hash)]
pub struct Options {
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Where the site will stand, instead of what it says itself.
    pub base_url: Option<String>,
    /// What every site is made without, besides what it says itself.
    pub without: BTreeSet<PartRecord>,
    /// The day of the build, on which progress is judged where a site names no day.
    pub today: Date,
}

/// Links all sites of `content`.
pub fn link(content: Content, options: &Options, problems: &mut Diagnostics) -> Portal {
    link_again(content, options, &Memory::default(), problems)
}

/// The same where it was linked before.
pub fn link_again(content: Content, options: &Options, memory: &Memory, problems: &mut Diagnostics) -> Portal {
    let sites = content.sites.into_iter().filter_map(|content| site(content, options, memory, problems));
    let (sites, named): (Vec<Site>, Vec<Arc<Named>>) = sites.unzip();
    memory.measures.end();
    memory.named.end();
    let top = content.top.map(|content| top(content, &sites, &named, options, problems));
    Portal { top, base_url: front_page_address(&sites), sites }
}

/// Where the front page stands, if all sites say that they stand in their folders below one address.
fn front_page_address(sites: &[Site]) -> Option<String> {
    let above = |site: &Site| {
        let own = site.settings.base_url.as_ref()?;
        Some(own.strip_suffix(&format!("{}/", escape(site.folder.as_ref()?)))?.to_owned())
    };
    let address = above(sites.first()?)?;
    sites.iter().all(|site| above(site).as_ref() == Some(&address)).then_some(address)
}

fn site(
    content: SiteContent,
    options: &Options,
    memory: &Memory,
    problems: &mut Diagnostics,
) -> Option<(Site, Arc<Named>)> {
    let source = Arc::clone(&content.site.source);
    let record = content.site.record.as_ref()?;
    check_folder(&source, content.folder.as_deref(), problems);
    let units = units(&source, record, problems);
    let framework = framework(&content, problems);
    let years: Vec<(&YearContent, Arc<FrameworkYear>)> = content
        .years
        .iter()
        .filter(|year| options.drafts || year.has_published())
        .filter_map(|year| {
            let Some(known) = framework.year(year.year) else {
                let folder = source.path.trim_end_matches("site.yaml");
                let place = Location::file(format!("{folder}{}", year.year));
                problems.push(no_framework(place, u32::from(year.year)));
                return None;
            };
            Some((year, Arc::new(known.clone())))
        })
        .collect();
    let settings = settings(&source, record, &content, options, problems);
    let name = |problems: &mut Diagnostics| {
        Arc::new(Named::of(&content, &years, &units, options.drafts, &settings.without, problems))
    };
    let print_of_named = Named::print_of(&content, &years, &units, &settings.without);
    let named = memory.named.get((content.folder.clone(), print_of_named), || {
        let mut own = Diagnostics::default();
        let named = name(&mut own);
        own.is_empty().then_some(named)
    });
    let named = named.unwrap_or_else(|| name(problems));
    let own = Area::new(&named, &content.files);
    let texts: Vec<&str> =
        [source.text()].into_iter().chain(content.framework.iter().map(|one| one.source.text())).collect();
    let linker = Linker {
        units: &units,
        print: print(&(texts, options, named.print, &own.files)),
        own,
        sites: BTreeMap::new(),
        nearby: OnceLock::new(),
    };
    let logo = logo(&source, record, &linker, problems);
    check_contact(&source, record, problems);
    let years = years
        .into_iter()
        .filter_map(|(year, own)| {
            link_year(year, own, &framework, &linker, &settings, options.drafts, memory, problems)
        })
        .collect();
    let pages = page::pages(&content.pages, settings.language, &linker, problems);
    let organisation = &record.organisation;
    let site = Site {
        organisation: Organisation {
            name: organisation.name.trim().to_owned(),
            kind: organisation.kind.clone(),
            district: organisation.district.clone(),
            province: organisation.province.clone(),
            logo,
            contact: organisation.contact.clone(),
            units,
        },
        folder: content.folder,
        source,
        settings,
        framework,
        years,
        pages,
        files: content.files,
        redirects: named.redirects.clone(),
        map: Arc::clone(&named.map),
    };
    Some((site, named))
}

fn framework(content: &SiteContent, problems: &mut Diagnostics) -> Framework {
    let mut framework = Framework::embedded().clone();
    for entry in &content.framework {
        let Some(patch) = &entry.record else { continue };
        let named = stem(&entry.source).trim_end_matches(".yaml");
        if parse_whole(named) != Some(patch.year.0) {
            problems.push(
                entry
                    .source
                    .problem(
                        &rules::YEAR_MISMATCH,
                        &field!["year"],
                        Message::new(
                            format!("ชื่อแฟ้มบอกปี {named} แต่ `year` เป็น {}", patch.year.0),
                            format!("the file's name says {named}, but `year` says {}", patch.year.0),
                        ),
                    )
                    .help("แก้ให้ตรงกัน", "make them agree"),
            );
        }
        match framework.patched(patch) {
            Ok(patched) => framework = patched,
            Err(error) => {
                for problem in error.problems {
                    let message = Message::new(problem.thai(), problem.to_string());
                    let way = Step::way(&problem.path);
                    problems.push(entry.source.problem(&rules::FRAMEWORK_ENTRY, &way, message).help(
                        "แก้รายการนี้ให้เข้ากับกรอบการประเมินของปีนั้น ดูช่องทั้งหมดด้วย prongsai schema framework --reference",
                        "make it fit the framework of that year; all fields: prongsai schema framework --reference",
                    ));
                }
            }
        }
    }
    framework
}

#[expect(
    clippy::too_many_arguments,
    reason = "the one place where a year's records meet everything they are linked with"
)]
fn link_year(
    content: &YearContent,
    own: Arc<FrameworkYear>,
    framework: &Framework,
    linker: &Linker<'_>,
    settings: &Settings,
    drafts: bool,
    memory: &Memory,
    problems: &mut Diagnostics,
) -> Option<Year> {
    let year = FiscalYear::new(content.year)?;
    let entry = content.assessment.as_ref();
    let record = entry.and_then(|entry| entry.record.as_ref()).filter(|record| drafts || !record.draft);
    let written_year = record.and_then(|record| record.analysed_year).map(|year| year.0);
    let analysed_year = written_year.unwrap_or_else(|| u32::from(year.be()) - 1);
    let known = u16::try_from(analysed_year).ok().and_then(|year| framework.year(year));
    if let (None, Some(entry), Some(_)) = (known, entry, record) {
        problems.push(no_framework(entry.source.at(&field!["analysed_year"]), analysed_year));
    }
    let analysed = known.map_or_else(|| Arc::clone(&own), |known| Arc::new(known.clone()));
    let context = Context { linker, year, framework, own: &own, analysed: &analysed, as_of: settings.as_of };
    let assessment = entry.zip(record).map(|(entry, record)| {
        let linking = Linking { source: &entry.source, context: &context, problems };
        // A year of which nothing is known is the written one all the same.
        let named = u16::try_from(analysed_year).unwrap_or_else(|_| analysed.year());
        assessment(&entry.source, record, named, &analysed, linking)
    });
    let measures = link_measures(content, &context, drafts, memory, problems);
    let items = link_oit(content, &context, drafts, problems);
    let mut issues: Vec<_> = content
        .issues
        .iter()
        .filter_map(|entry| {
            let record = entry.record.as_ref().filter(|record| drafts || !record.draft)?;
            issue(&entry.source, record, Linking { source: &entry.source, context: &context, problems })
        })
        .collect();
    issues.sort_by_key(|issue| issue.number);
    let places = measures.iter().enumerate().map(|(place, measure)| (measure.slug.clone(), place)).collect();
    Some(Year { year, assessment, measures, places, oit: items, issues, framework: own })
}

fn link_measures(
    content: &YearContent,
    context: &Context<'_>,
    drafts: bool,
    memory: &Memory,
    problems: &mut Diagnostics,
) -> Measures {
    let with = print(&(context.linker.print, context.year.be(), context.analysed.year()));
    let linked: Vec<_> = content
        .measures
        .par_iter()
        .enumerate()
        .filter_map(|(at, entry)| {
            entry.record.as_ref().filter(|record| drafts || !record.draft)?;
            let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let key = (Itself(Arc::clone(entry)), print(&(with, place)));
            memory.measures.get(key, || {
                let mut own = Diagnostics::default();
                let slug = slug(entry, |record: &MeasureBrief| record.slug.as_ref());
                let linked = measure(&entry.source, slug, place, &*entry.whole()?, context, &mut own);
                // Of so many, all that is said twice takes room.
                entry.forget();
                Some((Arc::new(linked), Arc::new(own)))
            })
        })
        .collect();
    let measures = linked.into_iter().map(|(measure, own)| {
        problems.add(&own);
        measure
    });
    measures.collect()
}

fn link_oit(content: &YearContent, context: &Context<'_>, drafts: bool, problems: &mut Diagnostics) -> Vec<Oit> {
    let mut written: BTreeMap<Code, (&Entry<OitRecord>, &OitRecord)> = BTreeMap::new();
    for entry in &content.oit {
        let file = Written { source: &entry.source, text: stem(&entry.source), way: &[] };
        let Some(code) = linker::code(file, Code::parse_oit, context.own, context.framework, problems) else {
            continue;
        };
        let Some(record) = entry.record.as_ref().filter(|record| drafts || !record.draft) else { continue };
        if let Some((other, _)) = written.insert(code, (&**entry, record)) {
            let message = Message::new(
                format!("{code} มีแฟ้มอยู่แล้วคือ {}", other.source.path),
                format!("{code} already has the file {}", other.source.path),
            );
            problems.push(
                entry
                    .source
                    .problem(&rules::SAME_ADDRESS, &[], message)
                    .help("รวมเป็นแฟ้มเดียว หรือแก้รหัสในชื่อแฟ้ม", "make one file of the two, or mend the code in the name"),
            );
        }
    }
    context
        .own
        .items()
        .iter()
        .map(|item| match written.get(&item.code) {
            Some((entry, record)) => {
                oit(item.code, &entry.source, record, Linking { source: &entry.source, context, problems })
            }
            None => Oit::empty(item.code),
        })
        .collect()
}
