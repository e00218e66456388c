//! `prongsai build`: the whole way from files to the published folder.

use super::archiving;
use super::last_search::LastSearch;
use super::produce::{Failure, Sink, produce};
use super::publishing;
use super::report::{self, Report};
use super::settle::{Taken, Verdict};
use super::steps::{Step, Steps, Work};
use crate::cli::BuildArgs;
use crate::diagnostic::{Diagnostics, Language, Severity};
use crate::host::HostFile;
use crate::model::Portal;
use crate::outputs::{Output, Search, Themes};
use crate::proof::{Found, Proof};
use crate::publish::{self, Content, Staging};
use crate::reuse::{self, File, Known, Prints, kept};
use crate::search::Last;
use crate::{checks, lasting, model, read};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// Runs the command.
#[must_use]
pub fn build(args: &BuildArgs, language: Language) -> ExitCode {
    super::start_threads(&args.run);
    let steps = Steps::new(language);
    let report = Report { args: &args.report, language, folder: &args.dir, least: Severity::Warning };
    let mut problems = Diagnostics::default();
    let content = steps.run(Step::Read, || read::read(&args.dir, &mut problems));
    let (records, paths) = (content.records(), content.paths());
    // What is there to the end is not taken apart then, text by text: the system takes all memory back at once.
    let made_from = ManuallyDrop::new(steps.run(Step::Read, || reuse::Read::of(&content)));
    let options = model::Options {
        drafts: args.drafts,
        base_url: args.base_url.clone(),
        without: args.site.without.iter().copied().collect(),
        today: super::today(),
    };
    let portal = ManuallyDrop::new(steps.run(Step::Link, || model::link(content, &options, &mut problems)));
    let program = program();
    let (texts, themes) = steps.run(Step::Check, || {
        let kept = if args.fresh { Vec::new() } else { kept::read(&args.dir, TEXTS, &program) };
        let memory = checks::Memory::of_texts(checks::Texts::read(&kept));
        let theme = args.site.theme.as_ref();
        let themes = super::check_and_load(&portal, &args.dir, theme, &memory, &mut problems);
        (memory.into_texts(), themes)
    });
    let out = args.out.clone().unwrap_or_else(|| args.dir.join("public"));
    let zip = args.zip.as_ref().map(|file| file.clone().unwrap_or_else(|| archiving::beside(&out)));
    // What cannot work is told before anything is published.
    if let Some(Err(error)) = zip.as_ref().map(|zip| publish::check_place(&out, zip)) {
        problems.push(publishing::refused(&out, &error));
    }
    let verdict = Verdict::of(&portal, paths, args.report.strict);
    let mut taken = Taken::default();
    let refused = steps.run(Step::Settle, || verdict.refuses(&problems, taken));
    let building = Building {
        args,
        out: &out,
        portal: &portal,
        read: &made_from,
        options: &options,
        texts: &texts,
        program: &program,
        verdict: &verdict,
        steps: &steps,
    };
    let themes = themes.filter(|_| !refused);
    let built = themes.and_then(|themes| building.write(&themes, &mut taken, &mut problems));
    let (settled, hidden) = steps.run(Step::Settle, || verdict.on(problems, taken));
    let mut told = ManuallyDrop::new(settled.problems);
    let pages = built.map(|built| {
        told.extend(verdict.on_late(built.late));
        built.pages
    });
    let seconds = steps.end().as_secs_f64();
    let archive = zip.filter(|_| pages.is_some()).and_then(|zip| archiving::archive(&out, zip, &mut told));
    report.problems(&told, &hidden);
    let counts = report::counts(&told, language);
    let Some(pages) = pages else {
        report.closing(&match language {
            Language::Thai => format!("สร้างเว็บไม่สำเร็จ: {counts} เว็บเดิมยังอยู่ครบ"),
            Language::English => format!("nothing was built: {counts}; the site that was there is untouched"),
        });
        return report::exit_code(&told);
    };
    let look = out.join("index.html");
    let look = look.display();
    report.closing(&match language {
        Language::Thai => {
            format!("สร้างแล้ว: {records} ระเบียน {pages} หน้า {counts} ใช้เวลา {seconds:.2} วินาที เปิดดูได้ที่ {look}")
        }
        Language::English => format!(
            "built {}, {} in {seconds:.2} s: {counts}; open {look}",
            report::plural(records, "record"),
            report::plural(pages, "page"),
        ),
    });
    if let Some(archive) = archive {
        report.closing(&archive.closing(language));
    }
    if args.run.timings {
        report.timings(&steps);
    }
    report::exit_code(&told)
}

/// Under which name what was seen of texts is kept.
const TEXTS: &str = "texts";

/// This program among all of its versions: while it is being developed, the commit does not tell.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let looks = file.map(|meta| (meta.len(), meta.modified().ok()));
    format!("{} {:?}", env!("PRONGSAI_BUILT_FROM"), looks.ok())
}

/// A site that was published.
struct Built {
    /// How many pages it has.
    pages: usize,
    /// What was found when it stood already.
    late: Diagnostics,
}

/// A site that is to be built, and all that is asked of it.
struct Building<'b> {
    args: &'b BuildArgs,
    out: &'b Path,
    portal: &'b Portal,
    /// What it was linked from.
    read: &'b reuse::Read,
    options: &'b model::Options,
    /// What was seen of the texts of its records.
    texts: &'b checks::Texts,
    /// By which it is built.
    program: &'b str,
    verdict: &'b Verdict<'b>,
    steps: &'b Steps,
}

