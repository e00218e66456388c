//! Records with a value in every field, the places in them that take a text, and the schemas that say which those are.

use crate::support::Project;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// One site: its records by kind, its bodies, and measures beside the one of `BASE`.
#[derive(Clone)]
pub struct Records {
    kinds: BTreeMap<&'static str, Value>,
    body: String,
    measures: BTreeMap<String, (Value, String)>,
    /// Whether there is a file of evidence, by which alone the year would be there.
    has_evidence: bool,
}

/// A place that takes a text.
pub struct Slot {
    /// The kind of record.
    pub kind: &'static str,
    /// The way to it, as a JSON pointer.
    pub pointer: String,
}

/// A site with every field. Its year has a framework of its own, which is as small as can be, so that many such sites
/// are built at once.
pub static BASE: LazyLock<Records> = LazyLock::new(|| Records {
    kinds: BTreeMap::from([
        ("site", site()),
        ("assessment", assessment()),
        ("measure", measure()),
        ("issue", issue()),
        ("oit", item()),
        ("page", page()),
        ("framework", framework()),
    ]),
    body: "ก\n".to_owned(),
    measures: BTreeMap::new(),
    has_evidence: true,
});

impl Records {
    /// The kinds of record.
    pub fn kinds(&self) -> Vec<&'static str> {
        self.kinds.keys().copied().collect()
    }

    /// The same with `text` in a place.
    pub fn with(&self, slot: &Slot, text: &str) -> Self {
        let mut own = self.clone();
        own.put(slot, text);
        own
    }

    /// Puts `text` in a place.
    pub fn put(&mut self, slot: &Slot, text: &str) {
        let record = self.kinds.get_mut(slot.kind).and_then(|record| record.pointer_mut(&slot.pointer));
        *record.expect("a field of the record") = Value::from(text);
    }

    /// The same without what a record of this kind can do without.
    pub fn only(&self, kind: &str) -> Self {
        let mut own = self.clone();
        own.kinds.retain(|other, _| *other == kind || matches!(*other, "site" | "framework"));
        own.has_evidence = false;
        own
    }

    /// Gives every record this body.
    pub fn put_bodies(&mut self, body: &str) {
        body.clone_into(&mut self.body);
    }

    /// Adds a measure, at an address of its own unless its address is what is tried.
    pub fn add_measure(&mut self, name: &str, record: &Value) {
        let mut record = record.clone();
        if record["slug"] == measure()["slug"] {
            record["slug"] = name.into();
        }
        self.measures.insert(name.to_owned(), (record, self.body.clone()));
    }

    /// Adds a measure with this body.
    pub fn add_body(&mut self, name: &str, body: &str) {
        self.measures.insert(name.to_owned(), (json!({ "title": "ก" }), body.to_owned()));
    }

    /// Writes them as a site in `folder`. The front matter is JSON, which YAML reads as it is.
    pub fn write(&self, project: &Project, folder: &str) {
        let record = |record: &Value, body: &str| format!("---\n{record:#}\n---\n\n{body}");
        for (kind, value) in &self.kinds {
            let (path, text) = match *kind {
                "site" => ("site.yaml", format!("{value:#}\n")),
                "framework" => ("framework/2570.yaml", format!("{value:#}\n")),
                "assessment" => ("2570/assessment.md", record(value, &self.body)),
                "measure" => ("2570/measures/m.md", record(value, &self.body)),
                "issue" => ("2570/issues/1.md", record(value, &self.body)),
                "oit" => ("2570/oit/o1.md", record(value, &self.body)),
                _ => ("pages/page.md", record(value, &self.body)),
            };
            project.write(&format!("{folder}/{path}"), text.as_bytes());
        }
        for (name, (value, body)) in &self.measures {
            project.write(&format!("{folder}/2570/measures/{name}.md"), record(value, body).as_bytes());
        }
        project.write(&format!("{folder}/files/logo.png"), b"x");
        if self.has_evidence {
            project.write(&format!("{folder}/2570/files/a.pdf"), b"x");
        }
    }
}

