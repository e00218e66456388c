//! What `site.yaml` says of the organisation and of how its site is shown.

use super::addresses::{bad_address, usable};
use super::linker::{self, Linker, Written};
use super::rule_settings::rule_settings;
use super::sitemap::escape;
use super::survey::Survey;
use super::web_address::web_address;
use super::{Color, Options, Settings, Target, Unit};
use crate::diagnostic::{Diagnostic, Diagnostics, Language, Message, rules};
use crate::field;
use crate::read::{SiteContent, Source, Step};
use crate::record::{DigitsRecord, LanguageRecord, SiteRecord};
use crate::thai::digits::Numerals;
use color::{Srgb, parse_color};

/// What stands beside the organisations' folders in a portal.
const RESERVED: [&str; 10] = [
    "404.html",
    "assets",
    "data",
    "files",
    "index.html",
    "pages",
    "robots.txt",
    "sitemap-portal.xml",
    "sitemap.xml",
    "web.config",
];

impl From<LanguageRecord> for Language {
    fn from(record: LanguageRecord) -> Self {
        match record {
            LanguageRecord::Th => Self::Thai,
            LanguageRecord::En => Self::English,
        }
    }
}

/// Reports a folder of a portal that cannot be an address.
pub fn check_folder(source: &Source, folder: Option<&str>, problems: &mut Diagnostics) {
    let Some(folder) = folder else { return };
    if !usable(folder) {
        problems.push(bad_address(source, &[], folder));
    } else if RESERVED.contains(&folder.to_lowercase().as_str()) {
        problems.push(
            source
                .problem(
                    &rules::BAD_ADDRESS,
                    &[],
                    Message::new(
                        format!("ชื่อโฟลเดอร์ “{folder}” สงวนไว้สำหรับเว็บไซต์รวม"),
                        format!("the folder name “{folder}” is kept for the portal itself"),
                    ),
                )
                .help("เปลี่ยนชื่อโฟลเดอร์ของหน่วยงานนี้", "give this organisation's folder another name"),
        );
    }
}

/// The units, each with an address and with names that mean no other.
pub fn units(source: &Source, record: &SiteRecord, problems: &mut Diagnostics) -> Vec<Unit> {
    let units: Vec<Unit> = record
        .organisation
        .units
        .iter()
        .map(|unit| Unit { id: unit.id.clone(), name: unit.name.clone(), aliases: unit.aliases.to_vec() })
        .collect();
    for (at, unit) in units.iter().enumerate() {
        let before = &units[..at];
        let id = field!["organisation", "units", at, "id"];
        if !usable(&unit.id) {
            problems.push(bad_address(source, &id, &unit.id));
        }
        if before.iter().any(|before| before.id.eq_ignore_ascii_case(&unit.id)) {
            let message = Message::new(
                format!("id `{}` ซ้ำกับหน่วยอื่น", unit.id),
                format!("the id `{}` is another unit's too", unit.id),
            );
            problems.push(
                source
                    .problem(&rules::SAME_ADDRESS, &id, message)
                    .help("ให้แต่ละหน่วยมี `id:` ของตน", "give each unit an `id:` of its own"),
            );
        } else if before.iter().any(|before| before.is_called(&unit.id)) {
            problems.push(same_name(source, &id, &unit.id));
        }
        let name = field!["organisation", "units", at, "name"];
        if before.iter().any(|before| before.is_called(&unit.name)) {
            problems.push(same_name(source, &name, &unit.name));
        }
        for (nth, alias) in unit.aliases.iter().enumerate() {
            if before.iter().any(|before| before.is_called(alias)) {
                problems.push(same_name(source, &field!["organisation", "units", at, "aliases", nth], alias));
            }
        }
    }
    units
}

fn same_name(source: &Source, way: &[Step], name: &str) -> Diagnostic {
    source
        .problem(
            &rules::WRONG_VALUE,
            way,
            Message::new(format!("“{name}” เป็นชื่อของหน่วยอื่นแล้ว"), format!("“{name}” means another unit already")),
        )
        .help("ให้แต่ละชื่อหมายถึงหน่วยเดียว", "let each name mean one unit")
}

/// The path of the logo's file. A picture that stands elsewhere is not loaded: who reads the site is nobody's business.
pub fn logo(source: &Source, record: &SiteRecord, linker: &Linker<'_>, problems: &mut Diagnostics) -> Option<String> {
    let place = source.at(&field!["organisation", "logo"]);
    let link = record.organisation.logo.as_deref()?;
    let Target::File(path, _) = linker.target(source, link, &place, problems)? else {
        problems.push(
            Diagnostic::new(
                &rules::REMOTE_IMAGE,
                place,
                Message::new(
                    "ตราสัญลักษณ์นี้ไม่ใช่แฟ้มในเว็บนี้ จึงจะไม่แสดง",
                    "this logo is not a file of this site, and is not shown",
                ),
            )
            .help(
                "วางแฟ้มภาพในโฟลเดอร์ files แล้วเขียน `logo: files/logo.png`",
                "put the picture in the folder files and write `logo: files/logo.png`",
            ),
        );
        return None;
    };
    Some(path)
}

