//! The site that something is added to, as far as that must be known: what is there, under which names.

use crate::cli::NewArgs;
use crate::commands::made;
use crate::diagnostic::{Diagnostics, Language};
use crate::model::{self, Options, Site, usable};
use crate::read::{self, Content, SiteContent, YearContent, is_left_aside};
use crate::scaffold::{Plan, free, slug};
use std::collections::BTreeSet;
use std::path::Path;

/// A site to which something is added.
pub struct Project<'a> {
    /// The folder that holds `content`.
    pub root: &'a Path,
    /// The folder of its `site.yaml` as seen from there, ending in `/`.
    pub folder: String,
    /// The site as it is published, without drafts.
    pub site: Site,
    /// Its years as files, oldest first.
    pub years: Vec<YearFiles>,
    /// The day on which progress is judged, where `site.yaml` says one.
    pub as_of: Option<String>,
}

/// The measures of a year as files.
pub struct YearFiles {
    /// The year, Buddhist Era.
    pub be: u16,
    /// Its folder as somebody named it: ๒๕๖๗, say.
    pub folder: String,
    /// Its measures.
    pub measures: Vec<MeasureFile>,
}

/// A measure as a file.
pub struct MeasureFile {
    /// Its path from the folder that holds `content`.
    pub path: String,
    /// The address of its page.
    pub slug: String,
    /// Its place in the official table, where it has one.
    pub number: Option<u32>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether its fields could be read.
    pub is_read: bool,
}

impl<'a> Project<'a> {
    /// The site that is meant, or why there is none.
    pub fn open(args: &'a NewArgs, language: Language) -> Result<Self, String> {
        // What is wrong with records is the business of `prongsai check`.
        let mut problems = Diagnostics::default();
        let content = read::read(&args.dir, &mut problems);
        let chosen = choose(content, args.site.as_deref(), language)?;
        let path = chosen.site.source.path.clone();
        let folder = path.strip_suffix("site.yaml").unwrap_or_default().to_owned();
        let years = chosen.years.iter().map(|year| files(&folder, year)).collect();
        let as_of = chosen.site.record.as_ref().and_then(|record| record.as_of.clone());
        let options = Options { drafts: false, base_url: None, without: BTreeSet::new(), today: super::super::today() };
        let content = Content { top: None, sites: vec![chosen] };
        let site = model::link(content, &options, &mut problems).sites.pop();
        let site = site.ok_or_else(|| match language {
            Language::Thai => format!("อ่าน {path} ไม่ได้ ดูว่าผิดตรงไหนด้วย prongsai check"),
            Language::English => format!("{path} cannot be read: prongsai check says what is wrong"),
        })?;
        Ok(Self { root: &args.dir, folder, site, years, as_of })
    }

    /// The year, or the newest.
    pub fn year(&self, year: Option<u16>, language: Language) -> Result<&YearFiles, String> {
        let found = match year {
            Some(year) => self.years.iter().find(|one| one.be == year),
            None => self.years.last(),
        };
        found.ok_or_else(|| {
            let known: Vec<String> = self.years.iter().map(|year| year.be.to_string()).collect();
            let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
            let year = year.map_or_else(|| "2568".to_owned(), |year| year.to_string());
            match language {
                Language::Thai => format!("เว็บไซต์นี้ไม่มีปีนั้น (มี: {known}) เพิ่มปีด้วย prongsai new year {year}"),
                Language::English => {
                    format!("the site has no such year (there are: {known}); add it with prongsai new year {year}")
                }
            }
        })
    }

    /// Writes the files of a plan and gives back what to say of that: the files, and what is still to be done.
    pub fn make(&self, plan: &Plan, next: &str, language: Language) -> Result<String, String> {
        plan.write(self.root).map_err(|refusal| made::refused(self.root, &refusal, language))?;
        let files = made::files(self.root, plan, language);
        let made = match language {
            Language::Thai => "สร้างแล้ว",
            Language::English => "made",
        };
        Ok(format!("{made}:\n{files}\n{next}"))
    }
}

