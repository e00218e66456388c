//! How long each step takes that every record or page goes through: `cargo bench`, or `cargo bench -- read` for those
//! whose names hold `read`. For the whole program beside others, see `tests/bench/run`.

#![expect(clippy::expect_used, reason = "what is measured is made here, and a step that cannot go on measures nothing")]

mod records;

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, SamplingMode, Throughput};
use prongsai::diagnostic::Diagnostics;
use prongsai::model::{self, Options, PageKey, PageRef, Portal, Site, Year};
use prongsai::outputs::Themes;
use prongsai::pages::{self, Common, Voice};
use prongsai::read::Content;
use prongsai::search::Index;
use prongsai::thai::writing;
use prongsai::theme::Theme;
use prongsai::{checks, data, personal, read};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// The allocator of the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many measures the site has.
const MEASURES: usize = 200;

fn main() {
    let folder = TempDir::new().expect("a temporary folder");
    records::write(folder.path(), MEASURES).expect("records can be written");
    let portal = linked(folder.path());
    let themes = Themes::load(&portal, folder.path(), None, &mut Diagnostics::default()).expect("the built-in theme");
    let (site, theme) = (&portal.sites[0], themes.sites[0].as_ref());
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    records_in(&mut criterion, folder.path());
    texts(&mut criterion, site);
    pages_out(&mut criterion, site, theme);
    tables_out(&mut criterion, site, theme);
    criterion.final_summary();
}

fn linked(root: &Path) -> Portal {
    let mut problems = Diagnostics::default();
    let portal = link(read::read(root, &mut problems), &mut problems);
    assert!(problems.errors() == 0, "the records are without fault");
    portal
}

fn link(content: Content, problems: &mut Diagnostics) -> Portal {
    let today = jiff::civil::date(2023, 9, 30);
    model::link(content, &Options { drafts: false, base_url: None, without: BTreeSet::new(), today }, problems)
}

/// Measurements that belong together, each over every measure.
fn group<'c>(criterion: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(MEASURES as u64)).sampling_mode(SamplingMode::Flat);
    group
}

/// From files to the site, for each record.
fn records_in(criterion: &mut Criterion, root: &Path) {
    let mut group = group(criterion, "records");
    let read = || read::read(root, &mut Diagnostics::default());
    group.bench_function("read", |bencher| bencher.iter(read));
    group.bench_function("link", |bencher| {
        bencher.iter_batched(read, |content| link(content, &mut Diagnostics::default()), BatchSize::PerIteration);
    });
    let portal = linked(root);
    group.bench_function("check", |bencher| {
        bencher.iter(|| checks::check(&portal, &mut Diagnostics::default()));
    });
    group.finish();
}

/// What is done with the text of each record.
fn texts(criterion: &mut Criterion, site: &Site) {
    let texts: Vec<&str> = site.bodies().map(|(_, source, _)| source.text()).collect();
    let mut group = group(criterion, "texts");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("Markdown to HTML", |bencher| {
        bencher.iter(|| {
            site.bodies().map(|(_, _, body)| body.html(|_| "a.html".to_owned(), |_| None).len()).sum::<usize>()
        });
    });
    group.bench_function("personal data", |bencher| {
        bencher.iter(|| texts.iter().map(|text| personal::find(text).len()).sum::<usize>());
    });
    group.bench_function("writing", |bencher| {
        bencher.iter(|| texts.iter().map(|text| writing::faults(text).len()).sum::<usize>());
    });
    group.finish();
}

/// From the site to pages.
fn pages_out(criterion: &mut Criterion, site: &Site, theme: &Theme) {
    let common = Common::default();
    let render =
        |page: &PageRef| pages::render(site, page, theme, &common).expect("the built-in theme shows every page").len();
    let measures: Vec<&PageRef> = site.map.pages().filter(|page| matches!(page.key(), PageKey::Measure(..))).collect();
    let list = site.map.find(&PageKey::Measures(records::YEAR)).expect("every year has the table of its measures");
    let mut group = group(criterion, "pages");
    group.bench_function("of measures", |bencher| {
        bencher.iter(|| measures.iter().map(|page| render(page)).sum::<usize>());
    });
    group.bench_function("the table of measures", |bencher| bencher.iter(|| render(black_box(list))));
    group.finish();
}

/// From the site to what programs read.
fn tables_out(criterion: &mut Criterion, site: &Site, theme: &Theme) {
    let voice = Voice::new(theme.words(), &site.settings);
    let year: &Year = site.newest().expect("there is a year");
    let mut group = group(criterion, "tables");
    group.bench_function("search index", |bencher| {
        bencher.iter(|| Index::new(site, voice, None));
    });
    group.bench_function("open data of actions", |bencher| {
        bencher.iter(|| data::csv(&data::of_year(site, year, data::TableId::Actions)));
    });
    group.finish();
}
