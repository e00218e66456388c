//! Where everything stands on the picture.
//!
//! LINE shows the square in the middle of it: name, title, year and the first figure stand within that, and what
//! stands beside it is left out as a whole.

use super::letters::{FAMILY, Letters, Weight};
use super::{Card, Figure, HEIGHT, WIDTH, logo};
use crate::theme::Color;
use quick_xml::escape::escape;
use std::fmt::Write as _;

/// A picture that is ready to be drawn.
#[derive(Debug)]
pub struct Layout {
    /// All but the logo, as SVG.
    pub svg: String,
    /// The left and top edge of the logo, in whole pixels.
    pub logo: (f32, f32),
}

/// The middle of the picture.
const CENTRE: f32 = 600.0;
/// How wide the text in the middle is at most: as the square, with a margin.
pub const COLUMN: f32 = 590.0;
/// How high the field with the figures is.
const BAND: f32 = 238.0;
/// What at least stays free above and below the text of the head.
const MARGIN: f32 = 22.0;
/// How much higher a line is than its letters: Thai marks stand above and below them.
const LEADING: f32 = 1.3;
/// How far down in a line its letters stand, as a share of its height.
const BASELINE: f32 = 0.76;
/// The sizes of the name, best first, and how many lines it has at most.
const NAME: [f32; 6] = [88.0, 80.0, 72.0, 64.0, 57.0, 50.0];
const NAME_LINES: usize = 2;
const TITLE: f32 = 39.0;
const YEAR: f32 = 38.0;
/// The white plate behind the logo, and what stays free below it.
const PLATE: f32 = logo::SIDE + 16.0;
const PLATE_GAP: f32 = 8.0;
const NUMBER: f32 = 88.0;
const LABEL: f32 = 38.0;
const NOTE: f32 = 33.0;
/// No text is made smaller than this; what is too wide even so is cut.
const LEAST: f32 = 28.0;
/// Panes that one sees through, which is what the Thai word for transparency says: the middle of each, as shares of
/// the head's height, and its radius.
const PANES: [(f32, f32, f32); 4] =
    [(20.0, 0.2, 190.0), (140.0, 0.66, 125.0), (1180.0, 0.8, 190.0), (1060.0, 0.34, 125.0)];

/// Where figures stand, by how many there are: the middle of each, and how wide it is at most.
const ONE: [(f32, f32); 1] = [(CENTRE, COLUMN)];
const TWO: [(f32, f32); 2] = [(448.0, 280.0), (752.0, 280.0)];
const THREE: [(f32, f32); 3] = [(CENTRE, COLUMN), (163.0, 226.0), (1037.0, 226.0)];

/// Lays a card out.
pub fn lay_out(card: &Card) -> Layout {
    let places: &[_] = match card.figures.len() {
        0 => &[],
        1 => &ONE,
        2 => &TWO,
        _ => &THREE,
    };
    let head = if places.is_empty() { f32::from(HEIGHT) } else { f32::from(HEIGHT) - BAND };
    let mut drawing = Drawing::new(card, head);
    let logo = drawing.head(card, head);
    for (figure, (x, width)) in card.figures.iter().zip(places) {
        drawing.figure(card, figure, (*x, head), *width);
    }
    drawing.svg.push_str("</svg>\n");
    Layout { svg: drawing.svg, logo }
}

/// An SVG as it is written.
struct Drawing {
    svg: String,
}

