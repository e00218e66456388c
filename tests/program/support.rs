//! Small sites, written to a folder of their own and built by the real program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A project in a temporary folder.
pub struct Project {
    folder: TempDir,
}

/// The least that a site needs.
pub const SITE: &str = "organisation:\n  name: เทศบาลตำบลตัวอย่าง\n  units:\n    - id: clerk\n      name: สำนักปลัดเทศบาล\n      aliases: [สำนักปลัด]\nbase_url: https://www.example.go.th/ita/\nas_of: 2566-09-30\n";

impl Project {
    /// A project with these files below `content`; `site.yaml` is there unless one is given.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let project = Self { folder: TempDir::new().expect("a temporary folder") };
        if files.iter().all(|(path, _)| !path.ends_with("site.yaml")) {
            project.write("content/site.yaml", SITE.as_bytes());
        }
        for (path, text) in files {
            project.write(&format!("content/{path}"), text.as_bytes());
        }
        project
    }

    /// Writes a file of the project.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }

    /// A path within the project.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs the program in the project's folder.
    pub fn run(&self, arguments: &[&str]) -> Output {
        run_in(self.folder.path(), arguments)
    }

    /// Builds the site, which must succeed.
    pub fn build(&self) -> &Self {
        let output = self.run(&["build", "--lang", "en"]);
        assert!(output.status.success(), "{}", said(&output));
        self
    }

    /// A published file as text.
    pub fn page(&self, address: &str) -> String {
        std::fs::read_to_string(self.path("public").join(address)).unwrap_or_else(|error| panic!("{address}: {error}"))
    }
}

/// Runs the program in a folder. Whatever it says is wrong must come with what to do about it.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let output = run(folder, arguments);
    if arguments.windows(2).any(|pair| pair == ["--format", "json"]) {
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let told: serde_json::Value = serde_json::from_str(line).expect("an object a line");
            assert!(told["hint"].as_str().is_some_and(|hint| !hint.trim().is_empty()), "no hint: {line}");
        }
    }
    output
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_prongsai"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("PRONGSAI_LANG")
        .env("LC_ALL", "C")
        .output()
        .expect("the program runs")
}

/// Everything that the program said, with the exit code, as a person sees it.
pub fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program speaks UTF-8");
    format!("{}{}exit code {}\n", text(&output.stderr), text(&output.stdout), output.status.code().unwrap_or(-1))
}

/// A page without the rows of its tables that are for paper alone.
pub fn on_screen(html: &str) -> String {
    let mut pieces = html.split("<tbody class=\"on-paper\" hidden>");
    let first = pieces.next().unwrap_or_default();
    let others = pieces.filter_map(|piece| piece.split_once("</tbody>")).map(|(_, rest)| rest);
    std::iter::once(first).chain(others).collect()
}

/// The text of a page as a reader sees it: tags taken away, white space made single.
pub fn visible(html: &str) -> String {
    let html = on_screen(html);
    let main = html.split_once("<main").map_or(&*html, |(_, rest)| rest);
    let mut text = String::new();
    let mut tag = true;
    for char in main.chars() {
        match char {
            '<' => {
                tag = true;
                text.push(' ');
            }
            '>' => tag = false,
            other if !tag => text.push(other),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
