//! Ordinary pages.

use super::PageRef;
use super::linker::{self, Linker, Written};
use super::prose::{self, Prose, first_heading};
use crate::diagnostic::{Diagnostics, Language, Message, rules};
use crate::field;
use crate::read::{Entry, Source};
use crate::record::PageRecord;
use jiff::civil::Date;
use std::sync::Arc;

/// An ordinary page.
#[derive(Debug)]
pub struct Page {
    /// Where it was written.
    pub source: Arc<Source>,
    /// Where it stands.
    pub at: PageRef,
    /// Its name in its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: Language,
    /// Its text.
    pub body: Prose,
    /// When it was last changed.
    pub updated: Option<Date>,
}

/// Links the ordinary pages among those that were `read` which got an address, and puts them in the order of the menu.
/// One that does not say what language it is in is in `language`.
pub fn pages(
    read: &[Arc<Entry<PageRecord>>],
    language: Language,
    linker: &Linker<'_>,
    problems: &mut Diagnostics,
) -> Vec<Page> {
    let named = linker.own.named;
    let empty = PageRecord::default();
    let mut ordered: Vec<(u32, Page)> = named
        .pages
        .iter()
        .filter_map(|(place, slug)| {
            let entry = read.get(*place)?;
            let source = &entry.source;
            let at = named.records.get(&source.within)?.clone();
            let record = entry.record.as_ref().unwrap_or(&empty);
            let title = record.title.clone().or_else(|| first_heading(source.body()));
            if title.is_none() && entry.record.is_some() {
                problems.push(
                    source
                        .problem(&rules::MISSING_FIELD, &[], Message::new("หน้านี้ไม่มีชื่อ", "this page has no title"))
                        .help(
                            "เขียน `title:` ในช่องข้อมูล หรือขึ้นต้นเนื้อหาด้วย # ชื่อหน้า",
                            "write `title:`, or begin the body with # and a title",
                        ),
                );
            }
            let body = prose::compile(
                source,
                |link, range, problems| linker.target(source, link, &source.in_body(range), problems),
                problems,
            );
            let updated = record
                .updated
                .as_deref()
                .and_then(|text| linker::day(Written { source, text, way: &field!["updated"] }, problems));
            let page = Page {
                source: Arc::clone(source),
                at,
                title: title.unwrap_or_else(|| slug.clone()),
                slug: slug.clone(),
                language: record.language.map_or(language, Language::from),
                body,
                updated,
            };
            Some((record.order.map_or(u32::MAX, |order| order.0), page))
        })
        .collect();
    ordered.sort_by(|a, b| (a.0, &a.1.slug).cmp(&(b.0, &b.1.slug)));
    ordered.into_iter().map(|(_, page)| page).collect()
}