impl Building<'_> {
    /// Makes and writes everything; nothing is published where anything fails, or the sites do not have it so.
    fn write(&self, themes: &Themes, taken: &mut Taken, problems: &mut Diagnostics) -> Option<Built> {
        match self.publish(themes, taken, problems) {
            Ok(built) => built,
            Err(Failure::Theme(found)) => {
                problems.extend(found);
                None
            }
            Err(Failure::Disk(error)) => {
                problems.push(publishing::refused(self.out, &error));
                None
            }
        }
    }

    fn publish(
        &self,
        themes: &Themes,
        taken: &mut Taken,
        problems: &mut Diagnostics,
    ) -> Result<Option<Built>, Failure> {
        let Self { args, out, portal, program, steps, .. } = *self;
        let root = &args.dir;
        let (prints, before) = rayon::join(
            || Prints::of(self.read, portal, themes, self.options, program),
            || if args.fresh { Known::default() } else { Known::read(root, program) },
        );
        let written = Written {
            staging: Staging::begin(out, &root.join("content"))?,
            proof: Proof::default(),
            prints,
            before,
            after: Mutex::default(),
            steps,
        };
        let made = || steps.run(Step::Make, || produce(portal, themes, &written, steps));
        let (pages, texts) = rayon::join(made, || self.texts.kept());
        let pages = pages?;
        let Written { staging, proof, before, after, .. } = written;
        let after = ManuallyDrop::new(after.into_inner().unwrap_or_else(PoisonError::into_inner));
        let ((), built) = rayon::join(
            || steps.run(Step::Settle, || proof.finish(&checks::missing_headings(portal), problems)),
            || (*after != before).then(|| after.kept()).flatten(),
        );
        taken.pages = true;
        let foreign = staging.foreign()?;
        let mut with_foreign = problems.clone();
        with_foreign.extend(publishing::foreign(out, &foreign));
        let looked = Taken { output: true, ..*taken };
        // What stands in the way is told as that alone, and not as something that is kept.
        let refused = steps.run(Step::Settle, || self.verdict.refuses(&with_foreign, looked));
        let published = if refused { None } else { Some(steps.run(Step::Publish, || staging.publish())?) };
        (*problems, *taken) = (with_foreign, looked);
        Ok(published.map(|published| {
            let mut late = publishing::found(out, &published, &foreign);
            // What cannot be kept is made again.
            for (name, kept) in [(reuse::BUILT, built), (TEXTS, texts)] {
                let _kept = kept.map(|kept| kept::write(root, name, program, &kept));
            }
            // A draft may still change its name.
            if !args.drafts {
                late.extend(lasting::remember(portal, root));
            }
            Built { pages, late }
        }))
    }
}

/// Files on their way out: written aside, or taken over from the last build, and their links kept for a proof.
struct Written<'s> {
    staging: Staging,
    proof: Proof,
    prints: Prints,
    before: Known,
    after: Mutex<Known>,
    steps: &'s Steps,
}

impl Written<'_> {
    /// Takes over what the last build made from the same, if it still stands there.
    fn keep(&self, address: &str, file: &File) -> bool {
        let kept = self.staging.keep(address, file.size, file.hash);
        if kept {
            let page = file.page.as_ref().map(|found| self.proof.page(address, Found::clone(found)));
            if page.is_none() {
                self.proof.file(address);
            }
            self.know(address, File { page, ..file.clone() });
        }
        kept
    }

    fn know(&self, address: &str, file: File) {
        // A thread that was stopped in here left whole entries.
        self.after.lock().unwrap_or_else(PoisonError::into_inner).insert(address, file);
    }

    /// Remembers what was written at an address, for the next build.
    fn made(&self, address: &str, output: &Output<'_>, page: Option<Arc<Found>>) {
        if let Some(inputs) = self.prints.of_output(output)
            && let Some((size, hash)) = self.staging.written(address)
        {
            self.know(address, File { inputs, size, hash, page });
        }
    }
}

impl Sink for Written<'_> {
    fn has(&self, address: &str, output: &Output<'_>) -> bool {
        let Some(inputs) = self.prints.of_output(output) else { return false };
        match output {
            // It says the same, whatever it is made from.
            Output::Search(search, part) if search.is_kept(*part) => {
                self.before.at(address).is_some_and(|file| self.keep(address, &File { inputs, ..file.clone() }))
            }
            _ => self.before.made_from(address, inputs).is_some_and(|file| self.keep(address, file)),
        }
    }

    fn has_search(&self, search: Search<'_>) -> bool {
        let start = search.start();
        let Some(inputs) = self.prints.of_search(search.site()) else { return false };
        let mut files = self.before.below(&start).peekable();
        // Where one is not what it was, all are made, in the place of those that were kept.
        files.peek().is_some() && files.all(|(address, file)| file.inputs == inputs && self.keep(address, file))
    }

    fn last_search<'s>(&'s self, search: Search<'s>) -> Option<Box<dyn Last + 's>> {
        let Self { prints, before, staging, .. } = self;
        Some(Box::new(LastSearch { search, prints, before, staging }))
    }

    fn page(&self, address: &str, output: &Output<'_>, html: &str) -> Result<(), publish::Error> {
        let found = self.steps.work(Work::Proof, || Found::of(html));
        self.steps.work(Work::Write, || self.staging.write(address, &Content::Bytes(html.as_bytes())))?;
        let found = self.proof.page(address, found);
        self.made(address, output, Some(found));
        Ok(())
    }

    fn file(&self, address: &str, output: &Output<'_>, content: &Content<'_>) -> Result<(), publish::Error> {
        // A host's own settings that somebody put there come before the program's, which the site can do without.
        if HostFile::ALL.iter().any(|file| file.address() == address) && self.staging.is_foreign(address) {
            return Ok(());
        }
        self.proof.file(address);
        self.steps.work(Work::Write, || self.staging.write(address, content))?;
        self.made(address, output, None);
        Ok(())
    }
}
