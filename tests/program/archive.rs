//! `build --zip`: one archive of exactly what was published.

use crate::support::{Project, said};
use crate::versions::tree;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::PathBuf;

fn project() -> Project {
    Project::new(&[("2566/measures/a.md", "---\ntitle: ก\nunits: สำนักปลัด\n---\n"), ("2566/files/ประกาศ ๑.pdf", "x")])
}

/// The files of an archive, in its order.
fn files(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let file = |at| {
        let mut file = archive.by_index(at).expect("a file");
        let name = file.name().expect("UTF-8").into_owned();
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("whole");
        (name, bytes)
    };
    (0..count).map(file).collect()
}

#[test]
fn the_archive_holds_what_was_published_and_nothing_else() {
    let project = project();
    project.build();
    project.write("public/รูป.jpg", b"mine");
    let output = project.run(&["build", "--zip", "--lang", "en"]);
    assert!(output.status.success() && said(&output).contains("to be uploaded: ./public.zip ("), "{}", said(&output));
    let mut published: BTreeMap<PathBuf, Vec<u8>> = tree(&project.path("public"));
    published.retain(|path, _| {
        project.path("public").join(path).is_file()
            && path.to_str().is_some_and(|path| !["รูป.jpg", ".prongsai"].contains(&path))
    });
    let archived = files(fs::read(project.path("public.zip")).expect("there"));
    assert!(archived.is_sorted_by(|a, b| a.0 < b.0));
    assert!(
        archived.iter().any(|(name, _)| name == ".htaccess")
            && archived.iter().any(|(name, _)| name == "2566/files/ประกาศ ๑.pdf")
    );
    let archived: BTreeMap<PathBuf, Vec<u8>> = archived.into_iter().map(|(name, bytes)| (name.into(), bytes)).collect();
    assert!(archived == published, "{:?}", archived.keys().collect::<Vec<_>>());
}

#[test]
fn the_same_site_gives_the_same_archive_wherever_it_is_put() {
    let project = project();
    for file in ["a.zip", "deep/down/b.zip"] {
        let output = project.run(&["build", &format!("--zip={file}")]);
        assert!(output.status.success(), "{}", said(&output));
    }
    let read = |file: &str| fs::read(project.path(file)).expect("there");
    assert!(read("a.zip") == read("deep/down/b.zip"));
    assert_eq!(fs::read_dir(project.path("deep/down")).expect("readable").count(), 1, "nothing is left beside it");
}

#[test]
fn what_cannot_be_archived_is_told_with_exit_code_2() {
    let project = project();
    let inside = project.run(&["build", "--zip=public/site.zip", "--lang", "en"]);
    assert!(!project.path("public").exists());
    fs::create_dir_all(project.path("taken.zip/x")).expect("made");
    let taken = project.run(&["build", "--zip=taken.zip", "--lang", "en"]);
    assert!(project.path("public/index.html").exists());
    assert_eq!([inside.status.code(), taken.status.code()], [Some(2), Some(2)]);
    assert!(
        said(&inside).contains("would be published itself") && said(&taken).contains("taken.zip cannot be written"),
        "{}",
        said(&taken)
    );
}
