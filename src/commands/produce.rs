//! Everything that a site consists of, made and handed to whoever wants it.

use super::steps::{Steps, Work};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{PageKey, Portal};
use crate::outputs::{self, Commons, Indexes, Output, Search, Themes};
use crate::publish::{self, Content};
use crate::search::Last;
use rayon::prelude::*;

/// Where finished files go. Called from several threads.
pub trait Sink: Sync {
    /// Whether the file at `address` is there already, as it would be made.
    fn has(&self, address: &str, output: &Output<'_>) -> bool;

    /// Whether all files of a search are there already, as they would be made.
    fn has_search(&self, search: Search<'_>) -> bool;

    /// What the last build left of a search, where that can be gone by.
    fn last_search<'s>(&'s self, search: Search<'s>) -> Option<Box<dyn Last + 's>>;

    /// Takes a page.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn page(&self, address: &str, output: &Output<'_>, html: &str) -> Result<(), publish::Error>;

    /// Takes any other file.
    ///
    /// # Errors
    /// Where the disk refuses.
    fn file(&self, address: &str, output: &Output<'_>, content: &Content<'_>) -> Result<(), publish::Error>;
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
    let (commons, indexes) = (Commons::of(portal), Indexes::of(portal));
    let mut outputs = outputs::all(portal, themes, &commons);
    // The largest come first: one that begins last is waited for.
    outputs.sort_by_key(|(_, output)| !is_large(output));
    steps.files(outputs.len());
    let searches = || -> Result<Made, publish::Error> {
        let each = outputs::searches(portal, themes, &indexes).filter(|search| !sink.has_search(*search));
        each.map(|search| {
            let last = sink.last_search(search);
            let files = steps.work(Work::Search, || search.files(last.as_deref()));
            make_all(&files, sink, steps)
        })
        .try_fold(Made::default(), |made, more| Ok(made.and(more?)))
    };
    let (made, searches) = rayon::join(|| make_all(&outputs, sink, steps), searches);
    // What pages have in common is taken apart beside all that follows.
    rayon::spawn(|| drop(commons));
    let Made { pages, unshown } = made?.and(searches?);
    if unshown.is_empty() { Ok(pages) } else { Err(Failure::Theme(once(unshown))) }
}

/// What was made of some outputs.
#[derive(Debug, Default)]
struct Made {
    /// How many pages.
    pages: usize,
    /// What could not be shown, in the order of the outputs.
    unshown: Vec<Unshown>,
}

impl Made {
    fn pages(pages: usize) -> Self {
        Self { pages, ..Self::default() }
    }

    /// This, and what was made of the outputs that follow.
    fn and(mut self, next: Self) -> Self {
        self.pages += next.pages;
        self.unshown.extend(next.unshown);
        self
    }
}

/// Makes these.
fn make_all(outputs: &[(String, Output<'_>)], sink: &impl Sink, steps: &Steps) -> Result<Made, publish::Error> {
    // One by one: of several large ones that follow each other, a thread would take all, and the others wait for it.
    let each = outputs.par_iter().with_max_len(1);
    let made = each.map(|(address, output)| make(address, output, sink, steps));
    made.try_reduce(Made::default, |made, next| Ok(made.and(next)))
}

fn make(address: &str, output: &Output<'_>, sink: &impl Sink, steps: &Steps) -> Result<Made, publish::Error> {
    steps.file();
    if steps.work(Work::Reuse, || sink.has(address, output)) {
        return Ok(Made::pages(usize::from(output.is_page())));
    }
    let file = |content| sink.file(address, output, &content).map(|()| 0);
    let pages = match steps.work(work(output), || output.make()) {
        Ok(Some(outputs::Made::Page(html))) => sink.page(address, output, &html).map(|()| 1),
        Ok(Some(outputs::Made::Bytes(bytes))) => file(Content::Bytes(&bytes)),
        Ok(Some(outputs::Made::Kept(bytes))) => file(Content::Bytes(bytes)),
        Ok(Some(outputs::Made::CopyOf(disk))) => file(Content::CopyOf(disk)),
        Ok(None) => Ok(0),
        Err(problem) => return Ok(Made { pages: 0, unshown: vec![(address.to_owned(), problem)] }),
    };
    pages.map(Made::pages)
}

/// Whether an output shows all measures of a year, or more.
fn is_large(output: &Output<'_>) -> bool {
    match output {
        Output::Page(.., page) => !matches!(page.key(), PageKey::Measure(..)),
        Output::Data(_) | Output::ShareImage(..) => true,
        _ => false,
    }
}

/// What is done where an output is made.
fn work(output: &Output<'_>) -> Work {
    match output {
        Output::Page(.., page) if matches!(page.key(), PageKey::Plan(_) | PageKey::Progress(_)) => Work::Reports,
        Output::Page(..) | Output::FrontPage(..) | Output::PortalPage(..) => Work::Pages,
        Output::Data(_) | Output::FrontData(_) => Work::Data,
        Output::Search(..) => Work::Search,
        _ => Work::Others,
    }
}

/// What templates cannot show of the pages at these addresses.
#[must_use]
pub fn faults(portal: &Portal, themes: &Themes, addresses: &[String]) -> Diagnostics {
    let (commons, indexes) = (Commons::of(portal), Indexes::of(portal));
    let unshown = addresses.par_iter().filter_map(|address| {
        let output = outputs::at(portal, themes, (&commons, &indexes), address)?;
        output.make().err().map(|problem| (address.clone(), problem))
    });
    once(unshown.collect())
}

/// The address of a page that could not be shown, and why.
type Unshown = (String, Diagnostic);

/// Each reason once, with the first page that it kept from being shown and how many more there are: a fault in a
/// template may stand on a thousand.
fn once(unshown: Vec<Unshown>) -> Diagnostics {
    let mut reasons: Vec<(Unshown, usize)> = Vec::new();
    for (address, problem) in unshown {
        let is_same = |known: &Diagnostic| {
            let is_placed = problem.location.line() > 0;
            if is_placed { known.location == problem.location } else { *known == problem }
        };
        match reasons.iter_mut().find(|((_, known), _)| is_same(known)) {
            Some((_, more)) => *more += 1,
            None => reasons.push(((address, problem), 0)),
        }
    }
    let mut problems = Diagnostics::default();
    for ((address, problem), more) in reasons {
        problems.push(outputs::unshown(problem, &address, more));
    }
    problems
}
