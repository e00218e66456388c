//! The templates of a theme: what Tera makes of them, and where in which file it finds fault.

use super::calls::{self, Call, Name, Said};
use super::{FOLDER, Files, Named, TEMPLATES};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Message, rules};
use crate::read::{NoText, SAVE_AS, Text, nearest, without_mark};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use tera::{ErrorKind, Tera};

/// A template.
#[derive(Debug)]
pub struct Template {
    /// Its text.
    pub text: String,
    /// How its file is called.
    pub file: String,
    /// Whether it is one of the project.
    pub is_own: bool,
    /// What it defines and asks for.
    pub said: Said,
}

impl Template {
    fn at(&self, range: Range<usize>) -> Location {
        Location::in_text(self.file.as_str(), &self.text, range)
    }

    /// The byte of a place as Tera names it: line and column from 1, the column in characters.
    fn byte(&self, line: usize, column: usize) -> Option<usize> {
        let mut lines = self.text.split_inclusive('\n');
        let before: usize = lines.by_ref().take(line.checked_sub(1)?).map(str::len).sum();
        let within = lines.next().unwrap_or_default().char_indices().nth(column.checked_sub(1)?);
        Some(within.map_or(self.text.len(), |(at, _)| before + at))
    }
}

/// The templates of a theme, by the names under which they ask for each other.
#[derive(Debug, Default)]
pub struct Templates {
    all: BTreeMap<String, Template>,
}

impl Templates {
    /// Those among the files of a theme.
    pub fn read(files: &Files, problems: &mut Diagnostics) -> Self {
        let mut all = BTreeMap::new();
        for (name, file) in files.below(TEMPLATES) {
            match Text::of(&file.data, &file.name) {
                Ok(Text { text, .. }) => {
                    // In the middle of a page it would be a letter.
                    let text = without_mark(&text).to_owned();
                    let said = calls::read(name, &text);
                    let is_own = files.own.contains_key(&format!("{TEMPLATES}{name}"));
                    all.insert(name.to_owned(), Template { text, file: file.name.clone(), is_own, said });
                }
                Err(fault) => problems.push(no_text(*fault)),
            }
        }
        Self { all }
    }

    /// All of them, by name.
    pub fn all(&self) -> &BTreeMap<String, Template> {
        &self.all
    }

