//! What the program tells of itself to shells, to `man` and to whoever asks for its version.

use crate::support::{Project, run_in, said};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The names of all commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = said(&run_in(Path::new("."), &["--help"]));
    let (_, list) = help.split_once("Commands:").expect("a list of commands");
    let (list, _) = list.split_once("Options:").expect("options after them");
    let names = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_version_says_what_the_program_was_built_from() {
    let version = said(&run_in(Path::new("."), &["--version"]));
    let (head, from) = version.split_once('(').expect("what it was built from");
    assert_eq!(head.trim(), format!("prongsai {}", env!("CARGO_PKG_VERSION")));
    let git = |arguments: &[&str]| {
        let output = Command::new("git").current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    if let Some(commit) = git(&["log", "-1", "--format=%h %cs"]) {
        assert!(from.starts_with(&format!("{commit}, ")), "{from} is not {commit}");
    }
    assert!(from.contains(std::env::consts::ARCH), "{from} names no target");
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&run_in(Path::new("."), &["completions", shell]));
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not complete {command}");
        }
    }
}

#[test]
fn bash_completes_what_was_begun() {
    let project = Project::new(&[]);
    let script = said(&run_in(Path::new("."), &["completions", "bash"]));
    project.write("prongsai.bash", script.trim_end_matches("exit code 0\n").as_bytes());
    let asked = "source prongsai.bash; COMP_WORDS=(prongsai se); COMP_CWORD=1; _prongsai prongsai se prongsai; \
                 echo \"${COMPREPLY[@]}\"";
    let output = Command::new("bash").current_dir(project.path("")).args(["-c", asked]).output().expect("bash runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "serve", "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let project = Project::new(&[]);
    let told = said(&run_in(&project.path(""), &["man", "--out", "manual", "--lang", "en"]));
    assert!(told.contains("man -l"), "{told}");
    let files = fs::read_dir(project.path("manual")).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let pages: BTreeSet<String> = files.map(|name| name.to_string_lossy().into_owned()).collect();
    for command in commands() {
        assert!(pages.contains(&format!("prongsai-{command}.1")), "{command} is not among {pages:?}");
    }
    let page = said(&run_in(Path::new("."), &["man"]));
    assert!(page.contains(".TH prongsai 1"), "{page}");
    project.write("file", b"");
    let refused = said(&run_in(&project.path(""), &["man", "--out", "file/manual", "--lang", "en"]));
    assert!(refused.contains("cannot write into file/manual") && refused.contains("exit code 2"), "{refused}");
}
