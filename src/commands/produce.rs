//! Everything that a site consists of, made and handed to whoever wants it.

use super::steps::{Steps, Work};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{PageKey, Portal};
use crate::outputs::{self, Indexes, Made, Output, Themes};
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
    /// Templates cannot show some pages.
    Theme(Diagnostics),
    /// The disk refused.
    Disk(publish::Error),
}

impl From<publish::Error> for Failure {
    fn from(error: publish::Error) -> Self {
        Self::Disk(error)
    }
}

/// Makes everything; how many pages there are.
///
/// # Errors
/// At the first file that is not taken; and in the end where pages cannot be shown, with each reason once.
pub fn produce(portal: &Portal, themes: &Themes, sink: &impl Sink, steps: &Steps) -> Result<usize, Failure> {
    let indexes = Indexes::of(portal);
    // To know which files there will be, what is searched for has to be known.
    let outputs = steps.work(Work::Search, || outputs::all(portal, themes, &indexes));
    steps.files(outputs.len());
    let made = outputs.par_iter().map(|(address, output)| {
        let file = |content| sink.file(address, &content).map(|()| 0);
        steps.file();
        let pages = match steps.work(work(output), || output.make()) {
            Ok(Some(Made::Page(html))) => sink.page(address, &html).map(|()| 1),
            Ok(Some(Made::Bytes(bytes))) => file(Content::Bytes(&bytes)),
            Ok(Some(Made::Kept(bytes))) => file(Content::Bytes(bytes)),
            Ok(Some(Made::CopyOf(disk))) => file(Content::CopyOf(disk)),
            Ok(None) => Ok(0),
            Err(problem) => return Ok(Err((address.as_str(), problem))),
        };
        pages.map(Ok)
    });
    let made: Vec<Result<usize, Unshown<'_>>> = made.collect::<Result<_, publish::Error>>()?;
    let mut pages = 0;
    let mut unshown = Vec::new();
    for one in made {
        match one {
            Ok(count) => pages += count,
            Err(problem) => unshown.push(problem),
        }
    }
    if unshown.is_empty() { Ok(pages) } else { Err(Failure::Theme(once(unshown))) }
}

/// What is done where an output is made.
fn work(output: &Output<'_>) -> Work {
    match output {
        Output::Page(_, _, page) if matches!(page.key(), PageKey::Plan(_) | PageKey::Progress(_)) => Work::Reports,
        Output::Page(..) | Output::FrontPage(..) => Work::Pages,
        Output::Data(_) | Output::FrontData(_) => Work::Data,
        Output::Search(..) => Work::Search,
        _ => Work::Others,
    }
}

/// What templates cannot show of the pages at these addresses.
#[must_use]
pub fn faults(portal: &Portal, themes: &Themes, addresses: &[String]) -> Diagnostics {
    let indexes = Indexes::of(portal);
    let unshown = addresses.par_iter().filter_map(|address| {
        let output = outputs::at(portal, themes, &indexes, address)?;
        output.make().err().map(|problem| (address.as_str(), problem))
    });
    once(unshown.collect())
}

/// The address of a page that could not be shown, and why.
type Unshown<'a> = (&'a str, Diagnostic);

/// Each reason once, with the first page that it kept from being shown and how many more there are: a fault in a
/// template may stand on a thousand.
fn once(unshown: Vec<Unshown<'_>>) -> Diagnostics {
    let mut reasons: Vec<(Unshown<'_>, usize)> = Vec::new();
    for (address, problem) in unshown {
        let is_same = |known: &Diagnostic| {
            let is_placed = problem.location.line > 0;
            if is_placed { known.location == problem.location } else { *known == problem }
        };
        match reasons.iter_mut().find(|((_, known), _)| is_same(known)) {
            Some((_, more)) => *more += 1,
            None => reasons.push(((address, problem), 0)),
        }
    }
    let mut problems = Diagnostics::default();
    for ((address, problem), more) in reasons {
        problems.push(outputs::unshown(problem, address, more));
    }
    problems
}
