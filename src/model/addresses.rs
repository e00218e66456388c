//! Which pages a site will have, named before anything is linked, so that a link can be checked when it is read.

use super::redirects::{Redirect, redirects};
use super::{PageKey, PageRef, SiteMap, Unit};
use crate::diagnostic::{Diagnostic, Diagnostics, Message, rules};
use crate::field;
use crate::framework::{Code, FrameworkYear};
use crate::memo::print;
use crate::read::{Entry, MeasureBrief, SiteContent, Source, Step, TopContent, YearContent, name_fault};
use crate::record::{PageRecord, PartRecord};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::sync::Arc;

/// The pages that there will be.
#[derive(Debug)]
pub struct Named {
    /// The pages.
    pub map: Arc<SiteMap>,
    /// Record files, by path within the site, and the page each becomes.
    pub records: BTreeMap<String, PageRef>,
    /// Record files that are drafts and left out, by path within the site.
    pub left_out: BTreeSet<String>,
    /// The ordinary pages that get an address, by their places among those that were read, and their slugs.
    pub pages: Vec<(usize, String)>,
    /// Old addresses, each with a page that leads on.
    pub redirects: Vec<Redirect>,
    /// A number for which page each record becomes.
    pub print: u64,
}

impl Named {
    /// Names the pages of a site.
    pub fn of(
        content: &SiteContent,
        years: &[(&YearContent, Arc<FrameworkYear>)],
        units: &[Unit],
        drafts: bool,
        without: &BTreeSet<PartRecord>,
        problems: &mut Diagnostics,
    ) -> Self {
        let mut addresses = Addresses::new(drafts, without, problems);
        for (year, framework) in years {
            addresses.year(year, framework, units);
        }
        if years.len() > 1 {
            addresses.map.add(PageKey::Years);
        }
        let pages = content.pages.iter().enumerate();
        let pages = pages.filter_map(|(at, entry)| Some((at, addresses.page(entry, PageKey::Page)?))).collect();
        let Addresses { mut map, records, left_out, problems, .. } = addresses;
        let print = print(&(&records, &left_out));
        // After all others: what stands at an address comes before what once did.
        let site = &content.site;
        let redirects =
            site.record.as_ref().map(|record| redirects(&site.source, record, &mut map, problems)).unwrap_or_default();
        Self { map: Arc::new(map), records, left_out, pages, redirects, print }
    }

    /// Names the pages of a portal's own.
    pub fn of_top(content: &TopContent, drafts: bool, problems: &mut Diagnostics) -> Self {
        let nothing = BTreeSet::new();
        let mut addresses = Addresses::none(drafts, &nothing, problems);
        addresses.map.add(PageKey::Home);
        addresses.map.add(PageKey::NotFound);
        let pages = content.pages.iter().enumerate();
        let pages = pages.filter_map(|(at, entry)| Some((at, addresses.page(entry, PageKey::PortalPage)?))).collect();
        let Addresses { map, records, left_out, .. } = addresses;
        let print = print(&(&records, &left_out));
        Self { map: Arc::new(map), records, left_out, pages, redirects: Vec::new(), print }
    }

    /// A number for all that pages are named by: where it is the same, so are they.
    pub fn print_of(
        content: &SiteContent,
        years: &[(&YearContent, Arc<FrameworkYear>)],
        units: &[Unit],
        without: &BTreeSet<PartRecord>,
    ) -> u64 {
        fn seen<'e, T: 'e, S: Hash>(
            entries: impl IntoIterator<Item = &'e Arc<Entry<T>>>,
            seen: impl Fn(&'e T) -> S,
        ) -> Vec<(&'e str, &'e str, Option<S>)> {
            let entries = entries.into_iter();
            let one = |entry: &'e Arc<Entry<T>>| {
                (entry.source.path.as_str(), entry.source.within.as_str(), entry.record.as_ref().map(&seen))
            };
            entries.map(one).collect()
        }
        let of_year = |(content, framework): &(&YearContent, Arc<FrameworkYear>)| {
            let indicators: Vec<u8> = framework.indicators().iter().map(|indicator| indicator.number).collect();
            let items: Vec<Code> = framework.items().iter().map(|item| item.code).collect();
            print(&(
                (content.year, indicators, items),
                seen(&content.assessment, |record| record.draft),
                seen(&content.measures, |record| (record.draft, &record.slug)),
                seen(&content.oit, |record| record.draft),
                seen(&content.issues, |record| (record.draft, record.issue.0)),
            ))
        };
        let years: Vec<u64> = years.iter().map(of_year).collect();
        let units: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
        let redirects = content.site.record.as_ref().map(|record| &record.redirects.0);
        print(&(years, units, without, seen(&content.pages, |record| (record.draft, &record.slug)), redirects))
    }
}

