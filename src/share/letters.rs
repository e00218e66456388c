//! The letters of the picture: how wide a text is, and where it breaks into lines.
//!
//! Sarabun, under the SIL Open Font License: the one family that government papers are set in and that may be passed on.

use crate::unseen::is_unseen;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// The name under which a drawing asks for them.
pub const FAMILY: &str = "Sarabun";
/// What stands for what was cut off.
const ELLIPSIS: &str = "…";
/// The most letters of a text that are looked at: no picture holds more.
const MOST: usize = 400;
/// The most characters of a letter with its marks: น้ำ has three. More of them would climb out of the picture.
const MOST_MARKS: usize = 4;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// For what is read along.
    Regular,
    /// For what is read first.
    Bold,
}

impl Weight {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The font, as a TrueType file.
    pub const fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("assets/Sarabun-Regular.ttf"),
            Self::Bold => include_bytes!("assets/Sarabun-Bold.ttf"),
        }
    }

    /// Its number in style sheets.
    pub const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Bold => 700,
        }
    }
}

/// Letters of one weight and size.
pub struct Letters {
    font: Option<FontRef<'static>>,
    weight: Weight,
    /// How large they are: the height of a line without anything between lines, in pixels.
    pub size: f32,
}

impl Letters {
    /// Letters of a weight, `size` pixels large.
    pub fn new(weight: Weight, size: f32) -> Self {
        Self { font: FontRef::new(weight.file()).ok(), weight, size }
    }

    /// The same letters in another size.
    pub fn sized(&self, size: f32) -> Self {
        Self { font: self.font.clone(), weight: self.weight, size }
    }

    /// Their weight.
    pub const fn weight(&self) -> Weight {
        self.weight
    }

    /// How wide a text is, in pixels. Kerning is left out: it only ever draws letters a little closer.
    pub fn width(&self, text: &str) -> f32 {
        let Some(font) = &self.font else { return 0.0 };
        let (letters, metrics) = (font.charmap(), font.glyph_metrics(Size::new(self.size), LocationRef::default()));
        text.chars().filter_map(|char| metrics.advance_width(letters.map(char)?)).sum()
    }

    /// A text with those characters only that there are letters for, as one line: others would be drawn as boxes.
    pub fn known(&self, text: &str) -> String {
        let Some(font) = &self.font else { return String::new() };
        let letters = font.charmap();
        let known = |char: &char| {
            char.is_whitespace() || !is_unseen(*char) && letters.map(*char).is_some_and(|glyph| glyph.to_u32() > 0)
        };
        let pieces = text.graphemes(true).take(MOST).flat_map(|letter| letter.chars().take(MOST_MARKS));
        let text: String = pieces.filter(known).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text in as few lines as `width` pixels allow, broken between words, all about as long.
    pub fn lines(&self, text: &str, width: f32) -> Vec<String> {
        let words = self.words(text, width);
        let lines = self.fill(&words, width);
        // The narrowest column that needs no more lines.
        let (mut least, mut most) = (0.0, width);
        while most - least > 1.0 {
            let middle = f32::midpoint(least, most);
            let fits = |line: &String| self.width(line) <= middle;
            let narrow = self.fill(&words, middle);
            if narrow.len() <= lines.len() && narrow.iter().all(fits) { most = middle } else { least = middle }
        }
        let balanced = self.fill(&words, most);
        if balanced.len() == lines.len() { balanced } else { lines }
    }

    /// As much of a text as fits into `width` pixels, with a sign that there was more.
    pub fn cut(&self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let room = width - self.width(ELLIPSIS);
        let mut kept = String::new();
        let mut used = 0.0;
        for letter in text.graphemes(true) {
            used += self.width(letter);
            if used > room {
                break;
            }
            kept.push_str(letter);
        }
        format!("{}{ELLIPSIS}", kept.trim_end())
    }

    /// The pieces between which a line may break. What is wider than a line may break at any letter.
    fn words<'t>(&self, text: &'t str, width: f32) -> Vec<&'t str> {
        let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
        let ends: Vec<usize> = segmenter.segment_str(text).collect();
        let words = ends.windows(2).filter_map(|pair| text.get(pair[0]..pair[1]));
        words
            .flat_map(|word| if self.width(word) > width { word.graphemes(true).collect() } else { vec![word] })
            .collect()
    }

    fn fill(&self, words: &[&str], width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in words {
            match lines.last_mut() {
                Some(line) if self.width(format!("{line}{word}").trim_end()) <= width => line.push_str(word),
                _ => lines.push((*word).to_owned()),
            }
        }
        for line in &mut lines {
            line.truncate(line.trim_end().len());
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}