impl Drawing {
    /// The fields of colour: the head, and below it that of the figures.
    fn new(card: &Card, head: f32) -> Self {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"{FAMILY}\" \
             text-anchor=\"middle\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{}\"/>\n",
            hex(card.colors.head),
        );
        let pane = hex(card.colors.on_head);
        for (x, y, radius) in PANES {
            let y = y * head;
            let circle =
                format!("<circle cx=\"{x}\" cy=\"{y:.1}\" r=\"{radius}\" fill=\"{pane}\" fill-opacity=\"0.06\"/>\n");
            svg.push_str(&circle);
        }
        let field = f32::from(HEIGHT) - head;
        let _infallible = writeln!(svg, "<rect y=\"{head}\" width=\"{WIDTH}\" height=\"{field}\" fill=\"#ffffff\"/>");
        Self { svg }
    }

    /// The plate of the logo, the name, the title and the year; where the logo stands.
    fn head(&mut self, card: &Card, height: f32) -> (f32, f32) {
        let colors = &card.colors;
        let plate = if card.logo.is_some() { PLATE + PLATE_GAP } else { 0.0 };
        let below = (TITLE + YEAR) * LEADING;
        let (letters, lines) = name(card, height - 2.0 * MARGIN - plate - below);
        let of_name = letters.size * LEADING * count(&lines);
        let mut y = ((height - plate - of_name - below) / 2.0).round();
        let (left, inner) = (CENTRE - PLATE / 2.0, (PLATE - logo::SIDE) / 2.0);
        if card.logo.is_some() {
            let _infallible = writeln!(
                self.svg,
                "<rect x=\"{left}\" y=\"{y}\" width=\"{PLATE}\" height=\"{PLATE}\" rx=\"20\" fill=\"#ffffff\"/>"
            );
        }
        let logo = (left + inner, y + inner);
        y += plate;
        for line in &lines {
            y = self.line(line, (CENTRE, y), &letters, colors.on_head);
        }
        let text = |size| Letters::new(Weight::Regular, size);
        y = self.fitted(&card.title, (CENTRE, y), COLUMN, &text(TITLE), colors.on_head);
        self.fitted(&card.year, (CENTRE, y), COLUMN, &text(YEAR), colors.on_head_soft);
        logo
    }

    /// A figure below `top`, around `x`.
    fn figure(&mut self, card: &Card, figure: &Figure, (x, top): (f32, f32), width: f32) {
        let lines = [
            (&figure.number, Weight::Bold, NUMBER),
            (&figure.label, Weight::Bold, LABEL),
            (&figure.note, Weight::Regular, NOTE),
        ];
        let written = || lines.iter().filter(|(text, ..)| !text.is_empty());
        let mut y = top + (BAND - written().map(|(_, _, size)| size * LEADING).sum::<f32>()) / 2.0;
        for (text, weight, size) in written() {
            let color = if *weight == Weight::Bold { card.colors.accent_deep } else { card.colors.accent };
            y = self.fitted(text, (x, y), width, &Letters::new(*weight, *size), color);
        }
    }

    /// A line that is made smaller, and at last cut, to be no wider than `width`; where the next one begins.
    fn fitted(&mut self, text: &str, at: (f32, f32), width: f32, letters: &Letters, color: Color) -> f32 {
        let text = letters.known(text);
        let size = (letters.size * width / letters.width(&text).max(1.0)).floor().clamp(LEAST, letters.size);
        let smaller = letters.sized(size);
        // What is smaller stands on the same line as its neighbours.
        let (x, y) = (at.0, at.1 + (letters.size - size) * LEADING * BASELINE);
        self.line(&smaller.cut(&text, width), (x, y), &smaller, color);
        at.1 + letters.size * LEADING
    }

    /// A line around and below a point; where the next one begins.
    fn line(&mut self, text: &str, (x, y): (f32, f32), letters: &Letters, color: Color) -> f32 {
        let (size, weight) = (letters.size, letters.weight().number());
        let height = size * LEADING;
        if !text.is_empty() {
            let _infallible = writeln!(
                self.svg,
                "<text x=\"{x}\" y=\"{:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
                y + height * BASELINE,
                hex(color),
                escape(text),
            );
        }
        y + height
    }
}

/// The name in lines, in the best size that leaves it no higher than `room`.
fn name(card: &Card, room: f32) -> (Letters, Vec<String>) {
    let set = |broken: &dyn Fn(&Letters, &str) -> Option<Vec<String>>| {
        NAME.into_iter().map(|size| Letters::new(Weight::Bold, size)).find_map(|letters| {
            let lines = broken(&letters, &letters.known(&card.name))?;
            let fits = lines.len() <= NAME_LINES && letters.size * LEADING * count(&lines) <= room;
            fits.then_some((letters, lines))
        })
    };
    let whole = set(&|letters, name| unbroken(name, card.kind.as_deref(), letters));
    let free = set(&|letters, name| Some(letters.lines(name, COLUMN)));
    match (whole, free) {
        // A name that stays whole is read sooner, even if it is smaller.
        (Some(whole), Some(free)) if whole.0.size < 0.75 * free.0.size => free,
        (Some(whole), _) => whole,
        (None, Some(free)) => free,
        (None, None) => {
            let letters = Letters::new(Weight::Bold, NAME[NAME.len() - 1]);
            let mut lines = letters.lines(&letters.known(&card.name), COLUMN);
            // The last line says that it is not the end.
            let rest = lines.split_off(lines.len().min(NAME_LINES - 1)).concat();
            lines.push(letters.cut(&rest, COLUMN));
            (letters, lines)
        }
    }
}

/// The name in one line, or in two that are broken after the kind of authority.
fn unbroken(name: &str, kind: Option<&str>, letters: &Letters) -> Option<Vec<String>> {
    let fits = |text: &str| letters.width(text) <= COLUMN;
    if fits(name) {
        return Some(vec![name.to_owned()]);
    }
    let kind = kind?.trim();
    let own = name.strip_prefix(kind)?.trim();
    (!own.is_empty() && fits(kind) && fits(own)).then(|| vec![kind.to_owned(), own.to_owned()])
}

/// How many lines there are, to reckon with.
fn count(lines: &[String]) -> f32 {
    lines.iter().map(|_| 1.0).sum()
}

/// A colour as SVG writes it.
fn hex(color: Color) -> String {
    let shown = color.to_rgba8();
    format!("#{:02x}{:02x}{:02x}", shown.r, shown.g, shown.b)
}
