//! A drawing made into pixels, with the letters that are built in and with nothing from elsewhere.

use super::layout::Layout;
use super::letters::{FAMILY, Weight};
use super::{HEIGHT, Logo, WIDTH};
use resvg::tiny_skia::{Pixmap, PixmapPaint, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::sync::{Arc, LazyLock};

/// The fonts that drawings may use: those of this program, whatever the machine has.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for weight in Weight::ALL {
        fonts.load_font_data(weight.file().to_vec());
    }
    Arc::new(fonts)
});

/// How drawings are read: they get no files.
pub fn options() -> Options<'static> {
    Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        image_href_resolver: ImageHrefResolver {
            resolve_string: Box::new(|_, _| None),
            ..ImageHrefResolver::default()
        },
        ..Options::default()
    }
}

/// The picture as a PNG.
pub fn png(layout: &Layout, logo: Option<&Logo>) -> Option<Vec<u8>> {
    let tree = Tree::from_str(&layout.svg, &options()).ok()?;
    let mut picture = Pixmap::new(u32::from(WIDTH), u32::from(HEIGHT))?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    if let Some(logo) = logo {
        let (x, y) = layout.logo;
        picture.draw_pixmap(0, 0, logo.pixels.as_ref(), &PixmapPaint::default(), Transform::from_translate(x, y), None);
    }
    picture.encode_png().ok()
}
