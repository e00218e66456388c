//! `prongsai init`: a new site, with everything that it needs to be filled in, checked, built and published.

mod questions;

use super::{made, report};
use crate::cli::InitArgs;
use crate::diagnostic::Language;
use crate::framework::Framework;
use crate::scaffold::{self, Authority, Lists, Refusal, Start};
use crate::thai::calendar::FiscalYear;
use questions::Questions;
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
#[must_use]
pub fn init(args: &InitArgs, language: Language) -> ExitCode {
    report::outcome(begin(args, language))
}

fn begin(args: &InitArgs, language: Language) -> Result<String, String> {
    // Nobody should answer questions in vain.
    if holds_content(&args.dir) {
        let content = made::shown(&args.dir, "content");
        return Err(match language {
            Language::Thai => format!(
                "มี {content} อยู่แล้ว จึงไม่ได้สร้างแฟ้มใด เพิ่มข้อมูลในเว็บไซต์ที่มีด้วย prongsai new หรือระบุโฟลเดอร์อื่น เช่น prongsai init เว็บใหม่"
            ),
            Language::English => format!(
                "{content} is there already, and nothing was made; add to that site with prongsai new, or name another folder, such as prongsai init my-site"
            ),
        });
    }
    let start = start(args, language)?;
    let lists = Lists::of(Framework::embedded(), start.year.be()).ok_or_else(|| no_year(language))?;
    let mut plan = scaffold::site(&start, &lists);
    let refused = |refusal: Refusal| {
        let why = made::refused(&args.dir, &refusal, language);
        match (refusal, language) {
            (Refusal::Disk { .. }, _) => why,
            (Refusal::Taken(_), Language::Thai) => format!("{why}; ถ้าจะคงแฟ้มเหล่านี้ไว้ ให้สั่งอีกครั้งพร้อม --keep"),
            (Refusal::Taken(_), Language::English) => format!("{why}; to leave these as they are, add --keep"),
        }
    };
    let kept = if args.keep { plan.leave_taken(&args.dir).map_err(refused)? } else { Vec::new() };
    plan.write(&args.dir).map_err(refused)?;
    let files = made::files(&args.dir, &plan, language);
    let kept = kept.iter().map(|path| made::shown(&args.dir, path)).collect::<Vec<_>>().join(", ");
    Ok(told(args, &start, &lists, &files, &kept, language))
}

fn holds_content(root: &Path) -> bool {
    std::fs::read_dir(root.join("content")).is_ok_and(|mut entries| entries.next().is_some())
}

/// What is said of the site on the command line, and by whoever sits before it.
fn start(args: &InitArgs, language: Language) -> Result<Start, String> {
    let this_year = || FiscalYear::containing(super::today()).ok_or_else(|| no_year(language));
    if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
        let name = args.name.clone().ok_or_else(|| nobody_to_ask(language))?;
        return Ok(Start {
            kind: args.kind.or_else(|| Authority::of_name(&name)),
            name,
            district: args.district.clone(),
            province: args.province.clone(),
            year: args.year.map_or_else(this_year, Ok)?,
            units: args.units.clone(),
        });
    }
    let questions = Questions { language };
    let name = args.name.clone().map_or_else(|| questions.name(), Ok)?;
    let told_by_name = args.kind.or_else(|| Authority::of_name(&name));
    Ok(Start {
        kind: told_by_name.map_or_else(|| questions.kind(), |kind| Ok(Some(kind)))?,
        name,
        district: args.district.clone().map_or_else(|| questions.district(), |district| Ok(Some(district)))?,
        province: args.province.clone().map_or_else(|| questions.province(), |province| Ok(Some(province)))?,
        year: args.year.map_or_else(|| questions.year(this_year()?), Ok)?,
        units: args.units.clone(),
    })
}

fn no_year(language: Language) -> String {
    match language {
        Language::Thai => "นาฬิกาของเครื่องไม่บอกปีที่ใช้ได้ ระบุปีงบประมาณด้วย --year".to_owned(),
        Language::English => {
            "the clock of this machine tells no usable year: give the fiscal year with --year".to_owned()
        }
    }
}

fn nobody_to_ask(language: Language) -> String {
    match language {
        Language::Thai => {
            "ไม่ทราบชื่อหน่วยงาน และไม่มีหน้าจอให้ถาม ระบุด้วย --name เช่น prongsai init --name เทศบาลตำบลตัวอย่าง --province เชียงราย"
                .to_owned()
        }
        Language::English => {
            "the authority's name is not known, and there is no terminal to ask on: give it with --name, as in prongsai init --name เทศบาลตำบลตัวอย่าง --province เชียงราย"
                .to_owned()
        }
    }
}

/// What was made, and what to do next.
fn told(args: &InitArgs, start: &Start, lists: &Lists, files: &str, kept: &str, language: Language) -> String {
    let year = start.year.be();
    let at = |path: &str| made::shown(&args.dir, path);
    let (settings, assessment) = (at("content/site.yaml"), at(&format!("content/{year}/assessment.md")));
    let (measures, oit) = (at(&format!("content/{year}/measures/")), at(&format!("content/{year}/oit/")));
    let folder = made::shown(&args.dir, "");
    let folder = folder.trim_end_matches('/');
    let folder = match folder {
        "" => String::new(),
        spaced if spaced.contains(' ') => format!(" \"{spaced}\""),
        plain => format!(" {plain}"),
    };
    let guessed = made::guessed(&args.dir, "content/", lists, language);
    match language {
        Language::Thai => {
            let kept =
                if kept.is_empty() { String::new() } else { format!("คงไว้ตามเดิม: {kept}\n") };
            format!(
                "สร้างแล้ว:\n{files}{kept}{guessed}\n\
                 ต่อจากนี้:\n\
                 \x20\x201. {settings}  แก้ส่วนราชการให้ตรงกับหน่วยงาน กรอกช่องทางติดต่อ\n\
                 \x20\x202. {assessment}  กรอกผลการประเมินของปี {}\n\
                 \x20\x203. {measures}  แก้ตัวอย่างเป็นมาตรการจริง เพิ่มมาตรการด้วย prongsai new measure \"ชื่อมาตรการ\"\n\
                 \x20\x204. {oit}  กรอกลิงก์ของแต่ละข้อ OIT\n\n\
                 ดูเว็บขณะเขียน: prongsai serve{folder} --drafts --open\n\
                 ตรวจว่ายังขาดอะไร: prongsai check{folder}\n\
                 วิธีใช้งานและเผยแพร่: {}",
                year - 1,
                at("README.md")
            )
        }
        Language::English => {
            let kept = if kept.is_empty() { String::new() } else { format!("kept as they were: {kept}\n") };
            format!(
                "made:\n{files}{kept}{guessed}\n\
                 What comes next:\n\
                 \x20\x201. {settings}  mend the list of units, and say how to reach the authority\n\
                 \x20\x202. {assessment}  fill in the result of {}\n\
                 \x20\x203. {measures}  make a real measure of the example; add others with prongsai new measure \"title\"\n\
                 \x20\x204. {oit}  fill in the links of every OIT item\n\n\
                 To see the site while you write: prongsai serve{folder} --drafts --open\n\
                 To see what is still missing: prongsai check{folder}\n\
                 How to use and publish it, in Thai: {}",
                year - 1,
                at("README.md")
            )
        }
    }
}
