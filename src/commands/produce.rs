//! Everything that a site consists of, made and handed to whoever wants it.

use crate::diagnostic::Diagnostic;
use crate::model::Portal;
use crate::outputs::{self, Made, Themes};
use crate::publish::{self, Content};
use rayon::prelude::*;

/// Where finished files go. Called from several threads.
pub trait Sink: Sync {
    /// Takes a page.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn page(&self, address: &str, html: &str) -> Result<(), publish::Error>;

    /// Takes any other file.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn file(&self, address: &str, content: &Content<'_>) -> Result<(), publish::Error>;
}

/// Why no whole site could be made.
#[derive(Debug)]
pub enum Failure {
    /// A template cannot show a page.
    Theme(Box<Diagnostic>),
    /// The disk refused.
    Disk(publish::Error),
}

impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Self {
        Self::Theme(Box::new(problem))
    }
}

impl From<publish::Error> for Failure {
    fn from(error: publish::Error) -> Self {
        Self::Disk(error)
    }
}

/// Makes everything; how many pages there are.
///
/// # Errors
/// At the first page that cannot be shown and the first file that is not taken.
pub fn produce(portal: &Portal, themes: &Themes, sink: &impl Sink) -> Result<usize, Failure> {
    let outputs = outputs::all(portal, themes);
    let pages = outputs.par_iter().map(|(address, output)| {
        let file = |content| sink.file(address, &content).map(|()| 0);
        let pages = match output.make()? {
            Some(Made::Page(html)) => sink.page(address, &html).map(|()| 1),
            Some(Made::Bytes(bytes)) => file(Content::Bytes(&bytes)),
            Some(Made::Kept(bytes)) => file(Content::Bytes(bytes)),
            Some(Made::CopyOf(disk)) => file(Content::CopyOf(disk)),
            None => Ok(0),
        };
        Ok::<usize, Failure>(pages?)
    });
    pages.try_reduce(|| 0, |some, more| Ok(some + more))
}
