//! PS104: a link to a heading finds it.

use super::actions;
use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::field;
use crate::model::{Evidence, PageKey, PageRef, Portal, Prose, Site, Target};
use crate::read::{Source, Step};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What every page has, whatever stands on it.
const ON_EVERY_PAGE: &str = "main";

/// A link to a heading.
struct Anchored<'a> {
    page: &'a PageRef,
    id: &'a str,
    place: Place<'a>,
}

impl Anchored<'_> {
    /// Whether it leads to something on a page whose headings have these ids.
    fn is_there(&self, ids: &[String]) -> bool {
        self.id.is_empty() || self.id == ON_EVERY_PAGE || ids.iter().any(|id| id == self.id)
    }
}

/// Where it was written. Looking that up takes time, and most are never asked for.
enum Place<'a> {
    Body(&'a Source, &'a Range<usize>),
    Field(&'a Source, Vec<Step>),
}

/// Checks the links of a whole site.
pub fn check(site: &Site, problems: &mut Diagnostics) {
    tell(missing(site), problems);
}

/// Checks the links of a portal's own pages, which lead to pages of its sites too.
pub fn of_top(portal: &Portal, problems: &mut Diagnostics) {
    tell(missing_of_top(portal), problems);
}

fn tell(missing: Vec<(Anchored<'_>, &[String])>, problems: &mut Diagnostics) {
    for (anchor, ids) in missing {
        let message = Message::new(
            format!("หน้านั้นไม่มีหัวข้อ `#{}`", anchor.id),
            format!("that page has no heading `#{}`", anchor.id),
        );
        let place = match anchor.place {
            Place::Body(source, at) => source.in_body(at.clone()),
            Place::Field(source, way) => source.at(&way),
        };
        let problem = Diagnostic::new(&rules::BROKEN_LINK, place, message);
        let list = ids.iter().map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ");
        problems.push(if list.is_empty() {
            problem.help("เอา `#` และส่วนที่ตามหลังออก", "take the `#` and what follows it out")
        } else {
            problem.help(format!("หัวข้อที่มีคือ {list}"), format!("its headings are {list}"))
        });
    }
}

/// The headings that links of the portal's content lead to and that are not there, by the page and the id.
#[must_use]
pub fn missing_headings(portal: &Portal) -> HashSet<(String, String)> {
    let of_site = |site| {
        let address = move |anchor: &Anchored<'_>| (site_address(site, anchor.page), anchor.id.to_owned());
        missing(site).into_iter().map(move |(anchor, _)| address(&anchor))
    };
    let of_top = missing_of_top(portal).into_iter();
    let of_top = of_top.map(|(anchor, _)| (anchor.page.address().to_owned(), anchor.id.to_owned()));
    portal.sites.iter().flat_map(of_site).chain(of_top).collect()
}

fn site_address(site: &Site, page: &PageRef) -> String {
    site.folder.as_ref().map_or_else(|| page.address().to_owned(), |folder| format!("{folder}/{}", page.address()))
}

/// Links of a portal's own pages to headings that are not there, each with the headings that are.
fn missing_of_top(portal: &Portal) -> Vec<(Anchored<'_>, &[String])> {
    let pages = portal.top.iter().flat_map(|top| &top.pages);
    let anchors = pages.flat_map(|page| in_body(&page.source, &page.body));
    let missing = anchors.filter_map(|anchor| {
        let ids = portal.body_at(anchor.page.address()).map(Prose::ids).unwrap_or_default();
        (!anchor.is_there(ids)).then_some((anchor, ids))
    });
    missing.collect()
}

/// Links to headings that are not there, each with the headings that are.
fn missing(site: &Site) -> Vec<(Anchored<'_>, &[String])> {
    let in_bodies = site.bodies().flat_map(|(_, source, body)| in_body(source, body));
    let anchors: Vec<Anchored<'_>> = in_bodies.chain(in_fields(site)).collect();
    let wanted: HashSet<&PageKey> = anchors.iter().map(|anchor| anchor.page.key()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let by_page: HashMap<PageKey, &Prose> =
        site.bodies().filter(|(key, ..)| wanted.contains(key)).map(|(key, _, body)| (key, body)).collect();
    let missing = anchors.into_iter().filter_map(|anchor| {
        let ids = by_page.get(anchor.page.key()).map(|body| body.ids()).unwrap_or_default();
        (!anchor.is_there(ids)).then_some((anchor, ids))
    });
    missing.collect()
}

/// The links of a body.
fn in_body<'a>(source: &'a Source, body: &'a Prose) -> impl Iterator<Item = Anchored<'a>> {
    let place = |at| Place::Body(source, at);
    body.anchors().iter().map(move |one| Anchored { page: &one.page, id: &one.id, place: place(&one.at) })
}

/// The links of items and of evidence.
fn in_fields(site: &Site) -> impl Iterator<Item = Anchored<'_>> {
    site.years.iter().flat_map(|year| {
        // Few measures have such links, and the way to a result is long.
        let measures = year.measures.iter().filter(|measure| {
            actions::outcomes(measure).flat_map(|outcome| &outcome.evidence).any(|one| heading(&one.target).is_some())
        });
        let evidence = measures.flat_map(actions::of).flat_map(|acted| {
            let source = &acted.measure.source;
            acted.results().flat_map(move |(outcome, way)| {
                let one =
                    move |evidence: &'_ Evidence| [way.as_slice(), &field!["evidence", evidence.at, "url"]].concat();
                outcome.evidence.iter().filter_map(move |evidence| anchored(&evidence.target, source, one(evidence)))
            })
        });
        let items = year.oit.iter().flat_map(|item| {
            let links = item.source.as_ref().map(|source| (source, &item.links));
            links.into_iter().flat_map(|(source, links)| {
                links.iter().filter_map(|link| anchored(&link.target, source, field!["links", link.at, "url"].to_vec()))
            })
        });
        evidence.chain(items)
    })
}

fn anchored<'a>(target: &'a Target, source: &'a Source, way: Vec<Step>) -> Option<Anchored<'a>> {
    let (page, id) = heading(target)?;
    Some(Anchored { page, id, place: Place::Field(source, way) })
}

/// The heading that a link leads to, if it names one.
fn heading(target: &Target) -> Option<(&PageRef, &str)> {
    let Target::Page(page, Some(id)) = target else { return None };
    Some((page, id))
}