    /// Everything that any of them asks for.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.all.values().flat_map(|template| &template.said.calls)
    }

    /// What a template names, with all that it is put together from.
    pub fn named(&self, template: &str) -> Named {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut left = vec![template];
        while let Some((name, template)) = left.pop().and_then(|name| self.all.get_key_value(name)) {
            if seen.insert(name) {
                left.extend(template.said.calls.iter().filter_map(|call| self.standing(&call.to)));
            }
        }
        let said = || seen.iter().map(|name| &self.all[*name].said);
        // Tera's own name for everything that a template is given.
        let is_all = said().any(|said| said.names_all || said.names.contains("__tera_context"));
        let names = || said().flat_map(|said| &said.names).cloned().collect();
        Named((!is_all).then(names))
    }

    /// The template in which something stands that can be asked for.
    fn standing<'s>(&'s self, name: &'s Name) -> Option<&'s str> {
        let defines =
            |(_, template): &(&String, &Template)| template.said.defines.iter().any(|(one, _)| one == name.text());
        match name {
            Name::Template(template) => Some(template),
            Name::Component(_) => self.all.iter().find(defines).map(|(template, _)| template.as_str()),
        }
    }

    /// What Tera makes of them; `None` where it finds fault.
    pub fn compile(&self, problems: &mut Diagnostics) -> Option<Tera> {
        let faults = self.faults();
        if !faults.is_empty() {
            for fault in faults {
                problems.push(fault);
            }
            return None;
        }
        let mut tera = Tera::default();
        match tera.add_raw_templates(self.all.iter().map(|(name, template)| (name, &template.text))) {
            Ok(()) => Some(tera),
            Err(error) => {
                for problem in self.problems(&error) {
                    problems.push(problem);
                }
                None
            }
        }
    }

    /// What is wrong in any one of them, since Tera stops at the first; and what it does not look for at all.
    fn faults(&self) -> Vec<Diagnostic> {
        let own = self.all.iter().filter(|(_, template)| template.is_own);
        let broken = own.filter_map(|(name, template)| {
            let error = Tera::default().add_raw_template(name, &template.text).err()?;
            matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| self.problem(&error))
        });
        broken.chain(self.endless()).collect()
    }

    /// Components that ask for themselves, which would never end.
    fn endless(&self) -> Vec<Diagnostic> {
        let calls: Vec<&Call> = self.calls().collect();
        let told = calls::circles(&calls).into_iter().filter_map(|(circle, last)| {
            let template = self.all.values().find(|template| template.said.calls.contains(&last))?;
            let way = circle.iter().map(Name::text).collect::<Vec<_>>().join(" → ");
            let message = Message::new(
                format!("ส่วนประกอบนี้เรียกตัวเองไม่รู้จบ: {way}"),
                format!("this component asks for itself without end: {way}"),
            );
            let problem = Diagnostic::new(&rules::THEME, template.at(last.at), message);
            Some(problem.help(
                "ตัดการเรียกนี้ออก ถ้าต้องทำซ้ำให้ใช้ {% for %}",
                "take this call out; what is to be repeated is for {% for %}",
            ))
        });
        told.collect()
    }

    /// What Tera says of a page that it could not show.
    pub fn problem(&self, error: &tera::Error) -> Diagnostic {
        self.problems(error).into_iter().next().unwrap_or_else(|| self.unplaced(error))
    }

    /// Everything that Tera says, each with the place in the template that it names.
    fn problems(&self, error: &tera::Error) -> Vec<Diagnostic> {
        let said = error.to_string();
        let reports: Vec<_> = reports(&said).collect();
        if reports.is_empty() {
            return vec![self.unplaced(error)];
        }
        reports.into_iter().map(|report| self.told(&report)).collect()
    }

    fn told(&self, report: &Report<'_>) -> Diagnostic {
        let way: Vec<&Place<'_>> = report.way.iter().filter(|place| self.all.contains_key(place.template)).collect();
        // The fault is told where the project has a hand in it: a template of its own may ask for a built-in one wrongly.
        let is_own = |place: &&Place<'_>| self.all.get(place.template).is_some_and(|template| template.is_own);
        let at = way.iter().position(is_own).unwrap_or(0);
        let place = way.get(at).and_then(|place| self.location(place)).unwrap_or_else(|| Location::file(FOLDER));
        let undefined = Undefined::read(report.what);
        let (mut th, mut en) = match &undefined {
            Some(Undefined { name, .. }) => (format!("ไม่มี `{name}`"), format!("there is no `{name}`")),
            None => (report.what.to_owned(), report.what.to_owned()),
        };
        let written = |places: &[&Place<'_>]| places.iter().filter_map(|place| self.written(place)).collect::<Vec<_>>();
        let (within, callers) = (written(&way[..at]), written(way.get(at + 1..).unwrap_or_default()));
        if let Some(within) = within.first() {
            th += &format!(" (ใน {within} ซึ่งเรียกจากที่นี่)");
            en += &format!(" (in {within}, called from here)");
        }
        if !callers.is_empty() {
            th += &format!(" (เรียกจาก {})", callers.join(" ซึ่งเรียกจาก "));
            en += &format!(" (called from {})", callers.join(", called from "));
        }
        let problem = unusable(place, &th, &en);
        match undefined {
            Some(Undefined { name, known }) => {
                let near = nearest(name, known.split(", "));
                let (meant_th, meant_en) = near.map_or_else(Default::default, |near| {
                    (format!("หมายถึง `{near}` หรือไม่ "), format!("did you mean `{near}`? "))
                });
                problem.help(format!("{meant_th}ที่มี: {known}"), format!("{meant_en}there are: {known}"))
            }
            None => problem,
        }
    }

    /// A place as it is shown, with the name that stands there.
    fn location(&self, place: &Place<'_>) -> Option<Location> {
        let template = self.all.get(place.template)?;
        let at = template.byte(place.line, place.column)?;
        let is_name = |char: char| char.is_alphanumeric() || char == '_';
        let rest = &template.text[at..];
        Some(template.at(at..at + rest.find(|char| !is_name(char)).unwrap_or(rest.len()).max(1)))
    }

    /// A place as a person reads it: the file, the line and the column.
    fn written(&self, place: &Place<'_>) -> Option<String> {
        Some(format!("{}:{}:{}", self.all.get(place.template)?.file, place.line, place.column))
    }

    /// What Tera says without a place: about templates that stand to each other as they must not. The place is where
    /// one of them names the other.
    fn unplaced(&self, error: &tera::Error) -> Diagnostic {
        let said = error.to_string();
        let naming = |asking: &str, asked: &str| {
            let template = self.all.get(asking)?;
            let call = template.said.calls.iter().find(|call| call.to.text() == asked)?;
            Some(template.at(call.at.clone()))
        };
        let place = match error.kind() {
            ErrorKind::MissingParent { current, parent } => naming(current, parent),
            ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
            | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
                // The chain may leave out either end.
                let next = chain.iter().find(|name| *name != tpl);
                naming(tpl, next.unwrap_or(tpl))
            }
            _ => self.defined_twice(),
        };
        unusable(place.unwrap_or_else(|| Location::file(FOLDER)), &said, &said)
    }

    /// Where a template of the project defines a component that another defines too.
    fn defined_twice(&self) -> Option<Location> {
        let defines = |template: &Template, name: &str| template.said.defines.iter().any(|(known, _)| known == name);
        self.all.values().filter(|template| template.is_own).find_map(|template| {
            let twice = |name: &str| self.all.values().filter(|other| defines(other, name)).count() > 1;
            let (_, at) = template.said.defines.iter().find(|(name, _)| twice(name))?;
            Some(template.at(at.clone()))
        })
    }
}

