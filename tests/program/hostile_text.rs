//! Texts that would do something if a page let them: each in every field, body and file name, and what is published
//! read as a browser and a spreadsheet read it.

mod published;
mod records;
mod vectors;

use crate::support::{Project, SITE, said};
use published::{Count, inspect};
use records::{BASE, Records, Slot, free_text, slots, vector_at};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use vectors::vectors;

/// Where the text of the page stands that shows a field's value as it is.
const SHOWN: &str = "2570/measures/m.html";

/// Says what was tried, in the output of the tests.
macro_rules! tell {
    ($($words:tt)*) => { writeln!(std::io::stderr(), $($words)*).expect("a place to say it") };
}

/// A portal whose organisations each hold vectors of their own.
struct Portal {
    project: Project,
    /// Sites of which a file can be taken out alone.
    packed: BTreeSet<String>,
}

impl Portal {
    fn new() -> Self {
        let project = Project::new(&[("keep/site.yaml", "organisation: { name: ก }\n")]);
        Self { project, packed: BTreeSet::new() }
    }

    fn site(&self, folder: &str, records: &Records) {
        records.write(&self.project, &format!("content/{folder}"));
    }

    /// Builds the portal, each time without what was refused, until nothing is; how much was.
    fn build(&self) -> usize {
        self.accepted_by("build")
    }

    /// Runs a command, each time without what was refused, until nothing is; how much was.
    fn accepted_by(&self, command: &str) -> usize {
        let mut refused = BTreeSet::new();
        loop {
            let output = self.project.run(&[command, "--lang", "en", "--format", "json"]);
            if output.status.success() {
                return refused.len();
            }
            let said = said(&output);
            let told = String::from_utf8_lossy(&output.stdout);
            let told = told.lines().map(|line| serde_json::from_str::<Value>(line).expect("a JSON object a line"));
            let errors = told.filter(|problem| problem["severity"] == "error");
            let mut files = BTreeSet::new();
            for problem in errors {
                let path = problem["path"].as_str().and_then(|path| path.strip_prefix("content/"));
                let (site, _) =
                    path.and_then(|path| path.split_once('/')).unwrap_or_else(|| panic!("a file of a site: {problem}"));
                let file = path.filter(|_| self.packed.contains(site));
                files.insert(file.unwrap_or(site).to_owned());
            }
            assert!(!files.is_empty(), "{said}");
            // What stands in a folder goes with it.
            let inner = |file: &&String| !files.iter().any(|other| file.starts_with(&format!("{other}/")));
            for file in files.iter().filter(inner) {
                let path = self.project.path(&format!("content/{file}"));
                let is_gone = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
                assert!(is_gone.is_ok(), "{file} was refused again: {said}");
            }
            refused.extend(files);
        }
    }

    fn inspect(&self) -> Count {
        inspect(&self.project.path("public"))
    }
}

/// The vectors some at a time, so that fewer sites show them all. What a spreadsheet looks at is how a text begins:
/// those for it stand alone, after `§ what a spreadsheet would work out`.
fn together(vectors: &[String]) -> Vec<String> {
    let (others, formulas) = vectors.split_at(vectors.iter().position(|vector| vector == "=1+1").unwrap_or_default());
    others.chunks(6).map(|some| some.join(" ก ")).chain(formulas.iter().cloned()).collect()
}

#[test]
fn the_records_of_this_test_have_every_field_that_takes_a_text() {
    let project = Project::new(&[]);
    for kind in BASE.kinds() {
        let schema = project.run(&["schema", kind]);
        let schema: Value = serde_json::from_slice(&schema.stdout).expect("a schema");
        let own: BTreeSet<String> =
            slots().into_iter().filter(|slot| slot.kind == kind).map(|slot| slot.field()).collect();
        let missing: Vec<_> = free_text(&schema).difference(&own).cloned().collect();
        assert!(missing.is_empty(), "records.rs has no value for these fields of {kind}: {missing:?}");
    }
}

#[test]
fn no_text_in_any_field_becomes_more_than_text() {
    let vectors = vectors();
    assert!(vectors.len() >= 150);
    // First, which fields take any text at all.
    let probe = Portal::new();
    let all: Vec<Slot> = slots().into_iter().filter(|slot| slot.pointer != "/theme").collect();
    for (at, slot) in all.iter().enumerate() {
        probe.site(&format!("s{at}"), &BASE.with(slot, "\"><script>{{7*7}}/\\:*?|%#\u{1}"));
    }
    probe.accepted_by("check");
    let is_free = |at: usize| probe.project.path(&format!("content/s{at}")).is_dir();
    let (free, bound): (Vec<_>, Vec<_>) =
        all.iter().enumerate().partition(|(at, slot)| is_free(*at) && !slot.is_contact());

    // Each vector in bodies, by itself.
    let mut bodies = Portal::new();
    let mut records = BASE.only("site");
    for (number, vector) in vectors.iter().enumerate() {
        records.add_body(&number.to_string(), &records::in_text(vector));
    }
    bodies.site("bodies", &records);
    bodies.packed.insert("bodies".to_owned());
    let broken = bodies.build();
    tell!("bodies: {} vectors, {broken} of them refused: {}", vectors.len(), bodies.inspect());
    // Each vector in all of these fields at once, and in every body besides.
    let texts = together(&vectors);
    let portal = Portal::new();
    for (number, text) in texts.iter().enumerate() {
        let mut records = BASE.clone();
        for (_, slot) in &free {
            records.put(slot, text);
        }
        records.put_bodies(&records::in_text(text));
        portal.site(&format!("v{number}"), &records);
    }
    let refused = portal.build();
    let count = portal.inspect();
    for (number, text) in texts.iter().enumerate() {
        let heading = published::heading(&portal.project.page(&format!("v{number}/{SHOWN}")));
        assert_eq!(heading, published::as_seen(text), "the text was changed");
    }
    tell!("texts: {} vectors x {} fields, all shown as written: {count}", vectors.len(), free.len());
    assert!(refused == 0 && free.len() > 60, "{refused} {}", free.len());

    // Where a field takes only an address, a date or a code, each vector alone, so that each is judged by itself.
    let mut portal = Portal::new();
    let mut tried = 0;
    for (number, (_, slot)) in bound.iter().enumerate() {
        let step = slot.step();
        let chosen: Vec<_> = vectors.iter().skip(number % step).step_by(step).collect();
        tried += chosen.len();
        if slot.kind == "measure" {
            let folder = format!("b{number}");
            let mut records = BASE.clone();
            for (at, vector) in chosen.into_iter().enumerate() {
                records.add_measure(&format!("m{at}"), &vector_at(&BASE, slot, vector));
            }
            portal.site(&folder, &records);
            portal.packed.insert(folder);
        } else {
            for (at, vector) in chosen.into_iter().enumerate() {
                portal.site(&format!("b{number}-{at}"), &BASE.only(slot.kind).with(slot, vector));
            }
        }
    }
    let refused = portal.build();
    tell!("addresses, dates and codes: {tried} in {} fields, {refused} refused: {}", bound.len(), portal.inspect());
    assert!(refused > tried / 3, "{refused} of {tried}");
}

