//! `prongsai serve`: the site as it is written, in the browser beside.

use super::hidden::Hidden;
use super::produce;
use super::report::{self, Report};
use super::settle::{Taken, Verdict};
use crate::cli::{ReportArgs, ServeArgs};
use crate::diagnostic::{Diagnostics, Format, Language, Severity};
use crate::memo::print;
use crate::model::Portal;
use crate::outputs::{self, Themes};
use crate::preview::{Edition, Port, Server, Stage, Told, Watch};
use crate::system::why;
use crate::theme::Choice;
use crate::{checks, lasting, model, read};
use indicatif::ProgressBar;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Most problems that a page shows; the terminal tells more.
const MOST: usize = 100;
/// Most pages that are tried because somebody has looked at them.
const MOST_SEEN: usize = 50;
/// What of a project is watched.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Runs the command, until it is stopped.
#[must_use]
pub fn serve(args: &ServeArgs, language: Language) -> ExitCode {
    match run(args, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            report::remark(&why);
            ExitCode::from(2)
        }
    }
}

fn run(args: &ServeArgs, language: Language) -> Result<(), String> {
    let say = |th: String, en: String| match language {
        Language::Thai => th,
        Language::English => en,
    };
    let cannot_listen = |error: &io::Error| {
        let why = why(error);
        say(format!("เปิดเซิร์ฟเวอร์ไม่ได้: {}", why.th), format!("cannot listen: {}", why.en))
    };
    let root = args.dir.canonicalize().map_err(|error| {
        let (dir, why) = (args.dir.display(), why(&error));
        say(format!("ไม่พบโฟลเดอร์ {dir}: {}", why.th), format!("there is no folder {dir}: {}", why.en))
    })?;
    let run = format!("{:x}", jiff::Timestamp::now().as_millisecond());
    let stage = Arc::new(Stage::new(&run));
    let port = args.port.map_or(Port::Free, Port::Asked);
    let server = Server::open(port, Arc::clone(&stage), language).map_err(|error| match args.port {
        Some(port) => say(
            format!("ใช้พอร์ต {port} ไม่ได้ ({}) เลือกพอร์ตอื่น หรือไม่ระบุ --port ให้โปรแกรมเลือกเอง", why(&error).th),
            format!("port {port} cannot be used ({}): choose another, or leave --port out", why(&error).en),
        ),
        None => cannot_listen(&error),
    })?;
    // Watched before it is read, so that no change falls between.
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    if let Some(Choice::Folder(theme)) = &args.site.theme {
        folders.extend(theme.canonicalize());
    }
    let mut watch = Watch::start(&root, &folders, args.poll)
        .map_err(|error| say(format!("เฝ้าดูแฟ้มไม่ได้: {error}"), format!("cannot watch the files: {error}")))?;
    let url = server.url();
    if args.port.is_none() && !server.at_first_port() {
        report::remark(&say(
            "พอร์ต 8000 ไม่ว่าง จึงใช้พอร์ตถัดไป".into(),
            "port 8000 is taken: this is the next free one".into(),
        ));
    }
    server.start().map_err(|error| cannot_listen(&error))?;
    report::line(&say(format!("ดูเว็บที่ {url} หยุดด้วย Ctrl-C"), format!("look at {url} — Ctrl-C stops it")));
    let mut polls = tell_polling(&watch, language);
    stop_cleanly(language)?;
    if args.open {
        // Without a browser the address stands on the screen all the same.
        let _opened = open::that_detached(&url);
    }
    let memory = Memory::default();
    let mut terminal = Terminal { args, language, told: HashSet::new() };
    let progress = ProgressBar::new_spinner();
    progress.enable_steady_tick(Duration::from_millis(100));
    let mut last = None;
    loop {
        let start = Instant::now();
        let seen = stage.shown().edition.map(|edition| edition.seen(MOST_SEEN)).unwrap_or_default();
        let early = |portal, themes| stage.show_early(Edition::new(portal, themes));
        let made = make(args, &root, &memory, &seen, early, language, &progress);
        // A first build may take a while; who has seen a page waits for the next no longer than it takes to look up.
        progress.finish_and_clear();
        // Who writes what was there already has changed nothing.
        if last != Some(made.print) {
            last = Some(made.print);
            let shown = Shown { is_new: made.edition.is_some(), records: made.records, seconds: start.elapsed() };
            stage.show(made.edition, made.told);
            terminal.tell(&made.problems, &made.prints, &made.hidden, &shown);
        }
        if watch.wait().is_none() {
            return Ok(());
        }
        polls = polls || tell_polling(&watch, language);
    }
}

/// Says where folders are looked through; whether they are.
fn tell_polling(watch: &Watch, language: Language) -> bool {
    let Some(why) = watch.polls() else { return false };
    let text = match language {
        Language::Thai => format!("ระบบบอกการเปลี่ยนแปลงของโฟลเดอร์นี้ไม่ได้ ({}) จึงอ่านทุกวินาทีแทน", why.th),
        Language::English => format!(
            "the system does not tell of changes here ({}): the folders are looked through every second",
            why.en
        ),
    };
    report::remark(&text);
    true
}

