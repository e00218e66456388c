//! Open data: what a person finds in a spreadsheet, what a program finds in the JSON, and that both are described.

use crate::support::{Project, SITE, said, visible};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const TABLES: [&str; 20] = [
    "measures",
    "actions",
    "steps",
    "results",
    "evidence",
    "parts",
    "follow_up",
    "suggestions",
    "remarks",
    "units",
    "scores",
    "points_to_improve",
    "constraints",
    "issues",
    "findings",
    "oit",
    "oit_links",
    "oit_measures",
    "plan",
    "progress",
];

const ASSESSMENT: &str = "---\noverall: 80.42\nlevel: ต้องปรับปรุง\nindicators: { 1: 94.14, 10: 63.75 }\nquestions: { i1: ๘๗.๑๙, e1: 71, o1: 0 }\npoints_to_improve: { 9: [ข้อมูลทั่วไป, งบประมาณ] }\nconstraints: { topic: บุคลากร, text: กำลังคนน้อย }\nremark: คะแนนไม่ตรงกับเอกสาร\n---\n";
const MEASURE: &str = "---\ntitle: ชื่อ “มาตรการ”, หนึ่ง\nindicators: [5, 10]\nissue: 7\nquestions: [i1, e1]\noit: [o10, o9, o10]\noit_year: 2566\nunits: [สำนักปลัด, กองคลัง]\nperiod: ต.ค.๖๖-ก.ย.๖๗\nparts: [ส่วนหนึ่ง]\nsteps: [ขั้นร่วม]\nactions:\n  - text: '- แจ้งเวียน'\n    period: ม.ค. ๒๕๖๗\n    units: กองคลัง\n    steps: [ขั้นแรก, ขั้นสอง]\n    remark: ข้อสังเกตวิธีการ\n    results:\n      - text: =1+1\n        date: ๑๐ มกราคม ๒๕๖๗\n        remark: ข้อสังเกตผล\n        evidence:\n          - { title: หลักฐาน, url: 'https://example.org/x.pdf' }\n          - { title: คำสั่ง, url: files/order.pdf }\n      - text: ผลสอง\nfollow_up: [ติดตามทุก ๖ เดือน]\nsuggestions: [ไม่มี]\nreport:\n  parts: [ส่วนในรายงาน]\n  suggestions: [ข้อเสนอหนึ่ง, ข้อเสนอสอง]\nremark: ข้อสังเกตมาตรการ\nupdated: 2567-02-28\n---\n";
const REWORDED: &str = "---\ntitle: รายงานใช้ถ้อยคำอื่น\nunits: กองคลัง\nactions: { text: วิธีตามแผน }\nreport:\n  actions: { text: วิธีตามรายงาน, results: { text: เสร็จ, status: done } }\n---\n";
const BARE: &str = "---\ntitle: ไม่มีวิธีการ\n---\n";
const ISSUE: &str = "---\nissue: 7\nfindings:\n  - { instrument: IIT, questions: [i1, i2], remark: [ปรับปรุง, ให้ดีขึ้น] }\n  - { remark: ไม่มีข้อ }\nremark: ข้อสังเกตประเด็น\n---\n\nบรรทัดหนึ่ง\n\nบรรทัดสอง\n";
const ITEM: &str = "---\nlinks:\n  - { title: ประกาศ, url: 'https://example.org/a', note: ขั้นที่หนึ่ง }\n  - { title: มาตรการ, url: ../measures/a.md }\nupdated: 2567-01-16\nnote: คำอธิบายข้อ\n---\n";

fn whole(extra: &str) -> Project {
    let site =
        SITE.replace("2566-09-30", "2567-03-01").replace("base_url", "    - { id: finance, name: กองคลัง }\nbase_url");
    let project = Project::new(&[
        ("site.yaml", &format!("{site}{extra}")),
        ("2567/assessment.md", ASSESSMENT),
        ("2567/measures/a.md", MEASURE),
        ("2567/measures/b.md", REWORDED),
        ("2567/measures/c.md", BARE),
        ("2567/issues/7.md", ISSUE),
        ("2567/oit/o1.md", ITEM),
        ("2567/oit/o2.md", "---\nnot_applicable: ไม่มีสภาท้องถิ่น\n---\n"),
        ("2567/files/order.pdf", "%PDF"),
    ]);
    project.build();
    project
}

/// A table as a program reads it: the header and the records.
fn csv(project: &Project, address: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = project.page(address);
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark, for Excel");
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let header = cells(reader.headers().expect("a header"));
    (header, reader.records().map(|record| cells(&record.expect("a record"))).collect())
}

