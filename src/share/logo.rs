//! The logo on the picture. One that cannot be read, or is larger than any logo, is left out.

use super::draw::options;
use crate::document::within;
use imagesize::ImageType;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How wide and how high it is drawn, in whole pixels.
pub const SIDE: f32 = 80.0;
const PIXELS: u32 = 80;
/// The largest file that is looked at, in bytes.
const LARGEST: u64 = 4 << 20;
/// The most pixels of a photograph or drawing that are unpacked.
const MOST: usize = 16 << 20;
/// How long drawing it may take. Nobody waits longer for a picture, and a drawing can be made to never end.
const LIMIT: Duration = Duration::from_secs(20);

/// A logo, drawn in the size of the picture.
#[derive(Debug)]
pub struct Logo {
    /// Its pixels: all of what it shows, in the middle of a square.
    pub(super) pixels: Pixmap,
}

impl Logo {
    /// The logo in a PNG, JPEG or SVG file; `None` where there is nothing in it that can be shown.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        let mut bytes = Vec::new();
        std::fs::File::open(path).ok()?.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= LARGEST).then_some(())?;
        let pixels = within(LIMIT, move || Ok(drawn(bytes))).ok()??;
        Some(Self { pixels })
    }
}

fn drawn(bytes: Vec<u8>) -> Option<Pixmap> {
    let kind = match imagesize::image_type(&bytes) {
        Ok(kind @ (ImageType::Png | ImageType::Jpeg)) => {
            let size = imagesize::blob_size(&bytes).ok()?;
            (size.width.checked_mul(size.height)? <= MOST).then_some(())?;
            let bytes = Arc::new(bytes);
            if kind == ImageType::Png { ImageKind::PNG(bytes) } else { ImageKind::JPEG(bytes) }
        }
        _ => ImageKind::SVG(Tree::from_data(&bytes, &options()).ok()?),
    };
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_string: Box::new(move |_, _| Some(kind.clone())),
            ..options().image_href_resolver
        },
        ..options()
    };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\">\
         <image href=\"logo\" width=\"{SIDE}\" height=\"{SIDE}\"/></svg>"
    );
    let tree = Tree::from_str(&svg, &options).ok()?;
    let mut pixels = Pixmap::new(PIXELS, PIXELS)?;
    let scale = SIDE / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.pixels().iter().any(|pixel| pixel.alpha() > 0).then_some(pixels)
}
