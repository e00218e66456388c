//! What GitHub runs: the steps of its workflows, run here as they are written, and what workflows may do.

use crate::support::Project;
use scraper::{Html, Selector};
use serde_yaml::Value as Yaml;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use walkdir::WalkDir;

/// The sources of the program.
fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository as it is cloned: without what was built in it.
fn clone() -> Project {
    let project = Project::new(&[]);
    fs::remove_dir_all(project.path("content")).expect("it can be removed");
    let built = [".git", "target", "public", "node_modules"].map(OsStr::new);
    let entries = WalkDir::new(repository()).into_iter().filter_entry(|entry| !built.contains(&entry.file_name()));
    for entry in entries {
        let entry = entry.expect("it can be read");
        let to = project.path("").join(entry.path().strip_prefix(repository()).expect("below it"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), to).expect("a file can be copied");
        }
    }
    project
}

/// Every workflow there is: those of this repository, and the one that is written for others.
fn workflows() -> BTreeMap<PathBuf, String> {
    let folders = [".github/workflows", "src/scaffold/files"].map(|folder| repository().join(folder));
    let files = folders.iter().flat_map(WalkDir::new).filter_map(Result::ok);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "yml"));
    files.map(|entry| (entry.path().to_owned(), fs::read_to_string(entry.path()).expect("text"))).collect()
}

fn yaml(text: &str) -> Yaml {
    serde_yaml::from_str(text).expect("YAML")
}

/// The jobs of a workflow, by name.
fn jobs(workflow: &Yaml) -> Vec<(&str, &Yaml)> {
    let jobs = workflow["jobs"].as_mapping().expect("jobs").iter();
    jobs.map(|(name, job)| (name.as_str().expect("a name"), job)).collect()
}

fn steps(job: &Yaml) -> &[Yaml] {
    job["steps"].as_sequence().map_or(&[], Vec::as_slice)
}

/// A command in a clone, with the program that the tests are about and no other: whatever would compile one fails.
fn command(project: &Project, program: impl AsRef<OsStr>) -> Command {
    let tools = project.path(".tools");
    fs::create_dir_all(&tools).expect("a folder can be made");
    fs::write(tools.join("cargo"), "#!/bin/sh\necho 'nothing is to be compiled here' >&2\nexit 1\n").expect("written");
    fs::set_permissions(tools.join("cargo"), fs::Permissions::from_mode(0o755)).expect("it may run");
    let mut path = OsString::from(&tools);
    path.push(":");
    path.push(std::env::var_os("PATH").expect("there is a path"));
    let mut command = Command::new(program);
    command.current_dir(project.path("")).env("PATH", path).env("PRONGSAI", env!("CARGO_BIN_EXE_prongsai"));
    // A day of 2023, so that archives do not ask git.
    command.env("SOURCE_DATE_EPOCH", "1696118400");
    command
}

/// Runs a script of `.ci` in a clone.
fn script(project: &Project, name: &str, arguments: &[&str]) -> Output {
    command(project, project.path(".ci").join(name)).args(arguments).output().expect("the script runs")
}

/// Runs what a job runs itself, in the place of GitHub: with `outputs` for what its other steps tell.
fn run_job(project: &Project, job: &Yaml, outputs: &[(&str, &str)]) {
    for step in steps(job) {
        let Some(script) = step["run"].as_str() else { continue };
        let mut bash = command(project, "bash");
        bash.args(["-e", "-c", script]).env("GITHUB_OUTPUT", project.path(".tools/output"));
        for (name, value) in step["env"].as_mapping().into_iter().flatten() {
            let (name, mut value) = (name.as_str().expect("a name"), value.as_str().expect("a text").to_owned());
            for (output, told) in outputs {
                value = value.replace(&format!("${{{{ {output} }}}}"), told);
            }
            assert!(!value.contains("${{"), "{name}: {value}");
            bash.env(name, value);
        }
        succeeded(&bash.output().expect("bash runs"));
    }
}

fn succeeded(output: &Output) -> String {
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}\n{}", said(&output.stdout), said(&output.stderr));
    said(&output.stdout)
}