#[test]
fn no_link_in_a_body_becomes_more_than_a_link() {
    let vectors = vectors();
    let mut portal = Portal::new();
    let mut tried = 0;
    for (form, write) in records::IN_LINKS.iter().enumerate() {
        let folder = format!("l{form}");
        let mut records = BASE.clone();
        for (at, vector) in vectors.iter().enumerate() {
            records.add_body(&format!("m{at}"), &write(vector));
            tried += 1;
        }
        portal.site(&folder, &records);
        portal.packed.insert(folder);
    }
    let refused = portal.build();
    tell!("links in bodies: {tried} bodies, {refused} refused: {}", portal.inspect());
    assert!(refused < tried, "nothing was published");
}

#[test]
fn no_file_name_becomes_more_than_a_name() {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for vector in vectors() {
        let name: String = vector.chars().filter(|char| !"/\0".contains(*char)).collect();
        let name = name[..name.floor_char_boundary(150)].trim_start_matches(['.', '_']).to_owned();
        names.entry(name.to_lowercase()).or_insert(name);
    }
    let mut portal = Portal::new();
    let mut evidence = BASE.clone();
    for (at, name) in names.values().enumerate() {
        portal.project.write(&format!("content/names/2570/files/{name}.pdf"), b"x");
        let mut link = String::from("files/");
        for byte in name.bytes() {
            link.push_str(&format!("%{byte:02X}"));
        }
        evidence.add_measure(&format!("e{at}"), &vector_at(&BASE, &Slot::evidence(), &format!("{link}.pdf")));
        evidence.add_body(&format!("i{at}"), &format!("[{at}](../{link}.pdf) ![{at}](../{link}.pdf)"));
        let page = format!("content/r{at}/pages/{name}.md");
        // Names that hosts cannot carry are an error, unless a site says otherwise.
        let site = "organisation: { name: ก }\nrules: { PS015: { severity: warning, reason: ข } }\n";
        portal.project.write(&format!("content/r{at}/site.yaml"), site.as_bytes());
        portal.project.write(&page, format!("---\ntitle: {at}\n---\n").as_bytes());
    }
    portal.packed.insert("names".to_owned());
    portal.site("names", &evidence);
    let refused = portal.build();
    tell!("file names: {} of evidence and of pages, {refused} pages refused: {}", names.len(), portal.inspect());
    assert!(refused < names.len(), "nothing was published");
    let published = std::fs::read_dir(portal.project.path("public/names/2570/files")).expect("evidence").count();
    assert_eq!(published, names.len() + 1, "each file of evidence, and the one that every site has");
}

#[test]
fn a_theme_is_a_name_and_no_way_to_elsewhere() {
    for theme in ["<script>", "{{ 7*7 }}", "javascript:x", "\"><img src=x>", "\u{202e}x"] {
        let project = Project::new(&[]);
        BASE.with(&Slot::theme(), theme).write(&project, "content");
        let output = project.run(&["build", "--lang", "en"]);
        assert!(!output.status.success() && said(&output).contains("PS301"), "{theme}: {}", said(&output));
    }
}

#[test]
fn links_and_pictures_that_are_not_published_are_told_with_what_to_write_instead() {
    let site = SITE.replace(
        "  units:",
        "  logo: https://www.example.org/logo.png\n  contact: { email: 'a@example.go.th?bcc=b@evil.example', website: 'https://www.example.go.th@evil.example/' }\n  units:",
    );
    let body = "![ภาพกิจกรรม](https://www.example.org/a.png) ![หน้า](../oit/o1.md)\n\n[ก](https://www.example.go.th@evil.example/)\n\n\
        [ข](https:example.go.th) [ค](tel:*%2306%23)\n\n[ง](https://www.example.go.th/\u{202e}fdp.exe)\n";
    let project =
        Project::new(&[("site.yaml", &site), ("2566/measures/a.md", &format!("---\ntitle: ก\n---\n\n{body}"))]);
    let all = ["th", "en"].map(|language| said(&project.run(&["check", "--lang", language]))).join("\n");
    insta::assert_snapshot!(all);
}
