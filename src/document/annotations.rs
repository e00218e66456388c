//! What is put onto the pages of a PDF, notes and fields of forms, and what the file says of itself.

use super::pieces::Pieces;
use super::plain::decode;
use super::{Place, Unreadable};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, String as Text};
use hayro_interpret::hayro_syntax::page::Page;

/// Reads title, subject, author and keywords.
pub fn properties(pdf: &Pdf, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let about = pdf.metadata();
    for text in [&about.title, &about.subject, &about.author, &about.keywords].into_iter().flatten() {
        pieces.push(Place::Properties, decode(text).into_owned(), String::new())?;
    }
    Ok(())
}

/// Reads the notes on a page, its number from 1, and what is filled into its fields.
pub fn read(page: &Page<'_>, number: usize, pieces: &mut Pieces) -> Result<(), Unreadable> {
    let Some(all) = page.raw().get::<Array<'_>>(b"Annots") else { return Ok(()) };
    for annotation in all.iter::<Dict<'_>>() {
        pieces.go_on()?;
        // What is filled in may stand with the field of which this is one of several places.
        let field = annotation.get::<Dict<'_>>(b"Parent");
        let value = annotation.get::<Text<'_>>(b"V").or_else(|| field?.get::<Text<'_>>(b"V"));
        for text in annotation.get::<Text<'_>>(b"Contents").into_iter().chain(value) {
            pieces.push(Place::Annotation(number), decode(text.as_bytes()).into_owned(), String::new())?;
        }
    }
    Ok(())
}
