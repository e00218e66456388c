//! Two versions of one site, for tests of what stands when the one is published over the other.

use crate::support::{Project, SITE, said};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Everything below a folder: files with their bytes, links with their target, folders with nothing.
pub type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// What lies below a folder.
pub fn tree(folder: &Path) -> Tree {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(|entry| {
            let entry = entry.expect("readable");
            let kind = entry.file_type();
            let bytes = if kind.is_symlink() {
                fs::read_link(entry.path()).expect("a link").into_os_string().into_encoded_bytes()
            } else if kind.is_dir() {
                Vec::new()
            } else {
                fs::read(entry.path()).expect("readable")
            };
            (entry.path().strip_prefix(folder).expect("below").to_owned(), bytes)
        })
        .collect()
}

/// What lies in a folder, by name.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("readable")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// What the records of these sites lack, which is not what their tests look at.
const UNFINISHED: &str = "rules:
  PS502: { severity: off, reason: the test has no units }
  PS503: { severity: off, reason: the test has no results }
";

/// Two versions of a site that differ in every page, and what each looks like built.
pub struct Versions {
    pub project: Project,
    pub built: [Tree; 2],
}

/// The folders of the two versions.
pub const VERSION: [&str; 2] = ["one", "two"];

impl Versions {
    /// Writes and builds both; nothing is published yet.
    pub fn new() -> Self {
        let mut files = Vec::new();
        for (version, name) in VERSION.iter().zip(["รุ่นที่หนึ่ง", "รุ่นที่สอง"])
        {
            files.push((format!("../{version}/content/site.yaml"), SITE.replace("ตัวอย่าง", name) + UNFINISHED));
            for year in 2564..=2566 {
                // One page is in both, the other is not: what one version lists, the other does not know.
                for name in ["a", version] {
                    let path = format!("../{version}/content/{year}/measures/{name}.md");
                    files.push((path, "---\ntitle: ประกาศนโยบาย\n---\n".to_owned()));
                }
            }
        }
        let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let project = Project::new(&files);
        let built = VERSION.map(|version| {
            let output = project.run(&["build", version, "--out", "reference/site"]);
            assert!(output.status.success(), "{}", said(&output));
            tree(&project.path("reference/site"))
        });
        assert!(built[0].len() > 300, "{} files and folders", built[0].len());
        let pages = built[0].iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "html"));
        assert!(pages.into_iter().all(|(path, page)| built[1].get(path) != Some(page)), "every page differs");
        fs::create_dir(project.path("www")).expect("can be made");
        Self { project, built }
    }

    /// The folder in which the sites of these tests stand, and nothing else.
    pub fn parent(&self) -> PathBuf {
        self.project.path("www")
    }

    /// Where the site stands.
    pub fn site(&self) -> PathBuf {
        self.project.path("www/site")
    }

    /// Publishes a version, which must succeed.
    pub fn build(&self, version: usize) {
        let output = self.project.run(&["build", VERSION[version], "--out", "www/site", "--lang", "en"]);
        assert!(output.status.success(), "{}", said(&output));
    }

    /// Begins to publish a version.
    pub fn start(&self, version: usize) -> Child {
        Command::new(env!("CARGO_BIN_EXE_prongsai"))
            .args(["build", VERSION[version], "--out", "www/site"])
            .current_dir(self.project.path(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs")
    }

    /// Which version stands, byte for byte, when these foreign files are taken away.
    pub fn standing(&self, foreign: &Tree) -> usize {
        let mut site = tree(&self.site());
        for (path, bytes) in foreign {
            assert_eq!(site.remove(path).as_ref(), Some(bytes), "{} is as it was", path.display());
        }
        match self.built.iter().position(|built| *built == site) {
            Some(version) => version,
            None => panic!(
                "neither version: {:?}",
                site.keys().filter(|path| !self.built[0].contains_key(*path)).collect::<Vec<_>>()
            ),
        }
    }
}
