//! Tells the program what it is built from, for `--version`: the commit, where the sources are a clone, and the
//! target. It is Cargo's build script, and no part of the program.

#![expect(clippy::print_stdout, reason = "Cargo listens to what its build script prints")]

use std::path::Path;
use std::process::Command;

fn main() {
    let target = std::env::var("TARGET").unwrap_or_default();
    let from = commit().map_or(target.clone(), |commit| format!("{commit}, {target}"));
    println!("cargo::rustc-env=PRONGSAI_BUILT_FROM={from}");
    println!("cargo::rerun-if-changed=src/built/from.rs");
    // What these hold changes with every commit.
    for file in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", file]).filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
}

/// The commit and its day, where the sources are those of a clone and no part of another repository.
fn commit() -> Option<String> {
    let above = git(&["rev-parse", "--show-prefix"])?;
    above.is_empty().then(|| git(&["log", "-1", "--format=%h %cs"])).flatten()
}

/// What git says, without the end of the line.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim_end().to_owned())
}
