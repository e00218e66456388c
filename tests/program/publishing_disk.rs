//! Publishing on disks that fill up, cannot be written, or end inside of the published folder.
//!
//! Needs small disks in memory, and so the right to mount: as root, through `sudo` that asks nothing, or in a
//! namespace of one's own. Where none of these is allowed the tests fail, and say so.
#![cfg(target_os = "linux")]

use crate::support::{Project, SITE, run_in, said};
use crate::versions::{Tree, VERSION, Versions, names, tree};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Set in the process that runs a test in a namespace of its own.
const INSIDE: &str = "PRONGSAI_TEST_MOUNTS";

fn command(words: &[&str]) -> Output {
    Command::new(words[0]).args(&words[1..]).output().unwrap_or_else(|error| panic!("{}: {error}", words[0]))
}

/// Words before `mount` and `umount`; none where this process may not mount at all.
fn rights() -> Option<&'static [&'static str]> {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let path = folder.path().to_str().expect("text");
    [&[][..], &["sudo", "-n"][..]].into_iter().find(|before| {
        let run = |words: &[&str]| {
            let all = [before, words].concat();
            Command::new(all[0]).args(&all[1..]).output().is_ok_and(|output| output.status.success())
        };
        run(&["mount", "-t", "tmpfs", "tmpfs", path]) && run(&["umount", path])
    })
}

/// Runs `test` where it may mount: here, or as the test `name` in a namespace of its own.
fn with_disks(name: &str, test: impl FnOnce(&'static [&'static str])) {
    if let Some(rights) = rights() {
        return test(rights);
    }
    assert!(std::env::var_os(INSIDE).is_none(), "nothing can be mounted in a namespace of one's own either");
    let program = std::env::current_exe().expect("this test");
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount"])
        .arg(program)
        .args(["--exact", name, "--nocapture"])
        .env(INSIDE, "yes")
        .output()
        .unwrap_or_else(|error| panic!("unshare: {error}"));
    let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(
        output.status.success() && told.contains("1 passed"),
        "this test needs to mount a small disk: run it as root, with sudo, or where namespaces are allowed\n{told}"
    );
}

/// A mounted folder, taken down at the end.
struct Disk {
    rights: &'static [&'static str],
    path: PathBuf,
}