/// Reports ways to reach the authority that will be words, but no links.
pub fn check_contact(source: &Source, record: &SiteRecord, problems: &mut Diagnostics) {
    let Some(contact) = &record.organisation.contact else { return };
    let mail =
        contact.email.as_deref().filter(|email| email.contains('@')).map(|email| format!("mailto:{}", email.trim()));
    for (name, link) in [
        ("email", mail.as_deref()),
        ("website", contact.website.as_deref()),
        ("facebook", contact.facebook.as_deref()),
        ("line", contact.line.as_deref()),
    ] {
        if let Some(Err(refused)) = link.and_then(web_address) {
            problems.push(refused.problem(source.at(&field!["organisation", "contact", name])));
        }
    }
}

/// The authority's colour.
fn color(source: &Source, record: &SiteRecord, problems: &mut Diagnostics) -> Option<Color> {
    let place = source.at(&field!["color"]);
    let help = ("เขียนเช่น `color: \"#14507d\"`", "write it like `color: \"#14507d\"`");
    let Some(text) = record.color.as_deref() else {
        // The one thing that everybody writes of a colour begins a comment.
        if place.spot().text.trim_start().starts_with("color:") && place.spot().text.contains('#') {
            let message = Message::new(
                "ใน YAML เครื่องหมาย # เริ่มหมายเหตุ รหัสสีจึงต้องอยู่ในเครื่องหมายคำพูด",
                "in YAML a # begins a comment: a colour stands between quotation marks",
            );
            problems.push(Diagnostic::new(&rules::WRONG_VALUE, place, message).help(help.0, help.1));
        }
        return None;
    };
    let parsed = parse_color(text.trim()).ok().map(|color| color.to_alpha_color::<Srgb>().split());
    let opaque = parsed.and_then(|(color, alpha)| (alpha == 1.0).then_some(color));
    if opaque.is_none() {
        let message = Message::new(format!("“{text}” ไม่ใช่รหัสสี"), format!("“{text}” is no colour"));
        problems.push(Diagnostic::new(&rules::WRONG_VALUE, place, message).help(help.0, help.1));
    }
    opaque
}

/// How the site is shown, by what it says itself and what the build was told.
pub fn settings(
    source: &Source,
    record: &SiteRecord,
    content: &SiteContent,
    options: &Options,
    problems: &mut Diagnostics,
) -> Settings {
    let as_of =
        record.as_of.as_deref().and_then(|text| linker::day(Written { source, text, way: &field!["as_of"] }, problems));
    let today = as_of.unwrap_or(options.today);
    let base = options.base_url.as_ref().map(|base| match &content.folder {
        Some(folder) => format!("{}/{}", base.trim_end_matches('/'), escape(folder)),
        None => base.clone(),
    });
    if let Some(url) = &record.base_url
        && !((url.starts_with("https://") || url.starts_with("http://"))
            && !url.contains(char::is_whitespace)
            && matches!(web_address(url), Some(Ok(_)))
            && url::Url::parse(url).is_ok_and(|url| url.query().is_none() && url.fragment().is_none()))
    {
        let message = Message::new(
            "base_url ต้องเป็นที่อยู่เว็บที่ขึ้นต้นด้วย https:// หรือ http:// และไม่มีช่องว่าง ชื่อบัญชี ? หรือ #",
            "base_url must be a web address that begins with https:// or http://, without spaces, an account, ? or #",
        );
        problems.push(source.problem(&rules::WRONG_VALUE, &field!["base_url"], message).help(
            "เขียนเช่น `base_url: https://www.example.go.th/ita/`",
            "write it like `base_url: https://www.example.go.th/ita/`",
        ));
    }
    Settings {
        base_url: base.or_else(|| record.base_url.clone()).map(|url| format!("{}/", url.trim_end_matches('/'))),
        theme: record.theme.clone().unwrap_or_else(|| "default".to_owned()),
        color: color(source, record, problems),
        language: record.language.into(),
        numerals: match record.digits {
            DigitsRecord::Thai => Numerals::Thai,
            DigitsRecord::Arabic => Numerals::Arabic,
        },
        survey: record.survey.as_ref().and_then(|survey| Survey::link(source, survey, today, problems)),
        as_of: today,
        host_files: record.host_files,
        without: record.without.iter().chain(&options.without).copied().collect(),
        rules: rule_settings(source, record, problems),
    }
}
