//! `datapackage.json`: what the tables are and what their fields mean, by the Data Package standard, version 2.
//!
//! The standard has one language for titles and descriptions: that is Thai. English stands beside it as `titleEn` and
//! `descriptionEn`, which the standard allows. No licence is named: none is known. Nothing depends on the clock;
//! `asOf` is the day on which progress is judged.

use super::address::{Format, file};
use super::tables::{of_all_years, of_portal, of_year, of_years};
use super::{Field, Kind, Reference, Table, TableId};
use crate::model::{PageKey, Portal, Site, Year, escape};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

const PACKAGE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const RESOURCE: &str = "https://datapackage.org/profiles/2.0/dataresource.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Package {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    title_en: String,
    description: &'static str,
    description_en: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    keywords: [&'static str; 4],
    contributors: Vec<Contributor>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Contributor {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    title: &'static str,
    title_en: &'static str,
    description: &'static str,
    description_en: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    /// The same rows in another form, which the standard has no field for.
    alternatives: [Alternative; 1],
    dialect: Dialect,
    schema: Schema,
}

#[derive(Serialize)]
struct Alternative {
    path: String,
    format: &'static str,
    mediatype: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    header: bool,
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    skip_initial_space: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Described>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static [&'static str],
    reference: Referenced,
}

#[derive(Serialize)]
struct Referenced {
    resource: &'static str,
    fields: &'static [&'static str],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Described {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    true_values: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    false_values: Option<[&'static str; 1]>,
    title: &'static str,
    title_en: &'static str,
    description: &'static str,
    description_en: &'static str,
    #[serde(skip_serializing_if = "Map::is_empty")]
    constraints: Map<String, Json>,
}

/// The description of a year's tables, as a JSON file.
#[must_use]
pub fn year_package(site: &Site, year: &Year) -> Vec<u8> {
    let be = year.year.be();
    let organisation = &site.organisation.name;
    let base = site.settings.base_url.as_ref();
    let homepage = site.map.find(&PageKey::Data(be)).zip(base);
    written(&Package {
        schema: PACKAGE,
        name: format!("integrity-and-transparency-{be}"),
        title: format!("ข้อมูลเปิดมาตรการส่งเสริมคุณธรรมและความโปร่งใส ของ{organisation} ปีงบประมาณ พ.ศ. {be}"),
        title_en: format!(
            "Open data on the measures for integrity and transparency of {organisation}, fiscal year B.E. {be}"
        ),
        description: DESCRIPTION.0,
        description_en: DESCRIPTION.1,
        homepage: homepage.map(|(page, base)| format!("{base}{}", escape(page.address()))),
        as_of: Some(site.settings.as_of.to_string()),
        keywords: KEYWORDS,
        contributors: vec![publisher(site)],
        resources: TableId::ALL.into_iter().map(|table| resource(&of_year(site, year, table))).collect(),
    })
}

/// The description of the tables of all years, as a JSON file.
#[must_use]
pub fn years_package(site: &Site) -> Vec<u8> {
    let organisation = &site.organisation.name;
    written(&Package {
        schema: PACKAGE,
        name: "integrity-and-transparency".to_owned(),
        title: format!("ข้อมูลเปิดมาตรการส่งเสริมคุณธรรมและความโปร่งใส ของ{organisation} ทุกปี"),
        title_en: format!("Open data on the measures for integrity and transparency of {organisation}, all years"),
        description: DESCRIPTION.0,
        description_en: DESCRIPTION.1,
        homepage: site.settings.base_url.clone(),
        as_of: Some(site.settings.as_of.to_string()),
        keywords: KEYWORDS,
        contributors: vec![publisher(site)],
        resources: std::iter::once(of_years(site))
            .chain(TableId::OF_ALL_YEARS.into_iter().filter_map(|table| of_all_years(site, table)))
            // What the tables of one year speak of is not in this package.
            .map(|table| Resource { schema: Schema { foreign_keys: Vec::new(), ..schema(&table) }, ..resource(&table) })
            .collect(),
    })
}

/// The description of the table of a portal's organisations, as a JSON file.
#[must_use]
pub fn organisations_package(portal: &Portal) -> Vec<u8> {
    written(&Package {
        schema: PACKAGE,
        name: "integrity-and-transparency-organisations".to_owned(),
        title: "ข้อมูลเปิดมาตรการส่งเสริมคุณธรรมและความโปร่งใสขององค์กรปกครองส่วนท้องถิ่น".to_owned(),
        title_en: "Open data on the measures for integrity and transparency of local authorities".to_owned(),
        description: DESCRIPTION.0,
        description_en: DESCRIPTION.1,
        homepage: portal.base_url.clone(),
        as_of: None,
        keywords: KEYWORDS,
        contributors: portal.sites.iter().map(publisher).collect(),
        resources: vec![resource(&of_portal(portal))],
    })
}

const DESCRIPTION: (&str, &str) = (
    "ทุกตารางเป็น CSV (UTF-8 มี BOM คั่นด้วยจุลภาค) และ JSON ที่มีชื่อฟิลด์เดียวกัน ตัวเลขเป็นเลขอารบิก วันที่เป็น ISO 8601 (ค.ศ.) \
     ปีงบประมาณเป็น พ.ศ. ข้อความคงตามเอกสาร ใน CSV ข้อความที่ขึ้นต้นด้วย = + - @ หรือ ' จะมี ' นำหน้าหนึ่งตัว \
     เพื่อไม่ให้โปรแกรมตารางคำนวณอ่านเป็นสูตร ให้ตัดออกเมื่ออ่านด้วยโปรแกรม ใน JSON ไม่มีเครื่องหมายนี้",
    "Every table as CSV (UTF-8 with a byte order mark, commas) and as JSON with the same field names. Numbers in Arabic digits, \
     dates by ISO 8601 of the Common Era, fiscal years of the Buddhist Era, texts as they stand in the documents. In CSV a text \
     that begins with = + - @ or ' has one ' put in front, so that no spreadsheet takes it for a formula: take it off when \
     reading with a program. The JSON has none. titleEn and descriptionEn are the English of title and description.",
);

const KEYWORDS: [&str; 4] = ["ITA", "OIT", "คุณธรรมและความโปร่งใส", "องค์กรปกครองส่วนท้องถิ่น"];

fn publisher(site: &Site) -> Contributor {
    Contributor { title: site.organisation.name.clone(), path: site.settings.base_url.clone(), roles: ["publisher"] }
}

fn resource(table: &Table<'_>) -> Resource {
    let about = table.about();
    Resource {
        profile: RESOURCE,
        name: about.name,
        kind: "table",
        path: file(about.name, Format::Csv),
        title: about.title.th,
        title_en: about.title.en,
        description: about.note.th,
        description_en: about.note.en,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        alternatives: [Alternative {
            path: file(about.name, Format::Json),
            format: "json",
            mediatype: "application/json",
        }],
        dialect: Dialect {
            header: true,
            delimiter: ",",
            line_terminator: "\r\n",
            quote_char: "\"",
            double_quote: true,
            skip_initial_space: false,
        },
        schema: schema(table),
    }
}

fn schema(table: &Table<'_>) -> Schema {
    let about = table.about();
    Schema {
        fields: table.fields().iter().map(described).collect(),
        missing_values: [""],
        primary_key: about.key,
        foreign_keys: about.refers.iter().map(foreign_key).collect(),
    }
}

fn foreign_key(reference: &Reference) -> ForeignKey {
    ForeignKey {
        fields: reference.fields,
        reference: Referenced { resource: reference.table.about().name, fields: reference.fields },
    }
}

fn described(field: &Field) -> Described {
    let (kind, item_type) = match field.kind {
        Kind::Text | Kind::OneOf(_) => ("string", None),
        Kind::Integer => ("integer", None),
        Kind::Score => ("number", None),
        Kind::Boolean => ("boolean", None),
        Kind::Date => ("date", None),
        Kind::Names | Kind::Lines => ("list", Some("string")),
        Kind::Integers => ("list", Some("integer")),
    };
    let is_boolean = field.kind == Kind::Boolean;
    Described {
        name: field.name,
        kind,
        item_type,
        delimiter: field.kind.separator(),
        true_values: is_boolean.then_some(["true"]),
        false_values: is_boolean.then_some(["false"]),
        title: field.title.th,
        title_en: field.title.en,
        description: field.note.unwrap_or(field.title).th,
        description_en: field.note.unwrap_or(field.title).en,
        constraints: constraints(field),
    }
}

fn constraints(field: &Field) -> Map<String, Json> {
    let mut all = Map::new();
    if field.required {
        all.insert("required".to_owned(), json!(true));
    }
    match field.kind {
        Kind::OneOf(names) => {
            all.insert("enum".to_owned(), json!(names));
        }
        Kind::Integer | Kind::Score => {
            all.insert("minimum".to_owned(), json!(0));
        }
        Kind::Text | Kind::Boolean | Kind::Date | Kind::Names | Kind::Integers | Kind::Lines => {}
    }
    if field.kind == Kind::Score {
        all.insert("maximum".to_owned(), json!(100));
    }
    all
}

/// A file for programs that people read too.
pub(super) fn written(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _infallible = serde_json::to_writer_pretty(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}
