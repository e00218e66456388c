//! The sign of a site in the tabs and bookmarks of browsers, for authorities that have no logo.

use crate::diagnostic::Diagnostic;
use crate::theme::{COLOR, Color, Theme, hex, light};
use schemars::JsonSchema;
use serde::Serialize;

/// Where it stands.
pub const FILE: &str = "assets/icon.svg";

/// What the sign is drawn with: colours as `#rrggbb`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Icon {
    /// The colour of the site's head.
    ground: String,
    /// What can be told from that.
    mark: String,
}

/// The sign in the colours that follow from the one that the authority picked.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn icon(picked: Option<Color>, theme: &Theme) -> Result<String, Diagnostic> {
    let palette = light(picked.unwrap_or(COLOR));
    theme.render("icon.xml", Icon { ground: hex(palette.head), mark: hex(palette.on_head) })
}
