//! Publishing: whatever happens to a build, the old site or the new one stands, whole, and no foreign file is lost.
//!
//! The builds here are killed by the number of the process, at random and at chosen moments.

use crate::support::{run_in, said};
use crate::versions::{Tree, Versions, names, tree};
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Puts foreign files of every kind into the site.
#[cfg(unix)]
fn strew(site: &Path) -> Tree {
    let before = tree(site);
    fs::write(site.join(".user.ini"), "upload_max_filesize = 8M\n").expect("can be written");
    fs::write(site.join("2566/measures/รูป ภาพ.jpg"), "picture").expect("can be written");
    fs::create_dir_all(site.join("albums/2566/empty")).expect("can be made");
    fs::write(site.join("albums/2566/1.jpg"), "picture").expect("can be written");
    fs::create_dir_all(site.join(".git/objects")).expect("can be made");
    fs::write(site.join(".git/HEAD"), "ref: refs/heads/main\n").expect("can be written");
    std::os::unix::fs::symlink("albums/2566", site.join("newest")).expect("can be made");
    std::os::unix::fs::symlink("/nowhere/at all", site.join("2565/dangling")).expect("can be made");
    tree(site).into_iter().filter(|(path, _)| !before.contains_key(path)).collect()
}

/// A moment to wait, at random up to `most`.
fn moment(runner: &mut TestRunner, most: Duration) -> Duration {
    use proptest::strategy::{Strategy, ValueTree};
    let micros = u64::try_from(most.as_micros()).expect("a short time");
    Duration::from_micros((0..=micros).new_tree(runner).expect("a number").current())
}

/// What a build that runs has come to, seen from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Pages,
    Carrying,
    Listed,
    Swapped,
}