fn stop_cleanly(language: Language) -> Result<(), String> {
    // Nothing is on disk that had to be put away.
    let stop = move || {
        report::line(match language {
            Language::Thai => "หยุดแล้ว",
            Language::English => "stopped",
        });
        std::process::exit(0);
    };
    ctrlc::set_handler(stop).map_err(|error| error.to_string())
}

/// A state of the files.
struct Made {
    /// What can be shown of it.
    edition: Option<Edition>,
    /// What is wrong with it, for pages.
    told: Told,
    /// The same for the terminal, and what must not be repeated of it.
    problems: Diagnostics,
    /// The numbers of the problems.
    prints: Vec<u64>,
    hidden: Hidden,
    records: usize,
    /// A number for all of it: the same where everything is the same.
    print: u64,
}

/// What the steps did before: files that stay as they are cost next to nothing.
#[derive(Default)]
struct Memory {
    read: read::Memory,
    linked: model::Memory,
    themes: outputs::ThemesMemory,
    checked: checks::Memory,
}

fn make(
    args: &ServeArgs,
    root: &Path,
    memory: &Memory,
    seen: &[String],
    early: impl FnOnce(Arc<Portal>, Arc<Themes>),
    language: Language,
    progress: &ProgressBar,
) -> Made {
    let step = |th: &'static str, en: &'static str| {
        progress.set_message(match language {
            Language::Thai => th,
            Language::English => en,
        });
    };
    let mut problems = Diagnostics::default();
    step("กำลังอ่านระเบียน", "reading the records");
    let content = read::read_again(root, &memory.read, &mut problems);
    let (records, paths) = (content.records(), content.paths());
    let of_sites = content.sites.iter().map(|site| print(&site.files));
    let files: Vec<_> = of_sites.chain(content.top.as_ref().map(|top| print(&top.files))).collect();
    let today = super::today();
    let options = model::Options {
        drafts: args.drafts,
        base_url: args.base_url.clone(),
        without: args.site.without.iter().copied().collect(),
        today,
    };
    step("กำลังเชื่อมระเบียน", "linking the records");
    let portal = Arc::new(model::link_again(content, &options, &memory.linked, &mut problems));
    let themes = Themes::load_again(&portal, root, args.site.theme.as_ref(), &memory.themes, &mut problems);
    let themes = themes.map(Arc::new);
    if let Some(themes) = themes.as_ref().filter(|themes| themes.are_own()) {
        // Pages are made when they are asked for. What may go wrong with them must be known before the last good ones
        // are put away, at least for those that somebody looks at and for one of each kind.
        let mut tried = outputs::one_of_each_kind(&portal);
        tried.extend(seen.iter().cloned());
        problems.extend(produce::faults(&portal, themes, &tried));
    }
    // Whoever waits for the first pages may see them while they are checked, which takes longer than all before.
    if let Some(themes) = themes.as_ref().filter(|_| problems.errors() == 0) {
        early(Arc::clone(&portal), Arc::clone(themes));
    }
    step("กำลังตรวจ", "checking");
    checks::check_again(&portal, &memory.checked, &mut problems);
    lasting::check(&portal, root, &mut problems);
    let (settled, hidden) = Verdict::of(&portal, paths, false).on(problems, Taken::default());
    let problems = settled.problems;
    let counts = [problems.errors(), problems.warnings()];
    let mut worst = problems.worst(MOST);
    hidden.cover_all(&mut worst);
    let told = Told::new(counts, &worst, language, root, &args.editor);
    let prints = problems.prints();
    let print = print(&(memory.read.print(), files, today, themes.as_ref().map(|themes| themes.print()), &prints));
    let edition = themes.filter(|_| counts[0] == 0).map(|themes| Edition::new(portal, themes));
    Made { edition, told, problems, prints, hidden, records, print }
}

/// What is told of a state beside its problems.
struct Shown {
    is_new: bool,
    records: usize,
    seconds: Duration,
}

/// What the terminal has been told.
struct Terminal<'a> {
    args: &'a ServeArgs,
    language: Language,
    /// Problems that stand on the screen already: those that stay are not told at every save.
    told: HashSet<u64>,
}

impl Terminal<'_> {
    fn tell(&mut self, problems: &Diagnostics, prints: &[u64], hidden: &Hidden, shown: &Shown) {
        let args = ReportArgs { strict: false, all: false, format: Format::Human };
        let report = Report { args: &args, language: self.language, folder: &self.args.dir, least: Severity::Warning };
        let counts = report::counts(problems, self.language);
        let fresh = problems.but(&self.told, prints);
        self.told = prints.iter().copied().collect();
        report.problems(&fresh, hidden);
        let seconds = shown.seconds.as_secs_f64();
        let time = super::now().strftime("%H:%M:%S").to_string();
        let records = shown.records;
        report::line(&match (self.language, shown.is_new) {
            (Language::Thai, true) => {
                format!("{time} แสดงแล้ว: {records} ระเบียน {counts} ใช้เวลา {seconds:.2} วินาที")
            }
            (Language::Thai, false) => format!("{time} ยังแสดงหน้าเดิม: {counts}"),
            (Language::English, true) => {
                format!("{time} shown: {} in {seconds:.2} s: {counts}", report::plural(records, "record"))
            }
            (Language::English, false) => format!("{time} the last good pages stay: {counts}"),
        });
    }
}