/// The pages that there will be, while they are gathered.
struct Addresses<'a> {
    map: SiteMap,
    records: BTreeMap<String, PageRef>,
    left_out: BTreeSet<String>,
    drafts: bool,
    without: &'a BTreeSet<PartRecord>,
    problems: &'a mut Diagnostics,
}

impl<'a> Addresses<'a> {
    /// The addresses that every site has.
    fn new(drafts: bool, without: &'a BTreeSet<PartRecord>, problems: &'a mut Diagnostics) -> Self {
        let mut all = Self::none(drafts, without, problems);
        all.map.add(PageKey::Home);
        all.part(PartRecord::Search, PageKey::Search);
        all.map.add(PageKey::NotFound);
        all
    }

    fn none(drafts: bool, without: &'a BTreeSet<PartRecord>, problems: &'a mut Diagnostics) -> Self {
        let (map, records, left_out) = (SiteMap::default(), BTreeMap::new(), BTreeSet::new());
        Self { map, records, left_out, drafts, without, problems }
    }

    /// Names a page of a part that the site may be made without.
    fn part(&mut self, part: PartRecord, key: PageKey) {
        if self.without.contains(&part) {
            self.map.leave_out(&key, part);
        } else {
            self.map.add(key);
        }
    }

    /// Names the pages of a year.
    fn year(&mut self, content: &YearContent, framework: &FrameworkYear, units: &[Unit]) {
        let year = content.year;
        for key in [
            PageKey::Year(year),
            PageKey::Indicators(year),
            PageKey::Measures(year),
            PageKey::OitList(year),
            PageKey::Units(year),
            PageKey::Assessment(year),
        ] {
            self.map.add(key);
        }
        self.part(PartRecord::Reports, PageKey::Plan(year));
        self.part(PartRecord::Reports, PageKey::Progress(year));
        self.part(PartRecord::Data, PageKey::Data(year));
        for indicator in framework.indicators() {
            self.map.add(PageKey::Indicator(year, indicator.number));
        }
        for unit in units {
            self.map.add(PageKey::Unit(year, unit.id.clone()));
        }
        if let Some(entry) = &content.assessment
            && self.published(entry, |record| record.draft)
        {
            self.record(&entry.source, &PageKey::Assessment(year));
        }
        for entry in &content.measures {
            if self.published(entry, |record| record.draft) {
                let slug = slug(entry, |record: &MeasureBrief| record.slug.as_ref());
                let key = PageKey::Measure(year, slug.clone());
                if self.usable(&entry.source, &slug) && self.free(&entry.source, key.clone()) {
                    self.record(&entry.source, &key);
                }
            }
        }
        for item in framework.items() {
            // An item has its page, and can be linked to, whether or not anything was written for it.
            let key = PageKey::Oit(year, item.code);
            self.map.add(key.clone());
            self.records.extend(self.map.find(&key).map(|page| (format!("{year}/oit/{}.md", item.code), page.clone())));
        }
        for entry in &content.oit {
            // Its file may be named in another spelling of the code.
            if let Ok(code) = Code::parse_oit(stem(&entry.source)) {
                self.record(&entry.source, &PageKey::Oit(year, code));
            }
        }
        let mut issues: BTreeMap<u8, &Source> = BTreeMap::new();
        for entry in &content.issues {
            if !self.published(entry, |record| record.draft) {
                continue;
            }
            let Some(record) = entry.record.as_ref() else { continue };
            let Ok(number) = u8::try_from(record.issue.0) else { continue };
            if let Some(other) = issues.insert(number, &entry.source) {
                self.problems.push(
                    entry
                        .source
                        .problem(
                            &rules::SAME_ADDRESS,
                            &field!["issue"],
                            Message::new(
                                format!("ประเด็นที่ {number} มีแฟ้มอยู่แล้วคือ {}", other.path),
                                format!("issue {number} already has the file {}", other.path),
                            ),
                        )
                        .help("แก้เลขประเด็น หรือรวมเป็นแฟ้มเดียว", "mend the number, or make one file of the two"),
                );
                continue;
            }
            let key = PageKey::Issue(year, number);
            self.map.add(key.clone());
            self.record(&entry.source, &key);
        }
        if !issues.is_empty() {
            self.map.add(PageKey::Issues(year));
        }
    }

    /// Names an ordinary page, which its slug makes a `key`; its slug, if it gets one.
    fn page(&mut self, entry: &Entry<PageRecord>, key: fn(String) -> PageKey) -> Option<String> {
        if !self.published(entry, |record| record.draft) {
            return None;
        }
        let slug = slug(entry, |record| record.slug.as_ref());
        let key = key(slug.clone());
        // Those of a portal stand in a folder of their own.
        if matches!(key, PageKey::Page(_)) && is_reserved(&slug) {
            self.problems.push(reserved(&entry.source, &slug));
            return None;
        }
        (self.usable(&entry.source, &slug) && self.free(&entry.source, key.clone())).then(|| {
            self.record(&entry.source, &key);
            slug
        })
    }

