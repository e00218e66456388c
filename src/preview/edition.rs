//! One state of the site: what stands at each address, made when it is first asked for.

use super::lock;
use crate::diagnostic::Diagnostic;
use crate::model::{Portal, escape};
use crate::outputs::{self, Commons, Indexes, Made, Themes};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use url::Url;

/// A state of the site.
#[derive(Debug)]
pub struct Edition {
    portal: Arc<Portal>,
    themes: Arc<Themes>,
    commons: Commons,
    indexes: Indexes,
    /// A mark of all style sheets: another one means that pages look otherwise.
    styles: String,
    made: Mutex<HashMap<String, Served>>,
}

/// What is sent for an address.
#[derive(Debug, Clone)]
pub enum Served {
    /// A page, as HTML, with its mark.
    Page(Arc<str>, String),
    /// Any other file that is in memory, with its mark.
    Bytes(Arc<[u8]>, String),
    /// A file of the content.
    File(PathBuf),
}

impl Edition {
    /// The edition of a site in its themes.
    #[must_use]
    pub fn new(portal: Arc<Portal>, themes: Arc<Themes>) -> Self {
        let mut styles = blake3::Hasher::new();
        for theme in themes.front.iter().chain(&themes.sites) {
            for (address, data) in theme.assets().iter().filter(|(address, _)| address.ends_with(".css")) {
                styles.update(address.as_bytes()).update(data);
            }
        }
        for site in &portal.sites {
            styles.update(format!("{:?}", site.settings.color).as_bytes());
        }
        let (commons, indexes) = (Commons::of(&portal), Indexes::of(&portal));
        Self { commons, indexes, portal, themes, styles: mark(&styles), made: Mutex::default() }
    }

    /// Where the site stands on its host: `/`, or a folder, ending in `/`.
    #[must_use]
    pub fn path(&self) -> String {
        let front = self.portal.base_url.as_ref().filter(|_| self.portal.top.is_some());
        let base = front.or_else(|| self.portal.sites.first()?.settings.base_url.as_ref());
        let path = base.filter(|_| front.is_some() || self.portal.top.is_none()).and_then(|base| Url::parse(base).ok());
        path.map_or_else(|| "/".to_owned(), |url| url.path().to_owned())
    }

    /// The mark of all style sheets.
    #[must_use]
    pub fn styles(&self) -> &str {
        &self.styles
    }

    /// Addresses of pages that somebody has looked at, no more than so many.
    #[must_use]
    pub fn seen(&self, most: usize) -> Vec<String> {
        let made = lock(&self.made);
        let pages = made.iter().filter(|(_, served)| matches!(served, Served::Page(..)));
        pages.map(|(address, _)| address.clone()).take(most).collect()
    }

    /// What stands at an address within the site; `None` where nothing does.
    ///
    /// # Errors
    /// Where the theme's template cannot show it.
    pub fn at(&self, address: &str) -> Result<Option<Served>, Diagnostic> {
        if let Some(served) = lock(&self.made).get(address) {
            return Ok(Some(served.clone()));
        }
        let output = outputs::at(&self.portal, &self.themes, (&self.commons, &self.indexes), address);
        let Some(output) = output else { return Ok(None) };
        let served = match output.make().map_err(|problem| outputs::unshown(problem, address, 0))? {
            Some(Made::Page(html)) => {
                let mark = mark(blake3::Hasher::new().update(html.as_bytes()));
                Served::Page(html.into(), mark)
            }
            Some(Made::Bytes(bytes)) => bytes_of(&bytes),
            Some(Made::Kept(bytes)) => bytes_of(bytes),
            Some(Made::CopyOf(disk)) => return Ok(Some(Served::File(disk.to_owned()))),
            None => return Ok(None),
        };
        lock(&self.made).insert(address.to_owned(), served.clone());
        Ok(Some(served))
    }
}

impl Edition {
    /// The page of what is not there, for an address within the site: that of the site in whose folder it would be. It
    /// is shown at any depth, so that its links are seen from the top.
    ///
    /// # Errors
    /// Where the theme's template cannot show it.
    pub fn not_found(&self, address: &str) -> Result<Option<Served>, Diagnostic> {
        let own = self.portal.sites.iter().find_map(|site| {
            let prefix = site.folder.as_ref().map(|folder| format!("{folder}/")).unwrap_or_default();
            address.starts_with(&prefix).then_some((prefix, site.settings.base_url.as_ref()))
        });
        let (prefix, base) = own.unwrap_or((String::new(), self.portal.base_url.as_ref()));
        let Some(Served::Page(html, mark)) = self.at(&format!("{prefix}404.html"))? else { return Ok(None) };
        let top = format!("{}{}", self.path(), escape(&prefix));
        // Where the site knows its address, the links of this page begin with it: here they must not lead out.
        let html = base.map_or_else(|| html.to_string(), |base| html.replace(base.as_str(), &top));
        let html = html.replacen("<head>", &format!("<head>\n<base href=\"{top}\">"), 1);
        Ok(Some(Served::Page(html.replacen("base-uri 'none'", "base-uri 'self'", 1).into(), mark)))
    }
}

fn bytes_of(bytes: &[u8]) -> Served {
    Served::Bytes(bytes.into(), mark(blake3::Hasher::new().update(bytes)))
}

/// A mark that nothing else has.
fn mark(hasher: &blake3::Hasher) -> String {
    hasher.finalize().as_bytes()[..12].iter().fold(String::new(), |mut mark, byte| {
        let _infallible = write!(mark, "{byte:02x}");
        mark
    })
}
