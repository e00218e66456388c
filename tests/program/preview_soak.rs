//! 500 random edits, good and broken, while the preview runs: whatever happens on the way, what it shows in the end is
//! what a build of the same files makes, byte for byte.

use crate::preview::{Preview, project};
use crate::support::Project;
use prongsai::model::escape;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

const EDITS: usize = 500;
/// After so many edits all is mended, and compared.
const BATCH: usize = 20;

/// A row of numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("it is small") % end
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len());
        &of[at]
    }
}

/// Files that are there for a while, and what may stand in them.
const FILES: [&str; 8] = [
    "2566/measures/a.md",
    "2566/measures/b.md",
    "2566/measures/c.md",
    "2566/oit/o1.md",
    "2566/oit/o12.md",
    "2565/measures/old.md",
    "pages/about.md",
    "2566/assessment.md",
];

fn text(file: &str, number: usize, chance: &mut Chance) -> String {
    let title = format!("ครั้งที่ {number}");
    let link = chance.one(&["/2566/measures/a.md", "/2566/measures/b.md", "/pages/about.md", "https://example.org/"]);
    let broken =
        chance.one(&["titel: ก\n", "units: [nobody]\n", "indicators: [99]\n", "oit: [o99]\n", "a: [\n", "\t\n"]);
    let broken = if chance.below(6) == 0 { broken } else { "" };
    let body = format!("\n## หัวข้อ {number}\n\nดู [ที่นี่]({link})\n");
    match file.split('/').nth(1).unwrap_or_default() {
        "measures" => {
            let number = chance.below(5) + 1;
            format!(
                "---\ntitle: {title}\n{broken}number: {number}\nunits: clerk\nindicators: [{number}]\noit: [o{number}]\nactions:\n  - {{ text: ทำ, results: {{ text: ผล {title}, date: 1 ก.พ. {} }} }}\n---\n{body}",
                &file[..4]
            )
        }
        "oit" => format!("---\n{broken}links: {{ title: {title}, url: 'https://example.org/{number}' }}\n---\n{body}"),
        "assessment.md" => {
            format!("---\n{broken}overall: {}.{:02}\n---\n{body}", 60 + chance.below(40), chance.below(100))
        }
        _ => format!("---\ntitle: {title}\n{broken}---\n{body}"),
    }
}

fn edit(project: &Project, number: usize, chance: &mut Chance) {
    let file = *chance.one(&FILES);
    let path = project.path("content").join(file);
    match chance.below(12) {
        0 => drop(fs::remove_file(&path)),
        1 => {
            let aside = path.with_extension("new");
            project.write(&format!("content/{file}").replace(".md", ".new"), text(file, number, chance).as_bytes());
            fs::rename(aside, &path).expect("renamed");
        }
        2 => {
            let site = fs::read_to_string(project.path("content/site.yaml")).expect("there");
            let (before, after) = site.split_once("name: ").expect("a name");
            let rest = after.split_once('\n').expect("a line").1;
            project.write("content/site.yaml", format!("{before}name: เทศบาล {number}\n{rest}").as_bytes());
        }
        3 => project.write(&format!("content/2566/files/f{}.txt", chance.below(3)), format!("{number}").as_bytes()),
        4 => project.write("themes/default/words/th.yaml", format!("home: หน้าแรก {number}\n").as_bytes()),
        5 => drop(fs::remove_dir_all(project.path("content/2565"))),
        6 => {
            let text = text(file, number, chance);
            project.write(&format!("content/{file}"), &text.as_bytes()[..text.len() / 2]);
            std::thread::sleep(Duration::from_millis(20));
            project.write(&format!("content/{file}"), text.as_bytes());
        }
        _ => project.write(&format!("content/{file}"), text(file, number, chance).as_bytes()),
    }
}

/// Every file of a folder, by its address.
fn addresses(folder: &Path, within: &str, all: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("readable");
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        if entry.file_type().expect("known").is_dir() {
            addresses(&entry.path(), &format!("{name}/"), all);
        } else if !name.starts_with('.') {
            all.insert(name);
        }
    }
}

#[test]
fn after_any_edits_the_preview_is_what_a_build_makes() {
    let project = project();
    let preview = Preview::start(&project, &[]);
    let mut chance = Chance(2567);
    for number in 1..=EDITS {
        edit(&project, number, &mut chance);
        std::thread::sleep(Duration::from_millis([0, 5, 40, 130][chance.below(4)]));
        if number % BATCH > 0 {
            continue;
        }
        // Nothing is broken any more.
        for file in FILES.into_iter().filter(|file| project.path("content").join(file).exists()) {
            let text = std::iter::repeat_with(|| text(file, number, &mut chance)).find(|text| !is_broken(text));
            project.write(&format!("content/{file}"), text.expect("most are sound").as_bytes());
        }
        project.write("content/2566/measures/a.md", "---\ntitle: ก\nunits: clerk\n---\n".as_bytes());
        project.write("content/2566/measures/b.md", "---\ntitle: ข\nunits: clerk\n---\n".as_bytes());
        project.write("content/pages/about.md", "# ก\n".as_bytes());
        project.build();
        let mut all = BTreeSet::new();
        addresses(&project.path("public"), "", &mut all);
        for address in &all {
            let built = project.page(address);
            preview.sees(&format!("/{}", escape(address)), &format!("after edit {number}"), |page| page == built);
        }
    }
}

fn is_broken(text: &str) -> bool {
    ["titel:", "nobody", "[99]", "o99", "a: [", "\t"].iter().any(|broken| text.contains(broken))
}
