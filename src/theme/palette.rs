//! The colours of a site, made from the one that its authority has picked: whatever that is, everything can be read.
//!
//! Style sheets get them as custom properties, once for light screens and paper and once for dark screens:
//!
//! | property | what it is for | contrast |
//! | --- | --- | --- |
//! | `--accent` | links, marks and lines, on `--paper`, `--wash` and `--accent-wash` | at least 4.5 |
//! | `--accent-deep` | headings and heads of tables, on the same | at least 7 |
//! | `--accent-wash` | behind heads of tables and what is picked out | |
//! | `--accent-soft` | bars and fields that say nothing by themselves | at least 1.5 |
//! | `--solid`, `--on-solid` | buttons and numbers, and the text on them | at least 4.5 |
//! | `--head`, `--on-head` | the head of every page, and the text on it | at least 4.5 |
//! | `--on-head-soft` | small text there | at least 4.5 |
//! | `--on-head-line` | lines around links there | at least 3 |
//!
//! Contrast is that of WCAG 2.2. Hue and strength are the picked ones; lightness, in Oklch, goes as far from them as
//! it must.

use color::{Oklch, OpaqueColor, Srgb};
use std::fmt::Write as _;

/// A colour.
pub type Color = OpaqueColor<Srgb>;

/// The colour of sites that pick none.
pub const COLOR: Color = Color::new([20.0 / 255.0, 80.0 / 255.0, 125.0 / 255.0]);

/// What stands behind text on light screens and on dark ones, lightest and darkest. The default style sheet has the
/// same as `--paper` and `--wash`.
const LIGHT: [Color; 2] = [rgb(255, 255, 255), rgb(243, 246, 250)];
const DARK: [Color; 2] = [rgb(22, 28, 36), rgb(13, 17, 23)];
const WHITE: Color = rgb(255, 255, 255);

const fn rgb(red: u8, green: u8, blue: u8) -> Color {
    Color::new([red as f32 / 255.0, green as f32 / 255.0, blue as f32 / 255.0])
}

/// The colours as the beginning of a style sheet.
#[must_use]
pub fn style(picked: Color) -> String {
    let picked: OpaqueColor<Oklch> = picked.convert();
    let [light, dark] = [Palette::light(picked), Palette::dark(picked)].map(|palette| palette.declarations());
    format!(
        "/* Made from the colour that site.yaml picks. */\n:root {{{light} }}\n\
         @media screen and (prefers-color-scheme: dark) {{ :root:not([data-color]) {{{dark} }} }}\n\
         @media screen {{ :root[data-color=\"dark\"] {{{dark} }} }}\n"
    )
}

/// A colour as style sheets and pictures write it: `#rrggbb`.
#[must_use]
pub fn hex(color: Color) -> String {
    let shown = color.to_rgba8();
    format!("#{:02x}{:02x}{:02x}", shown.r, shown.g, shown.b)
}

/// The colours for light screens and paper, as a picture needs them.
#[must_use]
pub fn light(picked: Color) -> Palette {
    Palette::light(picked.convert())
}

/// The colours, as the table above tells of them.
#[derive(Debug)]
pub struct Palette {
    /// `--accent`
    pub accent: Color,
    /// `--accent-deep`
    pub accent_deep: Color,
    accent_wash: Color,
    accent_soft: Color,
    solid: Color,
    on_solid: Color,
    /// `--head`
    pub head: Color,
    /// `--on-head`
    pub on_head: Color,
    /// `--on-head-soft`
    pub on_head_soft: Color,
    on_head_line: Color,
}

impl Palette {
    fn light(picked: OpaqueColor<Oklch>) -> Self {
        let wash = with(picked, 0.955, 0.2);
        let behind = [LIGHT[0], LIGHT[1], wash];
        let accent = towards(picked, 0.0, 1.0, |one| behind.iter().all(|behind| contrast(one, *behind) >= 4.7));
        let deep = towards(picked, 0.0, 1.0, |one| behind.iter().all(|behind| contrast(one, *behind) >= 7.2));
        Self {
            accent,
            accent_deep: deep,
            accent_wash: wash,
            accent_soft: with(picked, 0.79, 0.6),
            ..Self::heads(picked, accent)
        }
    }

    fn dark(picked: OpaqueColor<Oklch>) -> Self {
        let wash = with(picked, 0.28, 0.35);
        let behind = [DARK[0], DARK[1], wash];
        let start = with_lightness(picked, lightness(picked).max(0.72));
        let accent = towards(start, 1.0, 0.8, |one| behind.iter().all(|behind| contrast(one, *behind) >= 4.7));
        let deep = towards(start, 1.0, 0.5, |one| behind.iter().all(|behind| contrast(one, *behind) >= 7.2));
        // A head that shines would be all that is seen.
        let dim = with_lightness(picked, lightness(picked).min(0.36));
        Self {
            accent,
            accent_deep: deep,
            accent_wash: wash,
            accent_soft: with(picked, 0.45, 0.6),
            ..Self::heads(dim, accent)
        }
    }