    fn published<T>(&mut self, entry: &Entry<T>, draft: impl Fn(&T) -> bool) -> bool {
        let published = self.drafts || !entry.record.as_ref().is_some_and(draft);
        if !published {
            self.left_out.insert(entry.source.within.clone());
        }
        published
    }

    fn usable(&mut self, source: &Source, slug: &str) -> bool {
        let usable = usable(slug);
        if !usable {
            self.problems.push(bad_address(source, &field!["slug"], slug));
        }
        usable
    }

    fn free(&mut self, source: &Source, key: PageKey) -> bool {
        let address = key.address();
        let taken = self.map.add(key).is_some();
        if taken {
            self.problems.push(
                source
                    .problem(
                        &rules::SAME_ADDRESS,
                        &field!["slug"],
                        Message::new(format!("หน้า /{address} มีอยู่แล้ว"), format!("there is already a page /{address}")),
                    )
                    .help("เปลี่ยนชื่อแฟ้ม หรือเขียน `slug:` เป็นชื่ออื่น", "rename the file, or write another name as `slug:`"),
            );
        }
        !taken
    }

    fn record(&mut self, source: &Source, key: &PageKey) {
        if let Some(page) = self.map.find(key) {
            self.records.insert(source.within.clone(), page.clone());
        }
    }
}

/// Names that pages of the program have, now or once the site has more years.
const RESERVED: [&str; 2] = ["search", "years"];

/// Whether an ordinary page cannot have this address, because a page of the program has it or may get it.
#[must_use]
pub fn is_reserved(slug: &str) -> bool {
    RESERVED.contains(&slug)
}

fn reserved(source: &Source, slug: &str) -> Diagnostic {
    source
        .problem(
            &rules::SAME_ADDRESS,
            &field!["slug"],
            Message::new(
                format!("ที่อยู่ /{slug}.html สงวนไว้สำหรับหน้าที่โปรแกรมสร้าง"),
                format!("the address /{slug}.html is kept for a page that the program makes"),
            ),
        )
        .help("เปลี่ยนชื่อแฟ้ม หรือเขียน `slug:` เป็นชื่ออื่น", "rename the file, or write another name as `slug:`")
}

/// The name of a record's file without its ending.
pub fn stem(source: &Source) -> &str {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".md").unwrap_or(name)
}

/// The address that a record asks for, or else its file's name.
pub fn slug<T>(entry: &Entry<T>, written: impl Fn(&T) -> Option<&String>) -> String {
    entry.record.as_ref().and_then(written).cloned().unwrap_or_else(|| stem(&entry.source).to_owned())
}

/// Whether a name can be part of an address on any host and a file on any disk.
#[must_use]
pub fn usable(slug: &str) -> bool {
    const LONGEST: usize = 200;
    !slug.is_empty()
        && slug.len() <= LONGEST
        && slug.trim() == slug
        && !slug.starts_with('.')
        && !slug.contains(['/', '#', '%'])
        && name_fault(slug).is_none()
}

/// The problem of a name that cannot be part of an address.
pub fn bad_address(source: &Source, way: &[Step], slug: &str) -> Diagnostic {
    let why = name_fault(slug).filter(|_| !slug.contains('/'));
    let (th, en) = why.map(|(th, en)| (format!(": {th}"), format!(": {en}"))).unwrap_or_default();
    source
        .problem(
            &rules::BAD_ADDRESS,
            way,
            Message::new(
                format!("“{slug}” ใช้เป็นที่อยู่หน้าเว็บไม่ได้{th}"),
                format!("“{slug}” cannot be part of an address{en}"),
            ),
        )
        .help("ใช้ตัวอักษร ตัวเลข และขีดกลาง เช่น no-gift-policy", "use letters, digits and hyphens, such as no-gift-policy")
}

#[cfg(test)]
mod tests {
    use super::usable;

    #[test]
    fn an_address_is_a_name_that_hosts_can_carry() {
        for slug in [
            "",
            " a",
            ".a",
            "a/b",
            "a#b",
            "a%b",
            "a:b",
            "con",
            "NUL",
            "nul.",
            "com1",
            "a\u{202e}b",
            "a\nb",
            &"ก".repeat(67),
        ] {
            assert!(!usable(slug), "{slug:?}");
        }
        for slug in ["no-gift-policy", "งดรับของขวัญ ๒๕๖๗", "contact", "v1.2"] {
            assert!(usable(slug), "{slug:?}");
        }
    }
}
