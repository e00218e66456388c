//! The program as people meet it: small sites, built or checked by the real binary.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod addresses;
mod archive;
mod build;
mod carets;
mod claims;
mod color;
mod command_line;
mod diagnostics;
mod documents;
mod evidence_files;
mod external_links;
mod external_record;
mod handbook;
mod hostile_size;
mod hostile_text;
mod hosts;
mod incremental;

mod language;
mod made;
mod open_data;
mod output;
mod personal_data;
mod pictures;
mod portal_pages;
mod preview;
mod preview_soak;
mod publishing;
mod publishing_disk;
mod redirects;
mod reports;
mod rule_settings;
mod scaffold;
mod schema;
mod search;
mod served;
mod share_image;
mod sharing;
mod shown;
mod slips;
mod support;
mod survey;
mod themes;
mod units;
mod versions;
mod web;
mod whole_format;
mod windows;
mod windows_paths;
mod without;
#[cfg(target_os = "linux")]
mod workflows;
mod years;