    /// The head of pages in the picked colour, if need be with dark text on it, and what is filled with the accent.
    fn heads(picked: OpaqueColor<Oklch>, accent: Color) -> Self {
        let ink = with(picked, 0.2, 0.3);
        let own = with(picked, lightness(picked), 1.0);
        let (head, on_head) = if contrast(own, WHITE) < 3.0 && contrast(own, ink) >= 7.0 {
            (own, ink)
        } else {
            (towards(picked, 0.0, 1.0, |one| contrast(one, WHITE) >= 7.0), WHITE)
        };
        let on_solid = if contrast(accent, WHITE) >= 4.5 { WHITE } else { ink };
        // Text that steps back, as far as it can still be read.
        let between = |share: f32, least: f32| {
            let mixed = head.lerp_rect(on_head, share);
            if contrast(mixed, head) >= least { mixed } else { on_head }
        };
        Self {
            accent,
            accent_deep: accent,
            accent_wash: accent,
            accent_soft: accent,
            solid: accent,
            on_solid,
            head,
            on_head,
            on_head_soft: between(0.84, 5.0),
            on_head_line: between(0.6, 3.1),
        }
    }

    fn declarations(&self) -> String {
        let all = [
            ("accent", self.accent),
            ("accent-deep", self.accent_deep),
            ("accent-wash", self.accent_wash),
            ("accent-soft", self.accent_soft),
            ("solid", self.solid),
            ("on-solid", self.on_solid),
            ("head", self.head),
            ("on-head", self.on_head),
            ("on-head-soft", self.on_head_soft),
            ("on-head-line", self.on_head_line),
        ];
        all.into_iter().fold(String::new(), |mut style, (name, color)| {
            let _infallible = write!(style, " --{name}: {};", hex(color));
            style
        })
    }
}

fn lightness(color: OpaqueColor<Oklch>) -> f32 {
    color.components[0]
}

fn with_lightness(color: OpaqueColor<Oklch>, lightness: f32) -> OpaqueColor<Oklch> {
    OpaqueColor::new([lightness, color.components[1], color.components[2]])
}

/// A colour of the same hue, so light and with a share of its strength, as screens show it.
fn with(color: OpaqueColor<Oklch>, lightness: f32, share: f32) -> Color {
    let [_, strength, hue] = color.components;
    let wanted = OpaqueColor::<Oklch>::new([lightness, strength * share, hue]);
    // What is measured is what is shown: in steps of 1/255, and nothing that no screen has.
    let shown = wanted.convert::<Srgb>().to_rgba8();
    rgb(shown.r, shown.g, shown.b)
}

/// The colour itself, or the nearest on the way to black (0) or white (1) that will do. Black or white always does.
fn towards(color: OpaqueColor<Oklch>, end: f32, share: f32, will_do: impl Fn(Color) -> bool) -> Color {
    const STEPS: u8 = 100;
    let start = lightness(color);
    let steps = (0..STEPS).map(|step| {
        let way = f32::from(step) / f32::from(STEPS);
        with(color, start + (end - start) * way, share * (1.0 - way * way))
    });
    let last = with(color, end, 0.0);
    steps.into_iter().find(|one| will_do(*one)).unwrap_or(last)
}

/// The contrast of two colours, from 1 to 21.
fn contrast(one: Color, other: Color) -> f32 {
    let (one, other) = (one.relative_luminance() + 0.05, other.relative_luminance() + 0.05);
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn everything_can_be_read_whatever_colour_is_picked(red: u8, green: u8, blue: u8) {
            let picked = rgb(red, green, blue).convert();
            for (of, [paper, wash]) in [(Palette::light(picked), LIGHT), (Palette::dark(picked), DARK)] {
                for behind in [paper, wash, of.accent_wash] {
                    prop_assert!(contrast(of.accent, behind) >= 4.5, "{of:?}");
                    prop_assert!(contrast(of.accent_deep, behind) >= 7.0, "{of:?}");
                }
                prop_assert!(contrast(of.accent_soft, paper) >= 1.5, "{of:?}");
                prop_assert!(contrast(of.on_solid, of.solid) >= 4.5, "{of:?}");
                prop_assert!(contrast(of.on_head, of.head) >= 4.5, "{of:?}");
                prop_assert!(contrast(of.on_head_soft, of.head) >= 4.5, "{of:?}");
                prop_assert!(contrast(of.on_head_line, of.head) >= 3.0, "{of:?}");
            }
        }
    }

    #[test]
    fn a_colour_that_can_be_read_on_white_stays_as_it_is() {
        let style = style(COLOR);
        assert!(style.contains("--accent: #14507d;") && style.contains("--head: #14507d;"), "{style}");
    }

    #[test]
    fn a_light_colour_has_dark_text_on_it() {
        let yellow = Palette::light(rgb(255, 204, 0).convert());
        assert_eq!(yellow.head.to_rgba8(), rgb(255, 204, 0).to_rgba8());
        assert!(yellow.on_head.relative_luminance() < 0.05);
    }
}
