#![no_main]
//! Any bytes as a file of evidence. The first byte says of which kind.

use prongsai::document;
use std::cell::OnceCell;
use tempfile::TempDir;

const ENDINGS: [&str; 8] = ["pdf", "docx", "xlsx", "ods", "csv", "txt", "pptx", "odt"];

thread_local! {
    static PLACE: OnceCell<TempDir> = const { OnceCell::new() };
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((kind, bytes)) = data.split_first() else { return };
    let ending = ENDINGS[usize::from(*kind) % ENDINGS.len()];
    PLACE.with(|place| {
        let folder = place.get_or_init(|| TempDir::new_in("/dev/shm").expect("memory-backed storage"));
        let path = folder.path().join(format!("a.{ending}"));
        std::fs::write(&path, bytes).expect("a file");
        let _read = document::read(&path);
    });
});
