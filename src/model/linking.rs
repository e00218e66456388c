//! Linking one record of a year: what is common to measures, items, issues and the assessment.

use super::Target;
use super::linker::{self, Linker, Written};
use super::prose::{self, Prose};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::field;
use crate::framework::{Code, CodeError, Framework, FrameworkYear, Instrument};
use crate::read::{Source, Step};
use crate::thai::calendar::FiscalYear;
use crate::value::{Number, Whole};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the records of a year are linked with.
pub struct Context<'a> {
    /// The site.
    pub linker: &'a Linker<'a>,
    /// The folder's year.
    pub year: FiscalYear,
    /// The framework of every year.
    pub framework: &'a Framework,
    /// The framework of the folder's year.
    pub own: &'a FrameworkYear,
    /// The framework of the analysed year.
    pub analysed: &'a FrameworkYear,
    /// The day on which progress is judged.
    pub as_of: Date,
}

/// The linking of one record of a year.
pub struct Linking<'a> {
    /// Its file.
    pub source: &'a Arc<Source>,
    /// What it is linked with.
    pub context: &'a Context<'a>,
    /// Where to report.
    pub problems: &'a mut Diagnostics,
}

impl<'a> Linking<'a> {
    /// A text and the way to it.
    pub fn written<'w>(&self, text: &'w str, way: &'w [Step]) -> Written<'w>
    where
        'a: 'w,
    {
        Written { source: self.source, text, way }
    }

    /// The body with its links found.
    pub fn body(&mut self) -> Prose {
        let (linker, source) = (self.context.linker, self.source);
        prose::compile(
            source,
            |link, range, problems| linker.target(source, link, &source.in_body(range), problems),
            self.problems,
        )
    }

    /// A text that must say something.
    pub fn said(&mut self, text: &str, way: &[Step]) -> String {
        let text = text.trim();
        let seen = |char: char| !char.is_whitespace() && !matches!(char, '\u{200b}'..='\u{200f}' | '\u{feff}');
        if !text.contains(seen) {
            self.problems.push(
                self.source
                    .problem(&rules::WRONG_VALUE, way, Message::new("ข้อความนี้ว่างเปล่า", "this text is empty"))
                    .help("เขียนข้อความ หรือลบช่องนี้ออก", "write something, or leave it out"),
            );
        }
        text.to_owned()
    }

    /// A single day.
    pub fn day(&mut self, text: &str, way: &[Step]) -> Option<Date> {
        linker::day(self.written(text, way), self.problems)
    }

    /// What a field links to.
    pub fn target(&mut self, link: &str, way: &[Step]) -> Option<Target> {
        self.context.linker.target(self.source, link, &self.source.at(way), self.problems)
    }

    /// Codes, in the order written.
    pub fn codes(
        &mut self,
        texts: &[String],
        way: &[Step],
        read: fn(&str) -> Result<Code, CodeError>,
        list: &FrameworkYear,
    ) -> Vec<Code> {
        let codes = texts.iter().enumerate().filter_map(|(at, text)| {
            let way = [way, &field![at]].concat();
            linker::code(self.written(text, &way), read, list, self.context.framework, self.problems)
        });
        each_once(codes, |code| *code)
    }

    /// An instrument by its abbreviation.
    pub fn instrument(&mut self, text: &str, way: &[Step]) -> Option<Instrument> {
        let found = Instrument::parse(text);
        if found.is_none() {
            self.problems.push(
                self.source
                    .problem(
                        &rules::WRONG_VALUE,
                        way,
                        Message::new(format!("“{text}” ไม่ใช่แบบวัด"), format!("“{text}” is not an instrument")),
                    )
                    .help("ใช้ IIT, EIT หรือ OIT", "use IIT, EIT or OIT"),
            );
        }
        found
    }

    /// An issue of the year's list, which the field `issue` names.
    pub fn issue(&mut self, number: Whole) -> Option<u8> {
        let known = self.context.own.issues();
        let found = u8::try_from(number.0)
            .ok()
            .filter(|number| known.is_empty() || known.iter().any(|issue| issue.number == *number));
        if found.is_none() {
            let problem = self.source.problem(
                &rules::WRONG_VALUE,
                &field!["issue"],
                Message::new(format!("ไม่มีประเด็นที่ {}", number.0), format!("there is no issue {}", number.0)),
            );
            let last = known.len();
            self.problems.push(if last == 0 {
                problem.help("เลขประเด็นเริ่มที่ 1 ตามรายการของปีนั้น", "issues are numbered from 1, as in the year's list")
            } else {
                problem.help(format!("ประเด็นของปีนี้มี 1 ถึง {last}"), format!("this year's issues are 1 to {last}"))
            });
        }
        found
    }

    /// A score between 0 and 100.
    pub fn score(&mut self, score: Number, way: &[Step]) -> Option<f64> {
        if (0.0..=100.0).contains(&score.0) {
            return Some(score.0);
        }
        let message = Message::new(
            format!("คะแนน {} ไม่อยู่ในช่วง 0 ถึง 100", score.0),
            format!("the score {} is not between 0 and 100", score.0),
        );
        self.problems.push(self.source.problem(&rules::WRONG_VALUE, way, message).help(
            "เขียนคะแนนตามเอกสารผลการประเมิน เช่น 87.65 โดยไม่ใส่เครื่องหมาย %",
            "write the score as in the published result, such as 87.65, without a % sign",
        ));
        None
    }
}

/// The problem that nothing is known of a fiscal year, told where it is named.
pub fn no_framework(place: Location, year: u32) -> Diagnostic {
    let message = Message::new(
        format!("ไม่มีกรอบการประเมินของปีงบประมาณ {year}"),
        format!("nothing is known of the assessment of fiscal year {year}"),
    );
    Diagnostic::new(&rules::NO_FRAMEWORK, place, message).help(
        format!("เพิ่ม framework/{year}.yaml ในโฟลเดอร์ของเว็บนี้ เช่น `year: {year}` และ `like: 2569`"),
        format!("add framework/{year}.yaml to this site's folder, such as `year: {year}` and `like: 2569`"),
    )
}

/// What is named twice counts once.
pub fn each_once<T, K: Ord>(named: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut seen = BTreeSet::new();
    named.filter(|one| seen.insert(key(one))).collect()
}
