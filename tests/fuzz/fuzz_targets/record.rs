#![no_main]
//! Any bytes as a measure: front matter, YAML, fields, body.

mod site;

libfuzzer_sys::fuzz_target!(|data: &[u8]| site::with("2566/measures/a.md", data, |_| {}));
