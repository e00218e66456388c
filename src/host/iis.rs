//! `web.config`, for IIS from 7 on.
//!
//! An entry that the server has already, under the same name, makes it refuse the whole file (error 500.19): so each
//! is removed before it is added.

use super::{HEADERS, KEPT_FOR, NOT_TEXT, NOTICE, Standing, TYPES};
use std::fmt::Write;

pub(super) fn text(standing: &Standing) -> String {
    let notice = NOTICE.map(|line| format!("<!-- {line} -->\n")).concat();
    let mut text =
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{notice}<configuration>\n  <system.webServer>\n");
    text += "    <staticContent>\n";
    for (ending, kind) in TYPES {
        let letters = if NOT_TEXT.contains(&ending) { "" } else { "; charset=utf-8" };
        let _infallible = write!(
            text,
            "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}{letters}\" />\n"
        );
    }
    text += "      <clientCache cacheControlMode=\"DisableCache\" />\n    </staticContent>\n";
    text += "    <httpProtocol>\n      <customHeaders>\n";
    for (name, value) in HEADERS {
        let _infallible =
            write!(text, "        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />\n");
    }
    text += "      </customHeaders>\n    </httpProtocol>\n";
    if let Some(page) = &standing.not_found {
        let _infallible = write!(
            text,
            "    <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"404\" subStatusCode=\"-1\" />\n      \
             <error statusCode=\"404\" path=\"{}\" responseMode=\"ExecuteURL\" />\n    </httpErrors>\n",
            attribute(page)
        );
    }
    text += "  </system.webServer>\n";
    let (hours, minutes, seconds) = (KEPT_FOR / 3600, KEPT_FOR / 60 % 60, KEPT_FOR % 60);
    for folder in &standing.kept {
        let _infallible = write!(
            text,
            "  <location path=\"{}\">\n    <system.webServer>\n      <staticContent>\n        \
             <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{hours:02}:{minutes:02}:{seconds:02}\" />\n      \
             </staticContent>\n    </system.webServer>\n  </location>\n",
            attribute(folder)
        );
    }
    text + "</configuration>\n"
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