/// The canonical address of every page below a folder that has one, by the page's own.
fn canonical(folder: &Path) -> BTreeMap<String, String> {
    let selector = Selector::parse("link[rel=canonical]").expect("a sound selector");
    let files = WalkDir::new(folder).into_iter().map(|entry| entry.expect("it can be read"));
    let pages = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "html"));
    pages
        .filter_map(|entry| {
            let page = Html::parse_document(&fs::read_to_string(entry.path()).expect("text"));
            let address = entry.path().strip_prefix(folder).expect("below it").to_string_lossy().into_owned();
            Some((address, page.select(&selector).next()?.value().attr("href")?.to_owned()))
        })
        .collect()
}

#[test]
fn the_steps_of_pages_build_the_example_for_where_it_will_stand() {
    let project = clone();
    let workflow = yaml(&fs::read_to_string(project.path(".github/workflows/pages.yml")).expect("text"));
    let job = &workflow["jobs"]["build"];
    let upload = steps(job).iter().find(|step| uses(step).starts_with("actions/upload-pages-artifact@"));
    let site = project.path(upload.and_then(|step| step["with"]["path"].as_str()).expect("a folder is published"));

    // A project page, as Pages tells it: in a sub-folder, without a slash at the end.
    let base = "https://example.github.io/records";
    run_job(&project, job, &[("steps.pages.outputs.base_url", base)]);
    let addresses = canonical(&site);
    assert!(addresses.len() > 300, "{}", addresses.len());
    for (page, address) in &addresses {
        let page = page.strip_suffix("index.html").unwrap_or(page);
        assert_eq!(*address, format!("{base}/{page}"));
    }
    let not_found = fs::read_to_string(site.join("404.html")).expect("it is there");
    assert!(not_found.contains("href=\"https://example.github.io/records/assets/style.css\""), "{not_found}");

    // A pull request is not told where: what site.yaml says holds, in the same folder.
    run_job(&project, job, &[("steps.pages.outputs.base_url", "")]);
    let addresses = canonical(&site);
    assert_eq!(addresses["dong-klang/index.html"], "https://www.example.go.th/ita/dong-klang/");
    assert!(addresses.values().all(|address| !address.starts_with(base)));
}

#[test]
fn what_is_wrong_with_the_records_stops_the_steps_of_pages() {
    let project = clone();
    project.write("content/dong-klang/2566/measures/e-service.md", b"---\nunits: [nobody]\n---\n");
    let built = script(&project, "pages", &["public", "https://example.github.io/records"]);
    assert_eq!(built.status.code(), Some(1));
    let said = String::from_utf8_lossy(&built.stdout);
    assert!(said.contains("::error file=content/dong-klang/2566/measures/e-service.md,line="), "{said}");
    assert!(!project.path("public").exists());
}

#[test]
fn archives_hold_a_program_that_runs_with_its_licences_and_match_their_sums() {
    let project = clone();
    let programs = ["x86_64-unknown-linux-musl/prongsai", "x86_64-pc-windows-msvc/prongsai.exe"];
    for program in programs {
        project.write(&format!("programs/{program}"), b"#!/bin/sh\necho it runs\n");
    }
    project.write("THIRD-PARTY.txt", b"MIT\n");
    let pack = |folder| succeeded(&script(&project, "package", &["0.1.0", "programs", folder, "THIRD-PARTY.txt"]));
    let sums = pack("release");
    let names = ["prongsai-0.1.0-x86_64-pc-windows-msvc", "prongsai-0.1.0-x86_64-unknown-linux-musl"];
    let archives = [format!("{}.zip", names[0]), format!("{}.tar.gz", names[1])];
    let summed: Vec<&str> = sums.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
    assert_eq!(summed, archives);

    // As somebody gets it.
    let get = "sha256sum --check --strict SHA256SUMS && tar --extract --gzip --file *.tar.gz && ./prongsai-*/prongsai";
    let got = Command::new("bash").args(["-e", "-c", get]).current_dir(project.path("release")).output();
    assert!(succeeded(&got.expect("bash runs")).ends_with("it runs\n"));
    let inside = |name: &str| -> BTreeSet<String> {
        let wanted = ["prongsai", "README.md", "CHANGELOG.md", "THIRD-PARTY.txt"].map(ToOwned::to_owned);
        let licences = fs::read_dir(repository().join(".licenses")).expect("it is there");
        let licences = licences.map(|file| format!("licenses/{}", file.expect("a file").file_name().to_string_lossy()));
        wanted.into_iter().chain(licences).map(|file| format!("{name}/{file}")).collect()
    };
    let folder = project.path("release");
    let unpacked = WalkDir::new(folder.join(names[1])).into_iter().map(|entry| entry.expect("it can be read"));
    let unpacked = unpacked.filter(|entry| entry.file_type().is_file());
    let unpacked =
        unpacked.map(|entry| entry.path().strip_prefix(&folder).expect("below it").to_string_lossy().into_owned());
    assert_eq!(unpacked.collect::<BTreeSet<_>>(), inside(names[1]));
    let zip = zip::ZipArchive::new(fs::File::open(folder.join(&archives[0])).expect("it is there")).expect("a ZIP");
    let zipped = zip.file_names().map(|name| name.expect("a name").replace("prongsai.exe", "prongsai"));
    assert_eq!(zipped.collect::<BTreeSet<_>>(), inside(names[0]));

    assert_eq!(pack("again"), sums, "the same programs give other archives");
}

