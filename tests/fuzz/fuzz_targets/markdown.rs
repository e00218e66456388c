#![no_main]
//! Any text as the body of a page: no script, style, frame or foreign address gets through.

mod site;

const NEVER: [&str; 8] =
    ["<script>", "<script ", "<style", "<iframe", "<object", "javascript:", " style=\"", "src=\"http"];

libfuzzer_sys::fuzz_target!(|body: &str| {
    let record = format!("---\ntitle: ก\n---\n{body}");
    site::with("pages/a.md", record.as_bytes(), |html| {
        let Some((_, main)) = html.split_once("<main") else { return };
        let html = main.to_ascii_lowercase();
        // What stands as text has its `<` escaped; an attribute's value has its quotes escaped.
        for never in NEVER {
            let found = html.match_indices(never).any(|(at, _)| never.starts_with('<') || in_tag(&html, at));
            assert!(!found, "{never} in {main}");
        }
    });
});

/// Whether a place lies within a tag rather than in text.
fn in_tag(html: &str, at: usize) -> bool {
    let before = &html[..at];
    before.rfind('<') > before.rfind('>')
}
