//! Ordinary pages.

use super::linker::{self, Linker, Written};
use super::prose::{self, Prose, first_heading};
use crate::diagnostic::{Diagnostics, Message, rules};
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
    /// Its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: Prose,
    /// When it was last changed.
    pub updated: Option<Date>,
}

/// Links ordinary pages, each with its address, and puts them in the order of the menu.
pub fn pages(pages: Vec<(&Entry<PageRecord>, String)>, linker: &Linker<'_>, problems: &mut Diagnostics) -> Vec<Page> {
    let empty = PageRecord::default();
    let mut ordered: Vec<(u32, Page)> = pages
        .into_iter()
        .map(|(entry, slug)| {
            let source = &entry.source;
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
            let page =
                Page { source: Arc::clone(source), title: title.unwrap_or_else(|| slug.clone()), slug, body, updated };
            (record.order.map_or(u32::MAX, |order| order.0), page)
        })
        .collect();
    ordered.sort_by(|a, b| (a.0, &a.1.slug).cmp(&(b.0, &b.1.slug)));
    ordered.into_iter().map(|(_, page)| page).collect()
}
