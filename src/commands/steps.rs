//! The steps of a command: told on a terminal while they last, and measured.

use crate::diagnostic::{Language, Message};
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use unicode_width::UnicodeWidthStr;

/// A step that takes its time, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Files are read.
    Read,
    /// Records are linked.
    Link,
    /// Rules are held against them, while themes are read.
    Check,
    /// Files of the site are made and written.
    Make,
    /// The new site takes the old one's place.
    Publish,
    /// What was found is put in order.
    Settle,
}

impl Step {
    fn name(self) -> Message {
        let (th, en) = match self {
            Self::Read => ("อ่านระเบียน", "read the records"),
            Self::Link => ("เชื่อมระเบียน", "link the records"),
            Self::Check => ("ตรวจ และอ่านธีม", "check, and read the themes"),
            Self::Make => ("สร้างแฟ้ม", "make the files"),
            Self::Publish => ("เผยแพร่", "publish"),
            Self::Settle => ("สรุปผล", "settle what was found"),
        };
        Message::new(th, en)
    }
}

/// What is done for many files at once, in the step that makes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// What the last build made is looked at.
    Reuse,
    /// Pages are made.
    Pages,
    /// The plan and the report are made.
    Reports,
    /// Open data is made.
    Data,
    /// What the search knows is made.
    Search,
    /// Anything else is made.
    Others,
    /// Pages are read for their links.
    Proof,
    /// Files are written.
    Write,
}

impl Work {
    const ALL: [Self; 8] =
        [Self::Reuse, Self::Pages, Self::Reports, Self::Data, Self::Search, Self::Others, Self::Proof, Self::Write];

    fn name(self) -> Message {
        let (th, en) = match self {
            Self::Reuse => ("ใช้แฟ้มเดิม", "what stays as it is"),
            Self::Pages => ("หน้าเว็บ", "pages"),
            Self::Reports => ("แผนและรายงาน", "plans and reports"),
            Self::Data => ("ข้อมูลเปิด", "open data"),
            Self::Search => ("การค้นหา", "search"),
            Self::Others => ("แฟ้มอื่น", "other files"),
            Self::Proof => ("ตรวจลิงก์ในหน้า", "proof of links"),
            Self::Write => ("เขียนแฟ้ม", "writing"),
        };
        Message::new(th, en)
    }
}

/// Tells and measures the steps of one run.
#[derive(Debug)]
pub struct Steps {
    language: Language,
    start: Instant,
    bar: ProgressBar,
    done: Mutex<Vec<(Step, Duration)>>,
    /// Nanoseconds of each kind of work, over all threads.
    works: [AtomicU64; Work::ALL.len()],
}

impl Steps {
    /// Of a run that starts now. Where standard error is no terminal, nothing is told.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { language, start: Instant::now(), bar, done: Mutex::default(), works: Default::default() }
    }

    /// Does a step.
    pub fn run<T>(&self, step: Step, work: impl FnOnce() -> T) -> T {
        self.bar.set_message(step.name().text(self.language).to_owned());
        let start = Instant::now();
        let done = work();
        let took = start.elapsed();
        let mut steps = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, so_far)) => *so_far += took,
            None => steps.push((step, took)),
        }
        done
    }

    /// Does a part of a step for one file. From any thread.
    pub fn work<T>(&self, kind: Work, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        let nanoseconds = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.works[kind as usize].fetch_add(nanoseconds, Ordering::Relaxed);
        done
    }

    /// So many files will be made; each is told with [`Steps::file`].
    pub fn files(&self, count: usize) {
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}") {
            self.bar.set_style(style);
        }
        self.bar.set_length(count as u64);
    }

    /// A file was made.
    pub fn file(&self) {
        self.bar.inc(1);
    }

    /// Takes the line on the terminal away; how long all took until now.
    pub fn end(&self) -> Duration {
        self.bar.finish_and_clear();
        self.start.elapsed()
    }

    /// What took how long: steps in seconds, work of many threads in seconds of all together.
    #[must_use]
    pub fn table(&self) -> String {
        let all = self.start.elapsed();
        let steps = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let mut rows = Vec::new();
        for (step, took) in steps.iter() {
            rows.push((step.name(), *took, false));
            if *step == Step::Make {
                let works = Work::ALL.into_iter().zip(&self.works);
                let works = works.map(|(work, took)| (work.name(), took.load(Ordering::Relaxed)));
                let done = works.filter(|(_, took)| *took > 0);
                rows.extend(done.map(|(name, took)| (name, Duration::from_nanos(took), true)));
            }
        }
        let known: Duration = steps.iter().map(|(_, took)| *took).sum();
        rows.push((Message::new("อื่น ๆ", "the rest"), all.saturating_sub(known), false));
        rows.push((Message::new("รวม", "all"), all, false));
        let (first, note) = match self.language {
            Language::Thai => ("ขั้น", "แถวที่ย่อหน้าเป็นเวลาของทุกแกนประมวลผลรวมกัน"),
            Language::English => ("step", "rows set in are seconds of all cores together"),
        };
        let label = |name: &Message, within| {
            let indent = if within { "  " } else { "" };
            format!("{indent}{}", name.text(self.language))
        };
        let widest = rows.iter().map(|(name, _, within)| label(name, *within).width()).max().unwrap_or_default();
        let line = |name: &str, figure: &str| {
            let space = " ".repeat((widest + 10).saturating_sub(name.width() + figure.width()));
            format!("{name}{space}{figure}\n")
        };
        let mut text = line(first, "s");
        for (name, took, within) in &rows {
            text += &line(&label(name, *within), &format!("{:.3}", took.as_secs_f64()));
        }
        text + note
    }
}
