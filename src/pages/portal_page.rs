//! Ordinary pages of a portal: what it says for itself, beside its organisations.

use super::link::contents;
use super::portal_frame::{PortalFrame, PortalHeading, PortalLinks};
use super::sharing::{short, text_of};
use super::{Link, Voice};
use crate::diagnostic::Diagnostic;
use crate::model::{Page, Portal};
use crate::theme::Theme;
use schemars::JsonSchema;
use serde::Serialize;

/// An ordinary page of a portal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortalTextPage {
    /// What every page of a portal has.
    frame: PortalFrame,
    /// The sections of the text, where there are three or more.
    contents: Vec<Link>,
    /// The text of the record, as HTML: shown with `safe`.
    body: Option<String>,
}

/// An ordinary page of a portal as HTML.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn portal_page(portal: &Portal, page: &Page, theme: &Theme) -> Result<String, Diagnostic> {
    let (Some(first), Some(links)) = (portal.sites.first(), PortalLinks::new(portal, page.at.key())) else {
        return Ok(String::new());
    };
    let theme = theme.speaking(page.language);
    let voice = Voice::speaking(theme.words(), &first.settings, page.language);
    let body = links.prose(&page.body);
    let heading = PortalHeading {
        title: page.title.clone(),
        description: short(&body.as_deref().map_or_else(|| page.title.clone(), text_of)),
        updated: page.updated,
    };
    let view = PortalTextPage { frame: PortalFrame::new(links, voice, heading), contents: contents(&page.body), body };
    theme.render("portal-page.html", view)
}