impl Disk {
    /// A disk in memory of so many bytes.
    fn new(rights: &'static [&'static str], path: &Path, size: u64) -> Self {
        Self::mount(rights, path, &["-t", "tmpfs", "-o", &format!("size={size},mode=0777"), "tmpfs"])
    }

    /// `folder` over itself.
    fn over_itself(rights: &'static [&'static str], folder: &Path) -> Self {
        Self::mount(rights, folder, &["--bind", folder.to_str().expect("text")])
    }

    fn mount(rights: &'static [&'static str], path: &Path, how: &[&str]) -> Self {
        fs::create_dir_all(path).expect("can be made");
        let output = command(&[rights, &["mount"], how, &[path.to_str().expect("text")]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Self { rights, path: path.to_owned() }
    }

    fn set(&self, option: &str) {
        let option = format!("remount,{option}");
        // With the kind and the name, `mount` adds no other options, which a namespace of one's own would not allow.
        let words = ["mount", "-t", "tmpfs", "-o", &option, "tmpfs", self.path.to_str().expect("text")];
        let output = command(&[self.rights, &words].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        command(&[self.rights, &["umount", self.path.to_str().expect("text")]].concat());
    }
}

const PAGE: u64 = 4096;

/// What files take on a disk in memory.
fn space<'a>(files: impl Iterator<Item = &'a Vec<u8>>) -> u64 {
    files.map(|bytes| (bytes.len() as u64).div_ceil(PAGE) * PAGE).sum()
}

#[test]
fn a_disk_that_fills_up_leaves_the_old_site() {
    with_disks("publishing_disk::a_disk_that_fills_up_leaves_the_old_site", |rights| {
        let versions = Versions::new();
        let disk = Disk::new(rights, &versions.parent(), 64 << 20);
        versions.build(0);
        versions.project.write("www/site/mine/photo.jpg", b"mine");
        let before = tree(&versions.site());
        let list = Path::new(".prongsai");
        let changed =
            |(path, bytes): &(&PathBuf, &Vec<u8>)| *path != list && versions.built[0].get(*path) != Some(bytes);
        let pages = space(versions.built[1].iter().filter(changed).map(|(_, bytes)| bytes));
        let lists = space(versions.built[1].get(list).into_iter());
        let old = space(before.values());
        let mut told = Vec::new();
        // Before the first page, at a tenth, half and the last of them, at the first and the last page of the list.
        for room in [0, PAGE, pages / 10, pages / 2, pages - PAGE, pages, pages + PAGE, pages + lists - PAGE] {
            disk.set(&format!("size={}", old + room));
            let output = versions.project.run(&["build", VERSION[1], "--out", "www/site", "--lang", "en"]);
            let text = said(&output);
            assert_eq!(output.status.code(), Some(2), "{room} bytes of {pages} and {lists}: {text}");
            assert!(text.contains("PS303") && text.contains("the disk is full"), "{text}");
            assert_eq!(text.contains("site/.prongsai cannot be written"), room >= pages, "{room} of {pages}: {text}");
            assert!(tree(&versions.site()) == before, "the old site is as it was");
            assert_eq!(names(&versions.parent()), ["site"]);
            told.push(text);
        }
        let thai = said(&versions.project.run(&["build", VERSION[1], "--out", "www/site"]));
        assert!(thai.contains("ดิสก์เต็ม"), "{thai}");
        disk.set(&format!("size={}", old + pages + lists));
        versions.build(1);
        let mut now = tree(&versions.site());
        assert_eq!(now.remove(Path::new("mine/photo.jpg")), Some(b"mine".to_vec()));
        now.remove(Path::new("mine"));
        assert!(now == versions.built[1], "the new site is whole");
        assert_eq!(names(&versions.parent()), ["site"]);
        let shown = |text: &str| {
            text.replace(&versions.parent().canonicalize().expect("there").display().to_string(), "[disk]")
        };
        insta::assert_snapshot!(format!("{}\n{}", shown(told.last().expect("tried")), shown(&thai)));
    });
}

#[test]
fn a_disk_that_cannot_be_written_leaves_the_old_site() {
    with_disks("publishing_disk::a_disk_that_cannot_be_written_leaves_the_old_site", |rights| {
        let versions = Versions::new();
        let disk = Disk::new(rights, &versions.parent(), 64 << 20);
        versions.build(0);
        let before = tree(&versions.site());
        disk.set("ro");
        let mut told = String::new();
        for lang in ["en", "th"] {
            for out in ["www/site", "www/new/site"] {
                let output = versions.project.run(&["build", VERSION[1], "--out", out, "--lang", lang]);
                assert_eq!(output.status.code(), Some(2));
                told.push_str(
                    &said(&output)
                        .replace(&versions.parent().canonicalize().expect("there").display().to_string(), "[disk]"),
                );
                told.push('\n');
            }
        }
        assert!(tree(&versions.site()) == before);
        insta::assert_snapshot!(told);
        disk.set("rw");
        versions.build(1);
    });
}

#[test]
fn a_list_of_addresses_that_cannot_be_written_is_told_and_the_site_published() {
    with_disks(
        "publishing_disk::a_list_of_addresses_that_cannot_be_written_is_told_and_the_site_published",
        |rights| {
            let project = Project::new(&[]);
            let disk = Disk::new(rights, &project.path("content"), 1 << 20);
            project.write("content/site.yaml", SITE.as_bytes());
            disk.set("ro");
            let mut told = String::new();
            for language in ["th", "en"] {
                let output = project.run(&["build", "--lang", language]);
                assert!(output.status.success(), "{}", said(&output));
                assert!(
                    project.path("public/index.html").is_file() && !project.path("content/.addresses.txt").exists()
                );
                // What comes behind says how long it took.
                told += &format!("{}\n\n", said(&output).split("\n\n").next().unwrap_or_default());
            }
            insta::assert_snapshot!(told);
            disk.set("rw");
            project.build();
            assert!(project.path("content/.addresses.txt").is_file());
        },
    );
}

#[test]
fn a_mounted_folder_is_refused_with_advice_and_nothing_in_it_is_touched() {
    with_disks("publishing_disk::a_mounted_folder_is_refused_with_advice_and_nothing_in_it_is_touched", |rights| {
        let versions = Versions::new();
        let refused = |lang: &str| {
            let output =
                run_in(&versions.project.path(""), &["build", VERSION[1], "--out", "www/site", "--lang", lang]);
            assert_eq!(output.status.code(), Some(2));
            assert_eq!(names(&versions.parent()), ["site"]);
            said(&output).replace(&versions.parent().canonicalize().expect("there").display().to_string(), "[parent]")
        };
        // An empty drive; a folder of ours that is a drive; a drive inside of a folder of ours.
        let empty = Disk::new(rights, &versions.site(), 64 << 20);
        let told = [refused("en"), refused("th")];
        assert_eq!(tree(&versions.site()), Tree::new());
        drop(empty);
        versions.build(0);
        let before = tree(&versions.site());
        let bound = Disk::over_itself(rights, &versions.site());
        assert_eq!(refused("en"), told[0]);
        assert!(tree(&versions.site()) == before);
        drop(bound);
        let inside = Disk::new(rights, &versions.site().join("photos"), 1 << 20);
        versions.project.write("www/site/photos/1.jpg", b"mine");
        let told_inside = refused("en");
        assert_eq!(names(&inside.path), ["1.jpg"]);
        insta::assert_snapshot!(format!("{}\n{}\n{told_inside}", told[0], told[1]));
    });
}
