//! `.htaccess`, for Apache from 2.2 on and for servers that read its files.
//!
//! A server refuses every page of a folder whose `.htaccess` it does not understand or allow (error 500). So each
//! directive here is of the class that hosts allow first, `FileInfo`, and stands in an `IfModule` of what it belongs to.
//! For that reason folders without a page of their own are not closed here: turning listings off takes a class of its
//! own, and rewriting fails where links of the file system are not followed.

use super::{HEADERS, KEPT_FOR, NOT_TEXT, NOTICE, SNIFFING, Standing, TYPES};
use std::fmt::Write;

/// Set for what browsers keep.
const KEPT: &str = "prongsai_kept";

pub(super) fn text(standing: &Standing) -> String {
    let mut text = NOTICE.map(|line| format!("# {line}\n")).concat();
    if let Some(page) = &standing.not_found {
        let _infallible = write!(text, "\n# Where nothing is.\nErrorDocument 404 {page}\n");
    }
    let types = TYPES.iter().map(|(ending, kind)| format!("AddType {kind} .{ending}"));
    let texts = TYPES.iter().map(|(ending, _)| format!(".{ending}")).filter(|ending| !NOT_TEXT.contains(&&ending[1..]));
    let letters = format!("AddCharset utf-8 {}", texts.collect::<Vec<_>>().join(" "));
    text += "\n# What files are.\n";
    text += &within("mod_mime.c", &types.chain([letters]).collect::<Vec<_>>());

    // The folders by name, since nobody here knows what stands above the site; but never a page.
    text += "\n# Pages and data are asked for anew, what seldom changes is kept.\n";
    text += &within(
        "mod_setenvif.c",
        &[
            format!("SetEnvIf Request_URI \"/(assets|files)/\" {KEPT}"),
            format!("SetEnvIf Request_URI \"(/|\\.html)$\" !{KEPT}"),
        ],
    );
    text += &within(
        "mod_headers.c",
        &[
            format!("Header set Cache-Control \"no-cache\" env=!{KEPT}"),
            format!("Header set Cache-Control \"max-age={KEPT_FOR}\" env={KEPT}"),
        ],
    );

    text += "\n# What browsers must not do.\n";
    let others = HEADERS.iter().filter(|(name, _)| *name != SNIFFING);
    text += &within("mod_headers.c", &others.flat_map(|header| sent(*header)).collect::<Vec<_>>());
    let sniffing: Vec<String> =
        HEADERS.iter().filter(|(name, _)| *name == SNIFFING).flat_map(|header| sent(*header)).collect();
    let inner = within("mod_headers.c", &sniffing);
    text + &within("mod_mime.c", &inner.lines().map(str::to_owned).collect::<Vec<_>>())
}

/// A header once, also where the host sends it by itself: there are two lists of them.
fn sent((name, value): (&str, &str)) -> [String; 2] {
    [format!("Header always unset {name}"), format!("Header set {name} \"{value}\"")]
}

/// Lines that count where the server has a module.
fn within(module: &str, lines: &[String]) -> String {
    format!("<IfModule {module}>\n  {}\n</IfModule>\n", lines.join("\n  "))
}
