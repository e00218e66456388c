//! A site in memory-backed storage with one record of the fuzzer's, taken the whole way to its pages.

use prongsai::diagnostic::{Diagnostics, Language};
use prongsai::model::{Options, link};
use prongsai::theme::{DEFAULT, Theme};
use prongsai::{checks, pages, read};
use std::cell::OnceCell;
use std::path::Path;
use tempfile::TempDir;

const SITE: &str = "organisation:\n  name: ก\n  units: [{ id: clerk, name: สำนักปลัด }]\nas_of: 2566-09-30\n";

thread_local! {
    static PLACE: OnceCell<(TempDir, Theme)> = const { OnceCell::new() };
}

/// Writes `text` as the record `path`, builds every page, and looks at each.
pub fn with(path: &str, text: &[u8], look: impl Fn(&str)) {
    PLACE.with(|place| {
        let (folder, theme) = place.get_or_init(|| {
            let folder = TempDir::new_in("/dev/shm").expect("memory-backed storage");
            let year = folder.path().join("content/2566");
            for part in ["measures", "oit", "issues"] {
                std::fs::create_dir_all(year.join(part)).expect("a folder");
            }
            std::fs::create_dir_all(folder.path().join("content/pages")).expect("a folder");
            std::fs::write(folder.path().join("content/site.yaml"), SITE).expect("a file");
            let mut problems = Diagnostics::default();
            let theme = Theme::load(folder.path(), DEFAULT, Language::Thai, &mut problems).expect("the theme");
            (folder, theme)
        });
        build(folder.path(), path, text, theme, &look);
    });
}

fn build(root: &Path, path: &str, text: &[u8], theme: &Theme, look: &impl Fn(&str)) {
    std::fs::write(root.join("content").join(path), text).expect("a file");
    let mut problems = Diagnostics::default();
    let content = read::read(root, &mut problems);
    let options = Options { drafts: true, base_url: None, today: jiff::civil::date(2023, 9, 30) };
    let unread = content.paths().unread;
    let portal = link(content, &options, &mut problems);
    checks::check(&portal, &mut problems);
    assert!(unread.is_empty() || problems.errors() > 0, "what cannot be read is told");
    for problem in problems.sorted() {
        for language in [Language::Thai, Language::English] {
            let _read = prongsai::diagnostic::render(problem, prongsai::diagnostic::Style { language, colour: false });
        }
    }
    if problems.errors() > 0 {
        return;
    }
    for site in &portal.sites {
        for page in site.map.pages() {
            look(&pages::render(site, page, theme).expect("a page"));
        }
    }
}