/// One fault as Tera tells it.
struct Report<'s> {
    what: &'s str,
    /// Where, and the places that led there, the nearest first.
    way: Vec<Place<'s>>,
}

/// A name that nothing has, and those that there are.
struct Undefined<'s> {
    name: &'s str,
    known: &'s str,
}

impl<'s> Undefined<'s> {
    /// Reads “Variable `x` is not defined. Available variables: a, b”, and the same of a field.
    fn read(what: &'s str) -> Option<Self> {
        let (said, known) = what.split_once(" is not defined. Available ")?;
        Some(Self { name: said.split('`').nth(1)?, known: known.split_once(": ")?.1 })
    }
}

/// A place as Tera names it: from 1, the column in characters.
struct Place<'s> {
    template: &'s str,
    line: usize,
    column: usize,
}

impl<'s> Place<'s> {
    fn read(place: &'s str) -> Option<Self> {
        let mut parts = place.trim_end().rsplitn(3, ':');
        let (column, line, template) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { template, line: line.parse().ok()?, column: column.parse().ok()? })
    }
}

/// The faults in what Tera says: several, where it looked at all templates. Each is a line `error: …`, its place after
/// an arrow, and a note for each place that led there. The lines of the template that it shows begin with a number.
fn reports(said: &str) -> impl Iterator<Item = Report<'_>> {
    let starts = said.match_indices("error: ").map(|(at, _)| at).filter(|at| *at == 0 || said[..*at].ends_with('\n'));
    let starts: Vec<usize> = starts.collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([said.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| {
        let mut lines = said[start..end].lines();
        let what = lines.next().unwrap_or_default().trim_start_matches("error: ");
        let rest: Vec<&str> = lines.collect();
        let place = rest.iter().find_map(|line| Place::read(line.trim_start().strip_prefix("--> ")?));
        let callers = rest.iter().filter_map(|line| Place::read(line.strip_prefix("note: called from ")?));
        Report { what, way: place.into_iter().chain(callers).collect() }
    })
}

fn unusable(place: Location, th: &str, en: &str) -> Diagnostic {
    Diagnostic::new(
        &rules::THEME,
        place,
        Message::new(format!("ใช้แม่แบบของธีมไม่ได้: {th}"), format!("this template cannot be used: {en}")),
    )
    .help(
        "แก้แม่แบบใน themes/ หรือลบแฟ้มนั้นเพื่อกลับไปใช้แม่แบบของโปรแกรม ดูข้อมูลที่แม่แบบได้รับด้วย prongsai theme context",
        "mend the template in themes/, or delete it to use the program's own; prongsai theme context shows what templates are given",
    )
}

fn no_text(fault: NoText) -> Diagnostic {
    let (th, en) = (fault.message.th, fault.message.en);
    let message = Message::new(
        format!("แม่แบบต้องเป็นข้อความที่บันทึกแบบ UTF-8: {th}"),
        format!("a template must be text, saved as UTF-8: {en}"),
    );
    let (th, en) = SAVE_AS;
    Diagnostic::new(&rules::THEME, fault.place, message).help(
        format!("{th} ภาพ แบบอักษร และแฟ้มอื่นที่ไม่ใช่แม่แบบให้วางไว้ใน assets/"),
        format!("{en}; pictures, fonts and whatever else is no template belong in assets/"),
    )
}