/// How far the build has come whose work lies beside the site.
fn phase(parent: &Path, standing: &[u8]) -> Phase {
    if fs::read(parent.join("site/index.html")).is_ok_and(|page| page != standing) {
        return Phase::Swapped;
    }
    let work = names(parent).into_iter().find(|name| name.starts_with(".prongsai-") && !name.ends_with(".lock"));
    let site = work.map(|work| parent.join(work).join("site"));
    match site {
        Some(site) if site.join(".prongsai").exists() => Phase::Listed,
        Some(site) if site.join(".git").exists() => Phase::Carrying,
        _ => Phase::Pages,
    }
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new_one() {
    let versions = Versions::new();
    let parent = versions.parent();
    versions.build(0);
    let foreign = strew(&versions.site());
    let started = Instant::now();
    versions.build(1);
    versions.build(0);
    let duration = started.elapsed() / 2;

    let mut runner = TestRunner::new(Config::default());
    let mut seen: BTreeMap<(Phase, bool), usize> = BTreeMap::new();
    let mut current = 0;
    // Half of the kills anywhere in the time that a build takes; half in its last steps, which are short, so that
    // chance alone would seldom meet them. The shortest, between the list and the swap, has its test beside the code.
    let chosen = [Phase::Pages, Phase::Carrying, Phase::Pages, Phase::Listed];
    let mut kills = 0;
    for round in 0..200 {
        if kills >= 40 {
            break;
        }
        let target = chosen[round % chosen.len()];
        let standing = &versions.built[current][Path::new("index.html")];
        let mut child = versions.start(1 - current);
        if target == Phase::Pages {
            std::thread::sleep(moment(&mut runner, duration));
        } else {
            while phase(&parent, standing) < target && child.try_wait().expect("a child").is_none() {
                std::thread::sleep(Duration::from_micros(100));
            }
            std::thread::sleep(moment(&mut runner, Duration::from_millis(4)));
        }
        child.kill().expect("it is ours");
        let killed = !child.wait().expect("a child").success();
        kills += usize::from(killed);
        let reached = phase(&parent, standing);
        let after = versions.standing(&foreign);
        assert_eq!(after != current, reached == Phase::Swapped);
        let leftover = names(&parent).len() > 1;
        assert!(killed || !leftover, "only a killed build leaves anything");
        if killed {
            *seen.entry((reached, after != current && leftover)).or_default() += 1;
        }
        // The other version than stands now, so that the next build has everything to do.
        current = 1 - after;
        versions.build(current);
        assert_eq!(versions.standing(&foreign), current);
        assert_eq!(names(&parent), ["site"], "after {reached:?}");
    }
    assert!(kills >= 30, "{kills} builds were killed: {seen:?}");
    for needed in [(Phase::Pages, false), (Phase::Carrying, false), (Phase::Swapped, true)] {
        assert!(seen.contains_key(&needed), "no kill met {needed:?} of {seen:?}");
    }
    // Shown by `--nocapture`.
    let _shown = std::io::Write::write_fmt(
        &mut std::io::stderr(),
        format_args!("{kills} kills; step reached, old site half cleared away: {seen:?}\n"),
    );
}

#[cfg(unix)]
#[test]
fn of_builds_at_once_one_is_published_whole() {
    let versions = Versions::new();
    let parent = versions.parent();
    versions.build(0);
    let foreign = strew(&versions.site());
    let mut runner = TestRunner::new(Config::default());
    let mut last = [0, 0];
    for round in 0..6 {
        // Three of them, begun so close together that they meet at the last steps, which are short.
        let builds = [round % 2, 1 - round % 2, round % 2].map(|version| {
            std::thread::sleep(moment(&mut runner, Duration::from_millis(8)));
            versions.start(version)
        });
        for mut build in builds {
            assert!(build.wait().expect("a child").success());
        }
        last[versions.standing(&foreign)] += 1;
        assert_eq!(names(&parent), ["site"]);
    }
    assert!(last.iter().all(|count| *count > 0), "each came last at least once: {last:?}");
}

#[cfg(unix)]
#[test]
pub fn foreign_files_are_named_and_kept_also_by_a_build_that_fails() {
    let versions = Versions::new();
    versions.build(0);
    let foreign = strew(&versions.site());
    for version in [1, 0, 0] {
        versions.build(version);
        assert_eq!(versions.standing(&foreign), version);
    }
    versions.project.write("two/content/2566/measures/b.md", b"---\ntitel: x\n---\n");
    assert!(!versions.project.run(&["build", "two", "--out", "www/site"]).status.success());
    assert_eq!(versions.standing(&foreign), 0);
    let told =
        ["en", "th"].map(|lang| said(&versions.project.run(&["build", "one", "--out", "www/site", "--lang", lang])));
    // But for the last line, which tells how long it took.
    let told = told.map(|told| told.lines().filter(|line| !line.contains("index.html")).collect::<Vec<_>>().join("\n"));
    insta::assert_snapshot!(told.join("\n\n"));
    for number in 0..12 {
        versions.project.write(&format!("www/site/{number}.txt"), b"");
    }
    let many = said(&versions.project.run(&["build", "one", "--out", "www/site", "--lang", "en"]));
    assert!(many.contains("8 more of PS305"), "{many}");
}

#[cfg(unix)]
#[test]
fn foreign_files_keep_their_times_permissions_and_selves() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let versions = Versions::new();
    versions.build(0);
    let (site, page) = (versions.site(), versions.site().join("assets/style.css"));
    let foreign = strew(&site);
    fs::set_permissions(site.join(".user.ini"), fs::Permissions::from_mode(0o600)).expect("ours");
    fs::set_permissions(site.join("albums/2566"), fs::Permissions::from_mode(0o500)).expect("ours");
    fs::set_permissions(&site, fs::Permissions::from_mode(0o750)).expect("ours");
    let state = |path: &str| {
        let found = fs::symlink_metadata(site.join(path)).expect("there");
        (found.ino(), found.mode(), found.mtime_nsec())
    };
    let before = state(".user.ini");
    let (unchanged, changed) = (state("assets/style.css"), state("index.html"));
    versions.build(1);
    assert_eq!(before, state(".user.ini"));
    assert_eq!(state("albums/2566").1 & 0o777, 0o500);
    assert_eq!(fs::metadata(&site).expect("there").mode() & 0o777, 0o750);
    assert_eq!(unchanged, state("assets/style.css"), "what did not change is not written");
    assert_ne!(changed, state("index.html"));
    // A page that somebody edited by hand is made anew, even if size and time are those of the true one.
    let true_style = fs::read(&page).expect("readable");
    let time = fs::metadata(&page).and_then(|found| found.modified()).expect("known");
    let mut edited = true_style.clone();
    edited[0] ^= 1;
    fs::write(&page, edited).expect("can be written");
    fs::File::options().write(true).open(&page).and_then(|file| file.set_modified(time)).expect("can be set");
    versions.build(1);
    assert_eq!(versions.standing(&foreign), 1);
    assert_eq!(names(&versions.parent()), ["site"]);
}

