//! PDF: the text of every page, as it would be drawn, and which pages are pictures of text.

use super::annotations;
use super::pieces::{MOST_TEXT, Pieces};
use super::streams::{no_bomb, no_bomb_in};
use super::{Place, Unreadable};
use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// Most pages that are looked at.
const MOST_PAGES: usize = 10_000;

/// Reads a PDF, a piece for every page with text.
pub fn read(bytes: Vec<u8>, pieces: &mut Pieces) -> Result<(), Unreadable> {
    no_bomb(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Unreadable::Locked,
        LoadPdfError::Decryption(other) => Unreadable::Damaged(format!("{other:?}")),
        LoadPdfError::Invalid => Unreadable::Damaged("this is no PDF that can be read".to_owned()),
    })?;
    let pages = pdf.pages().len();
    match pages {
        0 => return Err(Unreadable::Damaged("it has no pages".to_owned())),
        1..=MOST_PAGES => {}
        _ => return Err(Unreadable::TooLarge),
    }
    no_bomb_in(&pdf)?;
    pieces.pages(pages);
    annotations::properties(&pdf, pieces)?;
    let cache = InterpreterCache::new();
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        let (text, shows, end) = read_page(page, &pdf, &cache, pieces);
        if shows && end.is_ok() && !text.chars().any(char::is_alphanumeric) {
            pieces.textless(number);
        }
        pieces.push(Place::Page(number), text, String::new())?;
        end?;
        annotations::read(page, number, pieces)?;
    }
    Ok(())
}

/// The text of a page, whether it shows anything, and how the reading ended. The library cannot be asked to stop, so
/// what it draws on unwinds with the reason.
fn read_page<'p>(
    page: &Page<'p>,
    pdf: &'p Pdf,
    cache: &InterpreterCache<'p>,
    pieces: &Pieces,
) -> (String, bool, Result<(), Unreadable>) {
    // Nothing is drawn, so it does not matter where on paper it would be.
    let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
    let mut context = Context::new(Affine::IDENTITY, bounds, cache, pdf.xref(), InterpreterSettings::default());
    let mut reading = Reading { pieces, text: String::new(), shows: false, next: None, last: None };
    let end = catch_unwind(AssertUnwindSafe(|| interpret_page(page, &mut context, &mut reading))).map_err(|why| {
        why.downcast().map_or_else(|_| Unreadable::Damaged("the reader gave up".to_owned()), |why| *why)
    });
    (reading.text, reading.shows, end)
}

/// A page that is read rather than drawn.
struct Reading<'d> {
    /// What there is of the pages before.
    pieces: &'d Pieces,
    text: String,
    /// Whether there are glyphs or pictures at all.
    shows: bool,
    /// Where the next glyph would stand on this line, and the length of an em there.
    next: Option<(Point, f64)>,
    /// Where the last run began, and whether it was filled.
    last: Option<Point>,
}

impl Reading<'_> {
    /// Unwinds when there is more text than is kept, or no more time: a page may draw a form that draws a form, and
    /// so on.
    fn go_on(&self) {
        if self.text.len() > MOST_TEXT {
            resume_unwind(Box::new(Unreadable::TooLarge));
        }
        if let Err(why) = self.pieces.go_on() {
            resume_unwind(Box::new(why));
        }
    }

    fn glyph(&mut self, glyph: &PositionedGlyph<'_>, page: Affine) {
        let place = page * glyph.transform();
        let start = place * Point::ORIGIN;
        // Glyphs are measured in thousandths of an em.
        let em = (place * Point::new(1000.0, 0.0)) - start;
        self.part(start, em);
        match glyph.as_unicode() {
            Some(BfString::Char(char)) => self.text.push(char),
            Some(BfString::String(text)) => self.text.push_str(&text),
            None => self.text.push(char::REPLACEMENT_CHARACTER),
        }
        let advance = match &**glyph {
            Glyph::Outline(glyph) => glyph.advance_width(),
            Glyph::Type3(glyph) => glyph.advance_width(),
        };
        let end = place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
        self.next = Some((end, em.hypot()));
    }

    /// Puts a line break, a tab or a space where the next glyph stands apart from the one before. Marks above and
    /// below Thai letters go back a little and up or down a little.
    fn part(&mut self, start: Point, em: Vec2) {
        let Some((expected, size)) = self.next else { return };
        let size = size.max(em.hypot());
        if size <= 0.0 || !size.is_finite() {
            return;
        }
        let along = em / em.hypot().max(f64::MIN_POSITIVE);
        let gap = start - expected;
        let (ahead, aside) = (gap.dot(along) / size, gap.cross(along).abs() / size);
        let sign = if aside > 0.6 || ahead < -1.2 {
            '\n'
        } else if ahead > 2.0 {
            '\t'
        } else if ahead > 0.2 {
            ' '
        } else {
            return;
        };
        if !self.text.ends_with(char::is_whitespace) {
            self.text.push(sign);
        }
    }
}

impl<'a> Device<'a> for Reading<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.go_on();
        self.shows = true;
        let start = run.glyphs().first().map(|glyph| props.transform * glyph.transform() * Point::ORIGIN);
        // Bold made by an outline around the letters is drawn a second time in the same place.
        if matches!(mode, DrawMode::Stroke(_)) && start == self.last {
            return;
        }
        self.last = start;
        for glyph in run.glyphs() {
            // A file may say that one glyph stands for a whole text.
            self.go_on();
            self.glyph(glyph, props.transform);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.go_on();
        self.shows = true;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.go_on();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.go_on();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.go_on();
    }

    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