/// The record of the slot's kind with `text` in it.
pub fn vector_at(records: &Records, slot: &Slot, text: &str) -> Value {
    let mut record = records.kinds[slot.kind].clone();
    *record.pointer_mut(&slot.pointer).expect("a field of the record") = Value::from(text);
    record
}

/// All places that hold a text and are of free choice: a closed list of words is none.
pub fn slots() -> Vec<Slot> {
    let mut all = Vec::new();
    for (kind, value) in &BASE.kinds {
        leaves(value, String::new(), &mut |pointer| all.push(Slot { kind, pointer }));
    }
    let listed = [
        "/language",
        "/digits",
        "/status",
        "/shows",
        "/code",
        "/instrument",
        "/kind",
        "/scale",
        "/polarity",
        "/basis/0",
        "/without/0",
    ];
    all.retain(|slot| {
        let is_free_code = slot.pointer.contains("items/") || slot.pointer.contains("questions/");
        let is_listed = listed.iter().any(|end| slot.pointer.ends_with(end));
        !is_listed || slot.pointer.ends_with("/code") && is_free_code || slot.pointer == "/organisation/kind"
    });
    all
}

fn leaves(value: &Value, way: String, found: &mut impl FnMut(String)) {
    match value {
        Value::String(_) => found(way),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                leaves(item, format!("{way}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                leaves(field, format!("{way}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl Slot {
    /// The address of a measure's evidence.
    pub fn evidence() -> Self {
        Self { kind: "measure", pointer: "/actions/0/results/0/evidence/0/url".to_owned() }
    }

    /// The theme.
    pub fn theme() -> Self {
        Self { kind: "site", pointer: "/theme".to_owned() }
    }

    /// The field as a schema names it: without the places in lists and maps.
    pub fn field(&self) -> String {
        // Numbers and codes are keys that the format leaves to the writer.
        let is_place = |part: &&str| part.trim_start_matches("PS").bytes().any(|byte| !byte.is_ascii_digit());
        self.pointer.split('/').filter(is_place).collect::<Vec<_>>().join(".")
    }

    /// Whether its value is read as an address where it looks like one.
    pub fn is_contact(&self) -> bool {
        ["website", "facebook", "line", "email"].iter().any(|end| self.pointer.ends_with(end))
    }

    /// Where it does not take every text, it is given each vector, or each sixth: addresses of one kind, dates, codes
    /// and units have one reader each for all of their fields, which between them are given every one.
    pub fn step(&self) -> usize {
        let whole = ["/0/url", "/survey/url", "/base_url", "/slug", "/website"];
        if self.kind != "oit" && whole.iter().any(|end| self.pointer.ends_with(end)) { 1 } else { 6 }
    }
}

/// The fields of a schema that take a text of free choice.
pub fn free_text(schema: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(schema, schema, &mut Vec::new(), 0, &mut found);
    found
}

fn walk(root: &Value, here: &Value, way: &mut Vec<String>, depth: usize, found: &mut BTreeSet<String>) {
    if !here.is_object() {
        return;
    }
    assert!(depth < 40, "a schema that holds itself");
    if let Some(name) = here["$ref"].as_str() {
        let definition = root.pointer(name.trim_start_matches('#')).expect("a definition");
        walk(root, definition, way, depth + 1, found);
    }
    let empty = Vec::new();
    for one in ["anyOf", "oneOf", "allOf"].iter().flat_map(|name| here[name].as_array().unwrap_or(&empty)) {
        walk(root, one, way, depth + 1, found);
    }
    let is = |wanted: &str| {
        here["type"] == wanted || here["type"].as_array().is_some_and(|all| all.contains(&wanted.into()))
    };
    let is_listed = here.get("enum").is_some() || here.get("const").is_some();
    let is_number = here.get("pattern").is_some() && (is("integer") || is("number"));
    // Instruments are a list of three words in many spellings.
    let is_instrument = way.last().is_some_and(|field| field == "instrument");
    if is("string") && !is_listed && !is_number && !is_instrument {
        found.insert(way.join("."));
    }
    for (name, field) in here["properties"].as_object().into_iter().flatten() {
        way.push(name.clone());
        walk(root, field, way, depth + 1, found);
        way.pop();
    }
    for inner in [&here["items"], &here["additionalProperties"]] {
        walk(root, inner, way, depth + 1, found);
    }
    for (_, inner) in here["patternProperties"].as_object().into_iter().flatten() {
        walk(root, inner, way, depth + 1, found);
    }
}

/// A vector wherever Markdown takes a text; the last one stands alone, since it may swallow what follows.
pub fn in_text(vector: &str) -> String {
    let line = vector.replace(['\n', '\r'], " ");
    format!(
        "## {line}\n\nก {line} ข\n\n**{line}** _{line}_ ~~{line}~~ `{line}`\n\n| {line} | ข |\n|:-:|--:|\n| {line} | {line} |\n\n\
         - [ ] {line}\n\n> {line}\n\n7. {line}\n\nก[^1] ข[^{line}]\n\n[^1]: {line}\n\n[^{line}]: ข\n\n    {vector}\n\n\
         ```{line}\n{vector}\n```\n\n![{line}](files/logo.png)\n\n{vector}\n"
    )
}

/// Ways of writing a link, to be given a vector.
pub const IN_LINKS: [fn(&str) -> String; 7] = [
    |vector| format!("[ก]({vector})"),
    |vector| format!("[ก](<{vector}> \"{vector}\")"),
    |vector| format!("[{vector}](https://www.example.go.th/ '{vector}')"),
    |vector| format!("[ก][ข] [ข]\n\n[ข]: <{vector}> ({vector})"),
    |vector| format!("<{vector}>"),
    |vector| format!("![{vector}](<{vector}> \"{vector}\")"),
    |vector| {
        let entities = vector.chars().fold(String::new(), |all, char| format!("{all}&#{};", u32::from(char)));
        format!("[ก](<{entities}> \"{entities}\") ![ก](<{entities}>)")
    },
];

fn site() -> Value {
    json!({
        "organisation": {
            "name": "เทศบาลตำบลตัวอย่าง", "kind": "เทศบาลตำบล", "district": "เมือง", "province": "จังหวัดสมมุติ",
            "logo": "files/logo.png",
            "units": [{ "id": "clerk", "name": "สำนักปลัด", "aliases": ["ปลัด"] }],
            "contact": {
                "address": "๑ หมู่ ๑", "phone": "02-000-0000", "email": "a@example.go.th",
                "website": "https://www.example.go.th", "facebook": "https://facebook.com/x", "line": "@x"
            }
        },
        "base_url": "https://www.example.go.th/ita/", "theme": "default", "color": "#14507d", "language": "th", "digits": "arabic",
        "as_of": "2570-03-01",
        "survey": { "url": "https://itas.nacc.go.th/go/eit/abc123", "open": "1 ม.ค. 2570 - 30 มิ.ย. 2570" },
        "redirects": { "2569": "index.html" }, "host_files": true, "without": ["pictures"],
        "rules": { "PS015": { "severity": "warning", "reason": "ชื่อเดิมของแฟ้ม", "files": ["2570/", "pages/"] } }
    })
}

fn assessment() -> Value {
    let signatory = json!({ "name": "นายตัวอย่าง", "position": "นิติกร", "role": "ผู้รายงาน" });
    let form = json!({
        "title": "แผน", "lead": ["นำ"], "signatory": signatory,
        "columns": [{ "shows": "measure", "title": "มาตรการ" }, { "shows": "results", "title": "ผล" }, { "shows": "actions" }]
    });
    json!({
        "analysed_year": 2570, "overall": 80, "level": "ผ่าน", "indicators": { "1": 80 }, "questions": { "i1": 80 },
        "points_to_improve": { "1": ["จุด"] }, "constraints": [{ "topic": "บุคลากร", "text": "น้อย" }],
        "signatory": signatory, "reports": { "plan": form, "progress": form }, "remark": ["หมายเหตุ"],
        "updated": "2570-01-05"
    })
}

fn action() -> Value {
    json!({
        "text": "วิธีการ", "title": "ชื่อสั้น", "units": ["clerk"], "period": "ม.ค. 2570", "status": "done",
        "steps": ["ขั้น"], "remark": ["หมายเหตุ"],
        "results": [{
            "text": "ผล", "date": "10 ม.ค. 2570", "status": "done", "remark": ["หมายเหตุ"],
            "evidence": [{ "title": "หลักฐาน", "url": "https://example.org/x.pdf" }]
        }]
    })
}

fn measure() -> Value {
    json!({
        "title": "มาตรการ", "number": 1, "indicators": [1], "instrument": "IIT", "issue": 1, "questions": ["i1"],
        "oit": ["o1"], "oit_year": 2570, "units": ["clerk"], "period": "ต.ค.69-ก.ย.70", "parts": ["ส่วน"],
        "actions": [action()], "steps": ["ขั้นร่วม"], "follow_up": ["ติดตาม"], "suggestions": ["ควร"],
        "report": { "parts": ["ส่วน"], "actions": [action()], "follow_up": ["ติดตาม"], "suggestions": ["ควร"], "units": ["clerk"] },
        "status": "done", "remark": ["หมายเหตุ"], "updated": "2570-02-28", "slug": "m"
    })
}

fn issue() -> Value {
    json!({
        "issue": 1, "findings": [{ "instrument": "IIT", "questions": ["i1"], "remark": ["หมายเหตุ"] }],
        "remark": ["หมายเหตุ"], "updated": "2569-12-01"
    })
}

fn item() -> Value {
    json!({
        "links": [{ "title": "ประกาศ", "url": "https://example.org/a", "note": "ขั้น" }], "updated": "2570-01-16",
        "note": ["คำอธิบาย"], "not_applicable": "เหตุผล"
    })
}

fn page() -> Value {
    json!({ "title": "หน้า", "order": 1, "slug": "page", "language": "th", "updated": "2570-01-01" })
}

fn framework() -> Value {
    json!({
        "year": 2570,
        "instruments": [
            { "code": "IIT", "weight": 0.3, "name": "แบบวัดภายใน", "name_en": "internal", "other_names": ["ใน"] },
            { "code": "EIT", "weight": 0.3, "name": "แบบวัดภายนอก" },
            { "code": "OIT", "weight": 0.4, "name": "แบบวัดข้อมูล" }
        ],
        "indicators": [
            { "number": 1, "instrument": "IIT", "name": "หน้าที่", "name_en": "duties", "other_names": ["งาน"] },
            { "number": 2, "instrument": "EIT", "name": "บริการ" },
            { "number": 3, "instrument": "OIT", "name": "ข้อมูล" }
        ],
        "sub_indicators": [{
            "number": "3.1", "title": "พื้นฐาน",
            "items": [{ "code": "o1", "title": "โครงสร้าง", "group": "กลุ่ม", "other_titles": ["ผัง"], "sub_indicator": "3.1", "note": "ต้อง" }]
        }],
        "items": [{ "code": "o2", "title": "แผน", "group": "กลุ่ม", "other_titles": ["แผนงาน"], "sub_indicator": "3.1", "note": "ต้อง" }],
        "questions": [
            { "code": "i1", "indicator": 1, "kind": "wording", "text": "ข้อคำถาม", "parts": ["ส่วน"], "note": "ต้อง" },
            { "code": "e1", "indicator": 2, "text": "ข้อคำถาม" }
        ],
        "levels": { "name": "เกณฑ์", "pass_mark": 85, "scale": [{ "name": "ผ่าน", "name_en": "pass", "overall_min": 0 }] },
        "issues": [{ "number": 1, "title": "ประเด็น", "codes": { "of_year": 2570, "codes": ["i1"] } }],
        "measure_items": { "plan": "o1", "progress": "o2" }
    })
}
