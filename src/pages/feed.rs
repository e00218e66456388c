//! What changed on a site, newest first: an Atom feed (RFC 4287).
//!
//! Its times are those of the records, never of the clock: a result that became known, a record that was changed. A
//! month or a year that is named alone stands at its end.

use super::Voice;
use super::sharing::canonical;
use crate::model::{Outcome, PageKey, Site, Year};
use crate::record::PartRecord;
use crate::theme::Theme;
use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;
use url::Url;

/// Where it stands within its site.
pub const FILE: &str = "feed.xml";
/// How much it tells: what is older can be read on the pages.
const MOST: usize = 100;

/// Whether a site has a feed: it must want one, know its own address, and have a year.
#[must_use]
pub fn is_there(site: &Site) -> bool {
    site.settings.has(PartRecord::Feed) && site.settings.base_url.is_some() && site.newest().is_some()
}

/// Something that changed.
struct Entry {
    date: Date,
    /// Its name for all time.
    id: String,
    address: String,
    title: String,
    summary: String,
}

/// `feed.xml`; `None` where the site has none.
#[must_use]
pub fn feed(site: &Site, theme: &Theme) -> Option<String> {
    if !is_there(site) {
        return None;
    }
    let base = site.settings.base_url.as_deref()?;
    let voice = Voice::new(theme.words(), &site.settings);
    let first_day = site.newest()?.year.first_day();
    let mut entries: Vec<Entry> = site.years.iter().flat_map(|year| of_year(site, year, base, voice)).collect();
    entries.extend(site.pages.iter().filter_map(|page| {
        let key = PageKey::Page(page.slug.clone());
        changed(site, &key, page.updated?, page.title.clone(), voice)
    }));
    entries.retain(|entry| entry.date <= site.settings.as_of);
    entries.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    // One result may be written for several actions.
    entries.dedup_by(|a, b| a.id == b.id);
    entries.truncate(MOST);
    let updated = entries.first().map_or(first_day, |entry| entry.date);
    written(site, base, voice, updated, &entries).ok()
}

/// The results and records of a year.
fn of_year(site: &Site, year: &Year, base: &str, voice: Voice<'_>) -> Vec<Entry> {
    let be = year.year.be();
    let mut entries = Vec::new();
    for measure in year.measures.iter() {
        let key = PageKey::Measure(be, measure.slug.clone());
        let Some(address) = site.map.find(&key).and_then(|page| canonical(site, page)) else { continue };
        let outcomes = measure.reported().actions.iter().flat_map(|action| &action.outcomes);
        entries.extend(outcomes.filter_map(|outcome| {
            let date = outcome.date.as_ref()?.span.last();
            let id = tag(base, &address, date, &outcome.text)?;
            let summary = result(outcome, voice);
            Some(Entry { date, id, address: address.clone(), title: measure.title.clone(), summary })
        }));
        entries.extend(measure.updated.and_then(|date| changed(site, &key, date, measure.title.clone(), voice)));
    }
    entries.extend(year.oit.iter().filter_map(|item| {
        let title = year.framework.item(item.code).map(|item| item.title.as_str()).unwrap_or_default();
        changed(site, &PageKey::Oit(be, item.code), item.updated?, format!("{} {title}", item.code), voice)
    }));
    entries.extend(year.issues.iter().filter_map(|issue| {
        let title = super::names::issue_title(year, issue.number, voice);
        changed(site, &PageKey::Issue(be, issue.number), issue.updated?, title, voice)
    }));
    entries.extend(year.assessment.as_ref().and_then(|one| {
        let title = format!("{} {}", voice.word("assessment"), voice.fiscal_year(be));
        changed(site, &PageKey::Assessment(be), one.updated?, title, voice)
    }));
    entries
}

/// A record that was changed: its page is its name.
fn changed(site: &Site, key: &PageKey, date: Date, title: String, voice: Voice<'_>) -> Option<Entry> {
    let address = canonical(site, site.map.find(key)?)?;
    let summary = voice.say("feed_updated", &[&voice.date(date)]);
    Some(Entry { date, id: address.clone(), address, title, summary })
}

/// What came of an action, with its evidence.
fn result(outcome: &Outcome, voice: Voice<'_>) -> String {
    let status = voice.outcome(outcome.status).label;
    let evidence: Vec<&str> = outcome.evidence.iter().map(|one| one.title.as_str()).collect();
    let evidence = (!evidence.is_empty()).then(|| format!("{}: {}", voice.word("evidence"), evidence.join(", ")));
    let date = outcome.date.as_ref().map(|date| voice.span(date.span));
    [Some(outcome.text.clone()), Some(status), date, evidence].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name of a result for all time (RFC 4151): made of where it stands, when it was and what it says, so that others
/// may be written before it.
fn tag(base: &str, address: &str, date: Date, text: &str) -> Option<String> {
    let host = Url::parse(base).ok()?.host_str()?.to_owned();
    let path = address.strip_prefix(base)?;
    let hash = blake3::hash(text.as_bytes()).to_hex();
    Some(format!("tag:{host},{date}:{path}/{}", &hash[..16]))
}

fn written(site: &Site, base: &str, voice: Voice<'_>, updated: Date, entries: &[Entry]) -> io::Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let name = &site.organisation.name;
    let feed = xml.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    feed.with_attribute(("xml:lang", site.settings.language.tag())).write_inner_content(|xml| {
        text(xml, "id", base)?;
        text(xml, "title", &voice.say("feed_title", &[name]))?;
        text(xml, "subtitle", voice.word("tagline"))?;
        text(xml, "updated", &time(updated))?;
        let this = format!("{base}{FILE}");
        let link = xml.create_element("link").with_attribute(("rel", "self"));
        link.with_attribute(("type", "application/atom+xml")).with_attribute(("href", this.as_str())).write_empty()?;
        link_to(xml, base)?;
        xml.create_element("author").write_inner_content(|xml| text(xml, "name", name))?;
        text(xml, "generator", "prongsai")?;
        for entry in entries {
            xml.create_element("entry").write_inner_content(|xml| {
                text(xml, "id", &entry.id)?;
                text(xml, "title", &entry.title)?;
                text(xml, "updated", &time(entry.date))?;
                link_to(xml, &entry.address)?;
                text(xml, "summary", &entry.summary)
            })?;
        }
        Ok(())
    })?;
    let bytes = xml.into_inner();
    Ok(String::from_utf8_lossy(&bytes).into_owned() + "\n")
}

fn text(xml: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    let seen = crate::unseen::without_unseen(text.to_owned());
    xml.create_element(name).write_text_content(BytesText::new(&seen)).map(|_| ())
}

fn link_to(xml: &mut Writer<Vec<u8>>, address: &str) -> io::Result<()> {
    let link = xml.create_element("link").with_attribute(("rel", "alternate"));
    link.with_attribute(("type", "text/html")).with_attribute(("href", address)).write_empty().map(|_| ())
}

/// A day as a time: its beginning in Thailand.
fn time(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}