#[test]
fn a_release_tells_what_changed_in_its_own_version() {
    let project = clone();
    let version = env!("CARGO_PKG_VERSION");
    let tag = format!("v{version}");
    let log = |text: &str| project.write(".docs/CHANGELOG.md", text.as_bytes());
    log(&format!(
        "# Changes\n\n## [Unreleased]\n\n- Later.\n\n## [{version}] - 2026-01-02\n\n### Added\n\n- Now.\n\n## [0.0.1] - 2025-01-02\n\n- Before.\n"
    ));
    assert_eq!(succeeded(&script(&project, "notes", &[&tag])), "\n### Added\n\n- Now.\n");
    let refused = |tag: &str| {
        let output = script(&project, "notes", &[tag]);
        assert!(!output.status.success() && output.stdout.is_empty());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(refused("v99.0.0").contains(&format!("The tag is v99.0.0, but Cargo.toml says {version}.")));
    log("# Changes\n\n## [Unreleased]\n\n- Later.\n");
    assert!(refused(&tag).contains(&format!("The change log says nothing of {version}")));
}

/// The action that a step uses.
fn uses(step: &Yaml) -> &str {
    step["uses"].as_str().unwrap_or_default()
}

#[test]
fn workflows_may_do_no_more_than_they_must() {
    let all = workflows();
    assert!(all.len() >= 3);
    let mut pins: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in &all {
        let path = path.display();
        // A comment says which version a commit is, so that people can see what is old.
        for line in text.lines().filter_map(|line| line.trim_start().trim_start_matches("- ").strip_prefix("uses: ")) {
            if line.starts_with("./") {
                continue;
            }
            let (action, pin) = line.split_once('@').expect("an action at a commit");
            let (commit, version) = pin.split_once(" # v").unwrap_or((pin, ""));
            assert!(commit.len() == 40 && commit.chars().all(|char| char.is_ascii_hexdigit()), "{path}: {line}");
            assert!(version.split('.').count() == 3, "{path}: {line}");
            pins.entry(action.to_owned()).or_default().insert(pin.to_owned());
        }
        let workflow = yaml(text);
        assert_eq!(workflow["permissions"], Yaml::Mapping(serde_yaml::Mapping::new()), "{path}: every job has its own");
        for (name, job) in jobs(&workflow) {
            assert!(job["permissions"].is_mapping(), "{path}: {name}: permissions");
            assert!(uses(job).starts_with("./") || job["timeout-minutes"].is_number(), "{path}: {name}: timeout");
            for step in steps(job) {
                let checks_out = uses(step).starts_with("actions/checkout@");
                let kept = step["with"]["persist-credentials"].as_bool();
                assert!(!checks_out || kept == Some(false), "{path}: {name}: the token stays in the clone");
                // What others may write (a branch, a title) must not become a part of a script.
                assert!(!step["run"].as_str().is_some_and(|run| run.contains("${{")), "{path}: {name}");
            }
        }
    }
    for (action, pins) in pins {
        assert_eq!(pins.len(), 1, "{action} is used in several versions");
    }
}