#[test]
pub fn a_foreign_file_where_the_site_needs_its_own_stops_the_build() {
    let versions = Versions::new();
    versions.build(0);
    let site = versions.site();
    let mut foreign = Tree::new();
    // A folder where a file is needed, and files where a file and where a folder is needed.
    fs::remove_file(site.join("404.html")).expect("there");
    versions.project.write("www/site/404.html/mine.txt", b"mine");
    versions.project.write("one/content/2567/measures/a.md", "---\ntitle: ก\n---\n".as_bytes());
    versions.project.write("www/site/2567", b"mine");
    versions.project.write("one/content/2566/files/a.pdf", b"evidence");
    versions.project.write("www/site/2566/files/a.pdf", b"mine");
    foreign.extend(tree(&site));
    let told = ["en", "th"].map(|lang| {
        let output = versions.project.run(&["build", "one", "--out", "www/site", "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        said(&output)
    });
    assert_eq!(tree(&site), foreign);
    assert_eq!(names(&versions.parent()), ["site"]);
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_folder_that_is_not_ours_is_told_with_what_is_in_it() {
    let versions = Versions::new();
    for number in 0..12 {
        versions.project.write(&format!("www/photos/{number}.jpg"), b"mine");
    }
    versions.project.write("www/file", b"mine");
    versions.build(0);
    versions
        .project
        .write("www/changed/.prongsai", b"{\"prongsai\":1,\"files\":1}\n{\"path\":\"../../one/content/site.yaml\"}\n");
    let before = tree(&versions.parent());
    let mut told = String::new();
    for lang in ["en", "th"] {
        let long = "ย".repeat(100);
        for out in
            ["www/photos", "www/file", "www/file/site", "www/changed", "one/content/x", "one", &format!("www/{long}")]
        {
            let output = versions.project.run(&["build", "one", "--out", out, "--lang", lang]);
            assert_eq!(output.status.code(), Some(2), "{out}");
            told.push_str(
                &said(&output).replace(
                    &versions.project.path("").canonicalize().expect("there").display().to_string(),
                    "[folder]",
                ),
            );
            told.push('\n');
        }
        for out in ["/", "..", "."] {
            assert_eq!(versions.project.run(&["build", "one", "--out", out]).status.code(), Some(2), "{out}");
        }
    }
    assert_eq!(tree(&versions.parent()), before);
    insta::assert_snapshot!(told.replace(&versions.project.path("").display().to_string(), "[folder]"));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_published_folder_stays_a_link() {
    let versions = Versions::new();
    versions.build(0);
    std::os::unix::fs::symlink("www/site", versions.project.path("link")).expect("can be made");
    let output = run_in(&versions.project.path(""), &["build", "two", "--out", "link"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(fs::symlink_metadata(versions.project.path("link")).expect("there").is_symlink());
    assert_eq!(versions.standing(&Tree::new()), 1);
    assert_eq!(names(&versions.parent()), ["site"]);
}