fn json(project: &Project, address: &str) -> Value {
    serde_json::from_str(&project.page(address)).unwrap_or_else(|error| panic!("{address}: {error}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// What a value of the JSON looks like in CSV.
fn cell(value: &Value, delimiter: &str) -> String {
    let guarded = |text: String| if text.starts_with(['=', '+', '-', '@', '\'']) { format!("'{text}") } else { text };
    match value {
        Value::Null => String::new(),
        Value::String(text) => guarded(text.clone()),
        Value::Array(values) => {
            let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            guarded(values.iter().map(plain).collect::<Vec<_>>().join(delimiter))
        }
        Value::Number(number) => number.as_f64().map(|number| number.to_string()).unwrap_or_default(),
        Value::Bool(_) | Value::Object(_) => value.to_string(),
    }
}

#[test]
fn every_table_of_a_year_as_a_person_opens_it() {
    let project = whole("");
    // The 43 items are the framework's: three of them tell how they are written.
    let shown = TABLES.map(|table| {
        let text = project.page(&format!("2567/data/{table}.csv"));
        let rows = text.lines().take(if table == "oit" { 4 } else { usize::MAX }).collect::<Vec<_>>().join("\n");
        format!("== {table}\n{rows}\n")
    });
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn the_json_says_what_the_csv_says_and_the_package_describes_both() {
    let project = whole("");
    let package = json(&project, "2567/data/datapackage.json");
    let resources = list(&package["resources"]);
    assert_eq!(resources.iter().map(|one| one["name"].as_str()).collect::<Vec<_>>(), TABLES.map(Some));
    for resource in resources {
        let name = resource["name"].as_str().expect("a name");
        assert_eq!(resource["path"], format!("{name}.csv"));
        let fields = list(&resource["schema"]["fields"]);
        let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
        let (header, records) = csv(&project, &format!("2567/data/{name}.csv"));
        let rows = json(&project, &format!("2567/data/{name}.json"));
        assert_eq!(header, names, "{name}");
        assert_eq!(list(&rows).len(), records.len(), "{name}");
        for (row, record) in list(&rows).iter().zip(&records) {
            assert_eq!(row.as_object().map(serde_json::Map::len), Some(names.len()), "{name}");
            for (field, written) in fields.iter().zip(record) {
                let value = &row[field["name"].as_str().unwrap_or_default()];
                let what = format!("{name}: {} of {row}", field["name"]);
                assert_eq!(*written, cell(value, field["delimiter"].as_str().unwrap_or_default()), "{what}");
                fits(field, value, &what);
            }
        }
    }
}

/// Whether a value is of the kind that its field says, and keeps its constraints.
fn fits(field: &Value, value: &Value, what: &str) {
    let constraints = &field["constraints"];
    if value.is_null() {
        assert_ne!(constraints["required"], true, "{what} is missing");
        return;
    }
    let right = match field["type"].as_str() {
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64(),
        Some("number") => value.as_f64().is_some_and(|number| (0.0..=100.0).contains(&number)),
        Some("boolean") => value.is_boolean(),
        Some("date") => value.as_str().is_some_and(|text| text.starts_with("20") && text.len() == "2022-02-10".len()),
        Some("list") => value.is_array(),
        _ => false,
    };
    assert!(right, "{what} is no {}", field["type"]);
    assert!(constraints["enum"].is_null() || list(&constraints["enum"]).contains(value), "{what}");
    for words in ["title", "titleEn"] {
        assert!(field[words].as_str().is_some_and(|text| !text.is_empty()), "{what} has no {words}");
    }
}

#[test]
fn keys_name_one_row_and_lead_to_one() {
    let project = whole("");
    let package = json(&project, "2567/data/datapackage.json");
    let keys = |table: &str, fields: &Value| -> Vec<String> {
        let rows = json(&project, &format!("2567/data/{table}.json"));
        let key = |row: &Value| -> Value {
            list(fields).iter().map(|field| row[field.as_str().unwrap_or_default()].clone()).collect()
        };
        list(&rows).iter().map(|row| key(row).to_string()).collect()
    };
    let mut followed = 0;
    for resource in list(&package["resources"]) {
        let name = resource["name"].as_str().unwrap_or_default();
        let schema = &resource["schema"];
        if !schema["primaryKey"].is_null() {
            let all = keys(name, &schema["primaryKey"]);
            let once: BTreeSet<&String> = all.iter().collect();
            assert_eq!(once.len(), all.len(), "{name}: {all:?}");
        }
        for foreign in list(&schema["foreignKeys"]) {
            let other = foreign["reference"]["resource"].as_str().unwrap_or_default();
            let there: BTreeSet<String> = keys(other, &foreign["reference"]["fields"]).into_iter().collect();
            for key in keys(name, &foreign["fields"]) {
                assert!(there.contains(&key), "{name}: {key} is not in {other}");
                followed += 1;
            }
        }
    }
    assert!(followed > 20, "{followed}");
}

#[test]
fn a_year_with_one_empty_record_has_every_table_all_the_same() {
    let project = Project::new(&[("2566/oit/o1.md", "---\n---\n")]);
    project.build();
    for table in TABLES {
        let (header, records) = csv(&project, &format!("2566/data/{table}.csv"));
        let framework = ["oit", "units"].contains(&table);
        assert!(header.contains(&"fiscal_year".to_owned()) && records.is_empty() != framework, "{table}: {records:?}");
        assert_eq!(list(&json(&project, &format!("2566/data/{table}.json"))).len(), records.len(), "{table}");
    }
}

#[test]
fn data_do_not_depend_on_how_pages_are_shown() {
    let [thai, english] = ["", "language: en\ndigits: arabic\n"].map(whole);
    let mut addresses: Vec<String> =
        TABLES.iter().flat_map(|table| ["csv", "json"].map(|form| format!("2567/data/{table}.{form}"))).collect();
    addresses.push("2567/data/datapackage.json".to_owned());
    for address in addresses {
        assert_eq!(thai.page(&address), english.page(&address), "{address}");
    }
}

#[test]
fn the_data_page_lists_every_table_with_its_rows_and_says_what_its_fields_mean() {
    let project = whole("language: en\ndigits: arabic\n");
    let page = project.page("2567/data/index.html");
    let table = |id: &str| {
        let row = page.split("<tr>").find(|row| row.contains(&format!("href=\"#{id}\""))).expect("a row");
        assert!(row.contains(&format!("href=\"{id}.csv\"")) && row.contains(&format!("href=\"{id}.json\"")), "{row}");
        visible(row)
    };
    for id in TABLES {
        let (header, records) = csv(&project, &format!("2567/data/{id}.csv"));
        assert!(table(id).split(' ').any(|word| word == records.len().to_string()), "{}", table(id));
        let section =
            page.split("<h2 id=").find(|section| section.starts_with(&format!("\"{id}\""))).expect("a section");
        for name in header {
            assert!(section.contains(&format!("<code>{name}</code>")), "{id}: {name}");
        }
    }
    assert!(page.contains("href=\"datapackage.json\"") && page.contains("href=\"../../data/site.json\""));
    assert!(project.page("sitemap.xml").contains("/2567/data/</loc>"));
}

#[test]
fn tables_on_pages_have_their_data_beside_them() {
    let project = whole("");
    for (page, tables) in [
        ("index.html", &["2567/data/measures", "2567/data/scores"][..]),
        ("2567/index.html", &["data/measures", "data/scores"]),
        ("2567/measures/index.html", &["../data/measures"]),
        ("2567/measures/a.html", &["../data/actions"]),
        ("2567/indicators/index.html", &["../data/scores"]),
        ("2567/indicators/10.html", &["../data/measures", "../data/oit"]),
        ("2567/assessment.html", &["data/scores", "data/constraints"]),
        ("2567/oit/index.html", &["../data/oit"]),
        ("2567/oit/o1.html", &["../data/oit_links"]),
        ("2567/units/index.html", &["../data/units"]),
        ("2567/units/clerk.html", &["../data/measures"]),
        ("2567/issues/index.html", &["../data/issues"]),
        ("2567/issues/7.html", &["../data/findings", "../data/measures"]),
        ("2567/report/plan.html", &["../data/plan"]),
        ("2567/report/progress.html", &["../data/progress"]),
    ] {
        let html = project.page(page);
        for table in tables {
            for form in ["csv", "json"] {
                assert!(html.contains(&format!("href=\"{table}.{form}\"")), "{page}: {table}.{form}");
            }
        }
    }
}

#[test]
fn a_portal_has_its_organisations_as_data() {
    let site = |name: &str| format!("organisation:\n  name: {name}\nas_of: 2567-09-30\n");
    let project = Project::new(&[
        ("a/site.yaml", &site("เทศบาลหนึ่ง")),
        ("a/2567/assessment.md", "---\noverall: 86.5\n---\n"),
        ("a/2567/measures/x.md", "---\ntitle: ก\nactions: { text: ข, status: done }\n---\n"),
        ("b/site.yaml", &site("เทศบาลสอง")),
    ]);
    project.build();
    let rows = json(&project, "data/organisations.json");
    let expected = [("a", 1, 1, Value::from(2567), Value::from(86.5)), ("b", 0, 0, Value::Null, Value::Null)];
    assert_eq!(list(&rows).len(), expected.len());
    for (row, (folder, measures, done, year, score)) in list(&rows).iter().zip(expected) {
        assert_eq!((&row["folder"], &row["measures"], &row["done"]), (&folder.into(), &measures.into(), &done.into()));
        assert_eq!((&row["fiscal_year"], &row["overall_score"]), (&year, &score));
    }
    assert_eq!(csv(&project, "data/organisations.csv").1.len(), 2);
    assert_eq!(list(&json(&project, "data/datapackage.json")["resources"]).len(), 1);
    let sites: BTreeMap<&str, Value> =
        ["a", "b"].map(|at| (at, json(&project, &format!("{at}/data/site.json")))).into();
    assert_eq!(sites["a"]["years"][0]["datapackage"], "2567/data/datapackage.json");
    assert_eq!(sites["b"]["organisation"]["name"], "เทศบาลสอง");
    assert!(project.page("index.html").contains("href=\"data/organisations.csv\""));
}

#[test]
fn no_organisation_stands_where_the_data_of_the_portal_stand() {
    let project = Project::new(&[("data/site.yaml", SITE)]);
    let output = project.run(&["check", "--lang", "en"]);
    assert!(
        !output.status.success() && said(&output).contains("“data” is kept for the portal itself"),
        "{}",
        said(&output)
    );
}
