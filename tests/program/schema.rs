//! `prongsai schema`: what the schemas accept is what the program accepts, and every field says what it is.

use crate::support::{Project, run_in, said};
use crate::whole_format;
use jsonschema::Validator;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

const KINDS: [&str; 8] = ["site", "assessment", "measure", "issue", "oit", "page", "framework", "theme"];

/// The schema of a kind, as the program prints it.
fn schema(kind: &str, language: &str) -> Json {
    let output = run_in(Path::new("."), &["schema", kind, "--lang", language]);
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).expect("the program prints JSON")
}

static VALIDATORS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let validator = |kind| jsonschema::draft202012::new(&schema(kind, "th")).expect("a sound schema");
    KINDS.into_iter().map(|kind| (kind, validator(kind))).collect()
});

/// The fields of a record, as an editor reads them.
fn fields(text: &str) -> Json {
    let front = text.strip_prefix("---\n").map_or(text, |rest| rest.split_once("\n---").map_or("", |(front, _)| front));
    serde_yaml::from_str(if front.trim().is_empty() { "{}" } else { front }).expect("YAML")
}

/// The kind of the file at a path below `content`.
fn kind_of(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.rsplit('/').collect();
    match parts.as_slice() {
        ["site.yaml", ..] => Some("site"),
        ["assessment.md", ..] => Some("assessment"),
        [_, "measures", ..] => Some("measure"),
        [_, "issues", ..] => Some("issue"),
        [_, "oit", ..] => Some("oit"),
        [_, "pages", ..] => Some("page"),
        [_, "framework", ..] => Some("framework"),
        _ => None,
    }
}

/// What the schema of its kind has against a record.
fn faults(kind: &str, text: &str) -> Vec<String> {
    VALIDATORS[kind].iter_errors(&fields(text)).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Every field of a schema, with the path to it.
fn each_field(schema: &Json, path: &str, tell: &mut impl FnMut(&str, &Json)) {
    assert!(schema["properties"].is_null() || schema["additionalProperties"] == false, "{path} takes unknown fields");
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        tell(&format!("{path}.{name}"), field);
    }
    let inner: Vec<(String, &Json)> = match schema {
        Json::Object(object) => object.iter().map(|(name, inner)| (format!("{path}/{name}"), inner)).collect(),
        Json::Array(items) => items.iter().map(|inner| (path.to_owned(), inner)).collect(),
        _ => return,
    };
    for (path, inner) in inner {
        each_field(inner, &path, tell);
    }
}