/// The name of a new file: as it was asked for, or else from its title, or else the `usual` one.
pub fn file_name(
    asked: Option<&str>,
    title: &str,
    usual: &str,
    taken: impl Fn(&str) -> bool,
    language: Language,
) -> Result<String, String> {
    let is_good = |name: &str| usable(name) && !is_left_aside(name);
    let Some(asked) = asked else {
        let name = slug(title).filter(|name| is_good(name)).unwrap_or_else(|| usual.to_owned());
        return Ok(free(&name, taken));
    };
    let asked = asked.strip_suffix(".md").unwrap_or(asked);
    if !is_good(asked) {
        return Err(match language {
            Language::Thai => {
                format!("ใช้ “{asked}” เป็นที่อยู่ของหน้าไม่ได้ ใช้ตัวอักษร ตัวเลข และขีดกลาง เช่น no-gift-policy")
            }
            Language::English => format!(
                "“{asked}” cannot be the address of a page: use letters, digits and hyphens, as in no-gift-policy"
            ),
        });
    }
    if taken(asked) {
        return Err(match language {
            Language::Thai => format!("มีหน้าที่ใช้ที่อยู่ “{asked}” แล้ว ตั้งชื่ออื่นด้วย --slug"),
            Language::English => format!("there is a page with the address “{asked}”; choose another with --slug"),
        });
    }
    Ok(asked.to_owned())
}

fn choose(content: Content, wanted: Option<&str>, language: Language) -> Result<SiteContent, String> {
    let known: Vec<String> = content.sites.iter().filter_map(|site| site.folder.clone()).collect();
    if content.sites.is_empty() {
        return Err(match language {
            Language::Thai => {
                "ไม่พบ content/site.yaml เรียกจากโฟลเดอร์ของเว็บไซต์ ระบุด้วย --dir หรือเริ่มเว็บไซต์ใหม่ด้วย prongsai init".to_owned()
            }
            Language::English => {
                "there is no content/site.yaml: run this in the folder of a site, name it with --dir, or start one with prongsai init"
                    .to_owned()
            }
        });
    }
    let found = content.sites.into_iter().find(|site| match wanted {
        // Shells write a folder's name with the sign behind it.
        Some(wanted) => site.folder.as_deref() == Some(wanted.trim_end_matches(['/', '\\'])),
        None => site.folder.is_none(),
    });
    found.ok_or_else(|| {
        let list = known.join(", ");
        match (language, known.is_empty()) {
            (Language::Thai, false) => format!("content นี้มีหลายหน่วยงาน ระบุโฟลเดอร์ด้วย --site: {list}"),
            (Language::English, false) => {
                format!("this content is of several organisations: say which with --site: {list}")
            }
            (Language::Thai, true) => "content นี้มีหน่วยงานเดียว ไม่ต้องระบุ --site".to_owned(),
            (Language::English, true) => "this content is of one organisation: leave --site out".to_owned(),
        }
    })
}

fn files(site: &str, year: &YearContent) -> YearFiles {
    let measures = year.measures.iter().map(|entry| {
        let path = entry.source.path.clone();
        let stem = path.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).unwrap_or_default().to_owned();
        let record = entry.record.as_ref();
        MeasureFile {
            slug: record.and_then(|record| record.slug.clone()).unwrap_or(stem),
            number: entry.whole().and_then(|record| record.number).map(|number| number.0),
            draft: record.is_some_and(|record| record.draft),
            is_read: record.is_some(),
            path,
        }
    });
    let paths = year
        .measures
        .iter()
        .map(|entry| &entry.source.path)
        .chain(year.assessment.iter().map(|entry| &entry.source.path))
        .chain(year.issues.iter().map(|entry| &entry.source.path))
        .chain(year.oit.iter().map(|entry| &entry.source.path));
    let mut folders = paths.filter_map(|path| path.strip_prefix(site)?.split('/').next().map(str::to_owned));
    let folder = folders.next().unwrap_or_else(|| year.year.to_string());
    YearFiles { be: year.year, folder, measures: measures.collect() }
}
