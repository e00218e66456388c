//! Diagnostics as a person reads them in a terminal: the sentence, the place, the line with a mark under
//! the words that are meant, and the advice.

use super::{Diagnostic, Language, Severity};
use crate::unseen::spelt_out;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How to show diagnostics.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language of the sentences.
    pub language: Language,
    /// Whether the terminal shows colour.
    pub colour: bool,
}

/// One diagnostic as text, ending in a line break.
#[must_use]
pub fn render(diagnostic: &Diagnostic, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO,
    };
    let name = diagnostic.severity.word(style.language);
    let advice = match style.language {
        Language::Thai => "แนะนำ",
        Language::English => "help",
    };
    let place = &diagnostic.location;
    let path = spelt_out(place.path.clone());
    let mut group = level
        .with_name(name)
        .primary_title(diagnostic.message.text(style.language))
        .id(diagnostic.rule.code)
        .elements(std::iter::empty::<annotate_snippets::Message<'_>>());
    let spot = place.spot();
    if spot.line == 0 {
        group = group.element(Origin::path(path.as_str()));
    } else {
        group = group.element(
            Snippet::source(spot.text.as_str())
                .path(path.as_str())
                .line_start(spot.line)
                .annotation(AnnotationKind::Primary.span(whole_graphemes(&spot.text, &spot.highlight))),
        );
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name(advice).message(help.text(style.language)));
    }
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

/// The bytes `meant` of a line with the rest of the graphemes in which they begin and end: a mark under a vowel alone
/// would stand beside its letter.
fn whole_graphemes(line: &str, meant: &Range<usize>) -> Range<usize> {
    let edges = || line.grapheme_indices(true).map(|(at, _)| at).chain([line.len()]);
    let start = edges().take_while(|edge| *edge <= meant.start).last().unwrap_or_default();
    let end = edges().find(|edge| *edge >= meant.end).unwrap_or(line.len());
    start..end
}