#[test]
fn the_records_of_the_examples_and_of_the_program_fit_their_schemas() {
    let mut seen = 0;
    for entry in walkdir::WalkDir::new("content").sort_by_file_name() {
        let entry = entry.expect("content can be read");
        let path = entry.path().to_string_lossy().replace('\\', "/");
        let Some(kind) = kind_of(&path).filter(|_| entry.file_type().is_file() && !path.contains("/_")) else {
            continue;
        };
        let text = std::fs::read_to_string(entry.path()).expect("a record can be read");
        assert_eq!(faults(kind, &text), Vec::<String>::new(), "{path}");
        seen += 1;
    }
    for entry in std::fs::read_dir("src/framework/data").expect("the years are there") {
        let path = entry.expect("a year").path();
        let text = std::fs::read_to_string(&path).expect("a year can be read");
        assert_eq!(faults("framework", &text), Vec::<String>::new(), "{}", path.display());
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_site_with_every_field_fits() {
    for (kind, text) in [
        ("site", whole_format::SITE),
        ("assessment", whole_format::ASSESSMENT),
        ("measure", whole_format::MEASURE),
        ("issue", whole_format::ISSUE),
        ("oit", whole_format::ITEM),
    ] {
        assert_eq!(faults(kind, text), Vec::<String>::new(), "{kind}");
    }
}

/// Where each kind stands in a project.
fn place(kind: &str) -> &'static str {
    match kind {
        "site" => "site.yaml",
        "assessment" => "2567/assessment.md",
        "measure" => "2567/measures/a.md",
        "issue" => "2567/issues/7.md",
        "oit" => "2567/oit/o31.md",
        "page" => "pages/a.md",
        _ => "framework/2567.yaml",
    }
}

/// Whether the program finds an error in a site with this record, and what it says.
fn program_refuses(kind: &str, yaml: &str) -> (bool, String) {
    let text = if place(kind).ends_with(".md") { format!("---\n{yaml}\n---\n\n# ก\n") } else { format!("{yaml}\n") };
    let output = Project::new(&[(place(kind), &text)]).run(&["check", "--lang", "en"]);
    (!output.status.success(), said(&output))
}

#[test]
fn what_the_program_refuses_to_read_the_schema_refuses() {
    for (kind, yaml) in [
        ("measure", "number: 1"),
        ("measure", "title: ก\nunit: สำนักปลัด"),
        ("measure", "title: { th: ก }"),
        ("measure", "title: [ก]"),
        ("measure", "title: ก\nnumber: หนึ่ง"),
        ("measure", "title: ก\nnumber: 1.5"),
        ("measure", "title: ก\nindicators: [1, สอง]"),
        ("measure", "title: ก\nindicators: -1"),
        ("measure", "title: ก\ninstrument: XIT"),
        ("measure", "title: ก\nstatus: finished"),
        ("measure", "title: ก\nstatus: delayed"),
        ("measure", "title: ก\ndraft: maybe"),
        ("measure", "title: ก\ndraft:"),
        ("measure", "title: ก\nactions: ข้อความเดียว"),
        ("measure", "title: ก\nactions: [{ title: ข }]"),
        ("measure", "title: ก\nactions: { text: ข, results: { text: ค, status: in_progress } }"),
        ("measure", "title: ก\nactions: { text: ข, results: { text: ค, evidence: files/a.pdf } }"),
        ("measure", "title: ก\nreport: [ข]"),
        ("measure", "title: ก\nperiod: [ม.ค. ๖๗]"),
        ("assessment", "overall: มาก"),
        ("assessment", "overall: 12,50"),
        ("assessment", "indicators: { หนึ่ง: 90 }"),
        ("assessment", "indicators: [90]"),
        ("assessment", "questions: { i1: ดี }"),
        ("assessment", "constraints: { topic: บุคลากร }"),
        ("assessment", "signatory: นายตัวอย่าง"),
        ("issue", "findings: []"),
        ("issue", "issue: [7]"),
        ("oit", "links: { url: 'https://example.org' }"),
        ("oit", "link: https://example.org"),
        ("page", "title: { th: ก }"),
        ("page", "order: แรก"),
        ("site", "base_url: https://www.example.go.th/"),
        ("site", "organisation: { name: ก, units: [สำนักปลัด] }"),
        ("site", "organisation: { name: ก }\nlanguage: ไทย"),
        ("site", "organisation: { name: ก }\ndigits:"),
        ("framework", "items: []"),
        ("framework", "year: 2567\nitems: [{ title: ก }]"),
        ("framework", "year: 2567\nbasis: hearsay"),
        ("framework", "year: 2567\nquestions: { code: i1, scale: three }"),
    ] {
        let (refused, words) = program_refuses(kind, yaml);
        assert!(refused, "the program takes {kind}: {yaml}\n{words}");
        assert!(!faults(kind, yaml).is_empty(), "the schema takes {kind}: {yaml}");
    }
}

#[test]
fn what_the_program_reads_the_schema_takes() {
    for (kind, yaml) in [
        ("measure", "title: ก"),
        ("measure", "title: 2567\nnumber: ๔\nindicators: ๕\nperiod: 2567\nparts: 1.50\nsuggestions: '-'"),
        ("measure", "title: ก\nindicators: [๕, ' 10 ', 9]\nissue: 1\noit: ๐๓๑\nquestions:\nunits: clerk"),
        ("measure", "title: ก\ninstrument: oit\nperiod:\nreport:\nstatus:\nactions:\nupdated: 2567-02-28"),
        ("measure", "title: ก\nactions: { text: ข, status: done, steps: ค, results: { text: ง, status: ongoing } }"),
        ("measure", "title: ก\ndraft: true\nremark: [ข, ค]\nslug: a"),
        ("assessment", ""),
        ("assessment", "overall: '๘๐.๔๒'\nindicators: { ๑: ๙๔.๑๔, 2: 88 }\nquestions:\npoints_to_improve: { 9: ก }"),
        ("assessment", "analysed_year: ๒๕๖๖\nconstraints: { topic: ก, text: ข }\nsignatory: { name: ค, role: }"),
        ("issue", "issue: ๗\nfindings: { instrument: i, questions: i1, remark: ก }"),
        ("oit", "links: { title: 1, url: 'https://example.org' }\nnote: ก"),
        ("oit", "not_applicable: ก"),
        ("page", ""),
        ("page", "title: 2567\norder: '๑'"),
        ("site", "organisation: { name: ก, contact: { phone: 020000000 }, units: { id: a, name: ข, aliases: ค } }"),
        ("site", "organisation: { name: ก }\nlanguage: en\ndigits: arabic\nas_of: ๓๐ กันยายน ๒๕๖๗"),
        ("framework", "year: ๒๕๖๗\nitems: { code: o10, title: ก, certainty: 0.9 }"),
        ("framework", "year: 2567\nsub_indicators: { number: 9.1, title: ก }\nbasis: site"),
    ] {
        let (refused, words) = program_refuses(kind, yaml);
        // Units and the like are named by the site, which is another record.
        assert!(!refused || kind == "site" && !words.contains("PS01"), "the program refuses {kind}: {yaml}\n{words}");
        assert_eq!(faults(kind, yaml), Vec::<String>::new(), "{kind}: {yaml}");
    }
}

#[test]
fn every_field_is_named_and_explained_in_both_languages() {
    for kind in KINDS {
        let (thai, english) = (schema(kind, "th"), schema(kind, "en"));
        assert!(jsonschema::draft202012::meta::is_valid(&thai) && jsonschema::draft202012::meta::is_valid(&english));
        let mut seen = 0;
        let words = |schema: &Json| {
            let mut all: Vec<(String, String)> = Vec::new();
            each_field(schema, kind, &mut |path, field| {
                let word = |key: &str| field[key].as_str().unwrap_or_default().trim().to_owned();
                assert!(!word("title").is_empty(), "{path} has no title");
                all.push((path.to_owned(), word("description")));
            });
            each_constant(schema, kind, &mut |path, description| all.push((path, description)));
            all
        };
        for ((path, thai), (_, english)) in words(&thai).into_iter().zip(words(&english)) {
            assert!(!thai.is_empty() && !english.is_empty() && thai != english, "{path}: “{thai}”, “{english}”");
            seen += 1;
        }
        assert!(seen >= 4, "{kind}: {seen}");
        assert!(!thai.to_string().contains("x-th") && !thai.to_string().contains("thai-"), "{kind}");
    }
}

/// Every word that can stand in a field, with its description.
fn each_constant(schema: &Json, path: &str, tell: &mut impl FnMut(String, String)) {
    if let Some(word) = schema["const"].as_str() {
        tell(format!("{path} {word}"), schema["description"].as_str().unwrap_or_default().to_owned());
    }
    let inner: Vec<&Json> = match schema {
        Json::Object(object) => object.values().collect(),
        Json::Array(items) => items.iter().collect(),
        _ => return,
    };
    for inner in inner {
        each_constant(inner, path, tell);
    }
}

#[test]
fn the_examples_of_the_schemas_can_be_written() {
    let mut records: Vec<(String, String)> = Vec::new();
    for kind in KINDS {
        each_field(&schema(kind, "en"), kind, &mut |path, field| {
            let name = path.rsplit('.').next().unwrap_or_default();
            for example in field["examples"].as_array().into_iter().flatten() {
                let value = serde_json::to_string(example).expect("JSON");
                let yaml = match name {
                    "date" | "period" | "open" => format!("period: {value}"),
                    "updated" | "as_of" => format!("updated: {value}"),
                    "indicators" if example.is_array() => format!("indicators: {value}"),
                    "oit_year" | "instrument" | "oit" => format!("{name}: {value}"),
                    _ => return,
                };
                let number = records.len();
                records.push((
                    format!("2567/measures/m{number}.md"),
                    format!("---\ntitle: ก\nnumber: {number}\n{yaml}\n---\n"),
                ));
            }
        });
    }
    assert!(records.len() > 20, "{}", records.len());
    let files: Vec<_> = records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let output = Project::new(&files).run(&["check", "--lang", "en"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn the_kinds_are_listed() {
    let listed = |language| said(&run_in(Path::new("."), &["schema", "--lang", language]));
    insta::assert_snapshot!(format!("{}\n{}", listed("th"), listed("en")));
}

#[test]
fn the_schema_of_an_issue() {
    insta::assert_snapshot!(said(&run_in(Path::new("."), &["schema", "issue"])));
}

#[test]
fn the_reference_in_thai() {
    insta::assert_snapshot!(said(&run_in(Path::new("."), &["schema", "--reference", "--lang", "th"])));
}

#[test]
fn the_reference_in_english() {
    insta::assert_snapshot!(said(&run_in(Path::new("."), &["schema", "--reference", "--lang", "en"])));
}

#[test]
fn all_are_written_with_what_to_tell_the_editor() {
    let project = Project::new(&[]);
    let first = said(&project.run(&["schema", "--out", ".schemas"]));
    let again = said(&project.run(&["schema", "--out", ".schemas", "--lang", "en"]));
    insta::assert_snapshot!(format!("{first}\n{again}"));
    for kind in KINDS {
        let text = std::fs::read(project.path(&format!(".schemas/{kind}.schema.json"))).expect("it is written");
        assert_eq!(serde_json::from_slice::<Json>(&text).expect("JSON"), schema(kind, "en"), "{kind}");
    }
}

#[test]
fn a_file_of_somebody_else_is_left_alone() {
    let project = Project::new(&[]);
    project.write(".schemas/oit.schema.json", b"{ \"$id\": \"https://example.org/oit\" }");
    project.write("file", b"");
    let run = |out, language| said(&project.run(&["schema", "--out", out, "--lang", language]));
    insta::assert_snapshot!(format!("{}\n{}\n{}", run(".schemas", "th"), run(".schemas", "en"), run("file", "en")));
    assert!(!project.path(".schemas/site.schema.json").exists(), "nothing is written beside it");
}

#[test]
fn a_kind_that_is_none_is_told_with_those_that_are() {
    insta::assert_snapshot!(said(&run_in(Path::new("."), &["schema", "measures"])));
}
