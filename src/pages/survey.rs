//! The EIT survey: the way to it while it is open, for a click and for a camera.

use super::{Links, Voice};
use crate::diagnostic::Diagnostic;
use crate::model::{PageKey, Site, Survey};
use crate::theme::Theme;
use qrcode::{Color, EcLevel, QrCode};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// Where the QR code stands as a file of its own, for posters.
pub const FILE: &str = "assets/survey-qr.svg";
/// The white margin that readers need around a code, in modules.
const QUIET: usize = 4;
/// About how wide a code is on a screen, in CSS pixels: some 4 cm on paper.
const WIDTH: usize = 160;
/// The least width of a module, in CSS pixels, that a telephone held over the page can tell from its neighbours.
const LEAST: usize = 3;

/// The survey as the overview shows it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SurveyView {
    /// Its address.
    url: String,
    /// The address as people type it.
    written: String,
    /// When it can be answered.
    open: String,
    /// The code to scan; none where the address is too long for one.
    code: Option<QrView>,
    /// The code as a file.
    file: String,
}

/// The QR code as a file of its own, for posters.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SurveyCode {
    /// The code.
    code: QrView,
}

/// A QR code as it is drawn: modules are 1 wide, dark on a light ground.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QrView {
    /// What it is, for those who do not see it.
    label: String,
    /// What it holds.
    text: String,
    /// Its width and height in modules, with the margin.
    modules: usize,
    /// Its width and height on a screen, in CSS pixels: whole ones for each module, so that its edges are sharp.
    pixels: usize,
    /// The outline of what is dark.
    path: String,
}

/// The survey, while it is open on the day on which progress is judged; shown with the newest year, whose it is.
pub fn view(site: &Site, links: Links<'_>, voice: Voice<'_>) -> Option<SurveyView> {
    let newest = PageKey::Year(site.newest()?.year.be());
    let survey = open(site).filter(|_| [&PageKey::Home, &newest].contains(&links.from().key()))?;
    Some(SurveyView {
        url: survey.url.clone(),
        written: survey.written.clone(),
        open: voice.span(survey.open),
        code: QrView::new(&survey.url, site, voice),
        file: links.file(FILE),
    })
}

/// The QR code as a file of its own, while the survey is open.
///
/// # Errors
/// Where the theme's template cannot show it.
pub fn survey_code(site: &Site, theme: &Theme) -> Result<Option<String>, Diagnostic> {
    let voice = Voice::new(theme.words(), &site.settings);
    let code = open(site).and_then(|survey| QrView::new(&survey.url, site, voice));
    code.map(|code| theme.render("survey-qr.xml", SurveyCode { code })).transpose()
}

fn open(site: &Site) -> Option<&Survey> {
    // Without a year there is no page for it to be shown on.
    site.newest()?;
    site.settings.survey.as_ref().filter(|survey| survey.open.contains(site.settings.as_of))
}

impl QrView {
    /// The code of `text`; `None` where that is longer than any code holds.
    fn new(text: &str, site: &Site, voice: Voice<'_>) -> Option<Self> {
        // Level M still reads with 15 % of it dirty or torn, as codes on a notice board are.
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let modules = code.width() + 2 * QUIET;
        Some(Self {
            label: voice.say("survey_code", &[&site.organisation.name]),
            text: text.to_owned(),
            modules,
            pixels: modules * ((WIDTH + modules / 2) / modules).max(LEAST),
            path: outline(&code),
        })
    }
}

/// Each run of dark modules of a row as one rectangle.
fn outline(code: &QrCode) -> String {
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            let length = run.len();
            if run.first() == Some(&Color::Dark) {
                let _infallible = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += length;
        }
    }
    path
}
